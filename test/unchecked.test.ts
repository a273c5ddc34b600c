/** That something was not there to be checked, or not to be mended, is said and not passed over. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDocx } from '../src/read/docx/index.ts'
import { hegao } from './support/hegao.ts'
import { p, r, wordOf } from './support/word.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-unchecked-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...words: string[]) => hegao(words, { cwd: folder })
const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处')}</w:sdtContent></w:sdt>`
const spaced = '认真落实 “三会一课”等制度。'

describe('what was not there to be checked', () => {
  beforeEach(() => {
    const chunks = `${p('同志们：')}<w:altChunk r:id="x"/><w:altChunk r:id="y"/>${p(control)}<w:subDoc r:id="z"/>`
    writeFileSync(join(folder, '讲话.docx'), wordOf(chunks))
    writeFileSync(join(folder, '空.docx'), wordOf(p('')))
    writeFileSync(join(folder, '空.txt'), '\n　\n')
    writeFileSync(join(folder, '好.txt'), '同志们：\n')
  })
  const three = [
    '讲话.docx 里嵌有别的文件，那部分没有查；请用 Word 打开另存一份再查',
    '讲话.docx 里有没填的内容控件，其中的提示文字没有查',
    '讲话.docx 是主控文档，子文档没有查；请一并检查',
    '',
  ].join('\n')

  test('a reader notes each kind once', () => {
    expect(readDocx('a.docx', readFileSync(join(folder, '讲话.docx'))).notes?.map(({ kind }) => kind)).toEqual([
      'alt-chunk',
      'placeholder',
      'sub-document',
    ])
    expect(readDocx('a.docx', wordOf(p('甲')))).not.toHaveProperty('notes')
  })

  test('check, parse, outline and annotate tell it on standard error, with and without the cache', () => {
    for (const words of [['-f', 'json'], ['parse'], ['outline'], ['annotate'], ['--cache'], ['--cache'], ['fix', '--dry-run']]) {
      expect(run(...words, '讲话.docx').stderr, words.join(' ')).toContain(three)
    }
    expect(run('空.txt', '空.docx', '好.txt').stderr).toBe('空.txt 里没有文字可查\n空.docx 里没有文字可查\n')
    expect(run('--lang', 'en', '空.txt').stderr).toBe('空.txt has no text to check\n')
  })

  test('a document of a format that is never empty is an error where the file is, a text is a note', () => {
    for (const name of ['空白.docx', '空白.doc', '空白.pdf', '空白.odt']) {
      writeFileSync(join(folder, name), '')
      for (const command of ['check', 'parse', 'outline', 'annotate', 'convert']) {
        const { status, stderr, stdout } = run(command, name, ...(command === 'convert' ? ['-o', `转-${name}`] : []))
        expect([status, `${stdout}${stderr}`], `${command} ${name}`).toEqual([
          2,
          expect.stringContaining(command === 'convert' ? 'file-empty' : `${name} 是空的，没有文字`),
        ])
      }
    }
    writeFileSync(join(folder, '空白.txt'), '')
    expect(run('空白.txt')).toMatchObject({ status: 0, stderr: '空白.txt 里没有文字可查\n' })
  })

  test('what Word lays beside an open document is told as such, and a document under such a name is read', () => {
    const lock = Buffer.alloc(162)
    lock.write('\u0004user', 'latin1')
    lock.write('user', 55, 'utf16le')
    writeFileSync(join(folder, '~$讲话.docx'), lock)
    writeFileSync(join(folder, '.~讲话.docx'), lock)
    writeFileSync(join(folder, '~$稿.doc'), '\u0004稿')
    writeFileSync(join(folder, '.~lock.讲话.odt#'), ',张三,pc,01.12.2026 10:00,file:///C:/profile;')
    for (const name of ['~$讲话.docx', '.~讲话.docx', '~$稿.doc', '.~lock.讲话.odt#']) {
      for (const command of ['check', 'parse', 'annotate', 'fix']) {
        const { status, stderr, stdout } = run(command, name)
        expect([status, `${stdout}${stderr}`], `${command} ${name}`).toEqual([
          2,
          expect.stringContaining('打开文稿时自己建的临时文件'),
        ])
      }
    }
    writeFileSync(join(folder, '~$真.docx'), wordOf(p('国企领域相对薄弱、国企领域相对薄弱。')))
    writeFileSync(join(folder, '~$记.txt'), '同志们：\n')
    expect(run('~$真.docx').stdout).toContain('repeated-phrase')
    expect(run('~$记.txt').status).toBe(0)
  })

  test('formats for machines, parse and convert tell it too', () => {
    const kinds = ['alt-chunk', 'placeholder', 'sub-document']
    const notes = kinds.map((kind, index) => ({ kind, message: three.split('\n')[index] }))
    expect(JSON.parse(run('讲话.docx', '-f', 'json').stdout).files[0].notes).toEqual(notes)
    expect(JSON.parse(run('parse', '讲话.docx').stdout).notes).toEqual(notes)
    expect(JSON.parse(run('好.txt', '-f', 'json').stdout).files[0]).not.toHaveProperty('notes')
    const lines = run('讲话.docx', '-f', 'ndjson').stdout.trimEnd().split('\n')
    const told = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'note')
    expect(told).toEqual(notes.map((note) => ({ type: 'note', path: '讲话.docx', ...note })))
    const { invocations } = JSON.parse(run('讲话.docx', '-f', 'sarif').stdout).runs[0]
    const levels = invocations[0].toolExecutionNotifications.map(({ level, descriptor }: Record<string, { id: string }>) => [
      level,
      descriptor?.id,
    ])
    expect(levels).toEqual(kinds.map((kind) => ['note', kind]))
    run('convert', '讲话.docx', '好.txt', '-o', '结果')
    const rows = readFileSync(join(folder, '结果/index.jsonl'), 'utf8').trimEnd().split('\n')
    expect(rows.map((row) => JSON.parse(row).notes)).toEqual([kinds, undefined])
  })
})

describe('what is read is not written', () => {
  const text = '同志们：\n今天的会议很重要。\n'
  beforeEach(() => {
    mkdirSync(join(folder, '材料'))
    writeFileSync(join(folder, '材料/甲.txt'), text)
    linkSync(join(folder, '材料/甲.txt'), join(folder, '乙.txt'))
  })
  const content = () => readFileSync(join(folder, '材料/甲.txt'), 'utf8')

  test.each([
    ['check', '材料/甲.txt', '-o', '材料/甲.txt'],
    ['check', '材料/甲.txt', '-o', '乙.txt'],
    ['check', '材料/甲.txt', '-f', 'pretty', '-f', 'json:./材料/甲.txt'],
    ['fix', '--dry-run', '材料/甲.txt', '-o', '材料/甲.txt'],
    ['parse', '材料/甲.txt', '-o', '材料/甲.txt'],
  ])('%s %s %s %s', (...words) => {
    const { status, stderr } = run(...words)
    expect(stderr).toBe('hegao：材料/甲.txt 是要查的材料，结果不能写进去\n请给结果另取一个名字。\n')
    expect(status).toBe(2)
    expect(content()).toBe(text)
  })

  test('nor is a report taken for the cache', () => {
    const { status, stderr } = run('材料', '--cache', '--cache-location', '乙.txt')
    expect(stderr).toContain('材料/甲.txt 是要查的材料，结果不能写进去')
    expect(status).toBe(2)
    expect(content()).toBe(text)
  })

  test('the result of the run before, in the folder that is checked, is no report', () => {
    const files = (): number => {
      expect(run('材料', '-f', 'html:材料/结果.html', '-f', 'json:结果.json').status).toBe(0)
      return (JSON.parse(readFileSync(join(folder, '结果.json'), 'utf8')) as { files: unknown[] }).files.length
    }
    expect([files(), files()]).toEqual([1, 1])
  })
})

test('a report of ours among the reports is not checked for what it quotes', () => {
  mkdirSync(join(folder, '材料'))
  writeFileSync(join(folder, '材料/甲.txt'), `同志们：\n${spaced}\n`)
  run('材料', '-f', 'html:材料/结果.html')
  const { stdout, stderr } = run('材料', '-f', 'json')
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: unknown[] }[] }
  expect(files.map(({ path, findings }) => [path, findings.length > 0])).toEqual([
    ['材料/甲.txt', true],
    ['材料/结果.html', false],
  ])
  expect(stderr).toBe('材料/结果.html 是 hegao 写的报告，没有查\n')
})

describe('what fix does not write', () => {
  beforeEach(() => {
    mkdirSync(join(folder, '材料'))
    writeFileSync(join(folder, '材料/甲.docx'), wordOf(p(spaced)))
    writeFileSync(join(folder, '材料/乙.docx'), wordOf(p('同志们：')))
    writeFileSync(join(folder, '材料/丙.txt'), `${spaced}\n`)
  })

  test('in a folder it is left alone, and the rest is mended', () => {
    const before = readFileSync(join(folder, '材料/甲.docx'))
    const { status, stdout, stderr } = run('fix', '材料')
    expect(stdout).toContain('材料/甲.docx')
    expect(stderr).toBe(
      '1 个文件有可改之处，但不是 .txt 或 .md，没有改；.docx 请用 hegao annotate\n已自动修改 1 处（1 个文件）\n',
    )
    expect(status).toBe(0)
    expect(readFileSync(join(folder, '材料/甲.docx'))).toEqual(before)
    expect(readFileSync(join(folder, '材料/丙.txt'), 'utf8')).not.toContain(' ')
  })

  test('named, it is a failure that says what to do', () => {
    const { status, stdout } = run('fix', '材料/甲.docx')
    expect(stdout).toContain('fix 只改写 .txt 和 .md，没有改 材料/甲.docx')
    expect(stdout).toContain('hegao annotate')
    expect(status).toBe(2)
  })
})
