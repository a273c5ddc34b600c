/** `hegao worker`: converts what `hegao convert --queue` asks for. */
import { fill, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withJobs } from '../options.ts'
import { archiveValues, type WorkerOptions } from './archive-options.ts'
import { archiveTexts } from './archive-texts.ts'

export const worker: CommandTable = {
  name: 'worker',
  about: archiveTexts.workerAbout,
  usage: archiveTexts.workerUsage,
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    const { idle } = archiveValues(session)
    command
      .option('--queue <url>', say(archiveTexts.workerQueue))
      .option('--root <dir>', say(archiveTexts.workerRoot), (path: string, before: readonly string[] = []) => [...before, path])
    withJobs(command, session, archiveTexts.workerJobs)
      .option('--idle <seconds>', say(archiveTexts.workerIdle), idle)
      .addHelpText('after', `\n${say(archiveTexts.workerHelp)}`)
      .action(async (options: WorkerOptions) => {
        const { runWorker } = await import('./queue-run.ts')
        session.status = await runWorker(options, session)
      })
  },
}
