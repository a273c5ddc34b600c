/** Counts behind a list that is hardly as long: 胸痛中心、卒中中心、…六大中心; 甲、乙、丙等4个项目. Whatever is counted. */
import { numberOf } from '../../text/numerals.ts'
import type { Stretch } from '../structure.ts'
import { counted } from './count-figure.ts'
import { nounEnd } from './slips.ts'
import type { Statement } from './statement.ts'

const numeral = '[2-9]|1[0-9]|2[0-9]|[两二三四五六七八九]|十[一二三四五六七八九]?'
const measures = '个|项|类|大|种|条|家|所|名|座|款|门|部|张|支|处|镇|村|县|区|乡|套|道|块|方|路|件|位|级|人|地|城|市'
const told = new RegExp(
  `(?<=[^、，。；：！？\\n（）0-9.第近约超逾]|[”》])(${numeral})(${measures})(?![0-9百千万余多])([\\u4e00-\\u9fff]{0,6})`,
  'g',
)
const marks = '，。；：！？\n（(）)'
const longest = 160

/** Behind such a word the number counts something else: 教育、医疗领域建成3个…. */
const deed =
  /[新建设成涉推选评获办召造育施织开创整排查增加达有为是了的在于比和与及或到至占达入出给用把被由从向对按以每各该某再又还近约第]$|覆盖|新增|获批|荣获|举办|参加|完成|组成|共有|分别|其他|其它|一$|不$/
const closing = /(?:共|这|上述|以上|等|共计|合计|总计)$/
/** Fixed names that hold 和 or 与. */
const joinedNames =
  /社会保障和就业|文化旅游体育与传媒|文化体育与传媒|灾害防治及应急管理|科学与技术|经济和信息化|发展和改革|住房和城乡建设|人力资源和社会保障|文化和旅游|教育和科技|规划和自然资源|水产和畜牧|卫生和计划生育|计划生育和卫生/g
const joins = /以及|和(?![平谐美解睦])|及(?![时格])|与(?![会时])/g

const isBalanced = (item: string): boolean =>
  item.split('“').length === item.split('”').length && item.split('《').length === item.split('》').length

/** How many names a list may hold: 和 within one of them may join two. */
function rangeOf(items: readonly string[], noun: string): readonly [number, number] {
  const least = items.length
  const last = items[items.length - 1] as string
  const tail = last.slice(-2)
  // 胸痛中心、…、危重儿童和新生儿救治中心六大中心: all end with the noun, and what stands before 和 does not.
  const isWithin =
    noun.startsWith(tail) && items.every((item) => item.endsWith(tail) && !/[和及与]/.test(item[item.indexOf(tail) + 2] ?? ''))
  if (isWithin) return [least, least]
  const more = items.reduce((sum, item) => sum + (item.replace(joinedNames, '').match(joins)?.length ?? 0), 0)
  const inLast = last.replace(joinedNames, '').match(joins)?.length ?? 0
  return [inLast > 0 && more === inLast && least > 2 && last.length > 8 ? least : least, least + more]
}

/** How far what is counted goes on behind the number. */
function nameLength(noun: string): number {
  const stop = noun.search(nounEnd)
  return Math.min(stop < 0 ? noun.length : stop, 4)
}

/** Adds lists of a paragraph whose count is off. */
export function doubtListsIn(text: string, { start, end }: Stretch, into: Statement[]): void {
  const words = text.slice(start, end)
  // Only clauses that list something are looked at, from the first 、 on.
  let from = 0
  for (let comma = words.indexOf('、'); comma >= 0; comma = words.indexOf('、', from)) {
    let stop = comma
    while (stop < words.length && !marks.includes(words[stop] as string)) stop++
    let first = comma
    while (first > from && comma - first < longest && !marks.includes(words[first - 1] as string)) first--
    listsOfClause(words.slice(first, stop), comma - first, start + first, into)
    from = stop
  }
}

/** Lists of a clause, whose first 、 stands at `comma`. `start` is where the clause stands in the text. */
function listsOfClause(clause: string, comma: number, start: number, into: Statement[]): void {
  for (const match of clause.slice(comma).matchAll(told)) {
    const at = comma + match.index
    const [, written, , noun] = match as unknown as [string, string, string, string]
    const value = numberOf(written)
    if (value === undefined || at > longest * 2) continue
    const list = clause.slice(0, at)
    const isOpen = /等$/.test(list)
    const items = list.replace(closing, '').replace(closing, '').split('、')
    const [first, ...rest] = items as [string, ...string[]]
    if (rest.length === 0 || !isBalanced(list)) continue
    if (rest.some((item) => item.length < 2 || item.length > 22 || /[0-9，]/.test(item) || deed.test(item))) continue
    if (first.length > 40 || /[0-9]/.test(first.slice(-6))) continue
    const [least, most] = rangeOf(items, noun)
    const isOff = isOpen
      ? value === most + 1 || value < least
      : least > 2 && (value < least || value > most) && value <= most + 3 && value >= least - 3
    if (!isOff) continue
    const span = {
      start: start + at,
      end: start + at + written.length + (match[2] as string).length + nameLength(noun),
    }
    const stated = counted(span, written, value)
    const computed = value < least ? least : most
    into.push({
      ...span,
      kind: 'list',
      operands: [],
      stated,
      relation: match[2] as string,
      computed,
      agrees: false,
      certainty: 'doubt',
    })
  }
}

const announced = new RegExp(
  `(?<![第0-9.“百千])(${numeral})(${measures})([\\u4e00-\\u9fff]{0,8})(?:：|，即|，分别是|，分别为|——|，包括|，主要包括|，具体为|，具体是|，就是)`,
  'g',
)
const longestBehind = 400
const ordered = /[一二三四五六七八九]是|[（(]?[1-9一二三四五][）)、.．]|第[一二三四]|首先|其次|其一|一要/

/** 五项工作：抓好夏粮收购、抓好秋粮播种、…: names behind the count that begin alike, or are short, up to the end of the sentence. */
export function doubtBehindIn(text: string, { start, end }: Stretch, into: Statement[]): void {
  const words = text.slice(start, end)
  if (!/[：——]|，(?:即|分别|包括|主要包括|具体|就是)/.test(words)) return
  for (const match of words.matchAll(announced)) {
    const [whole, written, measure, noun] = match as unknown as [string, string, string, string]
    const value = numberOf(written)
    const from = match.index + whole.length
    const rest = words.slice(from, from + longestBehind)
    const stop = rest.search(/[。\n！？]/)
    if (value === undefined || (stop < 0 && rest.length >= longestBehind)) continue
    const behind = stop < 0 ? rest : rest.slice(0, stop)
    if (ordered.test(behind) || /等(?:[^级待候]|$)/.test(behind)) continue
    const mark = behind.includes('；') ? '；' : behind.includes('、') && !behind.includes('，') ? '、' : '，'
    if (mark === '，' && behind.includes('、')) continue
    const items = behind.split(mark).map((item) => item.replace(/^(?:和|及|以及|与)/, ''))
    const [first] = items as [string]
    const head = first.slice(0, 2)
    const isAlike = items.every((item) => item.startsWith(head) || item.slice(-2) === first.slice(-2))
    const isShort =
      mark === '、' && items.every((item) => item.length > 1 && item.length < 16 && !/[0-9]/.test(item) && isBalanced(item))
    if (items.length < 3 || !(isAlike || isShort) || !isBalanced(behind)) continue
    const joinsIn = (item: string): number => item.replace(joinedNames, '').match(joins)?.length ?? 0
    const most = items.length + (mark === '、' ? items.reduce((sum, item) => sum + joinsIn(item), 0) : 0)
    if ((value >= items.length && value <= most) || value > most + 2 || value < items.length - 2) continue
    const span = { start: start + match.index, end: start + match.index + written.length + measure.length + noun.length }
    const computed = value < items.length ? items.length : most
    const stated = counted(span, written, value)
    into.push({ ...span, kind: 'list', operands: [], stated, relation: '：', computed, agrees: false, certainty: 'doubt' })
  }
}
