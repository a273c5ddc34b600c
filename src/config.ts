/** What the user chose: the rules to run, their levels and options, and what else holds for a file. */
import { failure } from './errors.ts'
import type { ChosenRule } from './lint/run.ts'
import type { AnyRule, Level, Options, OptionValue } from './rule.ts'
import { nearest } from './text/nearest.ts'
import { type AnyData, fill, type Lang, type Wording } from './wording.ts'

export const levels: readonly Level[] = ['off', 'info', 'warning', 'error']
/** As a level may be written besides: eslint's word. */
export const otherLevels: Readonly<Record<string, Level>> = { warn: 'warning' }
export const langs: readonly Lang[] = ['zh', 'en']
export const encodings: readonly string[] = ['utf-8', 'gb18030', 'gbk', 'big5', 'utf-16le', 'utf-16be']

/** In place of a rule's id: all of them. What is said of a rule by itself is stronger. */
export const allRules = '*'

/** What the user said of a rule; what he left out stays as the rule has it. */
export interface RuleSetting {
  readonly level: Level
  readonly options: Readonly<Record<string, OptionValue>>
}

/** What may hold for all files, or for some. */
export interface Settled {
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Terms and names of the house: nothing within them is told. */
  readonly terms: readonly string[]
  readonly names: readonly string[]
  readonly year?: number
  /** `YYYY-MM-DD` */
  readonly asOf?: string
  readonly encoding?: string
}

/** What differs for the files that match. Patterns are those of .gitignore, from the folder of the configuration. */
export interface Override extends Settled {
  readonly files: readonly string[]
  readonly excludedFiles: readonly string[]
}

export interface Config extends Settled {
  /** Configurations that come before this one, as they are written. */
  readonly extends: readonly string[]
  readonly lang?: Lang
  readonly ignores: readonly string[]
  readonly reportUnusedDirectives?: Level
  readonly overrides: readonly Override[]
  /** The file with the facts of the house, as it is written; absolute once the configuration is completed. */
  readonly facts?: string
}

export const emptyConfig: Config = { rules: new Map(), terms: [], names: [], extends: [], ignores: [], overrides: [] }

const problems = {
  oneOf: { zh: '应当是 {values} 之一', en: 'must be one of {values}' },
  perhaps: { zh: '；是不是 {name}？', en: '; did you mean {name}?' },
  alike: { zh: '；有：{names}', en: '; there are: {names}' },
  noRule: { zh: '没有规则 {id}', en: 'There is no rule {id}' },
  override: { zh: '--rule 应当写成 规则:级别，不是 {text}', en: '--rule takes rule:level, not {text}' },
  noLevel: { zh: '--rule {id} 的级别{problem}，不是 {level}', en: 'The level of --rule {id} {problem}, not {level}' },
} as const satisfies Record<string, Wording>

const say = (problem: keyof typeof problems, lang: Lang, data: AnyData): string => fill(problems[problem], lang, data)

/** “；是不是 …？” where a name is close. */
export function perhaps(name: string, candidates: Iterable<string>, lang: Lang): string {
  const close = nearest(name, candidates)
  return close === undefined ? '' : say('perhaps', lang, { name: close })
}

/** What two say of the same rule: the later level, and all options, the later stronger. */
function rulesOver(before: Settled['rules'], after: Settled['rules']): Settled['rules'] {
  if (before.size === 0) return after
  const rules = new Map(before)
  for (const [id, { level, options }] of after) rules.set(id, { level, options: { ...before.get(id)?.options, ...options } })
  return rules
}

const settledOver = <Base extends Settled>(before: Base, after: Settled): Base => ({
  ...before,
  ...(after.year !== undefined && { year: after.year }),
  ...(after.asOf !== undefined && { asOf: after.asOf }),
  ...(after.encoding !== undefined && { encoding: after.encoding }),
  rules: rulesOver(before.rules, after.rules),
  terms: [...before.terms, ...after.terms],
  names: [...before.names, ...after.names],
})

/** `after` on top of `before`, which it extends: lists grow, all else is the later's. */
export const configOver = (before: Config, after: Config): Config => ({
  ...settledOver(before, after),
  extends: after.extends,
  ...(after.lang !== undefined && { lang: after.lang }),
  ...(after.facts !== undefined && { facts: after.facts }),
  ...(after.reportUnusedDirectives !== undefined && { reportUnusedDirectives: after.reportUnusedDirectives }),
  ignores: [...before.ignores, ...after.ignores],
  overrides: [...before.overrides, ...after.overrides],
})

/** What holds where `overrides` match, the later stronger. */
export const withOverrides = (config: Config, overrides: readonly Override[]): Config =>
  overrides.reduce((settled: Config, override) => settledOver(settled, override), config)

/** `--rule id:level`. */
export function parseOverride(
  text: string,
  rules: readonly AnyRule[],
  lang: Lang,
  names: Readonly<Record<string, string>> = {},
): readonly [id: string, level: Level] {
  const [, id, said = ''] = /^([^:：]+)[:：](.*)$/u.exec(text) ?? []
  if (id === undefined) throw failure('usage', { problem: say('override', lang, { text }) })
  const name = id === allRules ? id : findRule(id, rules, lang, names).id
  const level = levels.find((one) => one === said) ?? (Object.hasOwn(otherLevels, said) ? otherLevels[said] : undefined)
  if (level) return [name, level]
  const problem = say('oneOf', lang, { values: levels.join('、') })
  throw failure('usage', { problem: say('noLevel', lang, { id, level: said, problem }) + perhaps(said, levels, lang) })
}

/** The rule of that id, of now or of before; undefined where there is none. */
export const ruleOf = (id: string, rules: readonly AnyRule[]): AnyRule | undefined =>
  rules.find((one) => one.id === id) ?? rules.find(({ formerly }) => formerly?.includes(id))

/** The rule of that id, or of that Chinese name (`names`, by id); a friendly failure where there is none. */
export function findRule(
  id: string,
  rules: readonly AnyRule[],
  lang: Lang,
  names: Readonly<Record<string, string>> = {},
): AnyRule {
  const rule = ruleOf(id, rules) ?? rules.find((one) => names[one.id] === id)
  if (rule) return rule
  const ids = rules.map((one) => one.id)
  const close = perhaps(id, [...ids, ...Object.values(names)], lang)
  const alike = close === '' ? rules.filter((one) => names[one.id]?.includes(id)).map((one) => names[one.id]) : []
  const more = alike.length > 0 ? say('alike', lang, { names: alike.slice(0, 5).join('、') }) : close
  throw failure('usage', { problem: say('noRule', lang, { id }) + more })
}

const defaultsOf = (options: Options): Record<string, OptionValue> =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))

/** The level of a rule in a run: its own, then the configuration's, then the command line's. */
function levelOf(
  rule: AnyRule,
  config: Pick<Config, 'rules'>,
  overrides: ReadonlyMap<string, Level>,
  only: ReadonlySet<string> | undefined,
): Level {
  if (only && !only.has(rule.id)) return 'off'
  const sleeps = rule.preview === true || rule.severity === 'off'
  // What is said of all rules wakes none that sleeps by itself.
  const general = (level: Level | undefined): Level | undefined => (level === 'off' || !sleeps ? level : undefined)
  const said =
    overrides.get(rule.id) ??
    general(overrides.get(allRules)) ??
    config.rules.get(rule.id)?.level ??
    general(config.rules.get(allRules)?.level) ??
    (sleeps ? 'off' : rule.severity)
  if (!only || said !== 'off') return said
  return rule.severity === 'off' ? 'warning' : rule.severity
}

/** The rules to run; those that are off left out. `only`: these run and no others, even where they are off otherwise. */
export function chooseRules(
  rules: readonly AnyRule[],
  config: Pick<Config, 'rules'> = emptyConfig,
  overrides: ReadonlyMap<string, Level> = new Map(),
  only?: ReadonlySet<string>,
): ChosenRule[] {
  return rules.flatMap((rule) => {
    const severity = levelOf(rule, config, overrides, only)
    if (severity === 'off') return []
    return [{ rule, severity, options: { ...defaultsOf(rule.options), ...config.rules.get(rule.id)?.options } }]
  })
}
