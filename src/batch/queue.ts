/**
 * Work for other processes and machines, on BullMQ: whoever converts puts tasks in and collects outcomes, workers do them.
 * A task that a killed worker leaves is given to another, so it may be done twice; an output is replaced as a whole, so that
 * does no harm. The only file of the program that opens a connection, and only where the user names the server.
 */
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type { Job, Queue, QueueEvents, Worker } from 'bullmq'
import { failure, type HegaoError } from '../errors.ts'
import { importModule } from '../packages.ts'
import { isObject, isOutcomeOf, type TrustedJob, trustedJob } from './job.ts'
import type { Lane } from './pool.ts'
import type { Outcome } from './row.ts'
import type { Numbered } from './run.ts'

const queueName = 'hegao'

/** How often a task is begun before it is given up, and how long until the second time (milliseconds; then twice as long). */
const attempts = 4
const backoff = 1_000
/** How long the work at hand may go on when a worker is to end, in milliseconds. */
const longestClose = 90_000
/** A worker that was not heard of for so long is taken for dead, in milliseconds. */
const lockTime = 10_000
/** How often a task may outlive its worker. */
const mostStalls = 5
/** How often tasks are asked after whose event may have been lost, in milliseconds. */
const patience = 2_000

/** What a worker is told: how to convert (`settings`, of which this file knows nothing) and what. */
export interface QueueTask<Settings> {
  readonly settings: Settings
  /** Tells conversions apart: an outcome of other settings is none of ours. */
  readonly asked: string
  readonly task: Numbered['task']
}

export interface QueueAnswer {
  readonly asked: string
  readonly outcome: Outcome
}

/** Failures that may pass: the disk of another machine, a file that somebody is writing. All others would come again. */
const passing = [
  'file-unreadable',
  'file-changed',
  'file-not-found',
  'timed-out',
  'out-of-memory',
  'output-failed',
  'internal-error',
  'version-differs',
]

const mayPass = ({ journal: { row } }: Outcome): boolean => row.status === 'failed' && passing.includes(row.code)

type Bull = typeof import('bullmq')

/** @throws HegaoError `package-missing` */
async function bullmq(): Promise<Bull> {
  try {
    return (await importModule('bullmq')) as Bull
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    throw failure('package-missing', { name: 'bullmq ioredis', task: { zh: '任务队列', en: 'use a queue' } }, error)
  }
}

/** The address without its password. */
export function shownUrl(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return url
  }
}

/** The longest time between two attempts to connect again, in milliseconds. */
const longestPause = 20_000

/** Connects again for ever, until it is said to be over: a connection in waiting would keep the process from its end. */
interface Connection {
  readonly url: string
  readonly maxRetriesPerRequest: null
  readonly retryStrategy: (times: number) => number | null
}

function connectionTo(url: string): { readonly connection: Connection; readonly giveUp: () => void } {
  let isOver = false
  return {
    connection: {
      url,
      maxRetriesPerRequest: null,
      retryStrategy: (times) => (isOver ? null : Math.min(longestPause, 100 * 2 ** Math.min(times, 10))),
    },
    giveUp: () => {
      isOver = true
    },
  }
}

interface Connecting {
  on(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
}

/** Waits for the first connection; later ones are made again by themselves. */
async function connected(client: Connecting, url: string): Promise<void> {
  let isReady = false
  const refusal = new Promise<never>((_, reject) => {
    client.on('error', (error) => {
      if (!isReady) reject(unreachable(error, url))
    })
  })
  await Promise.race([client.waitUntilReady(), refusal])
  isReady = true
}

function unreachable(error: Error, url: string): HegaoError {
  const { code } = error as NodeJS.ErrnoException
  return failure('queue-failed', { url: shownUrl(url), reason: code ?? error.message }, error)
}

export interface CollectorOptions<Settings> {
  readonly url: string
  /** The output folder. */
  readonly folder: string
  readonly settings: Settings
  readonly isStopped: () => boolean
  /** An outcome for a task that was given up without one, or that needs no worker. */
  readonly abandoned: (task: Numbered['task'], reason: string) => Outcome
  readonly needsWorker: (task: Numbered['task']) => boolean
  /** Told of the name of a worker whenever one begins something. */
  readonly onWorker: (name: string) => void
}

export interface Collector {
  /** As lanes of threads, but that the work is done elsewhere. */
  readonly lanes: readonly Lane<Numbered, Outcome>[]
  close(): Promise<void>
}

/** How many tasks are in the queue at a time: this many lanes of a chunk each. */
const laneCount = 32

interface Waiting {
  readonly settle: (found: { readonly answer?: QueueAnswer | undefined; readonly reason?: string } | 'dropped') => void
  since: number
}

/** @throws HegaoError `package-missing`, `queue-failed` */
export async function collectFrom<Settings>(options: CollectorOptions<Settings>): Promise<Collector> {
  const { Queue: QueueOf, QueueEvents: EventsOf } = await bullmq()
  const { url, folder, settings } = options
  const { connection, giveUp } = connectionTo(url)
  const queue: Queue<QueueTask<Settings>, QueueAnswer> = new QueueOf(queueName, { connection })
  const events: QueueEvents = new EventsOf(queueName, { connection })
  try {
    await Promise.all([connected(queue, url), connected(events, url)])
  } catch (error) {
    giveUp()
    throw error
  }
  const asked = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16)
  const waiting = new Map<string, Waiting>()
  const idOf = ({ path, ...rest }: Numbered['task']): string =>
    createHash('sha256')
      .update(JSON.stringify([folder, 'output' in rest ? rest.output : path]))
      .digest('hex')
      .slice(0, 32)

  events.on('completed', ({ jobId, returnvalue }) => {
    // Events carry text; bullmq has made it an object where it could.
    waiting.get(jobId)?.settle({ answer: answerIn(returnvalue) })
  })
  events.on('failed', ({ jobId, failedReason }) => waiting.get(jobId)?.settle({ reason: failedReason }))
  events.on('progress', ({ data }) => {
    if (typeof data === 'object' && 'worker' in data) options.onWorker(String(data.worker))
  })

  /** An event may be lost with its connection: whoever waits too long is asked after. */
  const look = async (): Promise<void> => {
    const now = performance.now()
    for (const [id, entry] of waiting) {
      if (options.isStopped() && (await queue.remove(id)) === 1) {
        entry.settle('dropped')
        continue
      }
      if (now - entry.since < patience) continue
      entry.since = now
      const job = await queue.getJob(id)
      if (!job) continue
      const state = await job.getState()
      if (state === 'completed') entry.settle({ answer: answerIn(job.returnvalue) })
      if (state === 'failed') entry.settle({ reason: job.failedReason })
    }
  }
  let isLooking = false
  const clock = setInterval(() => {
    if (isLooking) return
    isLooking = true
    look()
      // The connection is away: it comes again, or the user gives up.
      .catch(() => {})
      .finally(() => {
        isLooking = false
      })
  }, patience / 4)

  const add = async (task: Numbered['task']): Promise<Outcome | undefined> => {
    const id = idOf(task)
    // What a conversion that was ended left behind is not ours: it may have read another input.
    await queue.remove(id)
    const found = new Promise<Parameters<Waiting['settle']>[0]>((resolve) => {
      waiting.set(id, { settle: resolve, since: performance.now() })
    })
    const retry = { attempts, backoff: { type: 'exponential', delay: backoff } }
    await queue.add('convert', { settings, asked, task } as never, { jobId: id, ...retry })
    const result = await found
    waiting.delete(id)
    if (result === 'dropped') return undefined
    await queue.remove(id)
    const { answer = answerIn(result.reason), reason = '' } = result
    if (answer && answer.asked !== asked && 'answer' in result) return add(task)
    return answer && isOutcomeOf(answer.outcome, task) ? answer.outcome : options.abandoned(task, reason)
  }

  const lane: Lane<Numbered, Outcome> = {
    async run(tasks, each) {
      await Promise.all(
        tasks.map(async (numbered) => {
          const { task } = numbered
          const outcome = options.needsWorker(task) ? await add(task) : options.abandoned(task, '')
          if (outcome) each(numbered, outcome)
        }),
      )
    },
    close: async () => {},
  }
  return {
    lanes: Array.from({ length: laneCount }, () => lane),
    async close() {
      clearInterval(clock)
      await Promise.allSettled([events.close(), queue.close()])
    },
  }
}

/** The answer that a worker gave, or threw as the reason of its failure; undefined for what is none. */
function answerIn(given: unknown): QueueAnswer | undefined {
  try {
    const answer: unknown = typeof given === 'string' ? JSON.parse(given) : given
    return isObject(answer) && typeof answer.asked === 'string' ? (answer as unknown as QueueAnswer) : undefined
  } catch {
    return undefined
  }
}

export interface WorkerOptions {
  readonly url: string
  readonly jobs: number
  /** Does a task in the lane of that number, from 0. */
  readonly work: (lane: number, settings: TrustedJob['settings'], task: TrustedJob['task']) => Promise<Outcome>
  /** Folders in which all files of a job must lie. */
  readonly roots: readonly string[]
  readonly onDone: () => void
}

export interface QueueWorker {
  /** Finishes what is at hand. */
  close(): Promise<void>
  /** Milliseconds since it had something to do. */
  readonly idle: number
}

/** Takes tasks until it is closed. @throws HegaoError `package-missing`, `queue-failed` */
export async function serveQueue({ url, jobs, work, onDone, roots }: WorkerOptions): Promise<QueueWorker> {
  const { Worker: WorkerOf, UnrecoverableError } = await bullmq()
  const free = Array.from({ length: jobs }, (_, lane) => lane)
  const name = `${hostname()}:${process.pid}`
  let latest = performance.now()

  const processor = async (job: Job<unknown, QueueAnswer>): Promise<QueueAnswer> => {
    const lane = free.pop() ?? 0
    try {
      const trusted = trustedJob(job.data, roots)
      // It would be no better another time.
      if ('fault' in trusted) throw new UnrecoverableError(trusted.fault)
      const { settings, asked, task } = trusted
      await job.updateProgress({ worker: name })
      const outcome = await work(lane, settings, task)
      onDone()
      // Thrown, it is tried again later, perhaps elsewhere; after the last time it is what the collector reads.
      if (mayPass(outcome)) throw new Error(JSON.stringify({ asked, outcome } satisfies QueueAnswer))
      return { asked, outcome }
    } finally {
      free.push(lane)
      latest = performance.now()
    }
  }
  const { connection, giveUp } = connectionTo(url)
  const worker: Worker<unknown, QueueAnswer> = new WorkerOf(queueName, processor, {
    connection,
    concurrency: jobs,
    lockDuration: lockTime,
    stalledInterval: lockTime / 2,
    maxStalledCount: mostStalls,
  })
  try {
    await connected(worker, url)
  } catch (error) {
    giveUp()
    throw error
  }
  return {
    async close() {
      // What is at hand is finished; a server that is away must not keep us.
      await Promise.race([worker.close(), new Promise((resolve) => setTimeout(resolve, longestClose).unref())])
      giveUp()
      await worker.close(true)
    },
    get idle() {
      return free.length === jobs ? performance.now() - latest : 0
    },
  }
}
