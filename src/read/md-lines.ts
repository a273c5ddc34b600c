/** The lines of one Markdown paragraph: which of them are paragraphs of the report, and which are rows of a table. */

import type { Fragment } from './drafts.ts'

/** A line of a Markdown paragraph. `end` is missing in the last one; `hard`: the author asked for the line break. */
export interface Line {
  readonly fragments: Fragment[]
  end?: Fragment & { readonly hard: boolean }
}

/**
 * How a paragraph of a report begins. Only division into paragraphs is decided here: CommonMark joins lines that have no
 * blank line between them, but people paste reports one paragraph a line. What a marker means is the parser's business.
 */
const paragraphStarts: readonly RegExp[] = [
  // 　　各位代表： with any blank that CommonMark does not take away
  /^[\u3000\u2000-\u200b\u00a0]/,
  // 一、 十二、
  /^[一二三四五六七八九十百]{1,4}、/,
  // （一） (1)
  /^[（(](?:[一二三四五六七八九十百]{1,4}|\d{1,2})[）)]/,
  // 1. 2． 3、 4) but not 3.5%
  /^\d{1,2}[.．、)）](?!\d)/,
  // ① ⑴ ⒈
  /^[\u2460-\u249b]/,
  // 第一章 第一， 第二条
  /^第[一二三四五六七八九十百\d]{1,4}[章节编部条，、：]/,
  // 一是 二要
  /^[一二三四五六七八九十]{1,2}[是要]/,
  /^——/,
  // 各位代表：
  /^[^，。；]{1,20}：$/,
]

/** A line that ends so is complete, a closing quote or bracket aside. */
const sentenceEnd = /[。！？：][”’）》」』]?$/

/** A line that ends so goes on in the next one, however that begins. */
const unfinished = /[，、（“《]$/

/** A line of an official document has 28 characters (GB/T 9704); a line end after a much shorter line is meant. */
const NARROW = 26

/**
 * Divides the lines of a paragraph into paragraphs of the report. `indents`: two blanks at the beginning of a line are an
 * indent of its own (they are not in a list). Line ends within a paragraph become one character of it.
 */
export function divide(document: string, lines: readonly Line[], indents: boolean): Fragment[][] {
  const texts = lines.map(textOf)
  const width = texts.reduce((widest, text) => Math.max(widest, text.length / 2), NARROW)
  const paragraphs: Fragment[][] = []
  let current: Fragment[] = []
  for (const [index, line] of lines.entries()) {
    current.push(...line.fragments)
    const next = lines[index + 1]
    if (!line.end || !next) continue
    const nextFrom = next.fragments[0]?.from ?? line.end.to
    const isIndented = indents && /^[ \t]{2}/.test(document.slice(line.end.to, nextFrom))
    if (line.end.hard || isIndented || isDivision(texts[index] as string, texts[index + 1] as string, width)) {
      paragraphs.push(current)
      current = []
    } else {
      current.push(line.end)
    }
  }
  paragraphs.push(current)
  return paragraphs
}

function isDivision(text: string, next: string, width: number): boolean {
  if (unfinished.test(text)) return false
  return text.length < width || sentenceEnd.test(text) || paragraphStarts.some((start) => start.test(next))
}

const textOf = (line: Line): string => line.fragments.map(({ value }) => value).join('')

/** `|---|:--:|` */
const delimiterRow = /^\|[-:| \t]{1,9999}$/

/**
 * The cells of a table as GitHub writes it, row by row; empty where the lines are no table (CommonMark has none).
 * Only rows that begin with | are known, and the second must be the row of dashes, which is left out.
 */
export function rowsOfTable(document: string, lines: readonly Line[]): Fragment[][][] {
  const texts = lines.map(textOf)
  if (!delimiterRow.test(texts[1] ?? '') || !texts.every((text) => text.startsWith('|'))) return []
  return lines.filter((_, index) => index !== 1).map((line) => cellsOf(document, line.fragments))
}

function cellsOf(document: string, fragments: readonly Fragment[]): Fragment[][] {
  const cells: Fragment[][] = [[]]
  for (const fragment of fragments) {
    for (const part of splitAtBars(document, fragment)) {
      if (part) cells.at(-1)?.push(part)
      else cells.push([])
    }
  }
  // The row begins with a bar, so the first cell is before it.
  return cells.slice(1).map(trimmed)
}

/** Parts of the fragment; undefined stands for a bar between cells. `\|` is a character of the cell. */
function splitAtBars(document: string, fragment: Fragment): (Fragment | undefined)[] {
  const { value, from, to } = fragment
  if (to - from !== value.length) return [fragment]
  const parts: (Fragment | undefined)[] = []
  let start = 0
  for (let bar = value.indexOf('|'); bar >= 0; bar = value.indexOf('|', bar + 1)) {
    if (document[from + bar - 1] === '\\') continue
    parts.push({ value: value.slice(start, bar), from: from + start, to: from + bar }, undefined)
    start = bar + 1
  }
  parts.push({ value: value.slice(start), from: from + start, to })
  return parts
}

/** Without the blanks that pad a cell. */
function trimmed(fragments: readonly Fragment[]): Fragment[] {
  const cell = fragments.filter(({ value }) => value !== '')
  const first = cell[0]
  if (first) cell[0] = cut(first, first.value.length - first.value.trimStart().length, 0)
  const last = cell.at(-1)
  if (last) cell[cell.length - 1] = cut(last, 0, last.value.length - last.value.trimEnd().length)
  return cell
}

function cut(fragment: Fragment, before: number, after: number): Fragment {
  const { value, from, to } = fragment
  if (to - from !== value.length) return fragment
  return { value: value.slice(before, value.length - after), from: from + before, to: to - after }
}
