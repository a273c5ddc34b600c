/** Options of those who check many files again and again: what is ignored, what is known, what was changed. */
import type { Command } from 'commander'
import { fill, type Wording } from '../../wording.ts'
import type { ReadingOptions } from '../options.ts'
import type { Session } from '../session.ts'
import { gateTexts } from './gate-texts.ts'

/** What is known and what was changed: of `check`. */
export interface GateOptions extends Pick<ReadingOptions, 'inlineConfig'> {
  readonly baseline?: string
  readonly writeBaseline?: string | true
  readonly pruneBaseline?: true
  readonly since?: string
  readonly staged?: true
}

const collected = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** Of commands that take folders: `SelectionOptions` of paths.ts. */
export function withSelection(command: Command, { lang }: Session): Command {
  const say = (wording: Wording): string => fill(wording, lang, {})
  return command
    .option('--ignore-path <file>', say(gateTexts.ignorePath), collected)
    .option('--ignore-pattern <pattern>', say(gateTexts.ignorePattern), collected)
    .option('--no-ignore', say(gateTexts.noIgnore))
    .option('--no-gitignore', say(gateTexts.noGitignore))
    .option('--no-error-on-unmatched-pattern', say(gateTexts.noUnmatched))
}

export function withGate(command: Command, { lang }: Session): Command {
  const say = (wording: Wording): string => fill(wording, lang, {})
  return command
    .option('--baseline <file>', say(gateTexts.baseline))
    .option('--write-baseline [file]', say(gateTexts.writeBaseline))
    .option('--prune-baseline', say(gateTexts.pruneBaseline))
    .option('--since <rev>', say(gateTexts.since))
    .option('--staged', say(gateTexts.staged))
    .option('--print-config <file>', say(gateTexts.printConfig))
}

/**
 * `--write-baseline 材料/` means the paths: only a name that ends like a baseline's is taken for one; and behind
 * `--prune-baseline`, which takes none, such a name is not a text. Of what was changed, all is meant where no path is named.
 */
export function untangled<Options extends GateOptions>(
  paths: readonly string[],
  options: Options,
): readonly [paths: readonly string[], options: Options] {
  const { writeBaseline, since, staged } = options
  if (paths.length === 0 && (since !== undefined || staged)) return [['.'], options]
  const [first, ...others] = paths
  if (options.pruneBaseline && options.baseline === undefined && first?.endsWith('.json')) {
    return [others, { ...options, baseline: first }]
  }
  if (typeof writeBaseline !== 'string' || writeBaseline.endsWith('.json')) return [paths, options]
  return [[writeBaseline, ...paths], { ...options, writeBaseline: true }]
}
