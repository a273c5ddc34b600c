/** Word boundaries, asked for one short clause at a time; the dictionary is loaded only when a rule really asks. */
import { wordEnds } from '../text/words.ts'

/** Whether a word ends exactly at `offset` when the words of `[start, end)` are told apart. A clause, never a whole text. */
export function hasWordEnd(text: string, start: number, end: number, offset: number): boolean {
  if (offset <= start || offset >= end) return true
  return wordEnds(text.slice(start, end)).includes(offset - start)
}
