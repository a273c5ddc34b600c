/** What reading a part leaves: paragraphs whose properties are not yet worked out, and where notes, headers and text boxes hang. */
import type { Weight } from '../../weight.ts'
import type { DocxPiece, DocxWarning, RawElement, StoryKind } from '../model.ts'
import type { NumberReference } from '../styles.ts'

/** A paragraph as the walk leaves it: what its properties say is not yet worked out. Offsets as in `DocxParagraph`. */
export interface DraftParagraph {
  readonly index: number
  readonly from: number
  to: number
  contentFrom: number
  contentTo: number
  readonly isEmptyTag: boolean
  text: string
  readonly pieces: DocxPiece[]
  readonly id?: string
  isMarkDeleted: boolean
  style?: string
  numbering: { -readonly [Key in keyof NumberReference]: NumberReference[Key] }
  outline?: number
  readonly cell?: DraftCell
  /** It shows a part of a table of contents. */
  isContents: boolean
  readonly weight: Weight
}

/** A cell of a table; the table knows how many it has. */
export interface DraftCell {
  readonly table: DraftTable
  readonly row: number
  readonly column: number
}

export interface DraftTable {
  readonly index: number
  cells: number
  /** The cell that it stands in. */
  readonly outer?: DraftCell
}

export interface DraftStory {
  readonly kind: StoryKind
  readonly paragraphs: DraftParagraph[]
  /** Of text boxes: the paragraph and the run that hold it, in the same part. */
  readonly anchor?: { readonly paragraph: number; readonly run?: RawElement }
  /** Of notes: `w:id`. */
  readonly id?: string
}

/** Where a note is called. */
export interface NoteCall {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  readonly paragraph: number
  readonly run: RawElement
}

/** A header or footer that a section of the document shows. */
export interface HeaderCall {
  readonly kind: 'header' | 'footer'
  readonly type: string
  readonly id: string
  /** The section has a first page of its own. */
  readonly section: { hasFirst: boolean }
}

export interface PartText {
  /** The stories of the part, then its text boxes, each in the order of start tags. */
  readonly stories: readonly DraftStory[]
  readonly notes: readonly NoteCall[]
  readonly headers: readonly HeaderCall[]
  readonly warnings: ReadonlySet<DocxWarning['kind']>
}
