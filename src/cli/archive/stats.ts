/** `hegao stats`: a converted archive in numbers. */
import { perhaps } from '../../config.ts'
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { wrong } from '../options.ts'
import { texts } from '../texts.ts'
import { type StatsFormat, type StatsOptions, statsFormats } from './archive-options.ts'
import { archiveTexts } from './archive-texts.ts'

export const stats: CommandTable = {
  name: 'stats',
  about: archiveTexts.statsAbout,
  usage: archiveTexts.statsUsage,
  argument: ['<dir>', archiveTexts.statsArgument],
  complete(command, session) {
    const { lang } = session
    const format = (text: string): StatsFormat => {
      const known = statsFormats.find((one) => one === text)
      if (!known) throw wrong(texts.noFormat, lang, { format: text }, perhaps(text, statsFormats, lang))
      return known
    }
    command
      .option('-f, --format <name>', fill(archiveTexts.statsFormat, lang, {}), format, 'text')
      .option('-o, --output-file <file>', fill(texts.outputFile, lang, {}))
      .option('--force', fill(texts.forceResult, lang, {}))
      .action(async (folder: string, options: StatsOptions) => {
        const { tellStats } = await import('./stats-run.ts')
        await tellStats(folder, options, session)
      })
  },
}
