/** The day of the meeting, in the first words of its minutes: no date stands under them. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { ownParagraphs } from './parts.ts'

export interface OpeningDay {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly span: Span
}

/** How much of a paragraph is read, and how many paragraphs: title, number, head, opening. Characters. */
const longestOpening = 120
const longestTitle = 60
const most = 12

const held =
  /^(((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日)(?:（星期[一二三四五六日天]）)?(?:[上下]午|晚)?，?[^。]{0,80}?(?:召开|主持|举行)/
const minutes = /(?:纪要|会议记录)$/

/** undefined for papers of other kinds, and where the minutes do not begin with the day. */
export const openingDay = fact('openingDay', ({ text }, use): OpeningDay | undefined => {
  let isMinutes = false
  for (const { start, end, role } of use(ownParagraphs).slice(0, most)) {
    const line = text.slice(start, Math.min(end, start + longestOpening))
    if (end - start <= longestTitle && (role !== undefined || start === 0) && minutes.test(line)) isMinutes = true
    const match = isMinutes && role === undefined ? held.exec(line) : null
    if (!match) continue
    const [, words = '', year, month, day] = match
    return { year: Number(year), month: Number(month), day: Number(day), span: { start, end: start + words.length } }
  }
  return undefined
})
