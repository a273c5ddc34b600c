/** The work of `check` and `fix`. One file is read, checked, told and forgotten before the next. */
import { existsSync } from 'node:fs'
import { perhaps } from '../config.ts'
import { HegaoError } from '../errors.ts'
import { type CheckOptions, checkBytes, failed } from '../hegao.ts'
import { diff } from '../report/diff.ts'
import { type Reporter, reporters } from '../report/index.ts'
import { type Palette, plain } from '../report/palette.ts'
import { exitStatus, nothing, onlyErrors, withFile } from '../report/summary.ts'
import { nearest } from '../text/nearest.ts'
import { version } from '../version.ts'
import { fill } from '../wording.ts'
import { commands } from './commands.ts'
import { type FixMode, type RepairedFile, repairFile, unrepaired } from './fix-run.ts'
import { type ReportingOptions, wrong } from './options.ts'
import { note, outputTo, writing } from './output.ts'
import { expand, type Target } from './paths.ts'
import { bytesOf, prepare } from './preparation.ts'
import { paletteFor, type Session } from './session.ts'
import { texts } from './texts.ts'

/** Checks, and by `mode` repairs, all `paths`; gives the exit status. */
export async function checkAll(
  paths: readonly string[],
  options: ReportingOptions,
  mode: FixMode,
  session: Session,
): Promise<0 | 1 | 2> {
  refuseMistakes(paths, mode, session)
  const { lang, check } = prepare(options, session)
  const targets = await expand(paths, options.stdinFilename)
  const isForPeople = (options.format === 'pretty' || mode === 'show') && options.outputFile === undefined
  const palette = isForPeople ? await paletteFor(session) : plain
  const quiet = options.quiet ?? false
  const reporter =
    mode === 'show' ? changes(palette) : findings(reporters[options.format]({ lang, palette, version, quiet }), quiet)
  const output = outputTo(options.outputFile, session.lang)
  return writing(output, async () => {
    let all = nothing
    const repaired = { count: 0, files: 0 }
    output.write(reporter.open())
    for (const target of targets) {
      const file = await dealWith(target, check, mode, session)
      all = withFile(all, file.checked)
      repaired.count += file.count
      repaired.files += file.count > 0 ? 1 : 0
      output.write(reporter.file(file))
      if (mode === 'show' && file.checked.error) noteFailure(file.checked.error, session)
    }
    output.write(reporter.close())
    if (repaired.count > 0) note(fill(mode === 'show' ? texts.wouldRepair : texts.repaired, session.lang, repaired))
    return exitStatus(all, options.maxWarnings)
  })
}

/** What is told of files: findings, or with `--dry-run` the changes that `fix` would make. */
interface Teller {
  open(): string
  file(file: RepairedFile): string
  close(): string
}

function findings(reporter: Reporter, quiet: boolean): Teller {
  let told = nothing
  return {
    open: () => reporter.open(),
    file({ checked }) {
      const shown = quiet ? onlyErrors(checked) : checked
      told = withFile(told, shown)
      return reporter.file(shown)
    },
    close: () => reporter.close(told),
  }
}

const changes = (palette: Palette): Teller => ({
  open: () => '',
  file: ({ checked, before, after }) => diff(checked.path, before, after, palette),
  close: () => '',
})

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

async function dealWith(target: Target, options: CheckOptions, mode: FixMode, { lang }: Session): Promise<RepairedFile> {
  const bytes = bytesOf(target)
  if (bytes instanceof HegaoError) return unrepaired(failed(target.path, bytes))
  const checked = await checkBytes(target.path, bytes, options)
  return mode === 'no' ? unrepaired(checked) : repairFile(checked, bytes, options, mode, lang)
}
