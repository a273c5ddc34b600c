/**
 * What a table says of itself and what the text says of its rows: a column of places against the values, 入住率最低的望湖县, and a value
 * told of a row that stands there with two digits swapped.
 */
import type { Figure } from '../quantities/lexer.ts'
import type { Stretch } from '../structure.ts'
import type { FigureSentence } from './lines.ts'
import { isSlipOf } from './slips.ts'
import type { Statement } from './statement.ts'
import { sinceMark, statement } from './sum-words.ts'
import { type Placed, totalWord } from './tables.ts'
import type { Retold } from './twice.ts'

interface Line {
  readonly label: string
  readonly cells: readonly (Figure | undefined)[]
}

/** A table whose first rows are heads and whose others have names. */
interface Ranking extends Placed {
  readonly heads: readonly string[]
  readonly rows: readonly Line[]
  /** 全市, 合计: not one of the others. */
  readonly total: Line | undefined
}

const wholeLabel = /^(?:全[国省市县区州镇乡校院行系统集团]{1,2}|平均|合计|总计|均值|[\u4e00-\u9fff]{0,4}平均(?:值|数|分)?)$/
const mostRows = 80
/** Of a document with more tables the text speaks of none alone. */
const mostTables = 30
/** A bracket of a head tells its unit. */
const bareHead = (head: string): string => head.replace(/[（(][^）)]{0,20}[）)]/g, '')
const unitOfHead = (head: string): string => /[（(]([^）)]{1,8})[）)]/.exec(head)?.[1]?.replace('％', '%') ?? ''

function rankingOf(placed: Placed): Ranking | undefined {
  const { grid } = placed
  const first = grid.findIndex((row) => row.some(({ figure }) => figure !== undefined))
  if (first < 1 || grid.length > mostRows) return undefined
  const width = Math.max(...grid.map((row) => row.length))
  const heads = Array.from({ length: width }, (_, column) =>
    grid
      .slice(0, first)
      .map((row) => row[column]?.words ?? '')
      .join(''),
  )
  const lines = grid.slice(first).flatMap((row): Line[] => {
    const name = row.slice(0, 2).find(({ words, figure }) => figure === undefined && /^[\u4e00-\u9fff“”]{2,14}$/.test(words))
    return name ? [{ label: name.words, cells: row.map(({ figure }) => figure) }] : []
  })
  const isTotal = ({ label }: Line): boolean => totalWord.test(label) || wholeLabel.test(label)
  const rows = lines.filter((line) => !isTotal(line))
  return rows.length < 3 ? undefined : { ...placed, heads, rows, total: lines.find(isTotal) }
}

const placeHead = /位次|排名|名次|排序|位序/
const columnOf = (rows: readonly Line[], column: number): number[] =>
  rows.flatMap(({ cells }) => (cells[column] ? [(cells[column] as Figure).value] : []))

/** A column of places against the column that it ranks: the one that nearly all of them follow. */
function placesIn({ heads, rows }: Ranking, into: Statement[]): void {
  if (rows.length < 4) return
  heads.forEach((head, column) => {
    if (!placeHead.test(head) || columnOf(rows, column).length < rows.length) return
    const tries = heads.flatMap((_, other) => {
      const values = columnOf(rows, other)
      if (other === column || placeHead.test(heads[other] as string) || values.length < rows.length) return []
      return [true, false].map((isDown) => {
        const due = values.map((value) => 1 + values.filter((one) => (isDown ? one > value : one < value)).length)
        const right = rows.filter(({ cells }, at) => (cells[column] as Figure).value === due[at]).length
        return { other, due, right }
      })
    })
    const best = tries.reduce((one, next) => (next.right > one.right ? next : one), { other: -1, due: [] as number[], right: 0 })
    if (best.other < 0 || best.right < Math.max(3, rows.length - 2)) return
    rows.forEach(({ cells }, at) => {
      const [stated, value] = [cells[column], cells[best.other]] as [Figure, Figure]
      const due = best.due[at] as number
      into.push(statement('table', stated, [value], stated, '位次', due, stated.value === due))
    })
  })
}

const most =
  /最[高低多少大小快慢好差]|(?:[居列]|位居|位列|排名?)(?:全[市县省]|各[\u4e00-\u9fff]{1,3})?(?:第一位?|首位|榜首|末位|倒数第一)|垫底/g
const led = /^的(?:县区|单位|乡镇)?(?:依次)?[是为]?/
const farthest = 24

/** The columns that an indicator is told of: 增速 is 同比增长, 入住率 is 入住率. */
function columnsFor({ heads }: Ranking, indicator: string): number[] {
  const isGrowth = /增速|增长|增幅|快|慢/.test(indicator)
  for (let size = Math.min(indicator.length, 8); size > 1; size--) {
    const end = indicator.slice(-size)
    const found = heads.flatMap((head, at) => (bareHead(head).includes(end) ? [at] : []))
    if (found.length > 0) return found
  }
  return isGrowth ? heads.flatMap((head, at) => (/增速|增长|增幅/.test(head) ? [at] : [])) : []
}

/** A row that is named beside 最高, with the words between or before that say of what. */
interface Named {
  readonly row: Line
  readonly indicator: string
  readonly start: number
  readonly end: number
}

/** 入住率最低的望湖县: the row stands behind. */
function ledBy(words: string, at: number, end: number, rows: readonly Line[]): Named | undefined {
  const skipped = led.exec(words.slice(end, end + 8))?.[0].length ?? 0
  const from = end + skipped
  const row = skipped > 0 ? rows.find(({ label }) => words.startsWith(label, from)) : undefined
  const indicator = /[\u4e00-\u9fff]{0,8}$/.exec(words.slice(Math.max(0, at - 8), at))?.[0] ?? ''
  return row && { row, indicator, start: at - indicator.length, end: from + row.label.length }
}

/** 平岗县增速最高: the row stands before, in the same clause. */
function tailedBy(words: string, at: number, end: number, rows: readonly Line[]): Named | undefined {
  if (/[^，。；、：（]/.test(words[end] ?? '。')) return undefined
  const lead = words.slice(Math.max(0, at - farthest), at)
  const clause = lead.slice(Math.max(...[...'，。；：、'].map((mark) => lead.lastIndexOf(mark))) + 1)
  let found: Named | undefined
  for (const row of rows) {
    const place = clause.lastIndexOf(row.label)
    const indicator = clause.slice(place + row.label.length)
    if (place < 0 || indicator.length > 8 || (found && found.indicator.length <= indicator.length)) continue
    found = { row, indicator, start: at - indicator.length - row.label.length, end }
  }
  return found
}

/** 入住率最低的望湖县; 平岗县增速最高，望湖县最低. */
function superlativesOf(text: string, ranking: Ranking, stretches: readonly Stretch[], into: Statement[]): void {
  const { rows } = ranking
  let indicator = ''
  for (const stretch of stretches) {
    if (stretch.start >= ranking.start && stretch.end <= ranking.end) continue
    const words = text.slice(stretch.start, stretch.end)
    for (const { index: at, 0: word } of words.matchAll(most)) {
      const end = at + word.length
      const named = ledBy(words, at, end, rows) ?? tailedBy(words, at, end, rows)
      if (!named) continue
      const clause = words.slice(Math.max(0, words.lastIndexOf('。', at) + 1), named.start)
      if (/除|之外|不含|其他|历年|历史/.test(clause.slice(-16)) || /^之一/.test(words.slice(named.end))) continue
      const said = named.indicator.replace(/^(?:的|其中|以)/, '')
      if (said.length > 1) indicator = said
      const span = { start: stretch.start + named.start, end: stretch.start + named.end }
      judgeMost(text, ranking, named.row, said.length > 1 ? said : indicator, word, span, into)
    }
  }
}

const valueBehind = /^[，、（]?(?:占比|占|比例|为|达到?|仅|有|数量|分别)*([0-9]{1,9}(?:\.[0-9]{1,3})?)/

/** 石桥镇最低，占比为24.0%: the one column that has this value. */
function columnOfValue(text: string, { rows }: Ranking, numeric: readonly number[], end: number): number[] {
  const digits = valueBehind.exec(text.slice(end, end + 24))?.[1]
  if (digits === undefined || digits.length < 2) return []
  const found = numeric.filter((column) =>
    rows.some(({ cells }) => cells[column] && digitsOf(text, cells[column] as Figure) === digits),
  )
  return found.length === 1 ? found : []
}

function judgeMost(
  text: string,
  ranking: Ranking,
  row: Line,
  indicator: string,
  word: string,
  span: { start: number; end: number },
  into: Statement[],
): void {
  const numeric = ranking.heads.flatMap((head, at) =>
    !placeHead.test(head) && columnOf(ranking.rows, at).length === ranking.rows.length ? [at] : [],
  )
  const named =
    indicator === ''
      ? []
      : columnsFor(ranking, /[快慢]/.test(word) ? `${indicator}增速` : indicator).filter((at) => numeric.includes(at))
  // No column has that name: what is said may be of something that the table does not tell, unless its value is told too.
  const told = named.length > 0 ? [] : columnOfValue(text, ranking, numeric, span.end)
  const columns = named.length > 0 ? named : indicator === '' && numeric.length === 1 ? numeric : told
  if (columns.length === 0) return
  const isMost = /[高多大快]/.test(word)
  const isLeast = /[低少小慢]/.test(word)
  const ends = columns.map((column) => {
    const values = columnOf(ranking.rows, column)
    const due = isMost ? [Math.max(...values)] : isLeast ? [Math.min(...values)] : [Math.max(...values), Math.min(...values)]
    return { column, due, agrees: due.includes((row.cells[column] as Figure).value) }
  })
  const right = ends.find(({ agrees }) => agrees)
  const { column, due } = right ?? (ends[0] as (typeof ends)[number])
  if (right === undefined && (columns.length > 1 || due.length > 1)) return
  const best = ranking.rows.find(({ cells }) => cells[column]?.value === due[0]) as Line
  const stated = row.cells[column] as Figure
  into.push({
    ...statement(
      'superlative',
      span,
      [best.cells[column] as Figure],
      stated,
      `${best.label}${word}`,
      due[0] as number,
      right !== undefined,
      'unsure',
    ),
  })
}

/** What tables say of themselves, and what is said of them. */
export function tableClaimsIn(text: string, tables: readonly Placed[], stretches: readonly Stretch[], into: Statement[]): void {
  for (const placed of tables.slice(0, mostTables)) {
    const ranking = rankingOf(placed)
    if (!ranking) continue
    placesIn(ranking, into)
    superlativesOf(text, ranking, stretches, into)
  }
}

const otherTime = /上年|去年|同期|计划|目标|预期|力争|前年|季度|上半年|月|比|较/
const verbs = /(?:已|累计|预计|完成|实现|达到|达|为|是|共|约|的|增速|有){1,4}$/
const writtenUnit = (text: string, figure: Figure): string => text.slice(figure.numberEnd, figure.end).trim().replace('％', '%')
const digitsOf = (text: string, { start, numberEnd }: Figure): string => text.slice(start, numberEnd).replace(/[,，]/g, '')

/** Values told of a row of a table, or of all of it, that stand there otherwise by one slip. */
export function retoldCells(text: string, tables: readonly Placed[], sentences: readonly FigureSentence[]): Retold[] {
  const found: Retold[] = []
  for (const placed of tables.slice(0, mostTables)) {
    const ranking = rankingOf(placed)
    if (ranking) cellsRetold(text, ranking, sentences, found)
  }
  return found
}

/** Where rows are named in a sentence, in order. */
const mentionsOf = (words: string, rows: readonly Line[]): { row: Line; at: number }[] =>
  rows
    .flatMap((row) => {
      const at = words.lastIndexOf(row.label)
      return at < 0 ? [] : [{ row, at }]
    })
    .sort((one, other) => one.at - other.at)

function cellsRetold(text: string, ranking: Ranking, sentences: readonly FigureSentence[], found: Retold[]): void {
  const { heads, rows, total } = ranking
  for (const { lines, start, end } of sentences) {
    if (start >= ranking.start && end <= ranking.end) continue
    const mentions = mentionsOf(text.slice(start, end), rows)
    for (const { figures, gaps } of lines) {
      figures.forEach((figure, index) => {
        if (figure.isApproximate || (figure.kind !== 'amount' && figure.kind !== 'percent')) return
        const digits = digitsOf(text, figure)
        if (digits.replace('.', '').length < 3) return
        const last = mentions.findLast(({ at }) => start + at < figure.start)
        const row = last ? last.row : total
        const gap = gaps[index] as string
        // Of the whole only what is called by the head of its column.
        const label = sinceMark(gap).replace(verbs, '')
        if (!row || (last && figure.start - (start + last.at) > 60) || otherTime.test(gap.slice(-12))) return
        const cells = row.cells.flatMap((cell, column) => {
          const head = heads[column] as string
          const isLike =
            cell !== undefined &&
            cell.start !== figure.start &&
            (cell.unit === figure.unit && cell.scale === figure.scale
              ? cell.kind === figure.kind
              : cell.kind === 'bare' && unitOfHead(head) === writtenUnit(text, figure))
          const bare = bareHead(head)
          const isNamed = bare.length > 1 && (label.endsWith(bare) || (label.length > 1 && bare.endsWith(label.slice(-4))))
          return cell && isLike && (last || isNamed) ? [{ cell, isNamed }] : []
        })
        if (cells.length === 0 || cells.some(({ cell }) => digitsOf(text, cell) === digits)) return
        const slip = cells.find(({ cell, isNamed }) => {
          const kind = isSlipOf(digits, digitsOf(text, cell))
          return kind === 'swap' || (kind === 'digit' && isNamed)
        })
        const meant = slip?.cell ?? (last ? cellOfOther(text, ranking, row, figure, digits, label) : undefined)
        if (meant) found.push({ earlier: meant, later: figure, noun: row.label, isSwap: false, isSure: true, isAsked: true })
      })
    }
  }
}

/** The value stands in the table, in the column that is told of and beside another name: the cell of the row that is named. */
function cellOfOther(
  text: string,
  { heads, rows }: Ranking,
  row: Line,
  figure: Figure,
  digits: string,
  label: string,
): Figure | undefined {
  const columns = heads.flatMap((head, column) => {
    const bare = bareHead(head)
    const own = row.cells[column]
    if (!own || bare.length < 2 || label.length < 2 || !(label.endsWith(bare) || bare.endsWith(label.slice(-4)))) return []
    const isLike = own.kind === 'bare' ? unitOfHead(head) === writtenUnit(text, figure) : own.unit === figure.unit
    const others = rows.filter(({ cells }) => cells[column] && digitsOf(text, cells[column] as Figure) === digits)
    return isLike && others.length === 1 && others[0] !== row ? [own] : []
  })
  return columns.length === 1 ? columns[0] : undefined
}
