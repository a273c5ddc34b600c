/**
 * The table of characters as it lies in the asset file: typed arrays over its bytes, nothing parsed, nothing copied.
 * `tools/typo/build.ts` writes the file; the order of parts and parameters here is the order there.
 */

/** “HGT2” in little-endian order. */
const magic = 0x32544748
/** Of the layout; `tools/typo/build.ts` writes it. */
export const modelVersion = 3

/** Codes below the characters: 0 parts the text, 1 is a run of digits, 2 a run of Latin letters. */
export const firstChar = 3

/**
 * A set of keys with a few bits each, kept in a third more cells than there are keys: a binary fuse filter (Graf and Lemire
 * 2022) whose cells hold a fingerprint and a level. A key that is not in the set is taken for one of it once in 2^fingerprint.
 */
export interface Fuse {
  readonly cells: Uint8Array | Uint16Array
  /** A power of two. */
  readonly segment: number
  readonly segments: number
  readonly seed: number
}

export interface Model {
  /** Characters by code, less `firstChar`. */
  readonly chars: Uint16Array
  /** By code: 256 times the binary logarithm of how often it stands, and one. */
  readonly single: Uint16Array
  /** Runs of two, in cells of 16 bits: 12 of fingerprint, 4 of level. */
  readonly pairs: Fuse
  /** Runs of three and four, in cells of 12 bits, packed: 8 of fingerprint, 4 of level. */
  readonly runs: Fuse
  /** By code, where its row in `confused` begins. */
  readonly confusedFrom: Uint32Array
  /** What is typed for a character: its code in the low 12 bits, above them 1 same sound, 2 near sound, 4 shape, 8 very like. */
  readonly confused: Uint16Array
  /** Two syllables by code, 0 for none. */
  readonly syllables: Uint16Array
  /** First syllable × 512 + second, ascending; `wordsFrom` says where the words of it begin in `words`, two codes each. */
  readonly sounds: Uint32Array
  readonly wordsFrom: Uint32Array
  readonly words: Uint16Array
  /** A Bloom filter of words of two to four characters. */
  readonly lexicon: Uint8Array
  readonly lexiconBits: number
  /** Decision trees, one behind the other: see trees.ts. */
  readonly trees: Int16Array
  /** By code less `firstChar`: how seldom a character stands as a word of its own, in sixteenths of a bit; 255 never. */
  readonly alone: Uint8Array
  /** Counts that level 1 stands for, of runs of two, three, four. */
  readonly least: readonly [number, number, number]
  /** How many characters the training text has. */
  readonly size: number
}

/** Undefined where the bytes are no such file, or one of another version. */
export function readModel(bytes: Uint8Array): Model | undefined {
  if (bytes.length < 128) return undefined
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const head = new Uint32Array(whole.buffer, whole.byteOffset, 32)
  if (head[0] !== magic || head[1] !== modelVersion) return undefined
  const number = (index: number): number => head[index] as number
  let at = whole.byteOffset + 128
  const part = (index: number): { readonly at: number; readonly size: number } => {
    const size = number(index)
    const here = at
    at += size + 3 - ((size + 3) & 3)
    return { at: here, size }
  }
  const bytesOf = (index: number): Uint8Array => {
    const { at: from, size } = part(index)
    return new Uint8Array(whole.buffer, from, size)
  }
  const wordsOf = (index: number): Uint16Array => {
    const { at: from, size } = part(index)
    return new Uint16Array(whole.buffer, from, size >> 1)
  }
  const longsOf = (index: number): Uint32Array => {
    const { at: from, size } = part(index)
    return new Uint32Array(whole.buffer, from, size >> 2)
  }
  const chars = wordsOf(2)
  const single = wordsOf(3)
  const pairCells = wordsOf(4)
  const runCells = bytesOf(5)
  const confusedFrom = longsOf(6)
  const confused = wordsOf(7)
  const syllables = wordsOf(8)
  const sounds = longsOf(9)
  const wordsFrom = longsOf(10)
  const words = wordsOf(11)
  const lexicon = bytesOf(12)
  const trees = part(13)
  const alone = bytesOf(14)
  return {
    chars,
    single,
    pairs: { cells: pairCells, segment: number(16), segments: number(17), seed: number(18) },
    runs: { cells: runCells, segment: number(19), segments: number(20), seed: number(21) },
    confusedFrom,
    confused,
    syllables,
    sounds,
    wordsFrom,
    words,
    lexicon,
    lexiconBits: number(22),
    trees: new Int16Array(whole.buffer, trees.at, trees.size >> 1),
    alone,
    least: [number(23), number(24), number(25)],
    size: number(26),
  }
}

/** How often runs stand in the training text, as levels: 1 to 15; 0 where it has them hardly ever. */
export interface Levels {
  readonly pair: (a: number, b: number) => number
  /** Of a run of three or four; ask only where the shorter runs in it have a level. */
  readonly run: (high: number, low: number) => number
}

/** They are asked tens of thousands of times for a page: all that does not change is worked out here, and nothing is made or stored. */
export function levelsOf({ pairs, runs }: Model): Levels {
  return { pair: pairLevels(pairs), run: runLevels(runs) }
}

/** Of keys of at most 32 bits, which need less mixing: pairs are asked for more than all else. */
function pairLevels({ cells, seed, segment, segments }: Fuse): Levels['pair'] {
  const salt = Math.imul(seed, 0x7feb352d)
  const mask = segment - 1
  return (a, b) => {
    let h = Math.imul(((a << 13) | b) ^ salt, 0x9e3779b1)
    h ^= h >>> 15
    h = Math.imul(h, 0x85ebca6b)
    h ^= h >>> 13
    let g = Math.imul(h, 0xc2b2ae35)
    g ^= g >>> 16
    const first = (((h >>> 16) * segments) >>> 16) * segment
    const cell =
      (cells[first + (g & mask)] as number) ^
      (cells[first + segment + ((g >>> 13) & mask)] as number) ^
      (cells[first + segment + segment + (h & mask)] as number)
    return cell >> 4 === (((g >>> 20) ^ (h >>> 3)) & 0xfff) ? cell & 15 : 0
  }
}

function runLevels({ cells, seed, segment, segments }: Fuse): Levels['run'] {
  const saltOfLow = Math.imul(seed, 0x9e3779b1)
  const saltOfHigh = Math.imul(seed + 7, 0x85ebca77)
  const mask = segment - 1
  /** The cell `index` of cells of 12 bits. */
  const cellAt = (index: number): number => {
    const at = (index * 3) >> 1
    const both = (cells[at] as number) | ((cells[at + 1] as number) << 8)
    return (index & 1) === 0 ? both & 0xfff : both >> 4
  }
  // Prose says the same again and again, and the cells of a run lie in three far places of some megabytes.
  const lastHigh = new Int32Array(remembered)
  const lastLow = new Int32Array(remembered)
  const lastLevel = new Uint8Array(remembered)
  return (high, low) => {
    let h = Math.imul(low ^ saltOfLow, 0x85ebca6b)
    h ^= h >>> 15
    h = Math.imul(h ^ Math.imul(high + 0x7f4a7c15, 0xc2b2ae35), 0x27d4eb2f)
    h ^= h >>> 13
    h = Math.imul(h, 0x165667b1)
    h ^= h >>> 16
    const slot = h & (remembered - 1)
    if (lastHigh[slot] === high && lastLow[slot] === low && low !== 0) return lastLevel[slot] as number
    let g = Math.imul(high ^ saltOfHigh, 0x9e3779b1)
    g ^= g >>> 16
    g = Math.imul(g ^ low ^ (h >>> 3), 0xc2b2ae3d)
    g ^= g >>> 14
    let f = Math.imul(h ^ (g >>> 7) ^ 0x5bd1e995, 0x85ebca6b)
    f ^= f >>> 13
    f = Math.imul(f + g, 0xc2b2ae35)
    f ^= f >>> 16
    const first = Math.floor(((h >>> 0) / 4294967296) * segments) * segment
    const cell =
      cellAt(first + (g & mask)) ^
      cellAt(first + segment + (f & mask)) ^
      cellAt(first + segment + segment + (((g >>> 14) ^ (f >>> 9)) & mask))
    const level = cell >> 4 === (((h >>> 2) ^ (f >>> 20)) & 0xff) ? cell & 15 : 0
    lastHigh[slot] = high
    lastLow[slot] = low
    lastLevel[slot] = level
    return level
  }
}

/** How many runs are remembered with their levels. A power of two. */
const remembered = 0x4000

/** Runs of three have their first character above, runs of four their first two; the bit keeps them apart. */
export const highOfThree = (a: number): number => a | 0x4000000
export const highOfFour = (a: number, b: number): number => (a << 13) | b
export const lowOf = (a: number, b: number): number => (a << 13) | b

/** Whether the Bloom filter has the word that begins at `from` of `codes` (UTF-16 units). */
export function hasWord({ lexicon, lexiconBits }: Model, codes: Uint16Array, from: number, size: number): boolean {
  let a = 0x811c9dc5 | 0
  let b = 0x1b873593
  for (let index = from; index < from + size; index++) {
    const code = codes[index] as number
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    b ^= b >>> 13
  }
  a ^= a >>> 15
  b |= 1
  for (let round = 0; round < 6; round++) {
    const bit = ((a + Math.imul(b, round)) >>> 0) % lexiconBits
    if (((lexicon[bit >> 3] as number) & (1 << (bit & 7))) === 0) return false
  }
  return true
}
