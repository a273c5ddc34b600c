/** Words of two characters where another one of the same sound is likelier (官僚注意): stated, judged by the rule. Empty where the table is not at hand. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { isHan } from '../../text/characters.ts'
import { structure } from '../structure.ts'
import { words } from '../words.ts'
import { scannerFor, suspicionsAsset } from './index.ts'

export interface LikelierWord extends Span {
  readonly right: string
  /** Bits by which it is likelier. */
  readonly gain: number
}

/** How far round a word the words are told apart. */
const reach = 10

export const likelierWords = fact('likelierWords', ({ text, resources }, use): readonly LikelierWord[] => {
  const bytes = resources.get(suspicionsAsset)
  const scanner = bytes && scannerFor(bytes)
  if (!scanner) return []
  const found: LikelierWord[] = []
  scanner.wordsIn(text, (start, right, gain) => {
    const end = start + right.length
    let from = start
    while (from > start - reach && isHan(text, from - 1)) from--
    let to = end
    while (to < end + reach && isHan(text, to)) to++
    // 其中｜被: the word begins and ends where words do.
    const all = use(words)
    if (all.hasEnd(from, to, start) && all.hasEnd(from, to, end)) found.push({ start, end, right, gain })
  })
  return found
})

/** Bits by which the text is likelier with `put` from `start` to `end`, at most three characters each; undefined where the table is not at hand. */
export const gainOf = fact('gainOf', ({ text, resources }): ((start: number, end: number, put: string) => number) | undefined => {
  const bytes = resources.get(suspicionsAsset)
  const scanner = bytes && scannerFor(bytes)
  return scanner && ((start, end, put) => scanner.gainOf(text, start, end, put))
})

/** The binary logarithm of how often a mark follows the three characters before an offset; undefined where the table is not at hand. */
export const bitsOfEnd = fact('bitsOfEnd', ({ text, resources }): ((at: number) => number) | undefined => {
  const bytes = resources.get(suspicionsAsset)
  const scanner = bytes && scannerFor(bytes)
  return scanner && ((at) => scanner.bitsOfEnd(text, at))
})

/** A character that stands twice, and how many bits the text is likelier with one of them. */
export interface TwiceCharacter extends Span {
  readonly gain: number
}

/** Of less nothing is kept. */
const leastTwice = 14

export const twiceCharacters = fact('twiceCharacters', ({ text }, use): readonly TwiceCharacter[] => {
  const gain = use(gainOf)
  if (!gain) return []
  const found: TwiceCharacter[] = []
  for (const { start, end } of use(structure).stretches) {
    for (let at = start; at + 1 < end; at++) {
      if (text.charCodeAt(at) !== text.charCodeAt(at + 1) || !isHan(text, at)) continue
      const bits = gain(at, at + 1, '')
      if (bits >= leastTwice) found.push({ start: at, end: at + 2, gain: bits })
    }
  }
  return found
})
