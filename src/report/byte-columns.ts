/** Columns in bytes of UTF-8, as reviewdog counts them. */
import type { Point, Source } from '../source.ts'

/** Between two offsets of which the bytes before them are kept, in UTF-16 units. */
const step = 4096

/** Bytes that a UTF-16 unit adds: a surrogate is half of four, and a lonely one becomes U+FFFD, three. */
function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else if (code < 0xd800 || code > 0xdfff || !isPaired(text, at, code)) bytes += 3
    else bytes += 2
  }
  return bytes
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

const isPaired = (text: string, at: number, code: number): boolean =>
  isHigh(code) ? isLow(text.charCodeAt(at + 1)) : isHigh(text.charCodeAt(at - 1))

/** How to count in `source.document`: the document is looked at once, however long its lines. */
export function byteColumns(source: Source): (point: Point) => { readonly line: number; readonly column: number } {
  const { document } = source
  const kept = [0]
  const bytesBefore = (offset: number): number => {
    for (let last = kept.length - 1; last * step + step <= offset; last++) {
      kept.push((kept[last] as number) + bytesIn(document, last * step, last * step + step))
    }
    const nearest = Math.floor(offset / step)
    return (kept[nearest] as number) + bytesIn(document, nearest * step, offset)
  }
  return ({ line, column, offset = 0 }) => ({
    line,
    column: bytesBefore(offset) - bytesBefore(offset - column + 1) + 1,
  })
}
