/** Where a rule may look: the running text, without page noise. */
import type { Use } from '../fact.ts'
import type { Span } from '../source.ts'
import { type Stretch, structure } from './structure.ts'

/** Something found, with the stretch of running text that holds it. */
export interface InProse<One> {
  readonly one: One
  readonly stretch: Stretch
}

/** Those of `all` that begin in running text; they come in order of the text, or are a few steps out of it. */
export function inProse<One extends Span>(use: Use, all: readonly One[]): InProse<One>[] {
  const { stretches } = use(structure)
  const found: InProse<One>[] = []
  let index = 0
  for (const one of all) {
    while (index > 0 && (stretches[index - 1] as Stretch).end > one.start) index--
    while (index < stretches.length && (stretches[index] as Stretch).end <= one.start) index++
    const stretch = stretches[index]
    if (!stretch) break
    if (stretch.start <= one.start) found.push({ one, stretch })
  }
  return found
}

/** Every place of `words` in running text, in order, with its stretch. */
export function placesInProse(text: string, use: Use, words: string): InProse<Span>[] {
  const found: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    found.push({ start: at, end: at + words.length })
  }
  return found.length === 0 ? [] : inProse(use, found)
}
