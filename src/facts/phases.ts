/**
 * The phases of a plan and when each is: 宣传发动阶段（3月1日至4月15日）, named as such, and （一）启动（3月1日至4月15日） under one heading, each with
 * its span in brackets. Days are numbers in years of 372 days, which are enough to compare.
 */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { inProse } from './prose.ts'
import { type PlacedSection, type Stretch, structure } from './structure.ts'
import { type DateTime, type Time, type TimeRange, timeRanges, times } from './times/index.ts'

/** Days in a row of years of 372 days: enough to compare and to see that one follows upon the other. */
export const dayNumber = (year: number, month: number, day: number): number => year * 372 + (month - 1) * 31 + day - 1

// Phases named as such.

export interface NamedPhase {
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

export const namedPhases = fact('namedPhases', ({ text }, use): readonly NamedPhase[] =>
  namedIn(text, use(timeRanges), use(times), use(structure).stretches),
)

const heading = /阶段[（(：:][^）)。；\n]{0,8}$/
const before = /^(?:日|底|末)?(?:之)?前/
/** What is asked for: 9月15日前将总结报送, 4月20日前完成. */
const toDo =
  /^(?:之)?前[，]?(?:将|完成|报|上报|提交|形成|制定|印发|汇总|全面完成|要|须|[\u4e00-\u9fff]{1,8}(?:率|到位|不低于|达到|全部|全面|完成))/
/** So many stretches of text may stand between two phases of one plan. */
const farthest = 30

const dayOf = (date: DateTime, year: number, isEnd: boolean): number => dayNumber(year, date.month, date.day ?? (isEnd ? 31 : 1))

function namedIn(
  text: string,
  ranges: readonly TimeRange[],
  times: readonly Time[],
  stretches: readonly Stretch[],
): NamedPhase[] {
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
      const own = yearOf(time) ?? Math.floor(phase.to / 372)
      // 9月底前 in a phase that ends on 30 September is its end.
      if (time.day === undefined && time.month === Math.floor((phase.to % 372) / 31) + 1) continue
      if (dayOf(time, own, true) > phase.to && dayOf(time, own, true) - phase.to < 200) phase.later.push(time)
      const distance = phase.from - dayOf(time, own, true)
      if (time.day !== undefined && distance > 0 && distance < 200 && toDo.test(text.slice(time.end, time.end + 10)))
        phase.early.push(time)
    }
  })
  return found
}

const yearOf = ({ year }: DateTime): number | undefined => (year?.kind === 'year' ? year.value : undefined)

// Phases with their spans in brackets.

export interface BracketedPhase extends Span {
  readonly from: number
  readonly to: number
  /** Days are said, not only months. */
  readonly isExact: boolean
  /** The year of its beginning is said. */
  readonly isDated: boolean
  readonly stretch: Stretch
  /** Where the text of the phase ends. */
  readonly until: number
}

/** The phases under one heading that say in brackets when they are, in order of the text. */
export const phaseSeries = fact('phaseSeries', ({ text }, use): readonly (readonly BracketedPhase[])[] => {
  const series = new Map<PlacedSection | undefined, { range: TimeRange; stretch: Stretch }[]>()
  for (const { one: range, stretch } of inProse(use, use(timeRanges))) {
    if (!isBracketed(text, range, stretch)) continue
    const key = stretch.section?.heading.start === stretch.start ? stretch.section.parent : stretch.section
    const known = series.get(key)
    if (known) known.push({ range, stretch })
    else series.set(key, [{ range, stretch }])
  }
  return [...series.values()].map(phasesOf)
})

/** How far from the beginning of its paragraph a phase says when it is. Characters. */
const longestName = 40

const isBracketed = (text: string, { start, end }: Span, stretch: Stretch): boolean =>
  start - stretch.start <= longestName &&
  /[（(](?:时间[：:])?$/.test(text.slice(Math.max(stretch.start, start - 4), start)) &&
  /^[）)]/.test(text.slice(end, end + 1))

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function phasesOf(ranges: readonly { range: TimeRange; stretch: Stretch }[]): BracketedPhase[] {
  const found: BracketedPhase[] = []
  let year = 0
  ranges.forEach(({ range: { from, to, start, end }, stretch }, index) => {
    if (from.kind !== 'date' || to.kind !== 'date') return
    const said = from.year?.kind === 'year' ? from.year.value : undefined
    year = said ?? year
    const last = to.year?.kind === 'year' ? to.year.value : to.month < from.month ? year + 1 : year
    found.push({
      start,
      end,
      stretch,
      from: dayNumber(year, from.month, from.day ?? 1),
      to: endOf(last, to),
      isExact: from.day !== undefined && to.day !== undefined,
      isDated: said !== undefined,
      until: ranges[index + 1]?.stretch.start ?? stretch.section?.section.end ?? stretch.end,
    })
    year = last
  })
  return found
}

/** A month is over on its 31st, whatever its length: the next day is the first of the next month. */
const endOf = (year: number, { month, day }: DateTime): number =>
  dayNumber(year, month, day === undefined || day >= (lengths[month - 1] ?? 31) - (month === 2 ? 1 : 0) ? 31 : day)
