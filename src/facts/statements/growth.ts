/** Growth, difference and rank: a level, what it was before, by how much it differs, by how many per cent. */
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'
import { equals, meets } from './rounding.ts'
import { isSlipOf } from './slips.ts'
import type { Certainty, Statement } from './statement.ts'

const up =
  '增长 提高 上升 增加 扩大 提升 上涨 增幅 多增 增收 增产 增速 净增 增 升幅 升 涨幅 前移 跃升 前进 提前 上调 延长 攀升 晋升 加快 偏多 偏高 多'.split(
    ' ',
  )
const down =
  '下降 减少 降低 缩短 降幅 压减 下滑 回落 压缩 下跌 跌幅 减 降 收窄 少 后移 后退 缩减 减收 减产 节约 下调 缩小 精简 压降 放缓 偏少 偏低'.split(
    ' ',
  )
const words = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|')
const changes = `(?:${words(up)}|${words(down)})`
const isDown = (verb: string): boolean => down.includes(verb)

const year = '(?:[0-9]{4}|[一二三四五六七八九〇]{4})年'
const base = `(?:(?:上|去|前|上一|前一|常)年|历年|上年度|上月|上季度?|上期|上届|年初|期初|月初|同期|“十[一二三四五]五”|${year})(?:[度年月季])?(?:末|底|初|时?期末|同期|全年|同月)?(?:(?:预计|执行|决算|实际|完成)?数)?`
/** An earlier part of the same year: only behind 比 is it what something is compared with. */
const partOfYear = '(?:[一二三四]季度|上半年|前三季度|(?:[0-9]{1,2}[—至-])?[0-9]{1,2}月份?)(?:末|底)?'
const compare = `(?:同比|(?:比|较|与|同|和)?${base}(?:相比|比较|相较|基础上)?|(?:比|较)${partOfYear})`
const adverbs =
  '(?:累计|净|共|总共|总计|显著|大幅度?|明显|总体|整体|持续|稳步|逐步|仅|只|又|再|实现|平稳|也|均|都|则|就|即|已|(?:五|四|三|十|[0-9])年(?:来|间|累计)?)'
const link = new RegExp(
  `^[，、；,]?(?:并|且|而|折合|也就是)?(?:(${compare})[，,]?)?(?:${adverbs}){0,3}(${changes})(?:了|达到|达|为|约|率为|幅度?为|幅度?达)?$`,
)
/** A change that hangs on words of its own: 制造业投资增长. It belongs to no figure before it. */
export const before = new RegExp(`(?:比|较|与|同|和)(${base})(?:同期)?(?:的|为|是|数)?([^，；。：、]{0,8}?)第?$`)
const beforeSaid = new RegExp(`^[，、（；]?(?:而|且)?(${base})(?:同期)?(?:的|为|是|仅为|仅|只有|完成)?([^，；。：、]{0,6})$`)
const fromWord = /(?:由|从|自)[^，；：。]{0,16}$/
const toWord = new RegExp(
  `^[^，；：。、]{0,8}?(?:到|至|为|成)(?:了)?(?:(?:${year}|目前|现在|今年|本年|当前|年末|年底|现|期末|同期)(?:末|底|度)?)?(?:的)?(?:全[市省国县区州系镇集][统团]?|同类)?(?:的)?第?$`,
)
const directTo = new RegExp(
  `^(?:左右)?(?:大幅|逐步|稳步)?(?:${changes}|优化|压|调|跃|缩|拓展|发展)(?:到|至|为)(?:了)?(?:${year}的?|目前的?|现在的?)?(?:全[市省国县区州])?第?$`,
)
const laterLevel = new RegExp(
  `^(?:相比|相比较|相较)?[，、；](?:今年|本年|本期|目前|现在|当前|现|${year})(?:末|底|度)?[^，；。：]{0,6}$`,
)
/** The year before, as a clause of its own. */
const toldLast = /^[，（；](?:上年|去年)(?:同期)?(?:的)?(?:为|是|仅为)$/
const changing = /[增减多少升降提涨跌缩扩高低超]/
/** Growth that is counted otherwise than by dividing what is printed. */
const otherwise = /年均|(?<![上去前一全当本今])年增长|平均|可比|口径|名义|实际|剔除|扣除|不变价|复合|环比|两年|加权/
/** 平均办理时限由15天压缩到9天 is a mean before and a mean after. */
const otherwiseLabel = /年均|(?<![上去前一全当本今])年增长|可比|口径|名义|实际|剔除|扣除|不变价|复合|环比|两年|加权/
/** Their growth is that of constant prices, whether it is said or not. */
const realOnly = /(?<!万元|单位)(?:地区)?生产总值|增加值|总产值|(?<!万元|单位)GDP|实际/

interface Chain {
  readonly level: Figure
  /** Others that the change may belong to: 收入46万元，其中3万元、15万元，比上年增加5万元. */
  readonly candidates: readonly Figure[]
  readonly label: string
  /** The whole whose parts the level is one of. */
  readonly head?: Figure | undefined
  prior?: Figure
  compared: string
  /** Against what the rate is counted, 同比 too. */
  rateCompared: string
  difference?: Figure
  rate?: Figure
  /** Points, told of an amount. */
  points?: Figure
  differenceVerb: string
  rateVerb: string
  /** The level stands farther back, and others may be meant: 48.6亿元，完成计划90亿元的54.0%，比上年的43.2亿元增长…. */
  isDistant?: boolean
  /** From and to are told together, and somebody else looks whether the verb between them goes that way. */
  isFromTo: boolean
  /** The words between both. */
  toWords?: string
}

/** A number without a unit is a level where it has decimals: 城乡居民收入比由2.31缩小至2.24. */
const isLevel = ({ kind, decimals }: Figure): boolean =>
  kind === 'amount' || kind === 'percent' || kind === 'ordinal' || (kind === 'bare' && decimals > 0)

const ofPlan = /^[，、]?(?:为|占|完成|达到)[^，；。：]{0,14}(?:预算|计划|任务|目标)的?$/

const mayChange = /[增减多少升降提涨跌缩扩移进退延调收节精晋落压加放]/
const hasChange = (gap: string): boolean => gap.length < 40 && mayChange.test(gap.slice(-6))

/** What one row of figures says of changes. */
export function growthIn(text: string, line: Line, lines: readonly Line[], into: Statement[]): void {
  const { figures, gaps } = line
  if (figures.length < 2) return
  let chain: Chain | undefined
  let head: Figure | undefined
  const flush = (): void => {
    if (chain) judge(text, chain, into)
    chain = undefined
  }
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index] as Figure
    const gap = gaps[index] as string
    if (figure.isApproximate) {
      flush()
      continue
    }
    // 291720万元，为预算的102.0%，比上年增加…: what the level is of something else is passed over.
    if (chain && index > 0 && figure.kind === 'percent' && !chain.prior && figures[index - 1] === chain.level && ofPlan.test(gap))
      continue
    const changed = index > 0 && chain && hasChange(gap) ? link.exec(gap) : undefined
    if (changed && chain) {
      const compared = (changed[1] ?? '').replace(/^[比较与同和](?!期|比)/, '')
      const verb = changed[2] as string
      if (compared !== '' && compared !== '同比' && chain.compared !== '' && chain.compared !== compared) {
        const { level, label, candidates } = chain
        flush()
        chain = begun(level, label, candidates)
      }
      if (chain && compared !== '' && compared !== '同比') chain.compared = compared
      if (chain) take(chain, figure, verb, compared)
      continue
    }
    const was: Chain | undefined = chain
    if (was && isLevel(figure) && figure.unit === was.level.unit && figure.kind === was.level.kind) {
      const said = gap.length < 24 ? (before.exec(gap) ?? beforeSaid.exec(gap)) : null
      if (said && !changing.test(said[2] ?? '') && !/[，；]/.test(gap.slice(1, said.index))) {
        // 32微克，同比下降8.6%，上年为35微克: what it was is told last.
        const isLast = !was.prior && (was.rate !== undefined) !== (was.difference !== undefined) && toldLast.test(gap)
        if (!isLast && (was.prior || was.rate || was.difference)) {
          flush()
          chain = begun(was.level, was.label, was.candidates)
        }
        if (chain) {
          chain.prior = figure
          chain.compared = said[1] as string
        }
        continue
      }
      const isTo =
        gap.length <= 22 && (directTo.test(gap) || (fromWord.test(gaps[index - 1] as string) && toWord.test(gap))) && index > 0
      if (isTo && figures[index - 1] === was.level) {
        chain = { ...begun(figure, was.label, []), prior: was.level, isFromTo: true, toWords: gap }
        continue
      }
      if (laterLevel.test(gap) && saidBefore.test(gaps[index - 1] as string) && figures[index - 1] === was.level) {
        chain = { ...begun(figure, was.label, []), prior: was.level }
        continue
      }
    }
    flush()
    const distant = isLevel(figure) && gap.length < 24 ? distantChain(line, index) : undefined
    if (distant) {
      chain = distant
      continue
    }
    if (index > 0 && gap.includes('其中')) head = figures[index - 1]
    if (head && head.unit !== figure.unit) head = undefined
    if (!isLevel(figure)) continue
    chain = { ...begun(figure, gap, earlier(figures, index)), head }
    const prior = lines.length > 1 ? inBrackets(lines, line, index) : undefined
    if (prior) chain.prior = prior
  }
  flush()
  parallel(line, into)
  ofRow(line, into)
}

const planned = /计划|目标|任务|预算|预期/

/** 新签合同额48.6亿元，完成年度计划90亿元的54.0%，比上年同期的43.2亿元增长…: other figures stand between a level and its base. */
function distantChain({ figures, gaps }: Line, index: number): Chain | undefined {
  const figure = figures[index] as Figure
  const said = before.exec(gaps[index] as string)
  if (!said || changing.test(said[2] ?? '') || figure.kind !== 'amount') return undefined
  const levels: Figure[] = []
  for (let at = Math.max(0, index - 6); at < index; at++) {
    const other = figures[at] as Figure
    const label = gaps[at] as string
    if (
      other.unit === figure.unit &&
      other.kind === 'amount' &&
      !other.isApproximate &&
      !planned.test(label) &&
      !saidBefore.test(label)
    )
      levels.push(other)
    if (/[；]/.test(gaps[at + 1] as string)) levels.length = 0
  }
  const [level, ...others] = levels
  if (!level) return undefined
  return { ...begun(level, '', others), prior: figure, compared: said[1] as string, isDistant: true }
}

/** 268万人次（上年为236万人次），增长13.6%. */
function inBrackets(lines: readonly Line[], line: Line, index: number): Figure | undefined {
  for (const { host, figures, gaps } of lines.slice(0, 24)) {
    if (host?.line !== line || host.index !== index) continue
    const [figure] = figures
    const said = beforeSaid.exec(gaps[0] as string)
    const isPrior = figure !== undefined && said !== null && !changing.test(said[2] ?? '') && !figure.isApproximate
    return isPrior && figure.unit === line.figures[index]?.unit ? figure : undefined
  }
  return undefined
}

const saidBefore = new RegExp(`(?:${base})(?:同期)?[^，；。：]{0,8}$`)

const begun = (level: Figure, label: string, candidates: readonly Figure[]): Chain => ({
  level,
  candidates,
  label,
  compared: '',
  rateCompared: '',
  differenceVerb: '',
  rateVerb: '',
  isFromTo: false,
})

/** Figures of the same unit a little before: the change may be theirs. */
function earlier(figures: readonly Figure[], index: number): Figure[] {
  const { unit, kind } = figures[index] as Figure
  const found: Figure[] = []
  for (let at = Math.max(0, index - 8); at < index; at++) {
    const other = figures[at] as Figure
    if (other.unit === unit && other.kind === kind && !other.isApproximate) found.push(other)
  }
  return found
}

function take(chain: Chain, figure: Figure, verb: string, compared: string): void {
  const { level } = chain
  if (figure.unit === '%' || figure.unit === '倍') {
    if (chain.rate) return
    chain.rate = figure
    chain.rateVerb = verb
    chain.rateCompared = compared
    return
  }
  if (figure.kind === 'points' && level.kind === 'amount' && !chain.rate && !chain.difference) {
    chain.points = figure
    chain.rateVerb = verb
    return
  }
  // Points behind a rate of growth are of that rate.
  const isDifference = figure.kind === 'points' ? level.kind === 'percent' && !chain.rate : figure.unit === level.unit
  if (!isDifference || chain.difference) return
  chain.difference = figure
  chain.differenceVerb = verb
}

const amountVerbs = /增长|增加|下降|减少/

/** 总额达352万元，村均32万元，总额比上年的275万元增长28.0%: of a level for one of many and those before it the nearest to what it was. */
function withLevelMeant(chain: Chain): Chain {
  const { level, candidates, label, prior } = chain
  if (!prior || prior.value <= 0 || !average.test(label)) return chain
  const distance = ({ value }: Figure): number => (value > 0 ? Math.abs(Math.log(value / prior.value)) : Number.POSITIVE_INFINITY)
  const meant = candidates.reduce((best, one) => (distance(one) < distance(best) ? one : best), level)
  return meant === level ? chain : { ...chain, level: meant }
}

function judge(text: string, told: Chain, into: Statement[]): void {
  const chain = withLevelMeant(told)
  const { level, prior, difference, rate, points } = chain
  if (points && amountVerbs.test(chain.rateVerb)) {
    into.push(statement('percent', [level], points, chain.rateVerb, points.value, false, prior ? 'sure' : 'likely'))
  }
  if (prior && difference && (!prior.isApproximate || !level.isApproximate)) judgeDifference(text, chain, prior, difference, into)
  if (rate && !prior && !difference) judgeAlone(chain, rate, into)
  if (!rate || !(prior || difference)) return
  const first = (prior ?? level).start < level.start ? (prior as Figure) : level
  const between = text.slice(first.end, rate.start)
  if (between.length > 120 || otherwise.test(between) || otherwise.test(text.slice(rate.end, rate.end + 6))) return
  if (realOnly.test(chain.label) || otherwiseLabel.test(chain.label.slice(-14))) {
    if (prior) doubtGrowth(text, chain, prior, rate, into)
    return
  }
  if (level.kind === 'percent') {
    if (prior) judgePoints(chain, prior, rate, into)
    return
  }
  if (level.kind !== 'amount') return
  if (prior) judgeGrowth(chain, prior, rate, into)
  else if (difference && difference.kind === 'amount') judgeGain(chain, difference, rate, into)
}

const statement = (
  kind: Statement['kind'],
  operands: readonly Figure[],
  stated: Figure,
  relation: string,
  computed: number,
  agrees: boolean,
  certainty: Certainty = 'sure',
): Statement => ({ kind, operands, stated, relation, computed, agrees, certainty, start: stated.start, end: stated.end })

const firstChange = new RegExp(`^(?:大幅|逐步|稳步)?(${changes})`)

/** 由1.86%降至1.52%，较年初上升…: only where the words between both go with the figures can the verb behind be wrong. */
function isBlind({ toWords = '' }: Chain, computed: number): boolean {
  const between = firstChange.exec(toWords)?.[1]
  return between === undefined || isDown(between) !== computed < 0
}

function judgeDifference(text: string, chain: Chain, prior: Figure, difference: Figure, into: Statement[]): void {
  const { level, differenceVerb: verb, isFromTo } = chain
  if (level.kind === 'ordinal') {
    const moved = prior.value - level.value
    const sign = isDown(verb) ? -1 : 1
    const agrees = moved * sign === difference.value
    into.push(statement('rank', [prior, level], difference, verb, moved, agrees))
    return
  }
  if (level.kind === 'percent' && difference.kind !== 'points') return
  const first = Math.min(prior.start, level.start)
  if (/平均|年均/.test(text.slice(Math.max(first, difference.start - 8), difference.start))) return
  const computed = level.value - prior.value
  const signed = isDown(verb) ? -computed : computed
  const half = level.half + prior.half
  // Whether up is said where it goes down is looked at elsewhere for 由…到….
  const value = isFromTo && isBlind(chain, computed) ? Math.abs(computed) : signed
  // 总收入2.38亿元，村均100万元，比上年的1.75亿元增加0.63亿元: the average stands between a level and its change.
  const meant = chain.candidates.find((other) => equals(difference, Math.abs(other.value - prior.value), other.half + prior.half))
  const agrees = equals(difference, value, half)
  if (!agrees && meant && average.test(chain.label)) {
    into.push(statement('difference', [prior, meant], difference, verb, meant.value - prior.value, true))
    return
  }
  if (average.test(chain.label) && level.scale !== prior.scale) return
  into.push(statement('difference', [prior, level], difference, verb, computed, agrees))
}

/** 94%, then 96%, 提高2%: that is two points. Or the growth of a share in per cent, which is right though unusual. */
function judgePoints(chain: Chain, prior: Figure, rate: Figure, into: Statement[]): void {
  const { level, rateVerb: verb } = chain
  if (rate.unit !== '%') return
  const computed = level.value - prior.value
  const isPoints = Math.abs(Math.abs(computed) - rate.value) <= level.half + prior.half + rate.half + 1e-9
  const growth = Math.abs(computed / prior.value) * 100
  const isGrowth = Math.abs(growth - rate.value) <= rate.half * 2 + ((level.half + prior.half) / prior.value) * 100
  // Near a hundred both come to much the same: the nearer one is meant.
  const isNearer = Math.abs(Math.abs(computed) - rate.value) < Math.abs(growth - rate.value)
  if (isGrowth && !isNearer) return
  if (isPoints) into.push(statement('points', [prior, level], rate, verb, computed, false))
}

/** A level for one of many: 村均, 每户, 人均. */
const average = /均$|平均|每[\u4e00-\u9fff]{1,3}$/

const rateLabel =
  /(?:率|占比|比重|比例|满意度|知晓度|饱和度|占[^，；。：]{2,16}的)(?:为|达到|达|是|降至|升至|提高到|下降到|达到了|控制在)?$/
const growthLabel = /(?:增长|增速|增幅|下降|降幅)(?:为|达到|达)?$/
/** How much a rate of growth moved: always points. */
const growthVerbs = '回落 收窄 加快 放缓'.split(' ')
const pointVerbs = '提高 上升 提升 下降 降低 回落 收窄 压降 降'.split(' ')
const noRateOfPoints = /汇率|(?<![毛净])利率|倍率|频率|斜率|功率|效率|生产率/

/** 不良贷款率0.84%，较年初下降0.11%: the difference of two rates is told in points. */
function judgeAlone({ level, label, rateVerb, rateCompared }: Chain, rate: Figure, into: Statement[]): void {
  if (level.kind === 'percent' && rate.unit === '%' && growthLabel.test(label) && growthVerbs.includes(rateVerb)) {
    into.push(statement('points', [level], rate, rateVerb, rate.value, false))
    return
  }
  if (level.kind !== 'percent' || rate.unit !== '%' || !rateLabel.test(label) || noRateOfPoints.test(label)) return
  if (!pointVerbs.includes(rateVerb) || rateCompared === '') return
  // 占比24%，同比下降33% is said of what the share is of.
  const isSure = rateCompared !== '同比' && /率[^率]{0,4}$/.test(label)
  if (!isSure && rate.value > level.value / 4) return
  into.push(statement('points', [level], rate, rateVerb, rate.value, false, isSure ? 'sure' : 'likely'))
}

const mostTimes = 20
const moreBy = /^(?:增长|增加|提高|上升|扩大|净增|多)$/
const asPercent = (rate: Figure): Pick<Figure, 'value' | 'half'> =>
  rate.unit === '倍' ? { value: rate.value * 100, half: rate.half * 100 } : rate

function judgeGrowth(chain: Chain, prior: Figure, rate: Figure, into: Statement[]): void {
  const { level, rateVerb: verb, isFromTo } = chain
  if (prior.value <= prior.half || level.value <= 0) return
  // 1.75亿元 to 100万元: two things, or a slip of the unit that the growth cannot tell.
  if (level.scale !== prior.scale && (level.value > prior.value * 50 || prior.value > level.value * 50)) {
    const times = level.value > prior.value ? 1e-4 : 1e4
    const grown = ((level.value * times) / prior.value - 1) * 100 * (isDown(verb) ? -1 : 1)
    // 8.6亿元, then 9.1万元, and the growth is that of 9.1亿元.
    const isSlip =
      level.unit === '元' &&
      rate.unit === '%' &&
      Math.abs(grown - rate.value) <= rate.half * 2 + (level.half / level.value + prior.half / prior.value) * 100
    if (isSlip) into.push(statement('growth', [prior, level], rate, verb, (level.value / prior.value - 1) * 100, false, 'likely'))
    return
  }
  const computed = (level.value / prior.value - 1) * 100
  const sign = isDown(verb) ? -1 : 1
  if (chain.isDistant) {
    const meant = [level, ...chain.candidates].find((other) => {
      const low = ((other.value - other.half) / (prior.value + prior.half) - 1) * 100 * sign
      const high = ((other.value + other.half) / (prior.value - prior.half) - 1) * 100 * sign
      return meets(asPercent(rate), Math.min(low, high), Math.max(low, high))
    })
    const operands = [prior, meant ?? level]
    const grown = ((meant ?? level).value / prior.value - 1) * 100
    into.push(statement('growth', operands, rate, verb, grown, meant !== undefined, meant ? 'sure' : 'likely'))
    return
  }
  const range = (halfLevel: number, halfPrior: number): [number, number] => {
    const low = ((level.value - halfLevel) / (prior.value + halfPrior) - 1) * 100
    const high = ((level.value + halfLevel) / (prior.value - halfPrior) - 1) * 100
    return sign > 0 ? [low, high] : [-high, -low]
  }
  const said = asPercent(rate)
  const [low, high] = range(level.half, prior.half)
  const isAgainst = high < 0
  if (isAgainst && isFromTo && isBlind(chain, computed)) return
  const fits = (from: number, to: number): boolean =>
    rate.unit === '倍' ? said.value + said.half * 2 >= from && said.value - said.half * 2 <= to : meets(said, from, to)
  // 12万元 to 60万元 is five times as much, and four times more.
  const times = level.value / prior.value
  const isTimes = rate.unit === '倍' && rate.decimals === 0 && Number.isInteger(times) && times === rate.value && sign > 0
  if (isTimes && times < mostTimes && moreBy.test(verb)) {
    into.push(statement('growth', [prior, level], rate, verb, computed, false, 'unsure'))
    return
  }
  if (!fits(low, high)) {
    into.push(statement('growth', [prior, level], rate, verb, computed, false))
    return
  }
  // 14亿元 → 14.84亿元: a whole number beside one with two decimals is hardly rounded.
  const finest = Math.min(level.half, prior.half)
  const isMixed = Math.max(level.half, prior.half) >= finest * 50 && finest > 0 && prior.scale === level.scale
  const agrees = !isMixed || fits(...range(finest, finest))
  into.push(statement('growth', [prior, level], rate, verb, computed, agrees, agrees ? 'sure' : 'likely'))
}

/** 52.36亿元，比年初增加4.18亿元，增长8.7%: the base is what is left. */
function judgeGain(chain: Chain, difference: Figure, rate: Figure, into: Statement[]): void {
  const { level, candidates, head, rateVerb: verb, differenceVerb } = chain
  if (isDown(verb) !== isDown(differenceVerb)) return
  const sign = isDown(verb) ? -1 : 1
  const said = asPercent(rate)
  const fitsTo = (whole: Figure): boolean | undefined => {
    const least = difference.value - difference.half
    const most = difference.value + difference.half
    const low = least / (whole.value + whole.half - sign * least)
    const high = most / (whole.value - whole.half - sign * most)
    if (whole.value - sign * difference.value <= 0) return undefined
    return meets(said, low * 100, high > 0 ? high * 100 : Number.POSITIVE_INFINITY)
  }
  const all = [level, ...candidates]
  const fitting = all.find((whole) => fitsTo(whole) === true)
  // Behind 其中 the change is rather that of the whole.
  const whole = fitting ?? head ?? level
  const first = whole.value - sign * difference.value
  // 新增36个，增长…: the figure before may be the increase itself, and not what there is.
  if (first <= 0) return
  const computed = sign * (difference.value / first) * 100
  into.push(statement('gain', [whole, difference], rate, verb, computed, fitting !== undefined))
}

/** Growth that may be counted in constant prices: asked about where two digits of it changed places. */
function doubtGrowth(text: string, { level, rateVerb: verb }: Chain, prior: Figure, rate: Figure, into: Statement[]): void {
  if (level.kind !== 'amount' || rate.unit !== '%' || prior.value <= 0 || level.scale !== prior.scale) return
  const computed = (level.value / prior.value - 1) * 100
  const due = (isDown(verb) ? -computed : computed).toFixed(rate.decimals)
  if (isSlipOf(text.slice(rate.start, rate.numberEnd), due) === 'swap')
    into.push(statement('growth', [prior, level], rate, verb, computed, false, 'doubt'))
}

const ofLater = new RegExp(`(?:比|较)(?:上年|去年|前一年|${year})(?:同期)?(?:[^，；。：、]{0,4})(${changes})(?:了|达|达到|为)?$`)

/**
 * 分别投入1860万元、2150万元、2490万元，三年累计6500万元，其中2024年比上年增长15.8%: two of a row, and what stands between them and the
 * rate is of all of them.
 */
function ofRow({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const rate = figures[index] as Figure
    if ((rate.unit !== '%' && rate.unit !== '倍') || rate.isApproximate) continue
    const gap = gaps[index] as string
    const verb = gap.length < 30 ? ofLater.exec(gap)?.[1] : undefined
    if (verb === undefined) continue
    let last = index - 1
    if (!(joinedAlone.test(gaps[last] as string) && figures[last - 1]?.unit === figures[last]?.unit)) last--
    if (last < 1 || !joinedAlone.test(gaps[last] as string)) continue
    let first = last
    while (first > 0 && joinedAlone.test(gaps[first] as string) && figures[first - 1]?.unit === figures[last]?.unit) first--
    const row = figures.slice(first, last + 1)
    if (row.length < 2 || !/分别/.test(gaps[first] as string)) continue
    if (row.some(({ kind, isApproximate }) => kind !== 'amount' || isApproximate)) continue
    const pairs = row.slice(1).map((level, at) => ({ prior: row[at] as Figure, level }))
    const grown = ({ prior, level }: (typeof pairs)[number]): number => (level.value / prior.value - 1) * (isDown(verb) ? -1 : 1)
    const fits = (pair: (typeof pairs)[number]): boolean =>
      Math.abs(grown(pair) * 100 - asPercent(rate).value) <=
      2 * asPercent(rate).half + (pair.level.half / pair.level.value + pair.prior.half / pair.prior.value) * 100
    const meant = pairs.find(fits)
    const newest = pairs[pairs.length - 1] as (typeof pairs)[number]
    const { prior, level } = meant ?? newest
    // 15.8倍 for 15.8%, or a slip of the digits: else the rate may be of something else.
    const due = grown(newest) * 100
    const isSlip = rate.unit === '倍' ? Math.abs(due - rate.value) <= rate.half * 2 : Math.abs(due - rate.value) < 60 && due > 0
    if (meant || isSlip)
      into.push(
        statement('growth', [prior, level], rate, verb, (level.value / prior.value - 1) * 100, meant !== undefined, 'unsure'),
      )
  }
}

const parallelBase = new RegExp(`(?:比|较|与|同|和)(?:${base})(?:同期)?(?:的)?([^，；。：、]{0,8})$`)
/** 比上年增加2100元、1380元 tells how much more, and not how much there was. */
const parallelGain = new RegExp(`(?:^|[，、；])(?:分别)?(?:${compare})?(?:分别)?(${changes})(?:了|达)?$`)
const parallelChange = new RegExp(
  `^(?:相比)?[，、]?(?:同比|${compare})?(?:分别(${changes})|(增幅|降幅|增速)分别)(?:了|达|达到|为|是)?$`,
)
/** Behind a row of differences 分别 may be left out. */
const parallelRate = new RegExp(`^[，、]?(?:同比)?(${changes})(?:了|达|达到|为)?$`)
const joined = /^(?:[、和及与]|以及)[^，；。：]{0,10}$/
/** 事故46起，死亡31人，同比减少9起、少死亡4人. */
const joinedLoosely = /^(?:[、，和及与]|以及)[^，；。：]{0,6}$/
const joinedAlone = /^(?:[、和及与]|以及)$/
const mostParallel = 6

/** Figures from `from` on that are one row: each in the unit of its place, joined by 、 or 和. */
const isRow = ({ figures, gaps }: Line, from: number, size: number, joins: RegExp): boolean =>
  figures.slice(from + 1, from + size).every((_, at) => joins.test(gaps[from + 1 + at] as string))

/** 24起、6人，与去年同期的32起、8人相比，分别下降25.0%和25.0%; 46820元、24380元，比上年增加2100元、1380元，分别增长4.7%、6.0%. */
function parallel(line: Line, into: Statement[]): void {
  const { figures, gaps } = line
  for (let index = 4; index < figures.length; index++) {
    const gap = gaps[index] as string
    const several = parallelChange.exec(gap)
    const verb = several?.[1] ?? several?.[2] ?? parallelRate.exec(gap)?.[1]
    if (verb === undefined) continue
    let size = 1
    while (size < mostParallel && index + size < figures.length && joinedAlone.test(gaps[index + size] as string)) size++
    const first = index - 2 * size
    if (size < 2 || first < 0) continue
    const lead = gaps[index - size] as string
    const gained = parallelGain.exec(lead)?.[1]
    const compared = gained === undefined && several ? parallelBase.exec(lead) : null
    if (gained === undefined && (!compared || changing.test(compared[1] as string))) continue
    const joins = gained === undefined ? joined : joinedLoosely
    if (!isRow(line, first, size, joins) || !isRow(line, index - size, size, joined)) continue
    for (let at = 0; at < size; at++) {
      const level = figures[first + at] as Figure
      const other = figures[index - size + at] as Figure
      const stated = figures[index + at] as Figure
      if (level.isApproximate || other.isApproximate || stated.isApproximate || level.unit !== other.unit) break
      if (gained !== undefined) {
        const chain = { ...begun(level, '', []), rateVerb: verb, differenceVerb: gained }
        if (level.kind === 'amount' && stated.unit === '%') judgeGain(chain, other, stated, into)
        continue
      }
      const chain = { ...begun(level, '', []), prior: other, rateVerb: verb, differenceVerb: verb }
      if (level.kind === 'amount' && stated.unit === '%') judgeGrowth(chain, other, stated, into)
      else if (stated.unit === level.unit || stated.kind === 'points') judgeDifference('', chain, other, stated, into)
    }
  }
}
