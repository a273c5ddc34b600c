/** Scripts that complete the words of a command line. They are made of the same tables as the help. */
import { perhaps } from '../../config.ts'
import { rules } from '../../hegao.ts'
import { formats } from '../../report/formats.ts'
import { wrong } from '../options.ts'
import { printed } from '../output.ts'
import type { Session } from '../session.ts'
import { texts } from '../texts.ts'

interface CommandWords {
  readonly name: string
  readonly about: string
  readonly options: readonly { readonly name: string; readonly about: string; readonly takesValue: boolean }[]
}

interface Words {
  readonly commands: readonly CommandWords[]
  readonly formats: readonly string[]
  readonly rules: readonly string[]
}

async function wordsOf(session: Session): Promise<Words> {
  const [{ programFor }, { commands }] = await Promise.all([import('../program.ts'), import('../commands.ts')])
  const program = programFor(
    commands.map(({ name }) => name),
    session,
  )
  const shared = program.options
  return {
    commands: program.commands.map((command) => ({
      name: command.name(),
      about: command.description(),
      options: [...command.options, ...shared].flatMap(({ long, description, required, optional }) =>
        long ? [{ name: long, about: description, takesValue: required || optional }] : [],
      ),
    })),
    formats,
    rules: rules.map(({ id }) => id),
  }
}

const optionsOf = ({ options }: CommandWords): string => options.map(({ name }) => name).join(' ')

/** The same function serves bash, and zsh by its own emulation of bash. */
const bash = ({ commands, formats: names, rules: ids }: Words): string => `_hegao() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=check word words=
  for word in "\${COMP_WORDS[@]:1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break;; esac
  done
  case $previous in
    -f|--format) words="${names.join(' ')}";;
    --only|--rule|explain) words="${ids.join(' ')}";;
    completion) words="bash zsh fish powershell";;
    help) words="${commands.map(({ name }) => name).join(' ')}";;
    --lang) words="zh en";;
  esac
  if [ -z "$words" ]; then
    case $current in
      -*) case $command in
${commands.map((command) => `        ${command.name}) words="${optionsOf(command)}";;`).join('\n')}
      esac;;
      *) [ "$COMP_CWORD" -eq 1 ] && words="${commands.map(({ name }) => name).join(' ')}";;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ "$COMP_CWORD" -eq 1 ] && [ "\${current#-}" = "$current" ]; then COMPREPLY+=($(compgen -f -- "$current")); fi
}
complete -o default -F _hegao hegao
`

const zsh = (words: Words): string => `#compdef hegao
autoload -U +X bashcompinit && bashcompinit
${bash(words)}`

/** In single quotes, in which only these two mean something to fish. */
const quotedForFish = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const fish = ({ commands, formats: names, rules: ids }: Words): string =>
  [
    ...commands.map(({ name, about }) => `complete -c hegao -n __fish_use_subcommand -a ${name} -d ${quotedForFish(about)}`),
    ...commands.flatMap(({ name, options }) =>
      options.map(
        (one) =>
          `complete -c hegao -n '__fish_seen_subcommand_from ${name}' -l ${one.name.slice(2)}${one.takesValue ? ' -r' : ''} -d ${quotedForFish(one.about)}`,
      ),
    ),
    `complete -c hegao -s f -l format -x -a '${names.join(' ')}'`,
    `complete -c hegao -l only -l rule -x -a '${ids.join(' ')}'`,
    `complete -c hegao -n '__fish_seen_subcommand_from explain' -f -a '${ids.join(' ')}'`,
    `complete -c hegao -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish powershell'`,
    '',
  ].join('\n')

const listOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

const powershell = ({
  commands,
  formats: names,
  rules: ids,
}: Words): string => `Register-ArgumentCompleter -Native -CommandName hegao -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @(${listOf(commands.map(({ name }) => name))})
  $options = @{
${commands.map(({ name, options }) => `    '${name}' = @(${listOf(options.map((one) => one.name))})`).join('\n')}
  }
  $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = @($given | Where-Object { $commands -contains $_ }) | Select-Object -First 1
  if (-not $command) { $command = 'check' }
  $before = if ($wordToComplete) { $given | Select-Object -SkipLast 1 | Select-Object -Last 1 } else { $given | Select-Object -Last 1 }
  $words = switch ($before) {
    { $_ -in '-f', '--format' } { @(${listOf(names)}) }
    { $_ -in '--only', '--rule', 'explain' } { @(${listOf(ids)}) }
    'completion' { @('bash', 'zsh', 'fish', 'powershell') }
    default { if ($wordToComplete -like '-*') { $options[$command] } elseif ($given.Count -le 1) { $commands } else { @() } }
  }
  $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`

const scripts: Readonly<Record<string, (words: Words) => string>> = { bash, zsh, fish, powershell }

export async function printCompletion(shell: string, session: Session): Promise<void> {
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined
  if (!script) throw wrong(texts.noShell, session.lang, { shell }, perhaps(shell, Object.keys(scripts), session.lang))
  printed(script(await wordsOf(session)), session.lang)
}
