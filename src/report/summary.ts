/** Counts over a run, and what they mean for the exit status. */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import { isText } from '../source.ts'

/** What reporters tell at the end. */
export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that `--fix` would repair. */
  readonly fixable: number
  /** Files with findings that `annotate` would write into a copy. */
  readonly annotatable: number
  /** Files that were read and had no text to check. */
  readonly empty: number
  /** Files that could not be read or written. */
  readonly failed: number
  /** Rules that failed on a file. */
  readonly crashes: number
  /** Findings that are left out because a baseline knows them; undefined where there is none. */
  readonly known?: number
}

export const nothing: Summary = {
  files: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  fixable: 0,
  annotatable: 0,
  empty: 0,
  failed: 0,
  crashes: 0,
}

/** How many of a level there are, those beyond the most that are told included. */
const having = ({ findings, omitted }: Checked, severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length +
  omitted.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0)

/** Nothing found where there was nothing to read is no praise. */
const isEmpty = ({ notes = [] }: Checked): boolean => notes.some(({ kind }) => unread.has(kind))
const unread: ReadonlySet<string> = new Set(['no-text', 'pictures', 'own-report'])

/** `summary` with one more file. */
export function withFile(summary: Summary, checked: Checked): Summary {
  const { error, findings, crashes } = checked
  // Of a file that is remembered the source is made when it is asked for: it is, only where there is something to tell.
  const format = findings.length > 0 ? checked.source?.format : undefined
  const isFixable = format !== undefined && isText(format)
  return {
    files: summary.files + 1,
    errors: summary.errors + having(checked, 'error'),
    warnings: summary.warnings + having(checked, 'warning'),
    infos: summary.infos + having(checked, 'info'),
    fixable: summary.fixable + (isFixable ? findings.filter(({ fix }) => fix?.grade === 'safe').length : 0),
    annotatable: summary.annotatable + (format === 'docx' ? 1 : 0),
    empty: summary.empty + (isEmpty(checked) ? 1 : 0),
    failed: summary.failed + (error ? 1 : 0),
    crashes: summary.crashes + crashes.length,
    ...((summary.known ?? checked.known) !== undefined && { known: (summary.known ?? 0) + (checked.known ?? 0) }),
  }
}

/** `--quiet`: errors only. */
export const onlyErrors = <Some extends Checked>(checked: Some): Some => ({
  ...checked,
  findings: checked.findings.filter(({ severity }) => severity === 'error'),
  omitted: checked.omitted.filter(({ severity }) => severity === 'error'),
})

/** 2 where work was not done, 1 where there are errors or more than `maxWarnings` warnings (-1: any number), else 0. */
export function exitStatus(summary: Summary, maxWarnings: number): 0 | 1 | 2 {
  if (summary.failed > 0 || summary.crashes > 0) return 2
  if (summary.errors > 0) return 1
  return maxWarnings >= 0 && summary.warnings > maxWarnings ? 1 : 0
}
