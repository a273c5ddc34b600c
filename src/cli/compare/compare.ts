/** `hegao compare`: what a text took over from another one, and what should not have been. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { type ReportingOptions, withReading, withReporting, wrong } from '../options.ts'
import { compareTexts } from './compare-texts.ts'

export interface CompareOptions extends ReportingOptions {
  readonly body?: string
  readonly oldYear?: string
  readonly folder?: string
  readonly least: string
}

export const compare: CommandTable = {
  name: 'compare',
  about: compareTexts.about,
  usage: compareTexts.usage,
  argument: ['[paths...]', compareTexts.argument],
  complete(command, session) {
    const { lang } = session
    withReporting(command, session)
    withReading(command, session)
    command
      .option('--body <same|other>', fill(compareTexts.body, lang, {}))
      .option('--old-year <YYYY>', fill(compareTexts.oldYear, lang, {}))
      .option('--folder <folder>', fill(compareTexts.folder, lang, {}))
      .option('--least <n>', fill(compareTexts.least, lang, {}), '25')
      .addHelpText('after', `\n${fill(compareTexts.after, lang, {})}`)
    command.action(async (paths: string[], options: CompareOptions) => {
      if (options.folder !== undefined) {
        if (paths.length > 0) throw wrong(compareTexts.folderAlone, lang, {})
        const { compareFolder } = await import('./folder-run.ts')
        session.status = await compareFolder(options.folder, options, session)
        return
      }
      const [old, now, ...more] = paths
      if (old === undefined || now === undefined || more.length > 0) throw wrong(compareTexts.two, lang, {})
      const { compareTwo } = await import('./compare-run.ts')
      session.status = await compareTwo(old, now, options, session)
    })
  },
}
