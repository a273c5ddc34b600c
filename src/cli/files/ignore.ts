/**
 * What is not checked: by `.hegaoignore` (or the files of `--ignore-path`), `--ignore-pattern` and `ignores` of the
 * configuration; in folders by `.gitignore` too. What a user names himself is told, not passed over in silence.
 */
import { dirname, join, resolve } from 'node:path'
import { readFile } from '../../disk/file.ts'
import { decode } from '../../read/decode.ts'
import type { Discovery } from './discovery.ts'
import type { IgnoreFile } from './folders.ts'
import { expanded, type Matcher, matcherOf } from './patterns.ts'
import { shownPath } from './shown-path.ts'

export interface IgnoreOptions {
  /** False: nothing is ignored. */
  readonly ignore?: boolean
  /** False: `.gitignore` is not looked at. */
  readonly gitignore?: boolean
  /** Instead of every `.hegaoignore`; their patterns count from the current folder. */
  readonly ignorePath?: readonly string[]
  readonly ignorePattern?: readonly string[]
}

/** Patterns and what they are called to the user. */
interface Layer {
  readonly name: string
  readonly matches: Matcher
}

/** What makes a path (absolute) ignored, as the user knows it; undefined where nothing does. */
export type Verdict = (path: string, isFolder: boolean) => string | undefined

export interface Ignoring {
  /**
   * What decides of all that lies in `folder` (absolute); undefined where nothing there can be ignored, which is the usual
   * case. `isFound`: of what is found there, not of what is named.
   */
  within(folder: string, isFound: boolean): Promise<Verdict | undefined>
  /** What makes the file or folder `path` ignored. */
  reasonFor(path: string, isFolder: boolean, isFound: boolean): Promise<string | undefined>
}

/** A line end and nothing else ends a pattern; the `ignore` package strips what gitignore strips. */
function linesOf(path: string): string[] {
  // Windows still writes such files in GBK.
  return decode(path, readFile(path), undefined).text.split(/\r{0,2}\n|\r/)
}

/** The last layer that says something decides: that of the nearest folder. `by` is undefined where it takes the path back. */
function lastWord(layers: readonly Layer[], path: string, isFolder: boolean): { readonly by: string | undefined } | undefined {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { name, matches } = layers[index] as Layer
    const said = matches(path, isFolder)
    if (said !== undefined) return { by: said ? name : undefined }
  }
  return undefined
}

/** @throws HegaoError where a file of `--ignore-path` cannot be read */
export async function ignoring(options: IgnoreOptions, configs: Discovery): Promise<Ignoring> {
  if (options.ignore === false) return { within: async () => undefined, reasonFor: async () => undefined }
  const { folders } = configs
  const here = process.cwd()
  const own: Layer[] = []
  if (options.ignorePattern?.length) {
    own.push({ name: '--ignore-pattern', matches: await matcherOf(options.ignorePattern.flatMap(expanded), here) })
  }
  for (const path of options.ignorePath ?? []) own.push({ name: path, matches: await matcherOf(linesOf(path), here) })
  const isReplaced = (options.ignorePath ?? []).length > 0

  const chains = new Map<string, Promise<readonly Layer[]>>()

  /** The files called `name` in `folder` and above it, the nearest last. */
  function chainOf(name: IgnoreFile, folder: string): Promise<readonly Layer[]> {
    const key = `${name}\0${folder}`
    const chain = chains.get(key) ?? collect(name, folder)
    chains.set(key, chain)
    return chain
  }

  async function collect(name: IgnoreFile, folder: string): Promise<readonly Layer[]> {
    const above = folders.above(folder)
    const layers = above === undefined ? [] : await chainOf(name, above)
    if (!folders.has(folder, name)) return layers
    const path = join(folder, name)
    return [...layers, { name: shownPath(path), matches: await matcherOf(linesOf(path), folder) }]
  }

  const ofConfig = new Map<string, Layer>()

  async function configLayers(folder: string): Promise<readonly Layer[]> {
    const found = await configs.configFor(join(folder, 'a'))
    if (!found || found.config.ignores.length === 0) return []
    const layer = ofConfig.get(found.path) ?? {
      name: shownPath(found.path),
      matches: await matcherOf(found.config.ignores.flatMap(expanded), found.folder),
    }
    ofConfig.set(found.path, layer)
    return [layer]
  }

  const verdicts = new Map<string, Promise<Verdict | undefined>>()

  /** `isTop`: whatever is above the top of a repository has no say in it. */
  async function verdictOf(folder: string, isFound: boolean, isTop: boolean): Promise<Verdict | undefined> {
    const chain = async (name: IgnoreFile): Promise<readonly Layer[]> => (isTop ? [] : chainOf(name, folder))
    // The stronger first.
    const all = [
      own,
      isReplaced ? [] : await chain('.hegaoignore'),
      await configLayers(folder),
      isFound && options.gitignore !== false ? await chain('.gitignore') : [],
    ]
    const groups = all.filter((layers) => layers.length > 0)
    if (groups.length === 0) return undefined
    return (path, isFolder) => {
      for (const layers of groups) {
        const said = lastWord(layers, path, isFolder)
        if (said) return said.by
      }
      return undefined
    }
  }

  function within(folder: string, isFound: boolean): Promise<Verdict | undefined> {
    const key = `${isFound}\0${folder}`
    const known = verdicts.get(key) ?? verdictOf(folder, isFound, false)
    verdicts.set(key, known)
    return known
  }

  return {
    within,
    async reasonFor(path, isFolder, isFound) {
      const absolute = resolve(path)
      const folder = dirname(absolute)
      const isTop = isFolder && folders.has(absolute, '.git')
      const verdict = isTop ? await verdictOf(folder, isFound, true) : await within(folder, isFound)
      return verdict?.(absolute, isFolder)
    },
  }
}
