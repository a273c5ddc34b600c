/** What really changes between two wordings: a tracked change that strikes out a whole sentence to mend one character helps nobody. */
import type { Edit } from '../rule.ts'

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Whether a cut before `at` would part the two halves of a character beyond the BMP. */
export const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHighSurrogate(text.charCodeAt(at - 1)) && isLowSurrogate(text.charCodeAt(at))

/** How many units both begin with, whole characters only. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

/** How many units both end with, whole characters only, and none of the first `from`. */
function commonEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

/** The smallest edit of `text` that does what `edit` does; undefined where it does nothing. */
export function smallest(text: string, edit: Edit): Edit | undefined {
  const old = text.slice(edit.start, edit.end)
  if (old === edit.text) return undefined
  const before = commonStart(old, edit.text)
  const after = commonEnd(old, edit.text, before)
  return { start: edit.start + before, end: edit.end - after, text: edit.text.slice(before, edit.text.length - after) }
}
