import { defineRule, retoldFigures } from '../../../src/kit.ts'

export default defineRule({
  id: 'figure-twice',
  severity: 'warning',
  summary: {
    zh: '同一个数两处说得不一样（286.4亿元，后文268.4亿元）',
    en: 'One figure told two ways (286.4, later 268.4)',
  },
  source: { tier: '本规则', ref: '同一个数前后一致；只看数位颠倒、一个数字之差' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的数', en: 'figures that were checked and are right' },
  },
  messages: {
    swapped: {
      zh: '“{noun}”前文是{earlier}，此处是{later}，数位颠倒，请核',
      en: '“{noun}” is {earlier} before and {later} here: digits swapped?',
    },
    digit: {
      zh: '“{noun}”前文是{earlier}，此处是{later}，请核',
      en: '“{noun}” is {earlier} before and {later} here; please check',
    },
    sum: {
      zh: '“{noun}”前文合计是{sum}个，此处是{later}，请核',
      en: '“{noun}” make {sum} before and {later} here; please check',
    },
    table: { zh: '“{noun}”表中是{earlier}，此处是{later}', en: '“{noun}” is {earlier} in the table and {later} here' },
    cell: { zh: '表中的数', en: 'the figure in the table' },
    earlier: { zh: '前文的数', en: 'the figure before' },
  },
  doubts: true,
  check({ text, use, report }) {
    for (const { earlier, later, noun, isSwap, isSure, isAsked, isDoubt, sum } of use(retoldFigures)) {
      const data = { noun, earlier: text.slice(earlier.start, earlier.end), later: text.slice(later.start, later.end) }
      const see = [{ id: 'earlier', at: earlier, data: {} }] as const
      const severity = isDoubt ? ({ severity: 'info', doubtful: true } as const) : isAsked ? ({ severity: 'info' } as const) : {}
      if (sum !== undefined) report('sum', later, { noun, sum, later: data.later }, { see, severity: 'info', doubtful: true })
      else if (isSure) report('table', later, data, { see: [{ id: 'cell', at: earlier, data: {} }], ...severity })
      else if (isSwap) report('swapped', later, data, { see, ...severity })
      else report('digit', later, data, { see, severity: 'info', ...(isDoubt && { doubtful: true as const }) })
    }
  },
})
