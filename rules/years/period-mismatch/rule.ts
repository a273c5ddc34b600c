import {
  type DocumentYear,
  defineRule,
  documentYear,
  earliestDay,
  isSure,
  latestDay,
  numberOf,
  type Outlook,
  outlookAt,
  placesInProse,
  type SaidYear,
  type Span,
  type Stretch,
  saidYear,
  sentenceAround,
  tablesAsOf,
  tellsOfYears,
  toHan,
  type Use,
  yearsMeant,
} from '../../../src/kit.ts'
import { type Meeting, meetings, type Plan, plans, yearOfPlan } from './data.ts'

export default defineRule({
  id: 'period-mismatch',
  severity: 'warning',
  summary: {
    zh: '规划、党代会、全会与所说的年份对不上',
    en: 'A plan, congress or plenum is said of a time that is not its own',
  },
  source: { tier: '事实', ref: `各次规划纲要、公报、决议，核至${tablesAsOf}` },
  ages: [
    {
      on: '2027-07-01',
      row: { zh: '党的二十一大、二十一届各次全会', en: 'the 21st party congress and its plenums' },
      why: { zh: '预计2027年下半年召开，召开后补日期', en: 'expected in the second half of 2027; the dates are to be added' },
    },
    {
      on: '2031-01-01',
      row: { zh: '“十五五”规划（2026—2030年）', en: 'the plan “十五五” (2026—2030)' },
      why: { zh: '期满，须补“十六五”', en: 'ends; the next plan is to be added' },
    },
  ],
  options: {
    ignore: {
      type: 'strings',
      default: [],
      zh: '不核对的规划，如“十四五”',
      en: 'plans that are not checked',
    },
  },
  quotes: ['past', 'mixed', 'congress', 'formula', 'ordinal', 'counted'],
  messages: {
    planYear: {
      zh: '“{plan}”的{words}是{due}年，此处说的是{year}年',
      en: 'The {words} of “{plan}” is {due}, here said of {year}',
    },
    planTurn: {
      zh: '“{plan}”{words}是{due}年的事，材料属于{year}年，请核',
      en: '“{plan}”: its beginning or end ({words}) was in {due}; the document is of {year}. Please check',
    },
    planDrawn: {
      zh: '“{plan}”自{from}年起实施，{year}年不会再{verb}',
      en: '“{plan}” has been in force since {from}; in {year} nobody would {verb} it',
    },
    planOver: {
      zh: '“{plan}”已于{to}年结束，{year}年的安排不宜再说{verb}',
      en: '“{plan}” ended in {to}; a plan for {year} cannot {verb} it',
    },
    early: {
      zh: '{name}{day}才闭幕，材料属于{year}年，不会已有其精神',
      en: '{name} closes on {day} only; a document of {year} cannot have studied it',
    },
    held: { zh: '{name}是{due}年召开的，此处说的是{year}年', en: '{name} was held in {due}, here said of {year}' },
    formula: {
      zh: '到{year}年还应写到{newer}（{day}闭幕），疑沿用旧稿',
      en: 'By {year} {newer} (closed on {day}) belongs here too; recycled?',
    },
    congress: {
      zh: '到{year}年指导思想应写到党的{newer}精神，疑沿用旧稿',
      en: 'By {year} this should go on to the {newer} congress; recycled?',
    },
    ordinal: { zh: '“党的第{number}大”应为“党的{number}大”', en: '“党的第{number}大” should be “党的{number}大”' },
    counted: {
      zh: '党代会称“第{number}次”，届用于全委会和人大、政协，请核',
      en: 'A party congress is “第{number}次”; 届 is for committees, 人大 and 政协. Please check',
    },
    mixed: {
      zh: '“党的{said}大”之后是“{held}届”全会，不是同一届，请核',
      en: 'The {said} congress stands before a plenum of the {held} central committee; please check',
    },
    past: {
      zh: '{name}{day}已闭幕，{year}年的材料不会再{verb}，疑沿用旧稿',
      en: '{name} closed on {day}; a document of {year} cannot look forward to it ({verb}). Recycled?',
    },
    year: { zh: '所说的年份', en: 'the year it is said of' },
  },
  check({ text, use, report }) {
    const own = use(documentYear)
    const isAhead = (offset: number): boolean => outlookAt(use, offset) === 'plan'

    for (const { match, start, stretch } of found(text, use, planAnchor, planPhrase)) {
      const plan = planNamed(match[1])
      const words = match[3] as string
      if (!plan || /普法|普及/.test(match[2] as string)) continue
      const said = saidYear(text, { start, end: start }, stretch.start)
      const due = plan.from + (yearOfPlan[words] as number) - 1
      const meant = said ? yearsMeant(said, own, isAhead(start)) : []
      const [year] = meant
      if (!said || year === undefined || meant.includes(due)) continue
      const end = start + match[0].length
      report('planYear', { start, end }, { plan: plan.name, words, due, year }, { see: [{ id: 'year', at: said, data: {} }] })
    }

    for (const { match, start } of found(text, use, planAnchor, planTask)) {
      const plan = planNamed(match[2])
      if (!own || !plan || !isAhead(start) || !isSure(own)) continue
      const at = { start, end: start + match[0].length }
      // “八五”普法 is a campaign for the law, not the plan of 1991.
      if (/^(?:依法)?普[法及]/.test(text.slice(at.end, at.end + 4))) continue
      const drawn = drawing[match[1] as string]
      // Plans of a trade follow the plan of the whole by a year.
      const isDrawn = /(?:规划|纲要)$/.test(match[0]) && !ofPlan.test(text.slice(at.end, at.end + 4))
      if (drawn && isDrawn && own.value >= plan.from + 2) {
        report('planDrawn', at, { plan: plan.name, from: plan.from, year: own.value, verb: drawn })
      }
      const finished = finishing[(match[3] ?? match[1]) as string]
      if (finished && own.value > plan.to)
        report('planOver', at, { plan: plan.name, to: plan.to, year: own.value, verb: finished })
    }

    for (const { match, start, stretch } of found(text, use, planAnchor, planTurn)) {
      const plan = planNamed(match[1])
      if (!own || !plan || !isSure(own) || use(tellsOfYears)) continue
      const { start: from, end: to } = sentenceAround(use, { start, end: start }, stretch)
      // “十三五”圆满收官、“十四五”良好开局: two plans in one sentence are looked back on.
      const isOnly = text.slice(from, to).split(planAnchor).length === 2
      if (!isOnly || atThatTime.test(text.slice(from, to))) continue
      const at = { start, end: start + match[0].length }
      const isOpening = /[开起]/.test(match[2] as string)
      const due = isOpening ? plan.from : plan.to
      // A review tells of the year before, and a paper of December of the year to come.
      const first = outlookAt(use, start) === 'plan' ? own.value : own.value - 1
      const isAsked = /(?:确保|力争|推动|努力|保证|促进)[^，。；]{0,8}$/.test(text.slice(Math.max(from, start - 12), start))
      if (isAhead(start) && !isAsked && due === own.value - 1) continue
      if (due >= first || due >= own.first - 1 + (isAhead(start) ? 1 : 0) || plan.to < own.value - 8) continue
      const words = isOpening ? '开局' : '收官'
      report('planTurn', at, { plan: plan.name, words, due, year: own.value }, { severity: 'info' })
    }

    for (const { match, start, stretch } of found(text, use, planAnchor, planDraft)) {
      const plan = planNamed(match[2] ?? match[4])
      const at = { start, end: start + match[0].length }
      if (!own || !plan || !isSure(own) || use(tellsOfYears)) continue
      // What was drawn up in the year reviewed is of the year before the document's.
      const year = outlookAt(use, start) === 'review' ? own.value - 1 : own.value
      const { start: from, end: to } = sentenceAround(use, at, stretch)
      if (year < plan.from + 2 || year > plan.to + 2 || atThatTime.test(text.slice(from, to))) continue
      const isTrade = /^”?[^“”，。；]{0,2}(?:专项|行业|领域)/.test(text.slice(at.end, at.end + 6))
      if (ofPlan.test(text.slice(at.end, at.end + 4)) || isTrade) continue
      const isTold = text.slice(at.start, at.end).startsWith('编制') && isAhead(start)
      if (!isTold)
        report('planDrawn', at, { plan: plan.name, from: plan.from, year, verb: match[1] ?? '编制' }, { severity: 'info' })
    }

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
      const said = saidAsHeld(text, meeting, at, stretch)
      const due = Number(meeting.from.slice(0, 4))
      if (said) report('held', at, { name, due, year: said.value }, { see: [{ id: 'year', at: said, data: {} }] })
      else if (own && isEarly(text, own, meeting, at, stretch)) report('early', at, { name, day: meeting.to, year: own.value })
    }

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

    for (const { match, start } of found(text, use, '五年规划', draftPhrase)) {
      const plan = planNamed(`${match[1] as string}五`)
      if (!own || !plan || !isSure(own) || own.value < plan.from + 2) continue
      const at = { start, end: start + match[0].length }
      report('planDrawn', at, { plan: plan.name, from: plan.from, year: own.value, verb: '提交草案' })
    }

    for (const { match, start, stretch } of found(text, use, '大将', comingPhrase)) {
      const meeting = meetingOf(numberOf(match[1] as string), 0)
      const at = { start, end: start + match[0].length }
      if (!own || !meeting || !isOver(text, own, meeting, at, stretch, outlookAt(use, start))) continue
      report('past', at, { name: nameOf(meeting), day: meeting.to, year: own.value, verb: '等它召开' })
    }

    for (const { match, start } of found(text, use, '全会精神', formulaPhrase)) {
      const congress = numberOf(match[1] as string)
      const elected = numberOf(match[2] as string)
      if (congress === undefined || elected === undefined) continue
      const at = { start, end: start + match[0].length }
      // The last plenum before a congress is studied with it: 十九届七中全会和党的二十大.
      const isLast = congress === elected + 1 && /^(?:七|.*、七)中$/.test(match[3] as string)
      if (congress < elected || (congress > elected && !isLast))
        report('mixed', at, { said: match[1] as string, held: match[2] as string })
      if (!own || !isSure(own) || congress !== elected) continue
      if (!isAhead(start)) {
        // A review tells of the year before in its own words.
        const newer = latestBefore(`${own.value - 1}-01-01`)?.congress ?? congress
        if (newer > congress && !use(tellsOfYears)) report('congress', at, { year: own.value, newer: congressName(newer) })
        continue
      }
      const due = latestBefore(earliestDay(own))
      if (!due || due.congress < congress) continue
      if (due.congress > congress) {
        if (daysLater(meetingOf(due.congress, 0)?.to, 400) <= earliestDay(own))
          report('congress', at, { year: own.value, newer: congressName(due.congress) })
        continue
      }
      const named = match[3] as string
      const last = named.startsWith('历次') ? due.plenum : Math.max(...[...named].map((digit) => numberOf(digit) ?? 0))
      if (last >= due.plenum) continue
      report(
        'formula',
        at,
        { year: own.value, newer: nameOf(due), day: due.to },
        due.to >= '2026-10-01' ? { severity: 'info' } : {},
      )
    }

    for (const { match, start } of found(text, use, '党的第', ordinalPhrase)) {
      const number = match[1] as string
      const at = { start, end: start + match[0].length }
      report('ordinal', at, { number }, { fix: { grade: 'suggested', edits: [{ ...at, text: `党的${number}大` }] } })
    }

    for (const { match, start } of found(text, use, '届党代会', countedPhrase)) {
      report('counted', { start, end: start + match[0].length }, { number: match[1] as string }, { severity: 'info' })
    }
  },
})

/** How far before and behind an anchor a phrase may reach. Characters. */
const reach = 34

interface Found {
  readonly match: RegExpMatchArray
  readonly start: number
  readonly stretch: Stretch
}

/** Matches of a global `pattern` in running text, looked for in the clauses round `anchor` only. */
function found(text: string, use: Use, anchor: string, pattern: RegExp): Found[] {
  const all: Found[] = []
  let done = 0
  for (const { one, stretch } of placesInProse(text, use, anchor)) {
    const at = one.start
    if (at < done) continue
    const from = Math.max(stretch.start, done, at - reach)
    const window = text.slice(from, Math.min(stretch.end, at + anchor.length + reach))
    for (const match of window.matchAll(pattern)) {
      const start = from + match.index
      all.push({ match, start, stretch })
      done = start + match[0].length
    }
  }
  return all
}

const planAnchor = '五”'
const planName = '“([六七八九十]五|十[一二三四五]五|十五)”'
const planPhrase = new RegExp(`${planName}([^，。；！？“”]{0,12}?)(${Object.keys(yearOfPlan).join('|')})`, 'g')
const planTask = new RegExp(
  `(编制|研究制定|确保|全面完成|圆满完成|高质量完成|决胜|冲刺)(?:好)?(?:[^，。；！？“”、]{0,6})${planName}(?:规划|纲要)?(?:目标任务)?(圆满收官|胜利收官|顺利收官|收官)?`,
  'g',
)

/** 确保“十四五”开好局、起好步, “十四五”圆满收官. */
const planTurn = new RegExp(
  `${planName}(?:规划|发展)?(?:实现)?(良好开局|开好局|起好步|开局起步|高质量开局|开门红|圆满收官|顺利收官|胜利收官|完美收官)`,
  'g',
)
/** 高质量编制“十四五”规划, “十四五”规划纲要框架稿, “十四五”规划编制工作, long after that plan began. */
const planDraft = new RegExp(
  `(编制|谋划|起草)(?:好|完成)?(?:[^，。；“”]{1,8})?${planName}(规划(?:纲要)?)(?!项目|实施|执行|中期|评估|收官|完成|确定)|${planName}规划(?:纲要)?(?:的)?(编制(?!的)|框架稿|基本思路|前期研究|前期课题|征求意见稿|初稿|草案|起草)`,
  'g',
)

/** What is done to a plan before it begins. */
const drawing: Readonly<Record<string, string>> = { 编制: '编制', 研究制定: '制定' }
/** Of a plan in force one draws up these. */
const ofPlan = /^(?:实施|中期|评估|执行|总结|收官|项目|后)/
/** What is done to a plan before it ends. */
const finishing: Readonly<Record<string, string>> = {
  全面完成: '完成',
  圆满完成: '完成',
  高质量完成: '完成',
  决胜: '决胜',
  冲刺: '冲刺',
  圆满收官: '收官',
  胜利收官: '收官',
  顺利收官: '收官',
  收官: '收官',
}

const planNamed = (name: string | undefined): Plan | undefined => plans.find((plan) => plan.name === name)

const congressNumber = '十[七八九]|二十一|二十'
const plenumPhrase = new RegExp(`(?:党的)?(${congressNumber})届((?:[一二三四五六七]中?、){0,6}[一二三四五六七])中全会`, 'g')
/** What every name of a congress in the table ends with: 大 alone is too common to begin a search with. */
const congressAnchors = ['七大', '八大', '九大', '十大', '一大']
const congressPhrase = new RegExp(`党的(${congressNumber})大(?=精神|报告|召开|胜利召开|闭幕)`, 'g')
const formulaPhrase = new RegExp(
  `党的(${congressNumber})大(?:精神)?(?:和|、|以及|及)(?:党的)?(${congressNumber})届(历次|(?:[一二三四五六七]中?、){0,6}[一二三四五六七]中)全会精神`,
  'g',
)
const ordinalPhrase = /党的第(十[四五六七八九]|二十一|二十)大(?![会学家报型])/g
const countedPhrase = /(十[一二三四五六七八九]|[二三]十[一二三四五六七八九]?|[一二三四五六七八九十])届党代会/g

/** What is done before a congress only: 以优异成绩迎接党的二十大胜利召开. */
const welcomes = ['喜迎', '迎接', '献礼'] as const
const welcomePhrase = new RegExp(
  `(?:${welcomes.join('|')})(?:党的)?第?(${congressNumber})(?:大(?![学家报型])|次全国代表大会)(?:的)?(?:胜利)?(?:召开)?`,
  'g',
)
/** The outline of a plan is a draft in the year in which the plan begins. */
const draftPhrase = /第(十[一二三四五])个五年规划(?:和[^《》，。]{0,20})?(?:纲要)?（草案）/g
const comingPhrase = new RegExp(`党的(${congressNumber})大将(?:于|在|要)?[^，。；！？]{0,10}?(?:胜利)?(?:召开|举行)`, 'g')
/** The sentence tells of that time. */
const atThatTime = /[0-9〇零一二三四五六七八九]{4}年|当年|那年|期间|之际|时候?[，。]|以来|五年|[两三四五几]年[来间前]|[上本]届|曾/

const meetingOf = (congress: number | undefined, plenum: number): Meeting | undefined =>
  (meetings as readonly Meeting[]).find((one) => one.congress === congress && one.plenum === plenum)

const congressName = (congress: number): string => `${toHan(congress)}大`
const nameOf = ({ congress, plenum }: Meeting): string =>
  plenum === 0 ? `党的${congressName(congress)}` : `党的${toHan(congress)}届${toHan(plenum)}中全会`

/** For two months after a plenum the wording before it is in use still. */
const latestBefore = (day: string): Meeting | undefined =>
  (meetings as readonly Meeting[]).findLast(({ to, plenum }) => plenum !== 1 && daysLater(to, 61) <= day)

function daysLater(day: string | undefined, days: number): string {
  if (day === undefined) return '9999-12-31'
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

const toCome = /将|即将|迎接|喜迎|筹备|前夕|召开之年|到来|为.{0,8}营造/
const takesPlace = /^(?:胜利|顺利)?(?:召开|举行|开幕|闭幕|审议|通过)/

/** The calendar year of which the meeting is said to have taken place, where that is not its year. */
function saidAsHeld(text: string, meeting: Meeting, at: Span, stretch: Stretch): SaidYear | undefined {
  if (!takesPlace.test(text.slice(at.end, at.end + 8))) return undefined
  const said = saidYear(text, at, stretch.start)
  return said?.kind === 'calendar' && said.value !== Number(meeting.from.slice(0, 4)) ? said : undefined
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
