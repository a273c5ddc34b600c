/** Safe repairs: which are made, when they stop, and that a file is written whole or not at all. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replaceFile } from '../src/cli/atomic.ts'
import { repairFile } from '../src/cli/check/fix-run.ts'
import type { Finding } from '../src/finding.ts'
import { type CheckOptions, checkBytes } from '../src/hegao.ts'
import { mostPasses, repairAll, repairOnce } from '../src/lint/fix.ts'
import type { ChosenRule } from '../src/lint/run.ts'
import type { Edit, Fix } from '../src/rule.ts'
import type { Source } from '../src/source.ts'
import { findingOf, ruleFinding, sourceOf } from './invented.ts'

const text = '甲乙丙丁戊己'
const fixed = (edits: readonly Edit[], grade: Fix['grade'] = 'safe'): Finding =>
  findingOf(text, '甲', '改', { fix: { grade, edits } })
const edit = (start: number, end: number, replacement: string): Edit => ({ start, end, text: replacement })

describe('one pass', () => {
  const once = (...findings: Finding[]) => repairOnce(sourceOf(text), findings)

  test('makes safe fixes, all edits of one together', () => {
    const pair = fixed([edit(4, 5, '五'), edit(0, 1, '一')])
    expect(once(pair)).toEqual({ document: '一乙丙丁五己', count: 1 })
  })

  test('leaves what is only suggested', () => {
    expect(once(fixed([edit(0, 1, '一')], 'suggested'))).toEqual({ document: text, count: 0 })
  })

  test('of two that overlap or touch, the first; the rest waits', () => {
    expect(once(fixed([edit(0, 2, '一')]), fixed([edit(1, 3, '二')]), fixed([edit(2, 3, '三')])).document).toBe('一丙丁戊己')
    expect(once(fixed([edit(1, 1, '一')]), fixed([edit(1, 1, '二')]))).toEqual({ document: '甲一乙丙丁戊己', count: 1 })
  })

  test('a fix whose own edits collide is not made', () => {
    expect(once(fixed([edit(0, 2, '一'), edit(1, 3, '二')]))).toEqual({ document: text, count: 0 })
  })

  test('only where the words are one stretch of the file', () => {
    const source: Source = {
      ...sourceOf('甲&乙'),
      document: '甲&amp;乙',
      pieces: [
        { start: 0, end: 1, from: 0, to: 1 },
        { start: 1, end: 2, from: 1, to: 6 },
        { start: 2, end: 3, from: 6, to: 7 },
      ],
    }
    expect(repairOnce(source, [fixed([edit(1, 2, '＆')])]).count).toBe(0)
    expect(repairOnce(source, [fixed([edit(2, 3, '二')])])).toEqual({ document: '甲&amp;二', count: 1 })
  })

  test('never loses or doubles what it does not touch', () => {
    const edits = fc.array(fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]) => edit(Math.min(a, b), Math.max(a, b), '')))
    fc.assert(
      fc.property(edits, (all) => {
        const { document } = once(...all.map((one) => fixed([one])))
        const rest = [...document].map((character) => text.indexOf(character))
        expect(rest).toEqual([...new Set(rest)].sort((a, b) => a - b))
      }),
    )
  })
})

describe('until nothing changes', () => {
  const again = async (document: string) => {
    const at = document.indexOf('，，')
    const fix: Fix = { grade: 'safe', edits: [edit(at, at + 2, '，')] }
    return { source: sourceOf(document), findings: at < 0 ? [] : [findingOf(document, '，，', '重', { fix })] }
  }

  test('each pass sees what the last one made', async () => {
    const { file, count, settled } = await repairAll(await again('甲，，，，乙'), again)
    expect([file.source.document, count, settled]).toEqual(['甲，乙', 3, true])
  })

  test('what does not settle is given up', async () => {
    const endless = async (document: string) => ({
      source: sourceOf(document),
      findings: [findingOf(document, '甲', '长', { fix: { grade: 'safe' as const, edits: [edit(0, 0, '长')] } })],
    })
    const { count, settled } = await repairAll(await endless('甲'), endless)
    expect([count, settled]).toEqual([mostPasses, false])
  })

  test('exactly as many passes as allowed still count as settled', async () => {
    const { settled } = await repairAll(await again(`甲${'，'.repeat(mostPasses + 1)}乙`), again)
    expect(settled).toBe(true)
  })
})

describe('files', () => {
  let folder: string
  const inFolder = (name: string): string => join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hegao-fix-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function repair(path: string, rules: readonly ChosenRule[], mode: 'show' | 'write' = 'write') {
    const options: CheckOptions = { settings: {}, rules }
    const bytes = readFileSync(path)
    return repairFile(await checkBytes(path, bytes, options), bytes, options, mode, 'zh')
  }
  const rule = (words: string, replacement: string): ChosenRule => ({
    rule: ruleFinding('invented-rule', words, replacement),
    severity: 'warning',
    options: {},
  })

  // 截止 ，，  目前 with a character that only a double-byte table has, and CRLF.
  const gbk = Buffer.from([
    0xbd, 0xd8, 0xd6, 0xb9, 0xa3, 0xac, 0xa3, 0xac, 0xc4, 0xbf, 0xc7, 0xb0, 0xd6, 0xd0, 0xb9, 0xfa, 0x0d, 0x0a,
  ])

  test('a GBK file stays GBK, byte for byte but for the fix', async () => {
    const path = inFolder('旧稿.txt')
    writeFileSync(path, gbk)
    const { count, checked } = await repair(path, [rule('，，', '，')])
    expect([count, checked.error]).toEqual([1, undefined])
    expect(readFileSync(path)).toEqual(Buffer.concat([gbk.subarray(0, 6), gbk.subarray(8)]))
  })

  test('a byte order mark and CRLF stay', async () => {
    const path = inFolder('a.txt')
    writeFileSync(path, '\ufeff甲，，乙\r\n丙\r\n')
    await repair(path, [rule('，，', '，')])
    expect(readFileSync(path, 'utf8')).toBe('\ufeff甲，乙\r\n丙\r\n')
  })

  test('a fix that does not settle leaves the file', async () => {
    const path = inFolder('a.txt')
    writeFileSync(path, '甲乙')
    const { checked } = await repair(path, [rule('甲', '甲甲')])
    expect(checked.error?.code).toBe('fix-unsettled')
    expect(readFileSync(path, 'utf8')).toBe('甲乙')
  })

  test('a dry run writes nothing and knows before and after', async () => {
    const path = inFolder('a.txt')
    writeFileSync(path, '甲，，乙')
    const { before, after, count } = await repair(path, [rule('，，', '，')], 'show')
    expect([before, after, count]).toEqual(['甲，，乙', '甲，乙', 1])
    expect(readFileSync(path, 'utf8')).toBe('甲，，乙')
  })

  test('fixing what is fixed changes nothing', async () => {
    const path = inFolder('a.txt')
    writeFileSync(path, '甲，，，，乙')
    await repair(path, [rule('，，', '，')])
    const { mtimeMs } = statSync(path)
    expect((await repair(path, [rule('，，', '，')])).count).toBe(0)
    expect(statSync(path).mtimeMs).toBe(mtimeMs)
  })

  test('a replaced file keeps its mode, and a link stays a link', () => {
    writeFileSync(inFolder('a.txt'), '旧')
    chmodSync(inFolder('a.txt'), 0o640)
    symlinkSync('a.txt', inFolder('b.txt'))
    const replacement = replaceFile(inFolder('b.txt'))
    replacement.write(Buffer.from('新'))
    expect(readFileSync(inFolder('a.txt'), 'utf8')).toBe('旧')
    replacement.commit()
    expect(readFileSync(inFolder('a.txt'), 'utf8')).toBe('新')
    expect(statSync(inFolder('a.txt')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt'])
  })
})
