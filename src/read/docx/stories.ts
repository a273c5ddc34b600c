/**
 * One XML part of a Word document → the paragraphs of its stories, in the final view. Every construct that breaks a plain
 * reading of runs is a row of the tables below: what it opens, what it closes.
 */

import type { Wording } from '../../wording.ts'
import { LINE_BREAK } from '../paragraphs.ts'
import type { Refusal } from '../refusal.ts'
import { scanXml, stretches, type XmlTag } from '../xml.ts'
import { createAlternates } from './alternate.ts'
import { createFields, type Fields } from './fields.ts'
import type { DocxPiece, DocxRun, DocxWarning, PieceKind, RawElement, StoryKind, Within, XmlPart } from './model.ts'
import { namespaces } from './namespaces.ts'
import { isOn, type NumberReference, numberFrom, type Styles } from './styles.ts'

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

/** How much a document may still have: a stretch of text or a run takes one, a tab or a break two, a paragraph six, a table or a text box ten. */
export interface Budget {
  left: number
}

/**
 * For a file of `size` bytes. What somebody has written takes room even when it is packed; what takes none was written to fill
 * memory. Long books stay far below.
 */
export const budgetFor = (size: number): Budget => ({ left: Math.min(380_000 + 2 * size, 3_000_000) })

const tooMuch: Wording = { zh: '段落和文字块过多', en: 'too many paragraphs and runs' }

/** Reads a part with text; `kind`: what its outermost text is. @throws HegaoError as `refuse` makes it */
export function readStories(part: XmlPart, kind: StoryKind, styles: Styles, refuse: Refusal, budget: Budget): PartText {
  const context: Context = { part, kind, styles, refuse, budget, ignored: new Set() }
  const first = walkThrough(context)
  // Fields without an end are read as plain text, or what comes behind one would be lost.
  const { stories, boxes, notes, headers, warnings } =
    first.unended.length === 0 ? first : walkThrough({ ...context, ignored: new Set(first.unended) })
  return { stories: [...stories, ...boxes], notes, headers, warnings }
}

// --- the walk ---------------------------------------------------------------------------------------------------------

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }
type Run = Mutable<DocxRun> & { style?: string; isHidden?: boolean }

/** Where the walk is in the table around. */
interface Row {
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
interface Writing {
  readonly draft: DraftParagraph
  /** How many runs it has begun. */
  runs: number
  readonly texts: string[]
  length: number
}

/** What a text box interrupts, and what is found again behind it. */
interface Frame {
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

interface Control {
  within: number
  isPlaceholder: boolean
  isContents: boolean
  /** It stands in a line: then what is not filled in leaves a place there. */
  readonly isInline: boolean
  hasPlace: boolean
}

/** An element whose characters are wanted. */
interface OpenText {
  readonly name: string
  readonly from: number
  readonly contentFrom: number
  readonly keepsBlanks: boolean
  readonly stretches: Stretch[]
}

interface Stretch {
  value: string
  from: number
  to: number
}

/** An element that is one piece, when it ends. */
interface OpenMark {
  readonly name: string
  readonly kind: PieceKind
  readonly value: string
  readonly from: number
  readonly contentFrom: number
  isFloating?: boolean
}

interface Context {
  readonly part: XmlPart
  readonly kind: StoryKind
  readonly styles: Styles
  readonly refuse: Refusal
  readonly budget: Budget
  /** Fields that are read as plain text. */
  readonly ignored: ReadonlySet<number>
}

interface Walk extends Context, Frame {
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

const kinds: readonly Within[] = ['field', 'locked', 'bound', 'inserted', 'alternate', 'ruby', 'link']
const bit = (kind: Within): number => 1 << kinds.indexOf(kind)
const FIELD = bit('field')

/** One array for each set, so that pieces share them. */
const sets = Array.from({ length: 1 << kinds.length }, (_, bits) => kinds.filter((kind) => bits & bit(kind)))

const freshFrame = (story: DraftStory | undefined, ignored: ReadonlySet<number>): Frame => ({
  story,
  paragraphs: [],
  runs: [],
  fields: createFields(ignored),
  within: 0,
  tables: [],
})

function walkThrough(context: Context): Walk {
  const { part, refuse } = context
  const walk: Walk = {
    ...context,
    ...freshFrame(undefined, context.ignored),
    ...{ stories: [], boxes: [], notes: [], headers: [], warnings: new Set(), frames: [], unended: [] },
    ...{ paragraphCount: 0, tableCount: 0, skipped: 0, skippedParagraphs: 0, formula: undefined },
    ...{ properties: [], outside: [], controls: [], placeholders: 0, contents: 0 },
    ...{ section: { hasFirst: false }, text: undefined, marks: [] },
  }
  const alternates = createAlternates()
  const open = (tag: XmlTag): void => {
    if (alternates.skips(tag) || walk.skipped > 0 || isLeftOut(walk, tag.name)) {
      skip(walk, tag)
      return
    }
    if (Object.hasOwn(surroundings, tag.name)) {
      walk.outside.push(walk.within)
      walk.within |= surroundings[tag.name]?.(walk) ?? 0
    }
    const visits = walk.properties.length > 0 ? enteringProperties : entering
    if (Object.hasOwn(visits, tag.name)) visits[tag.name]?.(walk, tag)
  }
  const close = (name: string, from: number, to: number): void => {
    alternates.skipped(name)
    if (walk.skipped > 0) {
      unskip(walk, name, from, to)
      return
    }
    const isProperty = walk.properties.length > 0 && walk.properties.at(-1) !== name
    if (!isProperty && Object.hasOwn(leaving, name)) leaving[name]?.(walk, name, from, to)
    if (Object.hasOwn(surroundings, name)) walk.within = walk.outside.pop() ?? 0
  }
  const text = (from: number, to: number, isLiteral: boolean): void => {
    if (walk.text && walk.skipped === 0) gather(walk, walk.text, from, to, isLiteral)
  }
  scanXml(part.xml, namespaces, { open, close, text }, refuse)
  giveUpFields(walk)
  return walk
}

/** At the end of a story: what is still open will have no end. Not by spreading, for there can be millions. */
function giveUpFields({ fields, unended }: Walk): void {
  for (const at of fields.open) unended.push(at)
}

function spend({ budget, refuse }: Walk, count: number): void {
  budget.left -= count
  if (budget.left < 0) throw refuse.tooComplex(tooMuch)
}

// --- what is not read -------------------------------------------------------------------------------------------------

/** What was there before a tracked change, and what stands above a phonetic guide. Formulas are one character. */
const leftOut: ReadonlySet<string> = new Set([
  ...['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:tblPrExChange', 'w:trPrChange', 'w:tcPrChange'],
  ...['w:rt', 'm:oMath'],
])

/** Tracked deletions of text; among properties the same elements tell of deleted marks and rows. */
const deletions: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

const isLeftOut = (walk: Walk, name: string): boolean =>
  leftOut.has(name) || (walk.properties.length === 0 && deletions.has(name))

/** Paragraphs and runs are counted all the same. */
function skip(walk: Walk, tag: XmlTag): void {
  if (walk.skipped === 0 && tag.name === 'm:oMath') {
    walk.formula = { name: tag.name, kind: 'math', value: OBJECT, from: tag.from, contentFrom: tag.to }
  }
  walk.skipped++
  if (tag.name === 'w:p') {
    walk.paragraphCount++
    walk.skippedParagraphs++
  }
  const writing = walk.paragraphs.at(-1)
  if (tag.name === 'w:r' && writing && walk.skippedParagraphs === 0) writing.runs++
}

function unskip(walk: Walk, name: string, from: number, to: number): void {
  walk.skipped--
  if (name === 'w:p') walk.skippedParagraphs--
  if (walk.skipped > 0 || !walk.formula) return
  putMark(walk, walk.formula, from, to)
  walk.formula = undefined
}

// --- what surrounds text ----------------------------------------------------------------------------------------------

const surroundings: Readonly<Record<string, (walk: Walk) => number>> = {
  'w:ins': () => bit('inserted'),
  'w:moveTo': () => bit('inserted'),
  'w:hyperlink': () => bit('link'),
  'w:ruby': () => bit('ruby'),
  'w:fldSimple': () => FIELD,
  'mc:AlternateContent': () => bit('alternate'),
  'w:sdtContent': (walk) => walk.controls.at(-1)?.within ?? 0,
}

// --- properties -------------------------------------------------------------------------------------------------------

type Enter = (walk: Walk, tag: XmlTag) => void
type Leave = (walk: Walk, name: string, from: number, to: number) => void

const enterProperties: Enter = (walk, { name }) => {
  walk.properties.push(name)
}

/** Elements that hold properties and no text; in them `w:tab` is a tab stop. */
const holders = ['w:pPr', 'w:rPr', 'w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sdtPr', 'w:rubyPr', 'w:tblPrEx']

const last = (walk: Walk): string | undefined => walk.properties.at(-1)
const isParagraph = (walk: Walk): boolean => walk.properties.length === 1 && walk.properties[0] === 'w:pPr'
const isMark = (walk: Walk): boolean => walk.properties[0] === 'w:pPr' && last(walk) === 'w:rPr'

const deleteMarkOrRow: Enter = (walk) => {
  const draft = walk.paragraphs.at(-1)?.draft
  if (isMark(walk) && draft) draft.isMarkDeleted = true
  const row = walk.tables.at(-1)
  if (last(walk) === 'w:trPr' && row) row.isDeleted = true
}

const bind: Enter = (walk) => {
  const control = walk.controls.at(-1)
  if (control) control.within |= bit('bound')
}

const headerOrFooter: Enter = (walk, tag) => {
  spend(walk, 10)
  const id = tag.attribute('r:id')
  if (id === undefined) return
  const kind = tag.name === 'w:headerReference' ? 'header' : 'footer'
  walk.headers.push({ kind, type: tag.attribute('w:type') ?? 'default', id, section: walk.section })
}

const enteringProperties: Readonly<Record<string, Enter>> = {
  ...Object.fromEntries(holders.map((name) => [name, enterProperties])),
  'w:pStyle': (walk, tag) => {
    const draft = walk.paragraphs.at(-1)?.draft
    const style = tag.attribute('w:val')
    if (isParagraph(walk) && draft && style !== undefined) draft.style = style
  },
  'w:outlineLvl': (walk, tag) => {
    const draft = walk.paragraphs.at(-1)?.draft
    if (isParagraph(walk) && draft) draft.outline = numberFrom(tag, 'w:val') ?? BODY_TEXT
  },
  'w:ilvl': (walk, tag) => {
    const draft = walk.paragraphs.at(-1)?.draft
    if (isParagraph(walk) && draft) draft.numbering.level = numberFrom(tag, 'w:val') ?? 0
  },
  'w:numId': (walk, tag) => {
    const draft = walk.paragraphs.at(-1)?.draft
    if (isParagraph(walk) && draft) draft.numbering.instance = tag.attribute('w:val') ?? '0'
  },
  'w:del': deleteMarkOrRow,
  'w:moveFrom': deleteMarkOrRow,
  'w:cellDel': (walk) => {
    const row = walk.tables.at(-1)
    if (last(walk) === 'w:tcPr' && row) row.isCellDeleted = true
  },
  'w:gridSpan': (walk, tag) => {
    const row = walk.tables.at(-1)
    if (last(walk) === 'w:tcPr' && row) row.next = row.column + columns(tag, 1)
  },
  'w:gridBefore': (walk, tag) => {
    const row = walk.tables.at(-1)
    if (last(walk) === 'w:trPr' && row) row.next = columns(tag, 0)
  },
  'w:vanish': (walk, tag) => {
    const run = walk.runs.at(-1)
    if (walk.properties[0] === 'w:rPr' && run) run.isHidden = isOn(tag)
  },
  'w:rStyle': (walk, tag) => {
    const run = walk.runs.at(-1)
    const style = tag.attribute('w:val')
    if (walk.properties[0] === 'w:rPr' && run && style !== undefined) run.style = style
  },
  'w:headerReference': headerOrFooter,
  'w:footerReference': headerOrFooter,
  'w:titlePg': (walk, tag) => {
    walk.section.hasFirst = isOn(tag)
  },
  'w:lock': (walk, tag) => {
    const control = walk.controls.at(-1)
    if (control && /^(?:sdtC|c)ontentLocked$/.test(tag.attribute('w:val') ?? '')) control.within |= bit('locked')
  },
  'w:dataBinding': bind,
  'w15:dataBinding': bind,
  'w:showingPlcHdr': (walk, tag) => {
    const control = walk.controls.at(-1)
    if (control) control.isPlaceholder = isOn(tag)
  },
  'w:docPartGallery': (walk, tag) => {
    const control = walk.controls.at(-1)
    if (control) control.isContents = tag.attribute('w:val') === 'Table of Contents'
  },
}

/** The outline level that is none, from 0. */
export const BODY_TEXT = 9

/** Word tables have 63 columns at most. */
const columns = (tag: XmlTag, least: number): number => Math.min(Math.max(numberFrom(tag, 'w:val') ?? least, least), 63)

const leaveProperties: Leave = (walk, name, _, to) => {
  walk.properties.pop()
  if (walk.properties.length > 0) return
  const draft = walk.paragraphs.at(-1)?.draft
  const run = walk.runs.at(-1)
  if (name === 'w:pPr' && draft) draft.contentFrom = to
  if (name === 'w:rPr' && run && run.properties === '') {
    // Between the start tag and the properties there are blanks at most.
    run.properties = walk.part.xml.slice(run.contentFrom, to).trim()
    run.contentFrom = to
  }
  if (name === 'w:sectPr') walk.section = { hasFirst: false }
}

// --- text and what has a place in it ----------------------------------------------------------------------------------

/** Stands for what is no character: U+FFFC OBJECT REPLACEMENT CHARACTER. */
const OBJECT = '\uFFFC'

const enterStory: Enter = (walk) => startStory(walk, { kind: walk.kind, paragraphs: [] })

const enterNote: Enter = (walk, tag) => {
  // A separator is a line across the page.
  const isSeparator = (tag.attribute('w:type') ?? 'normal') !== 'normal'
  if (!isSeparator) startStory(walk, { kind: walk.kind, paragraphs: [], id: tag.attribute('w:id') ?? '' })
}

function startStory(walk: Walk, story: DraftStory): void {
  walk.story = story
  walk.stories.push(story)
}

const leaveNote: Leave = (walk) => {
  walk.story = undefined
  giveUpFields(walk)
  walk.fields = createFields(walk.ignored)
}

/** The run that a note or a text box hangs on, in the story of the part itself. */
function outermost({ frames, paragraphs, runs }: Walk): { paragraph: number; run?: RawElement } | undefined {
  const frame = frames[0] ?? { paragraphs, runs }
  const paragraph = frame.paragraphs[0]?.draft.index
  const run = frame.runs[0]
  return paragraph === undefined ? undefined : { paragraph, ...(run && { run }) }
}

const callNote =
  (kind: NoteCall['kind']): Enter =>
  (walk, tag) => {
    const place = outermost(walk)
    if (place?.run && isShown(walk)) walk.notes.push({ kind, id: tag.attribute('w:id') ?? '', ...place, run: place.run })
  }

const startMark =
  (kind: PieceKind, value: (tag: XmlTag) => string): Enter =>
  (walk, tag) => {
    spend(walk, 2)
    walk.marks.push({ name: tag.name, kind, value: value(tag), from: tag.from, contentFrom: tag.to })
  }

const endMark: Leave = (walk, _, from, to) => {
  const mark = walk.marks.pop()
  if (mark && !mark.isFloating && mark.value !== '') putMark(walk, mark, from, to)
}

/** A break of page or column divides no text. */
const breakOf = (tag: XmlTag): string => (/^(?:page|column)$/.test(tag.attribute('w:type') ?? '') ? '' : LINE_BREAK)

/** Symbol fonts have their signs at U+F000 and above; others have characters. */
function symbolOf(code: string | undefined): string {
  const value = /^[\da-fA-F]{1,6}$/.test(code ?? '') ? Number.parseInt(code ?? '', 16) : 0
  const isSign = value < 0x20 || (value >= 0xd800 && value <= 0xf8ff) || value > 0x10ffff || value === 0xfffe || value === 0xffff
  return isSign ? OBJECT : String.fromCodePoint(value)
}

const startText: Enter = (walk, tag) => {
  const keepsBlanks = tag.attribute('xml:space') === 'preserve' || tag.name !== 'w:t'
  walk.text = { name: tag.name, from: tag.from, contentFrom: tag.to, keepsBlanks, stretches: [] }
}

/** A shape that does not stand in the line like a character has no place in the text. */
const float: Enter = (walk) => {
  const mark = walk.marks.at(-1)
  if (mark) mark.isFloating = true
}

const floatByStyle: Enter = (walk, tag) => {
  if (/position:\s?absolute/.test(tag.attribute('style') ?? '')) float(walk, tag)
}

function cellOf(tables: readonly Row[]): DraftCell | undefined {
  const row = tables.at(-1)
  return row && { table: row.table, row: row.row, column: row.column }
}

/** Elements that are one piece, or none. */
const marks: Readonly<Record<string, Enter>> = {
  'w:tab': startMark('tab', () => '\t'),
  'w:ptab': startMark('tab', () => '\t'),
  'w:br': startMark('break', breakOf),
  'w:cr': startMark('break', () => LINE_BREAK),
  'w:noBreakHyphen': startMark('hyphen', () => '\u2011'),
  'w:sym': startMark('symbol', (tag) => symbolOf(tag.attribute('w:char'))),
  'w16se:symEx': startMark('symbol', (tag) => symbolOf(tag.attribute('w16se:char'))),
  'w:drawing': startMark('object', () => OBJECT),
  'w:pict': startMark('object', () => OBJECT),
  'w:object': startMark('object', () => OBJECT),
}

const entering: Readonly<Record<string, Enter>> = {
  ...Object.fromEntries(holders.map((name) => [name, enterProperties])),
  'w:body': enterStory,
  'w:hdr': enterStory,
  'w:ftr': enterStory,
  'w:footnote': enterNote,
  'w:endnote': enterNote,
  'w:p': (walk, tag) => {
    spend(walk, 6)
    const cell = cellOf(walk.tables)
    const id = tag.attribute('w14:paraId')
    const draft: DraftParagraph = {
      index: walk.paragraphCount++,
      from: tag.from,
      to: tag.to,
      contentFrom: tag.to,
      contentTo: tag.to,
      isEmptyTag: tag.isEmpty,
      text: '',
      pieces: [],
      ...(id !== undefined && { id }),
      isMarkDeleted: false,
      numbering: {},
      ...(cell && { cell }),
      isContents: false,
    }
    walk.paragraphs.push({ draft, runs: 0, texts: [], length: 0 })
    const isDeleted = walk.tables.some((row) => row.isDeleted || row.isCellDeleted)
    if (!isDeleted) walk.story?.paragraphs.push(draft)
  },
  'w:r': (walk, tag) => {
    spend(walk, 1)
    const writing = walk.paragraphs.at(-1)
    walk.runs.push({
      index: writing ? writing.runs++ : 0,
      from: tag.from,
      to: tag.to,
      contentFrom: tag.to,
      contentTo: tag.to,
      prefix: tag.written.slice(0, -1),
      tag: walk.part.xml.slice(tag.from, tag.to),
      properties: '',
    })
  },
  'w:t': startText,
  'w:instrText': startText,
  ...marks,
  'wp:anchor': float,
  'v:shape': floatByStyle,
  'v:rect': floatByStyle,
  'v:roundrect': floatByStyle,
  'v:oval': floatByStyle,
  'v:line': floatByStyle,
  'v:group': floatByStyle,
  'w:footnoteReference': callNote('footnote'),
  'w:endnoteReference': callNote('endnote'),
  'w:fldChar': (walk, tag) => {
    spend(walk, 2)
    const type = tag.attribute('w:fldCharType')
    if (type === 'begin') walk.fields.begin(tag.from)
    else if (type === 'separate') walk.fields.separate()
    else if (type === 'end') walk.fields.end()
  },
  'w:sdt': (walk) => {
    walk.controls.push({
      within: 0,
      isPlaceholder: false,
      isContents: false,
      isInline: walk.paragraphs.length > 0,
      hasPlace: false,
    })
  },
  'w:sdtContent': (walk) => {
    const control = walk.controls.at(-1)
    if (control?.isPlaceholder) {
      walk.placeholders++
      walk.warnings.add('placeholder')
    }
    if (control?.isContents) walk.contents++
  },
  'w:tbl': (walk) => {
    spend(walk, 10)
    const outer = cellOf(walk.tables)
    const table = { index: walk.tableCount++, cells: 0, ...(outer && { outer }) }
    walk.tables.push({ table, row: -1, column: 0, next: 0, isDeleted: false, isCellDeleted: false })
  },
  'w:tr': (walk) => {
    const row = walk.tables.at(-1)
    if (row) Object.assign(row, { row: row.row + 1, column: 0, next: 0, isDeleted: false })
  },
  'w:tc': (walk) => {
    const row = walk.tables.at(-1)
    if (!row) return
    Object.assign(row, { column: row.next, next: row.next + 1, isCellDeleted: false })
    row.table.cells++
  },
  'w:txbxContent': (walk, tag) => {
    spend(walk, 10)
    const { story, paragraphs, runs, fields, within, tables } = walk
    const anchor = outermost(walk)
    const box: DraftStory = { kind: 'textbox', paragraphs: [], ...(anchor && { anchor }) }
    walk.frames.push({ story, paragraphs, runs, fields, within, tables })
    walk.boxes.push(box)
    Object.assign(walk, freshFrame(box, walk.ignored))
    // A picture with text over it stands beside the line, as its text does.
    float(walk, tag)
  },
  'w:altChunk': (walk) => {
    walk.warnings.add('alt-chunk')
  },
  'w:subDoc': (walk) => {
    walk.warnings.add('sub-document')
  },
}

const leaving: Readonly<Record<string, Leave>> = {
  ...Object.fromEntries(holders.map((name) => [name, leaveProperties])),
  ...Object.fromEntries(Object.keys(marks).map((name) => [name, endMark])),
  'w:footnote': leaveNote,
  'w:endnote': leaveNote,
  'w:p': (walk, _, from, to) => {
    const writing = walk.paragraphs.pop()
    if (!writing) return
    const { draft, texts } = writing
    draft.text = texts.join('')
    draft.contentTo = from
    draft.to = to
  },
  'w:r': (walk, _, from, to) => {
    const run = walk.runs.pop()
    if (!run) return
    run.contentTo = from
    run.to = to
  },
  'w:t': (walk, _, from, to) => {
    const { text } = walk
    walk.text = undefined
    if (text && walk.runs.length > 0 && isShown(walk)) putText(walk, text, from, to)
    else if (text && walk.runs.length > 0) keepPlace(walk, text, from, to)
  },
  'w:instrText': (walk, _, from, to) => {
    const { text } = walk
    walk.text = undefined
    const shown = (text?.stretches ?? [])
      .map(({ value }) => walk.fields.code(value))
      .join('')
      .trim()
    // The words are a field's code: they can be read, and not be corrected.
    if (text && shown !== '' && walk.runs.length > 0 && walk.placeholders === 0)
      put(walk, 'object', shown, { from: text.from, to }, { from: text.from, contentFrom: text.contentFrom, contentTo: from, to })
  },
  'w:sdt': (walk) => {
    walk.controls.pop()
  },
  'w:sdtContent': (walk) => {
    const control = walk.controls.at(-1)
    if (control?.isPlaceholder) walk.placeholders--
    if (control?.isContents) walk.contents--
  },
  'w:tbl': (walk) => {
    walk.tables.pop()
  },
  'w:txbxContent': (walk) => {
    giveUpFields(walk)
    Object.assign(walk, walk.frames.pop())
  },
}

// --- pieces -----------------------------------------------------------------------------------------------------------

/** Hidden text, placeholders and the code of fields are not text that anybody reads. */
function isShown(walk: Walk): boolean {
  if (walk.placeholders > 0 || !walk.fields.isShown) return false
  const run = walk.runs.at(-1)
  if (!run) return true
  run.isHidden ??=
    (run.style === undefined ? undefined : walk.styles.hidden(run.style)) ??
    walk.styles.hidden(walk.paragraphs.at(-1)?.draft.style) ??
    false
  return !run.isHidden
}

function gather(walk: Walk, text: OpenText, from: number, to: number, isLiteral: boolean): void {
  const { part, refuse } = walk
  spend(walk, 1)
  if (isLiteral) {
    // With its marks, so that it can only be replaced as a whole.
    text.stretches.push({ value: part.xml.slice(from, to), from: from - '<![CDATA['.length, to: to + ']]>'.length })
    return
  }
  stretches(part.xml, from, to, refuse, (value, start, end) => {
    spend(walk, 1)
    text.stretches.push({ value, from: start, to: end })
  })
}

/** One sign for the words that ask to be replaced: without it the marks around them would meet (占位：。). */
function keepPlace(walk: Walk, text: OpenText, from: number, to: number): void {
  const control = walk.controls.at(-1)
  if (!control?.isPlaceholder || !control.isInline || control.hasPlace) return
  control.hasPlace = true
  put(walk, 'object', OBJECT, { from: text.from, to }, { from: text.from, contentFrom: text.contentFrom, contentTo: from, to })
}

function putText(walk: Walk, text: OpenText, from: number, to: number): void {
  const { contentFrom, stretches: all } = text
  const element: RawElement = { from: text.from, contentFrom, contentTo: from, to }
  if (!text.keepsBlanks) trim(all)
  for (const stretch of all) {
    // Word reads line ends as blanks; and a line of the source must be a paragraph.
    put(walk, 'text', /[\r\n]/.test(stretch.value) ? stretch.value.replace(/[\r\n]/g, ' ') : stretch.value, stretch, element)
  }
}

/** Word drops blanks at both ends of a `w:t` that does not say `xml:space="preserve"`; U+3000 is no blank of XML. */
function trim(all: Stretch[]): void {
  for (const stretch of all) {
    const rest = stretch.value.replace(/^[ \t\r\n]+/, '')
    const dropped = stretch.value.length - rest.length
    if (isLinear(stretch)) stretch.from += dropped
    stretch.value = rest
    if (rest !== '') break
  }
  for (const stretch of all.toReversed()) {
    let end = stretch.value.length
    while (end > 0 && /[ \t\r\n]/.test(stretch.value[end - 1] as string)) end--
    if (isLinear(stretch)) stretch.to -= stretch.value.length - end
    stretch.value = stretch.value.slice(0, end)
    if (end > 0) break
  }
}

const isLinear = ({ value, from, to }: Stretch): boolean => value.length === to - from

function putMark(walk: Walk, { kind, value, from, contentFrom }: OpenMark, contentTo: number, to: number): void {
  if (isShown(walk)) put(walk, kind, value, { from, to }, { from, contentFrom, contentTo, to })
}

function put(walk: Walk, kind: PieceKind, value: string, raw: { from: number; to: number }, element: RawElement): void {
  const writing = walk.paragraphs.at(-1)
  if (!writing || value === '') return
  const run = walk.runs.at(-1)
  const start = writing.length
  writing.length += value.length
  writing.texts.push(value)
  const within = sets[walk.within | (walk.fields.results > 0 ? FIELD : 0)] ?? []
  const { from, to } = raw
  writing.draft.pieces.push({ start, end: writing.length, kind, from, to, element, ...(run && { run }), within })
  if (walk.contents > 0 || walk.fields.isContents) writing.draft.isContents = true
}
