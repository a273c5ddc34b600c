/**
 * The port: what the engine wants of the machine it runs on, and cannot do by itself everywhere. `#platform` is
 * src/platform/node.ts, or src/platform/web.ts under the condition `browser` (imports in package.json). Types only.
 */

import type { Engine } from './words/engine.ts'
import type { Dictionary } from './words/lexicon.ts'

export interface Platform extends Bytes, Packed {
  /** What tells words apart better or sooner than our own cut; null where there is nothing. */
  wordEngine(): Engine | null
  /** The words that our own cut goes by; null where this installation has none. */
  dictionary(): Dictionary | null
  /**
   * Opens a PDF; `bytes` are given away. Nothing is drawn, no script of the file runs, no font of the system is read.
   * Rejects with HegaoError `package-missing` where nothing can read PDFs.
   */
  openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfLoading>
  /**
   * The file `assets/NAME` that comes with hegao: tables too large to be code. At once where the machine can; undefined where
   * this installation does not have it.
   */
  asset(name: string): Uint8Array | undefined | Promise<Uint8Array | undefined>
}

/** Bytes → text. Never throws. */
export interface Bytes {
  isUtf8(bytes: Uint8Array): boolean
  isAscii(bytes: Uint8Array): boolean
  /** Of bytes that are UTF-8; a byte order mark is a character. */
  utf8(bytes: Uint8Array): string
  /** Every byte is a character. */
  latin1(bytes: Uint8Array): string
  /** Of an even number of bytes; halves of pairs stay as they are. */
  utf16le(bytes: Uint8Array): string
}

/** Deflate (RFC 1951) and what goes with it. At once: formats are read without waiting. */
export interface Packed {
  /** The content, which has exactly `size` bytes; undefined where it has not, or `packed` is damaged. Never unpacks more. */
  inflateRaw(packed: Uint8Array, size: number): Uint8Array | undefined
  /**
   * A zlib stream (RFC 1950) as far as it goes: it may be cut, and other bytes may follow. `too-large` where it gives more than
   * `limit` bytes; undefined where it is damaged.
   */
  inflateZlib(packed: Uint8Array, limit: number): Uint8Array | 'too-large' | undefined
  /** The same bytes for the same content on one platform. */
  deflateRaw(content: Uint8Array): Uint8Array
  /** As zips count it. */
  crc32(content: Uint8Array): number
}

/** A stretch of text as pdf.js gives it; `transform` is a PDF matrix, sizes are points of the page. */
export interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

/** The beginning or end of content that is marked for a purpose: `Artifact` is what repeats on pages. */
export interface MarkItem {
  readonly type: string
  readonly tag?: string
}

/** A reader of a stream, as far as it is asked. */
export interface TextReader {
  read(): Promise<{ readonly done: boolean; readonly value?: { readonly items: readonly (TextItem | MarkItem)[] } | undefined }>
  cancel(reason: Error): Promise<unknown>
}

export interface PdfPage {
  getViewport(options: { readonly scale: number }): {
    readonly width: number
    readonly height: number
    readonly transform: readonly number[]
  }
  /** The stretches of text as they are found, some at a time; who has enough cancels. */
  streamTextContent(options: { readonly includeMarkedContent: boolean }): { getReader(): TextReader }
  /** What is drawn: pdf.js's numbers of operators (`OPS`) and what each is given. */
  getOperatorList(): Promise<{ readonly fnArray: ArrayLike<number>; readonly argsArray: ArrayLike<unknown> }>
  cleanup(): void
}

export interface Pdf {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

export interface PdfLoading {
  readonly promise: Promise<Pdf>
  destroy(): Promise<void>
}
