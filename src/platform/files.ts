/** Small private files for nodejieba, which takes its lists by path only. They are gone when the call returns. */

/** Whether nodejieba opens exactly this path: it splits at | and ;, and on Windows it takes no Unicode name. */
export function isSafePath(path: string): boolean {
  if (path.includes('|') || path.includes(';')) return false
  return process.platform !== 'win32' || /^[\x20-\x7e]*$/.test(path)
}

/**
 * Writes `contents`, one file each, into a fresh folder that only this user can open, and calls `use` with their paths.
 * False without a call where the temporary folder's name is not safe. Throws the system's error where nothing can be
 * written.
 */
export function withFiles<Name extends string>(
  contents: Readonly<Record<Name, string>>,
  use: (paths: Readonly<Record<Name, string>>) => boolean,
): boolean {
  const { mkdtempSync, rmSync, writeFileSync } = process.getBuiltinModule('node:fs')
  const { join } = process.getBuiltinModule('node:path')
  const { tmpdir } = process.getBuiltinModule('node:os')
  if (!isSafePath(tmpdir())) return false
  const folder = mkdtempSync(join(tmpdir(), 'hegao-'))
  try {
    const paths: Record<Name, string> = { ...contents }
    for (const name of Object.keys(contents) as Name[]) {
      paths[name] = join(folder, name)
      writeFileSync(paths[name], contents[name], { mode: 0o600, flag: 'wx' })
    }
    return use(paths)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
