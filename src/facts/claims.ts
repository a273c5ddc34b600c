/** What a report says of its own years: which year it reviews, which it plans. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { rankOf, type Scheme } from '../tree.ts'
import { headingMarker, headingText, type PlacedParagraph, type PlacedSection, structure } from './structure.ts'
import { type Year, years } from './years.ts'

/** Where a year is claimed. */
export type Anchor = 'title' | 'preamble' | 'heading' | 'body'

/** A place that says which year is reviewed or planned; the span is that of the year as written. */
export interface Claim extends Span {
  readonly anchor: Anchor
  readonly about: 'review' | 'plan'
  readonly year: number
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

const reviewWords = /回顾|总结|情况|述职|主要成绩|工作成效|取得的成/g
const planWords = /安排|任务|部署|计划|打算|要点|展望|总体要求|目标|思路|预期|举措|重点工作|下一步/g
const neutralWords = /工作/
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
  const titled = titles.flatMap((title) => titleClaims(text, title, all))
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

function yearsIn(all: readonly Year[], span: Span): Year[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as Year).start < span.start) low = middle + 1
    else high = middle
  }
  const found: Year[] = []
  for (let index = low; index < all.length && (all[index] as Year).end <= span.end; index++) found.push(all[index] as Year)
  return found
}

/** What a heading is about: by its words, and where those are neutral (2025年主要工作) by its place, the `ordinal`. */
function aboutOf(words: string, ordinal?: number): Claim['about'] | undefined {
  // The last word is the head of a Chinese noun phrase: 计划的执行情况 is a review, 总结基础上的工作安排 a plan.
  const review = lastPlace(words, reviewWords)
  const plan = lastPlace(words, planWords)
  if (review !== plan) return review > plan ? 'review' : 'plan'
  if (ordinal === undefined || !neutralWords.test(words)) return undefined
  return ordinal === 1 ? 'review' : 'plan'
}

/** Where the last match begins; −1 without any. `pattern` is global. */
function lastPlace(words: string, pattern: RegExp): number {
  let place = -1
  for (const match of words.matchAll(pattern)) place = match.index
  return place
}

/** The year with which a summary opens: 2022年，全镇各级党组织…. The title has said that it looks back. */
function leadClaims(text: string, paragraphs: readonly PlacedParagraph[], all: readonly Year[]): Claim[] {
  const lead = paragraphs.find(({ paragraph }) => paragraph.role === undefined)
  const year = lead?.section === undefined ? openingYear(text, lead?.paragraph, all) : undefined
  return year ? [{ anchor: 'body', about: 'review', year: year.value, start: year.start, end: year.end }] : []
}

/** A line without an ordinal that divides the report is not longer than this. Characters. */
export const longestLine = 24
const reviewLine = /(?:回顾|总结)$/
const planLine = /(?:主要任务|重点任务|目标任务|工作(?:安排|打算|计划|部署)|重点工作)$/

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
  const about = reviewLine.test(words) ? 'review' : planLine.test(words) ? 'plan' : undefined
  const [year, other] = about ? yearsIn(all, line) : []
  if (!about || !year || other || !usable(year) || longPeriod.test(words)) return []
  const body = openingYear(text, next, all)
  return [
    { anchor: 'heading', about, year: year.value, start: year.start, end: year.end, heading: words },
    ...(body ? [{ anchor: 'body', about, year: body.value, start: body.start, end: body.end, heading: words } as const] : []),
  ]
}

/** 2025年工作总结和2026年工作计划: each year goes with the words up to the next. 2026年政府工作报告 says neither. */
function titleClaims(text: string, title: Span, all: readonly Year[]): Claim[] {
  const own = yearsIn(all, title)
  return own.flatMap((year, index): Claim[] => {
    const words = text.slice(year.end, own[index + 1]?.start ?? title.end)
    const about = usable(year) && !isBracketed(text, title.start, year.start) ? aboutOf(words) : undefined
    return about ? [{ anchor: 'title', about, year: year.value, start: year.start, end: year.end }] : []
  })
}

function headingClaims(text: string, { heading, section }: PlacedSection, all: readonly Year[]): Claim[] {
  const words = headingText(heading)
  const ordinal = heading.children[0]?.type === 'marker' ? heading.children[0].ordinal : 0
  const own = yearsIn(all, heading).filter(({ start }) => !isBracketed(text, heading.start, start))
  // A heading of two years (2025年工作回顾和2026年工作安排) claims no single one, nor does one of a longer period
  // alone; 2025年和“十四五”时期工作回顾 does.
  if (own.length > 1 || own.some((year) => !usable(year)) || (own.length === 0 && longPeriod.test(words))) return []
  const about = aboutOf(words, ordinal)
  if (!about) return []
  const found: Claim[] = []
  const [year] = own
  if (year) found.push({ anchor: 'heading', about, year: year.value, start: year.start, end: year.end, heading: words })
  const body = openingYear(text, section.children[1], all)
  if (body) found.push({ anchor: 'body', about, year: body.value, start: body.start, end: body.end, heading: words })
  return found
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
): Year | undefined {
  if (flow?.type !== 'paragraph') return undefined
  const start = flow.start + (opening.exec(text.slice(flow.start, flow.start + 10))?.[0].length ?? 0)
  const [year] = yearsIn(all, { start, end: Math.min(flow.end, start + 8) })
  if (!year || year.start !== start || !usable(year)) return undefined
  return /[，,是极]/.test(text[year.end] ?? '') ? year : undefined
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
    for (const year of yearsIn(all, paragraph)) {
      if (!usable(year)) continue
      const clause = clauseAfter(text, year.end, paragraph.end)
      const about = preambleAbout(clause)
      if (!about || !announces.test(text.slice(Math.max(paragraph.start, year.start - 30), year.end))) continue
      found.push({ anchor: 'preamble', about, year: year.value, start: year.start, end: year.end })
      if (about === 'review') thisYear.push(...wordIn(text, '今年', year.end, Math.min(paragraph.end, year.end + 60)))
    }
  }
  return { claims: found, thisYear }
}

const reviewVerb = /回顾|总结|情况/
const planVerb = /安排|部署|作出?计划/

const preambleAbout = (clause: string): Claim['about'] | undefined => {
  if (reviewVerb.test(clause)) return 'review'
  return planVerb.test(clause) ? 'plan' : undefined
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
