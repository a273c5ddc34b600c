/** `hegao version`: as `--version`. */
import { version as own } from '../../version.ts'
import type { CommandTable } from '../command.ts'
import { printed } from '../output.ts'
import { texts } from '../texts.ts'

export const version: CommandTable = {
  name: 'version',
  about: texts.versionAbout,
  usage: texts.noneUsage,
  complete(command, session) {
    command.action(() => printed(`${own}\n`, session.lang))
  },
}
