/** 三年行动方案（2023—2026年）: a plan names its first and its last year, and both are years of it. */
import { numberOf, type Span, type TimeRange } from '../../../src/kit.ts'

export interface PlanYears {
  readonly at: Span
  readonly said: string
  readonly due: number
  readonly range: string
  readonly years: number
}

const before =
  /([两三四五六七八]|[2-8])年(?:滚动|专项|提升|攻坚|集中|发展|建设|重点)*(?:行动|计划|规划|方案|实施|工程)[\u4e00-\u9fff]{0,6}》?[（(]$/
/** How far before the bracket the number of years may stand. Characters. */
const reach = 24

export function yearsOfPlans(text: string, ranges: readonly TimeRange[]): PlanYears[] {
  return ranges.flatMap(({ from, to, start, end }) => {
    if (from.kind !== 'year' || to.kind !== 'year' || !/[）)]/.test(text[end] ?? '')) return []
    const match = before.exec(text.slice(Math.max(0, start - reach), start))
    const due = match ? numberOf(match[1] as string) : undefined
    const years = to.value - from.value + 1
    if (!match || due === undefined || years === due || years < 2 || years > 12) return []
    return [{ at: { start, end }, said: `${match[1]}年`, due, range: text.slice(start, end), years }]
  })
}
