/** `--cache`: the same bytes and status as without, and what is no longer true is not believed. Needs the build. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formats } from '../src/report/formats.ts'

const program = fileURLToPath(new URL('../bin/hegao.js', import.meta.url))
const reports = fileURLToPath(new URL('../fixtures/reports', import.meta.url))

let folder: string
let cacheFile: string

beforeAll(() => {
  if (!existsSync(new URL('../dist/hegao.cjs', import.meta.url))) throw new Error('npm run build comes first')
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-cache-'))
  cacheFile = join(folder, '.hegaocache/results')
  write('docs/good.txt', '同志们：\n今天的会议很重要。\n谢谢大家！\n')
  write('docs/bad.txt', '同志们：\n国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。\n以组织组织力提升为重点。\n')
  write('docs/bad.md', '# 报告\n\n国企领域相对薄弱、国企领域相对薄弱、机关 **党建** 不够&amp;规范。\n')
  write('docs/real.txt', readFileSync(join(reports, 'qu-zuzhi-2022', 'input.txt')))
  write('docs/gbk.txt', Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0x0a]))
  write('docs/broken.txt', Buffer.from([0, 1, 2, 3]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function hegao(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}

describe('the same bytes and the same status', () => {
  test.each([['content'], ['metadata']])('by %s, cold and warm, in every format', (strategy) => {
    const words = ['docs', '--cache', '--cache-strategy', strategy]
    const cold = hegao(...words, '-f', 'json')
    const written = statSync(cacheFile)
    for (const format of formats) {
      const without = format === 'json' ? cold : hegao('docs', '-f', format)
      expect(without.stdout).not.toBe('')
      expect(hegao(...words, '-f', format)).toEqual(without)
    }
    expect(hegao('docs', '-f', 'json')).toEqual(cold)
    // The file that cannot be read is looked at again each time, and is no reason to write.
    expect(statSync(cacheFile)).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs })
    rmSync(cacheFile)
  })

  test('--quiet and --max-warnings', () => {
    hegao('docs', '--cache')
    for (const words of [['--quiet'], ['--max-warnings', '0']])
      expect(hegao('docs', '--cache', ...words)).toEqual(hegao('docs', ...words))
  })
})

describe('is not believed', () => {
  /** What the second run says of bad.txt, where the cache says that nothing was found in it. */
  function withLie(between: () => void, ...words: string[]): string {
    rmSync(join(folder, 'docs/broken.txt'), { force: true })
    hegao('docs', '--cache', ...words)
    lie()
    between()
    return hegao('docs', '-f', 'compact', '--cache', ...words).stdout
  }

  /** Takes the findings of docs/bad.txt out of the cache, with a sum that is right. */
  function lie(): void {
    const script = `
      const {createHash} = require('node:crypto'), fs = require('node:fs')
      const lines = fs.readFileSync('.hegaocache/results', 'utf8').split('\\n').map((line) => {
        const [, file, name, settings, found, source] = line.split('\\t')
        if (name !== '"docs/bad.txt"') return line
        const rest = [file, name, settings, JSON.stringify({...JSON.parse(found), findings: []}), source]
        return [createHash('sha1').update(rest.join('\\t')).digest('hex').slice(0, 12), ...rest].join('\\t')
      })
      fs.writeFileSync('.hegaocache/results', lines.join('\\n'))`
    expect(spawnSync(process.execPath, ['-e', script], { cwd: folder }).status).toBe(0)
  }

  const isSeen = (stdout: string): boolean => stdout.includes('docs/bad.txt')

  test('but it is where nothing changed: the test itself', () => {
    expect(isSeen(withLie(() => {}))).toBe(false)
    expect(isSeen(withLie(() => {}, '--cache-strategy', 'metadata'))).toBe(false)
  })

  test('a file with other words', () => {
    expect(isSeen(withLie(() => appendFileSync(join(folder, 'docs/bad.txt'), '。\n')))).toBe(true)
  })

  test('by metadata, a file with another time', () => {
    const touch = (): void => utimesSync(join(folder, 'docs/bad.txt'), 1, 1)
    expect(isSeen(withLie(touch, '--cache-strategy', 'metadata'))).toBe(true)
    expect(isSeen(withLie(touch))).toBe(false)
  })

  test('other rules', () => {
    withLie(() => {})
    expect(isSeen(hegao('docs', '-f', 'compact', '--cache', '--rule', 'long-sentence:info').stdout)).toBe(true)
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of another program', (text: string) => text.replace(/^hegao-cache\t./, 'hegao-cache\t_')],
    ['with a letter changed', (text: string) => text.replaceAll('repeated', 'repeatea')],
  ])('a cache %s', (_, spoil) => {
    const expected = hegao('docs', '-f', 'json')
    hegao('docs', '--cache')
    writeFileSync(cacheFile, spoil(readFileSync(cacheFile, 'utf8')))
    expect(hegao('docs', '-f', 'json', '--cache')).toEqual(expected)
    expect(hegao('docs', '-f', 'json', '--cache')).toEqual(expected)
  })
})

test('the cache lies in a folder that git leaves alone, in the place of a file of ours from before', () => {
  rmSync(join(folder, '.hegaocache'), { recursive: true, force: true })
  writeFileSync(join(folder, '.hegaocache'), 'hegao-cache\told\n')
  hegao('docs', '--cache')
  expect(readFileSync(join(folder, '.hegaocache/.gitignore'), 'utf8')).toBe('*\n')
  expect(readFileSync(cacheFile, 'utf8')).toMatch(/^hegao-cache\t/)
})

test('what is no cache is left alone, and that is said', () => {
  const other = '{"a": 1}\n\t\t\t\t\t\n'
  mkdirSync(join(folder, '.hegaocache'), { recursive: true })
  writeFileSync(cacheFile, other)
  const { stdout, stderr } = hegao('docs', '-f', 'json', '--cache')
  expect(stdout).toBe(hegao('docs', '-f', 'json').stdout)
  expect(stderr).toContain('.hegaocache/results 已经存在，不是 hegao 的缓存，没有覆盖')
  expect(readFileSync(cacheFile, 'utf8')).toBe(other)
})

test('files that are gone are forgotten, those of other runs are kept', () => {
  hegao('docs', '--cache')
  rmSync(join(folder, 'docs/good.txt'))
  hegao('docs/real.txt', '--cache')
  const text = readFileSync(cacheFile, 'utf8')
  expect(text).not.toContain('docs/good.txt')
  expect(text).toContain('docs/bad.txt')
})

test('another place, and one that cannot be written', () => {
  hegao('docs', '--cache', '--cache-location', 'mine.cache')
  expect(existsSync(join(folder, 'mine.cache'))).toBe(true)
  expect(existsSync(cacheFile)).toBe(false)
  const { status, stdout, stderr } = hegao('docs', '--cache', '--cache-location', 'no/such/cache')
  expect({ status, stdout }).toEqual({ status: 2, stdout: hegao('docs').stdout })
  expect(stderr).toContain('缓存没有写成')
  expect(hegao('docs', '--cache', '--cache-strategy', 'x').status).toBe(2)
})

test('fix does not ask it', () => {
  write('docs/bad.txt', '认真落实 “三会一课”等制度。\n')
  hegao('docs/bad.txt', '--cache')
  hegao('docs/bad.txt', '--cache', '--fix')
  expect(readFileSync(join(folder, 'docs/bad.txt'), 'utf8')).toBe('认真落实“三会一课”等制度。\n')
})
