/**
 * Landmarks: the one character in eight that divides a text, found once and used by all who look for sentences, clauses, pairs
 * or blanks. What lies between two landmarks is plain words.
 */
import { Kind, kindOf } from './characters.ts'

export interface Landmarks {
  /** UTF-16 offsets, ascending; only the first `length` are meant. */
  readonly offsets: Int32Array
  /** The `Kind` at each offset. */
  readonly kinds: Uint8Array
  readonly length: number
}

/** The landmarks of `text`. Whoever holds the text keeps them: `Seen.landmarks` are those of a document. */
export function landmarksOf(text: string): Landmarks {
  let offsets = new Int32Array((text.length >> 2) + 16)
  let kinds = new Uint8Array(offsets.length)
  let length = 0
  for (let offset = 0; offset < text.length; offset++) {
    const kind = kindOf(text.charCodeAt(offset))
    if (kind < Kind.blank) continue
    if (length === offsets.length) {
      offsets = enlarged(offsets, new Int32Array(length * 2))
      kinds = enlarged(kinds, new Uint8Array(length * 2))
    }
    offsets[length] = offset
    kinds[length++] = kind
  }
  return { offsets, kinds, length }
}

function enlarged<List extends Int32Array | Uint8Array>(list: List, larger: List): List {
  larger.set(list)
  return larger
}

/** The index of the first landmark at or behind `offset`; `length` where there is none. */
export function landmarkFrom({ offsets, length }: Landmarks, offset: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
