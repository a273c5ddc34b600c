/**
 * Which sentence of the new text was which of the old one: word for word, with other figures only, reworded, or new. Every
 * step is linear in the texts: candidates are looked up by what is rare, and only a few of them are measured.
 */

import type { Normal } from './normal.ts'
import { type Run, runsOf, shortestRun } from './runs.ts'
import type { Unit } from './units.ts'

export type RowKind = 'same' | 'numbers' | 'words' | 'new'

/** A sentence of the new text and the one of the old text that it was. */
export interface Row {
  readonly kind: RowKind
  readonly unit: Unit
  readonly mate: Unit | undefined
  /** 0 to 1: how much of both is common. */
  readonly similarity: number
  /** It stands elsewhere among its like than it did. */
  readonly moved: boolean
}

export interface Alignment {
  readonly rows: readonly Row[]
  /** Of the old text what is not in the new one. */
  readonly dropped: readonly Unit[]
  /** Common runs, in offsets of the normalised texts. */
  readonly runs: readonly Run[]
}

/** Sentences with so much in common are one sentence, reworded. */
const leastAlike = 0.5
/** A sentence so far within common runs was taken over, though parted otherwise. */
const nearlyAll = 0.9
/** An old sentence so far within common runs is not gone. */
const halfway = 0.5
/** Five signs that stand in more sentences than this tell nothing. */
const commonplace = 12
const gram = 5
/** So many likely mates are measured. */
const candidates = 3
const shortestBlock = 4
/** Longer sentences are measured up to here. */
const longest = 600

/** Indices of old units by a key, used up in order: the first copy was the first sentence. */
class Shelf {
  readonly #indices = new Map<string, number[]>()

  constructor(units: readonly Unit[], keyOf: (unit: Unit) => string) {
    units.forEach((unit, index) => {
      const key = keyOf(unit)
      const known = this.#indices.get(key)
      if (known) known.push(index)
      else this.#indices.set(key, [index])
    })
    for (const indices of this.#indices.values()) indices.reverse()
  }

  /** The next index of that key that is still free. */
  take(key: string, isFree: (index: number) => boolean): number | undefined {
    const indices = this.#indices.get(key)
    while (indices && indices.length > 0) {
      const index = indices.pop() as number
      if (isFree(index)) return index
    }
    return undefined
  }
}

/** Old units that share rare grams with a pattern, most first. */
function likelyMates(units: readonly Unit[]): (pattern: string) => number[] {
  const holders = new Map<string, number[]>()
  units.forEach(({ pattern }, index) => {
    for (const part of gramsOf(pattern)) {
      const known = holders.get(part)
      if (known === undefined) holders.set(part, [index])
      else if (known.length <= commonplace) known.push(index)
    }
  })
  return (pattern) => {
    const shared = new Map<number, number>()
    for (const part of gramsOf(pattern)) {
      const known = holders.get(part) ?? []
      if (known.length <= commonplace) for (const index of known) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    return [...shared]
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, candidates)
      .map(([index]) => index)
  }
}

const gramsOf = (pattern: string): Set<string> => {
  const found = new Set<string>()
  for (let at = 0; at + gram <= Math.min(pattern.length, longest); at++) found.add(pattern.slice(at, at + gram))
  return found
}

/** How much of two patterns lies in common blocks, 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [one.slice(0, longest), other.slice(0, longest)]
  if (a.length === 0 || b.length === 0) return 0
  const places = new Map<string, number>()
  for (let at = 0; at + shortestBlock <= b.length; at++) {
    const part = b.slice(at, at + shortestBlock)
    if (!places.has(part)) places.set(part, at)
  }
  let covered = 0
  for (let at = 0; at + shortestBlock <= a.length; ) {
    const place = places.get(a.slice(at, at + shortestBlock))
    if (place === undefined) {
      at++
      continue
    }
    let length = shortestBlock
    while (at + length < a.length && a[at + length] === b[place + length]) length++
    covered += length
    at += length
  }
  return Math.min(1, (2 * covered) / (a.length + b.length))
}

/** Which of `indices` stand in the longest chain that grows; the others were moved. */
function inChain(indices: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: (number | undefined)[] = []
  indices.forEach((value, at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((indices[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? tails[low - 1] : undefined
    tails[low] = at
  })
  const chain = new Set<number>()
  for (let at = tails[tails.length - 1]; at !== undefined; at = before[at]) chain.add(at)
  return chain
}

/** How much of each span of `normal` lies in runs; `from` says where a run begins in that text. */
function coverage(normal: Normal, runs: readonly Run[], from: (run: Run) => number): (unit: Unit) => number {
  const sums = new Uint32Array(normal.text.length + 1)
  for (const run of runs) sums.fill(1, from(run) + 1, from(run) + run.length + 1)
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] as number) + (sums[at - 1] as number)
  const indexOf = (offset: number): number => {
    let low = 0
    let high = normal.offsets.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((normal.offsets[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ start, end }) => {
    const [a, b] = [indexOf(start), indexOf(end)]
    return b > a ? ((sums[b] as number) - (sums[a] as number)) / (b - a) : 0
  }
}

export interface Compared {
  readonly units: readonly Unit[]
  /** The units of the body, one behind another. */
  readonly normal: Normal
}

export function align(old: Compared, now: Compared): Alignment {
  const runs = runsOf(old.normal.text, now.normal.text)
  const taken = new Set<number>()
  const isFree = (index: number): boolean => !taken.has(index)
  const mates = new Map<Unit, { readonly index: number; readonly kind: RowKind; readonly similarity: number }>()
  const mateBy = (shelf: Shelf, kind: RowKind, keyOf: (unit: Unit) => string): void => {
    for (const unit of now.units) {
      if (mates.has(unit) || unit.normal === '') continue
      const index = shelf.take(keyOf(unit), isFree)
      if (index === undefined) continue
      taken.add(index)
      mates.set(unit, { index, kind, similarity: 1 })
    }
  }
  mateBy(new Shelf(old.units, ({ normal }) => normal), 'same', ({ normal }) => normal)
  mateBy(new Shelf(old.units, ({ pattern }) => pattern), 'numbers', ({ pattern }) => pattern)
  const likely = likelyMates(old.units)
  for (const unit of now.units) {
    if (mates.has(unit) || unit.normal === '') continue
    const measured = likely(unit.pattern)
      .filter(isFree)
      .map((index) => ({ index, similarity: likeness(unit.pattern, (old.units[index] as Unit).pattern) }))
    const best = measured.reduce((a, b) => (b.similarity > a.similarity ? b : a), { index: -1, similarity: 0 })
    if (best.similarity < leastAlike) continue
    taken.add(best.index)
    mates.set(unit, { ...best, kind: 'words' })
  }
  const covered = coverage(now.normal, runs, ({ from }) => from)
  const mated = now.units.filter((unit) => mates.has(unit))
  const chain = inChain(mated.map((unit) => (mates.get(unit) as { index: number }).index))
  const kept = new Set(mated.filter((_, at) => chain.has(at)))
  const rows = now.units.map((unit): Row => {
    const found = mates.get(unit)
    if (!found) {
      const share = covered(unit)
      const kind = share >= nearlyAll && unit.normal.length >= shortestRun ? 'same' : 'new'
      return { kind, unit, mate: undefined, similarity: share, moved: false }
    }
    const { index, kind, similarity } = found
    return { kind, unit, mate: old.units[index], similarity, moved: !kept.has(unit) }
  })
  const oldCovered = coverage(old.normal, runs, ({ oldFrom }) => oldFrom)
  const dropped = old.units.filter((unit, index) => unit.normal !== '' && isFree(index) && oldCovered(unit) < halfway)
  return { rows, dropped, runs }
}
