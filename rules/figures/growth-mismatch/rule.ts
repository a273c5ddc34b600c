import {
  defineRule,
  type Figure,
  inFormOf,
  levelOf,
  percentLike,
  type Span,
  type Statement,
  statements,
  suspectedStatements,
} from '../../../src/kit.ts'

export default defineRule({
  id: 'growth-mismatch',
  severity: 'error',
  summary: {
    zh: '增减的幅度、差额、位次算不拢（由8.42亿元增加到9.18亿元，增长12.0%）',
    en: 'Growth, difference or rank that does not follow from the figures (8.42 to 9.18, told as 12.0%)',
  },
  source: { tier: '本规则', ref: '增幅、差额与前后两数相符；四舍五入、截去尾数都算相符' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    growth: { zh: '{from}到{to}，{verb}应为{due}，此处说{said}', en: 'From {from} to {to}, {verb}: it is {due}, not {said}' },
    gain: {
      zh: '{to}、{verb}{by}，原来是{base}，增减幅度应为{due}，此处说{said}',
      en: '{to}, {verb}{by}: from {base} it is {due}, not {said}',
    },
    difference: { zh: '{from}与{to}相差{due}，此处说{said}', en: '{from} and {to} differ by {due}, not {said}' },
    direction: { zh: '由{from}到{to}，不是“{verb}”', en: 'From {from} to {to} is no “{verb}”' },
    rank: { zh: '由{from}到{to}，相差{due}位，此处说{said}', en: 'From {from} to {to} it is {due} places, not {said}' },
    parts: {
      zh: '照各部分的增减推算，应为{due}左右，此处说{said}，请核',
      en: 'By the change of the parts it should be some {due}, not {said}',
    },
    from: { zh: '原来的数', en: 'the figure before' },
    to: { zh: '后来的数', en: 'the figure after' },
    by: { zh: '增减的数', en: 'the change' },
  },
  doubts: true,
  check({ text, use, doubts, mayTell, report }) {
    const written = ({ start, end }: Figure): string => text.slice(start, end)
    // One wrong level makes both its difference and its growth wrong: one finding.
    let told: Statement | undefined
    for (const statement of use(doubts ? suspectedStatements : statements)) {
      const { kind, operands, stated, relation: verb, computed, agrees, certainty } = statement
      if (agrees || !(kind === 'growth' || kind === 'gain' || kind === 'difference' || kind === 'rank')) continue
      if (!mayTell(stated)) continue
      const [first, second] = operands as readonly [Figure, Figure]
      if (told && told.operands[0] === first && told.operands[1] === second) continue
      told = statement
      const said = written(stated)
      const more = levelOf(certainty)
      if (verb === '各项') {
        const due = `${computed < 0 ? '下降' : '增长'}${percentLike(stated, Math.abs(computed))}`
        report('parts', stated, { due, said }, { see: [{ id: 'to', at: first, data: {} }], ...more })
        continue
      }
      if (kind === 'gain') {
        const base = first.value - (computed < 0 ? -second.value : second.value)
        const data = { to: written(first), verb, by: written(second), base: inFormOf(text, first, base) }
        const see = [
          { id: 'to', at: first, data: {} },
          { id: 'by', at: second, data: {} },
        ] as const
        report('gain', stated, { ...data, due: percentLike(stated, Math.abs(computed)), said }, { see, ...more })
        continue
      }
      const see = [
        { id: 'from', at: first, data: {} },
        { id: 'to', at: second, data: {} },
      ] as const
      const ends = { from: written(first), to: written(second) }
      if (kind === 'rank') {
        const places = { from: `第${ends.from}`, to: `第${ends.to}` }
        if (Math.abs(computed) === stated.value)
          report('direction', verbOf(text, stated, verb), { ...places, verb }, { see, ...more })
        else report('rank', stated, { ...places, due: Math.abs(computed), said }, { see, ...more })
        continue
      }
      const isAgainst = computed !== 0 && computed < 0 !== isFall.test(verb)
      if (isAgainst) report('direction', verbOf(text, stated, verb), { ...ends, verb }, { see, ...more })
      else if (kind === 'difference') {
        report('difference', stated, { ...ends, due: inFormOf(text, stated, Math.abs(computed)), said }, { see, ...more })
      } else {
        const due =
          stated.unit === '倍' ? inFormOf(text, stated, Math.abs(computed) / 100) : percentLike(stated, Math.abs(computed))
        report('growth', stated, { ...ends, verb, due, said }, { see, ...more })
      }
    }
  },
})

/** From the verb that goes the wrong way to the figure behind it. */
function verbOf(text: string, { start, end }: Span, verb: string): Span {
  const first = Math.max(0, start - verb.length - 5)
  const found = text.slice(first, start + verb.length).lastIndexOf(verb)
  return { start: found >= 0 ? first + found : start, end }
}

const isFall = /[降减少缩落跌窄节退精]/
