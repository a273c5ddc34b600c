/** When the house that writes was founded, and how it counts its years. */
import { numeralAt, numeralBefore, placesOf, type Span, type Stretch } from '../../../src/kit.ts'

export interface Founding {
  readonly year: number
  readonly at: Span
}

/** Who founds: the writer, not a company it tells of. */
const ownSubject =
  /(?:^|[，。；、：\n\s])(?:我们?)?(?:本|我|全)?(?:学校|医院|公司|集团|学院|大学|校|院|行|厂|所|馆|局|企业|银行|中心|社)?(?:前身)?(?:始|正式)?$/
const verbsBefore = [
  '始建于',
  '创建于',
  '成立于',
  '创办于',
  '建校于',
  '建院于',
  '组建于',
  '开办于',
  '建厂于',
  '建行于',
  '建馆于',
  '建所于',
  '恢复重建于',
] as const
/** Behind the year: 自1956年创办以来. */
const verbsBehind = [
  '创办以来',
  '建校以来',
  '成立以来',
  '创建以来',
  '建院以来',
  '组建以来',
  '建厂以来',
  '建行以来',
  '恢复重建以来',
] as const

/** The years in which the writer’s own house is said to have been founded. */
export function foundings(text: string, stretches: readonly Stretch[]): Founding[] {
  const found: Founding[] = []
  for (const stretch of stretches) {
    for (const verb of verbsBehind) {
      for (const at of placesOf(text, verb, stretch.start, stretch.end)) {
        const numeral = text[at - 1] === '年' ? numeralBefore(text, at - 1, stretch.start) : undefined
        if (!numeral || numeral.value < 1800 || numeral.value > 2099 || text[numeral.start - 1] !== '自') continue
        if (!ownSubject.test(text.slice(Math.max(stretch.start, numeral.start - 9), numeral.start - 1))) continue
        found.push({ year: numeral.value, at: { start: numeral.start, end: at + verb.length } })
      }
    }
    for (const verb of verbsBefore) {
      for (const at of placesOf(text, verb, stretch.start, stretch.end)) {
        const numeral = numeralAt(text, at + verb.length, stretch.end)
        const end = numeral?.end ?? 0
        if (!numeral || text[end] !== '年' || numeral.value < 1800 || numeral.value > 2099) continue
        if (!ownSubject.test(text.slice(Math.max(stretch.start, at - 8), at))) continue
        found.push({ year: numeral.value, at: { start: at, end: end + 1 } })
      }
    }
  }
  return found
}

export interface Jubilee {
  readonly at: Span
  readonly number: number
  readonly digits: Span
  readonly stretch: Stretch
}

const deeds = /(?:建校|建院|建厂|建行|建所|建馆|建社|建局|办学|办院|创建|创办|成立|组建|办校)$/
/** Behind one of these the deed is nobody else’s: 中山大学建校 is. */
const begins =
  /(?:(?:^|[，。；、：“（\s])(?:[我本全]|学校|医院|学院|公司|集团)?|是|迎来|迎接|喜迎|庆祝|纪念|正值|恰逢|适逢|围绕|[我本全](?:校|院|行|厂|馆|局|公司)|以)$/

/** 建校67周年, where it is the writer’s own. */
export function jubilees(text: string, stretches: readonly Stretch[]): Jubilee[] {
  const found: Jubilee[] = []
  for (const stretch of stretches) {
    for (const at of placesOf(text, '周年', stretch.start, stretch.end)) {
      const numeral = numeralBefore(text, at, stretch.start)
      if (!numeral || numeral.value < 1 || numeral.value > 200) continue
      const before = text.slice(Math.max(stretch.start, numeral.start - 10), numeral.start)
      const deed = deeds.exec(before)
      if (!deed || !begins.test(before.slice(0, deed.index))) continue
      const start = numeral.start - deed[0].length
      found.push({
        at: { start, end: at + 2 },
        number: numeral.value,
        digits: { start: numeral.start, end: numeral.end },
        stretch,
      })
    }
  }
  return found
}
