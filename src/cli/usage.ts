/** What commander complains of in English → failures in the user's language. */
import { CommanderError } from 'commander'
import { failure, type HegaoError } from '../errors.ts'
import { fill, type Lang, type Wording } from '../wording.ts'
import { texts } from './texts.ts'

/** By commander's code. */
const complaints: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': texts.unknownOption,
  'commander.optionMissingArgument': texts.optionValue,
  'commander.missingArgument': texts.missingArgument,
  'commander.excessArguments': texts.excessArguments,
  'commander.unknownCommand': texts.unknownCommand,
}

/** Help or the version was printed: nothing is wrong. */
export const isHelp = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0

/** The name that commander puts into quotes. */
export const quoted = ({ message }: CommanderError): string => /'([^']*)'/.exec(message)?.[1] ?? ''

/** The failure that a complaint of commander about `name` is; undefined for any other error. `suggestion` is put behind it. */
export function usageFailure(error: unknown, lang: Lang, suggestion = '', name?: string): HegaoError | undefined {
  if (!(error instanceof CommanderError)) return undefined
  const wording = complaints[error.code] ?? texts.otherUsage
  const said = fill(wording, lang, { name: name ?? quoted(error), message: error.message.replace(/^error: /, '') })
  return failure('usage', { problem: said + suggestion }, error)
}
