/** Attachments: which the paper announces below its text (附件说明), and which stand behind it. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { numberOf } from '../../text/numerals.ts'
import { timesIn } from '../../text/times/index.ts'
import { isSentence, type Line, lines, longestTitle } from './lines.ts'

/** An attachment as 附件说明 names it: 2.各成员单位联系人名单. */
export interface Announced extends Span {
  /** undefined where there is one only, without a number. */
  readonly number: number | undefined
  readonly title: string
  readonly titleAt: Span
}

/** An attachment that is there: its heading 附件2 and the title under or behind it. */
export interface Annex extends Span {
  readonly number: number | undefined
  /** '' where no title could be told from the text. */
  readonly title: string
  readonly titleAt: Span
}

export interface Attachments {
  readonly announced: readonly Announced[]
  readonly annexes: readonly Annex[]
  /** Where the first attachment begins; the end of the text where there is none. */
  readonly bodyEnd: number
}

const digits = '[0-9０-９一二三四五六七八九十]'
/** 附件：, 附件2, 附件2：题目, 附件二 题目. The third group is what stands behind. */
const head = new RegExp(`^附\\s?[件表]\\s?(${digits}{0,2})(?:\\s?([：:.．、])\\s?|[\\s\\u3000]+|$)`)
/** 2.题目, the second line of the list; a date or a decimal is no ordinal. */
const entry = /^([0-9０-９]{1,2})\s?[.．、]\s?(?=[^0-9０-９\s]|(?:19|20)[0-9]{2}\D)/
/** More are no list of attachments. */
const most = 60

export const attachments = fact('attachments', ({ text }, use): Attachments => {
  const all = use(lines)
  const announced: Announced[] = []
  const annexes: Annex[] = []
  for (let index = 0; index < all.length; index++) {
    const line = all[index] as Line
    const match = head.exec(line.words.slice(0, longestTitle))
    if (!match) continue
    const list = announced.length === 0 && annexes.length === 0 ? listFrom(all, index, match) : undefined
    if (list) {
      announced.push(...list.entries)
      index = list.last
      continue
    }
    const annex = annexAt(all, index, match)
    if (annex) annexes.push(annex)
  }
  return { announced, annexes, bodyEnd: annexes[0]?.start ?? text.length }
})

/** The list that begins in this line; undefined where the line is the heading of an attachment. */
function listFrom(
  all: readonly Line[],
  index: number,
  match: RegExpExecArray,
): { entries: Announced[]; last: number } | undefined {
  const line = all[index] as Line
  const rest = restOf(line, match)
  if (match[1] !== '') return numberedHeads(all, index)
  if (match[2] === undefined) return undefined
  if (rest.words === '') return ownLines(all, index + 1, index)
  if (isSentence(rest.words) && !entry.test(rest.words) && rest.words.length > longestTitle) return undefined
  const entries = entriesIn(rest)
  const more = ownLines(all, index + 1, index)
  // 附件：任务清单 above a table is a heading; where nothing but the signature follows, or other numbers do, it announces.
  if (entries[0]?.number === undefined && !endsThere(all, index + 1)) return undefined
  return { entries: [...entries, ...(entries[0]?.number === undefined ? [] : (more?.entries ?? []))], last: more?.last ?? index }
}

/** 附件1：…, 附件2：… line by line, with nothing between. */
function numberedHeads(all: readonly Line[], index: number): { entries: Announced[]; last: number } | undefined {
  const entries: Announced[] = []
  let last = index - 1
  for (let at = index; at < all.length && entries.length < most; at++) {
    const line = all[at] as Line
    const match = head.exec(line.words.slice(0, longestTitle))
    const rest = match ? restOf(line, match) : undefined
    if (!match || !rest || match[1] === '' || rest.words.length < 2 || rest.words.length > longestTitle) break
    entries.push({ ...rest.span, start: line.start, number: numberOf(match[1] as string), title: rest.words, titleAt: rest.span })
    last = at
  }
  if (entries.length === 0 || (entries.length === 1 && !endsThere(all, last + 1))) return undefined
  return { entries, last }
}

/** Lines that begin with 1., 2. … from `index` on. */
function ownLines(all: readonly Line[], index: number, before: number): { entries: Announced[]; last: number } | undefined {
  const entries: Announced[] = []
  let last = before
  for (let at = index; at < all.length && entries.length < most; at++) {
    const line = all[at] as Line
    if (line.words.length > longestTitle || !entry.test(line.words)) break
    entries.push(...entriesIn({ words: line.words, span: line }))
    last = at
  }
  return entries.length > 0 ? { entries, last } : undefined
}

interface Words {
  readonly words: string
  readonly span: Span
}

const restOf = ({ words, start, end }: Line, match: RegExpExecArray): Words => ({
  words: words.slice(match[0].length),
  span: { start: start + match[0].length, end },
})

/** 1.甲 2.乙 in one line, each number one more than the last; the whole line where there is no number. */
function entriesIn({ words, span }: Words): Announced[] {
  const found: Announced[] = []
  const push = (from: number, to: number): void => {
    const part = words.slice(from, to).trimEnd()
    const match = entry.exec(part)
    const skip = match?.[0].length ?? 0
    const at = { start: span.start + from + skip, end: span.start + from + part.length }
    found.push({
      start: span.start + from,
      end: at.end,
      number: match ? numberOf(match[1] as string) : undefined,
      title: part.slice(skip),
      titleAt: at,
    })
  }
  const first = entry.exec(words)
  let from = 0
  let due = first ? (numberOf(first[1] as string) ?? 0) + 1 : 0
  for (const { index, 1: number } of first ? words.matchAll(/[\s\u3000；;，,。、]([0-9０-９]{1,2})\s?[.．、]/g) : []) {
    if (numberOf(number as string) !== due) continue
    push(from, index + 1)
    from = index + 1
    due++
  }
  push(from, words.length)
  return found
}

/** A date of a year: 2026年3月5日, 2026年3月. */
const hasDate = (words: string): boolean => timesIn(words).some((time) => time.kind === 'date' && time.year?.kind === 'year')

/** Whether the text ends with the line before, but for who signs, the day, a contact and the headings of attachments. */
function endsThere(all: readonly Line[], from: number): boolean {
  const next = all[from]
  if (!next || head.test(next.words)) return true
  return all
    .slice(from, from + 3)
    .some(({ words, role }) => role === 'date' || (words.length <= 40 && hasDate(words) && !isSentence(words)))
}

/** The heading of an attachment, and its title in the same line or the next. */
function annexAt(all: readonly Line[], index: number, match: RegExpExecArray): Annex | undefined {
  const line = all[index] as Line
  const rest = restOf(line, match)
  const number = match[1] === '' ? undefined : numberOf(match[1] as string)
  if (rest.words !== '') {
    if (isSentence(rest.words)) return undefined
    return { start: line.start, end: line.end, number, title: rest.words, titleAt: rest.span }
  }
  const next = all[index + 1]
  const isTitle = next && !isSentence(next.words) && !head.test(next.words)
  const title = isTitle ? next.words : ''
  return { start: line.start, end: line.end, number, title, titleAt: isTitle ? { start: next.start, end: next.end } : line }
}
