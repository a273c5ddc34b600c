import { defineRule, structure, tablesAsOf } from '../../../src/kit.ts'
import { chainMessages, chainTeller } from './chain.ts'
import { hitsIn } from './find.ts'
import { formMessages, houseTable, tellForms, tellHouse, tellNumbers } from './forms.ts'
import { listMessages, tellChanged, tellLists } from './lists.ts'

export default defineRule({
  id: 'slogan-form',
  severity: 'warning',
  summary: {
    zh: '固定提法缺项、错序、写错（“四个意识”“两个维护”缺“四个自信”）',
    en: 'A fixed formula is cut, reordered or misquoted (“四个意识”…“两个维护” without “四个自信”)',
  },
  source: { tier: '事实', ref: `党章、党的决议和政府工作报告的通行文字，核对至${tablesAsOf}` },
  ages: [
    {
      on: '2027-07-01',
      row: { zh: '固定提法和各项“几个”', en: 'fixed formulas and numbered sets' },
      why: { zh: '党的二十一大后逐条核对', en: 'to be checked one by one after the 21st party congress' },
    },
  ],
  options: {
    terms: {
      type: 'strings',
      default: [],
      zh: '本单位另有的固定提法，写作“错=对”',
      en: 'further fixed forms of this house, written wrong=right',
    },
    allow: { type: 'strings', default: [], zh: '不按固定提法要求的说法', en: 'words that need not follow the formula' },
  },
  quotes: ['form'],
  messages: { ...chainMessages, ...listMessages, ...formMessages },
  check(context) {
    const { use, options } = context
    const house = houseTable(options.terms)
    const tellChain = chainTeller(context)
    for (const stretch of use(structure).stretches) {
      tellHouse(context, stretch, house)
      tellNumbers(context, stretch)
      const hits = hitsIn(use, stretch)
      if (!hits) continue
      tellForms(context, stretch, hits.form, hits.half)
      tellChain(stretch, hits.chain)
      tellChanged(context, stretch, hits.member)
      tellLists(context, stretch, hits.member)
    }
  },
})
