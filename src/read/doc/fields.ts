/** Fields in the text of a story: `{ code | result }`, one in another. The code is not to be read, the result is. */

import { CODE_LENGTH, isContents, shownByCode } from '../field-codes.ts'

/** Follows the fields while a story is read from its beginning to its end. */
export interface FieldMarks {
  /** Inside a code, however deep. */
  readonly isInCode: boolean
  /** Inside the result of a table of contents. */
  readonly isInContents: boolean
  /** Goes past the character at `at`. What to show in its place; undefined where it is no mark of a field. */
  pass(at: number): string | undefined
}

interface Field {
  readonly at: number
  isCode: boolean
  readonly isContents: boolean
}

const BEGIN = '\x13'
const SEPARATOR = '\x14'
// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of fields are control characters
const MARKS = /[\x13-\x15]/g

/** A field that never ends, or ends without having begun, is none: it would swallow the rest of the report. */
export function fieldMarks(text: string): FieldMarks {
  const marks = pairs(text)
  const codeFrom = (at: number, end = text.length): string => text.slice(at + 1, Math.min(end, at + 1 + CODE_LENGTH))
  const open: Field[] = []
  let codes = 0
  let contents = 0
  return {
    get isInCode() {
      return codes > 0
    },
    get isInContents() {
      return contents > 0
    },
    pass(at) {
      if (!marks.has(at)) return undefined
      const letter = text[at]
      if (letter === BEGIN) {
        open.push({ at, isCode: true, isContents: isContents(codeFrom(at)) })
        codes++
        return ''
      }
      const field = open.at(-1)
      if (!field) return ''
      if (field.isCode) codes--
      if (letter === SEPARATOR) {
        if (field.isCode && field.isContents) contents++
        field.isCode = false
        return ''
      }
      if (!field.isCode && field.isContents) contents--
      open.pop()
      return field.isCode ? shownByCode(codeFrom(field.at, at)) : ''
    },
  }
}

/** Where the marks of whole fields stand. */
function pairs(text: string): Set<number> {
  const marks = new Set<number>()
  const open: { readonly at: number; separator?: number }[] = []
  for (const { 0: letter, index } of text.matchAll(MARKS)) {
    const field = open.at(-1)
    if (letter === BEGIN) open.push({ at: index })
    else if (!field) continue
    else if (letter === SEPARATOR) field.separator ??= index
    else {
      marks.add(field.at).add(index)
      if (field.separator !== undefined) marks.add(field.separator)
      open.pop()
    }
  }
  return marks
}
