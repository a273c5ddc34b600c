/** Compressed streams of a PDF that unpack to more than any document has, found before the package that reads PDFs meets them. */
import { platform } from '#platform'
import { indexOf } from '../../bytes.ts'
import type { Wording } from '../../wording.ts'
import type { Refusal } from '../refusal.ts'

/** One stream, and all of one file, unpacked. Bytes. Long reports have less than one megabyte. */
const STREAM_LIMIT = 64 * 1024 * 1024
const TOTAL_LIMIT = 256 * 1024 * 1024
/** A stream may be packed more than once (PDF 32000-1 §7.4.1). */
const LAYERS = 3

const tooLarge: Wording = { zh: '解压后过大', en: 'it is too large when unpacked' }

/** @throws HegaoError `file-too-complex` as `refuse` makes it */
export function refuseBombs(bytes: Uint8Array, refuse: Refusal): void {
  let total = 0
  for (let at = indexOf(bytes, 'stream'); at >= 0; ) {
    const from = startOfData(bytes, at + 6)
    const next = indexOf(bytes, 'stream', from)
    // The next of these words is in `endstream`, as a rule.
    const to = next < 0 ? bytes.length : next
    total += unpackedSize(bytes.subarray(from, to), refuse)
    if (total > TOTAL_LIMIT) throw refuse.tooComplex(tooLarge)
    at = next
  }
}

/** Behind the line end (§7.3.8.1: CR LF or LF; some write CR). */
function startOfData(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  if (first === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  return first === 0x0a ? at + 1 : at
}

/** 0 where it is no zlib stream. What is damaged behind its beginning counts as far as it goes: not at all. */
function unpackedSize(packed: Uint8Array, refuse: Refusal): number {
  let size = 0
  let data = packed
  for (let layer = 0; layer < LAYERS && isZlib(data); layer++) {
    const unpacked = platform.inflateZlib(data, STREAM_LIMIT)
    if (unpacked === 'too-large') throw refuse.tooComplex(tooLarge)
    if (!unpacked) return size
    data = unpacked
    size += data.length
  }
  return size
}

/** RFC 1950 §2.2: deflate, and a check of both bytes. */
const isZlib = ([first = 0, second = 0]: Uint8Array): boolean => (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
