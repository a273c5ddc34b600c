// Written by `npm run generate` from the folders beside it. Do not edit.
import type { AnyRule } from '../src/rule.ts'
import countMismatch from './count-mismatch/rule.ts'
import mixedEnumerators from './mixed-enumerators/rule.ts'
import numberingLevel from './numbering-level/rule.ts'
import numberingSequence from './numbering-sequence/rule.ts'
import punctuationRun from './punctuation-run/rule.ts'
import repeatedPassage from './repeated-passage/rule.ts'
import repeatedPhrase from './repeated-phrase/rule.ts'
import repeatedWord from './repeated-word/rule.ts'
import straySpace from './stray-space/rule.ts'
import unpairedPunctuation from './unpaired-punctuation/rule.ts'
import yearMismatch from './year-mismatch/rule.ts'

export type { AnyRule }

/** Every rule, in order of id. */
export const rules: readonly AnyRule[] = [
  countMismatch,
  mixedEnumerators,
  numberingLevel,
  numberingSequence,
  punctuationRun,
  repeatedPassage,
  repeatedPhrase,
  repeatedWord,
  straySpace,
  unpairedPunctuation,
  yearMismatch,
]
