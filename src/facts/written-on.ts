/** The date a document bears: under the text (落款) or above it (题注). */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { withoutBlanks } from '../text/characters.ts'
import { type DateTime, figureDate, timesIn } from '../text/times/index.ts'
import { ownParagraphs } from './parts.ts'
import { isInside, quotations } from './quotations.ts'

export interface WrittenOn {
  readonly year: number
  readonly month: number
  /** undefined where only the month is said. */
  readonly day: number | undefined
  readonly from: 'date' | 'dateline'
  readonly span: Span
}

export const writtenOn = fact('writtenOn', ({ text }, use): WrittenOn | undefined => {
  const paragraphs = use(ownParagraphs)
  for (const from of ['date', 'dateline'] as const) {
    for (const paragraph of paragraphs) {
      const found = paragraph.role === from ? dateIn(text, paragraph.start, paragraph.end, from) : undefined
      if (found) return found
    }
  }
  return openingDate(text, use(quotations))
})

/** The first date of `[start, end)` that names its year. */
function dateIn(text: string, start: number, end: number, from: WrittenOn['from']): WrittenOn | undefined {
  for (const date of timesIn(text, start, end)) {
    if (date.kind !== 'date' || date.year?.kind !== 'year') continue
    const { value } = date.year
    if (value < 1900 || value > 2099) return undefined
    return { year: value, month: date.month, day: date.day, from, span: { start: date.year.start, end: date.end } }
  }
  const figures = from === 'date' ? figureDate(withoutBlanks(text.slice(start, end))) : undefined
  return figures && { ...figures, from, span: { start, end } }
}

/** How far into a text its own date may stand where pages were pasted into one line. Characters. */
export const longestOpening = 500

/** What a title ends with, and how near the date that must stand. Characters. */
const kindOfPaper = /讲话|致辞|演讲|发言|报告|贺信|说明|汇报|述职/
const longestTitleEnd = 62

/** 在…座谈会上的讲话（2024年9月30日，北京）习近平: the date above the text where title, date and text are one paragraph. */
function openingDate(text: string, quoted: ReturnType<typeof quotations.compute>): WrittenOn | undefined {
  const head = text.slice(0, longestOpening)
  const date = timesIn(head).find((time): time is DateTime => time.kind === 'date' && isBracketed(head, time))
  if (!date?.year) return undefined
  const at = Math.max(head.lastIndexOf('（', date.year.start), head.lastIndexOf('(', date.year.start))
  // What stands behind a title in 《》 is the date of that paper, not of this one.
  if (isInside(quoted, at) || /[》”]$/.test(head.slice(0, at))) return undefined
  const before = head.slice(Math.max(0, at - longestTitleEnd), at)
  return kindOfPaper.test(before.slice(before.lastIndexOf('。') + 1)) ? dateIn(text, at, date.end, 'dateline') : undefined
}

/** （2024年9月30日，北京）: a whole day behind a bracket that closes there, or goes on with the place. */
const isBracketed = (text: string, { year, day, end }: DateTime): boolean =>
  day !== undefined &&
  year?.kind === 'year' &&
  /[（(]\s?$/.test(text.slice(Math.max(0, year.start - 2), year.start)) &&
  /^[）)，, 　]/.test(text.slice(end, end + 1))
