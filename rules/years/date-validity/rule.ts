import {
  type DocumentYear,
  defineRule,
  documentYear,
  isSure,
  numberOf,
  type Span,
  type Stretch,
  structure,
} from '../../../src/kit.ts'

/** A date as written: M月D日, with the year where it stands right before. */
interface WrittenDate extends Span {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  readonly stretch: Stretch
}

const weekdays = '日一二三四五六'

export default defineRule({
  id: 'date-validity',
  severity: 'error',
  summary: {
    zh: '日历上没有的日期、对不上的星期、前后颠倒的起止日期',
    en: 'Dates that no calendar has, weekdays that are not the day’s, ranges that end before they begin',
  },
  source: { tier: '事实', ref: '公历；星期按公历推算' },
  options: {
    weekday: {
      type: 'boolean',
      default: true,
      zh: '是否核对日期后面的星期',
      en: 'check the weekday behind a date',
    },
  },
  messages: {
    month: { zh: '没有{month}月', en: 'There is no month {month}' },
    day: { zh: '{month}月没有{day}日，最多{last}日', en: 'Month {month} has no day {day}; its last is {last}' },
    leap: { zh: '{year}年不是闰年，没有2月29日', en: '{year} is no leap year: it has no 29 February' },
    leapMaybe: {
      zh: '材料属于{year}年，{year}年和上一年都没有2月29日，请核',
      en: 'The document is of {year}; neither it nor the year before has a 29 February. Please check',
    },
    weekday: {
      zh: '{year}年{month}月{day}日是星期{right}，不是星期{said}',
      en: '{year}-{month}-{day} is weekday {right}, not {said}',
    },
    weekdayMaybe: {
      zh: '{year}年及前后一年的{month}月{day}日都不是星期{said}，请核',
      en: 'Neither in {year} nor a year before or after is {month}-{day} weekday {said}. Please check',
    },
    reversed: { zh: '起止颠倒：“{from}”在“{to}”之后', en: 'The range is reversed: “{from}” is later than “{to}”' },
    unsigned: {
      zh: '“{date}”晚于落款日期“{signed}”，却说已经完成，请核',
      en: '“{date}” is later than the date of the document, “{signed}”, yet told as done. Please check',
    },
    signed: { zh: '落款日期', en: 'the date of the document' },
  },
  check({ text, use, options, report }) {
    const { stretches } = use(structure)
    const dates = datesIn(text, stretches)
    const own = use(documentYear)
    for (const date of dates) {
      if (isLunar(text, date)) continue
      const { month, day } = date
      if (month < 1 || month > 12) {
        report('month', date, { month })
        continue
      }
      const last = month === 2 ? 29 : daysIn(2024, month)
      if (day < 1 || day > last) {
        report('day', date, { month, day, last: month === 2 ? '28或29' : last })
        continue
      }
      if (month === 2 && day === 29) {
        if (date.year !== undefined && daysIn(date.year, 2) < 29) report('leap', date, { year: date.year })
        else if (date.year === undefined && own && isUnlikelyLeap(text, date, own)) {
          report('leapMaybe', date, { year: own.value }, { severity: 'warning' })
        }
        continue
      }
      if (options.weekday) checkWeekday(date)
    }
    for (const { from, to, at } of reversedRanges(text, dates, stretches)) report('reversed', at, { from, to })
    checkSigned()

    function checkWeekday(date: WrittenDate): void {
      const match = weekdayBehind.exec(text.slice(date.end, date.end + 8))
      if (!match) return
      const said = (match[1] as string).replace('天', '日')
      const { month, day } = date
      const at = { start: date.start, end: date.end + match[0].length }
      if (date.year !== undefined) {
        const right = weekdayOf(date.year, month, day)
        if (right !== said) report('weekday', at, { year: date.year, month, day, right, said })
        return
      }
      if (!own || !isSure(own)) return
      const near = [own.value - 1, own.value, own.value + 1]
      if (near.some((year) => weekdayOf(year, month, day) === said)) return
      report('weekdayMaybe', at, { year: own.value, month, day, said }, { severity: 'warning' })
    }

    function checkSigned(): void {
      if (own?.from !== 'date' || own.month === undefined || own.day === undefined || !own.span) return
      const signed = own.value * 10000 + own.month * 100 + own.day
      for (const date of dates) {
        if (date.year === undefined || date.year * 10000 + date.month * 100 + date.day <= signed) continue
        if (date.start >= own.span.start || !toldAsDone(text, date)) continue
        report(
          'unsigned',
          date,
          { date: text.slice(date.start, date.end), signed: text.slice(own.span.start, own.span.end) },
          { severity: 'warning', see: [{ id: 'signed', at: own.span, data: {} }] },
        )
      }
    }
  },
})

const numeral = /[0-9０-９〇零一二三四五六七八九十廿]/
const longestNumber = 4

/** Where the number that ends at `end` begins; `end` where there is none. */
function numberStart(text: string, end: number, from: number): number {
  let start = end
  while (start > from && end - start < longestNumber && numeral.test(text[start - 1] as string)) start--
  return start
}

const dayBehind = /^ ?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,4}) ?[日号]/

function datesIn(text: string, stretches: readonly Stretch[]): WrittenDate[] {
  const found: WrittenDate[] = []
  let index = 0
  for (let at = text.indexOf('月'); at >= 0; at = text.indexOf('月', at + 1)) {
    const match = dayBehind.exec(text.slice(at + 1, at + 8))
    if (!match) continue
    while (index < stretches.length && (stretches[index] as Stretch).end <= at) index++
    const stretch = stretches[index]
    if (!stretch) break
    if (stretch.start > at) continue
    const monthEnd = text[at - 1] === ' ' ? at - 1 : at
    const monthStart = numberStart(text, monthEnd, stretch.start)
    const month = numberOf(text.slice(monthStart, monthEnd))
    const day = numberOf(match[1] as string)
    if (month === undefined || day === undefined || month > 99 || isCount(text, monthStart, match, at)) continue
    const year = yearBefore(text, monthStart, stretch.start)
    found.push({ ...year, month, day, start: year.start, end: at + 1 + match[0].length, stretch })
  }
  return found
}

/** 3月5号楼 is a house; a numeral or a point before the month makes it something else (5.12月1日). */
function isCount(text: string, monthStart: number, match: RegExpExecArray, at: number): boolean {
  if (numeral.test(text[monthStart - 1] ?? '') || /[.．·第]/.test(text[monthStart - 1] ?? '')) return true
  return (
    match[0].endsWith('号') &&
    /^(?:楼|线|院|文|令|台|机|店|井|桥|公告|馆|门|路|矿|煤)/.test(text.slice(at + 1 + match[0].length, at + 12))
  )
}

function yearBefore(text: string, monthStart: number, from: number): { year: number | undefined; start: number } {
  const end = text[monthStart - 1] === ' ' ? monthStart - 1 : monthStart
  if (text[end - 1] !== '年') return { year: undefined, start: monthStart }
  const digitsEnd = text[end - 2] === ' ' ? end - 2 : end - 1
  const start = numberStart(text, digitsEnd, from)
  const year = digitsEnd - start === 4 ? numberOf(text.slice(start, digitsEnd)) : undefined
  return year !== undefined && year >= 1583 && year <= 2199 ? { year, start } : { year: undefined, start: monthStart }
}

const lunarWords = /农历|阴历|旧历|夏历|古历|闰/

/** Of the lunar calendar: it is named before the date or right behind it. */
const isLunar = (text: string, { start, end, stretch }: WrittenDate): boolean =>
  lunarWords.test(text.slice(Math.max(stretch.start, start - 14), start)) ||
  /^[（(]?(?:农历|阴历|旧历)/.test(text.slice(end, end + 4))

/** The last day of a month of that year. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const weekdayOf = (year: number, month: number, day: number): string =>
  weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string

/** 6日（星期二）, and 6日，星期二. */
const weekdayBehind =
  /^(?:[，,] ?| ?[（(]? ?)(?:星期|周|礼拜)([一二三四五六日天])(?![年期天月])(?:(?<=[（(] ?(?:星期|周|礼拜).)[）)])?/

const fourDigits = /(?:19|20)[0-9]{2}/

/** No year stands in the clause before it, and neither the document's year nor the one before is a leap year. */
function isUnlikelyLeap(text: string, { start, stretch }: WrittenDate, own: DocumentYear): boolean {
  if (!isSure(own) || [own.value - 1, own.value, own.last].some((year) => daysIn(year, 2) === 29)) return false
  return !fourDigits.test(text.slice(Math.max(stretch.start, start - 30), start))
}

const between = /^[—–\-－~～至到]{1,2}$/
const dayRange = /^ ?[—–\-－~～至到]{1,2} ?([0-9０-９]{1,2})日/

interface Reversed {
  readonly from: string
  readonly to: string
  readonly at: Span
}

/** Ranges that end before they begin, where no year can be missing: 5月20日至15日, 2023年5月2日至2023年4月1日, 2025年—2021年. */
function reversedRanges(text: string, dates: readonly WrittenDate[], stretches: readonly Stretch[]): Reversed[] {
  const found: Reversed[] = []
  dates.forEach((date, index) => {
    const match = dayRange.exec(text.slice(date.end, date.end + 8))
    const endDay = match ? numberOf(match[1] as string) : undefined
    if (match && endDay !== undefined && endDay < date.day && !isLunar(text, date)) {
      const end = date.end + match[0].length
      found.push({
        from: text.slice(date.start, date.end),
        to: text.slice(date.end + match[0].length - (match[1] as string).length - 1, end),
        at: { start: date.start, end },
      })
    }
    const next = dates[index + 1]
    if (!next || date.year === undefined || next.year === undefined || !between.test(text.slice(date.end, next.start))) return
    if (ordinal(next) >= ordinal(date)) return
    found.push({
      from: text.slice(date.start, date.end),
      to: text.slice(next.start, next.end),
      at: { start: date.start, end: next.end },
    })
  })
  return [...found, ...reversedYears(text, stretches)].sort((a, b) => a.at.start - b.at.start)
}

const ordinal = ({ year = 0, month, day }: WrittenDate): number => year * 10000 + month * 100 + day

const yearRange = /((?:19|20)[0-9]{2})年?[—–\-－~～至到]{1,2}$/

function reversedYears(text: string, stretches: readonly Stretch[]): Reversed[] {
  const found: Reversed[] = []
  let index = 0
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const to = text.slice(at - 4, at)
    if (!/^(?:19|20)[0-9]{2}$/.test(to) || !/[—–\-－~～至到]/.test(text[at - 5] ?? '')) continue
    while (index < stretches.length && (stretches[index] as Stretch).end <= at) index++
    const stretch = stretches[index]
    if (!stretch) break
    const from = Math.max(stretch.start, at - 11)
    const match = from < at - 4 ? yearRange.exec(text.slice(from, at - 4)) : null
    if (!match || (match[1] as string) <= to || /[0-9]/.test(text[from + match.index - 1] ?? '')) continue
    found.push({ from: `${match[1]}年`, to: `${to}年`, at: { start: from + match.index, end: at + 1 } })
  }
  return found
}

const done =
  /^[^，。；！？]{0,12}?(?:召开了|印发了|举行了|完成了|举办了|通过了|出台了|已(?:经)?(?:完成|召开|印发|结束|建成|通过))/
const planned = /拟|将|计划|预计|定于|力争|前|截至|到/

/** The clause tells it as done, and says nothing of a plan. */
function toldAsDone(text: string, { start, end, stretch }: WrittenDate): boolean {
  const behind = text.slice(end, Math.min(stretch.end, end + 24)).replace(/^，/, '')
  return (
    done.test(behind) &&
    !planned.test(text.slice(Math.max(stretch.start, start - 6), start)) &&
    !/^[^，。；]{0,12}(?:前|拟|将)/.test(behind)
  )
}
