/** One place under two units or two sides: 柳河镇 and 柳河乡, 上河村 and 下河村 in one story; one name twice at the head of a list. */
import {
  addTo,
  distinguishing,
  isKnownPlace,
  type Line,
  type NameMention,
  numberOf,
  type Span,
  type Words,
} from '../../../src/kit.ts'

export interface UnitVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  readonly isSure: boolean
}

interface Told extends Span {
  readonly words: string
}

const aboves = '省市县区州盟镇乡'
/** Where a name of two or three characters begins behind those of the places above it: of 青川县石桥 at 3; 0 without any. */
const coreFrom = (name: string): number => {
  const at = [name.length - 3, name.length - 4].find((index) => index >= 0 && aboves.includes(name[index] as string))
  return at === undefined ? 0 : at + 1
}
/** The place was the one before it became the other. */
const renamed = /[原撤改]|合并|并入|时任|前身|旧称/
const around = 16
const generic = /[全各本我该每某的和与及等一二三四五六七八九十百千万两几多数]|^(?:重点|中心|建制|特色|乡镇|边境|民族)/

/** 镇 and 乡 of one name; the one that stands but once is told. */
export function townUnits(text: string, named: readonly NameMention[]): UnitVariant[] {
  const places = new Map<string, Map<string, Told[]>>()
  for (const { start, end, ending } of named) {
    if ((ending !== '镇' && ending !== '乡') || '镇乡村土愁亲'.includes(text[end] ?? ' ')) continue
    const from = start + coreFrom(text.slice(start, end - 1))
    const core = text.slice(from, end - 1)
    if (core.length < 2 || core.length > 3 || generic.test(core) || /[城农级]$/.test(core)) continue
    const kinds = places.get(core) ?? new Map<string, Told[]>()
    places.set(core, kinds)
    addTo(kinds, ending, { words: core + ending, start: from, end })
  }
  return [...places.values()].flatMap((kinds) => {
    if (kinds.size !== 2) return []
    const [right, odd] = [...kinds.values()].sort((a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0)) as [
      Told[],
      Told[],
    ]
    const [other] = odd
    const [first] = right
    if (!first || !other || odd.length > 1 || renamed.test(text.slice(Math.max(0, other.start - around), other.end + around)))
      return []
    return [
      { name: first.words, nameAt: first, count: right.length, other: other.words, otherAt: other, isSure: right.length > 2 },
    ]
  })
}

const sided: ReadonlySet<string> = new Set(['村', '社区', '小学', '中学', '水库'])

/** 帮扶上河村…… 下河村获评: two names that only a side tells apart, once each, in two sentences of one paragraph that lists nothing. */
export function sidedNames(text: string, named: readonly NameMention[]): UnitVariant[] {
  const bySide = new Map<string, { words: string; at: Span; stretch: number; kind: number }[]>()
  for (const { start, end, ending, stretch } of named) {
    if (!sided.has(ending)) continue
    const from = start + coreFrom(text.slice(start, end - ending.length))
    const words = text.slice(from, end)
    const kind = distinguishing.get(words[0] as string)
    if (
      words.length - ending.length !== 2 ||
      kind === undefined ||
      !/^[东西南北上下前后大小新老]/.test(words) ||
      generic.test(words)
    )
      continue
    const key = words.slice(1)
    const known = bySide.get(key)
    const one = { words, at: { start: from, end }, stretch, kind }
    if (known) known.push(one)
    else bySide.set(key, [one])
  }
  return [...bySide.values()].flatMap((all) => {
    const [one, other, more] = all
    if (!one || !other || more || one.words === other.words || one.kind !== other.kind || one.stretch !== other.stretch) return []
    const between = text.slice(one.at.end, other.at.start)
    if (!/[。；]/.test(between) || text.split(one.words).length > 2 || text.split(other.words).length > 2) return []
    return [{ name: one.words, nameAt: one.at, count: 1, other: other.words, otherAt: other.at, isSure: false }]
  })
}

/** 城北分校 and 北城分校: the two characters of a name changed about, once at least each. */
export function turnedNames(text: string, named: readonly NameMention[]): UnitVariant[] {
  const byPair = new Map<string, { words: string; at: Span }[]>()
  for (const { start, end, ending, of } of named) {
    if (of === 'project') continue
    const from = start + coreFrom(text.slice(start, end - ending.length))
    const core = text.slice(from, end - ending.length)
    if (core.length !== 2 || generic.test(core) || ending.length < 2) continue
    const key = [...core].sort().join('') + ending
    addTo(byPair, key, { words: core + ending, at: { start: from, end } })
  }
  return [...byPair.values()].flatMap((all) => {
    const [first] = all
    const others = all.filter(({ words }) => words !== first?.words)
    const same = all.length - others.length
    if (!first || others.length === 0 || (others.length > 1 && same > 1)) return []
    const isFirstRight = same >= others.length
    const right = isFirstRight ? first : (others[0] as typeof first)
    const odd = isFirstRight ? (others[0] as typeof first) : first
    const between = text.slice(Math.min(right.at.end, odd.at.end), Math.max(right.at.start, odd.at.start))
    if (between.length < 40 && /[、和与及或]/.test(between) && !/[，。；：\n]/.test(between)) return []
    const count = Math.max(same, others.length)
    return [{ name: right.words, nameAt: right.at, count, other: odd.words, otherAt: odd.at, isSure: count > 1 }]
  })
}

/** 鹤川市 twice and 鹤州市 once, of which nobody else knows. */
export function placesAlike(text: string, named: readonly NameMention[], dictionary: Words): UnitVariant[] {
  const places = new Map<string, { count: number; at: Span }>()
  for (const { start, end, ending, atEdge } of named) {
    if (!atEdge || (ending !== '市' && ending !== '县')) continue
    const from = start + coreFrom(text.slice(start, end - 1))
    const words = text.slice(from, end)
    if (words.length !== 3 || generic.test(words) || '场区民域政值委'.includes(text[end] ?? ' ')) continue
    if (/^.城|[级上]/.test(words)) continue
    const known = places.get(words)
    if (known) known.count++
    else places.set(words, { count: 1, at: { start: from, end } })
  }
  const found: UnitVariant[] = []
  const byHalf = new Map<string, [string, { count: number; at: Span }][]>()
  for (const entry of [...places].slice(0, mostPlaces)) {
    const [words] = entry
    for (const key of [`${words[0]}*${words[2]}`, `*${words.slice(1)}`]) addTo(byHalf, key, entry)
  }
  for (const alike of byHalf.values()) {
    if (alike.length < 2) continue
    // A name that is a word of the dictionary is none: 本市, 各县. Asked where two are alike only, for the answer is dear.
    const group = alike.filter(([words]) => dictionary.hasEndIn(words.slice(0, 2), 1))
    if (group.length !== 2) continue
    const [right, odd] = [...group].sort((a, b) => b[1].count - a[1].count) as [(typeof group)[0], (typeof group)[0]]
    const at = right[0][0] === odd[0][0] ? 1 : 0
    const kind = distinguishing.get(right[0][at] as string)
    if (kind !== undefined && kind === distinguishing.get(odd[0][at] as string)) continue
    if (right[1].count < 2 || odd[1].count > 1 || isKnownPlace(odd[0]) || isKnownPlace(right[0])) continue
    const between = text.slice(Math.min(right[1].at.end, odd[1].at.end), Math.max(right[1].at.start, odd[1].at.start))
    if (between.length < 40 && !/[。；\n]/.test(between)) continue
    found.push({ name: right[0], nameAt: right[1].at, count: right[1].count, other: odd[0], otherAt: odd[1].at, isSure: false })
  }
  return found
}

const route =
  /([\u4e00-\u9fff]{2,3})(?:至|到)([\u4e00-\u9fff]{2,3}?)((?:一级|二级|三级|高等级|旅游|沿江|产业|快速)?(?:高速公路|公路|高速|铁路|通道|快速路|大道|线))/g

/** 云棠至澄江一级公路 and 云棠至澄河一级公路: one road with two ends that differ in one character. */
export function roadsAlike(text: string): UnitVariant[] {
  const roads = new Map<string, { end: string; count: number; words: string; at: Span }[]>()
  for (const match of text.matchAll(route)) {
    const [all, from = '', to = '', kind = ''] = match
    // What stands before a name of two characters may be a word's end: 确保澜坪至清河.
    const skip = from.length - 2
    const words = all.slice(skip)
    const key = `${from.slice(-2)}|${kind}`
    const known = roads.get(key) ?? []
    roads.set(key, known)
    const same = known.find(({ end }) => end === to)
    if (same) same.count++
    else known.push({ end: to, count: 1, words, at: { start: match.index + skip, end: match.index + all.length } })
  }
  return [...roads.values()].flatMap((ends): UnitVariant[] => {
    if (ends.length !== 2) return []
    const [right, odd] = [...ends].sort((a, b) => b.count - a.count) as [(typeof ends)[0], (typeof ends)[0]]
    if (odd.count > 1 || right.end.length !== odd.end.length) return []
    const slips = [...right.end].filter((character, index) => character !== odd.end[index]).length
    const between = text.slice(right.at.end, odd.at.start)
    if (slips !== 1 || (between.length < 40 && /[、和与及]/.test(between) && !/[。；\n]/.test(between))) return []
    return [{ name: right.words, nameAt: right.at, count: right.count, other: odd.words, otherAt: odd.at, isSure: false }]
  })
}

/** More counties and cities than these are a register. */
const mostPlaces = 100

const head =
  /^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|([0-9]{1,2})[.．、])\s?([\u4e00-\u9fff]{2,12})[：:]/

export interface HeadTwice {
  readonly name: string
  readonly at: Span
  readonly first: Span
}

/** 二、南石县：… 三、南石县：… : the members of one list have each a name of their own. */
export function headsTwice(lines: readonly Line[]): HeadTwice[] {
  const found: HeadTwice[] = []
  let seen = new Map<string, Span>()
  let due = 0
  for (const { words, start } of lines) {
    const match = head.exec(words.slice(0, 24))
    const number = match && numberOf((match[1] ?? match[2] ?? match[3]) as string)
    if (!match || number === undefined || number !== due) seen = new Map()
    if (!match || number === undefined) {
      due = 0
      continue
    }
    due = (number as number) + 1
    const name = match[4] as string
    const from = start + match[0].length - 1 - name.length
    const at = { start: from, end: from + name.length }
    const first = seen.get(name)
    if (first) found.push({ name, at, first })
    else seen.set(name, at)
  }
  return found
}
