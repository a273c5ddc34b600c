/** What every command does before the first file: configuration, rules, language; and how it takes a file in. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Config, chooseRules, emptyConfig, findRule, type Override, parseOverride, withOverrides } from '../../config.ts'
import { readFile } from '../../disk/file.ts'
import { readStdin } from '../../disk/stdin.ts'
import { HegaoError } from '../../errors.ts'
import type { HouseFacts } from '../../fact.ts'
import { type CheckOptions, rules } from '../../hegao.ts'
import type { Bridge } from '../../read/index.ts'
import { ruleNames } from '../../rule-families.ts'
import type { Lang } from '../../wording.ts'
import { type ReadingOptions, settingsOf } from '../options.ts'
import type { Session } from '../session.ts'
import { codeLeave } from './code-leave.ts'
import { type Discovery, discovery, type FoundConfig } from './discovery.ts'
import { type Folders, foldersOf, houseNames } from './folders.ts'
import type { Target } from './paths.ts'
import { expanded, matcherOf } from './patterns.ts'

/** `--via soffice`. */
const bySoffice: Bridge = async (path, bytes) => (await import('../../disk/soffice.ts')).docxBySoffice(path, bytes)

/** What holds for one file. */
export interface Effective {
  readonly config: Config
  /** Where it was found, or what the user named; undefined where there is none. */
  readonly source: FoundConfig | undefined
  readonly check: CheckOptions
}

export interface Prepared {
  /** Of the report: the command line's, else that of the configuration for the first path. */
  readonly lang: Lang
  /** How the first path is checked. */
  readonly check: CheckOptions
  /** How the file `path` is checked; the same object for all files of which the same holds. */
  optionsFor(path: string): CheckOptions | Promise<CheckOptions>
  effectiveFor(path: string): Effective | Promise<Effective>
  readonly configs: Discovery
}

/** Where the user named the configuration, or wants none, nothing is looked for. */
async function configsOf({ config, allowConfigCode }: ReadingOptions, lang: Lang, isForeign: boolean): Promise<Discovery> {
  const never = (): boolean => false
  if (config === undefined) return discovery(lang, isForeign ? never : codeLeave(allowConfigCode ?? false, lang))
  if (config === false) return { configFor: () => undefined, folders: foldersOf() }
  const { configIn } = await import('./config-file.ts')
  const path = resolve(config)
  const found: FoundConfig = {
    path,
    folder: resolve(path, '..'),
    config: await configIn(config, lang, isForeign ? never : undefined),
  }
  return { configFor: () => found, folders: foldersOf() }
}

/** `--only 年份不一致,count-mismatch`. */
function onlyOf(texts: readonly string[] | undefined, lang: Lang): ReadonlySet<string> | undefined {
  const names = texts?.flatMap((text) => text.split(/[,，、\s]+/)).filter((name) => name !== '')
  return names && new Set(names.map((name) => findRule(name, rules, lang, ruleNames).id))
}

interface Houses {
  /** The nearest hegao.facts.yaml in the folder of `file` or above it; undefined where there is none. */
  pathFor(file: string): string | undefined
  /** Each file is read once. */
  read(path: string): Promise<HouseFacts>
}

function housesOf(folders: Folders, { config }: ReadingOptions, lang: Lang): Houses {
  const paths = new Map<string, string | undefined>()
  const read = new Map<string, Promise<HouseFacts>>()
  return {
    pathFor(file) {
      if (config === false) return undefined
      const folder = dirname(resolve(file))
      if (!paths.has(folder)) paths.set(folder, houseAbove(folders, folder))
      return paths.get(folder)
    },
    read(path) {
      const found = read.get(path) ?? import('./config-file.ts').then(({ houseIn }) => houseIn(path, lang))
      read.set(path, found)
      return found
    },
  }
}

function houseAbove(folders: Folders, folder: string): string | undefined {
  for (const at of folders.upwards(folder)) {
    const name = houseNames.find((one) => folders.has(at, one))
    if (name !== undefined) return join(at, name)
  }
  return undefined
}

type Overrides = readonly { readonly override: Override; readonly matches: (path: string) => boolean }[]

async function overridesOf({ config, folder }: FoundConfig): Promise<Overrides> {
  if (config.overrides.length === 0) return []
  const rows = config.overrides.map(async (override) => {
    const files = await matcherOf(override.files.flatMap(expanded), folder)
    const excluded = await matcherOf(override.excludedFiles.flatMap(expanded), folder)
    return { override, matches: (path: string) => files(path, false) === true && excluded(path, false) !== true }
  })
  return Promise.all(rows)
}

/**
 * Reads the configuration for `path`, the first that the user named, and chooses the rules.
 * `isForeign`: somebody of another machine asks; nothing that is a program runs.
 * @throws HegaoError for what is wrong with them
 */
export async function prepare(options: ReadingOptions, session: Session, path = '.', isForeign = false): Promise<Prepared> {
  const overrides = new Map((options.rule ?? []).map((text) => parseOverride(text, rules, session.lang, ruleNames)))
  const only = onlyOf(options.only, session.lang)
  const configs = await configsOf(options, session.lang, isForeign)

  function effective(config: Config, source: FoundConfig | undefined, facts: HouseFacts | undefined): Effective {
    const encoding = options.encoding ?? config.encoding
    const spared = [...config.terms, ...config.names]
    const unusedDirectives = options.reportUnusedDisableDirectives ? 'error' : config.reportUnusedDirectives
    const check: CheckOptions = {
      ...(encoding !== undefined && { encoding }),
      ...(options.via !== undefined && { bridge: bySoffice }),
      settings: { ...settingsOf(config), ...settingsOf(options), ...(facts && { facts }) },
      rules: chooseRules(rules, config, overrides, only),
      ...(spared.length > 0 && { spared }),
      ...(options.inlineConfig === false && { inlineConfig: false }),
      ...(unusedDirectives !== undefined && { unusedDirectives }),
    }
    return { config, source, check }
  }

  const without = effective(emptyConfig, undefined, undefined)
  const houses = housesOf(configs.folders, options, session.lang)
  const known = new Map<FoundConfig, { readonly overrides: Overrides; readonly settled: Map<string, Effective> }>()

  async function within(found: FoundConfig, file: string, house: string | undefined): Promise<Effective> {
    const entry = known.get(found) ?? { overrides: await overridesOf(found), settled: new Map<string, Effective>() }
    known.set(found, entry)
    const matching = entry.overrides.filter(({ matches }) => matches(resolve(file)))
    const key = `${matching.map((row) => entry.overrides.indexOf(row)).join()} ${house ?? ''}`
    const settled =
      entry.settled.get(key) ??
      effective(
        withOverrides(
          found.config,
          matching.map(({ override }) => override),
        ),
        found,
        house === undefined ? undefined : await houses.read(house),
      )
    entry.settled.set(key, settled)
    return settled
  }

  function effectiveFor(file: string): Effective | Promise<Effective> {
    const found = configs.configFor(file)
    const house = houses.pathFor(file)
    if (!found && house === undefined) return without
    return (async () => {
      const config = await found
      if (config) return within(config, file, config.config.facts ?? house)
      return house === undefined ? without : withHouse(house)
    })()
  }

  const alone = new Map<string, Effective>()

  /** No configuration, but the facts of the house. */
  async function withHouse(house: string): Promise<Effective> {
    const facts = await houses.read(house)
    const found = alone.get(house) ?? effective(emptyConfig, undefined, facts)
    alone.set(house, found)
    return found
  }

  const withSidecar = new Map<string, CheckOptions>()

  async function besides(check: CheckOptions, file: string, sidecar: string): Promise<CheckOptions> {
    const { silencedIn } = await import('./sidecar.ts')
    const options = withSidecar.get(file) ?? { ...check, silenced: silencedIn(sidecar, session.lang) }
    withSidecar.set(file, options)
    return options
  }

  function optionsFor(file: string): CheckOptions | Promise<CheckOptions> {
    const found = effectiveFor(file)
    const sidecar = `${file}.hegao.json`
    const isAlone = options.inlineConfig === false || !existsSync(sidecar)
    if (!(found instanceof Promise)) return isAlone ? found.check : besides(found.check, file, sidecar)
    return found.then(({ check }) => (isAlone ? check : besides(check, file, sidecar)))
  }

  const first = await effectiveFor(path)
  return {
    lang: session.isLangGiven ? session.lang : (first.config.lang ?? session.lang),
    check: await optionsFor(path),
    optionsFor,
    effectiveFor,
    configs,
  }
}

/** The bytes of a target, or the failure that stands in their place. */
export function bytesOf(target: Target): Uint8Array | HegaoError {
  if ('error' in target) return target.error
  try {
    if (target.from === 'memory') return target.bytes()
    return target.from === 'stdin' ? readStdin() : readFile(target.path)
  } catch (error) {
    if (error instanceof HegaoError) return error
    throw error
  }
}
