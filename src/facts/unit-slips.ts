/** Four-character units of official prose in which one character stands for another of the same sound. */
import { soundAlike, sounds } from '../text/sounds.ts'
import { soundAlikes, units } from '../world/units.ts'

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

/** Characters a unit has. */
const width = 4

/** Common words of one character: beside one another's units they make what only sounds like a unit. */
const plain = new Set(
  '的地得了着过和与及或而但在是有不没也都又还就才只从到把被将为以于因对向由这那各每某其之所我你他她它们一二两三四五六七八九十百千万亿零几多个年月日',
)

/** Slots of the table below: a power of two, four times its entries. */
const slots = 1 << 15

interface Table {
  /** One more than the index of a unit, by the syllables of its characters; 0 ends a chain. */
  readonly places: Uint16Array
}

let table: Table | undefined

const slotOf = (a: number, b: number, c: number, d: number): number =>
  (Math.imul(Math.imul(Math.imul(a, 421) + b, 421) + c, 421) + d) & (slots - 1)

const replaced = (list: readonly number[], at: number, by: number): number[] =>
  list.map((one, index) => (index === at ? by : one))

/** Each unit under its syllables, and under each other reading of one of its characters. */
function build(): Table {
  const places = new Uint16Array(slots)
  const enter = (index: number, [a, b, c, d]: readonly number[]): void => {
    let slot = slotOf(a as number, b as number, c as number, d as number)
    while (places[slot] !== 0) slot = (slot + 1) & (slots - 1)
    places[slot] = index + 1
  }
  const { first, others, hasOthers } = sounds()
  const own = [0, 0, 0, 0]
  for (let index = 0; index * width < units.length; index++) {
    for (let at = 0; at < width; at++) own[at] = first[units.charCodeAt(index * width + at)] as number
    enter(index, own)
    for (let at = 0; at < width; at++) {
      const code = units.charCodeAt(index * width + at)
      if (hasOthers[code] === 1) for (const other of others.get(code) ?? []) enter(index, replaced(own, at, other))
    }
  }
  return { places }
}

let right: ReadonlySet<string> | undefined

/** Units, and what sounds like one and is right; made when a text has the first candidate. */
function rightOnes(): ReadonlySet<string> {
  if (right) return right
  const made = new Set<string>()
  for (const list of [units, soundAlikes]) for (let at = 0; at < list.length; at += width) made.add(list.slice(at, at + width))
  right = made
  return made
}

/** The slips of `[start, end)`, in order; a wrong character is told once. */
export function unitSlipsIn(text: string, start: number, end: number): UnitSlip[] {
  table ??= build()
  const found: UnitSlip[] = []
  const { first, hasOthers } = sounds()
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
    ambiguous = hasOthers[code] === 1 ? width : ambiguous - 1
    if (known < width || (ambiguous <= 0 && table.places[slotOf(a, b, c, d)] === 0)) continue
    const slip = slipAt(text, offset - width + 1, [a, b, c, d], table)
    if (slip && found[found.length - 1]?.at !== slip.at) found.push(slip)
  }
  return found
}

function slipAt(text: string, start: number, window: readonly number[], { places }: Table): UnitSlip | undefined {
  const [a, b, c, d] = window as [number, number, number, number]
  return among(text, start, slotOf(a, b, c, d), places) ?? otherReadings(text, start, window, places)
}

/** The same where a character of the text has a second reading. */
function otherReadings(text: string, start: number, window: readonly number[], places: Uint16Array): UnitSlip | undefined {
  const { others, hasOthers } = sounds()
  for (let at = 0; at < width; at++) {
    if (hasOthers[text.charCodeAt(start + at)] === 0) continue
    for (const other of others.get(text.charCodeAt(start + at)) ?? []) {
      const [a, b, c, d] = replaced(window, at, other) as [number, number, number, number]
      const slip = among(text, start, slotOf(a, b, c, d), places)
      if (slip) return slip
    }
  }
  return undefined
}

/** Of the units in one chain the one from which the text differs by a single character of the same sound. */
function among(text: string, start: number, from: number, places: Uint16Array): UnitSlip | undefined {
  for (let slot = from; places[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
    const unit = ((places[slot] as number) - 1) * width
    const at = onlyDifference(text, start, unit)
    if (at < 0 || plain.has(text[start + at] as string)) continue
    if (!soundAlike(text.charCodeAt(start + at), units.charCodeAt(unit + at))) continue
    if (isRight(text, start + at, rightOnes())) continue
    const half = start + (at & 2)
    const isWord = isCommonHalf(text.slice(half, half + 2))
    return { start, end: start + width, at: start + at, right: units.slice(unit, unit + width), isWord }
  }
  return undefined
}

/** Where the text at `start` differs from the unit at `unit`; −1 where it does not, or in more than one place. */
function onlyDifference(text: string, start: number, unit: number): number {
  let found = -1
  for (let at = 0; at < width; at++) {
    if (text.charCodeAt(start + at) === units.charCodeAt(unit + at)) continue
    if (found >= 0) return -1
    found = at
  }
  return found
}

/** The character stands in what is right as it is: a unit, or a known neighbour of one. */
function isRight(text: string, at: number, right: ReadonlySet<string>): boolean {
  for (let start = Math.max(0, at - width + 1); start <= at; start++) if (right.has(text.slice(start, start + width))) return true
  return false
}

let halves: ReadonlySet<string> | undefined

/** Two characters that make half of more than one unit. Asked seldom, so the set is made when it is first wanted. */
function isCommonHalf(words: string): boolean {
  if (!halves) {
    const once = new Set<string>()
    const more = new Set<string>()
    for (let at = 0; at < units.length; at += 2) {
      const half = units.slice(at, at + 2)
      if (once.has(half)) more.add(half)
      else once.add(half)
    }
    halves = more
  }
  return halves.has(words)
}
