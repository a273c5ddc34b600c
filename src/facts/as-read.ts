/** What of the file was read otherwise than it stands there: for rules that tell it once, and for those that must not tell it. */
import { fact } from '../fact.ts'
import type { Locatable } from '../source.ts'
import { type Misread, offsetInText } from '../source.ts'

export interface AsRead {
  readonly misread: readonly Misread[]
  /** A text copied from a PDF: what makes a text of it, where the text and where the document has it. */
  readonly copied:
    | { readonly breaks: number; readonly marks: number; readonly edits: readonly (Locatable & { readonly text: string })[] }
    | undefined
}

export const asRead = fact('asRead', ({ source }): AsRead => {
  const { misread = [], copied } = source
  if (!copied) return { misread, copied: undefined }
  const edits = copied.edits.map(({ start, end, text }) => {
    const at = offsetInText(source, start)
    return { start: at, end: at, inDocument: { start, end }, text }
  })
  return { misread, copied: { ...copied, edits } }
})
