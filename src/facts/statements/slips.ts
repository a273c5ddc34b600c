/**
 * One thing counted in two places, the second time as a slip of the hand makes it: 126栋危房, later 162栋危房; 发现问题47个, later
 * 对49个问题. The thing is named before one figure and behind the other as often as in the same place, so both are compared.
 */
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence } from './lines.ts'
import type { Retold } from './twice.ts'

/** A figure with what names it. */
interface Named {
  readonly figure: Figure
  readonly digits: string
  /** The words before it since the last mark, without the verb that says how many there are. */
  readonly label: string
  /** The clause before it as written. */
  readonly lead: string
  /** The words right behind it, up to what ends a noun. */
  readonly noun: string
  /** 126栋危房全部…, 46项任务中，…: of all of them something is said. */
  readonly behindIsDefinite: boolean
  /** …全部, …均: all of them are meant. */
  readonly isAll: boolean
  readonly stretch: number
}

/** So long may many things last, and so old may be many. */
export const duration: ReadonlySet<string> = new Set([
  '年',
  '天',
  '个月',
  '小时',
  '分钟',
  '岁',
  '周',
  '季度',
  '秒',
  '元/人',
  '度',
  '倍',
  '成',
  '个工作日',
])
/** Counts whose unit is chosen freely: 47个问题, 47项问题. */
const plainUnits: ReadonlySet<string> = new Set(['个', '项', '件', '条'])
export const unitOf = ({ unit }: Figure): string => (plainUnits.has(unit) ? '个' : unit)

/** What ends the noun behind a figure. */
export const nounEnd =
  /竣工|(?<!新)开工|加快|完成|建成|投产|实现|开展|推进|集中|全部|全面|逐[一户个条项]|进行|(?<!党)支[持出]|已|均|都|有(?![效机关害色限线])|中(?![小型药医学心级高等层])|在(?![册建编校岗职读])|和(?![美谐])|共(?![享青])|[的为是被由与及了将、，。；：（）“”《》\s]/
/** Verbs between the noun before a figure and the figure. */
export const labelVerbs =
  /(?:(?:现|共|已|累计|总计|合计|一共|目前|预计|达到|达|完成|实现|发现|共有|有|为|是|约|的|了|排查出|查出|设立|建立|建有|成立|组建|开展|实施|安排|涉及){1,3})$/
const mostAlike = 24

const lastMark = (words: string): number => {
  for (let at = words.length - 1; at >= 0; at--) if ('，。；：、！？（）'.includes(words[at] as string)) return at
  return -1
}

function namedIn(text: string, sentences: readonly FigureSentence[]): Named[] {
  const found: Named[] = []
  sentences.forEach(({ lines, start, stretch }) => {
    for (const { figures } of lines) {
      for (const figure of figures) {
        if (figure.isApproximate || figure.isHan || figure.kind !== 'amount' || duration.has(figure.unit)) continue
        const digits = text.slice(figure.start, figure.numberEnd).replace(/[,，]/g, '')
        const plain = digits.replace('.', '')
        // Round numbers are plans and means.
        if (plain.length < 2 || plain.length > 9 || /00$/.test(plain) || (plain.length === 2 && plain.endsWith('0'))) continue
        const behind = text.slice(figure.end, figure.end + 12)
        const stop = behind.search(nounEnd)
        const noun = /^[\u4e00-\u9fff]*/.exec(stop < 0 ? behind : behind.slice(0, stop))?.[0] ?? ''
        const before = text.slice(Math.max(start, figure.start - 24), figure.start)
        const lead = before.slice(lastMark(before) + 1)
        found.push({
          figure,
          digits,
          label: lead.replace(labelVerbs, ''),
          lead,
          noun,
          behindIsDefinite: definiteBehind.test(text.slice(figure.end, figure.end + 16)),
          isAll: allBehind.test(text.slice(figure.end, figure.end + 16)),
          stretch,
        })
      }
    }
  })
  return found
}

/** Words that make of a count another one: a change, a plan, another year, what each has, what is left. */
const otherThing =
  /分别|每|上年|去年|前年|同期|年初|年内|增加|减少|增长|下降|目标|计划|任务|预算|力争|确保|预计|预期|今年|明年|本年|下一步|新增|净增|新[建签认入开培]|再|超|同比|较|提高|其中|剩余|其余|结转|安排|谋划|拟|阶段|季度|累计|以[上下]|申报|争创|续建|第[一二三四]批/

export function slips(text: string, sentences: readonly FigureSentence[], isPlan: (offset: number) => boolean): Retold[] {
  const groups = new Map<string, Named[]>()
  for (const named of namedIn(text, sentences)) {
    const { figure, digits } = named
    const kind = `${unitOf(figure)}|${figure.scale}|${digits.indexOf('.')}|${digits.length}|`
    add(groups, `${kind}${[...digits].sort().join('')}`, named)
    for (let at = 0; at < digits.length; at++) {
      if (digits[at] !== '.') add(groups, `${kind}${digits.slice(0, at)}?${digits.slice(at + 1)}`, named)
    }
  }
  const found: Retold[] = []
  const seen = new Set<string>()
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > mostAlike) continue
    for (let at = 1; at < group.length; at++) {
      const later = group[at] as Named
      for (let from = 0; from < at; from++) {
        const earlier = group[from] as Named
        if (earlier.digits === later.digits) continue
        // In one paragraph only what is said of all of them: 查摆问题23个，…，21个问题全部整改到位.
        if (earlier.stretch === later.stretch && !(later.isAll && later.lead === '')) continue
        // Told again, both are figures of their own.
        if (group.some((one) => one !== later && one.digits === later.digits && one.stretch !== later.stretch)) continue
        const isSwap = isSwapped(earlier.digits, later.digits)
        if (!isSwap && !isOneDigit(earlier.digits, later.digits)) continue
        const key = `${earlier.figure.start},${later.figure.start}`
        if (seen.has(key)) continue
        seen.add(key)
        const [way, noun] = wayOf(earlier, later)
        if (way === '') continue
        if (!isTold(earlier, later, way, noun.length, isSwap, isPlan)) continue
        found.push({ earlier: earlier.figure, later: later.figure, noun, isSwap, isAsked: true })
      }
    }
  }
  return found.sort((one, other) => one.later.start - other.later.start)
}

const allBehind = /^[\u4e00-\u9fff]{2,10}?(?:全部|均已|全都|逐一全部|已全部)/

/** 对126栋…, 全体286名…, 126栋…全部: what was counted before is meant. */
const definite = /(?:^|对|将|把|这|上述|该|全部|全体|所有|针对|以上|组织全体|面向)$/
const definiteBehind = /^[\u4e00-\u9fff]{2,12}?(?:[中里]，|全部|均|已|都)/

const each = /每|分别/

function isTold(
  earlier: Named,
  later: Named,
  way: string,
  size: number,
  isSwap: boolean,
  isPlan: (at: number) => boolean,
): boolean {
  const places = later.digits.replace('.', '').length
  const isPlanned = isPlan(earlier.figure.start) !== isPlan(later.figure.start)
  const isOther = otherThing.test(earlier.lead) || otherThing.test(later.lead)
  if (each.test(earlier.lead) || each.test(later.lead)) return false
  const isDefinite = definite.test(later.lead) || later.behindIsDefinite
  if (isSwap) {
    if (size < 3) return places > 2 && (way === 'across' || way === 'behind')
    if (places > 2 || isDefinite) return true
    return !isPlanned && (way !== 'before' || (size > 4 && !isOther))
  }
  const isRound = later.digits.endsWith('0') || earlier.digits.endsWith('0')
  if (isPlanned || way === 'tail' || (isRound && !(isDefinite && places > 2 && size > 3))) return false
  if (way === 'before') return !isOther && places > 2 && size > 4
  if (isDefinite) return size > 2 || (later.isAll && later.lead === '' && size > 1 && earlier.stretch === later.stretch)
  return !isOther && !undone.test(later.lead) && size > (places > 2 ? 2 : 3)
}

const undone = /着力|抓好|推[进动]|加快|全力|实施/

function wayOf(one: Named, other: Named): [string, string] {
  const behind = prefix(one.noun, other.noun)
  const before = suffix(one.label, other.label)
  const across = [
    ends(one.noun, other.label),
    ends(other.noun, one.label),
    // 发现问题47个, later 发现的49个问题.
    wholeIn(one, other.label),
    wholeIn(other, one.label),
  ].reduce(longer)
  const tail = longer(suffix(one.noun, other.label), suffix(other.noun, one.label))
  const best = [
    ['behind', behind],
    ['before', before],
    ['across', across],
    ['tail', tail],
  ] as [string, string][]
  best.sort((a, b) => b[1].length - a[1].length)
  const [top] = best as [[string, string]]
  return top[1].length >= 2 ? top : ['', '']
}

function wholeIn({ lead, noun }: Named, label: string): string {
  const found = noun !== '' && lead.endsWith('的') ? suffix(`${lead.slice(0, -1).replace(/出$/, '')}${noun}`, label) : ''
  return found.length > 3 ? found : ''
}

const longer = (one: string, other: string): string => (other.length > one.length ? other : one)

function prefix(one: string, other: string): string {
  let size = 0
  while (size < one.length && one[size] === other[size]) size++
  return one.slice(0, size)
}

function suffix(one: string, other: string): string {
  let size = 0
  while (size < one.length && size < other.length && one[one.length - 1 - size] === other[other.length - 1 - size]) size++
  const found = one.slice(one.length - size)
  return /^[\u4e00-\u9fff]*$/.test(found) ? found : (/[\u4e00-\u9fff]{0,24}$/.exec(found)?.[0] ?? '')
}

/** The longest beginning of `noun` that `label` ends with. */
function ends(noun: string, label: string): string {
  for (let size = Math.min(noun.length, label.length); size > 1; size--)
    if (label.endsWith(noun.slice(0, size))) return noun.slice(0, size)
  return ''
}

function add(groups: Map<string, Named[]>, key: string, named: Named): void {
  const others = groups.get(key)
  if (others) others.push(named)
  else groups.set(key, [named])
}

function isSwapped(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  let next = at + 1
  if (one[next] === '.') next++
  return one[at] === other[next] && one[next] === other[at] && one.slice(next + 1) === other.slice(next + 1) && next < one.length
}

function isOneDigit(one: string, other: string): boolean {
  let differ = 0
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) differ++
  return differ === 1
}

/** How `said` differs from `due`: two neighbouring digits swapped, one digit replaced; undefined for anything else. */
export function isSlipOf(said: string, due: string): 'swap' | 'digit' | undefined {
  if (said.length !== due.length || said === due) return undefined
  if (isSwapped(said, due)) return 'swap'
  return isOneDigit(said, due) ? 'digit' : undefined
}
