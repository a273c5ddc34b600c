/** The levels that the format gives its headings: # marks, styles of Word, h1 to h6. */
import { fact } from '../fact.ts'

/** By where the line of a heading begins: its level, from 1. Empty where the format knows no headings. */
export const headingDepths = fact('headingDepths', ({ source }): ReadonlyMap<number, number> => {
  const depths = new Map<number, number>()
  for (const { start, hint } of source.blocks) if (hint?.heading !== undefined) depths.set(start, hint.heading)
  return depths
})
