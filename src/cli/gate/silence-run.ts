/** The work of `silence`: which findings are meant, and their rows in the `.hegao.json` beside the file. */
import { existsSync } from 'node:fs'
import { findRule } from '../../config.ts'
import { readFile } from '../../disk/file.ts'
import { failure, HegaoError } from '../../errors.ts'
import { checkBytes, rules } from '../../hegao.ts'
import { ruleLabel } from '../../report/rule-label.ts'
import { ruleNames } from '../../rule-families.ts'
import { locate } from '../../source.ts'
import { fill } from '../../wording.ts'
import { replaceWhole } from '../atomic.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { silencedIn } from '../files/sidecar.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason } from '../texts.ts'
import { withinLimit } from '../time-limit.ts'
import { gateTexts } from './gate-texts.ts'
import type { SilenceOptions } from './silence.ts'

interface Place {
  readonly path: string
  /** Undefined: anywhere in the file. Of a file without lines, its paragraph. */
  readonly line: number | undefined
}

/** 报告.txt:5, or 报告.txt:5:12 as `compact` has it; a file whose name ends so is meant as a whole. */
function placeOf(text: string): Place {
  const [, path, line] = /^(.+?):(\d{1,7})(?::\d{1,7})?$/.exec(text) ?? []
  if (path === undefined || existsSync(text)) return { path: text, line: undefined }
  return { path, line: Number(line) }
}

/** What a person recognises a row by; longer words are cut in no row, since they must be the same to count. */
const longestText = 80

/** @throws HegaoError where there is no such finding, or the file beside it is something else */
export async function silenceAt(place: string, named: string, options: SilenceOptions, session: Session): Promise<void> {
  const { lang } = session
  const { path, line } = placeOf(place)
  const rule = findRule(named, rules, lang, ruleNames)
  const { optionsFor } = await prepare(options, session, path)
  const bytes = bytesOf({ path, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  const checked = await checkBytes(path, bytes, withinLimit(await optionsFor(path), path, options.timeout))
  if (checked.error) throw checked.error
  const { source, findings } = checked
  const own = findings.filter(({ ruleId }) => ruleId === rule.id)
  const lineOf = (one: (typeof own)[number]): number => locate(source, one).start.line
  const meant = line === undefined ? own : own.filter((one) => lineOf(one) === line)
  const label = ruleLabel(rule.id, lang)
  if (meant.length === 0) {
    const lines = [...new Set(own.map(lineOf))].slice(0, 8).join(lang === 'zh' ? '、' : ', ')
    throw wrong(lines === '' ? gateTexts.silenceNone : gateTexts.silenceElsewhere, lang, {
      path,
      rule: label,
      lines,
      line: line ?? '',
    })
  }
  const { reason } = options
  const rows = meant.map(({ actual, fingerprint }) => ({
    rule: rule.id,
    ...(actual.length <= longestText && { text: actual }),
    fingerprint,
    ...(reason !== undefined && { reason }),
  }))
  const sidecar = `${path}.hegao.json`
  write(sidecar, rows, lang)
  note(fill(gateTexts.silenced, lang, { count: rows.length, rule: label, path: sidecar }))
}

/** Adds the rows; what else stands in the file stays. */
function write(path: string, rows: readonly object[], lang: Session['lang']): void {
  const before = existsSync(path) ? contentOf(path, lang) : {}
  const silence = [...(before.silence ?? []), ...rows]
  try {
    replaceWhole(path, Buffer.from(`${JSON.stringify({ ...before, silence }, null, 2)}\n`, 'utf8'))
  } catch (error) {
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
}

/** @throws HegaoError `sidecar-invalid` */
function contentOf(path: string, lang: Session['lang']): { readonly silence?: readonly unknown[] } {
  silencedIn(path, lang)
  return JSON.parse(new TextDecoder().decode(readFile(path))) as { readonly silence: readonly unknown[] }
}
