/** `hegao annotate`: a copy of a Word document with comments and tracked changes. */
import { fill, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withChecking } from '../options.ts'
import { texts } from '../texts.ts'
import type { AnnotateCommandOptions } from './annotate-run.ts'

export const annotate: CommandTable = {
  name: 'annotate',
  about: texts.annotateAbout,
  usage: texts.docxUsage,
  argument: ['<docx>', texts.docxArgument],
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    command
      .option('-o, --output-file <file>', say(texts.copyFile))
      .option('--force', say(texts.forceCopy))
      .option('--changes <all|safe|none>', say(texts.changes), 'all')
      .option('--date <YYYY-MM-DD>', say(texts.commentDate))
      .option('--quiet', say(texts.quietComments))
    withChecking(command, session)
    command.addHelpText('after', `\n${say(texts.annotateAfter)}`)
    command.action(async (path: string, options: AnnotateCommandOptions) => {
      const { annotateOne } = await import('./annotate-run.ts')
      session.status = await annotateOne(path, options, session)
    })
  },
}
