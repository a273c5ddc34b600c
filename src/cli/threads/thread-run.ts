/** What a thread does: takes batches of tasks, does them one by one, and gives back what became of each. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Batch } from '../../batch/pool.ts'
import { prepareFor } from '../long-run.ts'
import type { Session } from '../session.ts'
import type { ThreadStart } from './threads.ts'
import type { Worker } from './work.ts'

type AnyWorker = Worker<never, unknown>

async function workerFor(start: ThreadStart): Promise<AnyWorker> {
  const session: Session = { ...start.job.session, isColourAllowed: false, status: 0 }
  if (start.name === 'convert') return (await import('../archive/convert-thread.ts')).converter(start.job, session)
  return (await import('../check/check-thread.ts')).checker(start.job, session)
}

export async function runThread(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('this is no thread')
  prepareFor(Number.POSITIVE_INFINITY)
  const worker = await workerFor(workerData as ThreadStart)
  const say = (answer: Answer<unknown>): void => port.postMessage(answer)
  port.on('message', async ({ tasks }: Batch<never>) => {
    for (const task of tasks) {
      if (worker.isStopped?.()) break
      say({ result: await worker.work(task) })
    }
    say({ end: true })
  })
  say({ ready: true })
}
