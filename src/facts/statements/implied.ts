/**
 * Wholes and parts that words of an occasion imply: votes make the ballots, ratings those who rated, men and women all of them; and
 * what is said of a part in words: 占三分之二, 超过半数, 近八成, 翻了两番.
 */
import { numberOf } from '../../text/numerals.ts'
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'
import { equals, halves, meets, percentRange, sumOf, swapped } from './rounding.ts'
import { isSlipOf } from './slips.ts'
import type { Statement } from './statement.ts'
import { sinceMark, statement } from './sum-words.ts'

const vote = /^(?:赞成|同意|反对|不同意|不赞成|弃权|无效|废票)$/
const rating =
  /^(?:(?:很|非常|比较|较|基本|不太|不)?满意|不了解|优秀|良好|(?:基本|不)?称职|(?:基本|不)?合格|不定等次|一般|(?:较|很)?差|较?好)$/
const against = /反对|弃权|不同意|不赞成|不满意|不称职|不合格|差|一般|基本|不了解/
const ballots = /收回|回收|有效|参加|参与|参评|实到|投票|测评|考核|评议|评价|到会|出席/
const unitsOfBallots: ReadonlySet<string> = new Set(['票', '张', '份', '人', '个'])
const bare = (label: string): string => label.replace(/^(?:其中|有|获|评价|评为|选择|获得)|(?:票|率|的|为|等次|有|各)$/g, '')
/** 203票赞成: the word stands behind. */
const wordBehind = (gap: string): string => /^[\u4e00-\u9fff]{1,4}/.exec(gap)?.[0] ?? ''

/** 收回表决票205张，赞成203票、反对1票、弃权2票. `earlier`: the figures of the sentence before. */
export function ballotsIn({ figures, gaps }: Line, earlier: Line | undefined, into: Statement[]): void {
  const wordAt = (index: number): string => {
    const before = bare(sinceMark(gaps[index] as string))
    if (vote.test(before) || rating.test(before)) return before
    const behind = wordBehind(gaps[index + 1] as string)
    return vote.test(behind) ? behind : ''
  }
  for (let from = 0; from + 1 < figures.length; from++) {
    const first = figures[from] as Figure
    if (first.kind !== 'amount' || !unitsOfBallots.has(first.unit) || wordAt(from) === '') continue
    const parts: Figure[] = []
    const words: string[] = []
    let at = from
    for (; at < figures.length && parts.length < 8; at++) {
      const figure = figures[at] as Figure
      if (figure.kind === 'percent') continue
      const word = wordAt(at)
      if (figure.unit !== first.unit || figure.isApproximate || word === '' || words.includes(word)) break
      parts.push(figure)
      words.push(word)
    }
    const isVote = words.every((word) => vote.test(word))
    if (parts.length > 1 && (isVote || parts.length > 2) && words.some((word) => against.test(word))) {
      judgeBallots(parts, isVote, figures.slice(0, from), gaps, earlier, into)
    }
    from = Math.max(from, at - 1)
  }
}

function judgeBallots(
  parts: readonly Figure[],
  isVote: boolean,
  before: readonly Figure[],
  gaps: readonly string[],
  earlier: Line | undefined,
  into: Statement[],
): void {
  const sum = sumOf(parts)
  const all = [
    ...(earlier?.figures ?? []).map((figure, at) => ({ figure, label: (earlier as Line).gaps[at] as string })),
    ...before.map((figure, at) => ({ figure, label: gaps[at] as string })),
  ].filter(
    ({ figure, label }) =>
      figure.kind === 'amount' &&
      unitsOfBallots.has(figure.unit) &&
      !figure.isApproximate &&
      ballots.test(label.slice(-14)) &&
      !/发放|发出/.test(label.slice(-14)),
  )
  const right = all.findLast(({ figure }) => figure.value === sum)
  const nearest = all[all.length - 1]
  const whole = right ?? nearest
  if (!whole || (!right && Math.abs(sum - whole.figure.value) > whole.figure.value * 0.15)) return
  const [first, last] = [parts[0] as Figure, parts[parts.length - 1] as Figure]
  const span = { start: first.start, end: last.end }
  const isOver = sum > whole.figure.value
  into.push(
    statement('parts', span, parts, whole.figure, '其中', sum, right !== undefined, isVote && isOver ? 'likely' : 'unsure'),
  )
}

/** What is sent out and what comes back of it: never more. */
const chains: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:发放|发出|投放|派发|下发)[^，；。：、]{0,12}$/, /(?:收回|回收)[^，；。：、]{0,10}$/],
  [/(?:收回|回收)(?!率)[^，；。：、]{0,6}$/, /有效(?:问卷|票|表|答卷)?$/],
  [/(?:报名|报考)[^，；。：、]{0,6}$/, /(?:参加考试|参考|到考)(?:人数|的)?(?:有|为)?$/],
  [/(?:申报|申请立项)[^，；。：、]{0,10}$/, /(?:获批|获准立项|通过评审|通过认定|入选)$/],
]

/** 发放问卷600份，收回654份. */
export function chainsIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 1; index < figures.length; index++) {
    const gap = gaps[index] as string
    const [whole, stated] = figures.slice(index - 1, index + 1) as [Figure, Figure]
    if (gap.length > 18 || whole.unit !== stated.unit || whole.kind !== 'amount' || stated.kind !== 'amount') continue
    if (whole.isApproximate || stated.isApproximate || /[；。]/.test(gap)) continue
    if (!chains.some(([out, back]) => out.test(gaps[index - 1] as string) && back.test(gap))) continue
    const agrees = stated.value <= whole.value
    into.push(statement('done', stated, [whole], stated, sinceMark(gap), whole.value, agrees, 'sure'))
  }
}

const said = (start: number, end: number, value: number, unit = ''): Figure => ({
  start,
  end,
  numberEnd: end,
  kind: 'percent',
  value,
  scale: 1,
  decimals: 1,
  half: 0,
  unit,
  isApproximate: false,
  isHan: true,
})

const fraction =
  /^[，、（]?(?:大?约|差不多)?占(?:了|到)?[^，；。：、]{0,8}?([二三四五六七八九十])分之([一二三四五六七八九])(?![点多强弱])/
const half = /^[，、（]?(?:占比?)?(超过|超|不足|不到)(?:半数|一半)|^[，、（]?(?:占比?)?(过半)(?!年)/
const tenths = /^[，、（]?(近|接近|将近|超|超过|逾)([二三四五六七八九])成(?![多以左员立果本效熟长])/
const doubled = /^[，、]?(?:实现|接近)?(翻(?:了)?([一两二三])番)/
const fromWord = /(?:由|从)[^，；：。]{0,20}$/
const toWord = /^[^，；：。、]{0,10}?(?:到|至|为)[^，；：。、]{0,8}$/
/** In words a share is told as roughly. */
const roughly = 0.07
const mostWholes = 2

/** What is said of the figure before in words. */
export function wordsOfParts(text: string, { figures, gaps }: Line, earlier: Line | undefined, into: Statement[]): void {
  figures.forEach((figure, index) => {
    if (figure.isApproximate) return
    const behind = gaps[index + 1] as string
    if (figure.kind === 'percent') tenthsOf(text, figure, behind, into)
    if (figure.kind !== 'amount') return
    const times = doubled.exec(behind)
    const prior = figures[index - 1]
    if (times && prior && fromWord.test(gaps[index - 1] as string) && toWord.test(gaps[index] as string))
      doublings(text, prior, figure, times, into)
    const part = fraction.exec(behind)
    const most = part ? null : half.exec(behind)
    if (!part && !most) return
    // 占全省的四分之一: the whole is told elsewhere.
    if (/[全省市国州县区世同]/.test((part?.[0] ?? '').replace(/.分之.$/, ''))) return
    const words = (part ?? most) as RegExpExecArray
    const wholes = [...(earlier?.figures ?? []), ...figures.slice(0, index)].filter(
      (one) => one.kind === 'amount' && one.unit === figure.unit && !one.isApproximate && one.value >= figure.value,
    )
    const at = placeOf(text, figure.end, words[0])
    if (wholes.length === 0 || at === undefined) return
    const due = part ? (numberOf(part[2] as string) ?? 0) / (numberOf(part[1] as string) ?? 1) : 0.5
    const isUnder = /不/.test(words[1] ?? '')
    const fits = (whole: Figure): boolean => {
      const share = figure.value / whole.value
      if (part) return Math.abs(share - due) <= due * roughly
      return isUnder ? share <= 0.5 : share >= 0.5
    }
    const right = wholes.find(fits)
    if (!right && wholes.length > mostWholes) return
    const whole = right ?? (wholes[wholes.length - 1] as Figure)
    const start = part ? at.end - (part[0].length - part[0].indexOf(`${part[1]}分之`)) : at.end - 4
    const stated = said(Math.max(at.start, start), at.end, due * 100)
    into.push(
      statement(
        'share',
        stated,
        [figure, whole],
        stated,
        '占',
        (figure.value / whole.value) * 100,
        right !== undefined,
        'unsure',
      ),
    )
  })
}

/** Where the words behind a figure stand: in the text nothing but a bracket may come between. */
function placeOf(text: string, end: number, words: string): { start: number; end: number } | undefined {
  return text.startsWith(words, end) ? { start: end, end: end + words.length } : undefined
}

/** 68.4%，近八成. */
function tenthsOf(text: string, figure: Figure, behind: string, into: Statement[]): void {
  const match = tenths.exec(behind)
  const at = match ? placeOf(text, figure.end, match[0]) : undefined
  if (!match || !at) return
  const verb = match[1] as string
  const due = (numberOf(match[2] as string) ?? 0) * 10
  const isNear = /近/.test(verb)
  const agrees = isNear
    ? figure.value >= due - 7 && figure.value <= due + 0.5
    : figure.value >= due - 0.5 && figure.value < due + 10
  const stated = said(at.end - 2, at.end, due)
  into.push(statement('level', { start: at.start, end: at.end }, [figure], stated, verb, figure.value - due, agrees, 'unsure'))
}

/** 由12.6亿元增加到25.8亿元，翻了两番. */
function doublings(text: string, prior: Figure, level: Figure, match: RegExpExecArray, into: Statement[]): void {
  const at = placeOf(text, level.end, match[0])
  if (!at || prior.unit !== level.unit || prior.isApproximate || prior.value <= 0) return
  const times = 2 ** (match[2] === '两' ? 2 : (numberOf(match[2] as string) ?? 1))
  const ratio = level.value / prior.value
  const agrees = ratio >= times * 0.95 && ratio < times * 1.95
  const verb = match[1] as string
  const stated = said(at.end - verb.length, at.end, times)
  into.push(statement('level', stated, [level, prior], stated, verb, ratio, agrees, 'unsure'))
}

const sexes: readonly (readonly [RegExp, RegExp])[] = [
  [/男(?:生|性|职工|党员|同学|教师|代表|委员)?$/, /女(?:生|性|职工|党员|同学|教师|代表|委员)?$/],
  [/城镇[^，；。]{0,6}$/, /农村[^，；。]{0,6}$/],
  [/进口[^，；。]{0,3}$/, /出口[^，；。]{0,3}$/],
]

/** 男生3081名、女生2488名，女生占45.2%: the whole is both. */
export function sharesOfBoth(text: string, { figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const [one, other, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    const gap = gaps[index] as string
    if (stated.kind !== 'percent' || stated.isApproximate || one.unit !== other.unit || one.kind !== 'amount') continue
    if (other.kind !== 'amount' || !/^[，、][^，；。：、0-9]{1,8}占(?:比|总数的|总人数的)?$/.test(gap) || stated.decimals === 0)
      continue
    const labels = [gaps[index - 2] as string, gaps[index - 1] as string].map(sinceMark)
    const isBoth = sexes.some(
      ([a, b]) =>
        (a.test(labels[0] as string) && b.test(labels[1] as string)) ||
        (b.test(labels[0] as string) && a.test(labels[1] as string)),
    )
    if (!isBoth) continue
    const noun = gap.slice(1, 2)
    const part = (labels[1] as string).includes(noun) ? other : (labels[0] as string).includes(noun) ? one : undefined
    // A whole that is told is judged as such.
    if (!part || figures.slice(0, index - 2).some(({ unit, value }) => unit === part.unit && value >= one.value + other.value))
      continue
    const both = (a: Figure, b: Figure): Figure => ({
      ...a,
      start: Math.min(a.start, b.start),
      end: Math.max(a.end, b.end),
      value: a.value + b.value,
      half: a.half + b.half,
    })
    const fits = (share: Figure, whole: Figure, percent: Figure): boolean => {
      const [low, high] = percentRange(share, whole)
      return meets(percent, low, high)
    }
    const whole = both(one, other)
    const computed = (part.value / whole.value) * 100
    const agrees = fits(part, whole, stated)
    const isMended =
      isSlipOf(text.slice(stated.start, stated.numberEnd), computed.toFixed(stated.decimals)) !== undefined ||
      [one, other].some((figure) =>
        swapped(text, figure).some((value) => {
          const changed = { ...figure, value }
          const mended = both(figure === one ? changed : one, figure === other ? changed : other)
          return fits(figure === part ? changed : part, mended, { ...stated, half: stated.half / 2 })
        }),
      )
    if (agrees || isMended) {
      const span = agrees ? stated : { start: one.start, end: stated.end }
      into.push(statement('share', span, [part, whole], stated, '占', computed, agrees, 'unsure'))
    }
  }
}

const listHead =
  /(?:^|[，。；])(?:其中[，：]?)?(?:分[\u4e00-\u9fff]{1,4}看|按[\u4e00-\u9fff]{2,8}分|从[\u4e00-\u9fff]{2,8}看)[，：]/

/** 事故46起，死亡31人。分行业看，…24起、死亡17人，…14起、死亡11人，…: two columns, and one of them makes its total. */
export function pairedColumns({ figures, gaps }: Line, earlier: Line | undefined, into: Statement[]): void {
  const from = gaps.findIndex((gap, index) => index < figures.length && listHead.test(gap))
  if (from < 0) return
  let to = from
  while (to < figures.length && figures[to]?.kind === 'amount' && !(to > from && /。|合计|共/.test(gaps[to] as string))) to++
  const list = figures.slice(from, to)
  const units = [...new Set(list.map(({ unit }) => unit))]
  if (units.length !== 2 || list.length < 6 || list.length % 2 > 0) return
  if (list.some(({ unit, isApproximate }, at) => unit !== units[at % 2] || isApproximate)) return
  const wholes = [...(earlier?.figures ?? []), ...figures.slice(0, from)].filter(
    ({ kind, isApproximate }) => kind === 'amount' && !isApproximate,
  )
  const columns = units.map((unit) => {
    const parts = list.filter((figure) => figure.unit === unit)
    const sum = sumOf(parts)
    const same = wholes.filter((figure) => figure.unit === unit)
    return { parts, sum, right: same.find((whole) => equals(whole, sum, halves(parts))), same }
  })
  const isProved = columns.some(({ right }) => right !== undefined)
  for (const { parts, sum, right, same } of columns) {
    const near = same.filter(({ value }) => Math.abs(value - sum) <= value * 0.2)
    const whole = right ?? (near.length === 1 ? near[0] : undefined)
    if (!whole || !isProved) continue
    const span = { start: (parts[0] as Figure).start, end: (parts[parts.length - 1] as Figure).end }
    into.push(statement('parts', span, parts, whole, '其中', sum, right !== undefined, 'unsure'))
  }
}

const eachBefore = /(?:按照?|以)?(?:平均)?每(亩|人|名|户|家|台|套|件|个|吨|辆|头|株|平方米|公里)[^，；。：、]{0,10}$/
const allBehind = /(?:共|合计|总计|兑现|发放|拨付|投入|落实|补助|补贴|累计)[^，；。：、]{0,8}$/

/** 按照每亩150元的标准，补助12.6万亩，兑现补贴1890万元: the price stands before the number. */
export function pricedIn(text: string, { figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const [each, count, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    if (each.unit !== stated.unit || each.unit !== '元' || count.unit === '元' || count.kind !== 'amount') continue
    const word = eachBefore.exec(gaps[index - 2] as string)?.[1]
    if (word === undefined || count.unit !== (word === '名' ? '人' : word) || !allBehind.test(gaps[index] as string)) continue
    if ([each, count, stated].some(({ isApproximate }) => isApproximate) || (gaps[index] as string).length > 16) continue
    const computed = each.value * count.value
    const agrees = equals(stated, computed, each.value * count.half + each.half * count.value)
    const isSlip =
      isSlipOf(text.slice(stated.start, stated.numberEnd), (computed / stated.scale).toFixed(stated.decimals)) !== undefined
    if (agrees || isSlip) into.push(statement('product', stated, [count, each], stated, '共', computed, agrees, 'unsure'))
  }
}
