/** Colours by meaning, and the one place where lines become text. */
import { commandless, printable } from './printable.ts'

const styles = ['plain', 'file', 'error', 'warning', 'info', 'dim', 'added', 'removed', 'good'] as const

/** What a piece of a line is; a palette says how it looks. */
export type Style = (typeof styles)[number]

export type Palette = Readonly<Record<Style, (text: string) => string>>

/** A line of output in styled pieces, without its end. */
export type Line = readonly (readonly [style: Style, text: string])[]

const same = (text: string): string => text

/** No colours. */
export const plain: Palette = Object.fromEntries(styles.map((style) => [style, same])) as Palette

/** Colours through chalk, which is loaded only here: it costs a sixth of a start. `level` 1 to 3 as chalk counts. */
export async function coloured(level: 1 | 2 | 3): Promise<Palette> {
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level })
  return {
    plain: same,
    file: chalk.underline,
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.blue,
    dim: chalk.dim,
    added: chalk.green,
    removed: chalk.red,
    good: chalk.green,
  }
}

/**
 * Lines as text. Every character that comes from a file passes here, and is made harmless before our own colours: each
 * piece for terminals, and where together they would be a command of a CI system, the line without its colours.
 */
export function render(lines: readonly Line[], palette: Palette): string {
  let text = ''
  for (const line of lines) {
    const pieces = line.map(([style, piece]) => [style, printable(piece)] as const)
    const bare = pieces.map(([, piece]) => piece).join('')
    const harmless = commandless(bare)
    if (harmless === bare) for (const [style, piece] of pieces) text += piece === '' ? '' : palette[style](piece)
    else text += harmless
    text += '\n'
  }
  return text
}
