/**
 * The piece table ([MS-DOC] 2.8.35): the text of the document is put together from stretches of the main stream, and each may
 * change the properties of its text as a whole.
 */
import { windows1252 } from '../windows-1252.ts'
import { Damaged, i16, slice, u8, u16, u32, utf16 } from './bytes.ts'

/** A stretch of the text that is one stretch of the main stream. */
export interface DocPiece {
  /** Characters of the document's text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Offset in the main stream, in bytes. */
  readonly at: number
  /** Bytes of a character. */
  readonly width: 1 | 2
  /** Property modifiers (`eachModifier`) for the whole piece. */
  readonly modifiers: Uint8Array
}

export interface DocText {
  /** All of the document: body, notes, headers, one behind the other. */
  readonly text: string
  readonly pieces: readonly DocPiece[]
}

const grammar = { modifiers: 1, pieces: 2 }
const PIECE = 8
const EIGHT_BIT = 0x40000000
const none = new Uint8Array(0)

/**
 * `clx` is the structure that holds the table; `main` the stream with the characters.
 * @throws Damaged
 */
export function readText(main: Uint8Array, clx: Uint8Array): DocText {
  const modifiers: Uint8Array[] = []
  let at = 0
  while (u8(clx, at) === grammar.modifiers) {
    const length = i16(clx, at + 1)
    modifiers.push(slice(clx, at + 3, length))
    at += 3 + length
  }
  if (u8(clx, at) !== grammar.pieces) throw new Damaged({ zh: '正文索引不对', en: 'its table of pieces is wrong' })
  const table = slice(clx, at + 5, u32(clx, at + 1))
  const count = Math.floor((table.length - 4) / (PIECE + 4))
  const pieces: DocPiece[] = []
  const texts: string[] = []
  let end = 0
  for (let index = 0; index < count; index++) {
    const start = u32(table, index * 4)
    const next = u32(table, index * 4 + 4)
    // No character stands in the stream twice: more of them than bytes is a bomb.
    if (start !== end || next < start || next > main.length) {
      throw new Damaged({ zh: '正文索引不对', en: 'its table of pieces is wrong' })
    }
    end = next
    if (next === start) continue
    const descriptor = (count + 1) * 4 + index * PIECE
    const place = u32(table, descriptor + 2)
    const isNarrow = (place & EIGHT_BIT) !== 0
    const offset = place & (EIGHT_BIT - 1)
    const piece = {
      start,
      end: next,
      at: isNarrow ? offset >>> 1 : offset,
      width: isNarrow ? (1 as const) : (2 as const),
      modifiers: modifiersOf(u16(table, descriptor + 6), modifiers),
    }
    pieces.push(piece)
    const length = next - start
    texts.push(isNarrow ? windows1252(slice(main, piece.at, length)) : utf16(main, piece.at, length * 2))
  }
  return { text: texts.join(''), pieces }
}

/**
 * Modifiers with a one-byte operand that a piece may name by a number of seven bits ([MS-DOC] 2.9.215), those that we know.
 */
const short: Readonly<Record<number, number>> = {
  12: 0x260a,
  24: 0x2416,
  25: 0x2417,
  65: 0x0800,
  81: 0x0818,
  92: 0x083c,
  117: 0x0855,
  120: 0x2640,
}

function modifiersOf(prm: number, all: readonly Uint8Array[]): Uint8Array {
  if (prm & 1) return all[prm >> 1] ?? none
  const known = short[(prm >> 1) & 0x7f]
  return known === undefined ? none : Uint8Array.of(known & 0xff, known >> 8, prm >> 8)
}

/** The piece that holds character `cp`. */
export function pieceAt(pieces: readonly DocPiece[], cp: number): DocPiece | undefined {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as DocPiece).end <= cp) low = middle + 1
    else high = middle
  }
  return pieces[low]
}
