import {
  type CountTime,
  type Digits,
  type DocumentYear,
  defineRule,
  documentYear,
  inProse,
  isSure,
  outlookAt,
  period,
  type SaidYear,
  type Span,
  type Stretch,
  saidYear,
  schoolYear,
  spokenYears,
  tablesAsOf,
  tellsOfYears,
  times,
  toHan,
  type Use,
  yearsMeant,
} from '../../../src/kit.ts'
import { type AnniversaryEvent, events, introducers, shortNames } from './data.ts'

/** N周年 of an event of the table. */
interface Mention {
  readonly event: AnniversaryEvent
  /** From the name to 周年. */
  readonly span: Span
  readonly number: Span
  readonly form: Digits
  readonly count: number
  /** The year in which that anniversary falls. */
  readonly due: number
  readonly stretch: Stretch
}

/** A fault found: what the anniversary should be counted from. */
type Verdict =
  | { readonly id: 'stated'; readonly year: number; readonly at: Span }
  | {
      readonly id: 'later' | 'past' | 'passed' | 'reviewed' | 'round'
      readonly year: number
      readonly at: Span | undefined
      readonly isDoubtful?: true
    }

export default defineRule({
  id: 'anniversary-mismatch',
  // Where last year’s text lies beside it, that it has the very words says more.
  yields: ['date-not-updated'],
  severity: 'error',
  summary: {
    zh: '“某某N周年”与所说的年份对不上',
    en: 'An anniversary does not fit the year it is said of',
  },
  source: { tier: '事实', ref: `各事件起算年份见历次公报、讲话和报告，核至${tablesAsOf}；周年数为年份之差是通例` },
  options: {
    ignore: {
      type: 'strings',
      default: [],
      zh: '不核对的纪念事项，如“建军”',
      en: 'events whose anniversaries are not checked',
    },
  },
  messages: {
    stated: {
      zh: '{event}{count}周年是{due}年，此处说的是{year}年，应为{right}周年',
      en: 'The {count}th anniversary of {event} is {due}, said of {year}; that would be the {right}th',
    },
    later: {
      zh: '{event}{count}周年要到{due}年，材料属于{year}年',
      en: 'The {count}th anniversary of {event} comes in {due} only; the document is of {year}',
    },
    past: {
      zh: '{event}{count}周年是{due}年，{year}年的材料不宜再说迎接、献礼',
      en: 'The {count}th anniversary of {event} was {due}; a document of {year} cannot look forward to it',
    },
    passed: {
      zh: '{event}{count}周年是{due}年，材料属于{year}年（{right}周年），请核',
      en: 'The {count}th anniversary of {event} was {due}; the document is of {year}, the {right}th. Please check',
    },
    reviewed: {
      zh: '此处回顾的是{year}年，{event}当年是{right}周年，不是{count}周年',
      en: 'Reviewed here is {year}, the {right}th anniversary of {event}, not the {count}th',
    },
    round: {
      zh: '所述几年里{event}{right}周年是{year}年，此处说的是{count}周年，请核',
      en: 'In the years told of, the {right}th anniversary of {event} was {year}, here it is the {count}th. Please check',
    },
    maybe: {
      zh: '{event}{count}周年应是{due}年，此处说的是{year}年（{right}周年），请核',
      en: 'The {count}th anniversary of {event} should be {due}, here said of {year} (the {right}th). Please check',
    },
    differs: {
      zh: '{event}此处说{count}周年，别处说{other}周年，请核',
      en: 'Here it is the {count}th anniversary of {event}, elsewhere the {other}th; please check',
    },
    year: { zh: '所说的年份', en: 'the year it is said of' },
    other: { zh: '此处说{other}周年', en: 'here it is the {other}th' },
  },
  doubts: true,
  check({ text, use, mayTell, report }) {
    const all = mentionsIn(text, use).filter(({ span }) => mayTell(span))
    if (all.length === 0) return
    const own = use(documentYear)
    const faulty = new Set<Mention>()
    for (const mention of all) {
      const verdict = judge(text, use, mention, own) ?? suspected(text, use, mention, own)
      if (!verdict) continue
      faulty.add(mention)
      const { count, due, number } = mention
      const event = nameOf(text, mention)
      const { year } = verdict
      const right = year - mention.event.base
      const more = {
        see: verdict.at ? [{ id: 'year', at: verdict.at, data: {} } as const] : [],
        ...(own && !isSure(own) && verdict.id !== 'stated' && ({ severity: 'warning' } as const)),
        ...(verdict.id !== 'stated' && verdict.isDoubtful && ({ doubtful: true } as const)),
      }
      const rightly = written(right, mention.form)
      const fix = rightly === undefined ? {} : ({ fix: { grade: 'suggested', edits: [{ ...number, text: rightly }] } } as const)
      if (mention.event.verified === false) {
        report('maybe', mention.span, { event, count, due, year, right }, { ...more, ...fix, severity: 'info' })
      } else if (verdict.id === 'stated') report('stated', mention.span, { event, count, due, year, right }, { ...more, ...fix })
      else if (verdict.id === 'passed') {
        report('passed', mention.span, { event, count, due, year, right }, { ...more, ...fix, severity: 'info' })
      } else if (verdict.id === 'round') {
        report('round', mention.span, { event, count, year, right }, { ...more, ...fix, severity: 'info' })
      } else if (verdict.id === 'reviewed') report('reviewed', mention.span, { event, count, year, right }, { ...more, ...fix })
      else report(verdict.id, mention.span, { event, count, due, year }, more)
    }
    const round = roundMentions(text, all)
    for (const mention of all) {
      const other = faulty.has(mention) ? undefined : contradiction(text, mention, round)
      if (!other) continue
      report(
        'differs',
        mention.span,
        { event: nameOf(text, mention), count: mention.count, other: other.count },
        { severity: 'warning', see: [{ id: 'other', at: other.span, data: { other: other.count } }] },
      )
    }
  },
})

const nameOf = (text: string, { span, number }: Mention): string => text.slice(span.start, number.start).replace(/[\s“”‘’]/g, '')

/** A number in digits of that form; undefined where Chinese numerals beyond 99 would be needed. */
function written(value: number, form: Digits): string | undefined {
  if (form !== 'han') return String(value)
  return value <= 99 ? toHan(value) : undefined
}

const longestFirst = events
  .flatMap((event) => event.names.map((name) => ({ event, name })))
  .sort((a, b) => b.name.length - a.name.length)

function mentionsIn(text: string, use: Use): Mention[] {
  const counted = use(times).filter((time): time is CountTime => time.kind === 'anniversary')
  return inProse(use, counted).flatMap(({ one, stretch }) => mentionAt(text, one, stretch) ?? [])
}

function mentionAt(text: string, { value: count, form, number, end }: CountTime, stretch: Stretch): Mention | undefined {
  if (count < 1 || count > 300) return undefined
  let nameEnd = number.start
  while (nameEnd > stretch.start && /[\s”的]/.test(text[nameEnd - 1] as string)) nameEnd--
  const named = nameBefore(text, nameEnd, stretch.start) ?? nameBefore(text, number.start, stretch.start)
  if (!named) return undefined
  const { event, start } = named
  if (event.not?.test(text.slice(Math.max(stretch.start, start - 16), end - 2))) return undefined
  return { event, span: { start, end }, number, form, count, due: event.base + count, stretch }
}

function nameBefore(text: string, end: number, from: number): { event: AnniversaryEvent; start: number } | undefined {
  for (const { event, name } of longestFirst) {
    const start = end - name.length
    if (start < from || !text.startsWith(name, start)) continue
    const before = start === from ? '' : (text[start - 1] as string)
    if (shortNames.has(name) && /[一-鿿]/.test(before) && !introducers.includes(before)) return undefined
    return { event, start }
  }
  return undefined
}

/** Words that look forward to an anniversary, before it or behind it. */
const forward = /迎接|喜迎|献礼|将|筹备|备战|倒计时|即将|前夕|到来|明年|目标|到.{0,12}时/
/** Before an anniversary that is at hand. */
const nearby =
  /(?:即将|将要?|就要|喜迎|迎来|恰逢|正值|适逢|时值|为庆祝|为纪念|隆重庆祝|隆重纪念)(?:伟大的)?$|(?:再过[几数]天|今年是|今年)[^。；]{0,14}$/
/** The year is said to be that of the anniversary: 今年是…, 2021年正值…. */
const isEquated =
  /(?:[今明]年|[0-9]{4}年)(?:，)?(?:也|又|正|恰|适|将|既)?(?:是|系|为|值|逢|迎来)(?:伟大的|我国|我们|中国人民|党中央|国务院|习近平总书记|[\u4e00-\u9fff]{2,3}(?:同志|主席|总理)|老一辈革命家){0,2}(?:首次|亲笔|作出)?$|，(?:同时)?(?:也|又|还|更|正|恰)*(?:是|值|逢|恰逢|适逢|正值|迎来)(?:伟大的|我国|我们)?$/
/** Celebrated, not looked forward to. */
const celebrated = /(?:庆祝|纪念)(?:伟大的|中国人民)?$/
/** Behind it: it is the occasion of what is told. */
const isOccasion = (text: string, { end }: Span): boolean =>
  !/^”?(?:之际|时)，[^，。]{0,6}(?:总书记|回到|首次)/.test(text.slice(end, end + 16)) &&
  /^”?(?:[^，。；]{0,6})(?:为契机|之际|的契机|到来之际)/.test(text.slice(end, end + 16))
/** A report to a congress of the party looks back on five years. Where the text says so. Characters. */
const longestOpening = 300
const toCongress = /次(?:全国)?代表大会|党代会/
const earlier = /当年|当时|那年|曾|先后|去年|上年|以来|期间/
/** The words with which a report promises something for an anniversary to come: of one past they betray an old draft. */
const promise = /以(?:更加)?优[异良]的?(?:成绩|成效|业绩|答卷)|喜迎|献礼|即将迎来/
/** Behind the anniversary: a meeting or a speech of that day, which later papers quote for years. */
const quotedLater =
  /^[”》]?(?:的)?(?:庆祝|纪念|系列)*(?:大会|座谈会|讲话|招待会|活动|文艺|晚会|阅兵|盛典|华诞|贺信|贺电|纪念章|高级别|峰会|以来|之后|后)/

function judge(text: string, use: Use, mention: Mention, own: DocumentYear | undefined): Verdict | undefined {
  const { span, due, event, stretch } = mention
  const clause = clauseAround(text, span, stretch)
  const isForward = forward.test(clause)
  const isQuoted = quotedLater.test(text.slice(span.end, span.end + 12))
  const said = saidYear(text, span, stretch.start)
  if (said) {
    const years = yearsMeant(said, own, outlookAt(use, span.start) === 'plan')
    const [year] = years
    if (year === undefined || years.includes(due) || years.includes(event.base)) return undefined
    if (due > Math.max(...years) ? isForward && mention.count % 5 === 0 : isQuoted) return undefined
    // So long after it the year need not be that of the anniversary, unless the two are set equal: 今年是新中国成立60周年.
    if (due < year - 8 && !isEquated.test(text.slice(Math.max(stretch.start, span.start - 24), span.start))) return undefined
    return { id: 'stated', year, at: said }
  }
  return own && judgeUndated(text, use, mention, own, isForward, isQuoted)
}

/** No year in the clause: measured against the year of the document, and silent wherever that could be read another way. */
function judgeUndated(
  text: string,
  use: Use,
  { count, due, event, span, stretch }: Mention,
  own: DocumentYear,
  isForward: boolean,
  isQuoted: boolean,
): Verdict | undefined {
  // Nobody plans for an odd anniversary years ahead; round ones are planned for long before.
  const isOdd = count % 5 !== 0
  const before = text.slice(Math.max(stretch.start, span.start - 24), span.start)
  const clause = clauseAround(text, span, stretch)
  if (due > own.last) {
    if (isOdd && due <= own.last + 6) return { id: 'later', year: own.value, at: own.span }
    // A round one is celebrated in the very year of another round one: the 75th of what had its 70th.
    const [first, last] = [spokenYears(own)?.first ?? own.last, own.last]
    const round = last - ((last - event.base) % 5)
    const isRound = round >= first && celebrated.test(before) && !forward.test(clause) && !isQuoted && isSure(own)
    return isRound ? { id: 'round', year: round, at: own.span } : undefined
  }
  const outlook = outlookAt(use, span.start)
  const isNear = nearby.test(before) || isOccasion(text, span)
  const spoken = spokenYears(own)
  if (isNear && !isQuoted && spoken && due < spoken.first && own.last - due <= 12) {
    // What is celebrated now, or about to be, is of this year; a review of five years tells of any in them.
    const words = sentenceBefore(text, span.start, stretch.start) + clause
    const isWithinFive =
      due >= own.value - 6 && ((outlook === 'review' && use(tellsOfYears)) || toCongress.test(text.slice(0, longestOpening)))
    const isOfYears = use(schoolYear)?.includes(due) || severalYears.test(words) || earlier.test(words) || isWithinFive
    if (!isOfYears) return { id: 'passed', year: own.value, at: own.span }
  }
  if (due < own.value - 1) {
    const isPromise = promise.test(clause) && !isQuoted && outlook !== 'review' && own.last - due <= 8
    return isPromise ? { id: 'past', year: own.value, at: own.span } : undefined
  }
  // Of five years a report tells the round anniversary: 76 beside 80 is 75 with one too many, though 76 came in those years too.
  const isRoundNear = isOdd && (count - 1) % 5 === 0 && !isForward
  if (isRoundNear && severalYears.test(sentenceBefore(text, span.start, stretch.start))) {
    return { id: 'round', year: due - 1, at: own.span }
  }
  const { reviewed, evidence } = use(period)
  // One too many in a review: the round anniversary was that of the year reviewed.
  const isOneTooMany = isOdd && (count - 1) % 5 === 0 && !isForward && reviewed === due - 1
  return outlook === 'review' && isOneTooMany
    ? { id: 'reviewed', year: due - 1, at: evidence.find(({ about }) => about === 'review') }
    : undefined
}

/** The speech of that day. */
const studiedBehind = /^[”》]?(?:的)?(?:庆祝)?大会上的?(?:重要)?讲话/

/** Of a year of which the text does not speak there, in words that have another reading seldom. */
function suspected(text: string, use: Use, mention: Mention, own: DocumentYear | undefined): Verdict | undefined {
  const { count, due, span, stretch } = mention
  const spoken = spokenYears(own)
  if (!own || !spoken) return undefined
  if (quotedLater.test(text.slice(span.end, span.end + 12))) {
    // The speech of the 90th anniversary studied in the year of the 95th: the round one of that year is meant.
    const round = [own.value, own.value - 1].find((year) => year - due === 5 || year - due === 10)
    const isStudied = studiedBehind.test(text.slice(span.end, span.end + 20)) && count % 5 === 0
    return isStudied && round !== undefined ? { id: 'passed', year: round, at: own.span, isDoubtful: true } : undefined
  }
  if (saidYear(text, span, stretch.start) || use(schoolYear)?.includes(due)) return undefined
  const clause = clauseAround(text, span, stretch)
  const before = text.slice(Math.max(stretch.start, span.start - 24), span.start)
  const isMarked = celebrated.test(before) || nearby.test(before) || isOccasion(text, span)
  if (due > own.last) {
    return isMarked && !forward.test(clause) ? { id: 'later', year: own.value, at: own.span, isDoubtful: true } : undefined
  }
  const { reviewed } = use(period)
  const first = outlookAt(use, span.start) === 'review' && reviewed !== undefined ? reviewed : spoken.first
  if (due >= first || due < first - 12 || (!isMarked && count % 5 === 0)) return undefined
  const words = sentenceBefore(text, span.start, stretch.start) + clause
  if (severalYears.test(words) || earlier.test(words) || use(tellsOfYears) || toCongress.test(text.slice(0, longestOpening)))
    return undefined
  return { id: 'passed', year: first, at: own.span, isDoubtful: true }
}

/** Several years are told of in the sentence: 过去五年，我们…. */
const severalYears = /(?:过去|这|近)的?[五5]年|[五5]年来/

/** The words of the sentence before `offset`, as far back as 80 characters. */
function sentenceBefore(text: string, offset: number, from: number): string {
  const words = text.slice(Math.max(from, offset - 80), offset)
  return words.slice(Math.max(words.lastIndexOf('。'), words.lastIndexOf('！'), words.lastIndexOf('？')) + 1)
}

const stops = '，。；！？：\n'

function clauseAround(text: string, { start, end }: Span, stretch: Span): string {
  let from = start
  while (from > stretch.start && !stops.includes(text[from - 1] as string)) from--
  let to = end
  while (to < stretch.end && !stops.includes(text[to] as string)) to++
  return text.slice(from, to)
}

/** A mention, and the year it is said of. */
interface Dated {
  readonly mention: Mention
  readonly said: SaidYear | undefined
}

/** Of every event and round count the first mention for each year it is said of, in the order of the text. */
type RoundMentions = ReadonlyMap<string, readonly Dated[]>

const groupOf = ({ id }: AnniversaryEvent, count: number): string => `${id} ${count}`

function roundMentions(text: string, all: readonly Mention[]): RoundMentions {
  const groups = new Map<string, Map<string, Dated>>()
  for (const mention of all) {
    if (mention.count % 5 !== 0) continue
    const said = saidYear(text, mention.span, mention.stretch.start)
    const key = groupOf(mention.event, mention.count)
    const group = groups.get(key) ?? new Map<string, Dated>()
    groups.set(key, group)
    const year = said ? `${said.kind} ${said.value}` : ''
    if (!group.has(year)) group.set(year, { mention, said })
  }
  return new Map(Array.from(groups, ([key, group]) => [key, [...group.values()]]))
}

/** The same event with one anniversary more or less, that one round and this one odd: one of the two was mistyped. */
function contradiction(text: string, mention: Mention, round: RoundMentions): Mention | undefined {
  if (mention.count % 5 === 0) return undefined
  const near = [mention.count - 1, mention.count + 1].find((count) => count % 5 === 0)
  const others = near === undefined ? undefined : round.get(groupOf(mention.event, near))
  if (!others) return undefined
  const said = saidYear(text, mention.span, mention.stretch.start)
  return others.find((other) => !isOfOtherYear(said, other.said))?.mention
}

/** 今年是…99周年 beside 明年就是…100周年: each is said of a year of its own. */
function isOfOtherYear(own: SaidYear | undefined, theirs: SaidYear | undefined): boolean {
  if (!own || !theirs) return own?.kind === 'relative' ? own.value !== 0 : theirs?.kind === 'relative' && theirs.value !== 0
  return own.kind !== theirs.kind || own.value !== theirs.value
}
