/** What holds for one run of the program, whatever the command. */
import { langs } from '../config.ts'
import { failure } from '../errors.ts'
import { coloured, type Palette, plain } from '../report/palette.ts'
import { fill, type Lang } from '../wording.ts'
import { texts } from './texts.ts'

export interface Session {
  /** Of help and complaints, and of reports where nothing else is configured. */
  readonly lang: Lang
  /** The user named the language: a configuration file does not change it. */
  readonly isLangGiven: boolean
  /** `--no-color` was not given. */
  readonly isColourAllowed: boolean
  /** Of the command that ran; 130 where it was interrupted. */
  status: 0 | 1 | 2 | 130
}

/** `--lang` must be known before the options are declared, since their help is in that language. */
export function sessionFor(argv: readonly string[], env: NodeJS.ProcessEnv): Session {
  const given = langIn(argv) ?? (env.HEGAO_LANG || undefined)
  const lang = langs.find((one) => one === given)
  if (given !== undefined && !lang) {
    throw failure('usage', { problem: fill(texts.noLang, 'zh', { lang: given }) })
  }
  const isColourAllowed = !optionsIn(argv).includes('--no-color')
  return { lang: lang ?? 'zh', isLangGiven: lang !== undefined, isColourAllowed, status: 0 }
}

/** The words before `--`, behind which all are paths. */
function optionsIn(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end < 0 ? argv : argv.slice(0, end)
}

function langIn(argv: readonly string[]): string | undefined {
  const options = optionsIn(argv)
  const at = options.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return undefined
  const word = options[at] as string
  // Without a value it is commander who complains.
  return word === '--lang' ? options[at + 1] : word.slice('--lang='.length)
}

/** `--no-color` is stronger than FORCE_COLOR, that than NO_COLOR, and that than the terminal. */
function isColoured(env: NodeJS.ProcessEnv, isTerminal: () => boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env
  if (force !== undefined) return force !== '0' && force !== 'false'
  return !no && term !== 'dumb' && isTerminal()
}

/** The colours for standard output. */
export async function paletteFor({ isColourAllowed }: Session): Promise<Palette> {
  // node:tty costs a tenth of a start; only here it is worth it.
  const isTerminal = (): boolean => process.getBuiltinModule('node:tty').isatty(1)
  return isColourAllowed && isColoured(process.env, isTerminal) ? coloured(1) : plain
}
