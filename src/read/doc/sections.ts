/** The sections of a document ([MS-DOC] 2.8.26): where they end, and which pages have headers of their own. */
import { Damaged, slice, u16, u32 } from './bytes.ts'
import { sectionProperties } from './modifiers.ts'

export interface Section {
  /** Offset of the document's text, behind the section's last character. */
  readonly end: number
  readonly hasFirstPage: boolean
}

/** What the table keeps for each section, in bytes; its modifiers stand in the main stream, at the place told there. */
const ENTRY = 12
const PLACE = 2
const NO_MODIFIERS = 0xffffffff

/** @throws Damaged */
export function readSections(main: Uint8Array, table: Uint8Array): Section[] {
  const count = Math.max(Math.floor((table.length - 4) / (4 + ENTRY)), 0)
  // Sections may share their modifiers; real ones are few.
  let left = main.length
  return Array.from({ length: count }, (_, index) => {
    const at = u32(table, (count + 1) * 4 + index * ENTRY + PLACE)
    const modifiers = at === NO_MODIFIERS ? new Uint8Array(0) : slice(main, at + 2, u16(main, at))
    left -= modifiers.length
    if (left < 0) throw new Damaged({ zh: '分节过多', en: 'it has too many sections' }, true)
    return { end: u32(table, (index + 1) * 4), hasFirstPage: sectionProperties(modifiers).hasFirstPage === true }
  })
}
