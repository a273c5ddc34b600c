/**
 * Grams of a text: so many UTF-16 units running. They are looked for as numbers in typed arrays: strings cut out of the text,
 * one for each of its places, would cost ten times as much as all the rest of comparing.
 */

/** The units of a text. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at)
  return codes
}

const base = 0x01000193

/** For each place where a gram of `size` units begins a hash of it: equal grams have equal ones. */
export function hashesOf(codes: Uint16Array, size: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, codes.length - size + 1))
  let power = 1
  for (let index = 1; index < size; index++) power = Math.imul(power, base)
  let rolling = 0
  for (let at = 0; at < codes.length; at++) {
    rolling = (Math.imul(rolling, base) + (codes[at] as number)) | 0
    const from = at - size + 1
    if (from < 0) continue
    hashes[from] = rolling
    rolling = (rolling - Math.imul(codes[from] as number, power)) | 0
  }
  return hashes
}

/** So many slots that half of them stay free: what is not there is then found not to be there at once. A power of two. */
export const slotsFor = (count: number): number => 2 ** Math.ceil(Math.log2(2 * count + 2))

/** Where a hash points among so many slots less one. */
export const slotOf = (hash: number, last: number): number => (hash ^ (hash >>> 15)) & last

/** A text by its grams: each is known by the first place where it stands. */
export class Grams {
  readonly codes: Uint16Array
  readonly hashes: Int32Array
  readonly #size: number
  /** One more than a place, or 0: where its hash points, or behind that. */
  readonly #slots: Int32Array

  constructor(codes: Uint16Array, size: number) {
    this.codes = codes
    this.hashes = hashesOf(codes, size)
    this.#size = size
    this.#slots = new Int32Array(slotsFor(this.hashes.length))
  }

  /** Puts in the gram at `place`; gives the first place where it stands. */
  add(place: number): number {
    const { codes, hashes } = this
    const slots = this.#slots
    const last = slots.length - 1
    const hash = hashes[place] as number
    for (let slot = slotOf(hash, last); ; slot = (slot + 1) & last) {
      const first = (slots[slot] as number) - 1
      if (first < 0) {
        slots[slot] = place + 1
        return place
      }
      if (hashes[first] === hash && isSame(codes, first, codes, place, this.#size)) return first
    }
  }

  /** The first place of the gram that stands in `codes` at `at`, by its hash; -1: it was not put in. */
  placeOf(codes: Uint16Array, at: number, hash: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    for (let slot = slotOf(hash, last); ; slot = (slot + 1) & last) {
      const first = (slots[slot] as number) - 1
      if (first < 0 || (this.hashes[first] === hash && isSame(this.codes, first, codes, at, this.#size))) return first
    }
  }
}

function isSame(one: Uint16Array, from: number, other: Uint16Array, at: number, size: number): boolean {
  for (let index = 0; index < size; index++) if (one[from + index] !== other[at + index]) return false
  return true
}
