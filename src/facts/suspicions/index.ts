/**
 * Where a character, a word or a pair stands that official prose never has there, and what it would have: stated with a score,
 * judged by the rule. Empty where the table of characters is not at hand.
 */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { isHan } from '../../text/characters.ts'
import { structure } from '../structure.ts'
import { hasWord, type Model, readModel } from './model.ts'
import { kinds, type Place, type Scanner, scannerOf } from './scan.ts'
import { scoreOf } from './trees.ts'

/** The file of `assets/` that rules which ask for suspicions need. */
export const suspicionsAsset = 'typo.bin'

export interface Suspicion extends Span {
  readonly kind: (typeof kinds)[number]
  /** What would stand from `start` to `end`. */
  readonly suggestion: string
  /** Log odds, natural, that it is a slip and not right, as in the texts of training. */
  readonly score: number
  /** The word round the place, as it stands and as it would. */
  readonly word: Span
  readonly wrong: string
  readonly right: string
}

/** Below this log odds nothing is kept. */
const leastScore = -3.5

/** How many characters round a place a word may take. */
const longestWord = 4

const scanners = new WeakMap<Uint8Array, { readonly scanner: Scanner | undefined }>()

/** What is worked out for a model is kept as long as its bytes are. */
export function scannerFor(bytes: Uint8Array): Scanner | undefined {
  let known = scanners.get(bytes)
  if (!known) {
    const model = readModel(bytes)
    known = { scanner: model && scannerOf(model) }
    scanners.set(bytes, known)
  }
  return known.scanner
}

interface Found extends Span {
  readonly kind: number
  readonly suggestion: string
  readonly score: number
}

export const suspicions = fact('suspicions', ({ text, resources }, use): readonly Suspicion[] => {
  const bytes = resources.get(suspicionsAsset)
  const scanner = bytes && scannerFor(bytes)
  if (!scanner) return []
  const { model } = scanner
  const found: Found[] = []
  scanner.scan(text, ({ kind, start, end, first, second, features }: Place) => {
    const score = scoreOf(model.trees, features)
    if (score < leastScore) return
    found.push({ kind, start, end, suggestion: scanner.characterOf(first) + scanner.characterOf(second), score })
  })
  const { stretches } = use(structure)
  let stretch = 0
  return likeliest(found).flatMap(({ kind, start, end, suggestion, score }): Suspicion[] => {
    while (stretch < stretches.length && (stretches[stretch] as Span).end < end) stretch++
    const within = stretches[stretch]
    // A place across two lines, in noise, or in words with a blank inside is nobody's word.
    if (!within || start < within.start || /\s/.test(text.slice(start, end))) return []
    return [
      {
        kind: kinds[kind] as Suspicion['kind'],
        start,
        end,
        suggestion,
        score,
        ...wordRound(model, text, start, end, suggestion),
      },
    ]
  })
})

/** Whether the lexicon of the model has a word of two to four characters; once in some hundreds it says so of what is none. */
export const lexicon = fact('lexicon', ({ resources }): ((word: string) => boolean) => {
  const bytes = resources.get(suspicionsAsset)
  const scanner = bytes && scannerFor(bytes)
  if (!scanner) return () => false
  return (word) => {
    if (word.length > longestWord) return false
    for (let index = 0; index < word.length; index++) units[index] = word.charCodeAt(index)
    return hasWord(scanner.model, units, 0, word.length)
  }
})

/** Of places that touch or nearly so, the likeliest, in the order of the text. */
function likeliest(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept[kept.length - 1]
    if (last === undefined || one.start > last.end + 2) kept.push(one)
    else if (one.score > last.score) kept[kept.length - 1] = one
  }
  return kept
}

const units = new Uint16Array(longestWord)

/** The longest word of the lexicon that the suggestion makes with its neighbours; without one, it and a neighbour or two. */
function wordRound(
  model: Model,
  text: string,
  start: number,
  end: number,
  suggestion: string,
): Pick<Suspicion, 'word' | 'wrong' | 'right'> {
  let from = start
  while (from > start - longestWord && isHan(text, from - 1)) from--
  let to = end
  while (to < end + longestWord && isHan(text, to)) to++
  const mended = text.slice(from, start) + suggestion + text.slice(end, to)
  const inside = { from: start - from, to: start - from + suggestion.length }
  const told = (first: number, length: number): Pick<Suspicion, 'word' | 'wrong' | 'right'> => {
    const word = { start: from + Math.min(first, inside.from), end: to - (mended.length - Math.max(first + length, inside.to)) }
    return {
      word,
      wrong: text.slice(word.start, word.end),
      right: mended.slice(word.start - from, word.end - from + suggestion.length - (end - start)),
    }
  }
  for (let length = Math.min(longestWord, mended.length); length >= 2; length--) {
    for (let first = Math.max(0, inside.to - length); first <= inside.from && first + length <= mended.length; first++) {
      for (let index = 0; index < length; index++) units[index] = mended.charCodeAt(first + index)
      if (hasWord(model, units, 0, length)) return told(first, length)
    }
  }
  const first = Math.max(0, inside.from - 1)
  return told(first, Math.min(mended.length, inside.to + 1) - first)
}
