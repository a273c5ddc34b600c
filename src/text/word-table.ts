/**
 * Many words to be looked up, without an object for each: their characters in one string, and slots by hash. So a table is a few
 * arrays, which can lie in a file as they are (scripts/build.mjs, `*.table.ts`).
 */
export interface WordTable {
  /** All words, one behind the other. */
  readonly letters: string
  /** Where word `index` begins in `letters`; one more for the end of the last. */
  readonly starts: Uint32Array
  /** One more than the index of a word, by its hash; 0 where there is none. A power of two, at least twice as many as words. */
  readonly slots: Uint16Array
}

/** Two words of one hash stand in slots one behind the other. */
function hashOf(text: string, from: number, to: number): number {
  let hash = to - from
  for (let at = from; at < to; at++) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(at)
  return hash ^ (hash >>> 15)
}

/** A power of two that leaves half of the slots free. */
function roomFor(count: number): number {
  let room = 16
  while (room < 2 * count) room *= 2
  return room
}

/** The table of `words`, at most 65,534; of two that are the same the first is found. */
export function wordTable(words: readonly string[]): WordTable {
  const starts = new Uint32Array(words.length + 1)
  words.forEach((word, index) => {
    starts[index + 1] = (starts[index] as number) + word.length
  })
  const table = { letters: words.join(''), starts, slots: new Uint16Array(roomFor(words.length)) }
  const mask = table.slots.length - 1
  words.forEach((word, index) => {
    if (indexOfWord(table, word) >= 0) return
    let slot = hashOf(word, 0, word.length) & mask
    while (table.slots[slot] !== 0) slot = (slot + 1) & mask
    table.slots[slot] = index + 1
  })
  return table
}

/** The index of the word that is `text` from `from` to `to`; -1 where it is none of the table. */
export function indexOfWord({ letters, starts, slots }: WordTable, text: string, from = 0, to = text.length): number {
  const mask = slots.length - 1
  for (let slot = hashOf(text, from, to) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const index = (slots[slot] as number) - 1
    const start = starts[index] as number
    if ((starts[index + 1] as number) - start !== to - from) continue
    let at = from
    while (at < to && text.charCodeAt(at) === letters.charCodeAt(start + at - from)) at++
    if (at === to) return index
  }
  return -1
}

/** The word `index`. */
export const wordOf = ({ letters, starts }: WordTable, index: number): string => letters.slice(starts[index], starts[index + 1])

const slotOfPair = (one: number, two: number, mask: number): number => {
  const hash = Math.imul((one << 16) | two, 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & mask
}

/** Pairs of UTF-16 units, of which neither is 0, in slots. */
export function pairTable(pairs: readonly string[]): Uint32Array {
  const slots = new Uint32Array(roomFor(pairs.length))
  const mask = slots.length - 1
  for (const pair of pairs) {
    const [one, two] = [pair.charCodeAt(0), pair.charCodeAt(1)]
    let slot = slotOfPair(one, two, mask)
    while (slots[slot] !== 0 && slots[slot] !== one * 0x10000 + two) slot = (slot + 1) & mask
    slots[slot] = one * 0x10000 + two
  }
  return slots
}

/** Whether the pair is in the table. */
export function hasPair(slots: Uint32Array, one: number, two: number): boolean {
  const mask = slots.length - 1
  for (let slot = slotOfPair(one, two, mask); slots[slot] !== 0; slot = (slot + 1) & mask) {
    if (slots[slot] === one * 0x10000 + two) return true
  }
  return false
}
