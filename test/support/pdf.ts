/** PDFs made for a test: lines of Chinese text at places of a page, in a font that is not in the file. */
import { deflateSync } from 'node:zlib'

/** Points, from the left and from the bottom of an A4 page. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Is marked as no content of the page. */
  readonly isArtifact?: boolean
}

/** A rule from one place of the page to another. */
export type Drawn = readonly [x: number, y: number, toX: number, toY: number]

/** As LibreOffice draws rules, or as Word does. */
const drawn = ([x, y, toX, toY]: Drawn, asArea: boolean): string =>
  asArea ? `${x} ${y} ${toX - x || 0.5} ${toY - y || 0.5} re f` : `0.5 w ${x} ${y} m ${toX} ${toY} l S`

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

const shown = ({ text, x, y, size = 16, isArtifact }: PlacedText): string =>
  `${isArtifact ? '/Artifact BMC ' : ''}BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET${isArtifact ? ' EMC' : ''}`

/** Objects from 1 on → a file. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = 9
  const add = (part: string | Buffer): void => {
    const bytes = Buffer.from(part as string)
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    add(`${index + 1} 0 obj\n`)
    add(object)
    add('\nendobj\n')
  })
  const at = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`)
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`)
  return Buffer.concat(parts)
}

/** A stream, packed. */
export function packed(content: string | Buffer): Buffer {
  const data = deflateSync(content)
  const head = `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')])
}

/** The file of these pages, with `rules` on each. */
export function pagesOf(
  pages: readonly (readonly PlacedText[])[],
  rules: readonly Drawn[] = [],
  { asArea = false }: { readonly asArea?: boolean } = {},
): Buffer {
  const numbers = pages.map((_, index) => 6 + 2 * index)
  const pageObjects = pages.flatMap((texts, index) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    packed([...rules.map((rule) => drawn(rule, asArea)), ...texts.map(shown)].join('\n')),
  ])
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pageObjects,
  ])
}
