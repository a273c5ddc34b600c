/** The commands with their options. What a command does is loaded when it runs: help and version stay quick. */
import { Command, type CommanderError } from 'commander'
import { perhaps } from '../config.ts'
import { wrap } from '../report/wrap.ts'
import { displayWidth } from '../text/width.ts'
import { version } from '../version.ts'
import { fill, type Wording } from '../wording.ts'
import { commands } from './commands.ts'
import { wrong } from './options.ts'
import { writeAll } from './output.ts'
import type { Session } from './session.ts'
import { headings, texts } from './texts.ts'
import { quoted, usageFailure } from './usage.ts'

/** The program for the words `argv`. Commands that they do not name have nothing but their line in the help. */
export function programFor(argv: readonly string[], session: Session): Command {
  const say = (wording: Wording): string => fill(wording, session.lang, {})
  const program = new Command('hegao')
    .description(say(texts.about))
    .usage(say(texts.rootUsage))
    .option('--lang <zh|en>', say(texts.lang))
    .option('--no-color', say(texts.noColor))
    .version(version, '-v, --version', say(texts.version))
    .helpOption('-h, --help', say(texts.help))
    .addHelpText('after', `\n${say(texts.helpAfter)}`)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: (text) => writeAll(1, text), writeErr: () => {}, getOutHelpWidth: () => 100 })
    .configureHelp({
      displayWidth,
      // Commander breaks lines at blanks only, of which Chinese has none.
      boxWrap: (text, columns) =>
        text
          .split('\n')
          .flatMap((line) => wrap(line, columns))
          .join('\n'),
      showGlobalOptions: true,
      styleTitle: (title) => (session.lang === 'zh' ? (headings[title] ?? title) : title),
      subcommandTerm: (command) => command.name(),
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    })
    .helpCommand('help [command]', say(texts.helpCommandAbout))
  program.exitOverride(complainer(argv, program, program, session))
  program.hook('preAction', (_, command) => refuseSwallowed(program, command, session))
  for (const table of commands) {
    const { name, about, usage, argument, isDefault = false } = table
    const command = program.command(name, { isDefault }).description(say(about)).usage(say(usage))
    command.exitOverride(complainer(argv, program, command, session))
    if (argument) command.argument(argument[0], say(argument[1]))
    if (isDefault || argv.includes(name)) table.complete(command, session)
  }
  return program
}

/** `--baseline --quiet`: commander takes the option for the file that was forgotten. */
function refuseSwallowed(program: Command, command: Command, { lang }: Session): void {
  const known = new Set([program, command].flatMap(({ options }) => options.map(({ long }) => long)))
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName())
    if (!option.required || typeof value !== 'string' || !known.has(value)) continue
    throw wrong(texts.optionValue, lang, { name: option.flags })
  }
}

/** Turns commander's complaints into ours, with the option or command that was probably meant. */
function complainer(
  argv: readonly string[],
  program: Command,
  command: Command,
  { lang }: Session,
): (error: CommanderError) => never {
  return (error) => {
    if (error.exitCode === 0) throw error
    // `help chek`: commander shows the help and says nothing.
    const wanted = argv[argv.indexOf('help') + 1]
    if (error.code === 'commander.help' && argv.includes('help') && wanted !== undefined) {
      const names = program.commands.map((one) => one.name())
      throw wrong(texts.unknownCommand, lang, { name: wanted }, perhaps(wanted, names, lang))
    }
    const known: Readonly<Record<string, () => string[]>> = {
      'commander.unknownOption': () => [program, command].flatMap(({ options }) => options.map(({ long }) => long ?? '')),
      'commander.unknownCommand': () => program.commands.map((one) => one.name()),
    }
    // An argument is named as the help explains it: its own name is one word of English.
    const argument = command.registeredArguments.find(
      (one) => error.code === 'commander.missingArgument' && one.name() === quoted(error),
    )
    throw usageFailure(error, lang, perhaps(quoted(error), known[error.code]?.() ?? [], lang), argument?.description) ?? error
  }
}
