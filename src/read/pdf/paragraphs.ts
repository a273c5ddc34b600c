/** The lines of all pages → paragraphs: a PDF knows where characters stand, and nothing of titles, paragraphs or page numbers. */
import { isPageNumber } from '../page-number.ts'
import type { ReadParagraph } from '../paragraphs.ts'
import type { Line, Page } from './lines.ts'

/** A line with what its page is like. */
interface Set extends Line {
  /** Between which edges the text of the page stands. */
  readonly left0: number
  readonly right0: number
  readonly width: number
  readonly page: number
}

/** The paragraphs in reading order. What repeats on pages is left out; what stands askew comes last in its page, unchecked. */
export function paragraphsOf(pages: readonly Page[]): ReadParagraph[] {
  const kept = withoutEdges(pages)
  const column = columnOf(kept.flat()) ?? extentOf(kept.flat())
  const paragraphs: ReadParagraph[] = []
  let cell = { table: -1, row: 0 }
  let current: { text: string; last: Set } | undefined
  const close = (): void => {
    if (current) paragraphs.push({ text: current.text })
    current = undefined
  }
  kept.forEach((lines, page) => {
    const { left, right } = columnOf(lines) ?? column
    const pitch = pitchOf(lines)
    for (const [index, line] of lines.entries()) {
      if (isRow(lines, index)) {
        close()
        cell = isRow(lines, index - 1) ? { ...cell, row: cell.row + 1 } : { table: cell.table + 1, row: 0 }
        for (const [column, text] of line.cells.entries()) paragraphs.push({ text, hint: { cell: { ...cell, column } } })
        continue
      }
      const set: Set = { ...line, left0: left, right0: right, width: (pages[page] as Page).width, page }
      if (current && goesOn(current.last, set, pitch)) current = { text: joined(current.text, set.text), last: set }
      else {
        close()
        current = { text: set.text, last: set }
      }
    }
    for (const { text } of (pages[page] as Page).askew) {
      if (text === '') continue
      close()
      paragraphs.push({ text, hint: { verbatim: true } })
    }
  })
  close()
  return paragraphs
}

/** Lines of Latin text are parted by a blank, which the line end stands for. */
const joined = (text: string, next: string): string =>
  /[\w,.;:!?%)]$/.test(text) && /^[\w(]/.test(next) && !/\d$/.test(text) ? `${text} ${next}` : text + next

// --- where paragraphs begin -------------------------------------------------------------------------------------------

/** Two lines that follow one another and fall into cells are rows of a table. */
const isRow = (lines: readonly Line[], index: number): boolean =>
  isDivided(lines[index]) && (isDivided(lines[index - 1]) || isDivided(lines[index + 1]))

const isDivided = (line: Line | undefined): boolean => line !== undefined && line.cells.length > 1

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
