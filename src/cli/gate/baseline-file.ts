/** The file of known findings: read, matched file by file, and written so that its differences are easy to read. */
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { ruleOf } from '../../config.ts'
import { readFile } from '../../disk/file.ts'
import { failure, HegaoError } from '../../errors.ts'
import { type Checked, rules } from '../../hegao.ts'
import {
  inOrder,
  isOmission,
  type Known,
  type KnownFinding,
  type KnownOmission,
  knownFrom,
  type Sifted,
  sift,
} from '../../lint/baseline.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { replaceFile } from '../atomic.ts'
import { systemReason } from '../texts.ts'
import { gateTexts } from './gate-texts.ts'
import { jsonMistake } from './json-mistake.ts'

export const defaultBaseline = 'hegao-baseline.json'

const schemaVersion = 1

type Files = Map<string, Known>

type Given = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isSeverity = (value: unknown): value is KnownOmission['severity'] =>
  value === 'error' || value === 'warning' || value === 'info'

/** A row of the file; undefined where it is none. */
function rowOf(given: unknown): KnownFinding | KnownOmission | undefined {
  if (!isObject(given)) return undefined
  const { rule: named, fingerprint, text = '', severity, omitted } = given
  if (!isText(named)) return undefined
  // Of a rule that was renamed; of one that is gone, as it stands.
  const rule = ruleOf(named, rules)?.id ?? named
  if (isText(fingerprint) && isText(text)) return { ruleId: rule, fingerprint, text }
  return isSeverity(severity) && Number.isSafeInteger(omitted)
    ? { ruleId: rule, severity, omitted: omitted as number }
    : undefined
}

const written = (known: KnownFinding | KnownOmission): string =>
  JSON.stringify(
    isOmission(known)
      ? { rule: known.ruleId, severity: known.severity, omitted: known.omitted }
      : { rule: known.ruleId, fingerprint: known.fingerprint, text: known.text },
  )

/** One finding a line, files and findings sorted. */
function textOf(files: Files): string {
  const entries = [...files].filter(([, known]) => known.length > 0).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const blocks = entries.map(([path, known]) => {
    const rows = inOrder(known).map((one) => `      ${written(one)}`)
    return `    ${JSON.stringify(path)}: [\n${rows.join(',\n')}\n    ]`
  })
  const all = blocks.length === 0 ? '{}' : `{\n${blocks.join(',\n')}\n  }`
  return `{\n  "schemaVersion": ${schemaVersion},\n  "files": ${all}\n}\n`
}

function filesIn(path: string, text: string, lang: Lang): Files {
  const invalid = (wording: Wording, data = {}): HegaoError =>
    failure('baseline-invalid', { path, reason: fill(wording, lang, data) })
  let given: unknown
  const json = text.replace(/^\uFEFF/, '')
  try {
    given = JSON.parse(json)
  } catch {
    throw invalid(...jsonMistake(json))
  }
  if (!isObject(given) || !isObject(given.files)) throw invalid(gateTexts.noFiles)
  if (given.schemaVersion !== schemaVersion) {
    throw invalid(gateTexts.otherVersion, { version: String(given.schemaVersion), own: schemaVersion })
  }
  const files: Files = new Map()
  for (const [file, rows] of Object.entries(given.files)) {
    const known = Array.isArray(rows) ? rows.map(rowOf) : [undefined]
    if (known.includes(undefined)) throw invalid(gateTexts.badRows, { file })
    files.set(file, known as Known)
  }
  return files
}

/** @throws HegaoError `baseline-invalid`; `baseline-missing` where it `must` be there */
function read(path: string, must: boolean, lang: Lang): Files {
  if (!existsSync(path)) {
    if (must) throw failure('baseline-missing', { path })
    return new Map()
  }
  try {
    return filesIn(path, new TextDecoder().decode(readFile(path)), lang)
  } catch (error) {
    if (error instanceof HegaoError && error.code !== 'baseline-invalid') {
      throw failure('baseline-invalid', { path, reason: error.sentence(lang) }, error)
    }
    throw error
  }
}

function write(path: string, files: Files, lang: Lang): void {
  try {
    const replacement = replaceFile(path)
    replacement.write(Buffer.from(textOf(files), 'utf8'))
    replacement.commit()
  } catch (error) {
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
}

/** Known findings during a run. */
export interface Baseline {
  /** `checked` without what is known. `ran`: whether a rule ran on it. */
  sift(checked: Checked, ran: (ruleId: string) => boolean): Checked
  /** What there is to say at the end; writes the file where that was asked for. */
  end(): string[]
}

/**
 * `use` leaves known findings out, `prune` drops those that have vanished besides, `write` makes all that is found known.
 * @throws HegaoError where the file is missing or is something else
 */
export function baselineOf(path: string, mode: 'use' | 'prune' | 'write', lang: Lang): Baseline {
  const files = read(path, mode !== 'write', lang)
  const folder = dirname(resolve(path))
  const after: Files = new Map(files)
  const seen = new Set<string>()
  let gone = 0
  let moved = 0
  let found = 0
  let places = 0
  let unread = 0

  /** As the file has it: from its folder, with /, and composed, since macOS decomposes names. */
  const nameOf = (file: string): string => {
    const inside = relative(folder, resolve(file))
    return (isAbsolute(inside) ? resolve(file) : inside).split(sep).join('/').normalize('NFC')
  }

  /** Entries of files that are no longer there. */
  function dropLost(): void {
    for (const [name, known] of files) {
      if (seen.has(name) || existsSync(resolve(folder, name))) continue
      gone += known.length
      after.delete(name)
    }
  }

  /** Files of the baseline that are not there: gone, or called something else by now. */
  let lost: Map<string, ReadonlySet<string>> | undefined

  const lostNow = (): Map<string, ReadonlySet<string>> => {
    lost ??= new Map(
      [...files]
        .filter(([name]) => !existsSync(resolve(folder, name)))
        .map(([name, known]) => [name, new Set(known.flatMap((one) => (isOmission(one) ? [] : [one.fingerprint])))]),
    )
    return lost
  }

  /** Where the file was when its findings became known: the lost one that shares most with it, and more than half of what it had. */
  function formerName({ findings }: Checked): string | undefined {
    let best: { name: string; shared: number } | undefined
    for (const [name, prints] of lostNow()) {
      const shared = findings.filter(({ fingerprint }) => prints.has(fingerprint)).length
      if (shared * 2 > prints.size && shared > (best?.shared ?? 0)) best = { name, shared }
    }
    if (best) lostNow().delete(best.name)
    return best?.name
  }

  /** What is known of a file, under its own name or the one it had. */
  function knownOf(checked: Checked, name: string): Known {
    const own = files.get(name)
    if (own) return own
    const former = formerName(checked)
    if (former === undefined) return []
    const known = files.get(former) ?? []
    seen.add(former)
    after.delete(former)
    after.set(name, known)
    moved++
    return known
  }

  const all = (known: Known): number => known.reduce((sum, one) => sum + (isOmission(one) ? one.omitted : 1), 0)

  return {
    sift(checked, ran) {
      if (checked.error) unread++
      if (checked.error || checked.source === undefined || checked.path.startsWith('<')) return checked
      const name = nameOf(checked.path)
      seen.add(name)
      if (mode === 'write') {
        const known = knownFrom(checked)
        after.set(name, known)
        found += all(known)
        places += known.length > 0 ? 1 : 0
        return { ...checked, findings: [], omitted: [], known: all(known) }
      }
      const before = knownOf(checked, name)
      const { findings, omitted, known, vanished }: Sifted = sift(checked, before, ran)
      gone += vanished.length
      if (vanished.length > 0)
        after.set(
          name,
          before.filter((one) => !vanished.includes(one)),
        )
      return { ...checked, findings, omitted, known }
    },
    end() {
      dropLost()
      if (mode === 'write') {
        write(path, after, lang)
        const told = fill(gateTexts.baselineWritten, lang, { path, count: found, files: places })
        return unread > 0 ? [told, fill(gateTexts.baselineUnread, lang, { count: unread })] : [told]
      }
      if (mode === 'prune' && gone === 0 && moved > 0) write(path, after, lang)
      if (gone === 0) return []
      if (mode === 'use') return [fill(gateTexts.baselineVanished, lang, { path, count: gone })]
      write(path, after, lang)
      return [fill(gateTexts.baselinePruned, lang, { path, count: gone })]
    },
  }
}
