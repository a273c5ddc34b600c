import {
  defineRule,
  type Pairing,
  pairing,
  type Row,
  type Span,
  within,
  type Year,
  years,
  yearsOfPair,
} from '../../../src/kit.ts'

/** What a year may stand behind when it is compared with, or counted from. */
const comparedWith = /(?:比|较|与|同|自|从|相比于?|对比)$/
/** What may stand behind it then. */
const countedFrom = /^(?:以来|起|开始|相比|同期|的?基础上)/
/** One end of a range: 2021—2025年, 2021年至2023年. */
const rangeBefore = /[0-9年][—–\-－~～至到]+$/
const rangeBehind = /^[—–\-－~～至到]/
/** A paper, a law, a building keeps its year. */
const ofOnce = /^[^，。；]{0,12}(?:印发|出台|修订|颁布|制定|发布|建成|成立|落成|竣工|组建|实施的|版)/

/** Beside the body only these tell the time of the paper itself. */
const ownTime: ReadonlySet<string | undefined> = new Set(['title', 'date', 'dateline', 'byline', 'signature'])

export default defineRule({
  id: 'year-not-updated',
  yields: ['year-mismatch', 'recycled-text', 'period-mismatch', 'date-validity', 'document-number'],
  severity: 'error',
  summary: { zh: '照去年的稿子写的句子，年份没有改', en: 'A sentence taken over from last year still has its year' },
  source: { tier: '本规则', ref: '与去年的稿子逐句比对，同一句话里的年份应当跟着改' },
  options: {},
  messages: {
    kept: {
      zh: '这句沿用{own}年的稿子，“{year}年”没有改，请核',
      en: 'This sentence was in the text of {own}, and its {year} has not been changed; please check',
    },
    beside: {
      zh: '“{words}”和去年的稿子一样，“{year}年”没有改，请核',
      en: '“{words}” is that of last year’s text, and its {year} has not been changed; please check',
    },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    const own = pair && yearsOfPair(pair)
    if (!pair || !own) return
    const isReport = isAboutYears(pair)
    for (const { at, words, year, mate } of bracketed(pair, isReport ? own.old - 1 : own.old))
      report('beside', at, { words, year }, { severity: 'warning', see: [{ id: 'old', at: mate, data: {}, inOther: true }] })
    const found = use(years)
    const before = pair.old.use(years)
    for (const row of pair.rows) {
      const { unit, mate } = row
      if (!mate || !(unit.isBody || isOwnTime(row))) continue
      const [ours, theirs] = [within(found, unit), within(before, mate)]
      if (ours.length === 0) continue
      const said = new Set(theirs.map(({ start, end }) => pair.old.text.slice(start, end)))
      for (const [index, year] of ours.entries()) {
        if (year.quoted || !said.has(text.slice(year.start, year.end)) || isComparison(text, year.start, year.end)) continue
        const see = [{ id: 'old', at: mate, data: {}, inOther: true }] as const
        if (!unit.isBody) {
          const words = unit.words.trim()
          if (year.value <= own.old && year.value >= own.old - 1) report('beside', year, { words, year: year.value }, { see })
          continue
        }
        // 2022年决算和2023年预算 that became 2023年决算和2024年预算: one for one, each was changed.
        if (ours.length > 1 && ours.length === theirs.length && theirs[index]?.value !== year.value) continue
        if (!isLeftOver(row, year.value, own, isReport) || (row.kind === 'words' && /《/.test(unit.words))) continue
        if (isReport) report('kept', year, { own: own.old, year: year.value }, { see })
        else if (!isOfOnce(text, year)) report('kept', year, { own: own.old, year: year.value }, { see, severity: 'warning' })
      }
    }
  },
})

/** 中国国际大学生创新大赛（2024）: what is held once a year bears its year. */
const edition = /[（(](?<=([\p{Script=Han}”]{4}).)((?:19|20)[0-9]{2})[）)]/gu
/** And what is issued once does so too. */
const issued = /版|标准|规范|目录|条例|办法|纲要|规划|方案|指南|意见|通知|文件/

/** Editions of last year that a review of this year still has, in whatever sentence. */
function bracketed({ rows, old }: Pairing, last: number) {
  const there = new Map(editionsIn(old.text, 0).map(({ at, words }) => [words, at]))
  return rows.flatMap(({ unit }) => {
    if (there.size === 0 || !unit.isBody || unit.isHeading || unit.isOfYears || unit.outlook === 'plan') return []
    return editionsIn(unit.words, unit.start).flatMap(({ at, words, said }) => {
      const mate = said === last && !issued.test(words.slice(0, 4)) ? there.get(words) : undefined
      return mate ? [{ at, words, year: last, mate }] : []
    })
  })
}

interface Edition {
  readonly at: Span
  readonly words: string
  readonly said: number
}

/** The bracket is looked for first: it is rare, and four characters before something stand everywhere. */
const editionsIn = (text: string, from: number): Edition[] =>
  [...text.matchAll(edition)].map(({ 0: bracket, 1: name = '', 2: year, index }) => ({
    at: { start: from + index - name.length, end: from + index + bracket.length },
    words: name + bracket,
    said: Number(year),
  }))

/** Title, date and signature, word for word those of last year. */
const isOwnTime = ({ unit, kind }: Row): boolean => ownTime.has(unit.role) && kind === 'same'

/** Papers that plan something are of their own year only. */
const ofOneYear = /方案|通知|计划|要点|预案|办法|安排|意见|细则|须知|议程/

/** Whether the texts look back on a year. */
const isAboutYears = ({ now: { units } }: Pairing): boolean =>
  units.some(({ outlook }) => outlook === 'review') || !units.some(({ role, words }) => role === 'title' && ofOneYear.test(words))

/** The year that the old text reviewed, anywhere; the one it planned, where the new text looks ahead, and in one that only does. */
const isLeftOver = (
  { unit }: Row,
  year: number,
  own: { readonly old: number; readonly now: number },
  isReport: boolean,
): boolean =>
  !unit.isOfYears &&
  year < own.now &&
  (year === own.old - 1 ? isReport : year === own.old && (unit.outlook === 'plan' || !isReport))

const isComparison = (text: string, start: number, end: number): boolean =>
  [comparedWith, rangeBefore].some((words) => words.test(text.slice(Math.max(0, start - 4), start))) ||
  [countedFrom, rangeBehind].some((words) => words.test(text.slice(end, end + 4)))

const isOfOnce = (text: string, { end }: Year): boolean => ofOnce.test(text.slice(end, end + 18))
