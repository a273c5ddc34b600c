/** The tree as flat lists in document order, so that a rule is a plain loop. One walk a document. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import type { Enumeration, Flow, Heading, Item, Paragraph, Role, Section, Sentence, Table } from '../tree.ts'

/** A section with the section that holds it, and its place among all. */
export interface PlacedSection {
  readonly section: Section
  readonly heading: Heading
  readonly parent: PlacedSection | undefined
}

/** A paragraph of the document with the section that holds it. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph
  readonly section: PlacedSection | undefined
  /** It is what follows a run-in heading in the heading's own line. */
  readonly runIn: boolean
}

/** An enumeration with the section that holds it; `items` are its own, not those nested in them. */
export interface PlacedEnumeration {
  readonly enumeration: Enumeration
  readonly section: PlacedSection | undefined
}

/**
 * A stretch of running text as it stands on the page: a heading, a paragraph, or an item that is a paragraph of its own.
 * A run-in heading and its body are one stretch. What repeats, pairs or is spaced is looked for within one.
 */
export interface Stretch extends Span {
  /** Where the text begins after the heading; `end` for a heading that stands alone, `start` where there is none. */
  readonly bodyStart: number
  readonly role: Role | undefined
  readonly section: PlacedSection | undefined
}

export interface Structure {
  readonly sections: readonly PlacedSection[]
  /** All paragraphs but page noise; those inside items and cells too. */
  readonly paragraphs: readonly PlacedParagraph[]
  readonly enumerations: readonly PlacedEnumeration[]
  /** Page noise, in document order. */
  readonly noise: { readonly starts: readonly number[]; readonly ends: readonly number[] }
  /** All running text but page noise, in document order. */
  readonly stretches: readonly Stretch[]
  /** All sentences but page noise, in document order; headings are not among them. */
  readonly sentences: readonly Sentence[]
}

export const structure = fact('structure', ({ tree }): Structure => {
  const sections: PlacedSection[] = []
  const paragraphs: PlacedParagraph[] = []
  const enumerations: PlacedEnumeration[] = []
  const noise: { starts: number[]; ends: number[] } = { starts: [], ends: [] }
  const stretches: Stretch[] = []
  const sentences: Sentence[] = []

  const visitFlows = (flows: readonly Flow[], section: PlacedSection | undefined): void => {
    flows.forEach((flow, index) => {
      visitFlow(flow, section, index === 0 && section?.heading.runIn === true)
    })
  }
  const visitFlow = (flow: Flow, section: PlacedSection | undefined, runIn: boolean): void => {
    if (flow.type === 'paragraph') visitParagraph(flow, section, runIn)
    else if (flow.type === 'enumeration') visitEnumeration(flow, section, true)
    else if (flow.type === 'table') visitTable(flow, section)
    else visitSection(flow, section)
  }
  const visitTable = (table: Table, section: PlacedSection | undefined): void => {
    for (const row of table.children) {
      for (const cell of row.children) for (const paragraph of cell.children) visitParagraph(paragraph, section, false)
    }
  }
  const visitSection = (flow: Section, section: PlacedSection | undefined): void => {
    const [heading, ...rest] = flow.children
    const placed: PlacedSection = { section: flow, heading, parent: section }
    sections.push(placed)
    const body = heading.runIn ? rest[0] : undefined
    const end = body?.end ?? heading.end
    stretches.push({ start: heading.start, end, bodyStart: body?.start ?? end, role: undefined, section: placed })
    visitFlows(rest, placed)
  }
  const visitParagraph = (paragraph: Paragraph, section: PlacedSection | undefined, runIn: boolean): void => {
    if (paragraph.role === 'noise') {
      noise.starts.push(paragraph.start)
      noise.ends.push(paragraph.end)
      return
    }
    paragraphs.push({ paragraph, section, runIn })
    const { start, end, role } = paragraph
    if (!runIn) stretches.push({ start, end, bodyStart: start, role, section })
    for (const child of paragraph.children) {
      if (child.type === 'sentence') sentences.push(child)
      else visitEnumeration(child, section, false)
    }
  }
  const visitEnumeration = (enumeration: Enumeration, section: PlacedSection | undefined, ownLines: boolean): void => {
    enumerations.push({ enumeration, section })
    for (const item of enumeration.children) {
      if (ownLines) stretches.push({ start: item.start, end: ownEnd(item), bodyStart: item.start, role: undefined, section })
      visitItem(item, section)
    }
  }
  const visitItem = (item: Item, section: PlacedSection | undefined): void => {
    for (let index = 1; index < item.children.length; index++) {
      const child = item.children[index] as Exclude<Item['children'][number], { type: 'marker' }>
      if (child.type === 'sentence') sentences.push(child)
      else if (child.type === 'paragraph') visitParagraph(child, section, false)
      else visitEnumeration(child, section, false)
    }
  }
  visitFlows(tree.children, undefined)
  return { sections, paragraphs, enumerations, noise, stretches, sentences }
})

/** Where the item's own text ends, before the paragraphs that belong to it. */
function ownEnd(item: Item): number {
  const last = item.children.findLast((child) => child.type !== 'paragraph')
  return last?.end ?? item.end
}

/** The words of a heading without its ordinal and without a full stop at its end. */
export function headingText(heading: Heading): string {
  const text = heading.children.find((child) => child.type === 'text')
  return text ? text.value.replace(/[。：:]$/, '') : ''
}

/** The ordinal of a heading; undefined where it has none. */
export const headingMarker = (heading: Heading) => heading.children.find((child) => child.type === 'marker')
