/** How two names differ, where they differ in one place only. Names are compared from their endings leftwards. */

/** One character for another, two neighbours changed about, one character more in the longer name, one word for another of its kind. */
export type Slip = 'other' | 'swap' | 'lost' | 'word'

export interface Difference {
  readonly slip: Slip
  /** Equal characters to the right of the slip, before the ending. */
  readonly right: number
  /** Equal characters to the left of it. */
  readonly left: number
  /** How many characters the slip takes in either name. */
  readonly inFirst: number
  readonly inSecond: number
}

/** Words for one kind of thing: who calls a road a passage the next time means the same road. */
const kinds: readonly (readonly string[])[] = [
  ['快速路', '快速通道', '通道', '大道', '公路', '路'],
  ['产业园区', '产业园', '园区', '园'],
  ['处理厂', '处理站', '厂', '站'],
  ['纪念馆', '陈列馆', '展览馆', '馆'],
]
const kindWords = kinds.flatMap((words, kind) => words.map((word) => ({ word, kind })))
const kindAtEnd = (core: string): { word: string; kind: number } | undefined => kindWords.find(({ word }) => core.endsWith(word))

const commonEnd = (one: string, oneEnd: number, other: string, otherEnd: number): number => {
  let length = 0
  while (length < oneEnd && length < otherEnd && one[oneEnd - 1 - length] === other[otherEnd - 1 - length]) length++
  return length
}

/** The difference of two words; undefined where they are equal, or one is the end of the other. */
export function differenceOf(first: string, second: string): Difference | undefined {
  const kind = wordDifference(first, second)
  if (kind) return kind
  const right = commonEnd(first, first.length, second, second.length)
  const a = first.length - right
  const b = second.length - right
  if (a === 0 || b === 0) return undefined
  const options: Difference[] = []
  const add = (slip: Slip, inFirst: number, inSecond: number): void => {
    options.push({ slip, right, left: commonEnd(first, a - inFirst, second, b - inSecond), inFirst, inSecond })
  }
  if (a > 1 && b > 1 && first[a - 1] === second[b - 2] && first[a - 2] === second[b - 1]) add('swap', 2, 2)
  add('other', 1, 1)
  if (a > 1) add('lost', 1, 0)
  if (b > 1) add('lost', 0, 1)
  return options.reduce((best, one) => (best.slip !== 'swap' && one.left > best.left ? one : best))
}

/** So much of two names must be equal before what differs. Characters. */
const leastLeft = 3
/** So much of it is looked at to find them. */
const leastBeforeWord = 2

function wordDifference(first: string, second: string): Difference | undefined {
  const a = kindAtEnd(first)
  const b = kindAtEnd(second)
  if (!a || !b || a.kind !== b.kind || a.word === b.word || a.word.endsWith(b.word) || b.word.endsWith(a.word)) return undefined
  let begin = 0
  while (a.word[begin] === b.word[begin]) begin++
  const left = begin + commonEnd(first, first.length - a.word.length, second, second.length - b.word.length)
  if (left < leastLeft) return undefined
  return { slip: 'word', right: 0, left, inFirst: a.word.length - begin, inSecond: b.word.length - begin }
}

/** How far from the end a slip is looked for. Characters. */
const farthest = 6

/** Whose key it is, and of which kind of slip: two keys of different kinds are never meant to be equal. */
const slots = { any: 1, beside: 2, behind: 3, around: 4, turned: 5, kind: 6 } as const

/** `hash` with one more character to its left. */
const leftward = (hash: number, code: number): number => {
  const mixed = Math.imul(hash ^ code, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
const keyOf = (slot: number, ending: number, words: number): number => leftward(leftward(words, ending), slot)

/** The hash of a word, read from its end as names are compared. */
function hashOf(words: string): number {
  let hash = 0
  for (let at = words.length - 1; at >= 0; at--) hash = leftward(hash, words.charCodeAt(at))
  return hash
}

/** What stands before the first character of a word. */
const nothing = 0x5e

/**
 * Keys under which words that differ in one place meet, as numbers: equal keys are a reason to compare, no more, so that two that
 * are equal by chance do no harm. At most six characters from the end are looked at, so that a word has some thirty keys.
 */
export function keysOf(core: string, ending: string): readonly number[] {
  const keys: number[] = []
  const { length } = core
  const end = hashOf(ending)
  /** The code of a character by its place from the end, from 1. */
  const at = (place: number): number => (place > length ? nothing : core.charCodeAt(length - place))
  let right = 0
  for (let place = 1; place <= Math.min(length, farthest); place++) {
    const own = at(place)
    const left = at(place + 1)
    const further = at(place + 2)
    if (place > 1) {
      keys.push(keyOf(slots.any, end, right), keyOf(slots.beside, end, leftward(right, left)))
      keys.push(keyOf(slots.around, end, leftward(leftward(right, left), further)))
    } else keys.push(keyOf(slots.behind, end, leftward(left, further)))
    if (place + 1 <= length)
      keys.push(keyOf(slots.turned, end, leftward(leftward(right, Math.min(own, left)), Math.max(own, left))))
    right = leftward(right, own)
    if (place >= 3) keys.push(keyOf(slots.around, end, right))
  }
  const kind = kindAtEnd(core)
  if (kind) {
    const before = core.slice(0, -kind.word.length).slice(-leastBeforeWord)
    keys.push(keyOf(slots.kind, end, leftward(hashOf(before), kind.kind)))
  }
  return keys
}
