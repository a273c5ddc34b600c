/** Blocks of a source → lines: one a paragraph, trimmed, with what the format said of it. */
import type { Hint, Source, Span } from '../source.ts'
import { Kind, kindAt, trimmed } from '../text/characters.ts'
import { landmarkFrom, landmarksOf } from '../text/landmarks.ts'
import type { Scheme } from '../tree.ts'
import { markerAt, type Recognised } from './markers.ts'

/** One paragraph, not yet read: its characters without indent, and where its indent began. */
export interface Line extends Span {
  readonly hint?: Hint
}

/** The paragraphs of `source` in order. Blank ones are left out; nothing else is. */
export function lines({ text, blocks }: Source): Line[] {
  const found: Line[] = []
  for (const group of blocks) {
    for (const span of parts(text, group.start, group.end)) {
      const { start, end } = trimmed(text, span.start, span.end)
      if (start < end) found.push(group.hint ? { start, end, hint: group.hint } : { start, end })
    }
  }
  return found
}

/** A paragraph shorter than this is never parted at inner blanks: a title, a name, a layout by hand. */
const partedFrom = 160

/**
 * Scraped pages put a whole speech on one line and part its paragraphs with two ideographic or em spaces, or with a mixture
 * of blanks in which one of them stands. In a long line such a gap parts paragraphs; in a short one (区长　　杜联合) it is layout.
 */
function* parts(text: string, start: number, end: number): Generator<Span> {
  if (end - start < shortestParted) {
    yield { start, end }
    return
  }
  const isLong = end - start >= partedFrom
  let from = start
  // On the line's own slice: searching the text itself would run on to the next gap, however far.
  for (const { 0: gap, index } of text.slice(start, end).matchAll(/[ \t\u00a0\u2002\u2003\u3000]{2,}/g)) {
    const [at, to] = [start + index, start + index + gap.length]
    if (!isParting(text, gap, at, to) || !(isLong || isEndMark(text, at - 1))) continue
    yield* glued(text, from, at)
    from = to
  }
  yield* glued(text, from, end)
}

/** In a short line only behind an end mark. */
const shortestParted = 40
const isEndMark = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  return kind === Kind.terminal || kind === Kind.colon
}

const wide = /[\u3000\u2003]/
const onlyWide = /[\u3000\u2003]{2}/

/** A mixture of blanks parts only where a paragraph can end or begin: behind an end mark, or before an ordinal. */
function isParting(text: string, gap: string, start: number, end: number): boolean {
  if (onlyWide.test(gap) && gap.replace(/[\u3000\u2003]/g, '') === '') return true
  if (!wide.test(gap)) return false
  const before = kindAt(text, start - 1)
  const isEnd = before === Kind.terminal || before === Kind.colon || before === Kind.semicolon || before === Kind.close
  return isEnd || markerAt(text, end, Math.min(text.length, end + 12), 'heading') !== undefined
}

/** A line longer than this may hold a whole report whose line ends are lost. Characters. */
const gluedFrom = 160
/** In one longer than this （一） begins a paragraph by itself; in a shorter one only beside 一、. */
const surelyGlued = 600
/** Ordinals that begin a paragraph wherever they count on. */
const gluing: ReadonlySet<Scheme> = new Set(['chapter', 'part', 'han-dun', 'paren-han'])

/** A long line without line ends is parted before each ordinal that continues a series behind a finished sentence. */
function* glued(text: string, start: number, end: number): Generator<Span> {
  if (end - start < gluedFrom) {
    yield { start, end }
    return
  }
  const found: Recognised[] = []
  const landmarks = landmarksOf(text)
  for (let at = landmarkFrom(landmarks, start); at < landmarks.length; at++) {
    const offset = landmarks.offsets[at] as number
    if (offset >= end) break
    const kind = landmarks.kinds[at]
    if (kind !== Kind.terminal && kind !== Kind.semicolon && kind !== Kind.colon) continue
    let next = offset + 1
    while (next < end && kindAt(text, next) === Kind.blank) next++
    const marker = markerAt(text, next, end, 'heading')
    if (marker && gluing.has(marker.scheme) && (kind !== Kind.colon || marker.ordinal === 1)) found.push(marker)
  }
  let from = start
  const lastOf = new Map<Scheme, number>()
  const own = markerAt(text, start, end, 'heading')
  if (own) lastOf.set(own.scheme, own.ordinal)
  const holdsBoth = end - start >= surelyGlued || found.some(({ scheme, ordinal }) => scheme !== 'paren-han' && ordinal > 1)
  for (const [index, { scheme, ordinal, start: at }] of found.entries()) {
    if (scheme === 'paren-han' && !holdsBoth) continue
    const isNext = ordinal !== 1 && lastOf.get(scheme) === ordinal - 1
    const isFirst =
      ordinal === 1 &&
      found.slice(index + 1, index + farthestSecond).some((other) => other.scheme === scheme && other.ordinal === 2)
    if (!isNext && !isFirst) continue
    lastOf.set(scheme, ordinal)
    yield { start: from, end: at }
    from = at
  }
  yield { start: from, end }
}

/** Among so many ordinals the second of a series must stand. */
const farthestSecond = 12
