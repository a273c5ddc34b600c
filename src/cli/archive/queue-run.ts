/** The work of `convert --queue` and of `worker`: the same as with threads here, spread over machines that share their files. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { failedOutcome } from '../../batch/convert-one.ts'
import { closeFolder, joinFolder, sweepFolder } from '../../batch/folder.ts'
import { nothingKnown, readJournal } from '../../batch/journal.ts'
import { isRefused } from '../../batch/plan.ts'
import { createLane, createStop, type Lane } from '../../batch/pool.ts'
import { collectFrom, serveQueue, shownUrl } from '../../batch/queue.ts'
import type { Outcome } from '../../batch/row.ts'
import { type Numbered, runBatch } from '../../batch/run.ts'
import { failure, HegaoError } from '../../errors.ts'
import { version } from '../../version.ts'
import { fill } from '../../wording.ts'
import { shownPath } from '../files/shown-path.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { startThread } from '../threads/threads.ts'
import type { ConvertOptions, WorkerOptions } from './archive-options.ts'
import { archiveTexts } from './archive-texts.ts'
import { wordedError } from './conversion.ts'
import type { ConvertJob } from './convert-thread.ts'
import { interrupted, onInterruption } from './interruption.ts'
import { progressOf } from './progress.ts'
import { type ConvertStatus, conclude, lostOutcome, plannedOf, sessionOf, type Work } from './work.ts'

/** What every task says of how it is to be done. Paths are absolute: workers stand elsewhere. */
interface QueueSettings {
  readonly version: string
  readonly folder: string
  readonly options: ConvertJob['options']
  readonly first: string
  readonly session: ConvertJob['session']
  /** Seconds. */
  readonly timeout: number
}

function checkedUrl(url: string | undefined, { lang }: Session): string {
  if (url === undefined) throw wrong(archiveTexts.noQueue, lang, {})
  if (!/^rediss?:\/\//.test(url)) throw wrong(archiveTexts.queueUrl, lang, { value: url })
  return url
}

/** Options that say where and how much, not how a report is read; the address may hold a password. */
const ownOptions = ['outDir', 'queue', 'resume', 'force', 'jobs', 'timeout', 'jsonl', 'allowConfigCode']

/** What workers need of the options. A configuration that was named is named so that it is found from anywhere. */
function forWorkers(options: ConvertOptions): ConvertJob['options'] {
  const reading: ConvertJob['options'] = Object.fromEntries(
    Object.entries(options).filter(([name]) => !ownOptions.includes(name)),
  )
  return typeof reading.config === 'string' ? { ...reading, config: resolve(reading.config) } : reading
}

/** Gives the work to the queue at `address` and collects what comes of it. */
export async function convertElsewhere(work: Work, address: string): Promise<ConvertStatus> {
  const { targets, folder, options, session, paths } = work
  const { lang } = session
  const workers = new Set<string>()
  const progress = progressOf(targets.length, lang, () => workers.size)
  const interruption = onInterruption(
    () => progress.note(fill(archiveTexts.stopping, lang, {})),
    () => closeFolder(folder),
  )
  const settings: QueueSettings = {
    version,
    folder: folder.path,
    options: forWorkers(options),
    first: resolve(paths[0] ?? '.'),
    session: sessionOf(session),
    timeout: options.timeout,
  }
  const context = { folder, lang, worded: (error: HegaoError) => wordedError(error, lang) }
  try {
    const collector = await collectFrom<QueueSettings>({
      url: checkedUrl(address, session),
      folder: folder.path,
      settings,
      isStopped: interruption.isAsked,
      needsWorker: (task) => !isRefused(task),
      abandoned: (task, reason) =>
        failedOutcome(task, isRefused(task) ? task.error : failure('worker-lost', { path: task.path, reason }), context),
      onWorker: (name) => workers.add(name),
    })
    try {
      const result = await runBatch({
        folder,
        inputs: plannedOf(work),
        skipped: work.skipped,
        known: options.resume ? readJournal(folder.path) : nothingKnown,
        isResumed: options.resume ?? false,
        lanes: collector.lanes,
        isStopped: interruption.isAsked,
        onProgress: (tally) => progress.tell(tally),
      })
      if (result.isComplete) sweepFolder(folder.path)
      return await conclude(result, work, progress)
    } finally {
      await collector.close()
    }
  } catch (error) {
    progress.end()
    closeFolder(folder)
    throw error instanceof HegaoError ? wordedError(error, lang) : error
  } finally {
    interruption.end()
  }
}

/** A lane and what its thread was started for. */
interface Station {
  readonly key: string
  readonly lane: Lane<Numbered, Outcome>
}

/** How often a worker looks whether it is to end, in milliseconds. */
const glance = 100

/** Works for the queue until it is told to stop, or has been idle for long enough. */
export async function runWorker(options: WorkerOptions, session: Session): Promise<0 | 130> {
  const { lang } = session
  const url = checkedUrl(options.queue, session)
  const jobs = options.jobs === 'auto' ? availableParallelism() : options.jobs
  const roots = (options.root ?? ['.']).map((path) => resolve(path))
  const stations = new Map<number, Station>()
  let count = 0

  const stationFor = async (number: number, settings: QueueSettings): Promise<Station> => {
    const key = JSON.stringify(settings)
    const before = stations.get(number)
    if (before?.key === key) return before
    await before?.lane.close()
    const { folder, timeout, ...rest } = settings
    const data: ConvertJob = { ...rest, isFromQueue: true, folder: joinFolder(folder, number), stop: createStop() }
    const lane = createLane<Numbered, Outcome>({
      start: () => startThread({ name: 'convert', job: data }),
      limit: timeout * 1000,
      lost: ({ task }, lost) => lostOutcome(task, lost, { ...data, timeout }),
    })
    const station = { key, lane }
    stations.set(number, station)
    return station
  }

  const work = async (number: number, settings: QueueSettings, task: Numbered['task']): Promise<Outcome> => {
    const refuse = (error: HegaoError): Outcome =>
      failedOutcome(task, error, {
        folder: { path: settings.folder, scratch: '' },
        lang: settings.session.lang,
        worded: (one) => wordedError(one, settings.session.lang),
      })
    if (settings.version !== version) return refuse(failure('version-differs', { theirs: settings.version, ours: version }))
    let scratch: Parameters<typeof closeFolder>[0] | undefined
    try {
      const { lane } = await stationFor(number, settings)
      scratch = joinFolder(settings.folder, number)
      let outcome: Outcome | undefined
      await lane.run([{ index: 0, task }], (_, result) => {
        outcome = result
      })
      return outcome ?? refuse(failure('worker-lost', { path: task.path, reason: '' }))
    } catch (error) {
      if (error instanceof HegaoError) return refuse(error)
      throw error
    } finally {
      if (scratch) closeFolder(scratch)
    }
  }

  const serving = await serveQueue({ url, jobs, work, roots, onDone: () => count++ })
  note(
    fill(archiveTexts.workerReady, lang, {
      url: shownUrl(url),
      jobs,
      roots: roots.map(shownPath).join(lang === 'zh' ? '、' : ', '),
    }),
  )
  const interruption = onInterruption(
    () => note(fill(archiveTexts.stopping, lang, {})),
    () => {},
  )
  const isIdle = (): boolean => options.idle !== undefined && serving.idle > options.idle * 1000
  while (!interruption.isAsked() && !isIdle()) await new Promise((resolve) => setTimeout(resolve, glance))
  await serving.close()
  for (const { lane } of stations.values()) await lane.close()
  interruption.end()
  note(fill(archiveTexts.workerDone, lang, { count }))
  return interruption.isAsked() ? interrupted : 0
}
