/** Many documents, two by two: which have much in common. Only pairs that share rare words running are measured. */
import type { Span } from '../source.ts'
import { type Normal, normalOf, spanAt } from './normal.ts'
import { runsOf } from './runs.ts'
import { fingerprintsOf, type Grain } from './winnow.ts'

export interface LikePair {
  /** Indices of the documents, the first smaller. */
  readonly one: number
  readonly other: number
  /** Of the shorter one's own characters, those that the other has too: 0 to 1. */
  readonly share: number
  readonly passages: readonly { readonly at: Span; readonly old: Span; readonly length: number }[]
}

/** Every run of 25 characters has one fingerprint in common. */
const grain: Grain = { gram: 10, window: 16 }

/** A line that half of a large folder has is its form: the question of a record, the head of a table. Of a small one, all must have it. */
const commonPart = 0.5
const large = 10
/** So few documents cannot tell a form from a copy. */
const fewest = 3

/** The lines of each text that are its own. */
function ownLines(texts: readonly string[]): Span[][] {
  const lines = texts.map(linesOf)
  const counts = new Map<string, number>()
  lines.forEach((spans, index) => {
    const different = new Set(spans.map(({ start, end }) => lineKey(texts[index] as string, start, end)))
    for (const key of different) counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const least = texts.length >= large ? Math.ceil(texts.length * commonPart) : texts.length
  const isForm = (key: string): boolean => texts.length >= fewest && (counts.get(key) ?? 0) >= least
  return lines.map((spans, index) => spans.filter(({ start, end }) => !isForm(lineKey(texts[index] as string, start, end))))
}

/** 谈话对象：张某某 is a field of the form whatever is filled in; an answer is long. */
const field = /^[^：:]{2,12}[：:].{0,14}$/u

/** What makes a line the same in two documents. */
function lineKey(text: string, start: number, end: number): string {
  const line = text.slice(start, end).trim()
  const key = field.test(line) ? line.slice(0, line.search(/[：:]/u) + 1) : line
  return key === line ? normalOf(text, [{ start, end }]).text : key
}

function linesOf(text: string): Span[] {
  const found: Span[] = []
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (end > start) found.push({ start, end })
    start = end + 1
  }
  return found
}

/** Of the fingerprints of the shorter one so many are in both; a smaller share is a phrase or two. */
const leastPrints = 0.04
/** In a folder where all is like all only the most alike are measured: nobody reads more. */
export const mostPairs = 2000

/** Pairs of documents by what they share, most first. */
function likelyPairs(texts: readonly string[]): readonly (readonly [number, number])[] {
  const holders = new Map<number, number[]>()
  const sizes = texts.map((text, index) => {
    const prints = fingerprintsOf(text, grain)
    for (const print of prints) {
      const known = holders.get(print)
      if (known) known.push(index)
      else holders.set(print, [index])
    }
    return prints.size
  })
  const shared = new Map<number, number>()
  const most = Math.max(texts.length < large ? texts.length : 2, Math.floor(texts.length * commonPart))
  for (const indices of holders.values()) {
    if (indices.length > most) continue
    indices.forEach((one, at) => {
      for (let next = at + 1; next < indices.length; next++) {
        const key = one * texts.length + (indices[next] as number)
        shared.set(key, (shared.get(key) ?? 0) + 1)
      }
    })
  }
  return [...shared]
    .map(([key, count]) => {
      const [one, other] = [Math.floor(key / texts.length), key % texts.length]
      return { one, other, part: count / Math.max(1, Math.min(sizes[one] as number, sizes[other] as number)) }
    })
    .filter(({ part }) => part >= leastPrints)
    .sort((a, b) => b.part - a.part || a.one - b.one || a.other - b.other)
    .slice(0, mostPairs)
    .map(({ one, other }) => [one, other])
}

/** All pairs that have a run of words in common, most alike first. */
export function likeDocuments(texts: readonly string[]): LikePair[] {
  const normals = ownLines(texts).map((spans, index) => normalOf(texts[index] as string, spans))
  return likelyPairs(normals.map(({ text }) => text))
    .map(([one, other]): LikePair => {
      const [a, b] = [normals[one], normals[other]] as [Normal, Normal]
      const runs = runsOf(b.codes, a.codes)
      const common = runs.reduce((sum, { length }) => sum + length, 0)
      const passages = runs.map(({ from, oldFrom, length }) => ({
        at: spanAt(a, from, length),
        old: spanAt(b, oldFrom, length),
        length,
      }))
      return { one, other, share: Math.min(1, common / Math.max(1, Math.min(a.text.length, b.text.length))), passages }
    })
    .sort((x, y) => y.share - x.share || x.one - y.one || x.other - y.other)
}
