/**
 * Text as comparing sees it: Han characters, letters, figures, per cent and decimal points, full width folded. Blanks and marks
 * are left out, since whoever copies a text changes those first.
 */

import type { Span } from '../source.ts'
import { isDigit, Kind, kinds } from '../text/characters.ts'

export interface Normal {
  readonly text: string
  /** Its UTF-16 units. */
  readonly codes: Uint16Array
  /** Where each UTF-16 unit of `text` stands in `Source.text`. */
  readonly offsets: Int32Array
}

/** A whole text, of which parts are taken without reading them anew. */
export interface WholeNormal extends Normal {
  /** By offset of `Source.text`, its end too: how many units of `text` stand before it. */
  readonly before: Int32Array
}

/** The spans of `text` that are compared, one behind another. */
export function normalOf(text: string, spans: readonly Span[]): Normal {
  const most = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return scanned(text, spans, most, undefined)
}

export function wholeOf(text: string): WholeNormal {
  const before = new Int32Array(text.length + 1)
  const normal = scanned(text, [{ start: 0, end: text.length }], text.length, before)
  before[text.length] = normal.offsets.length
  return { ...normal, before }
}

/** `before` is filled for the units of the spans, where it is given. */
function scanned(text: string, spans: readonly Span[], most: number, before: Int32Array | undefined): Normal {
  const units = new Uint16Array(most)
  const offsets = new Int32Array(most)
  const { han } = Kind
  let count = 0
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) {
      if (before) before[at] = count
      const unit = text.charCodeAt(at)
      const compared = kinds[unit] === han ? unit : besideHan(text, at, unit)
      if (compared === 0) continue
      units[count] = compared
      offsets[count++] = at
    }
  }
  const codes = units.slice(0, count)
  return { text: textOf(codes), codes, offsets: offsets.slice(0, count) }
}

/** What stands for a unit that is no Han character, or 0 where it is left out. */
function besideHan(text: string, at: number, wide: number): number {
  const unit = wide >= 0xff01 && wide <= 0xff5e ? wide - 0xfee0 : wide
  const isPoint = unit === 0x2e && isDigit(text, at - 1) && isDigit(text, at + 1)
  const isLatin = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
  return isPoint || isLatin || unit === 0x25 || (unit >= 0x30 && unit <= 0x39) ? unit : 0
}

/** What `normalOf` gives of one span. */
export const wordsIn = ({ text, before }: WholeNormal, { start, end }: Span): string => text.slice(before[start], before[end])

/** Their units. */
export const codesIn = ({ codes, before }: WholeNormal, { start, end }: Span): Uint16Array =>
  codes.subarray(before[start], before[end])

/** What `normalOf` gives. */
export function partsOf(whole: WholeNormal, spans: readonly Span[]): Normal {
  const text = spans.map((span) => wordsIn(whole, span)).join('')
  const codes = new Uint16Array(text.length)
  const offsets = new Int32Array(text.length)
  let count = 0
  for (const span of spans) {
    const own = codesIn(whole, span)
    codes.set(own, count)
    offsets.set(whole.offsets.subarray(whole.before[span.start], whole.before[span.end]), count)
    count += own.length
  }
  return { text, codes, offsets }
}

/** In pieces: a call takes only so many arguments. */
function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192)
    text += Reflect.apply(String.fromCharCode, String, units.subarray(at, at + 8192))
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
