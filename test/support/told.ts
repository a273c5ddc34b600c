/** What one rule says of a text. */
import { expect } from 'vitest'
import { houseFrom } from '../../src/config/house.ts'
import { type AnyRule, checkSource } from '../../src/hegao.ts'
import type { ChosenRule } from '../../src/lint/run.ts'
import { readAtOnce } from '../../src/read/at-once.ts'
import { read } from '../../src/read/index.ts'
import { locate, type Source } from '../../src/source.ts'

/** What one rule says of a text at its own level, where the file has it, with its default options but for `options`. */
export function told(
  rule: AnyRule,
  text: string,
  options: Readonly<Record<string, unknown>> = {},
  year?: number,
  other?: string,
  facts?: unknown,
  file = 'example.txt',
) {
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]))
  const severity = rule.severity === 'off' ? 'warning' : rule.severity
  const chosen: ChosenRule = { rule, severity, options: { ...defaults, ...options } as ChosenRule['options'] }
  // Other formats are read with packages that `read` waits for.
  const bytes = Buffer.from(text)
  const source = file.endsWith('.txt') ? (read(file, bytes, {}) as Source) : readAtOnce(file, bytes, {})
  const house = facts === undefined ? {} : { facts: houseFrom(facts, 'hegao.facts.json', 'zh', () => []) }
  const compared = other === undefined ? {} : { other: { source: read('other.txt', Buffer.from(other), {}) as Source } }
  const { findings, crashes } = checkSource(source, {
    settings: { ...(year !== undefined && { year }), ...house },
    rules: [chosen],
    doubts: 'told',
    ...compared,
  })
  expect(crashes).toEqual([])
  return findings.map((finding) => {
    const { start, end } = locate(source, finding)
    return { ...finding, start: start.offset as number, end: end.offset as number }
  })
}
