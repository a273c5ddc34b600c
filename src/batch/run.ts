/** A run over many files: plan, threads, and what is written of it, in the order of the inputs. Words nothing. */
import { jsonLine } from '../report/json.ts'
import { findingLines, findingsHead, indexHead, indexLine, sectionLines, type Written } from './flat.ts'
import { closeFolder, type Draft, draft, names, type OutputFolder, readOutput } from './folder.ts'
import { type Known, openJournal } from './journal.ts'
import { inOrder } from './ordered.ts'
import type { Planned } from './plan.ts'
import { chunks, type Lane, share } from './pool.ts'
import type { Outcome, Row, SkippedRow } from './row.ts'

/** A task with its number, from 0: results come in any order. */
export interface Numbered {
  readonly index: number
  readonly task: Planned & { readonly known?: string }
}

/** What is known of a run while it goes on and at its end. */
export interface Tally {
  readonly done: number
  readonly kept: number
  readonly failed: number
  /** Reports with findings at error level. */
  readonly withErrors: number
  /** Of inputs that were converted, not only looked at. */
  readonly bytes: number
}

const noTally: Tally = { done: 0, kept: 0, failed: 0, withErrors: 0, bytes: 0 }

export interface RunOptions {
  readonly folder: OutputFolder
  readonly inputs: Iterable<Planned>
  /** What was found and is no input. */
  readonly skipped: readonly SkippedRow[]
  /** The journal of an earlier run; closed at the end. */
  readonly known: Known
  /** Whether the journal goes on or begins anew. */
  readonly isResumed: boolean
  /** Who does the work: threads here, or workers elsewhere. */
  readonly lanes: readonly Lane<Numbered, Outcome>[]
  /** Asked between two files: no more are begun. */
  readonly isStopped: () => boolean
  readonly onProgress: (tally: Tally) => void
}

export interface RunResult {
  readonly tally: Tally
  /** Every input was dealt with, and the lists are written. */
  readonly isComplete: boolean
  /** The disk failed: what was done is in the journal. */
  readonly fatal?: Outcome
}

/** Files that go to a thread together: enough to hide the message, few enough to be spread and to be stopped soon. */
const chunkSize = 16
/** How far threads may be ahead of the first file that is not done: what waits for it is kept in memory. */
const mostAhead = 5_000

/** The files that list a run. They appear together at its end; until then those of an earlier run stay. */
interface Listing {
  add(outcome: Outcome): void
  commit(): void
  abandon(): void
}

function listing(folder: OutputFolder, skipped: readonly SkippedRow[]): Listing {
  const drafts: Draft[] = []
  const begin = (name: string): Draft => {
    const made = draft(folder, name)
    drafts.push(made)
    return made
  }
  const errors = begin(names.errors)
  const index = begin(names.index)
  const journal = begin(names.journal)
  const passedOver = begin(names.skipped)
  const sections = begin(names.sections)
  const findingTable = begin(names.findingTable)
  const indexTable = begin(names.indexTable)
  for (const row of skipped) passedOver.write(`${jsonLine(row)}\n`)
  findingTable.write(findingsHead)
  indexTable.write(indexHead)
  const tables = (row: Row): void => {
    const written = row.status === 'ok' ? (JSON.parse(readOutput(folder.path, row.output)) as Written) : undefined
    indexTable.write(indexLine(row, written))
    if (!written) return
    sections.write(sectionLines(row.path, written))
    findingTable.write(findingLines(row.path, written))
  }
  return {
    add({ journal: entry }) {
      index.write(`${jsonLine(entry.row)}\n`)
      journal.write(`${jsonLine(entry)}\n`)
      if ('error' in entry) errors.write(`${jsonLine(entry.error)}\n`)
      tables(entry.row)
    },
    commit() {
      for (const made of drafts.splice(0)) made.commit(true)
    },
    abandon() {
      for (const made of drafts) made.abandon()
    },
  }
}

const withOutcome = (tally: Tally, { journal: { row }, isKept }: Outcome): Tally => ({
  done: tally.done + 1,
  kept: tally.kept + (isKept ? 1 : 0),
  failed: tally.failed + (row.status === 'failed' ? 1 : 0),
  withErrors: tally.withErrors + (row.status === 'ok' && row.errors > 0 ? 1 : 0),
  bytes: tally.bytes + (row.status === 'ok' && !isKept ? row.bytes : 0),
})

/** Converts all inputs into the folder, which is closed at the end. */
export async function runBatch(options: RunOptions): Promise<RunResult> {
  const { folder, known, isStopped } = options
  let fatal: Outcome | undefined
  let tally = noTally
  let total = 0
  let isAllGiven = false
  const journal = openJournal(folder.path, !options.isResumed)
  const lists = listing(folder, options.skipped)
  const ordered = inOrder<Outcome>((outcome) => lists.add(outcome))

  const take = (outcome: Outcome, index: number): void => {
    if (outcome.isFatal) {
      fatal ??= outcome
      return
    }
    if (!outcome.isKept) journal.add(jsonLine(outcome.journal))
    tally = withOutcome(tally, outcome)
    ordered.add(index, outcome)
    options.onProgress(tally)
  }

  function* numbered(): Generator<Numbered> {
    for (const planned of options.inputs) {
      if (isStopped() || fatal) return
      const index = total++
      const line = known.get(planned.path)
      yield { index, task: line === undefined ? planned : { ...planned, known: line } }
    }
    isAllGiven = true
  }

  try {
    const mayTake = (): boolean => total - ordered.passed < mostAhead
    await share(options.lanes, chunks(numbered(), chunkSize), ({ index }, outcome) => take(outcome, index), mayTake)
    const isComplete = isAllGiven && ordered.passed === total
    journal.close()
    if (isComplete) lists.commit()
    return { tally, isComplete, ...(fatal && { fatal }) }
  } finally {
    known.close()
    lists.abandon()
    closeFolder(folder)
  }
}
