/** The year a document belongs to: the one fact that all dated rules share. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { type DateTime, type SessionTime, timesIn } from '../text/times/index.ts'
import type { Paragraph } from '../tree.ts'
import { type Claim, claims } from './claims.ts'
import { commonest } from './commonest.ts'
import { isInside, quotations } from './quotations.ts'
import { structure } from './structure.ts'
import { type Year, years } from './years.ts'

/** What the year was taken from, surest first. */
export type YearEvidence = 'option' | 'date' | 'dateline' | 'plan' | 'title' | 'review' | 'session' | 'text'

export interface DocumentYear {
  readonly value: number
  /** The month and the day, where a date tells them; a report of January plans the year it stands in. */
  readonly month: number | undefined
  readonly day: number | undefined
  readonly from: YearEvidence
  /** The first and the last year in which it may have been written: a plan for 2026 is often made in December 2025. */
  readonly first: number
  readonly last: number
  /** Where it is written; undefined for an option. */
  readonly span: Span | undefined
}

/**
 * `--year`, else `--as-of`, else the date under the text (落款), the date above it (题注), the year the headings plan, the
 * title, the year after the one reviewed, the session of the National People's Congress that is addressed, or the first
 * “2022年是…” of the text. undefined: the document does not say.
 */
export const documentYear = fact('documentYear', ({ text, settings }, use): DocumentYear | undefined => {
  if (settings.year !== undefined) return exactly(settings.year, 'option')
  if (settings.asOf !== undefined) {
    const [year, month, day] = settings.asOf.split('-').map(Number)
    return { ...exactly(year as number, 'option'), month, day }
  }
  const paragraphs = use(structure).paragraphs.map(({ paragraph }) => paragraph)
  const title = paragraphs.find(({ role }) => role === 'title')
  return (
    roleDate(text, paragraphs) ??
    openingDate(text, use(quotations)) ??
    plannedYear(use(claims)) ??
    (title && titleYear(text, title, use(years))) ??
    reviewedYear(use(claims)) ??
    headlineYear(text) ??
    sessionYear(text) ??
    themeYear(text, use(years))
  )
})

/** Whether an error may rest on it: a year that was only read out of the running text may be a year narrated. */
export const isSure = ({ from }: DocumentYear): boolean => from !== 'text'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The first day the document may speak of as its own, `YYYY-MM-DD`; days compare as strings. */
export const earliestDay = ({ value, month, day }: DocumentYear): string =>
  `${value}-${twoDigits(month ?? 1)}-${twoDigits(day ?? 1)}`

/** The last day it can have been written on, `YYYY-MM-DD`. */
export const latestDay = ({ last, month, day }: DocumentYear): string =>
  `${last}-${twoDigits(month ?? 12)}-${twoDigits(day ?? 31)}`

const exactly = (value: number, from: YearEvidence, span?: Span): DocumentYear => ({
  value,
  month: undefined,
  day: undefined,
  from,
  first: value,
  last: value,
  span,
})

/** The first date of `[start, end)` that names its year. */
function dateIn(text: string, start: number, end: number, from: YearEvidence): DocumentYear | undefined {
  for (const date of timesIn(text, start, end)) {
    if (date.kind !== 'date' || date.year?.kind !== 'year') continue
    const { value } = date.year
    if (value < 1900 || value > 2099) return undefined
    return { ...exactly(value, from, { start: date.year.start, end: date.end }), month: date.month, day: date.day }
  }
  return undefined
}

function roleDate(text: string, paragraphs: readonly Paragraph[]): DocumentYear | undefined {
  for (const role of ['date', 'dateline'] as const) {
    for (const { role: own, start, end } of paragraphs) {
      const found = own === role ? dateIn(text, start, end, role) : undefined
      if (found) return found
    }
  }
  return undefined
}

/** How far into a text its own date may stand where pages were pasted into one line. Characters. */
const longestOpening = 500

/** What a title ends with, and how near the date that must stand. Characters. */
const kindOfPaper = /讲话|致辞|演讲|发言|报告|贺信|说明|汇报|述职/
const longestTitleEnd = 62

/** 在…座谈会上的讲话（2024年9月30日，北京）习近平: the date above the text where title, date and text are one paragraph. */
function openingDate(text: string, quoted: ReturnType<typeof quotations.compute>): DocumentYear | undefined {
  const head = text.slice(0, longestOpening)
  const date = timesIn(head).find((time): time is DateTime => time.kind === 'date' && isBracketed(head, time))
  if (!date) return undefined
  const open = head.lastIndexOf('（', date.year?.start) > head.lastIndexOf('(', date.year?.start) ? '（' : '('
  const at = head.lastIndexOf(open, date.year?.start)
  // What stands behind a title in 《》 is the date of that paper, not of this one.
  if (isInside(quoted, at) || /[》”]$/.test(head.slice(0, at))) return undefined
  const before = head.slice(Math.max(0, at - longestTitleEnd), at)
  return kindOfPaper.test(before.slice(before.lastIndexOf('。') + 1)) ? dateIn(text, at, date.end, 'dateline') : undefined
}

/** （2024年9月30日，北京）: a whole day behind a bracket that closes there, or goes on with the place. */
const isBracketed = (text: string, { year, day, end }: DateTime): boolean =>
  day !== undefined &&
  year?.kind === 'year' &&
  /[（(]\s?$/.test(text.slice(Math.max(0, year.start - 2), year.start)) &&
  /^[）)，, 　]/.test(text.slice(end, end + 1))

function plannedYear(said: readonly Claim[]): DocumentYear | undefined {
  const plans = said.filter(({ about }) => about === 'plan')
  const value = commonest(plans.map(({ year }) => year))
  return value === null
    ? undefined
    : {
        ...exactly(
          value,
          'plan',
          plans.find(({ year }) => year === value),
        ),
        first: value - 1,
      }
}

/** The last year of the title: 2025年工作总结和2026年工作计划 belongs to 2026. */
function titleYear(text: string, title: Span, all: readonly Year[]): DocumentYear | undefined {
  const own = all.filter(({ start, inRange }) => start >= title.start && start < title.end && !inRange)
  const year = own.reduce<Year | undefined>((best, one) => (best && best.value >= one.value ? best : one), undefined)
  if (!year) return undefined
  const words = text.slice(year.end, title.end)
  if (/新年[贺献]词/.test(words)) return { ...exactly(year.value - 1, 'title', year), month: 12, day: 31 }
  const about = exactly(year.value, 'title', year)
  if (/总结|回顾|述职|情况/.test(words)) return { ...about, last: year.value + 1 }
  return /计划|要点|安排|打算|方案/.test(words) ? { ...about, first: year.value - 1 } : about
}

function reviewedYear(said: readonly Claim[]): DocumentYear | undefined {
  const reviews = said.filter(({ about }) => about === 'review')
  const value = commonest(reviews.map(({ year }) => year))
  return value === null ? undefined : afterReview(value, reviews.find(({ year }) => year === value) as Span)
}

/** A report of the year before: it belongs to this year, if it was not written at the end of the other. */
const afterReview = (reviewed: number, span: Span): DocumentYear => ({
  ...exactly(reviewed + 1, 'review', span),
  first: reviewed,
})

/** Behind a year: it heads a look back. */
const heads = /^(?:[\u4e00-\u9fff]{0,8}工作)?(?:的)?(?:简要)?(?:回顾|总结)/

/** 2023年工作回顾 as a line without an ordinal, or amid a text whose lines were joined. */
function headlineYear(text: string): DocumentYear | undefined {
  const head = text.slice(0, 3 * longestOpening)
  const year = timesIn(head).find(
    ({ kind, start, end }) =>
      kind === 'year' && !/[—–\-－~～至]/.test(head[start - 1] ?? '') && heads.test(head.slice(end, end + 20)),
  )
  if (year?.kind !== 'year' || year.value < 1950 || year.value > 2099) return undefined
  return afterReview(year.value, year)
}

/** How far into a text the session may stand that a report was given to. Characters. */
const longestSalutation = 120

/**
 * The year of the session a report was given to. The eighth congress met first in 1993, each sits five years and meets once a
 * year (年份见历次政府工作报告题注).
 */
function sessionYear(text: string): DocumentYear | undefined {
  const session = timesIn(text.slice(0, longestSalutation)).find(
    (time): time is SessionTime => time.kind === 'session' && /^全国人(?:民代表大会|大)$/.test(time.body),
  )
  if (!session || session.term < 8 || session.meeting > 5) return undefined
  return exactly(1993 + 5 * (session.term - 8) + session.meeting - 1, 'session', session)
}

/** The first year of which the text says 2022年是…; the next one, where it says so of both: a report reviews one and plans the other. */
function themeYear(text: string, all: readonly Year[]): DocumentYear | undefined {
  const themes = all.filter(({ end, inRange, quoted }) => !inRange && !quoted && /^，?是/.test(text.slice(end, end + 2)))
  const [first] = themes
  const next = first && themes.find(({ value }) => value === first.value + 1)
  const chosen = next ?? first
  return chosen && { ...exactly(chosen.value, 'text', chosen), last: next ? chosen.value : chosen.value + 1 }
}
