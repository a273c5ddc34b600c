/** The work of `desktop`: one small file where the desktop looks for programs. Nothing is registered, no rights are needed. */
import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, posix, win32 } from 'node:path'
import { readFile } from '../../disk/file.ts'
import { failure } from '../../errors.ts'
import { fill } from '../../wording.ts'
import { replaceWhole } from '../atomic.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason } from '../texts.ts'
import { deskTexts } from './desk-texts.ts'
import { isShortcutOf, shortcutBytes } from './shortcut.ts'

export interface DesktopOptions {
  readonly install?: true
  readonly uninstall?: true
}

/** How hegao is started: the Node that runs, and the program it runs. */
export interface Program {
  readonly node: string
  readonly script: string
}

/** What is put where. */
export interface Entry {
  readonly path: string
  readonly bytes: Uint8Array
  /** Whether what stands there was put there by hegao. */
  isOurs(there: Uint8Array): boolean
}

const about = '核稿 hegao：检查前后是否一致，在浏览器里看结果'

/** “发送到”: the files that are sent come behind these words, each in quotes, by no line of cmd. */
function sendTo(folder: string, { node, script }: Program): Entry {
  return {
    path: win32.join(folder, 'Microsoft', 'Windows', 'SendTo', '核稿.lnk'),
    bytes: shortcutBytes({ target: node, words: `"${script}" open`, about, folder: win32.dirname(script) }),
    isOurs: (there) => there.length > 100 && isShortcutOf(there, about),
  }
}

/** In the words of the Desktop Entry Specification: quotes around, and what means something in them twice over. */
const quoted = (word: string): string =>
  `"${word
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`

const mark = 'X-Hegao=true'

const types = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ...['application/msword', 'application/vnd.oasis.opendocument.text', 'application/rtf', 'text/rtf', 'application/pdf'],
  ...['application/wps-office.docx', 'application/wps-office.doc', 'application/wps-office.wps', 'text/plain', 'text/markdown'],
]

function menuEntry(folder: string, { node, script }: Program): Entry {
  const lines = [
    ...['[Desktop Entry]', 'Type=Application', 'Version=1.0', 'Name=hegao', 'Name[zh_CN]=核稿'],
    ...['Comment=Check that a report agrees with itself', `Comment[zh_CN]=${about}`],
    ...[`Exec=${quoted(node)} ${quoted(script)} open %F`, 'Icon=accessories-text-editor', 'Terminal=false'],
    ...['Categories=Office;', `MimeType=${types.join(';')};`, mark, ''],
  ]
  return {
    path: posix.join(folder, 'applications', 'hegao.desktop'),
    bytes: Buffer.from(lines.join('\n')),
    isOurs: (there) => new TextDecoder().decode(there).split('\n').includes(mark),
  }
}

/** The entry for a system; undefined where there is none. `home` is the user's folder. */
export function entryFor(platform: string, env: NodeJS.ProcessEnv, home: string, program: Program): Entry | undefined {
  if (platform === 'win32') return sendTo(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), program)
  const isDesktop = platform === 'linux' || platform.endsWith('bsd')
  return isDesktop ? menuEntry(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), program) : undefined
}

/** Puts the entry in its place, or takes it out. What hegao did not put there stays. */
export function changeDesktop({ install, uninstall }: DesktopOptions, session: Session): void {
  const { lang } = session
  if (install === uninstall) throw wrong(deskTexts.oneOfTwo, lang, {})
  const program = { node: process.execPath, script: realpathSync(process.argv[1] ?? '.') }
  const entry = entryFor(process.platform, process.env, homedir(), program)
  if (!entry) throw wrong(deskTexts.noDesktop, lang, {})
  const { path, bytes } = entry
  const stands = statSync(path, { throwIfNoEntry: false }) !== undefined
  if (stands && !entry.isOurs(readFile(path))) throw failure('desktop-exists', { path })
  try {
    if (install) {
      mkdirSync(dirname(path), { recursive: true })
      replaceWhole(path, bytes)
    } else rmSync(path, { force: true })
  } catch (error) {
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
  note(fill(install ? deskTexts.installed : stands ? deskTexts.uninstalled : deskTexts.notInstalled, lang, { path }))
  if (install) note(fill(deskTexts.installedHow[process.platform === 'win32' ? 'win32' : 'linux'], lang, {}))
}
