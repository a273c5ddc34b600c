/** The lines of all pages → paragraphs: a PDF knows where characters stand, and nothing of titles, paragraphs or page numbers. */
import { isPageNumber } from '../page-number.ts'
import type { ReadParagraph } from '../paragraphs.ts'
import { type Block, blocksOf, type ColumnLine, reachOf } from './columns.ts'
import type { Line, Page, PageTable, TableCell } from './lines.ts'

/** A line with what its page is like. */
interface Set extends Line {
  /** Between which edges the text of the page stands. */
  readonly left0: number
  readonly right0: number
  readonly width: number
  readonly page: number
}

/**
 * The paragraphs in reading order, and how many tables were read by columns only. What repeats on pages is left out; what stands
 * askew comes last in its page, unchecked.
 */
export function paragraphsOf(pages: readonly Page[]): {
  readonly paragraphs: readonly ReadParagraph[]
  readonly unruled: number
} {
  const kept = withoutEdges(pages)
  const column = columnOf(kept.flat()) ?? extentOf(kept.flat())
  const flow = new Paragraphs()
  for (const [number, page] of pages.entries()) {
    const lines = kept[number] as readonly Line[]
    const { left, right } = columnOf(lines) ?? column
    const pitch = pitchOf(lines)
    const set = (line: Line, [left0, right0] = [left, right]): Set => ({
      ...line,
      left0,
      right0,
      width: page.width,
      page: number,
    })
    const blocks = blocksOf(lines)
    let tables = 0
    let at = 0
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] as Line
      for (let table = page.tables[tables]; table && table.top < line.y; table = page.tables[++tables])
        flow.addTable(table, number)
      const block = blocks[at]
      if (block?.from !== index) {
        flow.addLine(set(line), pitch)
        continue
      }
      at++
      index = block.to - 1
      if (block.kind !== 'text') flow.addBlock(block, lines)
      else
        for (const cells of block.columns)
          for (const cell of cells) flow.addLine(set(asLine(cell, block, lines), reachOf(cells)), pitch)
    }
    for (const table of page.tables.slice(tables)) flow.addTable(table, number)
    for (const { text } of page.askew) flow.addAskew(text)
  }
  return { paragraphs: flow.done(), unruled: flow.unruled }
}

class Paragraphs {
  private readonly paragraphs: ReadParagraph[] = []
  private current: { text: string; last: Set } | undefined
  private table = -1
  private row = 0
  /** Tables of which only columns are known, and those of which not even they are. */
  unruled = 0
  /** The ruled table behind which nothing has come yet, and its page. */
  private last: { readonly table: PageTable; readonly page: number } | undefined

  addLine(line: Set, pitch: number): void {
    if (this.current && goesOn(this.current.last, line, pitch)) {
      this.current = { text: joined(this.current.text, line.text), last: line }
      return
    }
    this.close()
    this.current = { text: line.text, last: line }
  }

  /** A table without rules. */
  addBlock(block: Block, lines: readonly Line[]): void {
    this.close()
    this.beginTable()
    if (block.kind === 'rows') {
      const cells = block.columns.flatMap((column, index) => column.map(({ row, text }) => ({ row, index, text })))
      for (const { row, index, text } of cells.sort((a, b) => a.row - b.row)) this.addCell(row, index, text)
      return
    }
    this.unruled++
    if (block.kind === 'unread') {
      for (const { text } of lines.slice(block.from, block.to)) this.paragraphs.push({ text, hint: { verbatim: true } })
      return
    }
    for (const [index, column] of block.columns.entries()) {
      for (const text of columnParagraphs(column, block, lines)) this.addCell(0, index, text)
    }
  }

  /** A ruled table, or what of it stands on another page. */
  addTable(table: PageTable, page: number): void {
    const goesOn = this.last?.page === page - 1 && isAsWide(this.last.table, table)
    this.close()
    if (goesOn) this.row++
    else this.beginTable()
    const first = this.row
    for (const cell of table.cells) {
      this.row = first + cell.box.row
      for (const text of paragraphsIn(cell)) this.addCell(this.row, cell.box.column, text)
    }
    this.last = { table, page }
  }

  addAskew(text: string): void {
    if (text === '') return
    this.close()
    this.paragraphs.push({ text, hint: { verbatim: true } })
  }

  done(): ReadParagraph[] {
    this.close()
    return this.paragraphs
  }

  private beginTable(): void {
    this.table++
    this.row = 0
  }

  private addCell(row: number, column: number, text: string): void {
    this.paragraphs.push({ text, hint: { cell: { table: this.table, row, column } } })
  }

  private close(): void {
    if (this.current) this.paragraphs.push({ text: this.current.text })
    this.current = undefined
    this.last = undefined
  }
}

/** What stands in a column as a line of its own. */
function asLine(cell: ColumnLine, block: Block, lines: readonly Line[]): Line {
  const { y, size } = lines[block.from + cell.row] as Line
  const { text, left, right } = cell
  return { text, left, right, y, size, parts: [cell] }
}

/** A column of a table whose rows are not known: lines that fill it go on, all others are paragraphs. */
function columnParagraphs(column: readonly ColumnLine[], block: Block, lines: readonly Line[]): string[] {
  const [left0, right0] = reachOf(column)
  const found: string[] = []
  let last: Set | undefined
  for (const cell of column) {
    const line: Set = { ...asLine(cell, block, lines), left0, right0, width: 0, page: 0 }
    const isFull = last && /[\u3400-\u9fff].{0,40}[\u3400-\u9fff]/.test(last.text) && right0 - left0 > line.size * 6
    if (last && isFull && !/[；。]$/.test(last.text) && goesOn(last, line, 0))
      found[found.length - 1] = joined(found[found.length - 1] as string, line.text)
    else found.push(line.text)
    last = line
  }
  return found
}

const isAsWide = (one: PageTable, other: PageTable): boolean =>
  Math.abs(one.left - other.left) < 4 && Math.abs(one.right - other.right) < 4

/** The paragraphs of a cell. Lines that stand in its middle are one, as a head that did not fit into one line. */
function paragraphsIn({ box, lines }: TableCell): string[] {
  const { left, right } = extentOf(lines)
  const size = lines.reduce((most, line) => Math.max(most, line.size), 0)
  const isHead = lines.every((line) => Math.abs((line.left + line.right) / 2 - (box.left + box.right) / 2) < size * 0.7)
  // As far from the rule on the right as on the left, where words begin at the left; figures stand at the right.
  const right0 = Math.max(right, Math.min(box.right - (left - box.left), box.right))
  const found: string[] = []
  let last: Set | undefined
  for (const line of lines) {
    const set: Set = { ...line, left0: left, right0: isHead ? line.right : right0, width: 0, page: 0 }
    if (last && (isHead || goesOn(last, set, 0))) found[found.length - 1] = joined(found[found.length - 1] as string, line.text)
    else found.push(line.text)
    last = set
  }
  return found
}

/** Lines of Latin text are parted by a blank, which the line end stands for. */
const joined = (text: string, next: string): string =>
  /[\w,.;:!?%)]$/.test(text) && /^[\w(]/.test(next) && !/\d$/.test(text) ? `${text} ${next}` : text + next

// --- where paragraphs begin -------------------------------------------------------------------------------------------

/** No program stretches a line so far, in ems. */
const CELL_GAP = 2

const isDivided = ({ parts, size }: Line): boolean =>
  parts.some(({ left }, index) => index > 0 && left - (parts[index - 1]?.right ?? left) > size * CELL_GAP)

/** In ems. An indent is two, a little of it lost to measuring. */
const INDENT = 1.2
/** The last line of a paragraph is short by more than a mark that may not stand at the edge. */
const SHORT = 1.6
const WIDE_GAP = 2.6
/** Times the usual distance of lines. */
const WIDE_PITCH = 1.5

const endsSentence = (text: string): boolean => /[。！？：；…][”’）》」』]?$/.test(text)

/** How numbered paragraphs begin; what the number means is the parser's business. */
const beginsWithNumber =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条]|[\u2460-\u249b])/

/** Whether `line` goes on with the paragraph whose last line is `previous`. */
function goesOn(previous: Set, line: Set, pitch: number): boolean {
  const em = line.size
  if (Math.abs(previous.size - em) > em * 0.15) return false
  if (isCentred(line) || isCentred(previous) || isDivided(line) || isDivided(previous)) return false
  if (previous.page === line.page) {
    const gap = line.y - previous.y
    if (gap > em * WIDE_GAP || (pitch > 0 && gap > pitch * WIDE_PITCH)) return false
  }
  if (previous.right0 - previous.right > em * SHORT + firstWord(line.text) * em) return false
  if (endsSentence(previous.text) && beginsWithNumber.test(line.text)) return false
  const indent = line.left - line.left0
  if (indent <= em * INDENT) return true
  // The lines of a list stand all as far in; paragraphs of one line each end with a mark.
  const standsAlike = Math.abs(line.left - previous.left) < em * 0.3 && previous.page === line.page
  return standsAlike && !endsSentence(previous.text) && !beginsWithNumber.test(line.text)
}

/** How much room the first figure or Latin word of a line takes: it may not have fitted in the line before. In ems. */
const firstWord = (text: string): number => (/^[\w.%@/-]{1,40}/.exec(text)?.[0].length ?? 0) * 0.55

function isCentred({ left, right, left0, right0, width, size }: Set): boolean {
  if (left - left0 < size * SHORT || right0 - right < size * SHORT) return false
  const middle = (left + right) / 2
  const isMiddle = (of: number): boolean => Math.abs(middle - of) < size * 0.7
  return isMiddle((left0 + right0) / 2) || isMiddle(width / 2)
}

/** The edges of the text: where most of its long lines begin and end. Undefined where there are too few. */
function columnOf(lines: readonly Line[]): { left: number; right: number } | undefined {
  const widest = lines.reduce((most, { left, right }) => Math.max(most, right - left), 0)
  const long = lines.filter(({ left, right }) => right - left > widest * 0.6)
  if (long.length < 4) return undefined
  const lefts = long.map(({ left }) => left).sort((a, b) => a - b)
  const rights = long.map(({ right }) => right).sort((a, b) => a - b)
  // Not the outermost: one line that juts out makes all others short.
  const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] as number
  return { left: at(lefts, 0.1), right: at(rights, 0.8) }
}

/** Of a text of a few lines. */
const extentOf = (lines: readonly Line[]): { left: number; right: number } => ({
  left: lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
  right: lines.reduce((most, { right }) => Math.max(most, right), 0),
})

/** The usual distance of two lines; 0 where a page has few. */
function pitchOf(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map(({ y }, index) => y - (lines[index] as Line).y)
  return gaps.length < 4 ? 0 : (gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] as number)
}

// --- page numbers, running heads --------------------------------------------------------------------------------------

/** The margin, as a share of the page's height, where page numbers and running heads stand. */
const MARGIN = 0.13
/** So many lines at either end of a page may be such. */
const EDGE_LINES = 3
/** A head repeats on so many of the pages. */
const REPEATS = 0.6

/** What browsers print at the edges of a page. */
const printed = /^(?:(?:https?|file):\/\/\S|\d{4}[/-]\d{1,2}[/-]\d{1,2}[ \u3000]{1,3}(?:[上下]午)?\d{1,2}:\d{2})/

function withoutEdges(pages: readonly Page[]): (readonly Line[])[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map((line) => keyOf(line, page)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, pages.length * REPEATS)
  return pages.map((page) => {
    const edges = new Set(
      edgesOf(page).filter(
        (line) => isPageNumber(line.text) || printed.test(line.text) || (counts.get(keyOf(line, page)) ?? 0) >= least,
      ),
    )
    return page.lines.filter((line) => !edges.has(line))
  })
}

/** The lines in the margins. */
function edgesOf({ lines, height }: Page): Line[] {
  const above = lines.slice(0, EDGE_LINES).filter(({ y }) => y < height * MARGIN)
  const below = lines.slice(-EDGE_LINES).filter(({ y }) => y > height * (1 - MARGIN))
  return [...above, ...below]
}

/** Heads are the same but for figures, and stand at the same height. */
const keyOf = ({ text, y }: Line, { height }: Page): string =>
  `${Math.round((y / height) * 50)} ${text.slice(0, 200).replace(/\d{1,200}/g, '0')}`
