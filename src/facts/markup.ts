/** Where signs of the format stand between characters of the text: a blank behind `**` belongs to them. */
import { fact } from '../fact.ts'
import { isText, isUnbroken, type Span } from '../source.ts'

export interface Markup {
  /** Whether signs that are no text stand beside the span in the file: **标题。** 正文. */
  isBeside(span: Span): boolean
}

export const markup = fact(
  'markup',
  ({ source }): Markup => ({
    isBeside: ({ start, end }) => isText(source.format) && !isUnbroken(source, { start: Math.max(0, start - 1), end: end + 1 }),
  }),
)
