/**
 * Properties by place ([MS-DOC] 2.8.5, 2.9.32, 2.9.174): a table names pages of 512 bytes in the main stream; a page tells the
 * modifiers of some stretches of the stream.
 */
import { Damaged, slice, u8, u16, u32 } from './bytes.ts'

/** A stretch of the main stream, in bytes, and the modifiers of the text there. */
export interface Modified {
  readonly start: number
  readonly end: number
  /** Where the modifiers are told, in the main stream: equal places, equal modifiers. 0: nothing is told. */
  readonly at: number
}

const PAGE = 512
/** The page's number is in the lower 22 bits. */
const NUMBER = 0x3fffff
const ENTRY = 4

const wrong = { zh: '格式索引不对', en: 'its table of properties is wrong' }

/** What a page keeps for each stretch, in bytes: the place of its modifiers, and for paragraphs something of old. */
export const pageEntry = { character: 1, paragraph: 13 } as const

export type Lookup = (at: number) => Modified

/** @throws Damaged and so does the lookup */
export function pagesOf(main: Uint8Array, table: Uint8Array, entrySize: 1 | 13): Lookup {
  const count = Math.max(Math.floor((table.length - 4) / (4 + ENTRY)), 0)
  return (at) => {
    // A place that no page tells of has no properties of its own.
    const index = lastAtOrBefore(count, (each) => u32(table, each * 4), at)
    if (index < 0) return { start: at, end: count > 0 ? u32(table, 0) : Number.MAX_SAFE_INTEGER, at: 0 }
    const end = u32(table, (index + 1) * 4)
    if (at >= end) return { start: at, end: index + 1 < count ? end : Number.MAX_SAFE_INTEGER, at: 0 }
    return inPage(main, (u32(table, (count + 1) * 4 + index * ENTRY) & NUMBER) * PAGE, entrySize, at, end)
  }
}

function inPage(main: Uint8Array, page: number, entrySize: number, at: number, pageEnd: number): Modified {
  const count = u8(main, page + PAGE - 1)
  if (count === 0 || (count + 1) * 4 + count * entrySize >= PAGE) throw new Damaged(wrong)
  const index = lastAtOrBefore(count, (each) => u32(main, page + each * 4), at)
  if (index < 0) return { start: at, end: u32(main, page), at: 0 }
  const end = u32(main, page + (index + 1) * 4)
  if (at >= end) return { start: at, end: pageEnd, at: 0 }
  const place = u8(main, page + (count + 1) * 4 + index * entrySize) * 2
  return { start: u32(main, page + index * 4), end, at: place === 0 ? 0 : page + place }
}

/** The last of `count` ascending numbers that is not above `wanted`; -1 where there is none. */
function lastAtOrBefore(count: number, number: (index: number) => number, wanted: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (number(middle) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The modifiers of characters that stand at `at`. */
export function characterModifiers(main: Uint8Array, at: number): Uint8Array {
  return within(main, at + 1, u8(main, at))
}

/** The style and the modifiers of a paragraph that stand at `at`. */
export function paragraphModifiers(main: Uint8Array, at: number): { readonly style: number; readonly modifiers: Uint8Array } {
  // The length counts words; 0 says that the next byte is the length.
  const words = u8(main, at)
  const from = words === 0 ? at + 2 : at + 1
  const length = words === 0 ? u8(main, at + 1) * 2 : words * 2 - 1
  return { style: u16(main, from), modifiers: within(main, from + 2, length - 2) }
}

/** Modifiers end with their page. */
function within(main: Uint8Array, at: number, length: number): Uint8Array {
  const page = at - (at % PAGE)
  return slice(main, at, Math.max(Math.min(length, page + PAGE - at), 0))
}

/** More modifiers of a paragraph, from the data stream ([MS-DOC] 2.9.201). */
export const modifiersElsewhere = (data: Uint8Array, at: number): Uint8Array => slice(data, at + 2, u16(data, at))
