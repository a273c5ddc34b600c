/** Data that lie in the page as text: five characters for four bytes, packed where that helps (scripts/build-web.mjs). */
import { inflate } from '../platform/inflate.ts'
import { unpackLzma } from '../platform/lzma.ts'

export interface Block {
  readonly text: string
  /** Of the content, in bytes. */
  readonly size: number
  /** `lzma`: small, in the page that is sent by mail; `deflate`: quick. */
  readonly packing: string | undefined
}

/** The digits are the 85 characters from ( to |, with # for <, which would end what holds them. */
const FIRST = 40
const digitOf = (code: number): number => (code === 35 ? 20 : code - FIRST)

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length / 5) * 4)
  let to = 0
  for (let at = 0; at < text.length; at += 5) {
    let value = 0
    for (let digit = 0; digit < 5; digit++) value = value * 85 + digitOf(text.charCodeAt(at + digit))
    bytes[to++] = value / 0x1000000
    bytes[to++] = value >>> 16
    bytes[to++] = value >>> 8
    bytes[to++] = value
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
