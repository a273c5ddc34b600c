/** What a document names: organisations, places, works, people with their offices, what stands in “”, and short names told. It judges nothing. */
import { fact } from '../../fact.ts'
import { structure } from '../structure.ts'
import { type Alias, aliasesIn } from './aliases.ts'
import { type NameMention, namedIn } from './mentions.ts'
import { type PersonMention, peopleIn } from './people.ts'
import { type QuotedMention, quotedIn } from './quoted.ts'

export type { Alias } from './aliases.ts'
export { distinguishing } from './data.ts'
export type { NameMention } from './mentions.ts'
export type { PersonMention } from './people.ts'
export type { QuotedMention } from './quoted.ts'

export interface Names {
  /** Names with an ending that tells what they name, in order. */
  readonly named: readonly NameMention[]
  readonly people: readonly PersonMention[]
  readonly quoted: readonly QuotedMention[]
  readonly aliases: readonly Alias[]
}

export const names = fact('names', ({ text }, use): Names => {
  const { stretches } = use(structure)
  return {
    named: namedIn(use, text, stretches),
    people: peopleIn(use, text, stretches),
    quoted: quotedIn(text, stretches),
    aliases: aliasesIn(text),
  }
})
