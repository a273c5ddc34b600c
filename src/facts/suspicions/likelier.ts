/** Words of two characters where another one of the same sound is likelier (官僚注意): stated, judged by the rule. Empty where the table is not at hand. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { isHan } from '../../text/characters.ts'
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
