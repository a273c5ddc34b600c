/** Plans and congresses beside their time, in words that may have another reading: only suspected. */
import {
  type DocumentYear,
  documentYear,
  earliestDay,
  isSure,
  latestDay,
  numberOf,
  outlookAt,
  period,
  type Span,
  sentenceAround,
  tellsOfYears,
  timesIn,
} from '../../../src/kit.ts'
import { congressNumber, meetingOf, nameOf } from './congresses.ts'
import { type Plan, plans } from './data.ts'
import { atThatTime, found, type Part } from './phrases.ts'

export const doubtMessages = {
  planAway: {
    zh: '“{plan}”是{from}至{to}年，材料属于{year}年，请核',
    en: '“{plan}” is {from}–{to}; the document is of {year}. Please check',
  },
  transition: {
    zh: '五年过渡期（2021—2025年）的{words}是{due}年，此处说的是{year}年，请核',
    en: 'The {words} of the five years of transition (2021–2025) is {due}, here {year}. Please check',
  },
  older: {
    zh: '{name}精神之后已有{newer}（{day}闭幕），这里只说前者，请核',
    en: 'After {name} there has been {newer} (closed on {day}); here it is the former only. Please check',
  },
  closed: {
    zh: '{name}是{due}年召开的，这里回顾的是{year}年，请核',
    en: '{name} was held in {due}; reviewed here is {year}. Please check',
  },
  unborn: {
    zh: '{name}{day}才召开，材料属于{year}年，请核',
    en: '{name} opens on {day} only; the document is of {year}. Please check',
  },
  gone: {
    zh: '{name}{day}已闭幕，这里还在等它召开，请核',
    en: '{name} closed on {day}; here it is still to come. Please check',
  },
} as const

/** `told`: what the rule has told for sure. */
export function tellDoubts({ text, use, report: tell }: Part<typeof doubtMessages>, told: readonly Span[]): void {
  const own = use(documentYear)
  if (!own || !isSure(own)) return
  const taken = new Set<number>()
  for (const { start, end } of told) for (let at = start; at < end; at++) taken.add(at)
  const report: typeof tell = (id, at, ...rest) => {
    if (!taken.has(at.start) && !taken.has(at.end - 1)) tell(id, at, ...rest)
  }
  tellPlansAway({ text, use, report }, own)
  tellPlansDrawn({ text, use, report }, own)
  tellClosed({ text, use, report })
  tellCongresses({ text, use, report }, own)
}

/** 实现“十二五”规划, in 2018. */
function tellPlansAway({ text, use, report }: Part<typeof doubtMessages>, own: DocumentYear): void {
  for (const { match, start, stretch } of found(text, use, '五”', planName)) {
    const plan = (plans as readonly Plan[]).find(({ name }) => name === match[1])
    const end = start + match[0].length
    if (!plan || notThePlan.test(text.slice(end, end + 6))) continue
    const isAhead = outlookAt(use, start) === 'plan'
    const isOver = plan.to < own.value - 1 || (plan.to < own.value && isAhead)
    const isFar = plan.from > own.last + 2
    const isOfYears = outlookAt(use, start) === 'review' && use(tellsOfYears)
    if ((!isOver && !isFar) || (isOver && (looksBack.test(text.slice(end, end + 8)) || isOfYears))) continue
    const { start: from, end: to } = sentenceAround(use, { start, end }, stretch)
    const words = text.slice(from, to)
    // Two plans in one sentence are compared; a year of the plan says what is told of.
    if (words.split('五”').length > 2 || recalls.test(words)) continue
    if (timesIn(words).some((time) => time.kind === 'year' && time.value >= plan.from - 1 && time.value <= plan.to + 1)) continue
    report('planAway', { start, end }, { plan: plan.name, from: plan.from, to: plan.to, year: own.value }, { doubtful: true })
  }
}

const planName = /“([六七八九]五|十[一二三四五]五|十五)”/g
/** “八五”普法 counts otherwise, “三五”产业 is no plan. */
const notThePlan = /^(?:依法)?(?:普法|普及|法治|[^，。；]{0,2}世界)/
const looksBack =
  /^(?:规划(?:纲要)?)?(?:实施|完成|执行)?(?:期间|时期|以来|末|初|以后|之后|以前|情况|中期|终期|总结|后?续?评估|编制)/
const recalls = /曾|历次|先后|过去|当年|那年|以来|期间|时期|历史|接续/

/** 制定第十三个五年规划, when the next one is at hand; 五年过渡期的第一年, in the last one. */
function tellPlansDrawn({ text, use, report }: Part<typeof doubtMessages>, own: DocumentYear): void {
  for (const { match, start } of found(text, use, '个五年', planDrawn)) {
    const plan = (plans as readonly Plan[]).find(({ name }) => name === `${match[1] as string}五`)
    if (!plan || own.value < plan.from + 2 || own.value > plan.to + 2) continue
    const at = { start, end: start + match[0].length }
    report('planAway', at, { plan: plan.name, from: plan.from, to: plan.to, year: own.value }, { doubtful: true })
  }
  for (const { match, start } of found(text, use, '过渡期', transitionYear)) {
    const due = transition + (ordinals.findIndex((words) => words.split(' ').includes(match[1] as string)) % 5)
    const year = outlookAt(use, start) === 'review' ? (use(period).reviewed ?? own.value) : own.value
    if (year === due || year > transition + 6) continue
    const at = { start, end: start + match[0].length }
    report('transition', at, { words: match[1] as string, due, year }, { doubtful: true })
  }
}

const planDrawn = /第(十[一二三四五])个五年规划(?=[^。；]{0,30}(?:的)?(?:建议|草案|编制|起草))/g
/** From poverty overcome to the countryside revived: 2021 to 2025. */
const transition = 2021
const ordinals = ['第一年 首年 开局之年 起步之年', '第二年', '第三年', '第四年', '第五年 最后一年 收官之年']
const transitionYear = new RegExp(`过渡期(?:的)?(${ordinals.join(' ').split(' ').join('|')})`, 'g')

/** 党的十八届五中全会闭幕后，及时组织学习, told of the year after. */
function tellClosed({ text, use, report }: Part<typeof doubtMessages>): void {
  const { reviewed } = use(period)
  if (reviewed === undefined || use(tellsOfYears)) return
  for (const { match, start, stretch } of found(text, use, '中全会', closedPlenum)) {
    const meeting = meetingOf(numberOf(match[1] as string), numberOf(match[2] as string) ?? 0)
    const due = Number(meeting?.to.slice(0, 4))
    if (!meeting || due >= reviewed || outlookAt(use, start) !== 'review') continue
    const at = { start, end: start + match[0].length }
    const { start: from, end: to } = sentenceAround(use, at, stretch)
    if (timesIn(text.slice(from, to)).some((time) => time.kind === 'year')) continue
    report('closed', at, { name: nameOf(meeting), due, year: reviewed }, { doubtful: true })
  }
}

const closedPlenum = new RegExp(
  `(?:党的)?(${congressNumber})届([一二三四五六七])中全会(?=(?:胜利)?(?:闭幕|召开|结束)(?:以?后|之际|当天|次日))`,
  'g',
)

/** 召开了党的二十大 before it was held; 即将召开 after. */
function tellCongresses({ text, use, report }: Part<typeof doubtMessages>, own: DocumentYear): void {
  const { reviewed } = use(period)
  // A summary that tells its year only is written by the spring of the next.
  const last = own.month === undefined && own.last > own.value ? `${own.last}-04-30` : latestDay(own)
  for (const anchor of anchors) {
    for (const { match, start, stretch } of found(text, use, anchor, congress)) {
      const meeting = meetingOf(numberOf(match[1] as string), 0)
      if (!meeting || text.slice(start - 1, start) === '《') continue
      const at = { start, end: start + match[0].length }
      const before = text.slice(Math.max(stretch.start, start - 14), start)
      const behind = text.slice(at.end, Math.min(stretch.end, at.end + 12))
      const isToCome = toCome.test(before) || toComeBehind.test(behind)
      if (meeting.from > last) {
        if (!isToCome) report('unborn', at, { name: nameOf(meeting), day: meeting.from, year: own.value }, { doubtful: true })
        continue
      }
      const outlook = outlookAt(use, start)
      const isPast = outlook === 'review' ? meeting.to < `${reviewed ?? own.value - 1}-01-01` : meeting.to < earliestDay(own)
      const newer = meetingOf(meeting.congress + 1, 0)
      const isOfYears = use(tellsOfYears) && outlook === 'review'
      if (
        newer &&
        !isOfYears &&
        newer.to < `${(reviewed ?? own.value) - (outlook === 'plan' ? 0 : 1)}-12-31` &&
        studied.test(before)
      ) {
        const { start: from, end: to } = sentenceAround(use, at, stretch)
        const words = text.slice(from, to)
        const isAlone = ofSpirit.test(behind) && !recalls.test(words) && !words.slice(at.end - from).includes('届')
        if (isAlone && !atThatTime.test(words) && !words.includes(nameOf(newer)))
          report('older', at, { name: nameOf(meeting), newer: nameOf(newer), day: newer.to }, { doubtful: true })
        continue
      }
      if (!isPast || !isToCome || ofMeeting.test(behind) || use(tellsOfYears)) continue
      const { start: from, end: to } = sentenceAround(use, at, stretch)
      const words = text.slice(from, to)
      if (recalls.test(words) || atThatTime.test(words)) continue
      report('gone', at, { name: nameOf(meeting), day: meeting.to }, { doubtful: true })
    }
  }
}

const anchors = ['八大', '九大', '十大', '一大']
const congress = new RegExp(`党的(${congressNumber})大(?![学家报型会])`, 'g')
const toCome = /将|迎接|喜迎|迎来|筹备|献礼|前夕|备战|为[^，。；]{0,6}$/
/** What there is of a meeting once it was held. */
const ofMeeting = /^(?:的)?(?:精神|报告|提出|部署|决策|代表|《|上|作出|确定|明确)/
const ofSpirit = /^精神(?![和、与及])/
const studied = /(?:贯彻|学习|落实)[^，。；]{0,6}$/
const toComeBehind = /^(?:即将|将|召开在即|召开之年|召开前|前夕|到来|胜利召开(?:营造|创造|之年|贡|献|做))/
