/** Starts the browser that the user has chosen on his system. Nothing waits for it, and it is given no connection to us. */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** A program and its words. */
export interface Start {
  readonly program: string
  readonly words: readonly string[]
  /** The words are the end of a line for cmd, and taken as they are. */
  readonly isVerbatim: boolean
  readonly env: Readonly<Record<string, string>>
}

/** The page's path, for cmd: a name may have & and ^ in it, and inside the quotes of `line` neither means anything. */
const variable = 'HEGAO_PAGE'
const line = `"start "" "%${variable}%""`

/** Programs of Linux desktops that open a file, the usual first. */
const openers: readonly (readonly [string, ...string[]])[] = [['xdg-open'], ['gio', 'open'], ['x-www-browser']]

const plain = (program: string, ...words: string[]): Start => ({ program, words, isVerbatim: false, env: {} })

/**
 * How `path` is opened on a system; undefined where nothing is known that opens it. `find` gives the path of a program, where it
 * is installed.
 */
export function startOf(
  path: string,
  platform: string,
  env: NodeJS.ProcessEnv,
  find: (program: string) => string | undefined,
): Start | undefined {
  if (platform === 'win32') {
    const words = ['/d', '/s', '/v:off', '/c', line]
    return { program: env.ComSpec || 'cmd.exe', words, isVerbatim: true, env: { [variable]: path } }
  }
  if (platform === 'darwin') return plain('/usr/bin/open', path)
  for (const [name, ...words] of openers) {
    const program = find(name)
    if (program !== undefined) return plain(program, ...words, path)
  }
  return undefined
}

/** On the PATH only; folders that are named from where we stand are passed over. */
function installed(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a browser was started on the file `path`; that it shows it nobody knows. */
export function inBrowser(path: string): Promise<boolean> {
  const start = startOf(path, process.platform, process.env, installed)
  if (!start) return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(start.program, start.words, {
      env: { ...process.env, ...start.env },
      stdio: 'ignore',
      detached: process.platform !== 'win32',
      windowsHide: true,
      windowsVerbatimArguments: start.isVerbatim,
    })
    child.on('error', () => resolve(false))
    // What Windows has started for us ends with us: cmd is waited for, which ends when it has started the browser.
    if (start.isVerbatim) child.on('close', (status) => resolve(status === 0))
    else
      child.on('spawn', () => {
        child.unref()
        resolve(true)
      })
  })
}
