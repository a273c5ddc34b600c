/** Parts and wholes: 其中, 分别, brackets, totals, what is left, and what came in and went out. */
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'
import { equals, halves, sumOf, swapped } from './rounding.ts'
import type { Certainty, Statement } from './statement.ts'

const separator = /^(?:[、，；和及与,;]|以及)+/
const opener = /(?:其中|包括|分别是|分别为|分别有|具体为|具体是|主要包括|主要有|主要是|计有|即)[，：:]?/
const among = /^(?:[\u4e00-\u9fff“”]{0,14})(?:中|里)[，：:]/
const farOpener = 14
/** A label that names no part of the whole: another thing, the most of something, what each gets. */
const foreign =
  /另有|另外|还有|最高|时速|平均|每|合计|争取|推进|新增|总计|共计|同比|增长|增加|减少|下降|比上年|较|占|率|累计|最多|最大|总额|总量|总数|上年|去年|年初|不含|超过|提前/
/** A whole that is a bound, a change, or a plan: its parts need not make it. */
const loose =
  /突破|不少于|以上|超|增加|新增|增长|减少|下降|比上年|目标|力争|预算|计划|压减|多|净增|平均|每|人均|户均|累计|历年|五年|来|以来/
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
  [/已/, /未|正在|尚/],
]
const others = /^(?:[^，；：]{0,3})(?:其他|其它|其余|另外|余下)/

interface Part {
  readonly figure: Figure
  readonly label: string
  /** The mark in front of it. */
  readonly by: string
}

const statement = (
  kind: Statement['kind'],
  span: { start: number; end: number },
  operands: readonly Figure[],
  stated: Figure,
  relation: string,
  computed: number,
  agrees: boolean,
  certainty: Certainty = 'sure',
): Statement => ({ kind, operands, stated, relation, computed, agrees, certainty, start: span.start, end: span.end })

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
  /^[，、（]?(?:同比|比上年|较上年|占|占比|所占比重|比重)?(?:增长|下降|增加|提高|减少|占|占比|为|比重为?)?[^，；。：、]{0,6}$/

const numberFirst = /^[^，；。：、]{1,12}?([、，；和及与,;]|以及)([^，；。：、]{0,4})$/
const goesOn = /^[\u4e00-\u9fff]/
/** What was done next, and no part: parts do not begin with such a verb, unless all do. */
const deed =
  /^(?:并|共|先后|全年|同时|还|成功|累计|已)?(?:开展|组织|召开|完成|举办|实现|建成|发放|受理|办理|查处|推动|培训|处理|化解|解决|整改|调解|收到|接待|走访|排查|出动|检查|发现|下发|印发|制定|出台|签订|引进|实施|投入|争取|选派|选树|表彰|评选|发展|吸收|发表|撰写|报送|采用|获得|荣获|获|新增|创建|打造|帮助|慰问|救助|资助|约谈|问责|通报|立案|移送|处分|追缴|挽回|结案|审结|起诉|提起|办结|批捕|竣工|完工|投产|投用|通车|开工建设|入库|落地|签约|拨付|支付|回收|退还)/
/** Of one kind of person or firm there are several counts that overlap: party members, women, graduates. */
const dimensions: readonly RegExp[] = [
  /党员|团员|群众|民主党派/,
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
    if (count === parts.length && !exclusive.includes(dimension)) return true
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
    if (label !== '' && !isNumberFirst && firstLabel !== '' && goesOn.test(gaps[index + 1] as string)) break
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
  while (size < parts.length && !/[，；,;]/.test((parts[size] as Part).by)) size++
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

/** A whole and what is told of its parts. `earlier`: figures before the whole, which the parts may belong to. */
function judgeParts(
  text: string,
  whole: Figure,
  wholeLabel: string,
  all: readonly Part[],
  earlier: readonly Figure[],
  isClosed: boolean,
  into: Statement[],
): void {
  const size = fitting(all, whole)
  if (size > 0) {
    const parts = all.slice(0, size)
    into.push(statement('parts', spanOf(text, parts), valuesOf(parts), whole, '其中', sumOf(valuesOf(parts)), true))
    return
  }
  const parts = listed(all)
  if (parts.length < 2 || whole.isApproximate) return
  if (parts.some(({ label }) => foreign.test(label)) || loose.test(wholeLabel.slice(-10))) return
  const sum = sumOf(valuesOf(parts))
  const half = halves(valuesOf(parts))
  if (equals(whole, sum, half)) return
  if (earlier.some((figure) => figure.unit === whole.unit && figure.value + figure.half >= sum - half) || isNested(parts)) return
  if (mayOverlap(parts)) return
  const isLoose = !/^(?:[、和及与]|以及)/.test((parts[1] as Part).by)
  if (isLoose && (!isParallel(parts) || (parts.length === 2 && /；/.test((parts[1] as Part).by) && !isComplement(parts)))) return
  const tell = (certainty: Certainty): void => {
    into.push(statement('parts', spanOf(text, parts), valuesOf(parts), whole, '其中', sum, false, certainty))
  }
  if (sum > whole.value) {
    // Far more than the whole: the parts are told in two ways (男、女；本科、研究生), or are no parts.
    if (sum < whole.value * 1.5) tell('sure')
    else if (sum < whole.value * 1.9 && (!isLoose || isComplement(parts))) tell('likely')
    return
  }
  if (sum < whole.value * 0.5) return
  if (isComplement(parts) || swapMends(text, parts, whole, sum)) tell('likely')
  else if (isClosed && parts.length > 2) tell('likely')
  else if (sum >= whole.value * 0.98 && whole.scale === 1 && parts.length > 3) tell('unsure')
}

/** Where a list of parts begins behind `gap`: the words of its first part. */
function opened(gap: string): { label: string; isClosed: boolean } | undefined {
  const found = opener.exec(gap)
  if (found && found.index <= farOpener) {
    const lead = gap.slice(0, found.index).replace(/^[，、；]/, '')
    if (/[，；：。]/.test(lead)) return undefined
    return { label: gap.slice(found.index + found[0].length), isClosed: /分别|具体/.test(found[0]) }
  }
  const middle = among.exec(gap)
  if (middle) return { label: gap.slice(middle[0].length), isClosed: false }
  if (gap[0] === '：' || gap[0] === ':') return { label: gap.slice(1), isClosed: false }
  return undefined
}

/** 36个，其中14个、22个; 36个（14个、22个）; 17项报告中，7项、6项、4项. */
export function partsIn(text: string, line: Line, into: Statement[]): void {
  const { figures, gaps, host } = line
  if (host && host.index >= 0 && figures.length > 1) {
    const whole = host.line.figures[host.index] as Figure
    const first = (gaps[0] as string).replace(opener, '')
    if (whole.kind === 'amount' && (figures[0] as Figure).unit === whole.unit && first.length <= 18) {
      const parts = partsFrom(line, 0, whole.unit, first)
      if (parts.length > 1) judgeParts(text, whole, host.line.gaps[host.index] as string, parts, [], false, into)
    }
  }
  for (let index = 0; index + 2 < figures.length; index++) {
    const gap = gaps[index + 1] as string
    if (gap.length > 40) continue
    const start = opened(gap)
    if (!start) continue
    const next = figures[index + 1] as Figure
    const at = wholeAt(line, index, next)
    const whole = figures[at] as Figure
    if (whole.kind !== 'amount') continue
    const before = figures[at - 1]
    const companion = before && (gaps[at] as string).length <= 1 && before.unit !== whole.unit ? before : undefined
    for (const candidate of companion ? [whole, companion] : [whole]) {
      const other = candidate === whole ? companion?.unit : whole.unit
      if (next.unit !== candidate.unit && next.kind !== 'bare' && other === undefined) continue
      const parts = partsFrom(line, index + 1, candidate.unit, start.label, other)
      if (parts.length < 2) continue
      const place = candidate === whole ? at : at - 1
      const earlier = figures.slice(Math.max(0, place - 6), place)
      // 比上年增加4000万元，其中…: what stands between whole and parts may have parts too.
      const between = figures
        .slice(place + 1, index + 1)
        .find((figure) => figure.unit === candidate.unit && fitting(parts, figure) > 0)
      if (between) judgeParts(text, between, '', parts, [], start.isClosed, into)
      else judgeParts(text, candidate, gaps[place] as string, parts, earlier, start.isClosed && at === index, into)
    }
  }
}

/** The index of what 其中 behind figure `index` is of: what only tells of its change (同比增长5%，比上年增加3万人) is passed over. */
function wholeAt({ figures, gaps }: Line, index: number, next: Figure): number {
  let at = index
  while (at > 0 && at > index - 4 && isChange(figures[at] as Figure, gaps[at] as string, next)) at--
  return at
}

const changeTail =
  /^[，、；]?(?:同比|环比|比上年|较上年|比年初|较年初|比去年|较去年|占|完成)?[^，；。：]{0,8}(?:增长|下降|增加|减少|提高|增幅|降幅|净增|新增|上升|多|少|占|的)(?:了|达|为)?[^，；。：]{0,4}$/

const isChange = ({ kind, unit }: Figure, gap: string, next: Figure): boolean =>
  (kind === 'percent' || kind === 'points' || unit === next.unit) && gap.length < 16 && changeTail.test(gap)

const nextOpener =
  /^(?:其中|分[\u4e00-\u9fff]{1,4}看|从[\u4e00-\u9fff]{2,8}看|按[\u4e00-\u9fff]{2,8}分|具体[是为看]|具体情况是)[，：:]?/

/** 全市有学校618所。其中，幼儿园286所、…: the whole in one sentence, the parts in the next. */
export function partsOfSentence(text: string, earlier: Line, line: Line, into: Statement[]): void {
  const { gaps, figures } = line
  const found = nextOpener.exec(gaps[0] as string)
  if (!found || figures.length < 2) return
  const first = figures[0] as Figure
  if (first.kind !== 'amount') return
  const parts = partsFrom(line, 0, first.unit, (gaps[0] as string).slice(found[0].length))
  if (parts.length < 2) return
  const wholes: { figure: Figure; label: string }[] = []
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
  const meant = listed(parts)
  const isPair = meant.length === 2 && isComplement(meant)
  if (meant.length < 3 && !isPair) return
  if (meant.some(({ label }) => foreign.test(label)) || isNested(meant) || mayOverlap(meant)) return
  if (!/^(?:[、和及与]|以及)/.test((meant[1] as Part).by) && !isParallel(meant)) return
  const sum = sumOf(valuesOf(meant))
  const near = wholes.filter(({ figure }) => sum > figure.value * 0.9 && sum < figure.value * 1.25)
  const [whole] = near
  if (!whole || near.length > 1 || whole.figure.isApproximate || loose.test(whole.label.slice(-10))) return
  if (wholes.some(({ figure }) => figure.value > sum * 1.25)) return
  if (equals(whole.figure, sum, halves(valuesOf(meant)))) return
  const isOver = sum > whole.figure.value
  if (!isOver && sum < whole.figure.value * 0.95 && !isPair) return
  const certainty: Certainty = isOver ? 'sure' : isPair || swapMends(text, meant, whole.figure, sum) ? 'likely' : 'unsure'
  into.push(statement('parts', spanOf(text, meant), valuesOf(meant), whole.figure, '其中', sum, false, certainty))
}

const totalWord =
  /^[，；、,]?(?:(?:以上|全[年市县区院校行镇]|[两三四五]年|前后)?[两三四五六七八九十]?[项类者方个]?)?(?:合计|共计|总计|总共|共|合共|加起来)(?:为|达|达到|有)?([^，；。：、]{0,8})$/
const farthest = 12

/** A total that may hold more than what is told right before it: 招录…86名、…31名，共135名, where others were told before. */
function isOpenTotal({ figures }: Line, parts: readonly Figure[], stated: Figure, sum: number, fewest: number): boolean {
  const [first] = parts as readonly [Figure]
  const hasEarlier = figures.some((figure) => figure.start < first.start && figure.unit === stated.unit)
  return sum < stated.value && (parts.length < fewest || hasEarlier)
}

/** 新增159种、修订1101种，合计1260种. The total stands last. */
export function totalsIn(line: Line, into: Statement[]): void {
  const { figures, gaps } = line
  for (let index = 2; index < figures.length; index++) {
    const gap = gaps[index] as string
    const stated = figures[index] as Figure
    if (gap.length > 14 || stated.kind !== 'amount' || stated.isApproximate) continue
    const found = totalWord.exec(gap)
    if (!found) continue
    const noun = found[1] as string
    const strict: Figure[] = []
    let isWhole = true
    for (let at = index - 1; at >= 0 && strict.length < farthest; at--) {
      const figure = figures[at] as Figure
      if (figure.unit !== stated.unit || figure.kind !== 'amount' || figure.isApproximate) {
        isWhole = !figure.isApproximate && figure.kind !== 'percent' && noun.length > 1 && index - at < farthest
        if (!isWhole) break
        continue
      }
      const label = gaps[at] as string
      if (foreign.test(label)) break
      if (noun.length > 1 && !label.endsWith(noun) && strict.length > 0 && figures[at + 1]?.unit !== stated.unit) break
      strict.unshift(figure)
      if (!separator.test(label)) break
    }
    if (strict.length < 2) continue
    let sum = 0
    let half = 0
    let agrees = false
    for (let at = strict.length - 1; at >= 0 && !agrees; at--) {
      sum += (strict[at] as Figure).value
      half += (strict[at] as Figure).half
      agrees = at < strict.length - 1 && equals(stated, sum, half)
    }
    const first = strict[0] as Figure
    const lastOne = strict[strict.length - 1] as Figure
    const ratio = sum / stated.value
    if (agrees) into.push(statement('total', stated, strict, stated, '合计', sum, true))
    else if (
      ratio > 0.5 &&
      ratio < 1.5 &&
      lastOne === figures[index - 1] &&
      first.value < stated.value &&
      !isOpenTotal(line, strict, stated, sum, /合计|共计|总计/.test(gap) ? 2 : 3)
    ) {
      into.push(
        statement('total', stated, strict, stated, '合计', sum, false, /合计|共计|总计|总共/.test(gap) ? 'sure' : 'likely'),
      )
    }
  }
}

/** The figures before `index` that count the same stand in one row, with nothing else between. */
function isRow(figures: readonly Figure[], index: number, size: number): boolean {
  const { unit } = figures[index] as Figure
  for (let at = index - size; at < index; at++) if (figures[at]?.unit !== unit) return false
  return true
}

const restWord = /(?:其余|剩余|余下|剩下|尚有|还有|尚余)(?:的)?[^，；。：、]{0,8}$/
const notYet = /(?:尚|还|暂|仍)?(?:未|不|没有|没)([\u4e00-\u9fff]{1,4})/
const unrelated = /另有|死亡|受伤|失踪|投票|遇难/
/** Money from several sources: 申请补助800万元，县财政安排650万元，其余由我局统筹 is a row of parts, and the whole stands elsewhere. */
const sources = /申请|争取|筹[集措]|自筹|补助|配套|安排/

/** 186处，整改179处，其余7处; 320户，已整改281户；尚未整改的39户. */
export function restsIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const stated = figures[index] as Figure
    const gap = gaps[index] as string
    if (stated.kind !== 'amount' || stated.isApproximate || gap.length > 20 || unrelated.test(gap)) continue
    const word = restWord.exec(gap)
    const absent = word ? null : notYet.exec(gap)
    if (!word && !absent) continue
    const same: Figure[] = []
    const labels: string[] = []
    for (let at = index - 1; at >= 0 && at > index - 8; at--) {
      const figure = figures[at] as Figure
      if (figure.unit !== stated.unit || figure.kind !== 'amount') continue
      same.unshift(figure)
      labels.unshift(gaps[at] as string)
    }
    if (same.length < 2) continue
    const told = same[same.length - 1] as Figure
    const label = labels[labels.length - 1] as string
    if (absent && !label.includes((absent[1] as string).slice(0, 2))) continue
    const wholes = same.slice(0, -1)
    const done = wholes.find((whole) => equals(stated, whole.value - told.value, whole.half + told.half))
    const [first, ...middle] = same as [Figure, ...Figure[]]
    const isAll = equals(stated, first.value - sumOf(middle), halves(same))
    if (done || isAll) {
      const operands = done ? [done, told] : same
      into.push(statement('rest', stated, operands, stated, word?.[0].slice(0, 2) ?? '未', stated.value, true))
      continue
    }
    const whole = wholes[wholes.length - 1] as Figure
    if (word && same.length > 2 && isRow(figures, index, same.length)) {
      const left = first.value - sumOf(middle)
      const isTold =
        left > 0 &&
        !same.some(({ isApproximate }) => isApproximate) &&
        first.value > Math.max(...middle.map(({ value }) => value))
      if (
        isTold &&
        !loose.test((labels[0] as string).slice(-6)) &&
        !/^(?:还有|尚有|尚余)/.test(word[0]) &&
        !foreign.test(label)
      ) {
        into.push(statement('rest', stated, same, stated, word[0].slice(0, 2), left, false, 'likely'))
      }
      continue
    }
    if (same.length !== 2 || same.some(({ isApproximate }) => isApproximate) || whole.value < told.value) continue
    if (loose.test((labels[0] as string).slice(-6)) || /增加|新增|同比|提案/.test(label)) continue
    if (sources.test(labels[0] as string) && sources.test(label)) continue
    const isOver = told.value + stated.value > whole.value + halves([told, stated, whole])
    const isOpen = word ? /^(?:还有|尚有|尚余)/.test(word[0]) : false
    if (!isOver && (isOpen || stated.value < (whole.value - told.value) * 0.5)) continue
    const certainty: Certainty = word ? 'sure' : isOver ? 'sure' : 'likely'
    const computed = whole.value - told.value
    into.push(statement('rest', stated, [whole, told], stated, word?.[0].slice(0, 2) ?? '未', computed, false, certainty))
  }
}

interface Account {
  /** What comes in and what goes out; the first is what there was. */
  readonly terms: readonly { readonly words: RegExp; readonly sign: 1 | -1 }[]
  readonly result: RegExp
}

const accounts: readonly Account[] = [
  {
    terms: [
      { words: /应到|应出席|应参[加会]/, sign: 1 },
      { words: /请假|缺席|因[病事公]|未到|缺勤|未参加|未出席/, sign: -1 },
    ],
    result: /实到|实际[到出参]/,
  },
  {
    terms: [
      { words: /年初|原有|期初|上年末|旧存/, sign: 1 },
      { words: /新发展|新增|新吸收|转入|加入|新入|新收|补充|新招|调入|引进|发展/, sign: 1 },
      { words: /退出|注销|减少|转出|除名|退会|清退|调出|退休|离职|出会/, sign: -1 },
    ],
    result: /现有|目前|年末|期末|现在|共有/,
  },
  {
    terms: [
      { words: /总?收入/, sign: 1 },
      { words: /总?支出/, sign: -1 },
    ],
    result: /(?<!累计|滚存|历年|上年|年末)(?:当年|本年|收支|年度|实现)?(?:结余|盈余|节余)/,
  },
  {
    terms: [
      { words: /(?:年初|上年)(?:结转|结余)/, sign: 1 },
      { words: /收入/, sign: 1 },
      { words: /支出/, sign: -1 },
    ],
    result: /(?:年末|期末|年终)(?:累计|滚存)?(?:结转|结余)|结转下年/,
  },
  {
    terms: [
      { words: /编制/, sign: 1 },
      { words: /实有|在编|实际在岗/, sign: -1 },
    ],
    result: /空编|空缺|缺编/,
  },
]

/** Accounts in one sentence, in whatever order: 应到、请假、实到; 年初、新增、退出、现有; 收入、支出、结余. */
export function balancesIn({ figures, gaps }: Line, into: Statement[]): void {
  if (figures.length < 3) return
  for (const account of accounts) balanceOf(account, figures.slice(0, 12), gaps, into)
}

function balanceOf({ terms, result }: Account, figures: readonly Figure[], gaps: readonly string[], into: Statement[]): void {
  const start = figures.findIndex((_, index) => (terms[0] as Account['terms'][number]).words.test(gaps[index] as string))
  if (start < 0 || start > figures.length - 3) return
  const first = figures[start] as Figure
  const operands: Figure[] = [first]
  const seen = new Set<number>([0])
  let sum = first.value
  let stated: Figure | undefined
  for (let at = start + 1; at < figures.length; at++) {
    const figure = figures[at] as Figure
    const gap = gaps[at] as string
    if (figure.unit !== first.unit) {
      if (figure.kind === 'percent') continue
      break
    }
    if (figure.isApproximate || gap.includes('其中')) return
    const index = terms.findIndex(({ words }, place) => place > 0 && words.test(gap))
    const isResult = result.test(gap)
    if (isResult && !stated) stated = figure
    else if (index > 0 && !isResult) {
      operands.push(figure)
      seen.add(index)
      sum += figure.value * (terms[index] as Account['terms'][number]).sign
    } else if (stated && seen.size === terms.length) break
    else return
  }
  if (!stated || seen.size < terms.length || first.isApproximate || sum < 0) return
  into.push(statement('balance', stated, operands, stated, '', sum, equals(stated, sum, halves(operands))))
}

const eachOf =
  /(?:^|[，、])(?:按照?)?(?:平均)?每(?:人|名|户|家|村|所|件|场|套|台|亩|个|位|次|辆|吨|期|班|批|组|轮|座|篇|节)(?:每[年月])?(?:补助|补贴|发放|奖励|资助|救助|慰问金?)?(?:标准)?(?:为)?$|(?:^|[，、])(?:人均|户均|村均|亩均)(?:补助|补贴|发放|奖励|资助)?(?:为)?$/
const altogether = /^(?:的标准)?[，、]?(?:累计|总共|合计|共计|共|总计)[^，；。：、]{0,6}$/

/** 72名，每人2000元，共发放14.4万元. */
export function productsIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const gap = gaps[index] as string
    if (gap.length > 14 || !altogether.test(gap) || !eachOf.test(gaps[index - 1] as string)) continue
    const [count, each, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    if (each.unit !== stated.unit || count.unit === each.unit || /每[年月]/.test(gaps[index - 1] as string)) continue
    if (count.isApproximate || each.isApproximate || stated.isApproximate) continue
    const computed = count.value * each.value
    const agrees = equals(stated, computed, count.value * (each.decimals > 0 ? each.half : 0))
    const certainty = stated.unit === '元' ? 'sure' : 'likely'
    into.push(statement('product', stated, [count, each], stated, '共', computed, agrees, certainty))
  }
}
