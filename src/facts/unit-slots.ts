/** How units are found by their sounds: what the tables of them and the search in them share. */
import { otherCount, otherOf, sounds } from '../text/sounds.ts'
import { pairTable, type WordTable, wordTable } from '../text/word-table.ts'

/** Characters a unit has. */
export const width = 4

/** Where the chain of four syllables begins, before it is cut to the number of slots. */
export const slotOf = (a: number, b: number, c: number, d: number): number =>
  Math.imul(Math.imul(Math.imul(a, 421) + b, 421) + c, 421) + d

/** Units, and behind them what sounds like one and is right. */
export interface Units extends WordTable {
  /** One more than the index of a unit, by the syllables of its characters; a chain ends at 0. */
  readonly places: Uint16Array
  /** Two characters that make half of more than one unit. */
  readonly halves: Uint32Array
}

/** Slots of `places`: a power of two, four times its entries. */
const slots = 1 << 15

const cut = (text: string, size: number): string[] =>
  Array.from({ length: text.length / size }, (_, index) => text.slice(index * size, (index + 1) * size))

/** Each unit under its syllables, and under each other reading of one of its characters. */
function placesOf(units: string): Uint16Array {
  const places = new Uint16Array(slots)
  const enter = (index: number, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): void => {
    let slot = slotOf(a, b, c, d) & (slots - 1)
    while (places[slot] !== 0) slot = (slot + 1) & (slots - 1)
    places[slot] = index + 1
  }
  const all = sounds()
  const own = [0, 0, 0, 0]
  for (let index = 0; index * width < units.length; index++) {
    for (let at = 0; at < width; at++) own[at] = all.first[units.charCodeAt(index * width + at)] as number
    enter(index, own)
    for (let at = 0; at < width; at++) {
      const code = units.charCodeAt(index * width + at)
      for (let other = 1; other <= otherCount(all, code); other++) enter(index, own.with(at, otherOf(all, code, other)))
    }
  }
  return places
}

/** A table of these units; `soundAlikes` sound like some and are right. Four characters each. */
export function unitsOf(units: string, soundAlikes: string): Units {
  const halves = cut(units, 2)
  const once = new Set<string>()
  const common = halves.filter((half) => once.has(half) || !once.add(half))
  return { ...wordTable([...cut(units, width), ...cut(soundAlikes, width)]), places: placesOf(units), halves: pairTable(common) }
}

/**
 * The same as bytes, of which a run makes a table without counting anew: four numbers of 32 bits (units, slots, places, halves), then
 * the letters, the slots and the places in units of 16 bits, and the halves; the lowest byte first.
 */
export function bytesOfUnits({ letters, slots, places, halves }: Units): Uint8Array {
  const short = [Uint16Array.from(letters, (letter) => letter.charCodeAt(0)), slots, places]
  const head = Uint32Array.of(letters.length / width, slots.length, places.length, halves.length)
  const parts = [head, ...short, halves].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  )
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The table of these bytes. */
export function unitsOfBytes(bytes: Uint8Array): Units {
  // A copy lies where numbers of 32 bits may be read.
  const { buffer } = bytes.slice()
  const [count = 0, slots = 0, places = 0, halves = 0] = new Uint32Array(buffer, 0, 4)
  const [letters, from] = [16, 16 + count * width * 2]
  return {
    letters: new TextDecoder('utf-16le').decode(new Uint8Array(buffer, letters, count * width * 2)),
    starts: Uint32Array.from({ length: count + 1 }, (_, index) => index * width),
    slots: new Uint16Array(buffer, from, slots),
    places: new Uint16Array(buffer, from + slots * 2, places),
    halves: new Uint32Array(buffer, from + (slots + places) * 2, halves),
  }
}
