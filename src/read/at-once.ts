/** Reading without waiting, for callers that cannot: a parser of unified is synchronous. Loads the packages for Markdown. */
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Source } from '../source.ts'
import { decode } from './decode.ts'
import { detect } from './detect.ts'
import { type ReadOptions, read } from './index.ts'
import { readMdWith } from './md.ts'

/**
 * As `read`, but never a promise.
 * @throws HegaoError as `read`
 */
export function readAtOnce(path: string, bytes: Uint8Array, options: ReadOptions): Source {
  if (detect(path, bytes).format === 'md') {
    return readMdWith({ unified, remarkParse }, path, decode(path, bytes, options.encoding))
  }
  const source = read(path, bytes, options)
  if (source instanceof Promise) throw new Error(`no reader for ${path} that does not wait`)
  return source
}
