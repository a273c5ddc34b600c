/**
 * The cut of nodejieba without nodejieba: the likeliest sequence of words, each taken by itself (its `cut` without guessing of
 * unknown words). Over the same dictionary it gives the same words; one test holds that.
 */
import type { Engine } from './engine.ts'
import { type Decoded, type Dictionary, type Entry, leastFrequency, totalFrequency, wordsIn } from './lexicon.ts'

/** nodejieba's own list for users: what it lacks a frequency for gets the median of the dictionary. */
export const userWords: readonly Entry[] = [
  { word: '云计算', frequency: 3 },
  { word: '韩玉鉴赏', frequency: 3 },
  { word: '蓝翔', frequency: 3 },
  { word: '区块链', frequency: 10 },
]

const weightOf = (frequency: number): number => Math.log(frequency / totalFrequency)

/** What a character weighs that is no word. */
const leastWeight = weightOf(leastFrequency)

/** The characters of `run`; one outside the basic plane is one. */
const charactersOf = (run: string): string[] => Array.from(run)

/** The likeliest words of `run`; of two equal ways the one with the shorter word first, as nodejieba has it. */
function likeliest(run: string, weights: ReadonlyMap<string, number>, longest: number): string[] {
  const characters = charactersOf(run)
  const best = new Float64Array(characters.length + 1)
  const steps = new Uint32Array(characters.length)
  for (let at = characters.length - 1; at >= 0; at--) {
    let word = ''
    let most = Number.NEGATIVE_INFINITY
    for (let length = 1; length <= longest && at + length <= characters.length; length++) {
      word += characters[at + length - 1]
      const weight = weights.get(word) ?? (length === 1 ? leastWeight : undefined)
      if (weight === undefined) continue
      const total = (best[at + length] as number) + weight
      if (total <= most) continue
      most = total
      steps[at] = length
    }
    best[at] = most
  }
  const words: string[] = []
  for (let at = 0; at < characters.length; at += steps[at] as number) {
    words.push(characters.slice(at, at + (steps[at] as number)).join(''))
  }
  return words
}

/** An engine over `dictionary`, of which it reads what the runs need; `decoded` are lines that were read already. Always answers. */
export function dictionaryEngine(dictionary: Dictionary, decoded: Decoded = new Map()): Engine {
  return {
    cut(run) {
      const entries = [...wordsIn(run, decoded, dictionary), ...userWords]
      const weights = new Map(entries.map(({ word, frequency }) => [word, weightOf(frequency)]))
      const longest = entries.reduce((most, { word }) => Math.max(most, word.length), 1)
      return likeliest(run, weights, longest)
    },
  }
}
