/** A run of `convert`, wherever its work is done: what is to be done, what becomes of lost inputs, and what is told at the end. */
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { failedOutcome } from '../../batch/convert-one.ts'
import { names, type OutputFolder } from '../../batch/folder.ts'
import { commonFolder, type Planned, plan } from '../../batch/plan.ts'
import type { Lost } from '../../batch/pool.ts'
import type { Outcome, SkippedRow } from '../../batch/row.ts'
import type { RunResult } from '../../batch/run.ts'
import { failure, type HegaoError } from '../../errors.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import type { Target } from '../files/paths.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { texts } from '../texts.ts'
import type { ConvertOptions } from './archive-options.ts'
import { archiveTexts } from './archive-texts.ts'
import { wordedError } from './conversion.ts'
import type { ConvertJob } from './convert-thread.ts'
import { interrupted } from './interruption.ts'
import { duration, type Progress, rateOf } from './progress.ts'
import { printSummary } from './stats-run.ts'

export type ConvertStatus = 0 | 1 | 2 | 130

/** What is to be done. */
export interface Work {
  readonly paths: readonly string[]
  readonly targets: readonly Target[]
  readonly skipped: readonly SkippedRow[]
  /** As the user named it. */
  readonly outDir: string
  readonly folder: OutputFolder
  readonly options: ConvertOptions
  readonly session: Session
}

/** The folder from which outputs keep their place: the deepest one that holds all that was named. */
function baseOf(paths: readonly string[]): string {
  return commonFolder(paths.map(folderOf))
}

function folderOf(path: string): string {
  const pattern = path.search(/[*?{}[\]]/)
  try {
    return statSync(path).isDirectory() ? resolve(path) : dirname(resolve(path))
  } catch {
    // A pattern: the folder before its first mark.
    return pattern < 0 ? dirname(resolve(path)) : dirname(resolve(`${path.slice(0, pattern)}x`))
  }
}

/** The inputs of the run, in order. */
export function* plannedOf({ paths, targets, folder }: Work): Generator<Planned> {
  const given = function* () {
    for (const target of targets) yield 'error' in target ? target : target.path
  }
  yield* plan(given(), { base: baseOf(paths), into: folder.path, ignoresCase: folder.ignoresCase })
}

/** What of it can be sent to a thread. */
export const sessionOf = ({ lang, isLangGiven }: Session): ConvertJob['session'] => ({ lang, isLangGiven })

const failures: { readonly [Why in Lost['why']]: (path: string, lost: Lost, seconds: number) => HegaoError } = {
  'timed-out': (path, _, seconds) => failure('timed-out', { path, seconds }),
  'out-of-memory': (path) => failure('out-of-memory', { path }),
  crashed: (path, { reason }) => failure('internal-error', { path, reason }),
}

/** What becomes of an input whose thread was lost. `timeout` in seconds. */
export const lostOutcome = (
  task: Planned,
  lost: Lost,
  { folder, session, timeout }: Pick<ConvertJob, 'folder' | 'session'> & { readonly timeout: number },
): Outcome =>
  failedOutcome(task, failures[lost.why](task.path, lost, timeout), {
    folder,
    lang: session.lang,
    worded: (error) => wordedError(error, session.lang),
  })

const say = (wording: Wording, lang: Lang, data: Readonly<Record<string, string | number>> = {}): string =>
  fill(wording, lang, data)

/** Tells what came of the run; gives the exit status. */
export async function conclude(
  result: RunResult,
  { outDir, folder, targets, session }: Work,
  progress: Progress,
): Promise<ConvertStatus> {
  const { lang } = session
  const { done, kept, failed, withErrors } = result.tally
  progress.end()
  if (result.fatal) {
    const { journal } = result.fatal
    if ('error' in journal) note(say(texts.complaint, lang, { message: journal.error.message }))
    note(say(archiveTexts.halted, lang, { done, total: targets.length }))
    return 2
  }
  if (!result.isComplete) {
    note(say(archiveTexts.stopped, lang, { done, total: targets.length }))
    return interrupted
  }
  const time = progress.elapsed
  const before = kept > 0 ? say(archiveTexts.kept, lang, { count: kept }) : ''
  const data = { count: done - failed, kept: before, failed, time: duration(time, lang), rate: rateOf(done, time) }
  note(say(archiveTexts.converted, lang, data))
  if (failed > 0) note(say(archiveTexts.failures, lang, { path: join(outDir, names.errors) }))
  await printSummary(folder.path, session)
  if (failed > 0) return 2
  return withErrors > 0 ? 1 : 0
}
