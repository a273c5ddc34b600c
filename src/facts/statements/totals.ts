/** Totals behind their parts, what is left, what came in and went out, so much for each. */
import type { Figure } from '../quantities/lexer.ts'
import { type Head, headsOver } from './heads.ts'
import type { Line } from './lines.ts'
import { isSlipFor, isSumOneSlipOff } from './near.ts'
import { equals, halves, sumOf, swapped } from './rounding.ts'
import type { Certainty, Statement } from './statement.ts'
import { foreign, found, loose, separator, statement } from './sum-words.ts'

const totalWord =
  /^[，；、,]?(?:(?:以上|全[年市县区院校行镇]|[两三四五]年|前后)?[两三四五六七八九十]?[项类者方个]?)?(?:合计|共计|总计|总共|共|合共|加起来)(?:为|达|达到|有)?([^，；。：、]{0,8})$/
const nounBehind = /^[\u4e00-\u9fff]{1,8}[，；]/
const joinBehind = /^[\u4e00-\u9fff]{1,8}[、和及与]$/
const farthest = 12

/** 现有教工支部6个、学生支部8个，共15个: what there is, told from the beginning of the sentence. */
const isStock = ({ figures, gaps }: Line, first: Figure): boolean =>
  /(?:^|，)[\u4e00-\u9fff]{0,8}(?:现有|现设|设有|下设|建有|拥有|共有|配备)/.test(gaps[figures.indexOf(first)] as string)

/** 涉及186个村和8个社区，共196个: joined, and nothing else is told of what it covers. */
const isPair = ({ figures, gaps }: Line, [first, second]: readonly Figure[], stated: Figure): boolean =>
  first !== undefined &&
  second !== undefined &&
  figures.indexOf(second) + 1 === figures.indexOf(stated) &&
  /(?:涉及|辖|包括|覆盖|涵盖|包含)(?:了)?$/.test(gaps[figures.indexOf(first)] as string) &&
  /^[\u4e00-\u9fff]{1,8}[和及、与]$/.test(gaps[figures.indexOf(second)] as string)

/** A total that may hold more than what is told right before it: 招录…86名、…31名，共135名, where others were told before. */
function isOpenTotal({ figures }: Line, parts: readonly Figure[], stated: Figure, sum: number, fewest: number): boolean {
  const [first] = parts as readonly [Figure]
  const hasEarlier = figures.some((figure) => figure.start < first.start && figure.unit === stated.unit)
  return sum < stated.value && (parts.length < fewest || hasEarlier)
}

/** 新增159种、修订1101种，合计1260种. The total stands last. */
export function totalsIn(text: string, line: Line, into: Statement[]): void {
  const { figures, gaps } = line
  for (let index = 2; index < figures.length; index++) {
    const gap = gaps[index] as string
    const stated = figures[index] as Figure
    if (gap.length > 14 || stated.kind !== 'amount' || stated.isApproximate) continue
    // 186个村和8个社区，共194个: the nouns stand behind the figures.
    const isBehind = nounBehind.test(gap)
    const found = totalWord.exec(isBehind ? gap.slice(gap.search(/[，；]/)) : gap)
    if (!found) continue
    const noun = isBehind ? '' : (found[1] as string)
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
      if (!(separator.test(label) || (isBehind && joinBehind.test(label)))) break
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
      ((strict.length === 2 && isPair(line, strict, stated)) ||
        !isOpenTotal(line, strict, stated, sum, /合计|共计|总计/.test(gap) || isStock(line, first) ? 2 : 3))
    ) {
      into.push(
        statement(
          'total',
          stated,
          strict,
          stated,
          '合计',
          sum,
          false,
          isBehind ? 'unsure' : /合计|共计|总计|总共/.test(gap) ? 'sure' : 'likely',
        ),
      )
    } else if (isSumOneSlipOff(text, strict, stated) || isSumOneSlipOff(text, strict.slice(-2), stated)) {
      const parts = isSumOneSlipOff(text, strict, stated) ? strict : strict.slice(-2)
      into.push(statement('total', stated, parts, stated, '合计', sumOf(parts), false, 'doubt'))
    }
  }
}

const signed = /(?:签订|签署|签)[^，；。：、]{0,14}$/
const parties = /(?:与|同|和)[^，；。：、]{0,8}$/

/** 与10家单位和12个部室签订责任书23份: one for each of both. */
export function signedIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const [one, other, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    if (stated.unit !== '份' || stated.isApproximate || one.isApproximate || other.isApproximate) continue
    if (!signed.test(gaps[index] as string) || !parties.test(gaps[index - 2] as string)) continue
    if (!/^[^，；。：]{1,12}[和及、与]$/.test(gaps[index - 1] as string) || one.kind !== 'amount' || other.kind !== 'amount')
      continue
    const sum = one.value + other.value
    const agrees = stated.value % sum === 0
    if (agrees || Math.abs(stated.value - sum) <= sum * 0.2)
      into.push(statement('total', stated, [one, other], stated, '合计', sum, agrees, 'unsure'))
  }
}

const addWord = /^[，、；]?(?:再)?加(?!快|大|强|密|工|速|深|固|装|班|总)/
const addedUp = /(?:(?:收入|支出|来源|财力|资金|供给)总[计量额]|总计|年末(?:累计|滚存)?结余|累计结余|滚存结余)(?:为|达到|达)?$/

/** 收入170326万元，加上上级补助268450万元、上年结余9874万元，收入总计448650万元. */
export function added(text: string, { figures, gaps }: Line, heads: readonly Head[], into: Statement[]): void {
  const from = gaps.findIndex((gap, index) => index < figures.length && addWord.test(gap))
  if (from < 0) return
  const first = figures[from] as Figure
  let to = from + 1
  while (to < figures.length && !addedUp.test(gaps[to] as string)) to++
  const stated = figures[to]
  const terms = figures.slice(from, to)
  if (!stated || terms.some(({ unit, isApproximate }) => unit !== first.unit || isApproximate) || stated.unit !== first.unit)
    return
  if (gaps.slice(from + 1, to).some((gap) => /其中|减|扣除|占|比/.test(gap))) return
  const sum = sumOf(terms)
  const bases = from > 0 ? figures.slice(0, from) : heads.map(({ figure }) => figure)
  const same = bases.filter(({ unit, kind }) => unit === first.unit && kind === 'amount')
  const half = halves(terms)
  const right = same.find((base) => equals(stated, base.value + sum, base.half + half))
  // Where the sentence begins with 加上, the base is one of those before: a slip of digits says which.
  const base =
    right ??
    (from > 0
      ? same[same.length - 1]
      : same.find(({ value }) =>
          swapped(text, stated).some((one) => equals({ value: one, half: stated.half }, value + sum, half)),
        ))
  if (!base || base.isApproximate) return
  const operands = [base, ...terms]
  const certainty: Certainty = from > 0 && figures[from - 1] === base ? 'sure' : 'likely'
  into.push(statement('total', stated, operands, stated, '加上', base.value + sum, right !== undefined, certainty))
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

/** 列入计划解决的9件: what is under way, beside what is done. */
const pendingWord = /(?:列入(?:计划|规划)|正在|正加[紧快]|正按|尚在|仍在|逐步|留作参考|计划解决)[^，；。：、]{0,10}$/
const doneWord = /办结|办复|整改|解决|化解|完成|销号|竣工|开工|审结|处置|答复|消除|脱贫|脱困|退出|入库|支付|拨付/

/** What is left, as it stands: the words that say so, and what counts in its unit before it in the sentence. */
interface Rest {
  readonly stated: Figure
  /** 其余, 剩余; '' where it is told as 尚未整改的. */
  readonly word: string
  readonly absent: string | undefined
  readonly isPending: boolean
  readonly same: readonly Figure[]
  readonly labels: readonly string[]
}

function restAt({ figures, gaps }: Line, index: number): Rest | undefined {
  const stated = figures[index] as Figure
  const own = gaps[index] as string
  // 剩余5户13人: the words stand before the first of both.
  const isSecond = own === '' && index > 1
  const gap = isSecond ? (gaps[index - 1] as string) : own
  if (stated.kind !== 'amount' || stated.isApproximate || gap.length > 20 || unrelated.test(gap)) return undefined
  const word = restWord.exec(gap)
  const absent = word ? null : notYet.exec(gap)
  const isPending = !word && !absent && pendingWord.test(gap)
  if (!word && !absent && !isPending) return undefined
  let same: Figure[] = []
  let labels: string[] = []
  // Where the clause before ；has a whole and a part of its own, those of other clauses are of something else.
  let isOwn = false
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const figure = figures[at] as Figure
    if (figure.unit === stated.unit && figure.kind === 'amount') {
      if (isOwn) break
      same.unshift(figure)
      labels.unshift(gaps[at] === '' && at > 0 ? (gaps[at - 1] as string) : (gaps[at] as string))
    }
    if ((gaps[at] as string).includes('；') && same.length > 1) isOwn = true
  }
  if (isPending) {
    same = same.slice(-2)
    labels = labels.slice(-2)
  }
  return { stated, word: word?.[0].slice(0, 2) ?? '', absent: absent?.[1], isPending, same, labels }
}

/** 186处，整改179处，其余7处; 320户，已整改281户；尚未整改的39户. The whole may stand in a sentence before. */
export function restsIn(text: string, line: Line, heads: readonly Head[], into: Statement[]): void {
  for (let index = 1; index < line.figures.length; index++) {
    const rest = restAt(line, index)
    if (!rest || rest.same.length === 0) continue
    if (rest.absent !== undefined && !(rest.labels.at(-1) as string).includes(rest.absent.slice(0, 2))) continue
    if (rest.isPending && !doneWord.test(rest.labels.at(-1) as string)) continue
    if (rest.same.length === 1) restOfHead(text, rest, heads, into)
    else if (index > 1) restInSentence(text, rest, isRow(line.figures, index, rest.same.length), into)
  }
}

/** 共查摆问题23个，其中…。已整改19个，其余4个. */
function restOfHead(text: string, rest: Rest, heads: readonly Head[], into: Statement[]): void {
  const before = into.length
  tellRestOfHead(rest, heads, into)
  const { stated, word, same, labels } = rest
  const [told] = same as [Figure]
  const whole = headsOver(heads, told).at(-1)
  if (into.length > before || !whole || whole.figure.isApproximate || told.isApproximate || foreign.test(labels[0] as string))
    return
  const due = whole.figure.value - told.value
  if (isSlipFor(text, stated, due) || isSlipFor(text, told, whole.figure.value - stated.value))
    into.push(statement('rest', stated, [whole.figure, told], stated, word || '未', due, false, 'doubt'))
}

function tellRestOfHead({ stated, word, isPending, same, labels }: Rest, heads: readonly Head[], into: Statement[]): void {
  const [told] = same as [Figure]
  const [label] = labels as [string]
  const wholes = headsOver(heads, told)
  const fitting = wholes.find(({ figure }) => equals(stated, figure.value - told.value, figure.half + told.half))
  const relation = word || '未'
  if (fitting) {
    into.push(statement('rest', stated, [fitting.figure, told], stated, relation, stated.value, true))
    return
  }
  const whole = wholes.at(-1)
  if (
    !whole ||
    !found.test(whole.label) ||
    told.isApproximate ||
    loose.test(whole.label.slice(-6)) ||
    foreign.test(label) ||
    !doneWord.test(label)
  )
    return
  const sum = told.value + stated.value
  if (sum > whole.figure.value * 1.25 || (isPending ? sum <= whole.figure.value : sum < whole.figure.value * 0.8)) return
  if (/^(?:还有|尚有|尚余)/.test(word) && sum < whole.figure.value) return
  const computed = whole.figure.value - told.value
  into.push(statement('rest', stated, [whole.figure, told], stated, relation, computed, false, 'likely'))
}

function restInSentence(text: string, rest: Rest, isInRow: boolean, into: Statement[]): void {
  const before = into.length
  tellRest(text, rest, isInRow, into)
  const { stated, word, same } = rest
  const [whole, told] = same.slice(-2) as [Figure, Figure]
  const due = whole.value - told.value
  if (
    into.length > before ||
    due <= 0 ||
    same.some(({ isApproximate }) => isApproximate) ||
    loose.test(rest.labels.at(-2) as string)
  )
    return
  // 正在办理4件, 还有6个: others may be left, so that one digit says nothing.
  const isOpen = rest.isPending || /^(?:还有|尚有|尚余)/.test(word)
  const isSwap = swapped(text, stated).includes(due)
  const isSlip = isSlipFor(text, stated, due) || isSlipFor(text, told, whole.value - stated.value)
  if (isSwap || (isSlip && !isOpen) || told.value + stated.value > whole.value)
    into.push(statement('rest', stated, [whole, told], stated, word || '未', due, false, 'doubt'))
}

function tellRest(text: string, rest: Rest, isInRow: boolean, into: Statement[]): void {
  const { stated, word, isPending, same, labels } = rest
  const told = same.at(-1) as Figure
  const label = labels.at(-1) as string
  const wholes = same.slice(0, -1)
  const done = wholes.find((whole) => equals(stated, whole.value - told.value, whole.half + told.half))
  const [first, ...middle] = same as [Figure, ...Figure[]]
  const isAll = equals(stated, first.value - sumOf(middle), halves(same))
  const relation = word || '未'
  if (done || isAll) {
    into.push(statement('rest', stated, done ? [done, told] : same, stated, relation, stated.value, true))
    return
  }
  const whole = wholes.at(-1) as Figure
  if (word && same.length > 2 && isInRow) {
    const left = first.value - sumOf(middle)
    const isTold =
      left > 0 &&
      !same.some(({ isApproximate }) => isApproximate) &&
      first.value > Math.max(...middle.map(({ value }) => value)) &&
      !loose.test((labels[0] as string).slice(-6)) &&
      !/^(?:还有|尚有|尚余)/.test(word) &&
      !foreign.test(label)
    if (isTold) into.push(statement('rest', stated, same, stated, word, left, false, 'likely'))
    return
  }
  if (same.length !== 2 || same.some(({ isApproximate }) => isApproximate)) return
  // 12家出清21家，其余3家: right once two digits change places.
  const isSlip =
    swapped(text, whole).some((value) => equals(stated, value - told.value, whole.half + told.half)) ||
    swapped(text, told).some((value) => equals(stated, whole.value - value, whole.half + told.half))
  if (isSlip && word && !/^(?:还有|尚有|尚余)/.test(word)) {
    into.push(statement('rest', stated, [whole, told], stated, relation, whole.value - told.value, false, 'likely'))
    return
  }
  if (whole.value < told.value) return
  if (loose.test((labels[0] as string).slice(-6)) || /增加|新增|同比|提案/.test(label)) return
  if (sources.test(labels[0] as string) && sources.test(label)) return
  const isOver = told.value + stated.value > whole.value + halves([told, stated, whole])
  const isOpen = isPending || /^(?:还有|尚有|尚余)/.test(word)
  if (!isOver && (isOpen || stated.value < (whole.value - told.value) * 0.5)) return
  const certainty: Certainty = word ? 'sure' : isOver && !isPending ? 'sure' : 'likely'
  into.push(statement('rest', stated, [whole, told], stated, relation, whole.value - told.value, false, certainty))
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
      { words: /退出|注销|减少|转出|去世|死亡|病故|调离|减员|核减|核销|除名|退会|清退|调出|退休|离职|出会/, sign: -1 },
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
  {
    terms: [
      { words: /采购预算|预算金额|预算总?额|送审|概算|控制价|拦标价|预算价/, sign: 1 },
      { words: /实际采购|采购金额|成交|中标|审定|结算|合同/, sign: -1 },
    ],
    result: /节约|节支|审减|核减|节省/,
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

const inEach =
  /(?:^|[，、（])(?:按照?|平均)?每(间|桌|排|车|班|套|栋|层|组|箱|个|户|人|名|家|所|次|期|场|村|亩|台|辆|张|批|条)(?:可?(?:容纳|安排|设置?|配备?|住|放|安装|培训|开设|摆放|有))?$/
const allHold = /^(?:设计|计算|测算|配置|标准|的标准|人)?[，、]?(?:可|共|合计|总计|共计|总共|一共|能)[^，；。：、]{0,8}$/
/** Two words for one: a bed is counted as 床 and as 张. */
const sameThing: ReadonlyMap<string, string> = new Map([
  ['床', '张'],
  ['席', '个'],
  ['座', '个'],
])

/** 宿舍162间，按每间8床设计，可提供床位1296张: what all of them hold. Whether it is of this form. */
function holds(figures: readonly Figure[], gaps: readonly string[], index: number, into: Statement[]): boolean {
  const word = inEach.exec(gaps[index - 1] as string)?.[1]
  if (word === undefined || !allHold.test(gaps[index] as string)) return false
  const [count, each, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
  const unitOfEach = word === '名' ? '人' : word
  const isSame = each.unit === stated.unit || sameThing.get(each.unit) === stated.unit
  if (!isSame || count.unit !== unitOfEach || stated.unit === '元') return false
  if (count.isApproximate || each.isApproximate || stated.isApproximate) return true
  const computed = count.value * each.value
  into.push(statement('product', stated, [count, each], stated, '共', computed, equals(stated, computed, 0), 'likely'))
  return true
}

/** A unit in units of another: how many of the second make one of the first. */
const conversions: readonly (readonly [string, string, number])[] = [
  ['吨', '公斤', 1000],
  ['吨', '斤', 2000],
  ['公斤', '斤', 2],
  ['公顷', '亩', 15],
  ['平方公里', '亩', 1500],
  ['平方公里', '公顷', 100],
  ['平方公里', '平方米', 1e6],
  ['公顷', '平方米', 1e4],
  ['亩', '平方米', 2000 / 3],
  ['公里', '米', 1000],
  ['公里', '里', 2],
  ['千瓦', '瓦', 1000],
  ['兆瓦', '千瓦', 1000],
  ['吉瓦', '千瓦', 1e6],
]
const makes = /^[，（]?(?:折合|折算|约?合|折|即|相当于)(?:成|为|约)?$/
/** Told as about so much: within three hundredths. */
const about = 0.03

/** 106.8万吨，折合21.36亿斤: one thing in two units. */
export function convertedIn({ figures, gaps, host }: Line, into: Statement[]): void {
  const first = host && host.index >= 0 ? host.line.figures[host.index] : undefined
  figures.forEach((stated, index) => {
    const one = index === 0 ? first : figures[index - 1]
    const gap = gaps[index] as string
    if (!one || gap.length > 6 || !makes.test(gap) || one.kind !== 'amount' || stated.kind !== 'amount' || one.isApproximate)
      return
    const way = conversions.find(
      ([from, to]) => (from === one.unit && to === stated.unit) || (to === one.unit && from === stated.unit),
    )
    if (!way) return
    const factor = way[0] === one.unit ? way[2] : 1 / way[2]
    const computed = one.value * factor
    const isAbout = stated.isApproximate || gap.includes('约') || way[2] % 1 !== 0
    const half = one.half * factor + (isAbout ? computed * about : 0)
    into.push(statement('balance', stated, [one], stated, '折合', computed, equals(stated, computed, half), 'likely'))
  })
}

const perShare = /每(10)?股[^，。；：、]{0,10}$/
const ofAllShares = /^[^，。；：、]{0,6}[，、]?(?:累计|总共|合计|共计|共|总计|预计)[^，。；：、]{0,8}$/

/** 以股本8.00亿股为基数，每10股派发0.80元，共派发6400万元. */
function dividendIn(figures: readonly Figure[], gaps: readonly string[], index: number, into: Statement[]): void {
  const [count, each, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
  const isShares = count.unit === '股' || (count.unit === '' && (gaps[index - 1] as string).startsWith('股'))
  if (!isShares || each.unit !== '元' || stated.unit !== '元' || !ofAllShares.test(gaps[index] as string)) return
  const per = perShare.exec(gaps[index - 1] as string)
  if (!per || count.isApproximate || each.isApproximate || stated.isApproximate) return
  const shares = count.value / (per[1] === undefined ? 1 : 10)
  const computed = shares * each.value
  const half = shares * each.half + (count.half / (per[1] === undefined ? 1 : 10)) * each.value
  const span = { start: each.start - per[0].length, end: stated.end }
  into.push(statement('product', span, [count, each], stated, '共', computed, equals(stated, computed, half), 'likely'))
}

const ofPercent =
  /(?:提取|计提|按比例|给予|补助|补贴|奖励|返还|缴纳|预留|安排|列支|支付|扣除|计入|划拨|上缴|拨付|奖补|提留|分配|发放|派发)[^，。；：、]{0,14}$/
const takenOf = /(?:按照?|以|从)[^，。；：、]{0,16}$/

/** 按照净利润1.86亿元的10%提取法定盈余公积1860万元. */
export function takenIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const [whole, percent, stated] = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
    if (percent.kind !== 'percent' || whole.kind !== 'amount' || stated.kind !== 'amount' || whole.unit !== stated.unit) continue
    if (!/^(?:总额)?的$/.test(gaps[index - 1] as string) || !takenOf.test(gaps[index - 2] as string)) continue
    const gap = gaps[index] as string
    if (!ofPercent.test(gap) || /每|人均|户均/.test(gap) || [whole, percent, stated].some(({ isApproximate }) => isApproximate))
      continue
    const computed = (whole.value * percent.value) / 100
    const half = (whole.half * percent.value) / 100
    into.push(statement('product', stated, [whole, percent], stated, '共', computed, equals(stated, computed, half), 'likely'))
  }
}

/** 72名，每人2000元，共发放14.4万元. */
export function productsIn(text: string, { figures, gaps }: Line, into: Statement[]): void {
  for (let index = 2; index < figures.length; index++) {
    const gap = gaps[index] as string
    if (holds(figures, gaps, index, into)) continue
    doubtProduct(text, figures, gaps, index, into)
    dividendIn(figures, gaps, index, into)
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

const inEveryOne =
  /(?:^|[，、（；])[^，；。：、]{0,4}每[\u4e00-\u9fff]{1,3}[^，；。：、]{0,8}$|[\u4e00-\u9fff]均[^，；。：、]{0,6}$/
const allOfThem =
  /^[^，；。：、]{0,8}[，、]?(?:全年)?(?:发放|兑现|补助|累计|总共|合计|共计|共|总计|总[\u4e00-\u9fff]{1,3}|预计|可|需|计)[^，；。：、]{0,10}$/

/** 送水320车次，每车8吨，累计送水2560万吨; 每人每月100元，全年149.52万元; 86名组成14支队伍，每队6名, where the total stands first. */
function doubtProduct(text: string, figures: readonly Figure[], gaps: readonly string[], index: number, into: Statement[]): void {
  const row = figures.slice(index - 2, index + 1) as [Figure, Figure, Figure]
  if (row.some(({ kind, isApproximate }) => kind !== 'amount' || isApproximate)) return
  const [first, second, third] = row
  const tell = (count: Figure, each: Figure, stated: Figure, times: number): void => {
    const due = count.value * each.value * times
    if (equals(stated, due, count.value * times * (each.decimals > 0 ? each.half : 0))) return
    const isNear = stated.value > due * 0.5 && stated.value < due * 2
    if (isNear || isSlipFor(text, stated, due))
      into.push(statement('product', stated, [count, each], stated, '共', due, false, 'doubt'))
  }
  const words = gaps[index - 1] as string
  if (
    second.unit === third.unit &&
    first.unit !== second.unit &&
    inEveryOne.test(words) &&
    allOfThem.test(gaps[index] as string)
  ) {
    if (/每年|每月|每天|每日|每周/.test(words) && !(first.unit === '天' && /每[天日]/.test(words))) {
      if (/每月/.test(words) && /全年|年度|一年/.test(gaps[index] as string)) tell(first, second, third, 12)
    } else tell(first, second, third, 1)
  } else if (
    first.unit === third.unit &&
    second.unit !== third.unit &&
    groups.test(words) &&
    inEveryOne.test(gaps[index] as string)
  )
    tell(second, third, first, 1)
}

const groups = /(?:组成|组建|分成|分为|编成|编为|成立)(?:了)?$/
