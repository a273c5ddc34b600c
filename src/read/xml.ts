/**
 * A scanner of XML that tells where in the text every tag stands, which is what writing back needs. Checks what the positions
 * rest on (tags that match, references, characters) and leaves the rest of well-formedness to others. No document type
 * declarations: OPC forbids them (ECMA-376 part 2 §6.2.5), and all entity attacks need one. Offsets are UTF-16 units.
 */
import { platform } from '#platform'
import { swapped } from '../bytes.ts'
import type { Wording } from '../wording.ts'
import type { Refusal } from './refusal.ts'

/** Deeper nesting is refused. Real documents reach 21. */
const DEPTH_LIMIT = 256
/** More tags in one file are refused: a report of 3,000 characters has a thousand. */
const TAG_LIMIT = 2_500_000

const cut: Wording = { zh: 'XML 不完整', en: 'its XML is cut off' }
const mismatch: Wording = { zh: 'XML 标签不配对', en: 'tags of its XML do not match' }
const badTag: Wording = { zh: 'XML 标签写错', en: 'a tag of its XML is malformed' }
const badReference: Wording = { zh: 'XML 里有不合规的字符引用', en: 'its XML has an improper character reference' }
const badCharacter: Wording = { zh: 'XML 里有不合规的字符', en: 'its XML has a character that XML forbids' }
const badEncoding: Wording = { zh: 'XML 的编码不对', en: 'its XML is not in the encoding it says' }
const doctype: Wording = { zh: 'XML 里有不该有的文档类型声明', en: 'its XML has a document type declaration' }
const many: Wording = { zh: 'XML 标签过多', en: 'its XML has too many tags' }
const deep: Wording = { zh: 'XML 嵌套过深', en: 'its XML is nested too deep' }

// --- bytes → text -----------------------------------------------------------------------------------------------------

/** An XML file, decoded; `xml` is without byte order mark. */
export interface DecodedXml {
  readonly xml: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly bom: boolean
}

/** Decodes UTF-8 or UTF-16, the encodings that OPC allows. @throws HegaoError as `refuse` makes it */
export function decodeXml(bytes: Uint8Array, refuse: Refusal): DecodedXml {
  const { encoding, mark } = encodingOf(bytes)
  const body = bytes.subarray(mark)
  if (encoding === 'utf-8' ? !platform.isUtf8(body) : body.length % 2 === 1) throw refuse.damaged(badEncoding)
  const xml = decoders[encoding](body)
  if (forbidden.test(xml)) throw refuse.damaged(badCharacter)
  if (encoding !== 'utf-8' && loneSurrogate.test(xml)) throw refuse.damaged(badCharacter)
  return { xml, encoding, bom: mark > 0 }
}

/** XML 1.0 §2.2 has no others. */
const forbidden = /[^\t\n\r -\uFFFD]/
/** With the flag u, halves of a pair match only where the other half is missing. */
const loneSurrogate = /[\ud800-\udfff]/u

/** By the mark, or by the `<` that every XML file begins with. */
function encodingOf(bytes: Uint8Array): { encoding: DecodedXml['encoding']; mark: number } {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 }
  if (first === 0x3c && second === 0) return { encoding: 'utf-16le', mark: 0 }
  if (first === 0 && second === 0x3c) return { encoding: 'utf-16be', mark: 0 }
  return { encoding: 'utf-8', mark: 0 }
}

const decoders: Readonly<Record<DecodedXml['encoding'], (bytes: Uint8Array) => string>> = {
  // Latin-1 strings take half the memory.
  'utf-8': (bytes) => (platform.isAscii(bytes) ? platform.latin1(bytes) : platform.utf8(bytes)),
  'utf-16le': (bytes) => platform.utf16le(bytes),
  'utf-16be': (bytes) => platform.utf16le(swapped(bytes)),
}

// --- text → tags ------------------------------------------------------------------------------------------------------

/** A start tag, or the tag of an empty element. Only valid while the handler looks at it. */
export interface XmlTag {
  /** The element's name by the prefix that we know its namespace by, whatever the file writes: `w:p`. */
  readonly name: string
  /** The name as written. */
  readonly written: string
  readonly from: number
  readonly to: number
  /** `<w:tab/>`: its end is told next, with nothing between. */
  readonly isEmpty: boolean
  /** The value of an attribute by its known name (`w:val`, `Requires`), references resolved. */
  attribute(name: string): string | undefined
  /** The namespace that the file binds this prefix to at this place. */
  namespace(prefix: string): string | undefined
}

export interface XmlHandler {
  open(tag: XmlTag): void
  /** [from,to) is the end tag; empty, and behind the tag, for empty elements. */
  close(name: string, from: number, to: number): void
  /** Characters as they stand in the file, between tags. `isLiteral`: of a CDATA section, without its marks. */
  text(from: number, to: number, isLiteral: boolean): void
}

/** Names of a namespace that is not known begin with this. */
const UNKNOWN = '?:'

/** What prefixes mean from one element on. */
interface Scope {
  /** Its own; the others are those of `outer`. */
  readonly prefixes: ReadonlyMap<string, string>
  readonly outer?: Scope
  readonly elements: Map<string, string>
  readonly attributes: Map<string, string>
  /** How deep the element stands that opened it. */
  readonly depth: number
}

const outermost = (): Scope => ({
  prefixes: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  elements: new Map(),
  attributes: new Map(),
  depth: -1,
})

/** Not copied from scope to scope: there can be many of both. Nor are there more scopes than open elements. */
function namespaceOf(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const space = at.prefixes.get(prefix)
    if (space !== undefined) return space
  }
  return undefined
}

/**
 * Tells `handler` every tag and all text of the element that `xml` is. `known`: namespace → the prefix that names begin with.
 * @throws HegaoError as `refuse` makes it
 */
export function scanXml(xml: string, known: ReadonlyMap<string, string>, handler: XmlHandler, refuse: Refusal): void {
  let scope = outermost()
  /** Names of the open elements, as written and as known. */
  const written: string[] = []
  const names: string[] = []
  /** Of the attributes of a tag, four offsets each: name from, to, value from, to. */
  const spans: number[] = []
  /** How many tags have begun. */
  let count = 0

  const resolve = (cache: Map<string, string>, name: string, isAttribute: boolean): string => {
    const cached = cache.get(name)
    if (cached !== undefined) return cached
    const colon = name.indexOf(':')
    const prefix = name.slice(0, Math.max(colon, 0))
    const local = name.slice(colon + 1)
    const space = namespaceOf(scope, prefix)
    const own = space === undefined ? undefined : known.get(space)
    const resolved = isAttribute && colon < 0 ? name : `${own === undefined ? UNKNOWN : own && `${own}:`}${local}`
    cache.set(name, resolved)
    return resolved
  }

  const tag = {
    name: '',
    written: '',
    from: 0,
    to: 0,
    isEmpty: false,
    attribute(name: string): string | undefined {
      for (let index = 0; index < spans.length; index += 4) {
        const own = xml.slice(spans[index], spans[index + 1])
        if (own === name || own.includes(':')) {
          if (resolve(scope.attributes, own, true) === name) {
            return resolved(xml.slice(spans[index + 2], spans[index + 3]), refuse)
          }
        }
      }
      return undefined
    },
    namespace: (prefix: string): string | undefined => namespaceOf(scope, prefix),
  }

  const declare = (): void => {
    let prefixes: Map<string, string> | undefined
    for (let index = 0; index < spans.length; index += 4) {
      const name = xml.slice(spans[index], spans[index + 1])
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue
      prefixes ??= new Map()
      prefixes.set(name.slice(6), resolved(xml.slice(spans[index + 2], spans[index + 3]), refuse))
    }
    if (prefixes) scope = { prefixes, outer: scope, elements: new Map(), attributes: new Map(), depth: written.length }
  }

  const leave = (): string => {
    written.pop()
    const name = names.pop() as string
    if (scope.depth === written.length && scope.outer) scope = scope.outer
    return name
  }

  const start = (from: number): number => {
    const nameEnd = endOfName(xml, from + 1)
    if (nameEnd === from + 1 || (count > 0 && written.length === 0)) throw refuse.damaged(badTag)
    spans.length = 0
    const end = attributesOf(xml, nameEnd, spans)
    if (end < 0) throw refuse.damaged(badTag)
    if (written.length === DEPTH_LIMIT) throw refuse.tooComplex(deep)
    if (++count > TAG_LIMIT) throw refuse.tooComplex(many)
    if (spans.length > 0) declare()
    tag.written = xml.slice(from + 1, nameEnd)
    tag.name = resolve(scope.elements, tag.written, false)
    tag.from = from
    tag.isEmpty = xml.charCodeAt(end) === SLASH
    tag.to = end + (tag.isEmpty ? 2 : 1)
    written.push(tag.written)
    names.push(tag.name)
    const { to, isEmpty } = tag
    handler.open(tag)
    if (isEmpty) handler.close(leave(), to, to)
    return to
  }

  const end = (from: number): number => {
    const name = written[written.length - 1]
    if (name === undefined || !xml.startsWith(name, from + 2)) throw refuse.damaged(mismatch)
    let to = from + 2 + name.length
    while (isBlank(xml.charCodeAt(to))) to++
    if (xml.charCodeAt(to) !== GREATER) throw refuse.damaged(mismatch)
    handler.close(leave(), from, to + 1)
    return to + 1
  }

  /** `<?…?>`, `<!--…-->`, CDATA. */
  const other = (from: number): number => {
    if (xml.startsWith('<![CDATA[', from)) {
      const to = xml.indexOf(']]>', from)
      if (to < 0 || written.length === 0) throw refuse.damaged(cut)
      handler.text(from + 9, to, true)
      return to + 3
    }
    const closing = xml.startsWith('<!--', from) ? '-->' : xml.startsWith('<?', from) ? '?>' : undefined
    if (closing === undefined) throw refuse.damaged(doctype)
    const to = xml.indexOf(closing, from + (closing === '?>' ? 2 : 4))
    if (to < 0) throw refuse.damaged(cut)
    return to + closing.length
  }

  let at = 0
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', at)) {
    if (open > at) {
      if (written.length > 0) handler.text(at, open, false)
      else if (xml.slice(at, open).trim() !== '') throw refuse.damaged(badTag)
    }
    const next = xml.charCodeAt(open + 1)
    at = next === SLASH ? end(open) : next === EXCLAMATION || next === QUESTION ? other(open) : start(open)
  }
  if (written.length > 0 || count === 0 || xml.slice(at).trim() !== '') throw refuse.damaged(cut)
}

const SLASH = 0x2f
const GREATER = 0x3e
const EQUALS = 0x3d
const EXCLAMATION = 0x21
const QUESTION = 0x3f

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

function endOfName(xml: string, from: number): number {
  let at = from
  for (;;) {
    const code = xml.charCodeAt(at)
    // NaN, at the end of the text, is not greater than anything.
    if (!(code > 0x20) || code === SLASH || code === GREATER || code === EQUALS || code === 0x3c || code === 0x22) return at
    at++
  }
}

/** Notes the attributes of a tag; where its `>` or `/>` is, or −1 where it is malformed. */
function attributesOf(xml: string, from: number, spans: number[]): number {
  let at = from
  for (;;) {
    const before = at
    while (isBlank(xml.charCodeAt(at))) at++
    const code = xml.charCodeAt(at)
    if (code === GREATER) return at
    if (code === SLASH) return xml.charCodeAt(at + 1) === GREATER ? at : -1
    const nameEnd = endOfName(xml, at)
    if (nameEnd === at || at === before) return -1
    let value = nameEnd
    while (isBlank(xml.charCodeAt(value))) value++
    if (xml.charCodeAt(value) !== EQUALS) return -1
    value++
    while (isBlank(xml.charCodeAt(value))) value++
    const quote = xml[value]
    if (quote !== '"' && quote !== "'") return -1
    const end = xml.indexOf(quote, value + 1)
    if (end < 0) return -1
    spans.push(at, nameEnd, value + 1, end)
    at = end + 1
  }
}

// --- characters -------------------------------------------------------------------------------------------------------

/** `raw` with its references resolved. @throws HegaoError as `refuse` makes it */
export function resolved(raw: string, refuse: Refusal): string {
  if (!raw.includes('&')) return raw
  let text = ''
  stretches(raw, 0, raw.length, refuse, (value) => {
    text += value
  })
  return text
}

/**
 * Divides the characters [from,to) of `xml` into stretches that read as they stand, and references and line ends, which do
 * not: `visit` is given what each reads as, and where it stands.
 * @throws HegaoError as `refuse` makes it
 */
export function stretches(
  xml: string,
  from: number,
  to: number,
  refuse: Refusal,
  visit: (value: string, from: number, to: number) => void,
): void {
  const raw = xml.slice(from, to)
  if (!raw.includes('&') && !raw.includes('\r')) {
    if (raw !== '') visit(raw, from, to)
    return
  }
  let done = 0
  for (const { 0: written, index } of raw.matchAll(/&[^&;]{0,32};?|\r\n?/g)) {
    if (index > done) visit(raw.slice(done, index), from + done, from + index)
    done = index + written.length
    // XML 1.0 §2.11: every line end is read as LF.
    visit(written[0] === '\r' ? '\n' : characterOf(written, refuse), from + index, from + done)
  }
  if (done < raw.length) visit(raw.slice(done), from + done, to)
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

function characterOf(reference: string, refuse: Refusal): string {
  const entity = Object.hasOwn(entities, reference) ? entities[reference] : undefined
  if (entity !== undefined) return entity
  const [, decimal, hexadecimal] = /^&#(?:(\d{1,7})|x([\da-fA-F]{1,6}));$/.exec(reference) ?? []
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  if (!isCharacter(code)) throw refuse.damaged(badReference)
  return String.fromCodePoint(code)
}

/** XML 1.0 §2.2. False for NaN. */
const isCharacter = (code: number): boolean =>
  (code >= 0x20 && code <= 0xd7ff) ||
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
