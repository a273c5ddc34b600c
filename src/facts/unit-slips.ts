/** Four-character units of official prose in which one character stands for another of the same sound. */

import { fact } from '../fact.ts'
import { otherCount, otherOf, soundAlike, sounds } from '../text/sounds.ts'
import { hasPair, indexOfWord } from '../text/word-table.ts'
import unitsTable from './unit-slips.table.ts'
import { slotOf, type Units, unitsOfBytes, width } from './unit-slots.ts'

/** A unit with one character of the same sound in the place of its own. */
export interface UnitSlip {
  readonly start: number
  readonly end: number
  /** Where the wrong character stands. */
  readonly at: number
  /** The unit as it should be. */
  readonly right: string
  /** The half with the wrong character is a common word itself: 升级试点 beside 省级试点. */
  readonly isWord: boolean
}

/** Common words of one character: beside one another's units they make what only sounds like a unit. */
const plain = new Set(
  '的地得了着过和与及或而但在是有不没也都又还就才只从到把被将为以于因对向由这那各每某其之所我你他她它们一二两三四五六七八九十百千万亿零几多个年月日',
)

let known: Units | undefined

/** The table, made when the first text asks. */
function table(): Units {
  known ??= unitsTable()
  return known
}

/** The slips of `[start, end)`, in order; a wrong character is told once. */
export const unitSlipsIn = (text: string, start: number, end: number): UnitSlip[] => slipsOf(table(), text, start, end)

/** The same, of the units of another table. */
export function slipsOf(units: Units, text: string, start: number, end: number): UnitSlip[] {
  const { places } = units
  const found: UnitSlip[] = []
  const { first, othersAt } = sounds()
  const last = places.length - 1
  // The syllables of the last four characters, and how many of them have other readings: nothing is made for a place without a unit.
  let [a, b, c, d] = [0, 0, 0, 0]
  let known = 0
  let ambiguous = 0
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset)
    const syllable = first[code] as number
    a = b
    b = c
    c = d
    d = syllable
    known = syllable === 0 ? 0 : known + 1
    ambiguous = othersAt[code] !== 0 ? width : ambiguous - 1
    if (known < width || (ambiguous <= 0 && places[slotOf(a, b, c, d) & last] === 0)) continue
    const slip = slipAt(units, text, offset - width + 1, [a, b, c, d])
    if (slip && found[found.length - 1]?.at !== slip.at) found.push(slip)
  }
  return found
}

function slipAt(units: Units, text: string, start: number, window: readonly number[]): UnitSlip | undefined {
  const [a, b, c, d] = window as [number, number, number, number]
  return among(units, text, start, slotOf(a, b, c, d)) ?? otherReadings(units, text, start, window)
}

/** The same where a character of the text has a second reading. */
function otherReadings(units: Units, text: string, start: number, window: readonly number[]): UnitSlip | undefined {
  const all = sounds()
  const read = [...window] as [number, number, number, number]
  for (let at = 0; at < width; at++) {
    const code = text.charCodeAt(start + at)
    for (let index = 1; index <= otherCount(all, code); index++) {
      read[at] = otherOf(all, code, index)
      const slip = among(units, text, start, slotOf(...read))
      if (slip) return slip
    }
    read[at] = window[at] as number
  }
  return undefined
}

/** Of the units in one chain the one from which the text differs by a single character of the same sound. */
function among(units: Units, text: string, start: number, from: number): UnitSlip | undefined {
  const { places, letters, halves } = units
  const last = places.length - 1
  for (let slot = from & last; places[slot] !== 0; slot = (slot + 1) & last) {
    const unit = ((places[slot] as number) - 1) * width
    const at = onlyDifference(text, start, letters, unit)
    if (at < 0 || plain.has(text[start + at] as string)) continue
    if (!soundAlike(text.charCodeAt(start + at), letters.charCodeAt(unit + at))) continue
    if (isRight(units, text, start + at)) continue
    const half = start + (at & 2)
    const isWord = hasPair(halves, text.charCodeAt(half), text.charCodeAt(half + 1))
    return { start, end: start + width, at: start + at, right: letters.slice(unit, unit + width), isWord }
  }
  return undefined
}

/** Where the text at `start` differs from the unit at `unit`; −1 where it does not, or in more than one place. */
function onlyDifference(text: string, start: number, units: string, unit: number): number {
  let found = -1
  for (let at = 0; at < width; at++) {
    if (text.charCodeAt(start + at) === units.charCodeAt(unit + at)) continue
    if (found >= 0) return -1
    found = at
  }
  return found
}

/** The character stands in what is right as it is: a unit, or a known neighbour of one. */
function isRight(units: Units, text: string, at: number): boolean {
  for (let start = Math.max(0, at - width + 1); start <= at; start++) {
    if (start + width <= text.length && indexOfWord(units, text, start, start + width) >= 0) return true
  }
  return false
}

/** The rarer units, four characters each: idioms that official prose may have. */
export const idiomsFile = 'idioms.bin'

const tables = new WeakMap<Uint8Array, Units>()

/** The idioms of `assets/idioms.bin`; undefined where the file is not at hand. */
export const idioms = fact('idioms', ({ resources }): Units | undefined => {
  const bytes = resources.get(idiomsFile)
  if (!bytes) return undefined
  const made = tables.get(bytes) ?? unitsOfBytes(bytes)
  tables.set(bytes, made)
  return made
})
