import { isHan, lookAlike, type Span, soundAlike } from '../../../src/kit.ts'

/** Words of official prose that are never varied, but for the variants of the table. */
export interface Fixed {
  readonly words: string
  /** Four characters, of which another may be meant: only a turn to the opposite or out of order is told. */
  readonly isTight: boolean
  /** Parted by commas, which few places ask for. */
  readonly variants: string | undefined
}

const variantsOf = ({ variants }: Fixed): readonly string[] => variants?.split(',') ?? []

/** A place where such words are all but right. */
export interface FixedSlip extends Span {
  readonly words: string
  /** `mixed`: the same characters in another order; `letter`: one replaced, lost or too many. */
  readonly how: 'mixed' | 'letter'
}

/**
 * Words by numbers in typed arrays: maps of them, and the characters of each in order, took longer to make than the search in a
 * report. `heads` has by slot one more than the first of a chain, or 0; its `nexts` by index one more than the one behind.
 */
interface Chains {
  readonly heads: Uint16Array
  readonly nexts: Uint16Array
}

export interface FixedFinder {
  readonly fixed: readonly Fixed[]
  /** Lists as their members. */
  readonly lists: readonly (readonly string[])[]
  /** Indices of `fixed` by the first two and by the last two characters. */
  readonly starts: Chains
  readonly ends: Chains
  /** By UTF-16 unit: 1 where the first two characters of words begin with it, 2 where their last two do. */
  readonly flags: Uint8Array
  /** Those of `fixed`, and behind them those of `lists`, by the low half of what their characters add up to. */
  readonly heaps: Chains
  readonly sums: Int32Array
  /** How many characters heaps have, ascending. */
  readonly sizes: readonly number[]
}

const slots = 0x4000
const slotAt = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (slots - 1)
/** A number for a character, so that a sum of them tells a heap. Any odd constant does. */
const weight = (unit: number): number => Math.imul(unit ^ (unit >>> 5), 0x9e3779b1) | 0

const lettersOf = (words: string): string => [...words].sort().join('')
/** Shorter lists are met in any order. */
const leastHeap = 6

/** Chains of `count` things by their slots, each in order. */
function chainsOf(count: number, size: number, slotOf: (index: number) => number): Chains {
  const heads = new Uint16Array(size)
  const nexts = new Uint16Array(count)
  for (let index = count - 1; index >= 0; index--) {
    const slot = slotOf(index)
    nexts[index] = heads[slot] as number
    heads[slot] = index + 1
  }
  return { heads, nexts }
}

/** Lists are given as their members. */
export function fixedFinderOf(fixed: readonly Fixed[], all: readonly (readonly string[])[]): FixedFinder {
  const lists = all.filter((members) => members.reduce((sum, { length }) => sum + length, 0) >= leastHeap)
  const flags = new Uint8Array(0x10000)
  const sums = new Int32Array(fixed.length + lists.length)
  const sizes = new Set<number>()
  fixed.forEach(({ words }, index) => {
    const [first, last] = [words.charCodeAt(0), words.charCodeAt(words.length - 2)]
    flags[first] = (flags[first] as number) | 1
    flags[last] = (flags[last] as number) | 2
    sums[index] = sumOf(words)
    sizes.add(words.length)
  })
  lists.forEach((members, index) => {
    const letters = members.join('')
    sums[fixed.length + index] = sumOf(letters)
    sizes.add(letters.length)
  })
  const wordsAt = (index: number): string => (fixed[index] as Fixed).words
  return {
    fixed,
    lists,
    starts: chainsOf(fixed.length, slots, (index) => slotAt(wordsAt(index), 0)),
    ends: chainsOf(fixed.length, slots, (index) => slotAt(wordsAt(index), wordsAt(index).length - 2)),
    flags,
    heaps: chainsOf(sums.length, 0x10000, (index) => (sums[index] as number) & 0xffff),
    sums,
    sizes: [...sizes].sort((a, b) => a - b),
  }
}

function sumOf(letters: string): number {
  let sum = 0
  for (let at = 0; at < letters.length; at++) sum = (sum + weight(letters.charCodeAt(at))) | 0
  return sum
}

/** The slips of `[start, end)`, none of words that have in them as many or more that stand there in full. */
export function fixedSlipsIn(finder: FixedFinder, text: string, start: number, end: number): FixedSlip[] {
  const slips: FixedSlip[] = []
  const whole: Span[] = []
  const { fixed, flags, starts, ends } = finder
  for (let at = start; at < end - 1; at++) {
    const flag = flags[text.charCodeAt(at)] as number
    if (flag === 0) continue
    const slot = slotAt(text, at)
    if ((flag & 1) > 0)
      for (let next = starts.heads[slot] as number; next > 0; next = starts.nexts[next - 1] as number) {
        const one = fixed[next - 1] as Fixed
        if (!hasPair(text, at, one.words, 0)) continue
        const length = editFrom(text, at, end, one)
        if (length === one.words.length && text.startsWith(one.words, at)) whole.push({ start: at, end: at + length })
        else if (length > 0) slips.push({ start: at, end: at + length, words: one.words, how: 'letter' })
      }
    if ((flag & 2) > 0)
      for (let next = ends.heads[slot] as number; next > 0; next = ends.nexts[next - 1] as number) {
        const one = fixed[next - 1] as Fixed
        if (!hasPair(text, at, one.words, one.words.length - 2)) continue
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

/** Whether the two characters of the text at `at` are those of the words at `place`: a slot has others too. */
const hasPair = (text: string, at: number, words: string, place: number): boolean =>
  text.charCodeAt(at) === words.charCodeAt(place) && text.charCodeAt(at + 1) === words.charCodeAt(place + 1)

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
function editFrom(text: string, at: number, end: number, one: Fixed): number {
  const { words, isTight } = one
  const { length } = words
  let same = 2
  while (same < length && text.charCodeAt(at + same) === words.charCodeAt(same)) same++
  if (same === length) return at + length <= end ? length : 0
  const ok = (size: number): number => {
    if (at + size > end) return 0
    return variantsOf(one).some((variant) => text.startsWith(variant, at)) ? 0 : size
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
function isTurnedAtStart(text: string, from: number, one: Fixed): boolean {
  const { words, isTight } = one
  if (!text.startsWith(words.slice(2), from + 2)) return false
  const [isFirst, isSecond] = [text[from] === words[0], text[from + 1] === words[1]]
  if (isFirst === isSecond) return false
  const at = isFirst ? 1 : 0
  const [is, due] = [text[from + at] as string, words[at] as string]
  if (!isHan(is, 0) || variantsOf(one).includes(text.slice(from, from + words.length))) return false
  return isTight ? areOpposite(is, due) : isFirst ? !small.includes(is) : isLike(is, due)
}

/** Heaps no longer than this are looked for at every place, longer ones where clauses begin and end. */
const anywhere = 8

/** Where the characters of words stand in another order: 担初心、守使命. */
function heapsIn(
  { fixed, lists, heaps, sums: wanted, sizes }: FixedFinder,
  text: string,
  start: number,
  end: number,
): FixedSlip[] {
  const found: FixedSlip[] = []
  const places: number[] = []
  const sums: number[] = [0]
  /** Where marks stand: as many characters lie before each. */
  const marks: number[] = []
  const lookAt = (from: number, to: number): void => {
    const sum = ((sums[to] as number) - (sums[from] as number)) | 0
    for (let next = heaps.heads[sum & 0xffff] as number; next > 0; next = heaps.nexts[next - 1] as number) {
      if (wanted[next - 1] !== sum) continue
      const span = { start: places[from] as number, end: (places[to - 1] as number) + 1 }
      const said = text.slice(span.start, span.end)
      const own = fixed[next - 1]
      const members = lists[next - 1 - fixed.length]
      if (!(own ? isMixed(said, own.words, variantsOf(own)) : members && isMixedList(said, members))) continue
      found.push({ ...span, words: own?.words ?? members?.join('、') ?? '', how: 'mixed' })
      return
    }
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
function isMixed(said: string, words: string, variants: readonly string[]): boolean {
  if (/[、，]/.test(said) || lettersOf(said) !== lettersOf(words) || variants.includes(said)) return false
  // Words told the other way round (是抓党建｜最大的政绩) are as good.
  return !(words + words).includes(said)
}

function isMixedList(said: string, members: readonly string[]): boolean {
  const parts = said.split(/[、，]/)
  const [bare, due] = [parts.join(''), members.join('')]
  if (lettersOf(bare) !== lettersOf(due) || (due + due).includes(bare)) return false
  if (parts.length !== members.length || members.every((member) => bare.includes(member))) return false
  // 蓝天、绿地、清水 for 天蓝、地绿、水清: each member has its own characters.
  const heaps = members.map(lettersOf)
  return !parts.every((part) => heaps.includes(lettersOf(part)))
}
