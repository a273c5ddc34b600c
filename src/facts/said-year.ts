/** The year of which a clause speaks: 2022年是…，是建党101周年; 今年是…; 2019年，我们隆重庆祝…. */
import type { Span } from '../source.ts'
import { Kind, kindAt } from '../text/characters.ts'
import { numberOf } from '../text/numerals.ts'
import type { DocumentYear } from './document-year.ts'

/** A year said outright, or as so many years from the year of the document (今年 0, 去年 −1). */
export interface SaidYear extends Span {
  readonly kind: 'calendar' | 'relative'
  readonly value: number
}

const yearWords =
  /([0-9０-９〇○零一二三四五六七八九]{4})年|今年|本年度|去年|上年|上一年|明年|来年|前年|后年|(?:刚刚)?过去(?:的)?一年|[昨翌次]年|当年|同年|那一年/g

const relatives: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年度', 0],
  ['去年', -1],
  ['上年', -1],
  ['上一年', -1],
  ['明年', 1],
  ['来年', 1],
  ['前年', -2],
  ['后年', 2],
  ['过去一年', -1],
  ['过去的一年', -1],
  ['刚刚过去的一年', -1],
  ['刚刚过去一年', -1],
])

/** After one of these the year is a bound, or the head of another phrase (2019年以来, 2021年底前, 2022年度). */
const boundAfter =
  /^(?:以来|以后|之后|后|以前|之前|前|至今|起|底前?|末|度|至|到|[—–\-－~～]|时|的[\u4e00-\u9fff]{1,6}(?:基础上|水平))/
const boundBefore = /[—–\-－~～至到自从比较于前后]$/

/** How many clauses back the subject of 是…，是…，也是… may stand. */
const longestChain = 8

/** A clause that goes on about the subject of the one before it. */
const goesOn = /^(?:同时)?(?:也|又|更|还|既|正|恰|亦|同样)*(?:是|逢|恰逢|适逢|正值|迎来了?|将?迎来)/
/** A clause that is a date and nothing else: 2021年， 今年7月1日， */
const dateOnly =
  /^(?:在)?(?:[0-9０-９〇○零一二三四五六七八九]{4}年|今年|去年|明年|(?:刚刚)?过去的?一年)(?:[0-9０-９一二三四五六七八九十]{1,3}月)?(?:[0-9０-９一二三四五六七八九十]{1,3}日)?(?:这一年|里|我们)?$/
/** A clause whose subject is a year: 2024年是…, 今年是…. */
const yearIsSubject =
  /^(?:各位代表[！，])?(?:刚刚过去的)?(?:[0-9０-９〇○零一二三四五六七八九]{4}年|今年|去年|明年|(?:刚刚)?过去的?一年)，?(?:既|也|又|正|恰)*(?:是|逢|恰逢|适逢|正值|迎来)/

/**
 * The year of which the words at `span` are said, looked for in `[start, end)`, a stretch of running text. undefined: none is
 * said, or several are and it cannot be told which.
 */
export function saidYear(text: string, span: Span, start: number): SaidYear | undefined {
  let to = span.start
  let from = clauseStart(text, to, start)
  const own = onlyYear(text, from, to)
  if (own !== undefined) return own === 'several' ? undefined : own
  if (text[from - 1] !== '，' && text[from - 1] !== ',') return undefined
  let chained = goesOn.test(text.slice(from, to))
  for (let step = 0; step < longestChain; step++) {
    to = from - 1
    if (to <= start) return undefined
    from = clauseStart(text, to, start)
    const clause = text.slice(from, to).trim()
    const isSubject = dateOnly.test(clause) || (chained && yearIsSubject.test(clause))
    if (isSubject) {
      const said = onlyYear(text, from, to)
      return said === 'several' ? undefined : said
    }
    if (!chained || !goesOn.test(clause) || (text[from - 1] !== '，' && text[from - 1] !== ',')) return undefined
    chained = true
  }
  return undefined
}

function clauseStart(text: string, offset: number, start: number): number {
  let at = offset
  while (at > start) {
    const kind = kindAt(text, at - 1)
    if (kind === Kind.newline || kind === Kind.terminal || kind === Kind.semicolon || kind === Kind.colon) break
    if (kind === Kind.comma && text[at - 1] === '，') break
    if (kind === Kind.narrow && kindAt(text, at) !== Kind.digit) break
    at--
  }
  return at
}

/** The one year of `[from, to)`; undefined where there is none. */
function onlyYear(text: string, from: number, to: number): SaidYear | 'several' | undefined {
  const clause = text.slice(from, to)
  if (!clause.includes('年')) return undefined
  let found: SaidYear | 'several' | undefined
  for (const match of clause.matchAll(yearWords)) {
    if (found) return 'several'
    const start = from + match.index
    const end = start + match[0].length
    const value = match[1] === undefined ? relatives.get(match[0]) : numberOf(match[1])
    const isBound = boundAfter.test(text.slice(end, end + 12)) || boundBefore.test(text.slice(Math.max(from, start - 1), start))
    if (value === undefined || isBound || (match[1] !== undefined && (value < 1900 || value > 2099))) return 'several'
    found = { kind: match[1] === undefined ? 'relative' : 'calendar', value, start, end }
  }
  return found
}

/**
 * The calendar years that may be meant, the likeliest first. 今年 of a report may be the year it reviews, where nothing tells
 * when it was written; `looksAhead` says that it is not. Empty where the document's year is needed and not known.
 */
export function yearsMeant({ kind, value }: SaidYear, own: DocumentYear | undefined, looksAhead: boolean): readonly number[] {
  if (kind === 'calendar') return [value]
  if (!own) return []
  const isDated = own.month !== undefined || own.from === 'option' || own.from === 'title' || looksAhead
  const years = [own.value + value]
  if (own.last > own.value) years.push(own.last + value)
  if (!isDated) years.push(own.value - 1 + value)
  return years
}
