/** What every reporter is: the contract that the files of the formats fill. */
import type { Checked } from '../hegao.ts'
import type { Lang } from '../wording.ts'
import type { Palette } from './palette.ts'
import type { Summary } from './summary.ts'

/** What a reporter is told once. */
export interface ReportContext {
  readonly lang: Lang
  readonly palette: Palette
  readonly version: string
  /** Findings below error are left out (by whoever calls; a reporter only words its last line by it). */
  readonly quiet: boolean
}

/** Each gives the text to write; `file` is called once a file, in order, with its findings in order of the text. */
export interface Reporter {
  open(): string
  file(checked: Checked): string
  close(summary: Summary): string
}

export type ReporterFactory = (context: ReportContext) => Reporter
