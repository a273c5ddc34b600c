/** The stretches of text of a page → its lines, from the top down. All measures are points of the page, y from the top. */

import type { MarkItem, PdfPage, TextItem } from '../../platform.ts'
import { unifiedOf } from '../meant/characters.ts'
import { type Box, type Grid, gridsOf } from './grid.ts'
import { product, rulesOf } from './rules.ts'

/** What stands together on a line. */
export interface Part {
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface Line {
  readonly text: string
  /** What gaps part, from left to right: the cells of a row, a name and a date, or the text alone. */
  readonly parts: readonly Part[]
  readonly left: number
  readonly right: number
  /** Of the baseline. */
  readonly y: number
  /** The size of its type: an em. */
  readonly size: number
}

/** What stands in one box of a ruled table. */
export interface TableCell {
  readonly box: Box
  readonly lines: readonly Line[]
}

export interface PageTable {
  /** Where it stands, and between which edges. */
  readonly top: number
  readonly left: number
  readonly right: number
  /** Those that have text, row by row. */
  readonly cells: readonly TableCell[]
}

export interface Page {
  readonly width: number
  readonly height: number
  /** Those that stand in no ruled table. */
  readonly lines: readonly Line[]
  readonly tables: readonly PageTable[]
  /** Lines that do not run from left to right: watermarks, seals, the edges of forms. */
  readonly askew: readonly Line[]
}

interface Segment {
  readonly value: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly isAskew: boolean
  readonly isArtifact: boolean
}

/** A page of a newspaper has some ten thousand. */
const ITEM_LIMIT = 100_000

/** The stretches of a page; undefined where there are more than a page can have. */
async function itemsOf(page: PdfPage): Promise<(TextItem | MarkItem)[] | undefined> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader()
  const found: (TextItem | MarkItem)[] = []
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const item of read.value?.items ?? []) found.push(item)
    if (found.length > ITEM_LIMIT) {
      // Without a reason pdf.js goes on, and then never closes the document.
      await reader.cancel(new Error('enough')).catch(() => {})
      return undefined
    }
  }
  return found
}

/** Undefined where the page has more stretches of text than a page can have. */
export async function linesOf(page: PdfPage): Promise<Page | undefined> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const items = await itemsOf(page)
  if (!items) return undefined
  const all = stretchesOf(items, transform)
  // A program that marks all text so means nothing by it.
  const marked = all.every(({ isArtifact }) => isArtifact) ? all : all.filter(({ isArtifact }) => !isArtifact)
  const straight = marked.filter(({ isAskew }) => !isAskew)
  const askew = marked.filter(({ isAskew }) => isAskew).map((one) => lineOf([one]))
  const lines = gathered(straight)
  // What is drawn is asked only where lines fall apart: it costs as much as the text.
  const grids = lines.some(({ parts }) => parts.length > 1) ? gridsOf(await rulesOf(page, transform)) : []
  if (grids.length === 0) return { width, height, lines, tables: [], askew }
  return { width, height, ...ruled(straight, grids), askew }
}

/** Which stretches stand in ruled tables, and which do not. */
function ruled(stretches: readonly Segment[], grids: readonly Grid[]): Pick<Page, 'lines' | 'tables'> {
  const inside = new Map<Box, Segment[]>()
  const outside: Segment[] = []
  for (const stretch of stretches) {
    const box = boxOf(stretch, grids)
    const known = box && inside.get(box)
    if (known) known.push(stretch)
    else if (box) inside.set(box, [stretch])
    else outside.push(stretch)
  }
  const tables: PageTable[] = []
  for (const { top, left, right, boxes } of grids) {
    const cells = boxes
      .map((box) => ({ box, lines: gathered(inside.get(box) ?? []).map(whole) }))
      .filter(({ lines }) => lines.length > 0)
    // A frame around text is no table, and neither is what a chart has in its bars.
    if (cells.length > 1 && cells.some(({ box }) => box.column !== cells[0]?.box.column)) tables.push({ top, left, right, cells })
    else for (const box of boxes) for (const one of inside.get(box) ?? []) outside.push(one)
  }
  return { lines: gathered(outside), tables }
}

/** The box that the middle of a stretch stands in. */
function boxOf({ left, right, y, size }: Segment, grids: readonly Grid[]): Box | undefined {
  const grid = grids.find((one) => y <= one.bottom + size * 0.3)
  return grid?.at((left + right) / 2, y - size * 0.3)
}

/** A gap in a line of a cell parts no cells. */
const whole = (line: Line): Line => ({ ...line, parts: [line] })

function stretchesOf(items: readonly (TextItem | MarkItem)[], view: readonly number[]): Segment[] {
  const found: Segment[] = []
  /** Marked contents that are open: whether each is an artifact. */
  const marks: boolean[] = []
  let artifacts = 0
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') artifacts -= marks.pop() ? 1 : 0
      else if (item.type.startsWith('beginMarkedContent')) {
        const isArtifact = item.tag === 'Artifact'
        marks.push(isArtifact)
        artifacts += isArtifact ? 1 : 0
      }
      continue
    }
    if (item.str === '') continue
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = product(view, item.transform)
    const size = Math.hypot(c, d)
    if (!(size > 0) || !Number.isFinite(a + b + c + d + e + f)) continue
    // Behind the view's transform a straight line runs along a, and up is negative.
    const isAskew = Math.abs(b) > Math.abs(a) * 0.1 || a < 0
    found.push({ value: item.str, left: e, right: e + item.width, y: f, size, isAskew, isArtifact: artifacts > 0 })
  }
  return found
}

/** Segments on one baseline are a line; raised and lowered figures are near it. */
function gathered(stretches: readonly Segment[]): Line[] {
  const rows: { y: number; size: number; members: Segment[] }[] = []
  for (const stretch of stretches.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1)
    if (row && stretch.y - row.y < Math.max(row.size, stretch.size) * 0.5) {
      row.members.push(stretch)
      // The baseline is that of the largest type.
      if (stretch.value.trim() !== '' && stretch.size > row.size) {
        row.size = stretch.size
        row.y = stretch.y
      }
    } else rows.push({ y: stretch.y, size: stretch.size, members: [stretch] })
  }
  return rows.map(({ members }) => lineOf(members.toSorted((a, b) => a.left - b.left))).filter(({ text }) => text !== '')
}

/** Room of so many ems between stretches is a blank of Latin text, or a gap that was set on purpose. */
const BLANK = 0.2
const GAP = 0.9
/** Room of so much may part columns, where other lines have it at the same place (columns.ts). */
const PART = 0.5

function lineOf(stretches: readonly Segment[]): Line {
  const inked = stretches.filter(({ value }) => value.trim() !== '')
  const parts: Part[] = []
  let part: { text: string; left: number; right: number } | undefined
  let text = ''
  for (const { value, left, right, size } of inked) {
    const room = part ? (left - part.right) / size : 0
    text += `${room > GAP ? '\u3000' : room > BLANK ? ' ' : ''}${value}`
    if (part && room <= PART) {
      part.text += `${room > BLANK ? ' ' : ''}${value}`
      part.right = Math.max(part.right, right)
      continue
    }
    if (part) parts.push({ ...part, text: cleaned(part.text) })
    part = { text: value, left, right }
  }
  if (part) parts.push({ ...part, text: cleaned(part.text) })
  const { y = 0, size = 0 } = inked.reduce<Segment | undefined>((a, b) => (a && a.size >= b.size ? a : b), undefined) ?? {}
  return { text: cleaned(text), parts, left: inked[0]?.left ?? 0, right: part?.right ?? 0, y, size }
}

/** Han, kana, their marks, full-width forms, “” ‘’ — …, halves of pairs. */
const wide = '\u2014-\u2026\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\ud840-\udfff'
const besideWide = new RegExp(`(?<=[${wide}]) | (?=[${wide}])`, 'g')

/**
 * Programs that make PDFs part Chinese characters from figures and letters by some room, which comes back as blanks that nobody
 * typed. Two and more are a gap that was.
 */
const cleaned = (text: string): string =>
  text
    .replace(/[\u2e80-\u2fd5]/g, unifiedOf)
    .trim()
    .replace(/[ \u00a0\t]{2,}/g, '\u3000')
    .replace(besideWide, '')
