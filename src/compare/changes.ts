/** What was put in the place of what, within sentences that are otherwise alike: 张远山 → 李清河, 水务局 → 水利局. Linear. */
import type { Span } from '../source.ts'
import type { Row } from './align.ts'

/** Words of the old text, and what stands in their place in the new one. Whole numbers, never parts of them. */
export interface Change {
  readonly old: Span
  readonly now: Span
}

/** So many equal signs hold two sentences together. */
const anchor = 3
/** What was replaced is a name or a figure, not half a sentence. UTF-16 units. */
const longest = 24

/** The replacements of one row, in order. */
export function changesOf({ unit, mate }: Row): Change[] {
  if (!mate || mate.words === unit.words) return []
  const [was, is] = [mate.words, unit.words]
  const places = new Map<string, number>()
  for (let at = 0; at + anchor <= was.length; at++) {
    const part = was.slice(at, at + anchor)
    // What stands there twice holds nothing.
    places.set(part, places.has(part) ? -1 : at)
  }
  const found: Change[] = []
  let [from, oldFrom] = [0, 0]
  const close = (end: number, oldEnd: number): void => {
    const change = trimmed(was, is, [oldFrom, oldEnd], [from, end])
    if (change) found.push({ old: moved(change.old, mate.start), now: moved(change.now, unit.start) })
  }
  // Both may begin alike, in words that stand there twice.
  while (from < is.length && oldFrom < was.length && is[from] === was[oldFrom]) [from, oldFrom] = [from + 1, oldFrom + 1]
  for (let at = from; at + anchor <= is.length; ) {
    const place = places.get(is.slice(at, at + anchor))
    if (place === undefined || place < oldFrom) {
      at++
      continue
    }
    close(at, place)
    let length = anchor
    while (at + length < is.length && is[at + length] === was[place + length]) length++
    at += length
    ;[from, oldFrom] = [at, place + length]
  }
  close(is.length, was.length)
  return found
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

const isDigitOrPoint = (sign: string | undefined): boolean => sign !== undefined && /[0-9.]/.test(sign)

/** What both have at the edges is no part of the change, but a number is whole. */
function trimmed(
  was: string,
  is: string,
  [oldFrom, oldEnd]: readonly [number, number],
  [from, end]: readonly [number, number],
): Change | undefined {
  const old = { start: oldFrom, end: oldEnd }
  const now = { start: from, end }
  while (old.start < old.end && now.start < now.end && was[old.start] === is[now.start]) {
    old.start++
    now.start++
  }
  while (old.end > old.start && now.end > now.start && was[old.end - 1] === is[now.end - 1]) {
    old.end--
    now.end--
  }
  while (old.start > 0 && isDigitOrPoint(was[old.start - 1]) && was[old.start - 1] === is[now.start - 1]) {
    if (!isDigitOrPoint(was[old.start]) && !isDigitOrPoint(is[now.start])) break
    old.start--
    now.start--
  }
  while (isDigitOrPoint(was[old.end]) && was[old.end] === is[now.end]) {
    if (!isDigitOrPoint(was[old.end - 1]) && !isDigitOrPoint(is[now.end - 1])) break
    old.end++
    now.end++
  }
  const isSmall = old.end > old.start && now.end > now.start && old.end - old.start <= longest && now.end - now.start <= longest
  return isSmall ? { old, now } : undefined
}
