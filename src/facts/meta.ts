/** What a document says of itself, for the JSON. */
import { fact } from '../fact.ts'
import { withoutBlanks } from '../text/characters.ts'
import type { Role } from '../tree.ts'
import { claims } from './claims.ts'
import { structure } from './structure.ts'

export interface Meta {
  readonly title: string | null
  readonly dateline: string | null
  readonly byline: string | null
  readonly salutation: string | null
  readonly signature: string | null
  readonly date: string | null
  /** The year most of the document's own claims agree on as the year reviewed. */
  readonly reviewYear: number | null
  readonly planYear: number | null
  readonly sections: number
}

export const meta = fact('meta', ({ text, settings }, use): Meta => {
  const { sections, paragraphs } = use(structure)
  const first = (role: Role): string | null => {
    const found = paragraphs.find(({ paragraph }) => paragraph.role === role)
    return found ? text.slice(found.paragraph.start, found.paragraph.end) : null
  }
  const title = first('title')
  const reviewYear = commonest(use(claims).map(({ about, year }) => (about === 'review' ? year : year - 1)))
  const planYear = settings.year ?? commonest(use(claims).flatMap(({ about, year }) => (about === 'plan' ? [year] : [])))
  return {
    title: title === null ? null : withoutBlanks(title),
    dateline: first('dateline'),
    byline: first('byline'),
    salutation: first('salutation'),
    signature: first('signature'),
    date: first('date'),
    reviewYear,
    planYear: planYear ?? (reviewYear === null ? null : reviewYear + 1),
    sections: sections.length,
  }
})

/** The value that occurs most often; the earliest of equals; null of none. */
export function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  let best: number | null = null
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (best === null || count > (counts.get(best) ?? 0)) best = value
  }
  return best
}
