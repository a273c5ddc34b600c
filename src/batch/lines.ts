/** Lines of a stream, as they come, none longer than a limit: what is longer is passed over and said to be so. */
import type { Read } from '../disk/file.ts'

/** A line without its end, or that it was too long. */
export type StreamLine = { readonly bytes: Buffer } | { readonly isTooLong: true }

const lineEnd = 0x0a
const chunkSize = 65_536

/** `limit` in bytes. Nothing more is read before the line at hand was taken. */
export function* streamLines(read: Read, limit: number): Generator<StreamLine> {
  let parts: Buffer[] = []
  let length = 0
  const add = (part: Buffer): void => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  const take = (): StreamLine => {
    const line: StreamLine = length > limit ? { isTooLong: true } : { bytes: Buffer.concat(parts) }
    parts = []
    length = 0
    return line
  }
  for (;;) {
    const buffer = Buffer.allocUnsafe(chunkSize)
    const count = read(buffer, 0)
    if (count === 0) break
    let rest = buffer.subarray(0, count)
    for (let at = rest.indexOf(lineEnd); at >= 0; at = rest.indexOf(lineEnd)) {
      add(rest.subarray(0, at))
      yield take()
      rest = rest.subarray(at + 1)
    }
    if (rest.length > 0) add(rest)
  }
  if (length > 0) yield take()
}
