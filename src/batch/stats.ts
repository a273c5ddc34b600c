/** What a converted archive says as a whole: counts over its index. Read line by line, so that its size does not matter. */
import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { failure } from '../errors.ts'
import type { CountedArchive, CountedGroup } from '../report/stats.ts'
import { names } from './folder.ts'
import type { ConvertedRow, Row } from './row.ts'

/** How many files of the worst are named. */
const mostWorst = 10

type Counts = { -readonly [Key in keyof CountedGroup]: CountedGroup[Key] }

function addTo(groups: Map<string, Counts>, name: string, row: ConvertedRow): void {
  const group = groups.get(name) ?? { name, reports: 0, errors: 0, warnings: 0, infos: 0 }
  groups.set(name, group)
  group.reports++
  group.errors += row.errors
  group.warnings += row.warnings
  group.infos += row.infos
}

interface Kind {
  readonly name: string
  reports: number
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
const isRarer = (a: Kind, b: Kind): number => b.reports - a.reports || byName(a, b)
const isWorse = (a: CountedGroup, b: CountedGroup): number =>
  b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos || byName(a, b)

function addOne(kinds: Map<string, Kind>, name: string): void {
  const kind = kinds.get(name) ?? { name, reports: 0 }
  kind.reports++
  kinds.set(name, kind)
}

/** Counts the rows of an index. */
async function countRows(rows: AsyncIterable<Row>): Promise<CountedArchive> {
  const years = new Map<string, Counts>()
  const formats = new Map<string, Counts>()
  const rules = new Map<string, { name: string; findings: number; reports: number }>()
  const failures = new Map<string, Kind>()
  const notes = new Map<string, Kind>()
  const total = { reports: 0, failed: 0, characters: 0, errors: 0, warnings: 0, infos: 0, withErrors: 0 }
  let worst: CountedGroup[] = []
  for await (const row of rows) {
    if (row.status === 'failed') {
      total.failed++
      addOne(failures, row.code)
      continue
    }
    total.reports++
    total.characters += row.characters
    total.errors += row.errors
    total.warnings += row.warnings
    total.infos += row.infos
    total.withErrors += row.errors > 0 ? 1 : 0
    addTo(years, row.year === null ? '' : String(row.year), row)
    addTo(formats, row.format, row)
    for (const kind of new Set(row.notes)) addOne(notes, kind)
    for (const [name, count] of Object.entries(row.findings)) {
      const rule = rules.get(name) ?? { name, findings: 0, reports: 0 }
      rule.findings += count
      rule.reports++
      rules.set(name, rule)
    }
    if (row.errors + row.warnings === 0) continue
    const { path, errors, warnings, infos } = row
    worst.push({ name: path, reports: 1, errors, warnings, infos })
    if (worst.length >= 2 * mostWorst) worst = worst.sort(isWorse).slice(0, mostWorst)
  }
  return {
    ...total,
    years: [...years.values()].sort(byName),
    formats: [...formats.values()].sort(isRarer),
    rules: [...rules.values()].sort((a, b) => b.findings - a.findings || byName(a, b)),
    worst: worst.sort(isWorse).slice(0, mostWorst),
    failures: [...failures.values()].sort(isRarer),
    notes: [...notes.values()].sort(isRarer),
  }
}

/** The rows of the index in `folder`. Lines that are no rows (cut by hand) are passed over. */
async function* rowsOf(folder: string): AsyncGenerator<Row> {
  const path = join(folder, names.index)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat && !stat.isFile()) throw failure('not-a-file', { path })
  const stream = createReadStream(path)
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const row = rowFrom(line)
      if (row) yield row
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw failure('index-missing', { path: folder }, error)
    throw code === undefined ? error : failure('file-unreadable', { path: join(folder, names.index), reason: code }, error)
  }
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

/** Whoever edits the list by hand may leave anything in it. */
function isRow(given: unknown): given is Row {
  if (typeof given !== 'object' || given === null) return false
  const row = given as Readonly<Record<string, unknown>>
  if (typeof row.path !== 'string') return false
  if (row.status === 'failed') return typeof row.code === 'string'
  const { findings, year } = row
  return (
    row.status === 'ok' &&
    typeof row.format === 'string' &&
    (year === null || isCount(year)) &&
    [row.characters, row.errors, row.warnings, row.infos].every(isCount) &&
    typeof findings === 'object' &&
    findings !== null &&
    Object.values(findings).every(isCount) &&
    (row.notes === undefined || (Array.isArray(row.notes) && row.notes.every((kind) => typeof kind === 'string')))
  )
}

function rowFrom(line: string): Row | undefined {
  try {
    const row: unknown = JSON.parse(line)
    return isRow(row) ? row : undefined
  } catch {
    return undefined
  }
}

/**
 * Counts over the folder of a conversion.
 * @throws HegaoError `index-missing` where no conversion has come to its end there; `file-unreadable`
 */
export const statsOf = (folder: string): Promise<CountedArchive> => countRows(rowsOf(folder))
