/** From when a text is, for rules whose wording came into use at a date: what is right today may not be said of 1992. */
import { fact } from '../fact.ts'
import { documentYear } from './document-year.ts'
import { years } from './years.ts'

/**
 * The year of the document; where it does not say, the middle one of the years it names, so that a look back (1949) and a
 * look ahead (2035) weigh little. undefined: it names none, and is read as a draft of today.
 */
export const era = fact('era', (_, use): number | undefined => {
  const said = use(documentYear)
  if (said) return said.value
  const named = use(years).flatMap(({ value, inRange }) => (inRange ? [] : [value]))
  return named.sort((a, b) => a - b)[named.length >> 1]
})
