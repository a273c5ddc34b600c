/** The words by which a title, a heading or a clause looks back or ahead. The only list of them. */

export type Outlook = 'review' | 'plan'

/** Where words stand: on a numbered heading or a title, on a line that bears no number, or in a clause of running text. */
export type Setting = 'heading' | 'line' | 'clause'

/** A line without an ordinal that divides the report is not longer than this. Characters. */
export const longestLine = 24

interface OutlookWord {
  readonly word: string
  readonly outlook: Outlook
  /** In which settings the word is enough. What heads a numbered part is of no weight in running text. */
  readonly holds: readonly Setting[]
}

const everywhere: readonly Setting[] = ['heading', 'line', 'clause']
const standing: readonly Setting[] = ['heading', 'line']
const numbered: readonly Setting[] = ['heading']

const rows: readonly OutlookWord[] = [
  ...['回顾', '总结'].map((word) => ({ word, outlook: 'review', holds: everywhere }) as const),
  ...['完成情况', '进展情况', '工作情况', '主要成绩', '工作成效', '取得的成', '主要做法'].map(
    (word) => ({ word, outlook: 'review', holds: standing }) as const,
  ),
  { word: '情况', outlook: 'review', holds: ['heading', 'clause'] },
  ...['述职', '述廉'].map((word) => ({ word, outlook: 'review', holds: numbered }) as const),
  ...['安排', '部署'].map((word) => ({ word, outlook: 'plan', holds: everywhere }) as const),
  ...['作计划', '作出计划'].map((word) => ({ word, outlook: 'plan', holds: everywhere }) as const),
  ...[
    '打算',
    '计划',
    '下一步',
    '下步',
    '今后',
    '努力方向',
    '新的一年',
    '明年',
    '总体要求',
    '目标任务',
    '主要任务',
    '重点任务',
    '工作思路',
    '工作要点',
  ].map((word) => ({ word, outlook: 'plan', holds: standing }) as const),
  ...['任务', '要点', '展望', '目标', '思路', '预期', '举措', '方案', '草案'].map(
    (word) => ({ word, outlook: 'plan', holds: numbered }) as const,
  ),
]

const expressionOf = (setting: Setting, outlook: Outlook): RegExp =>
  new RegExp(
    rows
      .filter((row) => row.outlook === outlook && row.holds.includes(setting))
      .map(({ word }) => word)
      .join('|'),
    'g',
  )

const expressions: Readonly<Record<Setting, Readonly<Record<Outlook, RegExp>>>> = {
  heading: { review: expressionOf('heading', 'review'), plan: expressionOf('heading', 'plan') },
  line: { review: expressionOf('line', 'review'), plan: expressionOf('line', 'plan') },
  clause: { review: expressionOf('clause', 'review'), plan: expressionOf('clause', 'plan') },
}

/** By the word that stands last: it is the head of a Chinese noun phrase. 计划的执行情况 looks back, 总结基础上的工作安排 ahead. */
export function outlookOf(words: string, setting: Setting = 'heading'): Outlook | undefined {
  const review = lastPlace(words, expressions[setting].review)
  const plan = lastPlace(words, expressions[setting].plan)
  if (review === plan) return undefined
  return review > plan ? 'review' : 'plan'
}

/** Whether a title announces both: 2025年工作总结和2026年工作计划. */
export const looksBothWays = (words: string): boolean =>
  lastPlace(words, expressions.line.review) >= 0 && lastPlace(words, expressions.line.plan) >= 0

/** Where the last match ends; −1 without any. `pattern` is global. */
function lastPlace(words: string, pattern: RegExp): number {
  let place = -1
  for (const match of words.matchAll(pattern)) place = match.index + match[0].length
  return place
}
