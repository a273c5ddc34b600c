/** What is wrong with phases that should follow one upon the other; what is due in one is due before its end. */
import { type BracketedPhase, dayNumber, phaseSeries, type Span, times, type Use, within } from '../../../src/kit.ts'

export interface PhaseFault {
  readonly id: 'overlap' | 'order' | 'late'
  readonly at: Span
  readonly phase: Span
  /** The other phases follow upon one another to the day. */
  readonly isSure: boolean
}

/** Faults of every series of phases, in order of the text. */
export function phaseFaults(text: string, use: Use): PhaseFault[] {
  return use(phaseSeries)
    .flatMap((phases) => faultsOf(text, use, phases))
    .sort((a, b) => a.at.start - b.at.start)
}

function faultsOf(text: string, use: Use, phases: readonly BracketedPhase[]): PhaseFault[] {
  if (phases.length < fewestPhases) return []
  const pairs = phases.slice(1).map((next, index) => [phases[index] as BracketedPhase, next] as const)
  const joined = pairs.filter(([before, next]) => next.from === before.to || next.from === before.to + 1).length
  const isSure = joined >= surely
  const found: PhaseFault[] = []
  for (const [before, next] of pairs) {
    // A phase of months may begin in the month in which the one before ends.
    const slack = before.isExact && next.isExact ? 0 : 31
    if (next.from < before.from) {
      if (next.isDated && before.isDated) found.push({ id: 'order', at: next, phase: before, isSure })
    } else if (joined > 0 && next.from + slack < before.to) found.push({ id: 'overlap', at: next, phase: before, isSure })
  }
  if (joined === 0) return found
  return [...found, ...phases.flatMap((phase) => lateIn(text, use, phase, isSure))]
}

/** Two dates in brackets are no series yet. */
const fewestPhases = 3
/** As many phases must follow upon one another to the day before a fault is more than a hint. */
const surely = 2

/** 12月15日前全部投入运营, in a phase that is over on 15 November. */
function lateIn(text: string, use: Use, phase: BracketedPhase, isSure: boolean): PhaseFault[] {
  const year = Math.floor(phase.to / 372)
  return within(use(times), { start: phase.end, end: phase.until }).flatMap((date): PhaseFault[] => {
    if (date.kind !== 'date' || date.day === undefined || !/^之?前/.test(text.slice(date.end, date.end + 2))) return []
    if (date.year !== undefined && (date.year.kind !== 'year' || date.year.value !== year)) return []
    if (Math.floor(phase.from / 372) !== year || dayNumber(year, date.month, date.day) <= phase.to) return []
    return [{ id: 'late', at: date, phase, isSure }]
  })
}
