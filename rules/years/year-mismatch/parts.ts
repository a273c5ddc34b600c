/** Parts of a year: a report on 前三季度 in which 上半年 was left. */
import {
  headingText,
  inProse,
  outlookAt,
  outlookOf,
  type PartTime,
  type Span,
  structure,
  times,
  type Use,
  within,
  writtenOn,
} from '../../../src/kit.ts'

/** A part of the year that is not the one of the title. */
export interface OtherPart extends Span {
  readonly title: Span
  /** A heading says it; at the beginning of a sentence it may be a comparison. */
  readonly isHeading: boolean
}

/** 前三季度 is more than 第三季度: what a part is, as one word, and where it stands. */
function partOf(text: string, { kind, value, start, end }: PartTime): { readonly name: string; readonly span: Span } {
  const isFirst = kind === 'quarter' && value > 1 && text[start - 1] === '前'
  return { name: `${isFirst ? 'first ' : ''}${kind} ${value}`, span: { start: isFirst ? start - 1 : start, end } }
}

/** 上半年……增长5.4%，比上半年回落: what is compared with a part of the year is not that part. */
function isComparedWithItself(text: string, span: Span, name: string, all: readonly PartTime[], limit: number): boolean {
  const behind = text.slice(span.end, Math.min(limit, span.end + longestSentence))
  const stop = behind.search(/[。！？；]/)
  const end = span.end + (stop < 0 ? behind.length : stop)
  return all.some(
    (other) =>
      other.start > span.end &&
      other.end <= end &&
      partOf(text, other).name === name &&
      /[比较]$/.test(text.slice(0, partOf(text, other).span.start).slice(-1)) &&
      /^(?:回落|加快|提高|提升|下降|增加|减少|放缓|扩大|收窄|上升|增长)/.test(text.slice(other.end, other.end + 3)),
  )
}

const longestSentence = 90

/** The level at the end of the months reviewed, told of those of last year: 截至2024年6月末，……较年初. */
export interface StaleLevel extends Span {
  readonly due: number
  readonly said: number
}

const asOf = /(?:截至|截止|至|到)((?:19|20)[0-9]{2})年([0-9]{1,2})月[末底](?=[，,])/g
const sinceNewYear = /[较比](?:年初|上年末|去年末|上年同期|去年同期)|同比/

export function staleLevels(text: string, use: Use): StaleLevel[] {
  const { paragraphs } = use(structure)
  const title = paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
  const words = title ? text.slice(title.start, title.end) : ''
  const named = paragraphs.find(
    ({ paragraph }) => paragraph.role === 'title' && part.test(text.slice(paragraph.start, paragraph.end)),
  )?.paragraph
  const match = part.exec(named ? text.slice(named.start, named.end) : words)
  if (!match) return []
  const due = Number(match[1])
  const found: StaleLevel[] = []
  for (const { start, end, role } of use(structure).stretches) {
    if (role !== undefined) continue
    for (const one of text.slice(start, end).matchAll(asOf)) {
      const said = Number(one[1])
      const at = start + one.index + one[0].indexOf(one[1] as string)
      const behind = text.slice(at, Math.min(end, at + longestSentence))
      const stop = behind.search(/[。！？]/)
      const sentence = stop < 0 ? behind : behind.slice(0, stop)
      if (said !== due - 1 || !sinceNewYear.test(sentence) || sentence.includes(String(due))) continue
      found.push({ start: at, end: at + 5, due, said })
    }
  }
  return found
}

/** A paper on three quarters that is dated before they were over. */
export function dateWithinPart(text: string, use: Use): { at: Span; title: Span } | undefined {
  const date = use(writtenOn)
  if (!date || date.day === undefined) return undefined
  const { paragraphs } = use(structure)
  for (const { paragraph } of paragraphs) {
    if (paragraph.role !== 'title') continue
    const words = text.slice(paragraph.start, paragraph.end)
    const match = part.exec(words)
    if (!match || Number(match[1]) !== date.year) continue
    const last = lastMonth(match[0].slice(5))
    // A summary of half a year may be written in its last weeks; figures are not there before it is over.
    const isOfFigures = /分析|运行|统计|公报/.test(words)
    const due = isOfFigures ? last : last - 1
    const isEarly = date.month < due || (date.month === last && isOfFigures && date.day < 25)
    if (last > 0 && isEarly)
      return {
        at: date.span,
        title: { start: paragraph.start + match.index, end: paragraph.start + match.index + match[0].length },
      }
  }
  return undefined
}

/** 决战二季度, in July. */
export interface PartGone extends Span {
  readonly date: Span
}

const battles = /(?:决战|大干|冲刺|奋战|打赢|夺取|大战)([一二三四]季度|上半年|下半年)(?!以来|的成|成果|中|期间)/g

/** 将于今年1月1日起施行, in December. */
const toBegin = /将(?:于|在)今年([0-9]{1,2})月(?:[0-9]{1,2}日)?/g

export function partsGone(text: string, use: Use): PartGone[] {
  const date = use(writtenOn)
  if (!date) return []
  return use(structure).stretches.flatMap(({ start, end, role }) => {
    if (role !== undefined) return []
    const stale = [...text.slice(start, end).matchAll(toBegin)].flatMap(({ index, 0: words, 1: month = '' }) =>
      Number(month) < date.month ? [{ start: start + index, end: start + index + words.length, date: date.span }] : [],
    )
    const gone = [...text.slice(start, end).matchAll(battles)].flatMap(({ index, 0: words, 1: part = '' }) => {
      const last = part === '下半年' || part.startsWith('四') ? 12 : lastMonth(part)
      const at = start + index
      // Who looks back tells of a battle that is won.
      if (last >= date.month || /[了过]|已|取得|圆满/.test(text.slice(Math.max(start, at - 8), at + words.length + 8))) return []
      return [{ start: at, end: at + words.length, date: date.span }]
    })
    return [...stale, ...gone]
  })
}

const quarters: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 1: 3, 2: 6, 3: 9 }

/** The month with which a part of the year ends; 0 where it does not tell. */
function lastMonth(words: string): number {
  if (words.startsWith('上半年')) return 6
  const quarter = /([一二三123])季度/.exec(words)?.[1]
  if (quarter) return quarters[quarter] ?? 0
  return Number(/([0-9]{1,2})月/.exec(words)?.[1] ?? 0)
}

const part = /((?:19|20)[0-9]{2})年(?:上半年|[前第][一二三1-3]季度|[一二三]季度|1[-—～至]?[0-9]{1,2}月)/

/** Where only the part that is reviewed can stand, and another one does. */
export function otherParts(text: string, use: Use): OtherPart[] {
  const { paragraphs, sections } = use(structure)
  const all = use(times).filter((time): time is PartTime => time.kind === 'quarter' || time.kind === 'half')
  if (all.length === 0) return []
  const titles = paragraphs.flatMap(({ paragraph }) => (paragraph.role === 'title' ? within(all, paragraph) : []))
  const [titled, second] = titles.map((one) => partOf(text, one))
  if (!titled || second) return []
  const found = new Map<number, OtherPart>()
  for (const { heading } of sections) {
    const [one, other] = within(all, heading)
    const part = one && !other && outlookOf(headingText(heading)) === 'review' ? partOf(text, one) : undefined
    if (part && part.name !== titled.name) found.set(part.span.start, { ...part.span, title: titled.span, isHeading: true })
  }
  for (const { one, stretch } of inProse(use, all)) {
    const { name, span } = partOf(text, one)
    if (found.has(span.start) || name === titled.name || outlookAt(use, span.start) === 'plan' || stretch.role !== undefined)
      continue
    if (isComparedWithItself(text, span, name, all, stretch.end)) {
      found.set(span.start, { ...span, title: titled.span, isHeading: true })
      continue
    }
    const isBegun = span.start === stretch.bodyStart || /[。！？；]/.test(text[span.start - 1] ?? '')
    if (!isBegun || text[span.end] !== '，' || within(all, stretch).length > 1) continue
    found.set(span.start, { ...span, title: titled.span, isHeading: false })
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}
