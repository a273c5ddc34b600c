/** Wording that has lapsed at the document's date: single findings for one rule, the age of the draft for another. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { lapsed } from '../world/bodies.ts'
import { datedCampaigns } from '../world/campaigns.ts'
import { type Claim, claims } from './claims.ts'
import { type DocumentYear, documentYear, earliestDay } from './document-year.ts'
import { outlookAt } from './outlook.ts'
import { type Period, period } from './period.ts'
import { tableFinder } from './phrases.ts'
import { inProse, placesInProse } from './prose.ts'
import { isInside, quotations, type SpanList } from './quotations.ts'
import { sentenceAround } from './sentence-around.ts'
import { type RepealedLaw, repealedLaws, type StaleRow, staleRows } from './stale-traces-data.ts'
import { within } from './times/index.ts'
import { type Year, years } from './years.ts'

/** One place whose wording belongs to an earlier time. */
export interface StaleTrace extends Span {
  readonly row: StaleRow
  /** It lapsed in the course of the year that is reviewed: a question, for part of that year it was right. */
  readonly isMild?: true
}

/** A repealed law named in 《》. */
export interface StaleLaw extends Span {
  readonly law: RepealedLaw
}

/** The one earlier year to which independent traces point. */
export interface Recycled {
  readonly year: number
  /** One trace a row, the first of each, in order of the text. */
  readonly evidence: readonly StaleTrace[]
}

/** As many rows must point to one year before a draft is called recycled. */
const fewestTraces = 3

/** The rows that begin their search at an anchor. */
const rowsOf = new Map<string, StaleRow[]>()
for (const row of [...(staleRows as readonly StaleRow[]), ...(lapsed as readonly StaleRow[])]) {
  for (const anchor of row.anchors) {
    const known = rowsOf.get(anchor)
    if (known) known.push(row)
    else rowsOf.set(anchor, [row])
  }
}
const anchors = [...rowsOf.keys()]
const findAnchors = tableFinder(anchors)

/** Before a name, with the place between them or not (原县卫生计生局): it is told as the name of its time. */
const formerly = /(?:原|时任|前身|更名前|原称|原来的|原有的|改革前的?|撤销的?)(?:[\u4e00-\u9fff]{0,4}[省市县区旗州盟])?[（(“]?$/

/** How far before a name `formerly` may begin. Characters. */
const longestFormerly = 10

export const staleTraces = fact('staleTraces', ({ text }, use): readonly StaleTrace[] => {
  const own = use(documentYear)
  const hits = own === undefined ? [] : findAnchors(use)
  if (!own || hits.length === 0) return []
  const quoted = use(quotations)
  const all = use(years)
  const reviewed = reviewDay(own, use(period), use(claims))
  const found: StaleTrace[] = []
  const done = new Set<string>()
  const today = earliestDay(own)
  // A paper titled by the year it reviews was written at its end.
  const lastDay = own.last > own.value ? `${own.value}-12-31` : today
  let sentence: Span | undefined
  for (const { one: hit, stretch } of inProse(use, hits)) {
    for (const row of rowsOf.get(anchors[hit.phrase] as string) as StaleRow[]) {
      if (row.after > lastDay) continue
      // A long sentence holds many hits: its ends are looked for once.
      if (!sentence || hit.end > sentence.end) sentence = sentenceAround(use, hit, stretch)
      const key = `${sentence.start} ${row.id}`
      if (done.has(key)) continue
      done.add(key)
      const outlook = outlookAt(use, hit.start)
      // A review tells of its year in the words of that year; an order to begin anew is wrong where the
      // text looks ahead, or tells of a year in which it was over.
      const isMild = row.after > today || (outlook === 'review' && row.after > reviewed)
      if (isMild && (use(tellsOfYears) || !isLapsedWithin(row, reviewed))) continue
      if (row.ahead && outlook !== 'plan' && (outlook !== 'review' || use(tellsOfYears))) continue
      // Several campaigns in order of time are a review of years, and so is what tells of five of them.
      if (row.kind === 'ended' && outlook !== 'plan' && (use(tellsOfYears) || listsCampaigns(text, sentence))) continue
      for (const one of matches(text, sentence, row, quoted, all)) found.push(isMild ? { ...one, isMild } : one)
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
})

/** A body that was renamed by September of the year reviewed, a goal that was reached by March: by the end of it nobody says so. */
function isLapsedWithin({ kind, after, level }: StaleRow, reviewed: string): boolean {
  const year = reviewed.slice(0, 4)
  if (level === 'trace' || level === 'info') return false
  return kind === 'renamed' ? after <= `${year}-09-30` : kind === 'lapsed' && after <= `${year}-03-31`
}

/** Whether a sentence names two campaigns of the party or more. */
function listsCampaigns(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  return (
    datedCampaigns.filter(({ series, names }) => series === '学习教育' && names.some((name) => words.includes(name))).length > 1
  )
}

/** The first day of the time a review may tell of: of the year it says, else of the year before; of the term where years are reviewed. */
function reviewDay({ value }: DocumentYear, { reviewed }: Period, said: readonly Claim[]): string {
  const isOfYears = said.some(({ about, heading = '' }) => about === 'review' && severalYears.test(heading))
  return `${isOfYears ? value - 5 : Math.min(value, reviewed ?? value - 1)}-01-01`
}

/** A report of several years tells of all that was begun in them. */
export const tellsOfYears = fact('tellsOfYears', ({ text }) => ofYears.test(text))

const ofYears =
  /[过近这]去?[三四五]年|[三四五]年[来间]|“十[一二三四五]五”(?:时期|期间|以来)|[本上]届|换届|届期|以来的[三四五0-9]年/

/** 近3年, 过去五年; no calendar year: 2025年. */
const severalYears = /(?<![0-9])[0-9]年|(?<![〇零一二三四五六七八九])[三四五]年|届|时期|以来/

function matches(text: string, sentence: Span, row: StaleRow, quoted: SpanList, all: readonly Year[]): StaleTrace[] {
  const words = text.slice(sentence.start, sentence.end)
  const found: StaleTrace[] = []
  const places = [...words.matchAll(row.term)]
  // The rarer question first: most expressions are then never compiled.
  if (places.length === 0 || row.unless?.test(words) || (row.cue && !row.cue.test(words))) return []
  if (tellsOfEarlier(all, sentence, row.after)) return []
  for (const match of places) {
    const from = ledFrom(words, match.index, row.lead)
    const start = sentence.start + from
    const end = sentence.start + match.index + match[0].length
    const inMarks = row.ownMarks
      ? isInside(quoted, start) && !/^“/.test(match[0]) && text[start - 1] !== '“'
      : isInside(quoted, start)
    if (inMarks || formerly.test(words.slice(Math.max(0, from - longestFormerly), from))) continue
    found.push({ row, start, end })
  }
  return found
}

/** As many words of `lead` as may stand before a match. An expression that repeats them is slow to compile. */
const mostLeading = 3

function ledFrom(words: string, start: number, lead: StaleRow['lead']): number {
  let from = start
  for (let count = 0; lead && count < mostLeading; count++) {
    const word = lead.find((one) => words.endsWith(one, from))
    if (word === undefined) break
    from -= word.length
  }
  return from
}

/** The sentence names a year before the words lapsed: it tells of that time. */
const tellsOfEarlier = (all: readonly Year[], sentence: Span, after: string): boolean =>
  within(all, sentence).some(({ value }) => value < Number(after.slice(0, 4)))

const lawOfTitle: ReadonlyMap<string, RepealedLaw> = new Map(
  (repealedLaws as readonly RepealedLaw[]).flatMap((law) =>
    law.titles.flatMap((title) => [[title, law] as const, [`中华人民共和国${title}`, law] as const]),
  ),
)
const longestTitle = 40
const lawExcuse = /司法解释|原《|当时|修订|废止|曾|颁布|历史|制定了|以来/

/** Repealed laws named as if they were in force. */
export const staleLaws = fact('staleLaws', ({ text }, use): readonly StaleLaw[] => {
  const own = use(documentYear)
  if (!own) return []
  const day = earliestDay(own)
  const all = use(years)
  const found: StaleLaw[] = []
  for (const { one, stretch } of placesInProse(text, use, '《')) {
    const open = one.start
    // Looked for nearby only: in a text of lonely marks the next one could be anywhere.
    const length = text.slice(open, open + longestTitle + 1).indexOf('》')
    const close = open + length
    const law = length < 0 ? undefined : lawOfTitle.get(text.slice(open + 1, close))
    if (!law || law.after > day) continue
    const span = { start: open, end: close + 1 }
    const sentence = sentenceAround(use, span, stretch)
    const words = text.slice(sentence.start, sentence.end)
    if (!lawExcuse.test(words) && !tellsOfEarlier(all, sentence, law.after)) found.push({ law, ...span })
  }
  return found
})

/**
 * The year on which most rows agree. It lies two years back or more: what belongs to the year before may be review. undefined
 * where fewer than `fewestTraces` rows agree.
 */
export const recycled = fact('recycled', (_, use): Recycled | undefined => {
  const own = use(documentYear)
  const traces = own ? use(staleTraces).filter(({ row }) => row.years !== undefined) : []
  if (!own || traces.length < fewestTraces) return undefined
  const firsts = new Map<string, StaleTrace>()
  for (const trace of traces) if (!firsts.has(trace.row.id)) firsts.set(trace.row.id, trace)
  const one = [...firsts.values()]
  let best: Recycled | undefined
  for (let year = own.value - 2; year >= own.value - 8; year--) {
    const evidence = one.filter(({ row }) => row.years?.some(([from, to]) => from <= year && year <= to))
    if (evidence.length >= fewestTraces && evidence.length > (best?.evidence.length ?? 0)) best = { year, evidence }
  }
  return best
})
