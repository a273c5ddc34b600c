/** The phases of a plan: 宣传发动阶段（3月1日至4月15日）, and the terms set within them. */
import type { DateTime, Span, Stretch, Time, TimeRange } from '../../../src/kit.ts'

export interface DateRange {
  /** Where the phase's span stands, and its two dates. */
  readonly range: TimeRange
  /** Days as numbers that can be compared; a month without a day begins with its first and ends with its last. */
  readonly from: number
  readonly to: number
  /** Both dates have a day. */
  readonly isExact: boolean
  /** Phases of one plan follow one another; what stands far off is another plan. */
  readonly plan: number
  /** Terms told in the phase that lie behind its end: 12月15日前. */
  readonly later: readonly Span[]
  /** Terms that lie before its beginning, of what is to be done in it. */
  readonly early: readonly Span[]
}

const heading = /阶段[（(：:][^）)。；\n]{0,8}$/
const before = /^(?:日|底|末)?(?:之)?前/
/** What is asked for: 9月15日前将总结报送, 4月20日前完成. */
const toDo =
  /^(?:之)?前[，]?(?:将|完成|报|上报|提交|形成|制定|印发|汇总|全面完成|要|须|[\u4e00-\u9fff]{1,8}(?:率|到位|不低于|达到|全部|全面|完成))/
/** So many stretches of text may stand between two phases of one plan. */
const farthest = 30

const dayOf = (date: DateTime, year: number, isEnd: boolean): number =>
  year * 372 + date.month * 31 + (date.day ?? (isEnd ? 31 : 1))

export function phasesIn(
  text: string,
  ranges: readonly TimeRange[],
  times: readonly Time[],
  stretches: readonly Stretch[],
): DateRange[] {
  const found: {
    range: TimeRange
    from: number
    to: number
    plan: number
    later: Span[]
    early: Span[]
    stretch: number
    isExact: boolean
  }[] = []
  let plan = 0
  let year = 0
  let stretch = 0
  for (const range of ranges) {
    const { from, to, start } = range
    if (from.kind !== 'date' || to.kind !== 'date' || !heading.test(text.slice(Math.max(0, start - 14), start))) continue
    while (stretch < stretches.length && (stretches[stretch] as Stretch).end <= start) stretch++
    const previous = found[found.length - 1]
    const first = yearOf(from) ?? year
    const last = yearOf(to) ?? (yearOf(from) !== undefined || to.month >= from.month ? first : first + 1)
    const begins = dayOf(from, first, false)
    if (previous && (stretch - previous.stretch > farthest || /第一阶段|一阶段/.test(text.slice(Math.max(0, start - 24), start))))
      plan++
    year = last
    found.push({
      range,
      from: begins,
      to: dayOf(to, last, true),
      plan,
      later: [],
      early: [],
      stretch,
      isExact: from.day !== undefined && to.day !== undefined,
    })
  }
  let at = 0
  found.forEach((phase, index) => {
    const next = found[index + 1]
    const end =
      next && next.plan === phase.plan
        ? next.range.start
        : ((stretches[phase.stretch] as Stretch | undefined)?.end ?? phase.range.end)
    while (at < times.length && (times[at] as Time).start < phase.range.end) at++
    for (; at < times.length && (times[at] as Time).start < end; at++) {
      const time = times[at] as Time
      if (time.kind !== 'date' || !before.test(text.slice(time.end, time.end + 4))) continue
      const own = yearOf(time) ?? Math.floor((phase.to - 32) / 372)
      // 9月底前 in a phase that ends on 30 September is its end.
      if (time.day === undefined && time.month === Math.floor(((phase.to - 32) % 372) / 31) + 1) continue
      if (dayOf(time, own, true) > phase.to && dayOf(time, own, true) - phase.to < 200) phase.later.push(time)
      const distance = phase.from - dayOf(time, own, true)
      if (time.day !== undefined && distance > 0 && distance < 200 && toDo.test(text.slice(time.end, time.end + 10)))
        phase.early.push(time)
    }
  })
  return found
}

const yearOf = ({ year }: DateTime): number | undefined => (year?.kind === 'year' ? year.value : undefined)
