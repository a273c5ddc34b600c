/** The name of another place: 清水县委、县政府 in a report of 清河县. */
import type { PlacedParagraph, Span } from '../../../src/kit.ts'

/** Units after which a place is named; the longer first. */
export const units = ['自治县', '街道', '县', '区', '市', '旗', '镇', '乡'] as const

/** A place as the report names it: 清河县. */
export interface Place {
  readonly name: string
  readonly unit: string
  readonly count: number
}

/** A stranger, with the place that the report is of. */
export interface OtherPlace {
  readonly at: Span
  readonly own: Place
  readonly ownAt: Span
  /** It stands in the signature, which names nobody but the writer. */
  readonly isSignature: boolean
}

/** So often a report names its own place. */
const leastOwn = 3

/** A report that speaks of more others as of itself is about them. Each is looked for in the whole text, too. */
const mostStrangers = 8

/** What a title begins with before the name. */
const titleLead = /^(?:中共|中国共产党|关于|在|政协|致)?/
/** The names of places have two or three characters before the unit. */
const shortestName = 2
const longestName = 3
/** What is no name: 桃园社区 and 桃园一区 are no 区, 贫困县, and what takes in a word before the unit (推动全县, 上级和县). */
export const common =
  /^(?:全|我|本|各|该|两|多|某|历|上|现|党|地方|贫困|示范|开发|自治|经济|工业|产业|先进|重点|老|新|小|大|农业|生态|有关|相关|所在|周边|其他)|[和与及同的全我本各两委]|[社小园一二三四五六七八九十]$/

/**
 * By unit, how only the place itself is spoken of; the group that matched is the name. A verb may stand where a name could
 * (得到县委、县政府重视), so the words on both sides have to agree.
 */
const ownWords: ReadonlyMap<string, RegExp> = new Map(
  units.map((unit) => [
    unit,
    new RegExp(
      `(?:中共([\\u4e00-\\u9fff]{${shortestName},${longestName}}?)${unit}委|在([\\u4e00-\\u9fff]{${shortestName},${longestName}}?)${unit}委(?:、?${unit}(?:人民)?政府)?的?(?:坚强|正确|统一|有力)?领导下|(?<=[。；！？，\\n])([\\u4e00-\\u9fff]{${shortestName},${longestName}}?)${unit}上下(?!游))`,
      'g',
    ),
  ]),
)

/** Who speaks of others says so before. */
const speaksOfOthers = /[与和同跟向赴比较距邻由从如及、至]|对口|帮扶|协作|结对|学习|借鉴|支援|来自|原|对接|联合|共建/

/** Strangers in a report that names its own place in its title. */
export function otherPlaces(text: string, paragraphs: readonly PlacedParagraph[]): OtherPlace[] {
  const title = paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
  const ownAt = title && placeOf(text, title)
  if (!ownAt) return []
  const words = text.slice(ownAt.start, ownAt.end)
  const unit = units.find((one) => words.endsWith(one)) as string
  const own = { name: words.slice(0, -unit.length), unit, count: text.split(words).length - 1 }
  if (own.count < leastOwn) return []
  const found: OtherPlace[] = []
  for (const { paragraph } of paragraphs) {
    if (paragraph.role !== 'signature') continue
    const at = placeOf(text, paragraph)
    if (at && isOther(text, at, own)) found.push({ at, own, ownAt, isSignature: true })
  }
  const strangers: Span[] = []
  for (const match of text.matchAll(ownWords.get(unit) as RegExp)) {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    const start = match.index + match[0].indexOf(name)
    if (name === own.name) continue
    strangers.push({ start, end: start + name.length + unit.length })
    if (strangers.length > mostStrangers) return found
  }
  for (const span of strangers) if (isOther(text, span, own)) found.push({ at: span, own, ownAt, isSignature: false })
  return found
}

/** Two lines of the front that name two places where they can mean one only. */
export interface FrontPlaces {
  readonly at: Span
  readonly ownAt: Span
}

/** Whose report it is: 清河县人民政府, 清河县人大常委会. */
const organBehind = /^(?:人民|政府|人大|政协|监察|中级|财政局|发展)/
/** Before whom: 在清河县第十七届人民代表大会……上. */
const congress = /在([\u4e00-\u9fff]{2,3})(自治县|县|区|市|旗|镇|乡)第[一二三四五六七八九十]{1,3}届/

/**
 * The place of the congress, of the speaker and of the title: an office reports to the congress of its own place. Of two the one
 * that the text names more often is meant, else the title's.
 */
export function placesOfFront(text: string, paragraphs: readonly PlacedParagraph[]): FrontPlaces | undefined {
  const of = (role: string): Span | undefined => paragraphs.find(({ paragraph }) => paragraph.role === role)?.paragraph
  const title = of('title')
  const dateline = of('dateline') ?? of('subtitle')
  const byline = of('byline')
  const meeting = dateline && congress.exec(text.slice(dateline.start, Math.min(dateline.end, dateline.start + 60)))
  if (!title || !dateline || !meeting) return undefined
  const start = dateline.start + meeting.index + 1
  const ofCongress = { start, end: start + (meeting[1] as string).length + (meeting[2] as string).length }
  for (const line of [title, byline]) {
    const ofOffice = line && placeOf(text, line)
    if (!ofOffice || !organBehind.test(text.slice(ofOffice.end, ofOffice.end + 4))) continue
    const [one, other] = [text.slice(ofOffice.start, ofOffice.end), text.slice(ofCongress.start, ofCongress.end)]
    if (one === other || one.at(-1) !== other.at(-1) || common.test(one) || common.test(other)) continue
    const count = (name: string): number => text.split(name).length - 1
    return count(one) < count(other) ? { at: ofOffice, ownAt: ofCongress } : { at: ofCongress, ownAt: ofOffice }
  }
  return undefined
}

const ofMeeting =
  /(?:中国共产党|中共|政协|在)([\u4e00-\u9fff]{2,3}?)(自治县|街道|县|区|市|旗|镇|乡)(?=第|委|[\u4e00-\u9fff]{2,10}会议)/

/** The place of the meeting that the line under the title names: ——在中国共产党临溪县第十四届…会议上. */
export function placeOfMeeting(text: string, paragraphs: readonly PlacedParagraph[]): Span | undefined {
  for (const { paragraph } of paragraphs) {
    if (paragraph.role !== 'subtitle' && paragraph.role !== 'dateline' && paragraph.role !== 'byline') continue
    const match = ofMeeting.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 60)))
    const [all = '', name = '', unit = ''] = match ?? []
    if (!match || common.test(name)) continue
    const start = paragraph.start + match.index + all.length - name.length - unit.length
    return { start, end: start + name.length + unit.length }
  }
  return undefined
}

/** The place with which the paragraph begins. */
export function placeOf(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, Math.min(end, start + 20))
  const from = (titleLead.exec(words) as RegExpExecArray)[0].length
  for (let length = shortestName; length <= longestName; length++) {
    const unit = units.find((one) => words.startsWith(one, from + length))
    if (unit && !common.test(words.slice(from, from + length)))
      return { start: start + from, end: start + from + length + unit.length }
  }
  return undefined
}

/** A name of the same kind that stands here and nowhere else, and is not said to be another's. */
function isOther(text: string, { start, end }: Span, own: Place): boolean {
  const words = text.slice(start, end)
  const name = words.slice(0, -own.unit.length)
  if (!words.endsWith(own.unit) || name === own.name || common.test(name) || !/^[\u4e00-\u9fff]+$/.test(name)) return false
  if (text.indexOf(words) !== start || text.includes(words, end)) return false
  return !speaksOfOthers.test(text.slice(Math.max(0, start - 6), start).replace(/^.*[。；！？\n，]/s, ''))
}
