/** Runs of characters that two texts share, whatever the sentences around them. Linear: each text is gone through once. */
import { hashesOf, slotOf, slotsFor } from './grams.ts'

/** Offsets of the normalised texts (UTF-16 units). */
export interface Run {
  readonly from: number
  readonly oldFrom: number
  readonly length: number
}

/** So many characters make a place known again. */
const gram = 8
/** A shorter run is chance or a phrase. */
export const shortestRun = 13
/** Places of the old text that are tried for one of the new one; text that repeats itself has more. */
const mostPlaces = 6

/** The longest common runs of two texts by their units, in order of the new text, none over another; each is the longest at the place where it begins. */
export function runsOf(old: Uint16Array, codes: Uint16Array): Run[] {
  const { hashes, heads, befores } = placesOf(old)
  const own = hashesOf(codes, gram)
  const last = heads.length - 1
  const runs: Run[] = []
  for (let at = 0; at + shortestRun <= codes.length; ) {
    const hash = own[at] as number
    let oldFrom = 0
    let longest = 0
    // From the last place to the first: of equals the first stays.
    for (let next = heads[slotOf(hash, last)] as number; next > 0; next = befores[next - 1] as number) {
      if (hashes[next - 1] !== hash) continue
      const length = commonLength(old, next - 1, codes, at)
      if (length < longest) continue
      oldFrom = next - 1
      longest = length
    }
    if (longest >= shortestRun) runs.push({ from: at, oldFrom, length: longest })
    at += longest >= shortestRun ? longest : 1
  }
  return runs
}

/** Where grams stand, the first places of each. */
interface Places {
  readonly hashes: Int32Array
  /** By slot one more than the last place, or 0. */
  readonly heads: Int32Array
  /** By place one more than the one before of the same slot, or 0. */
  readonly befores: Int32Array
}

/** One loop that calls next to nothing: it runs once in a process, and is interpreted. */
function placesOf(codes: Uint16Array): Places {
  const hashes = hashesOf(codes, gram)
  const count = hashes.length
  const heads = new Int32Array(slotsFor(count))
  const last = heads.length - 1
  const befores = new Int32Array(count)
  const ranks = new Uint8Array(count)
  for (let place = 0; place < count; place++) {
    const hash = hashes[place] as number
    const slot = slotOf(hash, last)
    const head = heads[slot] as number
    let same = head
    while (same > 0 && hashes[same - 1] !== hash) same = befores[same - 1] as number
    const rank = same > 0 ? (ranks[same - 1] as number) + 1 : 0
    if (rank >= mostPlaces) continue
    ranks[place] = rank
    befores[place] = head
    heads[slot] = place + 1
  }
  return { hashes, heads, befores }
}

function commonLength(old: Uint16Array, oldFrom: number, codes: Uint16Array, from: number): number {
  const most = Math.min(old.length - oldFrom, codes.length - from)
  let length = 0
  while (length < most && old[oldFrom + length] === codes[from + length]) length++
  return length
}
