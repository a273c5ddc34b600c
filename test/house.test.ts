/** The facts of the house: what stands in hegao.facts.yaml and its figure sheet, what is told where it is wrong, and the draft. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { houseIn } from '../src/cli/files/config-file.ts'
import { figuresFrom, houseFrom } from '../src/config/house.ts'
import { HegaoError } from '../src/errors.ts'
import { houseDraft } from '../src/facts/house-draft.ts'
import { checkBytes } from '../src/hegao.ts'

const sentence = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof HegaoError) return error.sentence('zh')
    throw error
  }
  return ''
}
const from = (given: unknown) => houseFrom(given, 'hegao.facts.yaml', 'zh', () => [])

describe('hegao.facts.yaml', () => {
  test('takes Chinese and English keys for the same', () => {
    const chinese = from({
      领导: [{ 姓名: '张 立新', 职务: '县长' }],
      会议: [{ 机关: '县人大', 届: '十七', 次: 5, 年份: '2026年' }],
    })
    const english = from({
      leaders: [{ name: '张立新', offices: ['县长'] }],
      sessions: [{ body: '县人大', term: 17, session: 5, year: 2026 }],
    })
    expect(chinese).toEqual(english)
    expect(from(null)).toEqual(from({}))
  })

  test.each([
    [{ 领到: [] }, '领到 没有这一项；可以写的是 领导、单位、地名、项目、会议、口径，是不是 领导？'],
    [{ 领导: { 姓名: '张立新' } }, '领导 应当是列表'],
    [{ 领导: [{ 姓名: '张立新' }] }, '领导[1] 没有写 职务'],
    [{ 领导: [{ 姓名: '', 职务: '县长' }] }, '领导[1].姓名 应当是文字'],
    [{ 会议: [{ 机关: '县人大', 届: '两', 次: 'x', 年份: 2026 }] }, '会议[1].次 应当是整数'],
    [{ 会议: [{ 机关: '县人大', 届: 1, 次: 1, 年份: 26 }] }, '会议[1].年份 应当是四位年份'],
    [{ 口径: [{ 指标: 'GDP', 年份: 2025, 数值: '约三百' }] }, '口径[1].数值 应当是数字'],
    [['领导'], 'hegao.facts.yaml 应当是'],
  ])('%j: %s', (given, problem) => {
    expect(sentence(() => from(given))).toContain(problem)
  })
})

describe('the figure sheet', () => {
  test('as table programs save it', () => {
    const rows = figuresFrom(
      '\uFEFF指标,年份,数值,单位,别名\r\n"地区,总值",2025,"1,286.4",亿元,"GDP、""总值"""\r\n,,,,\r\n',
      'a.csv',
      'zh',
    )
    expect(rows).toEqual([{ indicator: '地区,总值', year: 2025, value: '1286.4', unit: '亿元', aliases: ['GDP', '"总值"'] }])
    expect(figuresFrom('指标\t年份\t数值\n总值\t2025\t3\n', 'a.tsv', 'zh')).toHaveLength(1)
  })

  test('tells the line of a mistake', () => {
    expect(sentence(() => figuresFrom('名称,年份\n', 'a.csv', 'zh'))).toContain('第一行应当是表头，至少有“指标、年份、数值”')
    expect(sentence(() => figuresFrom('', 'a.csv', 'zh'))).toContain('表头')
    expect(sentence(() => figuresFrom('指标,年份,数值\n总值,2025,1\n总值,二五,1\n', 'a.csv', 'zh'))).toContain('第3行.年份')
    expect(sentence(() => figuresFrom('指标,年份,数值\n"总值,2025,1\n', 'a.csv', 'zh'))).toContain('第2行的引号没有配对')
  })

  test('is read as GB 18030 where it is no UTF-8', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hegao-facts-'))
    try {
      const gbk = [0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xc4, 0xea, 0xb7, 0xdd, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a]
      writeFileSync(join(folder, 'a.csv'), Uint8Array.from([...gbk, 0xb2, 0xfa, 0xd6, 0xb5, ...Buffer.from(',2025,3\n')]))
      writeFileSync(join(folder, 'hegao.facts.yaml'), '口径: a.csv\n')
      const { figures } = await houseIn(join(folder, 'hegao.facts.yaml'), 'zh')
      expect(figures).toEqual([{ indicator: '产值', aliases: [], year: 2025, value: '3', unit: '' }])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

const example = new URL('../fixtures/facts/', import.meta.url).pathname

test('the example of the documentation finds what was planted', async () => {
  const facts = await houseIn(join(example, 'hegao.facts.yaml'), 'zh')
  const { rules } = await import('../src/hegao.ts')
  const rule = rules.find(({ id }) => id === 'house-fact')
  if (!rule) throw new Error('house-fact is missing')
  const chosen = { rule, severity: 'error' as const, options: { allow: [] } }
  const { findings } = await checkBytes('报告.txt', readFileSync(join(example, '报告.txt')), {
    settings: { facts },
    rules: [chosen],
  })
  expect(findings.map(({ messageId }) => messageId)).toEqual(['session', 'holder', 'figure', 'name', 'name'])
})

test('a draft tells what the report says of itself', async () => {
  const checked = await checkBytes('报告.txt', readFileSync(join(example, '报告.txt')), { settings: {}, rules: [] })
  if (checked.error) throw checked.error
  const draft = checked.document.use(houseDraft)
  expect(draft.leaders).toEqual([{ name: '张立欣', offices: ['县长'], formerly: [] }])
  expect(draft.sessions).toEqual([expect.objectContaining({ term: 17, session: 4, year: 2026 })])
  expect(draft.figures.map(({ indicator, value }) => [indicator, value])).toContainEqual(['森林覆盖率', '62.2'])
})
