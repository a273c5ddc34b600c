/** Every row of every table proves itself: what it hits is told where it is marked, what it misses is left alone. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { spelledExamples } from '../src/dev/examples.ts'
import { isDated, knowledgeIn } from '../src/dev/knowledge.ts'
import { rules } from '../src/hegao.ts'
import type { Example } from '../src/world/row.ts'
import { told } from './support/told.ts'

const loaded = await knowledgeIn(join(import.meta.dirname, '..'))

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)

interface Compared {
  readonly places: readonly (readonly number[])[]
  readonly spans: readonly (readonly number[])[]
  readonly text: string
  /** How grave the findings are and of what grade their fixes, where they are not what the example says. */
  readonly others: readonly (string | undefined)[]
}

/** What is told of each sentence of an example, as starts and ends, and the marks that say what should be. */
function compare(ruleId: string, example: Example): Compared[] {
  const rule = ruleOf(ruleId)
  if (!rule) throw new Error(`no rule ${ruleId}`)
  return spelledExamples(example).map(({ text, spans, year, other, severity, grade, facts }) => {
    const findings = told(rule, text, {}, year, other, facts)
    return {
      places: findings.map(({ start, end }) => [start, end]),
      others: [
        ...findings.map((finding) => finding.severity).filter((one) => severity !== undefined && one !== severity),
        ...findings.map(({ fix }) => fix?.grade).filter((one) => grade !== undefined && one !== grade),
      ],
      ...{ spans, text },
    }
  })
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
    const dated = table.rows.filter(isDated)
    expect(dated.filter(({ verified, source }) => verified && source.trim() === '')).toEqual([])
    const days = dated.flatMap(({ verifiedOn }) => verifiedOn ?? [])
    expect(days.filter((day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)).toEqual([])
  })

  test.each(table.rows.map((row) => [row.id, row] as const))('%s', (_, { hits, misses = [] }) => {
    for (const { places, spans, text, others } of hits.flatMap((example) => compare(table.rule, example))) {
      expect(spans.length, text).toBeGreaterThan(0)
      expect(others, text).toEqual([])
      expect(places, text).toEqual(spans)
    }
    for (const { places, spans, text } of misses.flatMap((example) => compare(table.rule, example))) {
      expect(spans, text).toEqual([])
      expect(places, text).toEqual([])
    }
  })
})
