/**
 * Text and marks, as the formats of old Word give them, → paragraphs: where one ends, what was deleted goes on in the next, and
 * which cell of which table it is. Decides as the reader of .docx does, so that a report is the same in all formats.
 */
import type { Aside, Hint } from '../source.ts'
import { besideOnce, besideOrder, cellOfTable } from './beside.ts'
import type { ReadParagraph } from './paragraphs.ts'

/** The end of a paragraph, of a cell's last paragraph, or of a row, which holds no text of its own. */
export interface Mark {
  readonly ends: 'paragraph' | 'cell' | 'row'
  /** How many tables the paragraph is in. */
  readonly depth: number
  /** Deleted by a tracked change: the next paragraph goes on in this one. */
  readonly isGone?: boolean
}

/** One story: the body, a header, a note, a text box. */
export interface StoryBuilder {
  /** Text stands there that no mark has ended. */
  readonly hasText: boolean
  add(text: string): void
  /** `hint` is asked for only when there is a paragraph to say something of: counting a label counts a paragraph. */
  end(mark: Mark, hint: () => Hint): void
  /** The paragraphs; text that no mark ended is one too. */
  finish(hint: () => Hint): readonly ReadParagraph[]
}

/** Tables are numbered through all stories of a document. */
export interface TableCount {
  tables: number
}

interface Table {
  readonly index: number
  readonly outer?: Cell
  row: number
  column: number
  cells: number
}

interface Cell {
  readonly table: Table
  readonly row: number
  readonly column: number
}

/** Tables in tables in tables: Word goes some thirty deep; a number in a hostile file is any. */
const DEEPEST = 64

/** Where fonts of symbols (Wingdings) have their signs: nobody knows which they are. No user-defined character stands here. */
const SIGNS = /[\uf000-\uf0ff]/g

export function createStory(count: TableCount): StoryBuilder {
  const drafts: { readonly text: string; readonly own: Hint; readonly cell: Cell | undefined }[] = []
  /** The tables that the paragraph is in, the outermost first. */
  const open: Table[] = []
  let parts: string[] = []
  let length = 0

  const cellNow = (): Cell | undefined => {
    const table = open.at(-1)
    return table && { table, row: table.row, column: table.column }
  }

  const tableAt = (depth: number): Table | undefined => {
    if (open.length > depth) open.length = Math.max(depth, 0)
    while (open.length < Math.min(depth, DEEPEST)) {
      const outer = cellNow()
      open.push({ index: count.tables++, ...(outer && { outer }), row: 0, column: 0, cells: 0 })
    }
    return open.at(-1)
  }

  const push = (own: Hint): void => {
    drafts.push({ text: parts.join(''), own, cell: cellNow() })
  }

  const clear = (): void => {
    parts = []
    length = 0
  }

  return {
    get hasText() {
      return length > 0
    },
    add(text) {
      parts.push(text.replace(SIGNS, '\uFFFC'))
      length += text.length
    },
    end({ ends, depth, isGone = false }, hint) {
      // A deleted cell leaves nothing behind, unless somebody wrote into it since.
      if (isGone && (ends === 'paragraph' || (ends === 'cell' && length === 0))) return
      const table = tableAt(depth)
      if (ends !== 'row') push(hint())
      clear()
      if (table && ends === 'cell') {
        table.column++
        table.cells++
      }
      if (table && ends === 'row' && table.column > 0) {
        table.row++
        table.column = 0
      }
    },
    finish(hint) {
      open.length = 0
      if (length > 0) push(hint())
      clear()
      return drafts.map(({ text, own, cell }) => {
        const inTable = cellOfTable(cell)
        const hint = inTable ? { ...own, cell: { table: inTable.table.index, row: inTable.row, column: inTable.column } } : own
        return Object.keys(hint).length > 0 ? { text, hint } : { text }
      })
    },
  }
}

/** Notes, headers and text boxes of one document; a book has a few thousand notes. */
export const MOST_STORIES = 20_000

/** A story that is not the body. */
export interface AsideStory {
  readonly aside: Aside
  readonly paragraphs: readonly ReadParagraph[]
}

/** The paragraphs of all that stands beside the body, kind by kind. Blank lines are worth no block. */
export function besideBody(stories: readonly AsideStory[]): ReadParagraph[] {
  const isWorth = besideOnce()
  return besideOrder
    .flatMap((kind) => stories.filter((story) => story.aside === kind && isWorth(kind, wordsOf(story))))
    .flatMap(({ aside, paragraphs }) =>
      paragraphs.filter(({ text }) => text !== '').map((paragraph) => ({ ...paragraph, hint: { ...paragraph.hint, aside } })),
    )
}

const wordsOf = ({ paragraphs }: AsideStory): string => paragraphs.map(({ text }) => text).join('\n')
