/** Where somebody else's words stand: “…” and 《…》, and every pair of marks. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { outermost, type Pairing, pairKinds, pairMarks } from '../text/pairs.ts'
import { type Stretch, structure } from './structure.ts'

/** The marks of one stretch of text, which pairs by itself. */
export interface MarkedStretch extends Stretch {
  readonly pairing: Pairing
}

/** All running text with its paired and lonely marks, in document order. */
export const marks = fact('marks', ({ text }, use): readonly MarkedStretch[] =>
  use(structure).stretches.map((stretch) => ({ ...stretch, pairing: pairMarks(text, stretch.start, stretch.end) })),
)

const quoting: ReadonlySet<string> = new Set(['quotation', 'inner-quotation', 'title', 'inner-title'])

/** Stretches inside quotation marks or title marks, marks included; outermost, ascending. */
export const quotations = fact('quotations', (_, use): readonly Span[] =>
  use(marks).flatMap(({ pairing }) =>
    outermost(pairing.pairs.filter(({ kind }) => quoting.has(pairKinds[kind]?.id ?? ''))).map(({ open, close }) => ({
      start: open,
      end: close + 1,
    })),
  ),
)

/** Whether `offset` lies inside one of `spans`, which are ascending and do not overlap. */
export function isInside(spans: readonly Span[], offset: number): boolean {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as Span
    if (offset < span.start) high = middle - 1
    else if (offset >= span.end) low = middle + 1
    else return true
  }
  return false
}
