/** Nothing of a user's is lost: what hegao did not write stays, whatever is asked of it by a slip of the hand. */
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replaceFile, replaceWhole } from '../src/cli/atomic.ts'
import { repairFile } from '../src/cli/check/fix-run.ts'
import { isOwnResult } from '../src/cli/files/own-results.ts'
import { chooseRules } from '../src/config.ts'
import { checkBytes, rules } from '../src/hegao.ts'
import { formats } from '../src/report/formats.ts'
import { hegao as run } from './support/hegao.ts'
import { p, r, wordOf } from './support/word.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 不丢 ')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (path: string): string => join(folder, path)
const hegao = (...words: string[]) => run(words, { cwd: folder })

/** A text in which every format has something to tell, and one in which none has. */
const bad = '成绩，，显著。。\n'
const good = '成绩显著。\n'

describe('a result', () => {
  beforeEach(() => {
    mkdirSync(at('材料'))
    writeFileSync(at('材料/稿.txt'), bad)
    writeFileSync(at('材料/讲话.txt'), '同志们：今天开会。\n')
  })

  test.each([
    ['a draft that a folder holds', ['check', '-f', 'json', '-o', '材料/讲话.txt', '材料'], '材料/讲话.txt', 'output-is-input'],
    ['by a format', ['-f', 'html:材料/讲话.txt', '材料'], '材料/讲话.txt', 'output-is-input'],
    ['by a glob', ['-o', '材料/讲话.txt', '材料/*.txt'], '材料/讲话.txt', 'output-is-input'],
    ['a draft elsewhere', ['-o', '材料/讲话.txt', '材料/稿.txt'], '材料/讲话.txt', 'result-exists'],
    ['of parse', ['parse', '-o', '材料/讲话.txt', '材料/稿.txt'], '材料/讲话.txt', 'result-exists'],
    ['of a dry run', ['fix', '--dry-run', '-o', '材料/讲话.txt', '材料/稿.txt'], '材料/讲话.txt', 'result-exists'],
    ['of a baseline', ['--write-baseline', '材料/别.json', '材料/稿.txt'], '材料/别.json', 'baseline-invalid'],
    ['of a cache', ['--cache', '--cache-location', '材料/别.缓存', '材料/稿.txt'], '材料/别.缓存', 'usage'],
  ])('never replaces what hegao did not write: %s', (_, words, path) => {
    if (!existsSync(at(path))) writeFileSync(at(path), '{"mine": true}\n')
    const before = readFileSync(at(path))
    const { status, stderr } = hegao(...words)
    expect(status).toBe(2)
    expect(stderr).toContain(path)
    expect(readFileSync(at(path))).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('of every format replaces the one of the run before, with findings, without, and of a file that cannot be read', () => {
    writeFileSync(at('好.txt'), good)
    for (const format of formats) {
      for (const first of ['材料/稿.txt', '好.txt', '没有.txt']) {
        expect(hegao('-f', format, '-o', 'out', first).stderr, `${format} ${first}`).not.toContain('已经存在')
        expect(isOwnResult(at('out')), `${format} ${first}`).toBe(true)
      }
    }
    const rest = [
      ['parse', '材料/稿.txt'],
      ['fix', '--dry-run', '材料/稿.txt'],
    ]
    hegao('convert', '材料', '-o', '档案')
    for (const words of [...rest, ...['text', 'json', 'csv', 'html'].map((format) => ['stats', '-f', format, '档案'])]) {
      for (const lang of ['zh', 'en']) {
        hegao('--lang', lang, ...words, '-o', 'out')
        expect(isOwnResult(at('out')), `${words.join(' ')} ${lang}`).toBe(true)
      }
    }
  })

  test('may replace anything with --force, but what is to be checked', () => {
    writeFileSync(at('记录'), '别的东西\n')
    expect(hegao('-f', 'compact', '-o', '记录', '材料/稿.txt').stderr).toContain('加 --force')
    expect(hegao('-f', 'compact', '-o', '记录', '--force', '材料/稿.txt').status).toBe(1)
    expect(readFileSync(at('记录'), 'utf8')).toContain('材料/稿.txt:1:')
    expect(hegao('-o', '材料/稿.txt', '--force', '材料/稿.txt').status).toBe(2)
    expect(readFileSync(at('材料/稿.txt'), 'utf8')).toBe(bad)
  })

  test("of somebody else's format replaces what begins alike", () => {
    writeFileSync(
      at('f.mjs'),
      "export default () => ({ open: () => '# 我的\\n', file: ({ path }) => path + '\\n', close: () => '' })\n",
    )
    writeFileSync(at('out'), '别的\n')
    expect(hegao('-f', './f.mjs:out', '材料/稿.txt').status).toBe(2)
    expect(readFileSync(at('out'), 'utf8')).toBe('别的\n')
    writeFileSync(at('out'), '# 我的\n从前\n')
    expect(hegao('-f', './f.mjs:out', '材料/稿.txt').status).toBe(1)
    expect(readFileSync(at('out'), 'utf8')).toBe('# 我的\n材料/稿.txt\n')
  })

  test('what merely looks a little like one is not taken for one', () => {
    const others = [
      '{"name": "x"}',
      '[{"a":1}]',
      '<!DOCTYPE html>\n<title>页</title>',
      'main.c:3:5: error: no such thing',
      '--- a/x\n+++ b/x\n@@ -1 +1 @@',
      '待办\n✔ 交稿\n',
      '<?xml version="1.0"?>\n<checkstyle version="4.3">\n<file name="a"><error source="eslint.x"/></file>',
      '一、2025年工作回顾',
    ]
    for (const [index, text] of others.entries()) {
      writeFileSync(at(String(index)), text)
      expect(isOwnResult(at(String(index))), text).toBe(false)
    }
  })
})

describe('fix', () => {
  test('does not write over what was saved while it ran', async () => {
    writeFileSync(at('a.txt'), bad)
    const read = readFileSync(at('a.txt'))
    const options = { settings: {}, rules: chooseRules(rules) }
    const checked = await checkBytes(at('a.txt'), read, options)
    appendFileSync(at('a.txt'), '用户写的\n')
    const after = await repairFile(checked, read, options, 'write', 'zh')
    expect(after.checked.error?.code).toBe('write-conflict')
    expect(readFileSync(at('a.txt'), 'utf8')).toBe(`${bad}用户写的\n`)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('the last look before the rename is at the bytes', () => {
    writeFileSync(at('a.txt'), 'a')
    const replacement = replaceFile(at('a.txt'))
    replacement.write(Buffer.from('b'))
    expect(() =>
      replacement.commit(() => {
        throw new Error('changed')
      }),
    ).toThrow('changed')
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('a')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('leaves read-only files alone, for whoever runs it', () => {
    writeFileSync(at('a.txt'), bad)
    chmodSync(at('a.txt'), 0o444)
    const { status, stdout } = hegao('fix', 'a.txt')
    expect(status).toBe(2)
    expect(stdout).toContain('a.txt 是只读的，没有改')
    expect(readFileSync(at('a.txt'), 'utf8')).toBe(bad)
    writeFileSync(at('o.json'), '')
    chmodSync(at('o.json'), 0o400)
    expect(hegao('-f', 'json', '-o', 'o.json', 'a.txt').stderr).toContain('没有权限')
  })

  test('keeps the mode, and says when it parts a hard link', () => {
    writeFileSync(at('a.txt'), bad)
    chmodSync(at('a.txt'), 0o640)
    linkSync(at('a.txt'), at('h.txt'))
    const { stderr } = hegao('fix', 'a.txt')
    expect(stderr).toContain('a.txt 另有硬链接，别的名字下仍是旧内容')
    expect(statSync(at('a.txt')).mode & 0o777).toBe(0o640)
    expect(readFileSync(at('h.txt'), 'utf8')).toBe(bad)
  })

  test.skipIf(process.getuid?.() !== 0)('keeps the owner where it may', () => {
    writeFileSync(at('a.txt'), bad)
    const { chownSync } = process.getBuiltinModule('node:fs')
    chownSync(at('a.txt'), 65_534, 65_534)
    hegao('fix', 'a.txt')
    expect(statSync(at('a.txt'))).toMatchObject({ uid: 65_534, gid: 65_534 })
  })

  test('of a folder does not reach out of it through a link', () => {
    mkdirSync(at('f'))
    writeFileSync(at('外.md'), bad)
    symlinkSync(at('外.md'), at('f/内.md'))
    writeFileSync(at('f/a.md'), bad)
    hegao('fix', 'f')
    expect(readFileSync(at('外.md'), 'utf8')).toBe(bad)
    hegao('fix', 'f/内.md')
    expect(readFileSync(at('外.md'), 'utf8')).not.toBe(bad)
  })
})

describe('a file in the making', () => {
  test('can be read by its owner only, whatever the draft allows, and has the mode of the draft in its place', () => {
    writeFileSync(at('a.txt'), 'a')
    chmodSync(at('a.txt'), 0o600)
    const replacement = replaceFile(at('b.txt'), at('a.txt'))
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.tmp'))
    expect(statSync(at(name)).mode & 0o777).toBe(0o600)
    replacement.commit()
    expect(statSync(at('b.txt')).mode & 0o777).toBe(0o600)
  })

  test('a copy of annotate is as secret as its document', () => {
    writeFileSync(at('a.docx'), wordOf(p(r('成绩，，显著。'))))
    chmodSync(at('a.docx'), 0o600)
    hegao('annotate', 'a.docx')
    expect(statSync(at('a.核稿.docx')).mode & 0o777).toBe(0o600)
  })

  test('is swept when whoever made it is dead, and never in the way', () => {
    const host = process
      .getBuiltinModule('node:os')
      .hostname()
      .replace(/[^A-Za-z0-9.-]/g, '_')
      .slice(0, 40)
    const dead = `.hegao-${host}-999999999-x0123456789ab.tmp`
    const own = `.hegao-${host}-${process.pid}-x0123456789ab.tmp`
    const elsewhere = '.hegao-anderswo-7-x0123456789ab.tmp'
    for (const name of [dead, own, elsewhere]) writeFileSync(at(name), '草稿')
    replaceWhole(at('a.txt'), Buffer.from('a'))
    expect(readdirSync(folder).sort()).toEqual([own, elsewhere, 'a.txt'].sort())
  })
})
