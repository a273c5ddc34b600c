/** Our own inflate and deflate against zlib: the same content, the same refusals, whatever the bytes. */
import { crc32, deflateRawSync, deflateSync, constants as zlib } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflate } from '../src/platform/inflate.ts'
import { platform as node } from '../src/platform/node.ts'
import { platform as web } from '../src/platform/web.ts'
import { randomFrom } from './support/mutants.ts'

const random = randomFrom(12)
const below = (limit: number): number => Math.floor(random() * limit)

/** Contents of several kinds: noise, words that repeat, one letter, nothing. */
const contents: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from('一'),
  Buffer.alloc(100_000, 'a'),
  Buffer.from(Array.from({ length: 5000 }, () => below(256))),
  Buffer.from(Array.from({ length: 20_000 }, () => below(4))),
  Buffer.from('<w:p><w:r><w:t>全面贯彻党的二十大精神</w:t></w:r></w:p>'.repeat(700)),
  Buffer.from(Array.from({ length: 3000 }, (_, index) => `${index}是${below(index + 1)}；`).join('')),
]

const strategies = [zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE]

const packedBy = (pack: typeof deflateRawSync): Buffer[] =>
  contents.flatMap((content) =>
    strategies.flatMap((strategy) => [0, 1, 9].map((level) => pack(content, { strategy, level }) as Buffer)),
  )

/** One to four bytes changed, or the end cut off, or something behind it. */
function mutant(packed: Buffer): Buffer {
  const kind = random()
  if (kind < 0.25) return packed.subarray(0, below(packed.length))
  if (kind < 0.3) return Buffer.concat([packed, Buffer.from([below(256), below(256)])])
  const copy = Buffer.from(packed)
  // The beginning holds the codes: that is where most can go wrong.
  const reach = random() < 0.6 ? Math.min(copy.length, 90) : copy.length
  for (let change = 1 + below(4); change > 0; change--) copy[below(reach)] = below(256)
  return copy
}

/** Not `toEqual`, which goes through a hundred thousand bytes one by one, in words. */
function expectSame(bytes: Uint8Array, answers: readonly (Uint8Array | 'too-large' | undefined)[]): void {
  const [one, other] = answers
  const isSame = typeof one === 'object' && typeof other === 'object' ? Buffer.compare(one, other) === 0 : one === other
  if (!isSame) expect.unreachable(`${Buffer.from(bytes).toString('hex')}: ${answers.map((answer) => typeof answer)}`)
}

describe('inflate', () => {
  it('unpacks what zlib packs, by every strategy', () => {
    packedBy(deflateRawSync).forEach((packed, index) => {
      const content = contents[Math.floor(index / 12)] as Buffer
      expectSame(packed, [content, web.inflateRaw(packed, content.length)])
    })
  })

  it('wants exactly the size that is said', () => {
    const packed = deflateRawSync(Buffer.from('一二三四'))
    for (const { inflateRaw } of [node, web]) {
      expect([11, 12, 13].map((size) => inflateRaw(packed, size)?.length)).toEqual([undefined, 12, undefined])
    }
  })

  it('never unpacks more than it may', () => {
    const packed = deflateRawSync(Buffer.alloc(10_000_000))
    expect(inflate(packed, 1000)).toBe('too-large')
    expect(web.inflateRaw(packed, 1000)).toBeUndefined()
  })

  it('answers as zlib does to damaged data', () => {
    const packed = packedBy(deflateRawSync).filter(({ length }) => length < 6000)
    for (let round = 0; round < 6000; round++) {
      const which = below(packed.length)
      const bytes = mutant(packed[which] as Buffer)
      const all = node.inflateZlib(Buffer.concat([Buffer.from([0x78, 0x9c]), bytes]), 300_000)
      const size = typeof all === 'object' ? all.length : 12
      const answers = [node, web].map(({ inflateRaw }) => inflateRaw(bytes, size))
      expectSame(bytes, answers)
    }
  })

  it('answers as zlib does to zlib streams that are cut, damaged or followed by others', () => {
    const packed = packedBy(deflateSync as typeof deflateRawSync).filter(({ length }) => length < 6000)
    for (let round = 0; round < 6000; round++) {
      const bytes = mutant(packed[below(packed.length)] as Buffer)
      const answers = [node, web].map(({ inflateZlib }) => inflateZlib(bytes, 300_000))
      expectSame(bytes, answers)
    }
  })
})

describe('deflate', () => {
  it('packs what zlib unpacks, and nearly as small where words repeat', () => {
    for (const content of contents) {
      const packed = web.deflateRaw(content)
      expectSame(content, [content, node.inflateRaw(packed, content.length)])
      expect(packed.length).toBeLessThan(content.length * 1.13 + 16)
    }
    const [words = Buffer.alloc(0)] = contents.slice(5)
    expect(web.deflateRaw(words).length).toBeLessThan(words.length / 50)
  })

  it('counts as zips do', () => {
    for (const content of contents) expect(web.crc32(content)).toBe(crc32(content))
  })
})

describe('bytes on both platforms', () => {
  const samples = [
    ...contents,
    Buffer.from('全面\ufeff𠮷', 'utf8'),
    Buffer.from([0xff, 0xfe, 0x41, 0xd8]),
    Buffer.from([0xe4, 0xb8]),
  ]
  it.each(['isUtf8', 'isAscii', 'latin1'] as const)('give the same by %s', (name) => {
    for (const bytes of samples) expect(web[name](bytes)).toEqual(node[name](bytes))
  })

  it('give the same text', () => {
    for (const bytes of samples) {
      if (node.isUtf8(bytes)) expect(web.utf8(bytes)).toBe(node.utf8(bytes))
      const even = bytes.subarray(0, bytes.length & ~1)
      expect(web.utf16le(even)).toBe(node.utf16le(even))
    }
  })
})
