/** Marks that pair: where somebody else's words stand (“…” and 《…》), and marks that have lost their partner. */
import { fact } from '../fact.ts'
import { type Lonely, type Pair, pairing, pairKinds, pairsOf } from '../text/pairs.ts'
import { type Stretch, structure } from './structure.ts'

/** Stretches of text that do not overlap, ascending: `starts[i]` to `ends[i]`, exclusive. */
export interface SpanList {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A mark without a partner in its stretch of text. */
export interface LonelyMark extends Lonely {
  /** Index among `structure.stretches`. */
  readonly stretch: number
}

interface Marks {
  readonly quotations: SpanList
  readonly lonely: readonly LonelyMark[]
}

const quoting: readonly boolean[] = pairKinds.map(({ id }) => id.endsWith('quotation') || id.endsWith('title'))

/** A document with more marks that pair with nothing is no text. */
const mostLonely = 4000

const marks = fact('marks', ({ text, landmarks }, use): Marks => {
  const starts: number[] = []
  const ends: number[] = []
  const lonely: LonelyMark[] = []
  use(structure).stretches.forEach(({ start, end }, stretch) => {
    const found = pairing(text, landmarks, start, end, quoting)
    if (lonely.length < mostLonely)
      for (const mark of found.lonely) lonely.push({ kind: mark.kind, offset: mark.offset, side: mark.side, stretch })
    for (let at = 0; at < found.covered.length; at += 2) {
      starts.push(found.covered[at] as number)
      ends.push((found.covered[at + 1] as number) + 1)
    }
  })
  return { quotations: { starts, ends }, lonely }
})

/** Stretches inside quotation marks or title marks, marks included; outermost ones. */
export const quotations = fact('quotations', (_, use): SpanList => use(marks).quotations)

/** Marks without a partner in their paragraph, in document order. */
export const lonelyMarks = fact('lonelyMarks', (_, use): readonly LonelyMark[] => use(marks).lonely)

/** Gives the pairs of one stretch of text, for whoever looks at it more closely. */
export const pairsIn = fact(
  'pairsIn',
  ({ text, landmarks }) =>
    ({ start, end }: Stretch): readonly Pair[] =>
      pairsOf(text, landmarks, start, end),
)

/** Whether `offset` lies inside one of the spans. */
export function isInside({ starts, ends }: SpanList, offset: number): boolean {
  let low = 0
  let high = starts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (offset < (starts[middle] as number)) high = middle - 1
    else if (offset >= (ends[middle] as number)) low = middle + 1
    else return true
  }
  return false
}
