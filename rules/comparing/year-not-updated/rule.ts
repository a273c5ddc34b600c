import { defineRule, pairing, type Row, years, yearsOfPair } from '../../../src/kit.ts'

/** What a year may stand behind when it is compared with, or counted from. */
const comparedWith = /(?:比|较|与|同|自|从|相比于?|对比)$/
/** What may stand behind it then. */
const countedFrom = /^(?:以来|起|开始|相比|同期|的?基础上)/
/** One end of a range: 2021—2025年, 2021年至2023年. */
const rangeBefore = /[0-9年][—–\-－~～至到]+$/
const rangeBehind = /^[—–\-－~～至到]/

export default defineRule({
  id: 'year-not-updated',
  severity: 'error',
  summary: { zh: '照去年的稿子写的句子，年份没有改', en: 'A sentence taken over from last year still has its year' },
  source: { tier: '本规则', ref: '与去年的稿子逐句比对，同一句话里的年份应当跟着改' },
  options: {},
  messages: {
    kept: {
      zh: '这句沿用{own}年的稿子，“{year}年”没有改，请核',
      en: 'This sentence was in the text of {own}, and its {year} has not been changed; please check',
    },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    const own = pair && yearsOfPair(pair)
    if (!pair || !own) return
    const found = use(years)
    let at = 0
    for (const row of pair.rows) {
      const { unit, mate } = row
      if (!mate || !unit.isBody) continue
      while (at < found.length && (found[at]?.start ?? 0) < unit.start) at++
      for (let index = at; index < found.length && (found[index]?.start ?? 0) < unit.end; index++) {
        const year = found[index] as (typeof found)[number]
        if (year.quoted || !mate.words.includes(`${year.value}年`)) continue
        if (!isLeftOver(row, year.value, own) || isComparison(text, year.start, year.end)) continue
        if (row.kind === 'words' && /《/.test(unit.words)) continue
        report('kept', year, { own: own.old, year: year.value }, { see: [{ id: 'old', at: mate, data: {}, inOther: true }] })
      }
    }
  },
})

/** The year that the old text reviewed, anywhere; the one it planned, where the new text looks ahead. */
const isLeftOver = ({ unit }: Row, year: number, own: { readonly old: number; readonly now: number }): boolean =>
  !unit.isOfYears && (year === own.old - 1 || (year === own.old && unit.outlook === 'plan')) && year < own.now

const isComparison = (text: string, start: number, end: number): boolean =>
  [comparedWith, rangeBefore].some((words) => words.test(text.slice(Math.max(0, start - 4), start))) ||
  [countedFrom, rangeBehind].some((words) => words.test(text.slice(end, end + 4)))
