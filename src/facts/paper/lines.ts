/** The lines of a paper as a reader sees them: every stretch of text without its blanks, from the first to the last. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { trimmed } from '../../text/characters.ts'
import type { Role } from '../../tree.ts'
import { structure } from '../structure.ts'

export interface Line extends Span {
  readonly words: string
  readonly role: Role | undefined
}

export const lines = fact('lines', ({ text }, use): readonly Line[] =>
  use(structure).stretches.flatMap(({ start, end, role }) => {
    if (role === 'aside') return []
    const span = trimmed(text, start, end)
    return span.start < span.end ? [{ ...span, words: text.slice(span.start, span.end), role }] : []
  }),
)

/** So many characters of a line are read where its beginning decides. */
export const longestTitle = 80

/** Whether a line is a whole sentence and no title. */
export const isSentence = (words: string): boolean => words.length > longestTitle || /[。！？；，]$/.test(words)
