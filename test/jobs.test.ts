/** `--jobs` of check: threads change neither a byte nor the status. Needs the build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCrew } from '../src/batch/crew.ts'
import type { Lane } from '../src/batch/pool.ts'
import { threadsFor } from '../src/cli/threads/jobs.ts'
import { formats } from '../src/report/formats.ts'

const program = fileURLToPath(new URL('../bin/hegao.js', import.meta.url))
const reports = fileURLToPath(new URL('../fixtures/reports', import.meta.url))
const documents = fileURLToPath(new URL('../fixtures/read', import.meta.url))

let folder: string

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, 'docs', name), content)
}

beforeAll(() => {
  if (!existsSync(new URL('../dist/hegao.cjs', import.meta.url))) throw new Error('npm run build comes first')
  folder = mkdtempSync(join(tmpdir(), 'hegao-jobs-'))
  mkdirSync(join(folder, 'docs', '坏 配置'), { recursive: true })
  for (const name of ['pdf-gongwen', 'pdf-scan', 'docx-kitchen', 'empty'])
    cpSync(join(documents, name), join(folder, 'docs', 'read', name), { recursive: true })
  const report = readFileSync(join(reports, 'qu-zuzhi-2022', 'input.txt'), 'utf8')
  for (let number = 0; number < 24; number++) {
    write(
      `${String(number).padStart(2, '0')} 讲话.txt`,
      report.slice(number * 20, number * 20 + 1200).replaceAll('六个', `${number}个`),
    )
    if (number % 7 === 0) write(`${number}坏.txt`, new Uint8Array([0, 1, 2, 3]))
    if (number % 11 === 0) write(`${number}.md`, '# 报告\n\n国企领域相对薄弱、国企领域相对薄弱、机关 **党建** 不够&amp;规范。\n')
  }
  copyFileSync(join(folder, 'docs', '00 讲话.txt'), join(folder, 'docs', '说过.txt'))
  write('说过.txt.hegao.json', '{"silence": [{"rule": "repeated-phrase"}]}')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sumOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** A run; of what it printed the sum: two long texts that differ take minutes to compare. */
function hegao(...words: string[]) {
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env,
  })
  return { status, sum: sumOf(stdout), length: stdout.length, stderr }
}

const one = (...words: string[]) => hegao(...words, '--jobs', '1')
const three = (...words: string[]) => hegao(...words, '--jobs', '3')

describe('three at a time give the same as one', () => {
  test('in every format', () => {
    const words = (name: string) => ['docs', ...formats.flatMap((format) => ['-f', `${format}:${name}.${format}`])]
    const { status, stderr } = one(...words('one'))
    expect(three(...words('three'))).toMatchObject({ status, stderr })
    const of = (name: string) =>
      formats.map((format) => [format, sumOf(readFileSync(join(folder, `${name}.${format}`), 'utf8'))] as const)
    expect(of('three')).toEqual(of('one'))
    expect(Math.min(...formats.map((format) => statSync(join(folder, `one.${format}`)).size))).toBeGreaterThan(1000)
  })

  test('to standard output', () => {
    const expected = one('docs', '-f', 'pretty')
    expect(expected.length).toBeGreaterThan(1000)
    expect(three('docs', '-f', 'pretty')).toEqual(expected)
  })

  test.each([
    ['--quiet', '--lang', 'en'],
    ['--max-warnings', '0', '--no-inline-config'],
    ['--rule', 'repeated-phrase:off', '--year', '2021'],
    ['--encoding', 'gbk'],
  ])('%s', (...words) => expect(three('docs', '-f', 'json', ...words)).toEqual(one('docs', '-f', 'json', ...words)))

  test('with a cache, cold and warm', () => {
    // Who is first in it is who was done first.
    const remembered = () => sumOf(readFileSync(join(folder, 'remembered'), 'utf8').split('\n').sort().join('\n'))
    const expected = one('docs', '-f', 'json')
    const words = ['docs', '-f', 'json', '--cache', '--cache-location', 'remembered']
    expect(three(...words)).toEqual(expected)
    const written = remembered()
    expect(three(...words)).toEqual(expected)
    expect(remembered()).toEqual(written)
    rmSync(join(folder, 'remembered'))
    expect(one(...words)).toEqual(expected)
    expect(remembered()).toEqual(written)
  })

  test('a baseline', () => {
    const base = join(folder, 'base.json')
    expect(one('docs', '--write-baseline', base).status).toBe(2)
    const expected = sumOf(readFileSync(base))
    expect(three('docs', '--write-baseline', base).status).toBe(2)
    expect(sumOf(readFileSync(base))).toBe(expected)
    expect(three('docs', '--baseline', base)).toEqual(one('docs', '--baseline', base))
  })

  test('a configuration with a mistake stops the run where it holds', () => {
    const broken = join(folder, 'docs', '坏 配置')
    writeFileSync(join(broken, '.hegaorc.json'), '{"rulez": {}}')
    writeFileSync(join(broken, '报告.txt'), '同志们：\n')
    const expected = one('docs', '-f', 'ndjson')
    expect(expected.stderr).toContain('rulez')
    expect(three('docs', '-f', 'ndjson')).toEqual(expected)
    rmSync(join(broken, '.hegaorc.json'))
  })
})

test('not a number', () => {
  expect(hegao('docs', '--jobs', '0')).toMatchObject({ status: 2, stderr: expect.stringContaining('--jobs') })
  expect(hegao('docs', '--jobs', 'viele')).toMatchObject({ status: 2, stderr: expect.stringContaining('viele') })
})

test('how many threads', () => {
  const targets = Array.from({ length: 5 }, (_, at) => ({ path: join(folder, 'docs', `0${at} 讲话.txt`), from: 'file' }) as const)
  expect(threadsFor(3, targets, () => 1)).toBe(3)
  expect(threadsFor(9, targets, () => 1)).toBe(5)
  expect(threadsFor('auto', targets, () => 1e9)).toBe(1)
  expect(threadsFor('auto', targets, () => 1)).toBe(availableParallelism())
  expect(threadsFor('auto', [{ path: 'none', from: 'file' }], () => 1)).toBe(1)
})

describe('a crew', () => {
  const doubling: Lane<number, number> = {
    async run(tasks, each) {
      for (const task of tasks) each(task, task * 2)
    },
    async close() {},
  }
  const failing: Lane<number, number> = {
    run: () => Promise.reject(new Error('it does not start')),
    async close() {},
  }
  const numbers = Array.from({ length: 20 }, (_, index) => index)

  test('answers each with its own', async () => {
    const crew = createCrew([doubling, doubling])
    expect(await Promise.all(numbers.map((number) => crew.ask(number)))).toEqual(numbers.map((number) => number * 2))
    await crew.close()
  })

  test('leaves what is too much to who asked', async () => {
    const crew = createCrew([doubling])
    const answers = await Promise.all(numbers.map((number) => crew.ask(number)))
    expect(answers.slice(0, 16)).toEqual(numbers.slice(0, 16).map((number) => number * 2))
    expect(answers.slice(16)).toEqual([undefined, undefined, undefined, undefined])
    expect(await crew.ask(7)).toBe(14)
  })

  test('goes on with those lanes that work, and without any', async () => {
    const crew = createCrew([failing, doubling])
    await Promise.all(numbers.map((number) => crew.ask(number)))
    expect(await crew.ask(21)).toBe(42)
    const none = createCrew([failing])
    expect(await none.ask(1)).toBeUndefined()
    expect(await none.ask(1)).toBeUndefined()
  })
})
