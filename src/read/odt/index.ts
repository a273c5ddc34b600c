/** OpenDocument texts: .odt, a zip, and .fodt, the same in one XML file (ODF 1.3, OASIS). */
import { indexOf } from '../../bytes.ts'
import { failure } from '../../errors.ts'
import type { Source } from '../../source.ts'
import type { Wording } from '../../wording.ts'
import { sourceOf } from '../paragraphs.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { decodeXml, resolved, scanXml, type XmlHandler } from '../xml.ts'
import { openZip } from '../zip.ts'
import { Body } from './body.ts'
import { Styles } from './styles.ts'

const KIND = 'OpenDocument 文档 .odt'
const TEXT = 'application/vnd.oasis.opendocument.text'

const empty: Wording = { zh: '里面没有正文', en: 'it has no content' }

/** What names begin with; OpenDocument's own namespaces, and those of LibreOffice for what the standard does not have yet. */
const known: ReadonlyMap<string, string> = new Map([
  ...['office', 'text', 'style', 'table', 'form'].map(
    (name) => [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, name] as const,
  ),
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/**
 * The source of an OpenDocument text, zipped or flat.
 * @throws HegaoError `format-damaged`, `file-encrypted`, `file-too-complex`; `format-unsupported` for a sheet or the like
 */
export function readOdt(path: string, bytes: Uint8Array): Source {
  const styles = new Styles()
  const body = new Body(styles)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) readZip(path, bytes, styles, body)
  else readPart(path, bytes, styles, body, refusal(path, KIND))
  return sourceOf(path, 'odt', body.finished())
}

function readZip(path: string, bytes: Uint8Array, styles: Styles, body: Body): void {
  const archive = openZip(path, KIND, bytes)
  const manifest = archive.find('META-INF/manifest.xml')
  const isEncrypted = manifest && indexOf(archive.read(manifest), 'encryption-data') >= 0
  if (isEncrypted || archive.find('encrypted-package')) throw failure('file-encrypted', { path })
  const content = archive.find('content.xml')
  if (!content) throw archive.damaged(empty)
  const page = archive.find('styles.xml')
  // First: its automatic styles may have the names of those of the content, which outweigh them there.
  if (page) readPart(path, archive.read(page), styles, body, archive)
  readPart(path, archive.read(content), styles, body, archive)
}

function readPart(path: string, bytes: Uint8Array, styles: Styles, body: Body, refuse: Refusal): void {
  const { xml } = decodeXml(bytes, refuse)
  let depth = 0
  const handler: XmlHandler = {
    open(tag) {
      // What is embedded in a flat document has a root and a body of its own, deeper.
      if (depth === 0) refuseOthers(path, tag.attribute('office:mimetype')?.startsWith(TEXT) ?? true)
      if (depth === 2) refuseOthers(path, !otherBodies.has(tag.name))
      depth++
      styles.open(tag)
      body.begin(tag)
    },
    close(name) {
      depth--
      styles.close(name)
      body.end(name)
    },
    text(from, to, isLiteral) {
      const raw = xml.slice(from, to)
      body.text(isLiteral ? raw : resolved(raw, refuse))
    },
  }
  scanXml(xml, known, handler, refuse)
}

/** What stands in `office:body` where the document is no text. */
const otherBodies: ReadonlySet<string> = new Set(
  ['spreadsheet', 'presentation', 'drawing', 'chart', 'image', 'database'].map((name) => `office:${name}`),
)

function refuseOthers(path: string, isText: boolean): void {
  if (!isText) throw failure('format-unsupported', { path, kind: 'OpenDocument 表格、演示文稿等' })
}
