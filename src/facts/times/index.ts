/** All times of the document, read once: years, dates, ranges, relative years, plans, sessions, anniversaries. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { rangesIn, type Time, type TimeRange, timesIn } from '../../text/times/index.ts'

export type {
  CountTime,
  DateTime,
  Digits,
  PartTime,
  PlanTime,
  RelativeTime,
  SessionTime,
  Time,
  TimeRange,
  YearTime,
} from '../../text/times/index.ts'

/** In order of where they begin. */
export const times = fact('times', ({ text }): readonly Time[] => timesIn(text))

/** What is said to go from one year or day to another, in order. */
export const timeRanges = fact('timeRanges', ({ text }, use): readonly TimeRange[] => rangesIn(text, use(times)))

/** Those of `all`, which are in order, that lie within `[start, end)`. */
export function within<One extends Span>(all: readonly One[], { start, end }: Span): One[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as One).start < start) low = middle + 1
    else high = middle
  }
  const found: One[] = []
  for (let index = low; index < all.length && (all[index] as One).start < end; index++) {
    const one = all[index] as One
    if (one.end <= end) found.push(one)
  }
  return found
}
