/** Many phrases at once: one pass over the text, however long the table. */

/** A phrase found: which one of the list, and where. */
export interface PhraseHit {
  /** Index in the list the finder was made of. */
  readonly phrase: number
  readonly start: number
  readonly end: number
}

/** Finds phrases in `text` from `start` to `end` (the whole text by default), in order of `start`; the longest at each place. */
export type PhraseFinder = (text: string, start?: number, end?: number) => PhraseHit[]

/** Phrases that begin with the same two characters, longest first once they have been asked for. */
interface Bucket {
  readonly phrases: number[]
  isSorted: boolean
}

/** Two UTF-16 units as one number. */
const pairOf = (first: number, second: number): number => first * 0x10000 + second

/**
 * A finder of `phrases`, which are literal and at least two characters long. One pass: a place is looked at twice only where
 * two characters begin a phrase. The table is filled when it is first used, and filling it costs little, since most runs
 * read one short report. Hits do not overlap: behind a hit the search goes on, so 党史学习教育 hides the 学习教育 in it.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  // One bit a UTF-16 unit: a dozen tables of bytes would push one another out of the processor's cache.
  const begins = new Uint8Array(0x2000)
  let buckets: Map<number, Bucket> | undefined
  const fill = (): Map<number, Bucket> => {
    const filled = new Map<number, Bucket>()
    phrases.forEach((phrase, index) => {
      if (phrase.length < 2) return
      const first = phrase.charCodeAt(0)
      begins[first >> 3] = (begins[first >> 3] as number) | (1 << (first & 7))
      const key = pairOf(first, phrase.charCodeAt(1))
      const bucket = filled.get(key)
      if (bucket) bucket.phrases.push(index)
      else filled.set(key, { phrases: [index], isSorted: false })
    })
    return filled
  }
  const longestAt = (text: string, offset: number, end: number): number => {
    const bucket = buckets?.get(pairOf(text.charCodeAt(offset), text.charCodeAt(offset + 1)))
    if (!bucket) return -1
    if (!bucket.isSorted) {
      bucket.phrases.sort((a, b) => (phrases[b] as string).length - (phrases[a] as string).length || a - b)
      bucket.isSorted = true
    }
    for (const index of bucket.phrases) {
      const phrase = phrases[index] as string
      if (offset + phrase.length <= end && text.startsWith(phrase, offset)) return index
    }
    return -1
  }
  return (text, start = 0, end = text.length) => {
    buckets ??= fill()
    const hits: PhraseHit[] = []
    for (let offset = start; offset < end - 1; offset++) {
      const code = text.charCodeAt(offset)
      if (((begins[code >> 3] as number) & (1 << (code & 7))) === 0) continue
      const phrase = longestAt(text, offset, end)
      if (phrase < 0) continue
      const stop = offset + (phrases[phrase] as string).length
      hits.push({ phrase, start: offset, end: stop })
      offset = stop - 1
    }
    return hits
  }
}

/**
 * Where `words` stands in `text` between `start` and `end`, each place `step` or more behind the last. Searches the stretch
 * alone: `indexOf` on the whole text would run on to its end for every stretch without a hit.
 */
export function* placesOf(text: string, words: string, start: number, end: number, step = words.length): Generator<number> {
  const stretch = text.slice(start, end)
  for (let at = stretch.indexOf(words); at >= 0; at = stretch.indexOf(words, at + step)) yield start + at
}
