/** Tables: 合计 and 小计, rows and columns, against the cells they are the sum of; a column of shares against the whole. */
import type { Source, Span } from '../../source.ts'
import { withoutBlanks } from '../../text/characters.ts'
import type { Cell, Flow, Report, Table } from '../../tree.ts'
import { type Figure, figuresIn } from '../quantities/lexer.ts'
import { equals, halves, meets, percentRange, sumOf } from './rounding.ts'
import type { Certainty, Statement } from './statement.ts'

/** A cell as arithmetic sees it: words, a figure, or nothing. */
export interface Box {
  readonly words: string
  readonly figure: Figure | undefined
  /** Blank, or a dash: it may be nought, and may be unknown. */
  readonly isEmpty: boolean
}

export type Grid = readonly (readonly Box[])[]

export const totalWord =
  /^(?:[（(]?[一二三四五六七八九十0-9]{0,2}[）)、.．]?)?(?:[\u4e00-\u9fff]{0,4})?(?:合计|总计|共计|总数|总额|总和|累计|总分|总得分)(?:[（(].{0,8}[）)])?[：:]?$/
const partialWord = /^(?:[\u4e00-\u9fff]{0,6})?(?:小计|分计)[：:]?$/
/** Columns whose cells add up to nothing: rates, means, growth, ranks, prices, days. */
const noSum =
  /率|%|％|占比|比重|比例|平均|人均|户均|均价|增长|增幅|增减|增速|同比|环比|排名|名次|位次|序号|编号|单价|价格|标准|日期|时间|年份|电话|备注|系数|指数|最高|最低|年龄|完成进度|上年|去年同期|级别|期限|面积单|折合|密度|浓度|温度/
const shareHead = /占比|比重|所占比例|占总[数额量]|构成|比例/
const measuredHead = /元|吨|亩|公里|米|公斤|千瓦|万|亿/
/** Rows that are parts of another row, so that not all add up. */
const among = /^(?:其中|#|＃|—|-|·|含|包括|\*)/
const topLevel = /^[一二三四五六七八九十]{1,2}、/
const secondLevel = /^[（(][一二三四五六七八九十]{1,2}[）)]/
const nested = /^(?:其中|#|＃|—|-|·|含|包括|\*|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.．、])/
const mostRows = 600
const mostColumns = 40

export function tablesIn(tables: readonly Placed[], into: Statement[]): void {
  for (const { grid } of tables) tableIn(grid, into)
}

/** A table as cells, and where it stands. */
export interface Placed extends Span {
  readonly grid: Grid
}

/** The tables of a document as cells; those too large or too crooked are left out. */
export function placedIn(text: string, tree: Report, source: Source): Placed[] {
  const found: Placed[] = []
  const columnAt = columnsOf(source)
  const hasMerged = merging.has(source.format)
  const visit = (flows: readonly Flow[]): void => {
    for (const flow of flows) {
      const grid = flow.type === 'table' ? gridOf(text, flow, columnAt, hasMerged) : undefined
      if (grid) found.push({ grid, start: flow.start, end: flow.end })
      else if (flow.type === 'section') visit(flow.children.slice(1) as readonly Flow[])
    }
  }
  visit(tree.children)
  return found
}

/** In these a cell may reach over several columns, and counts as one. */
const merging: ReadonlySet<Source['format']> = new Set<Source['format']>(['docx', 'doc', 'wps', 'rtf', 'html'])

/** The column of the cell that begins at an offset; asked in the order of the text. Cells without text have no place in the tree. */
function columnsOf({ blocks }: Source): (start: number) => number | undefined {
  let at = 0
  return (start) => {
    while (at + 1 < blocks.length && (blocks[at + 1]?.start ?? 0) <= start) at++
    return blocks[at]?.hint?.cell?.column
  }
}

const minus = /^[-－−﹣]/

function boxOf(text: string, cell: Cell): Box {
  const words = withoutBlanks(cell.children.map(({ start, end }) => text.slice(start, end)).join(''))
  if (words === '' || /^[—－\-–/／]+$/.test(words)) return { words, figure: undefined, isEmpty: true }
  const [paragraph] = cell.children
  if (cell.children.length !== 1 || !paragraph || !/[0-9０-９]/.test(words)) return { words, figure: undefined, isEmpty: false }
  const figures = figuresIn(text, paragraph.start, paragraph.end)
  const [figure] = figures
  const written = figure ? withoutBlanks(text.slice(figure.start, figure.end)) : ''
  // -0.15 and −0.51个百分点: less than nought, where prose would have a range.
  if (figure && figures.length === 1 && minus.test(words) && words.slice(1) === written) {
    return { words, figure: { ...figure, value: -figure.value, isApproximate: false }, isEmpty: false }
  }
  const isWhole = figure !== undefined && figures.length === 1 && written === words
  return { words, figure: isWhole && !figure.isApproximate ? figure : undefined, isEmpty: false }
}

const blank: Box = { words: '', figure: undefined, isEmpty: true }
/** The last columns of a table may be left blank. */
const remarks = /备注|说明|注$|附注|签字|责任/

function gridOf(
  text: string,
  table: Table,
  columnAt: (start: number) => number | undefined,
  hasMerged: boolean,
): Grid | undefined {
  const rows = table.children
  const crooked = rows.length < 3 || rows.length > mostRows || rows.some(({ children }) => children.length > mostColumns)
  if (crooked) return undefined
  const placed = rows.map(({ children }) => {
    const row: Box[] = []
    for (const cell of children) {
      const column = columnAt(cell.start) ?? row.length
      if (column > mostColumns * 2) continue
      while (row.length < column) row.push(blank)
      row.push(boxOf(text, cell))
    }
    return row
  })
  const width = hasMerged ? commonestWidth(placed) : Math.max(...placed.map((row) => row.length))
  if (width < 2 || width > mostColumns) return undefined
  const head = placed.find((row) => row.length >= width) as Box[]
  const spare = remarks.test(head[head.length - 1]?.words ?? '') ? head.length : width
  return placed.map((row) => {
    if (!hasMerged || row.length === spare) return filled(row, width)
    return row.length > width ? (row.length <= spare ? row : []) : aligned(row, width)
  })
}

const filled = (row: Box[], width: number): Box[] => [
  ...row,
  ...Array.from({ length: Math.max(0, width - row.length) }, () => blank),
]

function tableIn(grid: Grid, into: Statement[]): void {
  const width = Math.max(...grid.map((row) => row.length))
  const first = grid.findIndex((row) => row.some(({ figure }) => figure !== undefined && figure.kind !== 'ordinal'))
  const body = Math.max(first, 1)
  const heads = Array.from({ length: width }, (_, column) =>
    grid
      .slice(0, body)
      .map((row) => row[column]?.words ?? '')
      .join(''),
  )
  columnsIn(grid, body, heads, into)
  rowsIn(grid, body, heads, into)
  sharesIn(grid, body, heads, into)
  derivedIn(grid, body, heads, into)
}

function commonestWidth(rows: readonly (readonly Box[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [size, count] of counts) {
    if (count > most) {
      width = size
      most = count
    }
  }
  return width
}

/** A row with fewer cells has merged ones: that of a total has them at its left, so that its figures stand at the right. */
function aligned(row: Box[], width: number): Box[] {
  const missing = width - row.length
  if (missing <= 0) return missing < 0 ? [] : row
  const isTotal = row[0] !== undefined && (totalWord.test(row[0].words) || partialWord.test(row[0].words))
  if (!isTotal) return []
  return [row[0] as Box, ...Array.from({ length: missing }, () => blank), ...row.slice(1)]
}

type RowKind = 'total' | 'partial' | 'plain' | 'other'

const labelOf = (row: readonly Box[]): string =>
  row.find(({ words, figure }) => words !== '' && (figure === undefined || figure.kind === 'ordinal'))?.words ?? ''

function kindOf(row: readonly Box[]): RowKind {
  if (row.length === 0) return 'other'
  const words = row.slice(0, 3).map((box) => box.words)
  if (words.some((one) => totalWord.test(one))) return 'total'
  if (words.some((one) => partialWord.test(one))) return 'partial'
  if (/平均|占比|比重|同比|增长|备注|注[：:]|单位[：:]/.test(labelOf(row))) return 'other'
  return 'plain'
}

interface Check {
  readonly total: Figure
  readonly parts: readonly Figure[]
  readonly agrees: boolean
  readonly sum: number
  /** Some cell of the column is blank: the sum may lack something. */
  readonly hasBlank: boolean
}

function columnsIn(grid: Grid, body: number, heads: readonly string[], into: Statement[]): void {
  const kinds = grid.map((row, index) => (index < body ? 'other' : kindOf(row)))
  if (!kinds.some((kind) => kind === 'total' || kind === 'partial')) return
  for (let at = body; at < grid.length; at++) {
    const kind = kinds[at]
    if (kind !== 'total' && kind !== 'partial') continue
    const checks = heads.map((head, column) => (noSum.test(head) ? undefined : checkColumn(grid, kinds, body, at, column, head)))
    tell(checks, kind, into)
  }
}

/** The rows a total may be the sum of, each way that such tables are made. */
function groupsOf(grid: Grid, kinds: readonly RowKind[], body: number, at: number): number[][] {
  const kind = kinds[at]
  const before: number[] = []
  const since: number[] = []
  const partials: number[] = []
  for (let row = body; row < at; row++) {
    if (kinds[row] === 'plain') {
      before.push(row)
      since.push(row)
    } else if (kinds[row] === 'partial') {
      partials.push(row)
      since.length = 0
    } else if (kinds[row] === 'total') {
      since.length = 0
      if (kind === 'total') partials.length = 0
    }
  }
  const behind: number[] = []
  for (let row = at + 1; row < grid.length && kinds[row] !== 'total' && (kind === 'total' || kinds[row] !== 'partial'); row++) {
    if (kinds[row] === 'plain') behind.push(row)
  }
  const groups = kind === 'partial' ? [since, behind] : at === body || before.length === 0 ? [behind] : [before, since]
  if (kind === 'total' && partials.length > 0) groups.push(partials, [...partials, ...since])
  const label = (row: number): string => labelOf(grid[row] as readonly Box[])
  const ways: readonly ((row: number) => boolean)[] = [
    () => true,
    (row) => !among.test(label(row)),
    (row) => !nested.test(label(row)),
    (row) => topLevel.test(label(row)),
    (row) => secondLevel.test(label(row)),
  ]
  return ways.flatMap((way) => groups.map((group) => group.filter(way))).filter((group) => group.length > 1)
}

/** Some labels are those of parts or of heads, and some are not. */
const isMixed = (labels: readonly string[]): boolean =>
  [nested, topLevel].some((way) => {
    const count = labels.filter((label) => way.test(label)).length
    return count > 0 && count < labels.length
  })

function checkColumn(
  grid: Grid,
  kinds: readonly RowKind[],
  body: number,
  at: number,
  column: number,
  head: string,
): Check | undefined {
  const total = grid[at]?.[column]?.figure
  if (!total || total.kind === 'percent' || total.kind === 'ordinal') return undefined
  let first: Check | undefined
  const groups = groupsOf(grid, kinds, body, at)
  // Rows under rows: which add up is seen only where some do.
  const isDeep = isMixed((groups[0] ?? []).map((row) => labelOf(grid[row] as readonly Box[])))
  for (const group of groups) {
    const boxes = group.map((row) => grid[row]?.[column])
    const parts = boxes.flatMap((box) => (box?.figure && box.figure.kind !== 'percent' ? [box.figure] : []))
    const hasBlank = boxes.some((box) => box?.figure === undefined)
    if (parts.length < 2 || boxes.some((box) => box !== undefined && box.figure === undefined && !box.isEmpty)) continue
    const sum = sumOf(parts)
    const half = roundingOf(parts, total, head)
    const agrees = equals(total, sum, half)
    const check = { total, parts, agrees, sum, hasBlank }
    if (agrees) return check
    first ??= check
  }
  return isDeep ? undefined : first
}

/** Whole numbers of people are exact; those of what is measured are rounded each. */
const roundingOf = (parts: readonly Figure[], total: Figure, head: string): number =>
  halves(parts) + (measuredHead.test(head) && total.decimals === 0 && total.half === 0 ? 0.5 * Math.min(parts.length + 1, 4) : 0)

/** Columns that do not add up beside those that do; alone only where the difference is small. */
function tell(checks: readonly (Check | undefined)[], kind: RowKind, into: Statement[]): void {
  const known = checks.filter((check) => check !== undefined)
  const right = known.filter(({ agrees }) => agrees)
  for (const { total, parts, agrees, sum, hasBlank } of known) {
    const ratio = sum === 0 ? 0 : Math.abs(sum - total.value) / Math.max(sum, total.value)
    const isTold = agrees || (!hasBlank && (right.length > 0 ? ratio < 0.5 : known.length < 3 && ratio < 0.3 && parts.length > 2))
    if (!isTold) continue
    into.push(statement(total, parts, kind === 'partial' ? '小计' : '合计', sum, agrees))
  }
}

const statement = (
  stated: Figure,
  operands: readonly Figure[],
  relation: string,
  computed: number,
  agrees: boolean,
  certainty: Certainty = 'likely',
): Statement => ({ kind: 'table', operands, stated, relation, computed, agrees, certainty, start: stated.start, end: stated.end })

/** 合计 as the head of a column: which of the others make it is seen by the rows where they do. */
function rowsIn(grid: Grid, body: number, heads: readonly string[], into: Statement[]): void {
  heads.forEach((head, column) => {
    if (!/合计|小计|总计|总分|共计|总得分|总数$/.test(head) || noSum.test(head)) return
    const isTotal = (other: number): boolean => /合计|小计|总计|总分|共计|总得分|总数$/.test(heads[other] as string)
    const usable = heads.flatMap((other, at) => (at !== column && !noSum.test(other) && !isTotal(at) ? [at] : []))
    const right: number[] = []
    const left: number[] = []
    for (let at = column + 1; at < heads.length && !isTotal(at); at++) if (usable.includes(at)) right.push(at)
    for (let at = column - 1; at >= 0 && !isTotal(at); at--) if (usable.includes(at)) left.push(at)
    for (const group of [usable, right, left]) {
      if (rowsBy(grid, body, column, group, head, into)) return
    }
  })
}

function rowsBy(grid: Grid, body: number, column: number, group: readonly number[], head: string, into: Statement[]): boolean {
  const checks: Check[] = []
  for (const row of grid.slice(body)) {
    const total = row[column]?.figure
    if (!total || total.kind === 'percent') continue
    const parts = group.flatMap((at) => (row[at]?.figure && row[at].figure.kind !== 'percent' ? [row[at].figure] : []))
    if (parts.length < 2) continue
    const sum = sumOf(parts)
    checks.push({ total, parts, sum, agrees: equals(total, sum, roundingOf(parts, total, head)), hasBlank: false })
  }
  const right = checks.filter(({ agrees }) => agrees).length
  if (right < 2 || right < checks.length * 0.6) return false
  // A cell that its own column shows to be wrong makes its row wrong too, and is told once.
  const wrong = new Set(into.flatMap(({ kind, agrees, stated }) => (kind === 'table' && !agrees ? [stated] : [])))
  for (const { total, parts, sum, agrees } of checks) {
    if (agrees || !parts.some((part) => wrong.has(part))) into.push(statement(total, parts, '合计', sum, agrees))
  }
  return true
}

/** How a column follows from two others. */
interface Way {
  readonly word: '增长' | '占比' | '增减'
  readonly head: RegExp
  /** Of the column's own cell: what it should be, from both others; undefined where nothing can be said. */
  readonly compute: (one: number, other: number) => number | undefined
}

const ways: readonly Way[] = [
  {
    word: '增长',
    head: /增长|增幅|增速|增减幅|增减（?[%％]|增减率|升降|同比|涨幅|降幅/,
    compute: (one, other) => (other > 0 ? (one / other - 1) * 100 : undefined),
  },
  {
    word: '占比',
    head: /率|占比|比重|进度|完成比例/,
    compute: (one, other) => (other > 0 ? (one / other) * 100 : undefined),
  },
  { word: '增减', head: /增减额?|增加额?|增量|差额|比上年增|较上年增|净增|余额|结余|缺口/, compute: (one, other) => one - other },
]
const mostDerived = 8

/** A column that most rows compute from two others: 2023年, 2024年, 增长. What does not fit is told where the others do. */
function derivedIn(grid: Grid, body: number, heads: readonly string[], into: Statement[]): void {
  const numeric = heads.flatMap((_, at) => (grid.slice(body).filter((row) => row[at]?.figure).length >= 2 ? [at] : []))
  if (numeric.length < 3 || numeric.length > mostDerived) return
  const told = new Set(into.filter(({ kind }) => kind === 'table').map(({ stated }) => stated))
  for (const column of numeric) {
    for (const way of ways) {
      if (!way.head.test(heads[column] as string)) continue
      if (derivedBy(grid, body, column, numeric, way, told, into)) break
    }
  }
}

/** A row of such a column: its own cell, and what the two others say it should be. */
interface Derived {
  readonly first: Figure
  readonly second: Figure
  readonly stated: Figure
  readonly due: number
  readonly agrees: boolean
}

function derivedFrom(rows: Grid, columns: readonly [one: number, other: number, own: number], { word, compute }: Way): Derived[] {
  const [one, other, own] = columns
  return rows.flatMap((row): Derived[] => {
    const [first, second, stated] = [row[one]?.figure, row[other]?.figure, row[own]?.figure]
    if (!first || !second || !stated || first.unit !== second.unit || first.kind !== second.kind) return []
    if (word !== '增减' && first.kind === 'percent') return []
    const due = compute(first.value, second.value)
    if (due === undefined) return []
    const slack =
      word === '增减'
        ? first.half + second.half
        : ((first.half + first.value * (second.half / second.value)) / second.value) * 100 + stated.half
    const agrees = Math.abs(Math.abs(due) - Math.abs(stated.value)) <= stated.half + slack + 1e-9
    return [{ first, second, stated, due, agrees }]
  })
}

const agreeing = (checks: readonly Derived[]): number => checks.filter(({ agrees }) => agrees).length

function derivedBy(
  grid: Grid,
  body: number,
  column: number,
  numeric: readonly number[],
  way: Way,
  told: ReadonlySet<Figure>,
  into: Statement[],
): boolean {
  const rows = grid.slice(body)
  const others = numeric.filter((at) => at !== column)
  // Rates of two columns are much the same whichever is the base: the order that more rows agree with is meant.
  let best: readonly Derived[] = []
  for (const one of others)
    for (const other of others) {
      const checks = one === other ? [] : derivedFrom(rows, [one, other, column], way)
      if (agreeing(checks) > agreeing(best) && checks.some(({ due }) => due !== 0)) best = checks
    }
  const right = agreeing(best)
  const isSmall = best.length === 3 && right === 2 && way.word !== '占比'
  if (!isSmall && (right < 3 || right < best.length * 0.7)) return false
  // Which of both is taken from the other is seen by the signs of most rows.
  const direction = Math.sign(
    best.reduce((sum, { stated, due, agrees }) => sum + (agrees ? Math.sign(due * stated.value) : 0), 0),
  )
  const isSigned = way.word !== '占比' && best.some(({ stated }) => stated.value < 0)
  for (const { first, second, stated, due, agrees } of best) {
    if (told.has(stated)) continue
    // −0.5 in one row and 5.2 in another that falls too: its sign is missing.
    const isTurned = isSigned && due * stated.value * direction < 0 && Math.abs(due) > stated.half
    const isInverted = isSigned && direction < 0
    const operands = isInverted ? [second, first] : [first, second]
    into.push(statement(stated, operands, way.word, isInverted ? -due : due, agrees && !isTurned))
  }
  return true
}

/** A column of shares beside its figures: most fit the whole, one does not. */
function sharesIn(grid: Grid, body: number, heads: readonly string[], into: Statement[]): void {
  const totalRow = grid.findIndex((row, index) => index >= body && kindOf(row) === 'total')
  if (totalRow < 0) return
  heads.forEach((head, column) => {
    if (!shareHead.test(head) || column < 2) return
    const base = column - 1
    const whole = grid[totalRow]?.[base]?.figure
    if (!whole || whole.kind === 'percent' || whole.value <= 0) return
    const checks = grid.flatMap((row, index) => {
      const part = row[base]?.figure
      const share = row[column]?.figure
      if (index < body || index === totalRow || !part || !share || part.value > whole.value) return []
      const [low, high] = percentRange(part, whole)
      return [{ part, share, agrees: meets(share, low, high) }]
    })
    const right = checks.filter(({ agrees }) => agrees).length
    if (right < 2 || right < checks.length * 0.6) return
    for (const { part, share, agrees } of checks) {
      into.push(statement(share, [part, whole], '占比', (part.value / whole.value) * 100, agrees))
    }
  })
}
