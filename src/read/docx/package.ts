/** The package (OPC, ECMA-376 part 2): which part is the document, and which parts belong to it. */
import { failure } from '../../errors.ts'
import type { Wording } from '../../wording.ts'
import { decodeXml, scanXml, type XmlTag } from '../xml.ts'
import { type Archive, openZip } from '../zip.ts'
import { namespaces } from './namespaces.ts'

/** What Word documents are called in messages. */
const KIND = 'Word 文档 .docx'

const noDocument: Wording = { zh: '缺少正文部分', en: 'its main part is missing' }

/** The largest part that is read, unpacked, in bytes. Real documents reach 12.6 MB. */
const XML_LIMIT = 32 * 1024 * 1024

const tooLarge: Wording = { zh: '解压后过大', en: 'it is too large when unpacked' }

/** An XML part of the package, decoded. A byte order mark belongs to no offset. */
export interface XmlPart {
  /** The name of its zip entry, as written there: `word/document.xml`. */
  readonly name: string
  readonly xml: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly bom: boolean
}

/** A reference from one part to another, or to the world. */
export interface Relationship {
  readonly id: string
  /** The last step of its type: `styles`, `footnotes`, `header`. */
  readonly kind: string
  /** The name of the zip entry; undefined for what is outside the package. */
  readonly target: string | undefined
}

export interface Package {
  readonly archive: Archive
  /** The name of the part with the body. */
  readonly main: string
  /** Of the main part, in the order of the file. */
  readonly relationships: readonly Relationship[]
  /** A part by its name, decoded; undefined where the package has none. Decoded once. */
  part(name: string): XmlPart | undefined
}

/**
 * Opens a Word package; the content decides which part is the main one, not its name.
 * @throws HegaoError `format-damaged`, `file-encrypted`, `file-too-complex`; `format-unsupported` for other Office packages
 */
export function openPackage(path: string, bytes: Uint8Array): Package {
  const archive = openZip(path, KIND, bytes)
  const parts = new Map<string, XmlPart>()
  const part = (name: string): XmlPart | undefined => {
    const known = parts.get(name)
    if (known) return known
    const entry = archive.find(name)
    if (!entry) return undefined
    if (entry.size > XML_LIMIT) throw archive.tooComplex(tooLarge)
    const read = { name: entry.name, ...decodeXml(archive.read(entry), archive) }
    parts.set(name, read)
    return read
  }
  const types = contentTypesOf(part, archive)
  const relationships = (name: string): Relationship[] => relationshipsOf(part(relsOf(name)), folderOf(name), archive)
  const named = relationships('').find(({ kind }) => kind === 'officeDocument')?.target
  const main = named !== undefined && archive.find(named) ? named : types.firstDocument
  if (main === undefined || !archive.find(main)) throw archive.damaged(noDocument)
  const other = others.find(({ type }) => types.of(main).includes(type))
  if (other) throw failure('format-unsupported', { path, kind: other.kind })
  return { archive, main, relationships: relationships(main), part }
}

/** Packages that are made like Word's and hold something else, by their main content type. */
const others: readonly { readonly type: string; readonly kind: string }[] = [
  { type: 'spreadsheetml', kind: 'Excel 表格 .xlsx' },
  { type: 'ms-excel', kind: 'Excel 表格 .xlsx' },
  { type: 'presentationml', kind: 'PowerPoint 演示文稿 .pptx' },
  { type: 'ms-powerpoint', kind: 'PowerPoint 演示文稿 .pptx' },
  { type: 'ms-visio', kind: 'Visio 绘图 .vsdx' },
]

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

/** `word/document.xml` → `word/_rels/document.xml.rels`; the package's own are those of the part without a name. */
export const relsOf = (name: string): string => `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`

interface ContentTypes {
  readonly of: (name: string) => string
  /** The first part that is a Word document, whatever refers to it. */
  readonly firstDocument: string | undefined
}

function contentTypesOf(part: Package['part'], archive: Archive): ContentTypes {
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  const types = part('[Content_Types].xml')
  if (types) {
    eachTag(types, archive, (tag) => {
      const type = tag.attribute('ContentType') ?? ''
      const name = (tag.attribute('PartName') ?? '').replace(/^\//, '').toLowerCase()
      if (tag.name === 'ct:Default') defaults.set((tag.attribute('Extension') ?? '').toLowerCase(), type)
      if (tag.name === 'ct:Override') overrides.set(name, type)
    })
  }
  const isDocument = (type: string): boolean => /wordprocessingml\.|ms-word\./.test(type) && type.endsWith('main+xml')
  return {
    of: (name) => overrides.get(name.toLowerCase()) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? '',
    firstDocument: Array.from(overrides).find(([, type]) => isDocument(type))?.[0],
  }
}

/** The relationships of the part that stands in `folder`, as its .rels part has them. */
function relationshipsOf(part: XmlPart | undefined, folder: string, archive: Archive): Relationship[] {
  const found: Relationship[] = []
  if (!part) return found
  eachTag(part, archive, (tag) => {
    if (tag.name !== 'rel:Relationship') return
    const target = tag.attribute('Target')
    const isOutside = target === undefined || tag.attribute('TargetMode') === 'External'
    found.push({
      id: tag.attribute('Id') ?? '',
      kind: (tag.attribute('Type') ?? '').split('/').at(-1) ?? '',
      target: isOutside ? undefined : nameOf(target, folder, archive),
    })
  })
  return found
}

/** Targets are URIs: `styles.xml`, `../a.xml`, `/word/b.xml`. Names are seldom escaped, and some producers forget it. */
function nameOf(target: string, folder: string, archive: Archive): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  const name = steps.join('/')
  return archive.find(name) ? name : unescaped(name)
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Every start tag of a small part that has no text. */
function eachTag({ xml }: XmlPart, archive: Archive, visit: (tag: XmlTag) => void): void {
  scanXml(xml, namespaces, { open: visit, close: () => {}, text: () => {} }, archive)
}
