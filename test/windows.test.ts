/** What Windows does otherwise, told of it here: consoles, slashes, drives, devices, line ends, shortcuts. See scripts/check-windows.mjs. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatChoice } from '../src/cli/check/format-option.ts'
import { systemReason } from '../src/cli/texts.ts'
import { consoleOf, isDeviceName, ownSlashes, slashed } from '../src/cli/windows.ts'
import { hegao as run } from './support/hegao.ts'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 视窗 ')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)
const hegao = (...words: string[]) => run(words, { cwd: folder })
const speech = readFileSync(new URL('../fixtures/reports/qu-zuzhi-2022/input.txt', import.meta.url), 'utf8')

describe('a console', () => {
  const written: string[] = []
  const host = (platform: string, isTerminal: boolean) => ({
    platform,
    isTerminal: () => isTerminal,
    stream: (descriptor: number) => ({ write: (text: string) => written.push(`${descriptor}${text}`) }),
  })

  test('of Windows is given characters, not bytes', () => {
    consoleOf(1, host('win32', true))?.write('中文')
    consoleOf(2, host('win32', true))?.write('错误')
    expect(written).toEqual(['1中文', '2错误'])
  })

  test('is nothing else: no pipe, no file, no other system', () => {
    expect(consoleOf(1, host('win32', false))).toBeUndefined()
    expect(consoleOf(5, host('win32', true))).toBeUndefined()
    expect(consoleOf(1, host('linux', true))).toBeUndefined()
  })

  test('has no colours where NO_COLOR is set', () => {
    write('a.txt', '成绩，，显著。\n')
    const { stdout } = run(['a.txt'], { cwd: folder, env: { NO_COLOR: '1' } })
    expect(stdout).toContain('点号连用')
    expect(stdout).not.toContain('\u001b')
    expect(run(['a.txt'], { cwd: folder, env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b')
  })
})

describe('paths', () => {
  test('a pattern is written with either slash', () => {
    expect(slashed('C:\\材料\\*.docx', 'win32')).toBe('C:/材料/*.docx')
    expect(slashed('材料\\[终稿\\].docx', 'linux')).toBe('材料\\[终稿\\].docx')
    expect(ownSlashes('C:/材料/讲话.docx', 'win32')).toBe('C:\\材料\\讲话.docx')
    expect(ownSlashes('材料/讲话.docx', 'linux')).toBe('材料/讲话.docx')
  })

  test('the colon of a drive parts no format from its file', () => {
    expect(formatChoice('html:C:\\出\\核稿.html', () => false)).toEqual({ name: 'html', path: 'C:\\出\\核稿.html' })
    expect(formatChoice('C:\\我的\\formatter.mjs:D:\\a.txt', () => false)).toEqual({
      name: 'C:\\我的\\formatter.mjs',
      path: 'D:\\a.txt',
    })
  })

  test.each(['CON', 'aux.docx', 'C:\\出\\Com1.json', 'lpt9', 'prn .txt', 'nul.txt', 'COM¹'])('%s is a device', (path) => {
    expect(isDeviceName(path, 'win32')).toBe(true)
    expect(isDeviceName(path, 'linux')).toBe(false)
  })

  test.each(['NUL', 'console.txt', 'com10.txt', 'C:\\con\\讲话.docx', 'auxiliary', '讲话.con'])('%s is none', (path) => {
    expect(isDeviceName(path, 'win32')).toBe(false)
  })

  test('a file that Word has open is told as that', () => {
    expect(systemReason({ code: 'EPERM' }, 'zh', 'win32')).toContain('先关掉')
    expect(systemReason({ code: 'EPERM' }, 'zh', 'linux')).toBe('不允许')
  })
})

describe('content', () => {
  test('lines that end with CR LF give the same findings at the same places', () => {
    write('a.txt', speech)
    write('b.txt', speech.replaceAll('\n', '\r\n'))
    const found = (name: string) => hegao('-f', 'compact', name).stdout.replaceAll(name, '')
    expect(found('b.txt')).toBe(found('a.txt'))
    expect(found('b.txt')).toContain('year-mismatch')
  })

  test('a repair keeps CR LF', () => {
    write('a.txt', '成绩，，显著。\r\n工作扎实。\r\n')
    hegao('fix', 'a.txt')
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('成绩，显著。\r\n工作扎实。\r\n')
  })

  test('configuration, ignore file and facts may be written in Notepad', () => {
    write('a.txt', '成绩，，显著。\n')
    write('b.txt', '成绩，，显著。\n')
    write('.hegaoignore', '\ufeffb.txt\r\n')
    write('hegao.config.yaml', '\ufeffrules:\r\n  punctuation-run: off\r\n')
    expect(hegao('-f', 'compact', '.')).toMatchObject({ stdout: '', stderr: '', status: 0 })
    expect(hegao('-f', 'compact', '--no-config', '.').stdout).toContain('a.txt:1:')
  })

  test('a shortcut is no document, and that is said', () => {
    write('讲话.docx.lnk', Buffer.from('4c0000000114020000000000c000000000000046', 'hex'))
    write('网址.url', '[InternetShortcut]\r\nURL=file:///C:/a.docx\r\n')
    for (const name of ['讲话.docx.lnk', '网址.url']) {
      const { status, stdout } = hegao(name)
      expect(status).toBe(2)
      expect(stdout).toContain('请选它所指的那个文件')
    }
  })
})
