/**
 * The data that lie in 核稿.html as text, and how the page is put together from what the package has anyway: the tables of assets/
 * and the files of pdf.js lie in it once, as themselves. The build makes the same page with this.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** 91 characters that mean nothing in a page: no quotation mark, no & and no <. */
const digits = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter((one) => !'"&<'.includes(one))
const base = digits.length

/** Bits that two of them hold. */
const bits = 13

/** Two characters for thirteen bits, from the top of the first byte on; src/web/block.ts reads it. */
function asText(bytes: Uint8Array): string {
  const written: string[] = []
  let [value, held] = [0, 0]
  const put = (): void => {
    const two = value & ((1 << bits) - 1)
    written.push(digits[Math.floor(two / base)] as string, digits[two % base] as string)
  }
  for (const byte of bytes) {
    value = (value << 8) | byte
    held += 8
    if (held < bits) continue
    const rest = value & ((1 << (held - bits)) - 1)
    value >>>= held - bits
    put()
    held -= bits
    value = rest
  }
  if (held > 0) {
    value <<= bits - held
    put()
  }
  return written.join('')
}

/** `size` is that of the content in bytes, `bytes` the content as it is packed. */
export const element = (name: string, size: number, packing: string | undefined, bytes: Uint8Array): string =>
  `<script type="text/plain" id="b-${name}" data-size="${size}"${packing ? ` data-packing="${packing}"` : ''}>${asText(bytes)}</script>\n`

/** Packed where that helps, by what is quickly unpacked. */
export function block(name: string, bytes: Uint8Array): string {
  const packed = deflateRawSync(bytes, { level: 9, memLevel: 9 })
  return packed.length < bytes.length * 0.95
    ? element(name, bytes.length, 'deflate', packed)
    : element(name, bytes.length, undefined, bytes)
}

/** The files of a folder whose names end so, in one and by name, as src/web/pdf.ts unpacks them. */
function filesOf(folder: string, ending: string): Uint8Array {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
  const contents = names.map((name) => readFileSync(join(folder, name)))
  const count = Buffer.alloc(4)
  count.writeUInt32LE(names.length)
  const rows = names.map((name, index) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE((contents[index] as Buffer).length)
    return Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1'), size])
  })
  return Buffer.concat([count, ...rows, ...contents])
}

/** Where the parts lie that are not written twice. */
export interface PageParts {
  readonly assets: string
  /** Of pdf.js, with its cmaps and standard_fonts. */
  readonly pdf: string
}

const asset = ({ assets }: PageParts, name: string): Uint8Array => readFileSync(join(assets, name))

/**
 * Words with their frequencies, as the page reads them (src/words/lexicon.ts): what a word has in common with the one before it is
 * a letter, a for nothing, b for one character. A fifth smaller.
 */
export function folded(rows: readonly (readonly string[])[]): string {
  let before = ''
  return rows
    .map(([word = '', frequency = '']) => {
      let shared = 0
      while (shared < word.length - 1 && word[shared] === before[shared]) shared++
      before = word
      return `${String.fromCharCode(97 + shared)}${word.slice(shared)}${frequency}`
    })
    .join('')
}

function allWords(from: PageParts): Uint8Array {
  const lines = inflateRawSync(asset(from, 'words.bin')).toString().split('\n')
  return Buffer.from(folded(lines.filter((line) => line !== '').map((line) => line.split(' '))))
}

const parts: Readonly<Record<string, (from: PageParts) => Uint8Array>> = {
  words: allWords,
  cmaps: ({ pdf }) => filesOf(join(pdf, 'cmaps'), '.bcmap'),
  fonts: ({ pdf }) => filesOf(join(pdf, 'standard_fonts'), ''),
}

/** What stands in the page where a part is to be put in: one of `parts`, or `asset-` and the name of a file of assets/. */
export const placeOf = (part: string): string => `<!--${part}-->\n`

/** @throws where a part is missing */
export const wholePage = (page: string, from: PageParts): string =>
  page.replace(/<!--([\w.-]+)-->\n/g, (place, name: string) => {
    const content = name.startsWith('asset-') ? asset(from, name.slice('asset-'.length)) : parts[name]?.(from)
    return content ? block(name, content) : place
  })
