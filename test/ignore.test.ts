/** What is not checked, and what is said of it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expanded, matcherOf } from '../src/cli/files/patterns.ts'
import { hegao } from './support/hegao.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 忽略 ')))
  mkdirSync(join(folder, '.git'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, content: string | Uint8Array = '同志们：\n'): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const run = (...words: string[]) => hegao(['-f', 'json', ...words], { cwd: folder })

/** The files that were checked. */
function checked(...words: string[]): string[] {
  const { files } = JSON.parse(run(...words).stdout) as { files: { path: string }[] }
  return files.map(({ path }) => path)
}

describe('in folders', () => {
  test('ignore files of every folder hold, the nearest last', () => {
    for (const path of ['甲.txt', '草稿/乙.txt', '讲话/丙.txt', '讲话/草稿/丁.txt', '讲话/留 下.txt', '讲话/旧.md']) write(path)
    expect(checked('.')).toHaveLength(6)
    write('.hegaoignore', '# 草稿\n/草稿/\n*.md\n留 下.txt\n')
    write('讲话/.hegaoignore', '!留 下.txt\r\n草稿\r\n')
    expect(checked('.')).toEqual(['甲.txt', '讲话/丙.txt', '讲话/留 下.txt'])
    expect(checked('讲话')).toEqual(['讲话/丙.txt', '讲话/留 下.txt'])
    expect(checked('讲话/**/*.txt')).toEqual(['讲话/丙.txt', '讲话/留 下.txt'])
    expect(checked('--no-ignore', '.')).toHaveLength(6)
  })

  test('hidden folders, installed packages and lock files of Word never count', () => {
    for (const path of ['甲.txt', '.藏/乙.txt', 'node_modules/丙.txt', '子/node_modules/丁.txt', '~$甲.txt', '.戊.txt'])
      write(path)
    expect(checked('--no-ignore', '.')).toEqual(['甲.txt'])
  })

  test('the copy that annotate wrote does not count beside its document, and does alone', () => {
    for (const path of ['甲.docx', '甲.核稿.docx', '乙.核稿.docx', '丙.核稿.txt']) write(path)
    expect(checked('.')).toEqual(['丙.核稿.txt', '乙.核稿.docx', '甲.docx'])
    expect(checked('甲.核稿.docx')).toEqual(['甲.核稿.docx'])
  })

  test('links are neither followed nor read, and that is said; one that is named is read', () => {
    write('材料/甲.txt')
    write('别处/乙.txt')
    symlinkSync(join(folder, '材料'), join(folder, '材料', '圈'))
    symlinkSync(join(folder, '别处', '乙.txt'), join(folder, '材料', '乙.txt'))
    expect(checked('材料')).toEqual(['材料/甲.txt'])
    expect(checked('材料/*.txt')).toEqual(['材料/甲.txt'])
    expect(run('材料').stderr).toContain('另有 1 个符号链接没有查；要查请写出它的名字')
    expect(checked('材料/乙.txt')).toEqual(['材料/乙.txt'])
  })

  test('documents of kinds that are not read are counted, pictures are not', () => {
    for (const path of ['甲.txt', '公文.ofd', '子/表.xlsx', '子/乙.XLSX', '图.jpg', 'a.js']) write(path)
    expect(run('.').stderr).toBe('另有 3 个文件读不了，没有查：.ofd 1、.xlsx 2\n')
    expect(run('--lang', 'en', '.').stderr).toContain('3 more files are of kinds that are not read: .ofd 1, .xlsx 2')
  })

  test('.gitignore holds, unless it is not wanted or the folder is named', () => {
    write('甲.txt')
    write('草稿/乙.txt')
    write('.gitignore', '草稿/\n')
    expect(checked('.')).toEqual(['甲.txt'])
    expect(checked('--no-gitignore', '.')).toEqual(['甲.txt', '草稿/乙.txt'])
    expect(checked('草稿')).toEqual(['草稿/乙.txt'])
    expect(checked('草稿/乙.txt')).toEqual(['草稿/乙.txt'])
  })

  test('nothing above the top of the repository has a say', () => {
    write('.hegaoignore', '*.txt\n')
    write('库/.git/HEAD', '')
    write('库/甲.txt')
    expect(checked('库')).toEqual(['库/甲.txt'])
    expect(checked('库/甲.txt')).toEqual(['库/甲.txt'])
  })

  test('an ignore file in GBK is read', () => {
    write('甲.txt')
    write('草稿/乙.txt')
    // 草稿/
    write('.hegaoignore', Uint8Array.from([0xb2, 0xdd, 0xb8, 0xe5, 0x2f, 0x0d, 0x0a]))
    expect(checked('.')).toEqual(['甲.txt'])
  })

  test('a folder that cannot be read is told', () => {
    if (process.getuid?.() === 0) return expect(run('没有/').status).toBe(2)
    write('锁/甲.txt')
    rmSync(join(folder, '锁'), { recursive: true })
    mkdirSync(join(folder, '锁'), { mode: 0 })
    expect(run('.').status).toBe(2)
  })
})

describe('ignores of a configuration', () => {
  test('count from its folder, and each file has its own', () => {
    for (const path of ['甲.txt', '草稿/乙.txt', '子/丙.txt', '子/草稿/丁.txt', '子/旧/戊.txt']) write(path)
    write('hegao.config.json', JSON.stringify({ ignores: ['/草稿/', '*.{md,markdown}'] }))
    write('子/.hegaorc', 'ignores: [旧]\n')
    expect(checked('.')).toEqual(['子/丙.txt', '子/草稿/丁.txt', '甲.txt'])
    expect(checked('--no-config', '.')).toHaveLength(5)
  })
})

describe('options', () => {
  test('--ignore-pattern counts from the current folder; --ignore-path replaces .hegaoignore', () => {
    for (const path of ['甲.txt', '乙.txt', '草稿/丙.txt']) write(path)
    write('.hegaoignore', '乙.txt\n')
    write('另.ignore', '草稿/\n')
    expect(checked('--ignore-pattern', '甲.*', '--ignore-pattern', '/草稿', '.')).toEqual([])
    expect(checked('--ignore-path', '另.ignore', '.')).toEqual(['乙.txt', '甲.txt'])
    expect(checked('--ignore-pattern', '!乙.txt', '.')).toEqual(['乙.txt', '甲.txt', '草稿/丙.txt'])
    expect(run('--ignore-path', '没有', '.')).toMatchObject({ status: 2, stdout: '' })
  })

  test('--no-error-on-unmatched-pattern', () => {
    expect(run('*.txt')).toMatchObject({ status: 2 })
    expect(run('没有.txt')).toMatchObject({ status: 2 })
    mkdirSync(join(folder, '空'))
    expect(run('--no-error-on-unmatched-pattern', '*.txt', '没有.txt', '空')).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('what is named and ignored', () => {
  beforeEach(() => {
    write('草稿/甲.txt')
    write('草稿/说明.pdf.txt')
    write('.hegaoignore', '草稿\n')
  })

  test.each(['草稿/甲.txt', '草稿', '草稿/*.txt', './草稿/../草稿/甲.txt'])('%s gets a word, and is no failure', (path) => {
    const { status, stdout, stderr } = run(path)
    expect(stderr).toBe(`${path} 被忽略（见 .hegaoignore），没有查；要查请加 --no-ignore\n`)
    expect(JSON.parse(stdout)).toMatchObject({ files: [], summary: { files: 0 } })
    expect(status).toBe(0)
  })

  test('standard input too, by the name it goes by', () => {
    const input = '同志们：\n'
    const done = hegao(['--lang', 'en', '--stdin-filename', '草稿/甲.txt', '-'], { cwd: folder, input })
    expect(done).toMatchObject({
      status: 0,
      stderr: '草稿/甲.txt is ignored (see .hegaoignore) and was not checked; --no-ignore checks it\n',
    })
    expect(hegao(['-'], { cwd: folder, input }).stderr).toBe('')
  })

  test('among others that are not', () => {
    write('乙.txt')
    expect(checked('草稿/甲.txt', '乙.txt')).toEqual(['乙.txt'])
  })
})

describe('patterns', () => {
  test.each([
    ['讲话/*.{txt,md}', ['讲话/*.txt', '讲话/*.md']],
    ['{a,b}/{c,d}', ['a/c', 'a/d', 'b/c', 'b/d']],
    ['{a,{b,c}}', ['a', 'b', 'c']],
    ['{a}', ['{a}']],
    ['{a,b', ['{a,b']],
  ])('%s', (pattern, all) => {
    expect(expanded(pattern).sort()).toEqual([...all].sort())
  })

  test('of braces beyond reason end', () => {
    expect(expanded('{a,b}'.repeat(40)).length).toBeLessThan(1000)
  })

  test('say nothing of what is outside their folder', async () => {
    const matches = await matcherOf(['*.txt', '!b.txt'], '/库/讲话')
    expect(matches('/库/讲话/子/a.txt', false)).toBe(true)
    expect(matches('/库/讲话/b.txt', false)).toBe(false)
    expect(matches('/库/讲话/c.md', false)).toBe(undefined)
    expect(matches('/库/a.txt', false)).toBe(undefined)
    expect(matches('/库/讲话', true)).toBe(undefined)
    expect(matches('/库/讲话/..a.txt', false)).toBe(true)
  })
})
