/** `hegao parse`: one report as one JSON document. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { withPositions, withReading, withTimeLimit } from '../options.ts'
import { texts } from '../texts.ts'
import type { ParseOptions } from './parse-run.ts'

export const parse: CommandTable = {
  name: 'parse',
  about: texts.parseAbout,
  usage: texts.pathUsage,
  argument: ['<path>', texts.pathArgument],
  complete(command, session) {
    command
      .option('-o, --output-file <file>', fill(texts.outputFile, session.lang, {}))
      .option('--force', fill(texts.forceResult, session.lang, {}))
      .option('--statements', fill(texts.statements, session.lang, {}))
    withPositions(command, session)
    withTimeLimit(withReading(command, session), session)
    command.action(async (path: string, options: ParseOptions) => {
      const { parseOne } = await import('./parse-run.ts')
      session.status = await parseOne(path, options, session)
    })
  },
}
