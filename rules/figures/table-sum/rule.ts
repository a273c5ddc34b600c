import { defineRule, type Figure, inFormOf, percentLike, statements } from '../../../src/kit.ts'

export default defineRule({
  id: 'table-sum',
  severity: 'warning',
  summary: {
    zh: '表格里的合计、小计与各格之和不符',
    en: 'A total of a table that is not the sum of its cells',
  },
  source: { tier: '本规则', ref: '合计等于各项之和；四舍五入的尾差不算' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的数', en: 'figures that were checked and are right' },
  },
  messages: {
    sum: { zh: '{word}应为{due}（{count}项之和），表中是{said}', en: 'The sum of {count} cells is {due}, not {said} ({word})' },
    share: { zh: '{part}占{whole}的{due}，表中是{said}', en: '{part} is {due} of {whole}, not {said}' },
    growth: { zh: '由{part}到{whole}，增减应为{due}，表中是{said}', en: 'From {part} to {whole} it is {due}, not {said}' },
    difference: { zh: '{whole}与{part}相差{due}，表中是{said}', en: '{whole} and {part} differ by {due}, not {said}' },
    sign: {
      zh: '{whole}与{part}相比是减少，表中的{said}疑缺负号',
      en: '{whole} against {part} is less: is the minus of {said} missing?',
    },
    place: { zh: '照{value}排，应是第{due}位，表中是{said}', en: 'By {value} it is number {due}, not {said}' },
    value: { zh: '所排的数', en: 'the value that is ranked' },
    cell: { zh: '其中一项', en: 'one of the cells' },
    whole: { zh: '合计', en: 'the total' },
  },
  check({ text, use, report }) {
    const written = ({ start, end }: Figure): string => text.slice(start, end)
    for (const { kind, operands, stated, relation: word, computed, agrees } of use(statements)) {
      if (kind !== 'table' || agrees) continue
      const said = written(stated)
      if (word === '占比') {
        const [part, whole] = operands as readonly [Figure, Figure]
        const see = [
          { id: 'cell', at: part, data: {} },
          { id: 'whole', at: whole, data: {} },
        ] as const
        report('share', stated, { part: written(part), whole: written(whole), due: percentLike(stated, computed), said }, { see })
        continue
      }
      if (word === '增长' || word === '增减') {
        const [after, before] = operands as readonly [Figure, Figure]
        const see = [
          { id: 'cell', at: before, data: {} },
          { id: 'cell', at: after, data: {} },
        ] as const
        const ends = { part: written(before), whole: written(after), said }
        const isTurned =
          computed * stated.value < 0 && Math.abs(Math.abs(computed) - Math.abs(stated.value)) < Math.abs(computed) / 50
        if (isTurned && computed < 0) report('sign', stated, ends, { see })
        else if (word === '增长') report('growth', stated, { ...ends, due: percentLike(stated, computed) }, { see })
        else report('difference', stated, { ...ends, due: inFormOf(text, stated, computed) }, { see })
        continue
      }
      if (word === '位次') {
        const [value] = operands as readonly [Figure]
        const data = { value: written(value), due: computed, said }
        report('place', stated, data, { see: [{ id: 'value', at: value, data: {} }], severity: 'info' })
        continue
      }
      const see = operands.map((at) => ({ id: 'cell', at, data: {} }) as const)
      report('sum', stated, { word, due: inFormOf(text, stated, computed), count: operands.length, said }, { see })
    }
  },
})
