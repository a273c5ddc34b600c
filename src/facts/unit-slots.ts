/** How units are found by their sounds: what the table of them and the search in it share. */

/** Characters a unit has. */
export const width = 4

/** Where the chain of four syllables begins, before it is cut to the number of slots. */
export const slotOf = (a: number, b: number, c: number, d: number): number =>
  Math.imul(Math.imul(Math.imul(a, 421) + b, 421) + c, 421) + d

/** Bits that tell where two characters of a unit may have changed places: a power of two, some twenty times its entries. */
export const swapBits = 1 << 18

/** The bit of four characters. */
export const swapBitOf = (a: number, b: number, c: number, d: number): number =>
  (Math.imul(a, 40503) ^ Math.imul(b, 30011) ^ Math.imul(c, 20011) ^ Math.imul(d, 10007)) & (swapBits - 1)
