/** The year of which a clause speaks: 2022年是…，是建党101周年; 今年是…; 2019年，我们隆重庆祝…. */
import type { Span } from '../source.ts'
import { Kind, kindAt } from '../text/characters.ts'
import { type RelativeTime, type Time, timesIn, type YearTime } from '../text/times/index.ts'
import type { DocumentYear } from './document-year.ts'

/** A year said outright, or as so many years from the year of the document (今年 0, 去年 −1). */
export interface SaidYear extends Span {
  readonly kind: 'calendar' | 'relative'
  readonly value: number
}

/** After one of these the year is a bound, or the head of another phrase (2019年以来, 2021年底前, 2022年度). */
const boundAfter =
  /^(?:以来|以后|之后|后|以前|之前|前|至今|起|底前?|末|度|至|到|[—–\-－~～]|时|的[\u4e00-\u9fff]{1,6}(?:基础上|水平))/
const boundBefore = /[—–\-－~～至到自从比较于前后]$/

/** How many clauses back the subject of 是…，是…，也是… may stand. */
const longestChain = 8

/** A clause that goes on about the subject of the one before it. */
const goesOn = /^(?:同时)?(?:也|又|更|还|既|正|恰|亦|同样)*(?:是|逢|恰逢|适逢|正值|迎来了?|将?迎来)/
/** A clause that is a date and nothing else: 2021年， 今年7月1日， */
function isDateOnly(clause: string): boolean {
  const lead = clause.startsWith('在') ? 1 : 0
  const [year, date] = timesIn(clause)
  if (!isYear(year) || year.start !== lead) return false
  const end = date?.kind === 'date' && date.year === year && date.start === year.end ? date.end : year.end
  return afterDate.test(clause.slice(end))
}

const afterDate = /^(?:这一年|里|我们)?$/

/** A clause whose subject is a year: 2024年是…, 今年是…. */
function hasYearAsSubject(clause: string): boolean {
  const lead = beforeSubject.exec(clause)?.[0].length ?? 0
  const year = timesIn(clause).find(({ end }) => end > lead)
  return isYear(year) && year.start === lead && afterSubject.test(clause.slice(year.end))
}

const beforeSubject = /^(?:各位代表[！，])?(?:刚刚过去的(?!一年))?/
const afterSubject = /^(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?，?(?:既|也|又|正|恰)*(?:是|逢|恰逢|适逢|正值|迎来)/

const isYear = (time: Time | undefined): time is YearTime | RelativeTime =>
  time?.kind === 'year' || (time?.kind === 'relative' && time.value !== undefined)

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
    const isSubject = isDateOnly(clause) || (chained && hasYearAsSubject(clause))
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
  for (const time of timesIn(text, from, to)) {
    if (time.kind !== 'year' && time.kind !== 'relative') continue
    if (found) return 'several'
    const { kind, value, start, end } = time
    const isBound = boundAfter.test(text.slice(end, end + 12)) || boundBefore.test(text.slice(Math.max(from, start - 1), start))
    if (value === undefined || isBound || (kind === 'year' && (value < 1900 || value > 2099))) return 'several'
    found = { kind: kind === 'year' ? 'calendar' : 'relative', value, start, end }
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
