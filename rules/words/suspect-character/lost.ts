/** Characters lost from frequent words: how each is told, and which words it is told of. */
import { isHan, type LostCharacter, type Span, type Use, words } from '../../../src/kit.ts'

/** So many bits that the characters are likelier at least, sixteenths of a bit that the words are cheaper, and how frequent the whole is. */
interface Limit {
  readonly gain: number
  readonly words: number
  readonly level: number
}

/** One of these speaks for a loss that is told in any text. Measured: tools/typo/README.md. */
const told: readonly Limit[] = [
  { gain: 14, words: 100, level: 0 },
  { gain: 18, words: 80, level: 1 },
  { gain: 24, words: 20, level: 2 },
  { gain: 26, words: 0, level: 2 },
]
/** One of these for a doubt; else the words stand well without the character. */
const doubted: readonly Limit[] = [
  { gain: 10, words: 100, level: 0 },
  { gain: 12, words: 0, level: 0 },
]

/** How a loss is told; undefined where it is not. */
export function gradeOfLost(lost: LostCharacter): 'told' | 'doubt' | undefined {
  const reaches = ({ gain, words: price, level }: Limit): boolean =>
    lost.gain >= gain && lost.words >= price && lost.level >= level
  return told.some(reaches) ? 'told' : doubted.some(reaches) ? 'doubt' : undefined
}

/** How far beyond the form its words may begin or end. */
const reach = 5

/** The words that lack the character, as they stand and as they would. */
export function wordsRound(text: string, use: Use, { start, end, at, character }: LostCharacter): { word: Span; right: string } {
  let from = start
  while (from > start - reach && isHan(text, from - 1)) from--
  let to = end
  while (to < end + reach && isHan(text, to)) to++
  const mended = text.slice(from, at) + character + text.slice(at, to)
  const { hasEndIn } = use(words)
  let first = start - from
  while (first > 0 && !hasEndIn(mended, first)) first--
  // 侧, 为: a character alone says nothing; the word before it does.
  if (first > 0 && hasEndIn(mended, first + 1))
    do first--
    while (first > 0 && !hasEndIn(mended, first))
  let last = end - from + 1
  while (last < mended.length && !hasEndIn(mended, last)) last++
  return { word: { start: from + first, end: from + last - 1 }, right: mended.slice(first, last) }
}
