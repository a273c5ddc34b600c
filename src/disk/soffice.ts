/**
 * An installed LibreOffice as a bridge for documents that hegao does not read: only where the user asks for it by name. An
 * untrusted file meets a large program here, so it runs alone: a folder of its own, no macros, no shell, one minute.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, extname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { failure, HegaoError } from '../errors.ts'
import type { Wording } from '../wording.ts'
import { readFile } from './file.ts'

/** In milliseconds. A report takes one to three seconds. */
const TIME_LIMIT = 60_000

const names = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice']

const slow: Wording = { zh: '一分钟没有转完', en: 'it took more than a minute' }
const nothing: Wording = { zh: '没有转出结果', en: 'it made nothing of it' }
const unstarted: Wording = { zh: '启动不了', en: 'it does not start' }

/**
 * `bytes` as a .docx; `path` is a name: the file itself is not touched. Its temporary files are gone when this is done.
 * @throws HegaoError `via-missing`, `via-failed`
 */
export async function docxBySoffice(path: string, bytes: Uint8Array, timeLimit = TIME_LIMIT): Promise<Uint8Array> {
  const program = findSoffice()
  if (program === undefined) throw failure('via-missing', { path })
  const folder = mkdtempSync(join(tmpdir(), 'hegao-soffice-'))
  const clear = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', clear)
  try {
    const input = prepare(folder, path, bytes)
    const problem = await convert(program, folder, input, timeLimit)
    if (problem) throw failure('via-failed', { path, reason: problem })
    return result(path, folder)
  } finally {
    process.off('exit', clear)
    clear()
  }
}

/** On the PATH only; folders that are named from where we stand are passed over. */
export function findSoffice(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** No macros, nothing loaded from elsewhere, whatever the document says. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  ['DisableMacrosExecution', 'true'],
  ['MacroSecurityLevel', '3'],
  ['BlockUntrustedRefererLinks', 'true'],
  ['DisableActiveContent', 'true'],
]
  .map(
    ([name, value]) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('')}</oor:items>
`

/** The document under a name of ours, and a profile. */
function prepare(folder: string, path: string, bytes: Uint8Array): string {
  const extension = extname(path)
  const input = join(folder, `input${/^\.[a-z0-9]{1,8}$/i.test(extension) ? extension : '.doc'}`)
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
  mkdirSync(join(folder, 'out'))
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings)
  writeFileSync(input, bytes)
  return input
}

/** Undefined where all went well; LibreOffice's own status says little. */
function convert(program: string, folder: string, input: string, timeLimit: number): Promise<Wording | undefined> {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const words = [
    ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
    ...['--convert-to', 'docx', '--outdir', join(folder, 'out'), input],
  ]
  const { PATH, SystemRoot } = process.env
  const env = { PATH, SystemRoot, HOME: folder, TMPDIR: folder, TEMP: folder, TMP: folder, LC_ALL: 'C.UTF-8' }
  return new Promise((resolve) => {
    // A group of its own: what is started here starts others.
    const child = spawn(program, words, { cwd: folder, env, stdio: 'ignore', windowsHide: true, detached: isPosix })
    const stop = (): void => end(child)
    process.once('exit', stop)
    const timer = setTimeout(() => {
      stop()
      settle(slow)
    }, timeLimit)
    const settle = (problem: Wording | undefined): void => {
      clearTimeout(timer)
      process.off('exit', stop)
      resolve(problem)
    }
    child.on('error', () => settle(unstarted))
    child.on('close', () => settle(undefined))
  })
}

const isPosix = process.platform !== 'win32'

function end(child: ChildProcess): void {
  try {
    if (isPosix && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function result(path: string, folder: string): Uint8Array {
  try {
    return readFile(join(folder, 'out', 'input.docx'))
  } catch (error) {
    if (error instanceof HegaoError) throw failure('via-failed', { path, reason: nothing }, error)
    throw error
  }
}
