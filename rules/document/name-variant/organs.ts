/** One organ under two kinds: 市发展改革委 and 市发展和改革局. */
import { addTo, type Span } from '../../../src/kit.ts'

/** Fields of organs: the words a name may have for it, all the same field. */
const fields: readonly RegExp[] = [
  /发展(?:和|与)?改革|发改/,
  /住房(?:和|与)?城乡建设|住建/,
  /卫生(?:和)?健康|卫健/,
  /文化(?:和|与)?旅游|文旅/,
  /人力资源(?:和|与)?社会保障|人社/,
  /农业农村/,
  /交通运输|交通/,
  /教育|教/,
  /工业(?:和|与)?信息化|工信/,
  /科学技术|科技/,
  /国有资产监督管理|国资/,
  /城市管理|城管/,
  /民族宗教|民宗/,
]

const wholeFields: readonly RegExp[] = fields.map(({ source }) => new RegExp(`^(?:${source})$`))

const organ = new RegExp(
  `(?<![\\u4e00-\\u9fff]{0,1}[各级有])([省市县区州])(${fields.map(({ source }) => source).join('|')})(委员会|委|局|厅)(?![员员会属派任书办党员]|管)`,
  'g',
)

export interface OrganVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
}

/** Bureaus of which a place has one or the other: where both are told one is of another time or place. */
const either: readonly (readonly string[])[] = [
  ['教育局', '教育体育局', '教育和体育局', '教育科技局', '教育科技和体育局'],
  ['水利局', '水务局'],
  ['农业农村局', '农业局', '农牧局', '农业和农村局'],
  ['文化和旅游局', '文化广电和旅游局', '文化广电旅游局', '文化体育和旅游局', '文化旅游局', '文化广电新闻出版局'],
  ['林业局', '林业和草原局'],
  ['城市管理局', '城市管理和综合执法局', '城市管理综合执法局', '城市管理行政执法局'],
  ['商务局', '商务和投资促进局', '商务和粮食局'],
  ['生态环境局', '环境保护局', '环保局'],
  ['卫生健康局', '卫生局', '卫生和计划生育局'],
  ['自然资源局', '自然资源和规划局', '国土资源局'],
  ['市场监督管理局', '工商行政管理局', '质量技术监督局'],
]
const bureaus = new RegExp(
  `(?<![\\u4e00-\\u9fff]{0,1}[各级有原])([省市县区州])(${either
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'g',
)

/** Two names of one bureau, of which one stands once. */
export function bureauVariants(text: string): OrganVariant[] {
  const byField = new Map<string, Map<string, Told[]>>()
  for (const match of text.matchAll(bureaus)) {
    const [words, level = '', name = ''] = match
    const key = `${either.findIndex((names) => names.includes(name))}${level}`
    const place = text.slice(Math.max(0, match.index - 2), match.index + 1)
    const told = { words, place, start: match.index, end: match.index + words.length }
    const names = byField.get(key) ?? new Map<string, Told[]>()
    byField.set(key, names)
    addTo(names, name, told)
  }
  return [...byField.values()].flatMap((names): OrganVariant[] => {
    if (names.size !== 2) return []
    const [one, other] = [...names.values()].sort((x, y) => y.length - x.length || (x[0]?.start ?? 0) - (y[0]?.start ?? 0)) as [
      Told[],
      Told[],
    ]
    const [right] = one
    const [odd] = other
    if (!right || !odd || other.length > 1 || areElsewhere(text, right, odd)) return []
    if (/更名|挂牌|组建|合并|撤销|原/.test(text.slice(Math.max(0, odd.start - 20), odd.end + 20))) return []
    return [{ name: right.words, nameAt: right, count: one.length, other: odd.words, otherAt: odd }]
  })
}

/** A house has one committee or the other: 学校党委 and 学校党总支. */
const committees = /(学校|医院|集团|(?<![各分])公司|局|镇|乡|街道|矿|厂)(党委|党总支|党组|党工委)(?!书记处)/g
const exclusive: readonly (readonly [string, string])[] = [
  ['党委', '党总支'],
  ['党委', '党工委'],
  ['党组', '党委'],
]
const ofOthers = /[各下属二级基层原所辖分子个名]{1,2}$/

/** So often the right one stands. */
const leastCommittee = 2

export function committeeVariants(text: string): OrganVariant[] {
  const byHouse = new Map<string, Map<string, Told[]>>()
  for (const match of text.matchAll(committees)) {
    const [words, house = '', kind = ''] = match
    const place = text.slice(Math.max(0, match.index - 2), match.index)
    const told = { words, place, start: match.index, end: match.index + words.length }
    const kinds = byHouse.get(house) ?? new Map<string, Told[]>()
    byHouse.set(house, kinds)
    addTo(kinds, kind, told)
  }
  return [...byHouse.values()].flatMap((kinds): OrganVariant[] =>
    exclusive.flatMap(([a, b]) => {
      const pair = [kinds.get(a) ?? [], kinds.get(b) ?? []].sort((x, y) => y.length - x.length) as [Told[], Told[]]
      const [right] = pair[0]
      const [odd] = pair[1]
      if (!right || !odd || pair[0].length < leastCommittee || pair[1].length > 1 || kinds.size > 2) return []
      // Of houses with names of their own each has its own.
      if (
        ofOthers.test(odd.place) ||
        (/[\u4e00-\u9fff]{2}/.test(odd.place) && odd.place !== right.place && !leads.test(odd.place))
      )
        return []
      return [{ name: right.words, nameAt: right, count: pair[0].length, other: odd.words, otherAt: odd }]
    }),
  )
}
/** What stands before the house itself, not its name. */
const leads = /(?:[在由向和与及对了是将使为的]|落实|加强|坚持|按照)$/

interface Told extends Span {
  readonly words: string
  /** The two characters before it, with that of the level. */
  readonly place: string
}

/** Organs of one level and one field that are a 委 in one place and a 局 in another. */
export function organVariants(text: string): OrganVariant[] {
  const byField = new Map<string, Map<string, Told[]>>()
  for (const match of text.matchAll(organ)) {
    const [words, level = '', field = '', kind = ''] = match
    const index = wholeFields.findIndex((one) => one.test(field))
    const place = text.slice(Math.max(0, match.index - 2), match.index + 1)
    const key = `${index}${level}`
    const told = { words, place, start: match.index, end: match.index + words.length }
    const kinds = byField.get(key) ?? new Map<string, Told[]>()
    byField.set(key, kinds)
    const short = kind === '委员会' ? '委' : kind
    addTo(kinds, short, told)
  }
  const found: OrganVariant[] = []
  for (const kinds of byField.values()) {
    if (kinds.size !== 2) continue
    const [one, other] = [...kinds.values()].sort((x, y) => y.length - x.length || (x[0]?.start ?? 0) - (y[0]?.start ?? 0)) as [
      Told[],
      Told[],
    ]
    const [right] = one
    const [odd] = other
    if (!right || !odd || other.length > 1 || areElsewhere(text, right, odd)) continue
    found.push({ name: right.words, nameAt: right, count: one.length, other: odd.words, otherAt: odd })
  }
  return found
}

/** The 市 of 青河市教育局 is part of its name: another city's bureau is another organ. A name is what stands more than once. */
function areElsewhere(text: string, { place: one }: Told, { place: other }: Told): boolean {
  const isName = (place: string): boolean => /^[\u4e00-\u9fff]{3}$/.test(place) && text.indexOf(place) !== text.lastIndexOf(place)
  return one !== other && isName(one) && isName(other)
}
