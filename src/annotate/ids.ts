/** Identifiers of annotations (ECMA-376 part 1, 17.13): whole numbers, each used once among its like. */

/** Word keeps them in 32 bits. */
const LARGEST = 2 ** 31 - 1

/** Numbers above all that are taken; where these end, the free ones below. */
export function freeIds(taken: ReadonlySet<number>): () => number {
  let next = 0
  for (const id of taken) next = Math.max(next, id + 1)
  if (next > LARGEST - 1_000_000) next = 0
  return () => {
    while (taken.has(next)) next++
    return next++
  }
}

/** All numbers that stand in an attribute `id`, of whatever element: no reason to look closer, numbers are plenty. */
export function idsIn(xml: string): Set<number> {
  const ids = new Set<number>()
  for (const [, quoted, apostrophed] of xml.matchAll(/[\s:]id=(?:"(-?\d{1,10})"|'(-?\d{1,10})')/g)) {
    ids.add(Number(quoted ?? apostrophed))
  }
  return ids
}
