import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { copyZip, openZip, zipLimits } from '../src/read/zip.ts'
import { zipOf } from './support/word.ts'

const open = (bytes: Uint8Array): ReturnType<typeof openZip> => openZip('a.docx', 'zip', bytes)

/** Opens and reads all. */
function codeOf(bytes: Uint8Array): string | undefined {
  try {
    const archive = open(bytes)
    for (const entry of archive.entries) archive.read(entry)
  } catch (error) {
    if (error instanceof HegaoError) return error.code
    throw error
  }
  return undefined
}

const sample = zipOf({ 'a.xml': '<a/>', 'word/b.xml': '<b>文字</b>'.repeat(50), 'media/图.png': Buffer.from([1, 2, 3]) })

/** Where the directory's record, or the local header, of the entry `name` begins. */
const recordOf = (bytes: Buffer, name: string): number => bytes.lastIndexOf(name) - 46
const localOf = (bytes: Buffer, name: string): number => bytes.indexOf(name) - 30

function patched(bytes: Buffer, patch: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  patch(copy)
  return copy
}

describe('openZip', () => {
  it('reads entries by name, whatever the letter case', () => {
    const archive = open(sample)
    const entry = archive.find('WORD/B.xml')
    expect(entry?.name).toBe('word/b.xml')
    expect(entry && Buffer.from(archive.read(entry)).toString()).toBe('<b>文字</b>'.repeat(50))
    expect(archive.find('word/c.xml')).toBeUndefined()
  })

  it('takes what transfers add behind the end, and the slashes of old producers', () => {
    expect(codeOf(Buffer.concat([sample, Buffer.from('\r\n\0\0')]))).toBeUndefined()
    expect(open(zipOf({ 'word\\c.xml': '<c/>' })).find('word/c.xml')).toBeDefined()
  })

  it.each([
    ['cut in half', 'format-damaged', sample.subarray(0, sample.length / 2)],
    ['empty', 'format-damaged', Buffer.alloc(0)],
    ['without its end', 'format-damaged', sample.subarray(0, -22)],
    [
      'a name twice',
      'format-damaged',
      patched(zipOf({ 'a.xml': '', 'b.xml': '' }), (copy) => copy.write('a', copy.lastIndexOf('b.xml'))),
    ],
    ['a name that leads out', 'format-damaged', zipOf({ '../a.xml': '' })],
    ['a name that begins at the root', 'format-damaged', zipOf({ '/etc/a.xml': '' })],
    ['a password', 'file-encrypted', patched(sample, (copy) => copy.writeUInt16LE(1, recordOf(copy, 'a.xml') + 8))],
    ['an unknown method', 'format-damaged', patched(sample, (copy) => copy.writeUInt16LE(9, recordOf(copy, 'a.xml') + 10))],
    [
      'another method in the header',
      'format-damaged',
      patched(sample, (copy) => copy.writeUInt16LE(0, localOf(copy, 'a.xml') + 8)),
    ],
    ['another name in the header', 'format-damaged', patched(sample, (copy) => copy.write('x', localOf(copy, 'a.xml') + 30))],
    ['another checksum', 'format-damaged', patched(sample, (copy) => copy.writeUInt32LE(7, recordOf(copy, 'a.xml') + 16))],
    [
      'a size that is too small',
      'format-damaged',
      patched(sample, (copy) => copy.writeUInt32LE(2, recordOf(copy, 'a.xml') + 24)),
    ],
    [
      'a size that is too large',
      'format-damaged',
      patched(sample, (copy) => copy.writeUInt32LE(9999, recordOf(copy, 'a.xml') + 24)),
    ],
    [
      'a size beyond all',
      'file-too-complex',
      patched(sample, (copy) => copy.writeUInt32LE(0x7fffffff, recordOf(copy, 'a.xml') + 24)),
    ],
    [
      'entries that overlap',
      'format-damaged',
      patched(sample, (copy) => copy.writeUInt32LE(0, recordOf(copy, 'word/b.xml') + 42)),
    ],
    [
      'an entry behind the end',
      'format-damaged',
      patched(sample, (copy) => copy.writeUInt32LE(0xfffffff0, recordOf(copy, 'a.xml') + 42)),
    ],
    ['a directory elsewhere', 'format-damaged', patched(sample, (copy) => copy.writeUInt32LE(1, copy.length - 6))],
    [
      'too many entries',
      'file-too-complex',
      zipOf(Object.fromEntries(Array.from({ length: zipLimits.entries + 1 }, (_, n) => [`${n}.xml`, '']))),
    ],
    ['a bomb', 'file-too-complex', zipOf({ 'a.xml': Buffer.alloc(32 * 1024 * 1024) })],
  ])('refuses %s', (_, code, bytes) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('refuses many entries that are too much together', () => {
    // Each is packed well, but no more than texts are.
    const part = Buffer.from(
      Array.from({ length: 60_000 }, (_, n) => `${(n * 2654435761) % 4294967296}${' '.repeat(900)}`).join(''),
    )
    const bytes = zipOf(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`${n}.xml`, part])))
    expect(part.length * 6).toBeGreaterThan(zipLimits.total)
    expect(part.length).toBeLessThan(zipLimits.entry)
    expect(part.length / deflateRawSync(part).length).toBeLessThan(zipLimits.ratio)
    expect(codeOf(bytes)).toBe('file-too-complex')
  })

  it('gives every byte changed or cut a code', () => {
    for (let at = 0; at < sample.length; at++) {
      codeOf(patched(sample, (copy) => copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at)))
      codeOf(sample.subarray(0, at))
    }
  })
})

describe('copyZip', () => {
  const archive = open(sample)
  const copy = copyZip(
    archive,
    new Map([
      ['word/b.xml', Buffer.from('<b>新</b>')],
      ['word/new.xml', Buffer.from('<n/>')],
    ]),
  )

  it('replaces and adds, and keeps the order', () => {
    const again = open(copy)
    expect(again.entries.map(({ name }) => name)).toEqual(['a.xml', 'word/b.xml', 'media/图.png', 'word/new.xml'])
    expect(again.entries.map((entry) => Buffer.from(again.read(entry)).toString('latin1'))).toEqual([
      '<a/>',
      Buffer.from('<b>新</b>').toString('latin1'),
      '\x01\x02\x03',
      '<n/>',
    ])
  })

  it('keeps the packed bytes of all others', () => {
    const again = open(copy)
    for (const name of ['a.xml', 'media/图.png']) {
      const [one, other] = [archive.find(name), again.find(name)]
      const data = (bytes: Uint8Array, at: number, size: number): Buffer => {
        const view = Buffer.from(bytes)
        const from = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
        return view.subarray(from, from + size)
      }
      expect(one && other && data(copy, other.at, other.compressedSize)).toEqual(one && data(sample, one.at, one.compressedSize))
    }
  })

  it('gives the same bytes for the same contents', () => {
    expect(copyZip(archive, new Map([['a.xml', Buffer.from('<x/>')]]))).toEqual(
      copyZip(open(sample), new Map([['a.xml', Buffer.from('<x/>')]])),
    )
  })

  it('gives a copy of entries whose sizes stand behind the data', () => {
    const content = Buffer.from('<a>流式</a>')
    const behind = streamed('a.xml', content)
    const again = open(copyZip(open(behind), new Map()))
    expect(again.entries.map((entry) => Buffer.from(again.read(entry)))).toEqual([content])
    expect(again.entries.map(({ flags }) => flags & 8)).toEqual([0])
  })

  it('is a zip to others too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hegao-'))
    try {
      writeFileSync(join(folder, 'a.zip'), copy)
      const { error, status } = spawnSync('unzip', ['-tqq', join(folder, 'a.zip')])
      if (error) console.warn('unzip is not installed: only our own reader was asked')
      else expect(status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** A zip as programs write it that do not know the size beforehand: APPNOTE 4.3.9. */
function streamed(name: string, content: Buffer): Buffer {
  const plain = zipOf({ [name]: content })
  const local = localOf(plain, name)
  const dataFrom = local + 30 + name.length
  const size = plain.readUInt32LE(local + 18)
  const descriptor = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), plain.subarray(local + 14, local + 26)])
  const header = Buffer.from(plain.subarray(local, dataFrom))
  header.writeUInt16LE(8, 6)
  header.fill(0, 14, 26)
  const rest = Buffer.from(plain.subarray(dataFrom + size))
  rest.writeUInt16LE(8, 8)
  rest.writeUInt32LE(rest.readUInt32LE(rest.length - 6) + descriptor.length, rest.length - 6)
  return Buffer.concat([header, plain.subarray(dataFrom, dataFrom + size), descriptor, rest])
}
