/** The value that occurs most often; the earliest of equals; null of none. */
export function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  let best: number | null = null
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (best === null || count > (counts.get(best) ?? 0)) best = value
  }
  return best
}
