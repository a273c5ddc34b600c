/** The year a document belongs to: the one fact that all dated rules share. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { numberOf } from '../text/numerals.ts'
import { claims } from './claims.ts'
import { structure } from './structure.ts'
import { years } from './years.ts'

/** What the year was taken from, surest first. */
export type YearEvidence = 'option' | 'date' | 'dateline' | 'plan' | 'title' | 'review' | 'text'

export interface DocumentYear {
  readonly value: number
  /** The month, where a date tells it; a report of January plans the year it stands in. */
  readonly month: number | undefined
  readonly from: YearEvidence
  /** Where it is written; undefined for an option. */
  readonly span: Span | undefined
}

const dated = /([0-9０-９〇○零一二三四五六七八九]{4})\s?年\s?([0-9０-９一二三四五六七八九十]{1,3})\s?月/

/**
 * `--year`, else `--as-of`, else the date under the text (落款), the date above it (题注), the year the headings plan, the
 * title, the year after the one reviewed, or the first “2022年是…” of the text. undefined: the document does not say.
 */
export const documentYear = fact('documentYear', ({ text, settings }, use): DocumentYear | undefined => {
  if (settings.year !== undefined) return { value: settings.year, month: undefined, from: 'option', span: undefined }
  if (settings.asOf !== undefined) {
    const [year, month] = settings.asOf.split('-').map(Number)
    return { value: year as number, month, from: 'option', span: undefined }
  }
  const { paragraphs } = use(structure)
  for (const role of ['date', 'dateline'] as const) {
    for (const { paragraph } of paragraphs) {
      if (paragraph.role !== role) continue
      const match = dated.exec(text.slice(paragraph.start, paragraph.end))
      const value = match ? numberOf(match[1] as string) : undefined
      if (!match || value === undefined) continue
      const start = paragraph.start + match.index
      return { value, month: numberOf(match[2] as string), from: role, span: { start, end: start + match[0].length } }
    }
  }
  const said = use(claims)
  const plan = said.find(({ about }) => about === 'plan')
  if (plan) return { value: plan.year, month: undefined, from: 'plan', span: plan }
  const title = paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
  const inTitle = title && use(years).find(({ start, inRange }) => start >= title.start && start < title.end && !inRange)
  if (inTitle) return { value: inTitle.value, month: undefined, from: 'title', span: inTitle }
  const review = said.find(({ about }) => about === 'review')
  if (review) return { value: review.year + 1, month: undefined, from: 'review', span: review }
  const is = use(years).find(({ end, inRange, quoted }) => !inRange && !quoted && text[end] === '是')
  return is && { value: is.value, month: undefined, from: 'text', span: is }
})
