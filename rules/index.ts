// Written by `npm run generate` from the folders beside it. Do not edit.
import type { AnyRule } from '../src/rule.ts'
import dateNotUpdated from './comparing/date-not-updated/rule.ts'
import factRepeated from './comparing/fact-repeated/rule.ts'
import figureNotUpdated from './comparing/figure-not-updated/rule.ts'
import nameLeftOver from './comparing/name-left-over/rule.ts'
import overlap from './comparing/overlap/rule.ts'
import passageCopied from './comparing/passage-copied/rule.ts'
import yearNotUpdated from './comparing/year-not-updated/rule.ts'
import attachmentMismatch from './document/attachment-mismatch/rule.ts'
import closingMismatch from './document/closing-mismatch/rule.ts'
import danglingReference from './document/dangling-reference/rule.ts'
import dateOrder from './document/date-order/rule.ts'
import houseFact from './document/house-fact/rule.ts'
import nameVariant from './document/name-variant/rule.ts'
import figureTwice from './figures/figure-twice/rule.ts'
import growthMismatch from './figures/growth-mismatch/rule.ts'
import impossibleFigure from './figures/impossible-figure/rule.ts'
import listCount from './figures/list-count/rule.ts'
import numberFormat from './figures/number-format/rule.ts'
import numberMismatch from './figures/number-mismatch/rule.ts'
import shareMismatch from './figures/share-mismatch/rule.ts'
import spanMismatch from './figures/span-mismatch/rule.ts'
import sumMismatch from './figures/sum-mismatch/rule.ts'
import tableSum from './figures/table-sum/rule.ts'
import unitMismatch from './figures/unit-mismatch/rule.ts'
import damagedText from './layout/damaged-text/rule.ts'
import documentNumber from './layout/document-number/rule.ts'
import missingPart from './layout/missing-part/rule.ts'
import placeholder from './layout/placeholder/rule.ts'
import commaInList from './marks/comma-in-list/rule.ts'
import dateForm from './marks/date-form/rule.ts'
import markForm from './marks/mark-form/rule.ts'
import punctuationRun from './marks/punctuation-run/rule.ts'
import punctuationWidth from './marks/punctuation-width/rule.ts'
import straySpace from './marks/stray-space/rule.ts'
import unpairedPunctuation from './marks/unpaired-punctuation/rule.ts'
import countMismatch from './numbering/count-mismatch/rule.ts'
import mixedEnumerators from './numbering/mixed-enumerators/rule.ts'
import numberingLevel from './numbering/numbering-level/rule.ts'
import numberingSequence from './numbering/numbering-sequence/rule.ts'
import ordinalPunctuation from './numbering/ordinal-punctuation/rule.ts'
import confusableWord from './words/confusable-word/rule.ts'
import contraryWord from './words/contrary-word/rule.ts'
import dialectWord from './words/dialect-word/rule.ts'
import doubledCharacter from './words/doubled-character/rule.ts'
import longSentence from './words/long-sentence/rule.ts'
import negation from './words/negation/rule.ts'
import numberWords from './words/number-words/rule.ts'
import particle from './words/particle/rule.ts'
import redundantWords from './words/redundant-words/rule.ts'
import repeatedPassage from './words/repeated-passage/rule.ts'
import repeatedPhrase from './words/repeated-phrase/rule.ts'
import repeatedWord from './words/repeated-word/rule.ts'
import suspectCharacter from './words/suspect-character/rule.ts'
import unfinishedSentence from './words/unfinished-sentence/rule.ts'
import unitHomophone from './words/unit-homophone/rule.ts'
import campaignName from './world/campaign-name/rule.ts'
import campaignYear from './world/campaign-year/rule.ts'
import eventMismatch from './world/event-mismatch/rule.ts'
import formulaList from './world/formula-list/rule.ts'
import formulaSlip from './world/formula-slip/rule.ts'
import levelOrder from './world/level-order/rule.ts'
import officialTitle from './world/official-title/rule.ts'
import organForm from './world/organ-form/rule.ts'
import placeMismatch from './world/place-mismatch/rule.ts'
import scopeMismatch from './world/scope-mismatch/rule.ts'
import sessionMismatch from './world/session-mismatch/rule.ts'
import sloganForm from './world/slogan-form/rule.ts'
import staleTerm from './world/stale-term/rule.ts'
import titleNearMiss from './world/title-near-miss/rule.ts'
import anniversaryMismatch from './years/anniversary-mismatch/rule.ts'
import dateValidity from './years/date-validity/rule.ts'
import dayMismatch from './years/day-mismatch/rule.ts'
import periodMismatch from './years/period-mismatch/rule.ts'
import recycledText from './years/recycled-text/rule.ts'
import yearMismatch from './years/year-mismatch/rule.ts'

export type { AnyRule }

/** Every rule, in order of id. */
export const rules: readonly AnyRule[] = [
  anniversaryMismatch,
  attachmentMismatch,
  campaignName,
  campaignYear,
  closingMismatch,
  commaInList,
  confusableWord,
  contraryWord,
  countMismatch,
  damagedText,
  danglingReference,
  dateForm,
  dateNotUpdated,
  dateOrder,
  dateValidity,
  dayMismatch,
  dialectWord,
  documentNumber,
  doubledCharacter,
  eventMismatch,
  factRepeated,
  figureNotUpdated,
  figureTwice,
  formulaList,
  formulaSlip,
  growthMismatch,
  houseFact,
  impossibleFigure,
  levelOrder,
  listCount,
  longSentence,
  markForm,
  missingPart,
  mixedEnumerators,
  nameLeftOver,
  nameVariant,
  negation,
  numberFormat,
  numberMismatch,
  numberWords,
  numberingLevel,
  numberingSequence,
  officialTitle,
  ordinalPunctuation,
  organForm,
  overlap,
  particle,
  passageCopied,
  periodMismatch,
  placeMismatch,
  placeholder,
  punctuationRun,
  punctuationWidth,
  recycledText,
  redundantWords,
  repeatedPassage,
  repeatedPhrase,
  repeatedWord,
  scopeMismatch,
  sessionMismatch,
  shareMismatch,
  sloganForm,
  spanMismatch,
  staleTerm,
  straySpace,
  sumMismatch,
  suspectCharacter,
  tableSum,
  titleNearMiss,
  unfinishedSentence,
  unitHomophone,
  unitMismatch,
  unpairedPunctuation,
  yearMismatch,
  yearNotUpdated,
]
