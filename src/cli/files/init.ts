/** `hegao init`: a first configuration, with words on what may stand in it. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { texts } from '../texts.ts'

export const init: CommandTable = {
  name: 'init',
  about: gateTexts.initAbout,
  usage: texts.noneUsage,
  complete(command, session) {
    command
      .option('--facts <report>', fill(gateTexts.initFacts, session.lang, {}))
      .action(async ({ facts }: { readonly facts?: string }) => {
        if (facts !== undefined) {
          const { writeFacts } = await import('./init-facts-run.ts')
          await writeFacts(facts, session)
          return
        }
        const { writeConfig } = await import('./init-run.ts')
        writeConfig(session)
      })
  },
}
