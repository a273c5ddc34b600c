/** Which files of ours lie in a folder and above it. Each folder is listed once: that is cheaper than asking for each name. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The facts of the house; in one folder the first of these decides. */
export const houseNames: readonly string[] = ['hegao.facts.yaml', 'hegao.facts.yml', 'hegao.facts.json']

/** In one folder the first of these decides. */
export const configNames: readonly string[] = [
  ...['json', 'jsonc', 'yaml', 'yml', 'js', 'mjs', 'cjs', 'ts'].map((kind) => `hegao.config.${kind}`),
  '.hegaorc',
  ...['json', 'jsonc', 'yaml', 'yml', 'js', 'mjs', 'cjs'].map((kind) => `.hegaorc.${kind}`),
  'package.json',
]

export type IgnoreFile = '.hegaoignore' | '.gitignore'

const names: ReadonlySet<string> = new Set([...configNames, ...houseNames, '.hegaoignore', '.gitignore', '.git'])

export interface Folders {
  has(folder: string, name: string): boolean
  /** Whether there is any file that may be a configuration. */
  mayConfigure(folder: string): boolean
  /** The folder above `folder` (absolute) that has a say in it; undefined where the search ends. */
  above(folder: string): string | undefined
  /** `folder` (absolute) and all above it that have a say in it. */
  upwards(folder: string): readonly string[]
}

/** Where everybody may put files, or somebody else lives, a stranger could lay a configuration for us. */
function isForeign(above: string, below: string): boolean {
  const [upper, lower] = [above, below].map((folder) => statSync(folder, { throwIfNoEntry: false }))
  if (!upper || !lower) return false
  return upper.uid !== lower.uid || (process.platform !== 'win32' && (upper.mode & 0o002) !== 0)
}

/** The user's home: what lies above it is not his. */
function homeOf({ HOME, USERPROFILE }: NodeJS.ProcessEnv): string | undefined {
  const home = HOME || USERPROFILE
  return home ? resolve(home) : undefined
}

/** A folder may let its files be opened and yet not be listed. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => names.has(name))
  } catch {
    return [...names].filter((name) => existsSync(join(folder, name)))
  }
}

/** What is known of folders for one run. */
export function foldersOf(): Folders {
  const known = new Map<string, readonly string[]>()
  const list = (folder: string): readonly string[] => {
    const found = known.get(folder) ?? namesIn(folder)
    known.set(folder, found)
    return found
  }
  const home = homeOf(process.env)
  const ends = new Map<string, string | undefined>()
  const above = (folder: string): string | undefined => {
    if (ends.has(folder)) return ends.get(folder)
    const next = dirname(folder)
    const isTop = next === folder || folder === home || list(folder).includes('.git') || isForeign(next, folder)
    ends.set(folder, isTop ? undefined : next)
    return isTop ? undefined : next
  }
  return {
    has: (folder, name) => list(folder).includes(name),
    mayConfigure: (folder) => list(folder).some((name) => configNames.includes(name)),
    above,
    upwards(folder) {
      const folders: string[] = []
      for (let at: string | undefined = folder; at !== undefined; at = above(at)) folders.push(at)
      return folders
    },
  }
}
