/**
 * What of a file is worth lines of the text, beside its body and in its tables: one answer for all formats, so that a report is
 * the same in each.
 */
import type { Aside } from '../source.ts'
import { isPageNumber } from './page-number.ts'

/** The order in which the text has what stands beside the body. */
export const besideOrder: readonly Aside[] = ['header', 'footer', 'footnote', 'endnote', 'textbox']

/**
 * For one document: whether the words of a story, or of a line of one, are worth telling. Blanks and mere page numbers are not;
 * and sections often have headers and footers of their own that say the same, which is told once. A picture, U+FFFC, says nothing.
 */
export function besideOnce(): (aside: Aside, words: string) => boolean {
  const told = new Set<string>()
  return (aside, words) => {
    const isAtEdge = aside === 'header' || aside === 'footer'
    const said = words.replaceAll('\ufffc', '')
    if (said.trim() === '' || isPageNumber(said)) return false
    if (!isAtEdge) return true
    const key = `${aside} ${words}`
    const isNew = !told.has(key)
    told.add(key)
    return isNew
  }
}

interface CellOf<Cell> {
  readonly table: { readonly cells: number; readonly outer?: Cell | undefined }
}

/** The innermost table around `cell` that is one, as the cell of it: a table of one cell is a frame. */
export function cellOfTable<Cell extends CellOf<Cell>>(cell: Cell | undefined): Cell | undefined {
  let around = cell
  while (around && around.table.cells <= 1) around = around.table.outer
  return around
}
