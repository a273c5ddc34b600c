/** The stretches of text of a page → its lines, from the top down. All measures are points of the page, y from the top. */

import type { MarkItem, PdfPage, TextItem } from '../../platform.ts'
import { unifiedOf } from '../meant/characters.ts'

export interface Line {
  readonly text: string
  /** What wide gaps part: the cells of a row, or a name and a date; else the text alone. */
  readonly cells: readonly string[]
  readonly left: number
  readonly right: number
  /** Of the baseline. */
  readonly y: number
  /** The size of its type: an em. */
  readonly size: number
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
  /** Lines that do not run from left to right: watermarks, seals, the edges of forms. */
  readonly askew: readonly Line[]
}

interface Stretch {
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
      await reader.cancel().catch(() => {})
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
  const askew = marked.filter(({ isAskew }) => isAskew)
  return { width, height, lines: gathered(straight), askew: askew.map((one) => lineOf([one])) }
}

function stretchesOf(items: readonly (TextItem | MarkItem)[], view: readonly number[]): Stretch[] {
  const found: Stretch[] = []
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

/** PDF matrices [a b c d e f]: first `right`, then `left`. */
function product(left: readonly number[], right: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = left
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = right
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Stretches on one baseline are a line; raised and lowered figures are near it. */
function gathered(stretches: readonly Stretch[]): Line[] {
  const rows: { y: number; size: number; members: Stretch[] }[] = []
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
/** No program stretches a line so far. */
const CELL_GAP = 2

function lineOf(stretches: readonly Stretch[]): Line {
  const inked = stretches.filter(({ value }) => value.trim() !== '')
  const [first] = inked
  const cells: string[] = []
  let text = ''
  let right = first?.left ?? 0
  for (const { value, left, right: end, size } of inked) {
    const room = (left - right) / size
    if (room > CELL_GAP && text !== '') {
      cells.push(cleaned(text))
      text = ''
    } else if (text !== '') text += room > GAP ? '\u3000' : room > BLANK ? ' ' : ''
    text += value
    right = Math.max(right, end)
  }
  const { y = 0, size = 0 } = inked.reduce<Stretch | undefined>((a, b) => (a && a.size >= b.size ? a : b), undefined) ?? {}
  cells.push(cleaned(text))
  return { text: cells.join('\u3000'), cells, left: first?.left ?? 0, right, y, size }
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
