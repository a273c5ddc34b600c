/** `hegao rules`: every rule with its default level and what it says, in columns. */

import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { texts } from '../texts.ts'

export const rules: CommandTable = {
  name: 'rules',
  about: texts.rulesAbout,
  usage: texts.noneUsage,
  complete(command, session) {
    command.option('--stale', fill(texts.staleOption, session.lang, {}))
    command.option('-f, --format <name>', fill(texts.rulesFormat, session.lang, {}), 'text')
    command.action(async (options: { readonly stale?: true; readonly format: string }) => {
      const { listRules } = await import('./rules-run.ts')
      await listRules(session, options)
    })
  },
}
