/** Which lines count as changed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedLines } from '../src/text/changed-lines.ts'
import { computed } from './support/clock.ts'

const places = (before: string, after: string): number[] =>
  changedLines([...before], [...after]).flatMap((is, index) => (is ? [index] : []))

describe('changed lines', () => {
  test.each([
    ['甲乙丙', '甲乙丙', []],
    ['', '甲乙', [0, 1]],
    ['甲乙', '', []],
    ['甲乙丙', '甲丁丙', [1]],
    ['甲乙丙', '甲丙', []],
    ['甲丙', '甲乙丙', [1]],
    // The copy is new, and it is the one behind the first.
    ['甲乙', '甲乙乙', [2]],
    // Moved: one of the two stays.
    ['甲乙丙丁', '乙丙丁甲', [3]],
    ['甲甲乙乙', '乙乙甲甲', [2, 3]],
  ])('%s → %s', (before, after, expected) => {
    expect(places(before, after)).toEqual(expected)
  })

  /** The length of the longest common sequence, by the table that every textbook has. */
  function longest(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const [above, row] = [rows[i - 1] as number[], rows[i] as number[]]
        row[j] = a[i - 1] === b[j - 1] ? (above[j - 1] as number) + 1 : Math.max(above[j] as number, row[j - 1] as number)
      }
    }
    return (rows[a.length] as number[])[b.length] as number
  }

  test('leave a longest common sequence', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 30 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = changedLines([...before], [...after])
        const kept = [...after].filter((_, index) => !changed[index])
        let from = 0
        for (const line of kept) {
          from = before.indexOf(line, from) + 1
          expect(from).toBeGreaterThan(0)
        }
        expect(kept.length).toBe(longest(before, after))
      }),
    )
  })

  test('are found in time where texts have little in common', () => {
    const numbers = Array.from({ length: 40_000 }, (_, index) => `${(index * 7919) % 40_000}`)
    const start = computed()
    const changed = changedLines(numbers, numbers.toReversed())
    expect(changed.filter((is) => is).length).toBeLessThan(40_000)
    expect(computed() - start).toBeLessThan(5000)
  })
})
