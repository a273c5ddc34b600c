import { withoutBlanks } from '../../../src/kit.ts'

/** The name of an attachment as it is compared: without 《》, blanks, marks at its end and remarks such as （略）、（另附）. */
export const plain = (title: string): string =>
  withoutBlanks(title)
    .replace(/[（(](?:略|另附|附后|见附页|另发|单独印发|空表|样表|模板|样式|电子版)[）)]/g, '')
    .replace(/[。；;，,、.：:]{1,3}$/, '')
    .replace(/[《》“”"]/g, '')

/** 'near': one name told two ways; 'other': nobody can say from the words. */
export type Likeness = 'same' | 'near' | 'other'

/** A longer name may add whose it is and of which year; the shorter one is said of the same thing all the same. */
export function likeness(here: string, there: string): Likeness {
  if (here === there || here.includes(there) || there.includes(here)) return 'same'
  return closeness(here, there) >= near ? 'near' : 'other'
}

/** Names that share as much as this, by the pairs of characters in them, are names of one thing. */
const near = 0.6
/** Names are titles; what is longer is cut. Characters. */
const longest = 80

/** How much two names share: twice the common pairs of characters by all pairs, from 0 to 1. */
export function closeness(one: string, other: string): number {
  const a = pairs(one.slice(0, longest))
  const b = pairs(other.slice(0, longest))
  if (a.length === 0 || b.length === 0) return one === other ? 1 : 0
  const counts = new Map<string, number>()
  for (const pair of a) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of b) {
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    common++
    counts.set(pair, left - 1)
  }
  return (2 * common) / (a.length + b.length)
}

const pairs = (words: string): string[] =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2))
