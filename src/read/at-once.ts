/** Reading without waiting, for callers that cannot: a parser of unified is synchronous. Loads all readers that can do so. */
import * as parse5 from 'parse5'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { failure } from '../errors.ts'
import type { Source } from '../source.ts'
import { readDoc } from './doc/index.ts'
import { readDocx } from './docx/index.ts'
import { readHtmlWith } from './html/index.ts'
import { fromText, type Readers, type ReadOptions, readWith } from './index.ts'
import { readMdWith } from './md.ts'
import { asMeant } from './meant/index.ts'
import { readOdt } from './odt/index.ts'
import { readRtf } from './rtf/index.ts'
import { readTxt } from './txt.ts'

const readers: Readers<Source> = {
  txt: fromText(readTxt),
  md: fromText((path, decoded) => readMdWith({ unified, remarkParse }, path, decoded)),
  html: (path, bytes, { encoding }) => readHtmlWith(parse5, path, bytes, encoding),
  odt: readOdt,
  rtf: readRtf,
  doc: readDoc,
  docx: readDocx,
  // PDF.js has only promises.
  pdf(path) {
    throw failure('format-not-at-once', { path, kind: 'PDF' })
  },
}

/**
 * As `read`, but never a promise.
 * @throws HegaoError as `read`; `format-not-at-once` for PDF
 */
export const readAtOnce = (path: string, bytes: Uint8Array, options: ReadOptions): Source =>
  asMeant(readWith(readers, path, bytes, options))
