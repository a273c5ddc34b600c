/**
 * Text as comparing sees it: Han characters, letters, figures, per cent and decimal points, full width folded. Blanks and marks
 * are left out, since whoever copies a text changes those first.
 */

import type { Span } from '../source.ts'
import { isDigit, isHan } from '../text/characters.ts'

export interface Normal {
  readonly text: string
  /** Where each UTF-16 unit of `text` stands in `Source.text`. */
  readonly offsets: Int32Array
}

const folded = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit)

const isLatin = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

/** The spans of `text` that are compared, one behind another. */
export function normalOf(text: string, spans: readonly Span[]): Normal {
  const units: number[] = []
  const offsets: number[] = []
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) {
      const unit = folded(text.charCodeAt(at))
      const isPoint = unit === 0x2e && isDigit(text, at - 1) && isDigit(text, at + 1)
      if (!isPoint && unit !== 0x25 && !(unit >= 0x30 && unit <= 0x39) && !isLatin(unit) && !isHan(text, at)) continue
      units.push(unit)
      offsets.push(at)
    }
  }
  return { text: textOf(units), offsets: Int32Array.from(offsets) }
}

/** In pieces: a call takes only so many arguments. */
function textOf(units: readonly number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192))
  return text
}

const numbers =
  /[0-9]{1,20}(?:\.[0-9]{1,20})?|(?<=第)[一二三四五六七八九十百]{1,6}(?=[次届个年季])|[一二三四五六七八九十百]{1,5}(?=周年)|十[一二三四五六](?=五)/g

/** The words with every figure, ordinal and plan replaced by one sign: equal where only numbers differ. */
export const masked = (normal: string): string => normal.replace(numbers, '#')

/** Where `length` units from `from` on stand in the text. */
export const spanAt = ({ offsets }: Normal, from: number, length: number): Span => ({
  start: offsets[from] ?? 0,
  end: (offsets[from + length - 1] ?? 0) + 1,
})
