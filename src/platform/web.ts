/** The port where there is nothing but the web's globals, in a page or a worker. Nothing here opens a connection. */

import { utf8Of } from '../bytes.ts'
import { failure } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { dictionaryOf, unfolded } from '../words/lexicon.ts'
import { crc32, deflateRaw } from './deflate.ts'
import { inflate, inflateZlib } from './inflate.ts'

/** What the page brings along, each decoded when it is first asked for. */
export interface Provided {
  /** The lines of assets/words-page.bin, unpacked: folded. */
  readonly words?: () => Uint8Array
  readonly openPdf?: Platform['openPdf']
  readonly asset?: Platform['asset']
}

let provided: Provided = {}

/** Says once, before the first document, what there is. */
export function provide(what: Provided): void {
  provided = what
}

/** `String.fromCharCode` takes so many arguments everywhere. */
const CHUNK = 8192

/** The text of UTF-16 units. */
function textOf(units: Uint8Array | Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK) {
    text += String.fromCharCode.apply(null, units.subarray(at, at + CHUNK) as unknown as number[])
  }
  return text
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function utf16le(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length >> 1)
  for (let index = 0; index < units.length; index++) {
    units[index] = (bytes[index * 2] as number) | ((bytes[index * 2 + 1] as number) << 8)
  }
  return textOf(units)
}

export const platform: Platform = {
  isUtf8,
  isAscii: (bytes) => bytes.every((byte) => byte < 0x80),
  utf8: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  latin1: textOf,
  utf16le,

  inflateRaw(packed, size) {
    const result = inflate(packed, size)
    return typeof result === 'object' && result.isWhole && result.content.length === size ? result.content : undefined
  },
  inflateZlib,
  deflateRaw,
  crc32,

  wordEngine: () => null,
  dictionary() {
    return provided.words ? dictionaryOf(utf8Of(unfolded(platform.utf8(provided.words())))) : null
  },

  openPdf: (bytes) => (provided.openPdf ? provided.openPdf(bytes) : Promise.reject(failure('pdf-not-here', {}))),
  asset: (name) => provided.asset?.(name),
}
