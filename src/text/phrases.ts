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

/** A table of phrases that belongs to a rule, and what the pass over the text at hand found of it. */
interface Table {
  readonly phrases: readonly string[]
  hits: PhraseHit[]
  /** Where the last hit ended: hits of one table do not overlap. */
  free: number
}

/** One phrase of one table. */
interface Entry {
  readonly table: Table
  readonly phrase: number
  readonly words: string
}

const tables: Table[] = []
/** By the slot of their first two characters. */
let entries: (Entry[] | undefined)[] | undefined
let passedOver: string | undefined

/**
 * A finder of a table that a module keeps for good: like `phraseFinder`, but all such tables are looked for together in one
 * pass over the text, whichever of them is asked first. For tables made of a user's options use `phraseFinder`.
 */
export function tableFinder(phrases: readonly string[]): PhraseFinder {
  const table: Table = { phrases, hits: [], free: 0 }
  tables.push(table)
  entries = undefined
  passedOver = undefined
  return (text, start = 0, end = text.length) => {
    if (passedOver !== text) passOver(text)
    return within(table.hits, start, end)
  }
}

/** Two characters may share a slot with others: the words themselves decide. A small number, unlike both codes as one. */
const slots = 0x4000
const slotOf = (first: number, second: number): number => (first * 31 + second) & (slots - 1)

function fillEntries(): (Entry[] | undefined)[] {
  const filled: (Entry[] | undefined)[] = new Array(slots).fill(undefined)
  for (const table of tables) {
    table.phrases.forEach((words, phrase) => {
      if (words.length < 2) return
      const slot = slotOf(words.charCodeAt(0), words.charCodeAt(1))
      const bucket = filled[slot]
      if (bucket) bucket.push({ table, phrase, words })
      else filled[slot] = [{ table, phrase, words }]
    })
  }
  for (const bucket of filled) if (bucket && bucket.length > 1) bucket.sort((a, b) => b.words.length - a.words.length)
  return filled
}

function passOver(text: string): void {
  entries ??= fillEntries()
  for (const table of tables) {
    table.hits = []
    table.free = 0
  }
  passedOver = text
  let code = text.charCodeAt(0)
  for (let offset = 0; offset < text.length - 1; offset++) {
    const next = text.charCodeAt(offset + 1)
    const bucket = entries[slotOf(code, next)]
    code = next
    if (!bucket) continue
    // Longest first: what a table has found here ends behind this place, so its shorter phrases are passed by.
    for (const { table, phrase, words } of bucket) {
      if (offset < table.free || !text.startsWith(words, offset)) continue
      table.free = offset + words.length
      table.hits.push({ phrase, start: offset, end: table.free })
    }
  }
}

/** Never filled. */
const noHits: PhraseHit[] = []

/** The hits that lie wholly between `start` and `end`. */
function within(hits: readonly PhraseHit[], start: number, end: number): PhraseHit[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as PhraseHit).start < start) low = middle + 1
    else high = middle
  }
  if (low === hits.length || (hits[low] as PhraseHit).end > end) return noHits
  let last = low
  while (last < hits.length && (hits[last] as PhraseHit).end <= end) last++
  return hits.slice(low, last)
}

/**
 * Where `words` stands in `text` between `start` and `end`, each place `step` or more behind the last. Searches the stretch
 * alone: `indexOf` on the whole text would run on to its end for every stretch without a hit.
 */
export function* placesOf(text: string, words: string, start: number, end: number, step = words.length): Generator<number> {
  const stretch = text.slice(start, end)
  for (let at = stretch.indexOf(words); at >= 0; at = stretch.indexOf(words, at + step)) yield start + at
}
