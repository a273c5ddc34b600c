/** One list told twice with one member changed, one who attends under another name, and the short name a paper gives itself. */
import {
  type Alias,
  distinguishing,
  type Line,
  type NameMention,
  type PersonMention,
  type QuotedMention,
  type Span,
  type Stretch,
  soundAlike,
} from '../../../src/kit.ts'
import { takenFor } from './alike.ts'

export interface ListedVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  readonly isSure: boolean
}

interface Member extends Span {
  readonly words: string
}

/** Lists of fewer members are no evidence; longer texts than so many lists are registers. */
const leastMembers = 3
const mostMembers = 12
const mostLists = 400
/** How many lists behind one its repetition may stand. */
const nearLists = 6

/** 银龄互助队、巾帼助老队、青年志愿队 and, behind 其中, 银龄互助队580人、巾帼助餐队490人、青年志愿队250人. */
export function listsTwice(
  text: string,
  stretches: readonly Stretch[],
  named: readonly NameMention[],
  quoted: readonly QuotedMention[],
): ListedVariant[] {
  const lists = stretches.flatMap((stretch) => (stretch.role === undefined ? tokenLists(text, stretch) : []))
  return [
    ...compared(text, lists.slice(0, mostLists)),
    ...compared(text, nameLists(text, named).slice(0, mostLists)),
    ...compared(text, quotedLists(text, quoted).slice(0, mostLists)),
  ]
}

function compared(text: string, lists: readonly (readonly Member[])[]): ListedVariant[] {
  const found: ListedVariant[] = []
  lists.forEach((one, index) => {
    for (const other of lists.slice(index + 1, index + 1 + nearLists)) {
      const odd = one.length === other.length ? oddMember(one, other) : undefined
      if (!odd) continue
      const [a, b] = odd
      const counts = [a, b].map(({ words }) => text.split(words).length - 1)
      const [first = 0, second = 0] = counts
      // Told twice or more each, they are two things.
      if (first > 1 && second > 1) continue
      const [right, wrong] = first > 1 && second === 1 ? [a, b] : second > 1 ? [b, a] : [a, b]
      found.push({
        name: right.words,
        nameAt: right,
        count: Math.max(first, second),
        other: wrong.words,
        otherAt: wrong,
        isSure: false,
      })
    }
  })
  return found
}

/** The one pair of members that differ, in one character; undefined where all agree or more differ. */
function oddMember(one: readonly Member[], other: readonly Member[]): readonly [Member, Member] | undefined {
  let odd: readonly [Member, Member] | undefined
  for (const [at, a] of one.entries()) {
    const b = other[at] as Member
    const [x, y] = at === 0 ? tails(a, b) : at === one.length - 1 ? heads(a, b) : [a, b]
    if (x.words === y.words) continue
    if (odd || x.words.length !== y.words.length || x.words.length < 3 || slips(x.words, y.words) !== 1) return undefined
    const differs = [...x.words].findIndex((character, index) => character !== y.words[index])
    // Where the first begins and the last ends is not known: 初步盘活存量, 可以盘活存量.
    if (differs === (at === 0 ? 0 : at === one.length - 1 ? x.words.length - 1 : -1)) return undefined
    const kind = distinguishing.get(x.words[differs] as string)
    if (kind !== undefined && kind === distinguishing.get(y.words[differs] as string)) return undefined
    odd = [x, y]
  }
  return odd
}

const slips = (a: string, b: string): number => [...a].filter((character, index) => character !== b[index]).length

/** The first member has words before it, the last one words behind it: as much as both have is compared. */
function tails(a: Member, b: Member): readonly [Member, Member] {
  const length = Math.min(a.words.length, b.words.length)
  return [a, b].map(({ words, end }) => ({ words: words.slice(-length), start: end - length, end })) as [Member, Member]
}
function heads(a: Member, b: Member): readonly [Member, Member] {
  const length = Math.min(a.words.length, b.words.length)
  return [a, b].map(({ words, start }) => ({ words: words.slice(0, length), start, end: start + length })) as [Member, Member]
}

/** Behind these the first member of a list begins. */
const leadWords = '组建 包括 分为 设立 成立 建立 其中 分别是 分别为 打造 培育 开展 实施 设有 推出 形成 构建 有 为 了 是'.split(
  ' ',
)
const allHan = /^[\u4e00-\u9fff]{3,}$/

/** How much of a first member is words that lead to it. */
function leadOf(words: string): number {
  const ends = leadWords.map((word) => (words.includes(word) ? words.indexOf(word) + word.length : 0))
  return ends.filter((end) => end > 0 && allHan.test(words.slice(end))).sort((x, y) => x - y)[0] ?? 0
}

/** Members parted by 、, each cut before its figure: 银龄互助队580人. */
function tokenLists(text: string, { start, end }: Stretch): Member[][] {
  const found: Member[][] = []
  let list: Member[] = []
  let from = start
  const close = (): void => {
    if (list.length >= leastMembers && list.length <= mostMembers) found.push(list)
    list = []
  }
  for (let at = start; at <= end; at++) {
    const mark = at === end ? '。' : (text[at] as string)
    if (!'、，。；：（）()！？\n'.includes(mark)) continue
    const member = memberOf(text, from, at, list.length === 0)
    if (member) list.push(member)
    if (mark !== '、' || !member) close()
    from = at + 1
  }
  close()
  return found
}

const longestMember = 12

function memberOf(text: string, from: number, to: number, isFirst: boolean): Member | undefined {
  if (to - from > 40) return undefined
  const told = text.slice(from, to)
  const figure = told.search(/[0-9０-９]/)
  const whole = figure >= 0 ? told.slice(0, figure) : told
  const lead = isFirst ? leadOf(whole) : 0
  const words = whole.slice(lead)
  const start = from + lead
  if (words.length < 2 || words.length > longestMember || !/^[\u4e00-\u9fff]+$/.test(words)) return undefined
  return { words, start, end: start + words.length }
}

const placeEndings: ReadonlySet<string> = new Set('社区 村 街道 镇 乡 小区 学校 小学 中学 医院 卫生院 公司'.split(' '))
/** Between two names of one list so many characters may stand. */
const farthest = 24

/** Names with one ending that stand in one sentence: 杏林社区党群服务中心、书院社区“红色物业”示范小区和望江社区……. */
function nameLists(text: string, named: readonly NameMention[]): Member[][] {
  const found: Member[][] = []
  const open = new Map<string, Member[]>()
  const close = (list: Member[] | undefined): void => {
    if (list && list.length >= leastMembers && list.length <= mostMembers) found.push(list)
  }
  for (const { start, end, ending } of named) {
    const from = end - ending.length - coreLength
    if (!placeEndings.has(ending) || from < start) continue
    const list = open.get(ending)
    const last = list?.at(-1)
    const between = last ? text.slice(last.end, from) : ''
    const goesOn = last && between.length <= farthest && !/[。；！？\n]/.test(between)
    if (!goesOn) close(list)
    const next = goesOn && list ? list : []
    open.set(ending, next)
    next.push({ words: text.slice(from, end), start: from, end })
  }
  for (const list of open.values()) close(list)
  return found.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
}

/** “粮易贷”“果蔬贷”“畜牧贷”, and each with its figure. */
function quotedLists(text: string, quoted: readonly QuotedMention[]): Member[][] {
  const found: Member[][] = []
  let list: Member[] = []
  for (const { start, end, name } of quoted) {
    const last = list.at(-1)
    if (last && !/^”[0-9.亿万元个户人家场次项、]{0,10}“$/.test(text.slice(last.end, start))) {
      if (list.length >= leastMembers && list.length <= mostMembers) found.push(list)
      list = []
    }
    list.push({ words: name, start, end })
  }
  if (list.length >= leastMembers && list.length <= mostMembers) found.push(list)
  return found
}

/** Names of places have two characters or more before the unit; so many are compared. */
const coreLength = 2

const attendance = /^(?:出席|参加|列席|请假|缺席|主持|记录|参会|到会|出席会议|列席会议)(?:人员|人|领导|同志)?[：:]/
const nameOnly = /^[\u4e00-\u9fff]{2,3}$/

/** 列席：……何建军 and, in the text, 股长何剑军: one who spoke and one who attended. */
export function attendees(all: readonly Line[], people: readonly PersonMention[]): ListedVariant[] {
  const there = new Map<string, Span>()
  for (const { words, start } of all) {
    const lead = attendance.exec(words)?.[0].length
    if (lead === undefined) continue
    let from = lead
    for (const one of words.slice(lead).split(/[、，,；;\s\u3000。]/)) {
      if (nameOnly.test(one) && !there.has(one)) there.set(one, { start: start + from, end: start + from + one.length })
      from += one.length + 1
    }
  }
  if (there.size < leastMembers) return []
  const spoken = new Set(people.map(({ name }) => name))
  const found: ListedVariant[] = []
  for (const person of people) {
    if (there.has(person.name)) continue
    for (const [name, at] of there) {
      if (name.length !== person.name.length || slips(name, person.name) !== 1) continue
      if ([...people].some((one) => one.name === name && one.start !== at.start && !isWithin(at, one))) continue
      const differs = [...name].findIndex((character, index) => character !== person.name[index])
      const isAlike = takenFor(name[differs] as string, person.name[differs] as string)
      if (name.length < 3 && !isAlike) continue
      if (found.some(({ otherAt }) => otherAt.start === person.start)) continue
      found.push({ name, nameAt: at, count: 1, other: person.name, otherAt: person, isSure: isAlike && spoken.has(person.name) })
    }
  }
  return found
}

const isWithin = (at: Span, one: Span): boolean => one.start >= at.start && one.end <= at.end

/** A short name that the paper gives (以下简称“青河农商银行”) with its first or last character taken for another. */
export function aliasSlips(text: string, aliases: readonly Alias[]): ListedVariant[] {
  return aliases.flatMap(({ short, start }) => {
    if (short.length < 4 || !/^[\u4e00-\u9fff]+$/.test(short)) return []
    const nameAt = { start, end: start + short.length }
    const count = text.split(short).length - 1
    const rest = short.slice(1)
    const first = short[0] as string
    const found: ListedVariant[] = []
    for (let at = text.indexOf(rest); at > 0 && found.length < 3; at = text.indexOf(rest, at + 1)) {
      const one = text[at - 1] as string
      if (one === first || !soundAlike(one.charCodeAt(0), first.charCodeAt(0))) continue
      found.push({
        name: short,
        nameAt,
        count,
        other: one + rest,
        otherAt: { start: at - 1, end: at + rest.length },
        isSure: true,
      })
    }
    return found
  })
}
