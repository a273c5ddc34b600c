import { isHan, lookAlike, type Span, soundAlike } from '../../../src/kit.ts'

/** Words of official prose that are never varied, but for the variants of the table. */
export interface Fixed {
  readonly words: string
  /** Four characters, of which another may be meant: only a turn to the opposite or out of order is told. */
  readonly isTight: boolean
  readonly variants: ReadonlySet<string>
}

/** A place where such words are all but right. */
export interface FixedSlip extends Span {
  readonly words: string
  /** `mixed`: the same characters in another order; `letter`: one replaced, lost or too many. */
  readonly how: 'mixed' | 'letter'
}

/** The same characters as a list, or as one of the fixed words, by what they add up to. */
interface Heap {
  readonly words: string
  /** Undefined: no list. */
  readonly members: readonly string[] | undefined
  readonly letters: string
  readonly variants: ReadonlySet<string>
}

export interface FixedFinder {
  readonly starts: ReadonlyMap<number, readonly Fixed[]>
  readonly ends: ReadonlyMap<number, readonly Fixed[]>
  /** By UTF-16 unit: 1 where the first two characters of words begin with it, 2 where their last two do. */
  readonly flags: Uint8Array
  readonly heaps: ReadonlyMap<number, readonly Heap[]>
  /** By the low half of a sum, whether a heap has it. */
  readonly sieve: Uint8Array
  /** How many characters heaps have, ascending. */
  readonly sizes: readonly number[]
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
/** A number for a character, so that a sum of them tells a heap. Any odd constant does. */
const weight = (unit: number): number => Math.imul(unit ^ (unit >>> 5), 0x9e3779b1) | 0

const lettersOf = (words: string): string => [...words].sort().join('')
/** Shorter lists are met in any order. */
const leastHeap = 6

/** Lists are given as their members. */
export function fixedFinderOf(fixed: readonly Fixed[], lists: readonly (readonly string[])[]): FixedFinder {
  const starts = new Map<number, Fixed[]>()
  const ends = new Map<number, Fixed[]>()
  const heaps = new Map<number, Heap[]>()
  const flags = new Uint8Array(0x10000)
  const add = <T>(map: Map<number, T[]>, key: number, one: T): void => {
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  }
  const pile = (words: string, members: readonly string[] | undefined, variants: ReadonlySet<string>): void => {
    const letters = words.replaceAll('、', '')
    let sum = 0
    for (let at = 0; at < letters.length; at++) sum = (sum + weight(letters.charCodeAt(at))) | 0
    add(heaps, sum, { words, members, letters: lettersOf(letters), variants })
  }
  const none: ReadonlySet<string> = new Set()
  for (const one of fixed) {
    const { words } = one
    const size = words.length
    add(starts, pairAt(words, 0), one)
    add(ends, pairAt(words, size - 2), one)
    flags[words.charCodeAt(0)] = (flags[words.charCodeAt(0)] as number) | 1
    flags[words.charCodeAt(size - 2)] = (flags[words.charCodeAt(size - 2)] as number) | 2
    pile(words, undefined, one.variants)
  }
  for (const members of lists) if (members.join('').length >= leastHeap) pile(members.join('、'), members, none)
  const sizes = new Set([...heaps.values()].flat().map(({ letters }) => letters.length))
  const sieve = new Uint8Array(0x10000)
  for (const sum of heaps.keys()) sieve[sum & 0xffff] = 1
  return { starts, ends, flags, heaps, sieve, sizes: [...sizes].sort((a, b) => a - b) }
}

/** The slips of `[start, end)`, none of words that have in them as many or more that stand there in full. */
export function fixedSlipsIn(finder: FixedFinder, text: string, start: number, end: number): FixedSlip[] {
  const slips: FixedSlip[] = []
  const whole: Span[] = []
  const { flags } = finder
  for (let at = start; at < end - 1; at++) {
    const flag = flags[text.charCodeAt(at)] as number
    if (flag === 0) continue
    const key = pairAt(text, at)
    if ((flag & 1) > 0)
      for (const one of finder.starts.get(key) ?? []) {
        const length = editFrom(text, at, end, one)
        if (length === one.words.length && text.startsWith(one.words, at)) whole.push({ start: at, end: at + length })
        else if (length > 0) slips.push({ start: at, end: at + length, words: one.words, how: 'letter' })
      }
    if ((flag & 2) > 0)
      for (const one of finder.ends.get(key) ?? []) {
        const from = at + 2 - one.words.length
        if (from >= start && isTurnedAtStart(text, from, one))
          slips.push({ start: from, end: at + 2, words: one.words, how: 'letter' })
      }
  }
  slips.push(...heapsIn(finder, text, start, end))
  slips.sort((a, b) => a.start - b.start || b.end - a.end)
  let past = 0
  return slips.filter((slip) => {
    while (past < whole.length && (whole[past] as Span).start < slip.start - longest) past++
    for (let index = past; index < whole.length; index++) {
      const { start: from, end: to } = whole[index] as Span
      if (from >= slip.end) break
      if (to > slip.start && to - from >= slip.words.length) return false
    }
    return true
  })
}

/** No words of the table are longer. */
const longest = 40

/** What turns words into their opposite. */
const opposites =
  '内外 上下 前后 大小 多少 高低 进退 升降 增减 有无 先后 轻重 不要 不能 不可 不会 不须 不需 不是 不再 不应 不得 不予 加减 开关 远近 始终'.split(
    ' ',
  )
const areOpposite = (one: string, other: string): boolean =>
  opposites.some((pair) => pair === one + other || pair === other + one)
const isLike = (one: string, other: string): boolean =>
  soundAlike(one.charCodeAt(0), other.charCodeAt(0)) || lookAlike(one, other) || areOpposite(one, other)

/** Words so long are known though a word of two characters inside them is another. */
const leastForWord = 8
const leastForCount = 6
const small = '的地得和与及了也都还要'

/** How many characters of the text from `at` stand for the words: as many as they have where they are as they should be, 0 where they are others. */
function editFrom(text: string, at: number, end: number, { words, isTight, variants }: Fixed): number {
  const { length } = words
  let same = 2
  while (same < length && text.charCodeAt(at + same) === words.charCodeAt(same)) same++
  if (same === length) return at + length <= end ? length : 0
  const ok = (size: number): number => {
    if (at + size > end) return 0
    for (const variant of variants) if (text.startsWith(variant, at)) return 0
    return size
  }
  const [is, due] = [text[at + same] ?? ' ', words[same] as string]
  if (!isHan(is, 0)) return 0
  if (text.startsWith(words.slice(same + 1), at + same + 1)) {
    // The last character goes with what follows: there another must be like it.
    const isTold = isTight ? areOpposite(is, due) : same < length - 1 || isLike(is, due)
    return isTold ? ok(length) : 0
  }
  if (isTight) return 0
  if (same < length - 2 && length >= leastForWord && isHan(text, at + same + 1))
    if (text.startsWith(words.slice(same + 2), at + same + 2)) return ok(length)
  if (length < leastForCount || same === length - 1)
    return due === '不' && text.startsWith(words.slice(same + 1), at + same) ? ok(length - 1) : 0
  if (!small.includes(due) && text.startsWith(words.slice(same + 1), at + same)) return ok(length - 1)
  if (!small.includes(is) && text.startsWith(words.slice(same), at + same + 1)) return ok(length + 1)
  return 0
}

/** The first or the second character is another, and all that follows is right. */
function isTurnedAtStart(text: string, from: number, { words, isTight, variants }: Fixed): boolean {
  if (!text.startsWith(words.slice(2), from + 2)) return false
  const [isFirst, isSecond] = [text[from] === words[0], text[from + 1] === words[1]]
  if (isFirst === isSecond) return false
  const at = isFirst ? 1 : 0
  const [is, due] = [text[from + at] as string, words[at] as string]
  if (!isHan(is, 0) || variants.has(text.slice(from, from + words.length))) return false
  return isTight ? areOpposite(is, due) : isFirst ? !small.includes(is) : isLike(is, due)
}

/** Heaps no longer than this are looked for at every place, longer ones where clauses begin and end. */
const anywhere = 8

/** Where the characters of words stand in another order: 担初心、守使命. */
function heapsIn({ heaps, sieve, sizes }: FixedFinder, text: string, start: number, end: number): FixedSlip[] {
  const found: FixedSlip[] = []
  const places: number[] = []
  const sums: number[] = [0]
  /** Where marks stand: as many characters lie before each. */
  const marks: number[] = []
  const lookAt = (from: number, to: number): void => {
    const sum = ((sums[to] as number) - (sums[from] as number)) | 0
    if (sieve[sum & 0xffff] === 0) return
    const span = { start: places[from] as number, end: (places[to - 1] as number) + 1 }
    const said = text.slice(span.start, span.end)
    const heap = heaps.get(sum)?.find((one) => isMixed(said, one))
    if (heap) found.push({ ...span, words: heap.words, how: 'mixed' })
  }
  const look = (): void => {
    const count = places.length
    const edges = [0, ...marks, count]
    for (const size of sizes) {
      if (size <= anywhere) for (let from = 0; from + size <= count; from++) lookAt(from, from + size)
      else
        for (const edge of edges) {
          if (edge + size <= count) lookAt(edge, edge + size)
          if (edge >= size) lookAt(edge - size, edge)
        }
    }
    places.length = 0
    sums.length = 1
    marks.length = 0
  }
  for (let at = start; at < end; at++) {
    if (isHan(text, at)) {
      places.push(at)
      sums.push(((sums[sums.length - 1] as number) + weight(text.charCodeAt(at))) | 0)
    } else if (places.length > 0 && (text[at] === '、' || text[at] === '，')) marks.push(places.length)
    else if (places.length > 0) look()
  }
  if (places.length > 0) look()
  return found
}

/** The same characters, and none of the orders in which they may stand. */
function isMixed(said: string, { words, members, letters, variants }: Heap): boolean {
  const parts = said.split(/[、，]/)
  const bare = parts.join('')
  if (lettersOf(bare) !== letters || variants.has(said)) return false
  const due = words.replaceAll('、', '')
  // Words told the other way round (是抓党建｜最大的政绩) are as good.
  if ((due + due).includes(bare)) return false
  if (!members) return parts.length === 1
  if (parts.length !== members.length || members.every((member) => bare.includes(member))) return false
  // 蓝天、绿地、清水 for 天蓝、地绿、水清: each member has its own characters.
  const heaps = members.map(lettersOf)
  return !parts.every((part) => heaps.includes(lettersOf(part)))
}
