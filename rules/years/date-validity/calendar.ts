/** Days as they are written, and what the calendar says of them. */
import {
  type DateTime,
  type DocumentYear,
  type InProse,
  inProse,
  isSure,
  type Span,
  type Stretch,
  times,
  type Use,
  type WrittenOn,
  within,
} from '../../../src/kit.ts'

/** A date as written: M月D日, with the year where it stands right before. */
export interface WrittenDate extends Span {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  readonly stretch: Stretch
}

const weekdays = '日一二三四五六'

/** The days that are written out, in running text; the year only as a calendar may have it. */
export function datesIn(use: Use): WrittenDate[] {
  const days = use(times).filter((time): time is DateTime => time.kind === 'date' && time.day !== undefined)
  return inProse(use, days).map(writtenDate)
}

function writtenDate({ one: { year: named, month, day, start, end }, stretch }: InProse<DateTime>): WrittenDate {
  const year = named?.kind === 'year' && named.value >= firstYear && named.value <= lastYear ? named : undefined
  return { year: year?.value, month, day: day as number, start: year?.start ?? start, end, stretch }
}

/** The years of the calendar by which weekdays are counted. */
const firstYear = 1583
const lastYear = 2199

const lunarWords = /农历|阴历|旧历|夏历|古历|闰/

/** Of the lunar calendar: it is named before the date or right behind it. */
export const isLunar = (text: string, { start, end, stretch }: Span & { readonly stretch: Span }): boolean =>
  lunarWords.test(text.slice(Math.max(stretch.start, start - 14), start)) ||
  /^[（(]?(?:农历|阴历|旧历)/.test(text.slice(end, end + 4))

/** The last day of a month of that year. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const weekdayOf = (year: number, month: number, day: number): string =>
  weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string

/** 6日（星期二）, and 6日，星期二. */
export const weekdayBehind =
  /^(?:[，,] ?|[ \u3000]{0,2}[（(]? ?)(?:星期|周|礼拜)([一二三四五六日天])(?![年期天月])(?:(?<=[（(] ?(?:星期|周|礼拜).)[）)])?/

/** No year stands in the clause before it, and neither the document's year nor the one before is a leap year. */
export function isUnlikelyLeap(use: Use, { start, stretch }: WrittenDate, own: DocumentYear): boolean {
  if (!isSure(own) || [own.value - 1, own.value, own.last].some((year) => daysIn(year, 2) === 29)) return false
  const before = { start: Math.max(stretch.start, start - 30), end: start }
  return !within(use(times), before).some(({ kind }) => kind === 'year')
}

/** As many days from the date of a document a day without a year is of the same season. */
const season = 120

/** The year of a day that lies near the date of the document, before it or behind; undefined where it could be another year's. */
export function nearestYear({ year, month, day = 15 }: WrittenOn, ofMonth: number, ofDay: number): number | undefined {
  const at = Date.UTC(year, month - 1, day)
  return [year - 1, year, year + 1].find((one) => Math.abs(Date.UTC(one, ofMonth - 1, ofDay) - at) <= season * 86_400_000)
}

/** What stands between the two days of one stretch of time, which are of one year or of two that follow. */
export const ofOneRange = /^(?:[至到、和—－~-]|——)$/

const today = /(?<![比较到自从])今[天日](?:是|，|又是)?(?:星期|礼拜)([一二三四五六日天])/g

/** 今天是星期二: what day the document says it is. */
export const todays = (text: string): (Span & { readonly said: string })[] =>
  Array.from(text.matchAll(today), ({ 0: words, 1: said = '', index }) => ({ start: index, end: index + words.length, said }))

const done =
  /^[^，。；！？]{0,12}?(?:召开了|印发了|举行了|完成了|举办了|通过了|出台了|已(?:经)?(?:完成|召开|印发|结束|建成|通过))/
const planned = /拟|将|计划|预计|定于|力争|前|截至|到/

/** The clause tells it as done, and says nothing of a plan. */
export function toldAsDone(text: string, { start, end, stretch }: WrittenDate): boolean {
  const behind = text.slice(end, Math.min(stretch.end, end + 24)).replace(/^，/, '')
  return (
    done.test(behind) &&
    !planned.test(text.slice(Math.max(stretch.start, start - 6), start)) &&
    !/^[^，。；]{0,12}(?:前|拟|将)/.test(behind)
  )
}
