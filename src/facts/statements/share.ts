/** Shares, rates and averages: a part of a whole in per cent, a total divided by a count. */
import type { Figure } from '../quantities/lexer.ts'
import { type Head, headsOver } from './heads.ts'
import type { Line } from './lines.ts'
import { isSlipFor } from './near.ts'
import { equals, meets, percentRange, swapped } from './rounding.ts'
import type { Certainty, Statement } from './statement.ts'
import { loose } from './sum-words.ts'

/** A larger area is the whole, and its figure is elsewhere: 占全国的3%. */
const elsewhere =
  /全[国球省市县区州镇乡校院行社会]|世界|国内|同期|当[年月]|上年|去年|总人口|GDP|生产总值|预算|任务|计划|目标|以上/
const plainObject =
  /^(?:全部|总数|总量|总额|总人数|总件数|总户数|总数量|其)?(?:的)?(?:比重|比例|比率)?(?:的)?(?:为|达到|达|约为?|高达|是)?$/
const shareTail = /(?:的)?(?:比重|比例|比率|总数|总量|总额)?(?:的)?(?:为|达到|达|约为?|高达|是)?$/
/** Nothing of its own before 占, or what the part's own clause goes on to say: 168个村通了自来水，占…. */
const unsaid = /^(?:[\u4e00-\u9fff“”]{1,12}[，、])?[，、；（]?(?:约|仅|只|共|也|均|已|分别)?$/

/** A share as it stands: the part before it, what it is of. */
interface Share {
  readonly part: Figure
  readonly partIndex: number
  readonly stated: Figure
  readonly object: string
  readonly relation: string
}

/** Adds a statement of a share, rate or average. */
export const push = (
  into: Statement[],
  kind: Statement['kind'],
  operands: readonly Figure[],
  stated: Figure,
  relation: string,
  computed: number,
  agrees: boolean,
  certainty: Certainty = 'sure',
): void => {
  into.push({ kind, operands, stated, relation, computed, agrees, certainty, start: stated.start, end: stated.end })
}

const aside = /^[，、]?(?:同比|比上年|较上年)?(?:增长|下降|增加|减少|提高)(?:了)?$/

/** The share that figure `index` states, if it states one. */
function shareAt({ figures, gaps, host }: Line, index: number): Share | undefined {
  const stated = figures[index] as Figure
  const gap = gaps[index] as string
  const at = gap.lastIndexOf('占')
  const relation = at >= 0 ? '占' : ''
  const words =
    at >= 0 ? gap.slice(at + 1) : /(?:所占)?比(?:重|例)(?:为|达到|达|是)?$/.exec(gap) && gap.length <= 7 ? '' : undefined
  if (words === undefined || /[，；。：、]/.test(words)) return undefined
  if (at >= 0 && !unsaid.test(gap.slice(0, at))) return undefined
  if (index === 0) {
    if (!host || host.index < 0) return undefined
    const part = host.line.figures[host.index] as Figure
    return { part, partIndex: host.index, stated, object: words.replace(shareTail, ''), relation: relation || '比重' }
  }
  let before = index - 1
  // 48万人次，增长5%，占22%.
  while (before > 0 && before > index - 3 && (figures[before] as Figure).kind !== 'amount' && aside.test(gaps[before] as string))
    before--
  const part = figures[before] as Figure
  if (part.kind !== 'amount' && part.kind !== 'bare') return undefined
  return {
    part,
    partIndex: before,
    stated,
    object: words.replace(shareTail, '').replace(/^比/, ''),
    relation: relation || '比重',
  }
}

export const fits = (part: Figure, whole: Figure, stated: Figure): boolean => {
  const [low, high] = percentRange(part, whole)
  return meets(stated, low, high)
}

export const computedShare = (part: Figure, whole: Figure): number => (part.value / whole.value) * 100

/** 余额 and 总额 behind a noun say how it is counted: 各项存款余额 is what 占各项存款的 is of. */
const measure =
  /(?:(?:期末|年末|总)?(?:余额|总额|总量|总数|规模|收入|人数|数量)?(?:已)?(?:共有|共|达到|达|完成|实现|合计|为|有|约)?)$/

/** Whether the label of a whole says what the share is of: 户籍人口 … 占户籍人口的. Two characters are in too many labels. */
function isNamedBy(label: string, object: string): boolean {
  const noun = object.replace(/^(?:全部|总|其)/, '')
  if (noun.length < 3) return false
  const bare = label.replace(/(?:共有|共|达到|达|为|有|约)$/, '')
  return bare.endsWith(noun) || label.replace(measure, '').endsWith(noun)
}

/** A figure that something was cut or raised to is a level of its own, and no part of what stands before. */
const cut = /(?:压减|减少|压缩|缩减|增加|提高|下降|降低|降|增|减)(?:到|至|为|了)?$/

const respectively = /(?:分别占[^，；。：、]{0,10}|(?:占比|比重|比例)分别(?:为|是|达到|达)?)$/
const isNext = (gap: string): boolean => /^[、，和及]$/.test(gap)

/**
 * 总投资6420万元，其中…2889万元、…963万元，分别占45%、15%: as many parts as shares, in their order. Says how many shares
 * stand there; 0 for none of this form. What does not fit is told only where the others do.
 */
function severalShares({ figures, gaps }: Line, index: number, heads: readonly Head[], into: Statement[]): number {
  if (!respectively.test(gaps[index] as string)) return 0
  let count = 1
  while (figures[index + count]?.kind === 'percent' && isNext(gaps[index + count] as string)) count++
  const parts = figures.slice(Math.max(0, index - count), index)
  const [first] = parts
  const most = first ? parts.reduce((one, other) => (other.value > one.value ? other : one), first) : undefined
  const fitsOf = (whole: Figure): number => parts.filter((part, at) => fits(part, whole, figures[index + at] as Figure)).length
  const whole =
    first && most
      ? (figures.slice(0, index - count).findLast(({ unit, value }) => unit === first.unit && value >= first.value) ??
        headsOver(heads, most).find(({ figure }) => fitsOf(figure) >= count - 1)?.figure)
      : undefined
  const isRow = parts.length === count && parts.every(({ unit, isApproximate }) => unit === first?.unit && !isApproximate)
  if (count === 1 || !isRow || !whole || whole.isApproximate) return count
  const told = parts.map((part, at) => ({ part, stated: figures[index + at] as Figure }))
  const fitting = told.filter(({ part, stated }) => fits(part, whole, stated)).length
  for (const { part, stated } of told) {
    const agrees = fits(part, whole, stated)
    if (agrees || fitting >= count - 1) push(into, 'share', [part, whole], stated, '占', computedShare(part, whole), agrees)
  }
  return count
}

/** How many figures back a whole is looked for. */
const farthest = 16

/** What stands before and round a row of figures, where the whole may be. */
export interface Around {
  /** Figures of the sentence before. */
  readonly others: readonly Figure[]
  /** Wholes that the paragraph has told. */
  readonly heads: readonly Head[]
  /** All rows of the sentence. */
  readonly lines: readonly Line[]
}

/** The shares of a row. */
export function sharesIn(text: string, line: Line, around: Around, into: Statement[]): void {
  const { others, heads } = around
  const single: Share[] = []
  const { figures, host } = line
  const open: { share: Share; wholes: Figure[] }[] = []
  for (let index = 0; index < figures.length; index++) {
    const stated = figures[index] as Figure
    if (stated.kind !== 'percent' || stated.isApproximate) continue
    if (ofStated(text, line, index, into)) continue
    if (namedParts(line, index, into) || ofPlan(line, index, heads, into)) continue
    const several = severalShares(line, index, heads, into)
    if (several > 0) {
      index += several - 1
      continue
    }
    const share = shareAt(line, index)
    if (!share || share.part.isApproximate || cut.test(line.gaps[index - 1] ?? '')) continue
    const { part, object, partIndex, relation } = share
    const row = index === 0 && host ? host.line : line
    const wholes: Figure[] = []
    let known: Figure | undefined
    let knownLabel = ''
    let isAmong = false
    for (let at = partIndex; at >= 0 && at > partIndex - farthest; at--) {
      const candidate = row.figures[at] as Figure
      const isWhole =
        at < partIndex && candidate.unit === part.unit && candidate.kind === 'amount' && candidate.value >= part.value
      if (isWhole) {
        wholes.push(candidate)
        if (!known && !candidate.isApproximate) {
          const label = (row.gaps[at] as string).slice(-20)
          const isNamed = isNamedBy(label, object)
          const isKnown = isAmong ? isNamed || plainObject.test(object) : isNamed && !/分别/.test(row.gaps[partIndex] as string)
          if (isKnown) {
            known = candidate
            knownLabel = row.gaps[at] as string
          }
        }
      }
      if (/其中|包括|含|^[\u4e00-\u9fff]{0,14}[中里][，,]/.test(row.gaps[at] as string)) isAmong = true
    }
    // 420名（其中研究生156名，占37.1%）
    if (!known && row === line && host && host.index >= 0 && wholes.length === 0) {
      const around = host.line.figures[host.index] as Figure
      if (around.unit === part.unit && around.value >= part.value) {
        wholes.push(around)
        if (isAmong && !around.isApproximate && plainObject.test(object)) known = around
      }
    }
    if (elsewhere.test(object) && !(known && knownLabel.includes(object))) {
      if (!wholes.some((whole) => fits(part, whole, stated))) {
        doubtShare(text, share, row, wholes, [], into)
        continue
      }
    }
    const fitting = [...wholes, ...others.filter(({ unit }) => unit === part.unit)].find((whole) => fits(part, whole, stated))
    // 教职工118人，其中专任教师96人，博士71人，占专任教师的60.2%: named is named, though another whole would fit.
    const isSaid = known !== undefined && object.length > 2 && isNamedBy(knownLabel, object) && known !== fitting
    if (fitting && !isSaid) {
      push(into, 'share', [part, fitting], stated, relation, computedShare(part, fitting), true)
      open.push({ share, wholes: [fitting] })
      continue
    }
    // 村871个，占68.7%，其中50万元以上的216个，占17.0%: both of one whole that is told elsewhere.
    if (known && sharesWhole(row, known, part, stated)) continue
    const isChained = known !== undefined && isShared(row, known)
    if (known)
      push(into, 'share', [part, known], stated, relation, computedShare(part, known), false, isChained ? 'unsure' : 'sure')
    else if (!elsewhere.test(object)) {
      const slip =
        wholes.find((whole) => swapFits(text, part, whole, stated)) ??
        (wholes.length === 0 && row === line ? soleHead(text, share, heads) : undefined)
      if (slip) push(into, 'share', [part, slip], stated, relation, computedShare(part, slip), false)
      else {
        open.push({ share, wholes: [] })
        single.push(share)
        doubtShare(text, share, row, wholes, headsOver(heads, part), into)
      }
    } else doubtShare(text, share, row, wholes, [], into)
  }
  if (open.length >= 3) rowOfShares(open, into)
  if (single.length >= 3) rowWithoutWhole(single, into)
}

/** The wholes that a part and its share may be of. */
const impliedWhole = ({ part, stated }: Share): readonly [number, number] => [
  ((part.value - part.half) / (stated.value + 2 * stated.half)) * 100,
  stated.value > stated.half ? ((part.value + part.half) / (stated.value - stated.half)) * 100 : Number.POSITIVE_INFINITY,
]

/** 918人，占80.1%；125人，占19.0%；103人，占9.0%: of one whole that is told nowhere; all but one would fit it. */
function rowWithoutWhole(shares: readonly Share[], into: Statement[]): void {
  const { unit } = (shares[0] as Share).part
  const same = shares.filter(({ part }) => part.unit === unit).slice(0, 12)
  const ranges = same.map(impliedWhole)
  const meeting = (at: number): number[] =>
    ranges.flatMap(([low, high], other) => (low <= (ranges[at]?.[1] ?? 0) && high >= (ranges[at]?.[0] ?? 0) ? [other] : []))
  const best = same.map((_, at) => meeting(at)).reduce((one, next) => (next.length > one.length ? next : one), [])
  if (best.length < 2 || best.length !== same.length - 1) return
  const odd = same.find((_, at) => !best.includes(at)) as Share
  const other = same[best[0] as number] as Share
  const whole = { ...other.part, value: (other.part.value / other.stated.value) * 100, half: 0 }
  if (odd.part.value < whole.value)
    push(into, 'share', [odd.part, other.part], odd.stated, '同组', computedShare(odd.part, whole), false, 'doubt')
}

/** Of several figures that may be the whole one is right but for a slip of the digits; or there is but one. */
function doubtShare(
  text: string,
  { part, stated, relation, object }: Share,
  row: Line,
  wholes: readonly Figure[],
  heads: readonly Head[],
  into: Statement[],
): void {
  // 120处，占37.5%；80处，占25.0%: a neighbour that is a share itself is no whole.
  const others = [...wholes, ...heads.map(({ figure }) => figure)].filter(
    (whole) => !whole.isApproximate && whole.value > part.value && whole.unit === part.unit && !isShared(row, whole),
  )
  const due = (whole: Figure): number => Number(computedShare(part, whole).toFixed(stated.decimals))
  const isSlip = (whole: Figure): boolean => stated.decimals > 0 && isSlipFor(text, stated, due(whole))
  const only =
    others.length === 1 && wholes.includes(others[0] as Figure) && wholes.length === 1 && plainObject.test(object)
      ? others[0]
      : undefined
  const slip = others.find(isSlip) ?? only
  if (slip) push(into, 'share', [part, slip], stated, relation, computedShare(part, slip), false, 'doubt')
}

/** The share that is told right behind figure `known`. */
function shareBehind({ figures, gaps }: Line, known: Figure): Figure | undefined {
  const at = figures.indexOf(known)
  const next = figures[at + 1]
  return next?.kind === 'percent' && /占|比重|比例/.test(gaps[at + 1] as string) ? next : undefined
}

const isShared = (row: Line, known: Figure): boolean => shareBehind(row, known) !== undefined

/** Whether the whole that `stated` is a share of is the one that `known` is told to be a share of. */
function sharesWhole(row: Line, known: Figure, part: Figure, stated: Figure): boolean {
  const own = shareBehind(row, known)
  if (!own || own.value <= 0 || stated.value <= 0) return false
  const range = (figure: Figure, share: Figure): [number, number] => [
    ((figure.value - figure.half) / (share.value + share.half)) * 100,
    share.value > share.half ? ((figure.value + figure.half) / (share.value - share.half)) * 100 : Number.POSITIVE_INFINITY,
  ]
  const [low, high] = range(known, own)
  const [from, to] = range(part, stated)
  return from <= high && low <= to
}

/** The one whole that the paragraph has told before, where the share is off by one digit only: 167件… 143件，占88.6%. */
function soleHead(text: string, { part, stated, object }: Share, heads: readonly Head[]): Figure | undefined {
  if (!plainObject.test(object)) return undefined
  const wholes = headsOver(heads, part)
  const [whole] = wholes
  if (!whole || wholes.length > 1 || loose.test(whole.label.slice(-8))) return undefined
  const isSlip = swapFits(text, part, whole.figure, stated) || digitFits(text, part, whole.figure, stated)
  return isSlip ? whole.figure : undefined
}

/** With one digit replaced the share would fit. */
function digitFits(text: string, part: Figure, whole: Figure, stated: Figure): boolean {
  if (stated.decimals === 0) return false
  const due = computedShare(part, whole).toFixed(stated.decimals)
  const said = text.slice(stated.start, stated.numberEnd)
  if (due.length !== said.length) return false
  let differ = 0
  for (let at = 0; at < due.length; at++) if (due[at] !== said[at]) differ++
  return differ === 1
}

const swapFits = (text: string, part: Figure, whole: Figure, stated: Figure): boolean =>
  stated.decimals > 0 &&
  swapped(text, stated).some((value) => fits(part, whole, { ...stated, value, half: stated.half / 2 })) &&
  computedShare(part, whole) <= 100

/** Several shares of one whole, each right but one: 28.7亿元，占42.0%；19.5亿元，占28.5%；…. */
function rowOfShares(open: readonly { share: Share; wholes: Figure[] }[], into: Statement[]): void {
  const votes = new Map<Figure, number>()
  for (const { wholes } of open) for (const whole of wholes) votes.set(whole, (votes.get(whole) ?? 0) + 1)
  for (const [whole, count] of votes) {
    if (count < 2) continue
    for (const { share, wholes } of open) {
      const { part, stated, relation } = share
      if (wholes.length > 0 || part.unit !== whole.unit || part.value > whole.value) continue
      push(into, 'share', [part, whole], stated, relation, computedShare(part, whole), false)
    }
    return
  }
}

const ofWhole = /(占|覆盖|完成|达到|达|为|是|相当于|超过)(?:了)?[^，；。：、]{0,14}$/
const ofTail = /^[^，；。：、]{0,14}的(?:比重为|比例为)?$/

/** Whether figure `at` is one of the parts behind 其中 that count in its unit. */
function isInList({ figures, gaps }: Line, at: number): boolean {
  const { unit } = figures[at] as Figure
  for (let before = at; before >= 0 && before > at - 8 && figures[before]?.unit === unit; before--) {
    const gap = gaps[before] as string
    if (gap.includes('其中')) return true
    if (gap.includes('；')) return false
  }
  return false
}

const partOf = /(?:^|[，；、])([\u4e00-\u9fff]{2,6})占([\u4e00-\u9fff]{2,8}?)(?:总人数|人数|总数|总量|总额)?的(?:比例为|比重为)?$/

/** 党员486名，职工2310人，党员占职工总数的21.0%: both are named, and both stand before. */
function namedParts({ figures, gaps }: Line, index: number, into: Statement[]): boolean {
  const match = partOf.exec(gaps[index] as string)
  if (!match) return false
  const of = (noun: string): Figure[] =>
    figures
      .slice(Math.max(0, index - 12), index)
      .filter((figure) => figure.kind === 'amount' && !figure.isApproximate && labelBefore(figures, gaps, figure).endsWith(noun))
  const [parts, wholes] = [of(match[1] as string), of(match[2] as string)]
  const [part, whole] = [parts[0], wholes[0]]
  if (!part || !whole || parts.length > 1 || wholes.length > 1 || part.unit !== whole.unit || part.value > whole.value)
    return false
  const stated = figures[index] as Figure
  push(into, 'share', [part, whole], stated, '占', computedShare(part, whole), fits(part, whole, stated))
  return true
}

/** The words before a figure of the row, without the verb that says how many there are. */
const labelBefore = (figures: readonly Figure[], gaps: readonly string[], figure: Figure): string =>
  (gaps[figures.indexOf(figure)] as string).replace(/(?:共有|共|有|达到|达|为)$/, '')

const plans: readonly { readonly object: RegExp; readonly label: RegExp }[] = [
  { object: /(?:为|占|完成)调整后?(?:的)?预算的$/, label: /调整[后为到至]|调整预算/ },
  { object: /(?:为|占|完成)年初预算的$/, label: /年初预算/ },
  { object: /(?:为|占|完成)(?:年度|全年|年初)?(?:计划|目标任务|任务|目标)的$/, label: /计划|目标|任务/ },
]

/** 调整为40.8亿元，实际完成41.26亿元，为调整预算的101.1%: what the plan was stands before. */
function ofPlan({ figures, gaps }: Line, index: number, heads: readonly Head[], into: Statement[]): boolean {
  const plan = plans.find(({ object }) => object.test(gaps[index] as string))
  const part = figures[index - 1]
  if (!plan || part?.kind !== 'amount' || part.isApproximate) return false
  const before = figures.slice(0, index - 1).map((figure, at) => ({ figure, label: gaps[at] as string }))
  const wholes = [...before, ...heads].filter(
    ({ figure, label }) => figure.unit === part.unit && figure.kind === 'amount' && plan.label.test(label.slice(-16)),
  )
  const stated = figures[index] as Figure
  const meant = wholes.find(({ figure }) => fits(part, figure, stated))
  const [only] = wholes
  if (!meant && (wholes.length !== 1 || only?.figure.isApproximate)) return false
  const whole = (meant ?? only)?.figure
  if (!whole) return false
  push(into, 'share', [part, whole], stated, '占', computedShare(part, whole), meant !== undefined, 'likely')
  return true
}

const ofPlanFigure =
  /^[，、；]?(?:为|占|完成|达到|超额完成|相当于)[^，；。：、]{0,12}(?:预算|计划|任务|目标|预期)[^，；。：、]{0,6}$/

/** 12.36亿元，比上年的11.40亿元增长8.4%，为年度目标12.00亿元的103.0%: how it grew stands between. */
function ofDistant(text: string, { figures }: Line, index: number, into: Statement[]): boolean {
  const [whole, stated] = figures.slice(index - 1, index + 1) as [Figure, Figure]
  const parts = figures
    .slice(Math.max(0, index - 7), index - 1)
    .filter((figure) => figure.kind === 'amount' && figure.unit === whole.unit && !figure.isApproximate)
  const meant = parts.find((part) => fits(part, whole, stated))
  const slip = parts.find((part) => isSlipFor(text, stated, Number(computedShare(part, whole).toFixed(stated.decimals))))
  const part = meant ?? slip
  if (whole.kind !== 'amount' || whole.isApproximate || !part) return false
  push(into, 'share', [part, whole], stated, '为', computedShare(part, whole), meant !== undefined, meant ? 'sure' : 'doubt')
  return true
}

/** 42个，覆盖全镇46个行政村的91.3%; 74.6亿元，为年度计划70亿元的106.6%. */
function ofStated(text: string, { figures, gaps }: Line, index: number, into: Statement[]): boolean {
  if (index < 2 || !ofTail.test(gaps[index] as string)) return false
  const [part, whole, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
  if (index > 2 && part.kind !== 'amount' && ofPlanFigure.test(gaps[index - 1] as string))
    return ofDistant(text, { figures, gaps }, index, into)
  if (part.kind !== 'amount' || whole.kind !== 'amount' || part.unit !== whole.unit) return false
  if (part.isApproximate || whole.isApproximate) return false
  const relation = ofWhole.exec(gaps[index - 1] as string)
  if (!relation || relation.index > 8) return false
  const verb = relation[1] as string
  const isPart = verb === '占' || verb === '覆盖'
  const isPlan = /计划|目标|任务|预算|预期/.test(gaps[index - 1] as string)
  if ((isPart && part.value > whole.value && !isPlan) || !/[占覆计目任预年总全]/.test(gaps[index - 1] as string)) return false
  // 清收1.62亿元，其中现金1.14亿元、核销0.48亿元，完成任务1.5亿元的108%: of the first one.
  const meant = [part, ...figures.slice(Math.max(0, index - 10), index - 2)].find(
    (other) => other.unit === part.unit && other.kind === 'amount' && fits(other, whole, stated),
  )
  const isListed = isInList({ figures, gaps }, index - 2)
  if (meant) push(into, 'share', [meant, whole], stated, verb, computedShare(meant, whole), true)
  else if (!isListed) push(into, 'share', [part, whole], stated, verb, computedShare(part, whole), false)
  return true
}

const each =
  /(?:平均)?每(?:一)?(个|名|户|人|家|村|所|件|场|次|亩|台|辆|座|位|期|项|条|批|篇|笔)[^，；。：]{0,8}$|([\u4e00-\u9fff])均(?:投入|补助|发放|奖励|参与)?(?:为|达|达到)?约?$/
const eachUnit: ReadonlyMap<string, string> = new Map([
  ['名', '人'],
  ['位', '人'],
  ['村', '个'],
  ['校', '所'],
])
/** 年均, 日均, 平均: of no count that stands there. */
const noCount = /[年月日周平]/

/** 补助4800万元，建设60个，平均每个80万元: agreement is kept, a fault is told only where nothing else could be meant. */
export function averagesIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const gap = gaps[index] as string
    if (!gap.includes('均') && !gap.includes('每')) continue
    const found = each.exec(gap)
    const stated = figures[index] as Figure
    if (!found || gap.length > 16 || !gap.includes('均') || stated.kind !== 'amount') continue
    // 约: within a few hundredths. Of other such words nothing is known.
    const isAbout = gap.endsWith('约')
    if (stated.isApproximate && !isAbout) continue
    const word = (found[1] ?? found[2]) as string
    if (noCount.test(word)) continue
    const unit = eachUnit.get(word) ?? word
    const totals: Figure[] = []
    const counts: Figure[] = []
    for (let at = Math.max(0, index - 8); at < index; at++) {
      const figure = figures[at] as Figure
      if (figure.kind !== 'amount' || figure.isApproximate) continue
      if (figure.unit === stated.unit && figure.value >= stated.value) totals.push(figure)
      else if (figure.unit === unit && figure.value > 1) counts.push(figure)
    }
    const range = (total: Figure, count: Figure): boolean => {
      const low = (total.value - total.half) / (count.value + count.half)
      const high = (total.value + total.half) / (count.value - count.half)
      if (isAbout) return Math.abs(total.value / count.value - stated.value) <= stated.value * 0.05 + stated.half
      return meets({ ...stated, half: stated.half || 0.5 }, low, high) || equals(stated, total.value / count.value, stated.half)
    }
    for (const total of totals) {
      const count = counts.find((one) => range(total, one))
      if (!count) continue
      push(into, 'average', [total, count], stated, found[0], total.value / count.value, true)
      totals.length = 0
      counts.length = 0
    }
    const [total, count] = [totals[0], counts[0]]
    if (!total || !count || totals.length > 1 || counts.length > 1) continue
    // Both stand right before: what lies between may be what the mean is of.
    const isNext = (figure: Figure): boolean => figure === figures[index - 1] || figure === figures[index - 2]
    if (!isNext(count) || (!isNext(total) && !found[0].startsWith('平均每'))) continue
    if (!found[0].startsWith('平均每') && !/^[，、（]?[\u4e00-\u9fff]均/.test(gap)) continue
    push(into, 'average', [total, count], stated, found[0], total.value / count.value, false, 'likely')
  }
}
