/** Work that would not end is ended, and the run goes on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limited } from '../src/cli/time-limit.ts'
import { hegao } from './support/hegao.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao 限时 '))
  writeFileSync(join(folder, '长.txt'), '全市经济运行总体平稳。\n'.repeat(40_000))
  writeFileSync(join(folder, '短.txt'), '成绩，，显著。\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a loop without an end is ended, and what comes next runs', () => {
  const forever = (): never => {
    for (;;) {
      try {
        for (;;);
      } finally {
        // Nothing that the loop does holds it up.
      }
    }
  }
  expect(() => limited('a.txt', 0.02, forever)).toThrow(/a\.txt took more than 0\.02 seconds/)
  expect(limited('a.txt', 60, () => limited('b.txt', 60, () => 1) + 1)).toBe(2)
  expect(() => limited('a.txt', 60, () => limited('b.txt', 0.02, forever))).toThrow(/b\.txt/)
  expect(() =>
    limited('a.txt', 60, () => {
      throw new Error('its own')
    }),
  ).toThrow('its own')
})

test.each([[[]], [['--jobs', '2']], [['--cache']]])(
  'a file that takes too long is a coded failure, and the others are checked: %j',
  (words) => {
    // A thousandth of a second is not enough for a megabyte on any machine, and a minute is for a line on every one.
    const { status, stdout } = hegao(['-f', 'json', '--timeout', '0.001', ...words, '长.txt'], { cwd: folder })
    expect(JSON.parse(stdout).files[0].error).toMatchObject({ code: 'timed-out', message: '长.txt 处理超过 0.001 秒，已放弃' })
    expect(status).toBe(2)
    expect(hegao(['-f', 'compact', ...words, '短.txt'], { cwd: folder }).stdout).toContain('短.txt:1:3: error:')
  },
)

test.each([['parse'], ['outline'], ['fix']])('%s has the limit, too', (command) => {
  const { status, stdout, stderr } = hegao([command, '--timeout', '0.001', '长.txt'], { cwd: folder })
  expect(stdout + stderr).toContain('长.txt 处理超过 0.001 秒，已放弃')
  expect(status).toBe(2)
})

test('so have the lines of convert --jsonl', () => {
  const { stdout } = hegao(['convert', '--jsonl', '--timeout', '0.001'], { cwd: folder, input: '{"path":"长.txt"}\n' })
  expect(JSON.parse(stdout).error.code).toBe('timed-out')
})

test('a limit is a number of seconds', () => {
  expect(hegao(['--timeout', '0', '短.txt'], { cwd: folder }).stderr).toContain('--timeout 应当是正数（秒），不是 0')
})
