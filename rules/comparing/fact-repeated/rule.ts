import { defineRule, type Pairing, pairing, type Span, type Unit, yearsOfPair } from '../../../src/kit.ts'

/** What happens once. */
const event =
  /建成投用|建成投产|建成通车|建成通水|投入使用|投入运[行营]|正式(?:通车|开通|投产|运营|启用|揭牌|挂牌|投用)|(?:全线|顺利|如期)(?:通车|贯通|竣工|投产)|通车|通水|竣工|揭牌|挂牌成立|落成|投产|投用|获评|评为|被评|命名为|授予|荣获|入选|成功创[建成]|通过[^，。；]{0,16}(?:认证|验收|评审|评估|复核|评定)|完成换届|首[个家例次座条届]|填补[^，。；]{0,8}空白|[0-9]{1,2}·[0-9]{1,2}|圆满承办|成功(?:举办|承办)[^，。；]{0,12}(?:届|首)/

/** A figure, a title or a name: without it a sentence is a general one. */
const particular =
  /[0-9]|“|《|(?:村|镇|乡|县|区|市|路|桥|园|厂|站|馆|中心|医院|学校|小学|中学|公司|水库|工程|项目|楼|称号|单位|示范|先进|文明|奖|地理标志|认证|河|湖)/

/** It is told as one of another year, or happened again. */
const otherwise = /[12][0-9]{3}年|去年|上年|已于|此前|以往|再次|继续|连续|又一|二期|三期|自从|以来/

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
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
  },
  check({ use, report }) {
    const pair = use(pairing)
    if (!pair || pair.body === 'other' || !yearsOfPair(pair)) return
    const before = eventsOf(pair)
    for (const { unit } of pair.rows) {
      if (!isReview(unit)) continue
      for (const { at, words, keys } of eventsIn(unit)) {
        const old = keys.map((key) => before.get(key)).find((span) => span !== undefined)
        if (old) report('again', at, { words }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
      }
    }
  },
})

const isReview = ({ isBody, isHeading, isOfYears, outlook }: Unit): boolean =>
  isBody && !isHeading && !isOfYears && outlook !== 'plan'

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
  return [...words.matchAll(/[^，。；：！]+/g)].flatMap((match): Event[] => {
    const clause = match[0].trim()
    const found = event.exec(clause)
    if (!found || !particular.test(clause) || otherwise.test(clause) || clause.length < head) return []
    const from = start + match.index + match[0].indexOf(clause)
    const before = clause.slice(0, found.index).replace(/(?:已|正式|顺利|全面|如期|成功|圆满|工程|项目)+$/, '')
    const stem = before.length >= head ? [`${before.slice(-head)}…`] : []
    return [{ at: { start: from, end: from + clause.length }, words: clause, keys: [clause, ...stem] }]
  })
}
