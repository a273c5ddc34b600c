/**
 * One XML part of a Word document → the paragraphs of its stories, in the final view. Every construct that breaks a plain
 * reading of runs is a row of the tables below: what it opens, what it closes.
 */

import type { Refusal } from '../../refusal.ts'
import { scanXml, type XmlTag } from '../../xml.ts'
import { createAlternates } from '../alternate.ts'
import type { StoryKind, XmlPart } from '../model.ts'
import { namespaces } from '../namespaces.ts'
import type { Styles } from '../styles.ts'
import type { Budget } from './budget.ts'
import { controlsEnter, controlsLeave } from './controls.ts'
import type { PartText } from './drafts.ts'
import { marksEnter, marksLeave } from './marks.ts'
import { gather } from './pieces.ts'
import { placesEnter, placesLeave } from './places.ts'
import { enteringProperties, propertiesEnter, propertiesLeave } from './properties.ts'
import { isLeftOut, skip, unskip } from './skipping.ts'
import { tablesEnter, tablesLeave } from './tables.ts'
import { textEnter, textLeave } from './text.ts'
import { bit, type Context, type Enter, FIELD, freshFrame, giveUpFields, type Leave, type Walk } from './walk.ts'

/** Reads a part with text; `kind`: what its outermost text is. @throws HegaoError as `refuse` makes it */
export function readStories(part: XmlPart, kind: StoryKind, styles: Styles, refuse: Refusal, budget: Budget): PartText {
  const context: Context = { part, kind, styles, refuse, budget, ignored: new Set() }
  const first = walkThrough(context)
  // Fields without an end are read as plain text, or what comes behind one would be lost.
  const { stories, boxes, notes, headers, warnings } =
    first.unended.length === 0 ? first : walkThrough({ ...context, ignored: new Set(first.unended) })
  return { stories: [...stories, ...boxes], notes, headers, warnings }
}

/** What surrounds text: the bits that hold inside an element. */
const surroundings: Readonly<Record<string, (walk: Walk) => number>> = {
  'w:ins': () => bit('inserted'),
  'w:moveTo': () => bit('inserted'),
  'w:hyperlink': () => bit('link'),
  'w:ruby': () => bit('ruby'),
  'w:fldSimple': () => FIELD,
  'mc:AlternateContent': () => bit('alternate'),
  'w:sdtContent': (walk) => walk.controls.at(-1)?.within ?? 0,
}

const entering: Readonly<Record<string, Enter>> = {
  ...propertiesEnter,
  ...textEnter,
  ...marksEnter,
  ...tablesEnter,
  ...controlsEnter,
  ...placesEnter,
  'w:altChunk': (walk) => {
    walk.warnings.add('alt-chunk')
  },
  'w:subDoc': (walk) => {
    walk.warnings.add('sub-document')
  },
}

const leaving: Readonly<Record<string, Leave>> = {
  ...propertiesLeave,
  ...textLeave,
  ...marksLeave,
  ...tablesLeave,
  ...controlsLeave,
  ...placesLeave,
}

function walkThrough(context: Context): Walk {
  const { part, refuse } = context
  const walk: Walk = {
    ...context,
    ...freshFrame(undefined, context.ignored),
    ...{ stories: [], boxes: [], notes: [], headers: [], warnings: new Set(), frames: [], unended: [] },
    ...{ paragraphCount: 0, tableCount: 0, skipped: 0, skippedParagraphs: 0, formula: undefined },
    ...{ properties: [], outside: [], controls: [], placeholders: 0, contents: 0 },
    ...{ section: { hasFirst: false }, text: undefined, marks: [] },
  }
  const alternates = createAlternates()
  const open = (tag: XmlTag): void => {
    if (alternates.skips(tag) || walk.skipped > 0 || isLeftOut(walk, tag.name)) {
      skip(walk, tag)
      return
    }
    if (Object.hasOwn(surroundings, tag.name)) {
      walk.outside.push(walk.within)
      walk.within |= surroundings[tag.name]?.(walk) ?? 0
    }
    const visits = walk.properties.length > 0 ? enteringProperties : entering
    if (Object.hasOwn(visits, tag.name)) visits[tag.name]?.(walk, tag)
  }
  const close = (name: string, from: number, to: number): void => {
    alternates.skipped(name)
    if (walk.skipped > 0) {
      unskip(walk, name, from, to)
      return
    }
    const isProperty = walk.properties.length > 0 && walk.properties.at(-1) !== name
    if (!isProperty && Object.hasOwn(leaving, name)) leaving[name]?.(walk, name, from, to)
    if (Object.hasOwn(surroundings, name)) walk.within = walk.outside.pop() ?? 0
  }
  const text = (from: number, to: number, isLiteral: boolean): void => {
    if (walk.text && walk.skipped === 0) gather(walk, walk.text, from, to, isLiteral)
  }
  scanXml(part.xml, namespaces, { open, close, text }, refuse)
  giveUpFields(walk)
  return walk
}
