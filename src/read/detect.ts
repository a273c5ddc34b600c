/** Which format the bytes are. Content decides: real folders hold .wps and .doc files that are zips and web pages. */
import { platform } from '#platform'
import { indexOf } from '../bytes.ts'
import type { Format } from '../source.ts'
import { Damaged } from './doc/bytes.ts'
import { openCompoundFile } from './doc/ole.ts'
import { zipDirectory } from './zip-directory.ts'

/** `kind` names the format to people; `other` is what hegao will never read. */
export interface Detected {
  readonly format: Format | 'other'
  readonly kind: string
  /** It is a document, though hegao does not read it: another program may. */
  readonly isDocument?: true
  /** It is a document behind a password. */
  readonly isEncrypted?: true
}

interface Signature extends Detected {
  /** Bytes as Latin-1 that the file must begin with. */
  readonly starts: string
  /** Tells kinds of one container apart by what its directory lists; undefined where that cannot be read. */
  readonly byDirectory?: (bytes: Uint8Array) => Detected | undefined
  /** Entries or streams that tell kinds of one container apart; the one that stands first in the file decides. */
  readonly inside?: readonly (Detected & { readonly name: string })[]
}

/** Names in an OLE directory are UTF-16LE. */
const stream = (name: string): string => [...name].map((letter) => `${letter}\0`).join('')

const zip: Detected = { format: 'other', kind: '压缩文件 .zip' }
const openDocument: Detected = { format: 'odt', kind: 'OpenDocument 文档 .odt' }

const zipKinds: NonNullable<Signature['inside']> = [
  { name: 'word/', format: 'docx', kind: 'Word 文档 .docx' },
  { name: 'xl/', format: 'other', kind: 'Excel 表格 .xlsx' },
  { name: 'ppt/', format: 'other', kind: 'PowerPoint 演示文稿 .pptx' },
  { name: 'application/vnd.oasis.opendocument.text', ...openDocument },
  { name: 'application/vnd.oasis.opendocument.', format: 'other', kind: 'OpenDocument 表格、演示文稿等' },
  { name: 'OFD.xml', format: 'other', kind: '版式文档 .ofd' },
]

/** Streams and folders of a compound file; the first of the table that is there decides. Word keeps sheets in folders below. */
const oleNames: readonly (Detected & { readonly name: string })[] = [
  { name: 'EncryptedPackage', format: 'other', kind: '加密的 Office 文档', isEncrypted: true },
  { name: 'WordDocument', format: 'doc', kind: 'Word 97—2003 或 WPS 文档 .doc/.wps' },
  { name: 'Workbook', format: 'other', kind: 'Excel 97—2003 表格 .xls' },
  { name: 'Book', format: 'other', kind: 'Excel 95 表格 .xls' },
  { name: 'PowerPoint Document', format: 'other', kind: 'PowerPoint 97—2003 演示文稿 .ppt' },
  { name: 'VisioDocument', format: 'other', kind: 'Visio 绘图 .vsd' },
  { name: '__properties_version1.0', format: 'other', kind: 'Outlook 邮件 .msg' },
  { name: 'CONTENTS', format: 'other', kind: 'Microsoft Works 文档 .wps', isDocument: true },
  { name: 'MN0', format: 'other', kind: 'Microsoft Works 文档 .wps', isDocument: true },
]

/** Where the directory cannot be read, the names are looked for in the bytes. */
const oleKinds: NonNullable<Signature['inside']> = oleNames.map((row) => ({ ...row, name: stream(row.name) }))

const damagedOle: Detected = { format: 'doc', kind: '旧版 Office 文件' }

const signatures: readonly Signature[] = [
  { starts: 'PK\x03\x04', ...zip, byDirectory: kindOfZip, inside: zipKinds },
  {
    starts: '\xd0\xcf\x11\xe0',
    format: 'other',
    kind: '旧版 Office 文件',
    isDocument: true,
    byDirectory: kindOfOle,
    inside: oleKinds,
  },
  { starts: '{\\rtf', format: 'rtf', kind: 'RTF 文档 .rtf' },
  { starts: '%PDF-', format: 'pdf', kind: 'PDF 文档 .pdf' },
  { starts: 'L\0\0\0\x01\x14\x02\0', format: 'other', kind: '快捷方式 .lnk' },
  { starts: '[InternetShortcut]', format: 'other', kind: '快捷方式 .url' },
  { starts: '\x89PNG', format: 'other', kind: '图片 .png' },
  { starts: '\xff\xd8\xff', format: 'other', kind: '图片 .jpg' },
  { starts: 'GIF8', format: 'other', kind: '图片 .gif' },
  { starts: '\x1f\x8b\x08', format: 'other', kind: '压缩文件 .gz' },
  { starts: 'Rar!\x1a', format: 'other', kind: '压缩文件 .rar' },
  { starts: "7z\xbc\xaf'\x1c", format: 'other', kind: '压缩文件 .7z' },
]

/** An empty zip has 22 bytes. */
const shortestZip = 21

/** How many bytes the beginning is, or twice as many in UTF-16. */
const HEAD = 1024

/** Finds the format of `bytes`; `path` only decides between plain text, Markdown and parts of web pages. Never throws. */
export function detect(path: string, bytes: Uint8Array): Detected {
  const head = platform.latin1(bytes.subarray(0, HEAD))
  const signature = signatures.find((row) => head.startsWith(row.starts))
  if (signature) {
    const found = signature.byDirectory?.(bytes) ?? (signature.inside && firstInside(bytes, signature.inside)) ?? signature
    // A zip that is cut off and was a document by its name: its reader will say so.
    return (found === signature && signature.starts.startsWith('PK') && packages.find(({ ends }) => ends.test(path))) || found
  }
  // The beginning of a zip, and nothing else: its reader will say that the rest is missing.
  if (bytes.length <= shortestZip && head.trimEnd() === 'PK') return { format: 'docx', kind: 'Word 文档 .docx' }
  const start = startOf(bytes, head)
  // Only a tag or a mark before the header makes the rest of the head worth looking at.
  if (start.startsWith('<')) return markup(start.toLowerCase()) ?? named(path, bytes, elements.test(start))
  // Readers of PDF accept junk before the header within the first 1,024 bytes; text that tells of PDF has it inside a line.
  if (head.includes('\n%PDF-')) return { format: 'pdf', kind: 'PDF 文档 .pdf' }
  return named(path, bytes, false)
}

/** Where markup would begin: behind a mark, blanks and comments. Of UTF-16 only the bytes of ASCII characters are left. */
function startOf(bytes: Uint8Array, head: string): string {
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff|<\0|\0<)/.test(head)
  let start = isUtf16 ? platform.latin1(bytes.subarray(0, 2 * HEAD)).replaceAll('\0', '') : head
  start = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart()
  while (start.startsWith('<!--') && start.includes('-->')) start = start.slice(start.indexOf('-->') + 3).trimStart()
  return start
}

/** A part of a page, without `<html>` around it. */
const elements =
  /^<(?:base|body|title|style|script|link|article|section|main|div|p|table|h[1-6]|span|font|center|ol|ul|pre)(?:[ \t\r\n]|\/?>)/i

/**
 * Names in the directory of a zip that tell what it is. A package of Office is read as Word's unless it shows another folder:
 * its parts may have any names, and the reader looks closer.
 */
function kindOfZip(bytes: Uint8Array): Detected | undefined {
  const directory = zipDirectory(bytes)
  if (directory.problem) return undefined
  const names = directory.entries.map(({ name }) => name.toLowerCase())
  if (names.includes('[content_types].xml')) {
    const folder = ['word/', 'xl/', 'ppt/'].find((start) => names.some((name) => name.startsWith(start))) ?? 'word/'
    return zipKinds.find(({ name }) => name === folder)
  }
  // The others say what they are in an entry that is not packed.
  const others = zipKinds.filter(({ name }) => !name.endsWith('/'))
  return names.includes('ofd.xml') || names.includes('mimetype') || names.includes('meta-inf/manifest.xml')
    ? (firstInside(bytes, others) ?? (names.includes('content.xml') ? openDocument : zip))
    : zip
}

/** By what stands in the root folder: documents that are embedded in the document have streams of the same names. */
function kindOfOle(bytes: Uint8Array): Detected | undefined {
  try {
    const names = new Set(openCompoundFile(bytes).names.map((name) => name.toLowerCase()))
    return oleNames.find(({ name }) => names.has(name.toLowerCase()))
  } catch (error) {
    // Its own reader will say what is wrong with it, unless the bytes show that it is something else.
    if (error instanceof Damaged) return firstInside(bytes, oleKinds) ?? damagedOle
    throw error
  }
}

function firstInside(bytes: Uint8Array, kinds: NonNullable<Signature['inside']>): Detected | undefined {
  let first = Number.POSITIVE_INFINITY
  let found: Detected | undefined
  for (const kind of kinds) {
    const at = indexOf(bytes, kind.name)
    if (at < 0 || at >= first) continue
    first = at
    found = kind
  }
  return found
}

/** What tells XML and HTML apart within the head, in lower case; the first that is there decides. */
const markups: readonly (Detected & { readonly starts: string; readonly has?: string })[] = [
  { starts: '<?xml', has: 'worddocument', format: 'other', kind: 'Word 2003 XML 文档', isDocument: true },
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

/** Only where the content leaves it open. The first that the name ends like; else a page if it begins as one, else plain text. */
function named(path: string, bytes: Uint8Array, beginsAsPage: boolean): Detected {
  const found = names.find(({ ends }) => ends.test(path)) ?? (beginsAsPage ? page : plain)
  // A page has tags.
  return found.format === 'html' && !bytes.includes(0x3c) ? plain : found
}

const packages: readonly (Detected & { readonly ends: RegExp })[] = [
  { ends: /\.doc[xm]$/i, format: 'docx', kind: 'Word 文档 .docx' },
  { ends: /\.odt$/i, ...openDocument },
]

/** Documents by their name that are never empty. */
const containers: readonly (Detected & { readonly ends: RegExp })[] = [
  ...packages,
  { ends: /\.(?:doc|wps)$/i, format: 'doc', kind: 'Word 97—2003 或 WPS 文档 .doc/.wps' },
  { ends: /\.fodt$/i, ...openDocument },
  { ends: /\.rtf$/i, format: 'rtf', kind: 'RTF 文档 .rtf' },
  { ends: /\.pdf$/i, format: 'pdf', kind: 'PDF 文档 .pdf' },
]

/** Whether the name tells of a format of which no file is empty. */
export const isContainerName = (path: string): boolean => containers.some(({ ends }) => ends.test(path))

const page: Detected = { format: 'html', kind: '网页 .html' }
const plain: Detected = { format: 'txt', kind: '纯文本' }

const names: readonly (Detected & { readonly ends: RegExp })[] = [
  { ends: /\.(?:md|markdown)$/i, format: 'md', kind: 'Markdown' },
  { ends: /\.x?html?$/i, ...page },
]
