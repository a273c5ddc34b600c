import { defineRule, pairing, structure } from '../../../src/kit.ts'

/** A shorter text is mostly formulas. In characters of the new text. */
const shortest = 150

/** Papers of a fixed form are alike whoever writes them. */
const fixedForm = /决议|公报|通知|公告|通告|证明|登记表/

export default defineRule({
  id: 'overlap',
  severity: 'warning',
  summary: { zh: '与别处的稿子相同的部分过多', en: 'Too much is the same as another office’s text' },
  source: { tier: '本规则', ref: '不同单位的同类报告逐字相同的部分通常不到百分之四' },
  options: {
    least: {
      type: 'integer',
      default: 30,
      min: 1,
      max: 100,
      zh: '相同的百分比到多少才提示',
      en: 'the percentage from which on it is told',
    },
  },
  messages: {
    share: {
      zh: '全文有{share}%与对照稿逐字相同；不同单位的同类稿子之间一般不超过4%',
      en: '{share}% of the text is word for word that of the other one; texts of two offices seldom share more than 4%',
    },
  },
  check({ text, use, options, report }) {
    const pair = use(pairing)
    if (!pair || pair.body === 'same' || text.length < shortest) return
    const title = use(structure).paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
    const at = title ?? pair.rows[0]?.unit
    if (!at || (title && fixedForm.test(text.slice(title.start, title.end)))) return
    const share = Math.round(pair.shares.verbatim * 100)
    if (share >= options.least) report('share', { start: at.start, end: at.end }, { share })
  },
})
