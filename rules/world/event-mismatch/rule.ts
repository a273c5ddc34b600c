import {
  defineRule,
  documentYear,
  isSure,
  latestDay,
  numberOf,
  placesOf,
  type Span,
  type Stretch,
  sentenceAround,
  spokenYears,
  structure,
  tableFinder,
  tablesAsOf,
  tellsOfYears,
} from '../../../src/kit.ts'
import {
  amendedLaws,
  type DatedEvent,
  datedEvents,
  earlierPlenumEvents,
  type Happening,
  nationalMeetings,
  plenumEvents,
  policyFigures,
  sayings,
  volumes,
} from '../../../src/world/events.ts'

type Event = Pick<DatedEvent, 'names' | 'isWhole' | 'days' | 'verified'>
const named = [...datedEvents, ...plenumEvents, ...earlierPlenumEvents].flatMap((event: Event) =>
  event.names.map((name) => ({ event, name })),
)
/** Where the plenums begin: of their years `period-mismatch` tells. */
const firstPlenum = datedEvents.flatMap(({ names }) => names).length
const findEvents = tableFinder(named.map(({ name }) => name))
const findSayings = tableFinder(sayings.map(({ words }) => words))
const figured = policyFigures.flatMap((row) => row.words.map((words) => ({ row, words })))
const findFigured = tableFinder(figured.map(({ words }) => words))
const findLaws = tableFinder(amendedLaws.map(({ title }) => title))

/** A day as it is told: 2021年, 2021年6月, 2021年6月10日. */
interface Told extends Span {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
  readonly happening: Happening | undefined
}

export default defineRule({
  id: 'event-mismatch',
  severity: 'warning',
  summary: {
    zh: '大事的日期、会议的提法安错了（2020年1月1日起施行的民法典、中央农村工作会议提出“以进促稳”）',
    en: 'The day of a law or a meeting is not its day, or words are told of a meeting that did not say them',
  },
  source: { tier: '事实', ref: `法律的通过和施行日期、会议日期见公布的文本和当日新闻，核至${tablesAsOf}` },
  ages: [
    {
      on: '2027-03-20',
      row: { zh: '新通过的法律和中央的会议', en: 'laws passed and meetings held since' },
      why: { zh: '每年新增，须补', en: 'there are new ones each year' },
    },
  ],
  options: {
    allow: { type: 'strings', default: [], zh: '不核对的说法', en: 'words that are not checked' },
  },
  quotes: ['date', 'maybe', 'saying', 'figures', 'amended'],
  messages: {
    date: {
      zh: '{name}是{due}{verb}的，此处说的是{said}',
      en: '{name}: the day ({verb}) is {due}, here {said}',
    },
    maybe: {
      zh: '{name}据记载是{due}{verb}，此处说的是{said}，请核',
      en: '{name}: the day ({verb}) is said to be {due}, here {said}. Please check',
    },
    event: { zh: '所说的事', en: 'what is told of' },
    fresh: {
      zh: '{name}是{held}年召开的，{year}年的材料说会后随即学习，疑沿用旧稿，请核',
      en: '{name} was held in {held}; a document of {year} tells of studying it at once. Recycled? Please check',
    },
    volume: {
      zh: '《习近平谈治国理政》{volume}{day}出版，材料属于{year}年，请核',
      en: 'That volume ({volume}) came out in {day}; the document is of {year}. Please check',
    },
    task: {
      zh: '{year}年的材料说到新近的{newer}，这里的{name}早一年，请核',
      en: 'A document of {year} has {newer} to study; {name} is older. Please check',
    },
    saying: {
      zh: '“{words}”是{due}的提法，此处说的是{said}，请核',
      en: '“{words}” was said at {due}, here told of {said}. Please check',
    },
    figures: {
      zh: '{name}是{due}，此处是{said}，请核',
      en: '{name} has {due}, here {said}. Please check',
    },
    amended: {
      zh: '{law}制定于{made}年，近年是修改，此处说“{said}”，请核',
      en: '{law} was made in {made} and has been amended of late; here it is called new ({said}). Please check',
    },
  },
  check({ text, use, mayTell, report }) {
    const own = use(documentYear)
    for (const stretch of use(structure).stretches) {
      for (const { phrase, start, end } of findEvents(use, stretch.start, stretch.end)) {
        const { event, name } = named[phrase] as (typeof named)[number]
        // 行政监察法 and 实施条例 are other papers.
        if (/[\u4e00-\u9fff]法$/.test(name) && isOtherLaw(text, start, end)) continue
        const told = toldBefore(text, start, end, stretch, event) ?? toldBehind(text, end, stretch)
        if (phrase >= firstPlenum && sayFresh(event, name, { start, end }, stretch)) continue
        const isOfYear = phrase >= firstPlenum && takesPlace.test(text.slice(end, end + 6))
        if (told && mayTell(told) && !(isOfYear && !event.days.held?.some((day) => day.startsWith(`${told.year}`))))
          sayDay(event, name, told, { start, end })
      }
      for (const at of placesOf(text, collected, stretch.start, stretch.end)) sayVolume(at, stretch)
      for (const { phrase, start, end } of findSayings(use, stretch.start, stretch.end)) {
        const row = sayings[phrase] as (typeof sayings)[number]
        const { start: from } = sentenceAround(use, { start, end }, stretch)
        const match = attributed.exec(text.slice(Math.max(from, start - longestLead), start))
        if (!match || row.meetings.includes(match[1] as string)) continue
        const at = Math.max(from, start - longestLead) + match.index
        const span = { start: at, end: at + (match[1] as string).length }
        const data = { words: row.words, due: row.meetings[0] as string, said: match[1] as string }
        if (mayTell(span)) report('saying', span, data, { severity: 'info' })
      }
      for (const { phrase, start, end } of findFigured(use, stretch.start, stretch.end)) sayFigures(phrase, start, end, stretch)
      for (const { phrase, start, end } of findLaws(use, stretch.start, stretch.end)) {
        const law = amendedLaws[phrase] as (typeof amendedLaws)[number]
        const match = calledNew.exec(text.slice(Math.max(stretch.start, start - 24), start))
        if (!match || isOtherLaw(text, start, end) || (own && own.value <= law.made + 3)) continue
        const span = { start: start - match[0].length, end: text[end] === '》' ? end + 1 : end }
        const data = { law: law.title, made: law.made, said: match[1] as string }
        if (mayTell(span)) report('amended', span, data, { severity: 'info' })
      }
    }

    /** 把学习贯彻党的二十届三中全会精神作为重大政治任务, in a review of the year of the fourth. */
    function sayTask(event: Event, name: string, { start, end }: Span, stretch: Stretch): boolean {
      const spoken = spokenYears(own)
      const from = event.days.held?.[0] ?? ''
      if (!own || !spoken || Number(from.slice(0, 4)) >= spoken.first) return false
      if (
        !/(?:把|将)(?:深入)?学习(?:宣传)?(?:贯彻)?(?:落实)?(?:党的)?$/.test(
          text.slice(Math.max(stretch.start, start - 14), start),
        )
      )
        return false
      if (!/^精神作为[^。；，]{0,16}政治任务/.test(text.slice(end, end + 28))) return false
      // A congress is studied for years; the second plenum of a term is on offices.
      const day = latestDay(own)
      const newer = plenumEvents.findLast(({ names: [one = ''], days: { held: [first = ''] = [] } }) => {
        return !/大$|二中全会$|一中全会$/.test(one) && first >= `${spoken.first}-01-01` && first <= day
      })
      if (!newer || name.endsWith('大') || !mayTell({ start, end })) return false
      report('task', { start, end }, { name, newer: newer.names[0] as string, year: own.value }, { severity: 'info' })
      return true
    }

    /** 党的十九大召开后，第一时间收听收看, in a paper of 2022. */
    function sayFresh(event: Event, name: string, at: Span, stretch: Stretch): boolean {
      const spoken = spokenYears(own)
      if (sayTask(event, name, at, stretch)) return true
      const year = Number(event.days.held?.[0]?.slice(0, 4))
      if (!own || !spoken || (year >= spoken.first - 1 && year <= spoken.last)) return false
      const sentence = sentenceAround(use, at, stretch)
      const words = text.slice(sentence.start, sentence.end)
      const isFresh =
        /^(?:胜利)?(?:召开|闭幕|开幕)(?:后|当天|当日|之际|以后|之后|期间)?，?[^，。]{0,10}(?:第一时间|迅速|及时|立即|收听收看|收看)/
      if (!isFresh.test(text.slice(at.end, at.end + 24)) || /以来|五年|当年|那年|曾|[0-9]{4}年/.test(words) || use(tellsOfYears))
        return false
      if (!mayTell(at)) return false
      report('fresh', at, { name, held: year, year: own.value }, { severity: 'info' })
      return true
    }

    /** 《习近平谈治国理政》第五卷 in a paper of 2024. */
    function sayVolume(at: number, stretch: Stretch): void {
      const from = at + collected.length
      const match = /^》?[（(]?(第([一二三四五])卷)/.exec(text.slice(from, Math.min(stretch.end, from + 6)))
      const day = match ? volumes[(numberOf(match[2] as string) ?? 0) - 1] : undefined
      if (!own || !match || day === undefined || !isSure(own)) return
      const last = own.month === undefined && own.last > own.value ? `${own.last}-04` : latestDay(own).slice(0, 7)
      const start = from + match[0].length - (match[1] as string).length
      const span = { start, end: from + match[0].length }
      if (day > last && mayTell(span))
        report('volume', span, { volume: match[1] as string, day, year: own.value }, { severity: 'info' })
    }

    function sayDay(event: Event, name: string, told: Told, at: Span): void {
      const happening = told.happening ?? (event.isWhole ? 'held' : undefined)
      const days = happening && event.days[happening]
      if (!days || days.some((day) => isOn(told, day))) return
      const nearest = days.toSorted(
        (a, b) => Math.abs(Number(a.slice(0, 4)) - told.year) - Math.abs(Number(b.slice(0, 4)) - told.year),
      )[0]
      // A law of the same name of long ago, and another house's: nothing is known of either.
      if (nearest === undefined || (!event.isWhole && Math.abs(Number(nearest.slice(0, 4)) - told.year) > farthest)) return
      const data = {
        name,
        due: days.map(spelled).join('、'),
        verb: event.isWhole ? '' : verbOf[happening],
        said: text.slice(told.start, told.end),
      }
      const see = [{ id: 'event' as const, at, data: {} }]
      if (event.verified) report('date', told, data, { see })
      else report('maybe', told, data, { see, severity: 'info' })
    }

    function sayFigures(phrase: number, start: number, end: number, stretch: Stretch): void {
      const { row } = figured[phrase] as (typeof figured)[number]
      const sentence = sentenceAround(use, { start, end }, stretch)
      const from = Math.max(sentence.start, start - 12)
      const words = text.slice(from, Math.min(sentence.end, end + 20))
      const match = /([0-9]{1,2})个?方面([0-9]{1,3})[项条]/.exec(words)
      if (!match || !/国务院|国家|中央/.test(text.slice(sentence.start, sentence.end))) return
      const figures = [Number(match[1]), Number(match[2])]
      if (row.figures.every((figure, index) => figure === figures[index])) return
      const span = { start: from + match.index, end: from + match.index + match[0].length }
      const data = { name: row.id, due: `${row.figures[0]}个方面${row.figures[1]}项`, said: match[0] }
      if (mayTell(span)) report('figures', span, data, { severity: 'info' })
    }
  },
})

const collected = '习近平谈治国理政'
const takesPlace = /^(?:胜利|顺利)?(?:召开|举行|开幕|闭幕|审议|通过)/
/** How far before the words of a meeting its name may stand. Characters. */
const longestLead = 50
const attributed = new RegExp(
  `(${nationalMeetings.join('|')})(?:报告)?(?:[上中])?(?:鲜明|明确)?(?:提出|明确|强调|确定|部署|作出|指出|关于|确立)(?:的|了|要)?[^。！？；会]{0,12}$`,
)
const calledNew = /(新(?:制定|出台|颁布|制订))(?:实施)?的?《?(?:中华人民共和国)?(?:各级人民代表大会常务委员会)?$/
const farthest = 12

const verbOf: Readonly<Record<Happening, string>> = { held: '召开', passed: '通过', force: '施行' }
const happenings: readonly (readonly [RegExp, Happening])[] = [
  [/施行|实施|生效/, 'force'],
  [/通过|颁布|公布|发布/, 'passed'],
  [/召开|举行|开幕/, 'held'],
]
const happeningOf = (words: string): Happening | undefined => happenings.find(([pattern]) => pattern.test(words))?.[1]

const dateWords = '([12][0-9]{3})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日?)?)?(?:至[0-9]{1,2}日)?'
const dateOnly = new RegExp(dateWords, 'g')
const verbWords = '召开|举行|开幕|审议通过|表决通过|通过|颁布|公布|发布|施行|实施|生效'
/** 2020年5月28日，十三届全国人大三次会议表决通过《, 自2021年1月1日起施行的. */
const before = new RegExp(
  `${dateWords}(?:起)?，?(?:在[^，。；]{1,10}|[^，。；0-9]{0,18})?(?:正式|胜利|隆重|全面)?(${verbWords})(?:了|的|并施行的)?(?:新修[订改正]的)?(?:党的|《)?(?:中华人民共和国)?$`,
)
/** 2021年2月25日，: the verb stands behind, or the name tells what happened. */
const justBefore = new RegExp(`${dateWords}(?:，|的|，?在(?:北京|京)|[上下]午|，?随着)?(?:党的|全国|《)?(?:中华人民共和国)?$`)
const verbBehind = new RegExp(`^[》”]?(?:在[^，。；]{1,8})?(?:正式|胜利|隆重|全面)?(${verbWords})`)
/** 自2021年11月1日起施行 */
const behind = new RegExp(
  `^[》”]?(?:（[^）]{1,12}）)?(?:已|将|已经)?(?:自|于|从)${dateWords}(?:起)?(?:正式|胜利|隆重|全面)?(${verbWords})`,
)
/** 1956年，毛泽东同志在党的七届二中全会上 */
const speaking = new RegExp(`${dateWords}，?[^，。；0-9]{0,12}在(?:党的)?$`)
/** 于2023年12月19日发布，自2024年1月1日起施行 */
const later = new RegExp(`^[^。；《]{0,40}?，(?:现予公布，)?自${dateWords}(?:起)?(?:正式)?(施行|实施|生效)`)
/** How much before and behind a name is read. Characters. */
const reach = 64

function toldOf(match: RegExpExecArray, from: number, verb: string | undefined): Told {
  const [, year, month, day] = match
  // 于2023年12月19日发布，自2024年1月1日起施行: the last one is meant.
  const date = [...match[0].matchAll(dateOnly)].at(-1) as RegExpExecArray
  const start = from + match.index + date.index
  return {
    start,
    end: start + date[0].length,
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    happening: verb === undefined ? undefined : happeningOf(verb),
  }
}

function toldBefore(text: string, start: number, end: number, stretch: Stretch, event: Event): Told | undefined {
  const from = Math.max(stretch.start, start - reach)
  const words = text.slice(from, start)
  const lastStop = Math.max(words.lastIndexOf('！'), words.lastIndexOf('\n')) + 1
  const clause = words.slice(lastStop)
  if (!/[0-9]/.test(clause)) return undefined
  const near = justBefore.exec(clause)
  const verb = verbBehind.exec(text.slice(end, end + 16))?.[1]
  if (near && (event.isWhole || verb !== undefined)) return toldOf(near, from + lastStop, event.isWhole ? undefined : verb)
  const spoken = /^(?:第.{1,3}次全体会议)?上/.test(text.slice(end, end + 8)) ? speaking.exec(clause) : null
  if (spoken) return toldOf(spoken, from + lastStop, event.isWhole ? undefined : '召开')
  const match = before.exec(clause)
  return match ? toldOf(match, from + lastStop, event.isWhole ? undefined : match[4]) : undefined
}

function toldBehind(text: string, end: number, stretch: Stretch): Told | undefined {
  const words = text.slice(end, Math.min(stretch.end, end + reach))
  const match = behind.exec(words) ?? later.exec(words)
  return match ? toldOf(match, end, match[4]) : undefined
}

/** Whether what is told is that day, as far as it is told. */
function isOn({ year, month, day }: Told, known: string): boolean {
  const [first = '', last] = known.split('/')
  const [dueYear, dueMonth, dueDay] = first.split('-').map(Number)
  if (year !== dueYear) return false
  if (month === undefined || dueMonth === undefined) return true
  if (month !== dueMonth) return false
  return day === undefined || dueDay === undefined || (day >= dueDay && day <= Number(last ?? dueDay))
}

function spelled(day: string): string {
  const [first = '', last] = day.split('/')
  const [year, month, date] = first.split('-').map(Number)
  return `${year}年${month === undefined ? '' : `${month}月`}${date === undefined ? '' : `${date}日`}${last === undefined ? '' : `至${Number(last)}日`}`
}

/** 行政监察法 holds 监察法, 民法典实施办法 is another paper. */
function isOtherLaw(text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 12), start)
  if (
    /[\u4e00-\u9fff]$/.test(lead) &&
    !/(?:的|和|与|及|国|会|实施|施行|通过|制定|出台|颁布|贯彻|落实|学习|修[订改正])$/.test(lead)
  )
    return true
  return /^(?:》)?(?:实施|若干|（草案）|草案|修正案|的实施|配套|解释)/.test(text.slice(end, end + 5))
}
