/** Pieces: what goes into the text of the paragraph around, and where it stands in the part. */

import { weigh } from '../../weight.ts'
import { stretches } from '../../xml.ts'
import type { PieceKind, RawElement } from '../model.ts'
import { spend } from './budget.ts'
import { FIELD, type OpenMark, type OpenText, sets, type Walk, type Written } from './walk.ts'

/** Stands for what is no character: U+FFFC OBJECT REPLACEMENT CHARACTER. */
export const OBJECT = '\uFFFC'

/** Hidden text, placeholders and the code of fields are not text that anybody reads. */
export function isShown(walk: Walk): boolean {
  if (walk.placeholders > 0 || !walk.fields.isShown) return false
  const run = walk.runs.at(-1)
  if (!run) return true
  run.isHidden ??=
    (run.style === undefined ? undefined : walk.styles.hidden(run.style)) ??
    walk.styles.hidden(walk.paragraphs.at(-1)?.draft.style) ??
    false
  return !run.isHidden
}

export function gather(walk: Walk, text: OpenText, from: number, to: number, isLiteral: boolean): void {
  const { part, refuse } = walk
  spend(walk, 1)
  if (isLiteral) {
    // With its marks, so that it can only be replaced as a whole.
    text.stretches.push({ value: part.xml.slice(from, to), from: from - '<![CDATA['.length, to: to + ']]>'.length })
    return
  }
  stretches(part.xml, from, to, refuse, (value, start, end) => {
    spend(walk, 1)
    text.stretches.push({ value, from: start, to: end })
  })
}

/** One sign for the words that ask to be replaced: without it the marks around them would meet (占位：。). */
export function keepPlace(walk: Walk, text: OpenText, from: number, to: number): void {
  const control = walk.controls.at(-1)
  if (!control?.isPlaceholder || !control.isInline || control.hasPlace) return
  control.hasPlace = true
  put(walk, 'object', OBJECT, { from: text.from, to }, { from: text.from, contentFrom: text.contentFrom, contentTo: from, to })
}

export function putText(walk: Walk, text: OpenText, from: number, to: number): void {
  const { contentFrom, stretches: all } = text
  const element: RawElement = { from: text.from, contentFrom, contentTo: from, to }
  if (!text.keepsBlanks) trim(all)
  const weight = walk.paragraphs.at(-1)?.draft.weight
  if (weight && !weight.hasPlain) for (const { value } of all) weigh(weight, value, isBold(walk))
  for (const stretch of all) {
    // Word reads line ends as blanks; and a line of the source must be a paragraph.
    put(walk, 'text', /[\r\n]/.test(stretch.value) ? stretch.value.replace(/[\r\n]/g, ' ') : stretch.value, stretch, element)
  }
}

/** As its own properties say, else its character style, else that of the paragraph. */
function isBold(walk: Walk): boolean {
  const run = walk.runs.at(-1)
  if (!run) return false
  run.isBold ??=
    (run.style === undefined ? undefined : walk.styles.bold(run.style)) ??
    walk.styles.bold(walk.paragraphs.at(-1)?.draft.style) ??
    false
  return run.isBold
}

/** Word drops blanks at both ends of a `w:t` that does not say `xml:space="preserve"`; U+3000 is no blank of XML. */
function trim(all: Written[]): void {
  for (const stretch of all) {
    const rest = stretch.value.replace(/^[ \t\r\n]+/, '')
    const dropped = stretch.value.length - rest.length
    if (isLinear(stretch)) stretch.from += dropped
    stretch.value = rest
    if (rest !== '') break
  }
  for (const stretch of all.toReversed()) {
    let end = stretch.value.length
    while (end > 0 && /[ \t\r\n]/.test(stretch.value[end - 1] as string)) end--
    if (isLinear(stretch)) stretch.to -= stretch.value.length - end
    stretch.value = stretch.value.slice(0, end)
    if (end > 0) break
  }
}

const isLinear = ({ value, from, to }: Written): boolean => value.length === to - from

export function putMark(walk: Walk, { kind, value, from, contentFrom }: OpenMark, contentTo: number, to: number): void {
  if (isShown(walk)) put(walk, kind, value, { from, to }, { from, contentFrom, contentTo, to })
}

export function put(walk: Walk, kind: PieceKind, value: string, raw: { from: number; to: number }, element: RawElement): void {
  const writing = walk.paragraphs.at(-1)
  if (!writing || value === '') return
  const run = walk.runs.at(-1)
  const start = writing.length
  writing.length += value.length
  writing.texts.push(value)
  const within = sets[walk.within | (walk.fields.results > 0 ? FIELD : 0)] ?? []
  const { from, to } = raw
  writing.draft.pieces.push({ start, end: writing.length, kind, from, to, element, ...(run && { run }), within })
  if (walk.contents > 0 || walk.fields.isContents) writing.draft.isContents = true
}
