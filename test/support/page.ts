/** A page of the HTML report as a browser's parser takes it. */
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node

export const attributesOf = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))

export const textOf = (node: Node | DefaultTreeAdapterTypes.ParentNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

const childrenOf = (element: Element): readonly Node[] =>
  element.tagName === 'script' && attributesOf(element).type === 'text/plain'
    ? parseFragment(textOf(element)).childNodes
    : element.childNodes

/** Every element of a page in its order, and of the files that lie in it as text. */
export function elementsOfPage(page: string): Element[] {
  const found: Element[] = []
  const pending: Node[] = [...parse(page).childNodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    pending.push(...[...childrenOf(node)].reverse())
  }
  return found
}

export const hasClass = (element: Element, name: string): boolean => (attributesOf(element).class ?? '').split(' ').includes(name)
