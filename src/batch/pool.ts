/**
 * Work in threads that can be ended: a document that never comes to its end costs one thread and not the night. Knows
 * nothing of documents; tasks and results are plain data.
 */
import type { Worker } from 'node:worker_threads'

/** Why a thread gave no result: too slow, out of memory, or a fault of ours. */
export interface Lost {
  readonly why: 'timed-out' | 'out-of-memory' | 'crashed'
  readonly reason: string
}

/** What goes to a thread: tasks to be done in this order. */
export interface Batch<Task> {
  readonly tasks: readonly Task[]
}

/** What comes back: that it is ready, the result of the next task of its batch, or that the batch is at its end. */
export type Answer<Result> = { readonly ready: true } | { readonly result: Result } | { readonly end: true }

export interface LaneOptions<Task, Result> {
  readonly start: () => Worker
  /** Milliseconds that one task may take. */
  readonly limit: number
  /** The result of a task whose thread was lost. */
  readonly lost: (task: Task, lost: Lost) => Result
}

/** Somebody who does work, a few tasks at a time. */
export interface Lane<Task, Result> {
  /** Does `tasks`; `each` is called once a task, in any order. Fewer are done only where all were told to stop, or it was closed. */
  run(tasks: readonly Task[], each: (task: Task, result: Result) => void): Promise<void>
  close(): Promise<void>
}

/** How often the clock is looked at, in milliseconds: a limit of a minute needs no finer one. */
const tick = (limit: number): number => Math.min(1000, Math.max(20, limit / 10))

/** What a thread says, as it comes: an answer, or that it is lost. */
type Hearer<Result> = (said: Answer<Result> | { readonly lost: Lost; readonly cause?: unknown }) => void

/** A thread that runs, and who listens to it now. */
interface Running<Result> {
  readonly worker: Worker
  hear: Hearer<Result>
}

const nobody = (): void => {}

function running<Result>(worker: Worker): Running<Result> {
  const thread: Running<Result> = { worker, hear: nobody }
  worker.on('message', (answer: Answer<Result>) => thread.hear(answer))
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed'
    thread.hear({ lost: { why, reason: error.message }, cause: error })
  })
  worker.on('exit', (code) => thread.hear({ lost: { why: 'crashed', reason: `exit ${code}` } }))
  return thread
}

/** A lane of one thread at a time, started when there is work, and again after it was lost. Does its tasks in their order. */
export function createLane<Task, Result>({ start, limit, lost }: LaneOptions<Task, Result>): Lane<Task, Result> {
  let thread: Running<Result> | undefined
  let isClosed = false

  /** Until the thread ends the batch or is lost; undefined where it ended it. */
  const attempt = (tasks: readonly Task[], onResult: (result: Result) => void): Promise<Lost | undefined> => {
    let isReady = thread !== undefined
    const own = thread ?? running<Result>(start())
    thread = own
    return new Promise((resolve, reject) => {
      let since = performance.now()
      const settle = (finish: () => void): void => {
        clearInterval(clock)
        own.hear = nobody
        finish()
      }
      const give = (fate: Lost): void =>
        settle(() => {
          thread = undefined
          void own.worker.terminate().then(() => resolve(fate))
        })
      const clock = setInterval(() => {
        if (isReady && performance.now() - since > limit) give({ why: 'timed-out', reason: '' })
      }, tick(limit))
      own.hear = (said) => {
        since = performance.now()
        if ('ready' in said) isReady = true
        else if ('end' in said) settle(() => resolve(undefined))
        // It did not even start: no other would.
        else if ('lost' in said && !isReady) settle(() => reject(said.cause ?? new Error(said.lost.reason)))
        else if ('lost' in said) give(said.lost)
        else {
          try {
            onResult(said.result)
          } catch (error) {
            settle(() => reject(error))
          }
        }
      }
      own.worker.postMessage({ tasks } satisfies Batch<Task>)
    })
  }

  return {
    async run(tasks, each) {
      for (let done = 0; done < tasks.length; ) {
        const begun = tasks.slice(done)
        const fate = await attempt(begun, (result) => each(tasks[done++] as Task, result))
        if (!fate || isClosed) return
        const task = tasks[done++]
        if (task !== undefined) each(task, lost(task, fate))
      }
    },
    async close() {
      isClosed = true
      await thread?.worker.terminate()
      thread = undefined
    },
  }
}

/** Cells of the memory that all threads of a run share. */
const stopCell = 0

/** A word to all threads at once, heard between two tasks even by a thread that never waits. */
export interface Stop {
  readonly cells: Int32Array
}

export const createStop = (): Stop => ({ cells: new Int32Array(new SharedArrayBuffer(4)) })
export const stopAll = ({ cells }: Stop): void => void Atomics.store(cells, stopCell, 1)
export const isStopped = ({ cells }: Stop): boolean => Atomics.load(cells, stopCell) === 1

/** Tasks that go to a thread together: a message costs what a short report does. */
export function* chunks<Task>(tasks: Iterable<Task>, size: number): Generator<readonly Task[]> {
  let chunk: Task[] = []
  for (const task of tasks) {
    chunk.push(task)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** How long a lane that must wait does so before it asks again, in milliseconds. */
const pause = 50

/** Lets all lanes take chunks until there are none; `mayTake` holds back those that are too far ahead. */
export async function share<Task, Result>(
  lanes: readonly Lane<Task, Result>[],
  work: Iterator<readonly Task[]>,
  each: (task: Task, result: Result) => void,
  mayTake: () => boolean = () => true,
): Promise<void> {
  const drain = async (lane: Lane<Task, Result>): Promise<void> => {
    for (;;) {
      while (!mayTake()) await new Promise((resolve) => setTimeout(resolve, pause))
      const next = work.next()
      if (next.done) return
      await lane.run(next.value, each)
    }
  }
  try {
    await Promise.all(lanes.map(drain))
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}
