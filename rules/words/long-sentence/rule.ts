import { defineRule, isBlank, structure } from '../../../src/kit.ts'

export default defineRule({
  id: 'long-sentence',
  severity: 'off',
  summary: { zh: '句子过长', en: 'A sentence that is too long' },
  source: { tier: '本规则', ref: '百篇省级报告中每百句有一句超过190字' },
  options: {
    longest: {
      type: 'integer',
      default: 200,
      min: 20,
      zh: '一句最多多少字，标点计入，空格不计',
      en: 'characters of a sentence at most, marks counted, blanks not',
    },
    allow: {
      type: 'strings',
      default: [],
      zh: '含有这些字样的句子不计长短',
      en: 'sentences with these words may have any length',
    },
  },
  messages: {
    long: {
      zh: '一句{count}字，超过{longest}字，可分作几句',
      en: '{count} characters in one sentence, over {longest}; divide it',
    },
  },
  check({ text, use, options, report }) {
    const { longest } = options
    for (const { start, end } of use(structure).sentences) {
      if (end - start <= longest) continue
      const count = lengthOf(text, start, end)
      if (count <= longest) continue
      report('long', { start, end }, { count, longest })
    }
  },
})

/** Characters of `[start, end)` but blanks. */
function lengthOf(text: string, start: number, end: number): number {
  let count = 0
  for (let offset = start; offset < end; offset++) if (!isBlank(text, offset)) count++
  return count
}
