/** Only what was changed, with the real git: lines, paragraphs of Word files, staged content, names of every kind. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hegao } from './support/hegao.ts'
import { p, wordOf } from './support/word.ts'

let folder = ''

const identity = {
  PATH: process.env.PATH,
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

function git(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, env: identity, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const commit = (): void => {
  git('add', '--all')
  git('commit', '--quiet', '--message', '一稿')
}

interface Told {
  readonly path: string
  readonly lines: readonly number[]
}

/** What repeated-phrase found: every other rule may have its own opinion of such texts. */
function told(words: readonly string[], cwd = folder): Told[] {
  const { stdout, stderr } = hegao(['--no-config', '-f', 'json', ...words], { cwd })
  if (stdout === '') throw new Error(stderr)
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: { ruleId: string; start: { line: number } }[] }[] }
  return files.map(({ path, findings }) => ({
    path,
    lines: findings.filter(({ ruleId }) => ruleId === 'repeated-phrase').map(({ start }) => start.line),
  }))
}

const bad = (words: string): string => `${words}相对薄弱、${words}相对薄弱。`
const one = bad('国企领域')
const two = bad('机关领域')
const text = (...lines: string[]): string => `各位代表：\n${lines.map((line) => `${line}\n`).join('')}`

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 改动 ')))
  git('init', '--quiet')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const name = '讲话/二〇二二年 讲话（终稿）"引号".txt'

test.skipIf(process.platform === 'win32')(
  'nothing that the repository sets runs: no monitor, no hook, no filter of its own',
  () => {
    write('a.txt', text(one))
    write('.gitattributes', '*.txt filter=evil\n')
    commit()
    write('hook.sh', `#!/bin/sh\ntouch '${folder}/RAN'\ncat\n`)
    chmodSync(join(folder, 'hook.sh'), 0o755)
    git('config', 'core.fsmonitor', './hook.sh')
    git('config', 'filter.evil.clean', './hook.sh')
    git('config', 'filter.evil.required', 'true')
    git('config', 'diff.external', './hook.sh')
    write('a.txt', text(one, '形势很好。'))
    for (const words of [['--since', 'HEAD'], ['--staged']]) {
      expect(hegao([...words, '--no-config', '.'], { cwd: folder }).status).not.toBe(2)
    }
    expect(existsSync(join(folder, 'RAN'))).toBe(false)
  },
)

describe('--since', () => {
  beforeEach(() => {
    write(name, text(one, '形势很好。'))
    write('旧.txt', text(one))
    commit()
  })

  test('nothing was changed: nothing is checked', () => {
    const done = hegao(['--since', 'HEAD', '.'], { cwd: folder })
    expect(done).toMatchObject({ status: 0, stdout: '✔ 没有发现问题（0 个文件）\n', stderr: '' })
  })

  test('only changed lines, under any name', () => {
    write(name, text('新的一行。', one, '形势很好。', two))
    expect(told(['--since', 'HEAD', '.'])).toEqual([{ path: name, lines: [5] }])
    expect(told(['--since', 'HEAD'])).toEqual([{ path: name, lines: [5] }])
    expect(told(['--since', 'HEAD', '旧.txt'])).toEqual([])
  })

  test('from a folder below, with paths that lead out of it', () => {
    write(name, text(one, two))
    write('旧.txt', text(one, two))
    const below = join(folder, '讲话')
    expect(told(['--since', 'HEAD', '.', '../旧.txt'], below)).toEqual([
      { path: name.slice('讲话/'.length), lines: [3] },
      { path: '../旧.txt', lines: [3] },
    ])
    expect(told(['--since', 'HEAD', join(folder, '旧.txt')], below)).toEqual([{ path: join(folder, '旧.txt'), lines: [3] }])
  })

  test('an old line counts where the other half of what is found was changed', () => {
    const cause = ['一、2021年全区组织工作简要回顾', '工作扎实。', '二、今年工作安排', '抓好落实。'] as const
    write('年.txt', text('现就2021年全区组织工作作一回顾，并对2022年工作进行安排。', ...cause))
    commit()
    write(
      '年.txt',
      text('现就2021年全区组织工作作一回顾，并对2022年工作进行安排。', cause[0].replace('2021', '2020'), ...cause.slice(1)),
    )
    const { stdout } = hegao(['--no-config', '--since', 'HEAD', '-f', 'json', '年.txt'], { cwd: folder })
    const [file] = (JSON.parse(stdout) as { files: { findings: { ruleId: string }[] }[] }).files
    expect(file?.findings.map(({ ruleId }) => ruleId)).toContain('year-mismatch')
  })

  test('new files count as a whole: added, or not yet known to git; ignored ones do not', () => {
    write('新 一.txt', text(one))
    write('新 二.txt', text(two))
    write('草稿.txt', text(one))
    write('.gitignore', '草稿.txt\n')
    git('add', '新 一.txt')
    expect(told(['--since', 'HEAD', '.'])).toEqual([
      { path: '新 一.txt', lines: [2] },
      { path: '新 二.txt', lines: [2] },
    ])
  })

  test('a file that got another name is compared with what it was', () => {
    const long = Array.from({ length: 20 }, (_, index) => `这是第${index}行，内容各不相同。`)
    write('长.txt', text(one, ...long))
    commit()
    renameSync(join(folder, '长.txt'), join(folder, '改名 后.txt'))
    write('改名 后.txt', text(one, ...long, two))
    git('add', '--all')
    expect(told(['--since', 'HEAD', '.'])).toEqual([{ path: '改名 后.txt', lines: [23] }])
  })

  test('another encoding or other line ends are no change of the text', () => {
    // 各位代表：国企领域相对薄弱、国企领域相对薄弱。 as GBK
    const gbk = Buffer.from(
      'b8f7ceb bb4fab1eda3ba0ab9fac6f3c1ecd3f2cfe0b6d4b1a1c8f5a1a2b9fac6f3c1ecd3f2cfe0b6d4b1a1c8f5a1a30a'.replaceAll(' ', ''),
      'hex',
    )
    write('旧.txt', gbk)
    expect(told(['--since', 'HEAD', '旧.txt'])).toEqual([{ path: '旧.txt', lines: [] }])
    write('旧.txt', text(one, two).replaceAll('\n', '\r\n'))
    expect(told(['--since', 'HEAD', '旧.txt'])).toEqual([{ path: '旧.txt', lines: [3] }])
  })

  test('of Word files the paragraphs that were changed', () => {
    const word = (...paragraphs: string[]): Buffer => wordOf(['各位代表：', ...paragraphs].map((one) => p(one)).join(''))
    write('讲话 稿.docx', word(one, '形势很好。'))
    commit()
    write('讲话 稿.docx', word('新的一段。', one, '形势很好。', two))
    expect(told(['--since', 'HEAD', '讲话 稿.docx'])).toEqual([{ path: '讲话 稿.docx', lines: [5] }])
    // What cannot be read as it was before is new as a whole.
    write('讲话 稿.docx', 'PK')
    commit()
    write('讲话 稿.docx', word(one, two))
    git('add', '--all')
    expect(told(['--staged', '讲话 稿.docx'])).toEqual([{ path: '讲话 稿.docx', lines: [2, 3] }])
  })

  test('what others did since on another branch is no change of ours', () => {
    git('branch', '主线')
    write(name, text(one, '形势很好。', two))
    commit()
    git('checkout', '--quiet', '主线')
    write('旧.txt', text('别人改了第一行。', '和第二行。'))
    commit()
    git('checkout', '--quiet', '-')
    expect(told(['--since', '主线', '.'])).toEqual([{ path: name, lines: [4] }])
  })

  test('links and deleted files are passed over', () => {
    rmSync(join(folder, '旧.txt'))
    symlinkSync(name, join(folder, '链.txt'))
    git('add', '--all')
    expect(told(['--since', 'HEAD', '.'])).toEqual([])
  })

  test('goes with a baseline', () => {
    expect(hegao(['--write-baseline', '.'], { cwd: folder }).status).toBe(0)
    write(name, text(`${one} `, '形势很好。', two))
    expect(told(['--since', 'HEAD', '--baseline', 'hegao-baseline.json', '.'])).toEqual([{ path: name, lines: [4] }])
  })
})

describe('--staged', () => {
  test('checks what is staged and not what stands in the file', () => {
    write(name, text(one))
    commit()
    write(name, text(one, two))
    git('add', name)
    write(name, text('都改掉了。'))
    expect(told(['--staged'])).toEqual([{ path: name, lines: [3] }])
    expect(told(['--staged', name])).toEqual([{ path: name, lines: [3] }])
    write(name, text(one, two))
    git('add', name)
    write(name, text(one, two, bad('农村领域')))
    expect(told(['--staged', '.'])).toEqual([{ path: name, lines: [3] }])
  })

  test('before the first commit all is new', () => {
    write(name, text(one))
    write('没有 暂存.txt', text(one))
    git('add', name)
    expect(told(['--staged', '.'])).toEqual([{ path: name, lines: [2] }])
  })

  test('the exit status is that of what is staged', () => {
    write('a.txt', text(one))
    git('add', '--all')
    expect(hegao(['--staged'], { cwd: folder })).toMatchObject({ status: 1 })
    write('a.txt', text('没有问题。'))
    expect(hegao(['--staged'], { cwd: folder })).toMatchObject({ status: 1 })
    git('add', '--all')
    expect(hegao(['--staged'], { cwd: folder })).toMatchObject({ status: 0 })
  })

  test('many files come in groups', () => {
    for (let index = 0; index < 80; index++) write(`材料/第 ${index} 份.txt`, text(`第${index}份。`))
    commit()
    for (let index = 0; index < 80; index++) write(`材料/第 ${index} 份.txt`, text(`第${index}份。`, one))
    git('add', '--all')
    const all = told(['--staged', '材料'])
    expect(all).toHaveLength(80)
    expect(all.every(({ lines }) => lines.join() === '3')).toBe(true)
  })

  test('nothing is written: neither the index nor the files', () => {
    write('a.txt', text(one))
    git('add', '--all')
    const index = readFileSync(join(folder, '.git/index'))
    hegao(['--staged'], { cwd: folder })
    hegao(['--staged', '--since', 'HEAD'], { cwd: folder })
    expect(readFileSync(join(folder, '.git/index')).equals(index)).toBe(true)
  })
})

describe('what cannot be done is said', () => {
  const said = (words: readonly string[], cwd = folder, env: NodeJS.ProcessEnv = {}) => {
    const { status, stdout, stderr } = hegao(words, { cwd, env })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    return stderr.split('\n')[0]
  }

  test('no repository, no such revision, options that do not go together', () => {
    write('a.txt', text(one))
    const outside = mkdtempSync(join(tmpdir(), 'hegao-outside-'))
    expect(said(['--staged'], outside)).toBe('hegao：当前文件夹不在 git 仓库里，--staged 用不了')
    rmSync(outside, { recursive: true })
    expect(said(['--since', '没有', '.'])).toBe('hegao：仓库里没有版本 没有')
    expect(said(['--since', '--upload-pack=x', '.'])).toBe('hegao：仓库里没有版本 --upload-pack=x')
    expect(said(['--since', 'HEAD', '--staged'])).toBe('hegao：--since 和 --staged 不能同用')
    expect(said(['--fix', '--staged'])).toBe('hegao：--fix 和 --staged 不能同用')
    expect(said(['--staged'], folder, { PATH: folder })).toBe('hegao：没有找到 git，--staged 用不了')
  })
})
