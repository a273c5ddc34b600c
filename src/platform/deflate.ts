/** Deflate with the fixed codes of RFC 1951: small, and good enough for the few parts of a Word document that change. */
import { distanceTable, lengthTable } from './inflate.ts'

const WINDOW = 0x8000
const HASHES = 0x8000
const SHORTEST = 3
const LONGEST = 258
/** So many earlier places with the same three bytes are tried. */
const TRIES = 48

class Bits {
  private readonly bytes: Uint8Array
  private at = 0
  private hold = 0
  private held = 0

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
  }

  put(value: number, count: number): void {
    this.hold |= value << this.held
    this.held += count
    while (this.held >= 8) {
      this.bytes[this.at++] = this.hold & 0xff
      this.hold >>>= 8
      this.held -= 8
    }
  }

  /** Codes are written from their highest bit on. */
  code(code: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) this.put((code >> bit) & 1, 1)
  }

  finished(): Uint8Array {
    if (this.held > 0) this.bytes[this.at++] = this.hold & 0xff
    return this.bytes.slice(0, this.at)
  }
}

/** RFC 1951 3.2.6. */
function literal(bits: Bits, symbol: number): void {
  if (symbol < 144) bits.code(0x30 + symbol, 8)
  else if (symbol < 256) bits.code(0x190 + symbol - 144, 9)
  else if (symbol < 280) bits.code(symbol - 256, 7)
  else bits.code(0xc0 + symbol - 280, 8)
}

/** The last symbol whose least value is not above `value`. */
function symbolOf(least: readonly number[], value: number): number {
  let low = 0
  let high = least.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((least[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}

function repeat(bits: Bits, length: number, distance: number): void {
  const one = symbolOf(lengthTable.least, length)
  literal(bits, 257 + one)
  bits.put(length - (lengthTable.least[one] as number), lengthTable.bits[one] as number)
  const other = symbolOf(distanceTable.least, distance)
  bits.code(other, 5)
  bits.put(distance - (distanceTable.least[other] as number), distanceTable.bits[other] as number)
}

const hashAt = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) << 10) ^ ((bytes[at + 1] as number) << 5) ^ (bytes[at + 2] as number)) & (HASHES - 1)

function sharedLength(bytes: Uint8Array, one: number, other: number): number {
  const most = Math.min(LONGEST, bytes.length - other)
  let length = 0
  while (length < most && bytes[one + length] === bytes[other + length]) length++
  return length
}

/** The same bytes for the same content. */
export function deflateRaw(content: Uint8Array): Uint8Array {
  const bits = new Bits(Math.ceil(content.length * 1.125) + 16)
  /** One more than the last place with this hash, and before each place the one before it. */
  const heads = new Int32Array(HASHES)
  const before = new Int32Array(WINDOW)
  const learn = (at: number): void => {
    if (at + SHORTEST > content.length) return
    const hash = hashAt(content, at)
    before[at & (WINDOW - 1)] = heads[hash] as number
    heads[hash] = at + 1
  }
  bits.put(1, 1)
  bits.put(1, 2)
  for (let at = 0; at < content.length; ) {
    let best = 0
    let from = 0
    let place = at + SHORTEST <= content.length ? (heads[hashAt(content, at)] as number) - 1 : -1
    for (let tries = TRIES; place >= 0 && at - place < WINDOW && tries > 0; tries--) {
      const length = sharedLength(content, place, at)
      if (length > best) [best, from] = [length, place]
      if (best === LONGEST) break
      const earlier = (before[place & (WINDOW - 1)] as number) - 1
      if (earlier >= place) break
      place = earlier
    }
    const step = best >= SHORTEST ? best : 1
    if (step > 1) repeat(bits, best, at - from)
    else literal(bits, content[at] as number)
    for (const end = at + step; at < end; at++) learn(at)
  }
  literal(bits, 256)
  return bits.finished()
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** As zips count it (APPNOTE 4.4.7). */
export function crc32(content: Uint8Array): number {
  let crc = -1
  for (let at = 0; at < content.length; at++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (content[at] as number)) & 0xff] as number)
  }
  return (crc ^ -1) >>> 0
}
