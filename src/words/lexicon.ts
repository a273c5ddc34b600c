/**
 * A dictionary of words with their frequencies, looked into without loading it: which of its words stand in a text. A line is
 * `词 频次`, and what follows is not looked at; lines that begin with the same character stand together, in the order of the
 * characters, as in nodejieba's file (cppjieba's jieba.dict.utf8).
 */

/** The sum and the least of all frequencies in nodejieba 3.5.8's dictionary, as counted over its 348,982 lines. */
export const totalFrequency = 60_101_983
export const leastFrequency = 2

/** A word, and how often the makers of the dictionary met it. */
export interface Entry {
  readonly word: string
  readonly frequency: number
}

/** Where the lines are: a file, or bytes in memory. */
export interface Dictionary {
  /** In bytes. */
  readonly size: number
  /** Reads bytes; fewer than asked for at the end. Offset and length in bytes. */
  read(offset: number, length: number): Uint8Array
}

/** A dictionary in memory. */
export const dictionaryOf = (bytes: Uint8Array): Dictionary => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
})

/**
 * The lines of a dictionary that was folded (scripts/make-words.mjs): each word is a letter for how many characters it shares with
 * the one before, its own rest, and its frequency.
 */
export function unfolded(text: string): string {
  let word = ''
  const lines: string[] = []
  for (const { 1: shared = '', 2: rest = '', 3: frequency = '' } of text.matchAll(/([a-z])([^\da-z]{1,20})(\d{1,9})/g)) {
    word = word.slice(0, shared.charCodeAt(0) - 97) + rest
    lines.push(`${word} ${frequency}\n`)
  }
  return lines.join('')
}

/** No line is longer, so this many bytes hold a line break and what follows it (bytes). */
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
function shortlyBefore({ size, read }: Dictionary, key: number): number {
  let low = 0
  let high = size
  while (high - low > nearby) {
    const middle = (low + high) >>> 1
    const bytes = read(middle, probe)
    const isBefore = keyAt(bytes, bytes.indexOf(newline) + 1) < key
    if (isBefore) low = middle
    else high = middle
  }
  return low
}

/** The offset behind the line that begins at `at`. */
function nextLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(newline, at)
  return end < 0 ? bytes.length : end + 1
}

/** The lines that begin with `character`. */
function linesOf(dictionary: Dictionary, character: string): string {
  const key = keyOf(character)
  const from = shortlyBefore(dictionary, key)
  for (let length = nearby + chunk; ; length *= 2) {
    const bytes = dictionary.read(from, length)
    let start = from === 0 ? 0 : nextLine(bytes, 0)
    while (start < bytes.length && keyAt(bytes, start) < key) start = nextLine(bytes, start)
    let end = start
    while (end < bytes.length && keyAt(bytes, end) === key) end = nextLine(bytes, end)
    // Only where the beginning of a further line was read too is it sure that the last line is the last one.
    if (bytes.length < length || end + 3 <= bytes.length) return new TextDecoder().decode(bytes.subarray(start, end))
  }
}

function entryOf(line: string): Entry | null {
  const [word, count] = line.split(' ')
  const frequency = Number(count)
  return word && frequency > 0 ? { word, frequency } : null
}

/** The lines of one character, as they were read. */
interface Lines {
  readonly text: string
  /** Where the lines begin, by their second character; a blank for the character that is a word itself. */
  readonly starts: ReadonlyMap<string, readonly number[]>
  /** What was read out of them, by the second character. */
  readonly entries: Map<string, readonly Entry[]>
}

/** Lines that were read, by the character with which they begin: the next run asks for most of them again. */
export type Decoded = Map<string, Lines>

/** What the word that is one character has for its second one. */
export const alone = ' '

function startsOf(text: string): Map<string, number[]> {
  const starts = new Map<string, number[]>()
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1 || text.length) {
    const second = text.charAt(at + 1)
    const known = starts.get(second)
    if (known) known.push(at)
    else starts.set(second, [at])
  }
  return starts
}

const none: readonly Entry[] = []

function entryAt(text: string, at: number): readonly Entry[] {
  const end = text.indexOf('\n', at)
  const entry = end < 0 ? null : entryOf(text.slice(at, end))
  return entry ? [entry] : none
}

/** The words that begin with `character` and then `second` (UTF-16 unit, or `alone`), the shorter first. */
export function entriesOf(decoded: Decoded, dictionary: Dictionary, character: string, second: string): readonly Entry[] {
  let lines = decoded.get(character)
  if (!lines) {
    const text = linesOf(dictionary, character)
    lines = { text, starts: startsOf(text), entries: new Map() }
    decoded.set(character, lines)
  }
  const { text, starts, entries } = lines
  const places = starts.get(second)
  if (!places) return none
  let known = entries.get(second)
  if (!known) {
    known = places.flatMap((at) => entryAt(text, at)).sort((a, b) => a.word.length - b.word.length)
    entries.set(second, known)
  }
  return known
}

/** The characters that follow `character` in `run`, each once, and a blank for the word that ends behind it. */
function followersOf(run: string, character: string): ReadonlySet<string> {
  const followers = new Set(alone)
  for (let at = run.indexOf(character); at >= 0; at = run.indexOf(character, at + 1)) followers.add(run.charAt(at + 1))
  return followers
}

/** The words of `run`. Lines once read are kept in `decoded`. */
export function wordsIn(run: string, decoded: Decoded, dictionary: Dictionary): Entry[] {
  const found: Entry[] = []
  for (const character of new Set(run)) {
    for (const second of followersOf(run, character)) {
      for (const entry of entriesOf(decoded, dictionary, character, second)) if (run.includes(entry.word)) found.push(entry)
    }
  }
  return found
}
