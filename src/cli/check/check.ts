/** `hegao check`: findings of every file, one file at a time. */
import { fill } from '../wording.ts'
import { type CacheOptions, withCache } from './cache-options.ts'
import type { CommandTable } from './command.ts'
import { type GateOptions, untangled, withGate, withSelection } from './gate-options.ts'
import { gateTexts } from './gate-texts.ts'
import { type ReportingOptions, withReading, withReporting, wrong } from './options.ts'
import { texts } from './texts.ts'

type Options = ReportingOptions & GateOptions & CacheOptions & { readonly fix?: boolean; readonly printConfig?: string }

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
    withSelection(command, session)
    withGate(command, session)
    withCache(command, session)
    command.action(async (named: string[], given: Options) => {
      if (given.printConfig !== undefined) {
        const { printConfig } = await import('./print-config.ts')
        session.status = await printConfig(given.printConfig, given, session)
        return
      }
      const [paths, options] = untangled(named, given)
      if (options.fix && options.staged) throw wrong(gateTexts.notTogether, session.lang, { one: '--fix', other: '--staged' })
      const { checkAll } = await import('./check-run.ts')
      session.status = await checkAll(paths, options, options.fix ? 'write' : 'no', session)
    })
  },
}
