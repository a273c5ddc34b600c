/** Targets that are last year’s. */
import { type Figure, type Pairing, type Span, type Unit, within } from '../../../src/kit.ts'
import { clausesIn, grades, type Kept, routine, significantIn } from './figures.ts'

/** Fewer digits are too common: 新增10家. */
const targetDigits = 2

/** What is passed once. */
const milestone = /突破/

/** Targets that stay the same for years by their nature. */
const steady = /就业|粮食(?:产量|总产|播种)|教育经费|减税/

/** A target that says how far: 力争……突破2000件. */
const target = /力争|突破|达到|确保|不低于|增加到|以上|招引|引进|新增|完成/

/** A sentence of plans with a figure: without one it sets no target. */
const isTargeting = ({ isBody, outlook, words }: Unit): boolean => isBody && outlook === 'plan' && /[0-9]/.test(words)

/** Targets with figures that last year’s plan had word for word, beside figures that were changed. */
export function targetsIn(text: string, { rows, old }: Pairing, figures: readonly Figure[]): Kept[] {
  const planned = new Map<string, Span>()
  for (const unit of old.units) {
    if (!isTargeting(unit)) continue
    for (const { start, end } of clausesIn(old.text, unit)) planned.set(old.text.slice(start, end), unit)
  }
  return rows.flatMap(({ unit }) => {
    if (!isTargeting(unit)) return []
    return clausesIn(text, unit).flatMap((clause): Kept[] => {
      const words = text.slice(clause.start, clause.end)
      const there = planned.get(words)
      if (!there || !target.test(words) || routine.test(words) || steady.test(words)) return []
      const own = within(figures, clause)
      const least = milestone.test(words) ? 1 : targetDigits
      const isTold = own.some((at) => at.kind === 'amount' && !grades.has(at.unit) && significantIn(text, at) >= least)
      return isTold ? [{ clause, words, old: there, figures: own, isLarge: false }] : []
    })
  })
}
