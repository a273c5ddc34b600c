/** Blocks of a source → lines: one a paragraph, trimmed, with what the format said of it. */
import type { Block, Hint, Source, Span } from '../source.ts'
import { Kind, kindAt, trimmed } from '../text/characters.ts'
import type { Scheme } from '../tree.ts'
import { markerAt } from './markers.ts'

/** One paragraph, not yet read: its characters without indent, and where its indent began. */
export interface Line extends Span {
  readonly hint?: Hint
}

/** The paragraphs of `source` in order. Blank ones are left out; nothing else is. */
export function lines(source: Source): Line[] {
  const { text } = source
  const found: Line[] = []
  for (const group of unwrapped(source)) {
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
 * Scraped pages put a whole speech on one line and part its paragraphs with two ideographic or em spaces.
 * In a long line such a gap parts paragraphs; in a short one (区长　　杜联合) it is layout.
 */
function* parts(text: string, start: number, end: number): Generator<Span> {
  if (end - start < partedFrom) {
    yield { start, end }
    return
  }
  let from = start
  // On the line's own slice: searching the text itself would run on to the next gap, however far.
  for (const match of text.slice(start, end).matchAll(/[\u3000\u2003]{2,}/g)) {
    yield { start: from, end: start + match.index }
    from = start + match.index + match[0].length
  }
  yield { start: from, end }
}

/** Blocks as they are, or, in a text wrapped at a fixed width, the blocks of one paragraph joined. */
function unwrapped({ text, blocks, format }: Source): readonly Block[] {
  const width = format === 'txt' ? wrapWidth(text, blocks) : undefined
  if (width === undefined) return blocks
  // With a blank line between most lines it says nothing; else it ends a paragraph, however full the line before it.
  const gaps = blocks.filter((block, index) => index > 0 && isGap(text, (blocks[index - 1] as Block).end, block.start)).length
  const parts = gaps * 2 < blocks.length
  const joined: Block[] = []
  for (const block of blocks) {
    const previous = joined[joined.length - 1]
    const isParted = previous !== undefined && parts && isGap(text, previous.end, block.start)
    if (previous && !isParted && goesOn(text, previous, block, width))
      joined[joined.length - 1] = { start: previous.start, end: block.end }
    else joined.push(block)
  }
  return joined
}

const length = (text: string, block: Span): number => {
  const { start, end } = trimmed(text, block.start, block.end)
  return end - start
}

const endsSentence = (text: string, block: Span): boolean => {
  const { end } = trimmed(text, block.start, block.end)
  const kind = kindAt(text, end - 1)
  return kind === Kind.terminal || kind === Kind.colon || kind === Kind.semicolon || kind === Kind.close
}

/** How much shorter than the width a full line may be: a mark is never set at the beginning of the next line. */
const slack = 3

/**
 * The width at which a text was wrapped by hand or by a PDF, in characters; undefined where it was not.
 * Then most lines are full and most lines end in mid-sentence; in a text with one line a paragraph neither holds.
 */
function wrapWidth(text: string, blocks: readonly Block[]): number | undefined {
  if (blocks.length < 20) return undefined
  const lengths = blocks.map((block) => length(text, block)).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] as number
  if (width < 12 || width > 90) return undefined
  const full = lengths.filter((one) => one >= width - slack && one <= width + slack).length
  if (full < blocks.length * 0.5) return undefined
  const open = blocks.filter((block) => !endsSentence(text, block)).length
  return open >= blocks.length * 0.5 ? width : undefined
}

/** Whether a blank line lies between `from` and `to`. */
const isGap = (text: string, from: number, to: number): boolean => text.slice(from, to).split('\n').length > 2

/** Ordinals that begin nothing but a heading; 2. and （2） stand inside paragraphs, too. */
const surelyHeading: ReadonlySet<Scheme> = new Set(['chapter', 'part', 'article', 'han-dun', 'paren-han'])

/** Whether a line begins a numbered paragraph: the first of its kind behind a full stop, or the one that follows `previous`. */
function beginsNumbered(text: string, previous: Span, block: Span): boolean {
  const marker = markerAt(text, block.start, block.end, 'heading')
  if (!marker) return false
  if (surelyHeading.has(marker.scheme)) return true
  if (marker.ordinal === 1) return endsSentence(text, previous)
  const before = markerAt(text, previous.start, previous.end, 'heading')
  return before?.scheme === marker.scheme && before.ordinal + 1 === marker.ordinal
}

/**
 * Whether `block` goes on with the paragraph of `previous`: that one's last line is full, and this one is neither indented nor
 * numbered.
 */
function goesOn(text: string, previous: Span, block: Span, width: number): boolean {
  if (kindAt(text, block.start) === Kind.blank || beginsNumbered(text, previous, block)) return false
  const lastLine = Math.max(previous.start, text.lastIndexOf('\n', previous.end - 1) + 1)
  const indent = kindAt(text, lastLine) === Kind.blank ? 2 : 0
  return length(text, { start: lastLine, end: previous.end }) + indent >= width - slack
}
