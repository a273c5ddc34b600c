/** Small things that a user expects: said once, found by the name he knows, and never in silence. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pathFrom, topAbove } from '../src/cli/files/repository.ts'
import { rules } from '../src/hegao.ts'
import { version } from '../src/version.ts'
import { hegao as run } from './support/hegao.ts'
import { p, r, wordOf } from './support/word.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 礼数 ')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const hegao = (...words: string[]) => run(words, { cwd: folder })

const bad = '同志们：\n成绩，，显著。\n问题，，突出。\n'

describe('commands', () => {
  test('one that does not exist is told, in help too', () => {
    const { status, stderr } = hegao('help', 'chek')
    expect([status, stderr]).toEqual([2, 'hegao：没有命令 chek；是不是 check？\n用法见 hegao --help。\n'])
    expect(hegao('help', 'check').stdout).toContain('--max-warnings')
  })

  test('version is one', () => {
    expect(hegao('version').stdout).toBe(`${version}\n`)
  })

  test('rules are listed as data, with their Chinese names and families', () => {
    const { rules: listed } = JSON.parse(hegao('rules', '-f', 'json').stdout)
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id))
    expect(listed.find(({ id }: { id: string }) => id === 'year-mismatch')).toMatchObject({
      name: '年份不一致',
      severity: 'error',
      authority: { tier: '本规则' },
    })
    expect(hegao('rules').stdout).toMatch(/^年份不一致 +year-mismatch +错误/m)
    expect(hegao('rules', '-f', 'jsn').stderr).toContain('是不是 json？')
  })

  test('a rule is explained by its Chinese name, readable at a terminal; in English by what it says of itself', () => {
    const page = hegao('explain', '年份不一致').stdout
    expect(page).toContain('# year-mismatch 年份不一致')
    expect(page).not.toContain('```')
    expect(page).toMatch(/^ {6}→ /m)
    expect(hegao('explain', '年份').stderr).toMatch(/没有规则 年份；有：.*年份不一致/)
    const english = hegao('--lang', 'en', 'explain', 'long-sentence').stdout
    expect(english).toContain('longest (integer, default 200)')
    expect(english.split('\n').slice(0, -2).join('\n')).not.toMatch(/^(?!Authority).*\p{Script=Han}/mu)
  })

  test('only some rules run', () => {
    write('a.txt', `${bad}国企领域相对薄弱、国企领域相对薄弱。\n`)
    const ids = (...words: string[]): string[] =>
      JSON.parse(hegao('-f', 'json', ...words, 'a.txt').stdout).files[0].findings.map(({ ruleId }: { ruleId: string }) => ruleId)
    expect(new Set(ids('--only', '点号连用'))).toEqual(new Set(['punctuation-run']))
    expect(new Set(ids('--only', 'punctuation-run，词组连写'))).toEqual(new Set(['punctuation-run', 'repeated-phrase']))
    expect(ids('--rule', '*:off')).toEqual([])
    expect(new Set(ids('--rule', '*:off', '--rule', '词组连写:warning'))).toEqual(new Set(['repeated-phrase']))
    expect(hegao('--only', '点号', 'a.txt').stderr).toContain('没有规则 点号')
  })
})

describe('completion', () => {
  const completed = (script: string, ...words: string[]): string[] => {
    write('c.sh', script)
    const line = `source ./c.sh; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _hegao; echo "\${COMPREPLY[@]}"`
    return spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' }).stdout.trim().split(' ')
  }

  test.skipIf(spawnSync('bash', ['--version']).status !== 0)('of bash knows commands, their options, formats and rules', () => {
    const script = hegao('completion', 'bash').stdout
    expect(completed(script, 'hegao', 'ch')).toContain('check')
    expect(completed(script, 'hegao', 'annotate', '--ch')).toEqual(['--changes'])
    expect(completed(script, 'hegao', '--max')).toEqual(['--max-warnings'])
    expect(completed(script, 'hegao', '-f', 'sa')).toEqual(['sarif'])
    expect(completed(script, 'hegao', 'explain', 'year-mis')).toEqual(['year-mismatch'])
  })

  test.each([
    ['zsh', /^#compdef hegao\n/, ['zsh', '-n']],
    ['fish', /complete -c hegao -n '__fish_seen_subcommand_from annotate' -l changes -r/, ['fish', '--no-execute']],
    ['powershell', /^Register-ArgumentCompleter -Native -CommandName hegao/, ['pwsh', '-NoProfile', '-File']],
  ])('of %s is what the shell takes', (shell, looks, [program = '', ...words]) => {
    const { stdout } = hegao('completion', shell)
    expect(stdout).toMatch(looks)
    write('c.ps1', stdout)
    const parsed = spawnSync(program, [...words, 'c.ps1'], { cwd: folder })
    // Where that shell is installed.
    if (parsed.error === undefined) expect(parsed.status).toBe(0)
  })

  test('of another shell is none', () => {
    expect(hegao('completion', 'bsh').stderr).toContain('没有 bsh；是不是 bash？')
  })
})

describe('silence', () => {
  test('writes the row of a finding, which is told no more; the same elsewhere is', () => {
    write('报告.txt', bad)
    expect(hegao('silence', '报告.txt:2', '点号连用', '--reason', '原文如此').stderr).toContain(
      '以后不报：点号连用 punctuation-run 1 处（记在 报告.txt.hegao.json）',
    )
    const { silence } = JSON.parse(readFileSync(join(folder, '报告.txt.hegao.json'), 'utf8'))
    expect(silence).toEqual([{ rule: 'punctuation-run', text: '，，', fingerprint: expect.any(String), reason: '原文如此' }])
    const left = hegao('-f', 'compact', '报告.txt').stdout
    expect(left).not.toContain('报告.txt:2:')
    expect(left).toContain('报告.txt:3:')
    expect(hegao('silence', '报告.txt:3:3', 'punctuation-run').status).toBe(0)
    expect(hegao('-f', 'compact', '--only', 'punctuation-run', '报告.txt').stdout).toBe('')
  })

  test('of a Word file goes by paragraphs, of a file without a line by all', () => {
    write('a.docx', wordOf(p(r('同志们：')) + p(r('成绩，，显著。')) + p(r('问题，，突出。'))))
    expect(hegao('silence', 'a.docx:2', 'punctuation-run').stderr).toContain('1 处')
    expect(hegao('silence', 'a.docx', 'punctuation-run').stderr).toContain('1 处')
    expect(hegao('-f', 'compact', '--only', 'punctuation-run', 'a.docx').stdout).toBe('')
  })

  test('of what is not there says where it is; a file beside it that is no list stays', () => {
    write('a.txt', bad)
    expect(hegao('silence', 'a.txt:1', 'punctuation-run').stderr).toContain('它在第 2、3 行')
    expect(hegao('silence', 'a.txt', 'placeholder').stderr).toContain('a.txt 里没有“占位符 placeholder”的问题')
    write('a.txt.hegao.json', '{"mine": 1}')
    expect(hegao('silence', 'a.txt', 'punctuation-run').status).toBe(2)
    expect(readFileSync(join(folder, 'a.txt.hegao.json'), 'utf8')).toBe('{"mine": 1}')
  })

  test('a comment in a plain text is told to have no effect, with the way that works', () => {
    write('a.txt', '<!-- hegao-disable-next-line punctuation-run -->\n成绩，，显著。\n')
    const { stdout } = hegao('-f', 'compact', 'a.txt')
    expect(stdout).toContain(
      'a.txt:1:1: warning: 纯文本里的注释不起作用；不报的写在旁边的 .hegao.json 里，可用 hegao silence 写 (hegao-directive)',
    )
    expect(stdout).toContain('(punctuation-run)')
    expect(hegao('-f', 'compact', '--no-inline-config', 'a.txt').stdout).not.toContain('hegao-directive')
  })
})

describe('a file that somebody wrote by hand', () => {
  test.each([
    ['a.txt.hegao.json', '{\n"silence": [\n', '不是 JSON：写到第 2 行就断了'],
    ['a.txt.hegao.json', '{"silence": []}}', '不是 JSON：第 1 行第 16 列写得不对'],
    ['a.txt.hegao.json', '{\n"silence": [,]}', '不是 JSON：第 2 行第 13 列写得不对'],
    ['hegao.config.yaml', 'rules: [a\n', '少了结束的括号或引号'],
    ['hegao.config.yaml', 'rules:\n  a: off\n b: off\n', '第 3 行第 1 列'],
    ['hegao.config.json', '{"yeer": 1, "ignors": []}', 'ignors 不是配置项；是不是 ignores？'],
  ])('%s %j is told where it is wrong', (name, content, said) => {
    write('a.txt', bad)
    write(name, content)
    const { status, stderr } = hegao('a.txt')
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)])
  })
})

describe('a baseline', () => {
  test('is not taken for a text where it is named behind --prune-baseline', () => {
    write('a.txt', bad)
    hegao('--write-baseline', 'known.json', 'a.txt')
    write('a.txt', '同志们：\n成绩，，显著。\n')
    expect(hegao('--prune-baseline', 'known.json', 'a.txt').stderr).toMatch(/^已从基线 known\.json 清掉 1 处\n$/)
  })

  test('knows a file that was moved, and is pruned to its new name', () => {
    write('旧/a.txt', bad)
    hegao('--write-baseline', '旧')
    mkdirSync(join(folder, '新'))
    renameSync(join(folder, '旧/a.txt'), join(folder, '新/b.txt'))
    write('新/c.txt', '，，\n')
    expect(JSON.parse(hegao('--baseline', 'hegao-baseline.json', '-f', 'json', '新/b.txt').stdout).summary).toMatchObject({
      errors: 0,
    })
    expect(hegao('--baseline', 'hegao-baseline.json', '新/b.txt').stderr).not.toContain('已经不在')
    expect(hegao('--baseline', 'hegao-baseline.json', '-f', 'compact', '新/c.txt').stdout).toContain('punctuation-run')
    hegao('--baseline', 'hegao-baseline.json', '--prune-baseline', '新/b.txt')
    const { files } = JSON.parse(readFileSync(join(folder, 'hegao-baseline.json'), 'utf8'))
    expect(Object.keys(files)).toEqual(['新/b.txt'])
  })
})

describe('paths of annotations', () => {
  test('count from the top of the repository, from wherever hegao runs', () => {
    mkdirSync(join(folder, '.git'))
    write('省级/a.txt', bad)
    const from = (cwd: string, ...words: string[]) => run(['-f', 'github', ...words], { cwd: join(folder, cwd) }).stdout
    expect(from('省级', 'a.txt')).toContain('file=省级/a.txt,')
    expect(from('省级', '.')).toContain('file=省级/a.txt,')
    expect(from('.', '省级')).toContain('file=省级/a.txt,')
    expect(run(['-f', 'compact', 'a.txt'], { cwd: join(folder, '省级') }).stdout).toMatch(/^a\.txt:2:/)
  })

  test('or from the workspace of the runner', () => {
    expect(topAbove('/w/repo/sub', { GITHUB_WORKSPACE: '/w/repo' })).toBe('/w/repo')
    expect(pathFrom('/w/repo', '/w/repo/sub', '../a.txt')).toBe('a.txt')
    expect(pathFrom('/w/repo', '/w/repo/sub', '/elsewhere/a.txt')).toBe('/elsewhere/a.txt')
    expect(pathFrom('/w/repo', '/w/repo/sub', '<stdin>')).toBe('<stdin>')
  })
})

test('a fix that finds nothing to do says so', () => {
  write('a.txt', '同志们：\n成绩显著。\n')
  expect(hegao('fix', '--dry-run', 'a.txt').stderr).toContain('没有可自动修改的地方')
})

test('errors come first in a line where there are many findings', () => {
  write('a.txt', `${'以上成绩 很好，形势 也好。\n'.repeat(14)}国企领域相对薄弱、国企领域相对薄弱。\n`)
  expect(hegao('a.txt').stdout).toMatch(/^a\.txt\n {2}先看 \d+ 个错误：15:\d+ 词组连写/)
  write('b.txt', bad)
  expect(hegao('b.txt').stdout).not.toContain('先看')
})
