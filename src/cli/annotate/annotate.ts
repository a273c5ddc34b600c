/** `hegao annotate`: a copy of a Word document with comments and tracked changes. */
import { fill, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withSelection } from '../gate/gate-options.ts'
import { withChecking, withTimeLimit } from '../options.ts'
import { texts } from '../texts.ts'
import type { AnnotateCommandOptions } from './annotate-run.ts'

export const annotate: CommandTable = {
  name: 'annotate',
  about: texts.annotateAbout,
  usage: texts.docxUsage,
  argument: ['[paths...]', texts.docxArgument],
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    command
      .option('-o, --output-file <file>', say(texts.copyFile))
      .option('--force', say(texts.forceCopy))
      .option('--changes <all|safe|none>', say(texts.changes), 'all')
      .option('--date <YYYY-MM-DD>', say(texts.commentDate))
      .option('--quiet', say(texts.quietComments))
    withTimeLimit(withSelection(withChecking(command, session), session), session)
    command.addHelpText('after', `\n${say(texts.annotateAfter)}`)
    command.action(async (paths: string[], options: AnnotateCommandOptions) => {
      const { annotateAll } = await import('./annotate-run.ts')
      session.status = await annotateAll(paths, options, session)
    })
  },
}
