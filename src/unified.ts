/**
 * hegao for unified: a parser, a transformer and a compiler.
 *
 *     const file = await unified().use(hegaoParse).use(hegaoLint).use(hegaoStringify).process(vfile)
 *     file.messages   // the findings, for vfile-reporter and every other tool that knows VFile
 *     String(file)    // the document of `hegao parse`
 *
 * Findings are plain data everywhere else and become VFileMessages here only: a message is an Error, and making thousands
 * of errors costs more than finding what they tell.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { documentOf } from './document.ts'
import { HegaoError } from './errors.ts'
import { meta } from './facts/meta.ts'
import type { Finding, Related } from './finding.ts'
import { type Checked, checkSource, rules } from './hegao.ts'
import { bytesOf, checkOptionsFrom, type Input, type Options } from './input.ts'
import { parse } from './parse/index.ts'
import type { Positioned } from './positioned.ts'
import { readAtOnce } from './read/at-once.ts'
import { documentPieces, positioned } from './report/document.ts'
import { crashSentence, omittedSentence, sentence } from './report/sentences.ts'
import { noResources } from './resources.ts'
import type { Severity } from './rule.ts'
import { locate, type Position, type Source, type Span } from './source.ts'
import type { Report } from './tree.ts'
import { version } from './version.ts'
import { fill, type Lang } from './wording.ts'

declare module 'vfile-message' {
  interface VFileMessage {
    /** The finding that the message tells, with all its second places and its fix; only on messages of hegao. */
    hegao?: Finding
  }
}

/** A report as it leaves hegao. */
export type PositionedReport = Positioned<Report>

/** What is known of a file between the plugins. */
interface Known {
  readonly source: Source
  readonly tree: Report
  readonly checked?: Checked
}

const knownOf = new WeakMap<VFile, Known>()

/** A file's own name and content; a name that the file has not is that of a text. */
function inputOf({ path, value }: VFile): Input {
  const name = path === undefined ? {} : { path }
  return typeof value === 'object' && value !== null ? { ...name, bytes: value } : { ...name, text: value ?? '' }
}

/** Reads and parses a file; a fault of the file is thrown as its fatal message, as vfile does it. */
function know(file: VFile, options: Options): Known {
  try {
    const { path, bytes, encoding } = bytesOf(inputOf(file))
    const read = encoding ?? options.encoding
    const source = readAtOnce(path, bytes, read === undefined ? {} : { encoding: read })
    const known = { source, tree: parse(source) }
    knownOf.set(file, known)
    return known
  } catch (error) {
    if (!(error instanceof HegaoError)) throw error
    const lang = options.lang ?? 'zh'
    const message = file.message(error.sentence(lang), { source: 'hegao', ruleId: error.code, cause: error })
    message.fatal = true
    const hint = error.hint(lang)
    if (hint !== undefined) message.note = hint
    throw message
  }
}

/** Parser: a file of any format that hegao reads, but for PDF, becomes a tree. Its value is text, or the bytes of the file. */
export const hegaoParse: Plugin<[options?: Options], string, PositionedReport> = function (options = {}) {
  this.parser = (_, file) => {
    const { source, tree } = know(file, options)
    return positioned(tree, source) as unknown as PositionedReport
  }
}

/**
 * Transformer: runs the rules and puts what they find on `file.messages`. It judges the file that was read, not the tree
 * that other transformers have made of it; where another parser has read the file, it is read once more.
 */
export const hegaoLint: Plugin<[options?: Options]> = (options = {}) => {
  const check = checkOptionsFrom(options)
  const lang = options.lang ?? 'zh'
  return (_, file) => {
    const { source, tree } = knownOf.get(file) ?? know(file, options)
    const checked = checkSource(source, check)
    knownOf.set(file, { source, tree, checked })
    for (const finding of checked.findings) tell(file, finding, source, lang)
    for (const omission of checked.omitted) {
      file.info(omittedSentence(omission, lang), { source: 'hegao', ruleId: omission.ruleId })
    }
    for (const crash of checked.crashes) {
      const { ruleId, error } = crash
      const cause = error instanceof Error ? { cause: error } : {}
      file.message(crashSentence(crash, lang), { source: 'hegao', ruleId, ...cause }).fatal = true
    }
  }
}

/** Compiler: the document of `hegao parse` as JSON (schema/report.schema.json). Findings are in it if `hegaoLint` ran. */
export const hegaoStringify: Plugin<[options?: Pick<Options, 'lang' | 'year' | 'asOf'>], PositionedReport, string> = function (
  options = {},
) {
  const { settings } = checkOptionsFrom(options)
  this.compiler = (_, file) => {
    const { source, tree, checked } = knownOf.get(file) ?? know(file, options)
    const all = checked ?? { path: source.path, findings: [], omitted: [], crashes: [], segmenter: null }
    const parsed = { ...all, source, tree }
    const sha256 = createHash('sha256')
      .update(bytesOf(inputOf(file)).bytes)
      .digest('hex')
    const pieces = documentPieces(
      { ...parsed, meta: documentOf(source, settings, noResources, tree).use(meta) },
      { lang: options.lang ?? 'zh', version, sha256 },
    )
    return [...pieces].join('')
  }
}

/** As VFileMessage counts severity. */
const fatality: Readonly<Record<Severity, boolean | undefined>> = { error: true, warning: false, info: undefined }

function placeOf(source: Source, span: Span): Position {
  const { start, end } = locate(source, span)
  return { start, end }
}

function tell(file: VFile, finding: Finding, source: Source, lang: Lang): void {
  const { ruleId, actual, related } = finding
  const rule = rules.find(({ id }) => id === ruleId)
  const [first] = related
  const expected = replacementOf(finding, source.text)
  const message = file.message(sentence(finding, lang), {
    source: 'hegao',
    ruleId,
    place: placeOf(source, finding),
    ...(first && { cause: causeOf(first, source, lang) }),
  })
  message.fatal = fatality[finding.severity]
  message.actual = actual
  if (expected !== undefined) message.expected = [expected]
  if (rule) message.note = fill(rule.summary, lang, {})
  message.hegao = finding
}

const causeOf = (related: Related, source: Source, lang: Lang): VFileMessage =>
  new VFileMessage(sentence(related, lang), { source: 'hegao', place: placeOf(related.source ?? source, related) })

/** What the fix would make of the finding's words; undefined where there is none, or where it reaches beyond them. */
function replacementOf({ fix, start, end }: Finding, text: string): string | undefined {
  if (!fix || fix.edits.some((edit) => edit.start < start || edit.end > end)) return undefined
  let result = ''
  let from = start
  for (const edit of [...fix.edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from, end)
}
