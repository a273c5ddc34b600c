/** Clauses: what stands between two marks. The unit in which a pasted phrase repeats. */
import type { Span } from '../source.ts'
import { Kind, kindAt, trimmed } from '../text/characters.ts'
import { landmarkFrom, landmarksOf } from '../text/landmarks.ts'

/** One clause without the mark behind it. */
export interface Clause extends Span {
  /** Offset of the mark that ends it. −1 where the stretch ends without one. */
  readonly mark: number
}

/**
 * The clauses of `[start, end)`, in order; blank ones are left out. A half-width comma counts as a mark, one inside a figure
 * does not. No fact: clauses are many and short-lived, so they are made for one stretch of text at a time.
 */
export function clausesOf(text: string, start: number, end: number): Clause[] {
  const found: Clause[] = []
  const landmarks = landmarksOf(text)
  const { offsets, kinds, length } = landmarks
  let from = start
  const add = (to: number, mark: number): void => {
    const span = trimmed(text, from, to)
    if (span.start < span.end) found.push({ start: span.start, end: span.end, mark })
  }
  for (let at = landmarkFrom(landmarks, start); at < length; at++) {
    const offset = offsets[at] as number
    if (offset >= end) break
    if (!isBoundary(text, offset, kinds[at] as number)) continue
    add(offset, offset)
    from = offset + 1
  }
  add(end, -1)
  return found
}

function isBoundary(text: string, offset: number, kind: number): boolean {
  if (kind >= Kind.terminal && kind <= Kind.colon) return true
  return kind === Kind.narrow && text[offset] !== ':' && kindAt(text, offset + 1) !== Kind.digit
}
