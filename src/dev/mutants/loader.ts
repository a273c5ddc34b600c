/** Modules of the project as they stand, but for one file that is changed: what depends on it is loaded anew, the rest once. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compileFunction } from 'node:vm'
import { transformSync } from 'esbuild'

type Exports = Record<string, unknown>

interface Compiled {
  readonly run: (require: (name: string) => unknown, module: { exports: Exports }, exports: Exports) => void
  /** Our own files that it imports, as paths. */
  readonly imports: readonly string[]
}

/** Packages by name: some are ES modules only, so that whoever loads the project has to import them first. */
export type Packages = ReadonlyMap<string, unknown>

/** The file of ours that an import names; undefined for a package. */
function fileOf(name: string, from: string, root: string): string | undefined {
  if (name === '#platform') return join(root, 'src/platform/node.ts')
  return name.startsWith('.') ? join(dirname(from), name) : undefined
}

export class Loader {
  readonly #compiled = new Map<string, Compiled>()
  readonly #loaded = new Map<string, Exports>()
  readonly #root: string
  readonly #packages: Packages

  constructor(root: string, packages: Packages) {
    this.#root = root
    this.#packages = packages
  }

  /** The exports of a file, from the project's folder. With `path` and `code`, as if that file held that code. */
  load(entry: string, path?: string, code?: string): Exports {
    const file = join(this.#root, entry)
    if (path === undefined || code === undefined) return this.#exportsOf(file, this.#loaded, new Map())
    const changed = join(this.#root, path)
    return this.#exportsOf(file, this.#unaffectedBy(changed), new Map([[changed, this.#compile(changed, code)]]))
  }

  /** Of the modules that are loaded those that do not, however far off, import `path`. */
  #unaffectedBy(path: string): Map<string, Exports> {
    const affected = new Map<string, boolean>([[path, true]])
    const isAffected = (file: string): boolean => {
      const known = affected.get(file)
      if (known !== undefined) return known
      affected.set(file, false)
      const is = this.#compiledOf(file).imports.some(isAffected)
      affected.set(file, is)
      return is
    }
    return new Map([...this.#loaded].filter(([file]) => !isAffected(file)))
  }

  #exportsOf(file: string, loaded: Map<string, Exports>, overlay: ReadonlyMap<string, Compiled>): Exports {
    const known = loaded.get(file)
    if (known) return known
    const module: { exports: Exports } = { exports: {} }
    loaded.set(file, module.exports)
    const require = (name: string): unknown => {
      const wanted = fileOf(name, file, this.#root)
      if (wanted !== undefined) return this.#exportsOf(wanted, loaded, overlay)
      return this.#packages.get(name) ?? createRequire(file)(name)
    }
    const { run } = overlay.get(file) ?? this.#compiledOf(file)
    run(require, module, module.exports)
    loaded.set(file, module.exports)
    return module.exports
  }

  #compiledOf(file: string): Compiled {
    const known = this.#compiled.get(file)
    if (known) return known
    const compiled = this.#compile(file, readFileSync(file, 'utf8'))
    this.#compiled.set(file, compiled)
    return compiled
  }

  #compile(file: string, source: string): Compiled {
    const { code } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      define: { 'import.meta.url': JSON.stringify(`file://${file}`) },
    })
    const run = compileFunction(code, ['require', 'module', 'exports'], { filename: file }) as Compiled['run']
    const names = Array.from(code.matchAll(/\brequire\("([^"]+)"\)/g), ([, name]) => name as string)
    return { run, imports: names.flatMap((name) => fileOf(name, file, this.#root) ?? []) }
  }
}
