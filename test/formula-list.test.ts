/** Every formula of assets/lists.txt proves itself: as it stands it is let alone, and each departure it names is told. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Departure, finderOf, formulasOf, type ListFormula, listSlipsIn } from '../rules/world/formula-list/find.ts'

const table = readFileSync(join(import.meta.dirname, '..', 'assets', 'lists.txt'), 'utf8')
const formulas = formulasOf(table)
const finder = finderOf(formulas)
const slipsOf = (text: string) => listSlipsIn(finder, text, 0, text.length)

const swapped = ([one = '', two = '', ...more]: readonly string[]): readonly string[] => [two, one, ...more]
const without = (members: readonly string[], at: number): readonly string[] => members.filter((_, index) => index !== at)
const withOther = (members: readonly string[], at: number, other: string): readonly string[] =>
  members.map((member, index) => (index === at ? other : member))
/** Of two characters the two change places, else the second one is another. */
const mistyped = (words: string): string => (words.length === 2 ? `${words[1]}${words[0]}` : `${words[0]}囧${words.slice(2)}`)

/** The formula with one thing wrong. */
function departed({ members }: ListFormula, how: Departure): readonly string[] {
  const { length } = members
  if (how === 'order') return swapped(members)
  if (how === 'lost') return without(members, 1)
  if (how === 'cut') return without(members, length - 1)
  const at = length === 2 ? 1 : length - 2
  const member = members[at] as string
  return withOther(members, at, how === 'letter' ? mistyped(member) : '囧'.repeat(member.length))
}

const tables = formulas.map((formula) => ({ name: formula.members.join('、'), formula }))

describe('the table', () => {
  it('has each formula once, in order', () => {
    const lines = table.trimEnd().split('\n')
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(lines.length)
    expect(
      lines.every((line) => /^[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,})+(?: [olerc]+(?:@(?:19|20)[0-9]{2})?)?$/.test(line)),
    ).toBe(true)
  })

  it.each(tables)('$name', ({ name, formula }) => {
    expect(slipsOf(`坚持${name}的要求。`)).toEqual([])
    for (const how of formula.told) {
      const text = `坚持${departed(formula, how).join('、')}的要求。`
      // A departure may make another formula of it, or come nearer to one: told it must be, by whichever.
      expect(slipsOf(text).length, text).toBeGreaterThan(0)
    }
  })
})
