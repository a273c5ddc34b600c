/**
 * Lines of a page that gaps part at the same places: tables without rules, and text in two columns. What stands in one column is
 * known; where one row ends and the next begins is known only where no cell takes more than one line.
 */
import type { Line, Part } from './lines.ts'

/** What stands in one column on one line. */
export interface ColumnLine extends Part {
  /** Of the line, among those of its block. */
  readonly row: number
}

/**
 * `rows`: each line is a row. `columns`: cells take several lines, so that only columns are known. `text`: two columns of
 * running text, to be read one after the other. `unread`: there are gaps that other lines have elsewhere.
 */
export interface Block {
  readonly from: number
  /** The first line behind it. */
  readonly to: number
  readonly kind: 'rows' | 'columns' | 'text' | 'unread'
  readonly columns: readonly (readonly ColumnLine[])[]
}

interface Gap {
  readonly left: number
  readonly right: number
}

/** In ems: a gap that parts columns, and one that no justified line has. */
const ALLEY = 0.45
const WIDE = 2
/** Lines that stand further apart, in ems, are no block. */
const FAR = 5
/** So many lines of cells may stand between two that are parted. */
const BETWEEN = 4
/** In ems: narrower columns hold labels, the longest of which fill them. */
const WRAPPED = 9
/** Of so many lines at least, and so many of them full, are two columns of running text. */
const TEXT_LINES = 8
const FULL_SHARE = 0.6

/** The blocks among `lines`, from the top down. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < lines.length; ) {
    const block = blockAt(lines, index)
    if (block) blocks.push(block)
    index = block?.to ?? index + 1
  }
  return blocks
}

const gapsIn = ({ parts }: Line): Gap[] =>
  parts.slice(1).map((part, index) => ({ left: (parts[index] as Part).right, right: part.left }))

/** Where a line has nothing: between its parts, and on both sides. */
const freeIn = (line: Line): Gap[] => [
  { left: Number.NEGATIVE_INFINITY, right: line.left },
  ...gapsIn(line),
  { left: line.right, right: Number.POSITIVE_INFINITY },
]

/** What is left of `alleys` beside `free`, both from left to right; `isCrossed`: of one of them nothing is. */
function narrowed(alleys: readonly Gap[], free: readonly Gap[], size: number): { left: Gap[]; isCrossed: boolean } {
  const left: Gap[] = []
  const kept = new Set<Gap>()
  for (let a = 0, b = 0; a < alleys.length && b < free.length; ) {
    const [first, second] = [alleys[a] as Gap, free[b] as Gap]
    const both = { left: Math.max(first.left, second.left), right: Math.min(first.right, second.right) }
    if (both.right - both.left >= size * ALLEY) {
      left.push(both)
      kept.add(first)
    }
    if (first.right < second.right) a++
    else b++
  }
  return { left, isCrossed: kept.size < alleys.length }
}

const isWide = (line: Line): boolean => gapsIn(line).some(({ left, right }) => right - left > line.size * WIDE)

function blockAt(lines: readonly Line[], from: number): Block | undefined {
  const first = lines[from] as Line
  if (first.parts.length < 2) return undefined
  let alleys = gapsIn(first)
  /** With lines that may turn out to stand behind the block. */
  let all = alleys
  let to = from + 1
  const parted = [first]
  for (let index = to; index < lines.length; index++) {
    const [line, before] = [lines[index] as Line, lines[index - 1] as Line]
    if (line.y - before.y > line.size * FAR || index - to >= BETWEEN) break
    const { left, isCrossed } = narrowed(all, freeIn(line), line.size)
    // A head may stand over two columns; a line of its own that crosses one is no part of it.
    if (left.length === 0 || (isCrossed && line.parts.length < 2)) break
    all = left
    if (line.parts.length < 2) continue
    parted.push(line)
    alleys = left
    to = index + 1
  }
  // A name and a date, a title in wide type: two lines with small gaps are no table yet, nor two that stand apart.
  const isPair = parted.length === 2 && to === from + 2 && parted.every(isWide)
  return parted.length > 2 || isPair ? blockOf(lines.slice(from, to), from, alleys) : undefined
}

function blockOf(lines: readonly Line[], from: number, alleys: readonly Gap[]): Block | undefined {
  const columns = Array.from({ length: alleys.length + 1 }, (): ColumnLine[] => [])
  let isCrooked = false
  for (const [row, { parts }] of lines.entries()) {
    for (const part of parts) {
      const column = alleys.findIndex(({ left, right }) => (part.left + part.right) / 2 < (left + right) / 2)
      const cells = columns[column < 0 ? alleys.length : column] as ColumnLine[]
      const last = cells[cells.length - 1]
      isCrooked ||= last?.row === row
      if (last?.row === row)
        cells[cells.length - 1] = { row, left: last.left, right: part.right, text: `${last.text}\u3000${part.text}` }
      else cells.push({ row, ...part })
    }
  }
  if (columns.filter((cells) => cells.length > 0).length < 2) return undefined
  return { from, to: from + lines.length, kind: kindOf(columns, lines[0]?.size ?? 0, isCrooked), columns }
}

function kindOf(columns: Block['columns'], size: number, isCrooked: boolean): Block['kind'] {
  if (isText(columns, size)) return 'text'
  if (!columns.some((cells) => isWrapped(cells, size))) return 'rows'
  return isCrooked ? 'unread' : 'columns'
}

function isText(columns: readonly (readonly ColumnLine[])[], size: number): boolean {
  if (columns.length !== 2) return false
  return columns.every((cells) => {
    const [left, right] = reachOf(cells)
    const full = cells.filter((cell) => right - cell.right < size * 1.5 && cell.left - left < size * 2.5)
    return cells.length >= TEXT_LINES && right - left > size * 12 && full.length >= cells.length * FULL_SHARE
  })
}

/** A line of a cell that goes on in the next: it fills its column, or a bracket is still open. */
function isWrapped(cells: readonly ColumnLine[], size: number): boolean {
  const [left, right] = reachOf(cells)
  return cells.some((cell, index) => {
    const next = cells[index + 1]
    if (next?.row !== cell.row + 1 || /[。！？；：]$/.test(cell.text)) return false
    if (isOpen(cell.text)) return true
    return (
      right - left > size * WRAPPED && right - cell.right < size && /[\u3400-\u9fff]/.test(cell.text) && left - cell.left < size
    )
  })
}

export function reachOf(cells: readonly Part[]): [left: number, right: number] {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const cell of cells) {
    left = Math.min(left, cell.left)
    right = Math.max(right, cell.right)
  }
  return [left, right]
}

/** Whether a bracket or a mark of quotation is opened and not closed. */
function isOpen(text: string): boolean {
  for (const [open, close] of ['（）', '《》', '“”', '()'].map((pair) => pair.split(''))) {
    if (text.lastIndexOf(open as string) > text.lastIndexOf(close as string)) return true
  }
  return false
}
