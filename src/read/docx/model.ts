/**
 * A Word document as it was read: paragraphs of plain text, and for every stretch of them the very characters of the XML that
 * say it, so that a writer can splice strings into the original and leave all else as it is.
 *
 * Two ways to count, both in UTF-16 units: “text” offsets count in a paragraph's `text`, “raw” offsets in the `xml` of the
 * part that the paragraph stands in. Ends are exclusive.
 */
import type { Hint } from '../../source.ts'
import type { Package, XmlPart } from './package.ts'

export type { XmlPart } from './package.ts'

/** What was seen and not read; nothing that stops anybody. `part` is the entry's name. */
export interface DocxWarning {
  readonly kind: 'alt-chunk' | 'sub-document' | 'signature' | 'placeholder'
  readonly part: string
}

export interface DocxDocument {
  /** The package as it was opened, for copies of it. */
  readonly pack: Package
  /** The part with the body. */
  readonly main: XmlPart
  /** The body first; then headers, footers, footnotes, endnotes, text boxes, each kind in the order of the document. */
  readonly stories: readonly Story[]
  /** The lines of the `Source`, in its order: which paragraphs each is made of. Not every story has lines. */
  readonly lines: readonly DocxLine[]
  readonly warnings: readonly DocxWarning[]
}

export type StoryKind = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'textbox'

/** Text that runs on by itself. A header is one story, every note is one, every text box is one. */
export interface Story {
  readonly kind: StoryKind
  /** The part that its paragraphs stand in; raw offsets count in its `xml`. A text box of the body stands in the main part. */
  readonly part: XmlPart
  /**
   * Where the body calls it. Missing for the body. Headers and footers: the first paragraph of the body. Text boxes of a
   * header, a footer or a note: where that is called.
   */
  readonly anchor?: Anchor
  /** In the order of their start tags. */
  readonly paragraphs: readonly DocxParagraph[]
}

/** A place in the body. */
export interface Anchor {
  /** `DocxParagraph.index` of a paragraph of the body story. */
  readonly paragraph: number
  /** Raw, in the main part: where the run with the note's reference or with the text box begins. Missing for headers and footers. */
  readonly run?: { readonly from: number; readonly to: number }
}

/** One `w:p`. Its span may hold text boxes, whose paragraphs are not its own. */
export interface DocxParagraph {
  /** Which `w:p` of the part this is, from 0, by start tags and counting all, also those that are not read. */
  readonly index: number
  /** Raw: the whole element. */
  readonly from: number
  readonly to: number
  /** Raw: behind `w:pPr`, or behind the start tag where there is none. */
  readonly contentFrom: number
  /** Raw: where the end tag begins. */
  readonly contentTo: number
  /** The element is `<w:p/>`: contentFrom, contentTo and to are one place, and a writer must replace the tag. */
  readonly isEmptyTag: boolean
  /** The final view: insertions in, deletions and hidden text out; without generated label. Never holds LF or CR. */
  readonly text: string
  /** Ascending; they cover `text` without a gap. None is empty. */
  readonly pieces: readonly DocxPiece[]
  /** Without `aside`, which the story knows. `hint.label`: the number that Word prints before the paragraph. */
  readonly hint?: Hint
  /** The paragraph mark is deleted or moved away: with all changes accepted, the next paragraph goes on in this one. */
  readonly isMarkDeleted: boolean
  /** `w14:paraId`, where Word gave one. */
  readonly id?: string
}

/**
 * `text`: characters of a `w:t`. `tab`: a `w:tab` or `w:ptab` (HT). `break`: `w:br` or `w:cr` (LINE_BREAK).
 * `hyphen`: `w:noBreakHyphen` (U+2011). `symbol`: `w:sym`. `object`: picture, drawing, embedded object.
 * `math`: a whole `m:oMath`. Symbols, objects and formulas are one U+FFFC, but symbols that Unicode has are themselves.
 */
export type PieceKind = 'text' | 'tab' | 'break' | 'hyphen' | 'symbol' | 'object' | 'math'

/**
 * What a piece stands in, however deep, that a writer must mind. `field`: the result of a field. `locked`, `bound`: a content
 * control whose content may not be edited, or is filled from data. `inserted`: a tracked insertion or the target of a move,
 * by somebody. `alternate`: `mc:AlternateContent`. `ruby`: the base of a phonetic guide. `link`: a hyperlink.
 */
export type Within = 'field' | 'locked' | 'bound' | 'inserted' | 'alternate' | 'ruby' | 'link'

/** A stretch of a paragraph. */
export interface DocxPiece {
  /** Text offsets. */
  readonly start: number
  readonly end: number
  readonly kind: PieceKind
  /**
   * Raw. Text: the characters themselves; as long as the piece, character by character, or else one that can only be taken
   * whole (`&amp;`, `&#x20BB7;`, a CDATA section). Other kinds: the whole element.
   */
  readonly from: number
  readonly to: number
  /** The element that holds the characters (`w:t`), or that the piece is. */
  readonly element: RawElement
  /** Missing for formulas that stand in no run. */
  readonly run?: DocxRun
  /** Empty for most. */
  readonly within: readonly Within[]
}

/** Raw offsets of an element: its tags are [from,contentFrom) and [contentTo,to); `<w:tab/>` has contentFrom = contentTo = to. */
export interface RawElement {
  readonly from: number
  readonly contentFrom: number
  readonly contentTo: number
  readonly to: number
}

/** One `w:r`. Its `contentFrom` is behind its properties. */
export interface DocxRun extends RawElement {
  /** Which `w:r` of its paragraph, from 0, by start tags; those of text boxes inside are not counted. */
  readonly index: number
  /** `w:` as the document writes it here: `w:`, `ns0:` or nothing. */
  readonly prefix: string
  /** Its start tag as written: `<w:r w:rsidR="00A1">`. */
  readonly tag: string
  /** Its `w:rPr` as written, the whole element; empty where there is none. */
  readonly properties: string
}

/** One line of `Source.document`: a paragraph, or several where the marks between them are deleted. */
export interface DocxLine {
  readonly story: Story
  /** Where the line begins in `Source.document` and in `Source.text`. */
  readonly start: number
  /** Where each paragraph's text begins, counted from `start`; ascending. */
  readonly parts: readonly { readonly paragraph: DocxParagraph; readonly start: number }[]
}
