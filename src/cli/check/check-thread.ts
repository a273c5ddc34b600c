/** What a thread of `check` does with one file. Whatever it cannot answer in full is checked again by who asked. */

import { readFile } from '../../disk/file.ts'
import { checkBytes } from '../../hegao.ts'
import { prepare } from '../files/preparation.ts'
import type { ReadingOptions, TimeOptions } from '../options.ts'
import type { Session } from '../session.ts'
import type { Worker } from '../threads/work.ts'
import { withinLimit } from '../time-limit.ts'
import { sourceText, toText } from './stored.ts'

/** What the thread is told at its start. */
export interface CheckJob {
  readonly options: ReadingOptions & TimeOptions
  /** What the user named first. */
  readonly first: string
  readonly session: Pick<Session, 'lang' | 'isLangGiven'>
}

export interface CheckTask {
  readonly path: string
  /** Where they are known; else the file is read. */
  readonly bytes?: Uint8Array
}

/** As stored.ts writes it. */
export interface CheckAnswer {
  /** '' of a file that took too long: whoever asked would wait as long again. */
  readonly found: string
  readonly source: string
}

export async function checker(job: CheckJob, session: Session): Promise<Worker<CheckTask, CheckAnswer | undefined>> {
  const { optionsFor } = await prepare(job.options, session, job.first)
  return {
    async work({ path, bytes }) {
      try {
        const options = withinLimit(await optionsFor(path), path, job.options.timeout)
        const checked = await checkBytes(path, bytes ?? readFile(path), options)
        if (checked.error?.code === 'timed-out') return { found: '', source: '' }
        if (!checked.source || checked.crashes.length > 0) return undefined
        return { found: toText(checked), source: sourceText(checked.source) }
      } catch {
        // A file that cannot be read, a configuration with a mistake: it is told in its turn.
        return undefined
      }
    },
  }
}
