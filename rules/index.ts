// Written by `npm run generate` from the folders beside it. Do not edit.
import type { AnyRule } from '../src/rule.ts'
import anniversaryMismatch from './anniversary-mismatch/rule.ts'
import campaignName from './campaign-name/rule.ts'
import commaInList from './comma-in-list/rule.ts'
import confusableWord from './confusable-word/rule.ts'
import countMismatch from './count-mismatch/rule.ts'
import damagedText from './damaged-text/rule.ts'
import dateValidity from './date-validity/rule.ts'
import dialectWord from './dialect-word/rule.ts'
import documentNumber from './document-number/rule.ts'
import longSentence from './long-sentence/rule.ts'
import missingPart from './missing-part/rule.ts'
import mixedEnumerators from './mixed-enumerators/rule.ts'
import numberFormat from './number-format/rule.ts'
import numberMismatch from './number-mismatch/rule.ts'
import numberingLevel from './numbering-level/rule.ts'
import numberingSequence from './numbering-sequence/rule.ts'
import officialTitle from './official-title/rule.ts'
import ordinalPunctuation from './ordinal-punctuation/rule.ts'
import periodMismatch from './period-mismatch/rule.ts'
import placeholder from './placeholder/rule.ts'
import punctuationRun from './punctuation-run/rule.ts'
import punctuationWidth from './punctuation-width/rule.ts'
import recycledText from './recycled-text/rule.ts'
import repeatedPassage from './repeated-passage/rule.ts'
import repeatedPhrase from './repeated-phrase/rule.ts'
import repeatedWord from './repeated-word/rule.ts'
import scopeMismatch from './scope-mismatch/rule.ts'
import sloganForm from './slogan-form/rule.ts'
import staleTerm from './stale-term/rule.ts'
import straySpace from './stray-space/rule.ts'
import unpairedPunctuation from './unpaired-punctuation/rule.ts'
import yearMismatch from './year-mismatch/rule.ts'

export type { AnyRule }

/** Every rule, in order of id. */
export const rules: readonly AnyRule[] = [
  anniversaryMismatch,
  campaignName,
  commaInList,
  confusableWord,
  countMismatch,
  damagedText,
  dateValidity,
  dialectWord,
  documentNumber,
  longSentence,
  missingPart,
  mixedEnumerators,
  numberFormat,
  numberMismatch,
  numberingLevel,
  numberingSequence,
  officialTitle,
  ordinalPunctuation,
  periodMismatch,
  placeholder,
  punctuationRun,
  punctuationWidth,
  recycledText,
  repeatedPassage,
  repeatedPhrase,
  repeatedWord,
  scopeMismatch,
  sloganForm,
  staleTerm,
  straySpace,
  unpairedPunctuation,
  yearMismatch,
]
