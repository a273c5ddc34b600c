/**
 * The cut of nodejieba without nodejieba: the likeliest sequence of words, each taken by itself (its `cut` without guessing of
 * unknown words). Over the same dictionary it gives the same words; one test holds that.
 */
import type { Engine } from './engine.ts'
import { alone, type Decoded, type Dictionary, type Entry, entriesOf, leastFrequency, totalFrequency } from './lexicon.ts'

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

/** A word at a place of a run. */
interface Weighed {
  readonly word: string
  readonly weight: number
}

/** What a run may be made of: the words that begin with a character and the unit behind it (or nothing), the shorter first. */
type WordsAt = (character: string, second: string) => readonly Weighed[]

/** The likeliest words of `run`; of two equal ways the one with the shorter word first, as nodejieba has it. */
function likeliest(run: string, wordsAt: WordsAt): string[] {
  // By offset, in UTF-16 units; inside a character that has two of them nothing stands.
  const best = new Float64Array(run.length + 1)
  const steps = new Uint32Array(run.length)
  let next = run.length
  for (const character of Array.from(run).reverse()) {
    const at = next - character.length
    let step = character.length
    let most = (best[next] as number) + (wordsAt(character, alone)[0]?.weight ?? leastWeight)
    for (const { word, weight } of next < run.length ? wordsAt(character, run.charAt(next)) : []) {
      if (!run.startsWith(word, at)) continue
      const total = (best[at + word.length] as number) + weight
      if (total <= most) continue
      most = total
      step = word.length
    }
    best[at] = most
    steps[at] = step
    next = at
  }
  const words: string[] = []
  for (let at = 0; at < run.length; at += steps[at] as number) words.push(run.slice(at, at + (steps[at] as number)))
  return words
}

/** An engine over `dictionary`, of which it reads what the runs need; `decoded` are lines that were read already. Always answers. */
export function dictionaryEngine(dictionary: Dictionary, decoded: Decoded = new Map()): Engine {
  const known = new Map<string, Map<string, readonly Weighed[]>>()
  const wordsAt: WordsAt = (character, second) => {
    let bySecond = known.get(character)
    if (!bySecond) {
      bySecond = new Map()
      known.set(character, bySecond)
    }
    let words = bySecond.get(second)
    if (!words) {
      const key = character + second
      const entries = new Map(entriesOf(decoded, dictionary, character, second).map(({ word, frequency }) => [word, frequency]))
      for (const { word, frequency } of userWords) if (word.startsWith(key)) entries.set(word, frequency)
      words = [...entries]
        .map(([word, frequency]) => ({ word, weight: weightOf(frequency) }))
        .sort((a, b) => a.word.length - b.word.length)
      bySecond.set(second, words)
    }
    return words
  }
  return { cut: (run) => likeliest(run, wordsAt) }
}
