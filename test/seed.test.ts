/**
 * What an editor says of the speech in fixtures/reports/qu-zuzhi-2022, and what he lets stand although it looks wrong.
 * A row counts as soon as its rule exists.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check, type Finding, rules, type Severity } from '../src/index.ts'

/** In one line: columns from 1, in UTF-16 units, `endColumn` exclusive. */
type Spot = readonly [line: number, column: number, endColumn: number]

type Expected = readonly [ruleId: string, severity: Severity, spot: Spot, related: readonly Spot[], quote: string]

const mustFind: readonly Expected[] = [
  [
    'year-mismatch',
    'error',
    [2, 10, 15],
    [
      [3, 3, 8],
      [4, 1, 6],
      [2, 28, 30],
      [10, 1, 6],
    ],
    '2022年',
  ],
  ['dialect-word', 'info', [2, 21, 25], [], '作以回顾'],
  ['slogan-form', 'warning', [5, 84, 105], [[10, 153, 161]], '牢固树立“四个意识”，坚决做到“两个维护”'],
  ['comma-in-list', 'warning', [5, 128, 137], [], '规矩意识，纪律意识'],
  ['slogan-form', 'warning', [5, 142, 154], [], '党史学习教育常态化制度化'],
  ['repeated-phrase', 'error', [8, 94, 103], [[8, 85, 94]], '国企领域相对薄弱、'],
  ['dialect-word', 'info', [8, 136, 140], [], '下茬解决'],
  ['stale-term', 'error', [10, 16, 28], [], '全面建成小康社会关键之年'],
  [
    'numbering-level',
    'warning',
    [12, 1, 3],
    [
      [9, 1, 3],
      [13, 1, 3],
      [14, 1, 3],
      [15, 1, 3],
      [16, 1, 3],
      [17, 1, 3],
    ],
    '1.',
  ],
  ['slogan-form', 'warning', [12, 25, 33], [], '政治纪律政治规矩'],
  ['slogan-form', 'warning', [12, 111, 128], [], '增强“四个意识”、做到“两个维护”'],
  ['slogan-form', 'warning', [12, 290, 303], [], '增强政治性、原则性、战斗性'],
  ['stale-term', 'warning', [12, 306, 316], [], '扎实开展党史学习教育'],
  [
    'campaign-name',
    'warning',
    [12, 317, 329],
    [
      [12, 310, 316],
      [12, 365, 369],
    ],
    '结合专题教育常态化长效化',
  ],
  ['dialect-word', 'info', [12, 330, 334], [], '下茬整治'],
  ['stale-term', 'error', [12, 348, 355], [], '“基层减负年”'],
  ['campaign-name', 'warning', [12, 363, 371], [[12, 310, 316]], '检验主题教育成效'],
  ['stray-space', 'warning', [13, 89, 90], [], ' '],
  ['repeated-word', 'warning', [14, 384, 389], [[7, 12, 18]], '组织组织力'],
  ['slogan-form', 'warning', [15, 234, 242], [], '推进全面乡村振兴'],
  ['stale-term', 'warning', [16, 66, 71], [], '深度贫困村'],
  ['slogan-form', 'warning', [17, 53, 70], [], '树牢“四个意识”、做到“两个维护”'],
  [
    'mixed-enumerators',
    'error',
    [17, 143, 145],
    [
      [17, 21, 23],
      [17, 92, 94],
      [17, 210, 212],
    ],
    '三是',
  ],
  ['mixed-enumerators', 'error', [17, 210, 212], [[17, 143, 145]], '四是'],
]

const mustNotFlag: readonly (readonly [spot: Spot, quote: string, why: string])[] = [
  [[2, 19, 22], '工作作', '“工作｜作以”跨词叠字，不是重复'],
  [[2, 40, 41], '：', '导语末用冒号领起下文各部分，可'],
  [[7, 12, 18], '党组织组织力', '“党组织＋组织力”，合法；与第14行对照'],
  [[7, 94, 99], '3人被评为', '句首“3人”不是序号'],
  [[7, 64, 69], '1个示范村', '数量词，不是序号'],
  [[7, 129, 138], '区、街道、社区三级', '“三级”与所列3项相符'],
  [[7, 99, 103], '全省优秀', '引上级荣誉，不算范围混用'],
  [[6, 71, 79], '一线“三项机制”', '“一线”之“一”不是序次语'],
  [[6, 205, 210], '名师名校长', '“名师名校长”合法'],
  [[9, 1, 3], '二、', '一、二、连续，无缺号'],
  [[10, 7, 14], '建党101周年', '1921＋101＝2022，算术正确（另有 suggestion：非逢五逢十）'],
  [[10, 144, 172], '树牢“四个意识”、坚定“四个自信”、坚决做到“两个维护”', '三项齐全、次序正确'],
  [[10, 202, 208], '“六个坚持”', '与6个以“坚持”开头的标题相符'],
  [[10, 116, 128], '全国全省全市组织部长会议', '引上级会议，不算范围混用'],
  [[11, 18, 24], '以下六个方面', '下列1.—6.共6项，相符'],
  [[12, 210, 216], '“八种本领”', '十九大报告八个方面本领，提法可'],
  [[12, 21, 25], '一要严明', '句首序次语，一要—四要连续'],
  [[12, 94, 98], '以案促改', '固定说法'],
  [[13, 79, 83], '一票否决', '“一票”之“一”不是序次语'],
  [[13, 23, 29], '聚焦政治标准', '“第一书记”不是“第一”'],
  [[13, 307, 319], '加大“三项机制”运用力度', '与第6行近似，但一为总结一为安排，合法'],
  [[14, 64, 68], '第一书记', '“第一书记”不是序次语'],
  [[14, 130, 133], '一肩挑', '“一肩挑”之“一”不是序次语'],
  [[14, 58, 64], '选好管好用好', '三字排比，合法'],
  [[14, 183, 192], '互联互通、共建共享', 'ABAC 型，合法'],
  [[14, 448, 452], '三会一课', '缩略语合法'],
  [[14, 434, 440], '严肃组织生活', '“严肃组织生活”本身可，问题在“制度”'],
  [[15, 16, 20], '第一资源', '不是序次语'],
  [[15, 127, 131], '安心舒心', '合法'],
  [[15, 67, 73], '创新创造创业', '合法'],
  [[16, 97, 105], '服务中心服务企业', '“党群服务中心｜服务企业”，合法'],
  [[16, 189, 194], '“三提升”', '所列恰3项，数目相符（仅类别不齐）'],
  [[17, 21, 29], '一要提高政治站位', '连续'],
  [[17, 205, 209], '善作善成', 'ABAC，合法'],
  [[17, 177, 180], '零差错', '合法'],
  [[17, 72, 86], '政治上绝对可靠、对党绝对忠诚', '对仗，合法'],
  [[5, 19, 41], '深入学习贯彻习近平新时代中国特色社会主义思想', '固定提法，多段重复合法（另见第4、10、12、17行）'],
  [[12, 140, 162], '认真学习贯彻习近平新时代中国特色社会主义思想', '同上'],
  [[13, 43, 59], '《党政领导干部选拔任用工作条例》', '全称正确（与第6行同）'],
  [[12, 232, 251], '《关于新形势下党内政治生活的若干准则》', '全称正确'],
  [[4, 62, 82], '新时代党的建设总要求和新时代党的组织路线', '两个“新时代”为固定提法，合法'],
]

const path = new URL('../fixtures/reports/qu-zuzhi-2022/input.txt', import.meta.url)
const bytes = readFileSync(path)
const lines = bytes.toString('utf8').split('\n')
const { findings } = await check({ path: 'input.txt', bytes })

const spotOf = ({ start, end }: Finding['position']): Spot => [start.line, start.column, end.column]
const isSame = (a: Spot, b: Spot): boolean => a.every((number, index) => number === b[index])
const exists = (id: string): boolean => rules.some((rule) => rule.id === id)

/** Several places may be one mistake: then the place is one of the second places of a finding. */
const tells = (finding: Finding, spot: Spot): boolean =>
  [finding, ...finding.related].some(({ position }) => isSame(spotOf(position), spot))

test('the rows say what stands there', () => {
  for (const [, , [line, column, end], , quote] of mustFind) {
    expect(lines[line - 1]?.slice(column - 1, end - 1)).toBe(quote)
  }
  for (const [[line, column, end], quote] of mustNotFlag) expect(lines[line - 1]?.slice(column - 1, end - 1)).toBe(quote)
})

describe('is found', () => {
  test.each(mustFind.filter(([ruleId]) => exists(ruleId)))('%s %s %j', (ruleId, severity, spot, related) => {
    const told = findings.filter((finding) => finding.ruleId === ruleId && tells(finding, spot))
    expect(told.map((finding) => finding.severity)).toContain(severity)
    for (const second of related) expect(told.some((finding) => tells(finding, second))).toBe(true)
  })
})

describe('is left alone', () => {
  test.each(mustNotFlag)('%j %s: %s', ([line, column, endColumn]) => {
    const wrong = findings.filter(({ severity, position: { start, end } }) => {
      if (severity === 'info' || start.line > line || end.line < line) return false
      const from = start.line < line ? 1 : start.column
      const to = end.line > line ? Number.POSITIVE_INFINITY : end.column
      return from < endColumn && to > column
    })
    expect(wrong.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
  })
})
