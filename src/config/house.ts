/** What stands in hegao.facts.yaml, and in the figure sheet beside it → HouseFacts. Stops at the first mistake and names its place. */
import { failure, type HegaoError } from '../errors.ts'
import type { Body, HouseFacts, HouseFigure, Leader, OwnSession } from '../fact.ts'
import { nearest } from '../text/nearest.ts'
import { numberOf } from '../text/numerals.ts'
import { type AnyData, fill, type Lang, type Wording } from '../wording.ts'

const problems = {
  object: { zh: '应当是“键: 值”的形式', en: 'must be an object' },
  list: { zh: '应当是列表，一行一个，以“- ”开头', en: 'must be a list' },
  unknown: { zh: '没有这一项；可以写的是 {known}', en: 'is not known; there are {known}' },
  perhaps: { zh: '，是不是 {name}？', en: '; did you mean {name}?' },
  missing: { zh: '没有写 {key}', en: 'lacks {key}' },
  text: { zh: '应当是文字，不能是空的', en: 'must be a text that is not empty' },
  number: { zh: '应当是整数，如 17 或 十七', en: 'must be a whole number' },
  year: { zh: '应当是四位年份，如 2025', en: 'must be a year of four digits' },
  figure: { zh: '应当是数字，如 286.4', en: 'must be a number' },
  header: { zh: '第一行应当是表头，至少有“{need}”', en: 'the first line must be a header with at least {need}' },
  quote: { zh: '第{line}行的引号没有配对', en: 'a quotation mark of line {line} has no partner' },
} as const satisfies Record<string, Wording>

/** The keys of the file: as they are kept, and as a secretary writes them. */
const fileKeys = { leaders: '领导', bodies: '单位', places: '地名', projects: '项目', sessions: '会议', figures: '口径' } as const
const leaderKeys = { name: '姓名', offices: '职务', formerly: '曾任' } as const
const bodyKeys = { name: '全称', short: '简称' } as const
const sessionKeys = { body: '机关', term: '届', session: '次', year: '年份' } as const
const figureKeys = { indicator: '指标', year: '年份', value: '数值', unit: '单位', aliases: '别名' } as const

type Keys = Readonly<Record<string, string>>
type Given = Readonly<Record<string, unknown>>

/** Words problems: of which file, for whom. */
interface Reading {
  readonly path: string
  readonly lang: Lang
}

function invalid(
  key: string,
  problem: keyof typeof problems,
  { path, lang }: Reading,
  data: AnyData = {},
  more = '',
): HegaoError {
  const placed = key === '' ? path : { zh: `${path} 的 ${key}`, en: `${path}: ${key}` }
  return failure('config-invalid', { key: placed, problem: fill(problems[problem], lang, data) + more })
}

/** The object with its keys as the program names them. Chinese and English keys mean the same. */
function keyed(given: unknown, keys: Keys, at: string, to: Reading): Given {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalid(at, 'object', to)
  const found: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    const own = Object.entries(keys).find(([name, word]) => name === key || word === key)?.[0]
    if (own === undefined) {
      const known = Object.values(keys)
      const close = nearest(key, [...known, ...Object.keys(keys)])
      const more = close === undefined ? '' : fill(problems.perhaps, to.lang, { name: close })
      throw invalid(at === '' ? key : `${at}.${key}`, 'unknown', to, { known: known.join('、') }, more)
    }
    if (value !== undefined && value !== null) found[own] = value
  }
  return found
}

function textOf(value: unknown, at: string, to: Reading): string {
  const words = typeof value === 'number' ? String(value) : value
  if (typeof words !== 'string' || words.trim() === '') throw invalid(at, 'text', to)
  return words.trim()
}

/** One text, or a list of them. */
function textsOf(value: unknown, at: string, to: Reading): readonly string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map((one, index) => textOf(one, `${at}[${index}]`, to))
}

function need(given: Given, name: string, keys: Keys, at: string, to: Reading): unknown {
  if (given[name] === undefined) throw invalid(at, 'missing', to, { key: keys[name] as string })
  return given[name]
}

function rowsOf<Row>(value: unknown, at: string, to: Reading, read: (row: unknown, at: string) => Row): readonly Row[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalid(at, 'list', to)
  return value.map((row, index) => read(row, `${at}[${index + 1}]`))
}

function wholeOf(value: unknown, at: string, to: Reading): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? numberOf(value.trim()) : undefined
  if (number === undefined || !Number.isInteger(number) || number < 1) throw invalid(at, 'number', to)
  return number
}

function yearOf(value: unknown, at: string, to: Reading): number {
  const year = Number(String(value).trim().replace(/年$/, ''))
  if (!Number.isInteger(year) || year < 1000 || year > 2999) throw invalid(at, 'year', to)
  return year
}

/**
 * The facts that `given` is, as it came out of the file `path`. `sheet` reads the figure sheet that the file names.
 * @throws HegaoError `config-invalid`
 */
export function houseFrom(given: unknown, path: string, lang: Lang, sheet: (name: string) => readonly HouseFigure[]): HouseFacts {
  const to: Reading = { path, lang }
  const all = keyed(given ?? {}, fileKeys, '', to)
  return {
    leaders: rowsOf(all.leaders, fileKeys.leaders, to, (row, at): Leader => {
      const one = keyed(row, leaderKeys, at, to)
      return {
        name: textOf(need(one, 'name', leaderKeys, at, to), `${at}.${leaderKeys.name}`, to).replace(/[\s\u3000]/g, ''),
        offices: textsOf(need(one, 'offices', leaderKeys, at, to), `${at}.${leaderKeys.offices}`, to),
        formerly: textsOf(one.formerly, `${at}.${leaderKeys.formerly}`, to),
      }
    }),
    bodies: rowsOf(all.bodies, fileKeys.bodies, to, (row, at): Body => {
      if (typeof row === 'string') return { name: textOf(row, at, to), short: [] }
      const one = keyed(row, bodyKeys, at, to)
      return {
        name: textOf(need(one, 'name', bodyKeys, at, to), `${at}.${bodyKeys.name}`, to),
        short: textsOf(one.short, `${at}.${bodyKeys.short}`, to),
      }
    }),
    places: rowsOf(all.places, fileKeys.places, to, (row, at) => textOf(row, at, to)),
    projects: rowsOf(all.projects, fileKeys.projects, to, (row, at) => textOf(row, at, to)),
    sessions: rowsOf(all.sessions, fileKeys.sessions, to, (row, at): OwnSession => {
      const one = keyed(row, sessionKeys, at, to)
      return {
        body: textOf(need(one, 'body', sessionKeys, at, to), `${at}.${sessionKeys.body}`, to),
        term: wholeOf(need(one, 'term', sessionKeys, at, to), `${at}.${sessionKeys.term}`, to),
        session: wholeOf(need(one, 'session', sessionKeys, at, to), `${at}.${sessionKeys.session}`, to),
        year: yearOf(need(one, 'year', sessionKeys, at, to), `${at}.${sessionKeys.year}`, to),
      }
    }),
    figures:
      typeof all.figures === 'string'
        ? sheet(all.figures)
        : rowsOf(all.figures, fileKeys.figures, to, (row, at) => figureOf(keyed(row, figureKeys, at, to), at, to)),
  }
}

function figureOf(one: Given, at: string, to: Reading): HouseFigure {
  const value = textOf(need(one, 'value', figureKeys, at, to), `${at}.${figureKeys.value}`, to).replace(/[,，\s]/g, '')
  if (!/^-?[0-9]{1,15}(?:\.[0-9]{1,6})?$/.test(value)) throw invalid(`${at}.${figureKeys.value}`, 'figure', to)
  const aliases = textsOf(one.aliases, `${at}.${figureKeys.aliases}`, to)
  return {
    indicator: textOf(need(one, 'indicator', figureKeys, at, to), `${at}.${figureKeys.indicator}`, to),
    aliases: aliases
      .flatMap((words) => words.split(/[、；;|/]/))
      .map((words) => words.trim())
      .filter((words) => words !== ''),
    year: yearOf(need(one, 'year', figureKeys, at, to), `${at}.${figureKeys.year}`, to),
    value,
    unit: one.unit === undefined ? '' : String(one.unit).trim(),
  }
}

/**
 * The rows of a figure sheet as a table program saves it: CSV or text parted by tabs, with a header. The unit may be empty.
 * @throws HegaoError `config-invalid`
 */
export function figuresFrom(text: string, path: string, lang: Lang): readonly HouseFigure[] {
  const to: Reading = { path, lang }
  const [header, ...rows] = cellsOf(text.replace(/^\uFEFF/, ''), to)
  const names = (header ?? { cells: [] }).cells.map(
    (cell) => Object.entries(figureKeys).find(([name, word]) => cell.trim() === word || cell.trim() === name)?.[0],
  )
  if (!['indicator', 'year', 'value'].every((name) => names.includes(name))) {
    throw invalid('', 'header', to, { need: [figureKeys.indicator, figureKeys.year, figureKeys.value].join('、') })
  }
  return rows.flatMap(({ cells, line }) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const one: Record<string, unknown> = {}
    for (const [index, name] of names.entries()) {
      const cell = (cells[index] ?? '').trim()
      if (name !== undefined && cell !== '') one[name] = cell
    }
    return [figureOf(one, to.lang === 'zh' ? `第${line}行` : `line ${line}`, to)]
  })
}

interface CsvRow {
  readonly cells: readonly string[]
  /** From 1, of the file. */
  readonly line: number
}

/** The cells of all rows. A cell in quotation marks may hold commas, line ends and doubled marks. One pass. */
function cellsOf(text: string, to: Reading): CsvRow[] {
  const end = text.indexOf('\n')
  const separator = (end < 0 ? text : text.slice(0, end)).includes('\t') ? '\t' : ','
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let begun = 1
  let quotedSince = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if (character === '\n') line++
    if (quotedSince > 0) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') cell += text[at++] as string
      else quotedSince = 0
    } else if (character === '"' && cell === '') quotedSince = line
    else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.push({ cells: [...cells, cell], line: begun })
      cells = []
      cell = ''
      begun = line
    } else if (character !== '\r') cell += character
  }
  if (quotedSince > 0) throw invalid('', 'quote', to, { line: quotedSince })
  if (cell !== '' || cells.length > 0) rows.push({ cells: [...cells, cell], line: begun })
  return rows
}
