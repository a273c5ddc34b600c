import { defineRule, pairing, type Unit, yearsOfPair } from '../../../src/kit.ts'

/** What happens once. */
const event =
  /建成投用|建成投产|建成通车|正式(?:通车|开通|投产|运营|启用|揭牌|挂牌)|(?:全线|顺利|如期)(?:通车|贯通|竣工|投产)|通车|通水|竣工|揭牌|挂牌成立|落成|投产|获评|被评为|被命名为|被授予|荣获|入选|成功创建|通过[^，。；]{0,12}(?:认证|验收|评审|评估)|完成换届|首[个家例次座条]|填补[^，。；]{0,8}空白/

/** A figure, a title or a name: without it a sentence is a general one. */
const particular = /[0-9]|“|《|(?:村|镇|乡|县|区|市|路|桥|园|厂|站|馆|中心|医院|学校|小学|中学|公司|水库|工程|项目)/

/** So alike, it is the same event told again. */
const leastAlike = 0.7

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
    for (const { unit, mate, similarity } of pair.rows) {
      if (!mate || similarity < leastAlike || !isReview(unit) || !isReview(mate)) continue
      const happened = eventIn(unit.words, mate.words)
      if (happened === undefined) continue
      const start = unit.start + happened.index
      report(
        'again',
        { start, end: start + happened.words.length },
        { words: happened.words },
        { see: [{ id: 'old', at: mate, data: {}, inOther: true }] },
      )
    }
  },
})

const isReview = ({ isBody, isHeading, isOfYears, outlook }: Unit): boolean =>
  isBody && !isHeading && !isOfYears && outlook !== 'plan'

/** The clause that tells of an event in both, word for word; one that names its year tells of that year. */
function eventIn(words: string, old: string): { readonly words: string; readonly index: number } | undefined {
  for (const match of words.matchAll(/[^，。；：！]+/g)) {
    const [clause] = match
    if (!event.test(clause) || !particular.test(clause) || /[12][0-9]{3}年|去年|上年|已于|此前|以往/.test(clause)) continue
    if (old.includes(clause)) return { words: clause, index: match.index }
  }
  return undefined
}
