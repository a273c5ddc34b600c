/** `hegao fix`: applies safe fixes and tells what is left; with `--dry-run` only a diff. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withSelection } from '../gate/gate-options.ts'
import { type ReportingOptions, type TimeOptions, withReading, withReporting, withTimeLimit } from '../options.ts'
import { texts } from '../texts.ts'

export const fix: CommandTable = {
  name: 'fix',
  about: texts.fixAbout,
  usage: texts.pathsUsage,
  argument: ['[paths...]', texts.pathsArgument],
  complete(command, session) {
    command.option('--dry-run', fill(texts.dryRun, session.lang, {}))
    withReporting(command, session)
    withReading(command, session)
    withTimeLimit(command, session)
    withSelection(command, session)
    command.action(async (paths: string[], options: ReportingOptions & TimeOptions & { readonly dryRun?: boolean }) => {
      const { checkAll } = await import('./check-run.ts')
      session.status = await checkAll(paths, options, options.dryRun ? 'show' : 'write', session)
    })
  },
}
