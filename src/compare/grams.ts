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

/** Of rolling hashes. */
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

/** Several texts one behind another. */
export interface Joined {
  readonly codes: Uint16Array
  /** Where each begins; behind the last where it ends. */
  readonly starts: Int32Array
}

export function joinedOf(texts: readonly Uint16Array[]): Joined {
  const codes = new Uint16Array(texts.reduce((sum, { length }) => sum + length, 0))
  const starts = new Int32Array(texts.length + 1)
  texts.forEach((text, index) => {
    const start = starts[index] as number
    codes.set(text, start)
    starts[index + 1] = start + text.length
  })
  return { codes, starts }
}
