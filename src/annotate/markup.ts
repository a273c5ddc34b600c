/** The elements of comments and tracked changes (ECMA-376 part 1, 17.13), as they are put into a part of the document. */
import type { DocxRun, XmlPart } from '../read/docx/model.ts'
import { xmlText } from './xml-text.ts'

/** Who comments and changes. Comments and changes of this name are ours, and are taken out before new ones are put in. */
export const AUTHOR = '核稿 hegao'
export const INITIALS = '核稿'

/** The namespaces of WordprocessingML: transitional and strict. */
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** Whether the part is in the strict form of the standard, which has namespaces of its own. */
export const isStrict = ({ xml }: XmlPart): boolean => rootTag(xml).includes(strict)

/** The start tag of the root element. */
export function rootTag(xml: string): string {
  const from = xml.search(/<[^?!]/)
  return from < 0 ? '' : xml.slice(from, xml.indexOf('>', from) + 1)
}

/** `w:` of `<w:p …>` and of `</w:p>`; nothing where the element has no prefix. */
export const prefixOf = (tag: string): string => /^<\/?([^\s/>:]+:)/.exec(tag)?.[1] ?? ''

/** How names are written at one place. */
export interface Names {
  /** Before the names of elements and attributes. */
  readonly prefix: string
  /** The declaration that each element needs, with a blank before it; mostly none. */
  readonly declared: string
}

/** Attributes have no default namespace: where elements go without a prefix, ours bring one. */
export const namesFor = (prefix: string, part: XmlPart): Names =>
  prefix === ''
    ? { prefix: 'hegao:', declared: ` xmlns:hegao="${isStrict(part) ? strict : transitional}"` }
    : { prefix, declared: '' }

export const namespaceOf = (part: XmlPart): string => (isStrict(part) ? strict : transitional)

/** Who and when, as attributes. */
export function signature({ prefix }: Names, date: string | undefined): string {
  const when = date === undefined ? '' : ` ${prefix}date="${xmlText(date)}"`
  return ` ${prefix}author="${AUTHOR}"${when}`
}

const empty = (names: Names, name: string, id: number): string =>
  `<${names.prefix}${name}${names.declared} ${names.prefix}id="${id}"/>`

export const commentStart = (names: Names, id: number): string => empty(names, 'commentRangeStart', id)

/** The end of the range, and behind it the run that calls the comment. */
export function commentEnd(names: Names, id: number): string {
  const { prefix, declared } = names
  const reference = `<${prefix}r${declared}><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`
  return empty(names, 'commentRangeEnd', id) + reference
}

/** The tags of a tracked change. */
export const openChange = (names: Names, name: 'ins' | 'del', id: number, date: string | undefined): string =>
  `<${names.prefix}${name}${names.declared} ${names.prefix}id="${id}"${signature(names, date)}>`
export const closeChange = ({ prefix }: Names, name: 'ins' | 'del'): string => `</${prefix}${name}>`

/** A run of new text that looks as `like` does. */
export function newRun({ prefix, tag, properties }: DocxRun, text: string): string {
  // A run that declares namespaces of its own uses them in its properties.
  const start = tag.includes('xmlns') ? tag : `<${prefix}r>`
  return `${start}${withoutFormatChange(properties)}<${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}r>`
}

/** The tracked change of a run's format: [from,to) of its properties. */
function formatChange(properties: string): readonly [from: number, to: number] | undefined {
  const start = /<[^\s/<>]*rPrChange[\s>]/.exec(properties)
  const end = start && /<\/[^\s/<>]*rPrChange\s*>/.exec(properties)
  return start && end ? [start.index, end.index + end[0].length] : undefined
}

/** New text was never formatted otherwise. */
function withoutFormatChange(properties: string): string {
  const span = formatChange(properties)
  return span ? properties.slice(0, span[0]) + properties.slice(span[1]) : properties
}

/** The properties for the second half of a run: the tracked change of the format is one of its own. */
export function copiedProperties(properties: string, nextId: () => number): string {
  const span = formatChange(properties)
  if (!span) return properties
  const at = properties.indexOf('>', span[0])
  const tag = properties.slice(span[0], at)
  return properties.slice(0, span[0]) + tag.replace(/(:id=["'])-?\d+/, `$1${nextId()}`) + properties.slice(at)
}
