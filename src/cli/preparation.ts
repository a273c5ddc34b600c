/** What every command does before the first file: configuration, rules, language; and how it takes a file in. */
import { type Config, chooseRules, emptyConfig, parseConfig, parseOverride } from '../config.ts'
import { failure, HegaoError } from '../errors.ts'
import { type CheckOptions, rules } from '../hegao.ts'
import { readFile } from '../read/file.ts'
import { readStdin } from '../read/stdin.ts'
import type { Lang } from '../wording.ts'
import { type ReadingOptions, settingsOf } from './options.ts'
import type { Target } from './paths.ts'
import type { Session } from './session.ts'

export interface Prepared {
  /** Of the report: the command line's, else the configuration's. */
  readonly lang: Lang
  readonly check: CheckOptions
}

function configFrom(path: string | undefined, lang: Lang): Config {
  if (path === undefined) return emptyConfig
  let bytes: Uint8Array
  try {
    bytes = readFile(path)
  } catch (error) {
    if (!(error instanceof HegaoError)) throw error
    throw failure('config-unreadable', { path, reason: error.sentence(lang) }, error)
  }
  return parseConfig(new TextDecoder().decode(bytes), path, rules, lang)
}

/** Reads the configuration and chooses the rules; throws the first thing that is wrong with them. */
export function prepare(options: ReadingOptions, session: Session): Prepared {
  const config = configFrom(options.config, session.lang)
  const overrides = new Map((options.rule ?? []).map((text) => parseOverride(text, rules, session.lang)))
  return {
    lang: session.isLangGiven ? session.lang : (config.lang ?? session.lang),
    check: {
      ...(options.encoding !== undefined && { encoding: options.encoding }),
      settings: settingsOf(options),
      rules: chooseRules(rules, config, overrides),
    },
  }
}

/** The bytes of a target, or the failure that stands in their place. */
export function bytesOf(target: Target): Uint8Array | HegaoError {
  if ('error' in target) return target.error
  try {
    return target.from === 'stdin' ? readStdin() : readFile(target.path)
  } catch (error) {
    if (error instanceof HegaoError) return error
    throw error
  }
}
