/**
 * Markdown: the prose, with a map back to the file. Code, front matter, HTML, images and link targets are no prose.
 *
 * Reports are not written for CommonMark, so three things are read differently from a web page: the printed number of an
 * ordered list item stays in the text; lines that were written one paragraph a line are paragraphs, not one; and Chinese
 * lines that are indented by spaces are paragraphs, not code.
 */
import type { Code, Heading, Html, InlineCode, ListItem, Nodes, Paragraph, Parents, Root, Text } from 'mdast'
import { failure } from '../errors.ts'
import { type Comment, type Hint, lineStarts, type Source } from '../source.ts'
import { commentsIn } from './comments.ts'
import type { Decoded } from './decode.ts'
import { assemble, type Draft, type Fragment } from './drafts.ts'
import { isTooIntricate } from './md-guard.ts'
import { divide, type Line, rowsOfTable } from './md-lines.ts'
import { readTxt } from './txt.ts'

/** Larger Markdown files are refused: the parser takes some 50 bytes of memory for one of text. In UTF-16 units. */
const LENGTH_LIMIT = 16 * 1024 * 1024
const MEGABYTE = 1024 * 1024

/** The packages that know CommonMark. */
interface Markdown {
  readonly unified: typeof import('unified').unified
  readonly remarkParse: typeof import('remark-parse').default
}

/** As `readMdWith`; the packages are loaded here, so that a run over plain text never pays for them. */
export async function readMd(path: string, decoded: Decoded): Promise<Source> {
  const [{ unified }, { default: remarkParse }] = await Promise.all([import('unified'), import('remark-parse')])
  return readMdWith({ unified, remarkParse }, path, decoded)
}

/**
 * The source of a Markdown file. Blocks are paragraphs, headings, list items and table cells, with a line feed between them.
 * @throws HegaoError `file-too-large`
 */
export function readMdWith(markdown: Markdown, path: string, decoded: Decoded): Source {
  const { text: document, encoding, bom, damage } = decoded
  if (document.length > LENGTH_LIMIT) {
    const size = Math.ceil(document.length / MEGABYTE)
    throw failure('file-too-large', { path, size, limit: LENGTH_LIMIT / MEGABYTE })
  }
  if (isTooIntricate(document)) return { ...readTxt(path, decoded), format: 'md' }
  const { tree, references } = parse(document, markdown)
  const { drafts, comments } = walked(document, tree, references)
  const { text, blocks, pieces } = assemble(drafts)
  const source: Source = { path, format: 'md', encoding, bom, text, document, blocks, pieces, damage }
  return comments.length === 0 ? source : { ...source, comments }
}

// --- the Markdown tree ------------------------------------------------------------------------------------------------

/** A character reference (`&amp;`) of the document, by where it begins: where it ends and what it stands for. */
type References = Map<number, { readonly to: number; readonly value: string }>

function parse(document: string, { unified, remarkParse }: Markdown): { tree: Root; references: References } {
  const references: References = new Map()
  let opened: { from: number; length: number } | undefined
  const processor = unified().use(remarkParse)
  processor.data('fromMarkdownExtensions', [
    {
      enter: {
        // Called at & and at ; : what the text has grown by in between is what the reference stands for. The tree itself
        // does not tell references from characters, and decoding them again would need a table of 2,200 names.
        characterReferenceMarker(token) {
          const node = this.stack.at(-1)
          const value = node && 'value' in node ? node.value : ''
          if (opened) references.set(opened.from, { to: token.end.offset, value: value.slice(opened.length) })
          opened = opened ? undefined : { from: token.start.offset, length: value.length }
        },
      },
    },
  ])
  return { tree: processor.parse(withoutFrontMatter(document)), references }
}

/** Front matter is blanked, not cut, so that offsets stay. CommonMark would read it as a rule and a heading. */
function withoutFrontMatter(document: string): string {
  const end = endOfFrontMatter(document)
  return end === 0 ? document : ' '.repeat(end) + document.slice(end)
}

/** A report may well begin with a rule of its own: only lines that look like YAML are front matter. 0: there is none. */
function endOfFrontMatter(document: string): number {
  if (!document.startsWith('---')) return 0
  const starts = lineStarts(document.slice(0, 10_000))
  for (let index = 0; index + 1 < starts.length; index++) {
    const start = starts[index] as number
    const line = document.slice(start, starts[index + 1]).trimEnd()
    if (index > 0 && (line === '---' || line === '...')) return start + 3
    if (index === 0 ? line !== '---' : !/^(?:$|[ \t#-]|[^\s:：]{1,60}:)/.test(line)) return 0
  }
  return 0
}

// --- tree → drafts of blocks ------------------------------------------------------------------------------------------

interface Walk {
  readonly document: string
  readonly references: References
  readonly drafts: Draft[]
  readonly comments: Comment[]
  /** The lines of the paragraph or heading that the walk is in. */
  lines: Line[]
  /** A number that waits for the first words of its list item. */
  marker: Fragment[]
  tables: number
}

type Visitors = {
  readonly [Type in Nodes['type']]?: (walk: Walk, node: Extract<Nodes, { type: Type }>, parent: Parents | undefined) => void
}

/** What is not in a table passes its children on, or vanishes: images, rules, definitions, HTML of its own. */
const entering: Visitors = { paragraph: open, heading: open, listItem: mark, text, inlineCode, break: hardBreak, html, code }
const leaving: Visitors = { paragraph: closeParagraph, heading: closeHeading, listItem: closeItem }

/** Iterative: nesting in a file must not overflow the stack. */
function walked(document: string, tree: Root, references: References): Walk {
  const walk: Walk = { document, references, drafts: [], comments: [], lines: [], marker: [], tables: 0 }
  const stack: { node: Nodes; parent?: Parents; done: boolean }[] = [{ node: tree, done: false }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, parent, done } = entry
    const visit = (done ? leaving : entering)[node.type] as ((...of: [Walk, Nodes, Parents | undefined]) => void) | undefined
    visit?.(walk, node, parent)
    if (done || !('children' in node)) continue
    stack.push({ ...entry, done: true })
    for (const child of node.children.toReversed()) stack.push({ node: child, parent: node, done: false })
  }
  return walk
}

/** remark-parse gives every node its place. */
const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0

const slice = ({ document }: Walk, from: number, to: number): Fragment => ({ value: document.slice(from, to), from, to })

function open(walk: Walk): void {
  walk.lines = [{ fragments: walk.marker }]
  walk.marker = []
}

function append(walk: Walk, fragment: Fragment): void {
  walk.lines.at(-1)?.fragments.push(fragment)
}

/** Ends the line that the walk is in at the line end before `to`. */
function endLine(walk: Walk, to: number, hard: boolean): void {
  const line = walk.lines.at(-1)
  if (!line) return
  line.end = { ...slice(walk, to - 1, to), hard }
  walk.lines.push({ fragments: [] })
}

function closeParagraph(walk: Walk, node: Paragraph, parent: Parents | undefined): void {
  const rows = rowsOfTable(walk.document, walk.lines)
  if (rows.length > 0) {
    const table = walk.tables++
    rows.forEach((cells, row) => {
      cells.forEach((fragments, column) => {
        walk.drafts.push({ fragments, hint: { cell: { table, row, column } } })
      })
    })
    return
  }
  // Inside a list, lines are indented because of the list.
  const indents = parent?.type === 'root'
  const hint: Hint | undefined = isStrong(node) ? { bold: true } : undefined
  for (const fragments of divide(walk.document, walk.lines, indents)) walk.drafts.push(hint ? { fragments, hint } : { fragments })
}

/** **工作回顾** and nothing beside it. */
const isStrong = ({ children }: Paragraph): boolean => children.length === 1 && children[0]?.type === 'strong'

function closeHeading(walk: Walk, node: Heading): void {
  const paragraphs = divide(walk.document, walk.lines, false)
  // A rule of dashes under a paragraph makes the paragraph a heading; in reports it is a rule.
  const isUnderlined = walk.document[startOf(node)] !== '#'
  const isHeading = !isUnderlined || (walk.lines.length === 1 && !endsSentence(paragraphs[0]))
  const hint: Hint = { heading: node.depth }
  for (const fragments of paragraphs) walk.drafts.push(isHeading ? { fragments, hint } : { fragments })
}

const endsSentence = (fragments: readonly Fragment[] | undefined): boolean =>
  '。！？；：'.includes(fragments?.at(-1)?.value.at(-1) ?? ' ')

/** CommonMark reads `1. 坚持政治引领` as the first item of a list and drops the number; in a report it is a heading's. */
function mark(walk: Walk, node: ListItem, parent: Parents | undefined): void {
  if (parent?.type !== 'list' || !parent.ordered) return
  const from = startOf(node)
  const first = node.children[0]
  const marker = /^\d{1,9}[.)][ \t]{0,99}/.exec(walk.document.slice(from, first ? startOf(first) : endOf(node)))
  if (marker) walk.marker.push(slice(walk, from, from + marker[0].length))
}

function closeItem(walk: Walk): void {
  if (walk.marker.length === 0) return
  walk.drafts.push({ fragments: walk.marker })
  walk.marker = []
}

/**
 * The value of a text node is what is left of its source when backslashes, indents and the marks of quotes are taken away,
 * so each character is found by going on to its next occurrence; only references stand for other characters.
 */
function text(walk: Walk, node: Text): void {
  const { document, references } = walk
  const { value } = node
  let at = startOf(node)
  let from = at
  const flush = (next: number): void => {
    if (from < at) append(walk, slice(walk, from, at))
    at = from = next
  }
  for (let index = 0; index < value.length && at < endOf(node); ) {
    const reference = references.get(at)
    if (reference) {
      const here = at
      flush(reference.to)
      append(walk, { value: reference.value, from: here, to: reference.to })
      index += reference.value.length
    } else if (!isSame(document.charAt(at), value.charAt(index)) || value.startsWith('\r\n', index)) {
      if (value.startsWith('\r\n', index) && document[at] === '\r') index++
      flush(at + 1)
    } else if (value[index] === '\n' || value[index] === '\r') {
      flush(at + 1)
      endLine(walk, at, false)
      index++
    } else {
      at++
      index++
    }
  }
  flush(at)
}

/** CommonMark wants NUL replaced; we want it seen. */
const isSame = (inDocument: string, inValue: string): boolean =>
  inDocument === inValue || (inDocument === '\0' && inValue === '\uFFFD')

/** The text between the backticks as it stands in the file. */
function inlineCode(walk: Walk, node: InlineCode): void {
  const source = walk.document.slice(startOf(node), endOf(node))
  const ticks = /^`{1,999}/.exec(source)?.[0].length ?? 0
  append(walk, slice(walk, startOf(node) + ticks, endOf(node) - ticks))
}

function hardBreak(walk: Walk, node: Nodes): void {
  endLine(walk, endOf(node), true)
}

/** What HTML of its own, outside a paragraph, stands in. */
const flowParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem'])

/** Tags inside a paragraph vanish; only `<br>` means something. A block of HTML stands in no paragraph. */
function html(walk: Walk, node: Html, parent: Parents | undefined): void {
  for (const comment of commentsIn(walk.document, startOf(node), endOf(node))) walk.comments.push(comment)
  if (parent && !flowParents.has(parent.type) && /^<br\b/i.test(node.value)) endLine(walk, endOf(node), true)
}

/** Four spaces before Chinese text are the indent of a paragraph. */
function code(walk: Walk, node: Code): void {
  const source = walk.document.slice(startOf(node), endOf(node))
  if (/^[ \t]*(?:```|~~~)/.test(source) || !/[\u4e00-\u9fff]/.test(source)) return
  const starts = lineStarts(source)
  starts.forEach((start, index) => {
    const line = source.slice(start, starts[index + 1])
    const from = startOf(node) + start + line.length - line.trimStart().length
    walk.drafts.push({ fragments: [...walk.marker, slice(walk, from, from + line.trim().length)] })
    walk.marker = []
  })
}
