/** The year a document belongs to: the one fact that all dated rules share. */
import { fact, type Use } from '../fact.ts'
import type { Span } from '../source.ts'
import { type SessionTime, timesIn } from '../text/times/index.ts'
import { type Claim, claims } from './claims.ts'
import { openingDay } from './opening-day.ts'
import { outlookOf } from './outlook-words.ts'
import { type PlacedParagraph, structure } from './structure.ts'
import { reviewOf, type Verdict, type Vote, verdict } from './verdict.ts'
import { longestOpening, type WrittenOn, writtenOn } from './written-on.ts'
import { type Year, years } from './years.ts'

/** What the year was taken from, surest first. */
export type YearEvidence =
  | 'option'
  | 'date'
  | 'dateline'
  | 'imprint'
  | 'number'
  | 'plan'
  | 'title'
  | 'review'
  | 'session'
  | 'text'

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
 * `--year`, else `--as-of`, else the date under the text (落款), the date above it (题注), the day it was printed (印发), its number (〔2026〕5号), the year the headings plan, the
 * title, the year after the one reviewed, the session of the National People's Congress that is addressed, or the first
 * “2022年是…” of the text. undefined: the document does not say.
 */
export const documentYear = fact('documentYear', ({ text, settings }, use): DocumentYear | undefined => {
  if (settings.year !== undefined) return exactly(settings.year, 'option')
  if (settings.asOf !== undefined) {
    const [year, month, day] = settings.asOf.split('-').map(Number)
    return { ...exactly(year as number, 'option'), month, day }
  }
  const title = use(structure).paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
  return (
    ownDate(use) ??
    printedYear(text, use(structure).paragraphs) ??
    openedOn(use) ??
    numberYear(text, use(structure).paragraphs) ??
    issueYear(text, use(structure).paragraphs) ??
    plannedYear(use(verdict), use(claims)) ??
    (title && titleYear(text, title, use(years))) ??
    reviewedYear(use(verdict)) ??
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

/** 某办公室　2026年8月1日印发 */
function printedYear(text: string, paragraphs: readonly PlacedParagraph[]): DocumentYear | undefined {
  for (const { paragraph } of paragraphs) {
    if (paragraph.role !== 'imprint') continue
    for (const date of timesIn(text, paragraph.start, paragraph.end)) {
      if (date.kind !== 'date' || date.year?.kind !== 'year') continue
      const { year, month, day, end } = date
      return { ...exactly(year.value, 'imprint', { start: year.start, end }), month, day }
    }
  }
  return undefined
}

/** The day on which the meeting of the minutes was held. */
function openedOn(use: Use): DocumentYear | undefined {
  const day = use(openingDay)
  return day && { ...exactly(day.year, 'dateline', day.span), month: day.month, day: day.day }
}

/** 〔2026〕5号: the paper was numbered in that year. */
function numberYear(text: string, paragraphs: readonly PlacedParagraph[]): DocumentYear | undefined {
  const line = paragraphs.find(({ paragraph }) => paragraph.role === 'document-number')?.paragraph
  const match = line && /[〔［[（(【]\s?((?:19|20)[0-9]{2})\s?[〕］\]）)】]/.exec(text.slice(line.start, line.end))
  if (!line || !match) return undefined
  const start = line.start + match.index + 1
  return exactly(Number(match[1]), 'number', { start, end: start + 4 })
}

/** How far into a text the head of a bulletin or of minutes may stand, and how long a line of it is. Characters. */
const longestHead = 120
const longestHeadLine = 40
const issued = /^(?:第\d+期|（总第\d+期）)?[\s\u3000]*[〔（(]?((?:19|20)[0-9]{2})[〕）)]?年?第[0-9]{1,3}[期号]/
const issuedBy =
  /(?:室|局|委|会|办|部|院|厅|处|社|中心|公司|大学|政府)[\s\u3000]+((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日$/

/** 时间：2026年3月2日下午, above minutes. */
const heldOn = /^(?:会议|活动)?时\s{0,4}间\s?[：:]\s?((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日/

/** 2024年第31期, 瑞川市统计局　2024年10月25日: the head of a bulletin or of minutes. */
function issueYear(text: string, paragraphs: readonly PlacedParagraph[]): DocumentYear | undefined {
  let found: DocumentYear | undefined
  for (const { paragraph } of paragraphs) {
    if (paragraph.start > longestHead) break
    if (paragraph.end - paragraph.start > longestHeadLine) continue
    const words = text.slice(paragraph.start, paragraph.end)
    const by = issuedBy.exec(words)
    const span = { start: paragraph.start, end: paragraph.end }
    if (by) return { ...exactly(Number(by[1]), 'imprint', span), month: Number(by[2]), day: Number(by[3]) }
    const held = heldOn.exec(words)
    if (held) return { ...exactly(Number(held[1]), 'dateline', span), month: Number(held[2]), day: Number(held[3]) }
    const number = issued.exec(words)
    if (number) found ??= exactly(Number(number[1]), 'number', span)
  }
  return found
}

/** The date the document bears, unless its own words say that the year it reviews was not over then: a date is left over easily. */
function ownDate(use: Use): DocumentYear | undefined {
  const date = use(writtenOn)
  if (!date) return undefined
  const { reviewed, votes, withinOneYear } = use(verdict)
  const isTooEarly = reviewed !== undefined && !withinOneYear && isBefore(date, reviewed)
  if (isTooEarly && votes.filter((vote) => vote.isSaid && reviewOf(vote) === reviewed).length >= surely) return undefined
  const { year, month, day, from, span } = date
  return { ...exactly(year, from, span), month, day }
}

/** As many places must speak against a date. */
const surely = 2

/** In these months of a year nobody reviews it; from March on somebody may look back upon the months so far. */
const firstMonths = 2

/** Whether a date lies before the end of the year that is reviewed. */
export const isBefore = ({ year, month }: WrittenOn, reviewed: number): boolean =>
  year < reviewed || (year === reviewed && month <= firstMonths)

function plannedYear({ planned, votes, withinOneYear }: Verdict, said: readonly Claim[]): DocumentYear | undefined {
  const plans = withinOneYear ? said : votes.filter(isOfText)
  const plan = plans.find(({ about, year }) => about === 'plan' && year === planned)
  return plan && { ...exactly(plan.year, 'plan', plan), first: plan.year - 1 }
}

/** Not a date, nor what a title lets one conclude. */
const isOfText = ({ anchor, isSaid }: Vote): boolean => isSaid || anchor === 'heading' || anchor === 'body'

/** The last year of the title: 2025年工作总结和2026年工作计划 belongs to 2026. */
function titleYear(text: string, title: Span, all: readonly Year[]): DocumentYear | undefined {
  const own = all.filter(({ start, inRange }) => start >= title.start && start < title.end && !inRange)
  const year = own.reduce<Year | undefined>((best, one) => (best && best.value >= one.value ? best : one), undefined)
  if (!year) return undefined
  const words = text.slice(year.end, title.end)
  if (/新年[贺献]词/.test(words)) return { ...exactly(year.value - 1, 'title', year), month: 12, day: 31 }
  const about = exactly(year.value, 'title', year)
  const outlook = outlookOf(words)
  if (outlook === 'review') return { ...about, last: year.value + 1 }
  return outlook === 'plan' ? { ...about, first: year.value - 1 } : about
}

function reviewedYear({ reviewed, votes }: Verdict): DocumentYear | undefined {
  const review = votes.find((vote) => isOfText(vote) && vote.about === 'review' && vote.year === reviewed)
  return review && afterReview(review.year, review)
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
  // 第十一届全国人民代表大会第一次会议以来的五年 dates nothing.
  if (session && /^(?:以来|以后|之后|召开以|闭幕|期间)/.test(text.slice(session.end, session.end + 3))) return undefined
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
