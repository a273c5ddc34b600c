import { defineRule, type Figure, inFormOf, levelOf, type Span, statements, suspectedStatements } from '../../../src/kit.ts'

export default defineRule({
  id: 'sum-mismatch',
  severity: 'error',
  summary: {
    zh: '各项相加不等于总数（46人次，其中32人次、18人次）',
    en: 'Parts that do not make the whole (46, of which 32 and 18)',
  },
  source: { tier: '本规则', ref: '各部分之和等于全体；只举一部分的，不超过全体' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    over: { zh: '这{count}项合计{sum}，大于{whole}', en: 'These {count} make {sum}, more than {whole}' },
    under: { zh: '这{count}项合计{sum}，与{whole}不符', en: 'These {count} make {sum}, not {whole}' },
    items: { zh: '下面{count}项合计{sum}，此处说{whole}', en: 'The {count} items below make {sum}, not {whole}' },
    some: {
      zh: '这{count}项合计{sum}，比{whole}略少，请核有无错漏',
      en: 'These {count} make {sum}, a little less than {whole}; please check',
    },
    ask: {
      zh: '这{count}项合计{sum}，与{whole}不符，请核是数字有误，还是只举了一部分',
      en: 'These {count} make {sum}, not {whole}: a slip, or only some of them? Please check',
    },
    slip: {
      zh: '{parts}合计{sum}，与{said}不符，疑有数字颠倒，请核',
      en: '{parts} make {sum}, not {said}: digits swapped? Please check',
    },
    gap: {
      zh: '{parts}相差{due}，此处说{said}，疑有数字颠倒，请核',
      en: '{parts} differ by {due}, not {said}: digits swapped? Please check',
    },
    total: { zh: '前面{count}项合计{sum}，此处说{said}', en: 'The {count} before make {sum}, not {said}' },
    rest: { zh: '{whole}减{part}，应为{due}，此处说{said}', en: '{whole} less {part} is {due}, not {said}' },
    balance: { zh: '照前面的数算，应为{due}，此处说{said}', en: 'By the figures before it is {due}, not {said}' },
    product: { zh: '{count}，每份{each}，应为{due}，此处说{said}', en: '{count} times {each} is {due}, not {said}' },
    taken: { zh: '{count}的{each}应为{due}，此处说{said}', en: '{each} of {count} is {due}, not {said}' },
    whole: { zh: '总数', en: 'the whole' },
    part: { zh: '其中一项', en: 'one of them' },
  },
  doubts: true,
  check({ text, use, doubts, mayTell, report }) {
    const written = ({ start, end }: Figure): string => text.slice(start, end)
    let told: Span = { start: -1, end: -1 }
    for (const statement of use(doubts ? suspectedStatements : statements)) {
      const { kind, operands, stated, computed, agrees, certainty } = statement
      if (agrees || !mayTell(stated)) continue
      // 其中已消除218人，未消除34人: what is left is one of the parts, and one finding is enough.
      if (statement.start >= told.start && statement.start < told.end) continue
      const severity = levelOf(certainty)
      const parts = operands.map((at) => ({ id: 'part', at, data: {} }) as const)
      const said = written(stated)
      if (statement.isSlip && (kind === 'parts' || kind === 'total')) {
        const data = { parts: operands.map(written).join('、'), sum: inFormOf(text, stated, computed), said }
        report('slip', stated, data, { see: parts, ...severity })
      } else if (statement.isSlip && kind === 'rest') {
        const data = { parts: operands.map(written).join('与'), due: inFormOf(text, stated, computed), said }
        report('gap', stated, data, { see: parts, ...severity })
      } else if (kind === 'parts' && statement.relation === '各项') {
        const data = { count: operands.length, sum: inFormOf(text, stated, computed), whole: said }
        report('items', stated, data, { see: parts, ...severity })
      } else if (kind === 'parts') {
        const data = { count: operands.length, sum: inFormOf(text, stated, computed), whole: said }
        const id = computed > stated.value ? 'over' : certainty === 'doubt' ? 'ask' : certainty === 'unsure' ? 'some' : 'under'
        report(id, statement, data, { see: [{ id: 'whole', at: stated, data: {} }], ...severity })
      } else if (kind === 'total') {
        const data = { count: operands.length, sum: inFormOf(text, stated, computed), said }
        report('total', stated, data, { see: parts, ...severity })
      } else if (kind === 'rest') {
        const [whole, ...others] = operands as readonly [Figure, ...Figure[]]
        const data = { whole: written(whole), part: others.map(written).join('、'), due: inFormOf(text, stated, computed), said }
        report('rest', stated, data, { see: parts, ...severity })
      } else if (kind === 'balance') {
        report('balance', stated, { due: inFormOf(text, stated, computed), said }, { see: parts, ...severity })
      } else if (kind === 'product') {
        const [count, each] = operands as readonly [Figure, Figure]
        const data = { count: written(count), each: written(each), due: inFormOf(text, stated, computed), said }
        report(each.kind === 'percent' ? 'taken' : 'product', { start: statement.start, end: statement.end }, data, {
          see: parts,
          ...severity,
        })
      } else continue
      told = statement
    }
  },
})
