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
import type { Finding, Related } from './finding.ts'
import { type Checked as AnyChecked, type AnyRule, type CheckOptions, checkBytes, metaOf, rules as ruleList } from './hegao.ts'
import { bytesOf, checkOptionsFrom, type Input, type Options } from './input.ts'
import type { Positioned } from './positioned.ts'
import { positioned } from './report/document.ts'
import { reporters as factories, type ReportFormat } from './report/index.ts'
import { plain } from './report/palette.ts'
import { sentence } from './report/sentences.ts'
import { nothing, withFile } from './report/summary.ts'
import { locate, type Place, type Source } from './source.ts'
import type { Report } from './tree.ts'
import { version } from './version.ts'
import type { Lang } from './wording.ts'

export { type FailureCode, HegaoError } from './errors.ts'
export type { Meta } from './facts/meta.ts'
export type { Finding, Related } from './finding.ts'
export type { Input, Options, RuleSettings } from './input.ts'
export type { Positioned } from './positioned.ts'
export type { ReportFormat } from './report/index.ts'
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

/** Said in a language, at a place of the user's file: lines and columns from 1, in UTF-16 units, `end` exclusive. */
interface Told {
  readonly message: string
  readonly position: Place
}

/** A second place of a finding, told. */
export type ToldRelated = Related & Told

/** A finding, told. `start` and `end` are offsets of `source.text`; `position` is where the user finds it. */
export interface ToldFinding extends Finding, Told {
  readonly related: readonly ToldRelated[]
}

/** One document, checked. With `error` there is nothing else but `path`. */
export interface Checked extends AnyChecked {
  readonly findings: readonly ToldFinding[]
}

/** One document, parsed. */
export interface Parsed {
  readonly source: Source
  /** unist nodes with `position`. */
  readonly tree: Positioned<Report>
  /** Title, years and the like, as the document itself tells them. */
  readonly meta: Meta
}

/** What is known of a rule: all but its code. */
export type RuleInfo = Omit<AnyRule, 'check'>

/** Every rule, in order of id. `severity` is its own level. */
export const rules: readonly RuleInfo[] = ruleList.map(({ check: _, ...info }) => info)

/** `text` counts as UTF-8 whatever is asked; `encoding` is of `bytes`. */
function run(input: Input, options: CheckOptions): Promise<AnyChecked> {
  const { path, bytes, encoding } = bytesOf(input)
  return checkBytes(path, bytes, encoding === undefined ? options : { ...options, encoding })
}

const toldAt = <Said extends Finding | Related>(said: Said, source: Source, lang: Lang): Said & Told => ({
  ...said,
  message: sentence(said, lang),
  position: locate(source, said),
})

const told = (finding: Finding, source: Source, lang: Lang): ToldFinding => ({
  ...toldAt(finding, source, lang),
  related: finding.related.map((other) => toldAt(other, source, lang)),
})

/**
 * Checks one document.
 * @returns the findings in order of the text, or in `error` why it could not be read
 * @throws HegaoError `config-invalid` where the options are wrong
 */
export async function check(input: Input, options: Options = {}): Promise<Checked> {
  const checked = await run(input, checkOptionsFrom(options))
  const { source, findings } = checked
  return { ...checked, findings: source ? findings.map((one) => told(one, source, options.lang ?? 'zh')) : [] }
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

function whole(format: ReportFormat): (files: readonly AnyChecked[], options?: ReporterOptions) => string {
  return (files, { lang = 'zh' } = {}) => {
    const reporter = factories[format]({ lang, palette: plain, version, quiet: false })
    const pieces = files.map((file) => reporter.file(file))
    return [reporter.open(), ...pieces, reporter.close(files.reduce(withFile, nothing))].join('')
  }
}

/** What the command line prints with the `--format` of that name, without colours. */
export const reporters = {
  pretty: whole('pretty'),
  compact: whole('compact'),
  json: whole('json'),
} as const satisfies Readonly<Record<ReportFormat, unknown>>
