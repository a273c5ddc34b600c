/** The table of four-character units is its own test: every unit is right, and one character of the same sound makes a slip of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { slipsOf, unitSlipsIn } from '../src/facts/unit-slips.ts'
import { bytesOfUnits, unitsOf, unitsOfBytes } from '../src/facts/unit-slots.ts'
import { sounds, syllablesOf } from '../src/text/sounds.ts'
import { soundAlikes, units } from '../src/world/units.ts'

const width = 4
const rowsOf = (table: string): string[] =>
  Array.from({ length: table.length / width }, (_, at) => table.slice(at * width, at * width + width))

/** Characters by syllable, to make slips of. */
const alike = new Map<number, string[]>()
for (let code = 0x4e00; code < 0xa000; code++) {
  for (const syllable of syllablesOf(code)) alike.set(syllable, [...(alike.get(syllable) ?? []), String.fromCharCode(code)])
}

describe('units', () => {
  const all = rowsOf(units)
  const excused = new Set(rowsOf(soundAlikes))

  it('are four characters each, each once, and have sounds', () => {
    expect(units.length % width).toBe(0)
    expect(soundAlikes.length % width).toBe(0)
    expect(new Set(all).size).toBe(all.length)
    expect(rowsOf(soundAlikes).filter((row) => all.includes(row))).toEqual([])
    expect(all.filter((unit) => [...unit].some((character) => sounds().first[character.charCodeAt(0)] === 0))).toEqual([])
  })

  it('are right as they stand, and so are their neighbours', () => {
    expect([...all, ...rowsOf(soundAlikes)].filter((row) => unitSlipsIn(row, 0, width).length > 0)).toEqual([])
  })

  it('are missed by one character of the same sound, and that is told', () => {
    let made = 0
    const unseen: string[] = []
    for (const unit of all) {
      for (let at = 0; at < width; at++) {
        const syllables = syllablesOf(unit.charCodeAt(at))
        // The rarest homophone: the commonest may make another unit, or a word that is right.
        const other = syllables
          .flatMap((syllable) => alike.get(syllable) ?? [])
          .findLast((character) => !units.includes(character))
        if (other === undefined) continue
        const wrong = unit.slice(0, at) + other + unit.slice(at + 1)
        if (excused.has(wrong)) continue
        made++
        const [slip] = unitSlipsIn(wrong, 0, width)
        if (slip?.at !== at || [...slip.right].filter((character, index) => character !== wrong[index]).length !== 1)
          unseen.push(wrong)
      }
    }
    expect(made).toBeGreaterThan(all.length * 3)
    expect(unseen).toEqual([])
  })
})

describe('idioms', () => {
  const table = unitsOfBytes(readFileSync(join(import.meta.dirname, '..', 'assets', 'idioms.bin')))
  const all = rowsOf(table.letters)

  it('lie in their file as they are counted', () => {
    expect(table).toEqual(unitsOf(table.letters, ''))
    expect(unitsOfBytes(bytesOfUnits(table))).toEqual(table)
  })

  it('are four characters each, each once, and no units', () => {
    expect(all.filter((one) => !/^[\u4e00-\u9fff]{4}$/.test(one))).toEqual([])
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(4500)
    const known = new Set(rowsOf(units))
    expect(all.filter((one) => known.has(one))).toEqual([])
  })

  it('are right as they stand, by either table', () => {
    expect(all.filter((one) => slipsOf(table, one, 0, width).length > 0)).toEqual([])
    expect(rowsOf(units).filter((one) => slipsOf(table, one, 0, width).length > 0)).toEqual([])
  })

  it.each([
    ['残垣断臂', '残垣断壁'],
    ['轻车减从', '轻车简从'],
    ['弄虚做假', '弄虚作假'],
    ['破斧沉舟', '破釜沉舟'],
  ])('%s is told', (wrong, right) => {
    expect([...slipsOf(table, wrong, 0, width), ...unitSlipsIn(wrong, 0, width)].map((slip) => slip.right)).toEqual([right])
  })
})
