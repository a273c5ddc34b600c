import { defineRule, documentYear, type Span, structure } from '../../../src/kit.ts'

type Id = 'mixed' | 'padded' | 'short' | 'hao' | 'dash'

interface Found extends Span {
  readonly id: Id
  readonly due: string
}

export default defineRule({
  id: 'date-form',
  severity: 'warning',
  summary: {
    zh: '日期写法不规范（二〇二六年8月、01月05日、截至25年底、3月5号）',
    en: 'Dates out of form: 二〇二六年8月, 01月05日, 截至25年底, 3月5号',
  },
  source: {
    tier: '国标',
    ref: 'GB/T 15835—2011 4.1.2、5.1；GB/T 9704—2012 7.3.5.5 成文日期月、日不编虚位；GB/T 15834—2011 4.13 连接号',
  },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位沿用的写法', en: 'forms this house keeps' },
  },
  quotes: 'skip',
  messages: {
    mixed: { zh: '“{said}”汉字与阿拉伯数字混用，应为“{due}”', en: '“{said}” mixes words and figures: “{due}”' },
    padded: { zh: '“{said}”月、日不编虚位，应为“{due}”', en: '“{said}”: no noughts before months and days: “{due}”' },
    short: { zh: '年份不简写，“{said}”应为“{due}”', en: 'A year is not shortened: “{said}”, “{due}”' },
    hao: { zh: '“{said}”是口语，书面写作“{due}”', en: '“{said}” is spoken language: “{due}”' },
    dash: { zh: '年份起止用一字线，“{said}”宜作“{due}”', en: 'A range of years has a long dash: “{said}”, “{due}”' },
  },
  check({ text, use, report }) {
    const year = use(documentYear)?.value
    const places = use(structure).stretches.flatMap(({ start, end }) =>
      datesIn(text.slice(start, end), year).map((one) => ({ ...one, start: start + one.start, end: start + one.end })),
    )
    // A text that writes its ranges with the long dash is told by number-format.
    const hasDash = /[0-9]{4}(?:—|～)[0-9]{4}年/.test(text)
    const days = text.split(/[0-9]日/).length
    for (const { id, start, end, due } of places) {
      if ((id === 'dash' && hasDash) || (id === 'hao' && days < 3)) continue
      report(
        id,
        { start, end },
        { said: text.slice(start, end), due },
        {
          fix: { grade: 'suggested', edits: [{ start, end, text: due }] },
          ...((id === 'hao' || id === 'dash') && { severity: 'info' }),
        },
      )
    }
  },
})

const hanDigits = '〇一二三四五六七八九'
/** 二〇二六 → 2026; ○ and 零 are written for 〇. */
const arabicOf = (words: string): string =>
  [...words].map((digit) => (digit === '零' || digit === '○' ? 0 : hanDigits.indexOf(digit))).join('')

/** 三 → 3, 十一 → 11, 二十五 → 25. */
function countOf(words: string): number {
  const ten = words.indexOf('十')
  if (ten < 0) return hanDigits.indexOf(words)
  return (
    10 * (ten === 0 ? 1 : hanDigits.indexOf(words[0] as string)) +
    (ten === words.length - 1 ? 0 : hanDigits.indexOf(words[ten + 1] as string))
  )
}

const hanYear = /([一二][〇○零一二三四五六七八九]{3})年([0-9]{1,2}月)/g
const hanMonth = /([12][0-9]{3}年)([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/g
const padded = /(?<![0-9])(?:0([1-9])月(?:0?([1-9][0-9]?)日)?|([1-9][0-9]?)月0([1-9])日)/g
const short =
  /(?<![0-9.年A-Za-z第近过用满超达约整了前后])(截止|到|从|自|在|于|至|，|。|；|^)([2-4][0-9])年(底(?![蕴子线座气色])|末(?![位端尾梢])|初(?![心步级期次始中一二三])|[1-9][0-2]?月(?!均|度))/g
const spoken = /(?<![0-9.])([1-9][0-2]?月)([1-9][0-9]?)号(?![0-9院楼馆门线线井台机文令决公院仓房船站厅矿])/g
const hyphen = /(?<![0-9.\-－])((?:19|20)[0-9]{2})[-－]((?:19|20)[0-9]{2})年/g

/** Dates out of form in one stretch; `year` is that of the document. */
function datesIn(words: string, year: number | undefined): Found[] {
  if (!words.includes('年') && !words.includes('月')) return []
  const found: Found[] = []
  const add = (id: Id, index: number, said: string, due: string): void => {
    found.push({ id, start: index, end: index + said.length, due })
  }
  for (const { 0: said, 1: digits = '', 2: month, index } of words.matchAll(hanYear))
    add('mixed', index, said, `${arabicOf(digits)}年${month}`)
  for (const { 0: said, 1: digits, 2: month = '', 3: day, index } of words.matchAll(hanMonth)) {
    // 2026年正月 and 2026年八月十五 are of the old calendar: only a whole date is a slip.
    if (day === undefined) continue
    add('mixed', index, said, `${digits}${countOf(month)}月${countOf(day)}日`)
  }
  for (const { 0: said, 1: month, 2: day, 3: other, 4: last, index } of words.matchAll(padded)) {
    // A page of a newspaper: 2020年09月12日 02 版.
    if (words.slice(index, index + 16).includes('版')) continue
    add('padded', index, said, month === undefined ? `${other}月${last}日` : `${month}月${day === undefined ? '' : `${day}日`}`)
  }
  for (const { 0: said, 1: before = '', 2: digits = '', 3: rest, index } of words.matchAll(short)) {
    const full = 2000 + Number(digits)
    if (year !== undefined && Math.abs(full - year) > 15) continue
    const at = index + before.length
    add('short', at, said.slice(before.length), `${full}年${rest}`)
  }
  for (const { 0: said, 1: month, 2: day, index } of words.matchAll(spoken)) {
    if (Number(day) <= 31) add('hao', index, said, `${month}${day}日`)
  }
  for (const { 0: said, 1: from, 2: to, index } of words.matchAll(hyphen)) add('dash', index, said, `${from}—${to}年`)
  return found.sort((a, b) => a.start - b.start)
}
