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

export function otherOffices(text: string, title: string): OtherOffice[] {
  if (title === '' || supervising.test(title)) return []
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
