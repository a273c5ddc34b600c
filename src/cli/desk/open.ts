/** `hegao open`: what people do who have no terminal: the findings as a page in the browser, or the page 核稿.html. */
import { fill, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withSelection } from '../gate/gate-options.ts'
import { withReading, withTimeLimit } from '../options.ts'
import { deskTexts } from './desk-texts.ts'
import type { OpenOptions } from './open-run.ts'

export const open: CommandTable = {
  name: 'open',
  about: deskTexts.openAbout,
  usage: deskTexts.openUsage,
  argument: ['[paths...]', deskTexts.openArgument],
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    command.option('--no-start', say(deskTexts.noStart))
    withTimeLimit(withSelection(withReading(command, session), session), session)
    command.addHelpText('after', `\n${say(deskTexts.openAfter)}`)
    command.action(async (paths: string[], options: OpenOptions) => {
      const { openAll } = await import('./open-run.ts')
      session.status = await openAll(paths, options, session)
    })
  },
}
