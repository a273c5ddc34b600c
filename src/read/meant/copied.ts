/** A text copied from a PDF, whose line ends became blanks: one long line, its pieces all of one width, page marks among them. */
import type { Block, Source, Span } from '../../source.ts'
import type { Reading } from './edited.ts'
import { commonWidth, isPageMark, ordinalStart, pageMark, widthOf } from './widths.ts'

/** A line shorter than this, or with fewer blanks, tells nothing of its making. */
const shortest = 200
const fewest = 7
/** How far a full line may be from the common width, and how much of the text must be in full lines. */
const slack = 2
const leastFull = 0.65
const narrowest = 14
/** Running text has a mark at least once in so many characters. */
const mostBetweenMarks = 40
const widest = 60

/** What of a block was a line on the page. */
interface Piece extends Span {
  readonly width: number
}

/** What is read otherwise, and how many line ends and page marks there were; offsets of the text. */
export interface CopiedText {
  readonly readings: readonly Reading[]
  readonly blocks: readonly Block[]
  readonly breaks: number
  readonly marks: number
}

/** undefined where no line of the text was copied so. */
export function copiedIn({ text, blocks }: Source): CopiedText | undefined {
  const found: Found = { readings: [], divided: [], breaks: 0, marks: 0 }
  for (const block of blocks) {
    const pieces = block.hint?.cell || block.hint?.verbatim ? undefined : piecesOf(text, block)
    if (!pieces) {
      found.divided.push(block)
      continue
    }
    join(text, block, pieces, found)
  }
  const { readings, divided, breaks, marks } = found
  return readings.length > 0 ? { readings, blocks: divided, breaks, marks } : undefined
}

/** A page mark with the blanks before it, or blanks alone. */
const parting = new RegExp(`[ \\u00a0]{0,3}(?:${pageMark.source})(?=[ \\u00a0]|$)|[ \\u00a0]{1,3}`, 'g')

function piecesOf(text: string, block: Block): { lines: Piece[]; width: number } | undefined {
  if (block.end - block.start < shortest) return undefined
  const words = text.slice(block.start, block.end)
  // Slogans and names in a row have no marks; running text has one in a dozen characters.
  if ((words.match(/[，。；]/g)?.length ?? 0) * mostBetweenMarks < words.length) return undefined
  const lines: Piece[] = []
  const push = (start: number, end: number): void => {
    if (start < end) lines.push({ start, end, width: widthOf(text, start, end) })
  }
  let from = block.start
  for (const { 0: found, index } of words.matchAll(parting)) {
    const at = block.start + index
    push(from, at)
    const mark = found.trim()
    if (mark !== '') push(at + found.indexOf(mark), at + found.indexOf(mark) + mark.length)
    from = at + found.length
  }
  push(from, block.end)
  if (lines.length <= fewest) return undefined
  const common = commonWidth(
    lines.filter(({ width }) => width >= narrowest).map(({ width }) => width),
    slack,
  )
  if (!common || common.width < narrowest || common.width > widest) return undefined
  const full = lines.filter(({ width }) => Math.abs(width - common.width) <= slack)
  const inFull = full.reduce((sum, { width }) => sum + width, 0)
  const all = lines.reduce((sum, { width }) => sum + width, 0)
  return full.length >= fewest / 2 && inFull >= all * leastFull
    ? { lines: withInnerBlanks(text, lines, common.width), width: common.width }
    : undefined
}

/** Two pieces that make one line with the blank between them are one: the blank was typed. */
function withInnerBlanks(text: string, lines: readonly Piece[], width: number): Piece[] {
  const result: Piece[] = []
  for (const line of lines) {
    const last = result[result.length - 1]
    const isOne =
      last !== undefined &&
      last.width < width - slack &&
      line.width < width - slack &&
      Math.abs(last.width + line.width + 0.5 - width) <= 1 &&
      !/[。！？：]$/.test(text.slice(last.end - 1, last.end)) &&
      !ordinalStart.test(text.slice(line.start, line.start + 8)) &&
      !isPageMark(text.slice(last.start, last.end)) &&
      !isPageMark(text.slice(line.start, line.end))
    if (isOne) result[result.length - 1] = { start: last.start, end: line.end, width: last.width + line.width + 0.5 }
    else result.push(line)
  }
  return result
}

interface Found {
  readonly readings: Reading[]
  readonly divided: Block[]
  breaks: number
  marks: number
}

/** A paragraph ends where a line is not full, or where the next begins with an ordinal behind a finished sentence. */
function join(text: string, block: Block, { lines, width }: { lines: readonly Piece[]; width: number }, found: Found): void {
  let start = block.start
  let previous: Piece | undefined
  let gap: number | undefined
  for (const line of lines) {
    if (isPageMark(text.slice(line.start, line.end))) {
      found.marks++
      gap ??= previous?.end ?? block.start
      continue
    }
    if (previous) {
      const from = gap ?? previous.end
      const isEnd = endsParagraph(text, previous, line, width)
      found.readings.push({ start: from, end: line.start, value: isEnd ? '\n' : joint(text, from, line.start) })
      found.breaks++
      if (isEnd) {
        found.divided.push({ ...block, start, end: previous.end })
        start = line.start
      }
    } else if (gap !== undefined) {
      found.readings.push({ start: gap, end: line.start, value: '' })
      start = line.start
    }
    gap = undefined
    previous = line
  }
  if (gap !== undefined && previous) found.readings.push({ start: gap, end: block.end, value: '' })
  found.divided.push({ ...block, start, end: gap === undefined ? block.end : gap })
}

function endsParagraph(text: string, line: Piece, next: Piece, width: number): boolean {
  if (line.width < width - slack) return true
  const isFinished = /[。！？：；”）]$/.test(text.slice(line.end - 1, line.end))
  return isFinished && ordinalStart.test(text.slice(next.start, next.start + 8))
}

/** Between words of Latin letters a blank stays. */
const joint = (text: string, before: number, after: number): string =>
  /[A-Za-z]/.test(text[before - 1] ?? '') && /[A-Za-z]/.test(text[after] ?? '') ? ' ' : ''
