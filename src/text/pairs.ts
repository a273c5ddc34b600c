import { Kind } from './characters.ts'
import { type Landmarks, landmarkFrom } from './landmarks.ts'

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

/** A mark without a partner. */
export interface Lonely {
  readonly kind: number
  readonly offset: number
  readonly side: 'open' | 'close'
}

/** Rows of three numbers that grow and are used again: pairing is asked for every paragraph, and its garbage would cost more than it. */
class Rows {
  private values = new Int32Array(96)
  length = 0

  push(a: number, b: number, c: number): void {
    const at = this.length * 3
    if (at === this.values.length) {
      const larger = new Int32Array(at * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[at] = a
    this.values[at + 1] = b
    this.values[at + 2] = c
    this.length++
  }

  at(row: number, column: 0 | 1 | 2): number {
    return this.values[row * 3 + column] as number
  }
}

/** Kind, open, close; in the order of closing marks. */
const paired = new Rows()
/** Kind, offset, 1 for open or 0 for close; not in order. */
const unpaired = new Rows()
/** Kind, offset, 0: marks that wait for their closing mark. */
const waiting = new Rows()
const waitingOfKind = new Int32Array(pairKinds.length)

/**
 * Pairs the marks of `text` from `start` to `end` into `paired` and `unpaired`. A closing mark takes the nearest open mark of
 * its kind; what was opened in between and not closed is lonely. Linear: a mark is pushed and popped once.
 */
function pairUp(text: string, landmarks: Landmarks, start: number, end: number): void {
  paired.length = 0
  unpaired.length = 0
  waiting.length = 0
  waitingOfKind.fill(0)
  const { offsets, kinds, length } = landmarks
  for (let at = landmarkFrom(landmarks, start); at < length; at++) {
    const offset = offsets[at] as number
    if (offset >= end) break
    if (kinds[at] !== Kind.open && kinds[at] !== Kind.close) continue
    const side = sides[text.charCodeAt(offset)] as number
    if (side > 0) {
      waiting.push(side - 1, offset, 0)
      waitingOfKind[side - 1] = (waitingOfKind[side - 1] as number) + 1
    } else if (side < 0) closeWith(-side - 1, offset)
  }
  for (let row = 0; row < waiting.length; row++) unpaired.push(waiting.at(row, 0), waiting.at(row, 1), 1)
}

function closeWith(kind: number, close: number): void {
  if (waitingOfKind[kind] === 0) {
    unpaired.push(kind, close, 0)
    return
  }
  for (;;) {
    waiting.length--
    const openKind = waiting.at(waiting.length, 0)
    const open = waiting.at(waiting.length, 1)
    waitingOfKind[openKind] = (waitingOfKind[openKind] as number) - 1
    if (openKind === kind) {
      paired.push(kind, open, close)
      return
    }
    unpaired.push(openKind, open, 1)
  }
}

/** What `pairing` gives: flat lists, since they are many and short-lived. */
export interface Pairing {
  /** Open and close of each outermost pair in turn, ascending. */
  readonly covered: readonly number[]
  readonly lonely: readonly Lonely[]
}

/** The outermost pairs of `[start, end)` among the kinds that count (all by default), and the marks without a partner. */
export function pairing(text: string, landmarks: Landmarks, start: number, end: number, counts?: readonly boolean[]): Pairing {
  pairUp(text, landmarks, start, end)
  return { covered: outermost(counts), lonely: lonelyRows() }
}

/** Open and close of each outermost pair of `[start, end)` in turn, ascending. */
export function coveredBy(text: string, landmarks: Landmarks, start: number, end: number): readonly number[] {
  pairUp(text, landmarks, start, end)
  return outermost(undefined)
}

/** All pairs of `[start, end)`, in the order of their closing marks. */
export function pairsOf(text: string, landmarks: Landmarks, start: number, end: number): Pair[] {
  pairUp(text, landmarks, start, end)
  const pairs: Pair[] = []
  for (let row = 0; row < paired.length; row++) {
    pairs.push({ kind: paired.at(row, 0), open: paired.at(row, 1), close: paired.at(row, 2) })
  }
  return pairs
}

const none: readonly never[] = []

/** Backwards, a pair that closes before the last one kept opens is itself outermost. */
function outermost(counts: readonly boolean[] | undefined): readonly number[] {
  if (paired.length === 0) return none
  const found: number[] = []
  let opened = Number.POSITIVE_INFINITY
  for (let row = paired.length - 1; row >= 0; row--) {
    if (paired.at(row, 2) >= opened || (counts && !counts[paired.at(row, 0)])) continue
    opened = paired.at(row, 1)
    found.push(paired.at(row, 2), opened)
  }
  return found.reverse()
}

/** A stretch with more marks that pair with nothing is no text; what is left out would be told of no better than these. */
const mostLonely = 400

function lonelyRows(): readonly Lonely[] {
  if (unpaired.length === 0) return none
  const found: Lonely[] = []
  const rows = Math.min(unpaired.length, mostLonely)
  for (let row = 0; row < rows; row++) {
    found.push({ kind: unpaired.at(row, 0), offset: unpaired.at(row, 1), side: unpaired.at(row, 2) === 1 ? 'open' : 'close' })
  }
  return found.length > 1 ? found.sort((a, b) => a.offset - b.offset) : found
}
