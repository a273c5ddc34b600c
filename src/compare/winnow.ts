/** Winnowing (Schleimer, Wilkerson, Aiken 2003): of each window of hashes the smallest, so that texts with a long run in common have one in common. Linear. */

export interface Grain {
  /** Characters of a fingerprint. */
  readonly gram: number
  /** So many of them begin one window: every common run of `gram + window - 1` characters has a fingerprint in both. */
  readonly window: number
}

const base = 0x01000193

/** Spreads a rolling hash, whose smallest values would otherwise all be of the same characters. */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The fingerprints of a normalised text, each once; unsigned, 32 bits. */
export function fingerprintsOf(text: string, { gram, window }: Grain): Set<number> {
  const found = new Set<number>()
  const count = text.length - gram + 1
  if (count <= 0) return found
  let power = 1
  for (let index = 1; index < gram; index++) power = Math.imul(power, base)
  let rolling = 0
  for (let at = 0; at < gram - 1; at++) rolling = (Math.imul(rolling, base) + text.charCodeAt(at)) | 0
  // A queue of places whose hashes rise: its first is the smallest of the window.
  const places = new Int32Array(count)
  const hashes = new Float64Array(count)
  let [first, end] = [0, 0]
  let last = -1
  for (let at = 0; at < count; at++) {
    rolling = (Math.imul(rolling, base) + text.charCodeAt(at + gram - 1)) | 0
    hashes[at] = spread(rolling)
    rolling = (rolling - Math.imul(text.charCodeAt(at), power)) | 0
    // Of equal ones the last, so that repetition gives few.
    while (end > first && (hashes[places[end - 1] as number] as number) >= (hashes[at] as number)) end--
    places[end++] = at
    if ((places[first] as number) <= at - window) first++
    if (at < Math.min(window, count) - 1 || places[first] === last) continue
    last = places[first] as number
    found.add(hashes[last] as number)
  }
  return found
}
