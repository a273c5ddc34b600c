/** The body of an OpenDocument text, and what stands beside it → paragraphs as they read when all changes are accepted. */
import type { Aside, Hint } from '../../source.ts'
import { besideOnce, cellOfTable } from '../beside.ts'
import { LINE_BREAK, type ReadParagraph } from '../paragraphs.ts'
import { hintOfWeight, noWeight, type Weight, weigh } from '../weight.ts'
import type { XmlTag } from '../xml.ts'
import { type Counts, type ListStyle, nextLabel } from './numbering.ts'
import type { Styles } from './styles.ts'

/** Nothing of these is text of the document. What is here is not looked into, but for the kinds of changes. */
const skipped: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:forms',
  'office:event-listeners',
  'text:note-citation',
  'text:placeholder',
  'text:ruby-text',
  'text:sequence-decls',
  'text:tracked-changes',
  'svg:title',
  'svg:desc',
  'math:math',
  'draw:object',
])

/** Text in them is made by the program from other text. */
const indexes: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
  'text:bibliography',
])

/** What holds paragraphs of its own, in the middle of another paragraph or beside the body. */
const asides: Readonly<Record<string, Aside>> = {
  'draw:text-box': 'textbox',
  'draw:custom-shape': 'textbox',
  'draw:rect': 'textbox',
  'draw:ellipse': 'textbox',
  'draw:polygon': 'textbox',
  'draw:path': 'textbox',
  'style:header': 'header',
  'style:header-left': 'header',
  'style:header-first': 'header',
  'style:footer': 'footer',
  'style:footer-left': 'footer',
  'style:footer-first': 'footer',
}

/** What stands in a frame and is no text. */
const pictures: ReadonlySet<string> = new Set(['draw:image', 'draw:object', 'draw:object-ole', 'draw:plugin', 'draw:applet'])
const OBJECT = '\ufffc'

/** Characters that are elements. */
const characters: Readonly<Record<string, string>> = { 'text:tab': '\t', 'text:line-break': LINE_BREAK, 'text:s': ' ' }

/** `<text:s text:c="…"/>` says how many; more than a line of them is no text. */
const MOST_BLANKS = 1000

/** A list, or one that goes on with it. */
interface List {
  readonly style: ListStyle
  readonly counts: Counts
  readonly level: number
}

interface Item {
  /** Its first paragraph, which has its number, has been met. */
  isNumbered: boolean
  readonly start: number | undefined
}

interface Table {
  readonly id: number
  readonly outer: Cell | undefined
  row: number
  column: number
  cells: number
}

interface Cell {
  readonly table: Table
  readonly row: number
  readonly column: number
}

/** A frame of a paragraph, for a picture or the like. */
interface Frame {
  readonly paragraph: Gathered
  isEmpty: boolean
}

/** What holds inside an element. */
interface Context {
  readonly isSkipped: boolean
  readonly isHidden: boolean
  readonly isBold?: boolean
  readonly isVerbatim: boolean
  readonly aside?: Aside
  readonly table?: Table
  readonly cell?: Cell
  readonly frame?: Frame
  readonly list?: List
  readonly item?: Item
  /** What text belongs to. */
  readonly paragraph?: Gathered
}

interface Gathered {
  text: string
  readonly hint: Hint
  readonly cell: Cell | undefined
  readonly weight: Weight
  /** Nothing, or a blank that blanks behind it belong to (ODF 1.3 part 3 §6.1.2). */
  swallowsBlanks: boolean
}

export class Body {
  private readonly paragraphs: Gathered[] = []
  private readonly beside: Gathered[] = []
  private readonly contexts: Context[] = [{ isSkipped: false, isHidden: false, isVerbatim: false }]
  /** Paragraphs that are open: a text box stands inside one. */
  private readonly open: Gathered[] = []
  private readonly outlineCounts: Counts = []
  private readonly listCounts = new Map<string, Counts>()
  private readonly lastOfStyle = new Map<string, Counts>()
  private tables = 0
  /** Changes by their id: whether they delete. */
  private readonly deletions = new Set<string>()
  private changeId = ''
  private readonly deleting = new Set<string>()
  /** A paragraph whose end mark is deleted goes on in the next one. */
  private unfinished: Gathered | undefined

  constructor(private readonly styles: Styles) {}

  /** All paragraphs, those beside the body last. */
  finished(): ReadParagraph[] {
    if (this.unfinished) this.add(this.unfinished)
    this.unfinished = undefined
    return [...this.paragraphs, ...this.beside].map(settled)
  }

  begin(tag: XmlTag): void {
    const around = this.contexts.at(-1) as Context
    const { name } = tag
    if (name === 'text:changed-region') this.changeId = tag.attribute('text:id') ?? tag.attribute('xml:id') ?? ''
    if (name === 'text:deletion') this.deletions.add(this.changeId)
    if (pictures.has(name) && !around.isSkipped) this.picture(around)
    const context = around.isSkipped ? around : this.inside(tag, around)
    this.contexts.push(context)
    if (context.isSkipped) return
    if (name === 'text:p' || name === 'text:h') this.beginParagraph(tag, context)
    else if (name === 'text:change-start') this.change(tag, true)
    else if (name === 'text:change-end') this.change(tag, false)
    else if (Object.hasOwn(characters, name)) this.character(characters[name] as string, Number(tag.attribute('text:c') ?? 1))
  }

  end(name: string): void {
    const { isSkipped } = this.contexts.pop() as Context
    if (!isSkipped && (name === 'text:p' || name === 'text:h')) this.endParagraph()
  }

  text(value: string): void {
    const { paragraph, isSkipped, isHidden, isBold = false } = this.contexts.at(-1) as Context
    if (!paragraph || isSkipped || isHidden || this.deleting.size > 0) return
    weigh(paragraph.weight, value, isBold)
    const collapsed = value.replace(/[ \t\n\r]+/g, ' ')
    paragraph.text += paragraph.swallowsBlanks && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    paragraph.swallowsBlanks = collapsed.endsWith(' ')
  }

  private character(value: string, count: number): void {
    const { paragraph, isHidden } = this.contexts.at(-1) as Context
    if (!paragraph || isHidden || this.deleting.size > 0) return
    paragraph.text += value === ' ' ? value.repeat(Math.min(MOST_BLANKS, Math.max(1, count || 1))) : value
    paragraph.swallowsBlanks = false
  }

  /** One place of the text, as in other formats; a frame has its picture in several forms. */
  private picture({ frame, isHidden }: Context): void {
    if (!frame?.isEmpty || isHidden || this.deleting.size > 0) return
    frame.isEmpty = false
    frame.paragraph.text += OBJECT
    frame.paragraph.swallowsBlanks = false
  }

  private change(tag: XmlTag, begins: boolean): void {
    const id = tag.attribute('text:change-id') ?? ''
    if (begins && this.deletions.has(id)) this.deleting.add(id)
    else this.deleting.delete(id)
  }

  // --- contexts -------------------------------------------------------------------------------------------------------

  private inside(tag: XmlTag, around: Context): Context {
    const { name } = tag
    if (skipped.has(name) || name.startsWith('form:') || this.isPlaceholder(tag)) return { ...around, isSkipped: true }
    if (Object.hasOwn(asides, name)) return beside(around, asides[name] as Aside)
    if (indexes.has(name)) return { ...around, isVerbatim: true }
    switch (name) {
      case 'text:note':
        return beside(around, tag.attribute('text:note-class') === 'endnote' ? 'endnote' : 'footnote')
      case 'text:span':
        return this.span(tag.attribute('text:style-name'), around)
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        return tag.attribute('text:is-hidden') === 'true' ? { ...around, isHidden: true } : around
      case 'text:section':
        return isHiddenSection(tag) ? { ...around, isSkipped: true } : around
      case 'text:list':
        return { ...around, list: this.list(tag, around.list) }
      case 'text:list-item':
        return { ...around, item: { isNumbered: false, start: integer(tag.attribute('text:start-value')) } }
      case 'text:list-header':
        return { ...around, item: { isNumbered: true, start: undefined } }
      case 'table:table':
        return { ...around, table: { id: this.tables++, outer: around.cell, row: -1, column: -1, cells: 0 } }
      case 'table:table-row':
        if (around.table) {
          around.table.row++
          around.table.column = -1
        }
        return around
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        const { list: _list, item: _item, table, ...rest } = around
        if (!table) return around
        table.column++
        table.cells++
        return { ...rest, table, cell: { table, row: Math.max(0, table.row), column: table.column } }
      }
      default:
        return name.startsWith('draw:') ? outside(around, name === 'draw:frame') : around
    }
  }

  private span(style: string | undefined, around: Context): Context {
    if (this.styles.hides('text', style)) return { ...around, isHidden: true }
    const isBold = this.styles.isBold('text', style)
    return isBold === undefined ? around : { ...around, isBold }
  }

  private isPlaceholder(tag: XmlTag): boolean {
    return tag.name === 'loext:content-control' && tag.attribute('loext:showing-place-holder') === 'true'
  }

  private list(tag: XmlTag, outer: List | undefined): List {
    const named = tag.attribute('text:style-name')
    const style = (named === undefined ? outer?.style : this.styles.listStyle(named)) ?? []
    if (outer) return { style, counts: outer.counts, level: outer.level + 1 }
    const continued = tag.attribute('text:continue-list')
    const goesOn = tag.attribute('text:continue-numbering') === 'true'
    const counts =
      (continued === undefined ? undefined : this.listCounts.get(continued)) ??
      (goesOn ? this.lastOfStyle.get(named ?? '') : undefined) ??
      []
    const id = tag.attribute('xml:id')
    if (id !== undefined) this.listCounts.set(id, counts)
    this.lastOfStyle.set(named ?? '', counts)
    return { style, counts, level: 0 }
  }

  // --- paragraphs -----------------------------------------------------------------------------------------------------

  private beginParagraph(tag: XmlTag, context: Context): void {
    const { aside, cell, isVerbatim } = context
    const isDeleted = this.deleting.size > 0
    const level = tag.name === 'text:h' ? Math.max(1, integer(tag.attribute('text:outline-level')) ?? 1) : undefined
    const label = isDeleted || aside === 'header' || aside === 'footer' ? undefined : this.labelOf(tag, context, level)
    const hint: Hint = {
      ...(level !== undefined && !isVerbatim && { heading: level }),
      ...(label !== undefined && { label }),
      ...(isVerbatim && { verbatim: true as const }),
      ...(aside && { aside }),
    }
    const before = this.open.length === 0 ? this.unfinished : undefined
    if (before) this.unfinished = undefined
    // What is deleted to its beginning has nothing to say of what follows.
    const paragraph = before && before.text !== '' ? before : { text: '', hint, cell, weight: noWeight(), swallowsBlanks: true }
    this.open.push(paragraph)
    const isHidden = context.isHidden || this.styles.hides('paragraph', tag.attribute('text:style-name'))
    const isBold = this.styles.isBold('paragraph', tag.attribute('text:style-name')) === true
    this.contexts[this.contexts.length - 1] = { ...context, isHidden, isBold, paragraph }
  }

  private labelOf(tag: XmlTag, { list, item }: Context, level: number | undefined): string | undefined {
    if (list && item) {
      if (item.isNumbered) return undefined
      item.isNumbered = true
      return nextLabel(list.style, list.counts, list.level, item.start)
    }
    if (level === undefined || tag.attribute('text:is-list-header') === 'true') return undefined
    const isRestart = tag.attribute('text:restart-numbering') === 'true'
    const start = integer(tag.attribute('text:start-value')) ?? (isRestart ? 1 : undefined)
    return nextLabel(this.styles.outline, this.outlineCounts, level - 1, start)
  }

  private endParagraph(): void {
    const paragraph = this.open.pop()
    if (!paragraph) return
    if (this.deleting.size > 0 && this.open.length === 0) this.unfinished = paragraph
    else this.add(paragraph)
  }

  private readonly isWorth = besideOnce()

  private add(paragraph: Gathered): void {
    const { text, hint } = paragraph
    if (!hint.aside) {
      this.paragraphs.push(paragraph)
      return
    }
    if (this.isWorth(hint.aside, text)) this.beside.push(paragraph)
  }
}

function settled({ text, hint, cell, weight }: Gathered): ReadParagraph {
  const place = cellOfTable(cell)
  const own: Hint = { ...hint, ...hintOfWeight(weight) }
  const all = place ? { ...own, cell: { table: place.table.id, row: place.row, column: place.column } } : own
  return Object.keys(all).length > 0 ? { text, hint: all } : { text }
}

/** Blanks between the elements of a picture are no text of the paragraph that it stands in. */
function outside({ paragraph, ...rest }: Context, isFrame: boolean): Context {
  return isFrame && paragraph ? { ...rest, frame: { paragraph, isEmpty: true } } : rest
}

/** A note or a text box is in no list and no table of the text around it. */
const beside = ({ isSkipped, isHidden, isVerbatim }: Context, aside: Aside): Context => ({
  isSkipped,
  isHidden,
  isVerbatim,
  aside,
})

function isHiddenSection(tag: XmlTag): boolean {
  const display = tag.attribute('text:display')
  return display === 'none' || (display === 'condition' && tag.attribute('text:is-hidden') === 'true')
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
