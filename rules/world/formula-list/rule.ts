import { defineRule, era, fact, structure, tablesAsOf } from '../../../src/kit.ts'
import { finderOf, fixedOf, formulasOf, type ListFinder, type ListSlip, listSlipsIn } from './find.ts'
import { type FixedFinder, fixedFinderOf, fixedSlipsIn } from './fixed.ts'

/** The table of formulas: a file, for it is too large to be code. */
const asset = 'lists.txt'

interface Finders {
  readonly lists: ListFinder
  readonly fixed: FixedFinder
}

const finders = new WeakMap<Uint8Array, Finders>()

function finderFor(bytes: Uint8Array): Finders {
  let finder = finders.get(bytes)
  if (!finder) {
    const table = new TextDecoder().decode(bytes)
    const formulas = formulasOf(table)
    const crossed = formulas.filter(({ isCrossed }) => isCrossed).map(({ members }) => members)
    finder = { lists: finderOf(formulas), fixed: fixedFinderOf(fixedOf(table), crossed) }
    finders.set(bytes, finder)
  }
  return finder
}

/** Looks for the formulas; undefined where the table is not at hand. */
const listFinder = fact('listFinder', ({ resources }): Finders | undefined => {
  const bytes = resources.get(asset)
  return bytes && finderFor(bytes)
})

export default defineRule({
  id: 'formula-list',
  severity: 'info',
  summary: {
    zh: '并列几项的通行说法缺了一项、换了一项、颠倒了次序（外防输入、内防扩散）',
    en: 'A list that official prose always gives alike lacks a member, has another, or has them in another order',
  },
  source: { tier: '通例', ref: `2012年以来的新闻稿和已公布的报告里从不改动的并列说法，核对至${tablesAsOf}` },
  ages: [
    {
      on: '2027-07-01',
      row: { zh: '并列几项的通行说法', en: 'lists of official prose' },
      why: { zh: '党的二十一大后逐条核对', en: 'to be checked one by one after the 21st party congress' },
    },
  ],
  options: {
    allow: { type: 'strings', default: [], zh: '本单位另有的说法', en: 'words that this house has otherwise' },
  },
  messages: {
    order: { zh: '通行的次序是“{right}”，请核', en: 'The usual order is “{right}”; please check' },
    lost: { zh: '通行的说法是“{right}”，此处缺“{meant}”，请核', en: 'Usually “{right}”: “{meant}” is missing; please check' },
    mixed: {
      zh: '通行的说法是“{right}”，此处“{said}”把字词放错了位置，请核',
      en: 'Usually “{right}”: “{said}” has its words in the wrong places; please check',
    },
    fixed: { zh: '通行的说法是“{right}”，此处是“{said}”，请核', en: 'Usually “{right}”, here “{said}”; please check' },
    other: {
      zh: '通行的说法是“{right}”，此处“{said}”疑为“{meant}”，请核',
      en: 'Usually “{right}”: “{said}” may stand for “{meant}”; please check',
    },
  },
  needs: [asset],
  yields: true,
  check({ text, use, mayTell, report }) {
    const finder = use(listFinder)
    if (!finder) return
    const year = use(era)
    const isInUse = ({ formula: { since } }: ListSlip): boolean => since === undefined || year === undefined || year >= since
    for (const stretch of use(structure).stretches) {
      let told = stretch.start
      for (const slip of listSlipsIn(finder.lists, text, stretch.start, stretch.end)) {
        if (slip.start < told || !isInUse(slip) || !mayTell(slip)) continue
        told = slip.end
        const { start, end, how, meant, said, formula } = slip
        const right = formula.members.join('、')
        if (how === 'order') report('order', { start, end }, { right })
        else if (how === 'lost' || how === 'cut') report('lost', { start, end }, { right, meant })
        else {
          const at = start + text.slice(start, end).indexOf(said)
          const fix = { grade: 'suggested', edits: [{ start: at, end: at + said.length, text: meant }] } as const
          report('other', { start, end }, { right, said, meant }, { fix })
        }
      }
      told = stretch.start
      for (const slip of fixedSlipsIn(finder.fixed, text, stretch.start, stretch.end)) {
        if (slip.start < told || !mayTell(slip)) continue
        told = slip.end
        const { start, end, how, words: right } = slip
        report(how === 'mixed' ? 'mixed' : 'fixed', { start, end }, { right, said: text.slice(start, end) })
      }
    }
  },
})
