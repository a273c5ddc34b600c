/**
 * Times as they are written: the only place that knows how a year, a date, a quarter, a plan, a session or an anniversary
 * looks. It says what stands where; what is meant by it is for the facts to say.
 */
import { placesOf } from '../phrases.ts'
import { type Digits, numeralAt, numeralBefore, type Place } from './numerals.ts'

export { type Digits, type Numeral, numeralAt, numeralBefore } from './numerals.ts'

/** A calendar year of four digits, 1000 to 2999: 2025年; the span takes in 年. A number of years (建城2215年) may look like one. */
export interface YearTime extends Place {
  readonly kind: 'year'
  readonly value: number
  readonly form: Digits
}

/** 今年 去年 上一年度 过去的一年: so many years from that of the document. undefined: from one told of (当年, 次年). */
export interface RelativeTime extends Place {
  readonly kind: 'relative'
  readonly value: number | undefined
}

/** A day or a month: 7月1日, ７月, 七月一日. The span begins with the month; `year` is the one right before it. */
export interface DateTime extends Place {
  readonly kind: 'date'
  readonly year: YearTime | RelativeTime | undefined
  readonly month: number
  readonly day: number | undefined
  readonly form: Digits
}

/** 一季度, 第三季度: 1 to 4. 上半年, 下半年: 1 or 2. */
export interface PartTime extends Place {
  readonly kind: 'quarter' | 'half'
  readonly value: number
}

/** A five-year plan by its name in quotation marks, “十四五” (14). “八五”普法 is a law campaign and none. */
export interface PlanTime extends Place {
  readonly kind: 'plan'
  readonly value: number
}

/** 十七届人大三次会议, 第十四届全国人民代表大会第三次会议, 二十届四中全会; `body` is what stands between. */
export interface SessionTime extends Place {
  readonly kind: 'session'
  readonly term: number
  readonly meeting: number
  readonly body: string
  /** The digits of the meeting. */
  readonly number: Place
}

/** 75周年 (`anniversary`), 第三年 (`ordinal`), 五年 and 30年 (`duration`), 05年 (`short`): the span takes in 年, `number` the digits. */
export interface CountTime extends Place {
  readonly kind: 'anniversary' | 'ordinal' | 'duration' | 'short'
  readonly value: number
  readonly form: Digits
  readonly number: Place
}

export type Time = YearTime | RelativeTime | DateTime | PartTime | PlanTime | SessionTime | CountTime

/** From one year or day to another: 2021—2025年, 2021年至2023年, 3月1日至4月15日, 5月20日至15日. */
export interface TimeRange extends Place {
  readonly from: YearTime | DateTime
  readonly to: YearTime | DateTime
  /** What joins them, as written. */
  readonly dash: string
}

/** All times of `[start, end)`, in order of where they begin. */
export function timesIn(text: string, start = 0, end = text.length): Time[] {
  const found: Time[] = []
  const years: (YearTime | RelativeTime)[] = []
  for (const at of placesOf(text, '年', start, end)) {
    const time = timeBeforeYear(text, at, start)
    if (!time) continue
    found.push(time)
    if (time.kind === 'year' || time.kind === 'relative') years.push(time)
  }
  let year = 0
  for (const at of placesOf(text, '月', start, end)) {
    const date = dateAround(text, at, start, end)
    if (!date) continue
    while (year < years.length && (years[year] as Place).end < date.start - 1) year++
    const own = years[year]
    const isOwn = own && (own.end === date.start || (own.end === date.start - 1 && isSpace(text, own.end)))
    found.push(isOwn ? { ...date, year: own } : date)
  }
  for (const at of placesOf(text, '季度', start, end)) {
    const number = numeralBefore(text, at, start)
    if (!number || number.length > 1 || number.value < 1 || number.value > 4) continue
    const from = text[number.start - 1] === '第' ? number.start - 1 : number.start
    found.push({ kind: 'quarter', value: number.value, start: from, end: at + 2 })
  }
  for (const at of placesOf(text, '五”', start, end)) {
    const number = numeralBefore(text, at + 1, start)
    if (!number || text[number.start - 1] !== '“' || /^(?:依法)?普[法及]/.test(text.slice(at + 2, at + 6))) continue
    const value = planOf(text.slice(number.start, number.end))
    if (value !== undefined) found.push({ kind: 'plan', value, start: number.start - 1, end: at + 2 })
  }
  for (const at of placesOf(text, '届', start, end)) {
    const session = sessionAround(text, at, start, end)
    if (session) found.push(session)
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** “十五” is the tenth plan, “十四五” the fourteenth, “八五” the eighth. */
function planOf(name: string): number | undefined {
  const digits = '一二三四五六七八九'
  if (name === '十五') return 10
  if (/^十[一二三四五六七八九]五$/.test(name)) return 11 + digits.indexOf(name[1] as string)
  return /^[一二三四五六七八九]五$/.test(name) ? 1 + digits.indexOf(name[0] as string) : undefined
}

const isSpace = (text: string, offset: number): boolean => {
  const code = text.charCodeAt(offset)
  return code === 0x20 || code === 0xa0 || code === 0x3000
}

/** What ends in the 年 at `at`. */
function timeBeforeYear(text: string, at: number, from: number): Time | undefined {
  if (text[at - 1] === '周') return countBefore(text, at - 1, from, at + 1, 'anniversary')
  if (text[at - 1] === '半' && at - 2 >= from && (text[at - 2] === '上' || text[at - 2] === '下')) {
    return { kind: 'half', value: text[at - 2] === '上' ? 1 : 2, start: at - 2, end: at + 1 }
  }
  const digitsEnd = at - 1 > from && isSpace(text, at - 1) ? at - 1 : at
  const number = numeralBefore(text, digitsEnd, from)
  if (!number) return relativeBefore(text, at, from)
  const { value, form, start, isPlain, length } = number
  if (isPlain && length === 4 && value >= 1000 && value < 3000) return { kind: 'year', value, form, start, end: at + 1 }
  if (form === 'han' && value === 1) {
    const relative = relativeBefore(text, at, from)
    if (relative) return relative
  }
  if (length > 4) return undefined
  const digits = { start, end: digitsEnd }
  if (start > from && text[start - 1] === '第') {
    return { kind: 'ordinal', value, form, start: start - 1, end: at + 1, number: digits }
  }
  const isShort = isPlain && form === 'arabic' && length === 2 && text[start] === '0'
  return { kind: isShort ? 'short' : 'duration', value, form, start, end: at + 1, number: digits }
}

function countBefore(text: string, to: number, from: number, end: number, kind: CountTime['kind']): CountTime | undefined {
  const digitsEnd = to - 1 > from && isSpace(text, to - 1) ? to - 1 : to
  const number = numeralBefore(text, digitsEnd, from)
  if (!number) return undefined
  const { value, form, start } = number
  return { kind, value, form, start, end, number: { start, end: digitsEnd } }
}

interface RelativeWord {
  readonly word: string
  readonly value: number | undefined
  /** Before it the word is part of another: 以上年龄, 五年来年均. */
  readonly notAfter?: RegExp
}

/** Longer words stand before those they end with. */
const relativeWords: readonly RelativeWord[] = [
  { word: '刚刚过去的一年', value: -1 },
  { word: '刚刚过去一年', value: -1 },
  { word: '过去的一年', value: -1 },
  { word: '过去一年', value: -1 },
  { word: '上一年', value: -1 },
  { word: '下一年', value: 1 },
  { word: '那一年', value: undefined },
  { word: '今年', value: 0 },
  { word: '本年', value: 0, notAfter: /[基成样日资根标文]/ },
  { word: '去年', value: -1, notAfter: /过/ },
  { word: '上年', value: -1, notAfter: /[以之岁]/ },
  { word: '大前年', value: -3 },
  { word: '前年', value: -2, notAfter: /[\u4e00-\u9fff](?<![到至和或与及在从于比较是])/ },
  { word: '明年', value: 1, notAfter: /[文声说透]/ },
  { word: '来年', value: 1, notAfter: /[年以月期将未原本历]/ },
  { word: '后年', value: 2, notAfter: /[\u4e00-\u9fff](?<![到至和或与及在从于比较是])/ },
  { word: '次年', value: undefined, notAfter: /[首每多再两一二三四五六七八九十0-9]/ },
  { word: '昨年', value: undefined },
  { word: '翌年', value: undefined },
  { word: '当年', value: undefined },
  { word: '同年', value: undefined },
]
const relativeEnds = new Set(relativeWords.map(({ word }) => word[word.length - 2] as string))
/** Behind these words 年 begins another: 年均 年产 年龄. */
const beginsWithYear = /^(?:均|产|龄|收入|限|轻|报|货|级|检|审)/

function relativeBefore(text: string, at: number, from: number): RelativeTime | undefined {
  if (!relativeEnds.has(text[at - 1] as string)) return undefined
  const row = relativeWords.find(({ word }) => at + 1 - word.length >= from && text.startsWith(word, at + 1 - word.length))
  if (!row) return undefined
  const start = at + 1 - row.word.length
  if (start > from && row.notAfter?.test(text[start - 1] as string)) return undefined
  if (beginsWithYear.test(text.slice(at + 1, at + 3)) && !(row.word === '今年' && text[start - 1] !== '至')) return undefined
  return { kind: 'relative', value: row.value, start, end: text[at + 1] === '度' ? at + 2 : at + 1 }
}

/** The day or month round the 月 at `at`. 3月5号楼 is a house; a numeral or a point before the month makes it something else. */
function dateAround(text: string, at: number, from: number, to: number): DateTime | undefined {
  const monthEnd = at - 1 > from && isSpace(text, at - 1) ? at - 1 : at
  const month = numeralBefore(text, monthEnd, from)
  if (!month || month.length > 3 || month.value > 99) return undefined
  if (month.start > from && /[.．·第]/.test(text[month.start - 1] as string)) return undefined
  const dayStart = isSpace(text, at + 1) ? at + 2 : at + 1
  const day = numeralAt(text, dayStart, to)
  const mark = day && (isSpace(text, day.end) ? day.end + 1 : day.end)
  const isDay =
    day !== undefined && mark !== undefined && day.length <= 4 && mark < to && (text[mark] === '日' || text[mark] === '号')
  const { form, start } = month
  if (isDay) {
    const end = mark + 1
    if (text[mark] === '号' && houseNumber.test(text.slice(end, end + 2))) return undefined
    return { kind: 'date', year: undefined, month: month.value, day: day.value, form, start, end }
  }
  if (month.value < 1 || month.value > 12) return undefined
  return { kind: 'date', year: undefined, month: month.value, day: undefined, form, start, end: at + 1 }
}

const houseNumber = /^(?:楼|线|院|文|令|台|机|店|井|桥|公告|馆|门|路|矿|煤)/

/** From 届 to its meeting: 届人大三次会议, 届全国人民代表大会常务委员会第十次会议, 届四中全会, 届二次教代会. */
const meetingBehind =
  /届((?:[^，。；、！？：“”\n]|(?<=中)、){0,24}?)第?([一二三四五六七八九十0-9０-９]{1,4})(?:次(?:全体)?(?:（扩大）)?(?:会议|全会|[教职工团党妇人]代会|(?:教职工|职工|会员)(?:代表)?大会)|中全会)/y

function sessionAround(text: string, at: number, from: number, to: number): SessionTime | undefined {
  const term = numeralBefore(text, at, from)
  if (!term || term.value < 1 || term.value > 99) return undefined
  meetingBehind.lastIndex = at
  const match = meetingBehind.exec(text)
  if (!match || meetingBehind.lastIndex > to) return undefined
  const end = at + match[0].length
  const [, body = '', digits = ''] = match
  const numberStart = end - match[0].length + match[0].lastIndexOf(digits)
  const meeting = numeralAt(text, numberStart, numberStart + digits.length)
  if (!meeting) return undefined
  const start = text[term.start - 1] === '第' && term.start > from ? term.start - 1 : term.start
  return {
    kind: 'session',
    term: term.value,
    meeting: meeting.value,
    body,
    start,
    end,
    number: { start: numberStart, end: meeting.end },
  }
}

/** What may stand between the ends of a range. */
const isJoin = /^ ?(?:[—–\-－~～]{1,2}|至|到) ?$/
/** A range's first end without its measure: 2021—2025年, 7—9月. Found from its end. */
const bareBefore = /(?<=[0-9０-９〇零一二三四五六七八九十年]) ?(?:[—–\-－~～]{1,2}|至|到) ?$/
/** A range's second end that is a day only: 5月20日至15日. */
const dayBehind = /^ ?([—–\-－~～]{1,2}|至|到) ?(?=[0-9０-９一二三四五六七八九十])/

/** How far before a year a range may begin without 年, in characters. */
const joinReach = 4

/** The ranges between `times`, which are in order of the text. */
export function rangesIn(text: string, times: readonly Time[]): TimeRange[] {
  const found: TimeRange[] = []
  const ends = times.filter((time): time is YearTime | DateTime => time.kind === 'year' || time.kind === 'date')
  let last: YearTime | DateTime | undefined
  ends.forEach((time, index) => {
    // The year of a date is part of it.
    const next = ends[index + 1]
    if (time.kind === 'year' && next?.kind === 'date' && next.year?.start === time.start) return
    const start = startOf(time)
    const between = last && last.end <= start && start - last.end <= 4 ? text.slice(last.end, start) : ''
    const bare = time.kind === 'year' ? bareYear(text, time) : undefined
    if (last && isJoin.test(between)) found.push(rangeOf(last, time, between.trim()))
    else if (bare) found.push(bare)
    const day = time.kind === 'date' && time.day !== undefined ? bareDay(text, time) : undefined
    if (day) found.push(day)
    last = time
  })
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Where a date begins with its year. */
const startOf = (time: YearTime | DateTime): number =>
  time.kind === 'date' && time.year?.kind === 'year' ? time.year.start : time.start

const rangeOf = (from: YearTime | DateTime, to: YearTime | DateTime, dash: string): TimeRange => ({
  from,
  to,
  dash,
  start: startOf(from),
  end: to.end,
})

function bareYear(text: string, to: YearTime): TimeRange | undefined {
  const join = bareBefore.exec(text.slice(Math.max(0, to.start - joinReach), to.start))
  if (!join) return undefined
  const number = numeralBefore(text, to.start - join[0].length)
  if (!number?.isPlain || number.length !== 4 || number.value < 1000 || number.value >= 3000) return undefined
  const { value, form, start, end } = number
  return rangeOf({ kind: 'year', value, form, start, end }, to, join[0].trim())
}

function bareDay(text: string, from: DateTime): TimeRange | undefined {
  const join = dayBehind.exec(text.slice(from.end, from.end + 5))
  const number = join ? numeralAt(text, from.end + join[0].length) : undefined
  if (!join || !number || number.length > 3 || text[number.end] !== '日') return undefined
  const { value, form, start, end } = number
  return rangeOf(
    from,
    { kind: 'date', year: from.year, month: from.month, day: value, form, start, end: end + 1 },
    join[1] as string,
  )
}

/** A date written with figures and marks only, a whole line: 2025/3/1, 2025.3.1, 2025-03-01. undefined for anything else. */
export function figureDate(words: string): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const match = /^((?:19|20)[0-9]{2})([./-])([0-9]{1,2})\2([0-9]{1,2})$/.exec(words)
  if (!match) return undefined
  const [year, month, day] = [match[1], match[3], match[4]].map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : undefined
}
