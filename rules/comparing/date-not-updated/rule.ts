import {
  type DateTime,
  defineRule,
  type Pairing,
  pairing,
  type Row,
  type SessionTime,
  type Span,
  times,
  within,
  writtenOn,
  yearsOfPair,
} from '../../../src/kit.ts'
import { isFixedDay } from '../../../src/world/days.ts'

/** What is true of one year only: an anniversary, a year of a plan, an event that is numbered by years. */
const ofOneYear = [
  /(?:今年|本年)[^。；]{0,24}?((?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})周年|(?:开局|收官|起步|攻坚|决胜)之年|第[一二三四五六七八九十]+年)/g,
  /((?:成立|建校|建院|建站|建局|建厂|建企|诞辰|胜利|建县|建市|解放)(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})周年)/g,
  /([鼠牛虎兔龙蛇马羊猴鸡狗猪]年)(?=吉祥|大吉|新春|快乐|春节|到来|如意|贺岁|旺旺)/g,
  /((?:连续|任职|履职|实施|开展)(?:第?[二三四五六七八九十]{1,2}|第?[2-9]|第?1[0-9])年)/g,
  /(第(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[个届次](?!全国代表|全国人口|全国国土|全国经济|全国农业)“?[^，。；、“”《》（）0-9]{0,12}?(?:节|日|月|周|运动会|博览会|交易会|洽谈会|大赛|比赛|文化周|旅游季))(?![工前后])/g,
] as const

/** So alike are two sentences that one was the other. */
const leastAlike = 0.8

/** These meet once a year. */
const yearly = /人民代表大会|人大|政协|政治协商|职工代表大会|职代会|教代会|代表大会/

/** A session is told of as one that was: since it, or with its own year. */
const told = /^[^，。；]{0,4}(?:以来|以后|闭幕|期间)/

/** The paper itself fixes such a day: a date limit, a meeting. */
const limit = /^(?:[（(][^）)]{0,8}[）)])?[^，。；]{0,3}(?:前|之前|上午|下午|晚|至|起|开始|召开|举行|举办|截止|报)/

export default defineRule({
  id: 'date-not-updated',
  yields: ['period-mismatch', 'session-mismatch', 'date-validity', 'day-mismatch', 'recycled-text'],
  severity: 'warning',
  summary: { zh: '“今年是……周年”一类的话和去年一样', en: '“This year is the …th anniversary” as it was said last year' },
  source: { tier: '本规则', ref: '周年、开局之年、收官之年、届次逐年不同；期限、会期随年份重定' },
  options: {},
  messages: {
    kept: {
      zh: '去年的稿子也说今年是“{words}”，今年不会还是，请核',
      en: 'Last year’s text says “{words}” of its year too; please check',
    },
    ordinal: {
      zh: '去年的稿子也是“{words}”，今年应当往后推，请核',
      en: 'Last year’s text has “{words}” too; this year it should have moved on; please check',
    },
    session: {
      zh: '去年的稿子也是“{words}”，这样的会一年一次，请核是否忘了改',
      en: 'Last year’s text has “{words}” too, and it meets once a year; please check whether it was forgotten',
    },
    past: {
      zh: '“{words}”沿用去年的稿子，而这份稿子是{day}的，期限已过，请核',
      en: '“{words}” is that of last year’s text, and this one is of {day}: the date has passed; please check',
    },
    plenum: {
      zh: '去年的稿子也说“{words}”，这一年里该又开过会，请核是否忘了改',
      en: 'Last year’s text speaks of “{words}” too, and there will have been another since; please check whether it was forgotten',
    },
    weekday: {
      zh: '“{words}”和去年的稿子一样；隔了一年，同一天不会还是星期{weekday}，请核',
      en: '“{words}” is that of last year’s text; a year later the same date is not again 星期{weekday}; please check',
    },
    day: {
      zh: '“{words}”和去年的稿子一样，别的日期都改了，请核这一处',
      en: '“{words}” is that of last year’s text, while other dates were changed; please check this one',
    },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    const own = pair && yearsOfPair(pair)
    if (!pair || !own) return
    for (const row of pair.rows) {
      const { unit, mate } = row
      const isHead = pair.body === 'same' && headRoles.has(unit.role)
      if (!mate || !(unit.isBody || isHead) || unit.isOfYears) continue
      const see = [{ id: 'old', at: mate, data: {}, inOther: true }] as const
      for (const { start, end } of sessionsIn(text, row, within(use(times), unit)))
        report('session', { start, end }, { words: text.slice(start, end) }, { see })
      if (isHead) continue
      for (const { at, words } of plenumsIn(row)) report('plenum', at, { words }, { see, severity: 'info' })
      if (own.now - own.old <= fewYears)
        for (const { at, words, weekday } of weekdaysIn(row)) report('weekday', at, { words, weekday }, { see })
      for (const { at, words, isOrdinal } of yearlyWords(row)) {
        if (isOrdinal) report('ordinal', at, { words }, { see })
        else report('kept', at, { words }, { see })
      }
    }
    // What is planned in December is of the year to come.
    const written = use(writtenOn)
    const today = written && written.year >= own.now ? written : undefined
    const { kept, changed } = datesIn(pair, use(times), pair.old.use(times))
    const days = kept.filter(({ date: { day } }) => day !== undefined).length
    for (const { at, mate } of today ? yearlyDatesIn(pair, use(times), today) : [])
      report(
        'past',
        at,
        { words: text.slice(at.start, at.end), day: `${written?.year}年${written?.month}月` },
        { see: [{ id: 'old', at: mate, data: {}, inOther: true }] },
      )
    for (const { date, mate, unit } of kept) {
      const words = text.slice(date.start, date.end)
      const see = [{ id: 'old', at: mate, data: {}, inOther: true }] as const
      const behind = text.slice(date.end, date.end + 14)
      const isPast = today && isBefore(date, today) && unit.outlook !== 'review' && /^[日底末初中旬]{0,2}(?:前|之前)/.test(behind)
      if (isPast) report('past', date, { words, day: `${today.year}年${today.month}月` }, { see })
      else if (date.day !== undefined && changed > days && limit.test(behind) && !isFixedDay(date.month, date.day))
        report('day', date, { words }, { see, severity: 'info' })
    }
  },
})

interface Kept {
  readonly at: Span
  readonly words: string
  readonly isOrdinal: boolean
}

/** Words of one year that the old sentence has too. */
function yearlyWords({ unit, mate, similarity }: Row): Kept[] {
  // What was said of the year to come is said of the one that is over.
  if (!mate || similarity < leastAlike || (mate.outlook === 'plan' && unit.outlook !== 'plan')) return []
  const found: Kept[] = []
  ofOneYear.forEach((pattern, index) => {
    if (index === 0 && unit.outlook === 'review') return
    for (const match of unit.words.matchAll(pattern)) {
      const words = match[1] as string
      const end = unit.start + match.index + match[0].length
      const start = end - words.length
      const isThere =
        index === 0 ? [...mate.words.matchAll(pattern)].some(([, old]) => old === words) : mate.words.includes(words)
      const isTold = found.some(({ at }) => at.start < end && at.end > start)
      if (isThere && !isTold) found.push({ at: { start, end }, words, isOrdinal: index > 0 })
    }
  })
  return found
}

/** 县委十四届七次全会: a local committee meets twice a year; those of the party are spoken of for years. */
const plenum =
  /(?:[省市州县区旗镇乡局]委|集团党委|[工妇团]委|公司党委)第?([一二三四五六七八九十]{1,4})届[一二三四五六七八九十]{1,3}次(?:全会|全体会议|全委会)/g

interface Told {
  readonly at: Span
  readonly words: string
}

/** Plenums that a sentence of this year’s has as last year’s had them. */
function plenumsIn({ unit, mate, similarity }: Row): Told[] {
  if (!mate || similarity < leastAlike || unit.isOfYears) return []
  return [...unit.words.matchAll(plenum)].flatMap(({ 0: words, index }) => {
    const at = { start: unit.start + index, end: unit.start + index + words.length }
    return mate.words.includes(words) && !told.test(unit.words.slice(index + words.length)) ? [{ at, words }] : []
  })
}

/** For so many years a date never falls on the day of the week on which it fell. */
const fewYears = 4

const dated = /(?<![0-9年])(?:1[0-2]|0?[1-9])月(?:[12][0-9]|3[01]|0?[1-9])日[（(](?:星期|周|礼拜)([一二三四五六日天])[）)]/g

/** Days with their day of the week, both as last year’s text has them; where each tells its year the date itself is checked. */
function weekdaysIn({ unit, mate }: Row): (Told & { readonly weekday: string })[] {
  if (!mate) return []
  return [...unit.words.matchAll(dated)].flatMap(({ 0: words, 1: weekday = '', index }) => {
    const at = { start: unit.start + index, end: unit.start + index + words.length }
    return mate.words.includes(words) ? [{ at, words, weekday }] : []
  })
}

/** Where a text says at which meeting it is read. */
const headRoles: ReadonlySet<string | undefined> = new Set(['title', 'dateline', 'byline'])

/** Sessions of bodies that meet every year. */
const sessionsIn = (
  text: string,
  { mate, similarity }: Row,
  found: readonly { readonly kind: string; readonly start: number; readonly end: number }[],
): SessionTime[] =>
  (found as readonly SessionTime[]).filter(
    ({ kind, body, start, end }) =>
      kind === 'session' &&
      similarity >= leastAlike &&
      (yearly.test(body) || yearly.test(text.slice(start, end))) &&
      !told.test(text.slice(end, end + 8)) &&
      (mate?.words.includes(text.slice(start, end)) ?? false),
  )

/** Dates with their year that a plan has from last year’s, and that were over when it was written. */
function yearlyDatesIn(
  { rows }: Pairing,
  here: readonly { readonly kind: string }[],
  today: Day,
): { readonly at: Span; readonly mate: Span }[] {
  const dates = here.filter(({ kind }) => kind === 'date') as DateTime[]
  return rows.flatMap(({ unit, mate }) => {
    if (!mate || !unit.isBody || unit.isHeading || unit.outlook === 'review') return []
    return within(dates, unit).flatMap(({ year, ...date }) => {
      if (year?.kind !== 'year') return []
      const at = { start: year.start, end: date.end }
      const from = at.start - unit.start
      const isOver = year.value < today.year || (year.value === today.year && isBefore(date, today))
      const isFixed = settled.test(unit.words.slice(Math.max(0, from - beforeDate), from))
      return isFixed && isOver && mate.words.includes(unit.words.slice(from, at.end - unit.start)) ? [{ at, mate }] : []
    })
  })
}

/** What is still to come on a date. */
const settled = /(?:定于|拟于|计划于?|将于|预计于?|力争|确保|拟在|安排在)$/
/** So near before the date such a word stands. UTF-16 units. */
const beforeDate = 4

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number | undefined
}

interface KeptDate {
  readonly date: DateTime
  readonly unit: Row['unit']
  readonly mate: Span
}

/** Dates without a year that stand in both sentences, and how many others were changed. */
function datesIn({ rows }: Pairing, here: readonly { readonly kind: string }[], there: readonly { readonly kind: string }[]) {
  const kept: KeptDate[] = []
  let changed = 0
  const [ours, theirs] = [here, there].map((all) => all.filter(({ kind }) => kind === 'date') as DateTime[]) as [
    DateTime[],
    DateTime[],
  ]
  for (const { unit, mate } of rows) {
    if (!mate || !unit.isBody) continue
    const before = within(theirs, mate).map(({ month, day }) => `${month}-${day}`)
    for (const date of within(ours, unit)) {
      if (date.year?.kind === 'year') continue
      if (before.includes(`${date.month}-${date.day}`)) kept.push({ date, unit, mate })
      else if (before.length > 0 && date.day !== undefined) changed++
    }
  }
  return { kept, changed }
}

/** A month is over when the next has begun. */
const isBefore = (
  { month, day }: Pick<DateTime, 'month' | 'day'>,
  today: { readonly month: number; readonly day: number | undefined },
): boolean => month < today.month || (month === today.month && day !== undefined && today.day !== undefined && day < today.day)
