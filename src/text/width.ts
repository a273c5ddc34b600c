/** How wide text is on a terminal. */

/** Ranges whose characters take two columns: UAX #11 “W” and “F” of the BMP, as far as reports use them. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
]

const isWide = (code: number): boolean =>
  code >= 0x20000 || (code >= 0x1f300 && code <= 0x1faff) || wide.some(([from, to]) => code >= from && code <= to)

/**
 * Columns that `text` takes on a terminal. “ ” … — are ambiguous (UAX #11 “A”): counted narrow, as terminals do outside of
 * East Asian locales; a caret under a line with quotes may therefore stand a column or two to the left.
 */
export function displayWidth(text: string): number {
  let columns = 0
  for (const character of text) columns += isWide(character.codePointAt(0) as number) ? 2 : 1
  return columns
}
