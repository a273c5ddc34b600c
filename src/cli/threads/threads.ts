/** Starts threads of the program that runs: the built one, or the sources. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ConvertJob } from '../archive/convert-thread.ts'
import type { CheckJob } from '../check/check-thread.ts'
import { THREAD } from './thread-mark.ts'

/** What a thread is told at its start: whose work it does, and what is the same for all tasks. */
export type ThreadStart =
  | { readonly name: 'convert'; readonly job: ConvertJob }
  | { readonly name: 'check'; readonly job: CheckJob }

/** What a thread may take for its objects, in megabytes; documents are bounded by the limits of their readers. */
const memory = 2048

/** A thread that runs src/cli/threads/thread-run.ts. */
export function startThread(start: ThreadStart): Worker {
  const options = { workerData: start, argv: [THREAD], resourceLimits: { maxOldGenerationSizeMb: memory } }
  const here = import.meta.url
  if (here.endsWith('.ts')) return new Worker(new URL('../entry.ts', here), options)
  // In the built program import.meta.url is the name of the part, which lies in dist/hegao/.
  const loader = join(dirname(here.startsWith('file:') ? fileURLToPath(here) : here), '..', 'hegao.cjs')
  if (!existsSync(loader)) throw new Error(`no ${loader}`)
  return new Worker(`require(${JSON.stringify(loader)}).start()`, { ...options, eval: true })
}
