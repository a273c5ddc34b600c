/** Rates: a part of a whole, named by what was done: 受理64件，办结60件，办结率93.8%. */
import type { Figure } from '../quantities/lexer.ts'
import { headsOver } from './heads.ts'
import type { Line } from './lines.ts'
import { isSlipFor } from './near.ts'
import { swapped } from './rounding.ts'
import { type Around, computedShare, fits, push } from './share.ts'
import type { Statement } from './statement.ts'
import { found, loose } from './sum-words.ts'

const rateName = /([\u4e00-\u9fff]{1,8})率(?:为|达到|达|均为|高达|是|分别为)?$/
const noRate =
  /^[不未]|起诉|捕$|羁押|抗诉|上诉|服判|利$|失业|复种|收益|覆盖|普及|增长|负债|入住|出生|死亡|贡献|城镇化|复吸|不良|杠杆|周转|使用|近视|发生|投诉|参保|就业|自给|电视|空置|出租|完成|开工|竣工|优良|优质|好评|支付|拨付|执行|资金|存贷|存款|拨备|投资|产销|换手|商品|转化|逾期|流失|渗透|中签|毛|净|机械化|绿化|化$/
/** Done in time, at once, at first instance: a rate of its own, whose part is not told. */
const narrower = /审限|限内|法定|一审|当庭|当场|按期|按时|首次|一次|及时/
const negative = /不|未|没|逾期|超标|超期|缺/
const mark = /[，；。：、]/
const between = /^[，、；]?(?:[^，；。：“”]{0,14})$/
const verbs = '结改复决功成收销住用取诉格标录线过办中标解破'

/** A rate as it stands. */
interface Rate {
  readonly stated: Figure
  readonly stem: string
  readonly part: Figure
  readonly partIndex: number
  /** The words of the part, from the last mark on. */
  readonly label: string
  readonly isOfPlan: boolean
}

function rateAt({ figures, gaps }: Line, index: number): Rate | undefined {
  const stated = figures[index] as Figure
  const gap = gaps[index] as string
  if (stated.kind !== 'percent' || stated.isApproximate || !gap.includes('率') || gap.length > 14) return undefined
  const stem = rateName.exec(gap)?.[1]
  if (stem === undefined || gap.includes('分别')) return undefined
  const isOfPlan = noRate.test(stem)
  if (isOfPlan && !/完成|执行|支付|竣工|开工|起诉/.test(stem)) return undefined
  let partIndex = index - 1
  const before = figures[index - 2]
  const isNamedBefore =
    before?.unit === figures[index - 1]?.unit &&
    (gaps[index - 2] as string).slice(-8).includes(stem.slice(-2)) &&
    !(gaps[index - 1] as string).includes(stem.slice(-2))
  // 已办结29件，正在办理2件，办结率93.5%.
  if (isNamedBefore) partIndex = index - 2
  const part = figures[partIndex] as Figure
  const partGap = gaps[partIndex] as string
  if (part.kind !== 'amount' || part.isApproximate) return undefined
  if (/增加|新增|同比|增长|提案|另|分别|平均|人均|每/.test(partGap)) return undefined
  return { stated, stem, part, partIndex, label: partGap.slice(lastMark(partGap) + 1), isOfPlan }
}

/** The rates of a row. */
export function ratesIn(text: string, line: Line, around: Around, into: Statement[]): void {
  for (let index = 1; index < line.figures.length; index++) {
    const rate = rateAt(line, index)
    if (rate) judge(text, line, rate, around, into)
  }
}

/** Two digits swapped, or one replaced, in a rate that should be `due`. */
function slips(text: string, { start, numberEnd, decimals }: Figure, due: number): boolean {
  const said = text.slice(start, numberEnd)
  const right = due.toFixed(decimals)
  if (decimals === 0 || said.length !== right.length) return false
  const places = [...said].flatMap((digit, at) => (digit === right[at] ? [] : [at]))
  const [one, other] = places as [number, number]
  return places.length === 1 || (places.length === 2 && said[one] === right[other] && said[other] === right[one])
}

const isRestOf = ({ label, stem }: Rate): boolean => negative.test(label) && !negative.test(stem)

/** 已整改51个，整改率: what was done to the part is what the rate is called by. */
const isNamedByPart = ({ stem, label }: Rate): boolean =>
  !noRate.test(stem) && !narrower.test(stem) && label.includes(stem.slice(-2))

/** The part, or what it leaves of the whole where the part told is the other one: 不合格18批次，合格率98.8%. */
const toldOf = (rate: Rate, whole: Figure): Figure =>
  isRestOf(rate) ? { ...rate.part, value: whole.value - rate.part.value } : rate.part

/** 参合39850人，应参合40170人，参合率99.2%: the whole stands behind its part. */
function judgeDue({ figures }: Line, { part: whole, partIndex, stated, stem }: Rate, into: Statement[]): void {
  const part = figures[partIndex - 1]
  if (part?.unit !== whole.unit || part.kind !== 'amount' || part.isApproximate || part.value > whole.value) return
  const agrees = fits(part, whole, stated)
  push(into, 'rate', [part, whole], stated, `${stem}率`, computedShare(part, whole), agrees, 'likely')
}

function judge(text: string, line: Line, rate: Rate, around: Around, into: Statement[]): void {
  if (/^应(?!急|对|用)/.test(rate.label)) {
    judgeDue(line, rate, into)
    return
  }
  const before = into.length
  tell(text, line, rate, around, into)
  if (into.length > before) return
  const { part, partIndex, stated, stem } = rate
  const isWhole = (figure: Figure): boolean =>
    figure.unit === part.unit && figure.kind === 'amount' && !figure.isApproximate && figure.value > part.value
  const own = line.figures.slice(Math.max(0, partIndex - 8), partIndex).filter(isWhole)
  const wholes = [
    ...own,
    ...headsOver(around.heads, part).flatMap(({ figure, label }) => (found.test(label) ? [figure] : [])),
  ].filter(isWhole)
  const slip =
    wholes.find((whole) => isSlipFor(text, stated, Number(computedShare(toldOf(rate, whole), whole).toFixed(stated.decimals)))) ??
    (own.length === 1 && isNamedByPart(rate) ? own[0] : undefined)
  if (slip) push(into, 'rate', [part, slip], stated, `${stem}率`, computedShare(toldOf(rate, slip), slip), false, 'doubt')
}

function tell(text: string, line: Line, rate: Rate, around: Around, into: Statement[]): void {
  const { figures, gaps } = line
  const { part, partIndex, stem, stated, label, isOfPlan } = rate
  const wholes: Figure[] = []
  let same = 0
  for (let at = partIndex - 1; at >= 0 && at > partIndex - 8; at--) {
    const candidate = figures[at] as Figure
    if (candidate.unit !== part.unit || candidate.kind !== 'amount') continue
    same++
    if (candidate.value >= part.value) wholes.push(candidate)
  }
  const heads = headsOver(around.heads, part).reverse()
  const explained = explanationOf(line, rate, around)
  const all = [...(explained ? [explained] : []), ...wholes, ...heads.map(({ figure }) => figure)]
  const fitting =
    all.find((whole) => fits(toldOf(rate, whole), whole, stated)) ??
    all.find((whole) => fits({ ...part, value: whole.value - part.value }, whole, stated))
  const name = `${stem}率`
  if (fitting) {
    push(into, 'rate', [part, fitting], stated, name, computedShare(toldOf(rate, fitting), fitting), true)
    return
  }
  const say = (whole: Figure, certainty: 'sure' | 'likely'): void =>
    push(into, 'rate', [part, whole], stated, name, computedShare(toldOf(rate, whole), whole), false, certainty)
  if (explained && !explained.isApproximate) {
    say(explained, 'likely')
    return
  }
  if (/起诉/.test(stem) || (narrower.test(stem) && !narrower.test(label))) return
  const bare = stem.slice(-2)
  const isNamed = label.includes(bare) || [...bare].some((verb) => verbs.includes(verb) && label.includes(verb))
  const partGap = gaps[partIndex] as string
  if (same === 0) {
    // The whole stands in a sentence before: only the last one told there can be meant, and the part names the rate.
    const [head] = heads
    const isClear =
      head &&
      label.includes(bare) &&
      !isOfPlan &&
      !head.figure.isApproximate &&
      found.test(head.label) &&
      !loose.test(head.label.slice(-6))
    if (isClear && part.value > head.figure.value * 0.3) say(head.figure, 'likely')
    return
  }
  if (!between.test(partGap)) return
  // 收到26份，回复42份，回复率92.3%: less than its part, and right once two digits change places.
  const less = figures[partIndex - 1]
  const isLess = less?.unit === part.unit && less.value < part.value && less.kind === 'amount'
  // 上报1402条，办结1460条，办结率96.0%: both changed places.
  const isExchanged = isLess && stated.decimals > 0 && fits(less, part, stated)
  if (isExchanged && (isNamed || found.test(gaps[partIndex - 1] as string))) {
    say(less, 'likely')
    return
  }
  if (isLess && swapped(text, less).some((value) => fits(part, { ...less, value }, stated))) {
    say(less, 'likely')
    return
  }
  // Of several wholes the one that a slip of the digits points to.
  const slip = wholes.length > 0 ? wholes.find((one) => slips(text, stated, computedShare(toldOf(rate, one), one))) : undefined
  const whole = slip ?? wholes[0]
  if (!whole || whole.isApproximate) return
  const wholeIndex = figures.indexOf(whole)
  // 完成率: of the task, where that is told right before.
  const isPlanned = /任务|目标|计划|指标/.test(`${gaps[wholeIndex]}${partGap}`)
  // 受理86420件，同比上升7.2%；审结82531件: a change of the whole stands between.
  const isNear =
    slip !== undefined || figures.slice(wholeIndex + 1, partIndex).every(({ kind }) => kind === 'percent' || kind === 'points')
  if (isOfPlan && !slip && !(isNear && isPlanned)) return
  const isOnly =
    same === 1 && isNear && /^[，；、]?(?:其中|已|现已|目前|实际|成功|顺利|共|达到|按期|按时|全部|当年|有|最终|经)/.test(partGap)
  if (!(isNamed && isNear) && !isOnly) return
  say(whole, isNamed && !isRestOf(rate) && wholes.length < 3 ? 'sure' : 'likely')
}

/** 不起诉率为14.3%（不起诉人数占审结的685人的比例）: the bracket says of what. */
function explanationOf(line: Line, { stated, part }: Rate, { lines }: Around): Figure | undefined {
  for (const { host, figures, gaps } of lines.slice(0, 24)) {
    if (host?.line !== line || host.line.figures[host.index] !== stated || figures.length !== 1) continue
    const [whole] = figures as [Figure]
    if (
      /占/.test(gaps[0] as string) &&
      /^的?比/.test(gaps[1] as string) &&
      whole.unit === part.unit &&
      whole.value >= part.value
    ) {
      return whole
    }
  }
  return undefined
}

function lastMark(gap: string): number {
  for (let at = gap.length - 1; at >= 0; at--) if (mark.test(gap[at] as string)) return at
  return -1
}
