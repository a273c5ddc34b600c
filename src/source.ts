import type { Point, Position } from 'unist'

export type { Point, Position } from 'unist'

/** A stretch of `Source.text`: UTF-16 offsets, `end` exclusive. Every node and every fact value is one. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The kinds of file that hegao knows. The kind is decided by content; a name only breaks ties between text kinds. */
export const formats = ['txt', 'md', 'html', 'docx', 'doc', 'wps', 'odt', 'rtf', 'pdf'] as const

export type Format = (typeof formats)[number]

/** Where text stands that is not the body: Word keeps it apart, and prints it in the margin, below or beside. */
export type Aside = 'header' | 'footer' | 'footnote' | 'endnote' | 'textbox'

/** Formats that are their text: only they can be put together again from it. */
export const isText = (format: Format): boolean => format === 'txt' || format === 'md'

/** What a format says of a block beyond its characters. A reader reports it, the parser decides what it means. */
export interface Hint {
  /** Outline level from a style or from `#`, from 1. */
  readonly heading?: number
  /** A label that the format numbers by itself (Word's 一、): it stands in no character of the text. */
  readonly label?: string
  /** All its words are bold. */
  readonly bold?: true
  /** The block is a cell of a table: which table, row and column, from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** The block is code, front matter, a table of contents or the like: not prose, never checked. */
  readonly verbatim?: true
  /** The block is no part of the body. Such blocks come last, whatever their place on the page. */
  readonly aside?: Aside
}

/** One paragraph as the format divides them: a line of a .txt, a block of a .md, a `w:p` of a .docx. */
export interface Block extends Span {
  readonly hint?: Hint
}

/** A place inside a Word package, for whoever wants to open it there. All numbers count from 0. */
export interface PartPlace {
  readonly part: string
  readonly paragraph: number
  readonly run: number
}

/**
 * A stretch of `Source.text` and where it comes from in `Source.document`.
 * Equal lengths: character by character. Unequal lengths (`&amp;` read as `&`): as a whole.
 */
export interface Piece extends Span {
  readonly from: number
  readonly to: number
  readonly at?: PartPlace
}

/** A place where the file's bytes were not what its encoding allows. `offset` counts in `Source.document`. */
export interface Damage {
  readonly kind: 'undecodable' | 'control' | 'private-use' | 'lone-surrogate'
  readonly offset: number
  /** How many characters at `offset` are concerned. */
  readonly length: number
}

/** A comment of the file (`<!-- … -->`): no part of the text, but users speak to hegao in it. Offsets of `Source.document`. */
export interface Comment extends Span {
  /** What stands between the marks. */
  readonly value: string
}

/**
 * What of a file that could be read is not in its text, so that nobody takes silence for praise. `alt-chunk`: another file
 * that Word takes in when it opens this one. `sub-document`: parts of a master document. `placeholder`: content controls
 * that nobody has filled in. `own-report`: it is a report of findings that hegao wrote. `no-text`: there is nothing to check.
 * `pictures`: it is pictures and next to no words: what they show was not read.
 * `unruled-table`: a table of a PDF without lines drawn, whose cells cannot be told apart for certain.
 * `resource-missing`: a rule did not run, because this installation lacks a file that it needs.
 */
export const noteKinds = [
  'alt-chunk',
  'sub-document',
  'placeholder',
  'own-report',
  'no-text',
  'pictures',
  'unruled-table',
  'resource-missing',
] as const

export type Note =
  | { readonly kind: Exclude<(typeof noteKinds)[number], 'resource-missing'> }
  | { readonly kind: 'resource-missing'; readonly ruleId: string; readonly name: string }

/** A character that the file writes otherwise; offsets of `Source.text`. */
export interface Misread extends Span {
  /** A radical that a PDF gave for the character, or an escape (<U+00A0>, &nbsp;) that nobody resolved. */
  readonly kind: 'radical' | 'escape'
  /** As it stands in the file. */
  readonly written: string
}

/** What a text copied from a PDF has of its pages. */
export interface Copied {
  /** How many of its blanks were line ends, and how many page marks stand among the words. */
  readonly breaks: number
  readonly marks: number
  /** What makes a text of it; offsets of `Source.document`. */
  readonly edits: readonly (Span & { readonly text: string })[]
}

/** What a reader hands over: plain text, and the map back to the user's file. Nothing after it knows formats. */
export interface Source {
  /** As the user gave it; `<stdin>` for standard input without a name. */
  readonly path: string
  readonly format: Format
  /** A WHATWG label (`utf-8`, `gb18030`, `big5`, `utf-16le`); undefined where the format carries no choice. */
  readonly encoding?: string
  /** The file began with a byte order mark; it belongs neither to `text` nor to `document`. */
  readonly bom?: boolean
  /** Plain text. Offsets of spans, nodes and facts count here. */
  readonly text: string
  /** The text that lines and columns are told in: the decoded file, or `text` itself for formats that are no text. */
  readonly document: string
  readonly blocks: readonly Block[]
  /** Ascending and not overlapping. Empty: `text` and `document` are the same string. */
  readonly pieces: readonly Piece[]
  readonly damage: readonly Damage[]
  /** Ascending; left out by formats that have none. */
  readonly comments?: readonly Comment[]
  /** Left out where there are none. */
  readonly notes?: readonly Note[]
  /** Left out where there are none. */
  readonly misread?: readonly Misread[]
  /** Left out for texts that were not. */
  readonly copied?: Copied
}

/** A span of the text, or of what is no part of the text: then `inDocument` is where it stands in `Source.document`. */
export interface Locatable extends Span {
  readonly inDocument?: Span
}

/** A span as the user's file counts it, and for Word files where in the package. */
export interface Place extends Position {
  readonly at?: PartPlace
}

/** Offsets of line starts. A line ends at LF, CRLF, CR CR LF (a file converted twice) or a lone CR. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  // Most files have no CR at all: indexOf is then many times faster than looking at every character.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (const end of text.matchAll(/\r{0,2}\n|\r/g)) starts.push(end.index + end[0].length)
  return starts
}

/** Where `offset` stands: line and column from 1, columns in UTF-16 units. */
export function pointAt(starts: readonly number[], offset: number): Point {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1, offset }
}

const lineStartsOf = new WeakMap<Source, readonly number[]>()

function startsOf(source: Source): readonly number[] {
  const known = lineStartsOf.get(source)
  if (known) return known
  const starts = lineStarts(source.document)
  lineStartsOf.set(source, starts)
  return starts
}

/** The last of `all`, which are in order, that begins at or before `offset`; else the first one. */
export function lastAt<Item extends { readonly start: number }>(all: readonly Item[], offset: number): Item | undefined {
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((all[middle] as Item).start <= offset) low = middle
    else high = middle - 1
  }
  return all[low]
}

const isLinear = (piece: Piece): boolean => piece.end - piece.start === piece.to - piece.from

function startInDocument(piece: Piece, offset: number): number {
  if (offset >= piece.end) return piece.to
  if (isLinear(piece)) return piece.from + Math.max(0, offset - piece.start)
  return piece.from
}

function endInDocument(piece: Piece, offset: number): number {
  if (offset >= piece.end) return piece.to
  if (isLinear(piece)) return piece.from + Math.max(0, offset - piece.start)
  return offset > piece.start ? piece.to : piece.from
}

/**
 * The only place where an offset of the text becomes a place in the user's file.
 * `span` counts in `Source.text`; the result counts in `Source.document`.
 */
export function locate(source: Source, span: Locatable): Place {
  const starts = startsOf(source)
  if (span.inDocument) return { start: pointAt(starts, span.inDocument.start), end: pointAt(starts, span.inDocument.end) }
  const first = lastAt(source.pieces, span.start)
  if (!first) return { start: pointAt(starts, span.start), end: pointAt(starts, span.end) }
  const from = startInDocument(first, span.start)
  // The end belongs to the piece of the last character, not to the piece that begins behind it.
  const last = span.end > span.start ? lastAt(source.pieces, span.end - 1) : undefined
  const to = last ? endInDocument(last, span.end) : from
  const place = { start: pointAt(starts, from), end: pointAt(starts, Math.max(from, to)) }
  return first.at ? { ...place, at: first.at } : place
}

/** Whether `span` is one unbroken stretch of the document too, so that it can be replaced there. */
export function isUnbroken(source: Source, span: Span): boolean {
  if (source.pieces.length === 0) return true
  const place = locate(source, span)
  return source.document.slice(place.start.offset, place.end.offset) === source.text.slice(span.start, span.end)
}

/** The offset of `Source.text` at or behind `offset` of `Source.document`. */
export function offsetInText({ pieces, text }: Source, offset: number): number {
  if (pieces.length === 0) return offset
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).to <= offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low]
  if (!piece) return text.length
  return isLinear(piece) ? piece.start + Math.max(0, offset - piece.from) : piece.start
}

/** A paragraph beside the body: which one of its kind, from 1. In the file it has no number that a person could count. */
export interface AsidePlace {
  readonly aside: Aside
  readonly ordinal: number
}

/** Where `offset` of the text stands, if that is beside the body. */
export function asideAt(source: Source, offset: number): AsidePlace | undefined {
  const { blocks } = source
  // Blocks beside the body come last, and are few: most questions end at the first look.
  let index = blocks.length - 1
  while (blocks[index]?.hint?.aside !== undefined && (blocks[index] as Block).start > offset) index--
  const block = blocks[index]
  const aside = block?.hint?.aside
  if (block === undefined || aside === undefined) return undefined
  let first = block
  for (let at = index; blocks[at]?.hint?.aside === aside; at--) first = blocks[at] as Block
  // A paragraph whose lines are broken by hand is several blocks, but one line of the document.
  const lineOf = (span: Span): number => locate(source, span).start.line
  return { aside, ordinal: lineOf(block) - lineOf(first) + 1 }
}
