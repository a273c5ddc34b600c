/** What a thread does: takes batches of files, does them one by one, and gives back what became of each. */
import { parentPort, workerData } from 'node:worker_threads'
import { type ConvertContext, convertOne } from '../batch/convert-one.ts'
import type { OutputFolder } from '../batch/folder.ts'
import { type Answer, type Batch, isStopped, type Stop } from '../batch/pool.ts'
import type { Outcome } from '../batch/row.ts'
import type { Numbered } from '../batch/run.ts'
import { fileOptions, wordedError } from './conversion.ts'
import { prepareFor } from './long-run.ts'
import type { ReadingOptions } from './options.ts'
import type { Session } from './session.ts'

/** What a thread is told at its start. */
export interface ThreadData {
  readonly options: ReadingOptions
  /** What the user named first. */
  readonly first: string
  readonly session: Pick<Session, 'lang' | 'isLangGiven'>
  readonly folder: Pick<OutputFolder, 'path' | 'scratch'>
  readonly stop: Stop
}

export async function runThread(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('this is no thread')
  const data = workerData as ThreadData
  const session: Session = { ...data.session, isColourAllowed: false, status: 0 }
  prepareFor(Number.POSITIVE_INFINITY)
  const context: ConvertContext = {
    folder: data.folder,
    optionsFor: await fileOptions(data.options, session, data.first),
    lang: session.lang,
    worded: (error) => wordedError(error, session.lang),
  }
  const say = (answer: Answer<Outcome>): void => port.postMessage(answer)
  port.on('message', async ({ tasks }: Batch<Numbered>) => {
    for (const { task } of tasks) {
      if (isStopped(data.stop)) break
      say({ result: await convertOne(task, context) })
    }
    say({ end: true })
  })
  say({ ready: true })
}
