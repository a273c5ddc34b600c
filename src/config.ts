/** What the user chose: the rules to run, their levels and options, from a file and from the command line. */
import { failure, type HegaoError } from './errors.ts'
import type { ChosenRule } from './lint/run.ts'
import type { AnyRule, Level, Option, Options, OptionValue } from './rule.ts'
import { nearest } from './text/nearest.ts'
import { type AnyData, fill, type Lang, type Wording } from './wording.ts'

/** What the user said of a rule; what he left out stays as the rule has it. */
export interface RuleSetting {
  readonly level: Level
  readonly options: Readonly<Record<string, OptionValue>>
}

export interface Config {
  readonly lang?: Lang
  readonly rules: ReadonlyMap<string, RuleSetting>
}

export const emptyConfig: Config = { rules: new Map() }

export const levels: readonly Level[] = ['off', 'info', 'warning', 'error']
export const langs: readonly Lang[] = ['zh', 'en']

const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)
const isLang = (value: unknown): value is Lang => langs.some((lang) => lang === value)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const problems = {
  object: { zh: '应当是对象', en: 'must be an object' },
  unknownKey: { zh: '不是配置项', en: 'is no setting' },
  unknownRule: { zh: '没有这条规则', en: 'is no rule' },
  unknownOption: { zh: '没有这个选项', en: 'is no option of the rule' },
  level: { zh: '应当是 {values} 之一', en: 'must be one of {values}' },
  setting: {
    zh: '应当是级别，或 [级别, {…选项}]',
    en: 'must be a level, or [level, {…options}]',
  },
  integer: { zh: '应当是整数', en: 'must be an integer' },
  least: { zh: '不能小于 {min}', en: 'must be at least {min}' },
  most: { zh: '不能大于 {max}', en: 'must be at most {max}' },
  boolean: { zh: '应当是 true 或 false', en: 'must be true or false' },
  strings: { zh: '应当是字符串的列表', en: 'must be a list of strings' },
  perhaps: { zh: '；是不是 {name}？', en: '; did you mean {name}?' },
  noRule: { zh: '没有规则 {id}', en: 'There is no rule {id}' },
  override: { zh: '--rule 应当写成 规则:级别，不是 {text}', en: '--rule takes rule:level, not {text}' },
  noLevel: { zh: '--rule {id} 的级别{problem}，不是 {level}', en: 'The level of --rule {id} {problem}, not {level}' },
} as const satisfies Record<string, Wording>

/** Words problems in the user's language. */
interface Complainer {
  readonly lang: Lang
}

const say = (problem: keyof typeof problems, { lang }: Complainer, data: AnyData = {}): string =>
  fill(problems[problem], lang, data)

/** “；是不是 …？” where a name is close. */
export function perhaps(name: string, candidates: Iterable<string>, lang: Lang): string {
  const close = nearest(name, candidates)
  return close === undefined ? '' : fill(problems.perhaps, lang, { name: close })
}

const invalid = (key: string, problem: string): HegaoError => failure('config-invalid', { key, problem })

/** What is wrong with the value of an option, by its type; undefined where nothing is. */
const faults: {
  readonly [Type in Option['type']]: (
    value: unknown,
    option: Extract<Option, { type: Type }>,
    to: Complainer,
  ) => string | undefined
} = {
  integer(value, { min, max }, to) {
    if (!Number.isSafeInteger(value)) return say('integer', to)
    if (min !== undefined && (value as number) < min) return say('least', to, { min })
    return max !== undefined && (value as number) > max ? say('most', to, { max }) : undefined
  },
  boolean: (value, _, to) => (typeof value === 'boolean' ? undefined : say('boolean', to)),
  enum: (value, { values }, to) =>
    values.some((one) => one === value) ? undefined : say('level', to, { values: values.join('、') }),
  strings: (value, _, to) =>
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : say('strings', to),
}

const faultOf = (value: unknown, option: Option, to: Complainer): string | undefined =>
  (faults[option.type] as (value: unknown, option: Option, to: Complainer) => string | undefined)(value, option, to)

function optionsFrom(given: unknown, declared: Options, key: string, to: Complainer): Record<string, OptionValue> {
  if (!isObject(given)) throw invalid(key, say('object', to))
  const options: Record<string, OptionValue> = {}
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(declared, name) ? declared[name] : undefined
    const at = `${key}.${name}`
    if (!option) throw invalid(at, say('unknownOption', to) + perhaps(name, Object.keys(declared), to.lang))
    const fault = faultOf(value, option, to)
    if (fault !== undefined) throw invalid(at, fault)
    options[name] = value as OptionValue
  }
  return options
}

const levelFault = (to: Complainer): string => say('level', to, { values: levels.join('、') })

function settingFrom(given: unknown, rule: AnyRule, key: string, to: Complainer): RuleSetting {
  if (isLevel(given)) return { level: given, options: {} }
  if (typeof given === 'string') throw invalid(key, levelFault(to) + perhaps(given, levels, to.lang))
  if (!Array.isArray(given) || given.length === 0 || given.length > 2) throw invalid(key, say('setting', to))
  const [level, options = {}] = given as unknown[]
  if (!isLevel(level)) throw invalid(`${key}[0]`, levelFault(to))
  return { level, options: optionsFrom(options, rule.options, `${key}[1]`, to) }
}

function rulesFrom(given: unknown, rules: readonly AnyRule[], to: Complainer): Map<string, RuleSetting> {
  if (!isObject(given)) throw invalid('rules', say('object', to))
  const settings = new Map<string, RuleSetting>()
  for (const [id, value] of Object.entries(given)) {
    const rule = rules.find((one) => one.id === id)
    const key = `rules.${id}`
    if (!rule) {
      throw invalid(
        key,
        say('unknownRule', to) +
          perhaps(
            id,
            rules.map((one) => one.id),
            to.lang,
          ),
      )
    }
    settings.set(id, settingFrom(value, rule, key, to))
  }
  return settings
}

const keys = ['$schema', 'lang', 'rules']

/** The configuration that stands in `json`, the text of the file `path`. Throws at the first mistake, naming its key. */
export function parseConfig(json: string, path: string, rules: readonly AnyRule[], lang: Lang): Config {
  const to: Complainer = { lang }
  let given: unknown
  try {
    given = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw failure('config-unreadable', { path, reason: (error as Error).message }, error)
  }
  if (!isObject(given)) throw invalid(path, say('object', to))
  for (const key of Object.keys(given)) {
    if (!keys.includes(key)) throw invalid(key, say('unknownKey', to) + perhaps(key, keys, lang))
  }
  if (given.lang !== undefined && !isLang(given.lang)) throw invalid('lang', say('level', to, { values: langs.join('、') }))
  return {
    ...(isLang(given.lang) && { lang: given.lang }),
    rules: given.rules === undefined ? new Map() : rulesFrom(given.rules, rules, to),
  }
}

/** `--rule id:level`. */
export function parseOverride(text: string, rules: readonly AnyRule[], lang: Lang): readonly [id: string, level: Level] {
  const to: Complainer = { lang }
  const [, id, level] = /^([^:：]+)[:：](.*)$/u.exec(text) ?? []
  if (id === undefined) throw failure('usage', { problem: say('override', to, { text }) })
  findRule(id, rules, lang)
  if (isLevel(level)) return [id, level]
  const data = { id, level: level as string, problem: levelFault(to) }
  throw failure('usage', { problem: say('noLevel', to, data) + perhaps(level as string, levels, lang) })
}

/** The rule of that id; a friendly failure where there is none. */
export function findRule(id: string, rules: readonly AnyRule[], lang: Lang): AnyRule {
  const rule = rules.find((one) => one.id === id)
  if (rule) return rule
  const problem =
    say('noRule', { lang }, { id }) +
    perhaps(
      id,
      rules.map((one) => one.id),
      lang,
    )
  throw failure('usage', { problem })
}

const defaultsOf = (options: Options): Record<string, OptionValue> =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))

/** The rules to run: each rule's own level, then the configuration's, then the command line's; those that are off left out. */
export function chooseRules(
  rules: readonly AnyRule[],
  config: Config = emptyConfig,
  overrides: ReadonlyMap<string, Level> = new Map(),
): ChosenRule[] {
  return rules.flatMap((rule) => {
    const setting = config.rules.get(rule.id)
    const severity = overrides.get(rule.id) ?? setting?.level ?? rule.severity
    if (severity === 'off') return []
    return [{ rule, severity, options: { ...defaultsOf(rule.options), ...setting?.options } }]
  })
}
