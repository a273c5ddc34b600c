import { defineRule, era, isInside, quotations, structure, tableFinder, unitSlipsIn } from '../../../src/kit.ts'
import { type Formula, type FormulaSlip, formulaSlipsIn, formulas } from './find.ts'

/** A miswritten form of the table. */
interface Listed {
  readonly formula: Formula
  readonly words: string
  readonly isSoft: boolean
}

const listed: readonly Listed[] = formulas.flatMap((formula) => formula.wrong.map((one) => ({ ...one, formula })))
// The formulas themselves hide the miswritten ones in them.
const findListed = tableFinder([...listed.map(({ words }) => words), ...formulas.map(({ words }) => words)])

/** How far a unit reaches from a character of it. */
const unit = 4

export default defineRule({
  id: 'formula-slip',
  severity: 'warning',
  summary: {
    zh: '固定提法错一个字、漏一个字、说颠倒（做到“两个拥护”、行稳至远）',
    en: 'A fixed formula with a character wrong, lost, or out of place',
  },
  source: { tier: '事实', ref: '2012年7月至2026年8月的新闻稿和已公布的报告里通行的写法' },
  ages: [
    {
      on: '2027-07-01',
      row: { zh: '固定提法', en: 'fixed formulas' },
      why: { zh: '党的二十一大后逐条核对', en: 'to be checked one by one after the 21st party congress' },
    },
  ],
  options: {
    allow: { type: 'strings', default: [], zh: '不按固定提法要求的说法', en: 'words that need not follow the formula' },
  },
  messages: {
    listed: { zh: '“{wrong}”的固定提法是“{right}”', en: 'The fixed form of “{wrong}” is “{right}”' },
    slip: { zh: '固定提法是“{right}”，此处“{wrong}”有误', en: 'The formula is “{right}”; “{wrong}” is off by a character' },
    maybe: { zh: '固定提法是“{right}”，此处是“{wrong}”，请核', en: 'The formula is “{right}”, here “{wrong}”; please check' },
  },
  check({ text, use, mayTell, report }) {
    const year = use(era)
    const isInUse = ({ since }: Formula): boolean => since === undefined || year === undefined || year >= since
    for (const stretch of use(structure).stretches) {
      const told: number[] = []
      for (const { phrase, start, end } of findListed(use, stretch.start, stretch.end)) {
        const row = listed[phrase]
        if (!row || !isInUse(row.formula) || !mayTell({ start, end })) continue
        told.push(start, end)
        if (!isInside(use(quotations), start) && unitSlipsIn(text, start, end).length > 0) continue
        const isUnsure = row.isSoft || !row.formula.isVerified
        const data = { wrong: inner(row.words), right: inner(row.formula.words) }
        report(isUnsure ? 'maybe' : 'listed', { start, end }, data, isUnsure ? { severity: 'info' } : {})
      }
      for (const slip of formulaSlipsIn(text, stretch.start, stretch.end)) {
        const { start, end, at, formula, how } = slip
        if (!isInUse(formula) || isTold(told, slip)) continue
        if (how === 'letter' && isToldElsewhere(at, stretch.start, stretch.end)) continue
        const isUnsure = !formula.isVerified || (how === 'count' && !formula.isRigid)
        const data = { wrong: inner(text.slice(start, end)), right: inner(formula.words) }
        const fix = { grade: 'suggested', edits: [{ start, end, text: formula.words }] } as const
        report(isUnsure ? 'maybe' : 'slip', { start, end }, data, isUnsure ? { severity: 'info' } : { fix })
      }
    }

    /** Outside quotation marks a unit of four characters with one of the same sound is the affair of `unit-homophone`. */
    function isToldElsewhere(at: number, from: number, to: number): boolean {
      if (isInside(use(quotations), at)) return false
      return unitSlipsIn(text, Math.max(from, at - unit + 1), Math.min(to, at + unit)).some((slip) => slip.at === at)
    }
  },
})

const isTold = (told: readonly number[], { start, end }: FormulaSlip): boolean => {
  for (let index = 0; index < told.length; index += 2) {
    if (start < (told[index + 1] as number) && end > (told[index] as number)) return true
  }
  return false
}

/** Words that a message puts into quotation marks: their own become the inner ones. */
const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’')
