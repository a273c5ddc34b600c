/** Known findings: what a team has decided to live with for now. They are left out, and what is new is told. */
import type { Finding } from '../finding.ts'
import type { Severity } from '../rule.ts'
import type { Linted } from './run.ts'

/** One that is known. */
export interface KnownFinding {
  readonly ruleId: string
  readonly fingerprint: string
  /** The beginning of the words found, for people who read the file. */
  readonly text: string
}

/** How many more of one rule and level are known than were listed. */
export interface KnownOmission {
  readonly ruleId: string
  readonly severity: Severity
  readonly omitted: number
}

/** All that is known of one file. */
export type Known = readonly (KnownFinding | KnownOmission)[]

export const isOmission = (known: KnownFinding | KnownOmission): known is KnownOmission => 'omitted' in known

/** Enough to recognise it by. In UTF-16 units, give or take half a character. */
const excerpt = 40

const cut = (text: string): string =>
  text.length <= excerpt ? text : `${text.slice(0, excerpt).replace(/[\ud800-\udbff]$/, '')}…`

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const keyOf = (known: KnownFinding | KnownOmission): string =>
  isOmission(known) ? `${known.ruleId} ~${known.severity}` : `${known.ruleId} ${known.fingerprint}`

/** Sorted by rule and fingerprint, which stay where they are when lines move. */
export const inOrder = (known: Known): Known => [...known].sort((a, b) => order(keyOf(a), keyOf(b)))

/** All findings of a file as known ones. */
export function knownFrom({ findings, omitted }: Pick<Linted, 'findings' | 'omitted'>): Known {
  return inOrder([
    ...findings.map(({ ruleId, fingerprint, actual }) => ({ ruleId, fingerprint, text: cut(actual) })),
    ...omitted.map(({ ruleId, severity, count }) => ({ ruleId, severity, omitted: count })),
  ])
}

/** What is left of a file's findings when the known ones are taken away. */
export interface Sifted extends Pick<Linted, 'findings' | 'omitted'> {
  /** How many were taken away. */
  readonly known: number
  /** What is known and was not found again, of rules that ran. */
  readonly vanished: Known
}

/** `ran`: whether a rule ran; of one that did not, nothing has vanished. */
export function sift(
  { findings, omitted }: Pick<Linted, 'findings' | 'omitted'>,
  known: Known,
  ran: (ruleId: string) => boolean,
): Sifted {
  const prints = new Map(known.flatMap((one) => (isOmission(one) ? [] : [[one.fingerprint, one]])))
  const rest: Finding[] = []
  const seen = new Set<string>()
  for (const finding of findings) {
    if (prints.has(finding.fingerprint)) seen.add(finding.fingerprint)
    else rest.push(finding)
  }
  let counted = seen.size
  const left = omitted.flatMap((one) => {
    const before = known.find((row) => isOmission(row) && row.ruleId === one.ruleId && row.severity === one.severity)
    const allowed = before && isOmission(before) ? Math.min(before.omitted, one.count) : 0
    counted += allowed
    return allowed === one.count ? [] : [{ ...one, count: one.count - allowed }]
  })
  const vanished = known.filter((one) =>
    isOmission(one)
      ? !omitted.some(({ ruleId, severity }) => ruleId === one.ruleId && severity === one.severity)
      : !seen.has(one.fingerprint),
  )
  return { findings: rest, omitted: left, known: counted, vanished: vanished.filter(({ ruleId }) => ran(ruleId)) }
}
