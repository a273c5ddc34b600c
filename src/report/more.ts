/** Reporters that only some runs need. The program loads them together when one is asked for; the library has them all. */
import { checkstyle } from './checkstyle.ts'
import type { MoreFormat } from './formats.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html/html.ts'
import { junit } from './junit.ts'
import { ndjson } from './ndjson.ts'
import { rdjson } from './rdjson.ts'
import type { ReporterFactory } from './reporter.ts'
import { sarif } from './sarif.ts'

export const moreReporters = {
  ndjson,
  sarif,
  junit,
  checkstyle,
  github,
  gitlab,
  rdjson,
  html,
} as const satisfies Record<MoreFormat, ReporterFactory>
