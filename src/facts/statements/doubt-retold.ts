/**
 * One thing told twice with two figures, where words alone say that it is one: 全镇13个村 and 全镇15个村; a long number with one digit
 * changed beside a word that both have; one level with two rates of growth.
 */
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence, Line } from './lines.ts'
import { duration, isSlipOf, labelVerbs, nounEnd, unitOf } from './slips.ts'
import type { Placed } from './tables.ts'
import type { Retold } from './twice.ts'

interface Mention {
  readonly figure: Figure
  readonly digits: string
  /** The words before it since the last mark, without the verb that says how many there are. */
  readonly label: string
  readonly lead: string
  readonly noun: string
  readonly stretch: number
  readonly isCell: boolean
}

const mostMentions = 3000
const mostAlike = 24

/** The words since the last mark; unlike `sinceMark` it keeps the members of a row together. */
const clauseIn = (words: string): string => {
  for (let at = words.length - 1; at >= 0; at--)
    if ('，。；：、！？（）\n'.includes(words[at] as string)) return words.slice(at + 1)
  return words
}

const inRow = /^[\u4e00-\u9fff]{1,8}[、和及与]$/

/** Shorter numbers are near to each other by chance. */
const shortestLong = 4
const isSetOf = ({ scale, decimals, value, unit }: Figure): boolean =>
  scale === 1 && decimals === 0 && value > 1 && /^(?:[个家所名户座条支处件项]|人$)/.test(unit)

function mentionsIn(text: string, sentences: readonly FigureSentence[], tables: readonly Placed[]): Mention[] {
  const found: Mention[] = []
  // Asked in the order of the text.
  let nextTable = 0
  const isInTable = (offset: number): boolean => {
    while (nextTable < tables.length && (tables[nextTable] as Placed).end <= offset) nextTable++
    return (tables[nextTable]?.start ?? Number.POSITIVE_INFINITY) <= offset
  }
  for (const { lines, start, stretch } of sentences) {
    for (const { figures, gaps } of lines) {
      let rowLead = ''
      for (const [index, figure] of figures.entries()) {
        if (figure.isApproximate || figure.isHan || figure.kind !== 'amount' || duration.has(figure.unit)) continue
        if (found.length >= mostMentions || isInTable(figure.start)) continue
        // 下辖6个分公司、4个子公司: what is said of the first holds for the others.
        if (!inRow.test(gaps[index] as string)) rowLead = clauseIn(text.slice(Math.max(start, figure.start - 24), figure.start))
        const lead = rowLead
        const digits = text.slice(figure.start, figure.numberEnd).replace(/[,，]/g, '')
        const isLong = digits.length >= shortestLong
        if (!isLong && !isSetOf(figure)) continue
        const behind = text.slice(figure.end, figure.end + 12)
        const stop = behind.search(nounEnd)
        found.push({
          figure,
          digits,
          label: isLong ? lead.replace(labelVerbs, '') : lead,
          lead,
          noun: (/^[\u4e00-\u9fff]*/.exec(stop < 0 ? behind : behind.slice(0, stop))?.[0] ?? '').replace(/(?:来)?[看说]$/, ''),
          stretch,
          isCell: false,
        })
      }
    }
  }
  for (const { grid } of tables) {
    for (const row of grid) {
      const [head] = row
      if (!head || head.figure || head.isEmpty) continue
      for (const { figure } of row.slice(1)) {
        if (!figure || figure.kind === 'percent' || figure.isApproximate || found.length >= mostMentions) continue
        const digits = text.slice(figure.start, figure.numberEnd).replace(/[,，]/g, '')
        const label = head.words.replace(/[（(][^）)]{0,20}[）)]/g, '').slice(-16)
        found.push({ figure, digits, label, lead: label, noun: '', stretch: -1 - found.length, isCell: true })
      }
    }
  }
  return found
}

/** Words that make of a count another one. */
const otherThing =
  /分别|每|上年|去年|前年|同期|年初|年末|年内|增加|减少|增长|下降|目标|计划|任务|预算|力争|确保|预计|预期|今年|明年|本年|下一步|新增|净增|再|超|同比|较|提高|其中|剩余|其余|结转|安排|谋划|拟|阶段|季度|累计|以[上下]|申报|续建|第[一二三四]批|由|从|[0-9]月|上半年|下半年|五年/

/** The longest run of Han characters in both. */
function commonRun(one: string, other: string): string {
  let best = ''
  for (let from = 0; from + best.length < one.length; from++) {
    while (from + best.length < one.length) {
      const longer = one.slice(from, from + best.length + 1)
      if (!/^[\u4e00-\u9fff]+$/.test(longer) || !other.includes(longer)) break
      best = longer
    }
  }
  return best
}

const scope =
  '(?:全|我|本|该)(?:[省市州县区旗镇乡村院校局行社厂馆所站处委办园系统]|街道|集团|公司|支部|系统|行业|中心|领域|辖区|域)'
/** All there are, and no others, are counted. */
const total = new RegExp(
  `(?:${scope}(?:共|现|有|现有|共有|共辖|下辖|所辖|辖|辖区|范围内|内|的|已|各)?|辖|下辖|所辖|所属|下属|直属|现辖|共辖|设有|下设|内设|现有|覆盖(?:${scope})?|督促(?:${scope})?|组织(?:${scope})?)$`,
)
/** What was counted before is meant. */
const meantAgain = /(?:对|将|这|上述|该|全部|所有|参加[^，]{0,4}的|涉及的|全体|分属|编为|分为|划分为)$/
/** 上述8个议题: whatever is counted, what was counted before is meant. */
const pointed = /(?:上述|以上|前述|这|该)$/
const visited = /(?:调研|走访|抽查|检查|调查|督查|受访|抽样|走访调研)的$/
/** The later of two may be the larger by so much, and still be meant for the same. */
const widestVisited = 1.4

const generic =
  /^(?:问题|项目|方面|工作|单位|部门|企业|人|月|百分点|国家|以上|多|月份|工作日|年度|小时|专项|行动|课题|议题|议案|建议|提案|案件|案|活动|阶段|类别|类|重点|环节|任务|层面|维度|批次|小组|组|事项|标准)$/

const add = <Item>(groups: Map<string, Item[]>, key: string, item: Item): void => {
  const others = groups.get(key)
  if (others) others.push(item)
  else groups.set(key, [item])
}

/** 全镇13个村, later 全镇15个村. */
function sets(mentions: readonly Mention[], isPlan: (at: number) => boolean, found: Retold[]): void {
  const byNoun = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const { figure, noun, lead } = mention
    if (mention.isCell || !isSetOf(figure) || noun === '' || noun.length > 10 || otherThing.test(lead.replace(/^从/, '')))
      continue
    add(byNoun, `${unitOf(figure)}|${noun}`, mention)
  }
  for (const [key, group] of byNoun) {
    if (group.length < 2 || group.length > mostAlike) continue
    const noun = key.slice(key.indexOf('|') + 1)
    const isTotal = new Set(group.filter(({ lead }) => total.test(lead)))
    const values = new Set(group.map(({ figure }) => figure.value))
    for (const later of group) {
      const isGeneric = generic.test(noun)
      const isAgain = (isGeneric ? pointed : meantAgain).test(later.lead) && noun.length > 1 && values.size === 2
      const isVisited = visited.test(later.lead)
      if (!(isTotal.has(later) && !isGeneric) && !isAgain && !isVisited) continue
      if (group.some((other) => other !== later && other.figure.value === later.figure.value)) continue
      const earlier = group.find((other) => {
        const [one, two] = [other.figure.value, later.figure.value]
        if (other.figure.start >= later.figure.start || other.stretch === later.stretch || one === two) return false
        if (isPlan(other.figure.start) !== isPlan(later.figure.start)) return false
        if (isVisited) return Math.max(one, two) <= Math.min(one, two) * widestVisited
        return (isAgain || isTotal.has(other)) && Math.max(one, two) <= Math.min(one, two) * 2
      })
      if (earlier) found.push({ earlier: earlier.figure, later: later.figure, noun, isSwap: false, isDoubt: true })
    }
  }
}

/** 51370人次 in the text, 51730 in the table: numbers so long are near to each other by chance only seldom. */
function longNumbers(mentions: readonly Mention[], isPlan: (at: number) => boolean, found: Retold[]): void {
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const { digits, figure } = mention
    const plain = digits.replace('.', '')
    if (plain.length < 4 || /000$/.test(plain) || plain.length > 10) continue
    const kind = `${figure.scale}|${digits.indexOf('.')}|${digits.length}|`
    add(groups, `${kind}${[...digits].sort().join('')}`, mention)
    for (let at = 0; at < digits.length; at++)
      if (digits[at] !== '.') add(groups, `${kind}${digits.slice(0, at)}?${digits.slice(at + 1)}`, mention)
  }
  const seen = new Set<string>()
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > mostAlike) continue
    for (let at = 1; at < group.length; at++) {
      for (let from = 0; from < at; from++) {
        const [one, other] = [group[from] as Mention, group[at] as Mention]
        const [earlier, later] = one.figure.start < other.figure.start ? [one, other] : [other, one]
        const kind = isSlipOf(later.digits, earlier.digits)
        if (kind === undefined || earlier.stretch === later.stretch || (earlier.isCell && later.isCell)) continue
        const units = [unitOf(earlier.figure), unitOf(later.figure)]
        if (units[0] !== units[1] && !units.includes('')) continue
        if (group.some((third) => third !== later && third.digits === later.digits)) continue
        const key = `${earlier.figure.start},${later.figure.start}`
        if (seen.has(key)) continue
        seen.add(key)
        const run = commonRun(`${earlier.label}|${earlier.noun}`, `${later.label}|${later.noun}`).replace(/^(?:其中|全年|共)/, '')
        const isOther = otherThing.test(earlier.lead) !== otherThing.test(later.lead)
        if (kind === 'digit' && (isOther || /00$/.test(later.digits) || /00$/.test(earlier.digits))) continue
        if (kind === 'digit' && isPlan(earlier.figure.start) !== isPlan(later.figure.start)) continue
        if (run.length < (kind === 'swap' ? 2 : 3) || generic.test(run)) continue
        found.push({ earlier: earlier.figure, later: later.figure, noun: run, isSwap: kind === 'swap', isDoubt: true })
      }
    }
  }
}

const change = /^[，、（]?(?:同比|比上年同?期?|较上年同?期?|比去年同?期?|较去年同?期?)?(增长|下降|增加|减少|提高|降低)(?:了)?$/

/** 76.42亿元，增长5.2%, elsewhere 76.42亿元，增长5.7%. */
function companions(text: string, sentences: readonly FigureSentence[], found: Retold[]): void {
  const levels = new Map<string, { level: Figure; rate: Figure; verb: string; label: string; stretch: number }[]>()
  const take = ({ figures, gaps }: Line, stretch: number): void => {
    for (let index = 1; index < figures.length; index++) {
      const [level, rate] = figures.slice(index - 1, index + 1) as [Figure, Figure]
      const gap = gaps[index] as string
      const verb = gap.length < 10 ? change.exec(gap)?.[1] : undefined
      const digits = text.slice(level.start, level.numberEnd).replace(/[.,，]/g, '')
      if (verb === undefined || level.kind !== 'amount' || rate.kind !== 'percent' || digits.length < 3 || /00$/.test(digits))
        continue
      if (level.isApproximate || rate.isApproximate) continue
      const label = clauseIn(gaps[index - 1] as string).replace(labelVerbs, '')
      add(levels, `${level.value}|${level.unit}`, { level, rate, verb, label, stretch })
    }
  }
  for (const { lines, stretch } of sentences) for (const line of lines) take(line, stretch)
  for (const group of levels.values()) {
    const [first, ...rest] = group
    if (!first || rest.length === 0 || rest.length > mostAlike) continue
    const later = rest.find(
      ({ rate, verb, label, stretch }) =>
        stretch !== first.stretch &&
        (rate.value !== first.rate.value || verb !== first.verb) &&
        rate.decimals === first.rate.decimals &&
        commonRun(label, first.label).length > 1,
    )
    if (later)
      found.push({
        earlier: first.rate,
        later: later.rate,
        noun: commonRun(later.label, first.label),
        isSwap: false,
        isDoubt: true,
      })
  }
}

const both = /^(?:（社区）|\(社区\)|（街道）|（居）|（居委会）|社区)/
/** 11个行政村、2个社区, and 全镇15个村（社区）: both together are meant. */
function villages(text: string, sentences: readonly FigureSentence[], found: Retold[]): void {
  const sums = new Map<number, Figure>()
  let last: Figure | undefined
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      for (let index = 1; index < figures.length; index++) {
        const [one, other] = figures.slice(index - 1, index + 1) as [Figure, Figure]
        const isPair =
          /^(?:行政)?村[、和，及]$/.test(gaps[index] as string) && /^(?:个)?社区/.test(text.slice(other.end, other.end + 3))
        if (!isPair || one.isApproximate || other.isApproximate || one.unit !== '个' || other.unit !== '个') continue
        if (!/全|辖|共|现有|设/.test(gaps[index - 1] as string)) continue
        sums.set(one.value + other.value, other)
        last = other
      }
    }
  }
  if (sums.size !== 1 || !last) return
  const [sum] = sums.keys() as Iterable<number> as unknown as [number]
  for (const { lines } of sentences) {
    for (const { figures } of lines) {
      for (const figure of figures) {
        const behind = text.slice(figure.end, figure.end + 8)
        const lead = text.slice(Math.max(0, figure.start - 8), figure.start)
        if (figure.unit !== '个' || figure.isApproximate || !/^(?:行政)?村/.test(behind) || !total.test(clauseIn(lead))) continue
        if (!both.test(behind.replace(/^(?:行政)?村/, '')) || figure.value === sum) continue
        found.push({ earlier: last, later: figure, noun: '村（社区）', isSwap: false, isDoubt: true, sum })
      }
    }
  }
}

/** What may be one thing told twice. */
export function doubtfullyRetold(
  text: string,
  sentences: readonly FigureSentence[],
  tables: readonly Placed[],
  isPlan: (offset: number) => boolean,
): Retold[] {
  const mentions = mentionsIn(text, sentences, tables)
  const found: Retold[] = []
  sets(mentions, isPlan, found)
  longNumbers(mentions, isPlan, found)
  companions(text, sentences, found)
  villages(text, sentences, found)
  return found.sort((one, other) => one.later.start - other.later.start)
}
