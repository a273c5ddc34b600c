/** Cells of a table against the sentences that tell the same: an indicator with its value, and its growth. */
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence } from './lines.ts'
import { sinceMark } from './sum-words.ts'
import type { Placed } from './tables.ts'
import type { Retold } from './twice.ts'

/** A row of a table: its words and its figures. */
interface TableRow {
  readonly label: string
  readonly figures: readonly Figure[]
}

const shortestLabel = 4
/** More rows than these are no table of indicators. */
const mostRows = 300

/** What is left of an indicator without numbers, brackets and units: 1.地区生产总值（亿元）. */
const plainLabel = (words: string): string =>
  words
    .replace(/^[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]/, '')
    .replace(/[（(][^）)]{0,20}[）)]/g, '')
    .replace(/^其中[：:]?/, '')

function rowsOf(tables: readonly Placed[]): Map<string, TableRow | undefined> {
  const rows = new Map<string, TableRow | undefined>()
  for (const { grid } of tables) {
    for (const row of grid) {
      const [head] = row
      if (!head || head.figure || rows.size > mostRows) continue
      const label = plainLabel(head.words)
      const figures = row.slice(1).flatMap(({ figure }) => (figure ? [figure] : []))
      if (label.length < shortestLabel || !/^[\u4e00-\u9fff]+$/.test(label) || figures.length === 0) continue
      // Two rows of one name: which is meant cannot be told.
      rows.set(label, rows.has(label) ? undefined : { label, figures })
    }
  }
  return rows
}

const verbs = /(?:已|累计|预计|完成|实现|达到|达|为|是|共|约){1,4}$/
const growing = /^[，、]?(?:同比|比上年|较上年|比去年同期)?(增长|下降|增加|减少)(?:了)?$/
const otherTime = /上年|去年|同期|计划|目标|预期|力争|前年|累计|[一二三四]季度|上半年|月/

/** Indicators told in a table and in the text with other figures. */
export function retoldInTables(tables: readonly Placed[], sentences: readonly FigureSentence[]): Retold[] {
  const rows = rowsOf(tables)
  if (rows.size === 0) return []
  const found: Retold[] = []
  for (const { lines } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((figure, index) => {
        const gap = gaps[index] as string
        const label = sinceMark(gap).replace(verbs, '')
        const row = rowOf(rows, label)
        if (!row || figure.isApproximate || row.figures.some(({ start }) => start === figure.start)) return
        const next = figures[index + 1]
        const rate = next?.kind === 'percent' && growing.test(gaps[index + 1] as string) && !next.isApproximate ? next : undefined
        const differing = compare(figure, rate, row, otherTime.test(gap))
        if (differing)
          found.push({ earlier: differing[0], later: differing[1], noun: row.label, isSwap: false, isSure: differing[2] })
      })
    }
  }
  return found
}

function rowOf(rows: ReadonlyMap<string, TableRow | undefined>, label: string): TableRow | undefined {
  for (let from = 0; from + shortestLabel <= label.length; from++) {
    const row = rows.get(label.slice(from))
    if (row) return row
  }
  return undefined
}

const isSame = (one: Figure, other: Figure): boolean =>
  one.unit === other.unit && Math.abs(one.value - other.value) < Math.abs(one.value) * 1e-9

/** The cell and the figure of the text that differ, and whether that is certain; undefined where they agree or say nothing of each other. */
function compare(
  figure: Figure,
  rate: Figure | undefined,
  { figures }: TableRow,
  isOfOtherTime: boolean,
): [Figure, Figure, boolean] | undefined {
  const same = figures.find((cell) => cell.kind !== 'percent' && isSame(cell, figure))
  const rates = figures.filter(({ kind }) => kind === 'percent')
  const [only] = rates
  if (same && rate && only && rates.length === 1) return Math.abs(only.value) === rate.value ? undefined : [only, rate, true]
  if (same || isOfOtherTime || figure.kind === 'percent') return undefined
  // The growth agrees, and one digit of the amount does not.
  const values = figures.filter(({ unit, kind }) => unit === figure.unit && kind === figure.kind)
  const [value] = values
  const isNear = value && values.length === 1 && rate && only && rates.length === 1 && Math.abs(only.value) === rate.value
  return isNear ? [value, figure, false] : undefined
}
