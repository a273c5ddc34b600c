/** Runs every rule's README: ⟦ ⟧ say where, the findings block says what; examples without findings must stay silent. */
import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { type Example, examplesOf, plainText } from '../src/dev/examples.ts'
import { type AnyRule, rules } from '../src/hegao.ts'
import { ruleFamilies } from '../src/rule-families.ts'
import { fill } from '../src/wording.ts'
import { told } from './support/told.ts'

const readme = (id: string): string =>
  readFileSync(new URL(`../rules/${ruleFamilies[id]}/${id}/README.md`, import.meta.url), 'utf8')

const run = (rule: AnyRule, { text, options, other, facts, file }: Pick<Example, 'text' | 'options'> & Partial<Example>) =>
  told(rule, text, options, undefined, other, facts, file)

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const root = unified().use(remarkParse).parse(readme(id))
  const all = examplesOf(root)

  it.each(all.map((example, index) => [`${example.section} ${index + 1}`, example] as const))('%s', (_, example) => {
    const findings = run(rule, example)
    expect(findings.map(({ wording, data }) => fill(wording, 'zh', data))).toEqual(example.sentences)
    expect(findings.map(({ start, end }) => [start, end])).toEqual(example.spans)
    // A rule with doubts says so, or nobody would hear of them.
    expect(rule.doubts ?? !findings.some((finding) => 'doubtful' in finding)).toBe(true)
    for (const { wording, data, related } of findings) {
      for (const said of [{ wording, data }, ...related]) {
        for (const lang of ['zh', 'en'] as const) expect(fill(said.wording, lang, said.data)).not.toMatch(/\{\w+\}/)
      }
    }
  })

  it('stays silent without a text', () => {
    for (const text of ['', '\n', '　', '。', '一', '年', '”']) run(rule, { text, options: {} })
  })

  it('has a README of the agreed form', () => {
    const [title, why] = root.children
    expect(title && plainText(title)).toMatch(new RegExp(`^${id} [\\u4e00-\\u9fff]{2,12}$`))
    expect(why && plainText(why), 'begins with the summary of rule.ts').toMatch(
      new RegExp(`^${rule.summary.zh.replace(/[()（）]/g, '.')}。`),
    )
    const headings = root.children.filter((node) => node.type === 'heading' && node.depth === 2).map(plainText)
    expect(headings).toEqual(['错误', '正确', '不处理', '选项'])
    const wrong = all.flatMap(({ section, spans }) => (section === '错误' ? spans : []))
    expect(wrong.length, '错误: two ⟦ ⟧ or more').toBeGreaterThanOrEqual(2)
    expect(all.some(({ section, spans }) => section === '正确' && spans.length === 0)).toBe(true)
    for (const { section, sentences } of all) if (section === '错误') expect(sentences).not.toEqual([])
    for (const option of Object.keys(rule.options)) expect(readme(id)).toContain(`\`${option}\``)
  })

  it('says each of its messages in some example', () => {
    const said = new Set(
      all.flatMap((example) =>
        run(rule, example).flatMap(({ messageId, related }) => [
          messageId,
          ...related.map(({ wording }) => Object.keys(rule.messages).find((key) => rule.messages[key] === wording) ?? ''),
        ]),
      ),
    )
    expect([...said].sort()).toEqual(Object.keys(rule.messages).sort())
  })
})
