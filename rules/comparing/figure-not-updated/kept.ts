/** Whole clauses with the figures of the other text. */
import { type Figure, type Pairing, type Row, type Span, within } from '../../../src/kit.ts'
import { clausesIn, isReview, isYearly, type Kept, norm, routine, significant, standing } from './figures.ts'

/** Half of the last place of a percentage with two decimals: such a one is no chance. */
const hundredth = 0.005

/** A number to call: of another office it is wrong as it stands. */
const telephone = /(?:电话|手机|传真|邮编|热线)[^，。；0-9]{0,6}([0-9]{3,4}[-—－]?[0-9]{4,8}|[0-9]{6,11})/g

/** Another office's figures are nobody's plan. */
const isProse = ({ unit }: Row): boolean => unit.isBody && !unit.isHeading

/** A passage so long that passage-copied tells it whole. */
const passage = 50

export function keptIn(text: string, { rows, body, passages }: Pairing, figures: readonly Figure[]): Kept[] {
  const found: Kept[] = []
  const isOwn = body === 'same'
  const copied = isOwn ? [] : passages.filter(({ length }) => length >= passage).map(({ at }) => at)
  let next = 0
  for (const row of rows) {
    const { unit, mate } = row
    if (!mate || !(isOwn ? isReview(row) : isProse(row))) continue
    for (const clause of clausesIn(text, unit)) {
      while (next < copied.length && (copied[next]?.end ?? 0) <= clause.start) next++
      if ((copied[next]?.start ?? Number.POSITIVE_INFINITY) <= clause.start) continue
      const words = text.slice(clause.start, clause.end)
      if (!mate.words.includes(words) || norm.test(words) || (isOwn && standing.test(words))) continue
      const own = within(figures, clause)
      const yearly = own.filter((figure) => isYearly(text, figure))
      if (yearly.length === 0) continue
      const digits = yearly
        .filter(({ kind, half }) => kind === 'amount' || (kind === 'percent' && half <= hundredth))
        .map(({ start, numberEnd }) => significant(text.slice(start, numberEnd)))
      const isLarge =
        !routine.test(words) && (digits.some((count) => count >= 3) || (digits.length > 1 && digits.some((count) => count > 1)))
      found.push({ clause, words, old: mate, figures: own, isLarge })
    }
  }
  return found
}

export function telephonesIn({ rows }: Pairing): { readonly at: Span; readonly words: string; readonly old: Span }[] {
  return rows.flatMap(({ unit, mate }) =>
    [...unit.words.matchAll(telephone)].flatMap((match) => {
      const words = match[1] as string
      const start = unit.start + match.index + match[0].length - words.length
      return mate?.words.includes(words) ? [{ at: { start, end: start + words.length }, words, old: mate }] : []
    }),
  )
}
