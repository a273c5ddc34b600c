/** Spots of a paragraph → raw places in the XML where markup may be put, and the stretches of it that may be changed. */
import type { DocxParagraph, DocxPiece, DocxRun, RawElement, Within, XmlPart } from '../read/docx/model.ts'
import { splitsCharacter } from './difference.ts'
import { prefixOf } from './markup.ts'

/** More than any tag's name has. */
const LONGEST_NAME = 80

/**
 * A raw place. In the open, between runs: `at` alone. With `run`: between two children of that run, which must be ended before
 * it and begun again behind it. With `element` too: inside the characters of that `w:t`. With `empty`: in a paragraph `<w:p/>`.
 */
export interface Place {
  readonly at: number
  /** Before the names of elements here: `w:`. */
  readonly prefix: string
  readonly run?: DocxRun
  readonly element?: RawElement
  readonly empty?: DocxParagraph
}

/** In these nothing may be put: Word computes them anew, fills them from data, or shows them once out of two. */
const closed: ReadonlySet<Within> = new Set<Within>(['field', 'bound', 'alternate', 'ruby'])

/** In these nothing may be changed. Somebody else's insertion would be hard to tell from ours afterwards. */
const fixed: ReadonlySet<Within> = new Set<Within>([...closed, 'locked', 'inserted'])

type InRun = DocxPiece & { readonly run: DocxRun }

const isOpen = (piece: DocxPiece | undefined): piece is InRun =>
  piece?.run !== undefined && piece.kind !== 'math' && !piece.within.some((where) => closed.has(where))

/** Characters that a tracked change may strike out or stand beside. */
export const isChangeable = (piece: DocxPiece | undefined): piece is InRun =>
  piece?.run !== undefined && piece.kind === 'text' && !piece.within.some((where) => fixed.has(where))

const isWhole = (piece: DocxPiece): boolean => piece.end - piece.start !== piece.to - piece.from

/** Blanks between elements are few; more than this many need not be looked at. */
const mostBlanks = 64

/** Whether in its run nothing but properties stands before `element`. */
const isFirst = (xml: string, { contentFrom }: DocxRun, { from }: RawElement): boolean =>
  from - contentFrom <= mostBlanks && xml.slice(contentFrom, from).trim() === ''

const isLast = (xml: string, { contentTo }: DocxRun, { to }: RawElement): boolean =>
  contentTo - to <= mostBlanks && xml.slice(to, contentTo).trim() === ''

/** The raw offset of the character at `offset`, which `piece` holds or ends before. What can only be taken whole: its edges. */
export function rawIn(piece: DocxPiece, offset: number): number {
  if (offset <= piece.start) return piece.from
  return offset >= piece.end || isWhole(piece) ? piece.to : piece.from + offset - piece.start
}

/** Whether `piece` can be divided at `offset`; `&amp;` and the like cannot. */
export const isDivisible = (piece: DocxPiece, offset: number): boolean =>
  offset <= piece.start || offset >= piece.end || !isWhole(piece)

/** Whether a `w:t` says that blanks at its edges count; else Word drops them. */
export const preservesBlanks = (tag: string): boolean => /\sxml:space\s*=\s*["']preserve["']/.test(tag)

/** The characters of `element` that are shown: without blanks at its edges, where Word drops those. Raw. */
export function shownOf(xml: string, { from, contentFrom, contentTo }: RawElement): { from: number; to: number } {
  if (preservesBlanks(xml.slice(from, contentFrom))) return { from: contentFrom, to: contentTo }
  let [first, last] = [contentFrom, contentTo]
  while (first < last && isBlank(xml[first])) first++
  while (last > first && isBlank(xml[last - 1])) last--
  return { from: first, to: last }
}

/** What XML calls white space. */
export const isBlank = (character: string | undefined): boolean => character !== undefined && /[ \t\r\n]/.test(character)

/** The place before the character of `element` at raw `at`, or before `element`. */
export function placeBefore({ xml }: XmlPart, run: DocxRun, element: RawElement, at: number): Place {
  const { prefix } = run
  if (at > element.from && at > shownOf(xml, element).from) return { at, prefix, run, element }
  return isFirst(xml, run, element) ? { at: run.from, prefix } : { at: element.from, prefix, run }
}

/** The place behind the character of `element` that ends at raw `at`, or behind `element`. */
export function placeAfter({ xml }: XmlPart, run: DocxRun, element: RawElement, at: number): Place {
  const { prefix } = run
  if (at < element.to && at < shownOf(xml, element).to) return { at, prefix, run, element }
  return isLast(xml, run, element) ? { at: run.to, prefix } : { at: element.to, prefix, run }
}

const beforePiece = (part: XmlPart, piece: InRun, offset: number): Place =>
  placeBefore(
    part,
    piece.run,
    piece.element,
    piece.kind === 'text' && isDivisible(piece, offset) ? rawIn(piece, offset) : piece.from,
  )

const afterPiece = (part: XmlPart, piece: InRun, offset: number): Place =>
  placeAfter(
    part,
    piece.run,
    piece.element,
    piece.kind === 'text' && isDivisible(piece, offset) ? rawIn(piece, offset) : piece.to,
  )

/** Index of the piece that holds the character at `offset`; the number of pieces where none does. */
export function pieceIndexAt({ pieces }: DocxParagraph, offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as DocxPiece).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function inParagraph({ xml }: XmlPart, paragraph: DocxParagraph, at: number): Place {
  const prefix = prefixOf(xml.slice(paragraph.from, paragraph.from + LONGEST_NAME))
  return paragraph.isEmptyTag ? { at, prefix, empty: paragraph } : { at, prefix }
}

/** Before all of a paragraph, behind its properties. */
export const placeAtStart = (part: XmlPart, paragraph: DocxParagraph): Place =>
  inParagraph(part, paragraph, paragraph.contentFrom)

/** Behind all of a paragraph. */
export const placeAtEnd = (part: XmlPart, paragraph: DocxParagraph): Place => inParagraph(part, paragraph, paragraph.contentTo)

/** Where a comment on the character at `from` begins: before it, or before the field or the like that it stands in. */
export function rangeStart(part: XmlPart, paragraph: DocxParagraph, from: number): Place {
  const { pieces, text } = paragraph
  const offset = splitsCharacter(text, from) ? from - 1 : from
  const index = pieceIndexAt(paragraph, offset)
  const piece = pieces[index]
  if (isOpen(piece)) return beforePiece(part, piece, offset)
  for (let before = index - 1; before >= 0; before--) {
    const other = pieces[before]
    if (isOpen(other)) return afterPiece(part, other, other.end)
  }
  return placeAtStart(part, paragraph)
}

/** Where a comment on the character before `to` ends: behind it, or behind the field or the like that it stands in. */
export function rangeEnd(part: XmlPart, paragraph: DocxParagraph, to: number): Place {
  const { pieces, text } = paragraph
  const offset = splitsCharacter(text, to) ? to + 1 : to
  const index = pieceIndexAt(paragraph, offset - 1)
  const piece = pieces[index]
  if (isOpen(piece)) return afterPiece(part, piece, offset)
  for (let behind = index + 1; behind < pieces.length; behind++) {
    const other = pieces[behind]
    if (isOpen(other)) return beforePiece(part, other, other.start)
  }
  return placeAtEnd(part, paragraph)
}

/** The place for a mark between two characters: behind the one before, so that it is written as that is. */
export function point(part: XmlPart, paragraph: DocxParagraph, offset: number): Place {
  return offset > 0 ? rangeEnd(part, paragraph, offset) : rangeStart(part, paragraph, offset)
}
