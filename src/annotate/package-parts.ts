/** Adding a part to the package: it is named by the main part's relationships and by the content types (ECMA-376 part 2, 6). */
import { swapped, utf8Of, utf16leOf } from '../bytes.ts'
import type { XmlPart } from '../read/docx/model.ts'
import { type Package, relsOf } from '../read/docx/package.ts'
import { prefixOf, rootTag } from './markup.ts'
import { xmlText } from './xml-text.ts'

/** A zip entry and what it is to hold. */
export type Entry = readonly [name: string, content: Uint8Array]

/** The first part of this kind that the main part refers to. */
export const relatedPart = (pack: Package, kind: string): XmlPart | undefined => relatedParts(pack, kind)[0]

export const relatedParts = ({ relationships, part }: Package, kind: string): XmlPart[] =>
  relationships.flatMap((one) => (one.kind === kind && one.target !== undefined && part(one.target)) || [])

/** The entry of `part` if its text were `xml`: in the encoding that it is in. */
export function entryOf({ name, encoding, bom }: Pick<XmlPart, 'name' | 'encoding' | 'bom'>, xml: string): Entry {
  const text = bom ? `\ufeff${xml}` : xml
  if (encoding === 'utf-8') return [name, utf8Of(text)]
  const bytes = utf16leOf(text)
  return [name, encoding === 'utf-16le' ? bytes : swapped(bytes)]
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The folder of a part; empty at the root. */
export const folderOf = (name: string): string => name.slice(0, Math.max(name.lastIndexOf('/'), 0))

/** How the part `name` is called from `folder`. */
function relativeTo(folder: string, name: string): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = name.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** The relationships of the main part with one more: to `name`. */
export function relationshipsWith({ main, relationships, part }: Package, name: string, type: string): Entry {
  const own = part(relsOf(main)) ?? {
    name: relsOf(main),
    xml: `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"/>`,
    encoding: 'utf-8',
    bom: false,
  }
  const taken = new Set(relationships.map(({ id }) => id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number++
  const target = xmlText(relativeTo(folderOf(main), name))
  return entryOf(
    own,
    withChild(own.xml, (prefix) => `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`),
  )
}

/** `[Content_Types].xml` with one more part. Undefined where the package has none, which Word would not open anyway. */
export function contentTypesWith({ part }: Package, name: string, type: string): Entry | undefined {
  const types = part('[Content_Types].xml')
  const row = (prefix: string): string => `<${prefix}Override PartName="/${xmlText(name)}" ContentType="${type}"/>`
  return types && entryOf(types, withChild(types.xml, row))
}

/** `xml` with `child` behind all that its root element has; `child` is given the prefix of the root. */
export function withChild(xml: string, child: (prefix: string) => string): string {
  const root = rootTag(xml)
  const added = child(prefixOf(root))
  if (!root.endsWith('/>')) {
    const end = xml.lastIndexOf('</')
    return xml.slice(0, end) + added + xml.slice(end)
  }
  const at = xml.indexOf(root)
  const name = /^<([^\s/>]+)/.exec(root)?.[1] ?? ''
  return `${xml.slice(0, at)}${root.slice(0, -2).trimEnd()}>${added}</${name}>${xml.slice(at + root.length)}`
}
