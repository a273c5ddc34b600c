/** The header of a Word document ([MS-DOC] 2.5): where in the streams everything is. */
import { Damaged, i32, slice, u16, u32 } from './bytes.ts'

/** Places in the header of the pairs (offset, length) that we use: their index in FibRgFcLcb97. */
const tables = {
  styles: 1,
  footnoteTexts: 3,
  sections: 6,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  properties: 31,
  pieces: 33,
  endnoteTexts: 47,
  textboxTexts: 56,
  headerTextboxTexts: 58,
  lists: 73,
  listInstances: 74,
} as const

export type TableName = keyof typeof tables

/** The parts of the text, in the order in which they follow one another. Counted in characters. */
export interface Lengths {
  readonly body: number
  readonly footnotes: number
  readonly headers: number
  readonly macros: number
  readonly comments: number
  readonly endnotes: number
  readonly textboxes: number
  readonly headerTextboxes: number
}

export interface Fib {
  readonly lengths: Lengths
  /** Offset and length of a structure in the table stream; length 0 where there is none. */
  place(name: TableName): { readonly at: number; readonly length: number }
}

/** What the first bytes say, before anything else may be believed. */
export interface FibBase {
  /** Which Word wrote it: from 0xC1 on it is Word 97. */
  readonly version: number
  readonly isEncrypted: boolean
  readonly tableStream: '0Table' | '1Table'
}

const MAGIC = 0xa5ec
/** Word 2 and Word 6 for some languages; their headers begin alike. */
const OLD_MAGICS: readonly number[] = [0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]
const flag = { encrypted: 0x0100, secondTable: 0x0200 }

/** @throws Damaged */
export function readFibBase(main: Uint8Array): FibBase {
  const magic = u16(main, 0)
  if (magic !== MAGIC && !OLD_MAGICS.includes(magic)) throw new Damaged({ zh: '文件头不对', en: 'its header is wrong' })
  const flags = u16(main, 0x0a)
  return {
    version: magic === MAGIC ? u16(main, 2) : 0,
    isEncrypted: (flags & flag.encrypted) !== 0,
    tableStream: flags & flag.secondTable ? '1Table' : '0Table',
  }
}

/** @throws Damaged */
export function readFib(main: Uint8Array): Fib {
  // Two arrays of numbers, each with its length in front, stand before the pairs.
  const longs = 0x22 + u16(main, 0x20) * 2 + 2
  const pairs = longs + u16(main, longs - 2) * 4 + 2
  const count = u16(main, pairs - 2)
  slice(main, pairs, count * 8)
  const length = (index: number): number => {
    const characters = i32(main, longs + index * 4)
    if (characters < 0) throw new Damaged({ zh: '文件头不对', en: 'its header is wrong' })
    return characters
  }
  return {
    lengths: {
      body: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      textboxes: length(9),
      headerTextboxes: length(10),
    },
    place(name) {
      const index = tables[name]
      if (index >= count) return { at: 0, length: 0 }
      return { at: u32(main, pairs + index * 8), length: u32(main, pairs + index * 8 + 4) }
    },
  }
}
