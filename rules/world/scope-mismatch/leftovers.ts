/** What is left of another place's paper: its offices in a plan that directs one's own, its name in a slogan, one's own name mistyped. */
import {
  isKnownName,
  isKnownPlace,
  ownPlaces,
  placesOf,
  type Span,
  type Stretch,
  sentenceAround,
  structure,
  type Use,
  type Words,
  words,
} from '../../../src/kit.ts'
import { divisions } from '../../../src/world/divisions.ts'
import { common, type Place, placeOf, placeOfMeeting, units } from './other-place.ts'
import { shortNames } from './short-name.ts'

export interface Leftover {
  readonly at: Span
  readonly own: Place
  readonly ownAt: Span
  /** What should stand there: the place's name with or without its unit. */
  readonly right: string
  /** An editor would not doubt it. */
  readonly isSure: boolean
}

/** So often a paper names its own place, with its unit or without it. */
const leastOwn = 3
const leastInHead = 2
/** More, and the paper is about others. */
const mostFound = 12

/** A paper that tells offices what to do names its own. */
const directing = /预案|方案|通知|办法|规定|制度|细则|职责|分工|规程|章程|要点|计划/

/** An office behind the unit: 公安局, 森林防灭火指挥部, 人民政府. */
const officeBehind =
  /^(?:人民政府|委、|政府|[\u4e00-\u9fff]{1,8}?(?:局|大队|支队|指挥部|办公室|委员会|领导小组|中心|医院|供电公司|气象台|武装部|办)(?![\u4e00-\u9fff]?(?:区|限)))/
/** Where a name can begin: behind these a new word does. */
const beginsBehind = '由请按经报向在为对让使令如及和与、的是从到给据，。；：（\n 　“'

/** The sentence speaks of others. */
const ofOthers =
  /对口|帮扶|协作|结对|学习|考察|借鉴|支援|来自|毗邻|交界|相邻|接壤|联防|友邻|周边|邻近|互助|跨[区县市]|案例|教训|合作|友好|协议|兄弟|[上下]游|会商|签订|等[县市区镇乡]|原[属是]|划入|划归/
/** In a report they are spoken of in many more ways; and a time gone by is. */
const inReports =
  /联合|联动|共同|通报|事故|调研|观摩|交流|比较|相比|排名|先后|籍|引进|投资|有限公司|有限责任|高速|铁路|公路|国道|省道|至|[—–]|起义|战役|烈士|历史|转移|流入|走访|赴|前往|[12]\d{3}年前/

/** Places a paper is of and the strangers in it. */
export function leftovers(use: Use, text: string): Leftover[] {
  const { paragraphs, stretches } = use(structure)
  const places = use(ownPlaces)
  const dictionary = use(words)
  const title = paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
  const signature = paragraphs.findLast(({ paragraph }) => paragraph.role === 'signature')?.paragraph
  const issuers = paragraphs.filter(({ paragraph }) => paragraph.role === 'issuer')
  const issuer = issuers.map(({ paragraph }) => placeOf(text, paragraph)).find((at) => at !== undefined)
  const ownAt =
    (title && placeOf(text, title)) ??
    (signature && placeOf(text, signature)) ??
    places[0] ??
    placeOfMeeting(text, paragraphs) ??
    issuer
  if (!ownAt) return []
  const full = text.slice(ownAt.start, ownAt.end)
  const unit = units.find((one) => full.endsWith(one)) as string
  const name = full.slice(0, -unit.length)
  const own: Place = { name, unit, count: text.split(name).length - 1 }
  // Whose paper it is the head says; where only its own name can stand that is enough.
  if (own.count < leastInHead) return []
  const isNamedOften = own.count >= leastOwn
  const isDirecting = title !== undefined && directing.test(text.slice(title.start, title.end))
  const found: Leftover[] = []
  const add = (at: Span, right: string, isSure: boolean): void => {
    if (found.length <= mostFound) found.push({ at, own, ownAt, right, isSure })
  }
  for (const stretch of stretches) {
    for (const at of isNamedOften ? placesOf(text, unit, stretch.start, stretch.end) : []) {
      const start = at - name.length
      const stranger = text.slice(start, at)
      if (start < stretch.start || stranger === name || common.test(stranger) || !allHan.test(stranger)) continue
      const span = { start, end: at + unit.length }
      const isOffice = isDirecting && officeBehind.test(text.slice(span.end, span.end + 14))
      if (goesOn.test(text.slice(at, span.end + 1)) || speaksOfOthers(use, text, span, stretch, isOffice)) continue
      const total = text.split(stranger + unit).length - 1
      if (total >= own.count) continue
      if (isMistyped(stranger, name)) add(span, name + unit, total <= 2 || isOffice)
      else if (isOffice && !joins.test(stranger) && isName(text, span, stranger, unit, dictionary))
        add(span, name + unit, total > 1)
    }
    for (const slot of slotsIn(text, stretch)) {
      const stranger = text.slice(slot.start, slot.end)
      if (!isNamedOften && !isPraised(text, slot)) continue
      if (
        isOwn(stranger, name) ||
        places.some((one) => isOwn(stranger, one.name)) ||
        common.test(stranger) ||
        speaksOfOthers(use, text, slot, stretch, false)
      )
        continue
      if (
        !(dictionary.hasEndIn(stranger, 1) || isElsewhere(stranger) || isPraised(text, slot)) ||
        text.split(stranger).length > Math.min(Math.max(own.count, leastOwn), 4)
      )
        continue
      add(slot, name, isMistyped(stranger, name))
    }
    for (const slot of ownSlotsIn(text, stretch)) {
      const stranger = text.slice(slot.start, slot.end)
      if (isOwn(stranger, name) || places.some((one) => isOwn(stranger, one.name)) || common.test(stranger)) continue
      if (found.some(({ at }) => at.start < slot.end && at.end > slot.start)) continue
      // Another place of its rank: told of elsewhere in the paper, or known in the country and named here only.
      const ranked = sameRank.find((all) => all.includes(unit)) ?? []
      const isNamed = ranked.some((one) => text.includes(stranger + one)) && text.split(stranger).length <= 5
      const isMissed =
        text.split(stranger).length === 2 && !alsoWords.has(stranger) && ranked.some((one) => isKnownPlace(stranger + one))
      if (isNamed || isMissed) add(slot, name, false)
    }
  }
  for (const at of shortNames(text, name, stretches)) {
    if (found.some((one) => one.at.start < at.end && one.at.end > at.start)) continue
    add(at, at.end - at.start > 1 ? name : (name[0] as string), false)
  }
  return found.length > mostFound ? [] : found
}

/** Units of places that stand beside one another. */
const sameRank: readonly (readonly string[])[] = [
  ['自治县', '县', '区', '旗'],
  ['镇', '乡', '街道'],
  ['市', '州'],
]

/** The unit is the beginning of another word: 市民, 县域, 区间. */
const goesOn = /^(?:市[民场值域容面井]|县[域城]|区[域间块分别划位段]|镇区|乡[土愁亲])/

const allHan = /^[\u4e00-\u9fff]+$/

/** Places of the country whose names are words all the same. */
const alsoWords: ReadonlySet<string> = new Set(
  '和平 平安 富裕 友好 团结 新华 兴国 文化 共和 公安 民主 永丰 长治 开放 向阳 前进 光明 建设 城市 农业 生态 安全 中山 大同 东方 太平 永安 兴业 广大 延安 繁荣'.split(
    ' ',
  ),
)
const isElsewhere = (stranger: string): boolean => !alsoWords.has(stranger) && isKnownName(stranger)

/** 中国式现代化云河新篇章: before the chapter of that sentence stands a place and nothing else. */
const isPraised = (text: string, { start, end }: Span): boolean =>
  text.slice(start - 6, start) === '中国式现代化' &&
  /^(?:新?篇章|新?华章|新?实践)/.test(text.slice(end, end + 4)) &&
  !/[建设强国]/.test(text.slice(start, end))

/** One's own name, or a part of what one calls oneself. */
const isOwn = (stranger: string, name: string): boolean => stranger.includes(name) || name.includes(stranger)

/** As long as one's own name, with one other character: 鹤州 for 鹤川. */
const isMistyped = (stranger: string, name: string): boolean =>
  stranger.length === name.length && [...stranger].filter((character, index) => character !== name[index]).length === 1

/** No part of a name: 经费在县财政局预算中列支. */
const joins = /[在对为由从于以被把向至及和与的了]/

/** No word of the language, or a place of the country; a new word begins where it does. */
const isName = (text: string, { start }: Span, stranger: string, unit: string, words: Words): boolean =>
  beginsBehind.includes(text[start - 1] ?? '\n') && (isKnown(stranger + unit) || words.hasEndIn(stranger, 1))

const isKnown = (place: string): boolean =>
  divisions.some((line) => {
    const at = line.indexOf(place)
    return at > 0 && '=:;,'.includes(line[at - 1] as string) && /^[:;,]?$/.test(line[at + place.length] ?? '')
  })

function speaksOfOthers(use: Use, text: string, at: Span, stretch: Stretch, isOffice: boolean): boolean {
  const { start, end } = sentenceAround(use, at, stretch)
  const words = text.slice(start, end)
  return ofOthers.test(words) || (!isOffice && inReports.test(words))
}

/** Where only one’s own place is praised: 谱写棠河篇章, 中国式现代化棠河实践, 建设美丽棠河. */
const behindSlot = ['新篇章', '篇章', '华章', '实践', '儿女', '大地'] as const
const beforeSlot = /(?:谱写|书写|续写|现代化|现代化建设|奋力谱写|全面建设|的|广大|全体|燕赵)$/
const longestLead = 6
/** 服务保障棠河现代化建设, 关心支持棠河发展, 为棠河高质量发展作出贡献: what is served is one's own place. */
const served = ['现代化建设', '高质量发展', '经济社会发展', '改革发展', '发展'] as const
const serving = /(?:服务保障|保障|服务|助力|支持|关心|推动|推进|助推|促进|为|奋力谱写|加快)$/
/** What can stand before 发展 and is no place. */
const noName = /[碳一二三更再继续全面持又大高新区县市镇村业们各该其和与的地得了]/
const adjectives = ['爱我', '美丽', '大美', '魅力', '幸福', '富裕'] as const

function* slotsIn(text: string, { start, end }: Stretch): Generator<Span> {
  for (const words of behindSlot) {
    for (const at of placesOf(text, words, start, end)) {
      // 新篇章 holds 篇章.
      if (words === '篇章' && text[at - 1] === '新') continue
      for (const length of [2, 3]) {
        const from = at - length
        if (from < start || !allHan.test(text.slice(from, at))) break
        if (!beforeSlot.test(text.slice(Math.max(start, from - longestLead), from))) continue
        yield { start: from, end: at }
        break
      }
    }
  }
  for (const words of served) {
    for (const at of placesOf(text, words, start, end)) {
      for (const length of [2, 3]) {
        const from = at - length
        const name = text.slice(from, at)
        if (from < start || !allHan.test(name)) break
        if (noName.test(name)) continue
        if (!serving.test(text.slice(Math.max(start, from - longestLead), from))) continue
        yield { start: from, end: at }
        break
      }
    }
  }
  for (const at of placesOf(text, '结合', start, end)) {
    const match = /^([\u4e00-\u9fff]{2,3}?)(?:的)?(?:工作|发展)?实际/.exec(text.slice(at + 2, Math.min(end, at + 12)))
    const name = match?.[1]
    if (name && !noName.test(name)) yield { start: at + 2, end: at + 2 + name.length }
  }
  for (const words of adjectives) {
    for (const at of placesOf(text, words, start, end)) {
      const from = at + words.length
      const match = /^([\u4e00-\u9fff]{2,3})(?=[，。；！、”而]|建设[，。；！、])/.exec(text.slice(from, Math.min(end, from + 6)))
      if (match) yield { start: from, end: from + (match[1] as string).length }
    }
  }
}

const groundOf =
  /(?:立足|结合|紧扣|切合|符合|从|根据|按照|联系|适合|贴近|立足于|基于)([\u4e00-\u9fff]{2,3}?)(?:的)?(?:工作|发展|客观)?(?:实际|实情|[县市区镇乡]情|资源禀赋)/g
const tomorrowOf =
  /(?:^|[，。！；\n“])([\u4e00-\u9fff]{2,3}?)的(?:明天|未来|发展)(?:一定|必将|定)?(?:会|能)?(?:更加?|越来越)?(?:美好|灿烂|辉煌|离不开)/g
const newHome = /(?:建设|打造|共建|奋力|全面)[\u4e00-\u9fff、]{2,16}新([\u4e00-\u9fff]{2,3}?)(?=而|[，。！；”]|作出|贡献)/g
const givenTo = /为([\u4e00-\u9fff]{2,3}?)(?:的)?(?:经济社会|高质量|改革|现代化|全面)(?:发展|建设|振兴)(?=作|贡献|提供|添)/g

const chapterOf =
  /(?:谱写|书写|续写|奋力谱写|开创|绘就)([\u4e00-\u9fff]{2,3}?)(?:乡村(?:全面)?振兴|高质量发展|现代化(?:建设)?|改革发展|绿色发展|农业农村现代化|教育|法院工作|检察工作|卫生健康|水利)(?:事业|发展)?的?(?:新篇章|新局面|篇章|新华章|新画卷)/g

/** Where a paper that directs speaks of its own place and of no other: 立足青河实际, 青河的明天, 富强美丽新青河. */
function* ownSlotsIn(text: string, { start, end }: Stretch): Generator<Span> {
  const words = text.slice(start, end)
  for (const pattern of [groundOf, tomorrowOf, newHome, givenTo, chapterOf]) {
    for (const match of words.matchAll(pattern)) {
      const name = match[1] as string
      const from = start + match.index + match[0].indexOf(name)
      if (!noName.test(name)) yield { start: from, end: from + name.length }
    }
  }
}
