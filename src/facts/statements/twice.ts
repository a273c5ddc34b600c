/** A figure told twice whose digits differ as a slip makes them differ: two neighbours swapped, or one digit changed. */
import { isHan } from '../../text/characters.ts'
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence } from './lines.ts'

/** The same thing told with another figure; `later` stands behind `earlier`. */
export interface Retold {
  readonly earlier: Figure
  readonly later: Figure
  /** The words that both have. */
  readonly noun: string
  readonly isSwap: boolean
  /** Everything else that is told of both agrees. */
  readonly isSure?: boolean
  /** Words and figure may belong to two things: only asked about. */
  readonly isAsked?: boolean
  /** Told only where the text shows haste. */
  readonly isDoubt?: boolean
  /** What `earlier` and what it stands beside come to, where that is what is told twice. */
  readonly sum?: number
}

interface Told {
  readonly figure: Figure
  readonly digits: string
  readonly before: string
  readonly after: string
  readonly sentence: number
  readonly stretch: number
}

/** Words of a plan, of another year, of a change: such a figure is another one. */
const otherThing =
  /分别|每|上年|去年|前年|同期|年初|增加|减少|增长|下降|目标|计划|任务|预算|力争|确保|预计|今年|明年|下一步|新增|累计|超|不少于|不低于|以上|同比|比|较|由|从|提高|降|其中|剩余|其余|全[国省]|阶段|抓好|着力|推进|加快|安排|谋划|突出|全力|实施|第[一二三四]|季度|[0-9]月/
const mostAlike = 24
const longestLabel = 40

/** Pairs of figures of different paragraphs. `sentences` are those of the document. */
export function retold(text: string, sentences: readonly FigureSentence[]): Retold[] {
  const byDigits = new Map<string, Told[]>()
  sentences.forEach(({ lines, start, stretch }, sentence) => {
    for (const { figures } of lines) {
      for (const figure of figures) {
        if (figure.isApproximate || figure.isHan || figure.kind === 'ordinal' || figure.kind === 'bare') continue
        const digits = text.slice(figure.start, figure.numberEnd).replace(/[,，]/g, '')
        const plain = digits.replace('.', '')
        if (plain.length < 3 || plain.endsWith('00')) continue
        const before = text.slice(Math.max(start, figure.start - longestLabel), figure.start)
        const told = { figure, digits, before, after: text.slice(figure.end, figure.end + 12), sentence, stretch }
        const key = `${figure.unit}|${figure.scale}|${digits.indexOf('.')}|${[...plain].sort().join('')}`
        const others = byDigits.get(key)
        if (others) others.push(told)
        else byDigits.set(key, [told])
      }
    }
  })
  const found: Retold[] = []
  for (const told of byDigits.values()) {
    if (told.length < 2 || told.length > mostAlike) continue
    pairsIn(told, found)
  }
  return found.sort((one, other) => one.later.start - other.later.start)
}

function pairsIn(told: readonly Told[], found: Retold[]): void {
  for (let at = 1; at < told.length; at++) {
    const later = told[at] as Told
    for (let earlierAt = 0; earlierAt < at; earlierAt++) {
      const earlier = told[earlierAt] as Told
      if (earlier.stretch === later.stretch || earlier.digits === later.digits) continue
      if (!isSwap(earlier.digits, later.digits)) continue
      // Twice each way: both are figures of their own.
      if (told.some((one) => one !== earlier && one !== later && one.digits === later.digits)) continue
      const noun = longer(commonRun(earlier.before, later.before), acrossRun(earlier, later))
      if (earlier.figure.kind === 'percent' && measureOf(earlier.before) !== measureOf(later.before)) continue
      if (noun.length < 4 || /分别|每/.test(earlier.before.slice(-8) + later.before.slice(-8))) continue
      found.push({ earlier: earlier.figure, later: later.figure, noun, isSwap: true })
      break
    }
  }
}

/** What a percentage is: the two characters before its verb. 增长12.4% is no 亏损面21.4%. */
const measureOf = (before: string): string => before.replace(/(?:达到|达|为|是|至|到|了|约){1,2}$/, '').slice(-2)

const longer = (one: string, other: string): string => (other.length > one.length ? other : one)

/** 安全隐患187栋, 178栋存在安全隐患的: the noun stands before one of them and behind the other. */
function acrossRun(earlier: Told, later: Told): string {
  if (!/[栋户名件起处座所家人台套间条亩]/.test(earlier.figure.unit)) return ''
  const run = longer(commonRun(earlier.before, later.after), commonRun(earlier.after, later.before))
  return run.length >= 5 ? run : ''
}

/** One and the other differ by two neighbouring digits that changed places. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  if (at + 1 >= one.length || one[at] !== other[at + 1] || one[at + 1] !== other[at]) return false
  return one.slice(at + 2) === other.slice(at + 2)
}

/** The longest run of Han characters in both; at most 40 characters each. */
function commonRun(one: string, other: string): string {
  let best = ''
  for (let from = 0; from < one.length; from++) {
    for (let to = from + best.length + 1; to <= one.length; to++) {
      const part = one.slice(from, to)
      if (!/^[\u4e00-\u9fff]+$/.test(part) || !other.includes(part)) break
      best = part
    }
  }
  return best
}

/** So long may many things last. */
const duration: ReadonlySet<string> = new Set(['年', '天', '个月', '小时', '分钟', '岁'])

/** Nouns of which a report has many sets. */
const common =
  /^(?:结转|结余|上年|安排|项目|企业|单位|问题|乡镇|部门|行政村|村|社区|岗位|国家|城市|县|区|省|市|重点|重大|学校|家庭|品牌|产品|案|方面|领域|行业|地|民生|实事|人|党|干部|代表|委员|工作|专题|个|小区|景区|园区|基地|支部|公司|机构|医院|平台|中心|站|点)/

interface Named {
  readonly figure: Figure
  readonly digits: string
  readonly stretch: number
  /** The noun stands behind the number, so that a set is meant; or the number is too exact to come by chance. */
  readonly isSet: boolean
}

/** Verbs and particles that end the noun behind a figure. */
const nounEnd =
  /竣工|开工|加快|完成|建成|投产|实现|开展|推进|集中|全部|已|[的中为是在已被由和与及共有了将均都、，。；：（）“”《》]/

/**
 * 31个薄弱村, later 21个薄弱村: a set that is named behind its number, told with one digit changed. `isPlan` says whether a
 * place looks ahead: what was done and what is to be done have figures of their own.
 */
export function retoldSets(text: string, sentences: readonly FigureSentence[], isPlan: (offset: number) => boolean): Retold[] {
  const bySet = new Map<string, Named[]>()
  for (const { lines, start, stretch } of sentences) {
    for (const { figures } of lines) {
      for (const figure of figures) {
        if (figure.isApproximate || figure.isHan || figure.kind !== 'amount' || duration.has(figure.unit)) continue
        const digits = text.slice(figure.start, figure.numberEnd)
        // Round numbers are plans and means.
        if (digits.length < 2 || digits.length > 8 || digits.endsWith('0')) continue
        const isExact = figure.decimals > 0 && digits.length > 3
        if (figure.scale !== 1 && !isExact) continue
        const behind = text.slice(figure.end, figure.end + 10)
        const stop = behind.search(nounEnd)
        const noun = stop < 0 ? behind : behind.slice(0, stop)
        const before = text.slice(Math.max(start, figure.start - 12), figure.start)
        if (otherThing.test(before.slice(Math.max(...['，', '；', '。', '：'].map((mark) => before.lastIndexOf(mark))) + 1)))
          continue
        const set = /^[\u4e00-\u9fff]+/.exec(noun)?.[0] ?? ''
        for (let size = common.test(set) ? 5 : 3; size <= Math.min(set.length, 8); size++) {
          add(bySet, `${figure.unit}|${set.slice(0, size)}`, { figure, digits, stretch, isSet: true })
        }
        const label = /[\u4e00-\u9fff]{4,8}$/.exec(before)?.[0]
        // Of each budget something is carried over.
        if (label !== undefined && !/结转|结余|安排|上年/.test(label) && /^[，。；：、（]/.test(behind)) {
          for (let size = 4; size <= label.length; size++) {
            add(bySet, `${figure.unit}|${label.slice(-size)}`, { figure, digits, stretch, isSet: isExact && size > 5 })
          }
        }
      }
    }
  }
  const found: Retold[] = []
  const told = new Set<Figure>()
  for (const [key, named] of bySet) {
    if (named.length < 2 || named.length > mostAlike) continue
    const [first] = named as [Named]
    for (const later of named.slice(1)) {
      if (!first.isSet && !later.isSet) continue
      if (told.has(later.figure) || later.stretch === first.stretch || !isOneDigit(first.digits, later.digits)) continue
      if (isPlan(first.figure.start) !== isPlan(later.figure.start)) continue
      told.add(later.figure)
      const noun = wholeNoun(text, first.figure, later.figure, key.slice(key.indexOf('|') + 1))
      found.push({ earlier: first.figure, later: later.figure, noun, isSwap: false })
    }
  }
  return found.sort((one, other) => one.later.start - other.later.start)
}

/** The noun as far as both have it: the set was found by its first characters. */
function wholeNoun(text: string, one: Figure, other: Figure, noun: string): string {
  if (!text.startsWith(noun, one.end) || !text.startsWith(noun, other.end)) return noun
  let size = noun.length
  while (size < 12 && text[one.end + size] === text[other.end + size] && isHan(text, one.end + size)) size++
  return text.slice(one.end, one.end + size)
}

function add(sets: Map<string, Named[]>, key: string, named: Named): void {
  const others = sets.get(key)
  if (others) others.push(named)
  else sets.set(key, [named])
}

function isOneDigit(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false
  let differ = 0
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) differ++
  return differ === 1
}
