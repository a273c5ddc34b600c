/** Word 97–2003 documents: what they say, that they equal the .docx they came from, and that nothing in a file can harm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { parse } from '../src/parse/index.ts'
import { Damaged } from '../src/read/doc/bytes.ts'
import { fieldMarks } from '../src/read/doc/fields.ts'
import { readDoc } from '../src/read/doc/index.ts'
import { readLists } from '../src/read/doc/lists.ts'
import { characterProperties, paragraphProperties } from '../src/read/doc/modifiers.ts'
import { openCompoundFile } from '../src/read/doc/ole.ts'
import { readText } from '../src/read/doc/pieces.ts'
import { readStyles } from '../src/read/doc/styles.ts'
import { read } from '../src/read/index.ts'
import { createCounters } from '../src/read/numbering.ts'
import type { Source } from '../src/source.ts'
import { computed } from './support/clock.ts'
import { compoundFile, type Entry } from './support/compound-file.ts'
import { fuzzed, granted, outcome, randomBytes } from './support/mutants.ts'
import { treeText } from './support/tree-text.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/read', name))
const numbered = fixture('doc-numbered/input.doc')
const kitchen = fixture('doc-kitchen/input.doc')

const told = ({ text, blocks }: Source): unknown[] =>
  blocks.map(({ start, end, hint }) => (hint ? [text.slice(start, end), hint] : text.slice(start, end)))

async function failureOf(action: () => unknown): Promise<HegaoError | undefined> {
  try {
    await action()
  } catch (error) {
    if (error instanceof HegaoError) return error
    throw error
  }
  return undefined
}

/** The streams of a document, to be put together again with changes. */
function streamsOf(bytes: Uint8Array): Record<string, Buffer> {
  const file = openCompoundFile(bytes)
  return Object.fromEntries(
    ['WordDocument', '1Table', 'Data'].map((name) => [name, Buffer.from(file.stream(name) ?? new Uint8Array(0))]),
  )
}

const entriesOf = (streams: Record<string, Uint8Array>): Entry[] =>
  Object.entries(streams).map(([name, bytes]) => ({ name, bytes }))

/** `numbered` with bytes of its header written over. */
function withHeader(at: number, value: number): Buffer {
  const streams = streamsOf(numbered)
  streams.WordDocument?.writeUInt16LE(value, at)
  return compoundFile(entriesOf(streams))
}

const u16 = (...values: number[]): Buffer => Buffer.from(new Uint16Array(values).buffer)
const u32 = (...values: number[]): Buffer => Buffer.from(new Uint32Array(values).buffer)

describe('a report', () => {
  it('has the tree of the same report as .docx', async () => {
    const docx = await read('a.docx', fixture('docx-numbered/input.docx'), {})
    expect(treeText(parse(readDoc('a.doc', numbered)))).toBe(treeText(parse(docx)))
  })

  it('is the same however the compound file lies on the disk', () => {
    expect(told(readDoc('a.doc', compoundFile(entriesOf(streamsOf(kitchen)))))).toEqual(told(readDoc('a.doc', kitchen)))
  })

  it('is called wps by its name only', () => {
    expect(readDoc('a.WPS', numbered).format).toBe('wps')
    expect(readDoc('a.doc', numbered).format).toBe('doc')
    expect(readDoc('<stdin>', numbered).format).toBe('doc')
  })
})

describe('compound files', () => {
  const word = { name: 'WordDocument', bytes: Buffer.from('x') }
  it.each([
    ['a workbook', [{ name: 'Workbook', bytes: Buffer.from('x') }], 'format-unsupported', 'Excel 97—2003 表格 .xls'],
    ['Microsoft Works', [{ name: 'CONTENTS', bytes: Buffer.from('x') }], 'format-unsupported', 'Microsoft Works 文档 .wps'],
    ['something else', [{ name: 'x', bytes: Buffer.from('x') }], 'format-unsupported', '旧版 Office 文件'],
    // A sheet with a document in it is a sheet.
    [
      'a document inside',
      [
        { name: 'Workbook', bytes: Buffer.from('x') },
        { name: 'MBD', inside: [word] },
      ],
      'format-unsupported',
      'Excel 97—2003 表格 .xls',
    ],
    ['a package behind a password', [{ name: 'EncryptedPackage', bytes: Buffer.from('x') }], 'file-encrypted', undefined],
    ['a document behind a password', undefined, 'file-encrypted', undefined],
    ['a document without text', [word], 'format-damaged', 'Word 文档 .doc/.wps'],
  ] as const)('%s', async (_, entries, code, kind) => {
    const bytes = entries ? compoundFile(entries) : withHeader(0x0a, 0x1300)
    const error = await failureOf(() => read('a.doc', bytes, {}))
    expect(error?.code).toBe(code)
    expect(error?.data.kind).toBe(kind)
  })

  it('with a sheet in the document are documents, whatever stands first', async () => {
    const sheet = { name: 'ObjectPool', inside: [{ name: 'Workbook', bytes: Buffer.from('x') }, word] }
    const source = await read('a.doc', compoundFile([sheet, ...entriesOf(streamsOf(numbered))]), {})
    expect(source.blocks).toHaveLength(38)
  })

  it('that are cut off are damaged, and not unknown', async () => {
    expect(await failureOf(() => read('a.doc', numbered.subarray(0, 9000), {}))).toMatchObject({ code: 'format-damaged' })
  })

  it('of Word 95 and before are too old', async () => {
    expect(await failureOf(() => read('a.doc', withHeader(2, 0x68), {}))).toMatchObject({ code: 'format-too-old' })
    expect(await failureOf(() => read('a.doc', withHeader(0, 0xa5dc), {}))).toMatchObject({ code: 'format-too-old' })
  })

  it('in small pieces: the stream of small streams', () => {
    // What the fixture has: its tables are smaller than 4,096 bytes or not, the text is read all the same.
    expect(openCompoundFile(numbered).names).toContain('WordDocument')
    expect(openCompoundFile(numbered).stream('worddocument')?.length).toBeGreaterThan(512)
    expect(openCompoundFile(numbered).stream('nothing')).toBeUndefined()
  })
})

describe('the text', () => {
  /** A table of pieces: [characters, offset, width, prm]; modifiers before it. */
  function clx(pieces: readonly (readonly [number, number, 1 | 2, number])[], modifiers: readonly Buffer[] = []): Buffer {
    let end = 0
    const ends = [0, ...pieces.map(([count]) => (end += count))]
    const rows = pieces.map(([, at, width, prm]) =>
      Buffer.concat([u16(0), u32(width === 1 ? (at * 2) | 0x40000000 : at), u16(prm)]),
    )
    const table = Buffer.concat([u32(...ends), ...rows])
    const before = modifiers.map((each) => Buffer.concat([Buffer.from([1]), u16(each.length), each]))
    return Buffer.concat([...before, Buffer.from([2]), u32(table.length), table])
  }

  it('is put together from pieces, in old characters and new', () => {
    const main = Buffer.concat([Buffer.from([0x93, 0x41, 0x94, 0x85]), Buffer.from('工作', 'utf16le')])
    const { text, pieces } = readText(
      main,
      clx([
        [2, 4, 2, 0],
        [4, 0, 1, 0],
      ]),
    )
    expect(text).toBe('工作“A”…')
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 6],
    ])
  })

  it('may change as a whole piece', () => {
    const main = Buffer.from('abcd')
    const { pieces } = readText(
      main,
      clx(
        [
          [1, 0, 1, (0x41 << 1) | (1 << 8)],
          [1, 1, 1, 1],
          [1, 2, 1, 3],
        ],
        [Buffer.from([0x3c, 0x08, 1])],
      ),
    )
    expect(pieces.map(({ modifiers }) => characterProperties(modifiers))).toEqual([{ isDeleted: true }, { hidden: 1 }, {}])
  })

  it.each([
    ['more characters than bytes', clx([[5, 0, 1, 0]])],
    ['pieces outside', clx([[2, 3, 1, 0]])],
    ['no table', Buffer.from([3])],
    ['modifiers without end', Buffer.concat([Buffer.from([1]), u16(900)])],
  ])('is damaged: %s', (_, table) => {
    expect(() => readText(Buffer.from('abcd'), table)).toThrow(Damaged)
  })
})

describe('modifiers', () => {
  it('are passed over by their length', () => {
    const modifiers = Buffer.concat([
      // Of one byte, two, four, three, of a length of their own, of two bytes of length, and of tab stops.
      ...[u16(0x2403), Buffer.from([1]), u16(0x840f), u16(720), u16(0x6412), u32(0), u16(0xc60d), Buffer.from([2, 0, 0])],
      ...[u16(0xd608), u16(4), Buffer.from([1, 2, 3]), u16(0xc615), Buffer.from([255, 1, 0, 0, 0, 0, 1, 0, 0, 0])],
      ...[u16(0x2640), Buffer.from([2]), u16(0x460b), u16(3), u16(0x260a), Buffer.from([1])],
    ])
    expect(paragraphProperties(modifiers)).toEqual({ outline: 2, list: 3, level: 1 })
  })

  it('that are cut off say nothing', () => {
    expect(paragraphProperties(Buffer.concat([u16(0x2640), Buffer.from([2]), u16(0x460b), Buffer.from([3])]))).toEqual({
      outline: 2,
    })
  })

  it.each([
    [0, { list: 0 }],
    [0xf801, { list: 0 }],
    [5, { list: 5 }],
    [0xfffb, { list: 5 }],
  ])('list %i', (value, properties) => {
    expect(paragraphProperties(Buffer.concat([u16(0x460b), u16(value)]))).toEqual(properties)
  })

  it.each([
    [0, 0],
    [1, 1],
    [0x80, 0x80],
    [0x81, 0x81],
    [7, 1],
  ])('hidden %i', (value, hidden) => {
    expect(characterProperties(Buffer.concat([u16(0x083c), Buffer.from([value])]))).toEqual({ hidden })
  })
})

describe('fields', () => {
  const shown = (text: string): string => {
    const fields = fieldMarks(text)
    return [...text]
      .map((letter, at) => {
        const value = fields.pass(at) ?? letter
        return fields.isInCode ? '' : value
      })
      .join('')
  }
  it.each([
    ['a\x13 HYPERLINK "x" \x14b\x15c', 'abc'],
    ['a\x13 IF \x13 PAGE \x149\x15 = 1 \x14b\x15c', 'abc'],
    ['a\x13 XE "b" \x15c', 'ac'],
    // What never ends is no field: the rest of the report must not vanish with it.
    ['a\x13 b', 'a\x13 b'],
    ['a\x13 x \x13 PAGE \x14b\x15c', 'a\x13 x bc'],
    ['a\x14b\x15c', 'a\x14b\x15c'],
    ['\x13 EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hé),核)\x15稿', '核稿'],
    ['\x13 SYMBOL 252 \\f "Wingdings" \x15', '\uFFFC'],
  ])('%j', (text, result) => {
    expect(shown(text)).toBe(result)
  })
})

describe('styles', () => {
  /** One style: sti, kind, base, modifiers of paragraphs. */
  function style(builtIn: number, base: number, modifiers: Buffer): Buffer {
    const property = Buffer.concat([u16(modifiers.length + 2), u16(0), modifiers])
    const padded = Buffer.concat([property, Buffer.alloc(property.length & 1)])
    const std = Buffer.concat([u16(builtIn, (base << 4) | 1, 2, 0, 0), u16(1), u16(0x61, 0), padded, u16(0)])
    return Buffer.concat([u16(std.length), std])
  }
  const sheet = (...styles: Buffer[]): Buffer => Buffer.concat([u16(4, styles.length, 10), ...styles])
  const outline = (level: number): Buffer => Buffer.concat([u16(0x2640), Buffer.from([level])])

  it('take over what they are based on', () => {
    const styles = readStyles(
      sheet(
        style(0, 0xfff, Buffer.alloc(0)),
        style(1, 0, outline(0)),
        style(0xffe, 1, Buffer.alloc(0)),
        style(3, 0, Buffer.alloc(0)),
      ),
    )
    expect(styles.map((each) => each?.paragraph.outline)).toEqual([undefined, 0, 0, 2])
  })

  it('in a circle are based on none', () => {
    const styles = readStyles(sheet(style(0xffe, 1, Buffer.alloc(0)), style(0xffe, 0, outline(4)), style(0xffe, 2, outline(5))))
    expect(styles.map((each) => each?.paragraph.outline)).toEqual([4, 4, 5])
  })
})

describe('lists', () => {
  const level = (code: number, text: string, { start = 1, flags = 0, restart = 0 } = {}): Buffer => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(start, 0)
    head.writeUInt8(code, 4)
    head.writeUInt8(flags, 5)
    head.writeUInt8(restart, 26)
    return Buffer.concat([head, u16(text.length), Buffer.from(text, 'utf16le')])
  }
  const list = (id: number, isSimple: boolean, styles: readonly number[] = []): Buffer => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(id, 0)
    for (let index = 0; index < 9; index++) head.writeUInt16LE(styles[index] ?? 0xfff, 8 + index * 2)
    head.writeUInt8(isSimple ? 1 : 0, 26)
    return head
  }
  const instance = (id: number, levels = 0): Buffer => {
    const head = Buffer.alloc(16)
    head.writeInt32LE(id, 0)
    head.writeUInt8(levels, 12)
    return head
  }

  /** Labels of paragraphs [instance, level] of a document with these lists. */
  function labels(
    lists: Buffer[],
    levels: Buffer[],
    instances: Buffer[],
    data: Buffer[],
    paragraphs: readonly (readonly [number, number])[],
  ) {
    const first = Buffer.concat([u16(lists.length), ...lists])
    const second = Buffer.concat([u32(instances.length), ...instances, ...data])
    const table = Buffer.concat([first, ...levels, second])
    const at = first.length + Buffer.concat(levels).length
    const found = readLists(table, { at: 0, length: first.length }, { at, length: second.length })
    const counters = createCounters(found.lists, found.instances)
    return { found, labels: paragraphs.map(([id, depth]) => counters.next(String(id), depth)) }
  }

  it.each([
    [0, '1.'],
    [1, 'I.'],
    [10, '一.'],
    [14, '１.'],
    [18, '①.'],
    [22, '01.'],
    [23, undefined],
    [26, '⒈.'],
    [27, '⑴.'],
    [28, '①.'],
    [29, '㈠.'],
    [30, '甲.'],
    [31, '子.'],
    [34, '壹.'],
    [37, '一.'],
    [38, '壹.'],
    [39, '一.'],
    [57, '- 1 -.'],
    [62, '001.'],
    [63, '0001.'],
    [255, '.'],
    [200, '1.'],
  ])('number format %i', (code, label) => {
    const { labels: all } = labels([list(7, true)], [level(code, '\0.')], [instance(7)], [u32(0xffffffff)], [[1, 0]])
    expect(all).toEqual([label])
  })

  it('count on through instances, start anew where an instance says so, and know the levels of styles', () => {
    const nine = [
      level(39, '\0、'),
      level(39, '（\x01）'),
      level(0, '\0.\x01.\x02', { flags: 4 }),
      level(0, '第\x03条', { flags: 8 }),
    ]
    const rest = Array.from({ length: 5 }, () => level(255, ''))
    const override = Buffer.concat([u32(0xffffffff), u32(5), u32(0x10)])
    const { found, labels: all } = labels(
      [list(7, false, [11, 12])],
      [...nine, ...rest],
      [instance(7), instance(7), instance(7, 1)],
      [u32(0xffffffff), u32(0xffffffff), override],
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
        [2, 0],
        [2, 3],
        [1, 1],
        [3, 0],
        [3, 0],
        [9, 0],
      ],
    )
    expect(all).toEqual(['一、', '（一）', '1.1.1', '第1条', '二、', '第2条', '（一）', '五、', '六、', undefined])
    expect([
      found.levelOfStyle(1, 12),
      found.levelOfStyle(1, 13),
      found.levelOfStyle(1, 0xfff),
      found.levelOfStyle(9, 12),
    ]).toEqual([1, undefined, undefined, undefined])
  })
})

describe('hostile files', () => {
  /** Offsets in the header of a compound file, and what stands there instead. */
  const changed = (at: number, value: number): Buffer => {
    const bytes = Buffer.from(numbered)
    bytes.writeUInt32LE(value, at)
    return bytes
  }
  const tableAt = 512 + numbered.readUInt32LE(0x4c) * 512
  const directoryAt = 512 + numbered.readUInt32LE(0x30) * 512
  const circle = (): Buffer => {
    const bytes = Buffer.from(numbered)
    for (let sector = 0; sector < 100; sector++) bytes.writeUInt32LE(sector, tableAt + sector * 4)
    return bytes
  }
  const entriesInACircle = (): Buffer => {
    const bytes = Buffer.from(numbered)
    for (let entry = 1; entry < 4; entry++) {
      bytes.writeUInt32LE(1, directoryAt + entry * 128 + 0x44)
      bytes.writeUInt32LE(2, directoryAt + entry * 128 + 0x48)
    }
    return bytes
  }

  it.each([
    ['sectors in a circle', circle()],
    ['names in a circle', entriesInACircle()],
    ['a table of tables in a circle', changed(0x44, 0)],
    ['a directory outside', changed(0x30, 0x7fffffff)],
    ['a table outside', changed(0x4c, 0x7fffffff)],
    ['sectors of any size', changed(0x1e, 31)],
    ['the signature alone', numbered.subarray(0, 8)],
    ['the header alone', numbered.subarray(0, 512)],
    ['half of it', numbered.subarray(0, numbered.length >> 1)],
    ['a stream larger than the file', changed(directoryAt + 128 + 0x78, 0x7fffffff)],
  ])('%s', (_, bytes) => {
    expect(outcome(() => readDoc('a.doc', bytes))).toMatch(/^(?:format-damaged|read)$/)
  })

  it('that are cut off are refused, or have all their text', () => {
    const whole = readDoc('a.doc', numbered).text
    const outcomes = new Set<string>()
    for (let length = 0; length < numbered.length; length += 97) {
      const read = (): Source => readDoc('a.doc', numbered.subarray(0, length))
      const code = outcome(read)
      outcomes.add(code)
      if (code === 'read') expect(read().text).toBe(whole)
    }
    expect(outcomes).toContain('format-damaged')
    expect([...outcomes].filter((code) => code !== 'format-damaged' && code !== 'read')).toEqual([])
  })

  it('cost no more than their size: ten megabytes', () => {
    const streams = streamsOf(numbered)
    const main = streams.WordDocument as Buffer
    const large = compoundFile(entriesOf({ ...streams, WordDocument: Buffer.concat([main, Buffer.alloc(10_000_000)]) }))
    const start = computed()
    expect(readDoc('a.doc', large).blocks).toHaveLength(38)
    expect(computed() - start).toBeLessThan(10_000)
  })

  it(
    'are read or refused with a code, whatever bytes are changed',
    () => {
      const samples = [numbered, kitchen]
      const streams = samples.map(streamsOf)
      const seen = fuzzed(
        (random) => {
          if (random() < 0.3) return randomBytes(random, samples)
          // Inside the streams, where the reader of documents looks.
          const all = streams[Math.floor(random() * streams.length)] as Record<string, Buffer>
          const name = random() < 0.5 ? '1Table' : 'WordDocument'
          return compoundFile(entriesOf({ ...all, [name]: randomBytes(random, [all[name] as Buffer]) }))
        },
        (bytes) => readDoc('a.doc', bytes),
      )
      expect(seen.get('read') ?? 0).toBeGreaterThan(10)
      expect(seen.get('format-damaged') ?? 0).toBeGreaterThan(10)
    },
    granted,
  )
})
