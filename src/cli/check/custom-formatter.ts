/**
 * Formatters that are not ours: a module whose default export is a `ReporterFactory` (src/report/reporter.ts). It is given
 * the same as ours, and findings with their `message` and `position`, as `check` of the library gives them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { failure, type HegaoError } from '../../errors.ts'
import { importModule } from '../../packages.ts'
import type { Reporter, ReporterFactory } from '../../report/reporter.ts'
import { reasonOf } from '../../report/sentences.ts'
import { toldFile } from '../../report/told.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { texts } from '../texts.ts'
import { isPath } from './format-option.ts'

/** The entry of a package for `import`, by the conditions that Node takes; undefined where it names none. */
function entryIn(exported: unknown): string | undefined {
  if (typeof exported === 'string') return exported
  if (typeof exported !== 'object' || exported === null) return undefined
  for (const [key, value] of Object.entries(exported)) {
    if (!['.', 'node', 'import', 'module-sync', 'default'].includes(key)) continue
    const entry = entryIn(value)
    if (entry !== undefined) return entry
  }
  return undefined
}

function manifestIn(folder: string): { readonly exports?: unknown; readonly main?: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** The package `name` as the project sees it in which the user stands: from there upwards. */
function packageFile(name: string): string | undefined {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', ...name.split('/'))
    const manifest = manifestIn(home)
    if (manifest) return join(home, entryIn(manifest.exports) ?? entryIn(manifest.main) ?? 'index.js')
    if (folder === dirname(folder)) return undefined
  }
}

/** The file of a formatter; undefined where there is none of that name. */
function fileOf(name: string): string | undefined {
  if (!isPath(name)) return /^(?:@[\w.-]+\/)?[\w.-]+$/.test(name) ? packageFile(name) : undefined
  const path = name.startsWith('file:') ? fileURLToPath(name) : resolve(name)
  return existsSync(path) ? path : undefined
}

const isFunction = (value: unknown): value is (...words: unknown[]) => unknown => typeof value === 'function'

const methods = ['open', 'file', 'close'] as const

/** The formatter `name`, or undefined where there is no such file or package. */
export async function customFormatter(name: string, lang: Lang): Promise<ReporterFactory | undefined> {
  const file = fileOf(name)
  if (file === undefined) return undefined
  const broken = (wording: Wording, data = {}, cause?: unknown): HegaoError =>
    failure('formatter-broken', { name, problem: fill(wording, lang, data) }, cause)
  const attempt = <Result>(action: () => Result): Result => {
    try {
      return action()
    } catch (error) {
      throw broken(texts.formatterThrew, { reason: reasonOf(error) }, error)
    }
  }
  let module: unknown
  try {
    module = await importModule(pathToFileURL(file).href)
  } catch (error) {
    throw broken(texts.formatterUnloadable, { reason: reasonOf(error) }, error)
  }
  const factory = (module as { readonly default?: unknown }).default
  if (!isFunction(factory)) throw broken(texts.formatterDefault)
  return (context) => {
    const made = attempt(() => factory(context)) as Partial<Reporter> | null | undefined
    const missing = methods.find((method) => !isFunction(made?.[method]))
    if (missing !== undefined || !made) throw broken(texts.formatterMethod, { method: missing ?? 'open' })
    const reporter = made as Reporter
    const text = (method: (typeof methods)[number], value: unknown): string => {
      if (typeof value !== 'string') throw broken(texts.formatterText, { method })
      return value
    }
    return {
      open: () =>
        text(
          'open',
          attempt(() => reporter.open()),
        ),
      file: (checked) =>
        text(
          'file',
          attempt(() => reporter.file(toldFile(checked, lang))),
        ),
      close: (summary) =>
        text(
          'close',
          attempt(() => reporter.close(summary)),
        ),
    }
  }
}
