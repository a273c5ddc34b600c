/** Numbers as they stand before a measure, in whatever digits: 2025, ２０２５, 二〇二五, 十四. Found from their end. */
import { hanNumber } from '../numerals.ts'

/** UTF-16 offsets, the end exclusive: what a `Span` is to the layers above. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** The digits a number is written in. `mixed`: 二0二五, 2０25. */
export type Digits = 'arabic' | 'full-width' | 'han' | 'mixed'

/** A whole number as written; the span is that of its digits. */
export interface Numeral extends Place {
  readonly value: number
  readonly form: Digits
  /** Digit by digit (2025, 二〇二五), not with 十 and 百. */
  readonly isPlain: boolean
  readonly length: number
}

const arabic = 1
const fullWidth = 2
const han = 4
const unit = 8

/** What a UTF-16 unit is as a digit, and its value. */
const classes = new Uint8Array(0x10000)
const values = new Uint8Array(0x10000)
for (let digit = 0; digit < 10; digit++) {
  for (const [code, kind] of [
    [0x30 + digit, arabic],
    [0xff10 + digit, fullWidth],
    ['〇一二三四五六七八九'.charCodeAt(digit), han],
  ] as const) {
    classes[code] = kind
    values[code] = digit
  }
}
for (const zero of '零○Ｏ') classes[zero.charCodeAt(0)] = han
for (const word of '十百千廿') classes[word.charCodeAt(0)] = unit

const forms: readonly (Digits | undefined)[] = [undefined, 'arabic', 'full-width', undefined, 'han']

/** A number has not more digits than this. */
const longest = 12

/** The number whose last digit stands before `end`, all of it as far back as `from`; undefined where there is none. */
export function numeralBefore(text: string, end: number, from = 0): Numeral | undefined {
  let start = end
  while (start > from && end - start <= longest && classes[text.charCodeAt(start - 1)] !== 0) start--
  return numeralIn(text, start, end)
}

/** The number that begins at `start`. */
export function numeralAt(text: string, start: number, to = text.length): Numeral | undefined {
  let end = start
  while (end < to && end - start <= longest && classes[text.charCodeAt(end)] !== 0) end++
  return numeralIn(text, start, end)
}

function numeralIn(text: string, start: number, end: number): Numeral | undefined {
  const length = end - start
  if (length === 0 || length > longest) return undefined
  let kinds = 0
  let value = 0
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset)
    kinds |= classes[code] as number
    value = value * 10 + (values[code] as number)
  }
  if ((kinds & unit) === 0) return { value, form: forms[kinds] ?? 'mixed', isPlain: true, length, start, end }
  const spoken = (kinds & (arabic | fullWidth)) === 0 ? hanNumber(text.slice(start, end).replace('廿', '二十')) : undefined
  return spoken === undefined ? undefined : { value: spoken, form: 'han', isPlain: false, length, start, end }
}
