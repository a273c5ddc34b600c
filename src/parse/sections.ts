/** Lines → sections, paragraphs and the enumerations that run over paragraphs. */

import type { Hint } from '../source.ts'
import { Kind, kindAt } from '../text/characters.ts'
import type { Landmarks } from '../text/landmarks.ts'
import {
  type Cell,
  type Enumeration,
  type Flow,
  familyOf,
  type Heading,
  type Item,
  type Marker,
  type Paragraph,
  type Role,
  type Row,
  type Section,
  type Sentence,
  type Text,
} from '../tree.ts'
import { depthsOf } from './depths.ts'
import { type HeadMarker, headsOf } from './heads.ts'
import type { Line } from './lines.ts'
import { final } from './markers.ts'
import { inlines, lonelyOrdinals, markerNode, mixing, plainSentences, type Scan, scan, sentenceEndAfter } from './sentences.ts'

/** A line with the role that its place gave it. */
export interface RoledLine extends Line {
  readonly role?: Role
  /** The report proper ends before this line. */
  readonly divides?: true
}

/** A section under construction. */
interface Open {
  readonly heading: Heading
  readonly level: number
  readonly children: Flow[]
}

export function flows(text: string, landmarks: Landmarks, roled: readonly RoledLine[]): Flow[] {
  const root: Flow[] = []
  const open: Open[] = []
  const pending = new PendingEnumeration()
  const table = new PendingTable()
  const target = (): Flow[] => open[open.length - 1]?.children ?? root
  const settle = (): void => {
    pending.flush(target())
    table.flush(target())
  }
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const done = open.pop() as Open
      target().push(section(done))
    }
  }
  const scans = roled.map((line) => scan(text, landmarks, line.start, line.end))
  const heads = headsOf(text, roled, scans)
  const depths = depthsOf(heads, roled)
  const lonely = lonelyOrdinals(
    text,
    scans.map((scanned, index) => (roled[index]?.role ? undefined : scanned)),
    (index) => heads[index] !== undefined,
  )
  for (const [index, line] of roled.entries()) {
    if (line.hint?.cell) {
      pending.flush(target())
      table.add(paragraph(text, line, scans[index] as Scan, lonely), line.hint.cell, target())
      continue
    }
    table.flush(target())
    const head = heads[index]
    const scanned = scans[index] as Scan
    if (head) {
      settle()
      closeTo(depths[index] ?? 0)
      const { heading, bodyStart } = readHeading(text, line, head.marker, open.length + 1, scanned)
      const children: Flow[] = []
      if (bodyStart < line.end) children.push(bodyParagraph(text, bodyStart, line.end, scanned, lonely))
      open.push({ heading, level: open.length + 1, children })
      continue
    }
    const node = paragraph(text, line, scanned, lonely)
    if (line.divides) {
      // What is attached, and the notes behind a report, belong to no section of it.
      settle()
      closeTo(0)
    }
    if (node.role === undefined && isEnumerationOnly(node)) pending.add(node, target())
    // A credit or a mark of the page between two members ends no series.
    else if (node.role === undefined || node.role === 'noise') pending.between(node, target())
    else {
      pending.flush(target())
      target().push(node)
    }
  }
  settle()
  closeTo(0)
  return root
}

function section({ heading, level, children }: Open): Section {
  const last = children[children.length - 1]
  return { type: 'section', start: heading.start, end: last ? last.end : heading.end, level, children: [heading, ...children] }
}

function readHeading(
  text: string,
  line: Line,
  found: HeadMarker | undefined,
  level: number,
  scanned: Scan,
): { heading: Heading; bodyStart: number } {
  const children: (Marker | Text)[] = []
  let from = line.start
  if (found) {
    const node = markerNode(text, found)
    children.push(found.generated ? { ...node, value: found.value ?? '', generated: true } : node)
    from = found.end
  }
  while (from < line.end && kindAt(text, from) === Kind.blank) from++
  // 第一条　为了…: the provision itself is no heading.
  const stop = found?.scheme === 'article' ? from : sentenceEndAfter(scanned, from, line.end)
  const runIn = stop < line.end
  if (from < stop) children.push({ type: 'text', start: from, end: stop, value: text.slice(from, stop) })
  const heading: Heading = {
    type: 'heading',
    start: line.start,
    end: from < stop ? stop : (found?.end ?? line.end),
    level,
    ...(runIn && { runIn }),
    children,
  }
  return { heading, bodyStart: stop }
}

function bodyParagraph(text: string, start: number, end: number, scanned: Scan, lonely: ReadonlySet<number>): Paragraph {
  const children = inlines(text, start, end, scanned, lonely)
  const first = children[0]
  const last = children[children.length - 1]
  return { type: 'paragraph', start: first?.start ?? start, end: last?.end ?? end, children }
}

function paragraph(text: string, line: RoledLine, scanned: Scan, lonely: ReadonlySet<number>): Paragraph {
  const { start, end } = line
  // A dateline begins with ——, an attachment with 1.: what has a role is no item.
  if (line.role) return { type: 'paragraph', start, end, role: line.role, children: plainSentences(text, start, end, scanned) }
  return { type: 'paragraph', start, end, children: inlines(text, start, end, scanned, lonely) }
}

/** Whether the paragraph begins with an item's marker: then it is all enumeration, since an item reaches to the next one. */
const isEnumerationOnly = (node: Paragraph): boolean => node.children.length > 0 && node.children[0]?.type === 'enumeration'

/**
 * Paragraphs that begin 一是…, 二是… make one enumeration when at least two of them follow one another;
 * paragraphs in between belong to the item above them once a further item comes. A single such paragraph stays a paragraph.
 */
const mostBetweenDashes = 3

class PendingEnumeration {
  private paragraphs: Paragraph[] = []
  private loose: Paragraph[] = []
  private items: Item[] = []
  private last: Marker | undefined

  add(node: Paragraph, target: Flow[]): void {
    const enumeration = node.children[0] as Enumeration
    const first = this.numbered(enumeration.children[0]?.children[0] as Marker)
    if (!this.last || !this.continues(first)) {
      this.flush(target)
    } else {
      this.absorb()
    }
    const items = enumeration.children.map((item, index) => {
      if (item.children[0].scheme !== 'dash')
        return { ...item, children: [this.numbered(item.children[0]), ...item.children.slice(1)] } as Item
      const ordinal = (this.last?.scheme === 'dash' ? this.last.ordinal : 0) + 1 + index
      return { ...item, children: [{ ...item.children[0], ordinal }, ...item.children.slice(1)] } as Item
    })
    const rest = node.children.slice(1) as (Sentence | Enumeration)[]
    this.items.push(...items)
    if (rest.length > 0) this.extendLast(rest)
    this.paragraphs.push(node)
    this.last = this.items[this.items.length - 1]?.children[0]
  }

  between(node: Paragraph, target: Flow[]): void {
    if (this.last) this.loose.push(node)
    else target.push(node)
  }

  flush(target: Flow[]): void {
    const [only] = this.paragraphs
    if (only && this.paragraphs.length === 1) target.push(only)
    else if (only) {
      const first = this.items[0] as Item
      const last = this.items[this.items.length - 1] as Item
      target.push({
        type: 'enumeration',
        start: first.start,
        end: last.end,
        scheme: first.children[0].scheme,
        children: this.items,
      })
    }
    target.push(...this.loose)
    this.paragraphs = []
    this.loose = []
    this.items = []
    this.last = undefined
  }

  /** 最后， has the number that is due. */
  private numbered(marker: Marker): Marker {
    return marker.ordinal === final ? { ...marker, ordinal: (this.last?.ordinal ?? 0) + 1 } : marker
  }

  private continues(first: Marker): boolean {
    const last = this.last as Marker
    const [family, before] = [familyOf(first.scheme), familyOf(last.scheme)]
    // 第一，…… 第二，…… 三是……: one series, mixed up.
    if (family !== before)
      return (
        this.loose.length === 0 &&
        mixing.has(family) &&
        mixing.has(before) &&
        first.ordinal > 2 &&
        first.ordinal === last.ordinal + 1
      )
    if (first.scheme === 'dash') return this.loose.filter(({ role }) => role === undefined).length <= mostBetweenDashes
    if (this.loose.length > 0) return first.ordinal === last.ordinal + 1
    return first.ordinal !== 1 && first.ordinal >= last.ordinal
  }

  private absorb(): void {
    if (this.loose.length > 0) this.extendLast(this.loose)
    this.loose = []
  }

  private extendLast(nodes: readonly (Paragraph | Sentence | Enumeration)[]): void {
    const item = this.items[this.items.length - 1] as Item
    const end = (nodes[nodes.length - 1] as Paragraph).end
    this.items[this.items.length - 1] = { ...item, end, children: [...item.children, ...nodes] }
  }
}

/** Cells come one a line; those of one table are gathered until something else comes. */
class PendingTable {
  private rows: { index: number; cells: { index: number; paragraphs: Paragraph[] }[] }[] = []
  private table: number | undefined

  add(node: Paragraph, cell: NonNullable<Hint['cell']>, target: Flow[]): void {
    if (this.table !== cell.table) this.flush(target)
    this.table = cell.table
    let row = this.rows[this.rows.length - 1]
    if (row?.index !== cell.row) {
      row = { index: cell.row, cells: [] }
      this.rows.push(row)
    }
    const last = row.cells[row.cells.length - 1]
    if (last?.index === cell.column) last.paragraphs.push(node)
    else row.cells.push({ index: cell.column, paragraphs: [node] })
  }

  flush(target: Flow[]): void {
    if (this.rows.length === 0) return
    const rows: Row[] = this.rows.map(({ cells }) => {
      const children: Cell[] = cells.map(({ paragraphs }) => around('cell', paragraphs))
      return around('row', children)
    })
    target.push(around('table', rows))
    this.rows = []
    this.table = undefined
  }
}

function around<Type extends 'cell' | 'row' | 'table', Child extends Paragraph | Cell | Row>(
  type: Type,
  children: Child[],
): { type: Type; start: number; end: number; children: Child[] } {
  const first = children[0] as Child
  const last = children[children.length - 1] as Child
  return { type, start: first.start, end: last.end, children }
}
