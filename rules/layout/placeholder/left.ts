/** What drafters leave behind: notes in brackets, measures without their figure, days without their day. */
import { placesOf, type Span, tableFinder, timesIn, type Use } from '../../../src/kit.ts'
import { emptyBrackets, notes } from './data.ts'

const placeholderNote = tableFinder(notes)

/** 【待补】 （此处填…）: a bracket that holds a drafting note, and 【】 that holds nothing. */
export function notesIn(use: Use, text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  for (const hit of placeholderNote(use, start, end))
    found.push({ start: hit.start, end: closing(text, hit.start, end) ?? hit.end })
  for (const empty of emptyBrackets) {
    for (const at of placesOf(text, empty, start, end)) found.push({ start: at, end: at + empty.length })
  }
  return found
}

/** The longest a note in brackets may be. Characters. */
const longestNote = 40

/** Behind the bracket that closes the one at `open`; undefined where it is far away. */
function closing(text: string, open: number, end: number): number | undefined {
  const partner = { '（': '）', '(': ')', '【': '】', '［': '］', '[': ']' }[text[open] as string]
  if (!partner) return undefined
  const at = text.slice(open, Math.min(end, open + longestNote)).indexOf(partner)
  return at < 0 ? undefined : open + at + 1
}

/** 同比增长 %， and 达到 亿元: a verb that takes a figure, and the measure without one. */
const lostFigure =
  /(?:增长|下降|提高|降低|增加|减少|提升|上升|达到?|占比?|完成|超过?|为)(?:了|约)?(?:[ \u00a0\u3000]{0,6}[%％](?=[，。；、）])|[ \u00a0\u3000]{1,6}(?:个百分点|亿元|万元|万人|公里|亩)(?=[，。；、）]))/g

export function* figuresIn(words: string): Generator<Span> {
  for (const match of words.matchAll(lostFigure)) yield { start: match.index, end: match.index + match[0].length }
}

/** Behind a year: 2022年　月　日 */
const emptyDay = /^[ \u00a0\u3000]{1,6}月[ \u00a0\u3000]{1,6}日/

export function datesIn(text: string, stretch: Span): Span[] {
  return timesIn(text, stretch.start, stretch.end).flatMap(({ kind, start, end }) => {
    const blank = kind === 'year' ? emptyDay.exec(text.slice(end, end + 14)) : null
    return blank ? [{ start, end: end + blank[0].length }] : []
  })
}
