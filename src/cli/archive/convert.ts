/** `hegao convert`: an archive as data, one JSON document a report. */
import { fill, type Lang, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withSelection } from '../gate/gate-options.ts'
import { type Jobs, type ReadingOptions, withJobs, withReading, wrong } from '../options.ts'
import type { Session } from '../session.ts'
import { archiveTexts } from './archive-texts.ts'

export interface ConvertOptions extends ReadingOptions {
  readonly outDir?: string
  readonly resume?: boolean
  readonly force?: boolean
  readonly jobs: Jobs
  /** Seconds that one file may take. */
  readonly timeout: number
  readonly jsonl?: boolean
  /** Address of a Redis server. */
  readonly queue?: string
}

function secondsOf(text: string, complaint: Wording, lang: Lang): number {
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(text) || Number(text) <= 0) throw wrong(complaint, lang, { value: text })
  return Number(text)
}

/** Texts of numbers → numbers, or a failure in the user's language. */
export const archiveValues = ({ lang }: Session) => ({
  timeout: (text: string): number => secondsOf(text, archiveTexts.noSeconds, lang),
  idle: (text: string): number => secondsOf(text, archiveTexts.noIdle, lang),
})

export const convert: CommandTable = {
  name: 'convert',
  about: archiveTexts.convertAbout,
  usage: archiveTexts.convertUsage,
  argument: ['[paths...]', archiveTexts.convertArgument],
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    const { timeout } = archiveValues(session)
    command
      .option('-o, --out-dir <dir>', say(archiveTexts.outDir))
      .option('--resume', say(archiveTexts.resume))
      .option('--force', say(archiveTexts.force))
    withJobs(command, session, archiveTexts.jobs)
      .option('--timeout <seconds>', say(archiveTexts.timeout), timeout, 60)
      .option('--jsonl', say(archiveTexts.jsonl))
      .option('--queue <url>', say(archiveTexts.queue))
    withReading(command, session)
    withSelection(command, session)
    command.addHelpText('after', `\n${say(archiveTexts.convertHelp)}`)
    command.action(async (paths: string[], options: ConvertOptions) => {
      const { convertAll } = await import('./convert-run.ts')
      session.status = await convertAll(paths, options, session)
    })
  },
}
