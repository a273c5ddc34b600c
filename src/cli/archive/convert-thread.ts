/** What a thread of `convert` does with one file. */
import { type ConvertContext, convertOne } from '../../batch/convert-one.ts'
import type { OutputFolder } from '../../batch/folder.ts'
import { isStopped, type Stop } from '../../batch/pool.ts'
import type { Outcome } from '../../batch/row.ts'
import type { Numbered } from '../../batch/run.ts'
import type { PositionsOption, ReadingOptions } from '../options.ts'
import type { Session } from '../session.ts'
import type { Worker } from '../threads/work.ts'
import { fileOptions, wordedError } from './conversion.ts'

/** What the thread is told at its start. */
export interface ConvertJob {
  readonly options: ReadingOptions & PositionsOption
  /** What the user named first. */
  readonly first: string
  readonly session: Pick<Session, 'lang' | 'isLangGiven'>
  readonly folder: Pick<OutputFolder, 'path' | 'scratch'>
  readonly stop: Stop
  /** Nobody of this machine asked for it: no configuration that is a program runs, named or not. */
  readonly isFromQueue?: true
}

export async function converter(job: ConvertJob, session: Session): Promise<Worker<Numbered, Outcome>> {
  const context: ConvertContext = {
    folder: job.folder,
    optionsFor: await fileOptions(job.options, session, job.first, job.isFromQueue),
    lang: session.lang,
    worded: (error) => wordedError(error, session.lang),
  }
  return {
    isStopped: () => isStopped(job.stop),
    work: ({ task }) => convertOne(task, context),
  }
}
