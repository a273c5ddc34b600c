/** The part that holds the comments: theirs as they are, ours behind them. */
import type { DocxDocument, XmlPart } from '../read/docx/model.ts'
import type { Package } from '../read/docx/package.ts'
import { freeIds, idsIn } from './ids.ts'
import { INITIALS, isStrict, namesFor, namespaceOf, prefixOf, rootTag, signature } from './markup.ts'
import { contentTypesWith, DECLARATION, entryOf, folderOf, relatedPart, relationshipsWith, withChild } from './package-parts.ts'
import { xmlText } from './xml-text.ts'

export interface MarginComment {
  readonly id: number
  readonly lines: readonly string[]
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const relationshipType = (main: XmlPart): string =>
  isStrict(main)
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'

/** The comments of a document, before and after ours. */
export class Comments {
  private readonly pack: Package
  private readonly part: XmlPart | undefined
  readonly nextId: () => number
  /** How many there are before ours. */
  readonly count: number

  constructor(private readonly document: DocxDocument) {
    const { pack, main } = document
    this.pack = pack
    this.part = relatedPart(this.pack, 'comments')
    const xml = this.part?.xml ?? ''
    // Marks without a comment are a fault of the document, and ours must not become theirs.
    const marks = main.xml.match(/<[^\s<>]*comment(?:RangeStart|RangeEnd|Reference)\s[^<>]*>/g) ?? []
    this.nextId = freeIds(new Set([...idsIn(xml), ...idsIn(marks.join(''))]))
    this.count = xml.match(/<(?:[^\s/<>:]+:)?comment[\s>]/g)?.length ?? 0
  }

  /** The entries of the package that change when these comments are added. */
  with(comments: readonly MarginComment[], date: string | undefined): Map<string, Uint8Array> {
    const { main } = this.document
    if (this.part) return new Map([entryOf(this.part, withComments(this.part, comments, date))])
    const name = freeName(folderOf(main.name), (other) => this.pack.archive.find(other) !== undefined)
    const xml = `${DECLARATION}<w:comments xmlns:w="${namespaceOf(main)}"/>`
    const part: XmlPart = { name, xml, encoding: 'utf-8', bom: false }
    const types = contentTypesWith(this.pack, name, CONTENT_TYPE)
    return new Map([
      ...(types ? [types] : []),
      relationshipsWith(this.pack, name, relationshipType(main)),
      entryOf(part, withComments(part, comments, date)),
    ])
  }
}

/** `word/comments.xml`, or with a number where a part that nobody calls has that name. */
function freeName(folder: string, isTaken: (name: string) => boolean): string {
  for (let number = 0; ; number++) {
    const name = `${folder && `${folder}/`}comments${number || ''}.xml`
    if (!isTaken(name)) return name
  }
}

function withComments(part: XmlPart, comments: readonly MarginComment[], date: string | undefined): string {
  const names = namesFor(prefixOf(rootTag(part.xml)), part)
  const { prefix, declared } = names
  // Comments otherwise look like the body: 三号, two characters indented, 28 points a line.
  const plain = `<${prefix}pPr><${prefix}spacing ${prefix}before="0" ${prefix}after="0" ${prefix}line="240" ${prefix}lineRule="auto"/><${prefix}ind ${prefix}firstLineChars="0" ${prefix}firstLine="0"/><${prefix}jc ${prefix}val="left"/></${prefix}pPr>`
  const small = `<${prefix}rPr><${prefix}sz ${prefix}val="20"/></${prefix}rPr>`
  const paragraph = (line: string, index: number): string => {
    const mark = index === 0 ? `<${prefix}r>${small}<${prefix}annotationRef/></${prefix}r>` : ''
    const text = `<${prefix}t xml:space="preserve">${xmlText(line)}</${prefix}t>`
    return `<${prefix}p>${plain}${mark}<${prefix}r>${small}${text}</${prefix}r></${prefix}p>`
  }
  const comment = ({ id, lines }: MarginComment): string =>
    `<${prefix}comment${declared} ${prefix}id="${id}"${signature(names, date)} ${prefix}initials="${INITIALS}">${lines.map(paragraph).join('')}</${prefix}comment>`
  return withChild(part.xml, () => comments.map(comment).join(''))
}
