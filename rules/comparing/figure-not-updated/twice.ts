/** Figures that were changed at one place and not at another. */
import { type Figure, type Pairing, quantities, type Span, type Unit, within } from '../../../src/kit.ts'
import { isYearly, norm, significant } from './figures.ts'

/** So many characters beside a figure say what it counts. */
const beside = 3

interface HalfChanged {
  readonly at: Figure
  readonly words: string
  readonly old: Span
  readonly changed: Span
}

/** Figures that last year's text tells at several places, and this one has changed at some of them only. */
export function halfChanged(text: string, { rows, old }: Pairing, here: readonly Figure[]): HalfChanged[] {
  const changed = new Map<string, Unit>()
  const kept: { readonly at: Figure; readonly key: string; readonly mate: Span; readonly unit: Unit }[] = []
  const before = old.use(quantities)
  for (const { unit, mate } of rows) {
    if (!mate || !unit.isBody || unit.isOfYears || norm.test(mate.words)) continue
    // The first of each: a figure told again is told alike.
    const told = new Map(
      within(here, unit)
        .map((one) => [text.slice(one.start, one.end), one] as const)
        .reverse(),
    )
    for (const was of within(before, mate)) {
      const words = old.text.slice(was.start, was.end)
      if (!isYearly(old.text, was) || was.kind !== 'amount' || significant(words) < 2) continue
      const at = told.get(words)
      for (const key of keysOf(old.text, was)) {
        if (!at) changed.set(key, changed.get(key) ?? unit)
        else kept.push({ at, key, mate: { start: was.start, end: was.end }, unit })
      }
    }
  }
  const found = new Map<number, HalfChanged>()
  for (const { at, key, mate, unit } of kept) {
    const other = changed.get(key)
    if (!other || other === unit || found.has(at.start)) continue
    found.set(at.start, { at, words: text.slice(at.start, at.end), old: mate, changed: { start: other.start, end: other.end } })
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start)
}

/** What the figure counts, by the words on either side: the same figure of something else is another one. */
function keysOf(text: string, { start, end }: Figure): string[] {
  const figure = text.slice(start, end)
  const [before, behind] = [text.slice(start - beside, start), text.slice(end, end + beside)]
  return [
    /^\p{Script=Han}{3}$/u.test(before) ? `${before}${figure}` : '',
    /^\p{Script=Han}{3}$/u.test(behind) ? `${figure}${behind}` : '',
  ].filter((key) => key !== '')
}
