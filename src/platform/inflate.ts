/**
 * Inflate (RFC 1951) for platforms that bring none, or none that answers at once. What zlib refuses is refused: codes that do not
 * add up, distances that lead before the beginning, data that are cut off.
 */

/** What came out: all of it, or as far as the data went. */
export interface Inflated {
  readonly content: Uint8Array
  /** False: the data end before they are finished. */
  readonly isWhole: boolean
  /** How many bytes of `packed` were used. */
  readonly used: number
}

/** Codes of up to 15 bits: by the next bits of the stream, `symbol << 4 | length`; 0 where no code begins like this. */
interface Codes {
  readonly table: Uint16Array
  /** How many bits index the table. */
  readonly bits: number
}

class Cut extends Error {}
class Damaged extends Error {}
class TooLarge extends Error {}

const LONGEST = 15
const END_OF_BLOCK = 256

/** RFC 1951 3.2.5: the smallest length and distance of each symbol, and how many bits follow. */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]

function leastOf(bits: readonly number[], first: number): number[] {
  let least = first
  return bits.map((count) => {
    least += 2 ** count
    return least - 2 ** count
  })
}

export const lengthTable = { bits: lengthBits, least: leastOf(lengthBits, 3).map((least, index) => (index === 28 ? 258 : least)) }
export const distanceTable = { bits: distanceBits, least: leastOf(distanceBits, 1) }

/** The order in which the lengths of the code of code lengths are written. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function reversed(code: number, length: number): number {
  let result = 0
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit)
  return result
}

/**
 * The canonical code with these lengths. One symbol alone may have a code of one bit, of which the other half is not used (zlib
 * allows it); all other codes must be complete, and none may be over-full.
 */
function codesOf(lengths: readonly number[], mayLack: boolean): Codes {
  const counts = new Uint16Array(LONGEST + 1)
  for (const length of lengths) counts[length] = (counts[length] as number) + 1
  let bits = LONGEST
  while (bits > 1 && counts[bits] === 0) bits--
  counts[0] = 0
  const next = new Uint16Array(LONGEST + 2)
  let left = 1
  for (let length = 1; length <= LONGEST; length++) {
    left = left * 2 - (counts[length] as number)
    if (left < 0) throw new Damaged()
    next[length + 1] = ((next[length] as number) + (counts[length] as number)) << 1
  }
  const isEmpty = lengths.every((length) => length === 0)
  if (left > 0 && !(mayLack && (isEmpty || bits === 1))) throw new Damaged()
  const table = new Uint16Array(1 << bits)
  lengths.forEach((length, symbol) => {
    if (length === 0) return
    const code = next[length] as number
    next[length] = code + 1
    for (let index = reversed(code, length); index < table.length; index += 1 << length) table[index] = (symbol << 4) | length
  })
  return { table, bits }
}

/** A code of code lengths without any: zlib reads a zero from every bit, and then misses the end of the block. */
const noCodes: Codes = { table: Uint16Array.of(1, 1), bits: 1 }

const repeated = (value: number, count: number): number[] => Array.from({ length: count }, () => value)

let fixed: { readonly literals: Codes; readonly distances: Codes } | undefined

function fixedCodes() {
  fixed ??= {
    literals: codesOf([...repeated(8, 144), ...repeated(9, 112), ...repeated(7, 24), ...repeated(8, 8)], false),
    distances: codesOf(repeated(5, 32), false),
  }
  return fixed
}

class Inflater {
  private at = 0
  private hold = 0
  private held = 0
  private out: Uint8Array
  private length = 0

  constructor(
    private readonly packed: Uint8Array,
    private readonly limit: number,
    expected: number,
  ) {
    this.out = new Uint8Array(expected)
  }

  run(): Inflated {
    const isWhole = this.blocks()
    // Whole bytes that were taken in advance are given back.
    return { content: this.out.subarray(0, this.length), isWhole, used: this.at - (this.held >> 3) }
  }

  private blocks(): boolean {
    try {
      for (;;) {
        const isLast = this.take(1) === 1
        const kind = this.take(2)
        if (kind === 3) throw new Damaged()
        if (kind === 0) this.stored()
        else if (kind === 1) this.compressed(fixedCodes().literals, fixedCodes().distances)
        else this.dynamic()
        if (isLast) return true
      }
    } catch (error) {
      if (error instanceof Cut) return false
      throw error
    }
  }

  /** Takes bytes in until `count` bits are there, or no more bytes are. */
  private fill(count: number): void {
    while (this.held < count && this.at < this.packed.length) {
      this.hold |= (this.packed[this.at++] as number) << this.held
      this.held += 8
    }
  }

  private take(count: number): number {
    this.fill(count)
    if (this.held < count) throw new Cut()
    const value = this.hold & ((1 << count) - 1)
    this.hold >>>= count
    this.held -= count
    return value
  }

  private symbol({ table, bits }: Codes): number {
    this.fill(bits)
    const entry = table[this.hold & (table.length - 1)] as number
    const length = entry & 15
    if (length > this.held) throw new Cut()
    if (length === 0) throw this.held < bits ? new Cut() : new Damaged()
    this.hold >>>= length
    this.held -= length
    return entry >> 4
  }

  private room(count: number): void {
    const wanted = this.length + count
    if (wanted > this.limit) throw new TooLarge()
    if (wanted <= this.out.length) return
    const larger = new Uint8Array(Math.min(this.limit, Math.max(wanted, this.out.length * 2)))
    larger.set(this.out.subarray(0, this.length))
    this.out = larger
  }

  private stored(): void {
    this.take(this.held & 7)
    const size = this.take(16)
    if ((this.take(16) ^ 0xffff) !== size) throw new Damaged()
    this.at -= this.held >> 3
    this.hold = 0
    this.held = 0
    const there = this.packed.subarray(this.at, this.at + size)
    this.room(there.length)
    this.out.set(there, this.length)
    this.length += there.length
    this.at += there.length
    if (there.length < size) throw new Cut()
  }

  private dynamic(): void {
    const literals = this.take(5) + 257
    const distances = this.take(5) + 1
    const count = this.take(4) + 4
    if (literals > 286 || distances > 30) throw new Damaged()
    const own = repeated(0, 19)
    for (let index = 0; index < count; index++) own[lengthOrder[index] as number] = this.take(3)
    const lengths = this.lengths(own.every((length) => length === 0) ? noCodes : codesOf(own, false), literals + distances)
    if (lengths[END_OF_BLOCK] === 0) throw new Damaged()
    this.compressed(codesOf(lengths.slice(0, literals), true), codesOf(lengths.slice(literals), true))
  }

  private lengths(codes: Codes, count: number): number[] {
    const lengths: number[] = []
    while (lengths.length < count) {
      const symbol = this.symbol(codes)
      if (symbol < 16) {
        lengths.push(symbol)
        continue
      }
      const last = symbol === 16 ? lengths[lengths.length - 1] : 0
      if (last === undefined) throw new Damaged()
      const times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7)
      if (lengths.length + times > count) throw new Damaged()
      for (let index = 0; index < times; index++) lengths.push(last)
    }
    return lengths
  }

  private compressed(literals: Codes, distances: Codes): void {
    for (;;) {
      const symbol = this.symbol(literals)
      if (symbol === END_OF_BLOCK) return
      if (symbol < END_OF_BLOCK) {
        if (this.length === this.out.length) this.room(1)
        this.out[this.length++] = symbol
      } else this.copy(symbol - 257, distances)
    }
  }

  private copy(index: number, codes: Codes): void {
    if (index >= lengthBits.length) throw new Damaged()
    const length = (lengthTable.least[index] as number) + this.take(lengthBits[index] as number)
    const symbol = this.symbol(codes)
    if (symbol >= distanceBits.length) throw new Damaged()
    const distance = (distanceTable.least[symbol] as number) + this.take(distanceBits[symbol] as number)
    if (distance > this.length) throw new Damaged()
    this.room(length)
    const { out } = this
    let to = this.length
    for (let from = to - distance, end = from + length; from < end; ) out[to++] = out[from++] as number
    this.length = to
  }
}

/**
 * Unpacks raw deflate data into at most `limit` bytes; `expected` is how many are likely. Never throws.
 * Bytes behind the end of the data are not looked at.
 */
export function inflate(packed: Uint8Array, limit: number, expected = limit): Inflated | 'damaged' | 'too-large' {
  try {
    return new Inflater(packed, limit, Math.min(expected, limit)).run()
  } catch (error) {
    if (error instanceof Damaged) return 'damaged'
    if (error instanceof TooLarge) return 'too-large'
    throw error
  }
}

/** RFC 1950 §2.2. */
const PRESET_DICTIONARY = 0x20
const LARGEST_WINDOW = 7

/** A zlib stream; `undefined` where it is damaged. It may be cut off anywhere. */
export function inflateZlib(packed: Uint8Array, limit: number): Uint8Array | 'too-large' | undefined {
  const [method = 0, flags = 0] = packed
  const isSound = (method & 15) === 8 && method >> 4 <= LARGEST_WINDOW && ((method << 8) | flags) % 31 === 0
  if (packed.length < 2) return new Uint8Array()
  if (!isSound || flags & PRESET_DICTIONARY) return undefined
  const result = inflate(packed.subarray(2), limit, Math.min(limit, packed.length * 4))
  if (result === 'too-large') return result
  if (result === 'damaged') return undefined
  const check = packed.subarray(2 + result.used, 6 + result.used)
  if (!result.isWhole || check.length < 4) return result.content
  const [a = 0, b = 0, c = 0, d = 0] = check
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0 === adler32(result.content) ? result.content : undefined
}

function adler32(content: Uint8Array): number {
  let a = 1
  let b = 0
  for (let at = 0; at < content.length; ) {
    // So many steps fit into 32 bits before the remainders have to be taken.
    for (const end = Math.min(at + 3800, content.length); at < end; at++) {
      a += content[at] as number
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return ((b << 16) | a) >>> 0
}
