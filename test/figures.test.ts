/** Correct pages full of figures: nothing is said of them, and their claims are read, so that silence means something. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statements } from '../src/facts/statements/index.ts'
import { checkBytes, rules } from '../src/hegao.ts'
import type { ChosenRule } from '../src/lint/run.ts'

const folder = new URL('../fixtures/figures/', import.meta.url).pathname
const pages = readdirSync(decodeURIComponent(folder)).sort()

/** Claims that a page of figures makes at least. */
const fewest = 2
/** Rules that look at figures, those on counts of headings among them. */
const ofFigures = /^(?:.*-mismatch|figure-twice|impossible-figure|list-count|table-sum)$/

const chosen = rules.flatMap((rule): ChosenRule[] =>
  ofFigures.test(rule.id) ? [{ rule, severity: 'warning', options: { allow: [] } }] : [],
)

test.each(pages)('%s is correct', async (name) => {
  const checked = await checkBytes(name, readFileSync(`${decodeURIComponent(folder)}${name}`), { settings: {}, rules: chosen })
  if (checked.error) throw checked.error
  const told = checked.findings.map(({ ruleId, start, end }) => `${ruleId} ${checked.source.text.slice(start, end)}`)
  expect(told).toEqual([])
  const all = checked.document.use(statements)
  expect(all.filter(({ agrees }) => !agrees)).toEqual([])
  expect(all.length).toBeGreaterThanOrEqual(fewest)
})
