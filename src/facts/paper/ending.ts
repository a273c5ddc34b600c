/** The end of a paper: who signs it, and when. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
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

const numeral = '[0-9０-９〇○零一二三四五六七八九十]'
const dateLine = new RegExp(`^[（(]?\\s?${numeral}{4}\\s?年\\s?${numeral}{1,3}\\s?月\\s?${numeral}{1,3}\\s?日\\s?[）)]?$`)
const dateBehind = new RegExp(`[\\s\\u3000]+${numeral}{4}\\s?年\\s?${numeral}{1,3}\\s?月\\s?${numeral}{1,3}\\s?日$`)
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
    if (words.length <= longestSignature && (dateLine.test(words) || dateBehind.test(words))) return index
  }
  return -1
}

function dateSpan({ start, end, words }: Line): Span {
  const match = dateBehind.exec(words)
  return match ? { start: end - match[0].trimStart().length, end } : { start, end }
}

/** In the line of the day, before it, or the line above. */
function signatureOf(body: readonly Line[], dateIndex: number, listStart: number): Span | undefined {
  const line = body[dateIndex] as Line
  const match = dateBehind.exec(line.words)
  if (match) return { start: line.start, end: line.end - match[0].length }
  const above = body[dateIndex - 1]
  if (!above || above.words.length > longestSignature || isSentence(above.words)) return undefined
  const isList = above.start >= listStart && /^(?:附|[0-9０-９]{1,2}\s?[.．、])/.test(above.words)
  return isList || above.role === 'title' || /^[（(—-]|[：:]$/.test(above.words)
    ? undefined
    : { start: above.start, end: above.end }
}
