/** `hegao parse`: one report as one JSON document. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { type ReadingOptions, withReading } from '../options.ts'
import { texts } from '../texts.ts'

export const parse: CommandTable = {
  name: 'parse',
  about: texts.parseAbout,
  usage: texts.pathUsage,
  argument: ['<path>', texts.pathArgument],
  complete(command, session) {
    command.option('-o, --output-file <file>', fill(texts.outputFile, session.lang, {}))
    withReading(command, session)
    command.action(async (path: string, options: ReadingOptions & { readonly outputFile?: string }) => {
      const { parseOne } = await import('./parse-run.ts')
      session.status = await parseOne(path, options, session)
    })
  },
}
