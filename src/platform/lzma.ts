/**
 * LZMA, the decoder only: the small page packs its program with it, a fifth smaller than with deflate, and no browser brings it.
 * Written after the LZMA specification of the 7-Zip SDK (in the public domain). A library would bring the encoder along, six times
 * the code, into a page that is sent by mail.
 */

/** What stands before the data: one byte lc, lp and pb; four of the dictionary's size; eight of the content's. */
const HEADER = 13
/** A probability of one half, of 2048. */
const EVEN = 1024
const STATES = 12
const POSITIONS = 16
/** Where the bits of a distance stop to have probabilities of their own, and how many of the last have them again. */
const FIRST_FIXED_SLOT = 14
const ALIGN_BITS = 4
/** The shortest match. */
const SHORTEST = 2

const evens = (count: number): Uint16Array => new Uint16Array(count).fill(EVEN)

class Damaged extends Error {}

/** The range decoder: bits out of bytes. */
class Bits {
  private readonly bytes: Uint8Array
  private at: number
  private range = 0xffffffff
  private code = 0

  constructor(bytes: Uint8Array, from: number) {
    this.bytes = bytes
    if (bytes[from] !== 0) throw new Damaged()
    this.at = from + 1
    for (let count = 0; count < 4; count++) this.code = ((this.code << 8) | this.next()) >>> 0
  }

  private next(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new Damaged()
    return byte
  }

  private fill(): void {
    if (this.range >= 0x1000000) return
    this.range = (this.range << 8) >>> 0
    this.code = ((this.code << 8) | this.next()) >>> 0
  }

  /** A bit after the probability at `index`, which learns from it. */
  bit(odds: Uint16Array, index: number): 0 | 1 {
    const odd = odds[index] as number
    const bound = (this.range >>> 11) * odd
    if (this.code < bound) {
      this.range = bound
      odds[index] = odd + ((2048 - odd) >>> 5)
      this.fill()
      return 0
    }
    this.range -= bound
    this.code -= bound
    odds[index] = odd - (odd >>> 5)
    this.fill()
    return 1
  }

  /** `count` bits without probabilities, the highest first. */
  plain(count: number): number {
    let value = 0
    for (let left = count; left > 0; left--) {
      this.range >>>= 1
      const bit = this.code >= this.range ? 1 : 0
      if (bit === 1) this.code -= this.range
      value = value * 2 + bit
      this.fill()
    }
    return value
  }

  /** A number of `count` bits by a tree of probabilities that begins at `from`, the highest bit first. */
  tree(odds: Uint16Array, from: number, count: number): number {
    let node = 1
    for (let left = count; left > 0; left--) node = node * 2 + this.bit(odds, from + node)
    return node - 2 ** count
  }

  /** The same, the lowest bit first. */
  treeReversed(odds: Uint16Array, from: number, count: number): number {
    let node = 1
    let value = 0
    for (let place = 0; place < count; place++) {
      const bit = this.bit(odds, from + node)
      node = node * 2 + bit
      value += bit * 2 ** place
    }
    return value
  }
}

/** How long a match is: short, middling or long, the first two by place. */
class Lengths {
  private readonly choice = evens(2)
  private readonly short = evens(POSITIONS * 8)
  private readonly middling = evens(POSITIONS * 8)
  private readonly long = evens(256)

  next(bits: Bits, position: number): number {
    if (bits.bit(this.choice, 0) === 0) return SHORTEST + bits.tree(this.short, position * 8, 3)
    if (bits.bit(this.choice, 1) === 0) return SHORTEST + 8 + bits.tree(this.middling, position * 8, 3)
    return SHORTEST + 16 + bits.tree(this.long, 0, 8)
  }
}

/** How far back a match lies, less one. */
class Distances {
  private readonly slots = evens(4 * 64)
  private readonly middle = evens(128)
  private readonly last = evens(1 << ALIGN_BITS)

  next(bits: Bits, length: number): number {
    const slot = bits.tree(this.slots, Math.min(length - SHORTEST, 3) * 64, 6)
    if (slot < 4) return slot
    const count = (slot >> 1) - 1
    const least = (2 + (slot & 1)) * 2 ** count
    if (slot < FIRST_FIXED_SLOT) return least + bits.treeReversed(this.middle, least - slot, count)
    return least + bits.plain(count - ALIGN_BITS) * 2 ** ALIGN_BITS + bits.treeReversed(this.last, 0, ALIGN_BITS)
  }
}

/** What a state becomes after a byte, a match, a match of an earlier distance, and one byte of it. */
const afterByte = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5]
const afterMatch = (state: number): number => (state < 7 ? 7 : 10)
const afterAgain = (state: number): number => (state < 7 ? 8 : 11)
const afterShort = (state: number): number => (state < 7 ? 9 : 11)

/**
 * The content of a `.lzma` file.
 *
 * @param size of the content in bytes: neither more nor less is taken
 * @returns undefined where the data are cut off, changed, or of another size
 */
export function unpackLzma(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return unpacked(packed, size)
  } catch (error) {
    if (error instanceof Damaged) return undefined
    throw error
  }
}

function unpacked(packed: Uint8Array, size: number): Uint8Array {
  const properties = packed[0] ?? 255
  if (packed.length < HEADER || properties >= 9 * 5 * 5) throw new Damaged()
  if (new DataView(packed.buffer, packed.byteOffset).getUint32(5, true) !== size) throw new Damaged()
  const contextBits = properties % 9
  const literalMask = (1 << (Math.floor(properties / 9) % 5)) - 1
  const positionMask = (1 << Math.floor(properties / 45)) - 1

  const bits = new Bits(packed, HEADER)
  const isMatch = evens(STATES * POSITIONS)
  const isAgain = evens(STATES)
  const isNotFirst = evens(STATES)
  const isNotSecond = evens(STATES)
  const isNotThird = evens(STATES)
  const isLong = evens(STATES * POSITIONS)
  const literals = evens(0x300 << (contextBits + (Math.floor(properties / 9) % 5)))
  const lengths = new Lengths()
  const lengthsAgain = new Lengths()
  const distances = new Distances()

  const content = new Uint8Array(size)
  let [first, second, third, fourth] = [0, 0, 0, 0]
  let state = 0
  let at = 0

  function literal(): number {
    const before = at === 0 ? 0 : (content[at - 1] as number)
    const from = 0x300 * (((at & literalMask) << contextBits) + (before >> (8 - contextBits)))
    let node = 1
    if (state >= 7) {
      // After a match the byte that would have gone on with it tells something, as long as it agrees.
      let like = content[at - first - 1] as number
      while (node < 0x100) {
        const expected = (like >> 7) & 1
        like <<= 1
        const bit = bits.bit(literals, from + ((1 + expected) << 8) + node)
        node = node * 2 + bit
        if (bit !== expected) break
      }
    }
    while (node < 0x100) node = node * 2 + bits.bit(literals, from + node)
    return node & 0xff
  }

  /** One of the last four distances comes to the front; how long its match is. */
  function matchAgain(position: number): number {
    if (bits.bit(isNotFirst, state) === 0) {
      if (bits.bit(isLong, state * POSITIONS + position) === 0) {
        state = afterShort(state)
        return 1
      }
    } else if (bits.bit(isNotSecond, state) === 0) [first, second] = [second, first]
    else if (bits.bit(isNotThird, state) === 0) [first, second, third] = [third, first, second]
    else [first, second, third, fourth] = [fourth, first, second, third]
    state = afterAgain(state)
    return lengthsAgain.next(bits, position)
  }

  /** A distance of its own comes to the front; how long its match is. */
  function matchAnew(position: number): number {
    const length = lengths.next(bits, position)
    state = afterMatch(state)
    ;[first, second, third, fourth] = [distances.next(bits, length), first, second, third]
    return length
  }

  while (at < size) {
    const position = at & positionMask
    if (bits.bit(isMatch, state * POSITIONS + position) === 0) {
      content[at] = literal()
      at++
      state = afterByte[state] as number
      continue
    }
    const length = bits.bit(isAgain, state) === 0 ? matchAnew(position) : matchAgain(position)
    if (first >= at || at + length > size) throw new Damaged()
    for (const end = at + length; at < end; at++) content[at] = content[at - first - 1] as number
  }
  return content
}
