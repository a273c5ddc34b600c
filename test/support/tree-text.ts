/** A tree as text, one node a line, two blanks a level: what fixtures compare and people read. */
import { isLeaf, type Leaf, type Node, type Report } from '../../src/tree.ts'

/** Blanks that look like nothing or like another are written out. */
const shown = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u00a0\u2000-\u200f\u2028\u2029\u202f\u3000\ufeff]/g,
    (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function leafText(leaf: Leaf): string {
  if (leaf.type === 'marker')
    return `marker ${leaf.scheme} ${leaf.ordinal} ${shown(leaf.value)}${leaf.generated ? ' generated' : ''}`
  return leaf.type === 'text' ? `text ${shown(leaf.value)}` : `sentence ${leaf.terminal || '-'} ${shown(leaf.value)}`
}

function nodeText(node: Node): string {
  if (isLeaf(node)) return leafText(node)
  switch (node.type) {
    case 'section':
      return `section ${node.level}`
    case 'heading':
      return `heading ${node.level}${node.runIn ? ' run-in' : ''}`
    case 'paragraph':
      return node.role ? `paragraph ${node.role}` : 'paragraph'
    case 'enumeration':
      return `enumeration ${node.scheme}`
    default:
      return node.type
  }
}

/** The tree without its offsets: equal for one report in two formats. */
export function treeText(tree: Report): string {
  const lines: string[] = []
  const add = (node: Node, depth: number): void => {
    lines.push('  '.repeat(depth) + nodeText(node))
    if (!isLeaf(node)) for (const child of node.children) add(child, depth + 1)
  }
  add(tree, 0)
  return `${lines.join('\n')}\n`
}
