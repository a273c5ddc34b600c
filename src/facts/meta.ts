/** What a document says of itself, for the JSON. */
import { fact } from '../fact.ts'
import { tablesAsOf } from '../tables.ts'
import type { Role } from '../tree.ts'
import type { YearEvidence } from './document-year.ts'
import { ownParagraphs, parts } from './parts.ts'
import { period } from './period.ts'
import { recycled } from './stale-traces.ts'
import { structure } from './structure.ts'

export interface Meta {
  readonly title: string | null
  readonly subtitle: string | null
  readonly documentNumber: string | null
  readonly issuer: string | null
  readonly meeting: string | null
  readonly dateline: string | null
  readonly byline: string | null
  readonly salutation: string | null
  readonly signature: string | null
  /** The date under the text, else the one above it, as written; and as YYYY-MM-DD or YYYY-MM. */
  readonly date: string | null
  readonly isoDate: string | null
  readonly speaker: string | null
  readonly place: string | null
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
  const { sections } = use(structure)
  const paragraphs = use(ownParagraphs)
  const own = use(parts)
  const first = (role: Role): string | null => {
    const found = paragraphs.find((paragraph) => paragraph.role === role)
    return found ? text.slice(found.start, found.end) : null
  }
  const stale = use(recycled)
  const { document: year, reviewed, planned } = use(period)
  const reviewYear = reviewed ?? null
  const planYear = settings.year ?? planned
  return {
    title: own.title ?? null,
    subtitle: own.subtitle ?? null,
    documentNumber: own.documentNumber ?? null,
    issuer: own.issuer ?? null,
    meeting: own.meeting ?? null,
    dateline: first('dateline'),
    byline: first('byline'),
    salutation: first('salutation'),
    signature: first('signature'),
    date: own.date ?? null,
    isoDate: own.isoDate ?? null,
    speaker: own.speaker ?? null,
    place: own.place ?? null,
    documentYear: year?.value ?? null,
    documentYearFrom: year?.from ?? null,
    reviewYear,
    planYear: planYear ?? (reviewYear === null ? null : reviewYear + 1),
    staleYear: stale?.year ?? null,
    staleTraces: stale?.evidence.length ?? 0,
    tablesAsOf,
    sections: sections.length,
  }
})
