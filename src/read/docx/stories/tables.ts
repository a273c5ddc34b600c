/** Tables: which cell a paragraph stands in. */
import { spend } from './budget.ts'
import type { DraftCell } from './drafts.ts'
import type { Enter, Leave, Row } from './walk.ts'

export function cellOf(tables: readonly Row[]): DraftCell | undefined {
  const row = tables.at(-1)
  return row && { table: row.table, row: row.row, column: row.column }
}

export const tablesEnter: Readonly<Record<string, Enter>> = {
  'w:tbl': (walk) => {
    spend(walk, 10)
    const outer = cellOf(walk.tables)
    const table = { index: walk.tableCount++, cells: 0, ...(outer && { outer }) }
    walk.tables.push({ table, row: -1, column: 0, next: 0, isDeleted: false, isCellDeleted: false })
  },
  'w:tr': (walk) => {
    const row = walk.tables.at(-1)
    if (row) Object.assign(row, { row: row.row + 1, column: 0, next: 0, isDeleted: false })
  },
  'w:tc': (walk) => {
    const row = walk.tables.at(-1)
    if (!row) return
    Object.assign(row, { column: row.next, next: row.next + 1, isCellDeleted: false })
    row.table.cells++
  },
}

export const tablesLeave: Readonly<Record<string, Leave>> = {
  'w:tbl': (walk) => {
    walk.tables.pop()
  },
}
