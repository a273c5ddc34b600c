/** Clauses: what stands between two marks. The unit in which a pasted phrase repeats. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { Kind, kindAt, trimmed } from '../text/characters.ts'
import { type Landmarks, landmarkFrom } from '../text/landmarks.ts'

/** One clause without the mark behind it. */
export interface Clause extends Span {
  /** Offset of the mark that ends it. −1 where the stretch ends without one. */
  readonly mark: number
}

/** Gives the clauses of `[start, end)`, in order; blank ones are left out. */
export type Clauses = (start: number, end: number) => Clause[]

/**
 * The clauses of a document. A half-width comma counts as a mark, one inside a figure does not. They are many and short-lived, so
 * they are made for one stretch of text at a time, and not kept.
 */
export const clauses = fact(
  'clauses',
  ({ text, landmarks }): Clauses =>
    (start, end) =>
      clausesOf(text, landmarks, start, end),
)

function clausesOf(text: string, landmarks: Landmarks, start: number, end: number): Clause[] {
  const found: Clause[] = []
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
