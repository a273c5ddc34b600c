/** Numbers out of bytes, little-endian as everything of Word is. Nothing is read outside: a lying file ends in `Damaged`. */
import { platform } from '#platform'
import type { Wording } from '../../wording.ts'

/** The file contradicts itself, or is too much of something. Whoever knows the name of the file makes a failure of it. */
export class Damaged extends Error {
  readonly reason: Wording
  readonly isTooComplex: boolean

  constructor(reason: Wording, isTooComplex = false) {
    super(reason.en)
    this.reason = reason
    this.isTooComplex = isTooComplex
  }
}

const cut: Wording = { zh: '文件不完整', en: 'it ends too early' }

function check(bytes: Uint8Array, at: number, length: number): void {
  if (!(at >= 0 && at + length <= bytes.length)) throw new Damaged(cut)
}

export function u8(bytes: Uint8Array, at: number): number {
  check(bytes, at, 1)
  return bytes[at] as number
}

export function u16(bytes: Uint8Array, at: number): number {
  check(bytes, at, 2)
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
}

export const i16 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) << 16) >> 16

export const u32 = (bytes: Uint8Array, at: number): number => i32(bytes, at) >>> 0

export function i32(bytes: Uint8Array, at: number): number {
  check(bytes, at, 4)
  return u16(bytes, at) | (u16(bytes, at + 2) << 16)
}

export function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  check(bytes, at, length)
  if (length < 0) throw new Damaged(cut)
  return bytes.subarray(at, at + length)
}

/** UTF-16LE characters; `length` counts bytes. */
export function utf16(bytes: Uint8Array, at: number, length: number): string {
  return platform.utf16le(slice(bytes, at, length & ~1))
}
