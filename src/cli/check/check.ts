/** `hegao check`: findings of every file, in the order of the files. */
import { existsSync } from 'node:fs'
import { perhaps } from '../../config.ts'
import { nearest } from '../../text/nearest.ts'
import { fill, type Lang } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { type GateOptions, untangled, withGate, withSelection } from '../gate/gate-options.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import {
  type Jobs,
  type ReportingOptions,
  type TimeOptions,
  withJobs,
  withReading,
  withReporting,
  withTimeLimit,
  wrong,
} from '../options.ts'
import { texts } from '../texts.ts'
import { type CacheOptions, withCache } from './cache-options.ts'

interface Options extends ReportingOptions, TimeOptions, GateOptions, CacheOptions {
  readonly fix?: boolean
  readonly printConfig?: string
  readonly jobs: Jobs
}

/** A misspelt command is taken for a file by commander; that no file is called so tells the two apart. */
function refuseCommand(first: string | undefined, names: readonly string[], lang: Lang): void {
  if (first === undefined || !/^[a-z]+$/.test(first) || existsSync(first)) return
  // Behind an option the name of a command is taken for a file, too.
  if (names.includes(first)) throw wrong(texts.commandFirst, lang, { name: first })
  if (nearest(first, names) === undefined) return
  throw wrong(texts.noCommand, lang, { name: first }, perhaps(first, names, lang))
}

export const check: CommandTable = {
  name: 'check',
  about: texts.checkAbout,
  usage: texts.pathsUsage,
  argument: ['[paths...]', texts.pathsArgument],
  isDefault: true,
  complete(command, session) {
    withReporting(command, session)
    withReading(command, session)
    withTimeLimit(command, session)
    command.option('--fix', fill(texts.fix, session.lang, {}))
    withSelection(command, session)
    withGate(command, session)
    withCache(command, session)
    withJobs(command, session, texts.checkJobs)
    command.action(async (named: string[], given: Options) => {
      if (given.printConfig !== undefined) {
        const { printConfig } = await import('../files/print-config.ts')
        session.status = await printConfig(given.printConfig, given, session)
        return
      }
      const [paths, options] = untangled(named, given)
      if (options.fix && options.staged) throw wrong(gateTexts.notTogether, session.lang, { one: '--fix', other: '--staged' })
      refuseCommand(named[0], command.parent?.commands.map((one) => one.name()) ?? [], session.lang)
      const { checkAll } = await import('./check-run.ts')
      session.status = await checkAll(paths, options, options.fix ? 'write' : 'no', session)
    })
  },
}
