/** Which lines are headings, and by what: a printed ordinal, what the format says, or the way they stand. */
import { Kind, kindAt, withoutBlanks } from '../text/characters.ts'
import { numberOf } from '../text/numerals.ts'
import { isPersonName, isPost, personIn } from '../text/persons.ts'
import { rankOf } from '../tree.ts'
import { articlesOf, isArticle } from './contents.ts'
import type { Line } from './lines.ts'
import { decimalAt, dueArabicAt, markerAt, nthAt, type Recognised } from './markers.ts'
import { endsLikeSentence } from './roles.ts'
import type { RoledLine } from './sections.ts'
import { inside, type Scan, sentenceEndAfter } from './sentences.ts'

/** The ordinal of a heading. `generated`: the format numbers it; `value` is then what it shows. */
export type HeadMarker = Recognised & { readonly generated?: true; readonly value?: string }

/** A line that is a heading. */
export interface Head {
  readonly marker: HeadMarker | undefined
  /** Outline level that the format gives. */
  readonly hint: number | undefined
  /** Counts of one key go on from one another: the scheme, and for 1.2.3 how many numbers it has. */
  readonly key: string | undefined
  /** Smaller stands higher; headings without an ordinal stand above all. */
  readonly rank: number
}

/** A heading without a full stop is at most this long; a longer paragraph that begins with an ordinal is numbered body text. */
const longestHeading = 100

const unnumbered = -1

/** One entry a line: its heading, or undefined where it is none. */
export function headsOf(text: string, all: readonly RoledLine[], scans: readonly Scan[]): (Head | undefined)[] {
  const decimals = decimalLines(text, all)
  const isDecimal = all.some(({ role, hint }) => !role && /^[0-9]{1,2}[.．][0-9]/.test(hint?.label ?? ''))
  const heads: (Head | undefined)[] = []
  let lastArabic = 0
  for (const [index, line] of all.entries()) {
    const decimal = decimals.get(index) ?? (isDecimal ? generatedDecimal(line) : undefined)
    const head = line.role || line.hint?.cell ? undefined : headOf(text, line, lastArabic + 1, decimal, scans[index] as Scan)
    heads.push(head)
    if (head?.marker?.scheme === 'arabic-dot') lastArabic = head.marker.ordinal
    else if (head && head.rank < rankOf('arabic-dot')) lastArabic = 0
  }
  giveLoneOrdinals(text, all, heads)
  giveSignedHeadings(text, all, heads)
  giveNamedOrdinals(text, all, heads)
  giveBoldHeadings(text, all, heads)
  giveArticles(text, all, heads)
  giveSpeakers(text, all, heads)
  const bare: number[] = []
  for (const index of all.keys()) {
    if (heads[index] === undefined && isBareHeading(text, all, heads, index)) {
      heads[index] = bareHead
      bare.push(index)
    }
  }
  giveFirstBare(text, all, heads, bare)
  giveSeriesOfBare(text, all, heads, bare)
  return heads
}

const longestFirst = 12

/** 指导思想 right under the title, in a text whose other headings have no ordinals either. */
function giveFirstBare(text: string, all: readonly RoledLine[], heads: (Head | undefined)[], bare: number[]): void {
  const [first] = bare
  if (first === undefined || bare.length < 2) return
  const index = all.findIndex(({ role }) => role === undefined)
  const line = all[index]
  if (!line || index >= first || heads.slice(0, first).some(Boolean) || line.end - line.start > longestFirst) return
  const above = all[neighbour(all, index, -1)]
  const isUnderFront = above?.role === 'title' || above?.role === 'subtitle' || above?.role === 'byline'
  if (!isUnderFront || !isBareHeading(text, all, heads, index, true)) return
  heads[index] = bareHead
  bare.unshift(index)
}

/** How many characters at their beginning make a series of so many headings without an ordinal. */
const seriesBy = [
  { shared: 4, members: 2 },
  { shared: 2, members: 3 },
] as const

/**
 * 一年来，我们坚持…… under 2023年工作回顾, and no part beside it: headings without an ordinal that follow one another and begin
 * alike stand under the one before them, where another comes behind.
 */
function giveSeriesOfBare(text: string, all: readonly RoledLine[], heads: (Head | undefined)[], bare: readonly number[]): void {
  const begins = (at: number, shared: number): string => {
    const { start } = all[bare[at] as number] as Line
    return text.slice(start, start + shared)
  }
  for (let at = 1; at < bare.length - 1; at++) {
    const fits = seriesBy.find(({ shared, members }) => {
      const first = begins(at, shared)
      return (
        first !== begins(at - 1, shared) &&
        Array.from({ length: members }, (_, by) => at + by).every((one) => one < bare.length && begins(one, shared) === first)
      )
    })
    if (!fits) continue
    const first = begins(at, fits.shared)
    let end = at
    while (end < bare.length && begins(end, fits.shared) === first) end++
    if (end === bare.length) return
    for (; at < end; at++) {
      const index = bare[at] as number
      heads[index] = { ...(heads[index] as Head), rank: unnumbered + 0.5 }
    }
  }
}

/** 1.2 that the format numbers by itself. */
function generatedDecimal({ start, hint }: Line): HeadMarker | undefined {
  const value = hint?.label?.trim() ?? ''
  if (!/^[0-9]{1,2}(?:[.．][0-9]{1,2}){0,3}[.．、]?$/.test(value)) return undefined
  const ordinal = Number(
    value
      .split(/[.．、]/)
      .filter(Boolean)
      .pop(),
  )
  return { scheme: 'decimal', family: 'heading', ordinal, start, end: start, generated: true, value }
}

function headOf(text: string, line: Line, due: number, decimal: HeadMarker | undefined, scanned: Scan): Head | undefined {
  const marker = decimal ?? markerOf(text, line, due, scanned)
  const hint = line.hint?.heading
  if (!marker && hint === undefined) return undefined
  const parts = decimal ? componentsOf(text, decimal) : 0
  const key = marker && keyOf(text, marker, parts)
  return { marker, hint, key, rank: marker ? rankOfHead(text, marker, parts) : unnumbered }
}

function keyOf(text: string, { scheme, start }: HeadMarker, parts: number): string {
  if (parts > 0) return `${scheme} ${parts}`
  return scheme === 'part' ? `${scheme} ${text[start]}` : scheme
}

/** 1.2 stands below 一、 where both are there, and 建议一 too, while 1 stands above it. */
function rankOfHead(text: string, { scheme, start }: HeadMarker, parts: number): number {
  if (parts > 1) return rankOf('han-dun') + parts / 10
  return scheme === 'part' && text[start] !== '第' ? rankOf('han-dun') + 0.5 : rankOf(scheme) + parts / 10
}

function markerOf(text: string, line: Line, due: number, scanned: Scan): HeadMarker | undefined {
  const label = line.hint?.label
  if (line.hint?.heading !== undefined && label === undefined) {
    const nth = nthAt(text, line.start, line.end)
    if (nth) return nth
  }
  if (label !== undefined) {
    const found = markerAt(`${label} `, 0, label.length + 1, 'heading')
    if (found) return { ...found, start: line.start, end: line.start, generated: true, value: label }
  }
  const from = behindBullet(text, line)
  const found = markerAt(text, from, line.end, 'heading') ?? dueArabicAt(text, from, due)
  if (!found || !isHeading(text, line, found, scanned) || holdsSecond(text, line, found)) return undefined
  return from === line.start ? found : { ...found, start: line.start }
}

const bullets = '➢➤▶►◆●■★◇○□※▲•·'

/** A sign that some templates set before an ordinal (➢ 第二章) is a part of it. */
function behindBullet(text: string, { start, end }: Line): number {
  if (!bullets.includes(text[start] as string)) return start
  let from = start + 1
  while (from < end && kindAt(text, from) === Kind.blank) from++
  return markerAt(text, from, end, 'heading') ? from : start
}

/** An ordinal alone makes no heading of a long sentence without any stop, nor of “第一章” inside one. */
function isHeading(text: string, line: Line, found: Recognised, scanned: Scan): boolean {
  if (found.end === line.end) return line.end - line.start <= 8
  // 3、4月份 and 2.5倍 are no ordinals; `dueArabicAt` has the exception.
  if (found.scheme === 'arabic-dot' && kindAt(text, found.end) === Kind.digit) return found.ordinal !== 1
  if (line.end - found.end <= longestHeading) return true
  return found.scheme !== 'han-dun' || sentenceEndAfter(scanned, found.end, line.end) < line.end
}

/** A paragraph longer than this is no list in one line. Characters. */
const longestList = 400

/** （1）加强领导。（2）压实责任。（3）注重实效。 in one line are items of one paragraph, and no heading. */
function holdsSecond(text: string, line: Line, { scheme, ordinal, end }: Recognised): boolean {
  if (ordinal !== 1 || !inside.has(scheme) || line.end - line.start > longestList) return false
  for (let at = end; at < line.end; at++) {
    const kind = kindAt(text, at)
    if (kind !== Kind.terminal && kind !== Kind.semicolon) continue
    let next = at + 1
    while (next < line.end && kindAt(text, next) === Kind.blank) next++
    const other = markerAt(text, next, line.end, 'heading')
    if (other?.scheme === scheme && other.ordinal === 2) return true
  }
  return false
}

// --- 1 / 1.1 / 1.1.1 ----------------------------------------------------------------------------------------------------

const componentsOf = (text: string, { start, end, value = text.slice(start, end) }: HeadMarker): number =>
  value.split(/[.．、]/).filter(Boolean).length

/**
 * The ordinals of a text that numbers its headings 1, 1.1, 1.2: only where one of them goes on from another, for “1.2 万亩”
 * begins a line, too.
 */
export function decimalLines(text: string, all: readonly RoledLine[]): Map<number, Recognised> {
  const found = new Map<number, Recognised>()
  const written = new Set<string>()
  for (const [index, line] of all.entries()) {
    if (line.role || line.hint?.cell) continue
    const marker = decimalAt(text, line.start, line.end)
    if (!marker) continue
    found.set(index, marker)
    written.add(numbersOf(text, marker).join('.'))
  }
  let isSeries = false
  for (const [index, marker] of found) {
    const line = all[index] as RoledLine
    const numbers = numbersOf(text, marker)
    const above = numbers.slice(0, -1).join('.')
    const isAfter = numbers.length > 1 && written.has(`${above}.${marker.ordinal - 1}`)
    const isBesideOther = isAfter || (numbers.length > 1 && written.has(`${above}.${marker.ordinal + 1}`))
    isSeries ||= isAfter
    // 3.2.1请假三天以内的，由科室负责人审批；: a provision is no short line, but one of several.
    if (!isBesideOther && !isShortLine(text, line)) found.delete(index)
  }
  if (!isSeries) found.clear()
  return found
}

/** Headings so numbered are short and have no mark at their end. Characters. */
const longestDecimal = 48
const isShortLine = (text: string, { start, end }: Line): boolean =>
  end - start <= longestDecimal && !/[。；，、！？]/.test(text[end - 1] as string)

const numbersOf = (text: string, { start, end }: Recognised): string[] =>
  withoutBlanks(text.slice(start, end)).split(/[.．]/).filter(Boolean)

// --- headings without an ordinal ----------------------------------------------------------------------------------------

const shortest = 4
const longest = 36
/** What no heading has: marks that end or divide a sentence, a list's dash at the beginning, two blanks in a row. */
const noHeading =
  /[。：:！!？?；;《》\t]|[，,、…—－]$|^[—－\-–·•●（(]|^“(?![^”]*”.)|[ \u3000\u00a0]{2}|^附|记者|摄$|^图|^注|谢谢|年\S{1,3}月\S{1,3}日$/
/** Who signs, not what is told. */
const office = /(?:人民政府|委员会|办公室|党组|党委|支部|公司|[省市县区]委|联合会|研究院|大学|[^布格结大全当]局)$/
/** What goes on with the line before it: a line broken at a link, or by a page. */
const goesOn = /^(?:[^\u4e00-\u9fff0-9０-９“《一二三四五六七八九十]|[的等了及与和]|为[0-9])/
const inBrackets = /^【[^【】]{2,20}】$/

const wordsOf = (text: string, { start, end }: Line): string => text.slice(start, end)

/** 【工作回顾】 on a line of its own. */
export const standsInBrackets = (text: string, line: Line): boolean => inBrackets.test(wordsOf(text, line))

/** 一 on a line of its own: parts of a speech or an essay that have no names. Where 二 stands so, too. */
function giveLoneOrdinals(text: string, all: readonly RoledLine[], heads: (Head | undefined)[]): void {
  const found = new Map<number, HeadMarker>()
  for (const [index, line] of all.entries()) {
    if (line.role || line.hint?.cell || heads[index] || line.end - line.start > 2) continue
    const words = wordsOf(text, line)
    const ordinal = /^[一二三四五六七八九十]{1,2}$/.test(words) ? numberOf(words) : undefined
    if (ordinal === undefined) continue
    found.set(index, { scheme: 'han-dun', family: 'heading', ordinal, start: line.start, end: line.end })
  }
  const ordinals = new Set([...found.values()].map(({ ordinal }) => ordinal))
  if (!ordinals.has(1) || !ordinals.has(2)) return
  for (const [index, marker] of found) heads[index] = { marker, hint: undefined, key: 'lone', rank: rankOf('han-dun') }
}

/** Signs that some set before each of their headings. */
const headingSigns = /^(?:[◎●■◆▶►★☆□▲➤※◇○▌▎]|\p{Extended_Pictographic}\ufe0f?)/u
const longestSigned = 40

/** ◎工作开展情况: lines that begin with one sign, end without a mark, and have text between them. */
function giveSignedHeadings(text: string, all: readonly RoledLine[], heads: (Head | undefined)[]): void {
  const bySign = new Map<string, number[]>()
  for (const [index, line] of all.entries()) {
    if (line.role || line.hint?.cell || heads[index] || line.end - line.start > longestSigned) continue
    const words = wordsOf(text, line)
    const [sign] = headingSigns.exec(words) ?? []
    // □是　□否 are boxes to tick.
    if (sign === undefined || /[。；，、：:！!？?]$/.test(words) || hanIn(words) < 2 || words.indexOf(sign, 1) > 0) continue
    const known = bySign.get(sign)
    if (known) known.push(index)
    else bySign.set(sign, [index])
  }
  for (const [sign, found] of bySign) {
    const isApart = found.every((index) => {
      const next = all[neighbour(all, index, 1)]
      return next !== undefined && !next.hint?.cell && !wordsOf(text, next).startsWith(sign)
    })
    if (found.length < 2 || !isApart) continue
    for (const index of found) heads[index] = bareHead
  }
}

const longestNamed = 40
const named =
  /^第([一二三四五六七八九十]{1,3})((?:点|个|句|件|项|方面|步|阶段|关|篇|课|种|类|问|则|站|幕|讲|次|环节|议程|单元|组|招|张牌|场)[^，。；：:、\s\u3000]{0,6})(?=[：:\s\u3000]|$)/

/** 第一点希望：立志当高远, on lines of their own: where a second follows that is named alike. */
function giveNamedOrdinals(text: string, all: readonly RoledLine[], heads: (Head | undefined)[]): void {
  const series = new Map<string, Map<number, HeadMarker>>()
  for (const [index, line] of all.entries()) {
    if (line.role || line.hint?.cell || heads[index] || line.end - line.start > longestNamed) continue
    const words = wordsOf(text, line)
    const [written, numeral = '', name = ''] = named.exec(words) ?? []
    const ordinal = numberOf(numeral)
    if (written === undefined || ordinal === undefined || /[。；，、！？!?]$/.test(words)) continue
    const known = series.get(name) ?? new Map<number, HeadMarker>()
    const end = line.start + written.length
    series.set(name, known.set(index, { scheme: 'nth', family: 'heading', ordinal, start: line.start, end }))
  }
  for (const [name, members] of series) {
    const ordinals = new Set([...members.values()].map(({ ordinal }) => ordinal))
    if (!ordinals.has(1) || !ordinals.has(2)) continue
    for (const [index, marker] of members)
      heads[index] = { marker, hint: undefined, key: `nth ${name}`, rank: rankOf('han-dun') + 0.5 }
  }
}

const bareHead: Head = { marker: undefined, hint: undefined, key: undefined, rank: unnumbered }

/** The articles of a bulletin that lists them above. */
function giveArticles(text: string, all: readonly RoledLine[], heads: (Head | undefined)[]): void {
  const articles = articlesOf(text, all)
  if (articles.size === 0) return
  for (const [index, line] of all.entries()) {
    if (!line.role && !line.hint?.cell && !heads[index] && isArticle(text, line, articles)) heads[index] = bareHead
  }
}

const shortestBold = 2
const longestBold = 40
/** Of the lines of the body, at most so many are headings. */
const mostBold = 0.5

/** Bold lines of a document of Word that stand like headings: short, without a mark, text behind each, and no part of a bold text. */
function giveBoldHeadings(text: string, all: readonly RoledLine[], heads: (Head | undefined)[]): void {
  const found = new Set<number>()
  let body = 0
  for (const [index, line] of all.entries()) {
    if (line.role || line.hint?.cell) continue
    body++
    if (!line.hint?.bold || heads[index] || line.divides) continue
    const words = wordsOf(text, line)
    if (words.length < shortestBold || words.length > longestBold || noHeading.test(words) || hanIn(words) < 2) continue
    if (markerAt(text, line.start, line.end, 'item') || namesPerson(words)) continue
    found.add(index)
  }
  if (found.size < 2 || found.size > body * mostBold) return
  const isFollowed = (index: number): boolean => {
    const at = neighbour(all, index, 1)
    const next = all[at]
    return (
      next !== undefined &&
      (!next.role || next.role === 'salutation') &&
      !found.has(at) &&
      (!next.hint?.bold || heads[at] !== undefined)
    )
  }
  for (const index of found) {
    if (isFollowed(index)) heads[index] = { ...bareHead, key: 'bold' }
  }
}

const longestSpeaker = 32
const shortestSpeech = 12

/** 区教育局　沈某某： on a line of its own, where another speaks behind: the speeches of a meeting, one under the other. */
function giveSpeakers(text: string, all: readonly RoledLine[], heads: (Head | undefined)[]): void {
  const found: number[] = []
  for (const [index, line] of all.entries()) {
    if (line.role || line.hint?.cell || heads[index] || line.end - line.start > longestSpeaker) continue
    const words = wordsOf(text, line)
    if (!/[：:]$/.test(words) || personIn(words.slice(0, -1)) === undefined) continue
    const next = all[neighbour(all, index, 1)]
    if (next && !next.role && !next.hint?.cell && next.end - next.start >= shortestSpeech) found.push(index)
  }
  if (found.length > 1) for (const index of found) heads[index] = bareHead
}

/** The nearest line before or behind that is no noise of a page. */
function neighbour(all: readonly RoledLine[], index: number, step: 1 | -1): number {
  let at = index + step
  while (all[at]?.role === 'noise') at += step
  return at
}

/**
 * 2023年工作回顾 on a line of its own: short, without a mark, behind a finished paragraph, before a longer one or before an
 * ordinal. Of 52 lines so found in 186 published reports 51 were headings.
 */
function isBareHeading(
  text: string,
  all: readonly RoledLine[],
  heads: readonly (Head | undefined)[],
  index: number,
  isUnderFront = false,
): boolean {
  const line = all[index] as RoledLine
  if (line.role || line.divides || line.hint?.cell || line.hint?.label !== undefined) return false
  const length = line.end - line.start
  if (length < shortest || length > longest) return false
  const before = all[neighbour(all, index, -1)]
  const at = neighbour(all, index, 1)
  const next = all[at]
  if (!next || next.role || next.hint?.cell || next.divides) return false
  const words = wordsOf(text, line)
  if (standsInBrackets(text, line)) return !inBrackets.test(wordsOf(text, next))
  if (!before || before.hint?.cell || noHeading.test(words) || office.test(words) || hanIn(words) < 3) return false
  if (namesPerson(words)) return false
  if (markerAt(text, line.start, line.end, 'item')) return false
  if (!isUnderFront && !isFinished(text, before, heads[neighbour(all, index, -1)])) return false
  const behind = heads[at]?.marker
  // 办公室、规划科 between 一、 and 二、 is what stands in 一、.
  if (behind) return behind.ordinal === 1 || heads[neighbour(all, index, -1)]?.marker === undefined
  const following = wordsOf(text, next)
  if (goesOn.test(following)) return false
  return endsLikeSentence(following) ? following.length > length : following.length > 3 * longest
}

/** 何建国　区委副书记、区长: of a list of members; 林一帆　高远. */
function namesPerson(words: string): boolean {
  const [name = '', ...rest] = words.split(/[ \u3000\u00a0\t]/)
  if (rest.length > 0 && [name, ...rest].every((one) => one === '' || isPersonName(one))) return true
  return personIn(words) !== undefined || (isPersonName(name) && rest.length > 0 && isPost(rest.join('')))
}

const hanIn = (words: string): number => words.replace(/[^\u4e00-\u9fff]/g, '').length

/** Whether nothing of `line` can go on behind it. */
function isFinished(text: string, line: RoledLine, head: Head | undefined): boolean {
  if (line.role === 'salutation') return true
  if (line.role) return false
  return head?.marker !== undefined || /[。！!？?；…][”’）)]?$|：$/.test(wordsOf(text, line))
}
