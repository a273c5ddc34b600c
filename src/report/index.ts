/** Reporters: what a run says, as text. They are pure and speak file by file, so that memory stays flat over thousands. */
import { compact } from './compact.ts'
import { type AnyFormat, type firstFormats, type MoreFormat, moreFormats } from './formats.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { ReporterFactory } from './reporter.ts'

export type { ReportContext, Reporter, ReporterFactory } from './reporter.ts'

/** Those that every check has at hand. To add another: a file, its name in formats.ts, a line in more.ts. */
export const reporters = { pretty, compact, json } as const satisfies Record<(typeof firstFormats)[number], ReporterFactory>

export type ReportFormat = keyof typeof reporters

const isMore = (format: AnyFormat): format is MoreFormat => moreFormats.some((one) => one === format)

/** The reporter of any format; what few runs need is loaded here. */
export async function reporterOf(format: AnyFormat): Promise<ReporterFactory> {
  if (!isMore(format)) return reporters[format]
  const { moreReporters } = await import('./more.ts')
  return moreReporters[format]
}
