/** What a rule only suspects is told in a text that was written in haste, and in no other. */
import { describe, expect, test } from 'vitest'
import { chooseRules } from '../src/config.ts'
import { type CheckedDocument, checkBytes, rules } from '../src/hegao.ts'
import { isInHaste } from '../src/lint/doubts.ts'
import type { Severity } from '../src/rule.ts'

const found = (ruleId: string, severity: Severity, count = 1) => Array.from({ length: count }, () => ({ ruleId, severity }))
const doubt = { ruleId: 'suspect-character', severity: 'info', doubtful: true } as const

describe('a text is written in haste', () => {
  test.each([
    ['nothing found', [], 1000, false],
    ['two warnings', found('sum-mismatch', 'warning', 2), 1000, false],
    ['three warnings', found('sum-mismatch', 'warning', 3), 1000, true],
    ['two errors and a hint', [...found('sum-mismatch', 'error', 2), ...found('unit-mismatch', 'info')], 1000, false],
    ['two errors and two hints', [...found('sum-mismatch', 'error', 2), ...found('unit-mismatch', 'info', 2)], 1000, true],
    ['six hints', found('suspect-character', 'info', 6), 5000, true],
    ['five hints', found('suspect-character', 'info', 5), 1000, false],
    ['three warnings in a longer text', found('sum-mismatch', 'warning', 3), 5001, false],
    ['one rule at every turn of a longer text', found('stale-term', 'warning', 40), 5500, false],
    ['two rules in a long text', [...found('stale-term', 'warning', 9), ...found('sum-mismatch', 'warning', 3)], 10_000, true],
    [
      'marks only',
      [...found('punctuation-width', 'error', 30), ...found('stray-space', 'warning', 9), ...found('missing-part', 'warning', 9)],
      1000,
      false,
    ],
    ['doubts only', Array.from({ length: 9 }, () => doubt), 1000, false],
  ])('%s', (_, findings, length, expected) => {
    expect(isInHaste(findings, length)).toBe(expected)
  })
})

describe('a doubt of a real rule', () => {
  const line = '针对有限空间作业风险，配齐气体测检仪、正压式呼吸器等防护装备。'
  const said = async (text: string, doubts?: 'told') => {
    const options = { settings: {}, rules: chooseRules(rules), ...(doubts && { doubts }) }
    const { findings } = (await checkBytes('a.txt', Buffer.from(text), options)) as CheckedDocument
    return findings.map(({ actual, severity }) => `${severity} ${actual}`)
  }

  test('is silent alone', async () => expect(await said(`${line}\n`)).toEqual([]))
  test('is told where it is asked for', async () => expect(await said(`${line}\n`, 'told')).toEqual(['info 测检仪']))
  test('is told beside certain slips, as a hint', async () => {
    const text = `全年办理案件46件，其中刑事案件32件、民事案件18件。收入由8.42亿元增加到9.18亿元，增长12.0%。\n${line}\n要顽强拼博、顽强拼博，把制度落到实处，严格执行资金拔付程序。\n`
    expect(await said(text)).toContain('info 测检仪')
  })
})
