/** The words around a finding, with a line of carets below. Paragraphs of reports run to a thousand characters: a window. */
import type { Place } from '../source.ts'
import { displayWidth } from '../text/width.ts'
import { printable } from './printable.ts'

/** Columns of the window on either side, and of the words found: with an indent it fits into 100 columns. */
const around = 40
const within = 40
const whole = 88

const more = '…'

/** As a frame shows it: control characters visible, a tab as one space (it would move the carets). */
const shown = (text: string): string => printable(text.replaceAll('\t', ' '))

/** The longest beginning of `text` that takes at most `columns`. */
function head(text: string, columns: number): string {
  let used = 0
  let end = 0
  for (const character of text) {
    used += displayWidth(character)
    if (used > columns) break
    end += character.length
  }
  return text.slice(0, end)
}

/** The longest end of `text` that takes at most `columns`. */
function tail(text: string, columns: number): string {
  const characters = [...text]
  let used = 0
  let start = text.length
  for (let index = characters.length - 1; index >= 0; index--) {
    const character = characters[index] as string
    used += displayWidth(character)
    if (used > columns) break
    start -= character.length
  }
  return text.slice(start)
}

/** `text` cut to `columns`, with … where something is left out. */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  return head(text, columns - displayWidth(more)) + more
}

// A column shows at least a quarter of a character, so this much of a line is always enough to fill the window.
const reach = 4 * whole

function lineBefore(document: string, offset: number): string {
  const text = document.slice(Math.max(0, offset - reach), offset)
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
}

function lineAfter(document: string, offset: number, end: number): string {
  const text = document.slice(offset, Math.min(end, offset + reach))
  const at = text.search(/[\r\n]/)
  return at < 0 ? text : text.slice(0, at)
}

/**
 * Two lines: the words with what stands around them, and carets below. `place` counts in `document`.
 * Curly quotes count as one column (see `displayWidth`): most terminals draw them so, and where they are drawn wide the
 * carets stand a little to the left, which is still below the line.
 */
export function frame(document: string, place: Place): readonly [line: string, carets: string] {
  // unist leaves offsets optional; `locate` always gives them.
  const start = place.start.offset as number
  const end = Math.max(start, place.end.offset as number)
  const found = lineAfter(document, start, end)
  const words = cut(shown(found), within)
  const isCut = found.length < end - start || words !== shown(found)
  const room = Math.min(around, Math.floor((whole - displayWidth(words)) / 2))

  const before = shown(lineBefore(document, start)).trimStart()
  const left = tail(before, room)
  const beganEarlier = left.length < before.length
  const lead = beganEarlier ? more + left : left

  const after = isCut ? '' : shown(lineAfter(document, end, document.length)).trimEnd()
  const right = head(after, room)
  const goesOn = right.length < after.length || (isCut && !words.endsWith(more))

  const carets = '^'.repeat(Math.max(1, displayWidth(words)))
  return [lead + words + right + (goesOn ? more : ''), ' '.repeat(displayWidth(lead)) + carets]
}
