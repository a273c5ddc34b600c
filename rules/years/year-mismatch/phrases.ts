/** Phrases of running text that only the year reviewed, or only the year planned, can stand in. */
import { inProse, type Outlook, outlookAt, type Period, type Span, type Use, type Year, years } from '../../../src/kit.ts'
import { type Phrase, phrases } from './data.ts'

/** A year in a phrase that it does not fit. */
export interface Misfit extends Span {
  readonly says: Phrase['says']
  readonly year: number
  /** Something beside it speaks against any other reading. */
  readonly isSure: boolean
}

const reachBefore = 10
const longestSentence = 80

/** The misfits of the document; without a verdict on its years there are none. */
export function misfitsIn(text: string, use: Use, { reviewed, planned, evidence, withinOneYear }: Period): Misfit[] {
  if (reviewed === undefined || planned === undefined || withinOneYear || evidence.length === 0) return []
  return inProse(use, use(years)).flatMap(({ one: year, stretch }): Misfit[] => {
    if (year.quoted || year.value >= planned || year.value < reviewed - furthest) return []
    const outlook = outlookAt(use, year.start)
    const before = text.slice(Math.max(stretch.start, year.start - reachBefore), year.start)
    const behind = text.slice(year.end, Math.min(stretch.end, year.end + longestSentence))
    const stop = behind.search(/[。！？；]/)
    const sentence = stop < 0 ? behind : behind.slice(0, stop)
    const phrase = phrases.find((row) => fits(row, year, row.about === 'plan' ? planned : reviewed, outlook, before, sentence))
    if (!phrase) return []
    const { says, sureBy, evenBeside } = phrase
    const isBeside = evenBeside !== true && namesYear(text, use, year, stretch, phrase.about === 'plan' ? planned : reviewed)
    if (isBeside && evenBeside !== 'doubtful') return []
    const isSure = !isBeside && (sureBy === undefined || sureBy.test(sentence))
    return [{ says, year: year.value, start: year.start, end: year.end, isSure }]
  })
}

/** A year further back than this is history, no slip. */
const furthest = 3

function fits(
  row: Phrase,
  { value }: Year,
  due: number,
  outlook: Outlook | undefined,
  before: string,
  sentence: string,
): boolean {
  if (value >= due || (row.isLastOnly && value !== due - 1)) return false
  if (row.in !== undefined ? outlook !== row.in : outlook !== undefined && outlook !== row.about) return false
  if ((row.before && !row.before.test(before)) || (row.after && !row.after.test(sentence))) return false
  return !row.unless?.test(sentence)
}

/** The right year stands in the same paragraph, right before or behind: the two are compared. */
function namesYear(text: string, use: Use, { start, end }: Year, stretch: Span, due: number): boolean {
  const near = text.slice(Math.max(stretch.start, start - longestSentence), Math.min(stretch.end, end + longestSentence))
  return (
    near.includes(`${due}年`) &&
    use(years).some((one) => one.value === due && one.start >= stretch.start && one.end <= stretch.end)
  )
}
