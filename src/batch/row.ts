/** What a run tells of each report: the lines of index.jsonl, errors.jsonl and the journal. Plain data, the keys in this order. */
import type { FailureCode } from '../errors.ts'
import type { Note } from '../source.ts'

/** A report that was converted. */
export interface ConvertedRow {
  readonly path: string
  /** The document, from the output folder. */
  readonly output: string
  readonly status: 'ok'
  readonly format: string
  readonly encoding: string | null
  readonly title: string | null
  /** The year of the report, then the one it looks back on and the one it plans. */
  readonly year: number | null
  readonly reviewYear: number | null
  readonly planYear: number | null
  readonly sections: number
  readonly characters: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many findings of which rule, by name. */
  readonly findings: Readonly<Record<string, number>>
  /** Rules that failed on this report; left out where none did. */
  readonly crashes?: number
  /** What of the report was not there to be checked; left out where all was. */
  readonly notes?: readonly Note['kind'][]
  /** Of the input, as its length in bytes. */
  readonly sha256: string
  readonly bytes: number
}

/** A report that was not. */
export interface FailedRow {
  readonly path: string
  readonly output: string | null
  readonly status: 'failed'
  readonly code: FailureCode
}

export type Row = ConvertedRow | FailedRow

/** A line of errors.jsonl. */
export interface ErrorRow {
  readonly path: string
  readonly code: FailureCode
  readonly message: string
  readonly hint?: string
}

/** A line of skipped.jsonl: a file that was found and is no input; `by` says what ignored it. */
export interface SkippedRow {
  readonly path: string
  readonly reason: string
  readonly by?: string
}

/** A line of the journal: what holds of one input. `settings` names the program and all that the user chose. */
export type JournalRow =
  | { readonly journal: 1; readonly settings: string; readonly written: string; readonly row: ConvertedRow }
  | { readonly journal: 1; readonly row: FailedRow; readonly error: ErrorRow }

/** What a thread gives back of one input. */
export interface Outcome {
  readonly journal: JournalRow
  /** It stood there already, and was right. */
  readonly isKept?: true
  /** The disk fails: the run cannot go on. */
  readonly isFatal?: true
}
