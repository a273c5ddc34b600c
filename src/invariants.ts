/** What holds of every tree. Tests and `npm run corpus` ask it over every text they have. */
import type { Source } from './source.ts'
import { isBlank } from './text/characters.ts'
import { isLeaf, type Node, type Report, walk } from './tree.ts'

const at = (node: Node): string => `${node.type} ${node.start}–${node.end}`

/** The broken invariants in words, most telling first; empty where all hold. At most 20: one bug breaks many. */
export function brokenInvariants(source: Source, tree: Report): string[] {
  const broken: string[] = []
  const { text } = source
  let covered = 0
  for (const { node } of walk(tree)) {
    if (broken.length >= 20) break
    if (node.start > node.end) broken.push(`${at(node)} ends before it begins`)
    if (!isLeaf(node)) {
      broken.push(...brokenChildren(node, node.children))
      continue
    }
    const generated = node.type === 'marker' && node.generated
    if (!generated && text.slice(node.start, node.end) !== node.value) broken.push(`${at(node)} is not its slice of the text`)
    if (node.start < covered) broken.push(`${at(node)} overlaps the leaf before it`)
    const lost = firstVisible(source, covered, node.start)
    if (lost !== undefined)
      broken.push(`the character at ${lost} (${JSON.stringify(text[lost])}) lies in no leaf, before ${at(node)}`)
    covered = Math.max(covered, node.end)
  }
  const lost = firstVisible(source, covered, text.length)
  if (lost !== undefined) broken.push(`the character at ${lost} (${JSON.stringify(text[lost])}) lies in no leaf`)
  return broken
}

function brokenChildren(parent: Node, children: readonly Node[]): string[] {
  const broken: string[] = []
  let previous = parent.start
  for (const child of children) {
    if (child.start < previous) broken.push(`${at(child)} begins before its elder sibling ends, in ${at(parent)}`)
    if (child.end > parent.end) broken.push(`${at(child)} reaches out of ${at(parent)}`)
    previous = child.end
  }
  return broken
}

function firstVisible({ text }: Source, start: number, end: number): number | undefined {
  for (let offset = start; offset < end; offset++) if (!isBlank(text, offset)) return offset
  return undefined
}
