/** A source whose text is read otherwise than it stands in the file, with the map back kept whole. */
import type { Block, Piece, Source, Span } from '../../source.ts'

/** A stretch of the text and what it is read as. Equal lengths stand for one another character by character. */
export interface Reading extends Span {
  readonly value: string
}

/** `source` with `readings` (ascending, not overlapping) made; `blocks` count in the old text, the source's own by default. */
export function edited(source: Source, readings: readonly Reading[], blocks: readonly Block[] = source.blocks): Source {
  if (readings.length === 0) return blocks === source.blocks ? source : { ...source, blocks }
  const { text } = source
  const old = source.pieces.length > 0 ? source.pieces : [{ start: 0, end: text.length, from: 0, to: text.length }]
  const parts: string[] = []
  const pieces: Piece[] = []
  const moves = new Moves()
  let length = 0
  let from = 0
  let next = 0
  const keep = (to: number): void => {
    if (to <= from) return
    while ((old[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next++
    for (let index = next; index < old.length && (old[index] as Piece).start < to; index++) {
      pieces.push(clipped(old[index] as Piece, from, to, length - from))
    }
    parts.push(text.slice(from, to))
    length += to - from
  }
  for (const { start, end, value } of readings) {
    keep(start)
    if (value !== '') pieces.push({ ...placeOf(old, start, end), start: length, end: length + value.length })
    parts.push(value)
    length += value.length
    from = end
    moves.add(start, end, value.length)
  }
  keep(text.length)
  const moved = blocks.map((block): Block => ({ ...block, start: moves.at(block.start), end: moves.at(block.end) }))
  return { ...source, text: parts.join(''), pieces, blocks: moved.filter(({ start, end }) => start < end) }
}

const isLinear = ({ start, end, from, to }: Piece): boolean => end - start === to - from

/** The part of a piece within `[from, to)`, moved by `shift`; one that stands for something else stays whole. */
function clipped(piece: Piece, from: number, to: number, shift: number): Piece {
  const start = Math.max(piece.start, from)
  const end = Math.min(piece.end, to)
  const place = isLinear(piece)
    ? { from: piece.from + start - piece.start, to: piece.from + end - piece.start }
    : { from: piece.from, to: piece.to }
  return { ...piece, ...place, start: start + shift, end: end + shift }
}

/** Where `[start, end)` of the old text stands in the document. */
function placeOf(pieces: readonly Piece[], start: number, end: number): Omit<Piece, 'start' | 'end'> {
  const first = pieces[lastAtOrBefore(pieces, start)] as Piece
  const last = pieces[lastAtOrBefore(pieces, Math.max(start, end - 1))] as Piece
  const from = start >= first.end ? first.to : isLinear(first) ? first.from + Math.max(0, start - first.start) : first.from
  const to =
    end >= last.end
      ? last.to + (end > last.end && isLinear(last) ? end - last.end : 0)
      : isLinear(last)
        ? last.from + end - last.start
        : last.to
  return { from, to: Math.max(from, to), ...(first.at && { at: first.at }) }
}

function lastAtOrBefore(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle] as Piece).start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Offsets of the old text as offsets of the new one; asked for in ascending order as a rule, in any order rightly. */
class Moves {
  private readonly edits: { readonly start: number; readonly end: number; readonly after: number; readonly size: number }[] = []
  private grown = 0

  add(start: number, end: number, size: number): void {
    this.grown += size - (end - start)
    this.edits.push({ start, end, after: this.grown, size })
  }

  at(offset: number): number {
    let low = 0
    let high = this.edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.edits[middle] as { start: number }).start < offset) low = middle + 1
      else high = middle
    }
    const edit = this.edits[low - 1]
    if (!edit) return offset
    if (offset >= edit.end) return offset + edit.after
    return Math.min(edit.start + (this.edits[low - 2]?.after ?? 0) + edit.size, offset + edit.after + (edit.end - offset))
  }
}
