/** Runs of characters that two texts share, whatever the sentences around them. Linear: each text is gone through once. */

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

/** A hash of the `gram` units at `at`; equal grams have equal hashes, and unequal ones seldom. */
function hashAt(text: string, at: number): number {
  let hash = 0
  for (let index = 0; index < gram; index++) hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(at + index)) | 0
  return hash
}

/** The longest common runs, in order of `text`, none over another; each is the longest at the place where it begins. */
export function runsOf(old: string, text: string): Run[] {
  const places = new Map<number, number[]>()
  for (let at = 0; at + gram <= old.length; at++) {
    const hash = hashAt(old, at)
    const known = places.get(hash)
    if (known === undefined) places.set(hash, [at])
    else if (known.length < mostPlaces) known.push(at)
  }
  const runs: Run[] = []
  for (let at = 0; at + shortestRun <= text.length; ) {
    let best = { from: at, oldFrom: 0, length: 0 }
    for (const oldFrom of places.get(hashAt(text, at)) ?? []) {
      const length = commonLength(old, oldFrom, text, at)
      if (length > best.length) best = { from: at, oldFrom, length }
    }
    if (best.length >= shortestRun) runs.push(best)
    at += best.length >= shortestRun ? best.length : 1
  }
  return runs
}

function commonLength(old: string, oldFrom: number, text: string, from: number): number {
  const most = Math.min(old.length - oldFrom, text.length - from)
  let length = 0
  while (length < most && old.charCodeAt(oldFrom + length) === text.charCodeAt(from + length)) length++
  return length
}
