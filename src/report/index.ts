/** Reporters: what a run says, as text. They are pure and speak file by file, so that memory stays flat over thousands. */
import { compact } from './compact.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { ReporterFactory } from './reporter.ts'

export type { ReportContext, Reporter, ReporterFactory } from './reporter.ts'

/** By the name that `--format` takes. To add one: a file, and a line here. */
export const reporters = { pretty, compact, json } as const satisfies Record<string, ReporterFactory>

export type ReportFormat = keyof typeof reporters
