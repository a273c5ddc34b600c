/**
 * What a text was before it was copied, wrapped or torn: the text as it is meant, and the map back to the file as it is. A reader
 * repairs nothing: what is read otherwise is told by a rule, or is a line end that nobody typed.
 */
import type { Misread, Source } from '../../source.ts'
import { escapesIn, radicalsIn } from './characters.ts'
import { copiedIn } from './copied.ts'
import { edited } from './edited.ts'
import { wrappedIn } from './wrapped.ts'

/** `source` as it is meant; itself where nothing is to be read otherwise. Linear in the text. */
export function asMeant(source: Source): Source {
  const spelled = withCharacters(source)
  const copied = copiedIn(spelled)
  if (copied) {
    const { readings, blocks, breaks, marks } = copied
    const edits = readings.map(({ start, end, value }) => ({ ...documentSpan(spelled, start, end), text: value }))
    return { ...edited(spelled, readings, blocks), copied: { breaks, marks, edits } }
  }
  const wrapped = wrappedIn(spelled)
  return wrapped ? edited(spelled, wrapped.readings, wrapped.blocks) : spelled
}

function withCharacters(source: Source): Source {
  const radicals = source.format === 'pdf' ? [] : radicalsIn(source)
  const escapes = escapesIn(source)
  if (radicals.length === 0 && escapes.length === 0) return source
  const all = [...radicals, ...escapes].sort((a, b) => a.start - b.start)
  const misread: Misread[] = []
  let grown = 0
  for (const { start, end, value } of all) {
    const kind = end - start === 1 ? 'radical' : 'escape'
    misread.push({ kind, start: start + grown, end: start + grown + value.length, written: source.text.slice(start, end) })
    grown += value.length - (end - start)
  }
  return { ...edited(source, all), misread }
}

/** A stretch of the text where the document has it. Only texts are copied: their pieces are few and in order. */
function documentSpan({ pieces }: Source, start: number, end: number): { start: number; end: number } {
  if (pieces.length === 0) return { start, end }
  const at = (offset: number): number => {
    let low = 0
    let high = pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((pieces[middle] as { start: number }).start <= offset) low = middle
      else high = middle - 1
    }
    const piece = pieces[low]
    return piece ? Math.min(piece.to, piece.from + Math.max(0, offset - piece.start)) : offset
  }
  return { start: at(start), end: at(Math.max(start, end - 1)) + (end > start ? 1 : 0) }
}
