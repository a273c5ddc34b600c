/** Checks files in threads, ahead of the telling. */
import { createCrew } from '../../batch/crew.ts'
import { createLane } from '../../batch/pool.ts'
import { failure } from '../../errors.ts'
import { type Checked, failed } from '../../hegao.ts'
import type { Target } from '../files/paths.ts'
import type { Jobs } from '../options.ts'
import { threadsFor } from '../threads/jobs.ts'
import { startThread } from '../threads/threads.ts'
import type { CheckAnswer, CheckJob, CheckTask } from './check-thread.ts'
import { type Found, Remembered, sourceFrom } from './stored.ts'

/** Who checks files elsewhere. */
export interface Helpers {
  /** How many files may be asked for before the first is told. */
  readonly ahead: number
  /** The file as it is checked in a thread; undefined where it must be checked here. */
  check(task: CheckTask): Promise<Checked | undefined>
  close(): Promise<void>
}

/** Enough that no thread waits, few enough to be held in memory. */
const aheadOfEach = 64

/**
 * Below this many bytes for each thread a second one costs more than it saves. Measured on two cores: of 10 MB of .txt two
 * threads take between nine tenths of the time of one and all of it, for half as much processor time again, since telling is
 * not spread and each thread must warm up. Word and PDF files take so much longer to read that 5 MB of them are done in five
 * sixths of the time, and 30 MB in seven tenths.
 */
const worthAThread = (path: string): number => (/\.(?:txt|md|markdown)$/i.test(path) ? 10_000_000 : 2_500_000)

/** Threads for `targets`, each started when there is something for it to do; undefined where they would not repay it. */
export function helpersFor(targets: readonly Target[], jobs: Jobs, given: CheckJob): Helpers | undefined {
  // The one that tells checks, too, when all others have enough to do.
  const threads = threadsFor(jobs, targets, worthAThread) - 1
  if (threads === 0) return undefined
  const { lang, isLangGiven } = given.session
  const job: CheckJob = { ...given, session: { lang, isLangGiven } }
  const lanes = Array.from({ length: threads }, () =>
    createLane<CheckTask, CheckAnswer | undefined>({
      start: () => startThread({ name: 'check', job }),
      limit: Number.POSITIVE_INFINITY,
      lost: () => undefined,
    }),
  )
  const crew = createCrew(lanes)
  return {
    ahead: threads * aheadOfEach,
    async check(task) {
      const answer = await crew.ask(task)
      if (answer?.found === '')
        return failed(task.path, failure('timed-out', { path: task.path, seconds: given.options.timeout }))
      return answer && new Remembered(task.path, JSON.parse(answer.found) as Found, () => sourceFrom(answer.source))
    },
    close: () => crew.close(),
  }
}
