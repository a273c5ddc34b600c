/** All that a rule may import: the rule-writer's vocabulary. */
export {
  type Body,
  type Change,
  changesOf,
  type Pairing,
  type Passage,
  pairing,
  type Row,
  type RowKind,
  type Unit,
  yearsOfPair,
} from './compare/index.ts'
export { fact, type Use } from './fact.ts'
export { asRead } from './facts/as-read.ts'
export { type Anchor, type Claim, type YearAnchors, yearAnchors } from './facts/claims.ts'
export { type Clause, type Clauses, clauses } from './facts/clauses.ts'
export { type DeclaredCount, declaredCounts, doubtfulCounts, type SummedCount, summedCounts } from './facts/counts.ts'
export {
  type DocumentYear,
  documentYear,
  earliestDay,
  isBefore,
  isSure,
  latestDay,
  type YearEvidence,
} from './facts/document-year.ts'
export { era } from './facts/era.ts'
export { type Frame, type FrameHit, frameFinder } from './facts/frames.ts'
export { headingDepths } from './facts/heading-depths.ts'
export { type HouseFacts, type HouseFigure, house } from './facts/house.ts'
export { landmarks } from './facts/landmarks.ts'
export { type Markup, markup } from './facts/markup.ts'
export { mistakenWords, pairsAsset } from './facts/mistaken-words.ts'
export {
  type Alias,
  distinguishing,
  type NameMention,
  names,
  type PersonMention,
  type QuotedMention,
} from './facts/names/index.ts'
export { isKnownName, isKnownPlace } from './facts/names/known-place.ts'
export { type ListedNames, listedNames } from './facts/names/listed.ts'
export { type OwnPlace, ownPlaces } from './facts/names/own-place.ts'
export { type OpeningDay, openingDay } from './facts/opening-day.ts'
export { type Outlook, outlookAt, outlookOf } from './facts/outlook.ts'
export { type Annex, type Announced, attachments } from './facts/paper/attachments.ts'
export { ending } from './facts/paper/ending.ts'
export { type PaperKind, titled } from './facts/paper/kinds.ts'
export { type Line, lines } from './facts/paper/lines.ts'
export { type Period, period } from './facts/period.ts'
export { type BracketedPhase, dayNumber, type NamedPhase, namedPhases, phaseSeries } from './facts/phases.ts'
export { type TableFinder, tableFinder, termFinder } from './facts/phrases.ts'
export { type InProse, inProse, placesInProse } from './facts/prose.ts'
export { type Figure, quantities } from './facts/quantities/index.ts'
export { isInside, type LonelyMark, lonelyMarks, pairsIn, quotations } from './facts/quotations.ts'
export { type SaidYear, saidYear, yearsMeant } from './facts/said-year.ts'
export { schoolYear } from './facts/school-year.ts'
export { sentenceAround } from './facts/sentence-around.ts'
export { type Series, series } from './facts/series.ts'
export { spokenYears } from './facts/spoken-years.ts'
export {
  type Recycled,
  recycled,
  type StaleLaw,
  type StaleTrace,
  staleLaws,
  staleTraces,
  tellsOfYears,
} from './facts/stale-traces.ts'
export {
  figureLines,
  levelOf,
  type Retold,
  retoldFigures,
  type Statement,
  type StatementKind,
  statements,
  suspectedStatements,
} from './facts/statements/index.ts'
export type { Line as FigureLine } from './facts/statements/lines.ts'
export { inFormOf, percentLike } from './facts/statements/told.ts'
export {
  headingMarker,
  headingText,
  type PlacedEnumeration,
  type PlacedParagraph,
  type PlacedSection,
  type Stretch,
  structure,
} from './facts/structure.ts'
export { lexicon, type Suspicion, suspicions, suspicionsAsset } from './facts/suspicions/index.ts'
export {
  bitsOfEnd,
  gainOf,
  type LikelierWord,
  likelierWords,
  type TwiceCharacter,
  twiceCharacters,
} from './facts/suspicions/likelier.ts'
export { type LostCharacter, lostAsset, lostCharacters } from './facts/suspicions/lost.ts'
export {
  type CountTime,
  type DateTime,
  type Digits,
  type PartTime,
  type PlanTime,
  type RelativeTime,
  type SessionTime,
  type Time,
  type TimeRange,
  timeRanges,
  times,
  within,
  type YearTime,
} from './facts/times/index.ts'
export { idioms, idiomsFile, slipsOf, type UnitSlip, unitSlipsIn } from './facts/unit-slips.ts'
export { reviewOf, type Vote } from './facts/verdict.ts'
export { type WideCount, wideCounts } from './facts/wide-counts.ts'
export { type Words, words } from './facts/words.ts'
export { type WrittenOn, writtenOn } from './facts/written-on.ts'
export { type Year, years } from './facts/years.ts'
export { type Context, defineRule, type Messages, type Options } from './rule.ts'
export type { Span } from './source.ts'
export { tablesAsOf } from './tables.ts'
export { isAllowed } from './text/allowed.ts'
export { isBlank, isDigit, isHan, Kind, kindAt, kindOf, withoutBlanks } from './text/characters.ts'
export { addTo } from './text/groups.ts'
export { landmarkFrom } from './text/landmarks.ts'
export { numberOf, toHan } from './text/numerals.ts'
export { type PairKind, pairKinds } from './text/pairs.ts'
export { type PhraseFinder, type PhraseHit, phraseFinder, placesOf } from './text/phrases.ts'
export { firstEqual } from './text/recurrence.ts'
export { lookAlike } from './text/shapes.ts'
export { soundAlike, syllablesOf } from './text/sounds.ts'
export { numeralAt, numeralBefore, timesIn } from './text/times/index.ts'
export { hasPair, indexOfWord, pairTable, type WordTable, wordOf, wordTable } from './text/word-table.ts'
export {
  type Enumeration,
  familyOf,
  type Heading,
  type Item,
  type Marker,
  type Paragraph,
  rankOf,
  type Scheme,
  type Section,
  type Sentence,
} from './tree.ts'
