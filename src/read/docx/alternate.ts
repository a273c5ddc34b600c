/**
 * `mc:AlternateContent` (ECMA-376 part 3 §7.6): of the branches exactly one is read. Reading both doubles text boxes, reading
 * none loses emoji and custom number formats.
 */
import type { XmlTag } from '../xml.ts'
import { understood } from './namespaces.ts'

export interface Alternates {
  /** To be told of every start tag; true where the element, as all in it, is not to be read. */
  skips(tag: XmlTag): boolean
  /** To be told of every end tag; true where the element was skipped. */
  skipped(name: string): boolean
}

export function createAlternates(): Alternates {
  /** Of each `mc:AlternateContent` around: whether a branch was taken. */
  const taken: boolean[] = []
  let depth = 0
  return {
    skips(tag) {
      if (depth > 0) depth++
      else if (tag.name === 'mc:AlternateContent') taken.push(false)
      else if (tag.name === 'mc:Choice' || tag.name === 'mc:Fallback') {
        const isTaken = taken.at(-1) === false && (tag.name === 'mc:Fallback' || isUnderstood(tag))
        if (isTaken) taken[taken.length - 1] = true
        else depth = 1
      }
      return depth > 0
    },
    skipped(name) {
      if (depth > 0) {
        depth--
        return true
      }
      if (name === 'mc:AlternateContent') taken.pop()
      return false
    },
  }
}

function isUnderstood(tag: XmlTag): boolean {
  const prefixes = (tag.attribute('Requires') ?? '').split(' ').filter((prefix) => prefix !== '')
  return prefixes.length > 0 && prefixes.every((prefix) => understood.has(tag.namespace(prefix) ?? ''))
}
