/** Lines that are no paragraphs: wrapped at a fixed width by hand, by mail or by a PDF, or torn where a page had a link. */
import type { Block, Format, Source, Span } from '../../source.ts'
import type { Reading } from './edited.ts'
import { commonWidth, isPageMark, ordinalStart, widthOf } from './widths.ts'

/** Formats in which a line may be a line of the page and no paragraph. */
const wrapping: ReadonlySet<Format> = new Set(['txt', 'md', 'html'])

/** Fewer lines tell of no width. */
const fewest = 10
const narrowest = 14
const widest = 60
/** How much narrower than the width a full line may be: a mark is never set at the beginning of the next line. */
const slack = 3
/** How many of the lines must be full, and how many must end in mid-sentence. */
const leastFull = 0.5
const leastOpen = 0.4

/** The lines that go on in the next one, joined; undefined where there are none. */
export function wrappedIn(
  source: Source,
): { readonly readings: readonly Reading[]; readonly blocks: readonly Block[] } | undefined {
  const { text, blocks, format } = source
  if (!wrapping.has(format)) return undefined
  const width = wrapWidth(text, blocks)
  // With a blank line between most lines it says nothing; else it ends a paragraph, however full the line before it.
  const gaps = blocks.filter((block, index) => index > 0 && isGap(text, (blocks[index - 1] as Block).end, block.start)).length
  const parts = gaps * 2 < blocks.length
  const links = linksIn(text, blocks, gaps > 1 && gaps * leastGaps >= blocks.length)
  const readings: Reading[] = []
  const joined: Block[] = []
  /** The last line of the paragraph that the next one may go on with, and a page mark that stands behind it. */
  let last: Block | undefined
  let mark: Block | undefined
  for (const [index, block] of blocks.entries()) {
    const words = text.slice(block.start, block.end).trim()
    if (last && mark === undefined && isPageMark(words) && (width !== undefined || isOpenText(text, last))) {
      mark = block
      continue
    }
    const goesOn =
      last !== undefined &&
      isJoinable(last, block) &&
      (isTorn(text, last, block) ||
        links.has(index) ||
        (width === undefined && mark !== undefined && !beginsNumbered(text, last, block)) ||
        (width !== undefined &&
          !(parts && mark === undefined && isGap(text, last.end, block.start)) &&
          isFull(text, last, block, width)))
    if (goesOn && last) {
      const from = trimEnd(text, last)
      const to = trimStart(text, block)
      readings.push({ start: from, end: to, value: joint(text, from, to) })
      const paragraph = joined[joined.length - 1] as Block
      joined[joined.length - 1] = { ...paragraph, end: block.end }
    } else {
      if (mark) joined.push(mark)
      joined.push(block)
    }
    mark = undefined
    last = block
  }
  if (mark) joined.push(mark)
  return readings.length > 0 ? { readings, blocks: joined } : undefined
}

/** What the format says of a line outweighs how it looks. */
const isJoinable = (last: Block, block: Block): boolean => isPlain(last) && isPlain(block)
const isPlain = ({ hint }: Block): boolean => hint === undefined

function trimStart(text: string, { start, end }: Span): number {
  let from = start
  while (from < end && text.slice(from, from + 1).trim() === '') from++
  return from
}

function trimEnd(text: string, { start, end }: Span): number {
  let to = end
  while (to > start && text.slice(to - 1, to).trim() === '') to--
  return to
}

/** Running text that stops in mid-sentence: what a page mark below it interrupts. */
const isOpenText = (text: string, line: Span): boolean =>
  /[，。；、]/.test(text.slice(line.start, line.end)) &&
  lineWidth(text, line) >= narrowest &&
  !endMark.test(lastCharacters(text, line))

const endMark = /[。！？!?：:；;…][”’）】》)]?$|[”’）】》)]$/
const lastCharacters = (text: string, line: Span): string =>
  text.slice(Math.max(line.start, trimEnd(text, line) - 2), trimEnd(text, line))

function lineWidth(text: string, line: Span): number {
  return widthOf(text, trimStart(text, line), trimEnd(text, line))
}

/**
 * The width at which a text was wrapped, in characters; undefined where it was not. Then most lines are full and most lines
 * end in mid-sentence; in a text with one line a paragraph neither holds.
 */
function wrapWidth(text: string, blocks: readonly Block[]): number | undefined {
  const plain = blocks.filter((block) => isPlain(block) && !isPageMark(text.slice(block.start, block.end).trim()))
  if (plain.length < fewest) return undefined
  const widths = plain.map((line) => lineWidth(text, line))
  return commonMargin(text, plain, widths) ?? fullWidth(text, plain, widths)
}

/** The width that most lines have. */
function commonMargin(text: string, plain: readonly Block[], widths: readonly number[]): number | undefined {
  const common = commonWidth(widths, slack)
  if (!common || common.width < narrowest || common.width > widest || common.share < leastFull) return undefined
  const open = plain.filter((line) => !endMark.test(lastCharacters(text, line))).length
  if (open < plain.length * leastOpen) return undefined
  // Lines much longer than the width are paragraphs: the text is not wrapped but short.
  return widths.filter((width) => width > common.width + 2 * slack).length * 20 > widths.length ? undefined : common.width
}

/** So many lines reach the margin, and so many of them go on in the next line, where the others are the ends of paragraphs. */
const fewestFull = 4
const leastFullOpen = 0.7
/** The widest line decides: no paragraph goes beyond the margin, and one that ends right at it is rare. */
const fullSlack = 2

/**
 * The margin of a text most of whose paragraphs have a line or two: its widest lines are about as wide as one another, hold
 * running text and end in mid-sentence. Paragraphs that happen to be as long end with a mark.
 */
function fullWidth(text: string, plain: readonly Block[], widths: readonly number[]): number | undefined {
  let margin = 0
  for (const [index, line] of plain.entries()) {
    const width = (widths[index] as number) + (trimStart(text, line) > line.start ? 2 : 0)
    if (width > margin) margin = width
  }
  if (margin < narrowest || margin > widest) return undefined
  let full = 0
  let open = 0
  for (const [index, line] of plain.entries()) {
    const width = (widths[index] as number) + (trimStart(text, line) > line.start ? 2 : 0)
    const next = plain[index + 1]
    if (width < margin - fullSlack || next === undefined) continue
    full++
    const goesOn = !endMark.test(lastCharacters(text, line)) && !beginsNumbered(text, line, next)
    if (goesOn && /[，。；、]/.test(text.slice(line.start, line.end))) open++
  }
  return full >= fewestFull && open >= full * leastFullOpen ? margin : undefined
}

/** Whether a blank line lies between `from` and `to`. */
const isGap = (text: string, from: number, to: number): boolean => text.slice(from, to).split('\n').length > 2

const surelyHeading =
  /^(?:第[一二三四五六七八九十百]{1,4}(?:[章节条编]|部分)|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)])/
const arabic = /^(?:([0-9]{1,2})[.．、](?![0-9])|[（(]([0-9]{1,2})[）)])/

/** Whether `block` goes on with the paragraph whose last line is `last`: that line is full, and this one neither indented nor numbered. */
function isFull(text: string, last: Block, block: Block, width: number): boolean {
  if (/^[ \t\u3000\u00a0\u2002\u2003]/.test(text.slice(block.start, block.start + 1)) && !isIndentedAlike(text, last, block))
    return false
  if (beginsNumbered(text, last, block)) return false
  const indent = trimStart(text, last) > last.start ? 2 : 0
  return lineWidth(text, last) + indent >= width - slack
}

/** A mail that quotes indents all its lines alike. */
const isIndentedAlike = (text: string, last: Block, block: Block): boolean =>
  trimStart(text, last) - last.start === trimStart(text, block) - block.start && trimStart(text, block) - block.start < 2

/** Whether a line begins a numbered paragraph: the first of its kind behind a full stop, or the one that follows. */
function beginsNumbered(text: string, last: Block, block: Block): boolean {
  const words = text.slice(trimStart(text, block), Math.min(block.end, trimStart(text, block) + 10))
  if (surelyHeading.test(words)) return true
  const isFinished = endMark.test(lastCharacters(text, last))
  const number = arabic.exec(words)
  if (!number) return isFinished && ordinalStart.test(words)
  if (isFinished) return true
  const before = arabic.exec(text.slice(trimStart(text, last), trimStart(text, last) + 10))
  return before !== null && Number(before[1] ?? before[2]) + 1 === Number(number[1] ?? number[2])
}

const opens = /[《“（〔「]$/
const closes = /^[》”）〕」，。、；]/
const unfinished = /[^。！？!?；;…]$/

/** Whether a line is torn: 《 / 名称 / 》: no line ends with an opening mark, and none begins with a closing one. */
function isTorn(text: string, last: Block, block: Block): boolean {
  const end = lastCharacters(text, last)
  const start = text.slice(trimStart(text, block), trimStart(text, block) + 8)
  if (opens.test(end)) return !surelyHeading.test(start)
  if (end.endsWith('、')) return !ordinalStart.test(start)
  return closes.test(start) && unfinished.test(end)
}

/** A line that begins with a mark that no line begins with, right below one that is unfinished. */
const tornStart = (text: string, last: Block, block: Block): boolean =>
  isJoinable(last, block) &&
  !isGap(text, last.end, block.start) &&
  closes.test(text.slice(trimStart(text, block), trimStart(text, block) + 1)) &&
  unfinished.test(lastCharacters(text, last))

/** Of so many lines one stands behind a blank line where blank lines part paragraphs, and some lines are torn. */
const leastGaps = 8
/** A link or a raised figure that stands on a line of its own is not wider. */
const widestLink = 24
const hanging = /[的和与及在对为把将由至到]$|[A-Za-z]$/
const isHanging = (text: string, line: Block): boolean => /的$/.test(lastCharacters(text, line))
/** 关于……的 / 通知 above a text is two lines of a title; longer ones are text. */
const widestHead = 13
const goesOnBehind = /^[》”）】〕」』，。、；：]/
const verbBehind = /^(?:是|的|有|为[^了]|下降|上升|达到|等)/

/**
 * The lines that go on with the one above them because a page was torn at its links: ……我们依照 / 宪法 / 和 / 基本法 / 有效实施……. `isParted`:
 * paragraphs are parted by blank lines, so that a line right below one that is unfinished goes on with it.
 */
function linksIn(text: string, blocks: readonly Block[], isParted: boolean): ReadonlySet<number> {
  const found = new Set<number>()
  const startOf = (block: Block | undefined): string =>
    block ? text.slice(trimStart(text, block), Math.min(block.end, trimStart(text, block) + 12)) : ''
  const isOpen = (block: Block): boolean => !endMark.test(lastCharacters(text, block))
  const isSure = isParted && blocks.some((block, index) => index > 0 && tornStart(text, blocks[index - 1] as Block, block))
  /** The paragraph that ends with the block before is running text, and unfinished. */
  let isUnfinished = false
  let wasHung = false
  for (const [index, block] of blocks.entries()) {
    const last = blocks[index - 1]
    const isNear = last !== undefined && isJoinable(last, block) && !isGap(text, last.end, block.start)
    const next = blocks[index + 1]
    const isLink: boolean =
      isNear && isUnfinished && isOpen(block) && lineWidth(text, block) <= widestLink && next !== undefined && isPlain(next)
    const isHung: boolean =
      isLink &&
      hanging.test(lastCharacters(text, last as Block)) &&
      (verbBehind.test(startOf(next)) || /^[0-9.]+$/.test(startOf(block)))
    const joins: boolean =
      isNear &&
      isUnfinished &&
      !beginsNumbered(text, last, block) &&
      (isSure || isHung || (isLink && goesOnBehind.test(startOf(next))) || (found.has(index - 1) && wasHung))
    wasHung = isHung
    if (joins) found.add(index)
    isUnfinished =
      isOpen(block) && (joins || isOpenText(text, block) || (isHanging(text, block) && lineWidth(text, block) >= widestHead))
  }
  return found
}

/** Between words of Latin letters a blank stays. */
const joint = (text: string, before: number, after: number): string =>
  /[A-Za-z]/.test(text[before - 1] ?? '') && /[A-Za-z]/.test(text[after] ?? '') ? ' ' : ''
