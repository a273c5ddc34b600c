/** How deep each heading stands. Depth is what this document does; what is printed only helps where it leaves a choice. */
import type { Head } from './heads.ts'
import type { RoledLine } from './sections.ts'

/** A heading whose section is open. */
interface Open {
  readonly head: Head
  readonly index: number
}

/** How many headings are open above each heading; undefined for lines that are none. */
export function depthsOf(heads: readonly (Head | undefined)[], all: readonly RoledLine[]): (number | undefined)[] {
  const goesOn = continuing(heads, all)
  const open: Open[] = []
  /** Under the heading of which key those of a key stood last: 条 are counted through all 章. */
  const parents = new Map<string, string | undefined>()
  return heads.map((head, index) => {
    if (all[index]?.divides) {
      open.length = 0
      parents.clear()
    }
    if (!head) return undefined
    open.length = depthOf(head, open, goesOn, parents)
    if (head.key !== undefined) parents.set(head.key, open[open.length - 1]?.head.key)
    open.push({ head, index })
    return open.length - 1
  })
}

/** Whether the series of the heading at an index has a next member further down, before it begins anew. */
function continuing(heads: readonly (Head | undefined)[], all: readonly RoledLine[]): readonly boolean[] {
  const result: boolean[] = []
  let later = new Map<string, Set<number>>()
  for (let index = heads.length - 1; index >= 0; index--) {
    const head = heads[index]
    if (head?.marker && head.key !== undefined) {
      const { ordinal } = head.marker
      const known = later.get(head.key) ?? new Set<number>()
      // One number too few is a slip, not another series.
      result[index] = known.has(ordinal + 1) || known.has(ordinal + 2)
      later.set(head.key, ordinal === 1 ? new Set([1]) : known.add(ordinal))
    }
    if (all[index]?.divides) later = new Map()
  }
  return result
}

function depthOf(
  head: Head,
  open: readonly Open[],
  goesOn: readonly boolean[],
  parents: ReadonlyMap<string, string | undefined>,
): number {
  const { marker, key } = head
  const isSame = (one: Open): boolean => one.head.key === key && one.head.marker !== undefined
  if (marker && marker.ordinal !== 1) {
    const exact = open.findLastIndex((one) => isSame(one) && one.head.marker?.ordinal === marker.ordinal - 1)
    if (exact >= 0) return exact
    const same = open.findLastIndex(isSame)
    if (same >= 0) return same
    const parent = key === undefined ? undefined : parents.get(key)
    const above = parent === undefined ? -1 : open.findLastIndex((one) => one.head.key === parent)
    if (above >= 0) return belowOuter(head, open, above + 1)
  }
  // Bold lines stand where the first of them stood: in a 一、, or above all.
  if (!marker && key !== undefined && parents.has(key)) {
    const parent = parents.get(key)
    const above = parent === undefined ? -1 : open.findLastIndex((one) => one.head.key === parent)
    if (parent === undefined || above >= 0) return above + 1
  }
  const usual = usualDepth(head, open)
  // What begins between two neighbours of another series lies in the first of them.
  if (head.hint !== undefined) return usual
  const inside = open.findLastIndex(
    (one, depth) => depth >= usual && !isSame(one) && one.head.marker !== undefined && goesOn[one.index] === true,
  )
  return inside >= 0 ? inside + 1 : usual
}

/** 第五条 of a 章 that has 节 stands in the open one of those, though the articles before stood right under their 章. */
function belowOuter({ rank }: Head, open: readonly Open[], from: number): number {
  let depth = from
  while (open[depth]?.head.marker && (open[depth] as Open).head.rank < rank) depth++
  return depth
}

/** By the outline levels of the format, where both have one, else by what is printed. */
function usualDepth({ hint, rank }: Head, open: readonly Open[]): number {
  let depth = open.length
  while (depth > 0) {
    const top = (open[depth - 1] as Open).head
    if (hint !== undefined && top.hint !== undefined) {
      if (top.hint < hint) break
    } else if (top.rank < rank) break
    depth--
  }
  return depth
}
