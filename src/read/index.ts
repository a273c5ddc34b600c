/** Bytes → Source. A reader gives plain text and a map back to the file; nothing after it knows formats. */
import { failure } from '../errors.ts'
import type { Format, Source } from '../source.ts'
import { type Decoded, decode } from './decode.ts'
import { detect } from './detect.ts'
import { readTxt } from './txt.ts'

/** `encoding`: the user's `--encoding`; without it the encoding is found. */
export interface ReadOptions {
  readonly encoding?: string
}

type Reader = (path: string, decoded: Decoded) => Source | Promise<Source>

/** One row a format that can be read. Libraries are loaded by the row that needs them, when it is needed. */
const readers: { readonly [Name in Format]?: Reader } = {
  txt: readTxt,
  md: async (path, decoded) => (await import('./md.ts')).readMd(path, decoded),
}

/**
 * Reads a file that is in memory. `path` is a name: nothing is opened, and it only decides between .txt and .md.
 * Synchronous for plain text. Throws, or for Markdown rejects with, HegaoError only.
 * @throws HegaoError `format-unsupported`, or what `decode` throws; `file-too-large` for Markdown
 */
export function read(path: string, bytes: Uint8Array, options: ReadOptions): Source | Promise<Source> {
  const { format, kind } = detect(path, bytes)
  const reader = format === 'other' ? undefined : readers[format]
  if (!reader) throw failure('format-unsupported', { path, kind })
  return reader(path, decode(path, bytes, options.encoding))
}
