/** Numbers of lists and headings as OpenDocument counts them (ODF 1.3 part 3 §5.3, §16.30–16.33). */
import { numberText } from '../numbering.ts'

/** One level of a list style; `template` has `%1%` for the number of the first level. */
export interface ListLevel {
  /** A name of our number formats; undefined: a bullet, or no number. */
  readonly format: string | undefined
  readonly template: string
  readonly start: number
}

/** The levels of a list style, from 0. */
export type ListStyle = readonly (ListLevel | undefined)[]

/** ODF has ten. */
export const LEVELS = 10

/**
 * `style:num-format` → our number formats. What is not one letter is an example (`一, 二, 三, ...`), told by how it begins.
 * LibreOffice writes 一百零一 where Word has 一百〇一, whatever the document asked for.
 */
const formats: readonly (readonly [begins: string, format: string])[] = [
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'taiwaneseCountingThousand'],
  ['壹, 贰', 'chineseLegalSimplified'],
  ['壹', 'ideographLegalTraditional'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['１', 'decimalFullWidth'],
]

/** Undefined for no number at all; what is not known is told in digits. */
export const formatOf = (numFormat: string | undefined): string | undefined =>
  numFormat === undefined || numFormat === ''
    ? undefined
    : (formats.find(([begins]) => numFormat.startsWith(begins))?.[1] ?? 'decimal')

/** Where a list has got to, level by level. */
export type Counts = (number | undefined)[]

/** Counts one more paragraph at `level` (from 0), and gives its label; undefined where none is printed. */
export function nextLabel(style: ListStyle, counts: Counts, level: number, start: number | undefined): string | undefined {
  const own = style[level]
  const last = counts[level]
  counts[level] = start ?? (last === undefined ? (own?.start ?? 1) : last + 1)
  counts.length = level + 1
  if (own?.format === undefined) return undefined
  const label = own.template.replace(/%(\d{1,2})%/g, (_, digits: string) => {
    const other = Number(digits) - 1
    const { format = undefined, start: begin = 1 } = style[other] ?? {}
    return format === undefined ? '' : numberText(format, counts[other] ?? begin)
  })
  return label.trim() === '' ? undefined : label.trim()
}

/** The template of a level that is told by its parts, as it was before LibreOffice 7. */
export function templateOf(level: number, shown: number, prefix: string, suffix: string): string {
  const first = Math.max(0, level - Math.max(1, shown) + 1)
  const numbers = Array.from({ length: level - first + 1 }, (_, index) => `%${first + index + 1}%`)
  return prefix + numbers.join('.') + suffix
}
