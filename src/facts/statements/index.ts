/** Statements: what a document says of its figures that arithmetic can check, those that agree among them. */
import { fact } from '../../fact.ts'
import { outlookAt } from '../outlook.ts'
import { quantities } from '../quantities/index.ts'
import { structure } from '../structure.ts'
import { timeRanges } from '../times/index.ts'
import { countedIn } from './counted.ts'
import { documentIn } from './document.ts'
import { growthIn } from './growth.ts'
import { addHeads, type Head } from './heads.ts'
import { absencesIn, identitiesIn } from './identities.ts'
import { ballotsIn, chainsIn, pairedColumns, pricedIn, sharesOfBoth, wordsOfParts } from './implied.ts'
import { impossibleIn } from './impossible.ts'
import { abovesIn, levelsIn } from './levels.ts'
import { type FigureSentence, figureSentences, type Line } from './lines.ts'
import { listsIn, runsIn } from './lists.ts'
import { partsIn, partsOfSentence } from './parts.ts'
import { ratesIn } from './rates.ts'
import { ratiosIn } from './ratios.ts'
import { averagesIn, sharesIn } from './share.ts'
import { slips } from './slips.ts'
import { solveIn } from './solve.ts'
import { spansIn } from './spans.ts'
import type { Statement } from './statement.ts'
import { placesIn, superlativesIn } from './superlatives.ts'
import { retoldCells, tableClaimsIn } from './table-claims.ts'
import { retoldInTables } from './table-text.ts'
import { type Placed, placedIn, tablesIn } from './tables.ts'
import { added, balancesIn, convertedIn, productsIn, restsIn, signedIn, takenIn, totalsIn } from './totals.ts'
import { type Retold, retold, retoldSets } from './twice.ts'

export type { Certainty, Statement, StatementKind } from './statement.ts'
export type { Retold } from './twice.ts'

/** Sentences that hold figures, as rows of figures and words. */
export const figureLines = fact('figureLines', ({ text, landmarks }, use): readonly FigureSentence[] =>
  figureSentences(text, landmarks, use(structure).stretches, use(quantities)),
)

/** Tables as cells. */
const tables = fact('tables', ({ text, tree, source }): readonly Placed[] => placedIn(text, tree, source))

/** A row longer than this is a table that lost its cells, or no text. */
const longestRow = 400

/** What can be computed, in document order; each with whether it agrees. */
export const statements = fact('statements', ({ text }, use): readonly Statement[] => {
  const found: Statement[] = []
  let before: FigureSentence | undefined
  let heads: Head[] = []
  for (const sentence of use(figureLines)) {
    const earlier = before?.stretch === sentence.stretch ? before.lines[0] : undefined
    if (!earlier) heads = []
    for (const line of sentence.lines) {
      if (line.figures.length > longestRow) continue
      growthIn(text, line, sentence.lines, found)
      const around = { others: earlier?.figures.slice(0, 24) ?? [], heads, lines: sentence.lines }
      sharesIn(text, line, around, found)
      ratesIn(text, line, around, found)
      if (line.figures.length > 1) impossibleIn(line, found)
      else if (line.host) impossibleIn(line, found)
      convertedIn(line, found)
      wordsOfParts(text, line, earlier, found)
      if (line.figures.length < 2) continue
      partsIn(text, line, found)
      totalsIn(line, found)
      added(text, line, heads, found)
      restsIn(text, line, heads, found)
      levelsIn(line, found)
      signedIn(line, found)
      balancesIn(line, found)
      absencesIn(line, found)
      ballotsIn(line, earlier, found)
      chainsIn(line, found)
      sharesOfBoth(text, line, found)
      pairedColumns(line, earlier, found)
      pricedIn(text, line, found)
      productsIn(line, found)
      takenIn(line, found)
      averagesIn(line, found)
    }
    const own = sentence.lines[0]
    if (earlier && own && before && !own.host) partsOfSentence(text, earlier, own as Line, found)
    if (own && !own.host) superlativesIn(text, own, use(structure).stretches[sentence.stretch]?.end ?? sentence.end, found)
    if (own && !own.host) addHeads(own, heads)
    before = sentence
  }
  for (const stretch of use(structure).stretches) {
    listsIn(text, stretch, found)
    runsIn(text, stretch, found)
    countedIn(text, stretch, found)
  }
  spansIn(text, use(timeRanges), found)
  documentIn(text, use(figureLines), use(structure).stretches, found)
  abovesIn(use(figureLines), found)
  identitiesIn(use(figureLines), found)
  ratiosIn(text, use(figureLines), found)
  placesIn(text, use(figureLines), use(structure).stretches, found)
  tablesIn(use(tables), found)
  tableClaimsIn(text, use(tables), use(structure).stretches, found)
  solveIn(text, use(figureLines), found)
  return found.sort((one, other) => one.start - other.start || one.end - other.end)
})

/** Figures told twice, the second time as a slip makes it: 286.4亿元, later 268.4亿元. */
export const retoldFigures = fact('retoldFigures', ({ text }, use): readonly Retold[] => {
  const sentences = use(figureLines)
  const isPlan = (offset: number): boolean => outlookAt(use, offset) === 'plan'
  const found = [
    ...retoldInTables(use(tables), sentences),
    ...retoldCells(text, use(tables), sentences),
    ...retold(text, sentences),
    ...retoldSets(text, sentences, isPlan),
  ]
  const told = new Set(found.map(({ later }) => later.start))
  return [...found, ...slips(text, sentences, isPlan).filter(({ later }) => !told.has(later.start))]
})
