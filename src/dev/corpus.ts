/**
 * `npm run corpus -- DIR [--rule id] [--json]`: every finding on a folder of real reports, for reading, and the invariants
 * of every tree. A rule goes out when someone has read all that it says here. `--record FILE` keeps where each finding stands,
 * without a word of the texts; `--against FILE` tells only what a change has added and taken away since.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { chooseRules, findRule } from '../config.ts'
import type { Finding } from '../finding.ts'
import { type Checked, checkBytes, rules } from '../hegao.ts'
import { brokenInvariants } from '../invariants.ts'
import { jsonLine } from '../report/json.ts'
import { linkPlace } from '../report/place.ts'
import { printable } from '../report/printable.ts'
import { crashSentence, sentence } from '../report/sentences.ts'
import { locate, type Source, type Span } from '../source.ts'
import { type CorpusRecord, changes, type Place, recordFrom, recordOf, recordText } from './corpus-record.ts'

const kinds = ['.txt', '.md', '.docx', '.doc', '.wps', '.odt', '.fodt', '.rtf', '.html', '.htm', '.pdf']
const around = 12

interface Request {
  readonly folder: string
  readonly rule?: string
  readonly isJson: boolean
  /** A file to write the record to. */
  readonly record?: string
  /** A file with an earlier record. */
  readonly against?: string
}

function requestFrom(words: readonly string[]): Request | undefined {
  const isJson = words.includes('--json')
  const value = (name: string): string | undefined => {
    const at = words.indexOf(name)
    return at < 0 ? undefined : words[at + 1]
  }
  const [rule, record, against] = ['--rule', '--record', '--against'].map(value)
  const [folder] = words.filter((word) => !word.startsWith('--') && word !== rule && word !== record && word !== against)
  if (folder === undefined) return undefined
  return {
    ...{ folder, isJson },
    ...(rule !== undefined && { rule }),
    ...(record !== undefined && { record }),
    ...(against !== undefined && { against }),
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => kinds.includes(extname(path).toLowerCase()))
    .map((path) => join(folder, path))
    .sort()

/** The words with a little of what stands around them, on one line. */
function context({ text }: Source, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - around), start)
  const found = end - start > 3 * around ? `${text.slice(start, start + 3 * around)}…` : text.slice(start, end)
  const flat = (words: string): string => printable(words.replace(/\s+/g, ' '))
  return `${flat(before)}⟦${flat(found)}⟧${flat(text.slice(end, end + around))}`
}

function findingLine(finding: Finding, source: Source, isJson: boolean): string {
  const { start } = locate(source, finding)
  const { ruleId, severity } = finding
  const message = sentence(finding, 'zh')
  if (isJson) {
    const { line, column } = start
    return jsonLine({ path: source.path, line, column, ruleId, severity, message, context: context(source, finding) })
  }
  return `${printable(linkPlace(source.path, start))}  ${ruleId}  ${severity}  ${printable(message)}  ${context(source, finding)}`
}

/** Counts by a name, told in order of the names. */
class Table {
  readonly #counts = new Map<string, number>()

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  get lines(): string[] {
    const names = [...this.#counts.keys()].sort()
    return names.map((name) => `${String(this.#counts.get(name)).padStart(6)}  ${name}`)
  }
}

/** Lines that tell what is broken about a file: it was not read, a rule failed, the tree is wrong. */
function faults({ path, error, source, tree, crashes }: Checked): string[] {
  if (error) return [`${path}: ${error.sentence('zh')}`]
  const broken = source && tree ? brokenInvariants(source, tree) : []
  return [...crashes.map((crash) => `${path}: ${crashSentence(crash, 'zh')}`), ...broken.map((what) => `${path}: ${what}`)]
}

/** What is told and was not, and what was told and is not, of one file; a place that is told otherwise is told as both. */
function changeLines(source: Source, before: readonly Place[], after: readonly Place[]): string[] {
  const { added, gone } = changes(before, after)
  const line = (sign: string, place: Place): string => {
    const at = printable(linkPlace(source.path, locate(source, place).start))
    return `${sign} ${at}  ${place.name}  ${printable(place.message ?? '')}  ${context(source, place)}`
  }
  return [...gone.map((place) => line('-', place)), ...added.map((place) => line('+', place))]
}

async function run({ folder, rule, isJson, record, against }: Request): Promise<number> {
  const chosen = chooseRules(rule === undefined ? rules : [findRule(rule, rules, 'zh')])
  const counts = new Table()
  const before = against === undefined ? undefined : recordFrom(readFileSync(against, 'utf8'))
  const after: CorpusRecord = {}
  let broken = 0
  let files = 0
  for (const path of filesBelow(folder)) {
    files++
    const checked = await checkBytes(path, readFileSync(path), { settings: {}, rules: chosen })
    const name = relative(folder, path).replaceAll('\\', '/')
    const places = recordOf(checked.findings)
    after[name] = places
    for (const { name } of places) counts.add(name)
    if (checked.source && before) for (const line of changeLines(checked.source, before[name] ?? [], places)) console.log(line)
    else for (const finding of checked.findings) console.log(findingLine(finding, checked.source as Source, isJson))
    const wrong = faults(checked)
    broken += wrong.length
    for (const fault of wrong) console.error(printable(fault))
  }
  if (record !== undefined) writeFileSync(record, recordText(after))
  for (const gone of Object.keys(before ?? {}).filter((name) => after[name] === undefined)) console.error(`没有了：${gone}`)
  console.error(['', ...counts.lines, `${String(files).padStart(6)}  files, ${broken} faults`].join('\n'))
  return broken > 0 ? 1 : 0
}

const request = requestFrom(process.argv.slice(2))
if (request) process.exitCode = await run(request)
else {
  console.error('用法：npm run corpus -- DIR [--rule id] [--json] [--record FILE] [--against FILE]')
  process.exitCode = 2
}
