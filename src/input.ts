/** What callers of the library say, made into what the pipeline takes. */

import { houseFrom } from './config/house.ts'
import { fileKeys } from './config/keys.ts'
import { configFrom } from './config/parse.ts'
import { chooseRules } from './config.ts'
import { failure } from './errors.ts'
import { type CheckOptions, rules } from './hegao.ts'
import type { Level, OptionValue } from './rule.ts'
import type { Lang, Wording } from './wording.ts'

/**
 * One document that is in memory. `path` is a name: nothing is opened. It tells kinds of text apart (.md, .html, .txt) and
 * stands in what is told; without it a text is plain text called `<text>`. Bytes may be of any format that hegao reads.
 */
export type Input = { readonly path?: string } & (
  | { readonly bytes: Uint8Array; readonly text?: never }
  | { readonly text: string; readonly bytes?: never }
)

/** A level, or a level with options: as in a configuration file (schema/config.schema.json). */
export type RuleSettings = Readonly<
  Record<string, Level | readonly [level: Level] | readonly [level: Level, options: Readonly<Record<string, OptionValue>>]>
>

/** All may be left out: then every rule runs at its own level, and the document itself tells its encoding and its year. */
export interface Options {
  /** What differs from the rules' own levels and options. */
  readonly rules?: RuleSettings
  /** Terms of the house: nothing within them is told. */
  readonly terms?: readonly string[]
  /** Names of people, places and bodies: nothing within them is told. */
  readonly names?: readonly string[]
  /**
   * What the house knows of itself, as in hegao.facts.yaml (docs/facts.md), parsed: leaders, bodies, places, projects, sessions, and
   * the figures as a list. Nothing is opened.
   */
  readonly facts?: Readonly<Record<string, unknown>>
  /** False: comments in the document that silence rules are not obeyed. */
  readonly inlineConfig?: boolean
  /** The level at which such comments are told where they silence nothing; `warning` where it is left out. */
  readonly reportUnusedDirectives?: Level
  /** Language of sentences; `zh` where it is left out. */
  readonly lang?: Lang
  /** Of `bytes`: utf-8, gb18030, gbk, big5, utf-16le, utf-16be. */
  readonly encoding?: string
  /** The year the document belongs to, four digits. */
  readonly year?: number
  /** The day on which the document is read, `YYYY-MM-DD`. */
  readonly asOf?: string
}

const noName = '<text>'

/** What is read: the name and the bytes. A text is read as UTF-8 whatever its first characters look like. */
export function bytesOf(input: Input): { path: string; bytes: Uint8Array; encoding: 'utf-8' | undefined } {
  const path = input.path ?? noName
  return input.bytes === undefined
    ? { path, bytes: new TextEncoder().encode(input.text), encoding: 'utf-8' }
    : { path, bytes: input.bytes, encoding: undefined }
}

/** Options that mean what they mean in a configuration file: one validator for files and callers. */
const { rules: ruleKey, terms, names, reportUnusedDirectives, lang, year, asOf } = fileKeys
const sharedKeys = { rules: ruleKey, terms, names, reportUnusedDirectives, lang, year, asOf }

const noSheet: Wording = {
  zh: '当作库来用时不读文件，口径要写成列表',
  en: 'must be a list: the library opens no file',
}
const notBoolean: Wording = { zh: '应当是 true 或 false', en: 'must be true or false' }

/**
 * The options of the pipeline.
 * @throws HegaoError `config-invalid` for an unknown option or rule, and for a value that an option cannot have
 */
export function checkOptionsFrom({ encoding, inlineConfig, facts, ...shared }: Options): CheckOptions {
  if (inlineConfig !== undefined && typeof inlineConfig !== 'boolean') {
    throw failure('config-invalid', { key: 'inlineConfig', problem: notBoolean })
  }
  const house =
    facts === undefined
      ? undefined
      : houseFrom(facts, 'facts', shared.lang ?? 'zh', () => {
          throw failure('config-invalid', { key: 'facts.figures', problem: noSheet })
        })
  const config = configFrom(shared, undefined, rules, shared.lang ?? 'zh', sharedKeys)
  const { year, asOf, reportUnusedDirectives: unusedDirectives } = config
  return {
    ...(encoding !== undefined && { encoding }),
    settings: { ...(year !== undefined && { year }), ...(asOf !== undefined && { asOf }), ...(house && { facts: house }) },
    rules: chooseRules(rules, config),
    spared: [...config.terms, ...config.names],
    ...(inlineConfig !== undefined && { inlineConfig }),
    ...(unusedDirectives !== undefined && { unusedDirectives }),
  }
}
