/** One input → its document in the output folder. Runs in a thread; whatever is wrong with the file becomes an outcome. */
import { createHash } from 'node:crypto'
import { readFile } from '../disk/file.ts'
import { failure, HegaoError } from '../errors.ts'
import { type Meta, meta } from '../facts/meta.ts'
import { type CheckedDocument, type CheckOptions, checkBytes } from '../hegao.ts'
import { documentPieces } from '../report/document.ts'
import { nothing, withFile } from '../report/summary.ts'
import { version } from '../version.ts'
import type { Lang } from '../wording.ts'
import { draft, hashOfOutput, isOfTheDisk, type OutputFolder, removeOutput } from './folder.ts'
import { journalRow } from './journal.ts'
import { type Input, isRefused, type Planned } from './plan.ts'
import type { ConvertedRow, JournalRow, Outcome } from './row.ts'

/** How one file is to be checked, and a name for all that the outcome depends on beside the file. */
export interface FileOptions {
  readonly check: CheckOptions
  readonly lang: Lang
  readonly settings: string
  /** False leaves the places of nodes out of the document. */
  readonly positions: boolean
}

export interface ConvertContext {
  readonly folder: Pick<OutputFolder, 'path' | 'scratch'>
  /** By the absolute path of the file. */
  readonly optionsFor: (file: string) => FileOptions | Promise<FileOptions>
  /** Of complaints. */
  readonly lang: Lang
  /** Puts what the system said into the user's language. */
  readonly worded: (error: HegaoError) => HegaoError
}

/** A task: an input, and what the journal says of it. */
export type Task = Planned & { readonly known?: string }

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The file's bytes; messages call it as the user did. */
function bytesOf({ path, file }: Input): Uint8Array {
  try {
    return readFile(file)
  } catch (error) {
    if (!(error instanceof HegaoError)) throw error
    throw new HegaoError(error.code, { ...error.data, path }, error.cause)
  }
}

/** A document in memory, checked. */
interface Done {
  readonly checked: CheckedDocument
  readonly meta: Meta
  readonly sha256: string
  readonly bytes: number
}

/** A document checked and parsed; a file without a word is an error here: an archive should know of it. */
export async function checkedDocument(path: string, bytes: Uint8Array, check: CheckOptions): Promise<Done> {
  if (bytes.length === 0) throw failure('file-empty', { path })
  const checked = await checkBytes(path, bytes, check)
  if (checked.error) throw checked.error
  if (!/\S/.test(checked.source.text)) throw failure('file-empty', { path })
  return { checked, meta: checked.document.use(meta), sha256: sha256Of(bytes), bytes: bytes.length }
}

/** The document of `parse`, in pieces. */
export const piecesOf = (
  { checked, meta, sha256 }: Done,
  { lang, positions }: Pick<FileOptions, 'lang' | 'positions'>,
): Generator<string> => documentPieces({ ...checked, meta }, { positions, lang, version, sha256 })

function rowOf({ checked, meta, sha256, bytes }: Done, { path, output }: Input): ConvertedRow {
  const { errors, warnings, infos, crashes } = withFile(nothing, checked)
  const { format, encoding, text } = checked.source
  const counts = new Map<string, number>()
  const count = (ruleId: string, more: number): void => void counts.set(ruleId, (counts.get(ruleId) ?? 0) + more)
  for (const { ruleId } of checked.findings) count(ruleId, 1)
  for (const omission of checked.omitted) count(omission.ruleId, omission.count)
  const byName = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    path,
    output,
    status: 'ok',
    format,
    encoding: encoding ?? null,
    title: meta.title,
    year: meta.documentYear,
    reviewYear: meta.reviewYear,
    planYear: meta.planYear,
    sections: meta.sections,
    characters: text.length,
    errors,
    warnings,
    infos,
    findings: Object.fromEntries(byName),
    ...(crashes > 0 && { crashes }),
    ...(checked.notes && { notes: checked.notes.map(({ kind }) => kind) }),
    sha256,
    bytes,
  }
}

/** Does one task. Never rejects for a fault of the file, nor for one of the disk: that is said in the outcome. */
export async function convertOne(task: Task, context: ConvertContext): Promise<Outcome> {
  if (isRefused(task)) return failedOutcome(task, task.error, context)
  try {
    const bytes = bytesOf(task)
    const { check, settings, ...form } = await context.optionsFor(task.file)
    const kept = keep(task, bytes, settings, context)
    if (kept) return { journal: kept, isKept: true }
    const done = await checkedDocument(task.path, bytes, check)
    const { sha256: written } = writeDocument(piecesOf(done, form), task.output, context)
    return { journal: { journal: 1, settings, written, row: rowOf(done, task) } }
  } catch (error) {
    return failedOutcome(task, asFailure(task.path, error), context)
  }
}

function writeDocument(pieces: Iterable<string>, output: string, { folder }: ConvertContext): { readonly sha256: string } {
  const file = draft(folder, output)
  try {
    for (const piece of pieces) file.write(piece)
  } catch (error) {
    file.abandon()
    throw error
  }
  return file.commit()
}

const asFailure = (path: string, error: unknown): HegaoError =>
  error instanceof HegaoError
    ? error
    : failure('internal-error', { path, reason: error instanceof Error ? error.message : String(error) }, error)

/** What the journal says, where all of it still holds: the same program and options, the same input, the same output. */
function keep(task: Input & Task, bytes: Uint8Array, settings: string, { folder }: ConvertContext): JournalRow | undefined {
  const known = task.known === undefined ? undefined : journalRow(task.known)
  if (!known || !('settings' in known) || known.settings !== settings) return undefined
  if (known.row.output !== task.output || known.row.bytes !== bytes.length || known.row.sha256 !== sha256Of(bytes))
    return undefined
  return hashOfOutput(folder.path, task.output) === known.written ? known : undefined
}

/** The outcome of an input that could not be converted; an output of an earlier run goes, since it would lie. */
export function failedOutcome(
  task: Planned,
  given: HegaoError,
  context: Pick<ConvertContext, 'folder' | 'lang' | 'worded'>,
): Outcome {
  const error = context.worded(given)
  const { path } = task
  const output = isRefused(task) ? null : task.output
  const hint = error.hint(context.lang)
  const isFatal = isOfTheDisk(error)
  if (output !== null && !isFatal) removeOutput(context.folder.path, output)
  return {
    journal: {
      journal: 1,
      row: { path, output, status: 'failed', code: error.code },
      error: { path, code: error.code, message: error.sentence(context.lang), ...(hint !== undefined && { hint }) },
    },
    ...(isFatal && { isFatal }),
  }
}
