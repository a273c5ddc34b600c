/** Repairs → tracked changes: what can be struck out and put in so that nothing else is touched, and nobody else's work with it. */
import type { Finding } from '../finding.ts'
import type { DocxDocument, DocxParagraph, DocxPiece, DocxRun, RawElement, Story } from '../read/docx/model.ts'
import { spotsOf } from '../read/docx/spots.ts'
import type { Edit } from '../rule.ts'
import type { Span } from '../source.ts'
import { smallest, splitsCharacter } from './difference.ts'
import { isChangeable, isDivisible, type Place, pieceIndexAt, placeAfter, placeBefore, rawIn } from './places.ts'
import { isPlain } from './xml-text.ts'

/** Characters of one `w:t` to strike out; raw offsets. */
export interface Strike {
  readonly run: DocxRun
  readonly element: RawElement
  readonly from: number
  readonly to: number
}

/** One tracked change: what is struck out, and what is put in behind that or at `at`, written as `like` is. */
export interface Change {
  readonly strikes: readonly Strike[]
  readonly insertion?: { readonly text: string; readonly at: Place; readonly like: DocxRun }
}

/** Where the changes so far are, in offsets of the source. Changes that touch would become one in Word, to be accepted together. */
export class Taken {
  private readonly spans: Span[] = []

  isFree({ start, end }: Span): boolean {
    return !this.spans.some((other) => start <= other.end && end >= other.start)
  }

  add(span: Span): void {
    this.spans.push(span)
  }
}

/** The changes that make the repair of `finding`, all of it; undefined where any of it cannot be made safely. */
export function changesFor(document: DocxDocument, text: string, finding: Finding, taken: Taken): Change[] | undefined {
  if (!finding.fix || isLabel(document, finding)) return undefined
  const edits = finding.fix.edits.flatMap((edit) => smallest(text, edit) ?? [])
  if (edits.length === 0) return undefined
  const changes: Change[] = []
  const own = new Taken()
  for (const edit of edits) {
    const change = taken.isFree(edit) && own.isFree(edit) ? changeFor(document, text, edit) : undefined
    if (!change) return undefined
    own.add(edit)
    changes.push(change)
  }
  for (const edit of edits) taken.add(edit)
  return changes
}

/** Words that Word makes by itself: they stand in no character, and what would change them is the numbering. */
function isLabel(document: DocxDocument, { start, end }: Finding): boolean {
  if (end > start) return false
  const spot = spotsOf(document, { start, end })?.from
  return spot?.offset === 0 && spot.paragraph.hint?.label !== undefined
}

function changeFor(document: DocxDocument, text: string, edit: Edit): Change | undefined {
  if (!isPlain(edit.text) || splitsCharacter(text, edit.start) || splitsCharacter(text, edit.end)) return undefined
  const stretch = spotsOf(document, edit)
  if (!stretch || stretch.from.paragraph !== stretch.to.paragraph || stretch.from.story.kind !== 'body') return undefined
  const { story, paragraph, offset } = stretch.from
  const length = edit.end - edit.start
  // A stretch that goes on over the end of its line is cut there: then it is not what the edit means.
  if (length > 0 && stretch.to.offset - offset !== length) return undefined
  return length === 0 ? insertion(story, paragraph, offset, edit.text) : replacement(story, paragraph, offset, edit)
}

function insertion({ part }: Story, paragraph: DocxParagraph, offset: number, text: string): Change | undefined {
  const before = offset > 0 ? paragraph.pieces[pieceIndexAt(paragraph, offset - 1)] : undefined
  if (isChangeable(before)) {
    if (!isDivisible(before, offset)) return undefined
    const at = placeAfter(part, before.run, before.element, rawIn(before, offset))
    return { strikes: [], insertion: { text, at, like: before.run } }
  }
  const behind = paragraph.pieces[pieceIndexAt(paragraph, offset)]
  if (!isChangeable(behind) || !isDivisible(behind, offset)) return undefined
  const at = placeBefore(part, behind.run, behind.element, rawIn(behind, offset))
  return { strikes: [], insertion: { text, at, like: behind.run } }
}

function replacement({ part }: Story, paragraph: DocxParagraph, from: number, edit: Edit): Change | undefined {
  const to = from + edit.end - edit.start
  const strikes: Strike[] = []
  for (let index = pieceIndexAt(paragraph, from); index < paragraph.pieces.length; index++) {
    const piece = paragraph.pieces[index] as DocxPiece
    if (piece.start >= to) break
    if (!isChangeable(piece) || !isDivisible(piece, from) || !isDivisible(piece, to)) return undefined
    const strike = { run: piece.run, element: piece.element, from: rawIn(piece, from), to: rawIn(piece, to) }
    const last = strikes[strikes.length - 1]
    // `a&amp;b` is three pieces of one text.
    if (last?.element.from === strike.element.from && last.to === strike.from)
      strikes[strikes.length - 1] = { ...last, to: strike.to }
    else strikes.push(strike)
  }
  const [first] = strikes
  const last = strikes[strikes.length - 1]
  if (!first || !last) return undefined
  if (edit.text === '') return { strikes }
  const at = placeAfter(part, last.run, last.element, last.to)
  return { strikes, insertion: { text: edit.text, at, like: first.run.prefix === last.run.prefix ? first.run : last.run } }
}
