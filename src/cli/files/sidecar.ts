/**
 * `报告.docx.hegao.json`: what is silenced in a file that has no room for comments. Each row of its `silence` names a rule, and
 * the words (`text`) or the fingerprint where not all that the rule says of the file is meant.
 */

import { ruleOf } from '../../config.ts'
import { readFile } from '../../disk/file.ts'
import { failure, type HegaoError } from '../../errors.ts'
import { rules } from '../../hegao.ts'
import type { Silenced } from '../../lint/silence.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { jsonMistake } from '../gate/json-mistake.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string'

function rowFrom(given: unknown): Silenced | undefined {
  if (!isObject(given)) return undefined
  const { rule, text, fingerprint, reason } = given
  if (typeof rule !== 'string' || !isTextOrNone(text) || !isTextOrNone(fingerprint) || !isTextOrNone(reason)) return undefined
  return { rule, ...(text !== undefined && { text }), ...(fingerprint !== undefined && { fingerprint }) }
}

/**
 * The rows of the file `path`.
 * @throws HegaoError `sidecar-invalid`
 */
export function silencedIn(path: string, lang: Lang): readonly Silenced[] {
  const invalid = (wording: Wording, data = {}): HegaoError =>
    failure('sidecar-invalid', { path, reason: fill(wording, lang, data) })
  const json = new TextDecoder().decode(readFile(path))
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    throw invalid(...jsonMistake(json))
  }
  if (!isObject(given) || !Array.isArray(given.silence)) throw invalid(gateTexts.noSilence)
  return given.silence.map((one: unknown, index) => {
    const row = rowFrom(one)
    if (!row) throw invalid(gateTexts.badSidecar, { row: index + 1 })
    const rule = ruleOf(row.rule, rules)
    if (!rule) throw invalid(gateTexts.unknownRule, { rule: row.rule })
    return { ...row, rule: rule.id }
  })
}
