/** `hegao convert`: an archive as data, one JSON document a report. */
import { fill, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withSelection } from '../gate/gate-options.ts'
import { withJobs, withPositions, withReading, withTimeLimit } from '../options.ts'
import type { ConvertOptions } from './archive-options.ts'
import { archiveTexts } from './archive-texts.ts'

export const convert: CommandTable = {
  name: 'convert',
  about: archiveTexts.convertAbout,
  usage: archiveTexts.convertUsage,
  argument: ['[paths...]', archiveTexts.convertArgument],
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    command
      .option('-o, --out-dir <dir>', say(archiveTexts.outDir))
      .option('--resume', say(archiveTexts.resume))
      .option('--force', say(archiveTexts.force))
    withPositions(command, session)
    withJobs(command, session, archiveTexts.jobs)
      .option('--jsonl', say(archiveTexts.jsonl))
      .option('--queue <url>', say(archiveTexts.queue))
    withTimeLimit(command, session)
    withReading(command, session)
    withSelection(command, session)
    command.addHelpText('after', `\n${say(archiveTexts.convertHelp)}`)
    command.action(async (paths: string[], options: ConvertOptions) => {
      const { convertAll } = await import('./convert-run.ts')
      session.status = await convertAll(paths, options, session)
    })
  },
}
