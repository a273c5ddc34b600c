/** What a document says of itself, for the JSON. */
import { fact } from '../fact.ts'
import { tablesAsOf } from '../tables.ts'
import { withoutBlanks } from '../text/characters.ts'
import type { Role } from '../tree.ts'
import type { YearEvidence } from './document-year.ts'
import { period } from './period.ts'
import { recycled } from './stale-traces.ts'
import { structure } from './structure.ts'

export interface Meta {
  readonly title: string | null
  readonly dateline: string | null
  readonly byline: string | null
  readonly salutation: string | null
  readonly signature: string | null
  readonly date: string | null
  /** The year by which the dated rules judge, and what it was taken from. */
  readonly documentYear: number | null
  readonly documentYearFrom: YearEvidence | null
  /** The year reviewed, by the verdict of `period`. */
  readonly reviewYear: number | null
  readonly planYear: number | null
  /** The earlier year to which the wording of at least `staleTraces` places points; null and 0 where there is none. */
  readonly staleYear: number | null
  readonly staleTraces: number
  /** The day up to which the tables of dated facts were checked. */
  readonly tablesAsOf: string
  readonly sections: number
}

export const meta = fact('meta', ({ text, settings }, use): Meta => {
  const { sections, paragraphs } = use(structure)
  const first = (role: Role): string | null => {
    const found = paragraphs.find(({ paragraph }) => paragraph.role === role)
    return found ? text.slice(found.paragraph.start, found.paragraph.end) : null
  }
  const title = first('title')
  const stale = use(recycled)
  const { document: own, reviewed, planned } = use(period)
  const reviewYear = reviewed ?? null
  const planYear = settings.year ?? planned
  return {
    title: title === null ? null : withoutBlanks(title),
    dateline: first('dateline'),
    byline: first('byline'),
    salutation: first('salutation'),
    signature: first('signature'),
    date: first('date'),
    documentYear: own?.value ?? null,
    documentYearFrom: own?.from ?? null,
    reviewYear,
    planYear: planYear ?? (reviewYear === null ? null : reviewYear + 1),
    staleYear: stale?.year ?? null,
    staleTraces: stale?.evidence.length ?? 0,
    tablesAsOf,
    sections: sections.length,
  }
})
