/** Single figures of last year in sentences that were changed: sums of all years, and one of two side by side. */
import { type Figure, type Pairing, quantities, within } from '../../../src/kit.ts'
import { isReview, isYearly, type KeptFigure, significant } from './figures.ts'

/** What only grows: a figure that is told of all years so far, or of days without an accident. */
const counter = /(?:累计[^，。；：、0-9]{0,10}|连续安全[生产运行无事故]{0,5}|总数达到?)$/

/** So near before the figure the word stands. UTF-16 units. */
const counted = 14

/** Sums of all years that are those of last year. */
export function countersIn(text: string, { rows }: Pairing, figures: readonly Figure[]): KeptFigure[] {
  return rows.flatMap((row) => {
    const { unit, mate, kind } = row
    if (!mate || kind === 'same' || !unit.isBody || unit.outlook === 'plan' || mate.outlook === 'plan') return []
    return within(figures, unit).flatMap((at): KeptFigure[] => {
      const before = counter.exec(text.slice(Math.max(unit.start, at.start - counted), at.start))?.[0]
      const words = `${before}${text.slice(at.start, at.end)}`
      const isTold = before !== undefined && at.kind === 'amount' && !at.isApproximate && mate.words.includes(words)
      return isTold ? [{ at, words, old: mate }] : []
    })
  })
}

/** So many digits that say something are no chance, even of what goes on from year to year. */
const long = 4

/** Long figures in a clause of which another figure was changed: 常住居民4391户11580人, with the 人 of last year. */
export function besideIn(
  text: string,
  { rows, old }: Pairing,
  figures: readonly Figure[],
): (KeptFigure & { readonly changed: string })[] {
  const before = old.use(quantities)
  return rows.flatMap((row) => {
    const { unit, mate, kind } = row
    if (!mate || !isReview(row) || kind !== 'numbers') return []
    const [ours, theirs] = [within(figures, unit), within(before, mate)]
    if (ours.length !== theirs.length) return []
    const wordsOf = (index: number): readonly [string, string] => {
      const [one, other] = [ours[index], theirs[index]]
      return one && other ? [text.slice(one.start, one.end), old.text.slice(other.start, other.end)] : ['', '']
    }
    return ours.flatMap((at, index): (KeptFigure & { readonly changed: string })[] => {
      const [words, was] = wordsOf(index)
      if (words !== was || !isYearly(text, at) || at.kind !== 'amount' || significant(words) < long) return []
      const neighbour = [index - 1, index + 1].find((other) => {
        const [now, then] = wordsOf(other)
        const one = ours[other]
        if (!one || now === then || one.unit === '' || one.kind !== 'amount') return false
        const between = text.slice(Math.min(one.end, at.end), Math.max(one.start, at.start))
        return !/[，。；、]/.test(between)
      })
      return neighbour === undefined ? [] : [{ at, words, changed: wordsOf(neighbour)[0], old: mate }]
    })
  })
}
