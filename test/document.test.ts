/** Two documents held at once: neither sees what was found out of the other. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseRules } from '../src/config.ts'
import { documentOf } from '../src/document.ts'
import type { Document } from '../src/fact.ts'
import { rules } from '../src/hegao.ts'
import { clauses, landmarks, pairsIn, structure, tableFinder, words } from '../src/kit.ts'
import { lint } from '../src/lint/run.ts'
import { readAtOnce } from '../src/read/at-once.ts'
import { resourcesFor } from '../src/resources.ts'

const reports = join(import.meta.dirname, '..', 'fixtures', 'reports')
const resources = await resourcesFor(rules.flatMap(({ needs = [] }) => needs))
const chosen = chooseRules(rules)

const document = (name: string): Document =>
  documentOf(readAtOnce(`${name}.txt`, readFileSync(join(reports, name, 'input.txt')), {}), {}, resources)

const find = tableFinder(['工作', '我们'])

/** Asks a document for all that is looked up by place. */
function ask({ use }: Document): unknown {
  const [first] = use(structure).stretches
  if (!first) return undefined
  const { start, end } = first
  return [
    use(landmarks).length,
    find(use),
    use(clauses)(start, end),
    use(pairsIn)(first),
    use(words).hasEnd(start, start + 4, start + 2),
  ]
}

describe('two documents at once', () => {
  const names = ['qu-zuzhi-2022', 'xian-zhengfu-2026'] as const

  it('find what each finds alone, though the other is asked before every fact', () => {
    const alone = names.map((name) => lint(document(name), chosen))
    expect(alone.every(({ findings }) => findings.length > 0)).toBe(true)
    const [one, other] = names.map(document) as [Document, Document]
    const disturbed = (mine: Document, theirs: Document): Document => ({
      ...mine,
      use: (wanted) => {
        ask(theirs)
        return mine.use(wanted)
      },
    })
    // Rule by rule in turn, so that each text is looked through while the other is.
    const pair = [disturbed(one, other), disturbed(other, one)]
    const told = pair.map((): unknown[] => [])
    for (const rule of chosen) {
      pair.forEach((held, index) => {
        const { findings, crashes } = lint(held, [rule])
        expect(crashes).toEqual([])
        told[index]?.push(...findings.map(({ ruleId, messageId, start, end }) => [ruleId, messageId, start, end].join(' ')))
      })
    }
    names.forEach((name, index) => {
      const expected = chosen.flatMap((rule) => lint(document(name), [rule]).findings)
      expect(told[index]).toEqual(expected.map(({ ruleId, messageId, start, end }) => [ruleId, messageId, start, end].join(' ')))
    })
  })

  it('answer alike whoever was asked last', () => {
    const [one, other] = names.map(document) as [Document, Document]
    const [first, second] = names.map((name) => ask(document(name)))
    expect([ask(one), ask(other), ask(one), ask(other)]).toEqual([first, second, first, second])
    expect(first).not.toEqual(second)
  })
})
