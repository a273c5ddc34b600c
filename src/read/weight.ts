/** Whether all the words of a paragraph are bold: what some set instead of a style for headings. */

export interface Weight {
  hasBold: boolean
  hasPlain: boolean
}

export const noWeight = (): Weight => ({ hasBold: false, hasPlain: false })

/** Takes in one run of the paragraph; blanks have no weight. */
export function weigh(weight: Weight, text: string, isBold: boolean): void {
  if (weight.hasPlain || text.trim() === '') return
  if (isBold) weight.hasBold = true
  else weight.hasPlain = true
}

/** What a hint says of it. */
export const hintOfWeight = ({ hasBold, hasPlain }: Weight): { readonly bold?: true } =>
  hasBold && !hasPlain ? { bold: true } : {}
