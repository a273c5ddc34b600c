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

/** All phrases of all tables, side by side: one object a phrase would cost a short run more than the search. */
interface Book {
  readonly words: readonly string[]
  readonly tables: readonly Table[]
  /** Index in its own table. */
  readonly phrases: readonly number[]
  /** The third character, where there is one: most words that begin alike part here. */
  readonly thirds: Uint16Array
  /** By the slot of the first two characters: one more than the index of the longest phrase there, or 0. */
  readonly heads: Uint16Array
  /** One more than the index of the next shorter phrase of the same slot, or 0. */
  readonly nexts: Uint16Array
}

const tables: Table[] = []
let book: Book | undefined
let passedOver: string | undefined

/**
 * A finder of a table that a module keeps for good: like `phraseFinder`, but all such tables are looked for together in one
 * pass over the text, whichever of them is asked first. For tables made of a user's options use `phraseFinder`.
 */
export function tableFinder(phrases: readonly string[]): PhraseFinder {
  const table: Table = { phrases, hits: [], free: 0 }
  tables.push(table)
  book = undefined
  passedOver = undefined
  return (text, start = 0, end = text.length) => {
    if (passedOver !== text) passOver(text)
    return within(table.hits, start, end)
  }
}

/** Two characters may share a slot with others: the words themselves decide. A small number, unlike both codes as one. */
const slots = 0x4000
const slotOf = (first: number, second: number): number => (first * 31 + second) & (slots - 1)

function bindBook(): Book {
  const words: string[] = []
  const owners: Table[] = []
  const phrases: number[] = []
  const byLength: number[][] = []
  for (const table of tables) {
    table.phrases.forEach((phrase, index) => {
      if (phrase.length < 2) return
      byLength[phrase.length] ??= []
      byLength[phrase.length]?.push(words.length)
      words.push(phrase)
      owners.push(table)
      phrases.push(index)
    })
  }
  const thirds = Uint16Array.from(words, (word) => (word.length > 2 ? word.charCodeAt(2) : 0))
  const heads = new Uint16Array(slots)
  const nexts = new Uint16Array(words.length)
  // The shortest first, each before those that are there: so the longest comes to stand in front.
  for (const index of byLength.flat()) {
    const word = words[index] as string
    const slot = slotOf(word.charCodeAt(0), word.charCodeAt(1))
    nexts[index] = heads[slot] as number
    heads[slot] = index + 1
  }
  return { words, tables: owners, phrases, thirds, heads, nexts }
}

function passOver(text: string): void {
  book ??= bindBook()
  const { words, thirds, heads, nexts } = book
  for (const table of tables) {
    table.hits = []
    table.free = 0
  }
  passedOver = text
  let code = text.charCodeAt(0)
  let next = text.charCodeAt(1)
  for (let offset = 0; offset < text.length - 1; offset++) {
    const head = heads[slotOf(code, next)] as number
    const third = text.charCodeAt(offset + 2)
    code = next
    next = third
    // Longest first: what a table has found here ends behind this place, so its shorter phrases are passed by.
    for (let index = head - 1; index >= 0; index = (nexts[index] as number) - 1) {
      const wanted = thirds[index] as number
      if (wanted !== 0 && wanted !== third) continue
      if (text.startsWith(words[index] as string, offset)) note(book, index, offset)
    }
  }
}

function note({ words, tables: owners, phrases }: Book, index: number, start: number): void {
  const table = owners[index] as Table
  if (start < table.free) return
  table.free = start + (words[index] as string).length
  table.hits.push({ phrase: phrases[index] as number, start, end: table.free })
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
