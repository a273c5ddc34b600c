/** What a report says of its own years: which year it reviews, which it plans. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { type Heading, rankOf, type Scheme } from '../tree.ts'
import { longestLine, outlookOf } from './outlook-words.ts'
import { headingMarker, headingText, type PlacedParagraph, type PlacedSection, structure } from './structure.ts'
import { within } from './times/index.ts'
import { type Year, years } from './years.ts'

/** Where a year is claimed. */
export type Anchor = 'title' | 'preamble' | 'heading' | 'body'

/** A place that says which year is reviewed or planned; the span is that of the year as written. */
export interface Claim extends Span {
  readonly anchor: Anchor
  readonly about: 'review' | 'plan'
  readonly year: number
  /** Only the place of a heading tells what it is about: no proof where words do, and never at fault. */
  readonly isWeak?: true
  /** The heading's words, for headings and the bodies under them. */
  readonly heading?: string
}

/** All claims of a document, and the words that name a year without saying it. */
export interface YearAnchors {
  readonly claims: readonly Claim[]
  /** 今年 in the preamble, where a review year stands in the same sentence: it cannot be the year reviewed. */
  readonly thisYear: readonly Span[]
  /** The document speaks of half a year or a quarter: review and plan fall into one year. */
  readonly withinOneYear: boolean
}

const shortPeriod = /上半年|下半年|半年|季度|[0-9一二三四五六七八九十]月份|近期|当前/
const longPeriod = /[两三四五六七八九十0-9]年来|五年|过去[两三四五六七八九十]年|十[一二三四五]五|届|以来|历程/

/** Paragraphs before the first heading that may be the preamble. */
const longestPreamble = 12

export const yearAnchors = fact('yearAnchors', ({ text }, use): YearAnchors => {
  const all = use(years)
  const { sections, paragraphs } = use(structure)
  const top = sections.filter(
    ({ parent, heading }) =>
      (parent === undefined || (parent.parent === undefined && !headingMarker(parent.heading))) &&
      isPart(headingMarker(heading)?.scheme),
  )
  const headings = top.flatMap((placed) => headingClaims(text, placed, all))
  const preamble = preambleClaims(
    text,
    paragraphs.slice(0, longestPreamble).filter(({ section }) => section === undefined),
    all,
  )
  const titles = paragraphs.filter(({ paragraph }) => paragraph.role === 'title').map(({ paragraph }) => paragraph)
  const withinOneYear =
    top.some(({ heading }) => shortPeriod.test(headingText(heading))) ||
    titles.some(({ start, end }) => shortPeriod.test(text.slice(start, end)))
  const titled = joined(text, titles).flatMap((title) => titleClaims(text, title, all))
  const lead = titled.some(({ about }) => about === 'review') ? leadClaims(text, paragraphs, all) : []
  const lines = [...lineClaims(text, paragraphs, all), ...sections.flatMap((placed) => bareClaims(text, placed, all))]
  return {
    claims: [...titled, ...preamble.claims, ...lead, ...[...headings, ...lines].sort((a, b) => a.start - b.start)],
    thisYear: preamble.thisYear,
    withinOneYear,
  }
})

/** Claims of one document in order of the text. */
export const claims = fact('claims', (_, use): readonly Claim[] => use(yearAnchors).claims)

/** Schemes that number the parts of a report; notes behind it are numbered 1. 2. */
const isPart = (scheme: Scheme | undefined): boolean => scheme !== undefined && rankOf(scheme) <= rankOf('paren-han')

const usable = (year: Year): boolean => !year.inRange && !year.quoted

/** 2035年远景目标 is a horizon, not the year that is planned. */
const isHorizon = (text: string, { end }: Year): boolean => /^[^，。]{0,6}远景|^愿景/.test(text.slice(end, end + 8))

const yearsIn = (text: string, all: readonly Year[], span: Span): Year[] =>
  within(all, span).filter((year) => !isHorizon(text, year))

/** The year with which a summary opens: 2022年，全镇各级党组织…. The title has said that it looks back. */
function leadClaims(text: string, paragraphs: readonly PlacedParagraph[], all: readonly Year[]): Claim[] {
  const lead = paragraphs.find(({ paragraph }) => paragraph.role === undefined)
  const year = lead?.section === undefined ? openingYear(text, lead?.paragraph, all, 'review') : undefined
  return year ? [{ anchor: 'body', about: 'review', year: year.value, start: year.start, end: year.end }] : []
}

/** The end of a line that divides a report, not of a sentence nor of a verb's object (奋力完成2023年各项任务). */
const endsOutlook = /(?:回顾|总结|任务|安排|打算|计划|部署)$/

/** 2025年工作回顾 as a line without an ordinal, above parts that have theirs. */
function lineClaims(text: string, paragraphs: readonly PlacedParagraph[], all: readonly Year[]): Claim[] {
  return paragraphs.flatMap(({ paragraph, runIn }, index): Claim[] => {
    if (runIn || paragraph.role !== undefined) return []
    return lineClaim(text, paragraph, paragraphs[index + 1]?.paragraph, all)
  })
}

/** The same, where the line is a heading of the tree. */
function bareClaims(text: string, { heading, section }: PlacedSection, all: readonly Year[]): Claim[] {
  return headingMarker(heading) ? [] : lineClaim(text, heading, section.children[1], all)
}

function lineClaim(
  text: string,
  line: Span,
  next: PlacedSection['section']['children'][number] | undefined,
  all: readonly Year[],
): Claim[] {
  if (line.end - line.start > longestLine) return []
  const words = text.slice(line.start, line.end)
  const about = outlookOf(words, 'line')
  const [year, other] = about ? yearsIn(text, all, line) : []
  if (!about || !endsOutlook.test(words) || !year || other || !usable(year) || longPeriod.test(words)) return []
  const body = openingYear(text, next, all, about)
  return [
    { anchor: 'heading', about, year: year.value, start: year.start, end: year.end, heading: words },
    ...(body ? [{ anchor: 'body', about, year: body.value, start: body.start, end: body.end, heading: words } as const] : []),
  ]
}

/** A title of several lines is one: 关于2025年环境保护目标 plans nothing where 完成情况的报告 stands in the next. */
function joined(text: string, lines: readonly Span[]): Span[] {
  const titles: Span[] = []
  for (const line of lines) {
    const last = titles[titles.length - 1]
    const goesOn =
      last !== undefined &&
      text.slice(last.end, line.start).trim() === '' &&
      !completeTitle.test(text.slice(last.start, last.end))
    if (goesOn) titles[titles.length - 1] = { start: last.start, end: line.end }
    else titles.push({ start: line.start, end: line.end })
  }
  return titles
}

const completeTitle = /(?:报告|总结|计划|要点|讲话|方案|通知|意见|汇报|安排)$/

/** 2025年工作总结和2026年工作计划: each year goes with the words up to the next. 2026年政府工作报告 says neither. */
function titleClaims(text: string, title: Span, all: readonly Year[]): Claim[] {
  const own = yearsIn(text, all, title)
  return own.flatMap((year, index): Claim[] => {
    const words = text.slice(year.end, own[index + 1]?.start ?? title.end).replace(/\s+/g, '')
    const about = usable(year) && !isBracketed(text, title.start, year.start) ? outlookOf(words) : undefined
    return about ? [{ anchor: 'title', about, year: year.value, start: year.start, end: year.end }] : []
  })
}

function headingClaims(text: string, { heading, section }: PlacedSection, all: readonly Year[]): Claim[] {
  const words = headingText(heading)
  const own = yearsIn(text, all, heading).filter(({ start }) => !isBracketed(text, heading.start, start))
  // A heading of two years (2025年工作回顾和2026年工作安排) claims no single one, nor does one of a longer period
  // alone; 2025年和“十四五”时期工作回顾 does.
  if (own.length > 1 || own.some((year) => !usable(year)) || (own.length === 0 && longPeriod.test(words))) return []
  // 2025年主要工作 says nothing of ahead or behind: its place may tell, where no other words do.
  const said = outlookOf(words)
  const about = said ?? outlookOfPlace(heading, words)
  if (!about) return []
  const found: Claim[] = []
  const [year] = own
  const isWeak = said === undefined ? ({ isWeak: true } as const) : {}
  if (year)
    found.push({ anchor: 'heading', about, year: year.value, start: year.start, end: year.end, heading: words, ...isWeak })
  const body = openingYear(text, section.children[1], all, about)
  if (body) found.push({ anchor: 'body', about, year: body.value, start: body.start, end: body.end, heading: words, ...isWeak })
  return found
}

/** The first part of a report reviews, the others plan. */
function outlookOfPlace({ children: [marker] }: Heading, words: string): Claim['about'] | undefined {
  if (marker?.type !== 'marker' || !/工作/.test(words)) return undefined
  return marker.ordinal === 1 ? 'review' : 'plan'
}

/** Whether a bracket is open at `offset`: （三）总结验收阶段（2024年7月—12月） says when, not of which year the part is. */
function isBracketed(text: string, start: number, offset: number): boolean {
  const before = text.slice(start, offset)
  return Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) > Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
}

const opening = /^(?:刚刚)?过去的/

/** The year with which the first paragraph under a heading opens: 2021年，… or 2022年是… */
function openingYear(
  text: string,
  flow: PlacedSection['section']['children'][number] | undefined,
  all: readonly Year[],
  about: Claim['about'],
): Year | undefined {
  if (flow?.type !== 'paragraph') return undefined
  const start = flow.start + (opening.exec(text.slice(flow.start, flow.start + 10))?.[0].length ?? 0)
  const [year] = yearsIn(text, all, { start, end: Math.min(flow.end, start + 8) })
  if (!year || year.start !== start || !usable(year)) return undefined
  if (!/[，,是极]/.test(text[year.end] ?? '')) return undefined
  return about === 'review' || announcesPlan(text.slice(year.end, Math.min(flow.end, year.end + longestAnnouncement)))
    ? year
    : undefined
}

/** How far behind the year it may be said that something is to be done. Characters. */
const longestAnnouncement = 60
const toBeDone = /(?<![重主需必])要|将|拟|力争|预期|预计|计划|打算|抓好|做好|重点|确保/
const wasDone = /了|取得|去年|上年|同比|已经/

/** 2026年，要抓好…; 2026年是…. Not 2024年，面对…，取得…: under the plans a report may tell of the year before. */
function announcesPlan(words: string): boolean {
  const stop = words.indexOf('。')
  const sentence = stop < 0 ? words : words.slice(0, stop)
  return sentence.startsWith('是') || (toBeDone.test(sentence) && !wasDone.test(sentence))
}

/** 就2022年全区组织工作作以回顾，并对今年…进行安排: the year goes with the verb that follows it in its clause. */
function preambleClaims(
  text: string,
  paragraphs: readonly { readonly paragraph: Span & { readonly role?: string } }[],
  all: readonly Year[],
): { claims: Claim[]; thisYear: Span[] } {
  const found: Claim[] = []
  const thisYear: Span[] = []
  for (const { paragraph } of paragraphs) {
    if (paragraph.role !== undefined) continue
    const own = yearsIn(text, all, paragraph)
    for (const [index, year] of own.entries()) {
      if (!usable(year)) continue
      const clause = clauseAfter(text, year.end, own[index + 1]?.start ?? paragraph.end)
      const about = outlookOf(clause, 'clause')
      if (!about || !announces.test(text.slice(Math.max(paragraph.start, year.start - 30), year.end))) continue
      found.push({ anchor: 'preamble', about, year: year.value, start: year.start, end: year.end })
      if (about === 'review') thisYear.push(...wordIn(text, '今年', year.end, Math.min(paragraph.end, year.end + 60)))
    }
  }
  return { claims: found, thisYear }
}

/** The speaker announces what he is about to do: 我就…, 对…, 现将…, 下面… */
const announces = /我就|就|对|将|把|下面|现在|向/

function clauseAfter(text: string, start: number, end: number): string {
  const limit = Math.min(end, start + 40)
  const clause = text.slice(start, limit)
  const stop = clause.search(/[，。；、：]/)
  return stop < 0 ? clause : clause.slice(0, stop)
}

function wordIn(text: string, word: string, start: number, end: number): Span[] {
  const at = text.slice(start, end).indexOf(word)
  return at < 0 ? [] : [{ start: start + at, end: start + at + word.length }]
}
