/** The first of the five steps: a rule made in a copy of the project compiles, is listed, and fails by its examples alone. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mistake } from '../src/dev/new-rule.ts'

const root = join(import.meta.dirname, '..')
const copied =
  'src rules schema test tools docs package.json tsconfig.json tsconfig.engine.json biome.json vitest.config.ts README.md README.zh-CN.md .gitignore'
let copy: string

function run(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status, said: `${stdout}${stderr}` }
}

const newRule = (...words: string[]) => run([join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'src/dev/new-rule.ts', ...words])
const read = (path: string): string => readFileSync(join(copy, path), 'utf8')

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'hegao-new-rule-'))
  for (const name of copied.split(' '))
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true })
  for (const name of ['node_modules', 'fixtures', 'bench', 'assets']) symlinkSync(join(root, name), join(copy, name), 'junction')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('npm run new-rule', () => {
  test.each([
    [[], '用法'],
    [['numbering-gap', '编号跳号'], '先写家'],
    [['nowhere/numbering-gap', '编号跳号'], '没有这一家'],
    [['numbering/gap', '编号跳号'], '两个词以上'],
    [['numbering/year-mismatch', '编号跳号'], '已经有 rules/years/year-mismatch 了'],
    [['numbering/numbering-gap', "编号'跳号"], '不能有引号'],
  ])('%j is refused', ([path, name], why) => {
    expect(mistake(path, name)).toContain(why)
  })

  test('makes nothing of what is refused', () => {
    const { status, said } = newRule('numbering/numbering-gap', "编号'跳号")
    expect(said).toContain('不能有引号')
    expect(status).toBe(2)
    expect(existsSync(join(copy, 'rules/numbering/numbering-gap'))).toBe(false)
  })

  test('makes a rule that only its examples fail', () => {
    const { status, said } = newRule('numbering/numbering-gap', '编号跳号')
    expect(said).toContain('rules/numbering/numbering-gap 建好了')
    expect(status).toBe(0)
    expect(read('rules/index.ts')).toContain('numberingGap')
    expect(read('rules/numbering/README.md')).toContain('[numbering-gap](numbering-gap/README.md) 编号跳号')
    const compiled = run([join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'])
    expect(compiled).toEqual({ status: 0, said: '' })
    const tests = run([
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      'test/rules.test.ts',
      'test/architecture.test.ts',
      '--reporter=json',
    ])
    const { testResults } = JSON.parse(tests.said.slice(tests.said.indexOf('{'))) as {
      testResults: readonly { assertionResults: readonly { status: string; fullName: string }[] }[]
    }
    const results = testResults.flatMap(({ assertionResults }) => assertionResults)
    const failed = results.filter((result) => result.status !== 'passed').map(({ fullName }) => fullName)
    expect(results.length).toBeGreaterThan(300)
    expect(failed).not.toEqual([])
    expect(failed.filter((name) => !name.startsWith('numbering-gap '))).toEqual([])
  })
})
