/** For people at a terminal of 100 columns: a finding with the words around it, its second places, where it stands. */
import type { HegaoError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import { locate, type Source } from '../source.ts'
import { displayWidth } from '../text/width.ts'
import { fill, type Lang } from '../wording.ts'
import { frame } from './frame.ts'
import { type Line, render, type Style } from './palette.ts'
import { shortPlace } from './place.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { ruleLabel, ruleName } from './rule-label.ts'
import { crashSentence, omittedSentence, repair, seeAlso, sentence, under } from './sentences.ts'
import type { Summary } from './summary.ts'
import { amount, severityWords, texts } from './texts.ts'
import { wrap } from './wrap.ts'

const columns = 100
/** Narrower, a message would be torn to pieces: then lines may be longer than the terminal. */
const leastMessage = 36

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))
const indented = (width: number, style: Style, text: string): Line => [
  ['plain', ' '.repeat(width)],
  [style, text],
]

/** Widths that all findings of a file share, so that they stand in columns. */
interface Columns {
  readonly place: number
  readonly severity: number
  readonly message: number
}

function columnsOf(findings: readonly Finding[], places: readonly string[], lang: Lang): Columns {
  const widest = (all: readonly string[]): number => Math.max(0, ...all.map(displayWidth))
  const place = widest(places)
  const severity = widest(findings.map((finding) => severityWords[finding.severity][lang]))
  const rule = widest(findings.map(({ ruleId }) => ruleLabel(ruleId, lang)))
  const room = Math.max(leastMessage, columns - 2 - place - 2 - severity - 2 - 2 - rule)
  return { place, severity, message: Math.min(room, widest(findings.map((finding) => sentence(finding, lang)))) }
}

function findingLines(finding: Finding, source: Source, place: string, at: Columns, lang: Lang): Line[] {
  const { severity, ruleId } = finding
  // An info finding is an aside: it is dim as a whole.
  const body: Style = severity === 'info' ? 'dim' : 'plain'
  const indent = 2 + at.place + 2
  const [first = '', ...rest] = wrap(sentence(finding, lang), at.message)
  const [words, carets] = frame(source.document, locate(source, finding))
  const asides = [...seeAlso(finding, source, lang), repair(finding, source, lang), under(finding, lang)]
  return [
    [
      ['plain', ' '.repeat(2 + at.place - displayWidth(place))],
      ['dim', place],
      ['plain', '  '],
      [severity === 'info' ? 'dim' : severity, padded(severityWords[severity][lang], at.severity)],
      [body, `  ${padded(first, at.message)}  `],
      ['dim', ruleLabel(ruleId, lang)],
    ],
    ...rest.map((line) => indented(indent + at.severity + 2, body, line)),
    indented(indent, body, words),
    indented(indent, severity === 'info' ? 'dim' : severity, carets),
    ...asides
      .filter((aside) => aside !== '')
      .flatMap((aside) => wrap(aside, columns - indent).map((line) => indented(indent, 'dim', line))),
  ]
}

const errorLines = (error: HegaoError, lang: Lang): Line[] => [
  [
    ['plain', '  '],
    ['error', severityWords.error[lang]],
    ['plain', `  ${error.sentence(lang)}`],
  ],
  ...[error.hint(lang) ?? ''].filter((hint) => hint !== '').map((hint) => indented(2, 'dim', hint)),
]

function fileLines({ path, error, source, findings, omitted, crashes }: Checked, lang: Lang): Line[] {
  const head: Line[] = [[['file', path]]]
  if (error) return [...head, ...errorLines(error, lang), []]
  if (!source || findings.length + crashes.length === 0) return []
  const places = findings.map((finding) => shortPlace(source, finding, lang))
  const at = columnsOf(findings, places, lang)
  const blocks = findings.map((finding, index) => findingLines(finding, source, places[index] as string, at, lang))
  return [
    ...head,
    ...errorsFirst(findings, places, lang),
    ...blocks.flatMap((block) => [...block, []]),
    ...omitted.map((one): Line => indented(2, 'dim', omittedSentence(one, lang))),
    ...(omitted.length > 0 ? [[]] : []),
    ...crashes.map((crash): Line => indented(2, 'error', crashSentence(crash, lang))),
    ...(crashes.length > 0 ? [[]] : []),
  ]
}

/** From so many findings on the errors among them are named in a line before all. */
const many = 12
/** And no more of them than this. */
const mostNamed = 8

/** Where the errors are, for whoever has time for these only. */
function errorsFirst(findings: readonly Finding[], places: readonly string[], lang: Lang): Line[] {
  const errors = findings.flatMap(({ severity, ruleId }, index) =>
    severity === 'error' ? [`${places[index]} ${(lang === 'zh' && ruleName(ruleId)) || ruleId}`] : [],
  )
  if (findings.length < many || errors.length === 0 || errors.length === findings.length) return []
  const named = errors.slice(0, mostNamed).join(lang === 'zh' ? '、' : ', ') + (errors.length > mostNamed ? ' …' : '')
  const line = fill(texts.errorsFirst, lang, { count: errors.length, places: named })
  return [...wrap(line, columns - 2).map((part) => indented(2, 'error', part)), []]
}

/** The mark and the colour of the last line: the worst there is. */
const verdicts: readonly (readonly [has: (summary: Summary) => boolean, mark: string, style: Style])[] = [
  [({ errors, failed, crashes }) => errors + failed + crashes > 0, '✖', 'error'],
  [({ warnings }) => warnings > 0, '⚠', 'warning'],
  [({ infos }) => infos > 0, 'ℹ', 'info'],
  [({ files, empty }) => empty > 0 && empty === files, '⚠', 'warning'],
  [() => true, '✔', 'good'],
]

/** Nothing found, and how much there was to be read. */
function cleanly({ files: all, empty }: Summary, files: string, lang: Lang, quiet: boolean): string {
  if (empty > 0 && empty === all) return fill(texts.noneRead, lang, { files })
  if (quiet) return fill(texts.noErrors, lang, { files })
  return empty > 0 ? fill(texts.someRead, lang, { files, empty }) : fill(texts.clean, lang, { files })
}

/** Of a run: the first file with findings, and the first of these; what is told at the end names them, to be pasted. */
interface First {
  readonly path: string
  readonly line: number
  readonly ruleId: string
  /** The first Word file of all. */
  readonly word?: string
}

/** With this file, where it has findings, behind those before it. */
function withFirst(before: First | undefined, { path, source, findings }: Checked): First | undefined {
  const [finding] = findings
  if (!finding || !source) return before
  const word = before?.word ?? (source.format === 'docx' ? path : undefined)
  const first = before ?? { path, line: locate(source, finding).start.line, ruleId: finding.ruleId }
  return { ...first, ...(word !== undefined && { word }) }
}

/** A path as a shell takes it. */
const typed = (path: string): string => (/^[\p{L}\p{N}._/~:\\-]+$/u.test(path) ? path : `"${path}"`)

function nextSteps({ fixable, annotatable }: Summary, first: First | undefined, lang: Lang): string[] {
  if (!first) return []
  const { path, line, ruleId, word = '' } = first
  return [
    ...(fixable > 0 ? [fill(texts.fixable, lang, { count: fixable })] : []),
    ...(annotatable > 0 ? [fill(texts.annotatable, lang, { path: typed(word) })] : []),
    ...(path.startsWith('<') ? [] : [fill(texts.silencing, lang, { place: typed(`${path}:${line}`), ruleId })]),
  ]
}

function lastLines(summary: Summary, first: First | undefined, { lang, quiet }: ReportContext): Line[] {
  const [, mark, style] = verdicts.find(([has]) => has(summary)) as (typeof verdicts)[number]
  const counts = (
    [
      [summary.errors, 'error'],
      [summary.warnings, 'warning'],
      [summary.infos, 'info'],
      [summary.failed, 'failed'],
      [summary.crashes, 'crash'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, of]) => amount(count, of, lang))
    .join(lang === 'zh' ? '、' : ', ')
  const files = amount(summary.files, 'file', lang)
  const said = counts === '' ? cleanly(summary, files, lang, quiet) : fill(texts.counted, lang, { counts, files })
  const known = summary.known ? fill(texts.known, lang, { count: summary.known }) : ''
  const last: Line = [[style, `${mark} ${said}${known}`]]
  return [last, ...nextSteps(summary, first, lang).map((step) => indented(2, 'dim', step))]
}

export function pretty(context: ReportContext): Reporter {
  const { lang, palette } = context
  let first: First | undefined
  return {
    open: () => '',
    file(checked) {
      first = withFirst(first, checked)
      return render(fileLines(checked, lang), palette)
    },
    close: (summary) => render(lastLines(summary, first, context), palette),
  }
}
