/**
 * Which sentence of the new text was which of the old one: word for word, with other figures only, reworded, or new. Every
 * step is linear in the texts: candidates are looked up by what is rare, and only a few of them are measured.
 */

import { codesOf, hashesOf, type Joined, joinedOf, slotOf, slotsFor } from './grams.ts'
import { codesIn, type Normal, type WholeNormal } from './normal.ts'
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

/** Which of `patterns` share rare grams with another one, most first. */
function likelyMates({ codes, starts }: Joined): (pattern: Uint16Array) => number[] {
  const count = starts.length - 1
  const hashes = hashesOf(codes, gram)
  // One more than the first place of a gram, where its hash points or behind that; 0: none.
  const slots = new Int32Array(slotsFor(codes.length))
  const last = slots.length - 1
  /** The slot of the gram at `at` of `text`, or the one that is free for it. */
  const slotFor = (text: Uint16Array, at: number, hash: number): number => {
    for (let slot = slotOf(hash, last); ; slot = (slot + 1) & last) {
      const place = (slots[slot] as number) - 1
      if (place < 0) return slot
      if (hashes[place] !== hash) continue
      let same = 0
      while (same < gram && codes[place + same] === text[at + same]) same++
      if (same === gram) return slot
    }
  }
  // By the first place of a gram: how many patterns have it, the last of them, and one more than its place there.
  const counts = new Uint8Array(codes.length)
  const lastHolders = new Int32Array(codes.length).fill(-1)
  const lasts = new Int32Array(codes.length)
  // By place: the pattern, and one more than the place of the same gram in the one before.
  const holders = new Int32Array(codes.length)
  const befores = new Int32Array(codes.length)
  for (let index = 0; index < count; index++) {
    const end = (starts[index + 1] as number) - gram
    for (let at = starts[index] as number; at <= end; at++) {
      const slot = slotFor(codes, at, hashes[at] as number)
      if (slots[slot] === 0) slots[slot] = at + 1
      const first = (slots[slot] as number) - 1
      if (lastHolders[first] === index || (counts[first] as number) > commonplace) continue
      lastHolders[first] = index
      counts[first] = (counts[first] as number) + 1
      holders[at] = index
      befores[at] = lasts[first] as number
      lasts[first] = at + 1
    }
  }
  const shared = new Uint16Array(count)
  const lastAsked = new Int32Array(codes.length)
  let asked = 0
  return (pattern) => {
    asked++
    const sharing: number[] = []
    const own = hashesOf(pattern, gram)
    for (let at = 0; at < own.length; at++) {
      const hash = own[at] as number
      // Most grams are in no other text: that is seen without a call.
      if (slots[(hash ^ (hash >>> 15)) & last] === 0) continue
      const first = (slots[slotFor(pattern, at, hash)] as number) - 1
      if (first < 0 || lastAsked[first] === asked || (counts[first] as number) > commonplace) continue
      lastAsked[first] = asked
      for (let next = lasts[first] as number; next > 0; next = befores[next - 1] as number) {
        const index = holders[next - 1] as number
        if (shared[index] === 0) sharing.push(index)
        shared[index] = (shared[index] as number) + 1
      }
    }
    const best = mostOf(sharing, shared)
    for (const index of sharing) shared[index] = 0
    return best
  }
}

/** Those of `indices` that have most, of equals the first; what they have is taken from them. */
function mostOf(indices: readonly number[], shared: Uint16Array): number[] {
  const found: number[] = []
  while (found.length < candidates) {
    let [best, most] = [-1, 0]
    for (const index of indices) {
      const count = shared[index] as number
      if (count > most || (count === most && most > 0 && index < best)) [best, most] = [index, count]
    }
    if (best < 0) break
    found.push(best)
    shared[best] = 0
  }
  return found
}

/** Says how much of a pattern and of the one at an index of `joined` lies in common blocks, 0 to 1. */
function likenessTo({ codes, starts }: Joined): (pattern: Uint16Array, index: number) => number {
  const hashes = hashesOf(codes, shortestBlock)
  // One table for all: the blocks of a pattern are put in when it is first asked for, under hashes of its own.
  const slots = new Int32Array(slotsFor(codes.length))
  const last = slots.length - 1
  const isIn = new Uint8Array(starts.length)
  /** The slot of the block at `at` of `text` among those between `from` and `end`, or the one that is free for it. */
  const slotFor = (text: Uint16Array, at: number, hash: number, from: number, end: number): number => {
    for (let slot = slotOf(hash, last); ; slot = (slot + 1) & last) {
      const place = (slots[slot] as number) - 1
      if (place < 0) return slot
      if (place < from || place >= end) continue
      let same = 0
      while (same < shortestBlock && codes[place + same] === text[at + same]) same++
      if (same === shortestBlock) return slot
    }
  }
  return (pattern, index) => {
    const [from, end] = [starts[index] as number, starts[index + 1] as number]
    const both = pattern.length + end - from
    if (pattern.length === 0 || end === from) return 0
    const salt = Math.imul(index + 1, 0x9e3779b1)
    if (isIn[index] === 0) {
      isIn[index] = 1
      for (let place = from; place + shortestBlock <= end; place++) {
        const slot = slotFor(codes, place, (hashes[place] as number) ^ salt, from, end)
        if (slots[slot] === 0) slots[slot] = place + 1
      }
    }
    const own = hashesOf(pattern, shortestBlock)
    let covered = 0
    for (let at = 0; at < own.length; ) {
      const hash = (own[at] as number) ^ salt
      const place = slots[(hash ^ (hash >>> 15)) & last] === 0 ? -1 : (slots[slotFor(pattern, at, hash, from, end)] as number) - 1
      if (place < 0) {
        at++
        continue
      }
      let length = shortestBlock
      while (at + length < pattern.length && place + length < end && pattern[at + length] === codes[place + length]) length++
      covered += length
      at += length
    }
    return Math.min(1, (2 * covered) / both)
  }
}

/** How much of two patterns lies in common blocks, 0 to 1. */
export const likeness = (one: string, other: string): number => likenessTo(joinedOf([codesOf(other)]))(codesOf(one), 0)

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

/** How much of a unit lies in runs, 0 to 1; `from` says where a run begins in that text. */
function coverage({ whole, normal }: Compared, runs: readonly Run[], from: (run: Run) => number): (unit: Unit) => number {
  const { before } = whole
  const sums = new Uint32Array(whole.text.length + 1)
  for (const run of runs) {
    const end = from(run) + run.length
    for (let at = from(run); at < end; at++) sums[(before[normal.offsets[at] as number] as number) + 1] = 1
  }
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] as number) + (sums[at - 1] as number)
  return ({ start, end }) => {
    const [a, b] = [before[start] as number, before[end] as number]
    return b > a ? ((sums[b] as number) - (sums[a] as number)) / (b - a) : 0
  }
}

export interface Compared {
  readonly units: readonly Unit[]
  readonly whole: WholeNormal
  /** The units of the body, one behind another. */
  readonly normal: Normal
}

/** The pattern of a unit as numbers, as far as it is measured; where it masks nothing it stands in the text. */
const patternOf = ({ start, end, normal, pattern }: Unit, whole: WholeNormal): Uint16Array =>
  (pattern === normal ? codesIn(whole, { start, end }) : codesOf(pattern)).subarray(0, longest)

export function align(old: Compared, now: Compared): Alignment {
  const runs = runsOf(old.normal.codes, now.normal.codes)
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
  const patterns = joinedOf(old.units.map((unit) => patternOf(unit, old.whole)))
  const likely = likelyMates(patterns)
  const likenessOf = likenessTo(patterns)
  for (const unit of now.units) {
    if (mates.has(unit) || unit.normal === '') continue
    const own = patternOf(unit, now.whole)
    const measured = likely(own)
      .filter(isFree)
      .map((index) => ({ index, similarity: likenessOf(own, index) }))
    const best = measured.reduce((a, b) => (b.similarity > a.similarity ? b : a), { index: -1, similarity: 0 })
    if (best.similarity < leastAlike) continue
    taken.add(best.index)
    mates.set(unit, { ...best, kind: 'words' })
  }
  const covered = coverage(now, runs, ({ from }) => from)
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
  const oldCovered = coverage(old, runs, ({ oldFrom }) => oldFrom)
  const dropped = old.units.filter((unit, index) => unit.normal !== '' && isFree(index) && oldCovered(unit) < halfway)
  return { rows, dropped, runs }
}
