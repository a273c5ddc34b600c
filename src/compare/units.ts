/** What is set beside its like: the sentences and headings of a document, in order of the text. */
import type { Use } from '../fact.ts'
import { type Outlook, outlookAt } from '../facts/outlook.ts'
import { headingText, type PlacedSection, structure } from '../facts/structure.ts'
import type { Span } from '../source.ts'
import type { Role } from '../tree.ts'
import { masked, type WholeNormal, wordsIn } from './normal.ts'

export interface Unit extends Span {
  readonly words: string
  /** As comparing sees it. */
  readonly normal: string
  /** With its figures masked. */
  readonly pattern: string
  /** undefined: the text does not say whether it looks back or ahead there. */
  readonly outlook: Outlook | undefined
  /** Title, signature, salutation and the like stand beside the body: they are compared and never found fault with. */
  readonly isBody: boolean
  /** What it is beside the body: title, date, … */
  readonly role: Role | undefined
  readonly isHeading: boolean
  /** It tells of several years: what happened in one of them may be told again. */
  readonly isOfYears: boolean
}

/** Words of a report on several years. 届 alone is also that of a congress. */
const ofYears = /五年|[三四]年来|“?十[一二三四五六]五”?(?:时期|期间|以来)|本届|任期(?!制)|届以来/

interface Piece extends Span {
  readonly isHeading: boolean
}

/** Sentences and headings by their place; page noise is left out. */
export function unitsOf(text: string, use: Use, whole: WholeNormal): Unit[] {
  const { sections, sentences, paragraphs } = use(structure)
  const headings = sections.map(({ heading: { start, end } }): Piece => ({ start, end, isHeading: true }))
  const bodies = sentences.map(({ start, end }): Piece => ({ start, end, isHeading: false }))
  const pieces = [...headings, ...bodies].sort((a, b) => a.start - b.start)
  const beside = paragraphs.filter(({ paragraph }) => paragraph.role !== undefined).map(({ paragraph }) => paragraph)
  const title = beside.filter(({ role }) => role === 'title').map(({ start, end }) => text.slice(start, end))
  const isLong = ofYears.test(title.join(''))
  const isUnderYears = underHeadings(ofYears)
  let at = 0
  let section = -1
  return pieces.map(({ start, end, isHeading }) => {
    while (at < beside.length && (beside[at]?.end ?? 0) <= start) at++
    while (section + 1 < sections.length && (sections[section + 1]?.heading.start ?? 0) <= start) section++
    const besides = (beside[at]?.start ?? Number.POSITIVE_INFINITY) > start ? undefined : beside[at]
    const words = text.slice(start, end)
    const normal = wordsIn(whole, { start, end })
    const isOfYears = isLong || ofYears.test(words) || isUnderYears(sections[section])
    return {
      start,
      end,
      words,
      normal,
      pattern: masked(normal),
      outlook: outlookAt(use, start),
      isBody: besides === undefined,
      role: besides?.role,
      isHeading,
      isOfYears,
    }
  })
}

/** Whether a heading over a section is told by `pattern`; each is asked once. */
function underHeadings(pattern: RegExp): (placed: PlacedSection | undefined) => boolean {
  const known = new Map<PlacedSection, boolean>()
  return function isUnder(placed): boolean {
    if (!placed) return false
    const said = known.get(placed) ?? (pattern.test(headingText(placed.heading)) || isUnder(placed.parent))
    known.set(placed, said)
    return said
  }
}
