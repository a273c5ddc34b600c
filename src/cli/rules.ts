/** `hegao rules`: every rule with its default level and what it says, in columns. */
import type { CommandTable } from './command.ts'
import { texts } from './texts.ts'

export const rules: CommandTable = {
  name: 'rules',
  about: texts.rulesAbout,
  usage: texts.noneUsage,
  complete(command, session) {
    command.action(async () => {
      const { listRules } = await import('./rules-run.ts')
      await listRules(session)
    })
  },
}
