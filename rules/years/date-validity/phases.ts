/** The phases of a plan, （一）启动阶段（3月1日至4月15日）: one follows upon the other, and what is due in one is due before its end. */
import {
  type DateTime,
  inProse,
  type PlacedSection,
  type Span,
  type Stretch,
  type TimeRange,
  timeRanges,
  times,
  type Use,
  within,
} from '../../../src/kit.ts'

interface Phase extends Span {
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

export interface PhaseFault {
  readonly id: 'overlap' | 'order' | 'late'
  readonly at: Span
  readonly phase: Span
  /** The other phases follow upon one another to the day. */
  readonly isSure: boolean
}

/** Faults of every series of phases, in order of the text. */
export function phaseFaults(text: string, use: Use): PhaseFault[] {
  const series = new Map<PlacedSection | undefined, { range: TimeRange; stretch: Stretch }[]>()
  for (const { one: range, stretch } of inProse(use, use(timeRanges))) {
    if (!isBracketed(text, range, stretch)) continue
    const key = stretch.section?.heading.start === stretch.start ? stretch.section.parent : stretch.section
    const known = series.get(key)
    if (known) known.push({ range, stretch })
    else series.set(key, [{ range, stretch }])
  }
  return [...series.values()].flatMap((ranges) => faultsOf(text, use, phasesOf(ranges))).sort((a, b) => a.at.start - b.at.start)
}

/** How far from the beginning of its paragraph a phase says when it is. Characters. */
const longestName = 40

const isBracketed = (text: string, { start, end }: Span, stretch: Stretch): boolean =>
  start - stretch.start <= longestName &&
  /[（(](?:时间[：:])?$/.test(text.slice(Math.max(stretch.start, start - 4), start)) &&
  /^[）)]/.test(text.slice(end, end + 1))

/** Days in a row of years of 372 days: enough to compare and to see that one follows upon the other. */
const dayNumber = (year: number, month: number, day: number): number => year * 372 + (month - 1) * 31 + day - 1

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function phasesOf(ranges: readonly { range: TimeRange; stretch: Stretch }[]): Phase[] {
  const found: Phase[] = []
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

function faultsOf(text: string, use: Use, phases: readonly Phase[]): PhaseFault[] {
  if (phases.length < fewestPhases) return []
  const pairs = phases.slice(1).map((next, index) => [phases[index] as Phase, next] as const)
  const joined = pairs.filter(([before, next]) => next.from === before.to || next.from === before.to + 1).length
  const isSure = joined >= surely
  const found: PhaseFault[] = []
  for (const [before, next] of pairs) {
    // A phase of months may begin in the month in which the one before ends.
    const slack = before.isExact && next.isExact ? 0 : 31
    if (next.from < before.from) {
      if (next.isDated && before.isDated) found.push({ id: 'order', at: next, phase: before, isSure })
    } else if (joined > 0 && next.from + slack < before.to) found.push({ id: 'overlap', at: next, phase: before, isSure })
  }
  if (joined === 0) return found
  return [...found, ...phases.flatMap((phase) => lateIn(text, use, phase, isSure))]
}

/** Two dates in brackets are no series yet. */
const fewestPhases = 3
/** As many phases must follow upon one another to the day before a fault is more than a hint. */
const surely = 2

/** 12月15日前全部投入运营, in a phase that is over on 15 November. */
function lateIn(text: string, use: Use, phase: Phase, isSure: boolean): PhaseFault[] {
  const year = Math.floor(phase.to / 372)
  return within(use(times), { start: phase.end, end: phase.until }).flatMap((date): PhaseFault[] => {
    if (date.kind !== 'date' || date.day === undefined || !/^之?前/.test(text.slice(date.end, date.end + 2))) return []
    if (date.year !== undefined && (date.year.kind !== 'year' || date.year.value !== year)) return []
    if (Math.floor(phase.from / 372) !== year || dayNumber(year, date.month, date.day) <= phase.to) return []
    return [{ id: 'late', at: date, phase, isSure }]
  })
}
