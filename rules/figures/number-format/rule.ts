import {
  defineRule,
  documentYear,
  inProse,
  isHan,
  type Span,
  structure,
  type TimeRange,
  timeRanges,
  times,
} from '../../../src/kit.ts'
import { counted, inForceSince, ordinalSigns } from './data.ts'

/** A way of writing that stands in the text, and how it should be written. */
interface Found extends Span {
  readonly due: string
}

/** Two years joined: 2021—2022年, 2021年-2022年. */
interface YearRange extends Span {
  readonly from: string
  readonly to: string
  /** Written as the standard has it: 2021—2022年 or 2021～2022年. */
  readonly isStandard: boolean
}

const numerals = '一二三四五六七八九'

export default defineRule({
  id: 'number-format',
  severity: 'info',
  summary: {
    zh: '数字写法不规范或前后不一（05年、63-68%、八、九百人）',
    en: 'Figures out of form or written two ways (05年, 63-68%, 八、九百人)',
  },
  source: { tier: '国标', ref: 'GB/T 15835—2011 4.1—5.2 出版物上数字用法' },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位沿用的写法', en: 'forms this house keeps' },
  },
  quotes: 'skip',
  messages: {
    year: { zh: '年份不简写，“{said}”应写全四位', en: 'A year is not shortened: write “{said}” with four digits' },
    percent: { zh: '百分数的范围，前一个数也带百分号：“{due}”', en: 'In a range of per cents both have the sign: “{due}”' },
    about: { zh: '概数不用顿号，应为“{due}”', en: 'No 、 in an approximate count: “{due}”' },
    mixed: { zh: '汉字与阿拉伯数字混用，应为“{due}”', en: 'Words and figures are mixed: “{due}”' },
    range: { zh: '年份起止别处写作“{other}”，此处宜作“{due}”', en: 'Elsewhere a range of years is “{other}”; here “{due}”' },
    other: { zh: '别处的写法', en: 'as written elsewhere' },
  },
  check({ text, use, mayTell, report }) {
    const year = use(documentYear)?.value
    const ranges: YearRange[] = []
    for (const { start, end } of use(structure).stretches) {
      const words = text.slice(start, end)
      for (const { from, found } of [
        { from: 'percent', found: percentRanges(words) },
        { from: 'about', found: year !== undefined && year < inForceSince ? [] : approximations(words) },
        { from: 'mixed', found: mixedPercents(words) },
      ] as const) {
        for (const one of found) {
          const span = { start: start + one.start, end: start + one.end }
          const fix = { grade: 'suggested', edits: [{ ...span, text: one.due }] } as const
          report(from, span, { due: one.due }, { fix })
        }
      }
    }
    for (const { one } of inProse(use, use(times))) {
      if (one.kind === 'short' && isShortYear(text, one)) {
        report('year', one, { said: text.slice(one.start, one.end) })
      }
    }
    for (const { one } of inProse(use, use(timeRanges))) {
      const range = yearRange(text, one)
      if (range && mayTell(range)) ranges.push(range)
    }
    const standard = ranges.filter(({ isStandard }) => isStandard)
    const others = ranges.filter(({ isStandard }) => !isStandard)
    const [model] = standard
    // A house that writes the other form more often has its own habit.
    if (!model || others.length > standard.length) return
    const dash = text.slice(model.start, model.end).replace(/[0-9年]/g, '')
    for (const { start, end, from, to } of others) {
      const due = `${from}${dash}${to}年`
      report(
        'range',
        { start, end },
        { other: text.slice(model.start, model.end), due },
        {
          see: [{ id: 'other', at: model, data: {} }],
          fix: { grade: 'suggested', edits: [{ start, end, text: due }] },
        },
      )
    }
  },
})

/** 05年: with a nought before it two digits are a year, never a number of years; not 3.05年, nor a model number. */
const isShortYear = (text: string, { start }: Span): boolean => !/[.．A-Za-z]/.test(text[start - 1] ?? '')

/** 2021—2022年, 2021年-2022年: two years of the calendar in Arabic digits. */
function yearRange(text: string, { from, to, dash, start, end }: TimeRange): YearRange | undefined {
  if (from.kind !== 'year' || to.kind !== 'year' || from.form !== 'arabic' || to.form !== 'arabic') return undefined
  if (from.value < 1900 || to.value > 2099 || /^[至到]$/.test(dash)) return undefined
  const isStandard = text[from.end - 1] !== '年' && /^[—～]$/.test(dash)
  return { start, end, from: String(from.value), to: String(to.value), isStandard }
}

const rangeOfPercents =
  /(?<![0-9.%％A-Za-z年月])([0-9]{1,3}(?:\.[0-9]{1,2})?)([-－—–~～]|至)([0-9]{1,3}(?:\.[0-9]{1,2})?)([%％])/g

/** 63-68%; not PM2.5-10%, nor a figure that falls: 68-63%. */
function percentRanges(words: string): Found[] {
  if (!words.includes('%') && !words.includes('％')) return []
  return [...words.matchAll(rangeOfPercents)].flatMap(({ 0: said, 1: from = '', 2: dash = '', 3: to = '', 4: sign, index }) =>
    Number(from) < Number(to)
      ? [{ start: index, end: index + said.length, due: `${from}${sign}${/[-－–]/.test(dash) ? '—' : dash}${to}${sign}` }]
      : [],
  )
}

/** 八、九百人: two neighbouring numerals, the second one greater by one, before a measure. */
function approximations(words: string): Found[] {
  const found: Found[] = []
  for (let at = words.indexOf('、', 1); at > 0; at = words.indexOf('、', at + 1)) {
    const first = numerals.indexOf(words[at - 1] as string)
    if (first < 0 || numerals.indexOf(words[at + 1] ?? ' ') !== first + 1) continue
    // At the beginning it is an ordinal: 一、二个重点.
    const before = words[at - 2] ?? ''
    if (!isHan(words, at - 2) || ordinalSigns.includes(before) || numerals.includes(before) || before === '十') continue
    if (!counted.includes(words[at + 2] ?? ' ')) continue
    found.push({ start: at - 1, end: at + 3, due: `${words[at - 1]}${words[at + 1]}${words[at + 2]}` })
  }
  return found
}

/** 百分之20. */
function mixedPercents(words: string): Found[] {
  const found: Found[] = []
  for (let at = words.indexOf('百分之'); at >= 0; at = words.indexOf('百分之', at + 1)) {
    const figure = /^[0-9]{1,3}(?:\.[0-9]{1,2})?/.exec(words.slice(at + 3, at + 10))
    if (figure) found.push({ start: at, end: at + 3 + figure[0].length, due: `${figure[0]}%` })
  }
  return found
}
