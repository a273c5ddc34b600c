/** Amounts whose size cannot be: 万 and 亿 that were taken for one another. */
import { type Figure, type FigureLine, fact, figureLines } from '../../../src/kit.ts'
import {
  type Area,
  bounds,
  countUnits,
  farther,
  fitting,
  mostTenThousands,
  ordered,
  perThing,
  trillion,
  unitless,
  yields,
} from './magnitudes-data.ts'

/** An amount of the wrong size, and what says so. */
export interface Oversized {
  readonly figure: Figure
  /** `alone`: by what it is of. `beside`: by the other figure. `noun`: the unit does not fit the noun. */
  readonly by: 'alone' | 'beside' | 'each' | 'noun'
  readonly other?: Figure
  readonly noun: string
  /** What one of the other comes to, or what the unit should be. */
  readonly due: string
}

const longestLabel = 26

/** How far the text reaches: a county, a city, more, or nothing that is said. */
function areaOf(text: string): Area {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const county = count(/全县|我县|全镇|我镇|全乡|我乡|全村/g)
  const city = count(/全市|我市|全区|我区/g)
  const more = count(/全省|我省|全国|我国|自治区|全州/g)
  if (county > 0 && county >= city && county >= more) return 'county'
  if (city > 0 && city >= more) return 'city'
  return more > 0 ? 'more' : 'none'
}

interface Told {
  readonly figure: Figure
  /** The words right before the figure, since the last mark. */
  readonly label: string
}

export const oversized = fact('unit-mismatch/oversized', ({ text }, use): readonly Oversized[] => {
  const found: Oversized[] = []
  const sentences = use(figureLines)
  let area: Area | undefined
  const money: Told[] = []
  for (const sentence of sentences) {
    const told = toldIn(sentence)
    const before = found.length
    for (const one of told) {
      const { figure, label } = one
      if (figure.unit === '元') money.push(one)
      const isCount = figure.scale === 1e4 && countUnits.has(figure.unit) && figure.value >= mostTenThousands * 1e4
      if (isCount) found.push({ figure, by: 'alone', noun: label.slice(-6), due: '' })
      const noun = misfit(label, figure, text)
      if (noun) found.push({ figure, by: 'noun', noun: noun[0], due: noun[1] })
      if (figure.unit === '元' && figure.value >= trillion && !farther.test(text.slice(sentence.start, sentence.end))) {
        area ??= areaOf(text)
        if (area === 'county' || area === 'none')
          found.push({ figure, by: 'alone', noun: /[^的]{2,6}$/.exec(label.replace(/等$/, ''))?.[0] ?? label, due: '' })
        continue
      }
      const bound = bounds.find(({ words, unit }) => unit === figure.unit && words.test(label))
      if (!bound) continue
      area ??= areaOf(text)
      const most = bound.most?.[area]
      const isWrong =
        (bound.least !== undefined &&
          figure.value < bound.least &&
          (figure.scale > 1 || (figure.unit === '人' && figure.decimals > 0))) ||
        (most !== undefined && figure.value > most)
      if (isWrong) found.push({ figure, by: 'alone', noun: bound.words.exec(label)?.[1] ?? '', due: '' })
    }
    const seen = new Set(found.slice(before).map(({ figure }) => figure))
    found.push(...[...each(told), ...yielded(told), ...among(text, told)].filter(({ figure }) => !seen.has(figure)))
  }
  const seen = new Set(found.map(({ figure }) => figure))
  for (const beside of besides(money)) if (!seen.has(beside.figure)) found.push(beside)
  return found
})

function toldIn({ lines }: { readonly lines: readonly FigureLine[] }): Told[] {
  return lines.flatMap(({ figures, gaps }) =>
    figures.flatMap((figure, index) => {
      const gap = (gaps[index] as string).slice(-longestLabel)
      const label = gap
        .slice(Math.max(...['，', '。', '；', '：', '、'].map((mark) => gap.lastIndexOf(mark))) + 1)
        .replace(/(?:约|近|超过?|突破)$/, '')
      return figure.kind === 'amount' && label !== '' ? [{ figure, label }] : []
    }),
  )
}

/** 林地126吨: the noun right before, and the units it is measured in. */
function misfit(label: string, figure: Figure, text: string): [string, string] | undefined {
  for (const { words, wrong, due } of fitting) {
    if (!wrong.has(figure.unit)) continue
    const noun = words.exec(label)?.[1]
    if (noun === undefined || unitless.test(text.slice(figure.end, figure.end + 3))) continue
    return [noun, due]
  }
  return undefined
}

/** 接待游客2180万人次，旅游收入156万元: what one of them comes to. */
function each(told: readonly Told[]): Oversized[] {
  return perThing.flatMap(({ amount, things, unit, least, most }) => {
    const sum = told.find(({ figure, label }) => figure.unit === '元' && amount.test(label))
    const count = told.find(({ figure, label }) => figure.unit === unit && things.test(label))
    if (!sum || !count || count.figure.value < 1) return []
    const one = sum.figure.value / count.figure.value
    if (one >= least && one <= most) return []
    const due = `${Number(one.toPrecision(2))}元`
    return [{ figure: sum.figure, by: 'each', other: count.figure, noun: amount.exec(sum.label)?.[1] ?? '', due } as const]
  })
}

/** 播种面积48.6万亩，总产量21.3万公斤: what a mu yields. */
function yielded(told: readonly Told[]): Oversized[] {
  const areas = told.filter(({ figure, label }) => figure.unit === '亩' && yields.area.test(label))
  const weights = told.filter(({ figure, label }) => yields.weights.has(figure.unit) && yields.amount.test(label))
  const [area, weight] = [areas[0], weights[0]]
  if (!area || !weight || areas.length > 1 || weights.length > 1 || area.figure.value < 1) return []
  const one = (weight.figure.value * (yields.weights.get(weight.figure.unit) as number)) / area.figure.value
  if (one >= yields.least && one <= yields.most) return []
  const due = `${Number(one.toPrecision(2))}公斤`
  return [{ figure: weight.figure, by: 'each', other: area.figure, noun: '产量', due }]
}

/** How an amount of money among others is called: 增加值, 收入. */
const moneyNoun =
  /(增加值|零售额|收入|支出|投资|贷款|存款|产值|税收|利润|资金|余额|总额|金额)(?:共|累计|合计|完成|实现|达到|达|为)*$/
/** So many times smaller than the next one is no slip of the unit any more, and so many times is none yet. */
const leastRatio = 800

/** 第二产业增加值521.8亿元；第三产业增加值622.0万元: called alike, written alike, and ten thousand times apart. */
function among(text: string, told: readonly Told[]): Oversized[] {
  const money = told.flatMap(({ figure, label }) => {
    const noun = figure.unit === '元' && !figure.isApproximate ? moneyNoun.exec(label)?.[1] : undefined
    return noun === undefined ? [] : [{ figure, noun, label }]
  })
  return money.flatMap(({ figure, noun, label }) => {
    const others = money.filter((one) => one.figure !== figure && one.noun === noun)
    if (figure.scale !== 1e4 || figure.decimals === 0 || figure.value >= 1e7 || others.length === 0) return []
    const isAlone = others.every(({ figure: other }) => other.scale === 1e8 && other.decimals === figure.decimals)
    const isFar = others.every(({ figure: other }) => other.value > figure.value * leastRatio)
    const [other] = others
    if (!isAlone || !isFar || !other || (others.length < 2 && !isAlike(label, other.label))) return []
    return [
      {
        figure,
        by: 'beside',
        other: other.figure,
        noun: label.slice(-8) || text.slice(figure.start, figure.end),
        due: '',
      } as const,
    ]
  })
}

/** 第二产业增加值 and 第三产业增加值: beyond the noun they begin or end alike. */
const isAlike = (one: string, other: string): boolean =>
  one.slice(-3) === other.slice(-3) || one.slice(0, 1) === other.slice(0, 1)

/** 中间业务收入860亿元 beside 营业收入1.26亿元: a part above every whole that is told, or less than the ten-thousandth of each. */
function besides(money: readonly Told[]): Oversized[] {
  return ordered.flatMap(({ part, whole, times }) => {
    const wholes = money.filter(({ label }) => whole.test(label)).map(({ figure }) => figure)
    if (wholes.length === 0) return []
    const most = wholes.reduce((one, other) => (other.value > one.value ? other : one))
    const least = wholes.reduce((one, other) => (other.value < one.value ? other : one))
    return money.flatMap(({ figure, label }) => {
      const noun = part.exec(label)?.[1]
      if (noun === undefined || figure.scale === 1) return []
      const isWrong = figure.value > most.value * times || figure.value * 5000 < least.value
      return isWrong ? [{ figure, by: 'beside', other: most, noun, due: '' } as const] : []
    })
  })
}
