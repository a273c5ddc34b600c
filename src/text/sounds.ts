/** How characters sound, tones left aside: two that share a syllable are typed for one another. */
import soundsTable, { type Sounds } from './sounds.table.ts'

let known: Sounds | undefined

/** The table, made when it is first asked for. */
export function sounds(): Sounds {
  known ??= soundsTable()
  return known
}

/** How many syllables a character has beside its first, and the syllable `index` of them, from 1. */
export const otherCount = ({ othersAt, others }: Sounds, code: number): number => others[othersAt[code] as number] as number
export const otherOf = ({ othersAt, others }: Sounds, code: number, index: number): number =>
  others[(othersAt[code] as number) + index] as number

/** All syllables of a character, by number; empty where none is known. */
export function syllablesOf(code: number): readonly number[] {
  const table = sounds()
  const one = table.first[code] as number
  if (one === 0) return []
  const all = [one]
  for (let index = 1; index <= otherCount(table, code); index++) all.push(otherOf(table, code, index))
  return all
}

/** Whether a character can be read as `syllable`. */
function isReadAs(table: Sounds, code: number, syllable: number): boolean {
  if (table.first[code] === syllable) return true
  for (let index = otherCount(table, code); index > 0; index--) if (otherOf(table, code, index) === syllable) return true
  return false
}

/** Whether two UTF-16 units share a syllable. */
export function soundAlike(one: number, other: number): boolean {
  const table = sounds()
  const syllable = table.first[one] as number
  if (syllable === 0) return false
  if (isReadAs(table, other, syllable)) return true
  for (let index = otherCount(table, one); index > 0; index--) {
    if (isReadAs(table, other, otherOf(table, one, index))) return true
  }
  return false
}
