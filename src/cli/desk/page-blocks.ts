/**
 * The data that lie in 核稿.html as text, and how the page is put together from what the package has anyway: the table of characters
 * and the files of pdf.js lie in it once, as themselves. The build makes the same page with this.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

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

/** The files of a folder whose names end so, in one, as src/web/pdf.ts unpacks them. */
function filesOf(folder: string, ending: string): Uint8Array {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
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

const parts: Readonly<Record<string, (from: PageParts) => string>> = {
  'asset-typo.bin': ({ assets }) => block('asset-typo.bin', readFileSync(join(assets, 'typo.bin'))),
  cmaps: ({ pdf }) => block('cmaps', filesOf(join(pdf, 'cmaps'), '.bcmap')),
  fonts: ({ pdf }) => block('fonts', filesOf(join(pdf, 'standard_fonts'), '')),
}

/** What stands in the page where a part is to be put in. */
export const placeOf = (part: keyof typeof parts): string => `<!--${part}-->\n`

/** @throws where a part is missing */
export const wholePage = (page: string, from: PageParts): string =>
  page.replace(/<!--([\w.-]+)-->\n/g, (place, name) => parts[name]?.(from) ?? place)
