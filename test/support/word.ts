/** Word packages made for a test: as much of one as the test says. */
import { copyZip, openZip } from '../../src/read/zip.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const WPS = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
const M = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const spaces = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}" xmlns:wps="${WPS}" xmlns:w14="${W14}" xmlns:wp="${WP}" xmlns:m="${M}"`

/** `<w:name …>content</w:name>` with all namespaces. */
export const rootOf = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<w:${name} ${spaces}>${content}</w:${name}>`

/** A zip of these entries, in this order. */
export function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const empty = Buffer.alloc(22)
  empty.writeUInt32LE(0x06054b50, 0)
  const contents = Object.entries(entries).map(([name, content]) => [name, Buffer.from(content as string)] as const)
  return Buffer.from(copyZip(openZip('a.zip', 'zip', empty), new Map(contents)))
}

/** Parts beside the body, by the kind of their relationship: `styles`, `header`, `footnotes`. Their root is made for them. */
export type Beside = Readonly<Record<string, string>>

const roots: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' }

/** The entries of a Word package with this body. Relationships have the ids of `beside`: `header1` is of the kind `header`. */
export function wordEntries(body: string, beside: Beside = {}): Record<string, string> {
  const kinds = Object.keys(beside).map((id) => [id, id.replace(/\d+$/, '')] as const)
  const relationships = kinds.map(([id, kind]) => `<Relationship Id="${id}" Type="${R}/${kind}" Target="${id}.xml"/>`)
  return {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELS}"><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELS}">${relationships.join('')}</Relationships>`,
    'word/document.xml': rootOf('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(kinds.map(([id, kind]) => [`word/${id}.xml`, rootOf(roots[kind] ?? kind, beside[id] ?? '')])),
  }
}

/** A Word package with this body. */
export const wordOf = (body: string, beside: Beside = {}): Buffer => zipOf(wordEntries(body, beside))

/** A paragraph: text in one run, or content that is markup already; `properties` go into `w:pPr`. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`

/** A run; `properties` go into `w:rPr`. */
export const r = (content: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content.startsWith('<') ? content : `<w:t>${content}</w:t>`}</w:r>`

/** A file with some entries changed. */
export const changed = (bytes: Uint8Array, entries: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    copyZip(
      openZip('a.docx', 'zip', bytes),
      new Map(Object.entries(entries).map(([name, content]) => [name, Buffer.from(content as string)])),
    ),
  )
