/** The table of formulas is its own test: right as it stands, varied forms too; told where miswritten, and with two characters swapped. */
import { describe, expect, it } from 'vitest'
import { formulaSlipsIn, formulas } from '../rules/world/formula-slip/find.ts'
import { unitSlipsIn } from '../src/facts/unit-slips.ts'
import { checkSource, rules } from '../src/hegao.ts'
import { read } from '../src/read/index.ts'
import type { Source } from '../src/source.ts'
import { syllablesOf } from '../src/text/sounds.ts'

const rule = rules.find(({ id }) => id === 'formula-slip') as (typeof rules)[number]

/** What the rule says of a sentence. */
function told(text: string): number {
  const source = read('example.txt', Buffer.from(text), {}) as Source
  return checkSource(source, { settings: {}, rules: [{ rule, severity: 'warning', options: { allow: [] } }] }).findings.length
}

const all = formulas.filter(({ words }) => words.length >= 4)
const right = new Set(formulas.flatMap(({ words, variants }) => [words, ...variants]))
const han = (character: string): boolean => /[\u4e00-\u9fff]/.test(character)

describe('formulas', () => {
  it('are there once, and no miswritten form is anybody’s right one', () => {
    expect(new Set(formulas.map(({ words }) => words)).size).toBe(formulas.length)
    const wrong = formulas.flatMap(({ wrong: forms }) => forms.map(({ words }) => words))
    expect(wrong.filter((words) => right.has(words))).toEqual([])
    expect(new Set(wrong).size).toBe(wrong.length)
  })

  it('are right as they stand, and so are their variants', () => {
    expect([...right].filter((words) => told(`坚持${words}。`) > 0)).toEqual([])
  })

  it('are told where they are miswritten as listed', () => {
    const untold = formulas.flatMap(({ wrong }) =>
      wrong.filter(({ words }) => told(`坚持${words}。`) === 0 && unitSlipsIn(words, 0, words.length).length === 0),
    )
    expect(untold).toEqual([])
  })

  it('are told with two characters changed about', () => {
    const untold = all.flatMap(({ words }) => {
      const at = [...words].findIndex(
        (character, index) => index > 0 && han(character) && han(words[index + 1] ?? '') && character !== words[index + 1],
      )
      if (at < 0 || at + 1 >= words.length) return []
      const wrong = words.slice(0, at) + words[at + 1] + words[at] + words.slice(at + 2)
      return right.has(wrong) || formulaSlipsIn(wrong, 0, wrong.length).length > 0 || told(wrong) > 0 ? [] : [wrong]
    })
    expect(untold).toEqual([])
  })

  it('are told with a character of the same sound', () => {
    const sample =
      '的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知使女'
    let made = 0
    const untold = all.flatMap(({ words }) => {
      const at = [...words].findIndex((character, index) => index > 0 && index < words.length - 1 && han(character))
      const syllables = at < 0 ? [] : syllablesOf(words.charCodeAt(at))
      const other = [...sample].find(
        (character) => character !== words[at] && syllablesOf(character.charCodeAt(0)).some((one) => syllables.includes(one)),
      )
      if (other === undefined) return []
      made++
      const wrong = words.slice(0, at) + other + words.slice(at + 1)
      return right.has(wrong) || formulaSlipsIn(wrong, 0, wrong.length).length > 0 ? [] : [wrong]
    })
    expect(made).toBeGreaterThan(60)
    expect(untold).toEqual([])
  })
})
