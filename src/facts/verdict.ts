/** Which year is reviewed and which planned, by the votes of all places that say so. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { type Claim, yearAnchors } from './claims.ts'
import { commonest } from './commonest.ts'
import { structure } from './structure.ts'
import { within } from './times/index.ts'
import { type WrittenOn, writtenOn } from './written-on.ts'
import { years } from './years.ts'

/** A place that speaks for a year: a claim, the date of the document, or a title that says when the report is given. */
export interface Vote extends Span {
  readonly anchor: Claim['anchor'] | WrittenOn['from']
  readonly about: 'review' | 'plan'
  readonly year: number
  /** It says so in words; a date or the place of a heading only lets it be concluded. */
  readonly isSaid: boolean
}

export interface Verdict {
  readonly reviewed: number | undefined
  readonly planned: number | undefined
  readonly votes: readonly Vote[]
  /** The document speaks of half a year or a quarter: review and plan fall into one year. */
  readonly withinOneYear: boolean
}

export const verdict = fact('verdict', ({ text }, use): Verdict => {
  const { claims, withinOneYear } = use(yearAnchors)
  const usable = claims.filter(({ about }) => about === 'review' || !withinOneYear)
  const inWords = usable.filter(({ isWeak }) => !isWeak)
  const said = (inWords.length > 0 ? inWords : usable).map((claim): Vote => ({ ...claim, isSaid: !claim.isWeak }))
  if (said.length === 0) return { reviewed: undefined, planned: plannedWithin(claims), votes: [], withinOneYear }
  const concluded = withinOneYear ? [] : [...dateVotes(use(writtenOn)), ...titleVotes(text, use(structure), use(years))]
  const votes = [...said, ...concluded]
  const reviewed = heaviest(votes)
  const planned = withinOneYear ? plannedWithin(claims) : reviewed === undefined ? undefined : reviewed + 1
  return { reviewed, planned, votes, withinOneYear }
})

const plannedWithin = (claims: readonly Claim[]): number | undefined =>
  commonest(claims.flatMap(({ about, year }) => (about === 'plan' ? [year] : []))) ?? undefined

/** The year reviewed that a vote implies: a report plans the year after the one it reviews. */
export const reviewOf = ({ about, year }: Pick<Vote, 'about' | 'year'>): number => (about === 'review' ? year : year - 1)

/** Preamble and headings are retyped first; the body follows them least. Equal votes: the heading yields to the body. */
const weights: Readonly<Record<Vote['anchor'], number>> = { title: 2, preamble: 2, heading: 2, body: 3, date: 2, dateline: 2 }

function heaviest(votes: readonly Vote[]): number | undefined {
  const sums = new Map<number, number>()
  for (const vote of votes) sums.set(reviewOf(vote), (sums.get(reviewOf(vote)) ?? 0) + weights[vote.anchor])
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** In these months the year before is reviewed, or this one. Between them a date tells nothing. */
const lastOfSpring = 3
const firstOfWinter = 12

function dateVotes(date: WrittenOn | undefined): Vote[] {
  if (!date || (date.month > lastOfSpring && date.month < firstOfWinter)) return []
  const year = date.month >= firstOfWinter ? date.year + 1 : date.year
  return [{ anchor: date.from, about: 'plan', year, ...date.span, isSaid: false }]
}

/** 2026年政府工作报告 is given in 2026. */
function titleVotes(
  text: string,
  { paragraphs }: ReturnType<typeof structure.compute>,
  all: ReturnType<typeof years.compute>,
): Vote[] {
  return paragraphs.flatMap(({ paragraph }): Vote[] => {
    if (paragraph.role !== 'title') return []
    const [year, other] = within(all, paragraph)
    if (!year || other || year.inRange || !/^[\u4e00-\u9fff]{0,8}政府工作报告$/.test(text.slice(year.end, paragraph.end)))
      return []
    return [{ anchor: 'title', about: 'plan', year: year.value, start: year.start, end: year.end, isSaid: false }]
  })
}
