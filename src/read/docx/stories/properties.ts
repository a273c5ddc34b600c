/** Properties of paragraphs, runs, rows, cells, sections and content controls. They hold no text. */
import type { XmlTag } from '../../xml.ts'
import { isOn, numberFrom } from '../styles.ts'
import { spend } from './budget.ts'
import { bit, type Enter, type Leave, type Walk } from './walk.ts'

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

export const enteringProperties: Readonly<Record<string, Enter>> = {
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
  'w:b': (walk, tag) => {
    const run = walk.runs.at(-1)
    if (walk.properties[0] === 'w:rPr' && run) run.isBold = isOn(tag)
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

export const propertiesEnter: Readonly<Record<string, Enter>> = Object.fromEntries(holders.map((name) => [name, enterProperties]))
export const propertiesLeave: Readonly<Record<string, Leave>> = Object.fromEntries(holders.map((name) => [name, leaveProperties]))
