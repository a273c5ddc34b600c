/**
 * Words that are typed for another one of the same sound and are words themselves (体质 for 体制), told apart by the two characters
 * before and behind them: stated, judged by the rule. Empty where the table is not at hand.
 */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { structure } from './structure.ts'
import { words } from './words.ts'

/** The file of `assets/` that says which neighbours belong to which word; `tools/typo/pairs.py` makes it. */
export const pairsAsset = 'pairs.txt'

/** All words and neighbours of the table have this many characters. */
const size = 2

export interface MistakenWord extends Span {
  /** The word that its neighbours ask for. */
  readonly right: string
}

/** What a word may have been typed for: the neighbours, two characters each, that ask for `right`. */
interface Meant {
  readonly right: string
  readonly before: string
  readonly behind: string
}

interface Table {
  readonly rows: ReadonlyMap<string, readonly Meant[]>
  /** One byte a UTF-16 unit: whether a word of the table begins with it. Most characters are passed over by it. */
  readonly begins: Uint8Array
}

const tables = new WeakMap<Uint8Array, Table>()

function tableOf(bytes: Uint8Array): Table {
  const made = tables.get(bytes)
  if (made) return made
  const rows = new Map<string, Meant[]>()
  const begins = new Uint8Array(0x10000)
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const blank = line.indexOf(' ')
    if (blank < 2 * size) continue
    const word = line.slice(0, size)
    const meant = { right: line.slice(size, 2 * size), before: line.slice(2 * size, blank), behind: line.slice(blank + 1) }
    const known = rows.get(word)
    if (known) known.push(meant)
    else rows.set(word, [meant])
    begins[word.charCodeAt(0)] = 1
  }
  const table = { rows, begins }
  tables.set(bytes, table)
  return table
}

/** Whether `row` has the two characters at an even place. */
function has(row: string, near: string): boolean {
  for (let at = row.indexOf(near); at >= 0; at = row.indexOf(near, at + 1)) if (at % size === 0) return true
  return false
}

/** How much of a run of characters tells its words. */
const around = 10

export const mistakenWords = fact('mistakenWords', ({ text, resources }, use): readonly MistakenWord[] => {
  const bytes = resources.get(pairsAsset)
  if (!bytes) return []
  const table = tableOf(bytes)
  const found: MistakenWord[] = []
  for (const { start, end } of use(structure).stretches) {
    for (let at = start; at + size <= end; at++) {
      if (table.begins[text.charCodeAt(at)] === 0) continue
      const said = text.slice(at, at + size)
      const candidates = table.rows.get(said)
      if (!candidates) continue
      const before = at - size >= start ? text.slice(at - size, at) : ''
      const behind = at + 2 * size <= end ? text.slice(at + size, at + 2 * size) : ''
      const right = meantBy(table, said, candidates, before, behind)
      if (right === undefined) continue
      const from = Math.max(start, at - around)
      const to = Math.min(end, at + size + around)
      const all = use(words)
      // 省人大常委会｜意见: the word begins and ends where words do.
      if (all.hasEnd(from, to, at) && all.hasEnd(from, to, at + size)) found.push({ start: at, end: at + size, right })
    }
  }
  return found
})

/** The one word that the neighbours ask for; none where they differ, or one of them asks for the word that stands. */
function meantBy(table: Table, said: string, candidates: readonly Meant[], before: string, behind: string): string | undefined {
  let right: string | undefined
  for (const meant of candidates) {
    const byBefore = before !== '' && has(meant.before, before)
    const byBehind = behind !== '' && has(meant.behind, behind)
    if (!byBefore && !byBehind) continue
    const back = table.rows.get(meant.right)?.find((one) => one.right === said)
    if (back && ((before !== '' && has(back.before, before)) || (behind !== '' && has(back.behind, behind)))) return undefined
    if (right !== undefined) return undefined
    right = meant.right
  }
  return right
}
