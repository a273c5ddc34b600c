/** What is asked about where the rest of a text shows haste: figures that are near to agreeing, and do not. */
import type { Figure } from '../quantities/lexer.ts'
import type { Stretch } from '../structure.ts'
import { doubtBehindIn, doubtListsIn } from './doubt-lists.ts'
import { type FigureSentence, type Line, sentencesByStretch } from './lines.ts'
import { isSlipFor, isSumOneSlipOff } from './near.ts'
import { equals, halves, meets, percentRange, sumOf } from './rounding.ts'
import type { Statement } from './statement.ts'
import { foreign, sinceMark, statement } from './sum-words.ts'

/** Whole counts, whatever of: 2个专题和9项行动，共11项任务; 棉被1200床、大衣860件，合计2060件（套）. */
const isCount = ({ unit, kind, half, scale, decimals, value }: Figure): boolean =>
  kind === 'amount' &&
  unit !== '' &&
  unit.length < 3 &&
  decimals === 0 &&
  scale === 1 &&
  (half === 0 || value % 1000 === 0) &&
  !/[元吨亩米里天年月日时分岁]/.test(unit)
/** A row of more figures is a table that lost its cells. */
const mostFigures = 60

const inAll = /(?:^|[，、；])[^，；。：、]{0,5}?(?:共|合计|共计|总计|一共)[^，；。：、]{0,6}$/
const joined = /^[^，；。：]{0,16}(?:[、，和及与]|以及)[^，；。：0-9]{0,8}$/

/** 2个专题和9个行业领域专项整治，共12项任务: what is counted together is called otherwise. */
function mixedTotals(text: string, { figures, gaps }: Line, known: Statement[], doubts: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const stated = figures[index] as Figure
    const gap = gaps[index] as string
    if (stated.isApproximate || !isCount(stated) || gap.length > 24 || !inAll.test(gap)) continue
    const parts: Figure[] = []
    for (let at = index - 1; at >= 0 && parts.length < 6; at--) {
      const figure = figures[at] as Figure
      if (figure.isApproximate || !isCount(figure) || foreign.test(gaps[at] as string)) break
      parts.unshift(figure)
      if (at > 0 && !joined.test(gaps[at] as string)) break
    }
    if (parts.length < 2 || parts.every(({ unit }) => unit === stated.unit)) continue
    const sums = parts.slice(0, -1).map((_, from) => sumOf(parts.slice(from)))
    if (sums.includes(stated.value)) {
      known.push(statement('total', stated, parts, stated, '合计', stated.value, true))
      continue
    }
    const last = parts.slice(-2)
    const meant = isSumOneSlipOff(text, parts, stated) ? parts : isSumOneSlipOff(text, last, stated) ? last : undefined
    if (meant) doubts.push(statement('total', stated, meant, stated, '合计', sumOf(meant), false, 'doubt'))
  }
}

/** 2个专题和9个领域共12项: what agrees is known, what does not is doubtful. */
export function mixedTotalsIn(text: string, sentences: readonly FigureSentence[], known: Statement[], doubts: Statement[]): void {
  for (const { lines } of sentences)
    for (const line of lines)
      if (line.figures.length > 2 && line.figures.length <= mostFigures) mixedTotals(text, line, known, doubts)
}

const rateBehind =
  /^(?:[，、][^，。；：、]{0,16}%)?[，、]?(?:同比|比上年|较上年|比去年|较去年)?(?:同期)?(增长|下降|增加|减少)(?:了)?([0-9]+(?:\.[0-9]+)?)%/

interface Growing {
  readonly figure: Figure
  readonly rate: number
  readonly decimals: number
  /** Where the rate stands. */
  readonly start: number
  readonly end: number
}

/** The growth that is told right behind a figure. */
function growthBehind(text: string, figure: Figure): Growing | undefined {
  const behind = text.slice(figure.end, figure.end + 40)
  const match = rateBehind.exec(behind)
  if (!match) return undefined
  const [whole, verb, said] = match as unknown as [string, string, string]
  const sign = /[降减]/.test(verb) ? -1 : 1
  const end = figure.end + whole.length
  return { figure, rate: sign * Number(said), decimals: said.split('.')[1]?.length ?? 0, start: end - said.length - 1, end }
}

const before = ({ figure, rate }: Growing): number => figure.value / (1 + rate / 100)

/** 收入13.2亿元，增长2.7%；税收8.7亿元，增长5.0%；非税4.6亿元，增长1.5%: the parts had made the whole a year before as well. */
function growthOfParts(text: string, known: readonly Statement[], doubts: Statement[]): void {
  const seen = new Set<number>()
  for (const { kind, operands, stated, agrees } of known) {
    if (kind !== 'parts' || !agrees || operands.length < 2 || operands.length > 8 || seen.has(stated.start)) continue
    const whole = growthBehind(text, stated)
    const parts = operands.map((figure) => growthBehind(text, figure))
    if (!whole || parts.some((part) => part === undefined)) continue
    seen.add(stated.start)
    const all = parts as Growing[]
    const least = Math.min(whole.decimals, ...all.map(({ decimals }) => decimals))
    // What rounding of the rates and of the figures may hide.
    const tolerance = (0.012 / 10 ** least) * stated.value + 2 * halves([stated, ...operands])
    const fits = (one: Growing, others: readonly Growing[]): boolean =>
      Math.abs(before(one) - others.reduce((sum, part) => sum + before(part), 0)) <= tolerance
    if (fits(whole, all)) continue
    const turned = all.findIndex((_, at) =>
      fits(
        whole,
        all.map((part, other) => (other === at ? { ...part, rate: -part.rate } : part)),
      ),
    )
    const odd = turned >= 0 ? (all[turned] as Growing) : fits({ ...whole, rate: -whole.rate }, all) ? whole : undefined
    const lowest = Math.min(...all.map(({ rate }) => rate))
    const highest = Math.max(...all.map(({ rate }) => rate))
    const isOutside = whole.rate < lowest - 0.1 || whole.rate > highest + 0.1
    const meant = odd ?? (isOutside ? whole : undefined)
    if (!meant) continue
    const others = odd && odd !== whole ? [whole.figure] : operands
    const rest = before(whole) - all.reduce((sum, part) => sum + (part === meant ? 0 : before(part)), 0)
    const due =
      meant === whole
        ? (stated.value / all.reduce((sum, part) => sum + before(part), 0) - 1) * 100
        : (meant.figure.value / rest - 1) * 100
    const rate: Figure = {
      ...meant.figure,
      start: meant.start,
      end: meant.end,
      numberEnd: meant.end - 1,
      kind: 'percent',
      value: Math.abs(meant.rate),
      scale: 1,
      decimals: meant.decimals,
      unit: '%',
      half: 0.5 / 10 ** meant.decimals,
    }
    doubts.push(statement('growth', rate, [meant.figure, others[0] as Figure], rate, '各项', due, false, 'doubt'))
  }
}

const mean =
  /(?:(?:平均|每)(?:一)?(个|名|户|人|家|村|所|件|场|套|台|间|座|处|位|期|项|条|批|亩|校|镇)|(户|村|人|家|校|镇|亩|台|间|件|处|项)均)[^，；。：、]{0,8}$/
const countedAs: ReadonlyMap<string, string> = new Map([
  ['名', '人'],
  ['位', '人'],
  ['村', '个'],
  ['镇', '个'],
  ['校', '所'],
])
const noMean =
  /每[年月日天周]|人均(?:可支配|纯?收入|消费|预期|寿命|GDP|生产总值|占有|拥有|公园|住房)|户均人口|亩均税|同比|增长|提高/

/** 补助4800万元，平均每个设施补助60万元, where 80个 is told a sentence before: what the mean is of stands in the paragraph. */
function means(text: string, sentences: readonly FigureSentence[], known: ReadonlySet<number>, doubts: Statement[]): void {
  const seen: Figure[] = []
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        const gap = gaps[index] as string
        const match = gap.length < 20 && (gap.includes('均') || gap.includes('每')) ? mean.exec(gap) : null
        const word = match?.[1] ?? match?.[2]
        if (
          word !== undefined &&
          !noMean.test(gap) &&
          stated.kind === 'amount' &&
          !stated.isApproximate &&
          !known.has(stated.start)
        )
          judgeMean(
            text,
            stated,
            countedAs.get(word) ?? word,
            [...seen.slice(-14), ...totalsBehind(figures, gaps, index)],
            doubts,
          )
        if (stated.kind === 'amount' && !stated.isApproximate) seen.push(stated)
      })
    }
  }
}

/** 人均办案290件，全年审结案件8.29万件: the total may stand right behind. */
const totalsBehind = (figures: readonly Figure[], gaps: readonly string[], index: number): Figure[] => {
  const next = figures[index + 1]
  return next?.kind === 'amount' && !next.isApproximate && /^(?!.*[比较]).*(?:全年|共|总|累计)/.test(gaps[index + 1] as string)
    ? [next]
    : []
}

function judgeMean(text: string, stated: Figure, unit: string, earlier: readonly Figure[], doubts: Statement[]): void {
  const totals = earlier.filter((figure) => figure.unit === stated.unit && figure.value > stated.value)
  const counts = earlier.filter((figure) => figure.unit === unit && figure.value > 1 && figure.unit !== stated.unit)
  const pairs = totals.flatMap((total) => counts.map((count) => ({ total, count, due: total.value / count.value })))
  const near = (due: number, total: Figure): boolean =>
    Math.abs(due - stated.value) <= stated.half * 2 + (due * total.half) / total.value + stated.value * 0.006
  if (pairs.some(({ due, total }) => near(due, total))) return
  const slip = pairs.findLast(({ due }) =>
    isSlipFor(text, stated, Number((due / stated.scale).toFixed(stated.decimals)) * stated.scale),
  )
  const only = pairs.length === 1 ? pairs[0] : undefined
  const meant = slip ?? (only && only.due < stated.value * 3 && only.due > stated.value / 3 ? only : undefined)
  if (meant) doubts.push(statement('average', stated, [meant.total, meant.count], stated, '平均', meant.due, false, 'doubt'))
}

const limit = /(?:限额|上限|控制数|控制目标|核定数)(?:为|是|内)?$/
const balance = /(?:余额|债务|支出|规模)(?:为|达|达到|控制在)?$/

/** 债务限额为50.80亿元, and the 余额 51.36亿元 that is told to be within it. */
function limits(sentences: readonly FigureSentence[], doubts: Statement[]): void {
  const told: { figure: Figure; label: string }[] = []
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((figure, index) => {
        const label = sinceMark(gaps[index] as string).slice(-14)
        if (figure.kind === 'amount' && !figure.isApproximate && !/上年|去年|年初|增加|减少/.test(label))
          told.push({ figure, label })
      })
    }
  }
  const bounds = told.filter(({ label }) => limit.test(label))
  const [bound] = bounds
  if (!bound || bounds.length > 1) return
  const over = told.find(
    ({ figure, label }) =>
      balance.test(label) &&
      figure !== bound.figure &&
      figure.unit === bound.figure.unit &&
      figure.value > bound.figure.value &&
      figure.value < bound.figure.value * 1.5,
  )
  if (over)
    doubts.push(
      statement(
        'level',
        bound.figure,
        [over.figure],
        bound.figure,
        '限额',
        over.figure.value - bound.figure.value,
        false,
        'doubt',
      ),
    )
}

const rowTotal = /^[，；、][^，；。：、]{0,6}(?:累计|总共|合计|共计|共|总计|总|计|全年|全部|[两三四五]年)[^，；。：、]{0,8}$/
const alone = /^(?:[、和及与]|以及)$/

/** 投入资金1.2亿元、1.6亿元、2.1亿元，累计投入4.6亿元: a row of bare figures and their total. */
function rowTotals({ figures, gaps }: Line, doubts: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const stated = figures[index] as Figure
    const gap = gaps[index] as string
    if (gap.length > 20 || stated.isApproximate || stated.kind !== 'amount' || !rowTotal.test(gap)) continue
    let from = index - 1
    while (from > 0 && alone.test(gaps[from] as string) && figures[from - 1]?.unit === stated.unit) from--
    const parts = figures.slice(from, index)
    if (parts.length < 2 || parts.some(({ unit, isApproximate }) => unit !== stated.unit || isApproximate)) continue
    const sum = sumOf(parts)
    if (equals(stated, sum, halves(parts)) || sum < stated.value * 0.6 || sum > stated.value * 1.7) continue
    if (parts.length === 2 && !/分别|各/.test(gaps[from] as string)) continue
    doubts.push(statement('total', stated, parts, stated, '合计', sum, false, 'doubt'))
  }
}

/** 35岁及以下42人、36至50岁58人、51岁及以上24人，合计126人: figures stand in the names of the parts. */
function totalsOfClasses(text: string, { figures, gaps }: Line, known: ReadonlySet<number>, doubts: Statement[]): void {
  for (let index = 3; index < figures.length; index++) {
    const stated = figures[index] as Figure
    const gap = gaps[index] as string
    if (gap.length > 16 || stated.kind !== 'amount' || stated.isApproximate || known.has(stated.start) || !inAll.test(gap))
      continue
    const parts: Figure[] = []
    let passed = 0
    for (let at = index - 1; at >= 0 && parts.length < 8; at--) {
      const figure = figures[at] as Figure
      if (figure.unit === stated.unit && figure.kind === 'amount' && !figure.isApproximate) parts.unshift(figure)
      else if (figure.unit === '岁' || figure.unit === '年' || figure.unit === '' || figure.isApproximate) passed++
      else break
      if (/[：；]|其中/.test(gaps[at] as string)) break
    }
    if (parts.length < 2 || passed === 0) continue
    const sum = sumOf(parts)
    if (parts.some((_, from) => from < parts.length - 1 && equals(stated, sumOf(parts.slice(from)), halves(parts)))) continue
    if (isSumOneSlipOff(text, parts, stated)) doubts.push(statement('total', stated, parts, stated, '合计', sum, false, 'doubt'))
  }
}

const shareOf = /(?:占|占比|比重|比例|占到)(?:为|达|达到|的)?$/
const respectively = /(?:占比|比重|结构|构成|比例|占[^，。；：]{0,10})[^，。；：]{0,6}分别(?:为|是|达|占)?$/
const ownWhole = /占[^，。；：、]{2,24}$|超过|以上|提高|下降|增长/

/** 满意的占62.5%，基本满意的占31.2%，不满意的占8.3%: shares of one whole that are all of it but for a digit, or more than all. */
function shareRows(text: string, { figures, gaps }: Line, doubts: Statement[]): void {
  let row: Figure[] = []
  const flush = (): void => {
    const shares = row
    row = []
    if (shares.length < 3 || shares.length > 10) return
    const sum = sumOf(shares)
    const tolerance = halves(shares) + 0.051
    if (Math.abs(sum - 100) <= tolerance || sum < 60 || sum > 160) return
    const last = shares[shares.length - 1] as Figure
    const odd = shares.find((share) => isSlipFor(text, share, Number((100 - (sum - share.value)).toFixed(share.decimals))))
    const isAll = /其他|其它|其余|不满意|未|无/.test(text.slice((shares[shares.length - 2] as Figure).end, last.start))
    if ((sum > 100 && odd) || (odd && isAll) || (isAll && Math.abs(sum - 100) < 15)) {
      const span = { start: (shares[0] as Figure).start, end: last.end }
      doubts.push(statement('share', span, shares, odd ?? last, '各项', sum, false, 'doubt'))
    }
  }
  figures.forEach((figure, index) => {
    const gap = gaps[index] as string
    if (figure.kind !== 'percent') return
    const isRow = respectively.test(gap)
    const isNext = row.length > 0 && alone.test(gap) && figures[index - 1] === row[row.length - 1]
    const isShare = isRow || isNext || (shareOf.test(gap) && gap.length < 24 && !ownWhole.test(gap))
    if (isRow || !isShare || figure.isApproximate) flush()
    if (isShare && !figure.isApproximate) row.push(figure)
  })
  flush()
}

const undone = /(?:尚|还|仍)?未(?:完成)?(?:[\u4e00-\u9fff]{0,6})的|剩余的?$|余下的?$|其余的?$|剩下的?$/
/** Of so many pairs nobody can tell which is meant. */
const mostPairs = 60

/** 问题128个，已整改到位121个, and elsewhere 尚未整改到位的9个问题. */
function whatIsLeft(text: string, sentences: readonly FigureSentence[], known: readonly Statement[], doubts: Statement[]): void {
  const pairs = known.filter(
    ({ kind, operands, agrees }) => agrees && (kind === 'done' || kind === 'rate') && operands.length > 0,
  )
  if (pairs.length === 0 || pairs.length > mostPairs) return
  const settled = new Set(known.map(({ stated }) => stated.start))
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        const gap = gaps[index] as string
        if (
          stated.kind !== 'amount' ||
          stated.isApproximate ||
          settled.has(stated.start) ||
          gap.length > 24 ||
          !undone.test(gap) ||
          /[中里](?:尚|还|仍)?未/.test(gap)
        )
          return
        const noun = /^[\u4e00-\u9fff]{2}/.exec(text.slice(stated.end, stated.end + 2))?.[0]
        if (noun === undefined) return
        const left = pairs.flatMap(({ kind, operands, stated: other }) => {
          const [part, whole] = kind === 'rate' ? operands : [other, operands[0]]
          if (!part || !whole || whole.unit !== stated.unit || whole.start > stated.start || part.value >= whole.value) return []
          const isNamed = text.slice(Math.max(0, whole.start - 16), whole.end + 8).includes(noun)
          return isNamed ? [{ part, whole, due: whole.value - part.value }] : []
        })
        const [only] = left
        if (!only || left.some(({ due }) => due === stated.value) || new Set(left.map(({ due }) => due)).size > 1) return
        if (stated.value > only.due * 2 + 2 || stated.value * 2 + 2 < only.due) return
        doubts.push(statement('rest', stated, [only.whole, only.part], stated, '剩余', only.due, false, 'doubt'))
      })
    }
  }
}

const differing =
  /(?:结余|节余|缺口|缺额|差额|相差|尚缺|还差|还剩|剩余|余下|净增|净减|增加|减少|降低|提高|上升|压缩|缩短|节约|节省|节支|核减|审减|提前|延长|多|少|超出)[^，。；：、]{0,5}$/

/** 预算260万元，实际支出231.4万元，节约资金26.8万元: two figures and how far they are apart, but for a slip. */
function differences(text: string, { figures, gaps }: Line, known: ReadonlySet<number>, doubts: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const [one, other, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    if (known.has(stated.start) || stated.kind !== 'amount' || [one, other, stated].some(({ isApproximate }) => isApproximate))
      continue
    if (one.unit !== stated.unit || other.unit !== stated.unit || one.kind !== 'amount' || other.kind !== 'amount') continue
    if ((gaps[index] as string).length > 14 || !differing.test(gaps[index] as string)) continue
    const due = Math.abs(one.value - other.value)
    const digits = text.slice(stated.start, stated.numberEnd).replace('.', '')
    if (due === 0 || digits.length < 2 || equals(stated, due, one.half + other.half) || !isSlipFor(text, stated, due)) continue
    const before = figures.slice(Math.max(0, index - 6), index).filter(({ unit }) => unit === stated.unit)
    if (before.some((a) => before.some((b) => equals(stated, a.value - b.value, a.half + b.half)))) continue
    doubts.push({ ...statement('rest', stated, [one, other], stated, '差', due, false, 'doubt'), isSlip: true })
  }
}

const overBase = /(?:比|较|在)(?:[0-9]{4}年|上年|去年|年初|上月)[^，；。：、]{0,8}?(?:的|是|为)?$/
const byMuch = /^(?:的基础上)?(?:净|再|又)?(增加?|增长|提高|减少?|下降|增收|压减)(?:了)?$/
const cameTo = /^[，、][^，；。：、]{0,10}(?:达到?|为|增至|升至|增加到|提高到|降至|减少到)(?:了)?$/

/** 比2020年的126.4亿元净增38.6亿元，达到155亿元: what it was, by how much, and what it came to. */
function levelsReached({ figures, gaps }: Line, known: ReadonlySet<number>, doubts: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const [base, change, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    if (base.unit !== stated.unit || change.unit !== stated.unit || stated.kind !== 'amount' || known.has(stated.start)) continue
    const verb = byMuch.exec(gaps[index - 1] as string)?.[1]
    if (verb === undefined || !overBase.test(gaps[index - 2] as string) || !cameTo.test(gaps[index] as string)) continue
    if ([base, change, stated].some(({ isApproximate, kind }) => isApproximate || kind !== 'amount')) continue
    const due = /[减降]/.test(verb) ? base.value - change.value : base.value + change.value
    if (!equals(stated, due, base.half + change.half) && due > 0)
      doubts.push(statement('balance', stated, [base, change], stated, '', due, false, 'doubt'))
  }
}

const goodDays = /优良(?:天数)?(?:率|比例|天数比例|天数占比)(?:为|达到?|是)?$|占全年的?(?:比例|比重)?(?:为|达到?)?$/
const yearsLong = [365, 366]

/** 优良天数338天，占全年的96.2%: of a year that has 365 or 366. */
function daysOfYear(text: string, { figures, gaps }: Line, known: ReadonlySet<number>, doubts: Statement[]): void {
  for (let index = 1; index < figures.length; index++) {
    const [days, stated] = figures.slice(index - 1, index + 1) as [Figure, Figure]
    if (days.unit !== '天' || stated.kind !== 'percent' || days.isApproximate || stated.isApproximate || known.has(stated.start))
      continue
    if ((gaps[index] as string).length > 16 || !goodDays.test(gaps[index] as string) || days.value > 366) continue
    const all = yearsLong.map((year) => (days.value / year) * 100)
    if (all.some((due) => Math.abs(due - stated.value) <= 2 * stated.half)) continue
    const due = all.find((one) => isSlipFor(text, stated, Number(one.toFixed(stated.decimals))))
    if (due !== undefined) doubts.push(statement('rate', stated, [days, days], stated, '全年', due, false, 'doubt'))
  }
}

const eachOf = /每(?:个)?(村|户|人|镇|乡|班|组|期|场|校|县|所|家|站|点|社区|支部|车|桌|间|栋|台|批|个)[^，。；：、]{0,10}$/
const ofAll = /^[^，。；：、]{0,6}[，、]?(?:累计|合计|共计|总计|一共|总共|共)[^，。；：、]{0,8}$/

/** 包括东岭、西坪…5个村…。每村选派队员3名，共18名: how many there are stands elsewhere in the paragraph. */
function productsOfEach(
  text: string,
  sentences: readonly FigureSentence[],
  known: ReadonlySet<number>,
  doubts: Statement[],
): void {
  const seen: Figure[] = []
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        const each = figures[index - 1]
        const word =
          each && (gaps[index - 1] as string).length < 30 && (gaps[index - 1] as string).includes('每')
            ? eachOf.exec(gaps[index - 1] as string)?.[1]
            : undefined
        if (
          each &&
          word !== undefined &&
          ofAll.test(gaps[index] as string) &&
          !known.has(stated.start) &&
          each.unit === stated.unit
        ) {
          const counts = seen
            .slice(-8)
            .filter(
              (figure) =>
                figure !== each &&
                (figure.unit === word || (word !== '个' && figure.unit === '个' && text.startsWith(word, figure.end))),
            )
          const fits = counts.some((count) => equals(stated, count.value * each.value, count.value * each.half))
          const count = counts[counts.length - 1]
          const isUsable = !each.isApproximate && !stated.isApproximate && stated.value > each.value
          if (count && !fits && isUsable && new Set(counts.map(({ value }) => value)).size === 1)
            doubts.push(statement('product', stated, [count, each], stated, '共', count.value * each.value, false, 'doubt'))
        }
        if (stated.kind === 'amount' && !stated.isApproximate) seen.push(stated)
      })
    }
  }
}

interface NamedRate {
  readonly rate: RegExp
  readonly part: RegExp
  readonly whole: RegExp
}

/** Rates that always are of the same two figures, whatever stands between. */
const namedRates: readonly NamedRate[] = [
  { rate: /存贷[款]?比(?:例|率)?$/, part: /(?:各项)?贷款(?:余额|总额)?$/, whole: /(?:各项)?存款(?:余额|总额)?$/ },
  { rate: /不良(?:贷款)?(?:率|占比)$/, part: /不良贷款(?:余额)?$/, whole: /(?:各项|(?<!不良))贷款(?:余额|总额)$/ },
  { rate: /资产负债率$/, part: /(?:负债总额|总负债|负债合计)$/, whole: /(?:资产总额|总资产|资产合计)$/ },
  { rate: /城镇化率$/, part: /城镇(?:常住)?人口$/, whole: /(?<!城镇|乡村|农村|户籍)(?:常住|总)人口$/ },
  { rate: /拨备覆盖率$/, part: /(?:贷款损失准备|拨备|减值准备)(?:金)?(?:余额)?$/, whole: /不良贷款(?:余额)?$/ },
  { rate: /资本充足率$/, part: /(?<!一级)资本净额$/, whole: /风险加权资产(?:总额)?$/ },
  { rate: /(?:床位使用率|病床使用率)$/, part: /实际占用(?:总)?床日数?$/, whole: /实际开放(?:总)?床日数?$/ },
  {
    rate: /(?:结案|审结|执结|审执结)率$/,
    part: /(?:审执结|审结|结案|执结|办结)(?:案件)?$/,
    whole: /(?:受理|收案)(?:各类)?(?:案件)?$/,
  },
  { rate: /成本收入比$/, part: /(?:业务及管理费|营业费用)$/, whole: /营业收入$/ },
  { rate: /(?:研发投入强度|研发强度)$/, part: /研发(?:投入|经费|费用)$/, whole: /(?:营业收入|生产总值)$/ },
  { rate: /出栏率$/, part: /出栏$/, whole: /存栏$/ },
  {
    rate: /(?:到课|出勤|到会|参会|参训|投票|参选)率$/,
    part: /(?:实到|实际参[会训加]|参加投票|参选)(?:人数|人员|代表|选民)?$/,
    whole: /(?:应到|应参[会训加]|登记选民|选民)(?:人数|人员|代表|总数)?$/,
  },
]
/** One of those names, before it is looked which. */
const anyRate = /率|存贷|收入比|强度|占比/
const levelVerbs = /(?:(?:已|共|达到|达|完成|实现|合计|总计|为|有|是|约|增加到|增至|减少到|降至|升至)(?:了)?){0,3}$/
const otherTime = /上年|去年|同期|年初|上月|前年|增加|减少|增长|下降|净增|目标|计划|新增|其中/

/** 不良贷款余额2.14亿元，不良贷款率1.05%，各项贷款余额142.8亿元. */
function ratesByName(text: string, sentences: readonly FigureSentence[], known: ReadonlySet<number>, doubts: Statement[]): void {
  const isAny = sentences.some(({ lines }) =>
    lines.some(({ figures, gaps }) =>
      figures.some(({ kind }, index) => kind === 'percent' && anyRate.test(gaps[index] as string)),
    ),
  )
  if (!isAny) return
  const named: { figure: Figure; label: string }[] = []
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((figure, index) => {
        const label = sinceMark(gaps[index] as string).slice(-20)
        if (!figure.isApproximate && !otherTime.test(label)) named.push({ figure, label: label.replace(levelVerbs, '') })
      })
    }
  }
  if (named.length < 3 || named.length > 80) return
  for (const { figure: stated, label } of named) {
    if (stated.kind !== 'percent' || known.has(stated.start)) continue
    const rate = namedRates.find((one) => one.rate.test(label))
    if (!rate) continue
    const of = (words: RegExp): Figure[] =>
      named.flatMap(({ figure, label: other }) => (figure.kind === 'amount' && words.test(other) ? [figure] : []))
    const [parts, wholes] = [of(rate.part), of(rate.whole)]
    const [part, whole] = [parts[0], wholes[0]]
    if (!part || !whole || parts.length > 1 || wholes.length > 1 || part === whole || part.unit !== whole.unit) continue
    const [low, high] = percentRange(part, whole)
    if (meets(stated, low, high)) continue
    const due = (part.value / whole.value) * 100
    if (isSlipFor(text, stated, Number(due.toFixed(stated.decimals))) || Math.abs(due - stated.value) < stated.value)
      doubts.push(statement('rate', stated, [part, whole], stated, label.slice(-6), due, false, 'doubt'))
  }
}

/** Adds to `doubts`; what agrees after all, to `known`, which is what is known of the document for certain. */
export function doubtsIn(
  text: string,
  sentences: readonly FigureSentence[],
  stretches: readonly Stretch[],
  known: readonly Statement[],
  doubts: Statement[],
): void {
  for (const stretch of stretches) {
    doubtListsIn(text, stretch, doubts)
    doubtBehindIn(text, stretch, doubts)
  }
  const settled = new Set(known.map(({ stated }) => stated.start))
  for (const { lines } of sentences) {
    for (const line of lines) {
      if (line.figures.length < 2 || line.figures.length > mostFigures) continue
      daysOfYear(text, line, settled, doubts)
      if (line.figures.length < 3) continue
      rowTotals(line, doubts)
      totalsOfClasses(text, line, settled, doubts)
      shareRows(text, line, doubts)
      levelsReached(line, settled, doubts)
      differences(text, line, settled, doubts)
    }
  }
  growthOfParts(text, known, doubts)
  whatIsLeft(text, sentences, known, doubts)
  const hasLimit = /限额|上限|控制数|控制目标|核定数/.test(text)
  for (const paragraph of sentencesByStretch(sentences).values()) {
    means(text, paragraph, settled, doubts)
    productsOfEach(text, paragraph, settled, doubts)
    ratesByName(text, paragraph, settled, doubts)
    if (hasLimit) limits(paragraph, doubts)
  }
}
