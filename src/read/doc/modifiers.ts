/** Properties of text and paragraphs: lists of “single property modifiers” (sprm, [MS-DOC] 2.2.5 and 2.6), those that matter. */
import { i16, i32, u16 } from './bytes.ts'

/** What is said of characters. Missing: nothing is said. */
export interface CharacterProperties {
  isDeleted?: boolean
  hidden?: Toggle
  bold?: Toggle
  /** The character stands for something else: a picture, a note, the symbol. */
  isSpecial?: boolean
  /** A character style. */
  style?: number
  /** The character of a symbol font. */
  symbol?: number
}

/** A property that styles have too: on, off, as the style has it, as the style has it not. */
export type Toggle = 0 | 1 | 0x80 | 0x81

/** What is said of a paragraph. Missing: nothing is said. */
export interface ParagraphProperties {
  style?: number
  /** From 0; 9 is body text. */
  outline?: number
  /** Number of a list instance, from 1; 0 is no list. */
  list?: number
  /** Level in the list, from 0. */
  level?: number
  isInTable?: boolean
  /** How many tables it is in. */
  depth?: number
  isRowEnd?: boolean
  isInnerCellEnd?: boolean
  isInnerRowEnd?: boolean
  /** Offset in the data stream of more modifiers, which stand for all of these. */
  elsewhere?: number
}

/** What is said of a section. */
export interface SectionProperties {
  /** Its first page has a header and a footer of its own. */
  hasFirstPage?: boolean
}

type Reading<Properties> = (bytes: Uint8Array, at: number) => Properties
type Table<Properties> = ReadonlyMap<number, Reading<Properties>>

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0
const isOn = (bytes: Uint8Array, at: number): boolean => byte(bytes, at) !== 0

function toggle(bytes: Uint8Array, at: number): Toggle {
  const value = byte(bytes, at)
  return value === 0 || value === 0x80 || value === 0x81 ? value : 1
}

/** The code of a modifier → what its operand says. */
const ofCharacters: Table<CharacterProperties> = new Map([
  [0x0800, (bytes: Uint8Array, at: number): CharacterProperties => ({ isDeleted: isOn(bytes, at) })],
  [0x0835, (bytes, at) => ({ bold: toggle(bytes, at) })],
  [0x083c, (bytes, at) => ({ hidden: toggle(bytes, at) })],
  [0x0855, (bytes, at) => ({ isSpecial: isOn(bytes, at) })],
  [0x4a30, (bytes, at) => ({ style: u16(bytes, at) })],
  [0x6a09, (bytes, at) => ({ symbol: u16(bytes, at + 2) })],
])

/** Not in any list; a value of its own beside 0. */
const NO_LIST = 0xf801

function listOf(value: number): number {
  if ((value & 0xffff) === NO_LIST) return 0
  // A negative number keeps the indents of the paragraph, and is the same list.
  return Math.abs(value)
}

const ofParagraphs: Table<ParagraphProperties> = new Map([
  [0x4600, (bytes: Uint8Array, at: number): ParagraphProperties => ({ style: u16(bytes, at) })],
  [0x2640, (bytes, at) => ({ outline: byte(bytes, at) })],
  [0x460b, (bytes, at) => ({ list: listOf(i16(bytes, at)) })],
  [0x260a, (bytes, at) => ({ level: byte(bytes, at) })],
  [0x2416, (bytes, at) => ({ isInTable: isOn(bytes, at) })],
  [0x6649, (bytes, at) => ({ depth: i32(bytes, at) })],
  [0x2417, (bytes, at) => ({ isRowEnd: isOn(bytes, at) })],
  [0x244b, (bytes, at) => ({ isInnerCellEnd: isOn(bytes, at) })],
  [0x244c, (bytes, at) => ({ isInnerRowEnd: isOn(bytes, at) })],
  [0x6645, (bytes, at) => ({ elsewhere: i32(bytes, at) })],
  [0x6646, (bytes, at) => ({ elsewhere: i32(bytes, at) })],
])

const ofSections: Table<SectionProperties> = new Map([
  [0x300a, (bytes: Uint8Array, at: number): SectionProperties => ({ hasFirstPage: isOn(bytes, at) })],
])

/** As `characterProperties`. */
export function sectionProperties(modifiers: Uint8Array): SectionProperties {
  const to: SectionProperties = {}
  apply(ofSections, modifiers, to)
  return to
}

/** What `modifiers` say, added to what is already in `to`. */
export function characterProperties(modifiers: Uint8Array, to: CharacterProperties = {}): CharacterProperties {
  apply(ofCharacters, modifiers, to)
  return to
}

/** As `characterProperties`. */
export function paragraphProperties(modifiers: Uint8Array, to: ParagraphProperties = {}): ParagraphProperties {
  apply(ofParagraphs, modifiers, to)
  return to
}

function apply<Properties extends object>(table: Table<Properties>, bytes: Uint8Array, to: Properties): void {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = u16(bytes, at)
    const size = operandSize(bytes, code, at + 2)
    // What is cut off says nothing.
    if (at + 2 + size > bytes.length) return
    const reading = table.get(code)
    if (reading) Object.assign(to, reading(bytes, at + 2))
    at += 2 + size
  }
}

/** Of an operand, in bytes, by the upper three bits; 0: it says so itself. */
const sizes: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3]

const TABLE_OF_CELLS: readonly number[] = [0xd606, 0xd608]
const TAB_STOPS = 0xc615

function operandSize(bytes: Uint8Array, code: number, at: number): number {
  const size = sizes[code >> 13] as number
  if (size > 0) return size
  if (TABLE_OF_CELLS.includes(code)) return byte(bytes, at) + byte(bytes, at + 1) * 256 + 1
  const length = byte(bytes, at)
  if (code !== TAB_STOPS || length < 255) return 1 + length
  // More tab stops than the length can tell: those removed, then those added.
  const removed = byte(bytes, at + 1) * 4
  return 1 + 1 + removed + 1 + byte(bytes, at + 2 + removed) * 3
}
