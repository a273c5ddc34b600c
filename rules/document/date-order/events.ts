/** What a paper tells as done on a day that comes after its own. */
import { type DateTime, inProse, type Span, schoolYear, structure, times, titled, type Use } from '../../../src/kit.ts'

export interface LateEvent {
  readonly at: Span
  /** The sentence tells who spoke or presided: it is over. */
  readonly isSure: boolean
}

const reach = 60
/** Papers that tell of what was; a notice tells of what will be. */
const reporting: ReadonlySet<string> = new Set(['报告', '总结', '纪要', '通报', '讲话'])
const bulletin = /(?:简报|专报|信息|通讯|动态|快报|工作情况)$|^第[0-9]{1,4}期/
export const tellsOfThePast = (use: Use, text: string): boolean =>
  reporting.has(use(titled)?.kind?.name ?? '') ||
  use(structure).paragraphs.some(
    ({ paragraph: { role, start, end } }) =>
      (role === 'issuer' || role === 'document-number') && end - start < reach && bulletin.test(text.slice(start, end)),
  )

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A day without a year that lies more months ahead is one of the year before. */
const farthest = 2

const before = /(?:^|[，。；：、（“”\n\s\u3000])(?:在|于)?$/
const done =
  /^(?:（星期[一二三四五六日天]）)?(?:至(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:[上下]午|晚上?)?，?[^，。；：将拟请定要应须再]{0,24}(?:召开|举行|举办|组织|开展|赴|到|深入|印发|通过|启动|揭牌|签约|开工|检查|调研|表彰)/
const toCome = /将|拟|计划|定于|预计|届时|争取|力争|确保|请|截止|之前|以前|前完成|下一步|明年|倒计时|开始|去年|上年|20\d\d年|学年/
const over = /主持|出席|强调|指出|参加|讲话|总结了|圆满|成功/

export function eventsAfter(text: string, day: Day, use: Use): LateEvent[] {
  const found: LateEvent[] = []
  // Of a school year's paper of August a day of September is that of the year before.
  const isOfOneYear = use(schoolYear) === undefined
  const dates = (use(times) as readonly DateTime[]).filter(
    ({ kind, year }) => kind === 'date' && (isOfOneYear || year !== undefined),
  )
  for (const { one: date, stretch: within } of inProse(use, dates)) {
    if (date.day === undefined || !isAfter(date, day) || within.role !== undefined) continue
    const start = date.year?.start ?? date.start
    const behind = text.slice(date.end, Math.min(within.end, date.end + reach))
    const lead = text.slice(Math.max(within.start, start - reach), start)
    const clause = lead.slice(Math.max(...['。', '；'].map((mark) => lead.lastIndexOf(mark))) + 1)
    const sentence = behind.split(/[。；]/)[0] as string
    if (!before.test(clause) || !done.test(behind) || toCome.test(sentence) || toCome.test(clause)) continue
    found.push({ at: { start, end: date.end }, isSure: over.test(sentence) })
  }
  return found
}

function isAfter({ year, month, day }: DateTime, own: Day): boolean {
  if (year !== undefined && year.kind !== 'year') return false
  const isLater = month > own.month || (month === own.month && (day ?? 0) > own.day)
  if (year !== undefined) return year.value === own.year && isLater
  return isLater && month - own.month < farthest
}
