/** The streams of a Word document → its paragraphs. */
import type { Hint } from '../../source.ts'
import { type Counters, createCounters } from '../numbering.ts'
import { LINE_BREAK, type ReadParagraph } from '../paragraphs.ts'
import { besideBody, createStory, type Mark, type TableCount } from '../story.ts'
import { hintOfWeight, noWeight, weigh } from '../weight.ts'
import { slice } from './bytes.ts'
import { readFib, type TableName } from './fib.ts'
import { fieldMarks } from './fields.ts'
import { BODY_TEXT, type Formatting, formattingOf, type Paragraph, type Run } from './formatting.ts'
import { type Lists, readLists } from './lists.ts'
import type { ParagraphProperties } from './modifiers.ts'
import { readText } from './pieces.ts'
import { readSections } from './sections.ts'
import { type StoryPlace, storiesOf } from './stories.ts'
import { readStyles } from './styles.ts'

interface WordText {
  readonly text: string
  readonly formatting: Formatting
  readonly lists: Lists
  /** Offsets behind the last character of each section. */
  readonly sectionEnds: ReadonlySet<number>
  readonly tables: TableCount
}

/** @throws Damaged */
export function paragraphsOf(streams: {
  readonly main: Uint8Array
  readonly table: Uint8Array
  readonly data: Uint8Array
}): ReadParagraph[] {
  const { main, table, data } = streams
  const fib = readFib(main)
  const structure = (name: TableName): Uint8Array => {
    const { at, length } = fib.place(name)
    return slice(table, at, length)
  }
  const { text, pieces } = readText(main, structure('pieces'))
  const pages = { characterPages: structure('characterPages'), paragraphPages: structure('paragraphPages') }
  const lists = readLists(table, fib.place('lists'), fib.place('listInstances'))
  const sections = readSections(main, structure('sections'))
  // The first bit of the document's own properties: left-hand pages have headers of their own.
  const hasLeftPages = ((structure('properties')[0] ?? 0) & 1) !== 0
  const document: WordText = {
    text,
    formatting: formattingOf({ main, data, ...pages }, pieces, readStyles(structure('styles'))),
    lists,
    sectionEnds: new Set(sections.map((section) => section.end)),
    tables: { tables: 0 },
  }
  const { body, asides } = storiesOf(fib, table, sections, hasLeftPages)
  // The body first: tables are numbered as they come.
  const own = paragraphsIn(document, body)
  const beside = asides.map((place) => ({ aside: place.aside, paragraphs: paragraphsIn(document, place) }))
  return [...own, ...besideBody(beside)]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Word's marks are control characters
const tokens = /[\0-\x1f(]|[^\0-\x1f(]{1,65536}/g

const mark = { cell: '\x07', lineFeed: '\n', line: '\v', page: '\f', paragraph: '\r' }
const marks: readonly string[] = [mark.paragraph, mark.cell, mark.page]
const OBJECT = '\uFFFC'
const SYMBOL = '('

/**
 * Characters that are not themselves. What is not here, of those below the blank, is nothing to read: a drawing that floats
 * beside the text, the mark of a note, a page break, an optional hyphen.
 */
const replacements: Readonly<Record<string, string>> = {
  '\x01': OBJECT,
  '\t': '\t',
  [mark.lineFeed]: LINE_BREAK,
  [mark.line]: LINE_BREAK,
  '\x1e': '\u2011',
}

function paragraphsIn(document: WordText, { start, end }: StoryPlace): readonly ReadParagraph[] {
  const { formatting, sectionEnds } = document
  const text = document.text.slice(start, end)
  const story = createStory(document.tables)
  const fields = fieldMarks(text)
  const counters = createCounters(document.lists.lists, document.lists.instances)
  let showsContents = false
  let weight = noWeight()
  for (let at = 0; at < text.length; ) {
    const run = formatting.runAt(start + at)
    const from = at
    at = Math.min(run.end - start, text.length)
    for (const { 0: token, index } of text.slice(from, at).matchAll(tokens)) {
      const place = from + index
      const paragraph = marks.includes(token) ? formatting.paragraphAt(start + place) : undefined
      // A break of page ends a paragraph where the properties of one end there; else it divides no text.
      const isEnd = token !== mark.page || sectionEnds.has(start + place + 1) || paragraph?.end === start + place + 1
      if (paragraph && isEnd) {
        const isContents = showsContents || paragraph.style?.isContents === true
        const mark = markOf(token, paragraph.properties, run.isDeleted)
        story.end(mark, () => ({ ...hintOf(document, counters, paragraph, isContents), ...hintOfWeight(weight) }))
        showsContents = false
        weight = noWeight()
      } else {
        const value = fields.pass(place) ?? shown(token, run)
        if (!run.isDeleted && !run.isHidden && !fields.isInCode) {
          story.add(value)
          weigh(weight, value, run.isBold)
        }
        if (fields.isInContents) showsContents = true
      }
    }
  }
  return story.finish(() => ({}))
}

function shown(token: string, { isSpecial, symbol }: Run): string {
  if (token === SYMBOL) return isSpecial && symbol !== undefined ? symbolOf(symbol) : token
  return token.charCodeAt(0) < 0x20 ? (replacements[token] ?? '') : token
}

/** Symbol fonts keep their characters in the private zone; of those nobody knows which they are. */
const symbolOf = (code: number): string =>
  code < 0x20 || (code >= 0xd800 && code <= 0xf8ff) ? OBJECT : String.fromCharCode(code)

function markOf(token: string, properties: ParagraphProperties, isGone: boolean): Mark {
  const depth = properties.depth ?? (properties.isInTable ? 1 : 0)
  if (token === mark.cell) return { ends: properties.isRowEnd ? 'row' : 'cell', depth: Math.max(depth, 1), isGone }
  if (properties.isInnerRowEnd) return { ends: 'row', depth, isGone }
  return { ends: properties.isInnerCellEnd ? 'cell' : 'paragraph', depth, isGone }
}

function hintOf({ lists }: WordText, counters: Counters, paragraph: Paragraph, isContents: boolean): Hint {
  const { outline } = paragraph
  const numbered = numberingOf(lists, paragraph)
  const label = numbered && counters.next(String(numbered.list), numbered.level)
  return {
    ...(outline < BODY_TEXT && { heading: outline + 1 }),
    ...(label !== undefined && { label }),
    ...(isContents && { verbatim: true as const }),
  }
}

/** A list that comes from a style numbers at the level that is bound to this style. */
function numberingOf(lists: Lists, paragraph: Paragraph): { readonly list: number; readonly level: number } | undefined {
  const { properties, style, styleNumber, ownList, ownLevel } = paragraph
  const list = properties.list ?? 0
  if (list === 0) return undefined
  if (ownList !== undefined || ownLevel !== undefined) return { list, level: properties.level ?? 0 }
  const bound = lists.levelOfStyle(list, styleNumber) ?? lists.levelOfStyle(list, style?.listStyle ?? styleNumber)
  return { list, level: bound ?? properties.level ?? 0 }
}
