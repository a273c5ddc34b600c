/** A finding: what a rule said of a span, stamped with what only the engine knows. Plain data; a place in the file comes from `locate`. */
import type { Fix, Severity } from './rule.ts'
import type { Locatable, Source, Span } from './source.ts'
import type { AnyData, Wording } from './wording.ts'

/** A second place of a finding. */
export interface Related extends Span {
  readonly wording: Wording
  readonly data: AnyData
  /** The document in which it stands, where that is not the one that is checked. */
  readonly source?: Source
}

export interface Finding extends Locatable {
  readonly ruleId: string
  readonly messageId: string
  readonly severity: Severity
  readonly wording: Wording
  readonly data: AnyData
  /** The words found. */
  readonly actual: string
  /** Headings above the place, outermost first, as printed. */
  readonly section: readonly string[]
  readonly related: readonly Related[]
  readonly fix?: Fix
  /** Stays when lines move: from rule, message, words and section, with a count for equal ones. 16 hexadecimal digits. */
  readonly fingerprint: string
}
