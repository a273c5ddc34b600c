/** A configuration file → Config, with what it extends. The packages for its format are loaded when such a file is there. */
import { existsSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ParseError } from 'jsonc-parser'
import type { YAMLParseError } from 'yaml'
import { figuresFrom, houseFrom } from '../../config/house.ts'
import { configFrom } from '../../config/parse.ts'
import { type Config, configOver } from '../../config.ts'
import { readFile } from '../../disk/file.ts'
import { failure, HegaoError } from '../../errors.ts'
import type { HouseFacts } from '../../fact.ts'
import { rules } from '../../hegao.ts'
import { importModule } from '../../packages.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { texts } from '../texts.ts'
import { shownPath } from './shown-path.ts'

const unreadable = (path: string, reason: string, cause?: unknown): HegaoError =>
  failure('config-unreadable', { path, reason }, cause)

/** What stands in a file of this kind. `text` is without byte order mark. */
type Loader = (path: string, text: string, lang: Lang) => unknown

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

// --- JSON and YAML ----------------------------------------------------------------------------------------------------

/** By jsonc-parser's number of the mistake; any other is a character that does not belong. */
const mistakes: readonly (readonly [code: number, mistake: Wording])[] = [
  [3, texts.jsonName],
  [4, texts.jsonValue],
  [5, texts.jsonColon],
  [6, texts.jsonComma],
  [7, texts.jsonBrace],
  [8, texts.jsonBracket],
  [11, texts.jsonComment],
  [12, texts.jsonString],
]

function placed(text: string, offset: number, mistake: Wording, lang: Lang): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  return fill(texts.mistakeAt, lang, { line, column, mistake })
}

/** JSON with comments and commas at the end; the package is needed only where it is not plain JSON. */
async function fromJson(path: string, text: string, lang: Lang): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch {}
  const { parse } = await import('jsonc-parser')
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const [first] = errors
  if (!first) return value
  const mistake = mistakes.find(([code]) => code === first.error)?.[1] ?? texts.jsonOther
  throw unreadable(path, placed(text, first.offset, mistake, lang))
}

/** By the code of the yaml package; of the others what it says itself, without the place, which is told already. */
const yamlMistakes: Readonly<Record<string, Wording>> = {
  TAB_AS_INDENT: texts.yamlTab,
  BAD_INDENT: texts.yamlIndent,
  MISSING_CHAR: texts.yamlMissing,
  DUPLICATE_KEY: texts.yamlTwice,
  UNEXPECTED_TOKEN: texts.yamlUnexpected,
  BLOCK_AS_IMPLICIT_KEY: texts.yamlUnexpected,
  MULTILINE_IMPLICIT_KEY: texts.yamlUnexpected,
}

function yamlMistake({ code, message }: YAMLParseError): Wording {
  // An open bracket makes what stands below it look badly indented: what is missing is the reason.
  const known = /\bend with a\b/.test(message) ? texts.yamlMissing : yamlMistakes[code]
  if (known) return known
  const [reason = ''] = message.split(/ at line |\n/, 1)
  return { zh: `${texts.yamlOther.zh}（${reason}）`, en: `${texts.yamlOther.en} (${reason})` }
}

async function fromYaml(path: string, text: string, lang: Lang): Promise<unknown> {
  const { parse, YAMLParseError } = await import('yaml')
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof YAMLParseError) {
      throw unreadable(path, placed(text, error.pos[0], yamlMistake(error), lang), error)
    }
    throw unreadable(path, reasonOf(error), error)
  }
}

// --- code -------------------------------------------------------------------------------------------------------------

const defaultOf = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : module

async function fromModule(path: string): Promise<unknown> {
  try {
    return await defaultOf(await importModule(pathToFileURL(path).href))
  } catch (error) {
    throw unreadable(path, reasonOf(error), error)
  }
}

/** jiti, as far as it is asked. */
interface Jiti {
  createJiti(from: string, options: { readonly fsCache: boolean }): { import(path: string): Promise<unknown> }
}

async function fromTypeScript(path: string, _: string, lang: Lang): Promise<unknown> {
  let jiti: Jiti
  try {
    jiti = (await importModule('jiti')) as Jiti
  } catch (error) {
    throw failure('package-missing', { name: 'jiti', task: fill(texts.readTypeScript, lang, { path }) }, error)
  }
  try {
    // It would leave what it made of the file in node_modules: nothing is written that nobody asked for.
    return await defaultOf(await jiti.createJiti(pathToFileURL(path).href, { fsCache: false }).import(path))
  } catch (error) {
    throw unreadable(path, reasonOf(error), error)
  }
}

// --- all kinds --------------------------------------------------------------------------------------------------------

const fromNameless: Loader = (path, text, lang) =>
  text.trimStart().startsWith('{') ? fromJson(path, text, lang) : fromYaml(path, text, lang)

/** By the name's extension; `noExt` is `.hegaorc`. */
const loaders: Readonly<Record<string, Loader>> = {
  '.json': fromJson,
  '.jsonc': fromJson,
  '.yaml': fromYaml,
  '.yml': fromYaml,
  '.js': fromModule,
  '.mjs': fromModule,
  '.cjs': fromModule,
  '.ts': fromTypeScript,
  noExt: fromNameless,
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

/** Whether a file that is a program may run. */
export type IsCodeAllowed = (path: string) => boolean

/** Nobody writes as much, or as deep, by hand; parsers of YAML and JSON take all memory for it. Characters, and brackets in brackets. */
const longest = 1_000_000
const deepest = 100
const deepInLine = /(?:[-?] +){100}/

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const mark of text) {
    if (mark === '[' || mark === '{') depth++
    else if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return deepInLine.test(text)
}

const codes: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts'])

function bytesIn(path: string, shown: string, lang: Lang): Uint8Array {
  try {
    return readFile(path)
  } catch (error) {
    if (!(error instanceof HegaoError)) throw error
    throw unreadable(shown, error.sentence(lang), error)
  }
}

/** What stands in the file `path`; undefined in a package.json without a configuration. */
async function contentIn(path: string, shown: string, lang: Lang, isCodeAllowed: IsCodeAllowed): Promise<unknown> {
  const kind = extname(path).toLowerCase()
  if (codes.has(kind) && !isCodeAllowed(path)) throw failure('config-code', { path: shown })
  const bytes = bytesIn(path, shown, lang)
  const text = withoutMark(new TextDecoder().decode(bytes))
  if (text.trim() === '') throw unreadable(shown, fill(texts.emptyConfig, lang, {}))
  if (!codes.has(kind)) {
    if (text.length > longest) throw unreadable(shown, fill(texts.tooLong, lang, {}))
    if (isTooDeep(text)) throw unreadable(shown, fill(texts.tooDeep, lang, {}))
  }
  const value = await (loaders[kind] ?? fromNameless)(path, text, lang)
  if (basename(path) !== 'package.json') return value
  return typeof value === 'object' && value !== null && 'hegao' in value ? value.hegao : undefined
}

/** The file that `name` of an `extends` means: a path from the file that says so, or a package that this file can load. */
function extended(name: string, from: string): string {
  if (name.startsWith('.') || isAbsolute(name)) {
    const file = resolve(dirname(from), name)
    if (!existsSync(file)) throw failure('config-not-found', { path: shownPath(from), name })
    return file
  }
  try {
    return process.getBuiltinModule('node:module').createRequire(from).resolve(name)
  } catch (error) {
    throw failure('config-not-found', { path: shownPath(from), name }, error)
  }
}

/**
 * `value`, which stands in `path`, on top of all that it extends. `below` are the files that led to this one.
 * @throws HegaoError `config-invalid`, `config-unreadable`, `config-not-found`, `config-circle` or `config-code`
 */
async function completed(
  value: unknown,
  path: string,
  lang: Lang,
  isCodeAllowed: IsCodeAllowed,
  below: readonly string[] = [],
): Promise<Config> {
  const given = configFrom(value, shownPath(path), rules, lang)
  const config = given.facts === undefined ? given : { ...given, facts: resolve(dirname(path), given.facts) }
  const chain = [...below, path]
  let base: Config | undefined
  for (const name of config.extends) {
    const other = extended(name, path)
    if (chain.includes(other)) throw failure('config-circle', { chain: [...chain, other].map(shownPath).join(' → ') })
    const content = (await contentIn(other, shownPath(other), lang, isCodeAllowed)) ?? {}
    const found = await completed(content, other, lang, isCodeAllowed, chain)
    base = base ? configOver(base, found) : found
  }
  return base ? configOver(base, config) : config
}

/** Figure sheets come out of table programs as UTF-8 or, on Windows, as GB 18030. */
function sheetText(path: string): string {
  const bytes = bytesIn(path, shownPath(path), 'zh')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * The facts of the house in the file `path`.
 * @throws HegaoError `config-invalid` or `config-unreadable`
 */
export async function houseIn(path: string, lang: Lang): Promise<HouseFacts> {
  const shown = shownPath(path)
  return houseFrom(await contentIn(path, shown, lang, () => false), shown, lang, (name) => {
    const sheet = resolve(dirname(path), name)
    return figuresFrom(sheetText(sheet), shownPath(sheet), lang)
  })
}

/** The configuration in the file that the user named; that is leave enough to run it. */
export async function configIn(named: string, lang: Lang, isCodeAllowed: IsCodeAllowed = () => true): Promise<Config> {
  const path = resolve(named)
  return completed((await contentIn(path, named, lang, isCodeAllowed)) ?? {}, path, lang, isCodeAllowed)
}

/** The configuration in a file that was found; undefined in a package.json that has none. */
export async function configWithin(path: string, lang: Lang, isCodeAllowed: IsCodeAllowed): Promise<Config | undefined> {
  const value = await contentIn(path, shownPath(path), lang, isCodeAllowed)
  return value === undefined ? undefined : completed(value, path, lang, isCodeAllowed)
}
