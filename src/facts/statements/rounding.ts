/** Arithmetic with rounded figures: what is printed stands for all that rounds to it, or is cut off to it. */
import type { Figure } from '../quantities/lexer.ts'

/** A trace, for arithmetic with binary fractions. */
const trace = (value: number): number => 1e-9 * Math.max(1, Math.abs(value))

/** Whether `low` to `high` meets what `stated` stands for; a value may also have been cut off: 76.68 told as 76. */
export function meets(stated: Pick<Figure, 'value' | 'half'>, low: number, high: number): boolean {
  const { value, half } = stated
  return value - half <= high + trace(high) && low - trace(low) <= value + 2 * half
}

/** Whether `computed`, which may be off by `half`, is what `stated` says. */
export const equals = (stated: Pick<Figure, 'value' | 'half'>, computed: number, half: number): boolean =>
  Math.abs(stated.value - computed) <= stated.half + half + trace(computed) + trace(half)

export const halves = (figures: readonly Figure[]): number => figures.reduce((sum, { half }) => sum + half, 0)

export const sumOf = (figures: readonly Figure[]): number => figures.reduce((sum, { value }) => sum + value, 0)

/** The part of a whole in per cent: the least and the most that the printed figures allow. */
export const percentRange = (part: Figure, whole: Figure): readonly [number, number] => [
  ((part.value - part.half) / (whole.value + whole.half)) * 100,
  whole.value > whole.half ? ((part.value + part.half) / (whole.value - whole.half)) * 100 : Number.POSITIVE_INFINITY,
]

/** The digits of a number with two neighbours swapped, every way: 186 → 816, 168. At most a dozen. */
function swaps(written: string): number[] {
  const digits = written.replace(/[,，]/g, '')
  const found: number[] = []
  for (let at = 0; at + 1 < digits.length; at++) {
    const first = digits[at] as string
    // 34.1 for 31.4: the neighbours may stand on either side of the point.
    const next = digits[at + 1] === '.' ? at + 2 : at + 1
    const second = digits[next]
    if (second === undefined || first === second || first === '.') continue
    found.push(Number(digits.slice(0, at) + second + digits.slice(at + 1, next) + first + digits.slice(next + 1)))
  }
  return found
}

/** The values that a figure would have with two neighbouring digits swapped. */
export const swapped = (text: string, { start, numberEnd, scale }: Figure): number[] =>
  swaps(text.slice(start, numberEnd)).map((value) => value * scale)
