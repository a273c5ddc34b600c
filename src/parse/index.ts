/** Source → Report. Records what is written: loses nothing, repairs nothing, judges nothing. */
import type { Source } from '../source.ts'
import { type Landmarks, landmarksOf } from '../text/landmarks.ts'
import type { Report, Role } from '../tree.ts'
import { giveBackRoles } from './back.ts'
import { giveContentsRoles } from './contents.ts'
import { beginsAgain, beginsDocument, isAnnexMark, isBody } from './documents.ts'
import { giveFrontRoles } from './front.ts'
import { type Line, lines } from './lines.ts'
import { giveChromeAbove, giveChromeBehind, isNoise } from './page.ts'
import { attachmentNumber, beginsAttachmentList, isDivision, isSalutation } from './roles.ts'
import { flows, type RoledLine } from './sections.ts'
import { divided } from './squeezed.ts'

export function parse(source: Source, landmarks: Landmarks = landmarksOf(source.text)): Report {
  const { text } = source
  const all = lines(source, landmarks)
  const bodyLength = all.findLastIndex(({ hint }) => hint?.aside === undefined) + 1
  const asides = all.slice(bodyLength).map((line): RoledLine => ({ ...line, role: 'aside', divides: true }))
  const children = flows(text, landmarks, [...withRoles(text, asides.length > 0 ? all.slice(0, bodyLength) : all), ...asides])
  const first = children[0]
  const last = children[children.length - 1]
  return { type: 'report', start: first?.start ?? 0, end: last?.end ?? 0, children }
}

const roled = (line: RoledLine, role: Role | undefined): RoledLine => (role ? { ...line, role } : line)

function withRoles(text: string, all: readonly Line[]): RoledLine[] {
  const result: RoledLine[] = divided(text, all).map((line) => {
    if (line.role) return line
    const paragraph = text.slice(line.start, line.end)
    if (line.hint?.verbatim || isNoise(paragraph)) return roled(line, 'noise')
    if (isDivision(paragraph)) return { ...line, divides: true }
    return roled(line, isSalutation(paragraph) ? 'salutation' : undefined)
  })
  giveChromeAbove(text, result)
  giveContentsRoles(text, result)
  giveAttachmentRoles(text, result)
  giveChromeBehind(text, result)
  const starts = documentStarts(text, result)
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? result.length
    giveFrontRoles(text, result, start, end)
    const tail = giveBackRoles(text, result, start, end)
    // What ends a document, and the page below it, stand under no heading; nor does the next document.
    for (const at of [tail < end ? tail : result.length, index > 0 ? start : result.length]) {
      const line = result[at]
      if (line) result[at] = { ...line, divides: true }
    }
  })
  return result
}

/** The index of the first line of each document: the paper, each of its attachments, and what else was put into the file. */
function documentStarts(text: string, all: RoledLine[]): number[] {
  const starts = [0]
  let body = -1
  for (let index = 1; index < all.length; index++) {
    if (isBody(text, all[index - 1] as RoledLine)) body = index - 1
    const line = all[index] as RoledLine
    if (line.hint?.cell || line.role === 'noise' || line.role === 'contents') continue
    if (isAnnexMark(text, all, index)) {
      all[index] = roled(line, 'annex')
      starts.push(index)
    } else if (beginsDocument(text, all, index) || beginsAgain(text, all, index, body)) starts.push(index)
  }
  return starts
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
