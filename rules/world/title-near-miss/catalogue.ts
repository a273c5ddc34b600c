/** The titles of the world, and which of them a title is or all but is. */
import { indexOfWord, soundAlike, wordOf } from '../../../src/kit.ts'
import catalogueTable, { type Catalogue } from './catalogue.table.ts'
import spansTable, { type Spans } from './spans.table.ts'

/** How a title differs from one of the catalogue. */
export interface Near {
  readonly title: string
  /** `listed`: known to be miswritten so; `letter`: one of the same sound, two changed places, one lost or too many; `word`: else, `cut`: words are lost in several places. */
  readonly how: 'listed' | 'letter' | 'word' | 'cut'
  /** The row was read in a source. */
  readonly isVerified: boolean
  /** What of the title stands instead of what, and where in it. */
  readonly at: number
  readonly said: string
  readonly meant: string
}

let known: Catalogue | undefined

/** Made when the first title asks. */
function catalogue(): Catalogue {
  known ??= catalogueTable()
  return known
}

const leading = /^(?:(?:中共中央|国务院|中共中央办公厅|国务院办公厅|中办|国办)[、，]?)+(?=关于|印发)|^中华人民共和国(?!国民经济)/
const trailing = /（(?:征求意见稿|草案|修订草案|讨论稿|送审稿|修订|修正|修订版|[12]\d{3}年?(?:修订|修正)(?:版|本)?)）$/

/** A title as the catalogue has it: without blanks, without who issued it, with one kind of brackets and dashes. */
export const normalised = (title: string): string =>
  title
    .replace(/[\s\u3000]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[—–\-－~～―]+/g, '—')
    .replace(leading, '')
    .replace(trailing, '')

export const isRight = (title: string): boolean => indexOfWord(catalogue(), title) >= 0

/** The title that one is known to be miswritten as; −1 where it is not. */
function listedAs(title: string): number {
  const { wrongLetters: letters, wrongStarts: starts, wrongSlots: slots, meant } = catalogue()
  const index = indexOfWord({ letters, starts, slots }, title)
  return index < 0 ? index : (meant[index] as number)
}

/** Shorter titles are too like one another. */
const shortest = 6
/** How many characters a place where titles differ may have. */
const widest = 2

/** Words by which a document differs from the one it carries out, or an edition from another. */
const otherDocument = /[0-9〇一二三四五六七八九十]|实施|细则|试行|暂行|补充|修改|修订|解释|配套|贯彻|落实|（|）/
/** Words that are lost or added without another document being meant. */
const smallWords = /^(?:的|了|和|与|及|、|，|若干|工作|关于|“|”|有关|进一步|建设)$/

/** The title of the catalogue that is meant, where `title` is none itself. */
export function nearestTitle(title: string): Near | undefined {
  if (isRight(title) || isRight(`${title}（试行）`) || isRight(title.replace('（试行）', ''))) return undefined
  const rows = catalogue()
  const listed = listedAs(title)
  if (listed >= 0) {
    const meant = wordOf(rows, listed)
    return { ...differenceOf(title, meant), title: meant, how: 'listed', isVerified: isVerified(rows, listed) }
  }
  if (title.length < shortest) return undefined
  let best: Near | undefined
  const [from, to] = ofLengths(rows, title.length - widest, title.length + widest)
  for (let index = from; index < to; index++) {
    if (!sharesEnd(rows, index, title)) continue
    const near = compared(title, rows, index)
    if (near && (!best || (best.how === 'word' && near.how === 'letter'))) best = near
  }
  return best ?? cutFrom(title, rows)
}

const isVerified = ({ flags }: Catalogue, index: number): boolean => ((flags[index] as number) & 1) !== 0

/** The titles that have from `least` to `most` characters: first and end. */
function ofLengths({ byLength, flags }: Catalogue, least: number, most: number): readonly [number, number] {
  const at = (length: number): number => byLength[length] ?? flags.length
  return [at(Math.max(0, least)), at(most + 1)]
}

/** Most titles part at their first and at their last character. */
function sharesEnd({ letters, starts }: Catalogue, index: number, title: string): boolean {
  return (
    letters.charCodeAt(starts[index] as number) === title.charCodeAt(0) ||
    letters.charCodeAt((starts[index + 1] as number) - 1) === title.charCodeAt(title.length - 1)
  )
}

/** A title shorter than this says too little for its lost words to be missed. */
const shortestCut = 14
/** How many characters may be lost in all. */
const mostLost = 4

/** The title of which words are lost in more places than one, at neither end. */
function cutFrom(title: string, rows: Catalogue): Near | undefined {
  if (title.length < shortestCut) return undefined
  const [from, to] = ofLengths(rows, title.length + 2, title.length + mostLost)
  for (let index = from; index < to; index++) {
    if (!sharesEnd(rows, index, title)) continue
    const other = wordOf(rows, index)
    if (title.slice(0, 2) !== other.slice(0, 2) || title.slice(-2) !== other.slice(-2)) continue
    const lost = lostFrom(title, other)
    if (lost.length === 0 || otherDocument.test(lost.join('')) || lost.every((words) => smallWords.test(words))) continue
    return { title: other, how: 'cut', isVerified: isVerified(rows, index), at: 0, said: '', meant: lost.join('') }
  }
  return undefined
}

/** What `other` has and `title` has not, in order; empty where `title` has words of its own. */
function lostFrom(title: string, other: string): string[] {
  const lost: string[] = []
  let at = 0
  let run = ''
  for (const character of other) {
    if (character !== title[at]) run += character
    else {
      if (run !== '') lost.push(run)
      run = ''
      at++
    }
  }
  return at === title.length ? lost : []
}

function differenceOf(title: string, other: string): Pick<Near, 'at' | 'said' | 'meant'> {
  const shorter = Math.min(title.length, other.length)
  let head = 0
  while (head < shorter && title.charCodeAt(head) === other.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && title.charCodeAt(title.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) tail++
  return { at: head, said: title.slice(head, title.length - tail), meant: other.slice(head, other.length - tail) }
}

function compared(title: string, rows: Catalogue, index: number): Near | undefined {
  const other = wordOf(rows, index)
  const isCommon = ((rows.flags[index] as number) & 2) !== 0
  const difference = differenceOf(title, other)
  const { at, said, meant } = difference
  if (isRearranged(said, meant) && !otherDocument.test(said))
    return { title: other, how: 'word', isVerified: isVerified(rows, index), at, said, meant }
  if (isOtherSpan(title, other, difference))
    return { title: other, how: 'word', isVerified: isVerified(rows, index), at, said, meant }
  if (said.length > widest || meant.length > widest || otherDocument.test(said) || otherDocument.test(meant)) return undefined
  // What stands before a title is a place; what stands behind it makes another of it.
  if (said.length !== meant.length && (at === 0 || at + said.length === title.length)) return undefined
  const how = isSlip(said, meant) ? 'letter' : 'word'
  if (how === 'word' && isCommon && !isRare(title, difference)) return undefined
  if (how === 'word' && said.length !== meant.length && (smallWords.test(said) || smallWords.test(meant))) return undefined
  if (how === 'letter' && said.length !== meant.length && smallWords.test(said + meant)) return undefined
  return { title: other, how, isVerified: isVerified(rows, index), at, said, meant }
}

const years = /^[二三四五六七八九十]$/
/** 五年行动计划 for 三年行动计划, and all else is the same. */
const isOtherSpan = (title: string, other: string, { at, said, meant }: Pick<Near, 'at' | 'said' | 'meant'>): boolean =>
  title.length >= longEnough && years.test(said) && years.test(meant) && /^年(?:行动|攻坚)/.test(other.slice(at + 1))

/** Words that changed places: 教学教育 for 教育教学. */
const isRearranged = (said: string, meant: string): boolean =>
  said.length > 2 && said.length <= 6 && said.length === meant.length && [...said].sort().join('') === [...meant].sort().join('')

/** A title of this length with one character of its own is hardly another document’s. */
const longEnough = 13
/** So much of a name before the word for its kind, and there is hardly another of that name. */
const longName = 8
const kindOfPaper = /^(?:条例|规定|办法|意见|决定|准则|规则|细则|方案|规划|纲要|计划|措施)$/

/** Titles that are common words are told of where one character of a long one is another, or the kind of paper at its end. */
function isRare(title: string, { at, said, meant }: Pick<Near, 'at' | 'said' | 'meant'>): boolean {
  const isEnd = at + said.length === title.length
  if (isEnd) return at >= longName && kindOfPaper.test(said) && kindOfPaper.test(meant)
  return (
    said.length === meant.length &&
    /^[\u4e00-\u9fff]+$/.test(said + meant) &&
    title[at - 1] !== '（' &&
    title.length >= longEnough + 4 * (said.length - 1) &&
    at > 2
  )
}

/** What a hand does, not a head: a character of the same sound, two that changed places, one lost, one too many. */
function isSlip(said: string, meant: string): boolean {
  if (said.length === 1 && meant.length === 1) return soundAlike(said.charCodeAt(0), meant.charCodeAt(0))
  if (said.length === 2 && meant.length === 2) return said[0] === meant[1] && said[1] === meant[0]
  return said.length + meant.length === 1
}

/** A title with the years for which it holds. */
export interface Spanned {
  readonly base: string
  readonly from: number
  readonly to: number
}

const spanBehind = /^(.+?)（(\d{4})(?:年)?—(\d{4})年?）$/
const spanBefore = /^(\d{4})(?:年)?—(\d{4})年?(.+)$/

/** The years in a normalised title. */
export function spanOf(title: string): Spanned | undefined {
  const behind = spanBehind.exec(title)
  if (behind) return { base: behind[1] as string, from: Number(behind[2]), to: Number(behind[3]) }
  const before = spanBefore.exec(title)
  return before ? { base: before[3] as string, from: Number(before[1]), to: Number(before[2]) } : undefined
}

let spans: Spans | undefined

function plans(): Spans {
  spans ??= spansTable()
  return spans
}

/** The years of the plans of that name; empty where none is known. */
export function spansOf(base: string): readonly (readonly [number, number])[] {
  const table = plans()
  const index = indexOfWord(table, base)
  if (index < 0) return []
  const found: (readonly [number, number])[] = []
  for (let at = table.yearsFrom[index] as number; at < (table.yearsFrom[index + 1] as number); at += 2) {
    found.push([table.years[at] as number, table.years[at + 1] as number])
  }
  return found
}

/** The year whose first document has this title. */
export function firstDocumentOf(title: string): number | undefined {
  const { firstLetters: letters, firstStarts: starts, firstSlots: slots, firstYears } = plans()
  return firstYears[indexOfWord({ letters, starts, slots }, title)]
}

/** The title of the first document of a year. */
export function firstDocumentIn(year: number): string | undefined {
  const { firstLetters, firstStarts, firstYears } = plans()
  const index = firstYears.indexOf(year)
  return index < 0 ? undefined : firstLetters.slice(firstStarts[index], firstStarts[index + 1])
}
