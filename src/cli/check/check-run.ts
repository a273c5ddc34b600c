/** The work of `check` and `fix`. One file is read, checked, told and forgotten before the next. */
import { existsSync } from 'node:fs'
import { perhaps } from '../config.ts'
import { HegaoError } from '../errors.ts'
import { checkBytes, failed } from '../hegao.ts'
import { diff } from '../report/diff.ts'
import { plain } from '../report/palette.ts'
import { exitStatus, nothing, withFile } from '../report/summary.ts'
import { isText } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { fill } from '../wording.ts'
import type { Cache } from './cache.ts'
import type { CacheOptions } from './cache-options.ts'
import { commands } from './commands.ts'
import { type FixMode, type RepairedFile, repairFile, unrepaired } from './fix-run.ts'
import { type Gate, gateFor } from './gate.ts'
import type { GateOptions } from './gate-options.ts'
import { gateTexts } from './gate-texts.ts'
import { prepareFor } from './long-run.ts'
import { noteUnchecked } from './notes.ts'
import { type ReportingOptions, wrong } from './options.ts'
import { type Outlets, outletsFor } from './outlets.ts'
import { note, type Output, outputTo, writing } from './output.ts'
import { withoutOutputs } from './own-outputs.ts'
import { expand, firstName, type SelectionOptions, type Target } from './paths.ts'
import { bytesOf, type Prepared, prepare } from './preparation.ts'
import { paletteFor, type Session } from './session.ts'
import { texts } from './texts.ts'

export interface CheckRunOptions extends ReportingOptions, SelectionOptions, GateOptions, CacheOptions {}

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
  const selection = await expand(paths, options, configs)
  for (const { path, by } of selection.ignored) note(fill(gateTexts.ignored, session.lang, { path, by }))
  const named = new Set(paths)
  const outputs = [options.outputFile, options.cacheLocation, ...(options.format ?? []).map(({ path }) => path)]
  const targets = gate.among(withoutOutputs(selection.targets, outputs, (path) => named.has(path)))
  prepareFor(targets.length)
  const cache = options.cache && mode === 'no' ? (await import('./cache.ts')).cacheFor(options, session) : undefined
  const telling = mode === 'show' ? await changes(options, session) : findings(await outletsFor(options, session, lang))
  return writing(telling, async () => {
    let all = nothing
    const repaired = { count: 0, files: 0 }
    let untouched = 0
    telling.open()
    for (const target of targets) {
      const file = await dealWith(target, named.has(target.path), optionsFor, gate, mode, session, cache)
      all = withFile(all, file.checked)
      repaired.count += file.count
      repaired.files += file.count > 0 ? 1 : 0
      untouched += file.isUntouched ? 1 : 0
      telling.file(file)
      noteUnchecked(file.checked, session.lang)
      if (mode === 'show' && file.checked.error) noteFailure(file.checked.error, session)
    }
    telling.close()
    cache?.end()
    note(...gate.end())
    if (untouched > 0) note(fill(texts.untouched, session.lang, { count: untouched }))
    if (repaired.count > 0) note(fill(mode === 'show' ? texts.wouldRepair : texts.repaired, session.lang, repaired))
    return exitStatus(all, options.maxWarnings)
  })
}

/** What is told of files: findings, or with `--dry-run` the changes that `fix` would make, whatever the format. */
interface Telling extends Output {
  open(): void
  file(file: RepairedFile): void
  close(): void
}

const findings = (outlets: Outlets): Telling => ({ ...outlets, file: ({ checked }) => outlets.file(checked) })

async function changes({ outputFile }: ReportingOptions, session: Session): Promise<Telling> {
  const palette = outputFile === undefined ? await paletteFor(session) : plain
  const output = outputTo(outputFile, session.lang)
  return {
    ...output,
    open: () => {},
    file: ({ checked, before, after }) => output.write(diff(checked.path, before, after, palette)),
    close: () => {},
  }
}

const noteFailure = (error: HegaoError, { lang }: Session): void =>
  note(fill(texts.complaint, lang, { message: error.sentence(lang) }))

/** A misspelt command is taken for a file by commander; that no file is called so tells the two apart. */
function refuseMistakes(paths: readonly string[], mode: FixMode, { lang }: Session): void {
  const [first] = paths
  const names = commands.map(({ name }) => name)
  if (first === undefined) throw wrong(texts.noPaths, lang, {})
  if (paths.filter((path) => path === '-').length > 1) throw wrong(texts.twiceStdin, lang, {})
  if (mode === 'write' && paths.includes('-')) throw wrong(texts.fixStdin, lang, {})
  if (/^[a-z]+$/.test(first) && nearest(first, names) !== undefined && !existsSync(first)) {
    throw wrong(texts.noCommand, lang, { name: first }, perhaps(first, names, lang))
  }
}

async function dealWith(
  target: Target,
  isNamed: boolean,
  optionsFor: Prepared['optionsFor'],
  gate: Gate,
  mode: FixMode,
  { lang }: Session,
  cache: Cache | undefined,
): Promise<RepairedFile> {
  if (cache) {
    const checked = await cache.check(target, optionsFor)
    return unrepaired(await gate.pass(checked, await optionsFor(target.path)))
  }
  const bytes = bytesOf(target)
  if (bytes instanceof HegaoError) return unrepaired(failed(target.path, bytes))
  prepareFor(1, bytes.length)
  const options = await optionsFor(target.path)
  const checked = await checkBytes(target.path, bytes, options)
  // Who names a Word file is told why it cannot be mended; in a folder there may be many, and the others are mended.
  const isPassedOver = mode === 'write' && !isNamed && checked.source !== undefined && !isText(checked.source.format)
  const file = mode === 'no' || isPassedOver ? unrepaired(checked) : await repairFile(checked, bytes, options, mode, lang)
  const isUntouched = isPassedOver && checked.findings.some(({ fix }) => fix?.grade === 'safe')
  return { ...file, isUntouched, checked: await gate.pass(file.checked, options) }
}
