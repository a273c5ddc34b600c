/** What one place of a document says of figures that stand in another: named wholes, totals of lists, what is left. */
import type { Figure } from '../quantities/lexer.ts'
import type { Stretch } from '../structure.ts'
import { type FigureSentence, type Line, sentencesByStretch } from './lines.ts'
import { equals, halves, meets, percentRange, sumOf, swapped } from './rounding.ts'
import { isSlipOf } from './slips.ts'
import type { Certainty, Statement } from './statement.ts'
import { separator, sinceMark, statement } from './sum-words.ts'

/** A figure of the document with the words round it. */
interface Told {
  readonly figure: Figure
  /** The words right before, since the last mark. */
  readonly label: string
  readonly stretch: number
}

/** More figures of one unit than these are a table of figures, and are not compared. */
const mostOfUnit = 400

const past = /上年|去年|同期|年初|前年|上月|上届/
const verbs = /(?:已|共|达到|达|完成|实现|合计|总计|为|有|约|估算|预计|安排|执行|预期){1,4}$/

/** All exact figures of a document that stand for themselves, by their unit. */
function byUnit(sentences: readonly FigureSentence[]): Map<string, Told[]> {
  const found = new Map<string, Told[]>()
  for (const { lines, stretch } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((figure, index) => {
        if (figure.kind !== 'amount' || figure.isApproximate) return
        const label = sinceMark(gaps[index] as string).slice(-24)
        const others = found.get(figure.unit)
        if (!others) found.set(figure.unit, [{ figure, label, stretch }])
        else if (others.length < mostOfUnit) others.push({ figure, label, stretch })
      })
    }
  }
  return found
}

/** What is said across the document. `stated` are the figures that statements check already. */
export function documentIn(
  text: string,
  sentences: readonly FigureSentence[],
  stretches: readonly Stretch[],
  into: Statement[],
): void {
  const known = new Set(into.map(({ stated }) => stated.start))
  const parts = new Set(into.flatMap(({ kind, operands }) => (kind === 'parts' ? operands.map(({ start }) => start) : [])))
  const told = byUnit(sentences)
  for (const { lines, stretch } of sentences) {
    for (const line of lines) {
      namedShares(line, stretch, told, known, into)
      closedLists(text, line, told, parts, into)
      sources(line, told, known, into)
    }
  }
  numberedItems(text, sentences, stretches, parts, into)
  remainders(text, sentences, into)
  undone(text, sentences, into)
  changesOfTold(text, sentences, told, into)
  subsets(told, into)
}

const shareOf = /^[，、；]?(?:分别|约)?占([\u4e00-\u9fff]{3,12}?)(?:总额|总数|总量)?的$/
/** Of these a document has many: the whole is one that is told nowhere. */
const vague = /全|总数|总量|同期|上年|去年|年度|计划|目标|任务|(?<!公共|基金|经营)预算|以上|比重|比例|应|其中/

/** The object of 占 stands near the end of a label. */
const namesLoosely = (label: string, object: string): boolean => {
  const at = label.lastIndexOf(object)
  return at >= 0 && label.length - at - object.length <= 6
}

/** 分红0.68亿元，占净利润的29.3%: the net profit stands in another paragraph. */
function namedShares(
  { figures, gaps }: Line,
  stretch: number,
  told: ReadonlyMap<string, readonly Told[]>,
  known: ReadonlySet<number>,
  into: Statement[],
): void {
  for (let index = 1; index < figures.length; index++) {
    const stated = figures[index] as Figure
    if (stated.kind !== 'percent' || stated.isApproximate || known.has(stated.start)) continue
    const object = shareOf.exec(gaps[index] as string)?.[1]
    const part = figures[index - 1] as Figure
    if (object === undefined || vague.test(object) || part.kind !== 'amount' || part.isApproximate) continue
    const wholes = (told.get(part.unit) ?? []).filter(
      ({ figure, label }) =>
        figure !== part &&
        label
          .replace(verbs, '')
          .replace(/余额$|总额$/, '')
          .endsWith(object),
    )
    const fits = (whole: Figure): boolean => {
      const [low, high] = percentRange(part, whole)
      return meets(stated, low, high)
    }
    // 一般公共预算收入安排311500万元: named with a verb of its own, and right is right.
    const loosely = (told.get(part.unit) ?? []).find(
      ({ figure, label }) => figure !== part && namesLoosely(label, object) && fits(figure),
    )
    if (loosely) {
      const computed = (part.value / loosely.figure.value) * 100
      into.push(statement('share', stated, [part, loosely.figure], stated, '占', computed, true))
      continue
    }
    if (wholes.length === 0) continue
    const meant = wholes.find(({ figure }) => fits(figure))
    const near = wholes.filter((one) => one.stretch === stretch && !past.test(one.label))
    const [only] = near.length === 1 ? near : []
    // Of several the one told last before it, which is the one that the reader has in mind.
    const present = wholes.filter(({ label }) => !past.test(label))
    const whole = meant ?? only ?? present.findLast(({ figure }) => figure.start < part.start) ?? present[0]
    if (!whole || (!meant && whole.figure.value < part.value)) continue
    const computed = (part.value / whole.figure.value) * 100
    const certainty: Certainty = wholes.length === 1 || only ? 'likely' : 'unsure'
    if (!meant && !only && wholes.length > 2) continue
    into.push(statement('share', stated, [part, whole.figure], stated, '占', computed, meant !== undefined, certainty))
  }
}

interface Item {
  readonly figure: Figure
  readonly label: string
}

const listHead = /^(?:分[\u4e00-\u9fff]{1,4}看|按[\u4e00-\u9fff]{2,10}(?:划分|分|来源)|从[\u4e00-\u9fff]{2,8}看)[，：]/
const others = /^(?:[^，；：]{0,3})(?:其他|其它|其余)/
const bands = /以下/
const aside = /^[，、（]?(?:同比|比上年|较上年|占|占比)?(?:增长|下降|增加|提高|减少|占)?[^，；。：、]{0,6}$/

const isBand = /^(?:（含）)?(?:及?以[下上内]|至|的)/

/** A bound of a band, before the count of what lies in it. */
const isBound = (figures: readonly Figure[], gaps: readonly string[], at: number, unit: string): boolean =>
  [at + 1, at + 2].some((next) => figures[next]?.unit === unit && isBand.test(gaps[next] as string))

/** The row of at least three parts from figure `from` on; asides (增长3%) left out. */
function rowFrom({ figures, gaps }: Line, from: number): Item[] {
  const row: Item[] = []
  const first = figures[from] as Figure
  for (let at = from; at < figures.length && row.length < 24; at++) {
    const figure = figures[at] as Figure
    const gap = gaps[at] as string
    if (at > from && figure.kind === 'percent' && aside.test(gap)) continue
    // 10万元至30万元的村96个: what the parts are divided by.
    if (at > from && figure.unit !== first.unit && isBound(figures, gaps, at, first.unit)) continue
    const isBanded = at > 0 && isBand.test(gap)
    const by = isBanded ? '、' : (separator.exec(gap)?.[0] ?? '')
    const label = (at === from ? gap.replace(listHead, '') : gap).replace(separator, '')
    if (figure.unit !== first.unit || figure.isApproximate || (at > from && by === '')) break
    if (label.length > 18 || label === '' || /其中/.test(label)) break
    row.push({ figure, label })
  }
  return row
}

/** 分板块看，…38.5亿元，…31.3亿元，其他…4.7亿元: the total stands in another paragraph. */
function closedLists(
  text: string,
  line: Line,
  told: ReadonlyMap<string, readonly Told[]>,
  parts: ReadonlySet<number>,
  into: Statement[],
): void {
  const { figures, gaps } = line
  for (let from = 0; from + 2 < figures.length; from++) {
    const first = figures[from] as Figure
    if (first.kind !== 'amount' || parts.has(first.start)) continue
    const isHead = listHead.test(gaps[from] as string)
    const row = rowFrom(line, from)
    if (row.length < 3) continue
    const last = row[row.length - 1] as Item
    const isBands = bands.test((row[0] as Item).label) && /以上/.test(last.label)
    if (isHead || others.test(last.label) || isBands) judgeList(text, row, told.get(first.unit) ?? [], into)
    from += row.length - 1
  }
}

/** The noun that a list is of: at the end of its first label, or right behind its figure. */
function nounOf(text: string, { figure, label }: Item): string {
  const behind = /^[\u4e00-\u9fff]{1,4}/.exec(text.slice(figure.end, figure.end + 4))?.[0]
  return (
    behind ??
    label
      .replace(verbs, '')
      .replace(/^.*(?:的|以[上下内])/, '')
      .slice(-4)
  )
}

function judgeList(text: string, row: readonly Item[], told: readonly Told[], into: Statement[]): void {
  const figures = row.map(({ figure }) => figure)
  const [first, last] = [figures[0] as Figure, figures[figures.length - 1] as Figure]
  const sum = sumOf(figures)
  const half = halves(figures)
  const noun = nounOf(text, row[0] as Item)
  if (noun.length < 1) return
  const named = told.filter(({ figure, label }) => {
    if (figure.start >= first.start && figure.start <= last.start) return false
    return nounOf(text, { figure, label }).startsWith(noun.slice(0, 4)) || label.replace(verbs, '').endsWith(noun)
  })
  const right = named.find(({ figure }) => equals(figure, sum, half))
  const push = (whole: Figure, agrees: boolean, certainty: Certainty): void => {
    into.push(statement('parts', { start: first.start, end: last.end }, figures, whole, '其中', sum, agrees, certainty))
  }
  if (right) {
    push(right.figure, true, 'sure')
    return
  }
  const slips = named.filter(
    ({ figure, label }) =>
      !past.test(label) && Math.abs(figure.value - sum) < figure.value * 0.1 && mends(text, figures, figure, sum, half),
  )
  const [slip] = slips
  if (slip && new Set(slips.map(({ figure }) => figure.value)).size === 1) push(slip.figure, false, 'likely')
}

/** With two digits of one part or of the whole swapped, or one digit of a part replaced, the sum would be right. */
function mends(text: string, parts: readonly Figure[], whole: Figure, sum: number, half: number): boolean {
  if (swapped(text, whole).some((value) => equals({ value, half: whole.half }, sum, half))) return true
  return parts.some((part) => {
    const due = whole.value - (sum - part.value)
    if (swapped(text, part).some((value) => equals(whole, sum - part.value + value, half))) return true
    return isOneDigit(text.slice(part.start, part.numberEnd), (due / part.scale).toFixed(part.decimals))
  })
}

function isOneDigit(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false
  let differ = 0
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) differ++
  return differ === 1
}

const sourceWord = /申请|争取|财政|自筹|配套|统筹|安排|补助|筹[集措]/
const wholeOfSources = /(?:总投资|总概算|投资估算|概算|总资金|资金总额|总额|所需资金|总预算|共需资金)(?:估算)?$/

/** 申请补助800万元，县财政安排650万元，其余363.5万元由我局统筹: together they are the investment that is told elsewhere. */
function sources(line: Line, told: ReadonlyMap<string, readonly Told[]>, known: ReadonlySet<number>, into: Statement[]): void {
  const { figures, gaps } = line
  for (let index = 2; index < figures.length; index++) {
    const stated = figures[index] as Figure
    if (!/(?:其余|剩余|余下|不足部分)(?:的)?$/.test(gaps[index] as string) || known.has(stated.start) || stated.unit !== '元')
      continue
    const row = figures.slice(0, index + 1)
    const isRow = row.every(
      (figure, at) => figure.unit === '元' && !figure.isApproximate && (at === index || sourceWord.test(gaps[at] as string)),
    )
    if (!isRow) continue
    const sum = sumOf(row)
    const all = (told.get('元') ?? []).filter(({ figure }) => figure.start < (row[0] as Figure).start)
    const right = all.find(({ figure }) => equals(figure, sum, halves(row)))
    const wholes = all.filter(
      ({ label, figure }) => wholeOfSources.test(label.replace(verbs, '')) && Math.abs(figure.value - sum) < sum * 0.2,
    )
    const whole = right ?? wholes[wholes.length - 1]
    if (!whole) continue
    const due = whole.figure.value - (sum - stated.value)
    into.push(statement('rest', stated, [whole.figure, ...row.slice(0, -1)], stated, '其余', due, right !== undefined, 'likely'))
  }
}

/** An ordinal by what it looks like: the items of one list are of one kind. */
const itemStart = /^(?:[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}、)/
const kindOf = (words: string): string =>
  /^[0-9]/.test(words) ? '1' : /^[（(]/.test(words) ? '（' : /^[①-⑳]/.test(words) ? '①' : '一'

const announces = /(?:构成|组成|如下|包括|其中|分别|具体|为)[\u4e00-\u9fff]{0,4}：$/

/** 总投资1813.5万元，构成如下：, and then 1.…1426.0万元 2.…168.5万元: a total and the first figures of its items. */
function numberedItems(
  text: string,
  sentences: readonly FigureSentence[],
  stretches: readonly Stretch[],
  parts: ReadonlySet<number>,
  into: Statement[],
): void {
  const byStretch = sentencesByStretch(sentences)
  stretches.forEach(({ start, end }, index) => {
    if (!announces.test(text.slice(Math.max(start, end - 16), end))) return
    const items: Figure[] = []
    let kind: string | undefined
    for (let at = index + 1; at < stretches.length && items.length < 24; at++) {
      const stretch = stretches[at] as Stretch
      const begins = text.slice(stretch.start, stretch.start + 6)
      kind ??= kindOf(begins)
      if (!itemStart.test(begins) || kindOf(begins) !== kind) break
      const sentence = byStretch.get(at)?.[0]
      const figure = sentence?.lines[0]?.figures[0]
      const label = sentence?.lines[0]?.gaps[0] ?? ''
      if (!figure || figure.isApproximate || label.length > 24 || /[，。；]/.test(label.replace(itemStart, ''))) return
      items.push(figure)
    }
    const [first] = items
    const last = items[items.length - 1]
    if (!first || !last || items.length < 3 || items.some((one) => one.unit !== first.unit || one.kind !== 'amount')) return
    const wholes = (byStretch.get(index) ?? []).flatMap(({ lines }) =>
      (lines[0]?.figures ?? []).filter(({ unit, isApproximate }) => unit === first.unit && !isApproximate),
    )
    const whole = wholes[wholes.length - 1]
    if (!whole || parts.has(first.start)) return
    const sum = sumOf(items)
    const agrees = equals(whole, sum, halves(items))
    const isFar = Math.abs(sum - whole.value) > whole.value * 0.2
    if (!agrees && isFar && !mends(text, items, whole, sum, halves(items))) return
    into.push(statement('parts', whole, items, whole, '各项', sum, agrees, 'likely'))
  })
}

const leftWord = /(?:剩余|余下|其余)(?:的)?$/
const commonest = 5
/** So many wholes and parts of a document are remembered. */
const mostPairs = 100

/** Whether a run of `size` characters stands in both. */
function shares(one: string, other: string, size: number): boolean {
  for (let at = 0; at + size <= other.length; at++) if (one.includes(other.slice(at, at + size))) return true
  return false
}

/** 58个计划新开工项目已开工51个 and, elsewhere, 推动剩余9个计划新开工项目开工. */
function remainders(text: string, sentences: readonly FigureSentence[], into: Statement[]): void {
  const pairs = into
    .filter(({ kind, operands }) => (kind === 'rate' || kind === 'done') && operands.length > 0)
    .slice(0, mostPairs)
  const known = new Set(into.map(({ stated }) => stated))
  if (pairs.length === 0) return
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        if (!leftWord.test(gaps[index] as string) || stated.isApproximate || stated.kind !== 'amount') return
        const behind = text.slice(stated.end, stated.end + 12)
        for (const { kind, operands, stated: other } of pairs) {
          const [part, whole] = kind === 'rate' ? operands : [other, operands[0]]
          if (!part || !whole || whole.unit !== stated.unit || Math.abs(stated.start - whole.start) < 60) continue
          const noun = text.slice(whole.end, whole.end + 14)
          let size = 0
          while (size < behind.length && behind[size] === noun[size]) size++
          const due = whole.value - part.value
          // 211个行政村中，已完成整村授信174个, 剩余47个行政村整村授信: a shorter noun, and what was done to it is told of both.
          const isTopic =
            size > 2 && /^[中里，]/.test(noun.slice(size)) && shares(text.slice(whole.end, part.end), behind.slice(size), 4)
          const isNear = isSlipOf(text.slice(stated.start, stated.numberEnd), String(due)) !== undefined || stated.value === due
          if (!(isTopic && isNear) && (size < commonest || /[，。；：、]/.test(behind.slice(0, commonest)))) continue
          if (known.has(stated)) return
          into.push(statement('rest', stated, [whole, part], stated, '剩余', due, stated.value === due, 'likely'))
          return
        }
      })
    }
  }
}

const undoneWord = /(?:(?:尚|还|仍|暂)?未[\u4e00-\u9fff]{1,6}的|剩余的?|其余的?|余下的?)$/

/** 其余15处, and elsewhere 尚未完成整改的25处隐患: what is left has been told, and is another figure by one digit. */
function undone(text: string, sentences: readonly FigureSentence[], into: Statement[]): void {
  const rests = into.filter(({ kind, agrees, operands }) => kind === 'rest' && agrees && operands.length > 1).slice(0, mostPairs)
  if (rests.length === 0) return
  const known = new Set(into.map(({ stated }) => stated))
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        if (!undoneWord.test(gaps[index] as string) || stated.isApproximate || stated.kind !== 'amount' || known.has(stated))
          return
        const noun = /^[\u4e00-\u9fff]{2}/.exec(text.slice(stated.end, stated.end + 2))?.[0]
        if (noun === undefined) return
        const same = rests.filter(({ operands, stated: rest }) => {
          const [whole] = operands as readonly [Figure]
          return rest.unit === stated.unit && text.slice(Math.max(0, whole.start - 14), whole.end + 8).includes(noun)
        })
        const right = same.find(({ stated: rest }) => rest.value === stated.value)
        const slip = same.find(
          ({ stated: rest }) =>
            stated.value > 9 &&
            isSlipOf(text.slice(stated.start, stated.numberEnd), text.slice(rest.start, rest.numberEnd)) !== undefined,
        )
        const meant = right ?? (same.length === 1 ? slip : undefined)
        if (!meant) return
        into.push(statement('rest', stated, meant.operands, stated, '剩余', meant.stated.value, right !== undefined, 'unsure'))
      })
    }
  }
}

const overLast = /^[，、]?(?:比|较)(?:上年|去年|上一年)(?:度)?([^，。；：、]{0,6}?)(增加|减少|多|少|增长|提高|下降|净增)(?:了)?$/
/** A change of one digit has slips by chance. */
const leastDigits = 2

/** 计划投资330亿元，比上年计划增加50亿元, where 年度计划300亿元 is told of the year before. */
function changesOfTold(
  text: string,
  sentences: readonly FigureSentence[],
  told: ReadonlyMap<string, readonly Told[]>,
  into: Statement[],
): void {
  const known = new Set(into.map(({ stated }) => stated))
  for (const { lines, stretch } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        const level = figures[index - 1]
        const gap = gaps[index] as string
        const match = gap.length < 20 ? overLast.exec(gap) : null
        if (!level || !match || known.has(stated) || level.unit !== stated.unit || level.kind !== 'amount') return
        if (stated.isApproximate || level.isApproximate || level.scale !== stated.scale) return
        const sign = /[减少下]/.test(match[2] as string) ? -1 : 1
        const prior = level.value - sign * stated.value
        const all = (told.get(level.unit) ?? []).filter(({ figure }) => figure !== level && figure !== stated)
        const half = level.half + stated.half
        if (all.some(({ figure }) => equals(figure, prior, half))) return
        const noun =
          (match[1] as string) ||
          sinceMark(gaps[index - 1] as string)
            .replace(verbs, '')
            .slice(-4)
        const digits = text.slice(stated.start, stated.numberEnd)
        if (noun.length < 2 || digits.replace('.', '').length < leastDigits) return
        const meant = all.filter(({ figure, label, stretch: other }) => {
          if (other === stretch || figure.scale !== level.scale || !label.replace(verbs, '').endsWith(noun)) return false
          const due = (sign * (level.value - figure.value)) / stated.scale
          return due > 0 && isSlipOf(digits, due.toFixed(stated.decimals)) !== undefined
        })
        const [only] = meant
        if (!only || meant.length > 1) return
        const operands = [only.figure, level]
        into.push(
          statement('difference', stated, operands, stated, match[2] as string, level.value - only.figure.value, false, 'unsure'),
        )
      })
    }
  }
}

const restricted = /(?:常住|在家|在岗|在校|适龄|有劳动能力的?|符合条件的?)([\u4e00-\u9fff]{4,8})$/

/** 贫困人口12460人, and of them 常住贫困人口12820人: there are no more of those. */
function subsets(told: ReadonlyMap<string, readonly Told[]>, into: Statement[]): void {
  const people = told.get('人') ?? []
  for (const { figure, label, stretch } of people) {
    const noun = restricted.exec(label.replace(verbs, ''))?.[1]
    if (noun === undefined || past.test(label)) continue
    const wholes = people.filter(
      (one) =>
        one.stretch === stretch &&
        one.figure !== figure &&
        one.label.replace(verbs, '').endsWith(noun) &&
        !restricted.test(one.label.replace(verbs, '')) &&
        !past.test(one.label),
    )
    const [whole] = wholes
    if (!whole || wholes.length > 1) continue
    const agrees = figure.value <= whole.figure.value
    into.push(statement('part', figure, [whole.figure], figure, '其中', whole.figure.value, agrees, 'unsure'))
  }
}
