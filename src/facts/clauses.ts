/** Clauses: what stands between two marks. The unit in which a pasted phrase repeats. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { isBlank, Kind, kindAt } from '../text/characters.ts'
import { structure } from './structure.ts'

/** One clause without the mark behind it. */
export interface Clause extends Span {
  /** Offset of the mark that ends it; equals `end` but for blanks. −1 where the paragraph or heading ends without one. */
  readonly mark: number
}

const isBoundary = (kind: number): boolean =>
  kind === Kind.comma || kind === Kind.semicolon || kind === Kind.colon || kind === Kind.terminal

/** The clauses of each stretch of running text, in order; clauses of two stretches are never neighbours. */
export const clauses = fact('clauses', ({ text }, use): readonly (readonly Clause[])[] => {
  return use(structure).stretches.map(({ start, end }) => clausesOf(text, start, end))
})

/** The clauses of `[start, end)`. A half-width comma between Han counts as a mark, one between figures does not. */
export function clausesOf(text: string, start: number, end: number): Clause[] {
  const found: Clause[] = []
  let from = start
  for (let offset = start; offset <= end; offset++) {
    const atEnd = offset === end
    if (!atEnd && !isMark(text, offset)) continue
    let first = from
    let last = offset
    while (first < last && isBlank(text, first)) first++
    while (last > first && isBlank(text, last - 1)) last--
    if (first < last) found.push({ start: first, end: last, mark: atEnd ? -1 : offset })
    from = offset + 1
  }
  return found
}

function isMark(text: string, offset: number): boolean {
  if (isBoundary(kindAt(text, offset))) return true
  const character = text.charCodeAt(offset)
  return (character === 0x2c || character === 0x3b) && kindAt(text, offset + 1) !== Kind.digit
}
