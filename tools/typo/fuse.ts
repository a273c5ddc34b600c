/**
 * Sets of keys as the asset keeps them: binary fuse filters (Graf and Lemire 2022). Where a key lies must be reckoned here as
 * `levelsOf` of `src/facts/suspicions/model.ts` does, which has the same steps written for speed; `test/suspicions.test.ts`
 * asks the one for what the other wrote.
 */
import type { Fuse } from '../../src/facts/suspicions/model.ts'

/** Where the three cells of a key lie, and its fingerprint: written into `out`, which is used again and again. */
function placeOf(high: number, low: number, { seed, segment, segments }: Fuse, out: Int32Array): void {
  let h = Math.imul(low ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h ^ Math.imul(high + 0x7f4a7c15, 0xc2b2ae35), 0x27d4eb2f)
  h ^= h >>> 13
  h = Math.imul(h, 0x165667b1)
  h ^= h >>> 16
  let g = Math.imul(high ^ Math.imul(seed + 7, 0x85ebca77), 0x9e3779b1)
  g ^= g >>> 16
  g = Math.imul(g ^ low ^ (h >>> 3), 0xc2b2ae3d)
  g ^= g >>> 14
  let f = Math.imul(h ^ (g >>> 7) ^ 0x5bd1e995, 0x85ebca6b)
  f ^= f >>> 13
  f = Math.imul(f + g, 0xc2b2ae35)
  f ^= f >>> 16
  const first = Math.floor(((h >>> 0) / 4294967296) * segments) * segment
  const mask = segment - 1
  out[0] = first + (g & mask)
  out[1] = first + segment + (f & mask)
  out[2] = first + 2 * segment + (((g >>> 14) ^ (f >>> 9)) & mask)
  out[3] = (h >>> 2) ^ (f >>> 20)
}

/** The same for a key of at most 32 bits, which needs less mixing: pairs are asked for more than all else. */
function pairPlaceOf(key: number, { seed, segment, segments }: Fuse, out: Int32Array): void {
  let h = Math.imul(key ^ Math.imul(seed, 0x7feb352d), 0x9e3779b1)
  h ^= h >>> 15
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  let g = Math.imul(h, 0xc2b2ae35)
  g ^= g >>> 16
  const mask = segment - 1
  const first = (((h >>> 16) * segments) >>> 16) * segment
  out[0] = first + (g & mask)
  out[1] = first + segment + ((g >>> 13) & mask)
  out[2] = first + 2 * segment + (h & mask)
  out[3] = (g >>> 20) ^ (h >>> 3)
}

/**
 * The set of these keys with their levels, 1 to 15. `bits`: 16 for cells of 16 bits, of keys of two halves of 13 bits; 12 for
 * packed cells of 12 bits, of halves of 26 bits.
 */
export function fuseOf(highs: number[], lows: number[], levels: number[], bits: number): Fuse {
  const count = highs.length
  const segment = 2 ** Math.floor(Math.log(count) / Math.log(3.33) + 2.25)
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(count))
  const segments = Math.ceil((count * factor) / segment)
  const room = (segments + 2) * segment
  const place = new Int32Array(4)
  const mask = (1 << (bits - 4)) - 1
  for (let seed = 1; seed < 20; seed++) {
    const fuse = { cells: new Uint8Array(0), segment, segments, seed }
    const degree = new Uint8Array(room)
    const mixed = new Uint32Array(room)
    const cells = new Uint32Array(3 * count)
    const prints = new Uint16Array(count)
    for (let index = 0; index < count; index++) {
      if (bits === 16) pairPlaceOf(((highs[index] as number) << 13) | (lows[index] as number), fuse, place)
      else placeOf(highs[index] as number, lows[index] as number, fuse, place)
      for (let arm = 0; arm < 3; arm++) {
        const cell = place[arm] as number
        cells[3 * index + arm] = cell
        degree[cell] = (degree[cell] as number) + 1
        mixed[cell] = (mixed[cell] as number) ^ index
      }
      prints[index] = (place[3] as number) & mask
    }
    const order = new Uint32Array(count)
    const at = new Uint32Array(count)
    let taken = 0
    const lonely: number[] = []
    for (let cell = 0; cell < room; cell++) if (degree[cell] === 1) lonely.push(cell)
    for (let cell = lonely.pop(); cell !== undefined; cell = lonely.pop()) {
      if (degree[cell] !== 1) continue
      const index = mixed[cell] as number
      order[taken] = index
      at[taken++] = cell
      for (let arm = 0; arm < 3; arm++) {
        const other = cells[3 * index + arm] as number
        degree[other] = (degree[other] as number) - 1
        mixed[other] = (mixed[other] as number) ^ index
        if (degree[other] === 1) lonely.push(other)
      }
    }
    if (taken < count) continue
    const table = new Uint16Array(room)
    while (taken-- > 0) {
      const index = order[taken] as number
      let value = ((prints[index] as number) << 4) | (levels[index] as number)
      for (let arm = 0; arm < 3; arm++) {
        const cell = cells[3 * index + arm] as number
        if (cell !== at[taken]) value ^= table[cell] as number
      }
      table[at[taken] as number] = value
    }
    if (bits === 16) return { ...fuse, cells: table }
    const packed = new Uint8Array(Math.ceil(room * 1.5) + 1)
    for (let cell = 0; cell < room; cell++) {
      const byte = (cell * 3) >> 1
      const value = table[cell] as number
      if (cell & 1) {
        packed[byte] = (packed[byte] as number) | ((value & 15) << 4)
        packed[byte + 1] = value >> 4
      } else {
        packed[byte] = value & 255
        packed[byte + 1] = value >> 8
      }
    }
    return { ...fuse, cells: packed }
  }
  throw new Error('no seed takes these keys')
}
