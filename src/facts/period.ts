/** The time of a document: to which year it belongs, which it reviews, which it plans. All dated rules read this verdict. */
import { fact } from '../fact.ts'
import { type DocumentYear, documentYear } from './document-year.ts'
import { reviewOf, type Verdict, type Vote, verdict } from './verdict.ts'

export interface Period extends Verdict {
  readonly document: DocumentYear | undefined
  /** The votes that agree with the verdict. */
  readonly evidence: readonly Vote[]
}

export const period = fact('period', (_, use): Period => {
  const found = use(verdict)
  return {
    ...found,
    document: use(documentYear),
    evidence: found.votes.filter((vote) => reviewOf(vote) === found.reviewed),
  }
})
