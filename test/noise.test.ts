/** Where a rule may look is the engine's business: a fault that stands in page noise is nobody's fault. */
import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { examplesOf } from '../src/dev/examples.ts'
import { type AnyRule, checkSource, rules } from '../src/hegao.ts'
import type { ChosenRule } from '../src/lint/run.ts'
import { read } from '../src/read/index.ts'
import { ruleFamilies } from '../src/rule-families.ts'
import type { Source } from '../src/source.ts'

/** The texts of a README in which something is told. */
function faulty(id: string): string[] {
  const page = readFileSync(new URL(`../rules/${ruleFamilies[id]}/${id}/README.md`, import.meta.url), 'utf8')
  return examplesOf(unified().use(remarkParse).parse(page)).flatMap(({ text, sentences }) => (sentences.length > 0 ? [text] : []))
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A report that is right, with `words` in a verbatim block in the middle of it. */
const around = (words: string): string =>
  `<!DOCTYPE html><meta charset="utf-8"><body><h1>关于道路养护工作的汇报</h1><p>各位领导：</p><p>我们养护了道路。</p>
<pre><code>${escaped(words)}</code></pre><p>道路平整了。</p><p>特此汇报。</p></body>`

async function tell(rule: AnyRule, words: string): Promise<string[]> {
  const options = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]))
  const severity = rule.severity === 'off' ? 'warning' : rule.severity
  const chosen: ChosenRule = { rule, severity, options }
  const source: Source = await read('noise.html', Buffer.from(around(words)), {})
  const { findings, crashes } = checkSource(source, { settings: {}, rules: [chosen] })
  expect(crashes).toEqual([])
  return findings.map(({ messageId, actual }) => `${messageId}: ${actual}`)
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('says nothing of its own examples where they are noise', async () => {
    const examples = faulty(id)
    expect(examples.length).toBeGreaterThan(0)
    const told = await Promise.all(examples.map((example) => tell(rule, example)))
    expect(told.flat()).toEqual([])
  })
})
