/** Two dates of one sentence whose order is known: published and in force, from and until, one term and the next. */
import type { DateTime, Span, Stretch, Time } from '../../../src/kit.ts'

export interface PairFault {
  readonly at: Span
  readonly before: Span
  /** `effect`: in force before it was published. `until`: ends before it begins. `term`: the next term is the earlier one. */
  readonly by: 'effect' | 'until' | 'term'
}

const published = /发布|公布|印发|通过|颁布|签署/
const force = /^日?起(?:正式)?(?:施行|实施|执行|生效)/
const begins = /^日?起/
const until = /[至到]$/
const ends = /^日?(?:止|为止|结束)/
const valid = /(?:有效期限?|试行期?)(?:截)?[至到]$/
const term = /^日?(?:之)?前/
const same = /其中|最迟|同时|此前|首次|分别|以及|提前|第一|原定|截至|截止|已|比/

const numberOf = ({ year, month, day }: DateTime): number | undefined =>
  year?.kind === 'year' && day !== undefined ? year.value * 372 + month * 31 + day : undefined

/** Where a date begins, its year counted in where that is written before it. */
const startOf = ({ year, start }: DateTime): number => (year && year.end === start ? year.start : start)
const whole = (date: DateTime): Span => ({ start: startOf(date), end: date.end })

export function pairFaults(text: string, times: readonly Time[], stretches: readonly Stretch[]): PairFault[] {
  const found: PairFault[] = []
  let next = 0
  for (const { start, end } of stretches) {
    while (next < times.length && (times[next] as Time).start < start) next++
    let last: DateTime | undefined
    for (; next < times.length && (times[next] as Time).end <= end; next++) {
      const time = times[next] as Time
      if (time.kind !== 'date') continue
      const between = last ? text.slice(last.end, startOf(time)) : ''
      if (last && between.length < 60 && !/[。！？\n]/.test(between)) {
        const by = wayOf(text, time, between)
        if (by && isBefore(time, last, by)) found.push({ at: whole(time), before: whole(last), by })
      }
      last = time
    }
  }
  return found
}

function wayOf(text: string, time: DateTime, between: string): PairFault['by'] | undefined {
  const behind = text.slice(time.end, time.end + 8)
  if (published.test(between) && !/修订|修正|原/.test(between) && force.test(behind)) return 'effect'
  if (begins.test(between) && until.test(between) && ends.test(behind)) return 'until'
  if (begins.test(between) && valid.test(between)) return 'until'
  const clauses = between.split(/[，；]/)
  if (term.test(between) && term.test(behind) && clauses.length === 2 && !same.test(between)) return 'term'
  return undefined
}

/** Without years both are of one year, and a term of the next one is no fault. */
function isBefore(time: DateTime, last: DateTime, by: PairFault['by']): boolean {
  const [one, other] = [numberOf(last), numberOf(time)]
  if (one !== undefined && other !== undefined) return other < one
  if (by !== 'term' || time.year || last.year || time.day === undefined || last.day === undefined) return false
  const distance = last.month * 31 + last.day - (time.month * 31 + time.day)
  return distance > 0 && distance < nearest
}

/** Days between two terms of one year; farther apart the second is one of the next. */
const nearest = 100
