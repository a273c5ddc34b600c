/** Data that lie in the page as text: two characters for thirteen bits, packed where that helps (scripts/build-web.mjs). */
import { inflate } from '../platform/inflate.ts'
import { unpackLzma } from '../platform/lzma.ts'

export interface Block {
  readonly text: string
  /** Of the content, in bytes. */
  readonly size: number
  /** `lzma`: small, in the page that is sent by mail; `deflate`: quick. */
  readonly packing: string | undefined
}

/** The digits are 91 characters that mean nothing in a page: no quotation mark, no & and no <. */
const BASE = 91
const digits = Array.from({ length: 127 }, (_, code) => code)
  .slice(33)
  .filter((code) => code !== 34 && code !== 38 && code !== 60)
  .slice(0, BASE)
const digitOf = new Uint8Array(128)
for (const [digit, code] of digits.entries()) digitOf[code] = digit

/** Bits that two digits hold: 91 × 91 is a little more than 2^13. */
const BITS = 13

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(((text.length / 2) * BITS) / 8))
  let [to, value, held] = [0, 0, 0]
  for (let at = 0; at + 1 < text.length; at += 2) {
    const high = digitOf[text.charCodeAt(at)] as number
    value = (value << BITS) | (high * BASE + (digitOf[text.charCodeAt(at + 1)] as number))
    for (held += BITS; held >= 8; ) {
      held -= 8
      bytes[to++] = value >>> held
      value &= (1 << held) - 1
    }
  }
  return bytes
}

function unpacked(bytes: Uint8Array, { size, packing }: Block): Uint8Array | undefined {
  if (packing === undefined) return bytes.subarray(0, size)
  if (packing === 'lzma') return unpackLzma(bytes, size)
  const result = inflate(bytes, size)
  return typeof result === 'object' ? result.content : undefined
}

/** @throws Error where the page was cut or changed */
export function contentOf(block: Block): Uint8Array {
  const content = unpacked(bytesOf(block.text), block)
  if (content?.length !== block.size) throw new Error('这个网页文件不完整，请重新取一份。')
  return content
}
