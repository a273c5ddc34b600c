/** What stands in a configuration → Config. Tells all that is wrong at once: each with its key, the file, and what was probably meant. */
import {
  allRules,
  type Config,
  emptyConfig,
  levels,
  type Override,
  otherLevels,
  perhaps,
  type RuleSetting,
  ruleOf,
} from '../config.ts'
import { failure, type HegaoError } from '../errors.ts'
import type { AnyRule, Level, Option, Options, OptionValue } from '../rule.ts'
import { type AnyData, fill, type Lang, type Wording } from '../wording.ts'
import { fileKeys, type Key, type KeyType, overrideKeys } from './keys.ts'

const problems = {
  object: { zh: '应当是对象', en: 'must be an object' },
  unknownKey: { zh: '不是配置项', en: 'is no setting' },
  missing: { zh: '没有写', en: 'is missing' },
  unknownRule: { zh: '没有这条规则', en: 'is no rule' },
  unknownOption: { zh: '没有这个选项', en: 'is no option of the rule' },
  oneOf: { zh: '应当是 {values} 之一', en: 'must be one of {values}' },
  setting: { zh: '应当是级别，或 [级别, {…选项}]', en: 'must be a level, or [level, {…options}]' },
  integer: { zh: '应当是整数', en: 'must be an integer' },
  least: { zh: '不能小于 {min}', en: 'must be at least {min}' },
  most: { zh: '不能大于 {max}', en: 'must be at most {max}' },
  boolean: { zh: '应当是 true 或 false', en: 'must be true or false' },
  string: { zh: '应当是字符串', en: 'must be a string' },
  strings: { zh: '应当是字符串的列表', en: 'must be a list of strings' },
  empty: { zh: '不能是空的', en: 'must not be empty' },
  list: { zh: '应当是列表', en: 'must be a list' },
  year: { zh: '应当是四位年份', en: 'must be a year of four digits' },
  day: { zh: '应当是日期 YYYY-MM-DD', en: 'must be a date YYYY-MM-DD' },
} as const satisfies Record<string, Wording>

type Given = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words problems: of which file, for whom, with which rules. */
interface Reading {
  readonly path: string | undefined
  readonly rules: readonly AnyRule[]
  readonly lang: Lang
  /** What is wrong, in the order of the file. */
  readonly faults: { readonly key: string; readonly problem: string }[]
}

const say = (problem: keyof typeof problems, { lang }: Reading, data: AnyData = {}): string => fill(problems[problem], lang, data)

/** Notes what is wrong with `key` ('': with the whole). What is returned stands in for the value and is never used. */
function invalid(key: string, problem: string, { faults }: Reading): undefined {
  faults.push({ key, problem })
  return undefined
}

/** All faults as one failure. A caller of the library has no file, only keys. */
function failureOf({ path, faults, lang }: Reading): HegaoError {
  const [first, ...more] = faults.map(({ key, problem }) => ({
    key: key === '' ? (path ?? '') : key,
    problem,
    isWhole: key === '',
  }))
  const { key, problem, isWhole } = first as NonNullable<typeof first>
  const placed = path === undefined || isWhole ? key : { zh: `${path} 的 ${key}`, en: `${path}: ${key}` }
  const others = more.map((one) => `${lang === 'zh' ? '；' : '; '}${one.key} ${one.problem}`).join('')
  return failure('config-invalid', { key: placed, problem: problem + others })
}

const oneOf = (values: readonly string[], to: Reading): string => say('oneOf', to, { values: values.join('、') })

/** What is wrong with the value of an option, by its type; undefined where nothing is. */
const faults: {
  readonly [Type in Option['type']]: (value: unknown, option: Extract<Option, { type: Type }>, to: Reading) => string | undefined
} = {
  integer(value, { min, max }, to) {
    if (!Number.isSafeInteger(value)) return say('integer', to)
    if (min !== undefined && (value as number) < min) return say('least', to, { min })
    return max !== undefined && (value as number) > max ? say('most', to, { max }) : undefined
  },
  boolean: (value, _, to) => (typeof value === 'boolean' ? undefined : say('boolean', to)),
  enum: (value, { values }, to) => (values.some((one) => one === value) ? undefined : oneOf(values, to)),
  strings: (value, _, to) => (isStrings(value) ? undefined : say('strings', to)),
}

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const faultOf = (value: unknown, option: Option, to: Reading): string | undefined =>
  (faults[option.type] as (value: unknown, option: Option, to: Reading) => string | undefined)(value, option, to)

function optionsFrom(given: unknown, declared: Options, key: string, to: Reading): Record<string, OptionValue> {
  if (!isObject(given)) return invalid(key, say('object', to), to) ?? {}
  const options: Record<string, OptionValue> = {}
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(declared, name) ? declared[name] : undefined
    const at = `${key}.${name}`
    if (!option) {
      invalid(at, say('unknownOption', to) + perhaps(name, Object.keys(declared), to.lang), to)
      continue
    }
    const fault = faultOf(value, option, to)
    if (fault !== undefined) invalid(at, fault, to)
    options[name] = value as OptionValue
  }
  return options
}

/** `warn` is `warning`. */
function asLevel(value: unknown): Level | undefined {
  if (typeof value !== 'string') return undefined
  return levels.find((level) => level === value) ?? (Object.hasOwn(otherLevels, value) ? otherLevels[value] : undefined)
}

function levelFrom(value: unknown, key: string, to: Reading): Level {
  const level = asLevel(value)
  if (level) return level
  return invalid(key, oneOf(levels, to) + (typeof value === 'string' ? perhaps(value, levels, to.lang) : ''), to) ?? 'off'
}

function settingFrom(given: unknown, declared: Options, key: string, to: Reading): RuleSetting {
  if (typeof given === 'string') return { level: levelFrom(given, key, to), options: {} }
  if (!Array.isArray(given) || given.length === 0 || given.length > 2) {
    return invalid(key, say('setting', to), to) ?? { level: 'off', options: {} }
  }
  const [level, options = {}] = given as unknown[]
  return { level: levelFrom(level, `${key}[0]`, to), options: optionsFrom(options, declared, `${key}[1]`, to) }
}

function rulesFrom(given: unknown, key: string, to: Reading): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>()
  if (!isObject(given)) return invalid(key, say('object', to), to) ?? settings
  const ids = to.rules.map(({ id }) => id)
  for (const [id, value] of Object.entries(given)) {
    if (value === undefined) continue
    const at = `${key}.${id}`
    if (id === allRules) {
      settings.set(id, settingFrom(value, {}, at, to))
      continue
    }
    const rule = ruleOf(id, to.rules)
    if (rule) settings.set(rule.id, settingFrom(value, rule.options, at, to))
    else invalid(at, say('unknownRule', to) + perhaps(id, ids, to.lang), to)
  }
  return settings
}

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function textsFrom(value: unknown, key: string, to: Reading): readonly string[] {
  if (!isStrings(value)) return invalid(key, say('strings', to), to) ?? []
  const empty = value.indexOf('')
  if (empty >= 0) invalid(`${key}[${empty}]`, say('empty', to), to)
  return value
}

function textFrom(value: unknown, key: string, to: Reading): string {
  if (typeof value !== 'string') return invalid(key, say('string', to), to) ?? ''
  return value
}

/** The value of a key as the program keeps it. */
const values: { readonly [Type in KeyType]: (value: unknown, key: string, row: Key, to: Reading) => unknown } = {
  text: (value, key, _, to) => textFrom(value, key, to),
  texts: (value, key, _, to) => textsFrom(value, key, to),
  textOrTexts: (value, key, _, to) => textsFrom(typeof value === 'string' && value !== '' ? [value] : value, key, to),
  enum(value, key, { values: those = [] }, to) {
    if (those.some((one) => one === value)) return value
    return invalid(key, oneOf(those, to) + (typeof value === 'string' ? perhaps(value, those, to.lang) : ''), to)
  },
  year(value, key, _, to) {
    if (Number.isInteger(value) && (value as number) >= 1000 && (value as number) <= 2999) return value
    return invalid(key, say('year', to), to)
  },
  day(value, key, _, to) {
    if (typeof value === 'string' && isDay(value)) return value
    return invalid(key, say('day', to), to)
  },
  level: (value, key, _, to) => levelFrom(value, key, to),
  rules: (value, key, _, to) => rulesFrom(value, key, to),
  facts: (value, key, _, to) => textFrom(value, key, to),
  overrides(value, key, _, to): readonly Override[] {
    if (!Array.isArray(value)) return invalid(key, say('list', to), to) ?? []
    const nothing: Override = { files: [], excludedFiles: [], rules: new Map(), terms: [], names: [] }
    return value.map((row: unknown, index) => ({ ...nothing, ...valuesFrom(row, overrideKeys, `${key}[${index}]`, to) }))
  },
}

/** The values of all keys that are there. `prefix` is the key of the object itself, '' for the file's. */
function valuesFrom(given: unknown, rows: Readonly<Record<string, Key>>, prefix: string, to: Reading): Record<string, unknown> {
  if (!isObject(given)) return invalid(prefix, say('object', to), to) ?? {}
  const at = (key: string): string => (prefix === '' ? key : `${prefix}.${key}`)
  const found: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    const row = Object.hasOwn(rows, key) ? rows[key] : undefined
    if (!row) invalid(at(key), say('unknownKey', to) + perhaps(key, Object.keys(rows), to.lang), to)
    else if (value !== undefined) found[key] = values[row.type](value, at(key), row, to)
  }
  for (const [key, row] of Object.entries(rows)) {
    if (row.isRequired && !Object.hasOwn(found, key)) invalid(at(key), say('missing', to), to)
  }
  return found
}

/**
 * The configuration that `given` is, as it came out of the file `path` (undefined: a caller's own). `keys` are those it may have.
 * @throws HegaoError `config-invalid`
 */
export function configFrom(
  given: unknown,
  path: string | undefined,
  rules: readonly AnyRule[],
  lang: Lang,
  keys: Readonly<Record<string, Key>> = fileKeys,
): Config {
  const to: Reading = { path, rules, lang, faults: [] }
  const { $schema: _, ...found } = valuesFrom(given, keys, '', to)
  if (to.faults.length > 0) throw failureOf(to)
  return { ...emptyConfig, ...found }
}
