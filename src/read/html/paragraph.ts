/** The stretches of one paragraph → what a browser shows: blanks that follow one another are one, at its ends there are none. */
import type { Fragment } from '../drafts.ts'

/** The blanks that HTML gives no meaning (CSS Text 3 §4). Ideographic and no-break spaces are characters as any other. */
const blanks = /[ \t\n\f\r]+/g

/** A run of blanks that waits for what follows. */
interface Gap {
  readonly fragment: Fragment
  hasLineEnd: boolean
}

/** `isWrapped`: lines were broken by a program that breaks them at blanks only, so that each line end stands for a blank. */
export function collapsed(fragments: readonly Fragment[], isWrapped: boolean): Fragment[] {
  const shown: Fragment[] = []
  let gap: Gap | undefined

  const addBlank = (fragment: Fragment): void => {
    gap ??= { fragment, hasLineEnd: false }
    gap.hasLineEnd ||= /[\n\r]/.test(fragment.value)
  }
  const add = (fragment: Fragment): void => {
    const before = shown.at(-1)?.value
    if (gap && before !== undefined && (isWrapped || !vanishes(gap, before, fragment.value))) shown.push(blankOf(gap.fragment))
    gap = undefined
    shown.push(fragment)
  }

  for (const fragment of fragments) {
    const { value, from, to } = fragment
    if (value.length !== to - from) {
      if (value.trim() === '' && !/[^ \t\n\f\r]/.test(value)) addBlank(fragment)
      else add(fragment)
      continue
    }
    let at = 0
    const part = (end: number): Fragment => ({ value: value.slice(at, end), from: from + at, to: from + end })
    for (const { 0: run, index } of value.matchAll(blanks)) {
      if (index > at) add(part(index))
      at = index
      addBlank(part(at + run.length))
      at += run.length
    }
    if (at < value.length) add(part(value.length))
  }
  return shown
}

/** The blank that is shown. A line end is no character of the text: its place is before it. */
function blankOf({ value, from }: Fragment): Fragment {
  return { value: ' ', from, to: value.startsWith(' ') ? from + 1 : from }
}

/** Between two Chinese characters a line end means nothing (CSS Text 3 §4.1.3). */
const vanishes = ({ hasLineEnd }: Gap, before: string, after: string): boolean =>
  hasLineEnd && isWide(before.charCodeAt(before.length - 1)) && isWide(after.charCodeAt(0))

/** Wide characters, and the marks “” ‘’ — … that are wide in Chinese text. Halves of pairs: Han beyond U+FFFF. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe4f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xd840 && code <= 0xdfff) ||
  (code >= 0x2014 && code <= 0x2026)

/** The paragraphs of text whose line ends count, as in `<pre>`. */
export function lines(fragments: readonly Fragment[]): Fragment[][] {
  const found: Fragment[][] = [[]]
  for (const { value, from, to } of fragments) {
    const isLinear = value.length === to - from
    let at = 0
    for (const { 0: end, index } of value.matchAll(/\r\n?|\n/g)) {
      if (isLinear && index > at) found.at(-1)?.push({ value: value.slice(at, index), from: from + at, to: from + index })
      found.push([])
      at = index + end.length
    }
    if (isLinear) {
      if (at < value.length) found.at(-1)?.push({ value: value.slice(at), from: from + at, to })
    } else if (value.slice(at) !== '') {
      found.at(-1)?.push({ value: value.slice(at), from, to })
    }
  }
  return found
}
