/** The phrases of all rules at once: one pass over a document, however many tables there are. */
import { fact, type Use } from '../fact.ts'
import { type PhraseHit, phraseFinder } from '../text/phrases.ts'

/** A table of phrases that belongs to a rule. */
interface Table {
  readonly phrases: readonly string[]
  /** Which of all tables. */
  readonly index: number
}

/** All phrases of all tables, side by side: one object a phrase would cost a short run more than the search. */
interface Book {
  readonly words: readonly string[]
  /** Index of its table. */
  readonly tables: Uint16Array
  /** Index in its own table. */
  readonly phrases: Uint16Array
  /** The third character, where there is one: most words that begin alike part here. */
  readonly thirds: Uint16Array
  /** By the slot of the first two characters: one more than the index of the longest phrase there, or 0. */
  readonly heads: Uint16Array
  /** One more than the index of the next shorter phrase of the same slot, or 0. */
  readonly nexts: Uint16Array
}

const tables: Table[] = []
let book: Book | undefined
let isOpen = true

/** Tables that are made from here on are looked for alone: for whoever makes the same ones again and again, as `npm run mutants` does. */
export const closeBook = (): void => {
  isOpen = false
}

/** Finds the phrases of a table in the document of `use`, from `start` to `end` (the whole of it by default), as a `PhraseFinder` does. */
export type TableFinder = (use: Use, start?: number, end?: number) => PhraseHit[]

/**
 * A finder of a table that a module keeps for good: like `phraseFinder`, but all such tables are looked for together in one
 * pass over the text, whichever of them is asked first. For tables made of a user's options use `termFinder`.
 */
export function tableFinder(phrases: readonly string[]): TableFinder {
  if (!isOpen) return aloneFinder(phrases)
  const table: Table = { phrases, index: tables.length }
  tables.push(table)
  book = undefined
  return (use, start = 0, end = Number.POSITIVE_INFINITY) => within(use(tableHits)[table.index] ?? noHits, start, end)
}

function aloneFinder(phrases: readonly string[]): TableFinder {
  const find = phraseFinder(phrases)
  const hits = fact('hits', ({ text }) => find(text, 0, text.length))
  return (use, start = 0, end = Number.POSITIVE_INFINITY) => within(use(hits), start, end)
}

/** Two characters may share a slot with others: the words themselves decide. A small number, unlike both codes as one. */
const slots = 0x4000
const slotOf = (first: number, second: number): number => (first * 31 + second) & (slots - 1)

function bindBook(): Book {
  const count = tables.reduce((sum, { phrases }) => sum + phrases.length, 0)
  const words: string[] = []
  const owners = new Uint16Array(count)
  const phrases = new Uint16Array(count)
  const thirds = new Uint16Array(count)
  const nexts = new Uint16Array(count)
  const heads = new Uint16Array(slots)
  for (const { phrases: own, index: table } of tables) {
    for (let at = 0; at < own.length; at++) {
      const word = own[at] as string
      if (word.length < 2) continue
      const index = words.length
      words.push(word)
      owners[index] = table
      phrases[index] = at
      if (word.length > 2) thirds[index] = word.charCodeAt(2)
      // Few share a slot: the longer ones are passed by.
      const slot = slotOf(word.charCodeAt(0), word.charCodeAt(1))
      let next = heads[slot] as number
      let longer = 0
      while (next > 0 && (words[next - 1] as string).length > word.length) {
        longer = next
        next = nexts[next - 1] as number
      }
      nexts[index] = next
      if (longer === 0) heads[slot] = index + 1
      else nexts[longer - 1] = index + 1
    }
  }
  return { words, tables: owners, phrases, thirds, heads, nexts }
}

/** What stands in the text of all tables, by table: found in one pass, when one of them is first asked for. */
const tableHits = fact('tableHits', ({ text }): readonly (readonly PhraseHit[])[] => {
  book ??= bindBook()
  const { words, tables: owners, phrases, thirds, heads, nexts } = book
  const found: PhraseHit[][] = tables.map(() => [])
  // By table, where its last hit ended: hits of one table do not overlap.
  const free = new Uint32Array(tables.length)
  let code = text.charCodeAt(0)
  let next = text.charCodeAt(1)
  for (let offset = 0; offset < text.length - 1; offset++) {
    // `slotOf`, written out: it is asked of every character, and a call of it would cost more than what it does.
    const head = heads[(code * 31 + next) & (slots - 1)] as number
    const third = text.charCodeAt(offset + 2)
    code = next
    next = third
    // Longest first: what a table has found here ends behind this place, so its shorter phrases are passed by.
    for (let index = head - 1; index >= 0; index = (nexts[index] as number) - 1) {
      const wanted = thirds[index] as number
      if (wanted !== 0 && wanted !== third) continue
      const word = words[index] as string
      const table = owners[index] as number
      if (offset < (free[table] as number) || !text.startsWith(word, offset)) continue
      const end = offset + word.length
      free[table] = end
      found[table]?.push({ phrase: phrases[index] as number, start: offset, end })
    }
  }
  return found
})

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

const wholeText = fact('wholeText', ({ text }) => text)

/** As `tableFinder`, for phrases of a user's options: they are looked for alone. */
export function termFinder(phrases: readonly string[]): TableFinder {
  const find = phraseFinder(phrases)
  return (use, start = 0, end = Number.POSITIVE_INFINITY) => {
    const text = use(wholeText)
    return find(text, start, Math.min(end, text.length))
  }
}
