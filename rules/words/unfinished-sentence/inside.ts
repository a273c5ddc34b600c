/** Sentences that stop before their own mark: what a full stop stands behind cannot end there. */
import { type Clause, clauses, hasPair, isHan, type PlacedSection, type Span, type Stretch, type Use } from '../../../src/kit.ts'
import {
  agentEnds,
  clashes,
  complaints,
  consequence,
  faults,
  goalEnds,
  halves,
  hasVerb,
  lacking,
  lostNouns,
  meansEnds,
  misjoined,
  neverEnds,
  neverStops,
  openers,
  predicates,
  quotedEnd,
  ruling,
  shortcomings,
  stops,
  subjects,
} from './data.ts'
import endsTable from './ends.table.ts'

/**
 * A clause that lost its end: `hanging` stops at a word that needs another, `lacks` names what fails and not how it does,
 * `means` how something is done and not what, `pair` at two characters at which nothing ends.
 */
export interface Stopped extends Span {
  readonly id: 'hanging' | 'lacks' | 'means' | 'pair'
}

const setOf = (words: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const byEnd = new Map<string, string[]>()
  for (const word of words) {
    const last = word[word.length - 1] as string
    const known = byEnd.get(last)
    if (known) known.push(word)
    else byEnd.set(last, [word])
  }
  return byEnd
}

const hangingByEnd = setOf(neverEnds)
const stoppingByEnd = setOf(neverStops)
const subjectsByEnd = setOf(subjects)

/** The word of the table that the clause ends in. */
function endOf(text: string, { start, end }: Span, byEnd: ReadonlyMap<string, readonly string[]>): string | undefined {
  const words = byEnd.get(text[end - 1] as string)
  return words?.find((word) => end - start > word.length && text.startsWith(word, end - word.length))
}

/** Marks behind which no sentence goes on. */
const isFull = (text: string, { mark }: Clause): boolean => mark >= 0 && '。！；'.includes(text[mark] as string)
const isStop = (text: string, { mark }: Clause): boolean => mark < 0 || '。！？'.includes(text[mark] as string)

/** What stops inside `stretch`. */
export function stoppedIn(use: Use, text: string, stretch: Stretch): Stopped[] {
  const found: Stopped[] = []
  const all = use(clauses)(stretch.start, stretch.end)
  let isComplaint = isOfComplaints(text, stretch.section)
  // One fault must have been told as it should be: then the list is one of faults, and the next lacks what the first has.
  let lastFault = -recent - 1
  let from = 0
  all.forEach((clause, index) => {
    if (index > 0 && isStop(text, all[index - 1] as Clause)) {
      from = index
      if (openers.test(text.slice(clause.start, Math.min(clause.end, clause.start + 12)))) isComplaint = false
    }
    const words = text.slice(clause.start, Math.min(clause.end, clause.start + longestClause))
    if (complaints.test(words)) isComplaint = true
    if (clause.mark >= 0 && isHan(text, clause.end - 1)) {
      const sentence = (all[from] as Clause).start
      const one =
        brokenAt(text, clause, all[index + 1]) ??
        (isFull(text, clause)
          ? stoppedAt(text, clause, sentence, isComplaint && index - lastFault <= recent && index > from)
          : undefined) ??
        endingAt(text, clause)
      if (one) found.push(one)
    }
    if (faults.test(words)) lastFault = index
  })
  return found
}

/** How many clauses back the fault before may stand. */
const recent = 4

/** How many headings up one is looked for that announces shortcomings. */
const headingsUp = 4

function isOfComplaints(text: string, section: PlacedSection | undefined): boolean {
  let above = section
  for (let level = 0; above !== undefined && level < headingsUp; level++) {
    const { start, end } = above.heading
    if (shortcomings.test(text.slice(start, Math.min(end, start + longestHeading)))) return true
    above = above.parent
  }
  return false
}

const longestHeading = 60
const longestClause = 60

function stoppedAt(text: string, clause: Clause, sentence: number, isComplaint: boolean): Stopped | undefined {
  if (endOf(text, clause, hangingByEnd)) return { id: 'hanging', start: clause.start, end: clause.end }
  const words = text.slice(clause.start, clause.end)
  if (goalEnds.test(words) || agentEnds.test(words)) return { id: 'pair', start: clause.start, end: clause.end }
  if (meansEnds.test(text.slice(clauseFrom(text, clause), clause.end)))
    return { id: 'means', start: clause.start, end: clause.end }
  if (text[clause.end - 1] === '的') {
    const said = text.slice(Math.max(sentence, clause.end - longestSaid), clause.end)
    const rest = isComplaint ? said.slice(said.lastIndexOf('：') + 1) : said
    return (isComplaint ? isSaidToBe : isPossessed).test(rest)
      ? undefined
      : { id: 'hanging', start: clause.start, end: clause.end }
  }
  if (!isComplaint || words.length < 4 || words.length > longestSubject) return undefined
  if (endOf(text, clause, subjectsByEnd) === undefined || predicates.test(words)) return undefined
  // 创新意识、服务能力还不强 has its predicate behind the last; 能力不足、本领恐慌的问题 has its head there.
  if (lacking.test(text.slice(Math.max(sentence, clause.start - 2), clause.start))) return undefined
  return { id: 'lacks', start: clause.start, end: clause.end }
}

/** Where the clause begins that the list belongs to; 、 parts no clause. */
function clauseFrom(text: string, { start }: Clause): number {
  let at = start
  while (at > 0 && start - at < longestClause && !'，；。：！？\n'.includes(text[at - 1] as string)) at--
  return at
}

/** How far back a word is looked for that lets a sentence end in 的. Characters. */
const longestSaid = 80
/** …是正确的, …会实现的, 凡是…的 and the like; 有的, 目的. */
const isPossessed = /[是会所由能可不没无有要必应该将凡若如目为于被受令使让谁哪把对向这那]|[：:]/
const isSaidToBe = /[是会属]/
/** More characters have a predicate that the list does not know. */
const longestSubject = 22

/** What something is or was called follows. */
const naming = /[时原旧曾又简统始]称|[更改]名|改称|名为|命名/
let known: Uint32Array | undefined

/** So many Han characters before the mark make a clause, and no name. */
const leastHan = 4

/** A clause that ends in a pair of characters at which nothing ends: 我们的国家｜大，. */
function endingAt(text: string, { start, end, mark }: Clause): Stopped | undefined {
  if (!'，。；'.includes(text[mark] as string) || end - start < leastHan) return undefined
  // A name that is told ends as it does: 时称县人民政府林业科，.
  if (naming.test(text.slice(start, end))) return undefined
  known ??= endsTable().pairs
  if (!hasPair(known, text.charCodeAt(end - 2), text.charCodeAt(end - 1))) return undefined
  for (let at = end - leastHan; at < end; at++) if (!isHan(text, at)) return undefined
  return { id: 'pair', start, end }
}

/** What is broken off by its own form. */
function brokenAt(text: string, clause: Clause, next: Clause | undefined): Stopped | undefined {
  const mark = text[clause.mark] as string
  const words = text.slice(clauseFrom(text, clause), clause.end)
  if (mark === '，' && endOf(text, clause, stoppingByEnd)) return { id: 'hanging', start: clause.start, end: clause.end }
  const then = next && mark === '，' ? text.slice(next.start, next.end) : ''
  if ('，。；'.includes(mark) && quotedEnd.test(words) && !ruling.test(then))
    return { id: 'hanging', start: clause.start, end: clause.end }
  if ('。；'.includes(mark) && stops.some((stop) => stop.test(words)))
    return { id: 'hanging', start: clause.start, end: clause.end }
  if ('，。；'.includes(mark) && lostNouns.some((noun) => noun.test(words)) && !(/^[使让令]/.test(words) && hasVerb.test(words)))
    return { id: 'pair', start: clause.start, end: clause.end }
  if (then !== '' && meansEnds.test(words) && consequence.test(then)) return { id: 'means', start: clause.start, end: clause.end }
  return undefined
}

/** A word that wants another in its sentence, and has none: 不仅 without 而且. */
export interface Half extends Span {
  readonly word: string
  readonly due: string
}

export function halvesIn(text: string, { start, end }: Span): Half[] {
  const words = text.slice(start, end)
  return halves.flatMap(({ word, answers, due }): Half[] => {
    const at = words.indexOf(word)
    if (at < 0) return []
    const behind = words.slice(at + word.length)
    // Of a title or a clause that stands alone nothing is asked.
    if (!/，/.test(behind) || answers.test(behind)) return []
    return [{ start: start + at, end: start + at + word.length, word, due }]
  })
}

/** Words that join two clauses and do not go together: 只有…，就能. */
export function clashesIn(text: string, { start, end }: Span): Half[] {
  const words = text.slice(start, end)
  return clashes.flatMap(({ word, wrong, due, opens }): Half[] => {
    const at = words.indexOf(word)
    if (at < 0 || (opens && !beginsClause(words, at))) return []
    const match = wrong.exec(words.slice(at + word.length))
    return match ? [{ start: start + at, end: start + at + word.length + match[0].length, word, due }] : []
  })
}

const beginsClause = (sentence: string, at: number): boolean => at === 0 || '，；：'.includes(sentence[at - 1] as string)

/** Words at the beginning of a clause that cannot join it to what was said before: 成绩明显，所以与先进相比还有差距. */
export function misjoinedIn(text: string, { start, end }: Span): Half[] {
  const words = text.slice(start, end)
  return misjoined.flatMap(({ word, behind, due }): Half[] => {
    const at = words.indexOf(word)
    if (at < 0 || !beginsClause(words, at)) return []
    return behind.test(words.slice(at + word.length)) ? [{ start: start + at, end: start + at + word.length, word, due }] : []
  })
}
