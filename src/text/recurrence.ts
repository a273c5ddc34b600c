/** Which pieces of a text are word for word equal to an earlier piece: one hash table over numbers, every hit verified. */

/**
 * For each piece `[starts[i], ends[i])` the index of the first equal piece before it; −1 where there is none.
 * Linear in the length of the pieces.
 */
export function firstEqual(text: string, starts: readonly number[], ends: readonly number[]): Int32Array {
  const count = starts.length
  const earlier = new Int32Array(count).fill(-1)
  let size = 16
  while (size < count * 2) size *= 2
  const table = new Int32Array(size).fill(-1)
  for (let piece = 0; piece < count; piece++) {
    const start = starts[piece] as number
    const end = ends[piece] as number
    let slot = hashOf(text, start, end) & (size - 1)
    for (let known = table[slot] as number; known >= 0; known = table[slot] as number) {
      if (isEqual(text, starts[known] as number, ends[known] as number, start, end)) {
        earlier[piece] = known
        break
      }
      slot = (slot + 1) & (size - 1)
    }
    if (earlier[piece] === -1) table[slot] = piece
  }
  return earlier
}

/** FNV-1a with its high bits folded in, since the table takes the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let offset = start; offset < end; offset++) hash = Math.imul(hash ^ text.charCodeAt(offset), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function isEqual(text: string, aStart: number, aEnd: number, bStart: number, bEnd: number): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false
  for (let index = aEnd - aStart - 1; index >= 0; index--) {
    if (text.charCodeAt(aStart + index) !== text.charCodeAt(bStart + index)) return false
  }
  return true
}
