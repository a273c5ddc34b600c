import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFile, SIZE_LIMIT } from '../src/disk/file.ts'
import { readStdin } from '../src/disk/stdin.ts'
import { HegaoError } from '../src/errors.ts'
import { encode } from '../src/read/encode.ts'
import { read } from '../src/read/index.ts'
import { LINE_BREAK } from '../src/read/paragraphs.ts'
import { locate, type Source } from '../src/source.ts'
import { computed } from './support/clock.ts'

const fixtures = join(import.meta.dirname, '../fixtures/read')
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')

async function codeOf(action: () => unknown): Promise<string | undefined> {
  try {
    await action()
  } catch (error) {
    if (error instanceof HegaoError) return error.code
    throw error
  }
  return undefined
}

const textsOf = (source: Source): string[] => source.blocks.map(({ start, end }) => source.text.slice(start, end))

/** What expected.json says of a source, or of its failure. */
async function summary(name: string, bytes: Uint8Array): Promise<unknown> {
  try {
    const { format, encoding, bom, text, damage, blocks } = await read(name, bytes, {})
    const common = { format, encoding, bom, characters: text.length, damage }
    const told = blocks.map(({ start, end, hint }) => ({ text: text.slice(start, end), ...(hint && { hint }) }))
    if (format !== 'txt') return { ...common, blocks: told }
    return { ...common, blockCount: blocks.length, head: text.slice(0, 30), tail: text.slice(-12) }
  } catch (error) {
    return { error: (error as HegaoError).code }
  }
}

describe('fixtures/read', () => {
  for (const name of readdirSync(fixtures)) {
    const folder = join(fixtures, name)
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) as string
    const bytes = readFileSync(join(folder, input))
    it(name, async () => {
      expect(await summary(input, bytes)).toEqual(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
    })
    it(`${name}: pieces are exact, unchanged text gives the same bytes`, async () => {
      const source = await Promise.resolve()
        .then(() => read(input, bytes, {}))
        .catch(() => undefined)
      if (!source) return
      for (const { start, end, from, to } of source.pieces) {
        // A line broken by hand is a line of the text, and not of the document.
        const there = source.document.slice(from, to).replaceAll(LINE_BREAK, '\n')
        if (end - start === to - from) expect(source.text.slice(start, end)).toBe(there)
      }
      if (source.damage.length > 0) expect(await codeOf(() => encode(source, source.document, bytes))).toBe('file-damaged')
      else expect(Buffer.compare(await encode(source, source.document, bytes), bytes)).toBe(0)
    })
  }
})

describe('encodings', () => {
  it.each([
    ['gb18030', 'd6d0', '中'],
    ['gb18030', 'b1a8 b8e6', '报告'],
    // The price of trusting valid UTF-8: these four bytes are 通知 in GBK too.
    ['utf-8', 'cda8 d6aa', '\u0368\u05aa'],
    ['gb18030', 'd2bb a1a2 b9a4 d7f7 bbd8 b9cb', '一、工作回顾'],
    ['gb18030', '8431 9533 d6d0', '中'],
    ['big5', 'a440 a142', '一、'],
    ['big5', 'a475 a740 b3f8 a769', '工作報告'],
    ['utf-16le', 'fffe 2d4e', '中'],
    ['utf-16be', 'feff 4e2d', '中'],
    ['utf-16le', '004e 0130 e55d 5c4f 1a90 e577', '一、工作通知'],
    ['utf-16be', '4e00 3001 5de5 4f5c 901a 77e5', '一、工作通知'],
    ['utf-16le', '4100 4200 4300 4400', 'ABCD'],
    ['utf-8', 'efbbbf e4b8ad', '中'],
  ])('%s %s', (encoding, hex, text) => {
    expect(read('a.txt', bytesOf(hex), {})).toMatchObject({ encoding, text, damage: [] })
  })

  it('keeps a second byte order mark as text', () => {
    expect(read('a.txt', utf8('\uFEFF\uFEFF中'), {})).toMatchObject({ bom: true, text: '\uFEFF中' })
  })

  it('takes the encoding that the user names, by its usual names', () => {
    expect(read('a.txt', bytesOf('d6d0'), { encoding: 'GBK' })).toMatchObject({ encoding: 'gb18030', text: '中' })
    expect(read('a.txt', bytesOf('4e2d'), { encoding: 'utf-16be' })).toMatchObject({ encoding: 'utf-16be', text: '中' })
    // A mark tells more than the user.
    expect(read('a.txt', bytesOf('feff 4e2d'), { encoding: 'utf-16' })).toMatchObject({ encoding: 'utf-16be', text: '中' })
    expect(read('a.txt', utf8('\uFEFF中'), { encoding: 'utf-8' })).toMatchObject({ bom: true, text: '中' })
  })

  it.each([
    ['encoding-unsupported', utf8('中'), 'latin1'],
    ['encoding-unsupported', utf8('中'), '__proto__'],
    ['encoding-mismatch', bytesOf('d6d0 b9fa cda8 d6aa'), 'utf-8'],
    ['encoding-unknown', bytesOf('e9 74 e9 20 ea 74 72 65 20 e0 20 6c 61 20'), undefined],
    ['not-text', bytesOf('00 01 02 03 00 01 02 03 41'), undefined],
    ['not-text', bytesOf('7f454c46 0201 0100 ff fe 80 80 00 00 9c ff ff'), undefined],
  ] as const)('%s', async (code, bytes, encoding) => {
    expect(await codeOf(() => read('a.txt', bytes, encoding ? { encoding } : {}))).toBe(code)
  })

  it('tells damage by kind and place', () => {
    const place = (bytes: Buffer): unknown => (read('a.txt', bytes, {}) as Source).damage
    const report = utf8('同志们，全区组织工作会议今天召开。'.repeat(20))
    expect(place(Buffer.concat([report, Buffer.of(0xff), report]))).toEqual([{ kind: 'undecodable', offset: 340, length: 1 }])
    expect(place(utf8('同志们\0\0，全区工作'))).toEqual([{ kind: 'control', offset: 3, length: 2 }])
    const half = Buffer.from(`\uFEFF${'同志们'.repeat(50)}\uD800。`, 'utf16le')
    expect(place(half)).toEqual([{ kind: 'lone-surrogate', offset: 150, length: 1 }])
    expect(place(utf8('一\t二\v三\f四\r\n'))).toEqual([])
  })
})

describe('encode', () => {
  const gbk = bytesOf('d6d0 0d0a b9fa 0a')

  it.each([
    ['gb18030', gbk, 'd6d0 0d0a c8cb c3f1 0a'],
    ['big5', bytesOf('a4a4 0d0a b0ea 0a'), 'a4a4 0d0a a448 a5c1 0a'],
  ])('%s: changed lines are written in it, line ends stay', async (encoding, bytes, hex) => {
    const source = read('a.txt', bytes, { encoding }) as Source
    const changed = source.document.replace(/[国國]/, '人民')
    expect(Buffer.from(await encode(source, changed, bytes))).toEqual(bytesOf(hex))
  })

  it('keeps the mark of UTF-16', async () => {
    const bytes = bytesOf('feff 4e2d')
    const source = read('a.txt', bytes, {}) as Source
    expect(Buffer.from(await encode(source, '国', bytes))).toEqual(bytesOf('feff 56fd'))
  })

  it('keeps the bytes of a character that can be written in two ways, where its line did not change', async () => {
    // A3A0 and A1A1 are both U+3000.
    const bytes = bytesOf('a3a0 d6d0 0a b9fa')
    const source = read('a.txt', bytes, { encoding: 'gbk' }) as Source
    expect(Buffer.from(await encode(source, '　中\n人', bytes))).toEqual(bytesOf('a3a0 d6d0 0a c8cb'))
  })

  it('refuses what the encoding cannot hold', async () => {
    const big5 = read('a.txt', bytesOf('a440 a142'), { encoding: 'big5' }) as Source
    expect(await codeOf(() => encode(big5, '一、国', bytesOf('a440 a142')))).toBe('write-not-encodable')
    const plain = read('a.txt', utf8('中'), {}) as Source
    expect(await codeOf(() => encode(plain, '中\uD800', utf8('中')))).toBe('write-not-encodable')
  })

  it('writes in four bytes what GBK does not have', async () => {
    const bytes = await encode(read('a.txt', gbk, {}) as Source, '㐂', gbk)
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe('㐂')
    expect(bytes).toHaveLength(4)
  })
})

describe('formats', () => {
  const ole = 'd0cf11e0 a1b11ae1'
  it.each([
    ['Excel 表格 .xlsx', Buffer.from('PK\x03\x04 [Content_Types].xml xl/workbook.xml word/', 'latin1')],
    ['压缩文件 .zip', Buffer.from('PK\x03\x04 a.txt', 'latin1')],
    ['Excel 97—2003 表格 .xls', Buffer.concat([bytesOf(ole), Buffer.from('Workbook', 'utf16le')])],
    ['XML 文件', utf8('<?xml version="1.0"?>\n<tmx>')],
    ['Word 2003 XML 文档', utf8('<?xml version="1.0"?><w:wordDocument>')],
  ])('%s is refused by its content', async (kind, bytes) => {
    const error = await Promise.resolve()
      .then(() => read('报告.txt', bytes, {}))
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'format-unsupported', data: { kind } })
  })

  it('a document behind a password says so', async () => {
    const bytes = Buffer.concat([bytesOf(ole), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await codeOf(() => read('报告.docx', bytes, {}))).toBe('file-encrypted')
  })

  it('a name only decides between text and Markdown', async () => {
    const text = utf8('# 标题\n正文讲到 %PDF- 和 <html> 也是正文')
    expect(read('a.docx', text, {})).toMatchObject({ format: 'txt' })
    expect(read('<stdin>', text, {})).toMatchObject({ format: 'txt' })
    expect(await read('A.MD', text, {})).toMatchObject({ format: 'md' })
    expect(await read('a.markdown', text, {})).toMatchObject({ format: 'md' })
  })
})

describe('txt', () => {
  it('takes a line for a paragraph, with its indent, without its line end', () => {
    const source = read('a.txt', utf8('　　一\n\n \u3000\n二 \r\n三\r\r\n四\r五'), {}) as Source
    expect(textsOf(source)).toEqual(['　　一', '二 ', '三', '四', '五'])
    expect(source.document).toBe(source.text)
  })
})

describe('md', () => {
  const md = async (text: string): Promise<Source> => read('a.md', utf8(text), {})

  it.each([
    ['keeps the numbers of ordered lists', '1. 坚持\n2. 加强\n   1) 再加强', ['1. 坚持', '2. 加强', '1) 再加强']],
    ['keeps numbers without words', '1. 坚持\n\n2.\n', ['1. 坚持', '2.']],
    ['drops bullets', '- 甲\n* 乙\n+ 丙', ['甲', '乙', '丙']],
    [
      'keeps escapes, references, links, code',
      '\\*甲\\* &amp;&#20013; [乙](x) `丙` <http://a.b/\\*c>',
      ['*甲* &中 乙 丙 http://a.b/\\*c'],
    ],
    ['drops images, tags and comments', '甲![乙](a.png)<b>丙</b><!-- 丁 -->戊\n\n<div>己</div>', ['甲丙戊']],
    ['drops front matter', '---\ntitle: 甲\n---\n乙', ['乙']],
    ['but not a report between rules', '---\n各位代表：请审议\n\n---\n乙', ['各位代表：请审议', '乙']],
    ['drops fenced code', '```\n甲\n```\n\n乙', ['乙']],
    ['keeps the number before an indented paragraph', '1.     甲', ['1. 甲']],
    ['drops indented code without Han', '甲\n\n    let a = 1\n\n乙', ['甲', '乙']],
    ['takes indented Chinese for paragraphs', '甲\n\n    乙乙\n    丙丙\n', ['甲', '乙乙', '丙丙']],
    ['divides at hard breaks and <br>', '甲甲  \n乙乙\\\n丙丙<br>丁丁', ['甲甲', '乙乙', '丙丙', '丁丁']],
    ['takes a rule under a paragraph for a rule', '甲完成了。\n---\n乙', ['甲完成了。', '乙']],
    ['reads NUL as it stands', '甲\0乙丙丁戊', ['甲\0乙丙丁戊']],
  ])('%s', async (_, text, expected) => {
    expect(textsOf(await md(text))).toEqual(expected)
  })

  it('joins wrapped lines by one line feed, and divides where a paragraph begins', async () => {
    const wrapped = '全区共有基层党组织三百多个其中机关支部一百二十个村社支部一百八十个党员一万'
    expect(textsOf(await md(`${wrapped}\n多名。`))).toEqual([`${wrapped}\n多名。`])
    expect(textsOf(await md(`${wrapped}。\n多名。`))).toHaveLength(2)
    expect(textsOf(await md(`${wrapped}\n二是多名。`))).toHaveLength(2)
    expect(textsOf(await md(`${wrapped}，\n二是多名。`))).toHaveLength(1)
    expect(textsOf(await md(`${wrapped}\n**多名**。`))).toHaveLength(1)
    expect(textsOf(await md(`${wrapped}\n  多名。`))).toHaveLength(2)
    expect(textsOf(await md(`${wrapped}\r\n多名。`))).toEqual([`${wrapped}\n多名。`])
  })

  it('finds places through markup', async () => {
    const source = await md('# **甲**乙 #\n\n1. 丙&amp;丁\\*戊')
    const place = (value: string): unknown => {
      const start = source.text.indexOf(value)
      const at = locate(source, { start, end: start + value.length })
      return source.document.slice(at.start.offset, at.end.offset)
    }
    expect(source.blocks[0]?.hint).toEqual({ heading: 1 })
    expect(place('乙')).toBe('乙')
    expect(place('甲乙')).toBe('甲**乙')
    expect(place('&')).toBe('&amp;')
    expect(place('丁*戊')).toBe('丁\\*戊')
    expect(place('1.')).toBe('1.')
  })

  it('gives the same paragraphs as .txt for a report without markup', async () => {
    const bytes = readFileSync(join(fixtures, 'utf8-bom/input.txt'))
    const trimmed = (source: Source): string[] => textsOf(source).map((text) => text.trim())
    expect(trimmed(await read('a.md', bytes, {}))).toEqual(trimmed(await read('a.txt', bytes, {})))
  })

  it.each([
    ['quotes', '>'.repeat(50_000)],
    ['lists', '1. '.repeat(20_000)],
    ['emphasis', '*a_'.repeat(20_000)],
    ['references', '[x][y]'.repeat(20_000)],
    ['paragraphs', '甲\n'.repeat(100_001)],
  ])('reads line by line what would keep the parser busy: %s', async (_, text) => {
    const started = computed()
    expect(await md(text)).toMatchObject({ format: 'md', pieces: [] })
    expect(computed() - started).toBeLessThan(1000)
  })
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-read-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const inside = (name: string): string => join(folder, name)
  const isPosix = process.platform !== 'win32'

  it('reads bytes', () => {
    writeFileSync(inside('a'), '中')
    expect(Buffer.from(readFile(inside('a'))).toString()).toBe('中')
    writeFileSync(inside('empty'), '')
    expect(readFile(inside('empty'))).toHaveLength(0)
  })

  it.runIf(process.platform === 'linux')('reads kernel files, whose size is 0', () => {
    expect(readFile('/proc/self/status').length).toBeGreaterThan(0)
  })

  it('tells what it cannot read', async () => {
    mkdirSync(inside('folder'))
    expect(await codeOf(() => readFile(inside('none')))).toBe('file-not-found')
    expect(await codeOf(() => readFile(''))).toBe('file-not-found')
    expect(await codeOf(() => readFile(inside('folder')))).toBe('not-a-file')
    expect(await codeOf(() => readFile('a\0b'))).toBe('file-unreadable')
    expect(await codeOf(() => readFile(inside('x'.repeat(300))))).toMatch(/^file-(?:unreadable|not-found)$/)
    writeFileSync(inside('large'), '')
    truncateSync(inside('large'), SIZE_LIMIT + 1)
    expect(await codeOf(() => readFile(inside('large')))).toBe('file-too-large')
  })

  it.runIf(isPosix)('does not wait for pipes, devices and sockets', async () => {
    execFileSync('mkfifo', [inside('pipe')])
    expect(await codeOf(() => readFile(inside('pipe')))).toBe('not-a-file')
    expect(await codeOf(() => readFile('/dev/zero'))).toBe('not-a-file')
    const server = createServer().listen(inside('socket'))
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await codeOf(() => readFile(inside('socket')))).toBe('not-a-file')
    server.close()
  })

  it('reads standard input to its end, up to the limit', async () => {
    const from = (path: string): Uint8Array => {
      const descriptor = openSync(path, 'r')
      try {
        return readStdin(descriptor)
      } finally {
        closeSync(descriptor)
      }
    }
    writeFileSync(inside('input'), '工作'.repeat(20_000))
    expect(from(inside('input'))).toHaveLength(120_000)
    expect(await codeOf(() => from(inside('large')))).toBe('file-too-large')
    if (isPosix) expect(await codeOf(() => from(folder))).toBe('not-a-file')
  })
})
