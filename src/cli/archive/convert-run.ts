/** The work of `convert`: what was named, the folder it goes to, how far it is, and what came of it. */
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { failedOutcome } from '../../batch/convert-one.ts'
import { closeFolder, names, type OutputFolder, openFolder } from '../../batch/folder.ts'
import { nothingKnown, readJournal } from '../../batch/journal.ts'
import { commonFolder, type Planned, plan } from '../../batch/plan.ts'
import { createLane, createStop, type Lost, stopAll } from '../../batch/pool.ts'
import type { Outcome } from '../../batch/row.ts'
import { type Numbered, type RunResult, runBatch } from '../../batch/run.ts'
import { failure, HegaoError } from '../../errors.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { expand, type Target } from '../files/paths.ts'
import { prepare } from '../files/preparation.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { texts } from '../texts.ts'
import { threadsFor } from '../threads/jobs.ts'
import { startThread } from '../threads/threads.ts'
import { archiveTexts } from './archive-texts.ts'
import { wordedError } from './conversion.ts'
import type { ConvertOptions } from './convert.ts'
import type { ConvertJob } from './convert-thread.ts'
import { interrupted, onInterruption } from './interruption.ts'
import { duration, type Progress, progressOf, rateOf } from './progress.ts'
import { printSummary } from './stats-run.ts'

export type ConvertStatus = 0 | 1 | 2 | 130

/** Converts `paths` as the options say; gives the exit status. */
export async function convertAll(paths: readonly string[], options: ConvertOptions, session: Session): Promise<ConvertStatus> {
  if (options.jsonl) {
    refuseBesideJsonl(paths, options, session.lang)
    const { filterLines } = await import('./jsonl-run.ts')
    return filterLines(options, session)
  }
  const { outDir } = options
  refuseMistakes(paths, options, session.lang)
  if (outDir === undefined) throw wrong(archiveTexts.noOutDir, session.lang, {})
  // What is wrong with the configuration is told before anything is begun.
  const { configs } = await prepare(options, session, paths[0])
  const { targets, ignored } = await expand(paths, options, configs)
  for (const { path, by } of ignored) note(say(archiveTexts.ignored, session.lang, { path, by }))
  if (targets.length === 0) return 0
  const folder = worded(session.lang, () =>
    openFolder(outDir, { resume: options.resume ?? false, force: options.force ?? false }),
  )
  const work: Work = { paths, targets, outDir, folder, options, session }
  if (options.queue === undefined) return convertHere(work)
  const { convertElsewhere } = await import('./queue-run.ts')
  return convertElsewhere(work, options.queue)
}

/** What is to be done. */
export interface Work {
  readonly paths: readonly string[]
  readonly targets: readonly Target[]
  /** As the user named it. */
  readonly outDir: string
  readonly folder: OutputFolder
  readonly options: ConvertOptions
  readonly session: Session
}

function refuseBesideJsonl(paths: readonly string[], options: ConvertOptions, lang: Lang): void {
  const { outDir, resume, force, queue } = options
  if (paths.length > 0 || outDir !== undefined || resume || force || queue !== undefined)
    throw wrong(archiveTexts.jsonlAlone, lang, {})
}

function refuseMistakes(paths: readonly string[], { resume, force }: ConvertOptions, lang: Lang): void {
  if (paths.length === 0) throw wrong(texts.noPaths, lang, {})
  if (paths.includes('-')) throw wrong(archiveTexts.noStdin, lang, {})
  if (resume && force) throw wrong(archiveTexts.resumeOrForce, lang, {})
}

/** `action`, the system's words in its failures put into the user's language. */
function worded<Result>(lang: Lang, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    throw error instanceof HegaoError ? wordedError(error, lang) : error
  }
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

/**
 * Below this many bytes for each thread a second one costs more than it saves: measured on two cores with .txt and .docx, two
 * threads are even with one at about 3 MB, and a quarter to two thirds faster at 9 MB.
 */
const worthAThread = 2_500_000

async function convertHere(work: Work): Promise<ConvertStatus> {
  const { targets, folder, options, session } = work
  const { lang } = session
  const stop = createStop()
  const progress = progressOf(targets.length, lang)
  const interruption = onInterruption(
    () => {
      stopAll(stop)
      progress.note(say(archiveTexts.stopping, lang))
    },
    () => closeFolder(folder),
  )
  const data: ConvertJob = { options, first: work.paths[0] ?? '.', session: sessionOf(session), folder, stop }
  try {
    const result = await runBatch({
      folder,
      inputs: plannedOf(work),
      known: options.resume ? readJournal(folder.path) : nothingKnown,
      isResumed: options.resume ?? false,
      lanes: Array.from({ length: threadsFor(options.jobs, targets, worthAThread) }, () =>
        createLane<Numbered, Outcome>({
          start: () => startThread({ name: 'convert', job: data }),
          limit: options.timeout * 1000,
          lost: ({ task }, lost) => lostOutcome(task, lost, { ...data, timeout: options.timeout }),
        }),
      ),
      isStopped: interruption.isAsked,
      onProgress: (tally) => progress.tell(tally),
    })
    return await conclude(result, work, progress)
  } catch (error) {
    progress.end()
    throw error instanceof HegaoError ? wordedError(error, lang) : error
  } finally {
    interruption.end()
  }
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
