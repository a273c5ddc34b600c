/** Bytes by hand, where Node has Buffer and browsers have nothing. */

/** One array of all of them, in order. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Where `letters` (each one byte: Latin-1) stand in `bytes`, from `from` on; −1 where they do not. For short names: a place
 * where the first letter stands is looked at once.
 */
export function indexOf(bytes: Uint8Array, letters: string, from = 0): number {
  const first = letters.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1
    while (length < letters.length && bytes[at + length] === letters.charCodeAt(length)) length++
    if (length === letters.length) return at
  }
  return -1
}

/** UTF-8; halves of pairs become U+FFFD. */
export const utf8Of = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

/** UTF-16LE; halves of pairs stay. */
export function utf16leOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes[index * 2] = unit & 0xff
    bytes[index * 2 + 1] = unit >> 8
  }
  return bytes
}

/** A copy with every two bytes in the other order; an odd last byte stays. */
export function swapped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  for (let at = 0; at + 1 < copy.length; at += 2) {
    copy[at] = bytes[at + 1] as number
    copy[at + 1] = bytes[at] as number
  }
  return copy
}

/** Writes little-endian numbers of 16 and 32 bits. */
export function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 0xff
  bytes[at + 1] = (value >>> 8) & 0xff
}

export function put32(bytes: Uint8Array, at: number, value: number): void {
  put16(bytes, at, value & 0xffff)
  put16(bytes, at + 2, value >>> 16)
}
