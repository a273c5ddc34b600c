import { defineRule, type Span, tablesAsOf } from '../../../src/kit.ts'
import { doubtMessages, tellDoubts } from './doubts.ts'
import { formulaMessages, tellFormulas } from './formulas.ts'
import { meetingMessages, tellMeetings } from './meetings.ts'
import { numberMessages, tellNumbers } from './numbers.ts'
import { planMessages, tellPlans } from './plans.ts'

export default defineRule({
  id: 'period-mismatch',
  severity: 'warning',
  summary: {
    zh: '规划、党代会、全会与所说的年份对不上',
    en: 'A plan, congress or plenum is said of a time that is not its own',
  },
  source: { tier: '事实', ref: `各次规划纲要、公报、决议，核至${tablesAsOf}` },
  ages: [
    {
      on: '2027-07-01',
      row: { zh: '党的二十一大、二十一届各次全会', en: 'the 21st party congress and its plenums' },
      why: { zh: '预计2027年下半年召开，召开后补日期', en: 'expected in the second half of 2027; the dates are to be added' },
    },
    {
      on: '2031-01-01',
      row: { zh: '“十五五”规划（2026—2030年）', en: 'the plan “十五五” (2026—2030)' },
      why: { zh: '期满，须补“十六五”', en: 'ends; the next plan is to be added' },
    },
  ],
  options: {
    ignore: {
      type: 'strings',
      default: [],
      zh: '不核对的规划，如“十四五”',
      en: 'plans that are not checked',
    },
  },
  quotes: ['past', 'mixed', 'congress', 'formula', 'ordinal', 'counted'],
  messages: { ...planMessages, ...meetingMessages, ...formulaMessages, ...numberMessages, ...doubtMessages },
  doubts: true,
  check(context) {
    const told: Span[] = []
    const report: typeof context.report = (id, at, ...rest) => {
      told.push(at)
      context.report(id, at, ...rest)
    }
    const telling = { ...context, report }
    tellPlans(telling)
    tellMeetings(telling)
    tellFormulas(telling)
    tellNumbers(telling)
    if (context.doubts) tellDoubts(context, told)
  },
})
