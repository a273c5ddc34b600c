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

import { annotatedCopy } from './act/annotate.ts'
import { compareBytes } from './act/compare.ts'
import { repair } from './act/fix.ts'
import type { ChangeMode } from './annotate/index.ts'
import type { Body, Lists, Passage, RowKind, Shares } from './compare/index.ts'
import { failure } from './errors.ts'
import { type Meta, meta } from './facts/meta.ts'
import { type Checked as CheckedFile, type CheckOptions, checkBytes, rules as ruleList } from './hegao.ts'
import { bytesOf, checkOptionsFrom, type Input, type Options } from './input.ts'
import type { Positioned } from './positioned.ts'
import { positioned } from './report/document.ts'
import type { AnyFormat } from './report/formats.ts'
import { reporters as firstReporters } from './report/index.ts'
import { moreReporters } from './report/more.ts'
import { plain } from './report/palette.ts'
import type { RuleInfo } from './report/reporter.ts'
import { nothing, withFile } from './report/summary.ts'
import { type ToldFile as Checked, type ToldFinding as Finding, toldFile, toldFinding } from './report/told.ts'
import { isText, type Source, type Span } from './source.ts'
import type { Report } from './tree.ts'
import { version } from './version.ts'
import type { Lang } from './wording.ts'

export type { ChangeMode } from './annotate/index.ts'
export type { Body, Lists, Passage, RowKind, Shares, Target, Unechoed } from './compare/index.ts'
export { type FailureCode, HegaoError } from './errors.ts'
export type { Meta } from './facts/meta.ts'
export type { Input, Options, RuleSettings } from './input.ts'
export type { Positioned } from './positioned.ts'
export type { AnyFormat as ReportFormat } from './report/formats.ts'
export type { ReportContext, Reporter, ReporterFactory, RuleInfo } from './report/reporter.ts'
export type { Summary } from './report/summary.ts'
export type { ToldFile as Checked, ToldFinding as Finding, ToldRelated as Related } from './report/told.ts'
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
export const rules: readonly RuleInfo[] = ruleList.map(
  ({ check: _, quotes: _q, needs: _n, wants: _w, yields: _y, doubts: _d, ...info }) => info,
)

/** `text` counts as UTF-8 whatever is asked; `encoding` is of `bytes`. */
function run(input: Input, options: CheckOptions) {
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
  if (checked.error) throw checked.error
  const { source, tree, document } = checked
  return { source, tree: positioned(tree, source) as unknown as Positioned<Report>, meta: document.use(meta) }
}

/** Which findings of a document are acted on. Those of the document before anything was done to it. */
export interface Choice {
  /** Whether the repair of a finding is made; asked only of findings that have one. */
  readonly accepted?: (finding: Finding) => boolean
}

export interface CompareOptions extends Options {
  /** Whether both are of one office; by the places and offices in their titles where it is left out. */
  readonly body?: Body
  /** The year the old text belongs to, four digits; `year` is that of the new one. */
  readonly oldYear?: number
}

/** A sentence of the new text and the one of the old text that it was. Offsets of `source.text` of either. */
export interface ComparedRow {
  readonly kind: RowKind
  readonly moved: boolean
  /** 0 to 1. */
  readonly similarity: number
  readonly new: Span
  /** undefined: it is new. */
  readonly old: Span | undefined
}

/** What a text took over from another one. */
export interface Comparison {
  /** The new document with its findings: those of `check`, and those that need both texts. */
  readonly file: Checked
  readonly old: Source
  readonly body: Body
  /** Shares of the new text, 0 to 1. */
  readonly shares: Shares
  readonly rows: readonly ComparedRow[]
  /** Of the old text what is not in the new one. */
  readonly dropped: readonly Span[]
  /** Runs of words that both have, longest from where they begin. */
  readonly passages: readonly Passage[]
  /** Targets of the old text with their results, and what the new one does not mention. */
  readonly lists: Lists
}

/**
 * Compares a document with last year’s, or another office’s, and checks it.
 * @throws HegaoError why one of them could not be read, or `config-invalid` where the options are wrong
 */
export async function compare(old: Input, now: Input, options: CompareOptions = {}): Promise<Comparison> {
  const { body, oldYear, ...own } = options
  const given = (input: Input) => {
    const { path, bytes, encoding } = bytesOf(input)
    return { path, bytes, ...(encoding !== undefined && { encoding }) }
  }
  const { comparison } = await compareBytes(given(old), given(now), checkOptionsFrom(own), { body, oldYear, lists: true })
  const { checked, old: source, pairing: pair, lists = { targets: [], promises: [] } } = comparison
  const spanOf = ({ start, end }: Span): Span => ({ start, end })
  return {
    file: toldFile(checked, options.lang ?? 'zh'),
    old: source,
    body: pair.body,
    shares: pair.shares,
    rows: pair.rows.map(({ kind, moved, similarity, unit, mate }) => ({
      kind,
      moved,
      similarity,
      new: spanOf(unit),
      old: mate && spanOf(mate),
    })),
    dropped: pair.dropped.map(spanOf),
    passages: pair.passages,
    lists,
  }
}

export interface AnnotateOptions extends Options, Choice {
  /** Which repairs become tracked changes: `all` where it is left out. */
  readonly changes?: ChangeMode
  /** Of the comments, `YYYY-MM-DDTHH:MM:SSZ`; none where it is left out, so that the same input gives the same bytes. */
  readonly date?: string
  /** Whether a finding is written at all. */
  readonly told?: (finding: Finding) => boolean
}

/** A copy of a Word document. */
export interface AnnotatedCopy {
  readonly bytes: Uint8Array
  /** How many comments were written, and how many tracked changes. */
  readonly comments: number
  readonly changes: number
  /** Findings without a comment: there were too many. */
  readonly untold: number
  /** The document as it was checked: without what hegao had written into it before. */
  readonly checked: Checked
}

/**
 * Checks a Word document (.docx) and makes a copy with the findings as comments, and repairs as tracked changes.
 * @throws HegaoError why it could not be read, `annotate-text` and the like for other formats, `config-invalid`
 */
export async function annotate(input: Input, options: AnnotateOptions = {}): Promise<AnnotatedCopy> {
  const { accepted, changes = 'all', date, told, ...rest } = options
  const { path, bytes } = bytesOf(input)
  const lang = rest.lang ?? 'zh'
  const copy = await annotatedCopy(path, bytes, checkOptionsFrom(rest), {
    lang,
    changes,
    ...(date !== undefined && { date }),
    ...(accepted && { accepted: (one, source) => accepted(toldFinding(one, source, lang)) }),
    ...(told && { told: (one, source) => told(toldFinding(one, source, lang)) }),
  })
  const { bytes: copied, comments, changes: changed, untold, checked } = copy
  return { bytes: copied, comments, changes: changed, untold, checked: toldFile(checked, lang) }
}

/** A repaired document. */
export interface Fixed {
  /** The file as it is to be written, in its own encoding. */
  readonly bytes: Uint8Array
  /** The same as text. */
  readonly text: string
  /** How many findings were repaired. */
  readonly count: number
  /** What is left to find. */
  readonly checked: Checked
}

/**
 * Repairs a text: what is safe, or what is accepted.
 * @throws HegaoError why it could not be read, `fix-not-text` for documents that are no text (`annotate` makes tracked changes of
 *   their repairs), `fix-unsettled`, `write-not-encodable`, `file-damaged`, `config-invalid`
 */
export async function fix(input: Input, { accepted, ...options }: Options & Choice = {}): Promise<Fixed> {
  const check = checkOptionsFrom(options)
  const checked = await run(input, check)
  if (checked.error) throw checked.error
  const { path, bytes } = bytesOf(input)
  if (!isText(checked.source.format)) throw failure('fix-not-text', { path })
  const { lang = 'zh' } = options
  const { source } = checked
  const isAccepted = accepted && ((one: Parameters<typeof toldFinding>[0]) => accepted(toldFinding(one, source, lang)))
  const made = await repair(checked, bytes, check, isAccepted)
  if (made.checked.error) throw made.checked.error
  return { bytes: made.bytes, text: made.after, count: made.count, checked: toldFile(made.checked, lang) }
}

/** How a reporter of the library words things. */
export interface ReporterOptions {
  /** `zh` where it is left out. */
  readonly lang?: Lang
}

const factories = { ...firstReporters, ...moreReporters }

function whole(format: AnyFormat): (files: readonly CheckedFile[], options?: ReporterOptions) => string {
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
