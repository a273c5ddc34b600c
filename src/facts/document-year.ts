/** The year a document belongs to: the one fact that all dated rules share. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { numberOf } from '../text/numerals.ts'
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

const digits = '[0-9０-９〇○零一二三四五六七八九]'
const dated = new RegExp(
  `(${digits}{4})\\s?年\\s?([0-9０-９一二三四五六七八九十]{1,3})\\s?月(?:\\s?([0-9０-９一二三四五六七八九十]{1,3})\\s?日)?`,
)

function dateIn(words: string, start: number, from: YearEvidence): DocumentYear | undefined {
  const match = dated.exec(words)
  const value = match ? numberOf(match[1] as string) : undefined
  if (!match || value === undefined || value < 1900 || value > 2099) return undefined
  const at = start + match.index
  return {
    ...exactly(value, from, { start: at, end: at + match[0].length }),
    month: numberOf(match[2] as string),
    day: match[3] === undefined ? undefined : numberOf(match[3]),
  }
}

function roleDate(text: string, paragraphs: readonly Paragraph[]): DocumentYear | undefined {
  for (const role of ['date', 'dateline'] as const) {
    for (const { role: own, start, end } of paragraphs) {
      const found = own === role ? dateIn(text.slice(start, end), start, role) : undefined
      if (found) return found
    }
  }
  return undefined
}

/** How far into a text its own date may stand where pages were pasted into one line. Characters. */
const longestOpening = 500

const bracketedDate = new RegExp(`[（(]\\s?${digits}{4}\\s?年\\s?[0-9０-９]{1,2}\\s?月\\s?[0-9０-９]{1,2}\\s?日(?=[）)，,　 ])`)

/** What a title ends with, and how near the date that must stand. Characters. */
const kindOfPaper = /讲话|致辞|演讲|发言|报告|贺信|说明|汇报|述职/
const longestTitleEnd = 62

/** 在…座谈会上的讲话（2024年9月30日，北京）习近平: the date above the text where title, date and text are one paragraph. */
function openingDate(text: string, quoted: ReturnType<typeof quotations.compute>): DocumentYear | undefined {
  const head = text.slice(0, longestOpening)
  const match = bracketedDate.exec(head)
  // What stands behind a title in 《》 is the date of that paper, not of this one.
  if (!match || isInside(quoted, match.index) || /[》”]$/.test(head.slice(0, match.index))) return undefined
  const before = head.slice(Math.max(0, match.index - longestTitleEnd), match.index)
  return kindOfPaper.test(before.slice(before.lastIndexOf('。') + 1)) ? dateIn(match[0], match.index, 'dateline') : undefined
}

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

const headline = new RegExp(`(?<![—–\\-－~～至])(${digits}{4})年(?:[\\u4e00-\\u9fff]{0,8}工作)?(?:的)?(?:简要)?(?:回顾|总结)`)

/** 2023年工作回顾 as a line without an ordinal, or amid a text whose lines were joined. */
function headlineYear(text: string): DocumentYear | undefined {
  const match = headline.exec(text.slice(0, 3 * longestOpening))
  const value = match ? numberOf(match[1] as string) : undefined
  if (!match || value === undefined || value < 1950 || value > 2099) return undefined
  return afterReview(value, { start: match.index, end: match.index + 5 })
}

const session = /([一二三四五六七八九十]{1,3})届全国人(?:民代表大会|大)第?([一二三四五])次会议/

/**
 * The year of the session a report was given to. The eighth congress met first in 1993, each sits five years and meets once a
 * year (年份见历次政府工作报告题注).
 */
function sessionYear(text: string): DocumentYear | undefined {
  const match = session.exec(text.slice(0, 120))
  if (!match) return undefined
  const term = numberOf(match[1] as string) ?? 0
  const value = 1993 + 5 * (term - 8) + (numberOf(match[2] as string) as number) - 1
  return term < 8 ? undefined : exactly(value, 'session', { start: match.index, end: match.index + match[0].length })
}

/** The first year of which the text says 2022年是…; the next one, where it says so of both: a report reviews one and plans the other. */
function themeYear(text: string, all: readonly Year[]): DocumentYear | undefined {
  const themes = all.filter(({ end, inRange, quoted }) => !inRange && !quoted && /^，?是/.test(text.slice(end, end + 2)))
  const [first] = themes
  const next = first && themes.find(({ value }) => value === first.value + 1)
  const chosen = next ?? first
  return chosen && { ...exactly(chosen.value, 'text', chosen), last: next ? chosen.value : chosen.value + 1 }
}
