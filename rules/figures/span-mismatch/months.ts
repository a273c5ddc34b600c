/** How many months a thing takes, and from when to when: 2024年6月至2025年7月，工期约14个月; 自4月1日起至11月30日止, 为期8个月. */
import {
  type DateTime,
  inProse,
  type NamedPhase,
  numberOf,
  type Span,
  type Stretch,
  type TimeRange,
  timeRanges,
  type Use,
} from '../../../src/kit.ts'

export interface MonthsTold {
  readonly said: Span
  readonly range: Span
  /** The months that the range takes. */
  readonly due: number
}

const told = /(?:为期|工期|历时|时长|周期)(?:约|共|为|是|预计)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})个月/g
/** What is lasting is not what the range is of. */
const longest = 40

interface Whole {
  readonly range: TimeRange
  readonly months: number
}

export function monthsTold(text: string, use: Use): MonthsTold[] {
  const byStretch = new Map<Stretch, Whole[]>()
  for (const { one: range, stretch } of inProse(use, use(timeRanges))) {
    const months = monthsOf(range)
    if (months === undefined) continue
    const wholes = byStretch.get(stretch) ?? []
    wholes.push({ range, months })
    byStretch.set(stretch, wholes)
  }
  const found: MonthsTold[] = []
  for (const [stretch, wholes] of byStretch) {
    for (const match of text.slice(stretch.start, stretch.end).matchAll(told)) {
      const months = numberOf(match[1] as string)
      const start = stretch.start + match.index
      const said = { start, end: start + match[0].length }
      const [whole] = wholes
      if (months === undefined || !whole || wholes.length > 1) continue
      const between =
        whole.range.end <= said.start ? text.slice(whole.range.end, said.start) : text.slice(said.end, whole.range.start)
      if (between.length > longest || /[。！？]/.test(between)) continue
      // Of 六月至七月 somebody counts one month, another two; of days what is begun may be counted or not.
      if (Math.abs(whole.months - months) > 1) found.push({ said, range: whole.range, due: whole.months })
    }
  }
  return found
}

/** 为期6个月的专项行动, told once, of a plan whose phases take eight. */
export function monthsOfPlan(text: string, phases: readonly NamedPhase[]): MonthsTold[] {
  const [first] = phases
  const last = phases[phases.length - 1]
  const all = [...text.matchAll(told)].filter(([words]) => words.startsWith('为期'))
  const [match] = all
  const months = match && numberOf(match[1] as string)
  if (!first || !last || first === last || first.plan !== last.plan || !match || all.length > 1 || months === undefined) return []
  // Years of 372 days, months of 31.
  const due = Math.round((last.to - first.from + 1) / 31)
  const said = { start: match.index, end: match.index + match[0].length }
  // Years said here and not there tell nothing.
  return due > 0 && due <= longestPlan && Math.abs(due - months) > 1
    ? [{ said, range: { start: first.range.start, end: last.range.end }, due }]
    : []
}

const longestPlan = 48

/** Months from the first to the last, both counted; undefined without a year or where the range does not tell. */
function monthsOf({ from, to }: TimeRange): number | undefined {
  if (from.kind !== 'date' || to.kind !== 'date') return undefined
  const first = yearOf(from)
  const last = yearOf(to) ?? (to.month >= from.month ? first : undefined)
  if ((first === undefined) !== (last === undefined)) return undefined
  const months = ((last ?? 0) - (first ?? 0)) * 12 + to.month - from.month + 1
  return months > 0 ? months : undefined
}

const yearOf = ({ year }: DateTime): number | undefined => (year?.kind === 'year' ? year.value : undefined)
