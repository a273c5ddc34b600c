/** The end of a paper: who signs it, and when. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { timesIn } from '../../text/times/index.ts'
import { attachments } from './attachments.ts'
import { isSentence, type Line, lines } from './lines.ts'

export interface Ending {
  /** The line of the day below the text. */
  readonly date: Span | undefined
  /** The line of who signs. */
  readonly signature: Span | undefined
  /** The last lines of the text itself, at most three, the last one last. */
  readonly lastLines: readonly Line[]
}

/** The day with which a line ends, 2026年3月5日, with its year; undefined where it ends otherwise. */
function dayAtEnd(words: string): Span | undefined {
  if (!/日\s?[）)]?$/.test(words)) return undefined
  const end = words.search(/\s?[）)]?$/)
  const day = timesIn(words).find((time) => time.kind === 'date' && time.end === end)
  return day?.kind === 'date' && day.day !== undefined && day.year?.kind === 'year' ? { start: day.year.start, end } : undefined
}

/** Whether a line is a day and nothing else, in brackets or not. */
const isDay = (words: string): boolean => /^[（(]?\s?$/.test(words.slice(0, dayAtEnd(words)?.start ?? words.length))

/** Where the day begins behind the blanks that part it from who signs; undefined where it does not stand there. */
function dayBehind(words: string): { readonly blank: number; readonly day: number } | undefined {
  const at = dayAtEnd(words)
  const before = at && at.end === words.length ? words.slice(0, at.start) : ''
  const blank = before.trimEnd().length
  return at && blank > 0 && blank < before.length ? { blank, day: at.start } : undefined
}

/** 附注 and the lines of contacts and copies, which stand below the day. */
const belowDate = /^[（(].{2,60}[）)]$|^(?:联系人|联系电话|抄送|抄报|主送|印发|共印|校对|电话|此件)/
/** So many lines from the end of the body the day is looked for. */
const reach = 8
const longestSignature = 40
const keptLines = 3

export const ending = fact('ending', (_, use): Ending => {
  const { announced, bodyEnd } = use(attachments)
  const body = use(lines).filter(({ start }) => start < bodyEnd)
  const listStart = announced[0]?.start ?? bodyEnd
  const dateIndex = dateFrom(body)
  const found = dateIndex >= 0 ? (body[dateIndex] as Line) : undefined
  const date = found && dateSpan(found)
  const signature = found && signatureOf(body, dateIndex, listStart)
  const textEnd = Math.min(listStart, signature?.start ?? bodyEnd, found?.start ?? bodyEnd)
  const own = body.filter(({ start, words }) => start < textEnd && !belowDate.test(words) && !/^附\s?件/.test(words))
  return { date, signature, lastLines: own.slice(-keptLines) }
})

function dateFrom(body: readonly Line[]): number {
  for (let index = body.length - 1; index >= Math.max(1, body.length - reach); index--) {
    const { words } = body[index] as Line
    if (words.length <= longestSignature && (isDay(words) || dayBehind(words))) return index
  }
  return -1
}

function dateSpan({ start, end, words }: Line): Span {
  const behind = dayBehind(words)
  return behind ? { start: start + behind.day, end } : { start, end }
}

/** In the line of the day, before it, or the line above. */
function signatureOf(body: readonly Line[], dateIndex: number, listStart: number): Span | undefined {
  const line = body[dateIndex] as Line
  const behind = dayBehind(line.words)
  if (behind) return { start: line.start, end: line.start + behind.blank }
  const above = body[dateIndex - 1]
  if (!above || above.words.length > longestSignature || isSentence(above.words)) return undefined
  const isList = above.start >= listStart && /^(?:附|[0-9０-９]{1,2}\s?[.．、])/.test(above.words)
  return isList || above.role === 'title' || /^[（(—-]|[：:]$/.test(above.words)
    ? undefined
    : { start: above.start, end: above.end }
}
