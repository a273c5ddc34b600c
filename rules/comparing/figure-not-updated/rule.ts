import {
  defineRule,
  type Figure,
  isHan,
  type Pairing,
  pairing,
  quantities,
  type Row,
  type Span,
  yearsOfPair,
} from '../../../src/kit.ts'

/** What goes on from year to year and may well be the same: stock, not flow. */
const standing =
  /[共现]有|下辖|辖区|户籍|占地|面积|耕地|编制|在职|在编|在校|党员[0-9]+名|职工[0-9]+|教师[0-9]+|床位|距离|海拔|里程|容量|下设|内设|标准|不低于|不少于|不超过|以上|以下|左右|目标|任务|计划|预计|累计|连续|每[年月季周日人户亩]|人均/

/** Figures that are names or grades. */
const grades = new Set([
  '级',
  '度',
  '年',
  '月',
  '日',
  '号',
  '次会议',
  '届',
  '号文',
  '时',
  '点',
  '分',
  '秒',
  '小时',
  '天',
  '个月',
  '周',
  '星期',
  '岁',
  '楼',
  '条',
  '批',
])

/** A rounded percentage of everything is no result of the year. */
const isWhole = ({ kind, value }: Figure): boolean => kind === 'percent' && (value === 100 || value === 0)

/** Digits that say something: 2150 has three. */
const significant = (words: string): number => words.replace(/[^0-9]/g, '').replace(/0{1,12}$/, '').length

/** So few small ones are no list worth reading. */
const fewest = 3

export default defineRule({
  id: 'figure-not-updated',
  severity: 'warning',
  summary: { zh: '回顾里的数字和去年的稿子完全一样', en: 'A figure of the review is the very one of last year' },
  source: { tier: '本规则', ref: '相邻两年的报告里，三位以上的数字碰巧相同的只有百分之二三' },
  options: {},
  messages: {
    kept: {
      zh: '“{words}”和去年的稿子完全一样，请核是否忘了改',
      en: '“{words}” is the very figure of last year’s text; please check whether it was forgotten',
    },
    list: {
      zh: '这里起有{count}个数与去年的稿子相同（如“{words}”），请逐项确认',
      en: 'From here on {count} figures are the same as last year’s (such as “{words}”); please confirm each',
    },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
    more: { zh: '“{words}”也与去年相同', en: '“{words}” too' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    if (!pair || pair.body === 'other' || !yearsOfPair(pair)) return
    const small: Kept[] = []
    for (const kept of keptIn(text, pair, use(quantities))) {
      if (!kept.isLarge) small.push(kept)
      else report('kept', kept.clause, { words: kept.words }, { see: [{ id: 'old', at: kept.old, data: {}, inOther: true }] })
    }
    const [first, ...others] = small
    if (!first || small.length < fewest) return
    const see = others.map(({ clause, words }) => ({ id: 'more', at: clause, data: { words } }) as const)
    report('list', first.clause, { count: small.length, words: first.words }, { severity: 'info', see })
  },
})

/** A clause with its figures as last year's text has it. */
interface Kept {
  readonly clause: Span
  readonly words: string
  readonly old: Span
  /** Three digits or more, or several figures: hardly chance. */
  readonly isLarge: boolean
}

const isReview = ({ unit, mate }: Row): boolean =>
  unit.isBody && !unit.isOfYears && !unit.isHeading && unit.outlook !== 'plan' && mate !== undefined && mate.outlook !== 'plan'

function keptIn(text: string, { rows }: Pairing, figures: readonly Figure[]): Kept[] {
  const found: Kept[] = []
  let at = 0
  for (const row of rows) {
    const { unit, mate } = row
    if (!mate || !isReview(row)) continue
    while (at < figures.length && (figures[at]?.start ?? 0) < unit.start) at++
    let next = at
    for (const clause of clausesIn(text, unit)) {
      while (next < figures.length && (figures[next]?.start ?? 0) < clause.start) next++
      const own: Figure[] = []
      for (let index = next; (figures[index]?.start ?? Number.POSITIVE_INFINITY) < clause.end; index++)
        own.push(figures[index] as Figure)
      const words = text.slice(clause.start, clause.end)
      if (!mate.words.includes(words) || standing.test(words)) continue
      const yearly = own.filter((figure) => isYearly(text, figure))
      if (yearly.length === 0) continue
      const isLarge =
        yearly.length > 1 ||
        yearly.some((figure) => figure.kind === 'amount' && significant(text.slice(figure.start, figure.numberEnd)) >= 3)
      found.push({ clause, words, old: mate, isLarge })
    }
  }
  return found
}

/** A count or an amount of the year, exact, in Arabic digits. */
const isYearly = (text: string, figure: Figure): boolean =>
  !figure.isApproximate &&
  !figure.isHan &&
  figure.kind !== 'ordinal' &&
  figure.kind !== 'bare' &&
  !isWhole(figure) &&
  !grades.has(figure.unit) &&
  isHan(text, figure.start - 1)

/** Clauses between commas and the like, without the marks. A figure's own comma stands between digits. */
function clausesIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !'，；。、：（）！'.includes(text[at] as string)) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found
}
