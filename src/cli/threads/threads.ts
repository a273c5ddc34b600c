/** Starts threads of the program that runs: the built one, or the sources. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { THREAD } from './thread-mark.ts'

/** What a thread may take for its objects, in megabytes; documents are bounded by the limits of their readers. */
const memory = 2048

/** A thread that runs src/cli/thread-run.ts; `data` is what it is told at its start. */
export function startThread(data: unknown): Worker {
  const options = { workerData: data, argv: [THREAD], resourceLimits: { maxOldGenerationSizeMb: memory } }
  const here = import.meta.url
  if (here.endsWith('.ts')) return new Worker(new URL('./entry.ts', here), options)
  // In the built program import.meta.url is the name of the part, which lies in dist/hegao/.
  const loader = join(dirname(here.startsWith('file:') ? fileURLToPath(here) : here), '..', 'hegao.cjs')
  if (!existsSync(loader)) throw new Error(`no ${loader}`)
  return new Worker(`require(${JSON.stringify(loader)}).start()`, { ...options, eval: true })
}
