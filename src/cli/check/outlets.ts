/** Where a run is told: one or more formats, each to standard output or to a file of its own. */
import { resolve } from 'node:path'
import { perhaps } from '../../config.ts'
import { type Checked, rules } from '../../hegao.ts'
import { formats } from '../../report/formats.ts'
import { reporterOf } from '../../report/index.ts'
import { type Palette, plain } from '../../report/palette.ts'
import type { ReportContext, Reporter, ReporterFactory } from '../../report/reporter.ts'
import { nothing, onlyErrors, withFile } from '../../report/summary.ts'
import { version } from '../../version.ts'
import type { Lang } from '../../wording.ts'
import { pathFrom, serviceFormats, topAbove } from '../files/repository.ts'
import { type ReportingOptions, wrong } from '../options.ts'
import { type Output, type Overwriting, outputTo } from '../output.ts'
import { pageOf } from '../pages/rule-page.ts'
import { paletteFor, type Session } from '../session.ts'
import { texts } from '../texts.ts'
import { type FormatChoice, isOurs } from './format-option.ts'

/** A reporter that keeps count by itself. */
interface Counting {
  open(): string
  file(checked: Checked): string
  close(): string
}

/** One format and what is written of it. */
interface Outlet {
  readonly reporter: Counting
  readonly output: Output
}

/** A run as it is told. Ended or abandoned as one. */
export interface Outlets extends Output {
  open(): void
  file(checked: Checked): void
  close(): void
}

const usual: readonly FormatChoice[] = [{ name: 'pretty' }]

/** What goes where. One format may have no file of its own: it takes that of `--output-file`, or standard output. */
export function placed(
  choices: readonly FormatChoice[],
  outputFile: string | undefined,
  lang: Lang,
): readonly { readonly name: string; readonly path: string | undefined }[] {
  const homeless = choices.filter(({ path }) => path === undefined)
  if (homeless.length > 1) throw wrong(texts.twiceStdout, lang, { formats: homeless.map(({ name }) => name).join('、') })
  if (homeless.length === 0 && outputFile !== undefined) throw wrong(texts.noneForOutputFile, lang, {})
  const all = choices.map(({ name, path }) => ({ name, path: path ?? outputFile }))
  const files = all.flatMap(({ path }) => (path === undefined ? [] : [resolve(path)]))
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice !== undefined) throw wrong(texts.twiceOutput, lang, { path: twice })
  return all
}

async function factoryOf(name: string, lang: Lang): Promise<ReporterFactory> {
  if (isOurs(name)) return reporterOf(name)
  const { customFormatter } = await import('./custom-formatter.ts')
  const factory = await customFormatter(name, lang)
  if (!factory) throw wrong(texts.noFormat, lang, { format: name }, perhaps(name, formats, lang))
  return factory
}

/** Only who reads `pretty` at once sees colours: a file keeps them from nobody. */
const paletteOf = async (name: string, path: string | undefined, session: Session): Promise<Palette> =>
  name === 'pretty' && path === undefined ? paletteFor(session) : plain

/** What a reporter is not told it does not sum up. */
function counting(reporter: Reporter, quiet: boolean, named: (path: string) => string): Counting {
  let told = nothing
  return {
    open: () => reporter.open(),
    file(checked) {
      const shown = quiet ? onlyErrors(checked) : checked
      told = withFile(told, shown)
      const path = named(shown.path)
      return reporter.file(path === shown.path ? shown : { ...shown, path })
    },
    close: () => reporter.close(told),
  }
}

/** The formats of `options`, loaded, and their outputs, begun. Nothing is begun where one of them is wrong. */
export async function outletsFor(options: ReportingOptions, session: Session, lang: Lang): Promise<Outlets> {
  const quiet = options.quiet ?? false
  const shared = { lang, version, quiet, maxWarnings: options.maxWarnings, rules, pageOf }
  const here = process.cwd()
  const top = topAbove(here, process.env)
  const reporters: { readonly reporter: Counting; readonly path: string | undefined; readonly over: Overwriting }[] = []
  for (const { name, path } of placed(options.format ?? usual, options.outputFile, session.lang)) {
    const factory = await factoryOf(name, session.lang)
    const isElsewhere = top !== undefined && serviceFormats.has(name)
    const named = (path: string): string => (isElsewhere ? pathFrom(top, here, path) : path)
    const folder = isElsewhere ? top : here
    const context: ReportContext = { ...shared, folder, palette: await paletteOf(name, path, session) }
    const over = options.force ? 'any' : isOurs(name) ? 'ours' : 'alike'
    reporters.push({ reporter: counting(factory(context), quiet, named), path, over })
  }
  const outlets: Outlet[] = []
  try {
    for (const { reporter, path, over } of reporters) outlets.push({ reporter, output: outputTo(path, session.lang, over) })
  } catch (error) {
    for (const { output } of outlets) output.abandon()
    throw error
  }
  return together(outlets)
}

function together(outlets: readonly Outlet[]): Outlets {
  const each = (tell: (reporter: Counting) => string): void => {
    for (const { reporter, output } of outlets) output.write(tell(reporter))
  }
  return {
    open: () => each((reporter) => reporter.open()),
    file: (checked) => each((reporter) => reporter.file(checked)),
    close: () => each((reporter) => reporter.close()),
    write: () => {},
    end() {
      for (const { output } of outlets) output.end()
    },
    abandon() {
      for (const { output } of outlets) output.abandon()
    },
  }
}
