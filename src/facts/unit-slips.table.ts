/** The table of units by their sounds. */
import { soundAlikes, units } from '../world/units.ts'
import { type Units, unitsOf } from './unit-slots.ts'

export default function unitsTable(): Units {
  return unitsOf(units, soundAlikes)
}
