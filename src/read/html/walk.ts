/** The tree of a page → its paragraphs, with what the page says of them. */
import type { Hint } from '../../source.ts'
import { besideOnce } from '../beside.ts'
import type { Draft, Fragment } from '../drafts.ts'
import { numberText } from '../numbering.ts'
import { hintOfWeight, noWeight, type Weight, weigh } from '../weight.ts'
import {
  asideOf,
  attribute,
  chromeOf,
  headingOf,
  integer,
  isBlock,
  isBold,
  isListMark,
  isPictureFont,
  isSkipped,
  keepsBlanks,
  type Numbers,
  numbersOf,
} from './elements.ts'
import { fragmentsOf, type References } from './fragments.ts'
import { collapsed, lines } from './paragraph.ts'
import type { ElementNode, ParentNode } from './tree.ts'

/** A table of the page, and what was found in it. */
interface Table {
  readonly id: number
  readonly outer: Cell | undefined
  /** Said by the page, or because of a heading in it. */
  isLayout: boolean
  row: number
  column: number
  cells: number
  filledCells: number
  characters: number
  /** The fullest cell. */
  most: { readonly paragraphs: number; readonly characters: number }
}

interface Cell {
  readonly table: Table
  readonly row: number
  readonly column: number
  paragraphs: number
  characters: number
}

/** An element that may be chrome of the page. */
interface Chrome {
  readonly always: boolean
  readonly outer: Chrome | undefined
  /** Characters in it that are no links. */
  prose: number
}

/** What holds for the text of an element. */
interface Style {
  readonly keepsBlanks: boolean
  readonly isCode: boolean
  readonly isLink: boolean
  readonly isListMark: boolean
  readonly isPictureFont: boolean
  readonly isBold: boolean
  readonly heading?: number
  readonly aside?: NonNullable<Hint['aside']>
  readonly cell?: Cell
  readonly chrome?: Chrome
  readonly numbers?: Numbers
}

/** A paragraph before tables and chrome around it are judged. */
interface Pending {
  readonly fragments: readonly Fragment[]
  readonly style: Style
  readonly label?: string
  readonly isLink: boolean
  readonly weight: Weight
}

const plain: Style = { keepsBlanks: false, isCode: false, isLink: false, isListMark: false, isPictureFont: false, isBold: false }

interface Entry {
  readonly element: ElementNode
  readonly style: Style
  readonly isBlock: boolean
  next: number
}

export interface Page {
  readonly document: string
  readonly references: References
  /** Word and other programs that write documents, not pages, write tables for what they are. */
  readonly isDocument: boolean
}

/** The paragraphs of the page; those beside the body come last. */
export function paragraphsOf(tree: ParentNode, page: Page): Draft[] {
  const walk = new Walk(page)
  walk.run(tree)
  const drafts = inOrder(walk.found.map(settled))
  const isAside = ({ hint }: Draft): boolean => hint?.aside !== undefined
  return [...drafts.filter((draft) => !isAside(draft)), ...drafts.filter(isAside)]
}

function isAscending(drafts: readonly Draft[]): boolean {
  let end = 0
  for (const { fragments } of drafts) {
    for (const { from, to } of fragments) {
      if (from < end) return false
      end = to
    }
  }
  return true
}

/** A parser puts what stands in a table but in no cell of it before the table; in the file it stands where it stands. */
function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  if (isAscending(drafts)) return drafts
  const all = drafts.flatMap((draft) => draft.fragments.map((fragment) => ({ fragment, draft })))
  const sorted: { draft: Draft; fragments: Fragment[] }[] = []
  for (const { fragment, draft } of all.sort((a, b) => a.fragment.from - b.fragment.from)) {
    const last = sorted.at(-1)
    if (last?.draft === draft) last.fragments.push(fragment)
    else sorted.push({ draft, fragments: [fragment] })
  }
  return sorted.map(({ draft, fragments }) => ({ ...draft, fragments }))
}

class Walk {
  readonly found: Pending[] = []
  private fragments: Fragment[] = []
  /** Of the paragraph that is being gathered: that of its first text. */
  private style: Style = plain
  /** Of its words: whether some are links, and whether others are none. */
  private hasLink = false
  private hasProse = false
  private weight = noWeight()
  /** The number of the list item that has no text yet. */
  private label: string | undefined
  private isFirstLine = true
  private tables = 0

  constructor(private readonly page: Page) {}

  /** Iterative: nesting in a file must not overflow the stack. */
  run(tree: ParentNode): void {
    const root: ElementNode = { kind: 'element', tag: 'html', space: '', attrs: [], parent: null, children: tree.children }
    const stack: Entry[] = [{ element: root, style: plain, isBlock: true, next: 0 }]
    for (let entry = stack.at(-1); entry; entry = stack.at(-1)) {
      const child = entry.element.children[entry.next++]
      if (!child) {
        this.leave(entry)
        stack.pop()
      } else if (child.kind === 'text') {
        this.text(fragmentsOf(child, this.page.document, this.page.references), entry.style)
      } else if (child.kind === 'element') {
        const entered = this.enter(child, entry.style)
        if (entered) stack.push(entered)
      }
    }
    this.flush()
  }

  private enter(element: ElementNode, around: Style): Entry | undefined {
    if (element.tag === 'br') this.endLine()
    const css = attribute(element, 'style') ?? ''
    if (isSkipped(element, css)) return undefined
    const asBlock = isBlock(element, css)
    if (asBlock) this.flush()
    const style = this.styleOf(element, css, around)
    if (element.tag === 'li' && around.numbers) this.label = labelOf(element, around.numbers)
    return { element, style, isBlock: asBlock, next: 0 }
  }

  private styleOf(element: ElementNode, css: string, around: Style): Style {
    const { tag } = element
    const kind = chromeOf(element)
    const heading = headingOf(element) ?? around.heading
    const aside = asideOf(element, css) ?? around.aside
    const numbers = tag === 'ul' || tag === 'ol' ? numbersOf(element, css) : around.numbers
    const cell = this.cellOf(element, around.cell)
    const chrome: Chrome | undefined = kind ? { always: kind === 'always', outer: around.chrome, prose: 0 } : around.chrome
    return {
      keepsBlanks: keepsBlanks(element, css) ?? around.keepsBlanks,
      isCode: around.isCode || ((tag === 'code' || tag === 'samp') && around.keepsBlanks),
      isLink: around.isLink || (tag === 'a' && attribute(element, 'href') !== undefined),
      isListMark: around.isListMark || isListMark(css),
      isPictureFont: around.isPictureFont || isPictureFont(css),
      isBold: isBold(element, css) ?? around.isBold,
      ...(heading !== undefined && { heading }),
      ...(aside && { aside }),
      ...(cell && { cell }),
      ...(chrome && { chrome }),
      ...(numbers && { numbers }),
    }
  }

  private cellOf(element: ElementNode, around: Cell | undefined): Cell | undefined {
    const { tag } = element
    if (tag === 'table') {
      const isLayout = /^(?:presentation|none)$/.test(attribute(element, 'role') ?? '')
      const counted = { row: -1, column: -1, cells: 0, filledCells: 0, characters: 0, most: { paragraphs: 0, characters: 0 } }
      // Until its first cell, what stands in a table (its caption) stands in the cell around it.
      this.open.push({ id: this.tables++, outer: around, isLayout, ...counted })
      return around
    }
    const table = this.open.at(-1)
    if (!table) return around
    if (tag === 'tr') {
      table.row++
      table.column = -1
    }
    if (tag !== 'td' && tag !== 'th') return around
    return { table, row: Math.max(table.row, 0), column: ++table.column, paragraphs: 0, characters: 0 }
  }

  private readonly open: Table[] = []

  private leave({ element, style, isBlock: asBlock }: Entry): void {
    const { tag } = element
    if (asBlock) this.flush()
    if (tag === 'li') this.label = undefined
    if (style.cell && (tag === 'td' || tag === 'th')) leaveCell(style.cell)
    if (tag === 'table') leaveTable(this.open.pop(), this.page)
  }

  private text(fragments: readonly Fragment[], style: Style): void {
    for (const fragment of fragments) {
      const isBlank = fragment.value.trim() === ''
      // Word fills the room behind its numbers with blanks of a small font.
      if (style.isListMark && (isBlank || style.isPictureFont)) continue
      if (this.fragments.length === 0) this.style = style
      if (hasWords(fragment.value)) {
        this.hasLink ||= style.isLink
        this.hasProse ||= !style.isLink
      }
      weigh(this.weight, fragment.value, style.isBold)
      this.fragments.push(fragment)
    }
  }

  private endLine(): void {
    this.flush()
    this.isFirstLine = false
  }

  /** Ends the paragraph that is being gathered. */
  private flush(): void {
    const { fragments, style } = this
    if (fragments.length > 0) {
      const paragraphs = style.keepsBlanks ? lines(fragments) : [collapsed(fragments, this.page.isDocument)]
      for (const paragraph of paragraphs) this.add(paragraph, style)
    }
    this.fragments = []
    this.weight = noWeight()
    this.hasLink = false
    this.hasProse = false
    this.isFirstLine = true
  }

  private readonly isWorth = besideOnce()

  private add(fragments: readonly Fragment[], style: Style): void {
    const value = fragments.map((one) => one.value).join('')
    if (value.trim() === '') return
    if (style.aside && !this.isWorth(style.aside, value)) return
    const label = this.label !== undefined && !beginsWithNumber.test(value) ? this.label : undefined
    this.label = undefined
    // A heading is one line.
    const { heading, ...rest } = style
    const shown = this.isFirstLine && heading !== undefined ? { ...rest, heading } : rest
    this.isFirstLine = false
    const isLink = this.hasLink && !this.hasProse
    this.found.push({ fragments, style: shown, isLink, weight: this.weight, ...(label !== undefined && { label }) })
    if (style.cell) {
      style.cell.paragraphs++
      style.cell.characters += value.length
      if (heading !== undefined) style.cell.table.isLayout ||= !this.page.isDocument
    }
    if (style.chrome && !isLink) style.chrome.prose += value.length
  }
}

/** Of a text whose words are all links: marks and blanks between links are no words. */
const hasWords = (value: string): boolean => /[\da-z\u3400-\u9fff]/i.test(value)

const beginsWithNumber =
  /^[\s\u00a0\u3000]{0,9}(?:[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）]|第[\d一二三四五六七八九十]{1,3}|[\u2460-\u249b])/

function labelOf(element: ElementNode, numbers: Numbers): string {
  const value = integer(attribute(element, 'value')) ?? numbers.next
  numbers.next = value + numbers.step
  return numberText(numbers.format, value) + numbers.mark
}

// --- tables -----------------------------------------------------------------------------------------------------------

function leaveCell(cell: Cell): void {
  const { table, paragraphs, characters } = cell
  table.cells++
  if (characters > 0) table.filledCells++
  table.characters += characters
  if (characters > table.most.characters) table.most = { paragraphs, characters }
}

/** A cell of so much text in so many paragraphs, more than all others have together, is a page and no cell. */
const pageParagraphs = 3
const pageCharacters = 300

function leaveTable(table: Table | undefined, { isDocument }: Page): void {
  if (!table) return
  const { most, characters, cells, filledCells, outer } = table
  // A table of one cell is a frame.
  if (isDocument) table.isLayout ||= cells <= 1
  else {
    const isPage = most.paragraphs >= pageParagraphs && most.characters >= pageCharacters && most.characters * 2 > characters
    table.isLayout ||= filledCells <= 1 || isPage
  }
  if (!outer) return
  outer.paragraphs += table.most.paragraphs
  outer.characters += characters
}

/** The innermost cell that a paragraph is in, tables for layout aside. */
function cellAround(cell: Cell | undefined): Cell | undefined {
  let around = cell
  while (around?.table.isLayout) around = around.table.outer
  return around
}

// --- judged at the end ------------------------------------------------------------------------------------------------

/** Chrome has few words that lead nowhere; a form around a whole page has many. In characters. */
const proseOfPage = 300

function isChrome(chrome: Chrome | undefined): boolean {
  for (let one = chrome; one; one = one.outer) {
    if (one.always || one.prose < proseOfPage) return true
  }
  return false
}

function settled({ fragments, style, label, isLink, weight }: Pending): Draft {
  const { heading, aside, isCode } = style
  const cell = cellAround(style.cell)
  const isMenu = isLink && heading === undefined && !/^附件/.test(fragments[0]?.value ?? '')
  const verbatim = isCode || isMenu || isChrome(style.chrome)
  const hint: Hint = {
    ...(heading !== undefined && !verbatim && !cell && { heading }),
    ...(label !== undefined && { label }),
    ...hintOfWeight(weight),
    ...(cell && { cell: { table: cell.table.id, row: cell.row, column: cell.column } }),
    ...(verbatim && { verbatim: true as const }),
    ...(aside && { aside }),
  }
  return Object.keys(hint).length > 0 ? { fragments, hint } : { fragments }
}
