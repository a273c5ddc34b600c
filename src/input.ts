/** What callers of the library say, made into what the pipeline takes. */
import { chooseRules, emptyConfig, parseConfig } from './config.ts'
import { failure } from './errors.ts'
import { type CheckOptions, rules } from './hegao.ts'
import type { Level, OptionValue } from './rule.ts'
import type { Lang } from './wording.ts'

/**
 * One document that is in memory. `path` is a name: nothing is opened. It tells .md from plain text and stands in what is
 * told; without it the document is plain text called `<text>`.
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

const problems = {
  year: { zh: '应当是四位年份', en: 'must be a year of four digits' },
  asOf: { zh: '应当是日期 YYYY-MM-DD', en: 'must be a date YYYY-MM-DD' },
} as const

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1000 && year <= 2999

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/**
 * The options of the pipeline.
 * @throws HegaoError `config-invalid` for an unknown rule or option, a wrong level, year or day
 */
export function checkOptionsFrom({ rules: settings, lang = 'zh', encoding, year, asOf }: Options): CheckOptions {
  const refuse = (key: keyof typeof problems): never => {
    throw failure('config-invalid', { key, problem: problems[key][lang] })
  }
  if (year !== undefined && !isYear(year)) refuse('year')
  if (asOf !== undefined && !isDay(asOf)) refuse('asOf')
  // One validator for files and callers: through JSON, which is what a configuration file holds.
  const config = settings ? parseConfig(JSON.stringify({ rules: settings }), 'options', rules, lang) : emptyConfig
  return {
    ...(encoding !== undefined && { encoding }),
    settings: { ...(year !== undefined && { year }), ...(asOf !== undefined && { asOf }) },
    rules: chooseRules(rules, config),
  }
}
