/** The work of `annotate`: one document is read once, checked, and written as a copy. */
import { statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { annotatedCopy } from '../../act/annotate.ts'
import { type ChangeMode, changeModes } from '../../annotate/index.ts'
import { makeFolders } from '../../batch/folder.ts'
import { commonFolder } from '../../batch/plan.ts'
import { readFile } from '../../disk/file.ts'
import { onDisk } from '../../disk/name.ts'
import { failure, HegaoError } from '../../errors.ts'
import { isCopyOfOurs } from '../../read/zip.ts'
import { crashSentence } from '../../report/sentences.ts'
import { fill, type Lang } from '../../wording.ts'
import { replaceWhole } from '../atomic.ts'
import { expand, type SelectionOptions } from '../files/paths.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { noteUnchecked } from '../notes.ts'
import { type ReadingOptions, type TimeOptions, wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason, texts } from '../texts.ts'
import { limited } from '../time-limit.ts'
import { isDeviceName, slashed } from '../windows.ts'

export interface AnnotateCommandOptions extends ReadingOptions, TimeOptions, SelectionOptions {
  readonly outputFile?: string
  readonly force?: boolean
  readonly changes: string
  readonly date?: string
  readonly quiet?: boolean
}

/** What is looked for in folders; a document that is named is read whatever its name. */
const isWord = (path: string): boolean => wordExtensions.has(extname(path).toLowerCase())

/** Writes a copy of each document; 2 where one of them could not be made. */
export async function annotateAll(paths: readonly string[], options: AnnotateCommandOptions, session: Session): Promise<0 | 2> {
  const [first] = paths
  if (first !== undefined && paths.length === 1 && statusOf(first)?.isDirectory() !== true && !/[*?]/.test(first)) {
    return annotateOne(first, options, session)
  }
  const { lang } = session
  if (paths.length === 0) throw wrong(texts.noPaths, lang, {})
  if (paths.includes('-')) throw wrong(texts.annotateStdin, lang, {})
  const { configs } = await prepare(options, session, first)
  const { targets, ignored } = await expand(paths, options, configs)
  for (const { path, by } of ignored) note(fill(gateTexts.ignored, lang, { path, by }))
  const named = new Set(paths)
  const documents = targets.filter((target) => 'error' in target || named.has(target.path) || isWord(target.path))
  if (documents.length === 0) throw wrong(texts.noDocuments, lang, {})
  const { outputFile } = options
  if (outputFile !== undefined && statusOf(outputFile) === undefined) makeFolder(outputFile, lang)
  else if (outputFile !== undefined && !statusOf(outputFile)?.isDirectory())
    throw wrong(texts.noFolder, lang, { path: outputFile })
  const base = commonFolder(documents.map(({ path }) => dirname(resolve(path))))
  let status: 0 | 2 = 0
  for (const target of documents) {
    try {
      if ('error' in target) throw target.error
      const folder = outputFile && join(outputFile, relative(base, dirname(resolve(target.path))))
      if (folder) makeFolder(folder, lang)
      const own = await annotateOne(target.path, { ...options, ...(folder && { outputFile: folder }) }, session)
      status = own === 2 ? 2 : status
    } catch (error) {
      if (!(error instanceof HegaoError)) throw error
      status = 2
      note(
        fill(texts.complaint, lang, { message: error.sentence(lang) }),
        ...[error.hint(lang) ?? ''].filter((hint) => hint !== ''),
      )
    }
  }
  return status
}

function makeFolder(path: string, lang: Lang): void {
  try {
    makeFolders(path)
  } catch (error) {
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
}

/** Writes the copy and says so; 0 when that was done or there was nothing to say, 2 where a rule failed on the way. */
async function annotateOne(path: string, options: AnnotateCommandOptions, session: Session): Promise<0 | 2> {
  const { lang: ownLang } = session
  const changes = modeOf(options.changes, ownLang)
  const date = dateOf(options.date, process.env.SOURCE_DATE_EPOCH, ownLang)
  if (path === '-') throw wrong(texts.annotateStdin, ownLang, {})
  const { lang, check } = await prepare(options, session, path)
  const bytes = bytesOf({ path, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  const copying = { lang, changes, quiet: options.quiet ?? false, ...(date !== undefined && { date }) }
  const made = await limited(path, options.timeout, () => annotatedCopy(path, bytes, check, copying))
  const output = outputFor(path, options.outputFile)
  refuseOverwriting(path, bytes, output, options.force ?? false)

  const { checked, isSilent, comments, changes: changed } = made
  const { crashes } = checked
  noteUnchecked(checked, ownLang)
  for (const crash of crashes) note(fill(texts.complaint, ownLang, { message: crashSentence(crash, ownLang) }))
  const isUnread = checked.notes?.some(({ kind }) => kind === 'no-text' || kind === 'pictures') ?? false
  if (isSilent && !made.wasOurs && options.outputFile === undefined) {
    note(fill(isUnread ? texts.nothingToRead : texts.nothingToAnnotate, ownLang, { path }))
    return crashes.length > 0 ? 2 : 0
  }
  if (made.losesSignature) note(fill(texts.signatureLost, ownLang, { path }))
  writeCopy(output, made.bytes, path, options.outputFile, ownLang)
  const silence = isUnread ? texts.annotatedUnread : texts.annotatedNothing
  note(fill(isSilent ? silence : texts.annotated, ownLang, { comments, changes: changed, path: output }))
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

/** The copy of 讲话.核稿.docx is 讲话.核稿2.docx. */
function copyName(name: string): string {
  const [, stem, number] = /^(.*)\.核稿(\d{0,4})$/.exec(name) ?? []
  return stem === undefined ? `${name}.核稿` : `${stem}.核稿${Number(number || 1) + 1}`
}

/** Written as the name of a folder, whether there is one or not. */
const isFolderName = (path: string): boolean => slashed(path).endsWith('/')

/** `draft.docx` → `draft.核稿.docx` beside it, or in the folder that `given` is or is written as, or `given`. */
export function outputFor(path: string, given: string | undefined): string {
  const extension = extname(path)
  const name = `${copyName(basename(path, extension))}${isWord(path) ? extension : '.docx'}`
  if (given === undefined) return join(dirname(path), name)
  return isFolderName(given) || statusOf(given)?.isDirectory() ? join(given, name) : given
}

const statusOf = (path: string) => statSync(onDisk(path), { throwIfNoEntry: false, bigint: true })

/** The input is never written, under whatever name; what stands at the output only if it is just as hegao wrote it. */
export function refuseOverwriting(path: string, bytes: Uint8Array, output: string, isForced: boolean): void {
  if (isDeviceName(output)) throw failure('device-name', { path: output })
  const [input, existing] = [statusOf(path), statusOf(output)]
  if (!existing) return
  if (input && input.dev === existing.dev && input.ino === existing.ino) throw failure('copy-is-input', { path: output })
  if (!existing.isFile()) throw failure('not-a-file', { path: output })
  if (isForced) return
  const there = readFile(output)
  // A copy of a document in which nothing was found is the document.
  if (!isCopyOfOurs(there) && Buffer.compare(there, bytes) !== 0) throw failure('copy-exists', { path: output })
}

/** A copy is read by nobody who may not read the document `like`. Makes the folder that `given` is written as. */
export function writeCopy(path: string, bytes: Uint8Array, like: string, given: string | undefined, lang: Lang): void {
  if (given !== undefined && isFolderName(given)) makeFolder(given, lang)
  try {
    replaceWhole(path, bytes, { like })
  } catch (error) {
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
}
