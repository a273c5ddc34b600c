/** Names with an ending that tells what they name: 云顶茶谷景区, 平川技师学院, 石鼓岭镇. One pass over the text. */
import type { Use } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { Kind, kindOf } from '../../text/characters.ts'
import { tableFinder } from '../phrases.ts'
import type { Stretch } from '../structure.ts'
import { endings, leads, type NamedThing, stops } from './data.ts'

/** A name as it stands in the text. Where it begins is read from the words before it, and may be a word too early. */
export interface NameMention extends Span {
  readonly of: NamedThing
  /** The ending it was known by; `text.slice(start, end - ending.length)` is what is its own. */
  readonly ending: string
  /** A mark, a figure or a line end stands right before it: it cannot begin earlier. */
  readonly atEdge: boolean
  /** Index among `structure.stretches`. */
  readonly stretch: number
}

const table = endings.flatMap(({ of, words }) => words.map((word) => ({ of, word })))
const find = tableFinder(table.map(({ word }) => (word.length > 1 ? word : ' ')))
/** Endings of one character are looked for by the character: what they are of. */
const singles: NamedThing[] = []
/** By UTF-16 unit: one more than an index of `singles`, or 0. */
const singleAt = new Uint8Array(0x10000)
for (const { word, of } of table) if (word.length === 1) singleAt[word.charCodeAt(0)] = singles.push(of)
/** By UTF-16 unit: `stop` for one that no name has before its end, `leadEnd` for the second of the words that lead to a name. */
const signs = new Uint8Array(0x10000)
const stop = 1
const leadEnd = 2
for (const word of stops) signs[word.charCodeAt(0)] = stop
for (const word of leads) signs[word.charCodeAt(1)] = (signs[word.charCodeAt(1)] as number) | leadEnd

/** A name is at most this long before its ending. Characters. */
const longest = 12

export function namedIn(use: Use, text: string, stretches: readonly Stretch[]): NameMention[] {
  const found: NameMention[] = []
  stretches.forEach((stretch, index) => {
    if (stretch.role === 'noise' || stretch.role === 'aside') return
    const hits = find(use, stretch.start, stretch.end)
    let next = 0
    for (let at = stretch.start; at < stretch.end; at++) {
      const hit = hits[next]
      if (hit && hit.start === at) {
        next++
        push(hit.start, hit.end, (table[hit.phrase] as { of: NamedThing }).of, stretch, index)
        at = hit.end - 1
        continue
      }
      const single = singleAt[text.charCodeAt(at)] as number
      if (single > 0) push(at, at + 1, singles[single - 1] as NamedThing, stretch, index)
    }
  })
  return found

  function push(at: number, end: number, of: NamedThing, stretch: Stretch, index: number): void {
    const { start, atEdge } = beginning(text, at, stretch.start)
    if (start < at) found.push({ start, end, of, ending: text.slice(at, end), atEdge, stretch: index })
  }
}

/** Where a name that ends before `at` begins: behind a mark, a figure, a word that leads to names. */
function beginning(text: string, at: number, from: number): { start: number; atEdge: boolean } {
  let start = at
  while (start > from && at - start < longest) {
    const before = text.charCodeAt(start - 1)
    if (kindOf(before) !== Kind.han) return { start, atEdge: true }
    const sign = signs[before] as number
    if ((sign & stop) > 0) return { start, atEdge: start < at }
    if ((sign & leadEnd) > 0 && start < at && start - 2 >= from && leads.has(text.slice(start - 2, start)))
      return { start, atEdge: true }
    start--
  }
  return { start, atEdge: start === from }
}
