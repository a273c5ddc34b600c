/** Character sets of fonts and code pages of Windows → text. */
import { decodeBig5 } from '../big5.ts'
import { windows1252 } from '../windows-1252.ts'

export type Decode = (bytes: Uint8Array) => string

/** Code page → label of the WHATWG Encoding Standard. Not here: 1252, and old ones of DOS, which are taken for it. */
const labels: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** `\fcharset` → code page. 1 is “as the document”; 2 has no characters but signs. */
const pages: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

const SYMBOL = 2

/** Signs of Wingdings and its like: nobody knows which they are. */
const signs: Decode = (bytes) => Array.from(bytes, (byte) => (byte <= 0x20 ? ' ' : '\uFFFC')).join('')

const known = new Map<number, Decode>()

/** Bytes that the code page does not have become U+FFFD. */
export function decoderOfPage(page: number): Decode {
  const label = labels[page]
  if (label === undefined) return windows1252
  if (label === 'big5') return decodeBig5
  const decode = known.get(page) ?? decoder(label)
  known.set(page, decode)
  return decode
}

function decoder(label: string): Decode {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}

/** Undefined where the character set is the document's. */
export function decoderOfCharset(charset: number): Decode | undefined {
  if (charset === SYMBOL) return signs
  const page = pages[charset]
  return page === undefined ? undefined : decoderOfPage(page)
}
