/** The style sheet ([MS-DOC] 2.9.271): what styles say of the paragraphs and characters that have them. */
import { slice, u16 } from './bytes.ts'
import { type CharacterProperties, characterProperties, type ParagraphProperties, paragraphProperties } from './modifiers.ts'

/** A style with what it takes over from the styles it is based on. */
export interface Style {
  readonly paragraph: ParagraphProperties
  readonly character: CharacterProperties
  /** Number of the style that said in which list it is: its own or that of a style it is based on. */
  readonly listStyle?: number
  /** A table of contents is made of such paragraphs. */
  readonly isContents: boolean
  /** 标题 or 副标题: in Chinese Word these have an outline level, and are the title all the same. */
  readonly isTitle: boolean
}

interface Told {
  readonly builtIn: number
  readonly base: number
  readonly paragraph: ParagraphProperties
  readonly character: CharacterProperties
}

const NO_BASE = 0xfff
const kind = { paragraph: 1, character: 2 }
/**
 * Numbers of styles that Word brings with it (sti, [MS-DOC] 2.9.260): 标题 1 to 9, 目录 1 to 9,
 * 标题, 副标题.
 */
const isHeading = (builtIn: number): boolean => builtIn >= 1 && builtIn <= 9
const isContents = (builtIn: number): boolean => builtIn >= 19 && builtIn <= 27
const isTitle = (builtIn: number): boolean => builtIn === 62 || builtIn === 74

export type Styles = readonly (Style | undefined)[]

/** @throws Damaged */
export function readStyles(sheet: Uint8Array): Styles {
  if (sheet.length === 0) return []
  const header = u16(sheet, 0)
  const count = u16(sheet, 2)
  const base = u16(sheet, 4)
  const told: (Told | undefined)[] = []
  let at = 2 + header
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const length = u16(sheet, at)
    told.push(length === 0 ? undefined : styleIn(slice(sheet, at + 2, length), base))
    at += 2 + length + (length & 1)
  }
  const styles: (Style | undefined)[] = []
  for (let index = 0; index < told.length; index++) resolve(told, styles, index)
  return styles
}

function styleIn(bytes: Uint8Array, base: number): Told | undefined {
  const second = u16(bytes, 2)
  const style = { builtIn: u16(bytes, 0) & 0xfff, base: second >> 4, paragraph: {}, character: {} }
  // The name: its length in characters, the characters, a zero.
  let at = base + 2 + u16(bytes, base) * 2 + 2
  const next = (): Uint8Array => {
    const from = at + (at & 1)
    // Styles of old files may end before their properties.
    const length = from + 2 <= bytes.length ? u16(bytes, from) : 0
    at = from + 2 + length
    return bytes.subarray(from + 2, from + 2 + length)
  }
  const stylesKind = second & 0xf
  // Of a paragraph style, its own number stands before its modifiers.
  if (stylesKind === kind.paragraph) paragraphProperties(next().subarray(2), style.paragraph)
  if (stylesKind === kind.paragraph || stylesKind === kind.character) characterProperties(next(), style.character)
  if (isHeading(style.builtIn)) style.paragraph = { outline: style.builtIn - 1, ...style.paragraph }
  return style
}

/** Goes down to the first style that is known or based on none, then up again; styles in a circle are based on none. */
function resolve(told: readonly (Told | undefined)[], styles: (Style | undefined)[], index: number): void {
  const open: number[] = []
  const seen = new Set<number>()
  for (let at = index; at !== NO_BASE && told[at] && !styles[at] && !seen.has(at); at = (told[at] as Told).base) {
    seen.add(at)
    open.push(at)
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const own = told[at] as Told
    const below = styles[own.base]
    const listStyle = own.paragraph.list === undefined ? below?.listStyle : at
    styles[at] = {
      paragraph: { ...below?.paragraph, ...own.paragraph },
      character: { ...below?.character, ...own.character },
      ...(listStyle !== undefined && { listStyle }),
      isContents: isContents(own.builtIn) || below?.isContents === true,
      isTitle: isTitle(own.builtIn) || below?.isTitle === true,
    }
  }
}
