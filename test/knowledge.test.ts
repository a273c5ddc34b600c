/** Every row of every table proves itself: what it hits is told where it is marked, what it misses is left alone. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/hegao.ts'
import type { Example, Row, Table } from '../src/world/row.ts'
import { told, unmarked } from './support/marked.ts'

const root = join(import.meta.dirname, '..')

const modules = ['rules', 'src/world', 'src/facts']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => path.endsWith('.ts') && (path.startsWith('src/world/') || /(?:^|[/-])data\.ts$/.test(path)))
  .sort()

interface Loaded {
  readonly path: string
  readonly table: Table
}

const loaded: readonly Loaded[] = (
  await Promise.all(
    modules.map(async (path) => {
      const { knowledge = [] } = (await import(pathToFileURL(join(root, path)).href)) as { knowledge?: readonly Table[] }
      return knowledge.map((table) => ({ path, table }))
    }),
  )
).flat()

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)

/** What is told of an example, each as its start and end, and the marks that say what should be. */
function compare(ruleId: string, example: Example) {
  const { text: marked, year } = typeof example === 'string' ? { text: example, year: undefined } : example
  const { text, spans } = unmarked(marked)
  const rule = ruleOf(ruleId)
  if (!rule) throw new Error(`no rule ${ruleId}`)
  const places = told(rule, text, {}, year).map(({ start, end }) => [start, end])
  return { places, spans, text }
}

test('there are tables', () => {
  expect(loaded.length).toBeGreaterThan(0)
  expect(loaded.filter(({ table }) => ruleOf(table.rule) === undefined)).toEqual([])
})

describe.each(loaded)('$path: $table.rule', ({ table }) => {
  test('rows have names of their own', () => {
    const ids = table.rows.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('sources and days are there', () => {
    const dated = table.rows.filter((row): row is Row => 'verified' in row)
    expect(dated.filter(({ verified, source }) => verified && source.trim() === '')).toEqual([])
    const days = dated.flatMap(({ verifiedOn }) => verifiedOn ?? [])
    expect(days.filter((day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)).toEqual([])
  })

  test.each(table.rows.map((row) => [row.id, row] as const))('%s', (_, { hits, misses = [] }) => {
    for (const example of hits) {
      const { places, spans, text } = compare(table.rule, example)
      expect(spans.length, text).toBeGreaterThan(0)
      expect(places, text).toEqual(spans)
    }
    for (const example of misses) {
      const { places, spans, text } = compare(table.rule, example)
      expect(spans, text).toEqual([])
      expect(places, text).toEqual([])
    }
  })
})
