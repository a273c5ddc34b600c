/** Blocks of a source → lines: one a paragraph, trimmed, with what the format said of it. */
import type { Block, Hint, Source, Span } from '../source.ts'
import { Kind, kindAt, trimmed } from '../text/characters.ts'
import { type Landmarks, landmarkFrom } from '../text/landmarks.ts'
import type { Scheme } from '../tree.ts'
import { markerAt, type Recognised } from './markers.ts'

/** One paragraph, not yet read: its characters without indent, and where its indent began. */
export interface Line extends Span {
  readonly hint?: Hint
}

/** The paragraphs of `source` in order. Blank ones are left out; nothing else is. */
export function lines(source: Source, landmarks: Landmarks): Line[] {
  const { text } = source
  const found: Line[] = []
  for (const group of withoutForms(source)) {
    for (const span of parts(text, landmarks, group.start, group.end)) {
      const { start, end } = trimmed(text, span.start, span.end)
      if (start < end) found.push(group.hint ? { start, end, hint: group.hint } : { start, end })
    }
  }
  return found
}

/** A form has one essay in it, or two; a table whose cells are all long is a table. */
const mostEssays = 2
/** So many paragraphs of running text, or numbered parts, make an essay. */
const fewestParagraphs = 3
const shortestParagraph = 40

/** The blocks, of which those in a cell that holds an essay (考核表, 述职表, 申报表) are the body. */
function withoutForms({ text, blocks }: Source): readonly Block[] {
  const cells = new Map<string, Block[]>()
  for (const block of blocks) {
    if (!block.hint?.cell || text.slice(block.start, block.end).trim() === '') continue
    const { table, row, column } = block.hint.cell
    const key = `${table} ${row} ${column}`
    const known = cells.get(key)
    if (known) known.push(block)
    else cells.set(key, [block])
  }
  const essays = [...cells.values()].filter((cell) => isEssay(text, cell))
  if (essays.length === 0 || essays.length > mostEssays) return blocks
  const bodies = new Set(essays.flat())
  return blocks.map((block) => {
    if (!bodies.has(block)) return block
    const { cell: _cell, ...rest } = block.hint ?? {}
    return Object.keys(rest).length > 0
      ? { start: block.start, end: block.end, hint: rest }
      : { start: block.start, end: block.end }
  })
}

function isEssay(text: string, cell: readonly Block[]): boolean {
  if (cell.length < fewestParagraphs) return false
  let running = 0
  let numbered = 0
  for (const { start, end } of cell) {
    const span = trimmed(text, start, end)
    if (span.end - span.start >= shortestParagraph && kindAt(text, span.end - 1) === Kind.terminal) running++
    if (markerAt(text, span.start, span.end, 'heading')?.scheme === 'han-dun') numbered++
  }
  return running >= fewestParagraphs || numbered >= 2
}

/** A paragraph shorter than this is never parted at inner blanks: a title, a name, a layout by hand. */
const partedFrom = 160

/**
 * Scraped pages put a whole speech on one line and part its paragraphs with two ideographic or em spaces, or with a mixture
 * of blanks in which one of them stands. In a long line such a gap parts paragraphs; in a short one (区长　　杜联合) it is layout.
 */
function* parts(text: string, landmarks: Landmarks, start: number, end: number): Generator<Span> {
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
    yield* glued(text, landmarks, from, at)
    from = to
  }
  yield* glued(text, landmarks, from, end)
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
function* glued(text: string, landmarks: Landmarks, start: number, end: number): Generator<Span> {
  if (end - start < gluedFrom) {
    yield { start, end }
    return
  }
  const found: (Recognised & { readonly behind: number })[] = []
  for (let at = landmarkFrom(landmarks, start); at < landmarks.length; at++) {
    const offset = landmarks.offsets[at] as number
    if (offset >= end) break
    const kind = landmarks.kinds[at]
    if (kind !== Kind.terminal && kind !== Kind.semicolon && kind !== Kind.colon) continue
    let next = offset + 1
    while (next < end && kindAt(text, next) === Kind.blank) next++
    const marker = markerAt(text, next, end, 'heading')
    if (marker && gluing.has(marker.scheme) && (kind !== Kind.colon || marker.ordinal === 1))
      found.push({ ...marker, behind: kind })
  }
  let from = start
  const lastOf = new Map<Scheme, number>()
  const own = markerAt(text, start, end, 'heading')
  if (own) lastOf.set(own.scheme, own.ordinal)
  const holdsBoth = end - start >= surelyGlued || found.some(({ scheme, ordinal }) => scheme !== 'paren-han' && ordinal > 1)
  for (const [index, { scheme, ordinal, start: at, behind }] of found.entries()) {
    if (scheme === 'paren-han' && !holdsBoth) continue
    const isNext = ordinal !== 1 && lastOf.get(scheme) === ordinal - 1
    const second = found.slice(index + 1, index + farthestSecond).find((one) => one.scheme === scheme && one.ordinal === 2)
    // 抓好五件事：一、……；二、……。 is one paragraph.
    const isFirst = ordinal === 1 && second !== undefined && !(behind === Kind.colon && second.behind === Kind.semicolon)
    if (!isNext && !isFirst) continue
    lastOf.set(scheme, ordinal)
    yield { start: from, end: at }
    from = at
  }
  yield { start: from, end }
}

/** Among so many ordinals the second of a series must stand. */
const farthestSecond = 12
