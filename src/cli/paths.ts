/** What the user named → the files to check, in that order; within a folder or a pattern by name. */
import { statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { failure, type HegaoError } from '../errors.ts'
import { STDIN } from '../read/stdin.ts'

/** One thing to check. An `error` is told in its place. */
export type Target =
  | { readonly path: string; readonly from: 'file' | 'stdin' }
  | { readonly path: string; readonly error: HegaoError }

/** Files that are looked for in folders. A file that is named is read whatever its name. */
const inFolders = '**/*.{txt,md,markdown}'
const ignored = ['**/node_modules/**']

function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path).isDirectory()
  } catch {
    return undefined
  }
}

async function find(pattern: string, folder: string | undefined): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern, {
    ...(folder !== undefined && { cwd: folder }),
    absolute: folder === undefined && isAbsolute(pattern),
    // Reports come from Windows as .TXT too; what the user wrote himself is taken as he wrote it.
    caseSensitiveMatch: folder === undefined,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ignored,
  })
  const paths = folder === undefined ? found : found.map((path) => join(folder, path))
  // By code unit: the same on every machine.
  return paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

const isPattern = (path: string): boolean => /[*?{}[\]]/.test(path)

async function targetsOf(path: string, stdinName: string | undefined): Promise<readonly Target[]> {
  if (path === '-') return [{ path: stdinName ?? STDIN, from: 'stdin' }]
  const isDirectory = isFolder(path)
  if (isDirectory === false) return [{ path, from: 'file' }]
  if (isDirectory === undefined && !isPattern(path)) return [{ path, from: 'file' }]
  const found = isDirectory ? await find(inFolders, path) : await find(path, undefined)
  if (found.length === 0) return [{ path, error: failure('nothing-to-check', { patterns: path }) }]
  return found.map((file) => ({ path: file, from: 'file' }))
}

/** One target a path given; what folders and patterns find is listed once. `stdinName` is what `-` is called. */
export async function expand(paths: readonly string[], stdinName: string | undefined): Promise<readonly Target[]> {
  const targets: Target[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const target of await targetsOf(path, stdinName)) {
      if (seen.has(target.path) && target.path !== path) continue
      seen.add(target.path)
      targets.push(target)
    }
  }
  return targets
}
