import {
  type DateTime,
  defineRule,
  type Pairing,
  pairing,
  type Row,
  type Span,
  times,
  type Unit,
  within,
  yearsOfPair,
} from '../../../src/kit.ts'
import { isFixedDay } from '../../../src/world/days.ts'
import { begunAgain, finishedAgain, isReview, otherwise, plannedAgain } from './works.ts'

/** What happens once. */
const event =
  /建成投用|建成投产|建成通车|建成通水|投入使用|投入运[行营]|正式(?:通车|开通|投产|运营|启用|揭牌|挂牌|投用)|建成开[业园馆放诊]|开[业园馆]|封顶|奠基|开工建设|破土动工|零的突破|新(?:成立|组建|设立)|(?:全线|顺利|如期)(?:通车|贯通|竣工|投产)|通车|通水|竣工(?!率)|揭牌|挂牌成立|落成|投产|投用|获评|评为|被评|获批(?!准|复|次|资金|专项)|命名为|授予|荣获|入选|成功创[建成]|通过[^，。；]{0,16}(?:认证|验收|评审|评估|复核|评定)|完成换届|为主题(?:开展|举办|组织|举行)[^，。；]{0,24}(?:[周月日节]|活动)|首[个家例次座条届]|填补[^，。；]{0,8}空白|[0-9]{1,2}·[0-9]{1,2}|圆满承办|成功(?:举办|承办)[^，。；]{0,12}(?:届|首)|(?:妥善应对|成功(?:应对|抵御|处置)|有效(?:应对|处置)|遭[遇受])[^，。；]{0,16}(?:灾害|暴雨|洪水|洪涝|降雨|台风|风雹|冰雹|干旱|伏旱|寒潮|雪灾|地震|山洪|泥石流|高温)|由[0-9]+[^，。；0-9]{0,4}(?:压减|精简|整合|缩减|归并|撤并|减少|增加|扩大|优化)[至到为][0-9]+/

/** A figure, a title or a name: without it a sentence is a general one. */
const particular =
  /[0-9]|“|《|(?:村|镇|乡|县|区|市|路|桥|园|厂|站|馆|中心|医院|学校|小学|中学|公司|水库|工程|项目|楼|称号|单位|示范|先进|文明|奖|地理标志|认证|河|湖|节|大赛|活动|品牌|党支部|灾害|暴雨|台风)|实现\p{Script=Han}{3,20}零的突破|首届|首次举办/u

/** Everybody’s own place tells nothing: 实现我市零的突破. */
const ourPlace = /[我全本][省市县区镇乡村]/g

/** A step on the way: what was begun last year is done this year. */
const stage = /开工|奠基|破土|封顶|新(?:成立|组建|设立)|由[0-9]/

/** The last of the words before an event say of what it is told. */
const head = 6

export default defineRule({
  id: 'fact-repeated',
  severity: 'warning',
  summary: { zh: '去年回顾过的事，今年又写了一遍', en: 'What last year’s text reviewed is reviewed again' },
  source: { tier: '本规则', ref: '建成、通车、获评一类的事只有一次' },
  options: {},
  messages: {
    again: {
      zh: '去年的稿子里也写了这件事（“{words}”），是去年的事，还是今年又有？请核',
      en: 'Last year’s text tells of this too (“{words}”): was it last year, or again? Please check',
    },
    dated: {
      zh: '去年的稿子里也有这句话，日期、事情都没变，是不是去年的事？请核',
      en: 'Last year’s text has this very sentence, date and all: was it last year? Please check',
    },
    begun: {
      zh: '去年的计划里也说“{words}”，今年还这样说，请核',
      en: 'Last year’s plan said “{words}” too; please check',
    },
    planned: {
      zh: '“{words}”沿用去年的计划，而今年的回顾里说{name}已经完成，请核',
      en: '“{words}” was planned last year, and this year’s review says that {name} is done; please check',
    },
    finished: {
      zh: '去年的稿子里说{name}已经{done}，今年的计划里又说“{words}”，请核',
      en: 'Last year’s text says that {name} is done ({done}), and this plan has “{words}”; please check',
    },
    done: { zh: '回顾里这样写', en: 'so the review has it' },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
  },
  check({ use, report }) {
    const pair = use(pairing)
    if (!pair || pair.body === 'other' || !yearsOfPair(pair)) return
    for (const { at, words, name, old, done } of plannedAgain(use, pair))
      report(
        'planned',
        at,
        { words, name },
        {
          see: [
            { id: 'done', at: done, data: {} },
            { id: 'old', at: old, data: {}, inOther: true },
          ],
        },
      )
    for (const { at, words, old } of begunAgain(pair))
      report('begun', at, { words }, { severity: 'info', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    for (const { at, words, name, done, old } of finishedAgain(pair))
      report('finished', at, { words, name, done }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    const before = eventsOf(pair)
    for (const row of pair.rows) {
      const { unit, mate } = row
      if (!isReview(unit)) continue
      const dates = datesOf(within(use(times), unit))
      if (mate && isDated(row, dates)) {
        const severity = isOfDay(dates) ? 'warning' : 'info'
        report('dated', unit, {}, { severity, see: [{ id: 'old', at: mate, data: {}, inOther: true }] })
        continue
      }
      for (const { at, words, keys } of eventsIn(unit)) {
        const old = keys.map((key) => before.get(key)).find((span) => span !== undefined)
        if (old) report('again', at, { words }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
      }
    }
  },
})

/** What is done every year on such a day, or every month. */
const recurring =
  /每[年月季周日]|例行|定期|一年一度|纪念日|节前|春节|国庆|中秋|端午|元旦|清明|“?[五六七八十][·.]?一”?前|月份?起|至[0-9]{1,2}月/

/** Shorter sentences say too little of what happened. UTF-16 units. */
const leastDated = 16

const datesOf = (found: readonly { readonly kind: string }[]): DateTime[] =>
  (found as readonly DateTime[]).filter(({ kind, year }) => kind === 'date' && year?.kind !== 'year')

const isOfDay = (dates: readonly DateTime[]): boolean =>
  dates.some(({ month, day }) => day !== undefined && !isFixedDay(month, day))

/** A whole sentence of last year’s review that tells what happened on a day or in a month. */
function isDated({ unit, mate, kind }: Row, dates: readonly DateTime[]): boolean {
  if (kind !== 'same' || !mate || mate.outlook === 'plan' || unit.words.length < leastDated) return false
  if (recurring.test(unit.words) || otherwise.test(unit.words)) return false
  // What is told of the end of the year, or of a day that every year has, may be told every year.
  const isFixed = dates.some(({ month, day }) => (day === undefined ? month === 12 : isFixedDay(month, day)))
  const [first] = dates
  return first !== undefined && !isFixed && first.start - unit.start <= opening
}

/** So near to its beginning a sentence says when it happened. UTF-16 units. */
const opening = 4

/** 首届清河邻里节: what is the first of its kind is so once, wherever it was held. */
const first = /首[届次个][\p{Script=Han}“]{5}/u
/** What may be done for the first time every year, by somebody else. */
const firstTime = /^首[届次个](?:突破|实现|获|达到|超过|跻身|进入|入选|列入|荣获|被|全[国省市县])/

function firstOf(clause: string): string[] {
  const [words] = first.exec(clause) ?? []
  return words === undefined || firstTime.test(words) ? [] : [`首：${words}`]
}

/** The events of the old review by what is told of them. */
function eventsOf({ old }: Pairing): Map<string, Span> {
  const found = new Map<string, Span>()
  for (const unit of old.units) {
    if (!isReview(unit)) continue
    for (const { keys } of eventsIn(unit)) for (const key of keys) if (!found.has(key)) found.set(key, unit)
  }
  return found
}

interface Event {
  readonly at: Span
  readonly words: string
  /** The clause itself, and what it happened to: the same words may end 建成投用 and 正式投用. */
  readonly keys: readonly string[]
}

/** Clauses that tell of an event; one that names its year tells of that year. */
function eventsIn({ words, start }: Unit): Event[] {
  if (!event.test(words)) return []
  return [...words.matchAll(/[^，。；：！]+/g)].flatMap((match): Event[] => {
    const clause = match[0].trim()
    const found = event.exec(clause)
    if (!found || !particular.test(clause.replace(ourPlace, '')) || otherwise.test(clause) || clause.length < head) return []
    const from = start + match.index + match[0].indexOf(clause)
    const before = clause.slice(0, found.index).replace(/(?:已|正式|顺利|全面|如期|成功|圆满|工程|项目){1,4}$/, '')
    const stem = before.length >= head && !stage.test(found[0]) ? [`${before.slice(-head)}…`] : []
    return [{ at: { start: from, end: from + clause.length }, words: clause, keys: [clause, ...stem, ...firstOf(clause)] }]
  })
}
