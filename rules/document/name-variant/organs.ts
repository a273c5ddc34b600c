/** One organ under two kinds: 市发展改革委 and 市发展和改革局. */
import type { Span } from '../../../src/kit.ts'

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
    kinds.set(short, [...(kinds.get(short) ?? []), told])
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
