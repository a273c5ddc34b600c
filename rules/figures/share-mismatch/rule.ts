import { defineRule, type Figure, inFormOf, levelOf, percentLike, statements, suspectedStatements } from '../../../src/kit.ts'

export default defineRule({
  id: 'share-mismatch',
  severity: 'error',
  summary: {
    zh: '占比、比率、平均数与所列的数不符（216万人次，其中48万人次，占29.2%）',
    en: 'A share, rate or average that does not follow from its figures (48 of 216 told as 29.2%)',
  },
  source: { tier: '本规则', ref: '部分除以全体等于所说的比率；四舍五入、截去尾数都算相符' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    share: { zh: '{part}占{whole}的{due}，此处说{said}', en: '{part} is {due} of {whole}, not {said}' },
    hundred: {
      zh: '各项占比合计{sum}%，不是100%，请核',
      en: 'The shares make {sum}%, not 100%; please check',
    },
    days: { zh: '{part}占全年的{due}，此处说{said}，请核', en: '{part} are {due} of a year, not {said}; please check' },
    row: {
      zh: '照同一组的占比推算，{part}应占{due}左右，此处说{said}，请核',
      en: 'By the other shares of the row {part} should be some {due}, not {said}',
    },
    scale: {
      zh: '{part}与{whole}差了不止一千倍，占不了{said}，请核是“万”还是“亿”',
      en: '{part} and {whole} are more than a thousandfold apart, so that {said} cannot be: please check 万 and 亿',
    },
    rate: { zh: '{part}比{whole}，{name}应为{due}，此处说{said}', en: '{part} of {whole}: {name} is {due}, not {said}' },
    average: { zh: '{whole}除以{part}，应为{due}，此处说{said}', en: '{whole} divided by {part} is {due}, not {said}' },
    part: { zh: '部分', en: 'the part' },
    whole: { zh: '全体', en: 'the whole' },
  },
  doubts: true,
  check({ text, use, doubts, report }) {
    const written = ({ start, end }: Figure): string => text.slice(start, end)
    for (const { kind, operands, stated, relation: name, computed, agrees, certainty, start, end } of use(
      doubts ? suspectedStatements : statements,
    )) {
      if (agrees || !(kind === 'share' || kind === 'rate' || kind === 'average')) continue
      const [one, other] = operands as readonly [Figure, Figure]
      const [part, whole] = kind === 'average' ? [other, one] : [one, other]
      const see = [
        { id: 'part', at: part, data: {} },
        { id: 'whole', at: whole, data: {} },
      ] as const
      const more = { see, ...levelOf(certainty) }
      const data = { part: written(part), whole: written(whole), said: written(stated) }
      if (kind === 'average') report('average', stated, { ...data, due: inFormOf(text, stated, computed) }, more)
      else if (name === '全年')
        report('days', stated, { part: written(one), due: percentLike(stated, computed), said: data.said }, levelOf(certainty))
      else if (name === '各项') report('hundred', { start, end }, { sum: Math.round(computed * 100) / 100 }, levelOf(certainty))
      else if (name === '同组') report('row', stated, { ...data, due: percentLike(stated, computed) }, more)
      else if (computed > stated.value * 1000 || computed * 1000 < stated.value) report('scale', stated, data, more)
      else if (kind === 'share') report('share', stated, { ...data, due: percentLike(stated, computed) }, more)
      else report('rate', stated, { ...data, name, due: percentLike(stated, computed) }, more)
    }
  },
})
