/** Rules drawn on a page → the tables they make: which places of the page are one cell. */
import type { Rule, Rules } from './rules.ts'

/** A place of the page that rules close in. Rows and columns count from 0 in its table. */
export interface Box {
  readonly row: number
  readonly column: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Grid {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Row by row, each from left to right. */
  readonly boxes: readonly Box[]
  /** The box at a place of the page; undefined where it is no cell. */
  at(x: number, y: number): Box | undefined
}

/** Rules that are no further apart are one, and rules that near to each other meet. */
const NEAR = 3
/** A table has no more rows and columns on a page; what has is a drawing. */
const MOST_LINES = 400
const MOST_PLACES = 20_000
const MOST_TABLES = 100

/** The tables of a page, from the top down. */
export function gridsOf({ upright, level }: Rules): Grid[] {
  const bands = bandsOf(upright)
  if (bands.length > MOST_TABLES) return []
  return bands.map((band) => gridOf(band, upright, level)).filter((grid) => grid !== undefined)
}

/** From where to where upright rules follow one another down the page: a table stands there. */
function bandsOf(upright: readonly Rule[]): Pick<Rule, 'from' | 'to'>[] {
  const bands: { from: number; to: number }[] = []
  for (const { from, to } of upright.toSorted((a, b) => a.from - b.from)) {
    const last = bands[bands.length - 1]
    if (last && from <= last.to + NEAR) last.to = Math.max(last.to, to)
    else bands.push({ from, to })
  }
  return bands
}

function gridOf(band: Pick<Rule, 'from' | 'to'>, upright: readonly Rule[], level: readonly Rule[]): Grid | undefined {
  const walls = upright.filter(({ from, to }) => from >= band.from - NEAR && to <= band.to + NEAR)
  const floors = level.filter(({ at }) => at >= band.from - NEAR && at <= band.to + NEAR)
  // A table may be open at its sides, above and below: there the other rules end.
  const sides = floors.reduce<readonly number[]>(
    ([left = Infinity, right = -Infinity], { from, to }) => [Math.min(left, from), Math.max(right, to)],
    [],
  )
  const xs = places([...walls.map(({ at }) => at), ...sides])
  const ys = places([...floors.map(({ at }) => at), band.from, band.to])
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 2 || rows < 1 || columns > MOST_LINES || rows > MOST_LINES || columns * rows > MOST_PLACES) return undefined
  const group = grouped(columns, rows, closed(walls, xs, ys), closed(floors, ys, xs))
  return found(group, xs, ys, columns)
}

/** Ascending, of those near one another the first. */
function places(all: readonly number[]): number[] {
  const kept: number[] = []
  for (const one of all.toSorted((a, b) => a - b)) {
    if (kept.length === 0 || one - (kept[kept.length - 1] as number) > NEAR) kept.push(one)
  }
  return kept
}

/** Between which two of `across` a rule runs along each of `along`, from one to the other: `along` × (`across` − 1). */
function closed(rules: readonly Rule[], along: readonly number[], across: readonly number[]): Uint8Array {
  const count = across.length - 1
  const found = new Uint8Array(along.length * count)
  for (const { at, from, to } of rules) {
    const line = before(along, at + 0.01)
    for (let index = before(across, from + NEAR); index < count; index++) {
      // What ends before is a line under words.
      if ((across[index + 1] as number) > to + NEAR) break
      if ((across[index] as number) >= from - NEAR) found[line * count + index] = 1
    }
  }
  return found
}

/** The last of `sorted` that is not beyond `at`; the first where all are. */
function before(sorted: readonly number[], at: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Places that no rule parts: each place's group, named by the first place in it. */
function grouped(columns: number, rows: number, walls: Uint8Array, floors: Uint8Array): Int32Array {
  const group = Int32Array.from({ length: columns * rows }, (_, index) => index)
  const rootOf = (of: number): number => {
    let at = of
    while (group[at] !== at) {
      group[at] = group[group[at] as number] as number
      at = group[at] as number
    }
    return at
  }
  const join = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)]
    group[Math.max(first, second)] = Math.min(first, second)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      if (column + 1 < columns && walls[(column + 1) * rows + row] === 0) join(here, here + 1)
      if (row + 1 < rows && floors[(row + 1) * columns + column] === 0) join(here, here + columns)
    }
  }
  return group.map((_, index) => rootOf(index))
}

/** The groups that are boxes. Those of another form are what is around a table, or between two. */
function found(group: Int32Array, xs: readonly number[], ys: readonly number[], columns: number): Grid | undefined {
  const extents = new Map<number, { left: number; right: number; top: number; bottom: number; places: number }>()
  group.forEach((name, place) => {
    const [row, column] = [Math.floor(place / columns), place % columns]
    const known = extents.get(name)
    if (!known) extents.set(name, { left: column, right: column, top: row, bottom: row, places: 1 })
    else {
      known.left = Math.min(known.left, column)
      known.right = Math.max(known.right, column)
      known.bottom = row
      known.places++
    }
  })
  const boxes = new Map<number, Box>()
  for (const [name, { left, right, top, bottom, places: count }] of extents) {
    if ((right - left + 1) * (bottom - top + 1) !== count) continue
    boxes.set(name, {
      row: top,
      column: left,
      left: xs[left] as number,
      right: xs[right + 1] as number,
      top: ys[top] as number,
      bottom: ys[bottom + 1] as number,
    })
  }
  if (boxes.size < 2) return undefined
  const [left, right] = [xs[0] as number, xs[columns] as number]
  const [top, bottom] = [ys[0] as number, ys[ys.length - 1] as number]
  return {
    left,
    right,
    top,
    bottom,
    boxes: [...boxes.values()].sort((a, b) => a.row - b.row || a.column - b.column),
    at: (x, y) => {
      if (x < left || x > right || y < top || y > bottom) return undefined
      const place = Math.min(before(ys, y), ys.length - 2) * columns + Math.min(before(xs, x), columns - 1)
      return boxes.get(group[place] as number)
    },
  }
}
