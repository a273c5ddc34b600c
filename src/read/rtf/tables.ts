/** The tables of fonts and styles. */
import { decoderOfCharset, decoderOfPage } from './encodings.ts'
import type { Control } from './walk.ts'

export const ofFonts: Readonly<Record<string, Control>> = {
  f: (walk, value = 0) => {
    walk.font = value
  },
  fcharset: (walk, value = 0) => {
    walk.fonts.set(walk.font, decoderOfCharset(value) ?? walk.document)
  },
  cpg: (walk, value = 0) => {
    walk.fonts.set(walk.font, decoderOfPage(value))
  },
}

/** Styles of characters and tables, which have numbers of their own, go to a place where nobody looks. */
const NOWHERE = -1
const elsewhere: Control = (walk) => {
  walk.styleNumber = NOWHERE
}

export const ofStyles: Readonly<Record<string, Control>> = {
  s: (walk, value = 0) => {
    walk.styleNumber = value
  },
  cs: elsewhere,
  ds: elsewhere,
  ts: elsewhere,
  sbasedon: (walk, value = 0) => {
    walk.styled.base = value
  },
  outlinelevel: (walk, value = 0) => {
    walk.styled.outline = value
  },
}
