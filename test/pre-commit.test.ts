/** The hooks as users have them: the real pre-commit installs this project from a repository and runs on commits. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'hegao-pre-commit-'))
const documents = join(folder, '文件 库')

const environment = {
  ...process.env,
  // Nothing can be compiled, as on most machines where the hook is used: the optional add-on is left out, and a minute saved.
  ...{ CC: 'false', CXX: 'false' },
  PRE_COMMIT_HOME: join(folder, 'home'),
  GIT_AUTHOR_NAME: '测试',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: '测试',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
}

function run(cwd: string, program: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, env: environment, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

function git(cwd: string, ...words: string[]): string {
  const { status, said } = run(cwd, 'git', ...words)
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${said}`)
  return said
}

/** This working tree, committed or not, as a repository that pre-commit can clone. */
function ownRepository(): string {
  const own = join(folder, 'hegao')
  mkdirSync(own)
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const name of listed.stdout.split('\0')) {
    if (name === '' || !existsSync(join(root, name))) continue
    mkdirSync(dirname(join(own, name)), { recursive: true })
    copyFileSync(join(root, name), join(own, name))
  }
  git(own, 'init', '-q')
  git(own, 'add', '-A')
  git(own, 'commit', '-qm', 'all')
  return own
}

const right = '关于工作的报告\n\n各位代表：\n\n今年要抓好以下两个方面：一是抓学习，二是抓落实。\n\n谢谢大家！\n'
const wrong = right.replace('两个方面', '三个方面').replace('抓学习，二是', '抓学习、抓学习，二是')

if (hasPreCommit) describe('pre-commit', withPreCommit)
else {
  test('pre-commit is not installed: only the list of hooks is looked at', () => {
    const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')
    expect(hooks).toContain('entry: hegao check')
    expect(hooks).toContain('entry: hegao fix')
  })
}

function withPreCommit(): void {
  beforeAll(() => {
    const own = ownRepository()
    mkdirSync(documents)
    git(documents, 'init', '-q')
    const config = `repos:\n  - repo: ${own}\n    rev: ${git(own, 'rev-parse', 'HEAD').trim()}\n    hooks:\n      - id: hegao\n`
    writeFileSync(join(documents, '.pre-commit-config.yaml'), config)
    git(documents, 'add', '-A')
    git(documents, 'commit', '-qm', 'config')
    const { status, said } = run(documents, 'pre-commit', 'install', '--install-hooks')
    if (status !== 0) throw new Error(said)
  }, 400_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const commit = () => run(documents, 'git', 'commit', '-qm', 'report')

  test('a clean report passes, a mismatch is refused, and only staged text counts', { timeout: 60_000 }, () => {
    const report = join(documents, '讲话 稿.txt')
    writeFileSync(report, right)
    git(documents, 'add', '-A')
    expect(commit()).toMatchObject({ status: 0 })

    writeFileSync(report, wrong)
    git(documents, 'add', '-A')
    const refused = commit()
    expect(refused.status).toBe(1)
    expect(refused.said).toContain('讲话 稿.txt')
    expect(refused.said).toContain('三个方面')

    // What is staged is right, what lies in the folder is not.
    writeFileSync(report, right.replace('谢谢大家', '谢谢各位'))
    git(documents, 'add', '-A')
    writeFileSync(report, wrong)
    expect(commit()).toMatchObject({ status: 0 })
    expect(readFileSync(report, 'utf8')).toBe(wrong)
  })
}
