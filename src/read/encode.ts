/** Text → bytes in the file's own encoding, for fixes that are written back. What the encoding cannot hold is refused. */
import { concat, swapped, utf8Of, utf16leOf } from '../bytes.ts'
import { failure } from '../errors.ts'
import type { Source } from '../source.ts'
import { type Encoding, marks } from './decode.ts'
import { type DoubleByte, decoders, doubleByteOf } from './double-byte.ts'

/** With the flag u, halves of a pair match only where the other half is missing. */
const loneSurrogate = /[\ud800-\udfff]/u

/**
 * The bytes of `text` (a changed `source.document`, without byte order mark) as `source` was encoded, mark and line ends
 * as they were. `original` is the file's bytes: a line that did not change keeps its very bytes, because in GB 18030 and
 * Big5 some characters can be written in two ways.
 * @throws HegaoError `file-damaged` where the source was damaged, `write-not-encodable` where a character does not fit
 */
export function encode(source: Source, text: string, original: Uint8Array): Uint8Array {
  if (source.damage.length > 0) throw failure('file-damaged', { path: source.path })
  if (text === source.document) return original
  const encoding = (source.encoding ?? 'utf-8') as Encoding
  if (loneSurrogate.test(text)) throw failure('write-not-encodable', { path: source.path, encoding })
  const mark = source.bom ? (marks.find((row) => row.encoding === encoding)?.bytes ?? []) : []
  const body = original.subarray(mark.length)
  const bytes = encoders[encoding](source, text, body)
  return mark.length === 0 ? bytes : concat([Uint8Array.from(mark), bytes])
}

type Encoder = (source: Source, text: string, body: Uint8Array) => Uint8Array

const encoders: Readonly<Record<Encoding, Encoder>> = {
  'utf-8': (_, text) => utf8Of(text),
  'utf-16le': (_, text) => utf16leOf(text),
  'utf-16be': (_, text) => swapped(utf16leOf(text)),
  gb18030: (source, text, body) => encodeLines(source, text, body, 'gb18030'),
  big5: (source, text, body) => encodeLines(source, text, body, 'big5'),
}

function encodeLines(source: Source, text: string, body: Uint8Array, encoding: DoubleByte): Uint8Array {
  const known = bytesByLine(source.document, body)
  const lines = text.split('\n').map((line) => {
    const kept = known.get(line)
    if (kept) return kept
    const bytes = doubleByteOf(encoding, line)
    // Only what reads back as itself is written.
    if (!bytes || decoders[encoding](bytes) !== line) {
      throw failure('write-not-encodable', { path: source.path, encoding })
    }
    return bytes
  })
  return withLineFeeds(lines)
}

/** No double-byte encoding has 0A inside a character, so lines of text and lines of bytes are the same lines. */
function bytesByLine(document: string, body: Uint8Array): Map<string, Uint8Array> {
  const known = new Map<string, Uint8Array>()
  let from = 0
  for (const line of document.split('\n')) {
    const end = body.indexOf(0x0a, from)
    const to = end < 0 ? body.length : end
    if (!known.has(line)) known.set(line, body.subarray(from, to))
    from = to + 1
  }
  return known
}

function withLineFeeds(lines: readonly Uint8Array[]): Uint8Array {
  const lineFeed = Uint8Array.of(0x0a)
  return concat(lines.flatMap((line, index) => (index === 0 ? [line] : [lineFeed, line])))
}
