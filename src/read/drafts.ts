/** Drafts of blocks → the text of a source, its blocks and its pieces: for text formats whose text is a part of the file's. */
import type { Block, Hint, Piece } from '../source.ts'

/** A stretch of text and where it stands in the document (UTF-16 offsets). Unequal lengths: as a whole. */
export interface Fragment {
  readonly value: string
  readonly from: number
  readonly to: number
}

/** A block before it has its place in the text. */
export interface Draft {
  readonly fragments: readonly Fragment[]
  readonly hint?: Hint
}

/** Blocks are parted by a line feed; blank drafts are left out. */
export function assemble(drafts: readonly Draft[]): { text: string; blocks: Block[]; pieces: Piece[] } {
  const values: string[] = []
  const blocks: Block[] = []
  const pieces: Piece[] = []
  let length = 0
  for (const { fragments, hint } of drafts) {
    if (fragments.every(({ value }) => value.trim() === '')) continue
    if (blocks.length > 0) values.push('\n')
    const start = blocks.length > 0 ? length + 1 : length
    length = start
    for (const fragment of fragments) {
      if (fragment.value === '') continue
      values.push(fragment.value)
      addPiece(pieces, length, fragment)
      length += fragment.value.length
    }
    blocks.push(hint ? { start, end: length, hint } : { start, end: length })
  }
  return { text: values.join(''), blocks, pieces }
}

const isLinear = (piece: Piece): boolean => piece.end - piece.start === piece.to - piece.from

/** Stretches that follow one another in the text and in the file are one piece. */
function addPiece(pieces: Piece[], start: number, { value, from, to }: Fragment): void {
  const piece = { start, end: start + value.length, from, to }
  const last = pieces.at(-1)
  const follows = last && last.end === start && last.to === from && isLinear(last) && isLinear(piece)
  if (follows) pieces[pieces.length - 1] = { ...last, end: piece.end, to }
  else pieces.push(piece)
}
