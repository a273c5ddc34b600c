/** A table of contents typed by hand, against the headings: one of them was changed, and the other not. */
import type { Heading, PlacedParagraph, PlacedSection, Span } from '../../../src/kit.ts'

/** An entry that no heading says so. */
export interface ContentsSlip {
  /** The heading that it means; else the one before which, or behind which, it should stand. */
  readonly heading: Heading
  readonly entry: Span
  readonly words: string
  readonly isMissing: boolean
}

interface Entry extends Span {
  readonly words: string
}

/** So many entries are as the headings say, or it is no table of these contents. */
const leastAlike = 0.6
const fewestAlike = 2
const filler = /[\s.．·•…_—\-\u3000]/

export function contentsSlips(
  text: string,
  paragraphs: readonly PlacedParagraph[],
  sections: readonly PlacedSection[],
): ContentsSlip[] {
  const entries = paragraphs.flatMap(({ paragraph }) => (paragraph.role === 'contents' ? entriesIn(text, paragraph) : []))
  if (entries.length < fewestAlike) return []
  const headings = sections.map(({ heading }) => ({
    heading,
    words: bare(labelOf(heading) + text.slice(heading.start, heading.end)),
  }))
  const places = placesOf(entries, headings)
  const alike = places.filter((place) => place >= 0).length
  if (alike < fewestAlike || alike < entries.length * leastAlike) return []
  const slips: ContentsSlip[] = []
  const end = entries[entries.length - 1]?.end ?? 0
  entries.forEach((entry, index) => {
    if (places[index] !== -1) return
    const before = places.slice(0, index).findLast((place) => place >= 0) ?? -1
    const behind = places.slice(index + 1).find((place) => place >= 0) ?? headings.length
    const between = headings.slice(before + 1, behind)
    const ordinal = ordinalOf(entry.words)
    const meant = between.find(({ words }) => (ordinal === '' ? isLike(words, entry.words) : ordinalOf(words) === ordinal))
    const near = meant ?? headings[Math.max(before, 0)]
    // A line of the text that was not taken for a heading says the same.
    if (!near || (!meant && text.includes(entry.words, end))) return
    slips.push({ heading: near.heading, entry, words: entry.words, isMissing: meant === undefined })
  })
  return slips
}

/** The heading of each entry, in order; −1 where none says the same behind the one before. */
function placesOf(entries: readonly Entry[], headings: readonly { readonly words: string }[]): number[] {
  const known = new Map<string, number[]>()
  for (const [index, { words }] of headings.entries()) {
    const same = known.get(words)
    if (same) same.push(index)
    else known.set(words, [index])
  }
  let last = -1
  return entries.map(({ words }) => {
    const place = known.get(words)?.find((index) => index > last) ?? -1
    if (place >= 0) last = place
    return place
  })
}

/** The entry of a line without its page; nothing for 目录 itself. */
function entriesIn(text: string, { start, end }: Span): Entry[] {
  let to = end
  if (text[to - 1] === '页') to--
  while (to > start && /[0-9]/.test(text[to - 1] as string)) to--
  if (to < end && text[to - 1] === '第') to--
  // 2026 at the end of an entry without a page is a part of it.
  if (to < end && !filler.test(text[to - 1] ?? '')) to = end
  while (to > start && filler.test(text[to - 1] as string)) to--
  const words = bare(text.slice(start, to))
  return words.length < 3 || /^目[录录次]/.test(words) ? [] : [{ start, end: to, words }]
}

/** An ordinal that Word makes is printed, and stands in no character of the text; a table of contents made by Word has it. */
const labelOf = ({ children: [first] }: Heading): string => (first?.type === 'marker' && first.generated ? first.value : '')

const bare = (words: string): string => words.replace(/[\s\u3000]/g, '').replace(/[。：:；]$/, '')

const ordinalOf = (words: string): string =>
  /^(?:第[一二三四五六七八九十0-9]{1,3}[章节部条](?:分)?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.、．]?)/.exec(
    words,
  )?.[0] ?? ''

/** Whether half of the characters of one stand in the other. */
function isLike(one: string, other: string): boolean {
  const known = new Set(one)
  return [...other].filter((character) => known.has(character)).length * 2 > Math.max(one.length, other.length)
}
