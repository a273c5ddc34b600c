/** What the lexer of times reads, in every way of writing, and what only looks like a time. */
import { describe, expect, it } from 'vitest'
import { numeralAt, numeralBefore, rangesIn, type Time, timesIn } from '../src/text/times/index.ts'
import { computed } from './support/clock.ts'

const said = (time: Time): string => {
  switch (time.kind) {
    case 'date':
      return `date ${time.year?.value ?? ''}-${time.month}-${time.day ?? ''}`
    case 'session':
      return `session ${time.term}/${time.meeting} ${time.body}`
    default:
      return `${time.kind} ${time.value}`
  }
}
const read = (text: string): string[] => timesIn(text).map((time) => `${text.slice(time.start, time.end)} = ${said(time)}`)

describe('years', () => {
  it.each(['2025年', '２０２５年', '二〇二五年', '二○二五年', '二零二五年', '二0二五年', '2025 年', '2025　年'])('%s', (text) => {
    expect(timesIn(`到${text}，`)).toMatchObject([{ kind: 'year', value: 2025, start: 1, end: text.length + 1 }])
  })
  it('says in which digits', () => {
    const forms = timesIn('2025年２０２５年二〇二五年二0二五年').map((time) => ('form' in time ? time.form : ''))
    expect(forms).toEqual(['arabic', 'full-width', 'han', 'mixed'])
  })
  it.each([
    ['今年', 0],
    ['本年度', 0],
    ['去年', -1],
    ['上年', -1],
    ['上一年度', -1],
    ['过去的一年', -1],
    ['刚刚过去的一年', -1],
    ['前年', -2],
    ['大前年', -3],
    ['明年', 1],
    ['来年', 1],
    ['下一年', 1],
    ['后年', 2],
    ['当年', undefined],
    ['次年', undefined],
    ['翌年', undefined],
    ['同年', undefined],
    ['那一年', undefined],
  ])('%s', (word, value) => {
    expect(timesIn(`，${word}，`)).toEqual([{ kind: 'relative', value, start: 1, end: word.length + 1 }])
  })
  it.each([
    '60岁以上年龄',
    '五年来年均增长',
    '建成后年产十万吨',
    '以前年度结余',
    '近年来年轻干部',
    '样本年检',
    '文明年货节',
    '20255年',
    '某年某月',
    '九千九百年',
  ])('none: %s', (text) => {
    expect(timesIn(text).filter(({ kind }) => kind === 'year' || kind === 'relative')).toEqual([])
  })
})

describe('days, months, ranges', () => {
  it.each([
    ['2025年4月31日', ['2025年 = year 2025', '4月31日 = date 2025-4-31']],
    ['二〇二五年十二月廿八日', ['二〇二五年 = year 2025', '十二月廿八日 = date 2025-12-28']],
    ['２０２５ 年 ４ 月 ３ 日', ['２０２５ 年 = year 2025', '４ 月 ３ 日 = date 2025-4-3']],
    ['今年7月', ['今年 = relative 0', '7月 = date 0-7-']],
    ['13月5日', ['13月5日 = date -13-5']],
    ['6个月，3月5号楼，第8月，5.12月', []],
  ])('%s', (text, times) => {
    expect(read(text)).toEqual(times)
  })
  it.each([
    ['2021—2025年', '2021', '2025年'],
    ['2021年至2023年', '2021年', '2023年'],
    ['二〇二一年到二〇二三年', '二〇二一年', '二〇二三年'],
    ['5月20日至15日', '5月20日', '15日'],
    ['2025年3月1日—4月15日', '3月1日', '4月15日'],
    ['2025年3月1日至2026年2月1日', '3月1日', '2月1日'],
  ])('%s', (text, from, to) => {
    const [range, other] = rangesIn(text, timesIn(text))
    expect(other).toBeUndefined()
    expect([range?.from, range?.to].map((end) => text.slice(end?.start, end?.end))).toEqual([from, to])
    expect(range).toMatchObject({ start: 0, end: text.length })
  })
  it('joins nothing over other words', () => {
    expect(rangesIn('2021年，到2023年以后，5月至年底', timesIn('2021年，到2023年以后，5月至年底'))).toEqual([])
  })
})

describe('plans, sessions, counts', () => {
  it.each([
    ['“十四五”规划、“十五”计划和“八五”时期', ['“十四五” = plan 14', '“十五” = plan 10', '“八五” = plan 8']],
    ['“八五”普法、“九五”依法普及', []],
    ['县十七届人大三次会议', ['十七届人大三次会议 = session 17/3 人大']],
    ['第十四届全国人民代表大会第三次会议', ['第十四届全国人民代表大会第三次会议 = session 14/3 全国人民代表大会']],
    ['党的二十届二中、三中全会', ['二十届二中、三中全会 = session 20/3 二中、']],
    ['市委十四届10次全会', ['十四届10次全会 = session 14/10 ']],
    ['第三届理事会换届', []],
    ['一季度、第三季度，上半年', ['一季度 = quarter 1', '第三季度 = quarter 3', '上半年 = half 1']],
    ['75周年、一百周年', ['75周年 = anniversary 75', '一百周年 = anniversary 100']],
    ['第三年，五年来，05年', ['第三年 = ordinal 3', '五年 = duration 5', '05年 = short 5']],
  ])('%s', (text, times) => {
    expect(read(text)).toEqual(times)
  })
})

describe('numerals', () => {
  it.each([
    ['1024', 1024],
    ['１２', 12],
    ['十四', 14],
    ['廿八', 28],
    ['一百零一', 101],
    ['二〇二五', 2025],
    ['三千二百', 3200],
  ])('%s', (digits, value) => {
    expect(numeralBefore(`约${digits}人`, digits.length + 1)).toMatchObject({ value, start: 1 })
    expect(numeralAt(`约${digits}人`, 1)).toMatchObject({ value, end: digits.length + 1 })
  })
  it('is not read out of a long row of digits', () => {
    expect(numeralBefore('1234567890123456', 16)).toBeUndefined()
    expect(numeralAt('约人', 1)).toBeUndefined()
  })
})

it('is as fast on a hostile text as on any', () => {
  const started = computed()
  for (const unit of ['年', '1年', '届一', '届'.repeat(30), '2021年至', '月1', '五”', '一季度']) {
    const text = unit.repeat(40_000)
    rangesIn(text, timesIn(text))
  }
  expect(computed() - started).toBeLessThan(8000)
})
