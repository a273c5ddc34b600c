/** Bytes → Source. A reader gives plain text and a map back to the file; nothing after it knows formats. */
import { type FailureCode, failure, HegaoError } from '../errors.ts'
import type { Format, Source } from '../source.ts'
import { type Decoded, decode } from './decode.ts'
import { type Detected, detect } from './detect.ts'
import { refuseHollow } from './hollow.ts'
import { asMeant } from './meant/index.ts'
import { readTxt } from './txt.ts'

/** `encoding`: the user's `--encoding`; without it the encoding is found. Only text formats ask for it. */
export interface ReadOptions {
  readonly encoding?: string
  /** The user's `--via`: an installed program that may convert what hegao does not read. */
  readonly bridge?: Bridge
}

/** Makes a .docx of a document. @throws HegaoError `via-missing`, `via-failed` */
export type Bridge = (path: string, bytes: Uint8Array) => Promise<Uint8Array>

/** Containers take the bytes as they are; text formats are decoded first: `fromText`. */
export type Reader<Result> = (path: string, bytes: Uint8Array, options: ReadOptions) => Result

/** One row a format that can be read. */
export type Readers<Result> = { readonly [Name in Format]?: Reader<Result> }

export const fromText =
  <Result>(reader: (path: string, decoded: Decoded) => Result): Reader<Result> =>
  (path, bytes, { encoding }) =>
    reader(path, decode(path, bytes, encoding))

/** Libraries are loaded by the row that needs them, when it is needed. */
const readers: Readers<Source | Promise<Source>> = {
  txt: fromText(readTxt),
  md: fromText(async (path, decoded) => (await import('./md.ts')).readMd(path, decoded)),
  html: async (path, bytes, { encoding }) => (await import('./html/index.ts')).readHtml(path, bytes, encoding),
  odt: async (path, bytes) => (await import('./odt/index.ts')).readOdt(path, bytes),
  pdf: async (path, bytes) => (await import('./pdf/index.ts')).readPdf(path, bytes),
  rtf: async (path, bytes) => (await import('./rtf/index.ts')).readRtf(path, bytes),
  doc: async (path, bytes) => (await import('./doc/index.ts')).readDoc(path, bytes),
  docx: async (path, bytes) => (await import('./docx/index.ts')).readDocx(path, bytes),
}

/**
 * Reads a file that is in memory. `path` is a name: nothing is opened, and it only decides between kinds of text.
 * Synchronous for plain text. Throws, or for all other formats rejects with, HegaoError only.
 * @throws HegaoError `format-unsupported`, `lock-file`, `file-empty`, what `decode` throws, `file-too-large` for Markdown, and for documents
 *   `format-damaged`, `format-too-old`, `file-encrypted`, `file-too-complex`, `no-text-layer` and `package-missing`
 */
export function read(path: string, bytes: Uint8Array, options: ReadOptions): Source | Promise<Source> {
  const source = options.bridge ? readVia(options.bridge, path, bytes, options) : readWith(readers, path, bytes, options)
  return source instanceof Promise ? source.then(asMeant) : asMeant(source)
}

/** As `read`; what hegao does not read is converted to .docx first. @throws HegaoError also `via-missing`, `via-failed` */
async function readVia(bridge: Bridge, path: string, bytes: Uint8Array, options: ReadOptions): Promise<Source> {
  try {
    return await readWith(readers, path, bytes, options)
  } catch (error) {
    if (!(error instanceof HegaoError) || !isForBridge(error.code, detect(path, bytes))) throw error
  }
  const { readDocx } = await import('./docx/index.ts')
  return readDocx(path, await bridge(path, bytes))
}

/** A bridge would make a document of a picture, too: one without a word to check. */
const isForBridge = (code: FailureCode, { isDocument }: Detected): boolean =>
  code === 'format-too-old' || (code === 'format-unsupported' && isDocument === true)

/** Reads with the reader that the content asks for. @throws HegaoError as `read` */
export function readWith<Result>(readers: Readers<Result>, path: string, bytes: Uint8Array, options: ReadOptions): Result {
  refuseHollow(path, bytes)
  const { format, kind, isEncrypted } = detect(path, bytes)
  if (isEncrypted) throw failure('file-encrypted', { path })
  const reader = format === 'other' ? undefined : readers[format]
  if (!reader) throw failure('format-unsupported', { path, kind })
  return reader(path, bytes, options)
}
