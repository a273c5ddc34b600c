/** Elements that are one piece of the text, or none: tabs, breaks, symbols, pictures. */
import { LINE_BREAK } from '../../paragraphs.ts'
import type { XmlTag } from '../../xml.ts'
import type { PieceKind } from '../model.ts'
import { spend } from './budget.ts'
import { OBJECT, putMark } from './pieces.ts'
import type { Enter, Leave } from './walk.ts'

const startMark =
  (kind: PieceKind, value: (tag: XmlTag) => string): Enter =>
  (walk, tag) => {
    spend(walk, 2)
    walk.marks.push({ name: tag.name, kind, value: value(tag), from: tag.from, contentFrom: tag.to })
  }

const endMark: Leave = (walk, _, from, to) => {
  const mark = walk.marks.pop()
  if (mark && !mark.isFloating && mark.value !== '') putMark(walk, mark, from, to)
}

/** A break of page or column divides no text. */
const breakOf = (tag: XmlTag): string => (/^(?:page|column)$/.test(tag.attribute('w:type') ?? '') ? '' : LINE_BREAK)

/** Symbol fonts have their signs at U+F000 and above; others have characters. */
function symbolOf(code: string | undefined): string {
  const value = /^[\da-fA-F]{1,6}$/.test(code ?? '') ? Number.parseInt(code ?? '', 16) : 0
  const isSign = value < 0x20 || (value >= 0xd800 && value <= 0xf8ff) || value > 0x10ffff || value === 0xfffe || value === 0xffff
  return isSign ? OBJECT : String.fromCodePoint(value)
}

/** A shape that does not stand in the line like a character has no place in the text. */
export const float: Enter = (walk) => {
  const mark = walk.marks.at(-1)
  if (mark) mark.isFloating = true
}

const floatByStyle: Enter = (walk, tag) => {
  if (/position:\s?absolute/.test(tag.attribute('style') ?? '')) float(walk, tag)
}

/** Elements that are one piece, or none. */
const marks: Readonly<Record<string, Enter>> = {
  'w:tab': startMark('tab', () => '\t'),
  'w:ptab': startMark('tab', () => '\t'),
  'w:br': startMark('break', breakOf),
  'w:cr': startMark('break', () => LINE_BREAK),
  'w:noBreakHyphen': startMark('hyphen', () => '\u2011'),
  'w:sym': startMark('symbol', (tag) => symbolOf(tag.attribute('w:char'))),
  'w16se:symEx': startMark('symbol', (tag) => symbolOf(tag.attribute('w16se:char'))),
  'w:drawing': startMark('object', () => OBJECT),
  'w:pict': startMark('object', () => OBJECT),
  'w:object': startMark('object', () => OBJECT),
}

export const marksEnter: Readonly<Record<string, Enter>> = {
  ...marks,
  'wp:anchor': float,
  'v:shape': floatByStyle,
  'v:rect': floatByStyle,
  'v:roundrect': floatByStyle,
  'v:oval': floatByStyle,
  'v:line': floatByStyle,
  'v:group': floatByStyle,
}

export const marksLeave: Readonly<Record<string, Leave>> = Object.fromEntries(Object.keys(marks).map((name) => [name, endMark]))
