import {
  defineRule,
  type Figure,
  type FigureLine,
  figureLines,
  levelOf,
  type Span,
  statements,
  suspectedStatements,
} from '../../../src/kit.ts'
import { between, introduced, moves, rankUnits } from './data.ts'
import { becameBy, fallsToFirst, lastedOtherwise, risesFromBeyond } from './doubts.ts'
import { ordersAgainst, placesAgainst } from './places.ts'

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
    gap: {
      zh: '城镇增{town}，农村增{country}，收入比不会“{verb}”',
      en: 'Town incomes grew by {town}, country incomes by {country}: the ratio cannot “{verb}”',
    },
    whole: { zh: '三次产业比重合计{sum}，不是100', en: 'The three sectors add up to {sum}, not 100' },
    most: {
      zh: '此处说“{said}”，照所列的数，应是“{due}”（{figure}）',
      en: '“{said}”, yet by the figures before it is “{due}” ({figure})',
    },
    level: { zh: '{one}与{other}相比，不是“{verb}”', en: '{one} against {other} is no “{verb}”' },
    beyond: { zh: '一共{of}个，没有第{place}位', en: 'Of {of} there is no number {place}' },
    standing: { zh: '{of}个中排第{place}位，说不上“{word}”，请核', en: 'Number {place} of {of} is no “{word}”; please check' },
    order: {
      zh: '说是从高到低，{other}却在{one}之后，请核',
      en: 'Told from the highest down, yet {other} follows {one}; please check',
    },
    goal: { zh: '要达到的是{to}，却说“{verb}”，请核', en: '{to} is the goal, and “{verb}” goes the other way; please check' },
    limit: { zh: '{one}超过了{other}的限额，请核', en: '{one} is more than the limit of {other}; please check' },
    fall: { zh: '已经是{place}，不会是“{verb}”', en: 'To {place} nobody falls: “{verb}”' },
    rise: { zh: '原来在第{was}位？一共只有{of}个，请核', en: 'Number {was} before? There are {of}; please check' },
    became: {
      zh: '“由……{verb}了{by}”，是“{verb}到{by}”还是{verb}的数，请核',
      en: '“由…{verb}了{by}”: what it became, or by how much? Please check',
    },
    lasted: { zh: '起止相差{due}年，此处说{said}，请核', en: 'From beginning to end it is {due} years, not {said}' },
    other: { zh: '与它相比的数', en: 'the figure it is compared with' },
    figure: { zh: '所列的数', en: 'the figure before' },
    over: { zh: '各项合计{sum}%，超过100%，请核', en: 'The parts add up to {sum}%, more than the whole; please check' },
  },
  doubts: true,
  check({ text, use, doubts, report }) {
    for (const { lines } of use(figureLines)) {
      for (const { from, to, verb } of lines.flatMap(contradictions)) {
        const span = { start: from.start, end: to.end }
        const data = { from: text.slice(from.start, from.end), to: text.slice(to.start, to.end) }
        report('direction', span, { verb, ...data })
      }
    }
    for (const { kind, operands, relation, start, end, agrees, certainty } of use(doubts ? suspectedStatements : statements)) {
      const [right] = operands
      if (kind !== 'superlative' || agrees || !right) continue
      const data = { said: text.slice(start, end), due: relation, figure: text.slice(right.start, right.end) }
      const severity = certainty === 'unsure' ? ({ severity: 'info' } as const) : {}
      report('most', { start, end }, data, { see: [{ id: 'figure', at: right, data: {} }], ...severity })
    }
    for (const { kind, operands, stated, relation: verb, agrees, certainty, end } of use(
      doubts ? suspectedStatements : statements,
    )) {
      const [level, reference] = operands
      if (kind !== 'level' || agrees || !level) continue
      const other = reference ?? stated
      const data = { one: text.slice(level.start, level.end), other: text.slice(other.start, other.end), verb }
      const behind = level.end + 1
      const found = text.slice(behind, end + verb.length).lastIndexOf(verb)
      const span = { start: found >= 0 && behind + found < stated.start ? behind + found : stated.start, end }
      const severity = certainty === 'likely' ? {} : levelOf(certainty)
      const see = [{ id: 'other', at: other, data: {} }] as const
      if (verb === '限额') report('limit', level, data, { see, ...severity })
      else report('level', span, data, { see, ...severity })
    }
    const plain = halfWidth(text)
    for (const { span, verb, to } of goalsAgainst(plain)) report('goal', span, { verb, to }, { severity: 'info' })
    for (const { span, of, place, word } of placesAgainst(plain)) {
      if (word === undefined) report('beyond', span, { of, place })
      else report('standing', span, { of, place, word }, { severity: 'info' })
    }
    for (const { span, verb, place } of fallsToFirst(plain)) report('fall', span, { verb, place })
    for (const { span, was, of } of risesFromBeyond(plain)) report('rise', span, { was, of }, { severity: 'info' })
    for (const { span, verb, by, isClear } of becameBy(plain))
      report('became', span, { verb, by }, isClear ? { severity: 'info' } : { severity: 'info', doubtful: true })
    for (const { said, due, written } of lastedOtherwise(plain))
      report('lasted', said, { due, said: written }, { severity: 'info' })
    for (const { lines } of use(figureLines)) {
      for (const { span, one, other } of lines.flatMap(ordersAgainst)) {
        const data = { one: text.slice(one.start, one.end), other: text.slice(other.start, other.end) }
        report('order', span, data, { see: [{ id: 'other', at: one, data: {} }], severity: 'info' })
      }
    }
    for (const { span, verb, from, to } of ratiosAgainst(plain)) report('direction', span, { verb, from, to })
    for (const { span, verb, town, country } of gapsAgainst(plain)) report('gap', span, { verb, town, country })
    for (const span of timesLess(plain)) report('times', span, { said: text.slice(span.start, span.end) })
    for (const { span, sum } of sectors(plain)) report('whole', span, { sum: rounded(sum) })
    for (const { span, sum } of sharesOver(plain)) {
      report('over', span, { sum: rounded(sum) }, { severity: 'info' })
    }
  },
})

/** The text with digits, points and percent signs of half width: 减少２倍. No longer and no shorter. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９．％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Half a unit of the last place for each of the figures, the coarsest of them deciding, and a trace for the arithmetic. */
const tolerance = (...values: readonly number[]): number => {
  const places = Math.min(...values.map((value) => (String(value).split('.')[1] ?? '').length))
  return (0.5 * values.length) / 10 ** places + 1e-6
}

interface Contradiction {
  readonly from: Figure
  readonly to: Figure
  readonly verb: string
}

/** 由8.2%下降到9.1%: neighbours of one unit, the words between which say another way than the figures. */
function contradictions({ figures, gaps }: FigureLine): Contradiction[] {
  const found: Contradiction[] = []
  for (let index = 1; index < figures.length; index++) {
    const gap = gaps[index] as string
    if (gap.length > 24) continue
    const verb = between.exec(gap)?.[1]
    const [from, to] = [figures[index - 1], figures[index]] as [Figure, Figure]
    if (verb === undefined || !introduced.test(gaps[index - 1] as string)) continue
    if (from.isApproximate || to.isApproximate || from.unit !== to.unit || from.kind !== to.kind) continue
    const isUp = moves.up.has(verb)
    // 由第18位下降到第13位: the lower number is the higher place.
    const isOrdinal = from.kind === 'ordinal'
    const isAgainst = isUp !== isOrdinal ? to.value < from.value : to.value > from.value
    // 由30天提升到5天.
    if (!isAgainst || (isUp && !isOrdinal && !/长/.test(verb) && rankUnits.has(from.unit))) continue
    found.push({ from, to, verb })
  }
  return found
}

const ratioMove =
  /(?:由|从)([0-9]{1,2}\.[0-9]{1,2})[:：∶]1(?:[\u4e00-\u9fff]{0,6}?)(扩大|拉大|缩小|缩减|收窄|下降|降低|提高|上升)(?:到|至|为)([0-9]{1,2}\.[0-9]{1,2})[:：∶]1/g

/** 由2.05∶1扩大到1.92∶1. */
function ratiosAgainst(text: string): { span: Span; verb: string; from: string; to: string }[] {
  return [...text.matchAll(ratioMove)].flatMap((match) => {
    const [whole, from, verb, to] = match as unknown as [string, string, string, string]
    const isUp = /扩|拉|提|上/.test(verb)
    if (Number(from) === Number(to) || isUp === Number(to) > Number(from)) return []
    return [{ span: { start: match.index, end: match.index + whole.length }, verb, from: `${from}∶1`, to: `${to}∶1` }]
  })
}

const goal =
  /(达到|提高到|提升到|提高至|提升至|降至|降到|降低到|下降到|控制在)([0-9]{1,3}(?:\.[0-9]{1,2})?[%％])(以上|以下|以内)[，、](?:比|较)[^，。；0-9]{0,4}[0-9]{0,4}[^，。；0-9]{0,8}(提高|提升|上升|增加|降低|下降|减少)[0-9]{1,3}(?:\.[0-9]{1,2})?个?百分点/g

/** 覆盖率达到80%以上，比上年降低11个百分点: what is to be so high at least does not come down to it. */
function goalsAgainst(text: string): { span: Span; verb: string; to: string }[] {
  if (!text.includes('百分点')) return []
  return [...text.matchAll(goal)].flatMap((match) => {
    const [whole, move, level, bound, verb] = match as unknown as [string, string, string, string, string]
    const isDown = /[降减]/.test(verb)
    const isFloor = bound === '以上' && !/[降控]/.test(move)
    const isCeiling = bound !== '以上' && /[降控]/.test(move)
    if (!(isFloor && isDown) && !(isCeiling && !isDown)) return []
    const start = match.index + whole.lastIndexOf(verb)
    return [{ span: { start, end: match.index + whole.length }, verb, to: `${level}${bound}` }]
  })
}

const twoRates = /增长([0-9]{1,2}(?:\.[0-9])?)[%％][、和]([0-9]{1,2}(?:\.[0-9])?)[%％]$/
const gapMoves = /^收入(?:比|差距)[^，。；0-9]{0,8}?(扩大|拉大|缩小|收窄)/
/** So far before 收入比 the two incomes are told. */
const farthestIncome = 90

/** 城镇、农村居民收入分别增长4.6%、7.9%，收入比扩大: where the country grows faster the ratio falls. */
function gapsAgainst(text: string): { span: Span; verb: string; town: string; country: string }[] {
  const found: { span: Span; verb: string; town: string; country: string }[] = []
  for (let at = text.indexOf('收入'); at >= 0; at = text.indexOf('收入', at + 1)) {
    const move = gapMoves.exec(text.slice(at, at + 20))
    if (!move) continue
    const before = text.slice(Math.max(0, at - farthestIncome), at)
    const clauseEnd = before.lastIndexOf('，')
    const own = before.slice(clauseEnd + 1)
    const told = before.slice(before.lastIndexOf('。') + 1, Math.max(0, clauseEnd))
    const rates = own === '' || own === '城乡' || own === '居民' || own === '城乡居民' ? twoRates.exec(told) : null
    const town = told.lastIndexOf('城镇')
    if (!rates || town < 0 || told.indexOf('农村', town) < 0) continue
    const [first, second] = [rates[1] as string, rates[2] as string]
    const verb = move[1] as string
    const isUp = /扩|拉/.test(verb)
    if (Number(first) === Number(second) || isUp === Number(first) > Number(second)) continue
    const end = at + move[0].length
    found.push({ span: { start: end - verb.length, end }, verb, town: `${first}%`, country: `${second}%` })
  }
  return found
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
