/** Odd surroundings get a sentence: never a trace, never a wait, never “a fault of hegao”. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hegao as run } from './support/hegao.ts'

const bin = fileURLToPath(new URL('../bin/hegao.js', import.meta.url))
const isLinux = process.platform === 'linux'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 怪 ')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, content: string): void => writeFileSync(join(folder, path), content)
const hegao = (...words: string[]) => run(words, { cwd: folder })
const rowsOf = (path: string) =>
  readFileSync(join(folder, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

test('more repairs than one check tells are made all the same', () => {
  write('a.txt', '成绩显著。。\n'.repeat(2001))
  const { stderr } = hegao('fix', 'a.txt')
  expect(stderr).toContain('已自动修改 2001 处')
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('成绩显著。\n'.repeat(2001))
})

describe.skipIf(!isLinux)('a full standard output', () => {
  test.each([['--help'], ['--version'], ['a.txt'], ['rules'], ['convert --jsonl']])('of %s', (words) => {
    write('a.txt', '成绩，，显著。\n')
    write('in', '{"text":"成绩，，显著。"}\n')
    const command = `"${process.execPath}" "${bin}" ${words} < in > /dev/full`
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, 'hegao：结果没有写出去：stdout（磁盘已满）\n'])
  })
})

describe.skipIf(!isLinux)('names that are no UTF-8', () => {
  // GBK 报告.txt as an old disk has it: the bytes are no UTF-8, and are no other name.
  const odd = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6, 0x2e, 0x74, 0x78, 0x74])
  const shown = '\\u{dcb1}\\u{dca8}\\u{dcb8}\\u{dce6}.txt'
  const inFolder = (name: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${folder}/盘/`), name])
  /** Node gives its children no words that are no UTF-8: the shell does. */
  const shell = (command: string) =>
    spawnSync('bash', ['-c', `'${process.execPath}' '${bin}' ${command}`], { cwd: folder, encoding: 'utf8' })
  const named = String.raw`$'盘/\xb1\xa8\xb8\xe6.txt'`

  beforeEach(() => {
    mkdirSync(join(folder, '盘'))
    writeFileSync(inFolder(odd), '同志们：\n成绩显著。。\n')
  })

  test('are read from a folder, and shown byte by byte', () => {
    const { status, stdout } = hegao('check', '-f', 'compact', '盘')
    expect([status, stdout.split('\n')[0]]).toEqual([1, expect.stringContaining(`盘/${shown}:2:5`)])
  })

  test('are read and repaired when they are named', () => {
    expect(shell(`check -f compact ${named}`).stdout).toContain(`盘/${shown}:2:5`)
    expect(shell(`fix ${named}`).stderr).toContain('已自动修改 1 处')
    expect(readFileSync(inFolder(odd), 'utf8')).toBe('同志们：\n成绩显著。\n')
    expect(readdirSync(join(folder, '盘'), 'buffer').map(String)).toHaveLength(1)
  })

  test('are converted to outputs of the same bytes', () => {
    expect(hegao('convert', '盘', '-o', 'out').status).toBe(1)
    const output = Buffer.concat([Buffer.from(`${folder}/out/`), odd, Buffer.from('.json')])
    expect(JSON.parse(readFileSync(output, 'utf8')).source.path).toBe('盘/\udcb1\udca8\udcb8\udce6.txt')
    expect(hegao('convert', '盘', '-o', 'out', '--resume').stderr).toContain('其中 1 份')
  })
})

describe('an archive', () => {
  beforeEach(() => {
    mkdirSync(join(folder, '材料'))
    write('材料/a.txt', '同志们：\n成绩显著。\n')
  })

  test('accounts for every file: what is no input is listed with the reason', () => {
    mkdirSync(join(folder, '材料/空'))
    for (const name of ['公文.ofd', '图.jpg', '~$a.docx', '.~a.docx', '.藏.txt', '不要.txt']) write(`材料/${name}`, 'x')
    write('材料/.hegaoignore', '不要.txt\n')
    if (process.platform !== 'win32') symlinkSync('a.txt', join(folder, '材料/链.txt'))
    expect(hegao('convert', '材料', '-o', 'out').status).toBe(0)
    expect(rowsOf('out/skipped.jsonl')).toEqual(
      [
        { path: '材料/.hegaoignore', reason: 'hidden' },
        { path: '材料/.~a.docx', reason: 'lock-file' },
        { path: '材料/.藏.txt', reason: 'hidden' },
        { path: '材料/~$a.docx', reason: 'lock-file' },
        { path: '材料/不要.txt', reason: 'ignored', by: '材料/.hegaoignore' },
        { path: '材料/公文.ofd', reason: 'format-unsupported' },
        { path: '材料/图.jpg', reason: 'format-unsupported' },
        { path: '材料/链.txt', reason: 'link' },
      ].filter(({ reason }) => reason !== 'link' || process.platform !== 'win32'),
    )
  })

  test('says of an empty folder what check says of it', () => {
    mkdirSync(join(folder, '空'))
    expect(hegao('convert', '空', '材料', '-o', 'out').status).toBe(2)
    expect(rowsOf('out/errors.jsonl')).toMatchObject([
      { path: '空', code: 'nothing-to-check', message: '没有找到可以检查的文件：空' },
    ])
  })

  test('is counted though somebody spoiled lines of its index', () => {
    hegao('convert', '材料', '-o', 'out')
    const index = readFileSync(join(folder, 'out/index.jsonl'), 'utf8')
    write('out/index.jsonl', `${index}{"path":5,"status":"ok"}\nnull\n[]\n{"path":"x","status":"ok","findings":null}\n`)
    for (const format of ['text', 'json', 'csv', 'html'])
      expect(hegao('stats', '-f', format, 'out')).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(hegao('stats', '-f', 'json', 'out').stdout).reports).toBe(1)
  })

  test.skipIf(!isLinux).each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => void spawnSync('mkfifo', [path])],
    ['a link', (path: string) => symlinkSync('/dev/null', path)],
  ])('does not go on from a journal that is %s, and leaves nothing behind', (_, make) => {
    hegao('convert', '材料', '-o', 'out')
    rmSync(join(folder, 'out/journal.jsonl'))
    make(join(folder, 'out/journal.jsonl'))
    const { status, stderr } = hegao('convert', '材料', '-o', 'out', '--resume')
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^hegao：journal\.jsonl 已经存在，不是 hegao 写的，没有覆盖\n/)])
    expect(readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test.skipIf(!isLinux)('is not counted from a pipe', () => {
    mkdirSync(join(folder, 'out'))
    spawnSync('mkfifo', [join(folder, 'out/index.jsonl')])
    expect(hegao('stats', 'out')).toMatchObject({ status: 2, stderr: 'hegao：out/index.jsonl 不是普通文件\n' })
  })

  test.skipIf(!isLinux)('is not held up by a process that has ended, whose number came again', () => {
    const host = process
      .getBuiltinModule('node:os')
      .hostname()
      .replace(/[^A-Za-z0-9.-]/g, '_')
      .slice(0, 60)
    const scratch = join(folder, 'out', `.hegao-${host}-${process.pid}.tmp`)
    mkdirSync(scratch, { recursive: true })
    // We are alive, but did not begin then.
    writeFileSync(join(scratch, 'began'), '1')
    expect(hegao('convert', '材料', '-o', 'out').status).toBe(0)
    mkdirSync(scratch, { recursive: true })
    expect(hegao('convert', '材料', '-o', 'out', '--resume').stderr).toContain('另一个 hegao 正在往 out 里写')
  })
})
