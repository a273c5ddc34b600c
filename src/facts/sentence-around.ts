/** The sentence that holds a place: for rules that ask what is said beside it. */
import type { Use } from '../fact.ts'
import type { Span } from '../source.ts'
import { Kind } from '../text/characters.ts'
import { landmarkFrom } from '../text/landmarks.ts'
import { landmarks } from './landmarks.ts'

/** A sentence is read so far on either side of the place: no writer's is longer, and a hostile one may be as long as the file. */
const farthest = 1000

/** From behind the terminal mark before `span` to the one behind it, that one left out; within `stretch`, which holds the span. */
export function sentenceAround(use: Use, span: Span, stretch: Span): Span {
  const marks = use(landmarks)
  const { offsets, kinds, length } = marks
  const first = Math.max(stretch.start, span.start - farthest)
  const last = Math.min(stretch.end, span.end + farthest)
  let before = landmarkFrom(marks, span.start) - 1
  while (before >= 0 && (offsets[before] as number) >= first && kinds[before] !== Kind.terminal) before--
  let behind = landmarkFrom(marks, span.end)
  while (behind < length && (offsets[behind] as number) < last && kinds[behind] !== Kind.terminal) behind++
  return {
    start: before >= 0 ? Math.max(first, (offsets[before] as number) + 1) : first,
    end: behind < length ? Math.min(last, offsets[behind] as number) : last,
  }
}
