/** How much a document may have before it is refused. */
import type { Wording } from '../../../wording.ts'
import type { Refusal } from '../../refusal.ts'

/** How much a document may still have: a stretch of text or a run takes one, a tab or a break two, a paragraph six, a table or a text box ten. */
export interface Budget {
  left: number
}

/**
 * For a file of `size` bytes. What somebody has written takes room even when it is packed; what takes none was written to fill
 * memory. Long books stay far below.
 */
export const budgetFor = (size: number): Budget => ({ left: Math.min(380_000 + 2 * size, 3_000_000) })

const tooMuch: Wording = { zh: '段落和文字块过多', en: 'too many paragraphs and runs' }

export function spend({ budget, refuse }: { readonly budget: Budget; readonly refuse: Refusal }, count: number): void {
  budget.left -= count
  if (budget.left < 0) throw refuse.tooComplex(tooMuch)
}
