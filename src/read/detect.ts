/** Which format the bytes are. Content decides: real folders hold .wps and .doc files that are zips and web pages. */
import type { Format } from '../source.ts'

/** `kind` names the format to people; `other` is what hegao will never read. */
export interface Detected {
  readonly format: Format | 'other'
  readonly kind: string
}

interface Signature extends Detected {
  /** Bytes as Latin-1 that the file must begin with. */
  readonly starts: string
  /** Entries or streams that tell kinds of one container apart; the one that stands first in the file decides. */
  readonly inside?: readonly (Detected & { readonly name: string })[]
}

/** Names in an OLE directory are UTF-16LE. */
const stream = (name: string): string => [...name].map((letter) => `${letter}\0`).join('')

const zipKinds: Signature['inside'] = [
  { name: 'word/', format: 'docx', kind: 'Word 文档 .docx' },
  { name: 'xl/', format: 'other', kind: 'Excel 表格 .xlsx' },
  { name: 'ppt/', format: 'other', kind: 'PowerPoint 演示文稿 .pptx' },
  { name: 'application/vnd.oasis.opendocument.text', format: 'odt', kind: 'OpenDocument 文档 .odt' },
  { name: 'OFD.xml', format: 'other', kind: '版式文档 .ofd' },
]

const oleKinds: Signature['inside'] = [
  { name: stream('EncryptedPackage'), format: 'other', kind: '加密的 Office 文档' },
  { name: stream('WordDocument'), format: 'doc', kind: 'Word 97—2003 或 WPS 文档 .doc/.wps' },
  { name: stream('Workbook'), format: 'other', kind: 'Excel 97—2003 表格 .xls' },
  { name: stream('PowerPoint Document'), format: 'other', kind: 'PowerPoint 97—2003 演示文稿 .ppt' },
]

const signatures: readonly Signature[] = [
  { starts: 'PK\x03\x04', format: 'other', kind: '压缩文件 .zip', inside: zipKinds },
  { starts: '\xd0\xcf\x11\xe0', format: 'other', kind: '旧版 Office 文件', inside: oleKinds },
  { starts: '{\\rtf', format: 'rtf', kind: 'RTF 文档 .rtf' },
  { starts: '%PDF-', format: 'pdf', kind: 'PDF 文档 .pdf' },
  { starts: '\x89PNG', format: 'other', kind: '图片 .png' },
  { starts: '\xff\xd8\xff', format: 'other', kind: '图片 .jpg' },
  { starts: 'GIF8', format: 'other', kind: '图片 .gif' },
  { starts: '\x1f\x8b\x08', format: 'other', kind: '压缩文件 .gz' },
  { starts: 'Rar!\x1a', format: 'other', kind: '压缩文件 .rar' },
  { starts: "7z\xbc\xaf'\x1c", format: 'other', kind: '压缩文件 .7z' },
]

/** How many bytes the beginning is. */
const HEAD = 1024

/** Finds the format of `bytes`; `path` only decides between plain text, Markdown and parts of web pages. Never throws. */
export function detect(path: string, bytes: Uint8Array): Detected {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, HEAD)
  const signature = signatures.find((row) => head.startsWith(row.starts))
  if (signature) return (signature.inside && firstInside(buffer, signature.inside)) ?? signature
  const start = head.startsWith('\xef\xbb\xbf') ? head.slice(3).trimStart() : head.trimStart()
  // Only a tag or a mark before the header makes the rest of the head worth looking at.
  if (start.startsWith('<')) return markup(start.toLowerCase()) ?? named(path)
  // Readers of PDF accept junk before the header within the first 1,024 bytes; text that tells of PDF has it inside a line.
  if (head.includes('\n%PDF-')) return { format: 'pdf', kind: 'PDF 文档 .pdf' }
  return named(path)
}

function firstInside(buffer: Buffer, kinds: NonNullable<Signature['inside']>): Detected | undefined {
  let first = Number.POSITIVE_INFINITY
  let found: Detected | undefined
  for (const kind of kinds) {
    const at = buffer.indexOf(kind.name, 0, 'latin1')
    if (at < 0 || at >= first) continue
    first = at
    found = kind
  }
  return found
}

/** What tells XML and HTML apart within the head, in lower case; the first that is there decides. */
const markups: readonly (Detected & { readonly starts: string; readonly has?: string })[] = [
  { starts: '<?xml', has: 'worddocument', format: 'other', kind: 'Word 2003 XML 文档' },
  { starts: '<?xml', has: '<office:document', format: 'odt', kind: 'OpenDocument 单文件 .fodt' },
  { starts: '<?xml', has: '<html', format: 'html', kind: '网页 .html' },
  { starts: '<?xml', format: 'other', kind: 'XML 文件' },
  { starts: '<!doctype html', format: 'html', kind: '网页 .html' },
  { starts: '<html', format: 'html', kind: '网页 .html' },
  { starts: '<head', format: 'html', kind: '网页 .html' },
  { starts: '<meta ', format: 'html', kind: '网页 .html' },
]

const markup = (start: string): Detected | undefined =>
  markups.find((row) => start.startsWith(row.starts) && (row.has === undefined || start.includes(row.has)))

/** Only where the content leaves it open. The first that the name ends like; else it is plain text. */
const named = (path: string): Detected => names.find(({ ends }) => ends.test(path)) ?? { format: 'txt', kind: '纯文本' }

const names: readonly (Detected & { readonly ends: RegExp })[] = [
  { ends: /\.(?:md|markdown)$/i, format: 'md', kind: 'Markdown' },
  { ends: /\.x?html?$/i, format: 'html', kind: '网页 .html' },
]
