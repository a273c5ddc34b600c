/**
 * Every command that the READMEs and the pages of docs/ show is run as it stands there, in the order of its page, by a shell, in a
 * folder with files of those names; and does what is said of it. A line that nobody has described below is a failure. Needs the build.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { p, wordOf } from './support/word.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const isWindows = process.platform === 'win32'

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Content of a file of the folder; undefined where there is none. */
  readonly file: (name: string) => string | undefined
}

/** What a line must do. `command` is matched against the whole line without its comment. */
interface Kept {
  readonly command: RegExp
  readonly status: number
  readonly holds: (ran: Ran, words: readonly string[]) => void
}

const told = /连写了两次|(?:said|written) twice/
const exists = (ran: Ran, name: string): void => expect(ran.file(name), name).toBeDefined()

const promises: readonly Kept[] = [
  { command: /^hegao (?:draft|讲话稿)\.docx$/, status: 1, holds: ({ stdout }) => expect(stdout).toMatch(told) },
  {
    command: /^hegao (\S+)\/ "(\S+)\/\*\*\/\*\.md"$/,
    status: 1,
    holds: ({ stdout }, [folder, tree]) => {
      expect(stdout).toContain(`${folder}/`)
      expect(stdout).toContain(`${tree}/2025/`)
    },
  },
  {
    command: /^cat (\S+)\.txt \| hegao - --stdin-filename (\S+\.md)$/,
    status: 1,
    holds: ({ stdout }, [, name]) => expect(stdout).toMatch(new RegExp(`^${name}\\n`)),
  },
  {
    command: /^hegao annotate (\S+)\.docx(?: --changes safe)?$/,
    status: 0,
    holds: (ran, [name]) => exists(ran, `${name}.核稿.docx`),
  },
  {
    command: /^hegao annotate (\S+)\.docx -o (\S+)\/ --quiet$/,
    status: 0,
    holds: (ran, [name, folder]) => exists(ran, `${folder}/${name}.核稿.docx`),
  },
  {
    command: /^hegao fix --dry-run (\S+\.txt)$/,
    status: 1,
    holds: ({ stdout, file }, [name = '']) => {
      expect(stdout).toMatch(/^-.*，，/m)
      expect(file(name)).toContain('，，')
    },
  },
  {
    command: /^(?:npx )?hegao (?:-f html:(\S+) \S+\/|\S+\/ -f html:(\S+))$/,
    status: 1,
    holds: (ran, [before, behind]) => expect(ran.file(before ?? behind ?? '')).toContain('<html'),
  },
  {
    command: /^npx hegao \S+\/ -f pretty -f sarif:(\S+) -f html:(\S+)$/,
    status: 1,
    holds: (ran, [sarif = '', html = '']) => {
      expect(ran.stdout).toMatch(told)
      expect(JSON.parse(ran.file(sarif) ?? '').runs[0].results).not.toEqual([])
      exists(ran, html)
    },
  },
  {
    command: /^hegao compare (?:last|去年|2024年总结)\.docx (?:this|今年|2025年总结)\.docx$/,
    status: 1,
    holds: ({ stdout }) => expect(stdout).toContain('fact-repeated'),
  },
  {
    command: /^hegao compare -f html:(\S+) \S+ \S+$/,
    status: 1,
    holds: (ran, [name = '']) => expect(ran.file(name)).toContain('<html'),
  },
  {
    command: /^hegao compare (\S+) --against (\S+)\/$/,
    status: 1,
    holds: ({ stdout, stderr }, [, folder]) => expect(`${stdout}${stderr}`).toContain(`${folder}/`),
  },
  {
    command: /^hegao compare --lists \S+ \S+$/,
    status: 1,
    holds: ({ stdout }) => expect(stdout).toContain('三座'),
  },
  {
    command: /^hegao compare --annotate \S+ (\S+)\.docx$/,
    status: 1,
    holds: (ran, [name]) => exists(ran, `${name}.核稿.docx`),
  },
  {
    command: /^hegao compare --folder (\S+)\/$/,
    status: 0,
    holds: ({ stdout }, [folder]) => expect(stdout).toContain(`${folder}/一.txt`),
  },
  {
    command: /^node bin\/hegao\.js annotate fixtures\/reports\/qu-zuzhi-2022\/input\.docx -o (\S+)$/,
    status: 0,
    holds: (ran, [name = '']) => exists(ran, name),
  },
  {
    command: /^(?:npm ci && npm run build && )?node bin\/hegao\.js check fixtures\/reports\/qu-zuzhi-2022\/input\.txt$/,
    status: 1,
    holds: ({ stdout }) => expect(stdout).toContain('导语说回顾的是2022年，别处说的是2021年'),
  },
  {
    command: /^hegao (?:check )?--write-baseline \S+$/,
    status: 0,
    holds: (ran) => expect(ran.file('hegao-baseline.json')).toContain('repeated-phrase'),
  },
  {
    command: /^hegao (?:check )?--baseline hegao-baseline\.json \S+$/,
    status: 0,
    holds: ({ stdout }) => expect(stdout).toMatch(/基线里已知的/),
  },
  {
    command: /^hegao --prune-baseline \S+\/$/,
    status: 0,
    holds: (ran) => expect(ran.file('hegao-baseline.json')).toContain('repeated-phrase'),
  },
  {
    command: /^hegao --since origin\/main \. -f github -f sarif:(\S+)$/,
    status: 1,
    holds: (ran, [sarif = '']) => {
      expect(ran.stdout).toMatch(/^::error .*file=改过\.txt,line=2,/m)
      expect(ran.stdout).not.toContain('没改')
      expect(JSON.parse(ran.file(sarif) ?? '').runs[0].results).not.toEqual([])
    },
  },
  {
    command: /^(?:npx )?hegao (?:check )?(?:--staged(?: \.)?|--since origin\/main (?:\.|\S+\/))$/,
    status: 1,
    holds: ({ stdout }) => {
      expect(stdout).toMatch(/改过\.txt/)
      expect(stdout).not.toContain('没改.txt')
    },
  },
  {
    command: /^hegao check --cache \.$/,
    status: 1,
    holds: (ran) => {
      exists(ran, '.hegaocache/results')
      exists(ran, '.hegaocache/.gitignore')
    },
  },
  {
    command: /^hegao silence (\S+):2 repeated-phrase --reason (\S+)$/,
    status: 0,
    holds: (ran, [name, reason]) => expect(JSON.parse(ran.file(`${name}.hegao.json`) ?? '').silence).toMatchObject([{ reason }]),
  },
  {
    command: /^hegao --print-config \S+$/,
    status: 0,
    holds: ({ stdout }) => expect(JSON.parse(stdout)).toHaveProperty('rules'),
  },
  {
    command: /^hegao convert (\S+)\/ -o (\S+)\/(?: --resume)?$/,
    status: 1,
    holds: (ran, [archive, results]) => {
      expect(ran.file(`${results}/index.jsonl`)).toContain(`${archive}/2025/报告.docx`)
      exists(ran, `${results}/2025/报告.docx.json`)
      expect(ran.file(`${results}/errors.jsonl`)).toBe('')
    },
  },
  {
    command: /^hegao stats (\S+)\/$/,
    status: 0,
    holds: ({ stdout }) => expect(stdout).toContain('材料  1 份'),
  },
  {
    command: /^hegao stats (\S+)\/ -f html -o (\S+)$/,
    status: 0,
    holds: (ran, [, page = '']) => expect(ran.file(page)).toContain('<html'),
  },
  {
    command: /^hegao init --facts \S+\.docx$/,
    status: 0,
    holds: (ran) => exists(ran, 'hegao.facts.yaml'),
  },
]

/** Lines with programs of others, or servers, and the test or trial that has them. */
const elsewhere: readonly RegExp[] = [
  // test/queue.test.ts, with a server of its own.
  /redis:\/\//,
  // docs/archive.md says with which versions they were tried.
  /\bparallel\b|\$folder\b/,
  // docs/formats.md; the formats themselves are in test/reporters.test.ts.
  /\| (?:reviewdog|jq) /,
  // test/pre-commit.test.ts and docs/ci.md: programs that are installed from a registry.
  /^npm install|^npx husky|> \.husky\//,
  // .ci/run and scripts/check-portable.mjs.
  /^npm ci && npm (?:test|run build && npm run portable)|^npm run portable/,
]

const pages = ['README.md', 'README.zh-CN.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
)

/** The lines of a page’s shell blocks that call hegao, without comments. */
function linesOf(page: string): string[] {
  const blocks = Array.from(readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n(.*?)^```/gms), ([, block = '']) => block)
  return blocks
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#\s.*$/, '').trim())
    .filter((line) => /\bhegao\b|\bnpm\b/.test(line))
}

const twice = '同志们：\n基层党建还不均衡、国企领域薄弱、国企领域薄弱、机关不够规范，，需要加强。\n谢谢大家！\n'
const word = (text: string): Uint8Array =>
  wordOf(
    text
      .trimEnd()
      .split('\n')
      .map((line) => p(line))
      .join(''),
  )
const old = `临江县2024年工作总结\n一、2024年工作\n建成跨江大桥并正式通车，荣获全国文明县城称号，改造老旧小区18个。\n二、2025年打算\n新建体育公园三座，改造老旧小区20个。\n`
const now = `临江县2025年工作总结\n一、2025年工作\n建成跨江大桥并正式通车，荣获全国文明县城称号，改造老旧小区18个、改造老旧小区18个。\n二、2026年打算\n新建学校两所。\n`

const documents: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(['draft', '讲话稿', '2025年政府工作报告'].map((name) => [`${name}.docx`, word(twice)])),
  ...Object.fromEntries(
    ['report', '报告', 'reports/a', '材料/一', '材料/没改', '讲话/报告'].map((name) => [`${name}.txt`, twice]),
  ),
  'talks/2025/a.md': twice,
  '讲话/2025/一.md': twice,
  ...Object.fromEntries(['last', '去年', '2024年总结', '旧稿', '历年总结/2024'].map((name) => [`${name}.docx`, word(old)])),
  ...Object.fromEntries(['this', '今年', '2025年总结', '新稿'].map((name) => [`${name}.docx`, word(now)])),
  '旧稿.txt': old,
  '谈话记录/一.txt': old,
  '谈话记录/二.txt': old.replace('三座', '两座'),
  'archive/2025/报告.docx': word(twice),
  '档案/2025/报告.docx': word(twice),
  '没改.txt': twice,
}

let base = ''
let folder = ''
const git = (...words: string[]): void => {
  const own = ['-c', 'user.name=测试', '-c', 'user.email=test@example.invalid', '-c', 'core.autocrlf=false']
  const { status, stderr } = spawnSync('git', [...own, ...words], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** A folder with all documents, in git; on top of origin/main two files got a fault, which is staged. */
function prepare(name: string): void {
  folder = join(base, name)
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of Object.entries(documents)) write(path, content)
  for (const path of ['改过.txt', '材料/改过.txt', 'package.json'])
    write(path, path.endsWith('json') ? '{}' : '同志们：\n各项工作有序推进。\n谢谢大家！\n')
  cpSync(join(root, 'fixtures/reports/qu-zuzhi-2022'), join(folder, 'fixtures/reports/qu-zuzhi-2022'), { recursive: true })
  write('.gitignore', 'bin\n')
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', '一')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  for (const path of ['改过.txt', '材料/改过.txt']) write(path, twice)
  git('add', '-A')
  // Inside a clone, bin/hegao.js is the program.
  write('bin/hegao.js', `import(${JSON.stringify(new URL('../bin/hegao.js', import.meta.url).href)})\n`)
}

beforeAll(() => {
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('npm run build comes first')
  base = mkdtempSync(join(tmpdir(), 'hegao-commands-'))
  mkdirSync(join(base, 'path'))
  const program = JSON.stringify(join(root, 'bin', 'hegao.js').replaceAll('\\', '/'))
  writeFileSync(
    join(base, 'path', 'hegao'),
    `#!/bin/sh\nexec ${JSON.stringify(process.execPath.replaceAll('\\', '/'))} ${program} "$@"\n`,
  )
  writeFileSync(join(base, 'path', 'npx'), '#!/bin/sh\nexec "$@"\n')
  if (!isWindows) for (const name of ['hegao', 'npx']) chmodSync(join(base, 'path', name), 0o755)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function run(line: string): Ran {
  const here = line.replace(/^npm ci && npm run build && /, '')
  const { status, stdout, stderr } = spawnSync('sh', ['-c', here], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${join(base, 'path')}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
  })
  const file = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined
  return { status, stdout, stderr, file }
}

const triedHere = (page: string): string[] => linesOf(page).filter((line) => !elsewhere.some((one) => one.test(line)))

describe.each(pages.filter((page) => triedHere(page).length > 0))('the commands of %s', (page) => {
  const lines = triedHere(page)
  beforeAll(() => prepare(page.replaceAll('/', '-')))

  test.each(lines)('%s', (line) => {
    const promise = promises.find(({ command }) => command.test(line))
    if (!promise) throw new Error(`nobody has described what it does: ${line}`)
    // What one line wrote is not the next one’s matter, but for the results and baselines that it goes on from.
    for (const name of readdirSync(folder)) if (name.includes('.核稿')) rmSync(join(folder, name))
    const ran = run(line)
    expect(ran.stderr).not.toMatch(/^ {4}at |的毛病/m)
    expect(`${ran.status} ${ran.status === promise.status ? '' : ran.stdout + ran.stderr}`).toBe(`${promise.status} `)
    promise.holds(ran, promise.command.exec(line)?.slice(1) ?? [])
  })
})
