/** Known findings: left out, however lines move; new ones fail; vanished ones are told and dropped on request. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { knownFrom, sift } from '../src/lint/baseline.ts'
import { findingOf } from './invented.ts'
import { hegao } from './support/hegao.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao 基线 '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const text = (path: string): string => readFileSync(join(folder, path), 'utf8')

const only = ['--no-config', '-f', 'json']
const run = (...words: string[]) => hegao([...only, ...words], { cwd: folder })
const errors = (...words: string[]): number =>
  (JSON.parse(run(...words).stdout) as { summary: { errors: number } }).summary.errors

const old = '国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。\n'
const report = `各位代表：\n一、主要问题\n${old}二、下步工作\n抓好落实。\n`
const fresh = '干部作风有待改进、干部作风有待改进、能力不足。\n'

describe('a baseline', () => {
  beforeEach(() => {
    write('讲话/甲 一.txt', report)
    write('纪要/乙.md', `各位代表：\n\n${fresh}`)
    const done = run('--write-baseline', '.')
    expect(done.status).toBe(0)
    expect(done.stderr).toMatch(
      /^基线已写入 hegao-baseline\.json：\d+ 处（2 个文件）。以后加 --baseline hegao-baseline\.json，只报新问题。\n$/,
    )
    expect(JSON.parse(done.stdout)).toMatchObject({ summary: { errors: 0, warnings: 0, known: expect.any(Number) } })
  })

  test('is a file that people can read and compare: one finding a line, in order', () => {
    const { schemaVersion, files } = JSON.parse(text('hegao-baseline.json')) as {
      schemaVersion: number
      files: Record<string, { rule: string; fingerprint: string; text: string }[]>
    }
    expect(schemaVersion).toBe(1)
    expect(Object.keys(files)).toEqual(['纪要/乙.md', '讲话/甲 一.txt'])
    const rows = files['讲话/甲 一.txt'] ?? []
    expect(rows).toContainEqual({ rule: 'repeated-phrase', fingerprint: expect.any(String), text: '国企领域相对薄弱' })
    const keys = rows.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
    expect(keys).toEqual([...keys].sort())
    expect(
      text('hegao-baseline.json')
        .split('\n')
        .filter((line) => line.includes('"rule"')),
    ).toHaveLength(Object.values(files).flat().length)
  })

  test('holds no file that could not be checked, and says what to do with it', () => {
    write('坏.docx', 'PK\u0003\u0004 no more')
    const again = run('--write-baseline', '.')
    expect(again.status).toBe(2)
    expect(again.stderr).toMatch(/\n没有查成的 1 个文件不在基线里，以后每次都会报；不用查的，请写进 \.hegaoignore。\n$/)
    write('.hegaoignore', '坏.docx\n')
    expect(run('--baseline', 'hegao-baseline.json', '.')).toMatchObject({ status: 0, stderr: '' })
  })

  test('leaves out what is known, from whatever folder, and says how many', () => {
    const known = run('--baseline', 'hegao-baseline.json', '.')
    expect(known).toMatchObject({ status: 0, stderr: '' })
    const below = hegao(['--no-config', '--baseline', '../hegao-baseline.json', '甲 一.txt'], { cwd: join(folder, '讲话') })
    expect(below).toMatchObject({ status: 0, stderr: '' })
    expect(below.stdout).toMatch(/^✔ 没有发现问题（1 个文件）；另有 \d+ 处是基线里已知的\n$/)
  })

  test('holds when lines move, sections are put in before, and numbers change', () => {
    write(
      '讲话/甲 一.txt',
      report.replace('一、主要问题', '一、总体情况\n形势很好。\n\n二、主要问题').replace('二、下步', '三、下步'),
    )
    expect(errors('--baseline', 'hegao-baseline.json', '讲话')).toBe(0)
  })

  test('what is new fails, even the same words once more', () => {
    write('讲话/甲 一.txt', report.replace(old, old + fresh))
    expect(run('--baseline', 'hegao-baseline.json', '.')).toMatchObject({ status: 1 })
    expect(errors('--baseline', 'hegao-baseline.json', '.')).toBe(1)
    write('讲话/甲 一.txt', report.replace(old, old + old))
    expect(errors('--baseline', 'hegao-baseline.json', '.')).toBe(1)
    write('讲话/丙.txt', report)
    expect(errors('--baseline', 'hegao-baseline.json', '讲话/丙.txt')).toBe(1)
  })

  test('what has vanished is told, and dropped on request', () => {
    write('讲话/甲 一.txt', report.replace(old, old + fresh))
    run('--write-baseline', '讲话')
    write('讲话/甲 一.txt', report.replace(old, fresh))
    rmSync(join(folder, '纪要/乙.md'))
    const told = run('--baseline', 'hegao-baseline.json', '讲话')
    expect(told).toMatchObject({ status: 0 })
    expect(told.stderr).toMatch(/^基线 hegao-baseline\.json 里有 \d+ 处已经不在，可用 --prune-baseline 清掉\n$/)
    expect(text('hegao-baseline.json')).toContain('国企领域')
    expect(run('--prune-baseline', '讲话').stderr).toMatch(/^已从基线 hegao-baseline\.json 清掉 \d+ 处\n$/)
    expect(text('hegao-baseline.json')).not.toContain('国企领域')
    expect(text('hegao-baseline.json')).not.toContain('乙.md')
    expect(text('hegao-baseline.json')).toContain('干部作风有待改进')
    expect(run('--baseline', 'hegao-baseline.json', '讲话')).toMatchObject({ status: 0, stderr: '' })
  })

  test('of a rule that did not run nothing vanishes', () => {
    const before = text('hegao-baseline.json')
    expect(run('--prune-baseline', '--rule', 'repeated-phrase:off', '.')).toMatchObject({ status: 0, stderr: '' })
    expect(text('hegao-baseline.json')).toBe(before)
  })

  test('written again for some files, it keeps the others', () => {
    write('讲话/甲 一.txt', report.replace(old, old + fresh))
    const before = JSON.parse(text('hegao-baseline.json')).files['纪要/乙.md']
    expect(run('--write-baseline', '讲话')).toMatchObject({ status: 0 })
    expect(JSON.parse(text('hegao-baseline.json')).files['纪要/乙.md']).toEqual(before)
    expect(run('--baseline', 'hegao-baseline.json', '.')).toMatchObject({ status: 0, stderr: '' })
  })

  test('a file that cannot be read changes nothing in it', () => {
    const before = text('hegao-baseline.json')
    expect(run('--write-baseline', 'hegao-baseline.json', '没有.txt')).toMatchObject({ status: 2 })
    expect(text('hegao-baseline.json')).toBe(before)
  })
})

describe('a baseline that is not one', () => {
  test('missing', () => {
    write('a.txt', report)
    expect(run('--baseline', '没有.json', 'a.txt')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'hegao：没有基线文件 没有.json\n先用 hegao check --write-baseline 没有.json 记下现有的问题。\n',
    })
    expect(run('--prune-baseline', 'a.txt')).toMatchObject({ status: 2 })
  })

  test.each([
    ['<<<<<<< HEAD', '不是 JSON：第 1 行第 1 列写得不对'],
    ['{"findings": []}', '里面没有 files'],
    ['{"schemaVersion": 2, "files": {}}', '版本是 2，这里用 1'],
    ['{"schemaVersion": 1, "files": {"a.txt": [{"rule": 1}]}}', 'a.txt 的记录不对'],
  ])('%s: neither used nor written over', (content, reason) => {
    write('a.txt', report)
    write('b.json', content)
    for (const option of ['--baseline', '--write-baseline']) {
      const done = run(option, 'b.json', 'a.txt')
      expect(done).toMatchObject({ status: 2, stderr: `hegao：b.json 不是 hegao 的基线文件（${reason}）\n` })
    }
    expect(text('b.json')).toBe(content)
  })

  test('a report is never written over: only a name that ends in .json is taken for a baseline', () => {
    write('a.txt', report)
    expect(run('--write-baseline', 'a.txt')).toMatchObject({ status: 0 })
    expect(text('a.txt')).toBe(report)
    expect(existsSync(join(folder, 'hegao-baseline.json'))).toBe(true)
  })

  test('options that do not go together', () => {
    write('a.txt', report)
    expect(run('--write-baseline', '--baseline', 'b.json', 'a.txt').stderr).toContain('--write-baseline 和 --baseline 不能同用')
    expect(run('--write-baseline', '--staged', 'a.txt').stderr).toContain('--write-baseline 和 --staged 不能同用')
  })
})

test('findings beyond the most that one rule tells are known by their number', () => {
  const words = '甲乙丙'
  const finding = findingOf(words, '甲', '一')
  const omitted = [{ ruleId: 'a', severity: 'error' as const, count: 30 }]
  const known = knownFrom({ findings: [finding], omitted })
  const ran = () => true
  expect(sift({ findings: [finding], omitted }, known, ran)).toEqual({ findings: [], omitted: [], known: 31, vanished: [] })
  const more = [{ ruleId: 'a', severity: 'error' as const, count: 33 }]
  expect(sift({ findings: [], omitted: more }, known, ran)).toMatchObject({
    omitted: [{ count: 3 }],
    known: 30,
    vanished: [{ ruleId: 'invented-rule' }],
  })
  expect(sift({ findings: [], omitted: [] }, known, () => false).vanished).toEqual([])
})
