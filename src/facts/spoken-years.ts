/** Of which years a document speaks where it says none: for rules that know the year of a thing. */
import { type DocumentYear, isSure } from './document-year.ts'

/**
 * First and last year of which the document at hand may speak as its own. A report of January looks back on the year before; one
 * of summer does not. undefined: the year of the document is not known for sure.
 */
export function spokenYears(own: DocumentYear | undefined): { readonly first: number; readonly last: number } | undefined {
  if (!own || !isSure(own)) return undefined
  const isWithin = (own.month !== undefined && own.month >= 4) || own.last > own.value || own.from === 'option'
  return { first: isWithin ? own.value : own.value - 1, last: own.last }
}
