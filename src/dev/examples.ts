/** The examples that a rule's README holds: its tests. */
import type { Code, Root, RootContent } from 'mdast'
import type { Severity } from '../rule.ts'
import type { Example as Proof } from '../world/row.ts'

/** A text, and where ⟦ ⟧ said that something should be told. */
export interface Marked {
  readonly text: string
  /** Offsets of `text` in UTF-16 units, start and end of each place. */
  readonly spans: readonly (readonly [number, number])[]
}

export interface Example extends Marked {
  /** What should be said, a sentence a finding. */
  readonly sentences: readonly string[]
  /** The text that it is compared with: a block `other` before it. */
  readonly other?: string
  readonly options: Readonly<Record<string, unknown>>
  /** What the house knows, where a block `json facts` stands before; as hegao.facts.json has it. */
  readonly facts: unknown
  /** The heading under which it stands: 错误, 正确, 不处理, 选项. */
  readonly section: string
  /** The name of the file that it is the text of: ```report is example.txt, ```report md is example.md, which has tables. */
  readonly file: string
}

/** The words of a node, without marks. */
export const plainText = (node: RootContent): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map((child) => plainText(child as RootContent)).join('') : ''

/** The text without ⟦ ⟧, and the spans they marked. */
function unmarked(marked: string): Marked {
  const spans: [number, number][] = []
  let text = ''
  for (const part of marked.split(/([⟦⟧])/u)) {
    if (part === '⟦') spans.push([text.length, -1])
    else if (part === '⟧') (spans[spans.length - 1] as [number, number])[1] = text.length
    else text += part
  }
  return { text, spans }
}

/** The sentences that one with {回顾|汇报|说明} stands for; of several such groups each word once, beside the first of the others. */
export function spelled(text: string): string[] {
  const parts = text.split(/\{([^{}|]*(?:\|[^{}|]*)+)\}/u).map((part, index) => (index % 2 === 1 ? part.split('|') : [part]))
  const first = parts.map(([word = '']) => word)
  const others = parts.flatMap((words, index) => words.slice(1).map((word) => first.with(index, word)))
  return [first, ...others].map((words) => words.join(''))
}

/** One sentence of a row, and what it is read with. */
export interface Spelled extends Marked {
  readonly year?: number
  readonly other?: string
  readonly severity?: Severity
  readonly grade?: 'safe' | 'suggested'
  readonly facts?: unknown
}

/** An example of a row, one for each sentence that it stands for. */
export function spelledExamples(proof: Proof): Spelled[] {
  const { text: written, other, ...said } = typeof proof === 'string' ? { text: proof } : proof
  const marked = spelled(written)
  const others = other === undefined ? [] : spelled(other)
  return marked.map((one, index) => ({
    ...unmarked(one),
    ...said,
    ...(others.length > 0 && { other: others.length === marked.length ? others[index] : others[0] }),
  }))
}

/** All blocks `report` of a page, each with the block `findings` behind it. */
export function examplesOf(root: Root): Example[] {
  const found: Example[] = []
  let section = ''
  let options: Example['options'] = {}
  let facts: unknown
  root.children.forEach((node, index) => {
    if (node.type === 'heading' && node.depth === 2) {
      section = plainText(node)
      options = {}
    }
    if (node.type === 'code' && node.lang === 'json' && node.meta === 'facts') facts = JSON.parse(node.value)
    if (node.type !== 'code') return
    if (node.lang === 'json' && node.meta === 'options') options = JSON.parse(node.value) as Example['options']
    if (node.lang !== 'report') return
    const next = root.children[index + 1] as Code | undefined
    const before = root.children[index - 1] as Code | undefined
    const other = before?.type === 'code' && before.lang === 'other' ? { other: before.value } : {}
    const sentences = next?.type === 'code' && next.lang === 'findings' ? next.value.split('\n') : []
    const file = node.meta === 'md' ? 'example.md' : 'example.txt'
    found.push({ ...unmarked(node.value), sentences, ...other, options, facts, section, file })
  })
  return found
}
