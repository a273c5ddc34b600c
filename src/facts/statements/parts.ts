/** Parts and wholes: 其中, 分别, brackets, the next sentence. */
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'
import { isSumOneSlipOff } from './near.ts'
import { equals, halves, sumOf, swapped } from './rounding.ts'
import type { Certainty, Statement } from './statement.ts'
import { foreign, loose, looseAbove, separator, sinceMark, statement } from './sum-words.ts'

const opener = /(?:其中|包括|分别是|分别为|分别有|具体为|具体是|主要包括|主要有|主要是|计有|即)[，：:]?/
const among = /^(?:[\u4e00-\u9fff“”]{0,14})(?:中|里)[，：:]/
const farOpener = 14
const farthestOpener = 32
/** Parts that leave nothing out between them. */
const complements: readonly (readonly [RegExp, RegExp])[] = [
  [/新建|新开工/, /续建|结转|改建|扩建/],
  [/(?<!女)男/, /女/],
  [/城镇|城市|市区|市本级/, /农村|乡村|县区/],
  [/本科|博士/, /研究生|专科|硕士/],
  [/立行立改|立即整改/, /分类|限期|分阶段|长期/],
  [/产业/, /民生|基础设施/],
  [/进口/, /出口/],
  [/批准/, /不(?:予)?批准/],
  [/任命/, /免/],
  [/中央/, /地方/],
  [/上级|争取|中央|省/, /本级|自筹|县级|配套/],
  [/对公|公司|单位/, /储蓄|个人|对私/],
  [/门诊|门急诊/, /住院|出院/],
  [/教师|专任/, /职工|行政|工勤|教辅/],
  [/旧存|民事/, /新收|刑事/],
  [/在职|现职/, /退休|离休/],
  [/线上/, /线下/],
  [/国内/, /(?:境|国)外|入境/],
  [/(?:第)?一产/, /(?:第)?三产/],
  [/优秀/, /良好|称职|合格/],
  [/固定|长期|定期/, /活期|临时|流动/],
  [/公办/, /民办/],
  [/正式/, /预备|编外|聘用/],
  [/基本支出/, /项目支出/],
  [/(?<!非)税收/, /非税/],
  [/已/, /未|正在|尚/],
]
const others = /^(?:[^，；：]{0,3})(?:其他|其它|其余|剩余|另外|余下)/

interface Part {
  readonly figure: Figure
  readonly label: string
  /** The mark in front of it. */
  readonly by: string
}

/** From the label of the first part to the last figure. */
const spanOf = (text: string, parts: readonly Part[]): { start: number; end: number } => {
  const { figure: first, label } = parts[0] as Part
  const last = (parts[parts.length - 1] as Part).figure
  const start = text.startsWith(label, first.start - label.length) ? first.start - label.length : first.start
  return { start, end: last.end }
}

const mostParts = 40

/** 比上年增长5% and 占12% behind a part say something of the part, and the list goes on. */
const aside =
  /^[，、（]?(?:同比|比上年|较上年|占|占比|所占比重|比重)?(?:增长|下降|增加|提高|减少|占[\u4e00-\u9fff]{0,14}的?|占比|为|比重为?)?[^，；。：、]{0,6}$/

const numberFirst = /^[^，；。：、]{1,12}?([、，；和及与,;]|以及)([^，；。：、]{0,4})$/
const goesOn = /^[\u4e00-\u9fff]/
/** What was done next, and no part: parts do not begin with such a verb, unless all do. */
const deed =
  /^(?:并|共|先后|全年|同时|还|成功|累计|已)?(?:开展|组织|召开|完成|举办|实现|建成|发放|受理|办理|查处|推动|培训|处理|化解|解决|整改|调解|收到|接待|走访|排查|出动|检查|发现|下发|印发|制定|出台|签订|引进|实施|投入|争取|选派|选树|表彰|评选|发展|吸收|发表|撰写|报送|采用|获得|荣获|获|新增|创建|打造|帮助|慰问|救助|资助|约谈|问责|通报|立案|移送|处分|追缴|挽回|结案|审结|起诉|提起|办结|批捕|竣工|完工|投产|投用|通车|开工建设|入库|落地|签约|拨付|支付|回收|退还)/
/** Of one kind of person or firm there are several counts that overlap: party members, women, graduates. */
const dimensions: readonly RegExp[] = [
  /党员|团员|(?<!服务|联系|帮助|涉及)群众(?!.)|民主党派/,
  /男|女/,
  /本科|大专|专科|硕士|博士|研究生|学历|学位|中专/,
  /职称|教授|讲师|主任医师|主治|工程师|高级|中级|初级/,
  /岁|青年|老年|年轻|中青年/,
  /少数民族|残疾|低保|脱贫|退役|留守|孤儿|军人|农民工|困难/,
  /高新技术|专精特新|规上|规模以上|小巨人|上市|龙头|瞪羚|独角兽|限上|百强|示范|重点|标杆|品牌/,
  /竣工|完工|投产|投用|建成|入库|开工|续建/,
  /以上|以下|以内/,
]

/** Of these a person has one only: 男 or 女, 本科 or 硕士. */
const exclusive: readonly RegExp[] = [dimensions[1] as RegExp, dimensions[2] as RegExp, dimensions[3] as RegExp]

/** Counts that may overlap, so that they may add up to more than the whole. */
function mayOverlap(parts: readonly Part[]): boolean {
  const first = (parts[0] as Part).label
  const firstDeed = deed.exec(first)?.[0]
  for (const { label } of parts.slice(1)) {
    const other = deed.exec(label)?.[0]
    if (other !== undefined && other !== firstDeed) return true
  }
  if (
    firstDeed !== undefined &&
    parts.some(({ label }) => !deed.test(label)) &&
    /^(?:立案|结案|审结|办结|竣工|完工)/.test(firstDeed)
  )
    return true
  let seen = 0
  for (const dimension of dimensions) {
    const said = parts.map(({ label }) => dimension.exec(label)?.[0])
    const count = said.filter((word) => word !== undefined).length
    if (count > 0 && count < parts.length) seen++
    if (count === parts.length && new Set(said).size === 1) return false
    // 新开工72个、续建104个: one or the other.
    if (count === parts.length && !exclusive.includes(dimension)) return !(parts.length === 2 && isComplement(parts))
    if (count === parts.length) return false
  }
  return seen > 1 || (seen === 1 && !isComplement(parts))
}

/** Labels that name things of one kind: they end alike, begin alike, or are short. */
function isParallel(parts: readonly Part[]): boolean {
  const labels = parts.map(({ label }) => label)
  const first = labels[0] as string
  const last = first[first.length - 1]
  return (
    labels.every((label) => label.length <= 4) ||
    labels.every((label) => label[label.length - 1] === last) ||
    labels.every((label) => label[0] === first[0]) ||
    isComplement(parts)
  )
}

/** The parts from figure `from` on that have the unit of `whole`. */
function partsFrom({ figures, gaps }: Line, from: number, unit: string, firstLabel: string, companion?: string): Part[] {
  const parts: Part[] = []
  for (let index = from; index < figures.length && parts.length < mostParts; index++) {
    const figure = figures[index] as Figure
    const gap = index === from ? firstLabel : (gaps[index] as string)
    if (index > from && (figure.kind === 'percent' || figure.kind === 'points')) {
      if (aside.test(gap) && /占|比|增|降|提|减/.test(gap)) continue
      break
    }
    if (companion !== undefined && figure.unit === companion && unit !== companion && gap.length <= 1) continue
    if (
      companion !== undefined &&
      figure.unit === companion &&
      (figures[index + 1] as Figure | undefined)?.unit === unit &&
      (gaps[index + 1] as string).length <= 1
    ) {
      // 40户118人: the label stands before the first of both.
      const label = gap
      const by = separator.exec(gap)?.[0] ?? ''
      if (index > from && by === '') break
      index++
      parts.push({ figure: figures[index] as Figure, label: label.slice(by.length), by })
      continue
    }
    const isElided = figure.kind === 'bare' && figure.unit === ''
    if (figure.unit !== unit && !isElided) break
    let by = separator.exec(gap)?.[0] ?? ''
    let label = gap.slice(by.length)
    const isNumberFirst = firstLabel.length <= 2 && index > from && by === '' ? numberFirst.exec(gap) : null
    if (isNumberFirst) {
      // 5个一等奖、3个二等奖: the number stands before the noun.
      by = isNumberFirst[1] as string
      label = isNumberFirst[2] as string
    }
    if (index > from && by === '') break
    // 推动628个招商项目开工: something else that was done.
    if (label !== '' && !isNumberFirst && firstLabel !== '' && !others.test(label) && goesOn.test(gaps[index + 1] as string))
      break
    if (label.length > 18 || /[，；。：]/.test(label) || figure.isApproximate) break
    parts.push({ figure, label, by })
  }
  // 14、20、4个: the unit stands behind the last one only.
  if (parts.some(({ figure }) => figure.unit === '') && (parts[parts.length - 1] as Part).figure.unit === '') return []
  return parts
}

/** The list as it was meant: what 、 joins ends at ， or ；. */
function listed(parts: readonly Part[]): readonly Part[] {
  const first = parts[1]?.by ?? ''
  if (!/^[、和及与]|^以及/.test(first)) return parts
  let size = 2
  while (
    size < parts.length &&
    (!/[，；,;]/.test((parts[size] as Part).by) || /^(?:其余|剩余)/.test((parts[size] as Part).label))
  )
    size++
  return parts.slice(0, size)
}

/** The shortest beginning of at least two parts that makes the whole; 0 for none. */
function fitting(parts: readonly Part[], whole: Figure): number {
  let sum = 0
  let half = 0
  for (let index = 0; index < parts.length; index++) {
    const { figure } = parts[index] as Part
    sum += figure.value
    half += figure.half
    if (index > 0 && equals(whole, sum, half)) return index + 1
  }
  return 0
}

const valuesOf = (parts: readonly Part[]): Figure[] => parts.map(({ figure }) => figure)

function isNested(parts: readonly Part[]): boolean {
  for (let at = 0; at + 2 < parts.length && at < 8; at++) {
    if (fitting(parts.slice(at + 1, at + 9), (parts[at] as Part).figure) > 0) return true
  }
  return parts.some(({ label }) => /包括|含|其中/.test(label.slice(0, -1)) && label !== (parts[0] as Part).label)
}

const isComplement = (parts: readonly Part[]): boolean =>
  complements.some(
    ([one, other]) => parts.some(({ label }) => one.test(label)) && parts.some(({ label }) => other.test(label)),
  ) || parts.some(({ label }) => others.test(label))

function swapMends(text: string, parts: readonly Part[], whole: Figure, sum: number): boolean {
  const half = halves(valuesOf(parts))
  if (swapped(text, whole).some((value) => equals({ value, half: whole.half }, sum, half))) return true
  return parts.some(({ figure }) => swapped(text, figure).some((value) => equals(whole, sum - figure.value + value, half)))
}

const isShort = (label: string): boolean => label.length > 0 && label.length < 4

/** 由14家增加到23家 tells a level. */
const raised = /(?:增加|增长|减少|下降|扩大|压减|缩减|净增)(?:到|至|为)(?:了)?$/

/** A whole and what is told of its parts. `earlier`: figures before the whole, which the parts may belong to. */
function judgeParts(
  text: string,
  whole: Figure,
  wholeLabel: string,
  all: readonly Part[],
  earlier: readonly Figure[],
  how: Pick<Opened, 'isClosed' | 'isFar' | 'isAll'>,
  into: Statement[],
): void {
  if (isSummedUp(text, listed(all), whole)) return
  const before = into.length
  tellParts(text, whole, wholeLabel, all, earlier, how, into)
  if (into.length === before) doubtParts(text, whole, wholeLabel, all, earlier, into)
}

const summedUp =
  /^[^，。；0-9]{0,8}[，、](?:以上)?(?:合计|共计|小计|总计|共|[两二三四]者合计|合起来)[^，。；0-9]{0,8}([0-9]+(?:\.[0-9]+)?)/

/** 达到推荐标准的46个、基本标准的132个，合计178个，占90.8%: they are told to be no more than that. */
function isSummedUp(text: string, parts: readonly Part[], whole: Figure): boolean {
  const last = parts[parts.length - 1]?.figure
  const said = last ? summedUp.exec(text.slice(last.end, last.end + 32))?.[1] : undefined
  const sum = sumOf(valuesOf(parts))
  return (
    said !== undefined && last !== undefined && sum < whole.value && Math.abs(Number(said) * last.scale - sum) <= last.half * 2
  )
}

/** 行业商会9家，其余为异地商会: what is left is named and not counted. */
const restUncounted = /^[^，。；、]{0,6}[，；、等](?:其余|其他|其它|另|还有|剩余)|^等/

/** Parts of which it is not certain that they are all: a slip of one digit would make them the whole, or little is left. */
function doubtParts(
  text: string,
  whole: Figure,
  wholeLabel: string,
  all: readonly Part[],
  earlier: readonly Figure[],
  into: Statement[],
): void {
  const parts = listed(all)
  if (parts.length < 2 || whole.isApproximate || parts.some(({ label }) => foreign.test(label)) || /均/.test(wholeLabel)) return
  const figures = valuesOf(parts)
  const sum = sumOf(figures)
  const { end } = figures[figures.length - 1] as Figure
  if (restUncounted.test(text.slice(end, end + 16))) return
  if (earlier.some((figure) => figure.unit === whole.unit && equals(figure, sum, halves(figures)))) return
  const ratio = sum / whole.value
  const isNear = ratio > 0.9 && ratio < 1.2 && parts.length > 2
  const isSlip = ratio > 0.6 && ratio < 2 && isSumOneSlipOff(text, figures, whole)
  const isOtherUnit = (ratio < 0.6 || ratio > 50) && isSumOneSlipOff(text, figures, whole) && !isNested(parts)
  const isOver = ratio > 1 && ratio < 2 && !mayOverlap(parts) && /^[、和及与]/.test((parts[1] as Part).by)
  if (ratio > 1 && !isOver && (mayOverlap(parts) || parts.length < 3)) return
  if (isNear || isSlip || isOtherUnit || isOver)
    into.push(statement('parts', spanOf(text, parts), figures, whole, '其中', sum, false, 'doubt'))
}

function tellParts(
  text: string,
  whole: Figure,
  wholeLabel: string,
  all: readonly Part[],
  earlier: readonly Figure[],
  { isClosed, isFar, isAll = false }: Pick<Opened, 'isClosed' | 'isFar' | 'isAll'>,
  into: Statement[],
): void {
  const size = fitting(all, whole)
  if (size > 0) {
    const parts = all.slice(0, size)
    const rest = listed(all)
    // 12个，其中镇9个、乡3个、街道1个: that the first two would do is chance.
    const isChance =
      all.length > size &&
      rest.length === all.length &&
      size < 4 &&
      all.every(({ label, by }, at) => isShort(label) && (at === 0 || by === '、'))
    if (isChance) {
      const sum = sumOf(valuesOf(all))
      into.push(statement('parts', spanOf(text, all), valuesOf(all), whole, '其中', sum, false, 'unsure'))
      return
    }
    into.push(statement('parts', spanOf(text, parts), valuesOf(parts), whole, '其中', sumOf(valuesOf(parts)), true))
    return
  }
  const parts = listed(all)
  if (parts.length < 2 || whole.isApproximate) return
  const sum = sumOf(valuesOf(parts))
  const bound = sum > whole.value ? looseAbove : loose
  if (parts.some(({ label }) => foreign.test(label)) || bound.test(wholeLabel.replace(raised, '').slice(-10))) return
  const half = halves(valuesOf(parts))
  if (equals(whole, sum, half)) return
  if (earlier.some((figure) => figure.unit === whole.unit && figure.value + figure.half >= sum - half) || isNested(parts)) return
  const isLoose = !/^(?:[、和及与]|以及)/.test((parts[1] as Part).by)
  // Two digits swapped, and all is well: that is no chance where there are three parts, or three digits.
  const isSlip = (parts.length > 2 || (whole.value >= 100 && !isLoose)) && swapMends(text, parts, whole, sum)
  if (isSlip && isParallel(parts)) {
    into.push(statement('parts', spanOf(text, parts), valuesOf(parts), whole, '其中', sum, false, 'likely'))
    return
  }
  if (mayOverlap(parts)) return
  if (isLoose && (!isParallel(parts) || (parts.length === 2 && /；/.test((parts[1] as Part).by) && !isComplement(parts)))) return
  const isWhole = isAll || isComplement(parts)
  // Words of their own stand between: what is told may be parts of something else, unless nothing else can be left.
  if (isFar && !isWhole && (parts.length < 3 || sum > whole.value * 1.25 || sum < whole.value * 0.9)) return
  const tell = (certainty: Certainty): void => {
    into.push(statement('parts', spanOf(text, parts), valuesOf(parts), whole, '其中', sum, false, certainty))
  }
  if (sum > whole.value) {
    // Far more than the whole: the parts are told in two ways (男、女；本科、研究生), or are no parts.
    if (sum < whole.value * 1.5) tell(isFar ? 'likely' : 'sure')
    else if (sum < whole.value * 1.9 && (!isLoose || isWhole)) tell('likely')
    return
  }
  if (sum < whole.value * 0.5) return
  if (isWhole || swapMends(text, parts, whole, sum)) tell('likely')
  else if (isClosed && parts.length > 2) tell('likely')
  else if (sum >= whole.value * 0.98 && whole.scale === 1 && parts.length > 3) tell('unsure')
  else if (
    sum >= whole.value * 0.85 &&
    whole.scale === 1 &&
    whole.value < 1000 &&
    parts.length > 2 &&
    !isLoose &&
    isParallel(parts)
  )
    tell('unsure')
}

/** Where a list of parts begins. */
interface Opened {
  /** The words of its first part. */
  readonly label: string
  /** 分别, 具体: all parts are told. */
  readonly isClosed: boolean
  /** A clause stands between the whole and 其中. */
  readonly isFar: boolean
  /** The parts are all that there are: 6个街道、4个镇共…52个，其中街道…、镇…. */
  readonly isAll?: boolean
}

/** The list of parts that begins behind `gap`. */
function opened(gap: string): Opened | undefined {
  const found = opener.exec(gap)
  if (found && found.index <= farthestOpener) {
    const lead = gap.slice(0, found.index).replace(/^[，、；]|[，；]$/g, '')
    if (/[；：。]/.test(lead)) return undefined
    const isFar = lead.length > farOpener || lead.includes('，')
    if (isFar && !found[0].startsWith('其中')) return undefined
    return { label: gap.slice(found.index + found[0].length), isClosed: /分别|具体/.test(found[0]), isFar }
  }
  const middle = among.exec(gap)
  if (middle) return { label: gap.slice(middle[0].length), isClosed: false, isFar: false }
  if (gap[0] === '：' || gap[0] === ':') return { label: gap.slice(1), isClosed: false, isFar: false }
  return undefined
}

const near = { isClosed: false, isFar: false }

/** 36个，其中14个、22个; 36个（14个、22个）; 17项报告中，7项、6项、4项. */
export function partsIn(text: string, line: Line, into: Statement[]): void {
  const { figures, gaps, host } = line
  if (host && host.index >= 0 && figures.length > 1) {
    const whole = host.line.figures[host.index] as Figure
    const first = (gaps[0] as string).replace(opener, '')
    if (whole.kind === 'amount' && (figures[0] as Figure).unit === whole.unit && first.length <= 18) {
      const parts = partsFrom(line, 0, whole.unit, first)
      if (parts.length > 1) judgeParts(text, whole, host.line.gaps[host.index] as string, parts, [], near, into)
    }
  }
  for (let index = 0; index + 2 < figures.length; index++) {
    const gap = gaps[index + 1] as string
    if (gap.length > 40) continue
    const start = opened(gap)
    if (!start) continue
    const next = figures[index + 1] as Figure
    const nearest = wholeAt(line, index, next)
    const at = passedOver(line, nearest, next)
    const whole = figures[at] as Figure
    if (whole.kind !== 'amount') continue
    const companionAt = companionOf(line, at, index)
    const companion = companionAt === undefined ? undefined : figures[companionAt]
    for (const candidate of companion ? [whole, companion] : [whole]) {
      const other = candidate === whole ? companion?.unit : whole.unit
      if (next.unit !== candidate.unit && next.kind !== 'bare' && other === undefined) continue
      const parts = partsFrom(line, index + 1, candidate.unit, start.label, other)
      if (parts.length < 2) continue
      const place = candidate === whole ? at : (companionAt as number)
      const isAll = parts.every(({ label }) => gaps.slice(1, place + 1).some((gap) => label !== '' && gap.startsWith(label)))
      const earlier = figures.slice(Math.max(0, place - 6), place)
      // 比上年增加4000万元，其中…: what stands between whole and parts may have parts too.
      const between = figures
        .slice(place + 1, index + 1)
        .find((figure) => figure.unit === candidate.unit && fitting(parts, figure) > 0)
      if (between) judgeParts(text, between, '', parts, [], start, into)
      else
        judgeParts(
          text,
          candidate,
          gaps[place] as string,
          parts,
          earlier,
          {
            ...start,
            isClosed: start.isClosed && at === index,
            isAll,
            isFar: start.isFar || (at < nearest && companionAt === undefined),
          },
          into,
        )
    }
  }
}

/**
 * What is counted together with the whole at `at`: 40户118人, or 问题73起，处理103人 where the parts behind figure `index` are pairs,
 * 42起56人. Its index.
 */
function companionOf({ figures, gaps }: Line, at: number, index: number): number | undefined {
  const { unit } = figures[at] as Figure
  if (at > 0 && (gaps[at] as string).length <= 1 && figures[at - 1]?.unit !== unit) return at - 1
  const [one, other] = [figures[index + 1], figures[index + 2]]
  const isPair = one?.unit === unit && other?.kind === 'amount' && other.unit !== unit && (gaps[index + 2] as string).length <= 1
  if (!isPair) return undefined
  for (let near = index; near > at; near--) if (figures[near]?.unit === other.unit) return near
  return undefined
}

/** The index of what 其中 behind figure `index` is of: what only tells of its change (同比增长5%，比上年增加3万人) is passed over. */
function wholeAt({ figures, gaps }: Line, index: number, next: Figure): number {
  let at = index
  while (at > 0 && at > index - 4 && isChange(figures[at] as Figure, gaps[at] as string, next)) at--
  return at
}

/** 项目64个、协议投资138.6亿元，其中工业项目41个: what is counted otherwise stands between the whole and its parts. */
function passedOver({ figures, gaps }: Line, nearest: number, next: Figure): number {
  const { unit } = figures[nearest] as Figure
  if (next.kind !== 'amount' || unit === next.unit || (gaps[nearest] as string).length <= 1) return nearest
  for (let at = nearest - 1; at >= 0 && at > nearest - 4; at--) {
    if ((figures[at] as Figure).unit === next.unit) return at
    if (/[；]/.test(gaps[at] as string)) break
  }
  return nearest
}

const changeTail =
  /^[，、；]?(?:同比|环比|比上年|较上年|比年初|较年初|比去年|较去年|占|完成)?[^，；。：]{0,8}(?:增长|下降|增加|减少|提高|增幅|降幅|净增|新增|上升|多|少|占|的)(?:了|达|为)?[^，；。：]{0,4}$/

/** 由14家增加到23家: the second is a level, not a change. */
const isChange = ({ kind, unit }: Figure, gap: string, next: Figure): boolean =>
  (kind === 'percent' || kind === 'points' || (unit === next.unit && !/[到至成为]$/.test(gap))) &&
  gap.length < 16 &&
  changeTail.test(gap)

const nextOpener =
  /^(?:其中|分[\u4e00-\u9fff]{1,4}看|从[\u4e00-\u9fff]{2,8}看|按[\u4e00-\u9fff]{2,8}分|具体[是为看]|具体情况是)[，：:]?/

/** A level of another time, or a part of what stood before, is no whole of these parts. */
const past = /其中|年初预算|调整为|(?:上年|去年|同期|年初|上月)[^，；。]{0,6}$/

/** 全市有学校618所。其中，幼儿园286所、…: the whole in one sentence, the parts in the next. */
export function partsOfSentence(text: string, earlier: Line, line: Line, into: Statement[]): void {
  const { gaps, figures } = line
  const found = nextOpener.exec(gaps[0] as string)
  if (!found) partsOfNamed(text, earlier, line, into)
  if (!found || figures.length < 2) return
  const first = figures[0] as Figure
  if (first.kind !== 'amount') return
  const parts = partsFrom(line, 0, first.unit, (gaps[0] as string).slice(found[0].length))
  if (parts.length < 2) return
  const wholes: Whole[] = []
  earlier.figures.forEach((figure, index) => {
    if (index < 24 && figure.unit === first.unit && figure.kind === 'amount') {
      wholes.push({ figure, label: earlier.gaps[index] as string })
    }
  })
  for (const { figure } of wholes) {
    const size = fitting(parts, figure)
    if (size === 0) continue
    const fit = parts.slice(0, size)
    into.push(statement('parts', spanOf(text, fit), valuesOf(fit), figure, '其中', sumOf(valuesOf(fit)), true))
    return
  }
  const before = into.length
  tellNext(text, parts, wholes, into)
  const sole = wholes.filter(({ label }) => !past.test(label))
  if (into.length === before && sole.length === 1)
    doubtParts(text, (sole[0] as Whole).figure, (sole[0] as Whole).label, parts, [], into)
}

const namedOpener = /^[，；]?([\u4e00-\u9fff]{2,12})(?:中|里|内)[，：:]/

/** 其中卫生技术人员952人，占84.5%。卫生技术人员中，高级138人、中级316人、初级498人: the sentence before tells the whole by its name. */
function partsOfNamed(text: string, earlier: Line, line: Line, into: Statement[]): void {
  const { gaps, figures } = line
  const match = namedOpener.exec(gaps[0] as string)
  const first = figures[0] as Figure
  if (!match || figures.length < 2 || first.kind !== 'amount') return
  const noun = (match[1] as string).slice(-6)
  const at = earlier.figures.findIndex(
    ({ unit, kind }, index) =>
      unit === first.unit &&
      kind === 'amount' &&
      sinceMark(earlier.gaps[index] as string)
        .replace(/(?:共有|共|有|为|达到|达)$/, '')
        .endsWith(noun),
  )
  const whole = earlier.figures[at]
  if (!whole || at > mostParts) return
  const parts = partsFrom(line, 0, first.unit, (gaps[0] as string).slice(match[0].length))
  if (parts.length < 2) return
  const size = fitting(parts, whole)
  const fit = parts.slice(0, size)
  if (size > 0) into.push(statement('parts', spanOf(text, fit), valuesOf(fit), whole, '其中', sumOf(valuesOf(fit)), true))
  else doubtParts(text, whole, '', parts, [], into)
}

/** A figure that the parts of the next sentence may be of, with the words before it. */
interface Whole {
  readonly figure: Figure
  readonly label: string
}

function tellNext(text: string, parts: readonly Part[], wholes: readonly Whole[], into: Statement[]): void {
  const meant = listed(parts)
  const isWhole = isComplement(meant)
  if (meant.length < 3 && !isWhole) return
  if (meant.some(({ label }) => foreign.test(label)) || isNested(meant) || mayOverlap(meant)) return
  if (!/^(?:[、和及与]|以及)/.test((meant[1] as Part).by) && !isParallel(meant)) return
  const sum = sumOf(valuesOf(meant))
  const nearby = wholes.filter(({ figure, label }) => sum > figure.value * 0.9 && sum < figure.value * 1.25 && !past.test(label))
  const [whole] = nearby
  if (!whole || nearby.length > 1 || whole.figure.isApproximate || loose.test(whole.label.slice(-10))) return
  if (wholes.some(({ figure }) => figure.value > sum * 1.25)) return
  if (equals(whole.figure, sum, halves(valuesOf(meant)))) return
  const isOver = sum > whole.figure.value
  if (!isOver && sum < whole.figure.value * 0.95 && !isWhole) return
  const certainty: Certainty = isOver ? 'sure' : isWhole || swapMends(text, meant, whole.figure, sum) ? 'likely' : 'unsure'
  into.push(statement('parts', spanOf(text, meant), valuesOf(meant), whole.figure, '其中', sum, false, certainty))
}
