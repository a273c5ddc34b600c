/** Characters that look alike: one is typed for the other by hand, by shape codes, or by a machine that reads paper. */
import shapesTable from './shapes.table.ts'
import { hasPair } from './word-table.ts'

let known: Uint32Array | undefined

/** Whether two characters look alike. The table is made when it is first asked for. */
export function lookAlike(one: string, other: string): boolean {
  known ??= shapesTable().pairs
  const [a, b] = [one.charCodeAt(0), other.charCodeAt(0)]
  return a < b ? hasPair(known, a, b) : hasPair(known, b, a)
}
