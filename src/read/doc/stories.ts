/** Where the stories of a document stand in its text: the body, headers, notes, text boxes. */
import type { Aside } from '../../source.ts'
import { MOST_STORIES } from '../story.ts'
import { Damaged, slice, u32 } from './bytes.ts'
import type { Fib, Lengths, TableName } from './fib.ts'
import type { Section } from './sections.ts'

/** Offsets of the document's text, end exclusive. */
export interface StoryPlace {
  readonly start: number
  readonly end: number
}

export interface AsidePlace extends StoryPlace {
  readonly aside: Aside
}

/** What stands before the headers in their part of the text: separators of notes. */
const SEPARATORS = 6
/** The margins of a section, in the order in which they stand. */
const ofSection: readonly { readonly aside: Aside; readonly pages?: 'left' | 'first' }[] = [
  { aside: 'header', pages: 'left' },
  { aside: 'header' },
  { aside: 'footer', pages: 'left' },
  { aside: 'footer' },
  { aside: 'header', pages: 'first' },
  { aside: 'footer', pages: 'first' },
]
/** What the table of text boxes keeps for each, in bytes. */
const TEXTBOX = 22

/** The parts of the text, one behind the other, and where each begins. */
function starts(lengths: Lengths): Record<keyof Lengths, number> {
  const { body, footnotes, headers, macros, comments, endnotes, textboxes } = lengths
  const parts = [0, body, footnotes, headers, macros, comments, endnotes, textboxes]
  const sums = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, length) => sum + length, 0))
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0, eighth = 0] = sums
  return {
    body: first,
    footnotes: second,
    headers: third,
    macros: fourth,
    comments: fifth,
    endnotes: sixth,
    textboxes: seventh,
    headerTextboxes: eighth,
  }
}

/**
 * The body, and what stands beside it. Comments are no text of the report.
 * @throws Damaged
 */
export function storiesOf(
  { lengths, place }: Fib,
  table: Uint8Array,
  sections: readonly Section[],
  hasLeftPages: boolean,
): { readonly body: StoryPlace; readonly asides: readonly AsidePlace[] } {
  const at = starts(lengths)
  const bounds = (name: TableName): Uint8Array => {
    const { at: from, length } = place(name)
    return slice(table, from, length)
  }
  const notes = (aside: Aside, part: 'footnotes' | 'endnotes', name: TableName): AsidePlace[] =>
    divided(bounds(name), 0, at[part], lengths[part]).map((story) => ({ ...story, aside }))
  const boxes = (part: 'textboxes' | 'headerTextboxes', name: TableName): AsidePlace[] =>
    divided(bounds(name), TEXTBOX, at[part], lengths[part]).map((story) => ({ ...story, aside: 'textbox' as const }))
  const margins = divided(bounds('headers'), 0, at.headers, lengths.headers)
    .slice(SEPARATORS)
    .flatMap(({ start, end }, index): AsidePlace[] => {
      const { aside, pages } = ofSection[index % ofSection.length] ?? { aside: 'header' }
      const hasFirstPage = sections[Math.floor(index / ofSection.length)]?.hasFirstPage === true
      const isSeen = pages === 'first' ? hasFirstPage : pages !== 'left' || hasLeftPages
      // Behind each stands a paragraph mark that belongs to none.
      return isSeen && end > start ? [{ start, end: end - 1, aside }] : []
    })
  const asides = [
    ...margins,
    ...notes('footnote', 'footnotes', 'footnoteTexts'),
    ...notes('endnote', 'endnotes', 'endnoteTexts'),
    ...boxes('textboxes', 'textboxTexts'),
    ...boxes('headerTextboxes', 'headerTextboxTexts'),
  ]
  return { body: { start: 0, end: lengths.body }, asides }
}

const tooMany = { zh: '脚注、文本框等过多', en: 'it has too many notes, text boxes and the like' }

/**
 * The stories between the bounds of a table, whose last bound ends no story. They never overlap, whatever the table says.
 * `dataSize`: what the table keeps beside each bound, in bytes.
 */
function divided(table: Uint8Array, dataSize: number, start: number, length: number): { start: number; end: number }[] {
  const bounds = dataSize === 0 ? table.length / 4 : (table.length - 4) / (4 + dataSize) + 1
  if (bounds > MOST_STORIES) throw new Damaged(tooMany, true)
  const stories: { start: number; end: number }[] = []
  let from = 0
  for (let index = 0; index + 2 < bounds; index++) {
    from = Math.max(from, u32(table, index * 4))
    const to = Math.min(Math.max(u32(table, index * 4 + 4), from), length)
    stories.push({ start: start + Math.min(from, to), end: start + to })
    from = to
  }
  return stories
}
