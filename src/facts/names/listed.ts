/** Names that stand without an ending of their own: members of lists of people and of places, houses told by their trade. Stated as written. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { tableFinder } from '../phrases.ts'
import { type Stretch, structure } from '../structure.ts'
import { words } from '../words.ts'

/** Words before a trade that may be a house's name: 恒泰 of 恒泰纺织, and 做强 of 做强纺织. */
export interface TradeMention extends Span {
  readonly trade: string
}

export interface ListedNames {
  /** 成员：毕晓川、仇雪梅、管仲平. */
  readonly people: readonly Span[]
  /** 上坪、下坪、石碣等6个贫困村, of at most three characters each. */
  readonly places: readonly Span[]
  readonly trades: readonly TradeMention[]
}

export const listedNames = fact('listedNames', ({ text }, use): ListedNames => {
  const { stretches } = use(structure)
  const isSplit = (name: string): boolean => use(words).hasEndIn(name, 1)
  return {
    people: [...listedPeople(text, stretches, isSplit)],
    places: [...listedPlaces(text, stretches)],
    trades: stretches.flatMap((stretch) => tradesIn(text, stretch, findTrade(use, stretch.start, stretch.end))),
  }
})

/** Trades with which houses are named without their legal form: 恒泰纺织. */
const trades =
  '纺织|科技|药业|食品|电子|重工|机械|化工|新材料|新材|生物|制药|能源|光电|控股|建材|矿业|酒业|乳业|实业|置业|物流|牧业|环保|电器|电气|汽车|智能|传媒|服饰|陶瓷|钢铁|铝业|纸业|茶业|果业|粮油|集团|股份|商贸|家居|水泥'.split(
    '|',
  )
const findTrade = tableFinder(trades)

/** Characters before a trade that are looked at as a name. */
const nameLength = 2
const allHan = /^[\u4e00-\u9fff]+$/

function tradesIn(text: string, { start }: Stretch, hits: readonly Span[]): TradeMention[] {
  const found: TradeMention[] = []
  let free = start
  for (const { start: at, end } of hits) {
    const from = at - nameLength
    if (from < free || !allHan.test(text.slice(from, at))) continue
    free = end
    found.push({ start: from, end: at, trade: text.slice(at, end) })
  }
  return found
}

/** Behind the list stands what its members are. */
const listEnd = /等?[0-9一二三四五六七八九十两]{1,3}个[\u4e00-\u9fff]{0,4}(?:村|社区|镇|乡|街道|县|区|乡镇)/g
const longestBefore = 120

const wholeName = /^[\u4e00-\u9fff]{2,4}$/
const nameAtEnd = /[\u4e00-\u9fff]{2,4}$/

/** The names of a list with 、 that `words` end in; none where it has one only. */
function namesBefore(words: string): readonly string[] {
  const parts = words.split('、')
  let first = parts.length - 1
  while (first > 0 && wholeName.test(parts[first] as string)) first--
  const opening = nameAtEnd.exec(parts[first] as string)?.[0]
  const names = [...(opening === undefined ? [] : [opening]), ...parts.slice(first + 1)]
  return names.length > 1 ? names : []
}

function* listedPlaces(text: string, stretches: readonly Stretch[]): Generator<Span> {
  for (const { start, end } of stretches) {
    const part = text.slice(start, end)
    if (!part.includes('个') || !part.includes('、')) continue
    for (const { index } of part.matchAll(listEnd)) {
      const names = namesBefore(part.slice(Math.max(0, index - longestBefore), index))
      let at = start + index - names.join('、').length
      for (const name of names) {
        if (name.length <= 3) yield { start: at, end: at + name.length }
        at += name.length + 1
      }
    }
  }
}

/** Names behind a word that says what for: 成员：…；执笔：…. */
const listHead =
  /(?:成员|组长|出席|列席|缺席|请假|执笔|记录|主持人?|参加|审核|校对|拟稿|撰稿|编辑|联系人|负责人|评委|获奖者?|人员|代表)：/g
const listed = /^([\u4e00-\u9fff]{3})(?:[（(][^（）()]{1,12}[）)])?(?=[、，；。）)\n ]|$)[、，]?/
const mostListed = 60

function* listedPeople(text: string, stretches: readonly Stretch[], isSplit: (name: string) => boolean): Generator<Span> {
  for (const { start, end } of stretches) {
    const part = text.slice(start, end)
    if (!part.includes('：')) continue
    for (const head of part.matchAll(listHead)) {
      let at = head.index + head[0].length
      for (let count = 0; count < mostListed; count++) {
        const match = listed.exec(part.slice(at, at + 24))
        if (!match) break
        const name = match[1] as string
        if (isSplit(name)) yield { start: start + at, end: start + at + 3 }
        at += match[0].length
      }
    }
  }
}
