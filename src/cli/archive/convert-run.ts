/** The work of `convert`: what was named, the folder it goes to, and the threads that do it. */
import { failedOutcome } from '../../batch/convert-one.ts'
import { closeFolder, openFolder } from '../../batch/folder.ts'
import { nothingKnown, readJournal } from '../../batch/journal.ts'
import { isRefused } from '../../batch/plan.ts'
import { createLane, createStop, type Lane, stopAll } from '../../batch/pool.ts'
import type { Outcome, SkippedRow } from '../../batch/row.ts'
import { type Numbered, runBatch } from '../../batch/run.ts'
import { HegaoError } from '../../errors.ts'
import { fill, type Lang } from '../../wording.ts'
import { expand } from '../files/paths.ts'
import { prepare } from '../files/preparation.ts'
import { prepareFor } from '../long-run.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { texts } from '../texts.ts'
import { threadsFor } from '../threads/jobs.ts'
import { startThread } from '../threads/threads.ts'
import type { ConvertOptions } from './archive-options.ts'
import { archiveTexts } from './archive-texts.ts'
import { wordedError } from './conversion.ts'
import type { ConvertJob } from './convert-thread.ts'
import { onInterruption } from './interruption.ts'
import { progressOf } from './progress.ts'
import { type ConvertStatus, conclude, lostOutcome, plannedOf, sessionOf, type Work } from './work.ts'

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
  const skipped: SkippedRow[] = []
  const { targets, ignored } = await expand(paths, options, configs, (path, reason, by) =>
    skipped.push({ path, reason, ...(by !== undefined && { by }) }),
  )
  skipped.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const { path, by } of ignored) note(fill(archiveTexts.ignored, session.lang, { path, by }))
  if (targets.length === 0) return 0
  prepareFor(targets.length)
  const folder = worded(session.lang, () =>
    openFolder(outDir, { resume: options.resume ?? false, force: options.force ?? false }),
  )
  const work: Work = { paths, targets, skipped, outDir, folder, options, session }
  if (options.queue === undefined) return convertHere(work)
  const { convertElsewhere } = await import('./queue-run.ts')
  return convertElsewhere(work, options.queue)
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

/**
 * Below this many bytes for each thread a second one costs more than it saves: measured on two cores with .txt and .docx, two
 * threads are even with one at about 3 MB, and a quarter to two thirds faster at 9 MB.
 */
const worthAThread = (): number => 2_500_000

/** What cannot even be begun is an outcome here: a failure that went to a thread would come back as a mere error. */
function refusing(data: ConvertJob, lang: Lang, lane: Lane<Numbered, Outcome>): Lane<Numbered, Outcome> {
  const context = { folder: data.folder, lang, worded: (error: HegaoError) => wordedError(error, lang) }
  return {
    async run(tasks, each) {
      for (const numbered of tasks) {
        const { task } = numbered
        if (isRefused(task)) each(numbered, failedOutcome(task, task.error, context))
      }
      const rest = tasks.filter(({ task }) => !isRefused(task))
      if (rest.length > 0) await lane.run(rest, each)
    },
    close: () => lane.close(),
  }
}

async function convertHere(work: Work): Promise<ConvertStatus> {
  const { targets, folder, options, session } = work
  const { lang } = session
  const stop = createStop()
  const progress = progressOf(targets.length, lang)
  const interruption = onInterruption(
    () => {
      stopAll(stop)
      progress.note(fill(archiveTexts.stopping, lang, {}))
    },
    () => closeFolder(folder),
  )
  const data: ConvertJob = { options, first: work.paths[0] ?? '.', session: sessionOf(session), folder, stop }
  try {
    const result = await runBatch({
      folder,
      inputs: plannedOf(work),
      skipped: work.skipped,
      known: options.resume ? readJournal(folder.path) : nothingKnown,
      isResumed: options.resume ?? false,
      lanes: Array.from({ length: threadsFor(options.jobs, targets, worthAThread) }, () =>
        refusing(
          data,
          session.lang,
          createLane<Numbered, Outcome>({
            start: () => startThread({ name: 'convert', job: data }),
            limit: options.timeout * 1000,
            lost: ({ task }, lost) => lostOutcome(task, lost, { ...data, timeout: options.timeout }),
          }),
        ),
      ),
      isStopped: interruption.isAsked,
      onProgress: (tally) => progress.tell(tally),
    })
    return await conclude(result, work, progress)
  } catch (error) {
    progress.end()
    closeFolder(folder)
    throw error instanceof HegaoError ? wordedError(error, lang) : error
  } finally {
    interruption.end()
  }
}
