/** Plain text: a line is a paragraph, and the text is the document itself. */
import { type Block, lineStarts, type Source } from '../source.ts'
import type { Decoded } from './decode.ts'

/** The source of a plain text. Cheap for megabytes: no line is copied unless it begins with a blank. Never throws. */
export function readTxt(path: string, decoded: Decoded): Source {
  const { text, encoding, bom, damage } = decoded
  return { path, format: 'txt', encoding, bom, text, document: text, blocks: blocksOf(text), pieces: [], damage }
}

/** One block a non-blank line, without its line end, with its indent. */
function blocksOf(text: string): Block[] {
  const starts = lineStarts(text)
  const blocks: Block[] = []
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] as number
    const end = endOfLine(text, start, starts[index + 1] ?? text.length)
    if (!isBlank(text, start, end)) blocks.push({ start, end })
  }
  return blocks
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

function endOfLine(text: string, start: number, next: number): number {
  let end = next
  while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--
  return end
}

const isLineEnd = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN

/** Most lines begin with a Han character; only the others are looked at closely. */
function isBlank(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  if (start < end && first > 0x20 && (first < 0x80 || (first >= 0x4e00 && first <= 0x9fff))) return false
  return text.slice(start, end).trim() === ''
}
