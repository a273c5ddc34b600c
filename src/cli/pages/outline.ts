/** `hegao outline`: the headings and items of one report. No rule runs. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withConfig, withTimeLimit, withVia } from '../options.ts'
import { texts } from '../texts.ts'
import type { OutlineOptions } from './parse-run.ts'

export const outline: CommandTable = {
  name: 'outline',
  about: texts.outlineAbout,
  usage: texts.pathUsage,
  argument: ['<path>', texts.pathArgument],
  complete(command, session) {
    withTimeLimit(withConfig(withVia(command, session), session), session)
      .option('--encoding <name>', fill(texts.encoding, session.lang, {}))
      .option('--stdin-filename <name>', fill(texts.stdinFilename, session.lang, {}))
      .action(async (path: string, options: OutlineOptions) => {
        const { outlineOne } = await import('./parse-run.ts')
        session.status = await outlineOne(path, options, session)
      })
  },
}
