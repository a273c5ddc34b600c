/** The structure for people: headings and items of enumerations, two blanks a level. */
import type { Heading, Item, Node, Report } from '../tree.ts'
import { isLeaf } from '../tree.ts'
import { type Line, type Palette, render } from './palette.ts'

const most = 40

/** Characters of an outline's line; the rest of a long sentence is `…`. */
function short(text: string): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** Without the mark at its end, and without the line ends of a text wrapped by hand. */
const bare = (text: string): string => text.replace(/[。；：]$/, '').replace(/[\r\n]+/g, '')

const headingText = ({ children }: Heading): string => children.map(({ value }) => value.trim()).join('')

/** The first sentence of what stands in an item, and '' where it begins with something else. */
function leadIn(node: Node | undefined): string {
  if (node?.type === 'sentence') return node.value.trim()
  if (node?.type === 'paragraph') return leadIn(node.children[0])
  return ''
}

const itemText = ({ children: [marker, first] }: Item): string => marker.value.trim() + leadIn(first)

/** What a node shows: a heading for its section, an item for itself, else nothing. */
function entryOf(node: Node): string | undefined {
  if (node.type === 'section') return headingText(node.children[0])
  return node.type === 'item' ? itemText(node) : undefined
}

/** Lines of the outline, without their ends. */
export function outlineLines(tree: Report): string[] {
  const lines: string[] = []
  const pending: { readonly node: Node; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next
    const entry = entryOf(node)
    if (entry !== undefined) lines.push('  '.repeat(depth) + short(bare(entry)))
    if (isLeaf(node)) continue
    const below = entry === undefined ? depth : depth + 1
    for (let index = node.children.length - 1; index >= 0; index--) {
      pending.push({ node: node.children[index] as Node, depth: below })
    }
  }
  return lines
}

export const outline = (tree: Report, palette: Palette): string =>
  render(
    outlineLines(tree).map((line): Line => [['plain', line]]),
    palette,
  )
