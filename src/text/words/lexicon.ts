/**
 * The dictionary file of nodejieba, read without loading it: which of its words stand in a text.
 * A line is `词 频次 词性`; lines that begin with the same character stand together, in the order of the characters.
 */

/** The dictionary that nodejieba 3.5.8 ships (cppjieba's jieba.dict.utf8), as counted over its 348,982 lines. */
export const knownDictionary = { bytes: 5_071_204, totalFrequency: 60_101_983, leastFrequency: 2 } as const

/** A word, and how often the makers of the dictionary met it. */
export interface Entry {
  readonly word: string
  readonly frequency: number
}

/** Reads bytes of the dictionary; fewer than asked for at its end. Offset and length in bytes. */
export type ReadBytes = (offset: number, length: number) => Buffer

/** No line of the known dictionary is longer, so this many bytes hold a line break and what follows it (bytes). */
const probe = 96
/** Below this distance reading on is cheaper than halving again (bytes). */
const nearby = 2048
/** How much of a group of lines is read at once (bytes). */
const chunk = 8192

const newline = 0x0a

/** The first three bytes of a line as one number; a Chinese character has three, and their order is its order. */
const keyAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)

/** The key of the lines that begin with `character` (U+0800 to U+FFFF; of others there are no lines). */
function keyOf(character: string): number {
  const code = character.charCodeAt(0)
  return ((0xe0 | (code >> 12)) << 16) | ((0x80 | ((code >> 6) & 0x3f)) << 8) | (0x80 | (code & 0x3f))
}

/** An offset not behind the first line whose key is `key`, and hardly before it. */
function shortlyBefore(read: ReadBytes, key: number): number {
  let low = 0
  let high: number = knownDictionary.bytes
  while (high - low > nearby) {
    const middle = (low + high) >>> 1
    const bytes = read(middle, probe)
    const isBefore = keyAt(bytes, bytes.indexOf(newline) + 1) < key
    if (isBefore) low = middle
    else high = middle
  }
  return low
}

/** The lines that begin with `character`. */
function linesOf(read: ReadBytes, character: string): string {
  const from = shortlyBefore(read, keyOf(character))
  const beginning = Buffer.from(`\n${character}`)
  for (let length = nearby + chunk; ; length *= 2) {
    const bytes = read(from, length)
    const start = bytes.indexOf(beginning) + 1
    const end = bytes.indexOf(newline, bytes.lastIndexOf(beginning) + 1) + 1
    // Only where the beginning of a further line was read too is it sure that the last line is the last one.
    const isAllRead = bytes.length < length || (end > 0 && end + beginning.length < bytes.length)
    if (isAllRead) return start > 0 ? bytes.toString('utf8', start, end) : ''
  }
}

function entryOf(line: string): Entry | null {
  const [word, count, tag, ...rest] = line.split(' ')
  const frequency = Number(count)
  if (!word || !tag || rest.length > 0 || !(frequency > 0)) return null
  return { word, frequency }
}

/** The characters that follow `character` in `run`, and a blank for the word that ends behind it. */
function followersOf(run: string, character: string): string {
  let followers = ' '
  for (let at = run.indexOf(character); at >= 0; at = run.indexOf(character, at + 1)) followers += run.charAt(at + 1)
  return followers
}

/** Adds the words of `lines` that stand in `run`. */
function addWords(found: Entry[], lines: string, run: string, followers: string): void {
  for (let at = 0; at < lines.length; ) {
    const end = lines.indexOf('\n', at)
    if (end < 0) return
    // Nearly all lines fall by their second character, before anything is cut out for them.
    if (followers.includes(lines.charAt(at + 1))) {
      const entry = entryOf(lines.slice(at, end))
      if (entry && run.includes(entry.word)) found.push(entry)
    }
    at = end + 1
  }
}

/** The words of `run`. Lines once read are kept in `decoded`: the next run asks for most of them again. */
export function wordsIn(run: string, decoded: Map<string, string>, read: ReadBytes): Entry[] {
  const found: Entry[] = []
  for (const character of new Set(run)) {
    const lines = decoded.get(character) ?? linesOf(read, character)
    decoded.set(character, lines)
    addWords(found, lines, run, followersOf(run, character))
  }
  return found
}

/** Whether every line has the three columns and the positive frequency without which nodejieba ends the process. */
export function isSound(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  if (text.includes('\ufffd')) return false
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.length > 0 && lines.every((line) => entryOf(line) !== null)
}
