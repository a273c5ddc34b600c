/** What is not read: what was there before a tracked change, what was deleted, what stands above a phonetic guide, and the inside of formulas. */
import type { XmlTag } from '../../xml.ts'
import { OBJECT, putMark } from './pieces.ts'
import type { Walk } from './walk.ts'

/** What was there before a tracked change, and what stands above a phonetic guide. Formulas are one character. */
const leftOut: ReadonlySet<string> = new Set([
  ...['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:tblPrExChange', 'w:trPrChange', 'w:tcPrChange'],
  ...['w:rt', 'm:oMath'],
])

/** Tracked deletions of text; among properties the same elements tell of deleted marks and rows. */
const deletions: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

export const isLeftOut = (walk: Walk, name: string): boolean =>
  leftOut.has(name) || (walk.properties.length === 0 && deletions.has(name))

/** Paragraphs and runs are counted all the same. */
export function skip(walk: Walk, tag: XmlTag): void {
  if (walk.skipped === 0 && tag.name === 'm:oMath') {
    walk.formula = { name: tag.name, kind: 'math', value: OBJECT, from: tag.from, contentFrom: tag.to }
  }
  walk.skipped++
  if (tag.name === 'w:p') {
    walk.paragraphCount++
    walk.skippedParagraphs++
  }
  const writing = walk.paragraphs.at(-1)
  if (tag.name === 'w:r' && writing && walk.skippedParagraphs === 0) writing.runs++
}

export function unskip(walk: Walk, name: string, from: number, to: number): void {
  walk.skipped--
  if (name === 'w:p') walk.skippedParagraphs--
  if (walk.skipped > 0 || !walk.formula) return
  putMark(walk, walk.formula, from, to)
  walk.formula = undefined
}
