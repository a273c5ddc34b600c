import { defineRule, pairing, yearsOfPair } from '../../../src/kit.ts'

/** What is true of one year only: an anniversary, a year of a plan, a session. */
const ofOneYear =
  /(?:今年|本年)[^。；]{0,24}?((?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})周年|(?:开局|收官|起步|攻坚|决胜)之年|第[一二三四五六七八九十]+年)/

/** So alike are two sentences that one was the other. */
const leastAlike = 0.8

export default defineRule({
  id: 'date-not-updated',
  yields: true,
  severity: 'warning',
  summary: { zh: '“今年是……周年”一类的话和去年一样', en: '“This year is the …th anniversary” as it was said last year' },
  source: { tier: '本规则', ref: '周年、开局之年、收官之年逐年不同' },
  options: {},
  messages: {
    kept: {
      zh: '去年的稿子也说今年是“{words}”，今年不会还是，请核',
      en: 'Last year’s text says “{words}” of its year too; please check',
    },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
  },
  check({ use, report }) {
    const pair = use(pairing)
    if (!pair || !yearsOfPair(pair)) return
    for (const { unit, mate, similarity } of pair.rows) {
      if (!mate || !unit.isBody || unit.outlook === 'review' || similarity < leastAlike) continue
      const found = ofOneYear.exec(unit.words)
      const words = found?.[1]
      if (!found || words === undefined || ofOneYear.exec(mate.words)?.[1] !== words) continue
      const start = unit.start + found.index + found[0].length - words.length
      report('kept', { start, end: start + words.length }, { words }, { see: [{ id: 'old', at: mate, data: {}, inOther: true }] })
    }
  },
})
