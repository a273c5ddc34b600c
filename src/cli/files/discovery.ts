/**
 * The configuration of a file: the nearest one in its folder or above, up to the folder that holds `.git`. Where there is
 * none, which is the usual case, that costs the list of each folder, once.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import type { Lang } from '../../wording.ts'
import { configNames, type Folders, foldersOf } from './folders.ts'

/** A configuration and where it stands; patterns in it count from `folder`. */
export interface FoundConfig {
  readonly path: string
  readonly folder: string
  readonly config: Config
}

/** A package that has nothing to do with hegao is no reason to load the finder. */
function speaksOfHegao(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes('"hegao"')
  } catch {
    return false
  }
}

/** Whether there is a configuration, as far as that can be told without reading one. */
const hasConfig = (folders: Folders, folder: string): boolean =>
  folders.mayConfigure(folder) &&
  configNames.some((name) => folders.has(folder, name) && (name !== 'package.json' || speaksOfHegao(join(folder, name))))

export interface Discovery {
  /** The configuration for the file `path`; undefined where there is none. */
  configFor(path: string): Promise<FoundConfig | undefined> | FoundConfig | undefined
  readonly folders: Folders
}

/** Looks for configurations, in each folder once. */
export function discovery(lang: Lang): Discovery {
  const folders = foldersOf()
  const known = new Map<string, Promise<FoundConfig | undefined> | undefined>()
  const configured = new Map<string, boolean>()
  const searches = new Map<string, Promise<FoundConfig | undefined>>()

  function look(folder: string): Promise<FoundConfig | undefined> | undefined {
    const above = folders.upwards(folder)
    for (const at of above) {
      const has = configured.get(at) ?? hasConfig(folders, at)
      configured.set(at, has)
      if (!has) continue
      const search = searches.get(at) ?? searchFrom(at, above[above.length - 1] as string, lang)
      searches.set(at, search)
      return search
    }
    return undefined
  }

  function inFolder(folder: string): Promise<FoundConfig | undefined> | undefined {
    if (!known.has(folder)) known.set(folder, look(folder))
    return known.get(folder)
  }

  return { configFor: (path) => inFolder(dirname(resolve(path))), folders }
}

/** The first configuration from `folder` up to `top`. */
async function searchFrom(folder: string, top: string, lang: Lang): Promise<FoundConfig | undefined> {
  const [{ lilconfig }, { completed, loaders }] = await Promise.all([import('lilconfig'), import('./config-file.ts')])
  const finder = lilconfig('hegao', {
    stopDir: top,
    searchPlaces: [...configNames],
    loaders: Object.fromEntries(
      Object.entries(loaders).map(([kind, load]) => [
        kind,
        (path: string, text: string) => load(path, text.replace(/^\uFEFF/, ''), lang),
      ]),
    ),
  })
  const found = await finder.search(folder)
  if (!found || found.isEmpty) return undefined
  const config = await completed(found.config, found.filepath, lang)
  return { path: found.filepath, folder: dirname(found.filepath), config }
}
