import { defineRule, isDigit, Kind, kindAt, type Span, structure, tableFinder } from '../../../src/kit.ts'
import { adverbs, moves, multipliers, rankUnits } from './data.ts'

/** A figure with its unit as written. */
interface Figure extends Span {
  readonly value: number
  /** The unit without multiplier and adverbs: %, 元, 公里. */
  readonly unit: string
}

const findMoves = tableFinder(moves.map(({ phrase }) => phrase))
/** How far unit and adverbs reach from a figure to the verb, and from the verb to the next figure. */
const nearby = 10
/** How far before the first figure 由 or 从 may stand. */
const farthestFrom = 18

export default defineRule({
  id: 'number-mismatch',
  severity: 'warning',
  summary: {
    zh: '数字自相矛盾（由8.2%下降到9.1%、减少2倍）',
    en: 'Figures that contradict their own words (由8.2%下降到9.1%, 减少2倍)',
  },
  source: { tier: '本规则', ref: '数字与说法一致，各部分合计等于整体' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  quotes: 'skip',
  messages: {
    direction: { zh: '说“{verb}”，数字却由{from}变为{to}', en: '“{verb}”, but the figure goes from {from} to {to}' },
    times: {
      zh: '“{said}”说不通：减少一倍就是零，应说减少百分之几或几分之几',
      en: '“{said}” cannot be: once less is nothing; say by which part it fell',
    },
    whole: { zh: '三次产业比重合计{sum}，不是100', en: 'The three sectors add up to {sum}, not 100' },
    over: { zh: '各项合计{sum}%，超过100%，请核', en: 'The parts add up to {sum}%, more than the whole; please check' },
  },
  check({ text, use, report }) {
    for (const stretch of use(structure).stretches) {
      for (const hit of findMoves(text, stretch.start, stretch.end)) {
        const { verb, isUp } = moves[hit.phrase] as (typeof moves)[number]
        const from = figureBefore(text, hit.start, stretch.start)
        const to = from && figureBehind(text, hit.end, stretch.end, from.unit)
        if (!from || !to) continue
        const data = { from: text.slice(from.start, hit.start), to: text.slice(to.start, to.end) }
        const isAgainst = isUp ? to.value < from.value : to.value > from.value
        if (isAgainst) {
          if (isUp && rankUnits.has(from.unit)) continue
          report('direction', { start: from.start, end: to.end }, { verb, ...data })
        }
      }
    }
    for (const span of timesLess(text)) report('times', span, { said: text.slice(span.start, span.end) })
    for (const { span, sum } of sectors(text)) report('whole', span, { sum: rounded(sum) })
    for (const { span, sum } of sharesOver(text)) {
      report('over', span, { sum: rounded(sum) }, { severity: 'info' })
    }
  },
})

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Half a unit of the last place for each of the figures, the coarsest of them deciding, and a trace for the arithmetic. */
const tolerance = (...values: readonly number[]): number => {
  const places = Math.min(...values.map((value) => (String(value).split('.')[1] ?? '').length))
  return (0.5 * values.length) / 10 ** places + 1e-6
}

const isClauseMark = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  return (kind >= Kind.newline && kind <= Kind.close) || kind === Kind.narrow
}

const isFigure = (text: string, offset: number): boolean => isDigit(text, offset) && text.charCodeAt(offset) < 0x80

/** Characters beside digits that make them something else: a rank, a range, a ratio, a negative figure. */
const isJoin = (character: string | undefined): boolean =>
  character !== undefined && '第-－—–~～:：∶︰/／.．+＋'.includes(character)

/** The figure right before the verb at `end`, where 由 or 从 introduces it. */
function figureBefore(text: string, end: number, limit: number): Figure | undefined {
  let unitStart = end
  while (unitStart > limit && end - unitStart < nearby && !isFigure(text, unitStart - 1)) {
    if (isClauseMark(text, unitStart - 1)) return undefined
    unitStart--
  }
  if (!isFigure(text, unitStart - 1)) return undefined
  let start = unitStart
  while (start > limit && (isFigure(text, start - 1) || text[start - 1] === '.')) start--
  if (isJoin(text[start - 1]) || isJoin(text[unitStart])) return undefined
  const lead = text.slice(Math.max(limit, start - farthestFrom), start)
  const from = Math.max(lead.lastIndexOf('由'), lead.lastIndexOf('从'))
  if (from < 0 || /[，。；、：！？\n]|[降减负跌亏第]/.test(lead.slice(from))) return undefined
  return figureOf(text, start, unitStart, end)
}

/** The figure behind the verb at `start`; a year before it (到2012年的13.3%) is passed over. */
function figureBehind(text: string, start: number, limit: number, unit: string): Figure | undefined {
  let at = start
  for (let years = 0; years < 2; years++) {
    const begin = at
    while (at < limit && at - begin < nearby && !isFigure(text, at)) {
      if (isClauseMark(text, at) || '第负降减增'.includes(text[at] as string)) return undefined
      at++
    }
    if (!isFigure(text, at) || isJoin(text[at - 1])) return undefined
    let end = at
    while (end < limit && (isFigure(text, end) || (text[end] === '.' && isFigure(text, end + 1)))) end++
    if (end - at === 4 && text[end] === '年') {
      at = end + 1
      continue
    }
    if (isJoin(text[end])) return undefined
    return secondFigure(text, at, end, limit, unit)
  }
  return undefined
}

/** The figure of `[start, end)` with the multiplier behind it, where `unit` follows and no further digits do (1万6千). */
function secondFigure(text: string, start: number, end: number, limit: number, unit: string): Figure | undefined {
  const { factor, size } = multiplierAt(text, end)
  let at = end + size
  if (text[at] === '多' || text[at] === '余') at++
  if (isFigure(text, at)) return undefined
  const unitEnd = at + unit.length
  if (unit === '' && at < limit && !isClauseMark(text, at)) return undefined
  if (halfPercent(text.slice(at, unitEnd)) !== unit || isJoin(text[unitEnd])) return undefined
  return { start, end: unitEnd, value: Number(text.slice(start, end)) * factor, unit }
}

function figureOf(text: string, start: number, unitStart: number, end: number): Figure | undefined {
  const { factor, size } = multiplierAt(text, unitStart)
  const value = Number(text.slice(start, unitStart)) * factor
  if (Number.isNaN(value)) return undefined
  return { start, end, value, unit: halfPercent(withoutAdverbs(text.slice(unitStart + size, end))) }
}

/** ％ as %: a text has either, and sometimes both. */
const halfPercent = (unit: string): string => unit.replace('％', '%')

function multiplierAt(text: string, offset: number): { readonly factor: number; readonly size: number } {
  let factor = 1
  let size = 0
  for (; size < 3; size++) {
    const multiplier = multipliers.get(text[offset + size] ?? '')
    if (multiplier === undefined) break
    factor *= multiplier
  }
  return { factor, size }
}

function withoutAdverbs(words: string): string {
  let unit = words
  for (let changed = true; changed; ) {
    changed = false
    for (const adverb of adverbs) {
      if (unit.startsWith(adverb)) unit = unit.slice(adverb.length)
      else if (unit.endsWith(adverb)) unit = unit.slice(0, -adverb.length)
      else continue
      changed = true
    }
  }
  return unit
}

const less =
  /(?:减少|下降|降低|缩小|缩短|减轻|压减)了?(?:近|约|将近|超过|超)?(?:[0-9]{1,4}(?:\.[0-9]{1,2})?|[一二两三四五六七八九十]{1,3})$/

/** 减少2倍; not 减少到原来的…, and not 缩小3倍的差距. */
function timesLess(text: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf('倍'); at >= 0; at = text.indexOf('倍', at + 1)) {
    const match = less.exec(text.slice(Math.max(0, at - 14), at))
    if (match && text[at + 1] !== '的' && text[at + 1] !== '速') found.push({ start: at - match[0].length, end: at + 1 })
  }
  return found
}

interface Sum {
  readonly span: Span
  readonly sum: number
}

const share = '([0-9]{1,3}(?:\\.[0-9]{1,2})?)'
const ratio = new RegExp(`(?<![0-9.])${share} ?[:：∶︰] ?${share} ?[:：∶︰] ?${share}(?![0-9.:：∶︰])`, 'g')
const percents = new RegExp(`(?<![0-9.])${share}[%％]、${share}[%％][、和]${share}[%％]`, 'g')
const aboutShares = /结构|比例|比重|占比|之比|产业比/
const aboutGrowth = /增长|增速|提高|贡献|拉动|同比/

/** The shares of the three sectors, 三次产业结构调整为8.3∶41.4∶50.3, that do not make 100. */
function sectors(text: string): Sum[] {
  const found: Sum[] = []
  for (let at = text.indexOf('三次产业'); at >= 0; at = text.indexOf('三次产业', at + 1)) {
    const tail = text.slice(at, at + 80)
    const stop = tail.search(/[。；\n]/)
    const words = stop < 0 ? tail : tail.slice(0, stop)
    for (const pattern of [ratio, percents]) {
      for (const match of words.matchAll(pattern)) {
        const before = words.slice(0, match.index)
        if (!aboutShares.test(before) || (pattern === percents && aboutGrowth.test(before))) continue
        const parts = match.slice(1, 4).map(Number)
        const sum = parts.reduce((total, part) => total + part, 0)
        if (Math.abs(sum - 100) <= tolerance(...parts) + 0.05) continue
        found.push({ span: { start: at + match.index, end: at + match.index + match[0].length }, sum })
      }
    }
  }
  return found
}

const parts = /^(?:[0-9]{1,3}(?:\.[0-9]{1,2})?[%％][、和]){2,8}[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]/
const ofWhole = /^分别占(?:总[\u4e00-\u9fff]{1,4}|全部)的?(?:比重|比例)?(?:分别)?(?:为|是|达)?/

/** 分别占总数的45%、30%、35%: parts of one whole that exceed it. */
function sharesOver(text: string): Sum[] {
  const found: Sum[] = []
  for (let at = text.indexOf('分别占'); at >= 0; at = text.indexOf('分别占', at + 1)) {
    const head = ofWhole.exec(text.slice(at, at + 20))
    if (!head) continue
    const start = at + head[0].length
    const list = parts.exec(text.slice(start, start + 80))
    if (!list) continue
    const values = list[0].split(/[%％]/).map((part) => Number(part.replace(/^[、和]/, '')))
    const sum = values.reduce((total, value) => total + value, 0)
    if (sum > 100 + 0.5 * (values.length - 1)) found.push({ span: { start, end: start + list[0].length }, sum })
  }
  return found
}
