/**
 * Sums, differences and ratios that no word announces, and that come out right once two digits change places or 万 is read as 亿:
 * 教师128名，高级36名，中级58名，初级43名. Chance hardly makes such a thing, so that it is worth a question.
 */
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence, Line } from './lines.ts'
import { equals, halves, meets, percentRange, sumOf, swapped } from './rounding.ts'
import { isSlipOf } from './slips.ts'
import type { Statement } from './statement.ts'
import { found, sinceMark, statement } from './sum-words.ts'

/** A figure of a row with the words before it. */
interface Item {
  readonly figure: Figure
  readonly label: string
  readonly gap: string
}

const mostFigures = 60
const mostParts = 7
/** Levels of another time, changes, means, plans: they are part of no sum. */
const noPart =
  /由|从|到$|至$|上年|去年|前年|同期|年初|上月|同比|环比|增长|增加(?!值)|下降|减少|提高|超|多|比|较|占|率|每|平均|均$|目标|计划|任务|(?<!公共|基金|经营)预算(?!内)|力争|累计|最/

/** What a figure may have been meant to be: two digits swapped, 万 for 亿 and the other way round. */
function meant(text: string, figure: Figure): Pick<Figure, 'value' | 'half'>[] {
  const { value, half, unit, scale, decimals } = figure
  const values = swapped(text, figure).map((other) => ({ value: other, half }))
  // 秋粮26.2吨 beside 夏粮12.4万吨: 万 was left out.
  if (unit !== '元' && scale === 1 && decimals > 0) values.push({ value: value * 1e4, half: half * 1e4 })
  if (unit === '元' && scale === 1e4) values.push({ value: value * 1e4, half: half * 1e4 })
  if (unit === '元' && scale === 1e8) values.push({ value: value / 1e4, half: half / 1e4 })
  return values
}

const significant = (text: string, { start, numberEnd }: Figure): number =>
  text
    .slice(start, numberEnd)
    .replace(/[,，.．]/g, '')
    .replace(/0{1,12}$/, '').length

/** The exact amounts of a row by their unit, in order. */
function byUnit({ figures, gaps }: Line): Item[][] {
  const found = new Map<string, Item[]>()
  figures.forEach((figure, index) => {
    if (figure.kind !== 'amount' || figure.isApproximate) return
    const gap = gaps[index] as string
    const label = sinceMark(gap)
    const item = { figure, label, gap }
    const others = found.get(figure.unit)
    if (others) others.push(item)
    else found.set(figure.unit, [item])
  })
  return [...found.values()].filter((items) => items.length > 2)
}

interface Window {
  readonly whole: Item
  readonly parts: readonly Item[]
}

/** Every way in which neighbours of a row may be a whole and its parts. */
function windowsOf(items: readonly Item[]): Window[] {
  const found: Window[] = []
  for (let at = 0; at < items.length; at++) {
    for (let size = 2; size <= mostParts; size++) {
      const [behind, before] = [items.slice(at + 1, at + 1 + size), items.slice(Math.max(0, at - size), at)]
      const whole = items[at] as Item
      if (behind.length === size) found.push({ whole, parts: behind })
      if (before.length === size) found.push({ whole, parts: before })
    }
  }
  return found
}

const agrees = ({ whole, parts }: Window): boolean => {
  const figures = parts.map(({ figure }) => figure)
  return equals(whole.figure, sumOf(figures), halves(figures))
}

const totalLabel = /共|合计|总|全[年市县区镇乡院校行省州局]|累计|合并|加起来/
const complement: readonly (readonly [RegExp, RegExp])[] = [
  [/城镇|城市/, /农村|乡村/],
  [/男/, /女/],
  [/进口/, /出口/],
  [/上半年/, /下半年/],
  [/税收/, /非税/],
  [/国内/, /境外|国外|入境/],
  [/一产|第一产业/, /三产|第三产业/],
  [/高级/, /初级|中级/],
  [/一等/, /三等|二等/],
  [/第一/, /第二/],
]

/** Whether the words allow that these are parts and this the whole: a total is called one, parts are named alike. */
function mayBe({ whole, parts }: Window): boolean {
  const labels = parts.map(({ label }) => label.replace(/^[和及与]/, ''))
  // 分别完成8.2亿元、9.6亿元、10.1亿元: one label for all.
  const isRow = /分别/.test(labels[0] as string) && parts.slice(1).every(({ gap }) => /^[、和及与]$/.test(gap))
  if (isRow) return totalLabel.test(whole.label)
  if (labels.some((label) => label.length > 14 || label === '')) return false
  const opposite = complement.some(([a, b]) => labels.some((one) => a.test(one)) && labels.some((one) => b.test(one)))
  if (whole.figure.start > (parts[0] as Item).figure.start) return opposite || totalLabel.test(whole.label)
  const first = labels[0] as string
  const isAlike =
    labels.every((one) => one.slice(-1) === first.slice(-1) || one[0] === first[0]) || labels.every((one) => one.length < 5)
  return opposite || isAlike
}

const isAllOf = /全[年县市区镇乡院校行省州局]|[合共总]计|共|总[数量额计]/

/** Whether one slip in one place would make it right. */
function isMended(text: string, { whole, parts }: Window): boolean {
  const figures = parts.map(({ figure }) => figure)
  const sum = sumOf(figures)
  const half = halves(figures)
  if (meant(text, whole.figure).some((other) => equals(other, sum, half))) return true
  const due = (sum / whole.figure.scale).toFixed(whole.figure.decimals)
  const isOne = isSlipOf(text.slice(whole.figure.start, whole.figure.numberEnd), due) === 'digit'
  if (isOne && figures.length > 2 && isAllOf.test(whole.label)) return true
  return figures.some((figure) =>
    meant(text, figure).some((other) => equals(whole.figure, sum - figure.value + other.value, half - figure.half + other.half)),
  )
}

/** Sums of a row. `busy` are figures of which something is said already. */
function solveSums(text: string, line: Line, busy: ReadonlySet<number>, into: Statement[]): void {
  if (line.figures.length < 3 || line.figures.length > mostFigures) return
  for (const items of byUnit(line)) {
    const usable = items.filter(({ label }) => !noPart.test(label))
    if (usable.length < 3) continue
    const windows = windowsOf(usable)
    const right = new Set(windows.filter(agrees).flatMap(({ whole, parts }) => [whole, ...parts]))
    const slips = windows.filter(
      ({ whole, parts }) =>
        ![whole, ...parts].some((item) => right.has(item) || busy.has(item.figure.start)) &&
        significant(text, whole.figure) > 2 &&
        mayBe({ whole, parts }) &&
        isMended(text, { whole, parts }),
    )
    const [slip] = slips
    if (!slip || slips.length > 1) continue
    const figures = slip.parts.map(({ figure }) => figure)
    const [first, last] = [figures[0] as Figure, figures[figures.length - 1] as Figure]
    const isTotal = slip.whole.figure.start > last.start
    const span = isTotal ? slip.whole.figure : { start: first.start, end: last.end }
    into.push({
      ...statement(isTotal ? 'total' : 'parts', span, figures, slip.whole.figure, '合计', sumOf(figures), false, 'unsure'),
      isSlip: true,
    })
  }
}

const differing =
  /(?:结余|节余|缺口|缺额|差额|相差|尚缺|还差|还剩|剩余|余下|净增加?|净减少?|增加|减少|降低|提高|上升|压缩|缩短|节约|节省|提前|延长|多|少)(?:了|达|为)?$/

/** 计划招生600人，实际报到574人，缺额62人. */
function solveDifferences(text: string, line: Line, busy: ReadonlySet<number>, into: Statement[]): void {
  if (line.figures.length > mostFigures) return
  for (const items of byUnit(line)) {
    for (let at = 2; at < items.length; at++) {
      const [one, other, stated] = items.slice(at - 2, at + 1) as [Item, Item, Item]
      if (!differing.test(stated.label) || busy.has(stated.figure.start) || significant(text, stated.figure) < 2) continue
      const due = Math.abs(one.figure.value - other.figure.value)
      const half = one.figure.half + other.figure.half
      if (equals(stated.figure, due, half) || due === 0) continue
      // One of the others may be what it is the change of.
      if (
        items
          .slice(0, at)
          .some((a) => items.slice(0, at).some((b) => equals(stated.figure, a.figure.value - b.figure.value, half)))
      )
        continue
      if (!swapped(text, stated.figure).some((value) => equals({ value, half: stated.figure.half }, due, half))) continue
      into.push({
        ...statement('rest', stated.figure, [one.figure, other.figure], stated.figure, '差', due, false, 'unsure'),
        isSlip: true,
      })
    }
  }
}

const ratioLabel = /(?:[率面]|占比|比重|比例|占[^，；。：、]{0,14}?)(?:的)?(?:为|达到|达|高达|是|仅为|仅)?$/
/** 增长面 of 增长面为. */
const nameOf = (label: string): string => {
  const bare = label.replace(/(?:的)?(?:为|达到|达|高达|是|仅为|仅)?$/, '')
  return bare.includes('占') ? '所占比例' : bare.slice(-8)
}
const noRatio =
  /利率|失业|增长|增幅|增速|同比|降幅|涨幅|提高|上升|下降|降低|回落|收窄|负债|存贷|拨备|不良|收益|就诊|外转|毛利|净利|汇率|频率|死亡|出生|自然|优良|覆盖|普及|贡献|超过|不低于|达标率|分别|目标|计划|以上|均/

/** 318户重点企业中，实现正增长的226户，增长面77.1%. */
function solveRatios(text: string, line: Line, earlier: Line | undefined, busy: ReadonlySet<number>, into: Statement[]): void {
  const { figures, gaps, host } = line
  if (figures.length > mostFigures) return
  figures.forEach((stated, index) => {
    const gap = gaps[index] as string
    if (stated.kind !== 'percent' || stated.isApproximate || stated.isHan || busy.has(stated.start)) return
    const label = sinceMark(gap)
    if (!ratioLabel.test(label) || noRatio.test(label.replace('增长面', '')) || stated.value > 100) return
    const amounts = (list: readonly Figure[]): Figure[] =>
      list.filter(({ kind, isApproximate }) => kind === 'amount' && !isApproximate)
    const own = amounts([
      ...(host && index === 0 ? host.line.figures.slice(0, host.index + 1) : []),
      ...figures.slice(0, index),
    ]).slice(-8)
    // Of another sentence only what came in: 查摆问题31个。…已整改29个，整改率93.5%.
    const before = amounts((earlier?.figures ?? []).filter((_, at) => found.test(earlier?.gaps[at] as string))).slice(-8)
    const all = [...before, ...own]
    const pairs = own.flatMap((part) =>
      all.flatMap((whole) => (whole !== part && whole.unit === part.unit && whole.value > part.value ? [{ part, whole }] : [])),
    )
    const fits = ({ part, whole }: { part: Figure; whole: Figure }): boolean => {
      const [low, high] = percentRange(part, whole)
      return meets(stated, low, high)
    }
    const right = pairs.find(fits)
    const push = (part: Figure, whole: Figure, isRight: boolean): void => {
      const computed = (part.value / whole.value) * 100
      into.push({ ...statement('rate', stated, [part, whole], stated, nameOf(label), computed, isRight, 'unsure'), isSlip: true })
    }
    if (right) {
      push(right.part, right.whole, true)
      return
    }
    const nearest = own[own.length - 1]
    const slip = pairs.find(({ part, whole }) => {
      const due = ((part.value / whole.value) * 100).toFixed(stated.decimals)
      const said = text.slice(stated.start, stated.numberEnd)
      if (stated.decimals === 0) {
        const exact = (part.value / whole.value) * 100
        return part === nearest && Math.abs(exact - Math.round(exact)) < 1e-9 && isSlipOf(said, due) !== undefined
      }
      const kind = isSlipOf(said, due)
      return kind === 'swap' || (kind === 'digit' && part === nearest && pairs.length < 4 && !label.includes('占'))
    })
    if (slip) push(slip.part, slip.whole, false)
  })
}

const bounds: ReadonlySet<Statement['kind']> = new Set(['part', 'done', 'households', 'list'])

/** What can be solved in a document. `into` holds what other statements say of its figures already. */
export function solveIn(text: string, sentences: readonly FigureSentence[], into: Statement[]): void {
  const busy = new Set<number>()
  for (const { kind, agrees: isRight, stated, operands } of into) {
    // That a part is no more than its whole says little of it.
    if (!isRight || !bounds.has(kind)) busy.add(stated.start)
    if (!isRight) for (const { start } of operands) busy.add(start)
  }
  sentences.forEach(({ lines, stretch }, index) => {
    const previous = sentences[index - 1]
    const earlier = previous?.stretch === stretch ? previous.lines[0] : undefined
    for (const line of lines) {
      solveSums(text, line, busy, into)
      solveDifferences(text, line, busy, into)
      solveRatios(text, line, earlier, busy, into)
    }
  })
}
