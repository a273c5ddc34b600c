/** Whether the gazetteer has a place: 桐乡市. */
import { divisions } from '../../world/divisions.ts'

/** By its full name, 桐乡市. */
export const isKnownPlace = (place: string): boolean =>
  divisions.some((line) => {
    for (let at = line.indexOf(place, 1); at > 0; at = line.indexOf(place, at + 1)) {
      if ('=:;,'.includes(line[at - 1] as string) && /^[:;,]?$/.test(line[at + place.length] ?? '')) return true
    }
    return false
  })

const units = ['县', '市', '区', '旗']

/** By its name without the unit: 桐乡. */
export const isKnownName = (name: string): boolean => units.some((unit) => isKnownPlace(name + unit))
