/**
 * Which configurations that are programs may run. A folder from elsewhere runs nothing by being looked at: leave is given once
 * for a repository, by `--allow-config-code`, and remembered outside of it.
 */
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFile } from '../../disk/file.ts'
import { fill, type Lang } from '../../wording.ts'
import { replaceWhole } from '../atomic.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { note } from '../output.ts'
import { systemReason } from '../texts.ts'
import { shownPath } from './shown-path.ts'

/** Where programs keep what they are to remember; undefined where the user has no home. */
function memory({ XDG_STATE_HOME, LOCALAPPDATA, HOME, USERPROFILE }: NodeJS.ProcessEnv): string | undefined {
  const home = HOME || USERPROFILE
  const folder = XDG_STATE_HOME || (process.platform === 'win32' && LOCALAPPDATA) || (home && join(home, '.local', 'state'))
  return folder ? join(folder, 'hegao', 'allowed-config-code.json') : undefined
}

/** The top of the repository that holds `path`, else its folder; through no link. */
function placeOf(path: string): string {
  const folder = realpathSync(dirname(path))
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, '.git'))) return at
  return folder
}

/** What is remembered; nothing where the file is not there, is somebody else's, or is damaged. */
function allowedIn(file: string): readonly string[] {
  try {
    if (process.getuid !== undefined && statSync(file).uid !== process.getuid()) return []
    const { folders } = JSON.parse(new TextDecoder().decode(readFile(file))) as { readonly folders?: unknown }
    return Array.isArray(folders) ? folders.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** That it cannot be remembered is said, and is no failure: leave is given for this run. */
function remember(file: string | undefined, place: string, lang: Lang): void {
  if (file === undefined) return
  const known = allowedIn(file)
  if (known.includes(place)) return
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    replaceWhole(file, Buffer.from(`${JSON.stringify({ folders: [...known, place].sort() }, null, 2)}\n`))
    note(fill(gateTexts.codeAllowed, lang, { path: shownPath(place), file }))
  } catch (error) {
    note(fill(gateTexts.codeForgotten, lang, { file, reason: systemReason(error, lang) }))
  }
}

/** Asked of each configuration that is a program. `isGiven`: the user gives leave now. */
export function codeLeave(isGiven: boolean, lang: Lang): (path: string) => boolean {
  const file = memory(process.env)
  return (path) => {
    const place = placeOf(path)
    if (!isGiven) return file !== undefined && allowedIn(file).includes(place)
    remember(file, place, lang)
    return true
  }
}
