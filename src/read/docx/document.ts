/** A Word package → the model of its text: every story, every paragraph with its label and its hints. */
import type { Aside, Hint } from '../../source.ts'
import { besideOnce, besideOrder, cellOfTable } from '../beside.ts'
import { hintOfWeight } from '../weight.ts'
import { scanXml } from '../xml.ts'
import type { Archive } from '../zip.ts'
import { type Lists, readLists } from './lists.ts'
import type { Anchor, DocxDocument, DocxLine, DocxParagraph, DocxWarning, Story, XmlPart } from './model.ts'
import { namespaces } from './namespaces.ts'
import { openPackage, type Package } from './package.ts'
import { type Budget, budgetFor } from './stories/budget.ts'
import type { DraftParagraph, DraftStory, HeaderCall, PartText } from './stories/drafts.ts'
import { readStories } from './stories/index.ts'
import { BODY_TEXT } from './stories/properties.ts'
import { isOn, readStyles, type Styles } from './styles.ts'

/**
 * Reads a Word document with all that a writer needs to put something into it.
 * @throws HegaoError `format-damaged`, `format-unsupported`, `file-encrypted` or `file-too-complex`
 */
export function openDocx(path: string, bytes: Uint8Array): DocxDocument {
  const pack = openPackage(path, bytes)
  const { archive } = pack
  const main = partOf(pack, pack.main)
  if (!main) throw archive.damaged({ zh: '缺少正文部分', en: 'its main part is missing' })
  const styles = readStyles(related(pack, 'styles'), archive)
  const lists = readLists(related(pack, 'numbering'), styles, archive)
  const reading: Reading = { pack, styles, lists, budget: budgetFor(bytes.length), warnings: [] }
  const body = textOf(reading, main, 'body')
  const first = body.stories.find(({ kind }) => kind === 'body')?.paragraphs[0]
  const top: Anchor | undefined = first && { paragraph: first.index }
  const stories = [
    ...body.stories.filter(({ kind }) => kind === 'body').map((story) => finished(reading, main, story, undefined)),
    ...headersOf(reading, body.headers, top),
    ...notesOf(reading, body, 'footnote'),
    ...notesOf(reading, body, 'endnote'),
    ...body.stories.filter(({ kind }) => kind !== 'body').map((story) => finished(reading, main, story, story.anchor)),
  ]
  const ordered = order.flatMap((kind) => stories.filter((story) => story.kind === kind))
  if (archive.entries.some(({ name }) => name.startsWith('_xmlsignatures/'))) {
    reading.warnings.push({ kind: 'signature', part: '_xmlsignatures/' })
  }
  return { pack, main, stories: ordered, lines: linesOf(ordered), warnings: reading.warnings }
}

const order: readonly Story['kind'][] = ['body', ...besideOrder]

interface Reading {
  readonly pack: Package
  readonly styles: Styles
  readonly lists: Lists
  readonly budget: Budget
  readonly warnings: DocxWarning[]
}

const partOf = (pack: Package, name: string | undefined): XmlPart | undefined =>
  name === undefined ? undefined : pack.part(name)

const related = (pack: Package, kind: string): XmlPart | undefined =>
  partOf(pack, pack.relationships.find((one) => one.kind === kind && one.target !== undefined)?.target)

function textOf({ pack, styles, budget, warnings }: Reading, part: XmlPart, kind: Story['kind']): PartText {
  const text = readStories(part, kind, styles, pack.archive, budget)
  for (const warning of text.warnings) warnings.push({ kind: warning, part: part.name })
  return text
}

// --- stories beside the body ------------------------------------------------------------------------------------------

/** Headers and footers that some section shows, each part once, in the order in which sections call them. */
function headersOf(reading: Reading, calls: readonly HeaderCall[], top: Anchor | undefined): Story[] {
  if (calls.length === 0) return []
  const { pack } = reading
  const hasEven = differsOnEvenPages(related(pack, 'settings'), pack.archive)
  const targets = new Map(pack.relationships.map(({ id, target }) => [id, target]))
  const seen = new Set<XmlPart>()
  const stories: Story[] = []
  for (const { kind, type, id, section } of calls) {
    if ((type === 'first' && !section.hasFirst) || (type === 'even' && !hasEven)) continue
    const part = partOf(pack, targets.get(id))
    if (!part || seen.has(part)) continue
    seen.add(part)
    for (const story of textOf(reading, part, kind).stories) stories.push(finished(reading, part, story, top))
  }
  return stories
}

function differsOnEvenPages(settings: XmlPart | undefined, archive: Archive): boolean {
  let isSo = false
  if (!settings) return isSo
  const open: Parameters<typeof scanXml>[2]['open'] = (tag) => {
    if (tag.name === 'w:evenAndOddHeaders') isSo = isOn(tag)
  }
  scanXml(settings.xml, namespaces, { open, close: () => {}, text: () => {} }, archive)
  return isSo
}

/** Notes that the body calls, in the order in which it does; with the text boxes in them. */
function notesOf(reading: Reading, body: PartText, kind: 'footnote' | 'endnote'): Story[] {
  const calls = body.notes.filter((call) => call.kind === kind)
  const part = calls.length > 0 ? related(reading.pack, `${kind}s`) : undefined
  if (!part) return []
  const { stories } = textOf(reading, part, kind)
  const byId = new Map(stories.map((story) => [story.id, story]))
  const boxes = stories.filter((story) => story.kind === 'textbox')
  const found: Story[] = []
  for (const { id, paragraph, run } of calls) {
    const story = byId.get(id)
    if (!story) continue
    byId.delete(id)
    const anchor = { paragraph, run }
    const inside = new Set(story.paragraphs.map(({ index }) => index))
    found.push(finished(reading, part, story, anchor))
    for (const box of boxes) {
      if (box.anchor && inside.has(box.anchor.paragraph)) found.push(finished(reading, part, box, anchor))
    }
  }
  return found
}

// --- drafts → paragraphs ----------------------------------------------------------------------------------------------

function finished({ styles, lists }: Reading, part: XmlPart, draft: DraftStory, anchor: Anchor | undefined): Story {
  const labels = lists.labels()
  const paragraphs = draft.paragraphs.map((paragraph): DocxParagraph => {
    // Where the mark is deleted, the paragraph is a part of the next one, and that one has the number.
    const label = paragraph.isMarkDeleted ? undefined : labels.next(paragraph.style, paragraph.numbering)
    const { index, from, to, contentFrom, contentTo, isEmptyTag, text, pieces, isMarkDeleted, id } = paragraph
    const hint = hintOf(paragraph, label, styles)
    return {
      ...{ index, from, to, contentFrom, contentTo, isEmptyTag, text, pieces, isMarkDeleted },
      ...(hint && { hint }),
      ...(id !== undefined && { id }),
    }
  })
  return { kind: draft.kind, part, paragraphs, ...(anchor && { anchor }) }
}

function hintOf(
  { outline, style, cell, isContents, weight }: DraftParagraph,
  label: string | undefined,
  styles: Styles,
): Hint | undefined {
  const level = outline ?? styles.outline(style)
  const inTable = cellOfTable(cell)
  const hint: Hint = {
    ...(level !== undefined && level >= 0 && level < BODY_TEXT && { heading: level + 1 }),
    ...(label !== undefined && { label }),
    ...hintOfWeight(weight),
    ...(inTable && { cell: { table: inTable.table.index, row: inTable.row, column: inTable.column } }),
    ...((isContents || styles.isContents(style)) && { verbatim: true as const }),
  }
  return Object.keys(hint).length > 0 ? hint : undefined
}

// --- paragraphs → lines -----------------------------------------------------------------------------------------------

/** The paragraphs that become lines of the source, and where each line begins. */
function linesOf(stories: readonly Story[]): DocxLine[] {
  const lines: DocxLine[] = []
  const isWorth = besideOnce()
  let start = 0
  for (const story of stories) {
    const joined = joinedParagraphs(story)
    const aside = asideOf(story)
    if (aside && !isWorth(aside, story.paragraphs.map(({ text }) => text).join('\n'))) continue
    for (const paragraphs of joined) {
      const parts: { paragraph: DocxParagraph; start: number }[] = []
      let length = 0
      for (const paragraph of paragraphs) {
        parts.push({ paragraph, start: length })
        length += paragraph.text.length
      }
      if (story.kind !== 'body' && length === 0) continue
      lines.push({ story, start, parts })
      start += length + 1
    }
  }
  return lines
}

/** A paragraph whose mark is deleted goes on in the next one; not out of a table's cell, whose last mark cannot be deleted. */
function joinedParagraphs(story: Story): DocxParagraph[][] {
  const groups: DocxParagraph[][] = []
  let goesOn = false
  let before: DocxParagraph | undefined
  for (const paragraph of story.paragraphs) {
    if (goesOn && isSameCell(before, paragraph)) groups.at(-1)?.push(paragraph)
    else groups.push([paragraph])
    goesOn = paragraph.isMarkDeleted
    before = paragraph
  }
  return groups
}

function isSameCell(a: DocxParagraph | undefined, b: DocxParagraph): boolean {
  const [one, other] = [a?.hint?.cell, b.hint?.cell]
  return one?.table === other?.table && one?.row === other?.row && one?.column === other?.column
}

/** What a story that is no body is called in the source. */
export const asideOf = ({ kind }: Story): Aside | undefined => (kind === 'body' ? undefined : kind)
