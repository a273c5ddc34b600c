/** `hegao init`: a first configuration, with words on what may stand in it. */
import type { CommandTable } from '../command.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { texts } from '../texts.ts'

export const init: CommandTable = {
  name: 'init',
  about: gateTexts.initAbout,
  usage: texts.noneUsage,
  complete(command, session) {
    command.action(async () => {
      const { writeConfig } = await import('./init-run.ts')
      writeConfig(session)
    })
  },
}
