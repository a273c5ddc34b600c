/** Quantities: every figure of a document, read once. A year, a day, a number of a clause are none. */
import { fact } from '../../fact.ts'
import { structure } from '../structure.ts'
import { type Figure, figuresIn } from './lexer.ts'

export type { Figure, FigureKind } from './lexer.ts'

/** The figures of all running text, in document order. */
export const quantities = fact('quantities', ({ text }, use): readonly Figure[] => {
  const found: Figure[] = []
  let last = 0
  for (const { start, end } of use(structure).stretches) {
    // An item may hold others that are stretches of their own: what was read is not read again.
    if (end <= last) continue
    figuresIn(text, Math.max(start, last), end, found)
    last = end
  }
  return found
})
