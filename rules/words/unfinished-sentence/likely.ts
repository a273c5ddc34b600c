/** Clauses that end where prose hardly ever does (单位依法。, 致以崇高的！), as the table of characters has it: doubts only. */
import { bitsOfEnd, type Clause, clauses, isHan, type Span, type Stretch, type Use } from '../../../src/kit.ts'

/** The binary logarithm of how often a mark stands there, at most. Of 24 such places in planted texts 12 were slips. */
const mostBits = -7.5

/** So many characters of Han before the mark, and so many in front of the clause in its line: a heading ends as it likes. */
const leastHan = 5
const leastBefore = 8

/** What ends clauses though it seldom does: 还不够深, 238名书记中, 牢记人民. */
const mayEnd = '等深紧己实细学中后点类号位制民退的前内时上下间者们化为之称'

const marks = '，。；！'

/** How much of the end of a clause is told (characters). */
const shown = 10

/** The last two characters of every clause, by how often they end one. */
export function endsIn(use: Use, text: string, stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { start, end } of stretches) {
    for (const clause of use(clauses)(start, end)) {
      const two = text.slice(clause.end - 2, clause.end)
      ends.set(two, (ends.get(two) ?? 0) + 1)
    }
  }
  return ends
}

/** The clauses of a stretch that end so. */
export function unlikelyEnds(use: Use, text: string, { start, end }: Stretch, ends: ReadonlyMap<string, number>): Span[] {
  const bits = use(bitsOfEnd)
  if (!bits) return []
  return use(clauses)(start, end)
    .filter(({ start: from, end: to, mark }: Clause) => {
      if (mark < 0 || !marks.includes(text[mark] as string) || to - start < leastBefore + leastHan) return false
      for (let at = to - leastHan; at < to; at++) if (!isHan(text, at)) return false
      if (from === start && text[mark] === '。') return false
      if (mayEnd.includes(text[to - 1] as string) || (ends.get(text.slice(to - 2, to)) ?? 0) > 1) return false
      return bits(to) < mostBits
    })
    .map(({ start: from, end: to }) => ({ start: Math.max(from, to - shown), end: to }))
}
