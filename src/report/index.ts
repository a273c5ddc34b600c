/** Reporters: what a run says, as text. They are pure and speak file by file, so that memory stays flat over thousands. */
import type { Checked } from '../hegao.ts'
import type { Lang } from '../wording.ts'
import { compact } from './compact.ts'
import { json } from './json.ts'
import type { Palette } from './palette.ts'
import { pretty } from './pretty.ts'
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

/** By the name that `--format` takes. To add one: a file, and a line here. */
export const reporters = { pretty, compact, json } as const satisfies Record<string, ReporterFactory>

export type ReportFormat = keyof typeof reporters
