/** What is a name's own, 云台 of 云台湖, and what differs from it in one character that is taken for it, wherever it stands: 云苔, 兰坪 for 澜坪. */
import {
  distinguishing,
  isHan,
  type ListedNames,
  type NameMention,
  type PersonMention,
  type Span,
  type Stretch,
  type Words,
} from '../../../src/kit.ts'
import { isRare, takenFor } from './alike.ts'

export interface StemVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  readonly isSure: boolean
}

interface Stem extends Span {
  readonly words: string
  /** What it was named with: 湖, 镇, 纺织. */
  readonly endings: Set<string>
  readonly isPerson: boolean
  /** The place whose paper it is. */
  readonly isOwn: boolean
  /** Only named with an ending: it may be a word of the dictionary too. */
  readonly isNamed: boolean
  /** Listed among villages or towns: 上坪、石碣等6个村. */
  readonly isListed: boolean
  count: number
  readonly places: number[]
  readonly near: Map<string, number[]>
  /** Where it stands before a trade, and whether it is a name there is still to be asked; undefined: it is one. */
  doubts: Doubt[] | undefined
}

/** A place where words before a trade may be a name: 恒泰纺织, not 做强纺织. */
interface Doubt extends Span {
  readonly ending: string
}

/** No part of a name: what joins words, counts, points or heads a clause. */
const notOwn =
  /[一二三四五六七八九十百千万亿两几数各全本我该每某此这那的了和与及等对在为有无不把将从到向以由于被给让使也都个项次名年月日前后内外]/
/** What is before a town in its name: 大河镇上河村. */
const above = /^.{0,40}[省市县区镇乡](?=[\u4e00-\u9fff]{2,3}$)/
/** Words for what a place or a house is, not for which one it is. */
const generic =
  /^(?:重点|中心|城市|城镇|乡村|农村|村级|县级|市级|省级|国家|地方|基层|社会|公共|生态|旅游|文化|工业|农业|产业|科技|教育|卫生|医疗|养老|党员|干部|群众|企业|民营|国有|大型|中型|小型|试点|示范|特色|美丽|智慧|绿色|红色|新型|现代|标准|高标|老旧|安置|移民|贫困|脱贫|边远|偏远)/

/** More stems than these are a register of names, not a report. */
const mostStems = 400
const longestList = 80

export interface StemSources {
  readonly named: readonly NameMention[]
  readonly people: readonly PersonMention[]
  readonly listed: ListedNames
  readonly stretches: readonly Stretch[]
  /** Names of the place whose paper it is, without unit. */
  readonly own: readonly Span[]
  readonly words: Words
}

export function stemVariants(text: string, sources: StemSources): StemVariant[] {
  const possible = stemsOf(text, sources)
  const stems = possible.length > mostStems ? possible.filter((stem) => isName(text, stem, sources.words)) : possible
  if (stems.length === 0 || stems.length > mostStems) return []
  findIn(text, sources.stretches, stems)
  const found = new Map<number, StemVariant>()
  const told = new Set<string>()
  // Of two that stand once each the second is told.
  for (const stem of [...stems].sort((a, b) => b.count - a.count || a.start - b.start)) {
    for (const [other, places] of stem.near) {
      const [start = 0] = places
      if (!isName(text, stem, sources.words)) break
      const variant = judge(text, stem, other, places, sources.words)
      if (!variant || found.has(start) || told.has(stem.words)) continue
      found.set(start, variant)
      told.add(other)
    }
  }
  return [...found.values()].sort((a, b) => a.otherAt.start - b.otherAt.start)
}

/** Whether the stem is a name, which the dictionary is asked for where something is like it: the answer is dear. */
function isName(text: string, stem: Stem, words: Words): boolean {
  const { doubts = [], endings } = stem
  if (doubts.length === 0) return stem.doubts === undefined
  const sure = isSplit(stem.words, words) ? doubts.filter(({ start, end }) => !cuts(text, start, end, words)) : []
  stem.doubts = sure.length > 0 ? undefined : []
  for (const { ending } of sure) endings.add(ending)
  return sure.length > 0
}

function stemsOf(text: string, { named, people, listed, own, words }: StemSources): Stem[] {
  const stems = new Map<string, Stem>()
  const add = (start: number, end: number, ending: string, what: 'person' | 'own' | 'listed' | 'named'): void => {
    const word = text.slice(start, end)
    const known = stems.get(word)
    if (known && isName(text, known, words)) {
      if (ending !== '') known.endings.add(ending)
      return
    }
    const endings = new Set(ending === '' ? [] : [ending])
    const kind = { isPerson: what === 'person', isOwn: what === 'own', isListed: what === 'listed', isNamed: what === 'named' }
    stems.set(word, { words: word, start, end, endings, ...kind, count: 0, places: [], near: new Map(), doubts: undefined })
  }
  const addTraded = (start: number, ending: string): void => {
    const doubt = { start, end: start + 2, ending }
    const word = text.slice(start, doubt.end)
    const known = stems.get(word)
    if (known?.doubts) known.doubts.push(doubt)
    else if (!known) {
      add(start, doubt.end, '', 'named')
      const stem = stems.get(word)
      if (stem) stem.doubts = [doubt]
    } else if (isSplit(word, words) && !cuts(text, start, doubt.end, words)) known.endings.add(ending)
  }
  for (const { start, end } of own) if (end - start <= 3) add(start, end, '', 'own')
  for (const { of, start, end, ending, atEdge } of named) {
    if (of === 'project' || !atEdge) continue
    const to = end - ending.length
    const core = text.slice(start, to)
    const from = start + (above.exec(core)?.[0].length ?? 0)
    if (isStem(text.slice(from, to))) add(from, to, ending, 'named')
  }
  for (const { start, end, trade } of listed.trades) if (isStem(text.slice(start, end))) addTraded(start, trade)
  for (const { name, start, end } of people) if (name.length === 3 && end - start === 3) add(start, end, '', 'person')
  for (const { start, end } of listed.people) add(start, end, '', 'person')
  for (const { start, end } of listed.places) if (isStem(text.slice(start, end))) add(start, end, '', 'listed')
  return [...stems.values()]
}

/** What can be a name. */
const isStem = (core: string): boolean =>
  core.length >= 2 && core.length <= 3 && !notOwn.test(core) && !generic.test(core) && allHan.test(core)

/** The dictionary has it not as one word. */
const isSplit = (core: string, words: Words): boolean => words.hasEndIn(core, 1) || (core.length === 3 && words.hasEndIn(core, 2))

const allHan = /^[\u4e00-\u9fff]+$/

const none: readonly Stem[] = []
/** Where in a stem a character stands. */
const atHead = 1
const atSecond = 2
const atThird = 4
const atTurned = 8

/** One pass: where each stem stands, and what is like it but for one character. */
function findIn(text: string, stretches: readonly Stretch[], stems: readonly Stem[]): void {
  // By the code of a character, since a text makes a string of each that is asked for.
  const byHead = new Map<number, Stem[]>()
  const byTail = [new Map<number, Stem[]>(), new Map<number, Stem[]>()] as const
  const turned = new Map<number, Stem[]>()
  // By UTF-16 unit: whether any of the four is to be asked. Nine characters in ten are passed by.
  const asked = new Uint8Array(0x10000)
  const put = (map: Map<number, Stem[]>, key: number, stem: Stem, mark: number): void => {
    asked[key] = (asked[key] as number) | mark
    const known = map.get(key)
    if (known) known.push(stem)
    else map.set(key, [stem])
  }
  for (const stem of stems) {
    const { words, isOwn } = stem
    // Of two characters one is the same, of three two are: one of the first two and one of the last two, or the outer ones.
    put(byHead, words.charCodeAt(0), stem, atHead)
    if (words.length === 2) put(byTail[0], words.charCodeAt(1), stem, atSecond)
    if (words.length === 3) put(byTail[1], words.charCodeAt(2), stem, atThird)
    // 丰泽 for 泽丰: of the place itself, whose name stands everywhere.
    if (isOwn && words.length === 2 && words[0] !== words[1]) put(turned, words.charCodeAt(1), stem, atTurned)
  }
  for (const { start, end, role } of stretches) {
    if (role === 'noise' || role === 'aside') continue
    for (let at = start; at < end - 1; at++) {
      const code = text.charCodeAt(at)
      const marks = asked[code] as number
      if ((marks & atTurned) !== 0) {
        for (const stem of turned.get(code) ?? none) {
          if (text[at + 1] !== stem.words[0]) continue
          const said = text.slice(at, at + 2)
          const known = stem.near.get(said)
          if (known) known.push(at)
          else stem.near.set(said, [at])
        }
      }
      if ((marks & atHead) !== 0) for (const stem of byHead.get(code) ?? none) look(at, stem)
      const second = text.charCodeAt(at + 1)
      if (((asked[second] as number) & atSecond) !== 0) lookBack(at, code, byTail[0].get(second) ?? none)
      const third = text.charCodeAt(at + 2)
      if (((asked[third] as number) & atThird) !== 0) lookBack(at, code, byTail[1].get(third) ?? none)
    }
    function lookBack(at: number, code: number, ending: readonly Stem[]): void {
      for (const stem of ending) if (stem.words.charCodeAt(0) !== code) look(at, stem)
    }
    function look(at: number, stem: Stem): void {
      const { words } = stem
      if (at + words.length > end) return
      let slip = -1
      for (let index = 0; index < words.length; index++) {
        if (text[at + index] === words[index]) continue
        if (slip >= 0) return
        slip = index
      }
      if (slip < 0) {
        stem.count++
        stem.places.push(at)
        return
      }
      const other = text[at + slip] as string
      const own = words[slip] as string
      if (!isHan(text, at + slip) || !(takenFor(own, other) || isRare(own) || isRare(other))) return
      // A character beyond the common block is typed with care.
      if (other < '一' || notOwn.test(other)) return
      const kind = distinguishing.get(own)
      if (kind !== undefined && kind === distinguishing.get(other)) return
      const said = text.slice(at, at + words.length)
      const known = stem.near.get(said)
      if (known) known.push(at)
      else stem.near.set(said, [at])
    }
  }
}

/** Others are spoken of, whose names may be one's own turned about: 邀请平岭县、川平县派员观摩. */
const ofOthers = /邻近|毗邻|周边|兄弟|邀请|考察|观摩|交流|学习|对口|协作|赴|[市县区镇乡村]、$/
const longestLead = 24

function judge(text: string, stem: Stem, other: string, places: readonly number[], words: Words): StemVariant | undefined {
  const [start = 0, second] = places
  if (second !== undefined || stem.count === 0) return undefined
  const end = start + other.length
  const slip = [...other].findIndex((character, index) => character !== stem.words[index])
  const isTurned = other.length === 2 && other[0] === stem.words[1] && other[1] === stem.words[0]
  if (
    isTurned &&
    ofOthers.test(
      text
        .slice(Math.max(0, start - longestLead), start)
        .split(/[，。；！？\n]/)
        .at(-1) ?? '',
    )
  )
    return undefined
  const isTaken = isTurned || takenFor(other[slip] as string, stem.words[slip] as string)
  // A family name is another's unless it sounds the same.
  if (stem.isPerson && (!isTaken || (slip === 0 && stem.count < 2))) return undefined
  const hasEnding = [...stem.endings].some((ending) => text.startsWith(ending, end))
  if (!hasEnding && !stem.isPerson && !standsAlone(stem, isTaken, words)) return undefined
  if (cuts(text, start, end, words)) return undefined
  const isWord = !isSplit(other, words)
  if (isWord && !stem.isOwn) return undefined
  if (areListed(text, stem, start, end)) return undefined
  const [at = stem.start] = stem.places
  const isSure = isTaken && ((stem.isOwn && stem.count > 3 && !isWord) || (hasEnding && stem.count > 2))
  return {
    name: stem.words,
    nameAt: { start: at, end: at + stem.words.length },
    count: stem.count,
    other,
    otherAt: { start, end },
    isSure,
  }
}

/** Endings that places leave out where they are spoken of again: 石碣 for 石碣镇. */
const leftOut: ReadonlySet<string> = new Set('镇 乡 村 社区 街道 湖 水库 岛 河 县 古镇 景区 风景区'.split(' '))

/** Whether the stem is known well enough to be meant where its ending does not stand. */
function standsAlone({ isNamed, isOwn, isListed, count, words, endings }: Stem, isTaken: boolean, all: Words): boolean {
  // Of a word of the dictionary another one is meant only beside the same ending.
  if (!isTaken || words.length > 2 || (isNamed && !isSplit(words, all))) return isOwn && isTaken && count > 2
  if (isOwn) return count > 2
  return isListed || (count > 1 && [...endings].some((ending) => leftOut.has(ending)))
}

/** Whether a word of the text goes over an end of it, or is longer than it. */
function cuts(text: string, start: number, end: number, words: Words): boolean {
  let from = start
  while (from > 0 && start - from < 5 && isHan(text, from - 1)) from--
  let to = end
  while (to < text.length && to - end < 5 && isHan(text, to)) to++
  return !words.hasEnd(from, to, start) || !words.hasEnd(from, to, end)
}

/** Whether both stand in one list: they are two. */
function areListed(text: string, { places, words }: Stem, start: number, end: number): boolean {
  return places.some((at) => {
    if (Math.abs(at - start) > longestList) return false
    const between = at < start ? text.slice(at + words.length, start) : text.slice(end, at)
    return /[、和与及或]/.test(between) && !/[，。！？；：\n]/.test(between)
  })
}
