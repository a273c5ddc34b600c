/** Ranges that end before they begin. */
import { type DateTime, inProse, type Span, type TimeRange, timeRanges, type Use } from '../../../src/kit.ts'
import { isLunar } from './calendar.ts'

interface Reversed {
  readonly from: string
  readonly to: string
  readonly at: Span
}

/** Ranges that end before they begin, where no year can be missing: 5月20日至15日, 2023年5月2日至2023年4月1日, 2025年—2021年. */
export function reversedRanges(text: string, use: Use): Reversed[] {
  return inProse(use, use(timeRanges)).flatMap(({ one, stretch }): Reversed[] => {
    const { from, to, start, end } = one
    if (!isReversed(one) || end > stretch.end || isLunar(text, { start, end, stretch })) return []
    const written = (span: Span): string => text.slice(span.start, span.end)
    // 2025—2021年: the first one shares the measure of the other.
    const measure = from.kind === 'year' && text[from.end - 1] !== '年' ? '年' : ''
    return [
      {
        from: written(withYear(from)) + measure,
        to: written(to.kind === 'date' && sharesMonth(from, to) ? to : withYear(to)),
        at: { start, end },
      },
    ]
  })
}

/** A day that is named without its month is of the month before. */
const sharesMonth = (from: TimeRange['from'], to: DateTime): boolean => from.kind === 'date' && to.year === from.year

const withYear = (time: TimeRange['from']): Span =>
  time.kind === 'date' && time.year?.kind === 'year' ? { start: time.year.start, end: time.end } : time

function isReversed({ from, to }: TimeRange): boolean {
  if (from.kind === 'year')
    return to.kind === 'year' && isOfCalendar(from.value) && isOfCalendar(to.value) && from.value > to.value
  if (to.kind === 'year' || (from.day === undefined) !== (to.day === undefined)) return false
  if (to.year === from.year) return to.month === from.month && to.day !== undefined && from.day !== undefined && to.day < from.day
  if (from.year?.kind !== 'year' || to.year?.kind !== 'year') return false
  return ordinal(to, to.year.value) < ordinal(from, from.year.value)
}

/** 建城2215年 is no year. */
const isOfCalendar = (year: number): boolean => year >= 1900 && year <= 2099

const ordinal = ({ month, day = 0 }: DateTime, year: number): number => year * 10000 + month * 100 + day
