/** `hegao completion`: a script for a shell. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { texts } from '../texts.ts'

export const completion: CommandTable = {
  name: 'completion',
  about: texts.completionAbout,
  usage: texts.completionUsage,
  argument: ['<shell>', texts.completionArgument],
  complete(command, session) {
    command.addHelpText('after', `\n${fill(texts.completionAfter, session.lang, {})}`)
    command.action(async (shell: string) => {
      const { printCompletion } = await import('./completion-run.ts')
      await printCompletion(shell, session)
    })
  },
}
