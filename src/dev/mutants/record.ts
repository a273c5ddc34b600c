/** `test/mutants.json`: by rule which of a sample of changes no test notices. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../generate.ts'

/** So many changes of a rule are tried for the record, or all where it has fewer. */
export const sample = 30

export interface Recorded {
  /** So many were tried. */
  readonly of: number
  /** The file, in the rule's folder, and what was changed there. */
  readonly unnoticed: readonly string[]
  /** What the rule and its proofs were then. */
  readonly fingerprint: string
}

export type MutantRecord = Readonly<Record<string, Recorded>>

const path = join(root, 'test', 'mutants.json')

export const readRecord = (): MutantRecord => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as MutantRecord) : {})

export function writeRecord(record: MutantRecord): void {
  const sorted = Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(path, `${JSON.stringify(sorted, undefined, 2)}\n`)
}

type Count = Pick<Recorded, 'of' | 'unnoticed'>

/** At most so much of a sample may go unnoticed. */
export const isTooMany = ({ unnoticed, of }: Count): boolean => unnoticed.length * 5 > of

/**
 * Whether more goes unnoticed than the record has; of a rule that it does not have, more than a fifth. `slack`: so many more are
 * let pass, where a rule has changed since it was recorded and other changes of it fall into the sample.
 */
export const isMore = (now: Count, before: Count | undefined, slack = 0): boolean =>
  isTooMany(now) && (!before || (now.unnoticed.length - slack) * before.of > before.unnoticed.length * now.of)
