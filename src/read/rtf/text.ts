/** Bytes and characters of text, and where each kind of group takes them. */
import { CODE_LENGTH } from '../field-codes.ts'
import { LINE_BREAK } from '../paragraphs.ts'
import { weigh } from '../weight.ts'
import type { Destination, Walk } from './walk.ts'

export function isOverlooked(walk: Walk): boolean {
  if (walk.overlook === 0) return false
  walk.overlook--
  return true
}

/** One more byte of text. */
export function wait(walk: Walk, byte: number): void {
  if (walk.pendingLength === walk.pending.length) {
    const larger = new Uint8Array(walk.pending.length * 2)
    larger.set(walk.pending)
    walk.pending = larger
  }
  walk.pending[walk.pendingLength++] = byte
}

/** Decodes the bytes that wait, since what follows may change how. */
export function flush(walk: Walk): void {
  if (walk.pendingLength === 0) return
  const text = walk.state.decode(walk.pending.subarray(0, walk.pendingLength))
  walk.pendingLength = 0
  put(walk, text)
}

export function add(walk: Walk, text: string): void {
  flush(walk)
  put(walk, text)
}

const LONGEST_LABEL = 100
const LONGEST_NAME = 100
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\0-\x08\n-\x1f]/g
const BREAKS = /[\n\v\r]/

const puts: { readonly [To in Destination]?: (walk: Walk, text: string) => void } = {
  text({ state }, text) {
    if (state.isHidden || state.isDeleted || text === '') return
    state.story.builder.add(text.replace(CONTROLS, (letter) => (BREAKS.test(letter) ? LINE_BREAK : '')))
    weigh(state.story.weight, text, state.isBold)
    if (state.field) state.field.isShown = true
    if (state.isContents) state.story.showsContents = true
  },
  label({ state: { story } }, text) {
    if (story.label.length < LONGEST_LABEL) story.label += text
  },
  code({ state: { field } }, text) {
    if (field && field.code.length < CODE_LENGTH) field.code += text.slice(0, CODE_LENGTH - field.code.length)
  },
  styles(walk, text) {
    const { styled } = walk
    const end = text.indexOf(';')
    if (styled.name.length < LONGEST_NAME) styled.name += text.slice(0, end < 0 ? LONGEST_NAME : end).toLowerCase()
    if (end < 0) return
    walk.sheet.set(walk.styleNumber, styled)
    walk.styled = { name: '' }
    walk.styleNumber = 0
  },
}

const put = (walk: Walk, text: string): void => puts[walk.state.to]?.(walk, text)

/** `\~` a blank that does not break, `\_` a hyphen that does not; an optional hyphen is nothing to read. */
export const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\t': '\t' }
