/** The work of `parse` and `outline`: one file, whose failure is the failure of the run. */

import { STDIN } from '../../disk/stdin.ts'
import { HegaoError } from '../../errors.ts'
import { meta } from '../../facts/meta.ts'
import { statementRows } from '../../facts/statements/rows.ts'
import { type CheckedDocument, type CheckOptions, checkBytes } from '../../hegao.ts'
import { documentPieces } from '../../report/document.ts'
import { outline } from '../../report/outline.ts'
import { plain } from '../../report/palette.ts'
import { exitStatus, nothing, withFile } from '../../report/summary.ts'
import { version } from '../../version.ts'
import { withoutOutputs } from '../files/own-outputs.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { noteUnchecked } from '../notes.ts'
import type { PositionsOption, ReadingOptions, TimeOptions } from '../options.ts'
import { outputTo, printed, writing } from '../output.ts'
import type { Session } from '../session.ts'
import { withinLimit } from '../time-limit.ts'

/** Of both. */
export interface OutlineOptions extends ReadingOptions, TimeOptions {}

export interface ParseOptions extends OutlineOptions, PositionsOption {
  readonly outputFile?: string
  readonly force?: true
  readonly statements?: true
}

/** What the configuration is looked for by. */
const nameOf = (path: string, { stdinFilename }: ReadingOptions): string => (path === '-' ? (stdinFilename ?? STDIN) : path)

async function checkOne(
  path: string,
  { stdinFilename: stdinName, timeout }: OutlineOptions,
  options: CheckOptions,
  { lang }: Session,
): Promise<[CheckedDocument, Uint8Array]> {
  const bytes = bytesOf(path === '-' ? { path: stdinName ?? STDIN, from: 'stdin' } : { path, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  const name = path === '-' ? (stdinName ?? STDIN) : path
  const checked = await checkBytes(name, bytes, withinLimit(options, name, timeout))
  if (checked.error) throw checked.error
  noteUnchecked(checked, lang)
  return [checked, bytes]
}

/** Prints the document; the status is that of `check`. */
export async function parseOne(path: string, options: ParseOptions, session: Session): Promise<0 | 1 | 2> {
  if (path !== '-') withoutOutputs([{ path, from: 'file' }], [options.outputFile], () => true)
  const { lang, check } = await prepare(options, session, nameOf(path, options))
  const [checked, bytes] = await checkOne(path, options, check, session)
  const { use } = checked.document
  const parsed = { ...checked, meta: use(meta), ...(options.statements && { statements: use(statementRows) }) }
  const form = { positions: options.positions ?? true, lang, version, sha256: sha256(bytes) }
  await writing(outputTo(options.outputFile, session.lang, options.force ? 'any' : 'ours'), (output) => {
    for (const piece of documentPieces(parsed, form)) output.write(piece)
  })
  return exitStatus(withFile(nothing, checked), -1)
}

// node:crypto is loaded here only, where a document is worth its cost.
const sha256 = (bytes: Uint8Array): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex')

/** Prints the outline. */
export async function outlineOne(path: string, options: OutlineOptions, session: Session): Promise<0 | 1 | 2> {
  const { check } = await prepare(options, session, nameOf(path, options))
  const [{ tree }] = await checkOne(path, options, { ...check, rules: [] }, session)
  printed(outline(tree, plain, session.lang), session.lang)
  return 0
}
