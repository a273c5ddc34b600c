/** A page → a tree of elements and stretches of text, each with its place in the file. */
import type { html, Token, TreeAdapter, TreeAdapterTypeMap } from 'parse5'
import type { Wording } from '../../wording.ts'
import type { Refusal } from '../refusal.ts'

export interface TextNode {
  readonly kind: 'text'
  parent: ParentNode | null
  /** References resolved, CR LF as LF. */
  value: string
  /** Offsets in the decoded file; −1 until the parser tells them. */
  from: number
  to: number
}

export interface ElementNode {
  readonly kind: 'element'
  readonly tag: string
  readonly space: string
  readonly attrs: Token.Attribute[]
  parent: ParentNode | null
  readonly children: ChildNode[]
}

/** Comments and the like: nothing of theirs is wanted. */
interface OtherNode {
  readonly kind: 'other'
  parent: ParentNode | null
}

interface RootNode {
  readonly kind: 'root'
  readonly children: ChildNode[]
  mode: string
}

export type ChildNode = TextNode | ElementNode | OtherNode
export type ParentNode = ElementNode | RootNode

type Nodes = TreeAdapterTypeMap<
  ChildNode | ParentNode,
  ParentNode,
  ChildNode,
  RootNode,
  RootNode,
  ElementNode,
  OtherNode,
  TextNode,
  ElementNode,
  OtherNode
>

/** The package that knows HTML. */
export interface Html {
  readonly parse: typeof import('parse5').parse
}

/** Pages nest some 30 deep; browsers flatten from 512 on. */
const DEPTH_LIMIT = 1000
/** A page of a hundred thousand characters has some thousand nodes. */
const NODE_LIMIT = 500_000
/** Formats that are not closed are opened again in every paragraph: a short page can make many nodes. Tags have three characters. */
const nodeLimit = (document: string): number => Math.min(NODE_LIMIT, 10_000 + document.length)

const deep: Wording = { zh: '网页标签嵌套过深', en: 'its tags are nested too deep' }
const many: Wording = { zh: '网页标签过多', en: 'it has too many tags' }

/**
 * The tree of `document`; never refuses what browsers would read, but for its depth and size.
 * @throws HegaoError `file-too-complex`
 */
export function treeOf({ parse }: Html, document: string, refuse: Refusal): ParentNode {
  return parse<Nodes>(document, { sourceCodeLocationInfo: true, treeAdapter: adapter(document, refuse) })
}

/**
 * How parse5 builds the tree. Its own way would put neighbouring stretches of text into one node even where tags or the whole
 * of a table stand between them, so that their places are lost; and it keeps places of elements, which nobody asks for.
 */
function adapter(document: string, refuse: Refusal): TreeAdapter<Nodes> {
  const limit = nodeLimit(document)
  let nodes = 0
  let depth = 0

  const counted = <Node extends ChildNode>(node: Node): Node => {
    if (++nodes > limit) throw refuse.tooComplex(many)
    return node
  }
  const newText = (value: string, parent: ParentNode): TextNode =>
    counted({ kind: 'text', parent, value, from: -1, to: -1 } satisfies TextNode)
  const insert = (parent: ParentNode, node: ChildNode, before: ChildNode): void => {
    // Text is put before a table that is still open: it stands near the end.
    parent.children.splice(parent.children.lastIndexOf(before), 0, node)
    node.parent = parent
  }
  const other = (): OtherNode => ({ kind: 'other', parent: null })

  return {
    createDocument: () => ({ kind: 'root', children: [], mode: 'no-quirks' }),
    createDocumentFragment: () => ({ kind: 'root', children: [], mode: 'no-quirks' }),
    createElement: (tag, space, attrs) => counted({ kind: 'element', tag, space, attrs, parent: null, children: [] }),
    createCommentNode: other,
    createTextNode: (value) => counted({ kind: 'text', parent: null, value, from: -1, to: -1 }),
    appendChild(parent, node) {
      parent.children.push(node)
      node.parent = parent
    },
    insertBefore: insert,
    insertText: (parent, text) => {
      parent.children.push(newText(text, parent))
    },
    insertTextBefore: (parent, text, before) => insert(parent, newText(text, parent), before),
    detachNode(node) {
      const { parent } = node
      if (!parent) return
      // What is moved was added last, or all children are moved from the first on.
      const { children } = parent
      const index = children[0] === node ? 0 : children.lastIndexOf(node)
      if (index >= 0) children.splice(index, 1)
      node.parent = null
    },
    setNodeSourceCodeLocation(node, location) {
      if (node.kind !== 'text' || !location) return
      node.from = location.startOffset
      node.to = location.endOffset
      startAtReference(node, document)
      if (joinsPrevious(node)) nodes--
    },
    updateNodeSourceCodeLocation(node, location) {
      if (node.kind === 'text' && location.endOffset !== undefined) node.to = location.endOffset
    },
    // Each stretch of text is new to the parser; the place of an element is that of its text.
    getNodeSourceCodeLocation: () => null,
    getParentNode: (node) => (node.kind === 'root' ? null : node.parent),
    getFirstChild: (node) => node.children[0] ?? null,
    getChildNodes: (node) => node.children,
    getTagName: ({ tag }) => tag,
    getNamespaceURI: ({ space }) => space as html.NS,
    getAttrList: ({ attrs }) => attrs,
    adoptAttributes(element, attrs) {
      const names = new Set(element.attrs.map(({ name }) => name))
      for (const attribute of attrs) if (!names.has(attribute.name)) element.attrs.push(attribute)
    },
    getTextNodeContent: ({ value }) => value,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    setDocumentType() {},
    getDocumentMode: ({ mode }) => mode as html.DOCUMENT_MODE,
    setDocumentMode: (root, mode) => {
      root.mode = mode
    },
    // What a template holds is not shown; it need not be apart.
    setTemplateContent() {},
    getTemplateContent: (template) => template as unknown as RootNode,
    isTextNode: (node): node is TextNode => node.kind === 'text',
    isElementNode: (node): node is ElementNode => node.kind === 'element',
    isCommentNode: (node): node is OtherNode => node.kind === 'other',
    isDocumentTypeNode: (node): node is OtherNode => node.kind === 'other',
    onItemPush() {
      if (++depth > DEPTH_LIMIT) throw refuse.tooComplex(deep)
    },
    onItemPop() {
      depth--
    },
  }
}

const previousOf = (node: TextNode): ChildNode | undefined => {
  const children = node.parent?.children ?? []
  return children[(children.at(-1) === node ? children.length - 1 : children.lastIndexOf(node)) - 1]
}

/** Of text that begins with a reference behind a blank, the parser tells the end of the reference as the beginning. */
function startAtReference(node: TextNode, document: string): void {
  const { value, from } = node
  if (value.charAt(0) === document.charAt(from)) return
  const before = /&[#\w]{0,40};?$/.exec(document.slice(Math.max(0, from - 40), from + 1))
  if (!before) return
  node.from = from + 1 - before[0].length
  const previous = previousOf(node)
  if (previous?.kind === 'text' && previous.to === from) previous.to = node.from
}

/** Whether the text goes on exactly where the text before it ends, and both read as they stand: then they are one. */
function joinsPrevious(node: TextNode): boolean {
  const previous = previousOf(node)
  if (previous?.kind !== 'text' || previous.to !== node.from || !isLinear(previous) || !isLinear(node)) return false
  previous.value += node.value
  previous.to = node.to
  const { children } = node.parent as ParentNode
  children.splice(children.lastIndexOf(node), 1)
  return true
}

/** References and CR LF are longer in the file than what they stand for. */
export const isLinear = ({ value, from, to }: Pick<TextNode, 'value' | 'from' | 'to'>): boolean => value.length === to - from
