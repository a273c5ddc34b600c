/** Another office in the paper of one: 驻县教育局纪检监察组 where the paper of the bureau of health has its own. */
import type { Span } from '../../../src/kit.ts'

export interface OtherOffice {
  readonly at: Span
  readonly said: string
  readonly own: string
  readonly ownAt: Span
}

const office = '[\\u4e00-\\u9fff]{2,10}?(?:局|委员会|委|厅|公司|集团|医院|学院|大学|学校|银行)'
/** Of each office there is one in its own paper; the group that matched is the office. */
const slots: readonly RegExp[] = [
  new RegExp(`驻(?:[省市县区州])?(${office})(?:机关)?(?:纪检监察组|纪检组|监察组)`, 'g'),
  new RegExp(
    `(?<=[，。；经由报按照在\\n])(?:[省市县区州])?(${office})(?:党组|党委)(?=会议|会|书记|研究|决定|同意|理论|班子|成员)`,
    'g',
  ),
]
/** Who supervises all of them tells of all. */
const supervising = /纪委|监委|纪律检查|监察委|巡察|巡视|组织部|政府办|县委办|市委办|人大|政协/
/** The sentence names several, or one that came. */
const together = /[、和与及]|联合|会同|分别|各|来自|应邀|兄弟/

/** 全县卫生健康系统 of one’s own bureau, again and again. */
const system = /全([省市县区州])([\u4e00-\u9fff]{2,6}?)系统/g
const leastOwn = 2

/** How a house of one kind never calls its own people. */
const houses: readonly (readonly [house: RegExp, foreign: RegExp])[] = [
  [/(?:医院|卫生院|保健院)/, /全校(?:师生|上下|教职)|全体(?:教职员?工|师生)|全局(?:上下|干部职工)|全行(?:员工|上下)/g],
  [
    /(?:中学|小学|学校|幼儿园|[一二三四五六七八九十]中)(?![\u4e00-\u9fff]*(?:医院|局))/,
    /全院(?:职工|医护|医务)|全体(?:医护|医务)人员|全局(?:上下|干部职工)|全行(?:员工|上下)/g,
  ],
  [/(?:银行|农商行|信用联社|支行)/, /全局(?:上下|干部职工)|全校(?:师生|上下)|全院(?:职工|上下|干警)|全厂职工/g],
  [/(?:法院|检察院)/, /全局(?:上下|干警|干部职工)|全校(?:师生|上下)|全行(?:员工|上下)/g],
  [
    /(?<!教育|教体|教育体育|卫生健康|卫健)局(?![\u4e00-\u9fff]*(?:学校|医院))/,
    /全校(?:师生|上下)|全院(?:职工|上下|干警)|全行(?:员工|上下)|全体(?:医护|师生)/g,
  ],
]

/** 全县教育系统 once, in the paper of the bureau of health. */
function otherSystem(text: string, title: string): OtherOffice[] {
  const all = [...text.matchAll(system)].map((match) => {
    const words = match[2] as string
    const start = match.index + 2
    return { words, start, end: start + words.length }
  })
  const own = all.filter(({ words }) => title.includes(words))
  const others = all.filter(({ words }) => !title.includes(words))
  const [first] = own
  const [other] = others
  if (!first || !other || own.length < leastOwn || others.length > 1) return []
  if (own.some(({ words }) => words !== first.words) || /各|政法|党委|行业/.test(other.words)) return []
  const around = text.slice(Math.max(0, other.start - 24), other.start - 2)
  if (/会议|[、和与]|荣获|获评?|位居|表彰|先进|部署|召开/.test(around + text.slice(other.end + 2, other.end + 12))) return []
  return [{ at: { start: other.start, end: other.end }, said: other.words, own: first.words, ownAt: first }]
}

/** 全体教职员工 in the paper of a hospital, once. */
function otherHouse(text: string, title: string, titleAt: Span): OtherOffice[] {
  const row = houses.find(([house]) => house.test(title))
  if (!row) return []
  const all = [...text.slice(titleAt.end).matchAll(row[1])]
  const [match] = all
  if (!match || all.length > 1) return []
  const start = titleAt.end + match.index
  const said = match[0]
  const around = text.slice(Math.max(0, start - 60), start + 40)
  if (/附属|共建|联合|走进|送教|义诊|校园|学校|学院|医院|银行|学生/.test(around.replace(said, ''))) return []
  return [{ at: { start, end: start + said.length }, said, own: row[0].exec(title)?.[0] ?? '', ownAt: titleAt }]
}

export function otherOffices(text: string, title: string, titleAt: Span | undefined): OtherOffice[] {
  if (title === '' || !titleAt || supervising.test(title)) return []
  return [...otherOfSlots(text, title), ...otherSystem(text, title), ...otherHouse(text, title, titleAt)]
}

function otherOfSlots(text: string, title: string): OtherOffice[] {
  return slots.flatMap((slot) => {
    const all = [...text.matchAll(slot)].map((match) => {
      const words = match[1] as string
      const start = match.index + match[0].indexOf(words)
      return { words, start, end: start + words.length }
    })
    const own = all.filter(({ words }) => title.includes(words))
    const [first] = own
    if (!first) return []
    const others = all.filter(({ words }) => !title.includes(words))
    if (others.length !== 1) return []
    const [other] = others as [(typeof others)[number]]
    const before = text.slice(Math.max(0, other.start - 12), other.start - 1)
    const lead = before.slice(Math.max(...['，', '。', '；', '：', '\n'].map((mark) => before.lastIndexOf(mark))) + 1)
    if (together.test(lead) || /^(?:纪检监察组|党组|党委)?[和与及]/.test(text.slice(other.end, other.end + 8))) return []
    return [{ at: { start: other.start, end: other.end }, said: other.words, own: first.words, ownAt: first }]
  })
}
