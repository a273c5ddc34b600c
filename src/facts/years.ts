/** Years that the text names. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { numberOf } from '../text/numerals.ts'
import { isInside, quotations } from './quotations.ts'

/** A calendar year, 2022年; the span takes in 年. */
export interface Year extends Span {
  readonly value: number
  /** It is one end of a range: 2021—2025年, 2021年至2023年. */
  readonly inRange: boolean
  /** It stands in “…” or 《…》. */
  readonly quoted: boolean
}

const yearDigits = /[0-9０-９〇○零一二三四五六七八九]/

/** All years from 1900 to 2099 written in full, in order. A number of years (建城2215年) is none. */
export const years = fact('years', ({ text }, use): readonly Year[] => {
  const quoted = use(quotations)
  const found: Year[] = []
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const start = yearStart(text, at)
    if (start === undefined) continue
    const value = numberOf(text.slice(start, start + 4)) as number
    const end = at + 1
    found.push({ value, start, end, inRange: isRangeEnd(text, start, end), quoted: isInside(quoted, start) })
  }
  return found
})

/** Where the four digits before 年 at `at` begin; undefined where they are no year. */
function yearStart(text: string, at: number): number | undefined {
  const digitsEnd = text[at - 1] === ' ' ? at - 1 : at
  const start = digitsEnd - 4
  if (start < 0) return undefined
  for (let offset = start; offset < digitsEnd; offset++) if (!yearDigits.test(text[offset] as string)) return undefined
  if (start > 0 && yearDigits.test(text[start - 1] as string)) return undefined
  const value = numberOf(text.slice(start, digitsEnd))
  if (value === undefined || value < 1900 || value > 2099 || digitsEnd !== at) return undefined
  return start
}

const dash = /[—–\-－~～至到]/

function isRangeEnd(text: string, start: number, end: number): boolean {
  return dash.test(text[start - 1] ?? '') || dash.test(text[end] ?? '')
}
