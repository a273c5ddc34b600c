/** Which files of ours lie in a folder and above it. Each folder is listed once: that is cheaper than asking for each name. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** In one folder the first of these decides. */
export const configNames: readonly string[] = [
  ...['json', 'jsonc', 'yaml', 'yml', 'js', 'mjs', 'cjs', 'ts'].map((kind) => `hegao.config.${kind}`),
  '.hegaorc',
  ...['json', 'jsonc', 'yaml', 'yml', 'js', 'mjs', 'cjs'].map((kind) => `.hegaorc.${kind}`),
  'package.json',
]

export type IgnoreFile = '.hegaoignore' | '.gitignore'

const names: ReadonlySet<string> = new Set([...configNames, '.hegaoignore', '.gitignore', '.git'])

export interface Folders {
  has(folder: string, name: string): boolean
  /** Whether there is any file that may be a configuration. */
  mayConfigure(folder: string): boolean
  /** `folder` (absolute) and all above it, up to the top of the repository or of the file system. */
  upwards(folder: string): readonly string[]
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
  return {
    has: (folder, name) => list(folder).includes(name),
    mayConfigure: (folder) => list(folder).some((name) => name !== '.git' && !name.endsWith('ignore')),
    upwards(folder) {
      const folders = [folder]
      for (let at = folder; !list(at).includes('.git'); ) {
        const above = dirname(at)
        if (above === at) break
        folders.push(above)
        at = above
      }
      return folders
    },
  }
}
