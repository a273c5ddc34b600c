/** Our own LZMA decoder against the library that packs the pages: the same content, whatever the bytes; nothing that hangs. */
import { describe, expect, it } from 'vitest'
import { unpackLzma } from '../src/platform/lzma.ts'
import { randomFrom } from './support/mutants.ts'

// By a name that is not looked up: its types are its sources, which our compiler's settings refuse.
const library: string = 'lzma1'
const { compress } = (await import(library)) as { compress(content: Uint8Array, mode: number): Uint8Array }

const bytesOf = (length: number, next: (at: number) => number): Uint8Array => Uint8Array.from({ length }, (_, at) => next(at))

/** Contents that use all that the format has: no match, one distance for long, the four distances in turn, far and near matches. */
function contents(): Uint8Array[] {
  const random = randomFrom(20)
  const below = (limit: number): number => Math.floor(random() * limit)
  const phrase = '坚持以人民为中心的发展思想，'
  const words = Array.from({ length: 40 }, () => bytesOf(3 + below(30), () => below(256)))
  const text = Array.from({ length: 4000 }, () => [...(words[below(words.length)] as Uint8Array)]).flat()
  return [
    new Uint8Array(0),
    bytesOf(1, () => 7),
    bytesOf(70_000, () => below(256)),
    bytesOf(70_000, () => 65),
    bytesOf(5000, (at) => at % 7),
    new TextEncoder().encode(phrase.repeat(300)),
    Uint8Array.from(text),
    bytesOf(300_000, (at) => (at % 4 === 0 ? below(4) : (at >> 9) & 255)),
  ]
}

describe('unpackLzma', () => {
  it.each(contents().map((content, index) => [index, content] as const))('reads what the library packs (%i)', (_, content) => {
    for (const mode of [1, 5, 9] as const) {
      const packed = compress(content, mode)
      expect(Buffer.from(unpackLzma(packed, content.length) ?? []).equals(Buffer.from(content))).toBe(true)
    }
  })

  it('refuses what is cut off or of another size', () => {
    const content = new TextEncoder().encode('一、二、三。'.repeat(50))
    const packed = compress(content, 9)
    for (let length = 0; length < packed.length - 8; length += 3)
      expect(unpackLzma(packed.subarray(0, length), content.length)).toBeUndefined()
    expect(unpackLzma(packed, content.length - 1)).toBeUndefined()
    expect(unpackLzma(packed, content.length + 1)).toBeUndefined()
    expect(unpackLzma(Uint8Array.from([255, ...packed.subarray(1)]), content.length)).toBeUndefined()
  })

  it('ends whatever is changed, with as many bytes as were asked for or none', () => {
    const content = new TextEncoder().encode('各位代表：现在我向大会报告工作。'.repeat(20))
    const packed = compress(content, 9)
    for (let at = 13; at < packed.length; at++) {
      const changed = Uint8Array.from(packed)
      changed[at] = (changed[at] as number) ^ 0x55
      expect([undefined, content.length]).toContain(unpackLzma(changed, content.length)?.length)
    }
  })
})
