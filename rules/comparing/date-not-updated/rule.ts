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

/** What is true of one year only: an anniversary, a year of a plan, an event that is numbered by years. */
const ofOneYear = [
  /(?:今年|本年)[^。；]{0,24}?((?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})周年|(?:开局|收官|起步|攻坚|决胜)之年|第[一二三四五六七八九十]+年)/g,
  /((?:成立|建校|建院|建站|建局|建厂|建企|诞辰|胜利|建县|建市|解放)(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})周年)/g,
  /((?:连续|任职|履职|实施|开展)(?:第?[二三四五六七八九十]{1,2}|第?[2-9]|第?1[0-9])年)/g,
  /(第(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[个届次](?!全国代表|全国人口|全国国土|全国经济|全国农业)[^，。；、“”《》（）0-9]{0,12}?(?:节|日|月|周|运动会|博览会|交易会|洽谈会|大赛|比赛|文化周|旅游季))(?![工前后])/g,
] as const

/** So alike are two sentences that one was the other. */
const leastAlike = 0.8

/** These meet once a year. */
const yearly = /人民代表大会|人大|政协|政治协商|职工代表大会|职代会|教代会|代表大会/

/** A session is told of as one that was: since it, or with its own year. */
const told = /^[^，。；]{0,4}(?:以来|以后|闭幕|期间)/

/** Days that come every year on the same date. */
const fixedDays: ReadonlySet<string> = new Set(
  '1-1 2-14 3-5 3-8 3-12 3-15 4-15 4-22 4-23 4-26 5-1 5-4 5-12 5-18 6-1 6-5 6-26 7-1 7-11 8-1 8-15 9-3 9-10 9-18 9-30 10-1 10-10 10-17 11-9 12-2 12-4 12-9 12-13 3-31 4-30 6-30 7-31 8-31 10-31 11-30 12-31 12-20 12-25'.split(
    ' ',
  ),
)

/** The paper itself fixes such a day: a date limit, a meeting. */
const limit = /^(?:[（(][^）)]{0,8}[）)])?[^，。；]{0,3}(?:前|之前|上午|下午|晚|至|起|开始|召开|举行|举办|截止|报)/

export default defineRule({
  id: 'date-not-updated',
  yields: ['anniversary-mismatch', 'period-mismatch', 'session-mismatch', 'date-validity', 'day-mismatch', 'recycled-text'],
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
      if (!mate || !unit.isBody || unit.isOfYears) continue
      const see = [{ id: 'old', at: mate, data: {}, inOther: true }] as const
      for (const { at, words, isOrdinal } of yearlyWords(row)) {
        if (isOrdinal) report('ordinal', at, { words }, { see })
        else report('kept', at, { words }, { see })
      }
      for (const { start, end } of sessionsIn(text, row, within(use(times), unit)))
        report('session', { start, end }, { words: text.slice(start, end) }, { see })
    }
    // What is planned in December is of the year to come.
    const written = use(writtenOn)
    const today = written && written.year >= own.now ? written : undefined
    const { kept, changed } = datesIn(pair, use(times), pair.old.use(times))
    const days = kept.filter(({ date: { day } }) => day !== undefined).length
    for (const { date, mate, unit } of kept) {
      const words = text.slice(date.start, date.end)
      const see = [{ id: 'old', at: mate, data: {}, inOther: true }] as const
      const behind = text.slice(date.end, date.end + 14)
      const isPast = today && isBefore(date, today) && unit.outlook !== 'review' && /^[日底末初中旬]{0,2}(?:前|之前)/.test(behind)
      if (isPast) report('past', date, { words, day: `${today.year}年${today.month}月` }, { see })
      else if (date.day !== undefined && changed > days && limit.test(behind) && !fixedDays.has(`${date.month}-${date.day}`))
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
  if (!mate || similarity < leastAlike) return []
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
      yearly.test(body) &&
      !told.test(text.slice(end, end + 8)) &&
      (mate?.words.includes(text.slice(start, end)) ?? false),
  )

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
const isBefore = ({ month, day }: DateTime, today: { readonly month: number; readonly day: number | undefined }): boolean =>
  month < today.month || (month === today.month && day !== undefined && today.day !== undefined && day < today.day)
