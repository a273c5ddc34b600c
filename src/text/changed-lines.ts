/** Which lines of a text are not as they were: what a careful reader of a diff would call added or changed. */

/** Edits beyond which two texts are compared line by line without regard to order: they have little in common then. */
const mostEdits = 1500

/** For each of `after` whether it is changed; lines that stayed in their order are not. */
export function changedLines(before: readonly string[], after: readonly string[]): boolean[] {
  const changed = new Array<boolean>(after.length).fill(false)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  // A line that the other text does not have anywhere needs no comparing.
  const known = new Set(old)
  const wanted = new Set(now)
  const places: number[] = []
  now.forEach((line, index) => {
    if (known.has(line)) places.push(index)
    else changed[head + index] = true
  })
  const kept = new Set(
    common(
      old.filter((line) => wanted.has(line)),
      places.map((index) => now[index] as string),
    ),
  )
  places.forEach((index, place) => {
    if (!kept.has(place)) changed[head + index] = true
  })
  return changed
}

/** Indexes of `b` that are in the longest sequence common to both (Myers 1986), or, where that is long to find, in `a` at all. */
function common(a: readonly string[], b: readonly string[]): number[] {
  const trace: Int32Array[] = []
  const size = 2 * mostEdits + 3
  const middle = mostEdits + 1
  const reach = new Int32Array(size)
  for (let edits = 0; edits <= Math.min(mostEdits, a.length + b.length); edits++) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1))
      let x = down ? at(reach, middle + k + 1) : at(reach, middle + k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[middle + k] = x
      if (x >= a.length && x - k >= b.length) return traced(trace, a.length, b.length)
    }
  }
  return anywhere(a, b)
}

const at = (array: Int32Array, index: number): number => array[index] as number

/** Goes back the way that was found; what is passed on a diagonal is common. */
function traced(trace: readonly Int32Array[], a: number, b: number): number[] {
  const kept: number[] = []
  let [x, y] = [a, b]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] as Int32Array
    const k = x - y
    const here = edits + 1 + k
    const down = k === -edits || (k !== edits && at(reach, here - 1) < at(reach, here + 1))
    const above = down ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : at(reach, edits + 1 + above)
    const fromY = edits === 0 ? 0 : fromX - above
    while (x > fromX && y > fromY) {
      x--
      y--
      kept.push(y)
    }
    ;[x, y] = [fromX, fromY]
  }
  return kept
}

function anywhere(a: readonly string[], b: readonly string[]): number[] {
  const left = new Map<string, number>()
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1)
  const kept: number[] = []
  b.forEach((line, index) => {
    const count = left.get(line) ?? 0
    if (count > 0) kept.push(index)
    left.set(line, count - 1)
  })
  return kept
}
