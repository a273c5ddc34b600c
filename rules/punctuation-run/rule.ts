import { defineRule, structure } from '../../src/kit.ts'

/** Marks of which no two may meet. ？！ …… —— and 》、《 are right. */
const run = /[，、；：。][，、；：。,;]{1,40}|[,;][，、；：。]{1,40}/g

export default defineRule({
  id: 'punctuation-run',
  severity: 'error',
  summary: { zh: '两个点号连在一起（，， 。。 ，。）', en: 'Two marks stand side by side (，， 。。 ，。)' },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.1—4.7 点号单独使用' },
  options: {},
  messages: {
    doubled: { zh: '“{mark}”重复', en: '“{mark}” is doubled' },
    mixed: { zh: '点号“{run}”连用，留一个', en: 'The marks “{run}” stand together; keep one' },
    dots: { zh: '“{run}”应为省略号“……”，或只留一个句号', en: '“{run}” should be “……” or one full stop' },
  },
  check({ text, use, report }) {
    for (const { start, end } of use(structure).stretches) {
      for (const match of text.slice(start, end).matchAll(run)) {
        const marks = match[0]
        const span = { start: start + match.index, end: start + match.index + marks.length }
        const [first] = marks as unknown as [string]
        const same = [...marks].every((mark) => mark === first)
        if (same && marks.length === 2) {
          report('doubled', span, { mark: first }, { fix: { grade: 'safe', edits: [{ ...span, text: first }] } })
        } else if (same && first === '。') {
          report('dots', span, { run: marks }, { fix: { grade: 'suggested', edits: [{ ...span, text: '……' }] } })
        } else {
          const kept = marks.includes('。') ? '。' : first
          report('mixed', span, { run: marks }, { fix: { grade: 'suggested', edits: [{ ...span, text: kept }] } })
        }
      }
    }
  },
})
