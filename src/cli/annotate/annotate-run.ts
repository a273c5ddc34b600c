/** The work of `annotate`: one document is read once, checked, and written as a copy. */
import { statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { annotatedCopy } from '../../act/annotate.ts'
import { type ChangeMode, changeModes } from '../../annotate/index.ts'
import { readFile } from '../../disk/file.ts'
import { failure, HegaoError } from '../../errors.ts'
import { isCopyOfOurs } from '../../read/zip.ts'
import { crashSentence } from '../../report/sentences.ts'
import { fill, type Lang } from '../../wording.ts'
import { replaceWhole } from '../atomic.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { noteUnchecked } from '../notes.ts'
import { type ReadingOptions, wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason, texts } from '../texts.ts'

export interface AnnotateCommandOptions extends ReadingOptions {
  readonly outputFile?: string
  readonly force?: boolean
  readonly changes: string
  readonly date?: string
  readonly quiet?: boolean
}

/** Writes the copy and says so; 0 when that was done or there was nothing to say, 2 where a rule failed on the way. */
export async function annotateOne(path: string, options: AnnotateCommandOptions, session: Session): Promise<0 | 2> {
  const { lang: ownLang } = session
  const changes = modeOf(options.changes, ownLang)
  const date = dateOf(options.date, process.env.SOURCE_DATE_EPOCH, ownLang)
  if (path === '-') throw wrong(texts.annotateStdin, ownLang, {})
  const { lang, check } = await prepare(options, session, path)
  const bytes = bytesOf({ path, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  const copying = { lang, changes, quiet: options.quiet ?? false, ...(date !== undefined && { date }) }
  const made = await annotatedCopy(path, bytes, check, copying)
  const output = outputFor(path, options.outputFile)
  refuseOverwriting(path, bytes, output, options.force ?? false)

  const { checked, isSilent, comments, changes: changed } = made
  const { crashes } = checked
  noteUnchecked(checked, ownLang)
  for (const crash of crashes) note(fill(texts.complaint, ownLang, { message: crashSentence(crash, ownLang) }))
  if (isSilent && !made.wasOurs && options.outputFile === undefined) {
    const isUnread = checked.notes?.some(({ kind }) => kind === 'no-text' || kind === 'pictures') ?? false
    note(fill(isUnread ? texts.nothingToRead : texts.nothingToAnnotate, ownLang, { path }))
    return crashes.length > 0 ? 2 : 0
  }
  if (made.losesSignature) note(fill(texts.signatureLost, ownLang, { path }))
  write(output, made.bytes, path, ownLang)
  note(fill(isSilent ? texts.annotatedNothing : texts.annotated, ownLang, { comments, changes: changed, path: output }))
  if (made.untold > 0) note(fill(texts.annotatedPartly, ownLang, { count: made.untold }))
  return crashes.length > 0 ? 2 : 0
}

function modeOf(text: string, lang: Lang): ChangeMode {
  const mode = changeModes.find((one) => one === text)
  if (!mode) throw wrong(texts.noChangeMode, lang, { value: text })
  return mode
}

/** A day, with or without a time. Word reads the time as local, whatever the Z says. */
const dates = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?Z?)?$/

/** `--date`, else SOURCE_DATE_EPOCH (seconds), else none: a copy shall not differ for being made at another time. */
function dateOf(given: string | undefined, epoch: string | undefined, lang: Lang): string | undefined {
  if (given !== undefined) {
    const [, day, minute = '00:00', second = '00'] = dates.exec(given) ?? []
    const date = `${day}T${minute}:${second}Z`
    if (day === undefined || !isDate(date)) throw wrong(texts.noCommentDate, lang, { value: given })
    return date
  }
  if (!epoch) return undefined
  const date = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (Number.isNaN(date.getTime())) throw wrong(texts.noEpoch, lang, { value: epoch })
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

function isDate(date: string): boolean {
  const time = new Date(date)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date.slice(0, -1))
}

const wordExtensions: ReadonlySet<string> = new Set(['.docx', '.docm', '.dotx', '.dotm'])

/** `draft.docx` → `draft.核稿.docx` beside it, or in the folder that `given` is, or `given`. */
function outputFor(path: string, given: string | undefined): string {
  const extension = extname(path)
  const isWord = wordExtensions.has(extension.toLowerCase())
  const name = `${basename(path, extension)}.核稿${isWord ? extension : '.docx'}`
  if (given === undefined) return join(dirname(path), name)
  return statusOf(given)?.isDirectory() ? join(given, name) : given
}

const statusOf = (path: string) => statSync(path, { throwIfNoEntry: false, bigint: true })

/** The input is never written, under whatever name; what stands at the output only if it is just as hegao wrote it. */
function refuseOverwriting(path: string, bytes: Uint8Array, output: string, isForced: boolean): void {
  const [input, existing] = [statusOf(path), statusOf(output)]
  if (!existing) return
  if (input && input.dev === existing.dev && input.ino === existing.ino) throw failure('copy-is-input', { path: output })
  if (!existing.isFile()) throw failure('not-a-file', { path: output })
  if (isForced) return
  const there = readFile(output)
  // A copy of a document in which nothing was found is the document.
  if (!isCopyOfOurs(there) && Buffer.compare(there, bytes) !== 0) throw failure('copy-exists', { path: output })
}

/** A copy is read by nobody who may not read the document `like`. */
function write(path: string, bytes: Uint8Array, like: string, lang: Lang): void {
  try {
    replaceWhole(path, bytes, { like })
  } catch (error) {
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
}
