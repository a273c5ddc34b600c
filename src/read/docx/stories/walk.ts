/** Where the walk through a part is: the story, the paragraph, the run and the table around, and what surrounds the text. */
import type { Refusal } from '../../refusal.ts'
import type { XmlTag } from '../../xml.ts'
import { createFields, type Fields } from '../fields.ts'
import type { DocxRun, DocxWarning, PieceKind, StoryKind, Within, XmlPart } from '../model.ts'
import type { Styles } from '../styles.ts'
import type { Budget } from './budget.ts'
import type { DraftParagraph, DraftStory, DraftTable, HeaderCall, NoteCall } from './drafts.ts'

export type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }
export type Run = Mutable<DocxRun> & { style?: string; isHidden?: boolean; isBold?: boolean }

/** Where the walk is in the table around. */
export interface Row {
  readonly table: DraftTable
  row: number
  column: number
  /** The column that the next cell begins in. */
  next: number
  /** A tracked deletion of the row, or of the cell. */
  isDeleted: boolean
  isCellDeleted: boolean
}

/** A paragraph while it is read. */
export interface Writing {
  readonly draft: DraftParagraph
  /** How many runs it has begun. */
  runs: number
  readonly texts: string[]
  length: number
}

/** What a text box interrupts, and what is found again behind it. */
export interface Frame {
  story: DraftStory | undefined
  /** The last is the one that text goes to. In a sound file there is no other. */
  paragraphs: Writing[]
  /** The last is the one that text is in; around it can be the run of a phonetic guide. */
  runs: Run[]
  fields: Fields
  /** A set of bits, by the places of `kinds`: what surrounds the text. */
  within: number
  tables: Row[]
}

export interface Control {
  within: number
  isPlaceholder: boolean
  isContents: boolean
  /** It stands in a line: then what is not filled in leaves a place there. */
  readonly isInline: boolean
  hasPlace: boolean
}

/** An element whose characters are wanted. */
export interface OpenText {
  readonly name: string
  readonly from: number
  readonly contentFrom: number
  readonly keepsBlanks: boolean
  readonly stretches: Written[]
}

export interface Written {
  value: string
  from: number
  to: number
}

/** An element that is one piece, when it ends. */
export interface OpenMark {
  readonly name: string
  readonly kind: PieceKind
  readonly value: string
  readonly from: number
  readonly contentFrom: number
  isFloating?: boolean
}

export interface Context {
  readonly part: XmlPart
  readonly kind: StoryKind
  readonly styles: Styles
  readonly refuse: Refusal
  readonly budget: Budget
  /** Fields that are read as plain text. */
  readonly ignored: ReadonlySet<number>
}

export interface Walk extends Context, Frame {
  readonly stories: DraftStory[]
  readonly boxes: DraftStory[]
  readonly notes: NoteCall[]
  readonly headers: HeaderCall[]
  readonly warnings: Set<DocxWarning['kind']>
  /** Around the text box that the walk is in. */
  readonly frames: Frame[]
  /** Fields that ended with their story instead of at an end. */
  readonly unended: number[]
  /** How many `w:p` and `w:tbl` have begun. */
  paragraphCount: number
  tableCount: number
  /** How deep in an element that is not read; how many `w:p` are open in there; what the element is if it is a formula. */
  skipped: number
  skippedParagraphs: number
  formula: OpenMark | undefined
  /** The elements of properties around, outermost first: `w:pPr`, `w:rPr`. */
  readonly properties: string[]
  /** `within` as it was outside each open element of `surroundings`. */
  readonly outside: number[]
  readonly controls: Control[]
  placeholders: number
  contents: number
  section: { hasFirst: boolean }
  text: OpenText | undefined
  readonly marks: OpenMark[]
}

/** What the start tag of an element does, and its end tag. */
export type Enter = (walk: Walk, tag: XmlTag) => void
export type Leave = (walk: Walk, name: string, from: number, to: number) => void

const kinds: readonly Within[] = ['field', 'locked', 'bound', 'inserted', 'alternate', 'ruby', 'link']
export const bit = (kind: Within): number => 1 << kinds.indexOf(kind)
export const FIELD = bit('field')

/** One array for each set, so that pieces share them. */
export const sets = Array.from({ length: 1 << kinds.length }, (_, bits) => kinds.filter((kind) => bits & bit(kind)))

export const freshFrame = (story: DraftStory | undefined, ignored: ReadonlySet<number>): Frame => ({
  story,
  paragraphs: [],
  runs: [],
  fields: createFields(ignored),
  within: 0,
  tables: [],
})

/** At the end of a story: what is still open will have no end. Not by spreading, for there can be millions. */
export function giveUpFields({ fields, unended }: Walk): void {
  for (const at of fields.open) unended.push(at)
}
