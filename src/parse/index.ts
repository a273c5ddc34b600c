/** Source → Report. Records what is written: loses nothing, repairs nothing, judges nothing. */
import type { Source } from '../source.ts'
import type { Report, Role } from '../tree.ts'
import { decimalLines, standsInBrackets } from './heads.ts'
import { type Line, lines } from './lines.ts'
import { markerAt } from './markers.ts'
import {
  attachmentNumber,
  backRole,
  beginsAttachmentList,
  endsLikeSentence,
  frontRole,
  isDivision,
  isNoise,
  isPageEnd,
  isSalutation,
} from './roles.ts'
import { flows, type RoledLine } from './sections.ts'

export function parse(source: Source): Report {
  const { text } = source
  const all = lines(source)
  const bodyLength = all.findLastIndex(({ hint }) => hint?.aside === undefined) + 1
  const asides = all.slice(bodyLength).map((line): RoledLine => ({ ...line, role: 'aside', divides: true }))
  const children = flows(text, [...withRoles(text, asides.length > 0 ? all.slice(0, bodyLength) : all), ...asides])
  const first = children[0]
  const last = children[children.length - 1]
  return { type: 'report', start: first?.start ?? 0, end: last?.end ?? 0, children }
}

const roled = (line: Line, role: Role | undefined): RoledLine => (role ? { ...line, role } : line)

function withRoles(text: string, all: readonly Line[]): RoledLine[] {
  const result: RoledLine[] = all.map((line) => {
    const paragraph = text.slice(line.start, line.end)
    if (line.hint?.verbatim || isNoise(paragraph)) return roled(line, 'noise')
    if (isDivision(paragraph)) return { ...line, divides: true }
    return roled(line, isSalutation(paragraph) ? 'salutation' : undefined)
  })
  giveAttachmentRoles(text, result)
  giveChromeBehind(text, result)
  giveFrontRoles(text, result)
  giveBackRoles(text, result)
  return result
}

/** The lines of a list of attachments, which is no numbered text: 附件：1.…… and below it 2.…… and 3.……. */
function giveAttachmentRoles(text: string, all: RoledLine[]): void {
  const wordsAt = (index: number): string | undefined => {
    const line = all[index]
    return line && line.role === undefined ? text.slice(line.start, line.end) : undefined
  }
  for (let index = 0; index < all.length; index++) {
    if (!beginsAttachmentList(wordsAt(index) ?? '')) continue
    let next = index + 1
    // A number too few or twice is no reason to take the line for a heading.
    for (let last = 1; ; next++) {
      const number = attachmentNumber(wordsAt(next) ?? '')
      if (number === undefined || number < last) break
      last = number
    }
    if (next === index + 1) continue
    for (let at = index; at < next; at++) all[at] = roled(all[at] as RoledLine, 'attachment')
  }
}

/** A line without a full stop behind the end of a page, if nothing but such lines follow. Characters. */
const longestChrome = 60

function giveChromeBehind(text: string, all: RoledLine[]): void {
  let from = all.length
  for (let index = all.length - 1; index >= 0; index--) {
    const { start, end } = all[index] as RoledLine
    const paragraph = text.slice(start, end)
    if (isPageEnd(paragraph)) from = index
    else if (end - start > longestChrome || endsLikeSentence(paragraph)) break
  }
  for (let index = from; index < all.length; index++) all[index] = roled(all[index] as RoledLine, 'noise')
}

/** A line before the body that is no part of a front and shorter than this is a scrap of the page, not the body's beginning. */
const shortestPreamble = 8

/** A front longer than this many paragraphs is a text without a front. */
const longestFront = 24

function giveFrontRoles(text: string, all: RoledLine[]): void {
  const given: [number, Role][] = []
  let hasTitle = false
  const decimals = decimalLines(text, all)
  for (let index = 0; index < Math.min(all.length, longestFront); index++) {
    const line = all[index] as RoledLine
    if (line.role === 'noise') continue
    if (line.role === 'salutation' || decimals.has(index) || isHeadingLine(text, line)) {
      commit(all, given)
      return
    }
    const role = frontRole(text.slice(line.start, line.end), hasTitle)
    if (role === undefined && line.end - line.start <= shortestPreamble) continue
    if (role === undefined) {
      commit(all, given)
      return
    }
    if (role === 'title') hasTitle = true
    given.push([index, role])
  }
  // A text of a few short lines and nothing else has a title at most.
  if (all.length <= longestFront) commit(all, given.slice(0, 1))
}

const isHeadingLine = (text: string, line: Line): boolean =>
  line.hint?.label !== undefined || standsInBrackets(text, line) || markerAt(text, line.start, line.end, 'heading') !== undefined

function commit(all: RoledLine[], given: readonly [number, Role][]): void {
  for (const [index, role] of given) all[index] = roled(all[index] as RoledLine, role)
}

function giveBackRoles(text: string, all: RoledLine[]): void {
  let below: Role | undefined
  let tail = all.length
  for (let index = all.length - 1; index >= 0; index--) {
    const line = all[index] as RoledLine
    if (line.role === undefined) {
      const role = backRole(text.slice(line.start, line.end), below)
      if (role === undefined) break
      all[index] = roled(line, role)
      below = role
    } else if (line.role === 'attachment') below = line.role
    else if (line.role !== 'noise') break
    tail = index
  }
  // What ends a document, and the page below it, stand under no heading.
  const first = all[tail]
  if (first) all[tail] = { ...first, divides: true }
}
