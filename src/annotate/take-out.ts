/**
 * Takes our own comments and tracked changes out of a document, as if all our changes had been rejected: so that what was
 * annotated before can be checked and annotated again. Changes that somebody accepted or rejected are no longer there.
 */
import type { DocxDocument } from '../read/docx/model.ts'
import { namespaces } from '../read/docx/namespaces.ts'
import type { Package } from '../read/docx/package.ts'
import { scanXml, type XmlTag } from '../read/xml.ts'
import { type Archive, copyZip } from '../read/zip.ts'
import { AUTHOR, prefixOf } from './markup.ts'
import { type Entry, entryOf, relatedPart, relatedParts } from './package-parts.ts'
import { ruleLine } from './texts.ts'

interface Cut {
  readonly from: number
  readonly to: number
  readonly xml: string
}

/** The file without our comments and changes; undefined where it has none. */
export function withoutOurs({ pack, main }: DocxDocument): Uint8Array | undefined {
  const { archive } = pack
  const comments = relatedPart(pack, 'comments')
  if (!comments?.xml.includes(AUTHOR) && !main.xml.includes(AUTHOR)) return undefined
  const ours = comments ? ourComments(comments.xml, archive) : nobody
  const cuts = ourMarkup(main.xml, ours.ids, archive)
  const changed = new Map<string, Uint8Array>(forgotten(pack, ours.paragraphs))
  if (comments && ours.cuts.length > 0) changed.set(...entryOf(comments, withCuts(comments.xml, ours.cuts)))
  if (cuts.length > 0) changed.set(...entryOf(main, withCuts(main.xml, cuts)))
  return changed.size > 0 ? copyZip(archive, changed) : undefined
}

/** `cuts` in any order; what lies inside a cut that begins before it is gone with that. */
function withCuts(xml: string, cuts: readonly Cut[]): string {
  const pieces: string[] = []
  let from = 0
  for (const cut of cuts.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from < from) continue
    pieces.push(xml.slice(from, cut.from), cut.xml)
    from = cut.to
  }
  pieces.push(xml.slice(from))
  return pieces.join('')
}

interface OurComments {
  readonly ids: ReadonlySet<string>
  /** `w14:paraId` of their paragraphs, by which Word's other parts name them. */
  readonly paragraphs: ReadonlySet<string>
  readonly cuts: readonly Cut[]
}

const nobody: OurComments = { ids: new Set(), paragraphs: new Set(), cuts: [] }

/** Comments of our author that tell a rule: an answer to one of them has another author. */
function ourComments(xml: string, archive: Archive): OurComments {
  const ids = new Set<string>()
  const paragraphs = new Set<string>()
  const cuts: Cut[] = []
  let open:
    | { readonly id: string; readonly from: number; readonly paragraphs: string[]; line: string; isOurs: boolean }
    | undefined
  scanXml(
    xml,
    namespaces,
    {
      open(tag) {
        if (tag.name === 'w:comment' && tag.attribute('w:author') === AUTHOR) {
          open = { id: tag.attribute('w:id') ?? '', from: tag.from, paragraphs: [], line: '', isOurs: false }
        }
        if (open && tag.name === 'w:p') {
          open.line = ''
          const id = tag.attribute('w14:paraId')
          if (id !== undefined) open.paragraphs.push(id)
        }
      },
      text(from, to) {
        if (open) open.line += xml.slice(from, to)
      },
      close(name, _from, to) {
        if (!open) return
        if (name === 'w:p') open.isOurs ||= ruleLine.test(open.line.trim())
        if (name !== 'w:comment') return
        if (open.isOurs) {
          ids.add(open.id)
          for (const id of open.paragraphs) paragraphs.add(id)
          cuts.push({ from: open.from, to, xml: '' })
        }
        open = undefined
      },
    },
    archive,
  )
  return { ids, paragraphs, cuts }
}

/** An element of the body that matters here, while it is open. */
interface Frame {
  readonly kind: 'insertion' | 'deletion' | 'struck' | 'run'
  readonly from: number
  /** Of an insertion of ours: what in it is not ours. */
  readonly kept: { readonly from: number; readonly to: number }[]
  /** Of a run: calls of our comments, and how much else there is. */
  readonly calls: Cut[]
  others: number
  callsOther: boolean
}

const newFrame = (kind: Frame['kind'], from: number): Frame => ({ kind, from, kept: [], calls: [], others: 0, callsOther: false })

/** Ranges that may begin inside an insertion of ours and end outside. */
const ranges: ReadonlySet<string> = new Set(
  ['w:commentRange', 'w:bookmark', 'w:perm'].flatMap((name) => [`${name}Start`, `${name}End`]),
)

const unstruck: Readonly<Record<string, string>> = { 'w:delText': 't', 'w:delInstrText': 'instrText' }

/** What has to go from the body: marks of the comments `ids`, insertions of ours, the tags of our deletions. */
function ourMarkup(xml: string, ids: ReadonlySet<string>, archive: Archive): Cut[] {
  const cuts: Cut[] = []
  const frames: (Frame | undefined)[] = []
  const insertions: Frame[] = []
  let deletions = 0
  const drop = (from: number, to: number, by = ''): void => {
    cuts.push({ from, to, xml: by })
  }

  const frameOf = (tag: XmlTag): Frame | undefined => {
    const { name, from, to } = tag
    const parent = frames[frames.length - 1]
    if (parent?.kind === 'run') {
      const isOurCall = name === 'w:commentReference' && ids.has(tag.attribute('w:id') ?? '')
      if (isOurCall) parent.calls.push({ from, to, xml: '' })
      else if (name !== 'w:rPr') parent.others++
      if (name === 'w:commentReference' && !isOurCall) parent.callsOther = true
    }
    if (name === 'w:r') return newFrame('run', from)
    if (name === 'w:ins' && tag.attribute('w:author') === AUTHOR) return newFrame('insertion', from)
    if (name === 'w:del' && tag.attribute('w:author') === AUTHOR) {
      drop(from, to)
      return newFrame('deletion', from)
    }
    if (deletions > 0 && Object.hasOwn(unstruck, name)) {
      drop(from + 1, from + 1 + tag.written.length, prefixOf(xml.slice(from, to)) + unstruck[name])
      return newFrame('struck', from)
    }
    if (ranges.has(name)) {
      if (name.startsWith('w:comment') && ids.has(tag.attribute('w:id') ?? '')) drop(from, to)
      else insertions[insertions.length - 1]?.kept.push({ from, to })
    }
    return undefined
  }

  const settleRun = (run: Frame, to: number): void => {
    if (run.calls.length > 0 && run.others === 0) drop(run.from, to)
    else cuts.push(...run.calls)
    if (run.callsOther) insertions[insertions.length - 1]?.kept.push({ from: run.from, to })
  }

  scanXml(
    xml,
    namespaces,
    {
      open(tag) {
        const frame = frameOf(tag)
        frames.push(frame)
        if (frame?.kind === 'insertion') insertions.push(frame)
        if (frame?.kind === 'deletion') deletions++
      },
      text() {},
      close(name, from, to) {
        const frame = frames.pop()
        if (!frame) return
        if (frame.kind === 'run') {
          settleRun(frame, to)
        } else if (frame.kind === 'insertion') {
          insertions.pop()
          let at = frame.from
          for (const kept of frame.kept) {
            drop(at, kept.from)
            at = kept.to
          }
          drop(at, to)
        } else if (frame.kind === 'deletion') {
          deletions--
          if (to > from) drop(from, to)
        } else if (to > from) {
          const prefix = prefixOf(xml.slice(from, to))
          drop(from + 2, from + 2 + prefix.length + name.length - 2, prefix + unstruck[name])
        }
      },
    },
    archive,
  )
  return cuts
}

/** Word tells of comments in further parts: who answers whom, what is done. Rows about ours go. */
function forgotten(pack: Package, paragraphs: ReadonlySet<string>): Entry[] {
  if (paragraphs.size === 0) return []
  const durable = new Set<string>()
  const parts = ['commentsExtended', 'commentsIds', 'commentsExtensible'].flatMap((kind) => relatedParts(pack, kind))
  return parts.map((part) =>
    entryOf(
      part,
      part.xml.replace(/<[^<>]*>/g, (tag) => {
        if (tag.endsWith('/>') && paragraphs.has(attributeOf(tag, 'paraId'))) {
          const id = attributeOf(tag, 'durableId')
          if (id !== NONE) durable.add(id)
          return ''
        }
        if (tag.endsWith('/>') && durable.has(attributeOf(tag, 'durableId'))) return ''
        // An answer stays, as a comment of its own.
        return paragraphs.has(attributeOf(tag, 'paraIdParent')) ? tag.replace(/\s[^\s=]*paraIdParent="[^"]*"/, '') : tag
      }),
    ),
  )
}

/** The value of the attribute of this name, whatever its prefix; not empty where it has one. */
const attributeOf = (tag: string, name: string): string =>
  Array.from(tag.matchAll(/[\s:](\w+)="([^"]*)"/g)).find(([, own]) => own === name)?.[2] ?? NONE
const NONE = '-'
