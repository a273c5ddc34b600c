/** Titles with their years as arrays: plans, and the first documents of the years. */
import { type WordTable, wordTable } from '../../../src/kit.ts'
import { firstDocuments, spannedTitles } from '../../../src/world/titles.ts'

/** The plans by their names without years. */
export interface Spans extends WordTable {
  /** By plan, where its years begin in `years`: first and last of each; one more for the end of the last. */
  readonly yearsFrom: Uint16Array
  readonly years: Uint16Array
  /** The first documents of the years, as a table of its own. */
  readonly firstLetters: string
  readonly firstStarts: Uint32Array
  readonly firstSlots: Uint16Array
  readonly firstYears: Uint16Array
}

export default function spansTable(): Spans {
  // Of two rows of one name the last holds.
  const rows = new Map(
    spannedTitles
      .flatMap((line) => line.split('|'))
      .map((row) => {
        const [name = '', all = ''] = row.split(':')
        return [name, all.split(/[,—]/).map(Number)]
      }),
  )
  const all = [...rows.values()]
  const yearsFrom = Uint16Array.from({ length: all.length + 1 }, (_, index) => all.slice(0, index).flat().length)
  const first = wordTable(firstDocuments.map((line) => line.slice(5)))
  return {
    ...wordTable([...rows.keys()]),
    yearsFrom,
    years: Uint16Array.from(all.flat()),
    firstLetters: first.letters,
    firstStarts: first.starts,
    firstSlots: first.slots,
    firstYears: Uint16Array.from(firstDocuments, (line) => Number(line.slice(0, 4))),
  }
}
