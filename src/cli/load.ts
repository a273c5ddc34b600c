/**
 * Loads the program's parts with the code that V8 made of them at build time, which halves what a run adds to Node's own start.
 * Code of another version of Node is refused by V8 itself, and the part is compiled as ever. Everything else stays with `require`.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'

/** Beside each part lies what V8 made of it. */
export const cacheOf = (part: string): string => `${part}.cache`

/** Told of each part that is loaded; the build makes the caches with it. */
export type OnPart = (part: string, script: Script) => void

interface Loaded {
  exports: unknown
}

const require = createRequire(import.meta.url)

function cachedData(part: string): Buffer | undefined {
  try {
    return readFileSync(cacheOf(part))
  } catch {
    return undefined
  }
}

/** A script that V8 runs for us has no `import()`: this file, which Node itself loads, lends it its own. */
const importModule = (specifier: string): Promise<unknown> => import(specifier)

/**
 * What a trace calls a part: without folders, since V8 keeps the name in the cache and would tell of the machine that built it.
 * Copied, since a string that is a slice of another is kept with that other.
 */
const nameOf = (part: string): string => Buffer.from(`hegao/${basename(part)}`).toString()

/** Runs the CommonJS file `part` (an absolute path) once, as `require` would, and gives its exports. */
export function load(part: string, onPart?: OnPart): unknown {
  const known = require.cache[part] as Loaded | undefined
  if (known) return known.exports
  const data = cachedData(part)
  const code = `(function (exports, require, module, __filename, __dirname, importModule) {${readFileSync(part, 'latin1')}\n})`
  const script = new Script(code, { filename: nameOf(part), ...(data && { cachedData: data }) })
  onPart?.(part, script)
  const folder = dirname(part)
  const module: Loaded = { exports: {} }
  // Registered as any module is, so that whoever lists what was loaded sees it.
  Object.assign(require.cache, { [part]: module })
  const requireHere = (id: string): unknown => (id.startsWith('.') ? load(join(folder, id), onPart) : require(id))
  script.runInThisContext()(module.exports, requireHere, module, part, folder, importModule)
  return module.exports
}

/** Starts the command line: `hegao/main.cjs` beside this file. */
export function start(onPart?: OnPart): unknown {
  return load(join(import.meta.dirname, 'hegao', 'main.cjs'), onPart)
}
