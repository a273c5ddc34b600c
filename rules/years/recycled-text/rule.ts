import { defineRule, documentYear, isSure, recycled } from '../../../src/kit.ts'

export default defineRule({
  id: 'recycled-text',
  severity: 'info',
  summary: {
    zh: '多处互不相干的表述属于同一个早先年份，疑沿用旧稿',
    en: 'Independent traces that all point to one earlier year: the draft seems recycled',
  },
  source: { tier: '本规则', ref: '至少三处出自不同条目的过时表述指向同一年' },
  options: {
    least: {
      type: 'integer',
      default: 3,
      min: 3,
      zh: '至少几处才提示',
      en: 'how many traces it takes',
    },
  },
  messages: {
    recycled: {
      zh: '至少{count}处表述属于{year}年，疑沿用旧稿',
      en: 'At least {count} places have the wording of {year}: the draft seems recycled',
    },
    trace: { zh: '“{words}”：{why}', en: '“{words}”: {why}' },
  },
  check({ text, use, options, report }) {
    const own = use(documentYear)
    const verdict = use(recycled)
    if (!own || !isSure(own) || !verdict || verdict.evidence.length < options.least) return
    const { year, evidence } = verdict
    const [first] = evidence
    if (!first) return
    report(
      'recycled',
      first,
      { count: evidence.length, year },
      {
        see: evidence.map(
          (trace) =>
            ({
              id: 'trace',
              at: trace,
              data: {
                words: text.slice(trace.start, trace.end).replace(/^“|”$/g, '').replaceAll('“', '‘').replaceAll('”', '’'),
                why: trace.row.why,
              },
            }) as const,
        ),
      },
    )
  },
})
