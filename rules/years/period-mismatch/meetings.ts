/** Congresses and plenums told of a time that is not theirs: held in another year, known too early, awaited too late. */
import {
  type DocumentYear,
  documentYear,
  earliestDay,
  isSure,
  latestDay,
  numberOf,
  type Outlook,
  outlookAt,
  type Span,
  type Stretch,
  saidYear,
} from '../../../src/kit.ts'
import { congressNumber, meetingOf, nameOf } from './congresses.ts'
import type { Meeting } from './data.ts'
import { atThatTime, found, type Part, reach, yearMessage } from './phrases.ts'

export const meetingMessages = {
  early: {
    zh: '{name}{day}才闭幕，材料属于{year}年，不会已有其精神',
    en: '{name} closes on {day} only; a document of {year} cannot have studied it',
  },
  held: { zh: '{name}是{due}年召开的，此处说的是{year}年', en: '{name} was held in {due}, here said of {year}' },
  past: {
    zh: '{name}{day}已闭幕，{year}年的材料不会再{verb}，疑沿用旧稿',
    en: '{name} closed on {day}; a document of {year} cannot look forward to it ({verb}). Recycled?',
  },
  year: yearMessage,
} as const

export function tellMeetings(part: Part<typeof meetingMessages>): void {
  tellHeld(part)
  tellWelcomed(part)
  tellComing(part)
}

/** A meeting that is said to have been held in another year, or to be known before it was held. */
function tellHeld({ text, use, report }: Part<typeof meetingMessages>): void {
  const own = use(documentYear)
  for (const { match, start, stretch } of [
    ...found(text, use, '中全会', plenumPhrase),
    ...congressAnchors.flatMap((anchor) => found(text, use, anchor, congressPhrase)),
  ]) {
    // Of 二中、三中全会 the last one is the latest.
    const plenum = match[2] === undefined ? 0 : (numberOf(match[2].at(-1) as string) ?? 0)
    const meeting = meetingOf(numberOf(match[1] as string), plenum)
    if (!meeting) continue
    const at = { start, end: start + match[0].length }
    const name = nameOf(meeting)
    const said = saidAsHeld(text, own, meeting, at, stretch)
    const due = Number(meeting.from.slice(0, 4))
    if (said) report('held', at, { name, due, year: said.value }, { see: [{ id: 'year', at: said, data: {} }] })
    else if (own && isEarly(text, own, meeting, at, stretch)) report('early', at, { name, day: meeting.to, year: own.value })
  }
}

/** 以优异成绩迎接党的二十大 is over with the congress. */
function tellWelcomed({ text, use, report }: Part<typeof meetingMessages>): void {
  const own = use(documentYear)
  for (const verb of welcomes) {
    for (const { match, start, stretch } of found(text, use, verb, welcomePhrase)) {
      // 喜迎盛会，迎接…: the window round one word holds another's match.
      if (!match[0].startsWith(verb)) continue
      const meeting = meetingOf(numberOf(match[1] as string), 0)
      const at = { start, end: start + match[0].length }
      if (!own || !meeting || !isOver(text, own, meeting, at, stretch, outlookAt(use, start))) continue
      report('past', at, { name: nameOf(meeting), day: meeting.to, year: own.value, verb })
    }
  }
}

/** 党的二十大将召开. */
function tellComing({ text, use, report }: Part<typeof meetingMessages>): void {
  const own = use(documentYear)
  for (const { match, start, stretch } of found(text, use, '大将', comingPhrase)) {
    const meeting = meetingOf(numberOf(match[1] as string), 0)
    const at = { start, end: start + match[0].length }
    if (!own || !meeting || !isOver(text, own, meeting, at, stretch, outlookAt(use, start))) continue
    report('past', at, { name: nameOf(meeting), day: meeting.to, year: own.value, verb: '等它召开' })
  }
}

const plenumPhrase = new RegExp(`(?:党的)?(${congressNumber})届((?:[一二三四五六七]中?、){0,6}[一二三四五六七])中全会`, 'g')
/** What every name of a congress in the table ends with: 大 alone is too common to begin a search with. */
const congressAnchors = ['七大', '八大', '九大', '十大', '一大']
const congressPhrase = new RegExp(`党的(${congressNumber})大(?=精神|报告|召开|胜利召开|闭幕)`, 'g')

/** What is done before a congress only: 以优异成绩迎接党的二十大胜利召开. */
const welcomes = ['喜迎', '迎接', '献礼'] as const
const welcomePhrase = new RegExp(
  `(?:${welcomes.join('|')})(?:党的)?第?(${congressNumber})(?:大(?![学家报型])|次全国代表大会)(?:的)?(?:胜利)?(?:召开)?`,
  'g',
)
const comingPhrase = new RegExp(`党的(${congressNumber})大将(?:于|在|要)?[^，。；！？]{0,10}?(?:胜利)?(?:召开|举行)`, 'g')

const toCome = /将|即将|迎接|喜迎|筹备|前夕|召开之年|到来|为.{0,8}营造/
/** 今年7月召开的党的二十届三中全会 */
const heldBefore = /(?:召开|举行|闭幕)的$/
const takesPlace = /^(?:胜利|顺利)?(?:召开|举行|开幕|闭幕|审议|通过)/

/** The calendar year of which the meeting is said to have taken place, where that is not its year. */
function saidAsHeld(
  text: string,
  own: DocumentYear | undefined,
  meeting: Meeting,
  at: Span,
  stretch: Stretch,
): (Span & { readonly value: number }) | undefined {
  const isHeld = heldBefore.test(text.slice(Math.max(stretch.start, at.start - 8), at.start))
  if (!isHeld && !takesPlace.test(text.slice(at.end, at.end + 8))) return undefined
  const said = saidYear(text, at, stretch.start)
  if (!said || (said.kind === 'relative' && (!isHeld || own?.month === undefined || !isSure(own)))) return undefined
  const value = said.kind === 'calendar' ? said.value : (own as DocumentYear).value + said.value
  return value === Number(meeting.from.slice(0, 4)) ? undefined : { start: said.start, end: said.end, value }
}

/**
 * The document looks forward to a congress that is over: where it plans, any; elsewhere one of two years before or more, since
 * a review tells of its year as it was.
 */
function isOver(
  text: string,
  own: DocumentYear,
  meeting: Meeting,
  at: Span,
  stretch: Stretch,
  outlook: Outlook | undefined,
): boolean {
  const day = earliestDay(own)
  if (!isSure(own) || outlook === 'review' || meeting.to >= day) return false
  const before = text.slice(Math.max(stretch.start, at.start - reach), at.start)
  const behind = text.slice(at.end, Math.min(stretch.end, at.end + reach))
  const stop = behind.search(/[。！？]/)
  const sentence = [
    before.slice(Math.max(...['。', '！', '？'].map((mark) => before.lastIndexOf(mark))) + 1),
    stop < 0 ? behind : behind.slice(0, stop),
  ]
  if (sentence.some((words) => atThatTime.test(words))) return false
  return outlook === 'plan' || Number(day.slice(0, 4)) - Number(meeting.to.slice(0, 4)) >= 2
}

/** Its spirit or its decisions are spoken of in a document older than the meeting. */
function isEarly(text: string, own: DocumentYear, meeting: Meeting, at: Span, stretch: Stretch): boolean {
  // A summary that tells its year only is written by the spring of the next.
  const last = own.month === undefined && own.last > own.value ? `${own.last}-04-30` : latestDay(own)
  if (!isSure(own) || meeting.from <= last) return false
  const before = text.slice(Math.max(stretch.start, at.start - 14), at.start)
  const behind = text.slice(at.end, at.end + 8)
  return !toCome.test(before + behind) && /^(?:精神|《|通过|提出|作出|部署|决定|报告)/.test(behind)
}
