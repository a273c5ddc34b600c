/** Counts of what is listed behind them, and of days and years: 3个医疗集团，即…; 五种类型：…82个、…63个; 1988年、1993年…进行了五次. */
import { numberOf } from '../../text/numerals.ts'
import type { Stretch } from '../structure.ts'
import { counted } from './count-figure.ts'
import type { Certainty, Statement } from './statement.ts'

const numeral = '[2-9]|1[0-9]|[两二三四五六七八九]|十[一二三四五六]?'

const push = (
  into: Statement[],
  at: { start: number; written: string; end: number },
  value: number,
  relation: string,
  found: number,
  agrees: boolean,
  certainty: Certainty,
): void => {
  const span = { start: at.start, end: at.end }
  const stated = counted(span, at.written, value)
  into.push({ ...span, kind: 'list', operands: [], stated, relation, computed: found, agrees, certainty })
}

const behind = new RegExp(
  `(${numeral})((?:个|项|类|种|家|所|条|名|大|支|座|门|部|级|处|位)[\\u4e00-\\u9fff]{0,8}?)(?:，|（|,)?(即|分别是|分别为|分别位于|就是)[：:]?`,
  'g',
)
const longestList = 200
/** An item that may be two, or none. */
const unclear = /[0-9０-９：]|等|的是|以及|其他|有关|相关|各/
const joins = /和|及|与|或|同/

/** 组建3个医疗集团，即区人民医院集团、区中医医院集团: the names stand behind the count. */
function namesBehind(words: string, start: number, into: Statement[]): void {
  for (const match of words.matchAll(behind)) {
    const value = numberOf(match[1] as string)
    const before = words[match.index - 1] ?? ''
    if (value === undefined || /[第0-9０-９“十百千万、.]/.test(before)) continue
    const from = match.index + match[0].length
    const rest = words.slice(from, from + longestList)
    const stop = rest.search(/[，。；：）！？\n]/)
    if (stop < 0) continue
    const list = rest.slice(0, stop)
    const items = list.split('、')
    if (items.length < 2 || unclear.test(list)) continue
    const last = items[items.length - 1] as string
    const isNames = items.every((item) => item.length >= 2 && item.length <= 16 && isBalanced(item))
    if (!isNames || items.slice(0, -1).some((item) => joins.test(item))) continue
    // 和 in the last name may join two, or stand in one: both counts are right.
    const most = joins.test(last) ? items.length + 1 : items.length
    // What comes behind the comma may go on with the list.
    const isOpen = rest[stop] === '，' && items.length < value && /^[\u4e00-\u9fff]{2,8}[，、。]/.test(rest.slice(stop + 1))
    const agrees = value === items.length || value === most
    if (!agrees && (isOpen || Math.abs(most - value) > 2 || Math.abs(items.length - value) > 2)) continue
    const end = match.index + (match[1] as string).length + (match[2] as string).length
    const at = { start: start + match.index, written: match[1] as string, end: start + end }
    push(into, at, value, '即', most, agrees, joins.test(last) ? 'unsure' : 'likely')
  }
}

const isBalanced = (item: string): boolean =>
  item.split('“').length === item.split('”').length && item.split('《').length === item.split('》').length

const oneYear = /[0-9]{4}年(?:[0-9]{1,2}月)?/g
const yearJoin = /^[、，和及]{1,2}$/
const times = /^[^，。；：、0-9]{0,10}?([0-9]{1,2}|[两二三四五六七八九十]{1,2})(次|届|轮)/
const notCounted = /第|每|各|分别|共/

/** 先后于1988年、1993年、1999年、2004年和2018年进行了五次修改. */
function yearsCounted(words: string, start: number, into: Statement[]): void {
  let listed = 0
  let head = ''
  let last = -1
  const judge = (): void => {
    const behind = last < 0 ? '' : words.slice(last, last + 16)
    const match = listed < 3 || /[至—-]$/.test(head) ? null : times.exec(behind)
    const value = match ? numberOf(match[1] as string) : undefined
    if (!match || value === undefined) return
    const end = last + match[0].length
    const at = end - (match[1] as string).length - (match[2] as string).length
    if (notCounted.test(words.slice(last, at))) return
    const span = { start: start + at, written: match[1] as string, end: start + end }
    push(into, span, value, '年', listed, listed === value, 'likely')
  }
  for (const { index, 0: year } of words.matchAll(oneYear)) {
    if (last >= 0 && index - last <= 2 && yearJoin.test(words.slice(last, index))) listed++
    else {
      judge()
      listed = 1
      head = words.slice(Math.max(0, index - 1), index)
    }
    last = index + year.length
  }
  judge()
}

const typed = new RegExp(`(${numeral})((?:种|类|个|大|项|档|级|部分|方面)[\\u4e00-\\u9fff]{0,6})[：:]`, 'g')
const typedItem =
  /^(?:和|及|以及)?[\u4e00-\u9fff“”]{1,16}(?:有|共|为)?[0-9][0-9.,]{0,9}[\u4e00-\u9fff%％]{1,4}(?:，占[^，]{0,12}|（[^）]{0,20}）)?$/

/** 分为五种类型：资源开发型82个、物业出租型63个…: each with its figure. */
function figuresBehind(words: string, start: number, into: Statement[]): void {
  for (const match of words.matchAll(typed)) {
    const value = numberOf(match[1] as string)
    if (value === undefined || /[第0-9“十百、.]/.test(words[match.index - 1] ?? '')) continue
    const from = match.index + match[0].length
    const rest = words.slice(from, from + longestList * 2)
    const stop = rest.search(/[。\n]/)
    const items = (stop < 0 ? rest : rest.slice(0, stop)).split(/[、；]/)
    if ((stop < 0 && rest.length >= longestList * 2) || items.length < 3 || !items.every((item) => typedItem.test(item))) continue
    if (Math.abs(items.length - value) > 2) continue
    const end = match.index + (match[1] as string).length + (match[2] as string).length
    const at = { start: start + match.index, written: match[1] as string, end: start + end }
    push(into, at, value, '：', items.length, items.length === value, 'likely')
  }
}

const ways = /([一二三四五六七八九十])(涨|平|降|升|增|减|持平)(?=[一二三四五六七八九十”，：；。）])/g
const wayOf: readonly (readonly [RegExp, RegExp])[] = [
  [/[涨升增]/, /(?:上涨|上升|增长|增加|回升|提高)(?:[0-9.%、]+)?$/],
  [/平/, /(?:持平|不变)$/],
  [/[降减]/, /(?:下降|下跌|减少|回落|降低)(?:[0-9.%、]+)?$/],
]

/** “五涨一平二降”：衣着、居住…价格上涨，…持平，食品烟酒、交通通信价格下降. */
function waysCounted(words: string, start: number, into: Statement[]): void {
  const told = [...words.matchAll(ways)]
  for (let at = 0; at < told.length; at++) {
    const group = [told[at] as RegExpExecArray]
    while (
      told[at + 1] &&
      (told[at + 1] as RegExpExecArray).index ===
        (group[group.length - 1] as RegExpExecArray).index + (group[group.length - 1] as RegExpExecArray)[0].length
    ) {
      group.push(told[at + 1] as RegExpExecArray)
      at++
    }
    const last = group[group.length - 1] as RegExpExecArray
    const from = last.index + last[0].length
    if (group.length < 2 || !/^”?(?:的[^，。；：]{0,8})?[：，,]/.test(words.slice(from, from + 12))) continue
    const rest = words.slice(from, from + longestList * 2)
    const stop = rest.search(/[。\n]/)
    const clauses = (stop < 0 ? rest : rest.slice(0, stop)).split(/[，；：]/).slice(1)
    for (const match of group) {
      const value = numberOf(match[1] as string)
      const way = wayOf.find(([word]) => word.test(match[2] as string))
      const meant = way ? clauses.filter((clause) => way[1].test(clause)) : []
      const [list] = meant
      if (value === undefined || list === undefined || meant.length > 1 || /等|其他[^用]/.test(list)) continue
      const items = list.split('、').length
      const most = items + (/和|及(?!服务)|与/.test(list) ? 1 : 0)
      const at = { start: start + match.index, written: match[1] as string, end: start + match.index + match[0].length }
      push(into, at, value, '即', items, value >= items && value <= most, 'unsure')
    }
  }
}

/** What a stretch of text counts and lists behind. */
export function countedIn(text: string, { start, end }: Stretch, into: Statement[]): void {
  const words = text.slice(start, end)
  if (!words.includes('、')) return
  if (/[涨升增][一二三四五六七八九十]|平[一二三四五六七八九十]|[降减][一二三四五六七八九十]/.test(words))
    waysCounted(words, start, into)
  if (/即|分别|就是/.test(words)) namesBehind(words, start, into)
  if (/年[、，和及]|月[、，和及]/.test(words) && /次|届|轮/.test(words)) yearsCounted(words, start, into)
  if (/[种类个大项档级分面][\u4e00-\u9fff]{0,6}[：:]/.test(words)) figuresBehind(words, start, into)
}
