/**
 * The configuration of a file: the nearest one in its folder or above, up to the folder that holds `.git`, the home of the
 * user, or the last folder of the same owner. Where there is none, which is the usual case, that costs the list of each
 * folder, once.
 */
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { readFile } from '../../disk/file.ts'
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
    return new TextDecoder().decode(readFile(path)).includes('"hegao"')
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
export function discovery(lang: Lang, isCodeAllowed: (path: string) => boolean): Discovery {
  const folders = foldersOf()
  const known = new Map<string, Promise<FoundConfig | undefined> | undefined>()
  const configured = new Map<string, boolean>()
  const searches = new Map<string, Promise<FoundConfig | undefined>>()

  const isConfigured = (folder: string): boolean => {
    const has = configured.get(folder) ?? hasConfig(folders, folder)
    configured.set(folder, has)
    return has
  }

  async function readFrom(folder: string): Promise<FoundConfig | undefined> {
    const { configWithin } = await import('./config-file.ts')
    for (const name of configNames) {
      if (!folders.has(folder, name)) continue
      const path = join(folder, name)
      const config = await configWithin(path, lang, isCodeAllowed)
      if (config) return { path, folder, config }
    }
    return undefined
  }

  /** A package.json may speak of hegao and configure nothing: then the next one above it counts. */
  async function firstOf(candidates: readonly string[]): Promise<FoundConfig | undefined> {
    for (const folder of candidates) {
      const search = searches.get(folder) ?? readFrom(folder)
      searches.set(folder, search)
      const found = await search
      if (found) return found
    }
    return undefined
  }

  function look(folder: string): Promise<FoundConfig | undefined> | undefined {
    const candidates = folders.upwards(folder).filter(isConfigured)
    return candidates.length === 0 ? undefined : firstOf(candidates)
  }

  function inFolder(folder: string): Promise<FoundConfig | undefined> | undefined {
    if (!known.has(folder)) known.set(folder, look(folder))
    return known.get(folder)
  }

  return { configFor: (path) => inFolder(dirname(resolve(path))), folders }
}
