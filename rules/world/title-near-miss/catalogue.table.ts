/** The catalogue of titles as arrays. */
import { type WordTable, wordTable } from '../../../src/kit.ts'
import {
  centralTitles,
  coreTitles,
  firstDocuments,
  lawTitles,
  neighbours,
  regulationTitles,
  writings,
} from '../../../src/world/titles.ts'

/** The titles, by length; behind them what is right and is looked up only. */
export interface Catalogue extends WordTable {
  /** Where the titles of a length begin; one more for the end of the last. */
  readonly byLength: Uint16Array
  /** By title: 1 where it was read in a source, 2 where only a slip of the pen is told of it: its words are those of many other documents. */
  readonly flags: Uint8Array
  /** What a title is known to be miswritten as, as a table of its own. */
  readonly wrongLetters: string
  readonly wrongStarts: Uint32Array
  readonly wrongSlots: Uint16Array
  /** By miswritten form, the title that is meant. */
  readonly meant: Uint16Array
}

interface Row {
  readonly title: string
  readonly flags: number
}

export default function catalogueTable(): Catalogue {
  const others = neighbours.flatMap((line) => line.split('|'))
  const wrong = new Map<string, Row>()
  const rows: Row[] = []
  const add = (title: string, isVerified: boolean, isCommon: boolean): Row => {
    const row = { title, flags: (isVerified ? 1 : 0) + (isCommon ? 2 : 0) }
    rows.push(row)
    return row
  }
  const addDetailed = (line: string): void => {
    const [head = '', also = ''] = line.split('=')
    const [title = '', slips = ''] = head.split('>')
    const isVerified = !title.startsWith('?')
    const row = add(isVerified ? title : title.slice(1), isVerified, false)
    if (also !== '') others.push(...also.split(','))
    for (const slip of slips === '' ? [] : slips.split(',')) wrong.set(slip, row)
  }
  for (const list of [coreTitles, writings]) for (const line of list) addDetailed(line)
  for (const line of lawTitles) for (const one of line.split('|')) addDetailed(one)
  for (const line of firstDocuments) add(line.slice(5), true, false)
  for (const list of [regulationTitles, centralTitles])
    for (const line of list) for (const title of line.split('|')) add(title, true, true)
  // Those of one length stay in the order in which they came.
  const sorted = [...rows].sort((a, b) => a.title.length - b.title.length)
  const longest = sorted.at(-1)?.title.length ?? 0
  const byLength = Uint16Array.from(
    { length: longest + 2 },
    (_, length) => sorted.filter((row) => row.title.length < length).length,
  )
  const { letters: wrongLetters, starts: wrongStarts, slots: wrongSlots } = wordTable([...wrong.keys()])
  const meant = Uint16Array.from(wrong.values(), (row) => sorted.indexOf(row))
  const flags = Uint8Array.from(sorted, (row) => row.flags)
  return {
    ...wordTable([...sorted.map(({ title }) => title), ...others]),
    byLength,
    flags,
    wrongLetters,
    wrongStarts,
    wrongSlots,
    meant,
  }
}
