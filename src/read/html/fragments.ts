/** Stretches of text of a page → what is shown of them, each with its place in the file. */
import type { Fragment } from '../drafts.ts'
import type { Refusal } from '../refusal.ts'
import { type ElementNode, type Html, isLinear, type ParentNode, type TextNode, treeOf } from './tree.ts'

/** Character references as they are written → what they stand for. */
export type References = ReadonlyMap<string, string>

/**
 * All references of `document`. There are 2,231 names, some without a semicolon and some that only begin a longer word: the
 * parser of the page knows them, so it is asked once for all.
 */
export function referencesOf(html: Html, document: string, refuse: Refusal): References {
  const written = new Set(Array.from(document.matchAll(/&(?:#x[\da-f]+|#\d+|[a-z][\da-z]*);?/gi), ([text]) => text))
  const known = new Map<string, string>()
  if (written.size === 0) return known
  const page = treeOf(html, `<body>${Array.from(written, (text) => `<hr>${text}`).join('')}`, refuse)
  const names = written.values()
  for (const child of bodyOf(page)?.children ?? []) {
    if (child.kind === 'text') known.set(names.next().value ?? '', child.value)
  }
  return known
}

function bodyOf(page: ParentNode): ElementNode | undefined {
  const tops = page.children.flatMap((child) => (child.kind === 'element' ? child.children : []))
  return tops.find((child): child is ElementNode => child.kind === 'element' && child.tag === 'body')
}

/** What reads as it stands, and what does not: references, and CR LF, which is one line end. */
export function fragmentsOf(node: TextNode, document: string, references: References): Fragment[] {
  const { value, from, to } = node
  const source = document.slice(from, to)
  // As it stands: the parser replaces NUL and lone CR.
  if (isLinear(node)) return [{ value: source, from, to }]
  const fragments: Fragment[] = []
  let at = 0
  let read = 0
  const upTo = (end: number): void => {
    if (end > at) fragments.push({ value: source.slice(at, end), from: from + at, to: from + end })
    read += end - at
    at = end
  }
  for (const { 0: written, index } of source.matchAll(/&(?:#x[\da-f]+|#\d+|[a-z][\da-z]*);?|\r\n?/gi)) {
    const meaning = written.startsWith('\r') ? '\n' : references.get(written)
    if (meaning === undefined) continue
    upTo(index)
    const end = at + written.length
    fragments.push({ value: meaning, from: from + at, to: from + end })
    read += meaning.length
    at = end
  }
  upTo(source.length)
  // Where the parser dropped or replaced something else (NUL, the line end behind <pre>), the place is that of the whole.
  return read === value.length && fragments.map((one) => one.value).join('') === value ? fragments : [{ value, from, to }]
}
