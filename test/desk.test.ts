/** For people without a terminal: `open`, `desktop`, what the starters of the portable kit hand over, and its zip. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startOf } from '../src/cli/desk/browser.ts'
import { entryFor } from '../src/cli/desk/desktop-run.ts'
import { droppedFiles } from '../src/cli/desk/dropped.ts'
import { wholePage } from '../src/cli/desk/page-blocks.ts'
import { openZip, type ZipEntry } from '../src/read/zip.ts'
import { hegao as run } from './support/hegao.ts'

const root = join(import.meta.dirname, '..')
let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 桌面 ')))
  write('讲话(终稿)&定.txt', '同志们：\n成绩，，显著。\n')
  mkdirSync(join(folder, 'bin'))
  // Stands in for the desktop: it tells what it was asked to open.
  write('bin/xdg-open', `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/opened'\n`)
  chmodSync(join(folder, 'bin', 'xdg-open'), 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const hegao = (...words: string[]) =>
  run(words, { cwd: folder, env: { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, HOME: folder } })

/** What was opened, once the stand-in has told. */
async function opened(): Promise<string[]> {
  for (let tries = 0; tries < 200 && !existsSync(join(folder, 'opened')); tries++) await new Promise((go) => setTimeout(go, 25))
  return read('opened').trim().split('\n')
}

describe('open', () => {
  test('writes the page beside the report and opens it, whatever was found', async () => {
    expect(hegao('open', '讲话(终稿)&定.txt')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: `核稿结果：${join(folder, '讲话(终稿)&定.核稿.html')}\n`,
    })
    expect(await opened()).toEqual([join(folder, '讲话(终稿)&定.核稿.html')])
    expect(read('讲话(终稿)&定.核稿.html')).toContain('punctuation-run')
    expect(read('讲话(终稿)&定.txt')).toBe('同志们：\n成绩，，显著。\n')
  })

  test('several are one page; a further run replaces its own, and nothing of others', () => {
    write('b.txt', '问题，，突出。\n')
    write('讲话(终稿)&定等2份.核稿.html', '<!DOCTYPE html>\n<p>我写的\n')
    for (let time = 0; time < 2; time++) expect(hegao('open', '--no-start', '讲话(终稿)&定.txt', 'b.txt').status).toBe(0)
    expect(read('讲话(终稿)&定等2份.核稿.html')).toBe('<!DOCTYPE html>\n<p>我写的\n')
    const page = read('讲话(终稿)&定等2份.核稿2.html')
    expect([page.includes('b.txt'), page.includes('讲话(终稿)&amp;定.txt')]).toEqual([true, true])
    expect(existsSync(join(folder, '讲话(终稿)&定等2份.核稿3.html'))).toBe(false)
    expect(existsSync(join(folder, 'opened'))).toBe(false)
  })

  test('its pages are not checked with the folder', () => {
    hegao('open', '--no-start', '讲话(终稿)&定.txt')
    const { stdout } = hegao('-f', 'compact', '.')
    expect([stdout.includes('.txt:2:'), stdout.includes('.html')]).toEqual([true, false])
  })

  test('a folder gives one page beside it', () => {
    mkdirSync(join(folder, '材料'))
    write('材料/a.txt', '成绩，，显著。\n')
    expect(hegao('open', '--no-start', '材料').status).toBe(0)
    expect(read('材料.核稿.html')).toContain('punctuation-run')
  })

  test('without files it opens the page that the package brings', async () => {
    expect(hegao('open').status).toBe(0)
    expect(await opened()).toEqual([join(root, 'dist', 'hegao.html')])
  })

  test('in the package it lies in parts, which together are the page', () => {
    const parts = readFileSync(join(root, 'dist', 'hegao.html.in'), 'utf8')
    const page = wholePage(parts, { assets: join(root, 'assets'), pdf: join(root, 'dist', 'pdf') })
    expect(page.length - parts.length).toBeGreaterThan(7_000_000)
    expect(page === readFileSync(join(root, 'dist', 'hegao.html'), 'utf8')).toBe(true)
  })

  test('where nothing can be written beside it, the page goes into a folder of its own', () => {
    const where = process.getuid?.() === 0 ? '/proc/self' : folder
    if (where === folder) chmodSync(folder, 0o555)
    const name = where === folder ? '讲话(终稿)&定.txt' : '/proc/self/status'
    const { stderr, status } = hegao('open', '--no-start', name)
    if (where === folder) chmodSync(folder, 0o755)
    const page = /核稿结果：(.*)\n/.exec(stderr)?.[1] ?? ''
    expect([status, statSync(page).isFile()]).toEqual([0, true])
    expect(page.startsWith(tmpdir())).toBe(true)
    rmSync(join(page, '..'), { recursive: true })
  })

  test('what is not there, and standard input, are refused', () => {
    expect(hegao('open', '没有.docx')).toMatchObject({ status: 2, stderr: expect.stringContaining('没有这个文件：没有.docx') })
    expect(hegao('open', '-').stderr).toContain('不从标准输入读')
    expect(existsSync(join(folder, '没有.核稿.html'))).toBe(false)
  })

  test('that no browser is there is told, with the page', () => {
    const { status, stderr } = run(['open', '讲话(终稿)&定.txt'], { cwd: folder, env: { PATH: '/nowhere' } })
    expect([status, stderr]).toEqual([2, expect.stringContaining('请自己双击打开')])
  })
})

describe('the browser', () => {
  const none = (): undefined => undefined

  test('of Windows is started by one fixed line, whatever the page is called', () => {
    const start = startOf('D:\\a&b 100%\\讲话.核稿.html', 'win32', { ComSpec: 'C:\\Windows\\system32\\cmd.exe' }, none)
    expect(start).toEqual({
      program: 'C:\\Windows\\system32\\cmd.exe',
      words: ['/d', '/s', '/v:off', '/c', '"start "" "%HEGAO_PAGE%""'],
      isVerbatim: true,
      env: { HEGAO_PAGE: 'D:\\a&b 100%\\讲话.核稿.html' },
    })
  })

  test('of other desktops is what they have for it', () => {
    expect(startOf('/a.html', 'linux', {}, (name) => (name === 'gio' ? '/usr/bin/gio' : undefined))).toMatchObject({
      program: '/usr/bin/gio',
      words: ['open', '/a.html'],
    })
    expect(startOf('/a.html', 'darwin', {}, none)?.program).toBe('/usr/bin/open')
    expect(startOf('/a.html', 'linux', {}, none)).toBeUndefined()
  })
})

describe('what is dropped on the starter', () => {
  const begin = 'C:\\WINDOWS\\system32\\cmd.exe /c ""D:\\工 具\\核稿.cmd" '

  test.each([
    [`${begin}"`, []],
    [`${begin}D:\\a&b(终稿).docx"`, ['D:\\a&b(终稿).docx']],
    [`${begin}D:\\a.docx "D:\\讲话 稿.docx" D:\\100%^!.txt"`, ['D:\\a.docx', 'D:\\讲话 稿.docx', 'D:\\100%^!.txt']],
    ['C:\\WINDOWS\\system32\\cmd.exe /C "D:\\核稿.cmd D:\\a.docx" ', ['D:\\a.docx']],
    ['"C:\\WINDOWS\\system32\\cmd.exe"', []],
    ['', []],
  ])('%s', (line, files) => {
    expect(droppedFiles(line)).toEqual(files)
  })
})

describe('desktop', () => {
  test('puts an entry into the menus of Linux, and takes it out', () => {
    expect(hegao('desktop', '--install')).toMatchObject({ status: 0, stderr: expect.stringContaining('打开方式') })
    const path = '.local/share/applications/hegao.desktop'
    expect(read(path)).toMatch(/^Exec=".*" ".*hegao\.js" open %F$/m)
    expect(hegao('desktop', '--install').status).toBe(0)
    expect(hegao('desktop', '--uninstall').status).toBe(0)
    expect(existsSync(join(folder, path))).toBe(false)
    expect(hegao('desktop', '--uninstall').stderr).toContain('本来就没有放')
  })

  test('leaves alone what it did not put there', () => {
    mkdirSync(join(folder, '.local/share/applications'), { recursive: true })
    write('.local/share/applications/hegao.desktop', '[Desktop Entry]\n')
    for (const word of ['--install', '--uninstall']) {
      expect(hegao('desktop', word)).toMatchObject({ status: 2, stderr: expect.stringContaining('不是 hegao 放的') })
    }
    expect(read('.local/share/applications/hegao.desktop')).toBe('[Desktop Entry]\n')
  })

  test('wants to be told which', () => {
    expect(hegao('desktop').stderr).toContain('--install 或 --uninstall')
    expect(hegao('desktop', '--install', '--uninstall').status).toBe(2)
  })

  test('quotes what means something to the desktop', () => {
    const entry = entryFor('linux', {}, '/home/我', { node: '/opt/a"b $c/node', script: '/opt/100%/hegao.js' })
    expect(Buffer.from(entry?.bytes ?? []).toString()).toContain('Exec="/opt/a\\\\"b \\\\$c/node" "/opt/100%%/hegao.js" open %F')
  })

  test('of Windows is a shortcut in “发送到”', () => {
    const program = { node: 'D:\\工具\\核稿\\app\\node.exe', script: 'D:\\工具\\核稿\\app\\bin\\hegao.js' }
    const entry = entryFor('win32', { APPDATA: 'C:\\Users\\张三\\AppData\\Roaming' }, 'C:\\Users\\张三', program)
    expect(entry?.path).toBe('C:\\Users\\张三\\AppData\\Roaming\\Microsoft\\Windows\\SendTo\\核稿.lnk')
    const bytes = Buffer.from(entry?.bytes ?? [])
    expect(bytes.readUInt32LE()).toBe(76)
    // LinkInfo lies behind the header; its wide path is the target.
    const wideAt = 76 + bytes.readUInt32LE(76 + 28)
    expect(bytes.toString('utf16le', wideAt, wideAt + program.node.length * 2)).toBe(program.node)
    expect(bytes.readUInt32LE(76)).toBe(wideAt - 76 + program.node.length * 2 + 4)
    expect(bytes.includes(Buffer.from(`"${program.script}" open`, 'utf16le'))).toBe(true)
    expect(entry?.isOurs(bytes)).toBe(true)
    expect(entry?.isOurs(Buffer.alloc(200))).toBe(false)
    expect(entryFor('aix', {}, '/', program)).toBeUndefined()
  })
})

describe('the zip of the portable kit', () => {
  test('holds names in Chinese, the right to run, and what was put into it', async () => {
    // @ts-expect-error a script has no types
    const { zipOf } = await import('../scripts/zip.mjs')
    const long = Buffer.from('核稿'.repeat(5000))
    const bytes: Uint8Array = zipOf([
      { name: '核稿/核稿', bytes: Buffer.from('#!/bin/sh\n'), mode: 0o755 },
      { name: '核稿/使用说明.txt', bytes: long },
      { name: '核稿/空', bytes: Buffer.alloc(0) },
    ])
    const archive = openZip('a.zip', 'zip', bytes)
    expect(Buffer.from(archive.read(archive.entries.find(({ name }) => name.endsWith('.txt')) as ZipEntry)).equals(long)).toBe(
      true,
    )
    if (spawnSync('unzip', ['-v']).status !== 0) return console.log('unzip is not installed: only our own reader was asked')
    write('kit.zip', bytes)
    expect(spawnSync('unzip', ['-q', 'kit.zip'], { cwd: folder }).status).toBe(0)
    expect(read('核稿/使用说明.txt')).toBe(long.toString())
    expect(statSync(join(folder, '核稿/核稿')).mode & 0o777).toBe(0o755)
    expect(statSync(join(folder, '核稿/使用说明.txt')).mode & 0o777).toBe(0o644)
  })
})
