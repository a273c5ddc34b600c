/** What the program prints is what the published schemas say. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { chooseRules } from '../src/config.ts'
import { configSchema } from '../src/dev/schemas.ts'
import { meta } from '../src/facts/meta.ts'
import { statementRows } from '../src/facts/statements/rows.ts'
import { type Checked, checkBytes, rules } from '../src/hegao.ts'
import { documentPieces } from '../src/report/document.ts'
import { reporters } from '../src/report/index.ts'
import { plain } from '../src/report/palette.ts'
import { nothing, withFile } from '../src/report/summary.ts'
import { clean, full, ruleFinding, unread } from './invented.ts'

const load = (name: string) => JSON.parse(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strictTuples: false, allowUnionTypes: true, allErrors: true })
const isReport = ajv.compile(load('report.schema.json'))
const isConfig = ajv.compile(load('config.schema.json'))

/** With the errors of the schema in the message. */
function expectValid(validate: typeof isReport, value: unknown): void {
  validate(value)
  expect(validate.errors ?? []).toEqual([])
}

const check = (files: readonly Checked[]): unknown => {
  const reporter = reporters.json({ lang: 'zh', palette: plain, version: '1.2.3', quiet: false })
  const pieces = files.map((file) => reporter.file(file))
  return JSON.parse([reporter.open(), ...pieces, reporter.close(files.reduce(withFile, nothing))].join(''))
}

const report = `关于2021年工作的报告
同志们：
一、2021年工作回顾
（一）党建工作。一是抓学习；二是抓落实。二要抓监督。
1.坚持引领。以下三个方面：问题突出、问题突出、问题突出。
二、今年工作安排
认真落实 “三会一课”等制度。
2022年1月5日`

async function checked(text: string, path = 'a.txt') {
  const file = await checkBytes(path, Buffer.from(text), { settings: {}, rules: chooseRules(rules) })
  if (file.error) throw file.error
  return file
}

describe('report.schema.json', () => {
  test('check: every kind of file', () => {
    expectValid(isReport, check([full, clean, unread]))
    expectValid(isReport, check([]))
  })

  test('check: a report with the real rules', async () => {
    expectValid(isReport, check([await checked(report)]))
  })

  test.each(['', '\n', report, report.repeat(3), '1．一\n（1）二\n①三\n', '# 一\n\n- 二\n'])('parse: %j', async (text) => {
    const file = await checked(text)
    const parsed = { ...file, meta: file.document.use(meta) }
    const pieces = documentPieces(parsed, { lang: 'zh', version: '1.2.3', sha256: '0'.repeat(64) })
    expectValid(isReport, JSON.parse([...pieces].join('')))
  })

  test('parse with statements: subject, value, unit, time, change, and whether it agrees', async () => {
    const text =
      '2025年，一般公共预算收入由上年的8.42亿元增加到9.18亿元，增长9.0%。开展检查128次，其中日常检查86次、专项检查52次。\n'
    const file = await checked(text)
    const parsed = { ...file, meta: file.document.use(meta), statements: file.document.use(statementRows) }
    const pieces = documentPieces(parsed, { lang: 'zh', version: '1.2.3', sha256: '0'.repeat(64) })
    const printed = JSON.parse([...pieces].join(''))
    expectValid(isReport, printed)
    expect(printed.statements).toMatchObject([
      {
        kind: 'growth',
        subject: '一般公共预算收入',
        value: 918_000_000,
        unit: '元',
        time: '2025年',
        change: '增长',
        agrees: true,
      },
      { kind: 'parts', subject: '开展检查', value: 128, unit: '次', time: null, change: '其中', computed: 138, agrees: false },
      { kind: 'part', subject: '开展检查', value: 128, stated: { text: '86次' }, agrees: true },
    ])
  })

  test('is closed: what the contract does not name is refused', () => {
    const value = check([full]) as { files: Record<string, unknown>[] }
    expect(isReport(value)).toBe(true)
    expect(isReport({ ...value, files: [{ ...value.files[0], more: 1 }] })).toBe(false)
    expect(isReport({ ...value, schemaVersion: 2 })).toBe(false)
  })
})

describe('config.schema.json', () => {
  test('every rule takes a level, alone or with options', () => {
    const all = (setting: unknown) => ({ lang: 'zh', rules: Object.fromEntries(rules.map(({ id }) => [id, setting])) })
    expectValid(isConfig, { $schema: './config.schema.json', ...all('off') })
    expectValid(isConfig, all(['error']))
    expectValid(isConfig, all(['error', {}]))
    expect(isConfig({ rules: { 'no-such-rule': 'off' } })).toBe(false)
    expect(isConfig({ rule: {} })).toBe(false)
  })

  test('options have the shapes that rules declare', () => {
    const validate = new Ajv2020({ strictTuples: false }).compile(configSchema([ruleFinding('invented-rule', '甲')]))
    const withOptions = (options: unknown) => validate({ rules: { 'invented-rule': ['info', options] } })
    expect(withOptions({ most: 9, strict: true, style: 'b', words: ['一'] })).toBe(true)
    expect(withOptions({ most: 10 })).toBe(false)
    expect(withOptions({ style: 'c' })).toBe(false)
    expect(withOptions({ words: [1] })).toBe(false)
    expect(withOptions({ other: 1 })).toBe(false)
  })
})
