/** Which properties the characters and paragraphs of a document have, all told: their own, their piece's, their styles'. */
import { remembered } from '../remembered.ts'
import { Damaged } from './bytes.ts'
import { type CharacterProperties, characterProperties, type ParagraphProperties, paragraphProperties } from './modifiers.ts'
import {
  characterModifiers,
  type Lookup,
  type Modified,
  modifiersElsewhere,
  pageEntry,
  pagesOf,
  paragraphModifiers,
} from './pages.ts'
import { type DocPiece, pieceAt } from './pieces.ts'
import type { Style, Styles } from './styles.ts'

/** Characters with the same properties. */
export interface Run {
  /** Offset of the document's text, behind its last character. */
  readonly end: number
  /** By a tracked change. */
  readonly isDeleted: boolean
  readonly isHidden: boolean
  readonly isBold: boolean
  /** The characters stand for something else. */
  readonly isSpecial: boolean
  /** The character of a symbol font that stands there. */
  readonly symbol?: number
}

export interface Paragraph {
  /** Offset of the document's text, behind the last character that has these properties. */
  readonly end: number
  readonly properties: ParagraphProperties
  readonly style?: Style
  /** Number of its style. */
  readonly styleNumber: number
  /** From 0; 9 is body text. */
  readonly outline: number
  /** The list it is in, if its own modifiers say so, and not its style's. */
  readonly ownList?: number
  readonly ownLevel?: number
}

export interface Formatting {
  runAt(cp: number): Run
  paragraphAt(cp: number): Paragraph
}

export interface Streams {
  readonly main: Uint8Array
  readonly data: Uint8Array
  readonly characterPages: Uint8Array
  readonly paragraphPages: Uint8Array
}

const NORMAL = 0
/** The outline level that is none. */
export const BODY_TEXT = 9
const wrong = { zh: '格式索引不对', en: 'its table of properties is wrong' }
const tooMuch = { zh: '格式信息过多', en: 'it has more properties than text' }
const none = new Uint8Array(0)

/**
 * `pieces` are those of the text that offsets count in.
 * @throws Damaged and so do the lookups
 */
export function formattingOf(streams: Streams, pieces: readonly DocPiece[], styles: Styles): Formatting {
  const { main, data } = streams
  const characters = pagesOf(main, streams.characterPages, pageEntry.character)
  const paragraphs = pagesOf(main, streams.paragraphPages, pageEntry.paragraph)
  const stylesHide = styles.some((style) => style?.character.hidden === 1)
  const stylesAreBold = styles.some((style) => style?.character.bold === 1)
  // Modifiers from the data stream may be told again and again; real ones are few.
  let elsewhereLeft = data.length * 4

  /** The entry of a page that covers `cp`: up to where it is told, and up to where that is one stretch of the text. */
  const stretchAt = (cp: number, lookup: Lookup): { piece: DocPiece; stretch: Modified; told: number; end: number } => {
    const piece = pieceAt(pieces, cp)
    if (!piece) throw new Damaged(wrong)
    const stretch = lookup(piece.at + (cp - piece.start) * piece.width)
    const told = piece.start + Math.ceil((stretch.end - piece.at) / piece.width)
    return { piece, stretch, told, end: Math.min(Math.max(told, cp + 1), piece.end) }
  }

  // Runs and pieces are many, and tell the same modifiers over and over.
  const ofRun = remembered((at: number) => characterProperties(at > 0 ? characterModifiers(main, at) : none))
  const ofPiece = remembered((modifiers: Uint8Array) => characterProperties(modifiers))
  const paragraphOfPiece = remembered((modifiers: Uint8Array) => paragraphProperties(modifiers))

  const paragraphAt = (cp: number): Paragraph => {
    const { piece, stretch, told: end } = stretchAt(cp, paragraphs)
    const told = stretch.at > 0 ? paragraphModifiers(main, stretch.at) : { style: NORMAL, modifiers: none }
    const own = paragraphProperties(told.modifiers)
    if (own.elsewhere !== undefined) {
      const modifiers = modifiersElsewhere(data, own.elsewhere)
      elsewhereLeft -= modifiers.length
      if (elsewhereLeft < 0) throw new Damaged(tooMuch, true)
      paragraphProperties(modifiers, own)
    }
    Object.assign(own, paragraphOfPiece(piece.modifiers))
    const styleNumber = own.style ?? told.style
    const style = styles[styleNumber]
    return {
      end,
      properties: { ...style?.paragraph, ...own },
      styleNumber,
      outline: own.outline ?? (style?.isTitle ? BODY_TEXT : style?.paragraph.outline) ?? BODY_TEXT,
      ...(style && { style }),
      ...(own.list !== undefined && { ownList: own.list }),
      ...(own.level !== undefined && { ownLevel: own.level }),
    }
  }

  const isSet = (cp: number, name: 'hidden' | 'bold', own: CharacterProperties, isInStyles: boolean): boolean => {
    const { [name]: value, style } = own
    if (value === 0 || value === 1) return value === 1
    const ofCharacters = style === undefined ? undefined : styles[style]?.character[name]
    const inStyle = ofCharacters ?? (isInStyles ? paragraphAt(cp).style?.character[name] : undefined)
    return (inStyle === 1) !== (value === 0x81)
  }

  return {
    runAt(cp) {
      const { piece, stretch, end } = stretchAt(cp, characters)
      const own = { ...ofRun(stretch.at), ...ofPiece(piece.modifiers) }
      return {
        // What a paragraph's style says ends with the paragraph.
        end: stylesHide || stylesAreBold ? Math.min(end, Math.max(paragraphAt(cp).end, cp + 1)) : end,
        isDeleted: own.isDeleted === true,
        isHidden: isSet(cp, 'hidden', own, stylesHide),
        isBold: isSet(cp, 'bold', own, stylesAreBold),
        isSpecial: own.isSpecial === true,
        ...(own.symbol !== undefined && { symbol: own.symbol }),
      }
    },
    paragraphAt,
  }
}
