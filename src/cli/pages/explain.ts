/** `hegao explain`: the page of one rule. */
import type { CommandTable } from '../command.ts'
import { texts } from '../texts.ts'

export const explain: CommandTable = {
  name: 'explain',
  about: texts.explainAbout,
  usage: texts.ruleUsage,
  argument: ['<rule>', texts.ruleArgument],
  complete(command, session) {
    command.action(async (id: string) => {
      const { explainRule } = await import('./rules-run.ts')
      explainRule(id, session)
    })
  },
}
