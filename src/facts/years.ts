/** Years that the text names. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { isInside, quotations } from './quotations.ts'
import { times } from './times/index.ts'

/** A calendar year, 2022年; the span takes in 年. */
export interface Year extends Span {
  readonly value: number
  /** It is one end of a range, or a bound: 2021—2025年, 2021年至2023年, 到2035年. */
  readonly inRange: boolean
  /** It stands in “…” or 《…》. */
  readonly quoted: boolean
}

/** All years from 1900 to 2099 written in full, in order. A number of years (建城2215年) is none. */
export const years = fact('years', ({ text }, use): readonly Year[] => {
  const quoted = use(quotations)
  return use(times).flatMap((time): Year[] => {
    if (time.kind !== 'year' || time.value < 1900 || time.value > 2099) return []
    const { value, start, end } = time
    return [{ value, start, end, inRange: isRangeEnd(text, start, end), quoted: isInside(quoted, start) }]
  })
})

const dash = /[—–\-－~～至到]/

function isRangeEnd(text: string, start: number, end: number): boolean {
  return dash.test(text[start - 1] ?? '') || dash.test(text[end] ?? '')
}
