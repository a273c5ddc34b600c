/** `hegao check`: findings of every file, one file at a time. */
import { fill } from '../wording.ts'
import type { CommandTable } from './command.ts'
import { type ReportingOptions, withReading, withReporting } from './options.ts'
import { texts } from './texts.ts'

export const check: CommandTable = {
  name: 'check',
  about: texts.checkAbout,
  usage: texts.pathsUsage,
  argument: ['[paths...]', texts.pathsArgument],
  isDefault: true,
  complete(command, session) {
    withReporting(command, session)
    withReading(command, session)
    command.option('--fix', fill(texts.fix, session.lang, {}))
    command.action(async (paths: string[], options: ReportingOptions & { readonly fix?: boolean }) => {
      const { checkAll } = await import('./check-run.ts')
      session.status = await checkAll(paths, options, options.fix ? 'write' : 'no', session)
    })
  },
}
