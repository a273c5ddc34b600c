/** Every formula of assets/lists.txt proves itself: as it stands it is let alone, and each departure it names is told. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Departure, finderOf, fixedOf, formulasOf, type ListFormula, listSlipsIn } from '../rules/world/formula-list/find.ts'
import { type Fixed, fixedFinderOf, fixedSlipsIn } from '../rules/world/formula-list/fixed.ts'

const table = readFileSync(join(import.meta.dirname, '..', 'assets', 'lists.txt'), 'utf8')
const formulas = formulasOf(table)
const finder = finderOf(formulas)
const crossed = formulas.filter(({ isCrossed }) => isCrossed).map(({ members }) => members)
const fixed = fixedOf(table)
const fixedFinder = fixedFinderOf(fixed, crossed)
const fixedSlipsOf = (text: string) => fixedSlipsIn(fixedFinder, text, 0, text.length)
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
  // Of two members another is told only where it begins as the one that is meant.
  const other = length === 2 ? `${member[0]}${'囧'.repeat(member.length - 1)}` : '囧'.repeat(member.length)
  return withOther(members, at, how === 'letter' ? mistyped(member) : other)
}

const tables = formulas.map((formula) => ({ name: formula.members.join('、'), formula }))

describe('the table', () => {
  it('has each formula once, in order', () => {
    const lines = table.trimEnd().split('\n')
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(lines.length)
    expect(
      lines.every(
        (line) =>
          /^[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,})+(?: (?:x|[olerc]+)(?:@(?:19|20)[0-9]{2})?)?$/.test(line) ||
          /^[\u4e00-\u9fff]{4,40} [st](?:=[\u4e00-\u9fff,]+)?$/.test(line),
      ),
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

  /** Four characters are told where they stand in another order, longer words where one inside them is another. */
  const slipOf = ({ words, isTight }: Fixed): string =>
    isTight ? `${words[0]}${words[3]}${words[2]}${words[1]}` : `${words.slice(0, 2)}囧${words.slice(3)}`

  it.each(fixed.map((one) => ({ name: one.words, one })))('$name', ({ name, one }) => {
    expect(fixedSlipsOf(`坚持${name}的要求。`)).toEqual([])
    for (const variant of one.variants?.split(',') ?? [])
      expect(fixedSlipsOf(`坚持${variant}的要求。`).filter((slip) => slip.words === name)).toEqual([])
    const text = `坚持${slipOf(one)}的要求。`
    expect(fixedSlipsOf(text).length, text).toBeGreaterThan(0)
  })

  it.each(crossed.filter((members) => members.length === 2 && members.join('').length >= 6).map((members) => ({ members })))(
    'tells the last characters of $members in one another’s places',
    ({ members: [one = '', two = ''] }) => {
      const text = `坚持${one.slice(0, -1)}${two.at(-1)}、${two.slice(0, -1)}${one.at(-1)}。`
      if (one.slice(0, -1) !== two.slice(0, -1) && one.at(-1) !== two.at(-1))
        expect(fixedSlipsOf(text).length + slipsOf(text).length, text).toBeGreaterThan(0)
    },
  )
})
