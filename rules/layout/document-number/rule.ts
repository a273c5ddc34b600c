import { defineRule, placesInProse } from '../../../src/kit.ts'
import { otherNumbers, surePrefixes, things } from './data.ts'

/** How far before 号 a document number is looked for: 机关代字 of eight characters, the year, the number. */
const reach = 32

/**
 * 机关代字, opening bracket, year, closing bracket, 第, number; anchored where 号 follows. GB/T 9704—1999 brought 〔〕 in, in force
 * since 2000: an earlier number is quoted as it was printed.
 */
const written =
  /([\u4e00-\u9fff]{2,8}) ?([(（[［【〔]) ?((?:20)?[0-9]{2})(年?) ?([)）\]］】〕]) ?(第?) ?(0{0,4})([1-9][0-9]{0,4}) ?$/

export default defineRule({
  id: 'document-number',
  severity: 'warning',
  summary: {
    zh: '发文字号写法不合规范（(2018)59号、〔2018〕第059号）',
    en: 'A document number not in its form ((2018)59号, 〔2018〕第059号)',
  },
  source: { tier: '国标', ref: 'GB/T 9704—2012 7.2.5 发文字号' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '本单位允许的写法，如“建档（2018）”',
      en: 'forms this house allows',
    },
  },
  quotes: 'skip',
  messages: {
    number: {
      zh: '发文字号应写作“{due}”：{why}',
      en: 'Write the document number “{due}”: {why}',
    },
    year: {
      zh: '发文字号的年份应写全称，用六角括号括入，如“〔2018〕”',
      en: 'The year of a document number is written in full, in tortoise-shell brackets: 〔2018〕',
    },
  },
  check({ text, use, report }) {
    for (const { one, stretch } of placesInProse(text, use, '号')) {
      const at = one.start
      if (things.includes(text[at + 1] ?? ' ')) continue
      const match = written.exec(text.slice(Math.max(0, at - reach), at))
      if (!match) continue
      const [, prefix = '', open = '', year = '', yearWord, close = '', ordinalWord, zeros, number = ''] = match
      const start = at - match[0].length + prefix.length
      if (stretch.start > start || otherNumbers.test(prefix)) continue
      const isSure = surePrefixes.includes(prefix[prefix.length - 1] as string)
      const from = text[start] === ' ' ? start + 1 : start
      const span = { start: from, end: at + 1 }
      if (year.length === 2) {
        if (isSure && yearWord === '') report('year', span, {})
        continue
      }
      const why = reasons({ brackets: open + close, ordinalWord, zeros, yearWord })
      if (!why) continue
      const due = `〔${year}〕${number}号`
      report(
        'number',
        span,
        { due, why },
        { fix: { grade: 'suggested', edits: [{ ...span, text: due }] }, ...(!isSure && { severity: 'info' }) },
      )
    }
  },
})

interface Parts {
  readonly brackets: string
  readonly ordinalWord: string | undefined
  readonly zeros: string | undefined
  readonly yearWord: string | undefined
}

interface Fault {
  readonly isFault: (parts: Parts) => boolean
  readonly zh: string
  readonly en: string
}

const faults: readonly Fault[] = [
  { isFault: ({ brackets }) => brackets !== '〔〕', zh: '年份用六角括号', en: 'the year stands in tortoise-shell brackets' },
  { isFault: ({ yearWord }) => yearWord !== '', zh: '年份后不加“年”', en: 'no 年 behind the year' },
  { isFault: ({ ordinalWord }) => ordinalWord !== '', zh: '序号前不加“第”', en: 'no 第 before the number' },
  { isFault: ({ zeros }) => zeros !== '', zh: '序号不编虚位', en: 'no zeros before the number' },
]

/** All that is wrong about a number; undefined where nothing is. */
function reasons(parts: Parts): { readonly zh: string; readonly en: string } | undefined {
  const found = faults.filter(({ isFault }) => isFault(parts))
  if (found.length === 0) return undefined
  return { zh: found.map(({ zh }) => zh).join('、'), en: found.map(({ en }) => en).join(', ') }
}
