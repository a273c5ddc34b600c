/** How units are found by their sounds: what the table of them and the search in it share. */

/** Characters a unit has. */
export const width = 4

/** Where the chain of four syllables begins, before it is cut to the number of slots. */
export const slotOf = (a: number, b: number, c: number, d: number): number =>
  Math.imul(Math.imul(Math.imul(a, 421) + b, 421) + c, 421) + d
