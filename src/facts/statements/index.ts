/** Statements: what a document says of its figures that arithmetic can check, those that agree among them. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { outlookAt } from '../outlook.ts'
import { quantities } from '../quantities/index.ts'
import { structure } from '../structure.ts'
import { timeRanges } from '../times/index.ts'
import { countedIn } from './counted.ts'
import { documentIn } from './document.ts'
import { doubtfullyRetold } from './doubt-retold.ts'
import { doubtsIn, mixedTotalsIn } from './doubts.ts'
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

export { type Certainty, levelOf, type Statement, type StatementKind } from './statement.ts'
export type { Retold } from './twice.ts'

/** Sentences that hold figures, as rows of figures and words. */
export const figureLines = fact('figureLines', ({ text, landmarks }, use): readonly FigureSentence[] =>
  figureSentences(text, landmarks, use(structure).stretches, use(quantities)),
)

/** Tables as cells. */
const tables = fact('tables', ({ text, tree, source }): readonly Placed[] => placedIn(text, tree, source))

/** A row longer than this is a table that lost its cells, or no text. */
const longestRow = 400

/** What can be computed, and what is doubtful of it. */
const computed = fact('computedStatements', ({ text }, use): { sure: readonly Statement[]; doubts: readonly Statement[] } => {
  let found: Statement[] = []
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
      totalsIn(text, line, found)
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
      productsIn(text, line, found)
      takenIn(line, found)
      averagesIn(line, found)
    }
    const own = sentence.lines[0]
    if (earlier && own && before && !own.host) partsOfSentence(text, earlier, own as Line, found)
    if (own && !own.host) superlativesIn(text, own, use(structure).stretches[sentence.stretch]?.end ?? sentence.end, found)
    if (own && !own.host) addHeads(own, heads)
    before = sentence
  }
  // What follows asks which figures are accounted for: a doubt does not account for any.
  const doubts = found.filter(({ certainty }) => certainty === 'doubt')
  found = found.filter(({ certainty }) => certainty !== 'doubt')
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
  mixedTotalsIn(text, use(figureLines), found, doubts)
  return { sure: found.sort(inOrder), doubts }
})

const inOrder = (one: Span, other: Span): number => one.start - other.start || one.end - other.end

/** What can be computed, in document order; each with whether it agrees. */
export const statements = fact('statements', (_, use): readonly Statement[] => use(computed).sure)

/** The same, and what does not agree though it is not certain that it should: for rules, which tell such a thing as a doubt. */
export const suspectedStatements = fact('suspectedStatements', ({ text }, use): readonly Statement[] => {
  const { sure, doubts: beside } = use(computed)
  const doubts = [...beside]
  doubtsIn(text, use(figureLines), use(structure).stretches, sure, doubts)
  const known = new Set(
    sure.filter(({ kind, agrees }) => !bounds.has(kind) && !(kind === 'list' && agrees)).map(({ stated }) => stated.start),
  )
  const left = doubts.filter(({ stated, start, end }) => {
    if (known.has(stated.start)) return false
    known.add(stated.start)
    return end > start
  })
  return left.length === 0 ? sure : [...sure, ...left].sort(inOrder)
})

/** They say how large a figure may be at most, and no more of it. */
const bounds: ReadonlySet<Statement['kind']> = new Set(['part', 'done', 'households'])

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
  const all = [...found, ...slips(text, sentences, isPlan).filter(({ later }) => !told.has(later.start))]
  for (const { later } of all) told.add(later.start)
  return [
    ...all,
    ...doubtfullyRetold(text, sentences, use(tables), isPlan).filter(({ later: { start } }) => {
      const isNew = !told.has(start)
      told.add(start)
      return isNew
    }),
  ]
})
