/** The sentence that holds a place: for rules that ask what is said beside it. */
import type { Span } from '../source.ts'
import { Kind } from '../text/characters.ts'
import { landmarkFrom, landmarksOf } from '../text/landmarks.ts'

/** From behind the terminal mark before `span` to the one behind it, that one left out; within `stretch`, which holds the span. */
export function sentenceAround(text: string, span: Span, stretch: Span): Span {
  const landmarks = landmarksOf(text)
  const { offsets, kinds, length } = landmarks
  let before = landmarkFrom(landmarks, span.start) - 1
  while (before >= 0 && (offsets[before] as number) >= stretch.start && kinds[before] !== Kind.terminal) before--
  let behind = landmarkFrom(landmarks, span.end)
  while (behind < length && (offsets[behind] as number) < stretch.end && kinds[behind] !== Kind.terminal) behind++
  return {
    start: before >= 0 ? Math.max(stretch.start, (offsets[before] as number) + 1) : stretch.start,
    end: behind < length ? Math.min(stretch.end, offsets[behind] as number) : stretch.end,
  }
}
