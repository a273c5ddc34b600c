/** The port on Node: what it brings is native and fast. Modules are taken when they are needed: a run on text needs none. */
import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Platform } from '../platform.ts'
import { dictionaryOf } from '../words/lexicon.ts'
import { readAsset } from './assets.ts'
import { jiebaEngine } from './jieba.ts'

/** A view, not a copy. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const zlib = () => process.getBuiltinModule('node:zlib')

/** The value, or undefined where zlib throws. */
function unlessRefused<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export const platform: Platform = {
  isUtf8,
  isAscii,
  // On Node 20 toString('utf8') takes 45 ms for 10 MB of Chinese, this way 5 to 15 (10 KB: 41 and 5 µs).
  utf8: (bytes) => (bytes.length === 0 ? '' : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')),
  latin1: (bytes) => asBuffer(bytes).toString('latin1'),
  utf16le: (bytes) => asBuffer(bytes).toString('utf16le'),

  inflateRaw(packed, size) {
    // One chunk that holds all, and has room to end in: else it is put together from many.
    const options = { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) }
    const content = unlessRefused(() => zlib().inflateRawSync(packed, options))
    return content?.length === size ? content : undefined
  },
  inflateZlib(packed, limit) {
    const { constants, inflateSync } = zlib()
    try {
      return inflateSync(packed, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      return error instanceof RangeError ? 'too-large' : undefined
    }
  },
  deflateRaw: (content) => zlib().deflateRawSync(content),
  crc32: (content) => zlib().crc32(content),

  wordEngine: () => jiebaEngine(),
  dictionary() {
    const packed = readAsset('words.bin')
    const content = packed && unlessRefused(() => zlib().inflateRawSync(packed))
    return content ? dictionaryOf(content) : null
  },

  openPdf: async (bytes) => (await import('./pdf.ts')).openPdf(bytes),
  asset: readAsset,
}
