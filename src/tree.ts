/**
 * The tree of a report. unist nodes, concrete like nlcst: every non-blank character of the text lies in exactly one leaf.
 * Inside hegao a node carries `start` and `end`, UTF-16 offsets of `Source.text`; `position` in lines and columns of the
 * user's file is added where a tree leaves the program (`positioned` in report/document.ts).
 */
import type { Span } from './source.ts'

/** Ordinals of one family count on in one series, however mixed: 一要、二要、三是 is one series. */
export type Family = 'heading' | 'verb' | 'order' | 'circled' | 'dash'

interface SchemeFacts {
  readonly family: Family
  /** Depth among headings by GB/T 9704—2012 7.3.3, smaller stands higher; items stand below all headings. */
  readonly rank: number
}

/** Numbering schemes by what is printed. `parse/markers.ts` has an example of each. */
const schemeFacts = {
  chapter: { family: 'heading', rank: 0 },
  part: { family: 'heading', rank: 0 },
  jie: { family: 'heading', rank: 0.5 },
  article: { family: 'heading', rank: 1 },
  decimal: { family: 'heading', rank: 1.5 },
  nth: { family: 'heading', rank: 0 },
  'han-dun': { family: 'heading', rank: 2 },
  'paren-han': { family: 'heading', rank: 3 },
  'arabic-dot': { family: 'heading', rank: 4 },
  'paren-arabic': { family: 'heading', rank: 5 },
  'arabic-paren': { family: 'heading', rank: 5 },
  circled: { family: 'circled', rank: 9 },
  shi: { family: 'verb', rank: 9 },
  yao: { family: 'verb', rank: 9 },
  di: { family: 'order', rank: 9 },
  shouxian: { family: 'order', rank: 9 },
  yifangmian: { family: 'order', rank: 9 },
  dash: { family: 'dash', rank: 9 },
} as const satisfies Readonly<Record<string, SchemeFacts>>

export type Scheme = keyof typeof schemeFacts

/** All of them; the published schema has this list. */
export const schemes = Object.keys(schemeFacts) as Scheme[]

export const familyOf = (scheme: Scheme): Family => schemeFacts[scheme].family
export const rankOf = (scheme: Scheme): number => schemeFacts[scheme].rank

/** What a paragraph is, where it is not plain body text; the published schema has this list. */
export const roles = [
  'security',
  'issuer',
  'document-number',
  'signer',
  'title',
  'subtitle',
  'dateline',
  'byline',
  'contents',
  'salutation',
  'closing',
  'attachment',
  'signature',
  'date',
  'note',
  'imprint',
  'annex',
  'aside',
  'noise',
] as const

export type Role = (typeof roles)[number]

export interface Report extends Span {
  readonly type: 'report'
  readonly children: readonly Flow[]
}

export type Flow = Section | Paragraph | Enumeration | Table

/** A heading and all that stands under it. `level` is the depth in this document, from 1, whatever the scheme. */
export interface Section extends Span {
  readonly type: 'section'
  readonly level: number
  /** The heading comes first, always. */
  readonly children: readonly [Heading, ...Flow[]]
}

/** `runIn`: the body goes on in the heading's own paragraph (1.坚持政治引领。一要严明…), the normal case in reports. */
export interface Heading extends Span {
  readonly type: 'heading'
  readonly level: number
  readonly runIn?: true
  readonly children: readonly (Marker | Text)[]
}

export interface Paragraph extends Span {
  readonly type: 'paragraph'
  readonly role?: Role
  readonly children: readonly (Sentence | Enumeration)[]
}

/** 一是…；二是…；三是…, inside a paragraph or over paragraphs. `scheme` is that of its first item. */
export interface Enumeration extends Span {
  readonly type: 'enumeration'
  readonly scheme: Scheme
  readonly children: readonly Item[]
}

export interface Item extends Span {
  readonly type: 'item'
  /** The marker comes first; the first sentence after it is the 领起句. */
  readonly children: readonly [Marker, ...(Sentence | Paragraph | Enumeration)[]]
}

export interface Table extends Span {
  readonly type: 'table'
  readonly children: readonly Row[]
}

export interface Row extends Span {
  readonly type: 'row'
  readonly children: readonly Cell[]
}

export interface Cell extends Span {
  readonly type: 'cell'
  readonly children: readonly Paragraph[]
}

/** A printed ordinal: 一、 （一） 1. 一是. `generated`: the format numbers it, it stands in no character of the text. */
export interface Marker extends Span {
  readonly type: 'marker'
  readonly value: string
  readonly scheme: Scheme
  readonly ordinal: number
  readonly generated?: true
}

/** The words of a heading. */
export interface Text extends Span {
  readonly type: 'text'
  readonly value: string
}

/** What ends a sentence; '' where the paragraph ends without a mark. The published schema has this list. */
export const terminals = ['。', '！', '？', '…', '；', ''] as const

export type Terminal = (typeof terminals)[number]

/**
 * Up to and with its terminal mark; '' where the paragraph ends without one. A mark inside “” （） 《》 ends no sentence,
 * and ； ends one only before the marker of an item.
 */
export interface Sentence extends Span {
  readonly type: 'sentence'
  readonly value: string
  readonly terminal: Terminal
}

export type Leaf = Marker | Text | Sentence
export type Parent = Report | Section | Heading | Paragraph | Enumeration | Item | Table | Row | Cell
export type Node = Leaf | Parent

export const isLeaf = (node: Node): node is Leaf => !('children' in node)

/** Nodes of the tree in document order, each with its ancestors (nearest last). Iterative: a deep tree cannot overflow. */
export function* walk(root: Node): Generator<{ node: Node; ancestors: readonly Parent[] }> {
  const stack: { node: Node; ancestors: readonly Parent[] }[] = [{ node: root, ancestors: [] }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    yield entry
    if (isLeaf(entry.node)) continue
    const ancestors = [...entry.ancestors, entry.node]
    const { children } = entry.node
    for (let index = children.length - 1; index >= 0; index--) stack.push({ node: children[index] as Node, ancestors })
  }
}
