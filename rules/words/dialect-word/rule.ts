import { defineRule, isHan, structure, tableFinder, termFinder } from '../../../src/kit.ts'
import { locals } from './data.ts'

const findLocal = tableFinder(locals.map(({ word }) => word))

export default defineRule({
  id: 'dialect-word',
  severity: 'info',
  summary: { zh: '方言、口语词（下茬解决、作以回顾）', en: 'A local or spoken word in formal text (下茬, 作以回顾)' },
  source: { tier: '通例', ref: '正式文稿用规范的书面语' },
  options: {
    terms: { type: 'strings', default: [], zh: '本地另查的方言词', en: 'further local words to tell' },
    allow: { type: 'strings', default: [], zh: '可以照用的说法', en: 'words that may stand' },
  },
  quotes: 'skip',
  messages: {
    local: { zh: '“{word}”是方言或口语，正式文稿宜作“{formal}”', en: '“{word}” is local or spoken; formal text says “{formal}”' },
    house: { zh: '“{word}”是方言或口语，正式文稿宜改', en: '“{word}” is local or spoken; formal text had better avoid it' },
  },
  check({ text, use, options, report }) {
    const house = options.terms.length > 0 ? termFinder(options.terms) : undefined
    for (const stretch of use(structure).stretches) {
      for (const { phrase, start, end } of findLocal(use, stretch.start, stretch.end)) {
        const { word, formal, before, behind, except } = locals[phrase] as (typeof locals)[number]
        const left = text.slice(Math.max(stretch.start, start - 7), start)
        const right = text.slice(end, Math.min(stretch.end, end + 6))
        if (before?.test(left) || except?.test(right)) continue
        if (behind && !behind.test(right)) continue
        // 下茬 and 作以 go with the verb behind them: 下茬解决, 作以回顾.
        const to = isVerbBound(word) && isHan(text, end) && isHan(text, end + 1) ? end + 2 : end
        report('local', { start, end: to }, { word: text.slice(start, to), formal: `${formal}${text.slice(end, to)}` })
      }
      for (const { start, end } of house?.(use, stretch.start, stretch.end) ?? []) {
        report('house', { start, end }, { word: text.slice(start, end) })
      }
    }
  },
})

const isVerbBound = (word: string): boolean => word === '下茬' || word === '作以'
