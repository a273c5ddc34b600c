/**
 * The library. Documents are in memory: no file of the caller is opened or written, and nothing is sent.
 *
 *     import { check, reporters } from "hegao"
 *
 *     const file = await check({ path: '讲话.txt', bytes: await readFile('讲话.txt') })
 *     for (const { severity, message, position } of file.findings) console.log(position.start.line, severity, message)
 *     console.log(reporters.pretty([file]))
 *
 * A fault of the document stands in the result of `check` and rejects `parse`; a mistake in the options rejects both. All
 * are HegaoError. The plugins for unified are in unified.ts.
 */

import type { Meta } from './facts/meta.ts'
import { type Checked as AnyChecked, type CheckOptions, checkBytes, metaOf, rules as ruleList } from './hegao.ts'
import { bytesOf, checkOptionsFrom, type Input, type Options } from './input.ts'
import type { Positioned } from './positioned.ts'
import { positioned } from './report/document.ts'
import type { AnyFormat } from './report/formats.ts'
import { reporters as firstReporters } from './report/index.ts'
import { moreReporters } from './report/more.ts'
import { plain } from './report/palette.ts'
import type { RuleInfo } from './report/reporter.ts'
import { nothing, withFile } from './report/summary.ts'
import { type Checked, toldFile } from './report/told.ts'
import type { Source } from './source.ts'
import type { Report } from './tree.ts'
import { version } from './version.ts'
import type { Lang } from './wording.ts'

export { type FailureCode, HegaoError } from './errors.ts'
export type { Meta } from './facts/meta.ts'
export type { Finding, Related } from './finding.ts'
export type { Input, Options, RuleSettings } from './input.ts'
export type { Positioned } from './positioned.ts'
export type { AnyFormat as ReportFormat } from './report/formats.ts'
export type { ReportContext, Reporter, ReporterFactory, RuleInfo } from './report/reporter.ts'
export type { Summary } from './report/summary.ts'
export type { Checked, ToldFinding, ToldRelated } from './report/told.ts'
export type { Authority, Edit, Fix, Level, Option, OptionValue, Severity } from './rule.ts'
export type { Place, Point, Position, Source, Span } from './source.ts'
export type {
  Cell,
  Enumeration,
  Flow,
  Heading,
  Item,
  Leaf,
  Marker,
  Node,
  Paragraph,
  Parent,
  Report,
  Role,
  Row,
  Scheme,
  Section,
  Sentence,
  Table,
  Text,
} from './tree.ts'
export { hegaoLint, hegaoParse, hegaoStringify, type PositionedReport } from './unified.ts'
export type { Lang, Wording } from './wording.ts'
export { version }

/** One document, parsed. */
export interface Parsed {
  readonly source: Source
  /** unist nodes with `position`. */
  readonly tree: Positioned<Report>
  /** Title, years and the like, as the document itself tells them. */
  readonly meta: Meta
}

/** Every rule, in order of id. `severity` is its own level. */
export const rules: readonly RuleInfo[] = ruleList.map(({ check: _, ...info }) => info)

/** `text` counts as UTF-8 whatever is asked; `encoding` is of `bytes`. */
function run(input: Input, options: CheckOptions): Promise<AnyChecked> {
  const { path, bytes, encoding } = bytesOf(input)
  return checkBytes(path, bytes, encoding === undefined ? options : { ...options, encoding })
}

/**
 * Checks one document.
 * @returns the findings in order of the text, or in `error` why it could not be read
 * @throws HegaoError `config-invalid` where the options are wrong
 */
export async function check(input: Input, options: Options = {}): Promise<Checked> {
  return toldFile(await run(input, checkOptionsFrom(options)), options.lang ?? 'zh')
}

/**
 * Parses one document; no rule runs.
 * @throws HegaoError why it could not be read, or `config-invalid` where the options are wrong
 */
export async function parse(input: Input, options: Omit<Options, 'rules' | 'lang'> = {}): Promise<Parsed> {
  const check = { ...checkOptionsFrom(options), rules: [] }
  const checked = await run(input, check)
  const { error, source, tree } = checked
  if (error) throw error
  if (!source || !tree) throw new Error('a document without tree and without error')
  return {
    source,
    tree: positioned(tree, source) as unknown as Positioned<Report>,
    meta: metaOf({ ...checked, source, tree }, check.settings),
  }
}

/** How a reporter of the library words things. */
export interface ReporterOptions {
  /** `zh` where it is left out. */
  readonly lang?: Lang
}

const factories = { ...firstReporters, ...moreReporters }

function whole(format: AnyFormat): (files: readonly AnyChecked[], options?: ReporterOptions) => string {
  return (files, { lang = 'zh' } = {}) => {
    const reporter = factories[format]({ lang, palette: plain, version, quiet: false, rules })
    const pieces = files.map((file) => reporter.file(file))
    return [reporter.open(), ...pieces, reporter.close(files.reduce(withFile, nothing))].join('')
  }
}

/** What the command line prints with the `--format` of that name, without colours. */
export const reporters = {
  pretty: whole('pretty'),
  compact: whole('compact'),
  json: whole('json'),
  ndjson: whole('ndjson'),
  sarif: whole('sarif'),
  junit: whole('junit'),
  checkstyle: whole('checkstyle'),
  github: whole('github'),
  gitlab: whole('gitlab'),
  rdjson: whole('rdjson'),
  html: whole('html'),
} as const satisfies Readonly<Record<AnyFormat, unknown>>
