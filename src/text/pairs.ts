import { Kind } from './characters.ts'
import { landmarkFrom, landmarksOf } from './landmarks.ts'

/** Marks that come in pairs, GB/T 15834—2011 4.8 (引号), 4.9 (括号), 4.15 (书名号). */

/** One kind of pair. Half-width and full-width brackets are one kind: （a) is ugly, but it is paired. */
export interface PairKind {
  readonly id: 'quotation' | 'inner-quotation' | 'title' | 'inner-title' | 'bracket' | 'lenticular' | 'tortoise'
  readonly open: string
  readonly close: string
}

export const pairKinds = [
  { id: 'quotation', open: '“', close: '”' },
  { id: 'inner-quotation', open: '‘', close: '’' },
  { id: 'title', open: '《', close: '》' },
  { id: 'inner-title', open: '〈', close: '〉' },
  { id: 'bracket', open: '（(', close: '）)' },
  { id: 'lenticular', open: '【', close: '】' },
  { id: 'tortoise', open: '〔', close: '〕' },
] as const satisfies readonly PairKind[]

/** Per UTF-16 unit: 0 for none, k+1 for the opening mark of kind k, −(k+1) for its closing mark. */
const sides = new Int8Array(0x10000)
pairKinds.forEach(({ open, close }, kind) => {
  for (const character of open) sides[character.charCodeAt(0)] = kind + 1
  for (const character of close) sides[character.charCodeAt(0)] = -(kind + 1)
})

/** Two marks that belong together, offsets of the marks themselves. */
export interface Pair {
  readonly kind: number
  readonly open: number
  readonly close: number
}

export interface Pairing {
  /** In the order of their closing marks. */
  readonly pairs: readonly Pair[]
  /** Marks without a partner, in order of the text. */
  readonly lonely: readonly { readonly kind: number; readonly offset: number; readonly side: 'open' | 'close' }[]
}

/**
 * Pairs the marks of `text` from `start` to `end`. A closing mark takes the nearest open mark of its kind;
 * what was opened in between and not closed is lonely. Linear: a mark is pushed and popped once.
 */
export function pairMarks(text: string, start: number, end: number): Pairing {
  const pairs: Pair[] = []
  const lonely: { kind: number; offset: number; side: 'open' | 'close' }[] = []
  const openKinds: number[] = []
  const openOffsets: number[] = []
  const openCount = pairKinds.map(() => 0)
  const landmarks = landmarksOf(text)
  const { offsets, kinds, length } = landmarks
  for (let at = landmarkFrom(landmarks, start); at < length; at++) {
    const offset = offsets[at] as number
    if (offset >= end) break
    if (kinds[at] !== Kind.open && kinds[at] !== Kind.close) continue
    const side = sides[text.charCodeAt(offset)] as number
    if (side === 0) continue
    if (side > 0) {
      openKinds.push(side - 1)
      openOffsets.push(offset)
      openCount[side - 1] = (openCount[side - 1] as number) + 1
      continue
    }
    const kind = -side - 1
    if (openCount[kind] === 0) {
      lonely.push({ kind, offset, side: 'close' })
      continue
    }
    for (;;) {
      const openKind = openKinds.pop() as number
      const open = openOffsets.pop() as number
      openCount[openKind] = (openCount[openKind] as number) - 1
      if (openKind === kind) {
        pairs.push({ kind, open, close: offset })
        break
      }
      lonely.push({ kind: openKind, offset: open, side: 'open' })
    }
  }
  openKinds.forEach((kind, index) => {
    lonely.push({ kind, offset: openOffsets[index] as number, side: 'open' })
  })
  if (lonely.length > 1) lonely.sort((a, b) => a.offset - b.offset)
  return { pairs, lonely }
}

/** The stretches covered by `pairs`, marks included: outermost ones only, ascending. */
export function outermost(pairs: readonly Pair[]): Pair[] {
  if (pairs.length === 0) return []
  const byOpen = pairs.length === 1 ? pairs : [...pairs].sort((a, b) => a.open - b.open)
  const kept: Pair[] = []
  let covered = -1
  for (const pair of byOpen) {
    if (pair.open <= covered) continue
    kept.push(pair)
    covered = pair.close
  }
  return kept
}
