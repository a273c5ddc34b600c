/** Counts over a run, and what they mean for the exit status. */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'

/** What reporters tell at the end. */
export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that `--fix` would repair. */
  readonly fixable: number
  /** Files that could not be read or written. */
  readonly failed: number
  /** Rules that failed on a file. */
  readonly crashes: number
}

export const nothing: Summary = { files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, failed: 0, crashes: 0 }

/** How many of a level there are, those beyond the most that are told included. */
const having = ({ findings, omitted }: Checked, severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length +
  omitted.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0)

/** `summary` with one more file. */
export function withFile(summary: Summary, checked: Checked): Summary {
  const { error, findings, crashes } = checked
  return {
    files: summary.files + 1,
    errors: summary.errors + having(checked, 'error'),
    warnings: summary.warnings + having(checked, 'warning'),
    infos: summary.infos + having(checked, 'info'),
    fixable: summary.fixable + findings.filter(({ fix }) => fix?.grade === 'safe').length,
    failed: summary.failed + (error ? 1 : 0),
    crashes: summary.crashes + crashes.length,
  }
}

/** `--quiet`: errors only. */
export const onlyErrors = (checked: Checked): Checked => ({
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
