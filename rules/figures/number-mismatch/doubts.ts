/** Words beside a figure that cannot go with it: 名列第一，较上年下降一位; 由3个增加了5个; 从1994年到2016年，用12年时间. */
import { numberOf, type Span } from '../../../src/kit.ts'

const count = '[0-9]{1,3}|[一二两三四五六七八九十]{1,3}'

export interface Fall {
  readonly span: Span
  readonly verb: string
  readonly place: string
}

const first =
  /(第一[位名]?|首位|榜首|第1[位名])[^，。；：、\n]{0,10}[，、（](?:较|比|同比)?(?:上年|去年|上期|上月|年初|前一年)?(?:同期)?(下降|后退|下滑|退后|后移|降低|下跌|跌落)了?(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})个?(?:位次?|名次?|档)/g

/** Nobody falls to the first place. */
export const fallsToFirst = (text: string): Fall[] =>
  [...text.matchAll(first)].map((match) => {
    const [whole, place, verb] = match as unknown as [string, string, string]
    const at = match.index + whole.lastIndexOf(verb)
    return { span: { start: at, end: match.index + whole.length }, verb, place }
  })

export interface Rise {
  readonly span: Span
  readonly of: number
  readonly place: number
  readonly was: number
}

const rose = new RegExp(
  `(?<![0-9一二三四五六七八九十])(${count})个[^。；：\\n0-9]{1,30}?第(${count})(?:位|名)[，、]?(?:较|比|同比)(?:上年|去年|上期|上月)(?:同期)?(?:前进|上升|提升|前移|跃升|进位|提高|晋升)了?(${count})个?(?:位|名)`,
  'g',
)

/** 14个乡镇中第13位，比上年前进两位: of 14 there was no place 15. */
export const risesFromBeyond = (text: string): Rise[] =>
  [...text.matchAll(rose)].flatMap((match) => {
    const [of, place, by] = match.slice(1, 4).map((written) => numberOf(written as string))
    if (of === undefined || place === undefined || by === undefined || place > of || place + by <= of || of < 3) return []
    const end = match.index + match[0].length
    return [{ span: { start: end - (match[3] as string).length - 1, end }, of, place, was: place + by }]
  })

export interface Became {
  readonly span: Span
  readonly verb: string
  readonly by: string
  /** The second figure is no smaller, so that it is what the first became, and not the change. */
  readonly isClear: boolean
}

const became =
  /由(?:[\u4e00-\u9fff]{0,6}的)?([0-9]{1,9}(?:\.[0-9]{1,3})?)((?:万?亿?[\u4e00-\u9fff]{1,3}?)|%)(增加|增长|提高|扩大|上升|提升|减少|下降|降低|缩短|压缩|压减)了([0-9]{1,9}(?:\.[0-9]{1,3})?)((?:万?亿?[\u4e00-\u9fff]{1,3})|%)/g

/** 由3个增加了5个, where 由…增加到… is meant: 由 asks for what it became. */
export const becameBy = (text: string): Became[] =>
  [...text.matchAll(became)].flatMap((match) => {
    const [whole, from, unit, verb, by, behind] = match as unknown as [string, string, string, string, string, string]
    if (!behind.startsWith(unit)) return []
    const isUp = /[增提扩上]/.test(verb)
    const at = match.index + whole.indexOf(verb)
    const end = match.index + whole.length - behind.length + unit.length
    const isClear = isUp ? Number(by) >= Number(from) : false
    return [{ span: { start: at, end }, verb, by: `${by}${unit}`, isClear }]
  })

export interface Lasted {
  readonly said: Span
  readonly due: number
  readonly written: string
}

const lasted = new RegExp(
  `(?:从|自)([12][0-9]{3})年[^。；\\n]{0,24}?(?:到|至)([12][0-9]{3})年[^。；：\\n0-9]{0,14}[，]?(?:历时|用时|用|历经|经过|前后|整整|耗时|跨越|走过了?|长达|用了)(?:了|整整)?(${count})(?:年|载|个春秋)`,
  'g',
)

/** 从1994年提出构想到2016年落成，用12年时间. */
export const lastedOtherwise = (text: string): Lasted[] =>
  [...text.matchAll(lasted)].flatMap((match) => {
    const [whole, from, to, written] = match as unknown as [string, string, string, string]
    const value = numberOf(written)
    const due = Number(to) - Number(from)
    if (value === undefined || due < 2 || value === due || value === due + 1) return []
    const end = match.index + whole.length
    return [{ said: { start: end - written.length - 1, end }, due, written: `${written}年` }]
  })
