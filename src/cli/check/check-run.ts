/** The work of `check` and `fix`. One file is read, checked, told and forgotten before the next; with threads a few are ahead. */
import { HegaoError } from '../../errors.ts'
import { type CheckOptions, checkBytes, failed } from '../../hegao.ts'
import { diff } from '../../report/diff.ts'
import { plain } from '../../report/palette.ts'
import { exitStatus, nothing, withFile } from '../../report/summary.ts'
import { isText } from '../../source.ts'
import { fill, type Lang } from '../../wording.ts'
import { withoutOutputs } from '../files/own-outputs.ts'
import { expand, firstName, isOnDisk, type SelectionOptions, type Target } from '../files/paths.ts'
import { bytesOf, type Prepared, prepare } from '../files/preparation.ts'
import { skippedFiles } from '../files/skipped.ts'
import { gateFor } from '../gate/gate.ts'
import type { GateOptions } from '../gate/gate-options.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { prepareFor } from '../long-run.ts'
import { noteUnchecked } from '../notes.ts'
import { type Jobs, type ReportingOptions, type TimeOptions, wrong } from '../options.ts'
import { isTerminal, note, type Output, outputTo, writing } from '../output.ts'
import { paletteFor, type Session } from '../session.ts'
import { texts } from '../texts.ts'
import { withinLimit } from '../time-limit.ts'
import type { Helpers } from './ahead.ts'
import type { Cache, CheckFile } from './cache.ts'
import type { CacheOptions } from './cache-options.ts'
import { type FixMode, type RepairedFile, repairFile, unrepaired } from './fix-run.ts'
import { type Outlets, outletsFor } from './outlets.ts'

export interface CheckRunOptions extends ReportingOptions, TimeOptions, SelectionOptions, GateOptions, CacheOptions {
  /** Left out: one at a time. */
  readonly jobs?: Jobs
}

/** Checks, and by `mode` repairs, all `paths`; gives the exit status. */
export async function checkAll(
  paths: readonly string[],
  options: CheckRunOptions,
  mode: FixMode,
  session: Session,
): Promise<0 | 1 | 2> {
  refuseMistakes(paths, mode, session)
  const { lang, optionsFor, configs } = await prepare(options, session, firstName(paths, options))
  const gate = await gateFor(options, session)
  const skipped = skippedFiles()
  const selection = await expand(paths, options, configs, skipped.add)
  for (const { path, by } of selection.ignored) note(fill(gateTexts.ignored, session.lang, { path, by }))
  const named = new Set(paths)
  const outputs = [options.outputFile, options.cacheLocation, ...(options.format ?? []).map(({ path }) => path)]
  const targets = gate.among(withoutOutputs(selection.targets, outputs, (path) => named.has(path)))
  prepareFor(targets.length)
  const cache = options.cache && mode === 'no' ? (await import('./cache.ts')).cacheFor(options, session) : undefined
  const unknown = cache ? targets.filter(({ path }) => !cache.knows(path)) : targets
  const helpers = mode === 'no' ? await helpersFor(unknown, paths, options, session) : undefined
  const isNamed = (path: string): boolean => named.has(path)
  const { timeout } = options
  const run: Examination = { optionsFor, mode, isNamed, lang: session.lang, cache, helpers, timeout }
  // A run that prints nothing says at a terminal what it did.
  const written =
    isQuiet(options) && mode !== 'show' && isTerminal(2) ? (options.format ?? []).flatMap(({ path }) => path ?? []) : []
  const telling = mode === 'show' ? await changes(options, session) : findings(await outletsFor(options, session, lang))
  const tell = async (): Promise<0 | 1 | 2> => {
    let all = nothing
    const repaired = { count: 0, files: 0 }
    let untouched = 0
    telling.open()
    for await (const { file, options: own } of begun(targets, helpers?.ahead ?? 0, (target) => examine(target, run))) {
      const checked = await gate.pass(file.checked, own)
      all = withFile(all, checked)
      repaired.count += file.count
      repaired.files += file.count > 0 ? 1 : 0
      untouched += file.isUntouched ? 1 : 0
      telling.file({ ...file, checked })
      noteUnchecked(checked, session.lang)
      for (const text of file.lost ?? []) note(fill(text, session.lang, { path: checked.path }))
      if (mode === 'show' && checked.error) noteFailure(checked.error, session)
    }
    telling.close()
    cache?.end()
    note(...gate.end())
    note(...skipped.told(session.lang))
    if (untouched > 0) note(fill(texts.untouched, session.lang, { count: untouched }))
    if (mode === 'show' && repaired.count === 0) note(fill(texts.nothingToRepair, session.lang, {}))
    for (const path of written) note(fill(texts.written, session.lang, { path }))
    if (repaired.count > 0) note(fill(mode === 'show' ? texts.wouldRepair : texts.repaired, session.lang, repaired))
    return exitStatus(all, options.maxWarnings)
  }
  try {
    return await writing(telling, tell)
  } finally {
    await helpers?.close()
  }
}

/** Threads that check `targets`, where they repay their start. */
async function helpersFor(
  targets: readonly Target[],
  paths: readonly string[],
  options: CheckRunOptions,
  session: Session,
): Promise<Helpers | undefined> {
  const { jobs = 1 } = options
  if (jobs === 1 || targets.length < 2) return undefined
  return (await import('./ahead.ts')).helpersFor(targets, jobs, { options, first: firstName(paths, options), session })
}

/** What is told of files: findings, or with `--dry-run` the changes that `fix` would make, whatever the format. */
interface Telling extends Output {
  open(): void
  file(file: RepairedFile): void
  close(): void
}

const findings = (outlets: Outlets): Telling => ({ ...outlets, file: ({ checked }) => outlets.file(checked) })

async function changes({ outputFile, force }: ReportingOptions, session: Session): Promise<Telling> {
  const palette = outputFile === undefined ? await paletteFor(session) : plain
  const output = outputTo(outputFile, session.lang, force ? 'any' : 'ours')
  return {
    ...output,
    open: () => {},
    file: ({ checked, before, after }) => output.write(diff(checked.path, before, after, palette)),
    close: () => {},
  }
}

/** Nothing goes to standard output. */
const isQuiet = ({ format, outputFile }: CheckRunOptions): boolean =>
  outputFile === undefined && format !== undefined && format.every(({ path }) => path !== undefined)

const noteFailure = (error: HegaoError, { lang }: Session): void =>
  note(fill(texts.complaint, lang, { message: error.sentence(lang) }))

function refuseMistakes(paths: readonly string[], mode: FixMode, { lang }: Session): void {
  if (paths.length === 0) throw wrong(texts.noPaths, lang, {})
  if (paths.filter((path) => path === '-').length > 1) throw wrong(texts.twiceStdin, lang, {})
  if (mode === 'write' && paths.includes('-')) throw wrong(texts.fixStdin, lang, {})
}

/** What holds for the examination of every file of a run. */
interface Examination {
  readonly optionsFor: Prepared['optionsFor']
  readonly mode: FixMode
  readonly isNamed: (path: string) => boolean
  readonly lang: Lang
  readonly cache: Cache | undefined
  readonly helpers: Helpers | undefined
  /** Seconds that a file may take. */
  readonly timeout: number
}

/** A file as it was found, and repaired where that was asked for. */
interface Examined {
  readonly file: RepairedFile
  readonly options: CheckOptions
}

/** One file by itself: nothing here depends on the files before it. */
async function examine(target: Target, run: Examination): Promise<Examined> {
  const { optionsFor, mode, cache, helpers } = run
  const { path } = target
  if (cache) {
    const check: CheckFile = async (name, bytes, options) =>
      (await helpers?.check({ path: name, bytes })) ?? checkBytes(name, bytes, withinLimit(options, name, run.timeout))
    const checked = await cache.check(target, optionsFor, check)
    return { file: unrepaired(checked), options: await optionsFor(path) }
  }
  const there = isOnDisk(target) ? await helpers?.check({ path }) : undefined
  if (there) return { file: unrepaired(there), options: await optionsFor(path) }
  const bytes = bytesOf(target)
  const options = withinLimit(await optionsFor(path), path, run.timeout)
  if (bytes instanceof HegaoError) return { file: unrepaired(failed(path, bytes)), options }
  prepareFor(1, bytes.length)
  const checked = await checkBytes(path, bytes, options)
  // Who names a Word file is told why it cannot be mended; in a folder there may be many, and the others are mended.
  const isPassedOver = mode === 'write' && !run.isNamed(path) && checked.source !== undefined && !isText(checked.source.format)
  if (mode === 'no' || isPassedOver) {
    const isUntouched = isPassedOver && checked.findings.some(({ fix }) => fix?.grade === 'safe')
    return { file: { ...unrepaired(checked), isUntouched }, options }
  }
  return { file: await repairFile(checked, bytes, options, mode, run.lang), options }
}

/** Gives what `begin` makes of each item, in order; `ahead` more are begun before the first is given. */
async function* begun<Item, Result>(
  items: readonly Item[],
  ahead: number,
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  for (const item of items) {
    const result = begin(item)
    // Whoever waits for it hears of its failure in its turn.
    result.catch(() => {})
    pending.push(result)
    // Helpers are heard between two files.
    if (ahead > 0) await new Promise((resolve) => setImmediate(resolve))
    if (pending.length > ahead) yield (await pending.shift()) as Result
  }
  for (const result of pending) yield await result
}
