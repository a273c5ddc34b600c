/** The program as a user runs it. The table of exit statuses in README is these tests. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { rules } from '../src/hegao.ts'
import { ruleFamilies } from '../src/rule-families.ts'
import { displayWidth } from '../src/text/width.ts'
import { version } from '../src/version.ts'

const bin = fileURLToPath(new URL('../bin/hegao.js', import.meta.url))

let folder: string

const environment: NodeJS.ProcessEnv = { PATH: process.env.PATH }

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function hegao(words: readonly string[], input?: string | Uint8Array, env: NodeJS.ProcessEnv = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    input: input ?? '',
    env: { ...environment, ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const json = (words: readonly string[], input?: string | Uint8Array) => JSON.parse(hegao(['-f', 'json', ...words], input).stdout)

// Repeats itself in one list: an error of repeated-phrase. Two marks in a row: punctuation-run.
const bad = '同志们：\n在肯定成绩的同时，国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。\n'
const good = '同志们：\n今天的会议很重要。\n'
const spaced = '同志们：\n认真落实 “三会一课”等制度。\n'

const has = (id: string): boolean => rules.some((rule) => rule.id === id)

beforeAll(() => {
  if (!existsSync(new URL('../dist/hegao.cjs', import.meta.url))) throw new Error('npm run build comes first')
  folder = mkdtempSync(join(tmpdir(), 'hegao-cli-'))
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'good.txt': good,
    'bad.txt': bad,
    'spaced.txt': spaced,
    'notes.json': '{}',
    'reports/2.txt': good,
    'reports/1.TXT': bad,
    'reports/sub/3.md': good,
    'reports/node_modules/4.txt': bad,
    'reports/.git/5.txt': bad,
    'reports/[终稿] 讲话.txt': good,
    // 同志们：
    'gbk.txt': Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0x0a]),
    'off.json': JSON.stringify({ rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'])) }),
    'wrong.json': JSON.stringify({ rules: { 'no-such-rule': 'off' } }),
    'english.json': JSON.stringify({ lang: 'en' }),
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  mkdirSync(join(folder, 'empty'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('exit status', () => {
  test.each([
    [0, 'nothing found', ['good.txt']],
    [0, 'help', ['--help']],
    [0, 'help of a command', ['check', '--help']],
    [0, 'version', ['--version']],
    [0, 'rules', ['rules']],
    [0, 'outline', ['outline', 'bad.txt']],
    [0, 'parse without errors', ['parse', 'good.txt']],
    [0, 'every rule off', ['-c', 'off.json', 'bad.txt']],
    [2, 'no paths', []],
    [2, 'a missing file', ['nothing.txt']],
    [2, 'a missing file among others', ['bad.txt', 'nothing.txt', 'good.txt']],
    [2, 'a folder without reports', ['empty']],
    [2, 'a pattern that nothing matches', ['*.docx']],
    [2, 'an unknown option', ['--fromat', 'json', 'good.txt']],
    [2, 'an option without its value', ['good.txt', '-f']],
    [2, 'an unknown format', ['-f', 'xml', 'good.txt']],
    [2, 'an unknown rule', ['--rule', 'no-such-rule:off', 'good.txt']],
    [2, 'an unknown command', ['chekc', 'good.txt']],
    [2, 'an unknown language', ['--lang', 'fr', 'good.txt']],
    [2, 'a day that does not exist', ['--as-of', '2022-02-30', 'good.txt']],
    [2, 'a year that is none', ['--year', '22', 'good.txt']],
    [2, 'a number that is none', ['--max-warnings', 'many', 'good.txt']],
    [2, 'a wrong configuration', ['-c', 'wrong.json', 'good.txt']],
    [2, 'a missing configuration', ['-c', 'nothing.json', 'good.txt']],
    [2, 'a configuration that is no JSON', ['-c', 'bad.txt', 'good.txt']],
    [2, 'parse of a missing file', ['parse', 'nothing.txt']],
    [2, 'parse of two files', ['parse', 'good.txt', 'bad.txt']],
    [2, 'explain of an unknown rule', ['explain', 'no-such-rule']],
    [2, 'an output file that cannot be written', ['-o', 'no/such/folder/out.txt', 'good.txt']],
    [2, 'an unknown encoding', ['--encoding', 'ebcdic', 'good.txt']],
    [2, 'an encoding that is not the file’s', ['--encoding', 'gbk', 'bad.txt']],
    [2, 'an option where a value should be', ['--baseline', '--quiet', 'good.txt']],
    [2, 'fixing standard input', ['fix', '-']],
  ] as const)('%i: %s', (status, _, words) => {
    expect(hegao(words).status).toBe(status)
  })

  test.runIf(has('repeated-phrase')).each([
    ['pretty', ['-f', 'pretty']],
    ['compact', ['-f', 'compact']],
    ['json', ['-f', 'json']],
    ['with --output-file', ['-f', 'json', '-o', 'out.json']],
    ['with --quiet', ['--quiet']],
  ] as const)('1: errors, %s', (_, options) => {
    expect(hegao([...options, 'bad.txt']).status).toBe(1)
  })

  test.runIf(has('repeated-phrase'))('1: parse with errors', () => {
    expect(hegao(['parse', 'bad.txt']).status).toBe(1)
  })

  test.runIf(has('stray-space'))('warnings count by --max-warnings', () => {
    const level = ['--rule', 'stray-space:warning', 'spaced.txt']
    expect(hegao(level).status).toBe(0)
    expect(hegao(['--max-warnings', '0', ...level]).status).toBe(1)
    expect(hegao(['--max-warnings', '0', '--quiet', ...level]).status).toBe(1)
    expect(hegao(['--max-warnings', '1', ...level]).status).toBe(0)
    expect(hegao(['--rule', 'stray-space:error', 'spaced.txt']).status).toBe(1)
    expect(hegao(['--max-warnings', '0', '--rule', 'stray-space:info', 'spaced.txt']).status).toBe(0)
  })
})

describe('files', () => {
  test('one entry a path given, in that order', () => {
    const { files, summary } = json(['good.txt', 'nothing.txt', 'bad.txt', 'good.txt'])
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['good.txt', 'nothing.txt', 'bad.txt', 'good.txt'])
    expect(files[1].error.code).toBe('file-not-found')
    expect(summary.files).toBe(4)
  })

  const paths = (words: readonly string[]): string[] => json(words).files.map(({ path }: { path: string }) => path)

  test('a folder: its reports by name, without hidden folders and node_modules', () => {
    expect(paths(['reports'])).toEqual(['reports/1.TXT', 'reports/2.txt', 'reports/[终稿] 讲话.txt', 'reports/sub/3.md'])
  })

  test('a pattern, and a name that looks like one', () => {
    expect(paths(['reports/**/*.{txt,md}'])).toEqual(['reports/2.txt', 'reports/[终稿] 讲话.txt', 'reports/sub/3.md'])
    expect(paths(['reports/[终稿] 讲话.txt'])).toEqual(['reports/[终稿] 讲话.txt'])
    expect(paths(['good.txt', './good.txt', 'goo*.txt'])).toEqual(['good.txt', './good.txt'])
  })

  test('nothing in a folder is said in its place', () => {
    expect(json(['empty', 'good.txt']).files[0]).toEqual({
      path: 'empty',
      segmenter: null,
      error: { code: 'nothing-to-check', message: '没有找到可以检查的文件：empty' },
      findings: [],
    })
  })

  test('standard input, and what it is called', () => {
    expect(json(['-'], good).files[0].path).toBe('<stdin>')
    expect(json(['--stdin-filename', '讲话.md', '-'], good).files[0].path).toBe('讲话.md')
    expect(hegao(['-', '-'], good).status).toBe(2)
  })

  test('GBK is read, and named in the document', () => {
    expect(JSON.parse(hegao(['parse', 'gbk.txt']).stdout).source).toMatchObject({ encoding: 'gb18030', characters: 5 })
  })

  test('the document of parse has the hash of the bytes', () => {
    const { source, structure, findings } = JSON.parse(hegao(['parse', '-'], '同志们：\n').stdout)
    expect(source.sha256).toBe(createHash('sha256').update('同志们：\n').digest('hex'))
    expect(structure.type).toBe('report')
    expect(findings).toEqual([])
  })
})

describe('manners', () => {
  test('findings on standard output, notes on standard error', () => {
    const { stdout, stderr } = hegao(['bad.txt'])
    expect(stdout).toContain('bad.txt')
    expect(stderr).toBe('')
    const wrong = hegao(['--fromat', 'bad.txt'])
    expect(wrong.stdout).toBe('')
    expect(wrong.stderr).toBe('hegao：没有选项 --fromat；是不是 --format？\n用法见 hegao --help。\n')
    expect(hegao(['--quiet', 'parse', 'bad.txt'])).toMatchObject({
      status: 2,
      stderr: 'hegao：没有文件 parse；如果是命令，请写在选项前面：hegao parse …\n用法见 hegao --help。\n',
    })
  })

  test('English', () => {
    expect(hegao(['--lang', 'en', '--fromat', 'x']).stderr).toBe(
      'hegao: there is no option --fromat; did you mean --format?\nSee hegao --help.\n',
    )
    expect(hegao(['good.txt'], '', { HEGAO_LANG: 'en' }).stdout).toBe('✔ No problems found (1 file)\n')
    expect(hegao(['-c', 'english.json', 'good.txt']).stdout).toBe('✔ No problems found (1 file)\n')
    expect(hegao(['--lang', 'zh', '-c', 'english.json', 'good.txt']).stdout).toBe('✔ 没有发现问题（1 个文件）\n')
  })

  test('help is in the language, with exit statuses and examples', () => {
    expect(hegao(['--help']).stdout).toMatch(/用法：.*命令：.*退出状态：.*例子：/s)
    expect(hegao(['--help', '--lang', 'en']).stdout).toMatch(/Usage:.*Commands:.*Exit status:.*Examples:/s)
    expect(hegao(['--version']).stdout).toBe(`${version}\n`)
  })

  const helpOf = new Map<string, string>()
  beforeAll(() => {
    for (const { name } of commands) helpOf.set(name, hegao([name, '--help']).stdout)
  })

  test.each(['README.md', 'README.zh-CN.md'])('%s lists every option that the help lists', (page) => {
    const rows = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8').split('\n')
    const told = rows.filter((row) => /^\| `(?:--|-[a-z], --)/.test(row)).join('\n')
    const optionsOf = (text: string): string[] => text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []
    const inHelp = [...helpOf.values()].flatMap((help) => optionsOf(help.replace(/（.*?）/gs, '')))
    expect([...new Set(optionsOf(told))].sort()).toEqual([...new Set([...inHelp, '--version'])].sort())
  })

  test.each(['README.md', 'README.zh-CN.md'])('%s lists every command', (page) => {
    const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8')
    const [table = ''] = /^\| \u0060check .*?(?=\n\n)/ms.exec(text) ?? []
    const missing = commands.filter(
      ({ name }) => !['help', 'version'].includes(name) && !new RegExp(`\u0060${name}\\b`).test(table),
    )
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  test('help fits the terminal, long Chinese descriptions too', () => {
    const wide = [...helpOf.values()].flatMap((help) => help.split('\n')).filter((line) => displayWidth(line) > 104)
    expect(wide).toEqual([])
    expect(helpOf.size).toBeGreaterThan(10)
  })

  test('colours only where they are wanted', () => {
    const control = '\u001b['
    expect(hegao(['bad.txt']).stdout).not.toContain(control)
    expect(hegao(['bad.txt'], '', { FORCE_COLOR: '1' }).stdout).toContain(control)
    expect(hegao(['bad.txt'], '', { FORCE_COLOR: '0' }).stdout).not.toContain(control)
    expect(hegao(['bad.txt', '--no-color'], '', { FORCE_COLOR: '1' }).stdout).not.toContain(control)
    expect(hegao(['bad.txt', '-f', 'json'], '', { FORCE_COLOR: '1' }).stdout).not.toContain(control)
    expect(hegao(['bad.txt'], '', { NO_COLOR: '1' }).stdout).not.toContain(control)
  })

  test('control characters of text and names never come out raw', () => {
    const name = 'a\u001b]0;x\u0007.txt'
    const text = bad.replaceAll('薄弱', '薄\u001b[31m\u202e弱')
    for (const format of ['pretty', 'compact', 'json']) {
      const { stdout, stderr } = hegao(['-f', format, '--stdin-filename', name, '-'], text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
    expect(hegao(['nothing\u001b[2J.txt', '-f', 'compact']).stdout).toContain('\\u{1b}')
    expect(hegao(['--\u001b[2J']).stderr).not.toContain('\u001b')
  })

  test('the result of --output-file is complete, and nothing else is left', () => {
    const { stdout } = hegao(['-f', 'json', '-o', 'out.json', 'good.txt'])
    expect(stdout).toBe('')
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).summary.files).toBe(1)
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  test('two runs give the same bytes', () => {
    expect(hegao(['-f', 'json', 'reports', 'bad.txt'])).toEqual(hegao(['-f', 'json', 'reports', 'bad.txt']))
  })

  test.skipIf(process.platform === 'win32')('a device is written to, not replaced', () => {
    expect(hegao(['-o', '/dev/null', 'good.txt']).status).toBe(0)
    expect(existsSync('/dev/null')).toBe(true)
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is a failure, not silence', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" bad.txt > /dev/full`], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('磁盘已满')
  })

  test.skipIf(process.platform === 'win32')('a reader that leaves is no crash', () => {
    const many = Array.from({ length: 400 }, () => `"${join(folder, 'bad.txt')}"`).join(' ')
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" ${many} | head -n 1`], {
      env: environment,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
  })

  test('a slow reader gets everything', async () => {
    const large = Array.from({ length: 3000 }, (_, index) => `国企领域${index}相对薄弱。`).join('\n')
    writeFileSync(join(folder, 'large.txt'), large)
    const child = spawn(process.execPath, [bin, 'parse', 'large.txt'], { cwd: folder, env: environment })
    let text = ''
    for await (const piece of child.stdout.setEncoding('utf8')) {
      if (text === '') await new Promise((done) => setTimeout(done, 200))
      text += piece
    }
    expect(JSON.parse(text).structure.type).toBe('report')
  })
})

describe.runIf(has('stray-space'))('fix', () => {
  const path = (): string => join(folder, 'spaced.txt')

  test('--dry-run shows a diff and leaves the file', () => {
    const { stdout, stderr } = hegao(['fix', '--dry-run', 'spaced.txt'])
    expect(stdout).toBe(
      '--- spaced.txt\n+++ spaced.txt\n@@ -2 +2 @@\n-认真落实 “三会一课”等制度。\n+认真落实“三会一课”等制度。\n',
    )
    expect(stderr).toBe('会自动修改 1 处（1 个文件），文件没有动\n')
    expect(readFileSync(path(), 'utf8')).toBe(spaced)
  })

  test('writes, tells how many, and lists what is left', () => {
    const { stdout, stderr, status } = hegao(['fix', 'spaced.txt'])
    expect([stdout, stderr, status]).toEqual(['✔ 没有发现问题（1 个文件）\n', '已自动修改 1 处（1 个文件）\n', 0])
    expect(readFileSync(path(), 'utf8')).toBe('同志们：\n认真落实“三会一课”等制度。\n')
    writeFileSync(path(), spaced)
    expect(hegao(['check', '--fix', 'spaced.txt']).stderr).toBe('已自动修改 1 处（1 个文件）\n')
    expect(hegao(['fix', 'spaced.txt']).stderr).toBe('')
    writeFileSync(path(), spaced)
  })
})

describe.runIf(rules.length > 0)('rules', () => {
  const [first] = rules

  test('rules lists every one', () => {
    const { stdout } = hegao(['rules'])
    for (const { id, summary } of rules)
      expect(stdout).toMatch(new RegExp(`^\\p{Script=Han}+ +${id} .*${summary.zh.slice(0, 2)}`, 'mu'))
  })

  test('explain prints the page of a rule', () => {
    const page = new URL(`../rules/${ruleFamilies[first?.id ?? '']}/${first?.id}/README.md`, import.meta.url)
    const { stdout, status } = hegao(['explain', first?.id ?? ''])
    expect(status).toBe(existsSync(page) ? 0 : 2)
    if (existsSync(page)) expect(stdout).toContain(`# ${first?.id}`)
  })
})
