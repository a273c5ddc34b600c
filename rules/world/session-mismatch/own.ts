/** What a paper says of its own meeting: the session of its head against its opening, and its own congress told twice. */
import { numberOf, type Span } from '../../../src/kit.ts'

/** The own meeting, as a line of the head has it. */
export interface OwnMeeting {
  readonly at: Span
  readonly term: number | undefined
  readonly meeting: number | undefined
  /** 第十四次代表大会: its committee is elected there, and the one that reports is of the congress before. */
  readonly congress: number | undefined
}

const numeral = '[一二三四五六七八九十]{1,3}'
const sessionInHead = new RegExp(`第?(${numeral})届[^，。；届]{0,24}?第?(${numeral})次(?:全体会议|全会|会议)`)
const congressInHead = new RegExp(`(?<!届)第(${numeral})次(?:党员|职工|会员|团员|妇女|工会会员|归侨侨眷|少先队)?代表大会`)
const ofOthers = /全国|中央/

/** The meeting that the lines above the text name; undefined where they name none, or two. */
export function meetingInHead(text: string, heads: readonly Span[]): OwnMeeting | undefined {
  const found: OwnMeeting[] = []
  for (const { start, end } of heads) {
    const words = text.slice(start, Math.min(end, start + longestHead))
    const session = sessionInHead.exec(words)
    const congress = session ? null : congressInHead.exec(words)
    const match = session ?? congress
    if (!match || ofOthers.test(words)) continue
    found.push({
      at: { start: start + match.index, end: start + match.index + match[0].length },
      term: session ? numberOf(session[1] as string) : undefined,
      meeting: session ? numberOf(session[2] as string) : undefined,
      congress: congress ? numberOf(congress[1] as string) : undefined,
    })
  }
  const [first, ...more] = found
  return first && more.every((one) => one.term === first.term && one.meeting === first.meeting) ? first : undefined
}

/** Characters of a line of the head that are read, and how far behind the head a report says to whom it is given. */
const longestHead = 120
const longestOpening = 400

export interface OpeningSlip {
  readonly at: Span
  readonly of: 'meeting' | 'term' | 'outgoing'
  readonly due: number
  readonly said: number
}

const givenTo = new RegExp(
  `(?:向|提请)(?:本次|这次|大会|我[会院校])?第?(${numeral})次(?:全体会议|全会|会议)[^，。；]{0,4}(?:作|报告|汇报|提交)`,
)
const onBehalf = new RegExp(
  `(?:代表|受)[^，。；届“]{0,18}?第?(${numeral})届[^，。；届]{0,12}?(?:常务委员会|委员会|常委会|理事会|监事会|委员)[^，。；]{0,12}[，向]`,
)

/** 向第五次全体会议作工作报告 under a head that names the fourth. */
export function slipsOfOpening(text: string, own: OwnMeeting, from: number): OpeningSlip[] {
  const words = text.slice(from, from + longestOpening)
  const whole = thisOne.exec(words)
  const found: OpeningSlip[] = []
  const meeting = givenTo.exec(words)
  if (meeting && own.meeting !== undefined) add(meeting, 'meeting', own.meeting)
  if (whole && own.term !== undefined && own.meeting !== undefined) {
    add(whole, 'term', own.term)
    if (!found.some(({ of }) => of === 'term')) add(whole, 'meeting', own.meeting)
  }
  const committee = onBehalf.exec(words)
  if (committee && own.term !== undefined) add(committee, 'term', own.term)
  // The congress of a house and its committee have one count; the committee that reports was elected by the last.
  if (committee && own.congress !== undefined && own.congress > 1) add(committee, 'outgoing', own.congress - 1)
  return found

  function add(match: RegExpExecArray, of: OpeningSlip['of'], due: number): void {
    const digits = (match === whole && of === 'meeting' ? match[2] : match[1]) as string
    const said = numberOf(digits)
    if (said === undefined || said === due) return
    const start = from + match.index + match[0].indexOf(`${digits}${of === 'meeting' ? '次' : '届'}`)
    found.push({ at: { start, end: start + digits.length + 1 }, of, due, said })
  }
}

/** 这次县委十三届七次全会的主要任务是, 清河县第十三届委员会第七次全体会议，于……举行 */
const thisOne = new RegExp(
  `(?:(?:这次|本次)[^，。；届]{0,6}?|中国共产党[\\u4e00-\\u9fff]{2,8}?第)(${numeral})届(?:[^，。；届]{0,12}?第)?(${numeral})次(?:全会|全体会议)(?=，?于|的主要任务|的主题|[^，。；]{0,8}举行)`,
)

const congressTold = new RegExp(
  `([省市县区州旗镇乡校院团会司]|学校|集团)?第(${numeral})次(?:党代会|党员代表大会|党员大会|团代会|妇代会|工代会)`,
  'g',
)
const heldBefore = /(?:召开|举行|开好|筹备|开成了?)(?:了)?(?:中共|中国共产党|全)?[\u4e00-\u9fff]{0,8}$/
const heldBehind = /^(?:的)?(?:胜利|顺利|圆满|成功|如期)*(?:召开|开幕|闭幕|举行)/
/** Its tasks lie ahead. */
const tasksBehind = /^(?:报告)?(?:上)?(?:所)?(?:确定|提出|明确|部署|描绘|擘画|作出|的?决策|的?部署|的?目标|精神)/
const tasksBefore = /(?:落实|贯彻|围绕|锚定|对标|聚焦|实现|完成|按照|紧扣)[^，。；]{0,10}$/

interface CongressTold extends Span {
  readonly unit: string
  readonly number: number
}

/** 学校召开第三次党代会 … 全面落实第二次党代会确定的目标任务. */
export function otherCongress(text: string): { readonly at: Span; readonly held: CongressTold }[] {
  const all: (CongressTold & { readonly isHeld: boolean; readonly isTask: boolean })[] = []
  for (const match of text.matchAll(congressTold)) {
    const unit = (match[1] ?? '').slice(-1)
    const start = match.index + (match[1] ?? '').length
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    const lead = before.slice(Math.max(...['，', '。', '；', '\n'].map((mark) => before.lastIndexOf(mark))) + 1)
    const behind = text.slice(end, end + 12)
    all.push({
      start,
      end,
      unit,
      number: numberOf(match[2] as string) ?? 0,
      isHeld: heldBefore.test(lead) || heldBehind.test(behind),
      isTask: tasksBehind.test(behind) && tasksBefore.test(lead),
    })
  }
  const held = all.filter(({ isHeld }) => isHeld)
  if (held.length === 0 || new Set(held.map(({ number }) => number)).size > 1) return []
  const [first] = held as [(typeof held)[number]]
  return all
    .filter(
      ({ isTask, unit, number, start }) => isTask && unit === first.unit && number === first.number - 1 && start > first.start,
    )
    .map((one) => ({ at: { start: one.start, end: one.end }, held: first }))
}
