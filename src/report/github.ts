/**
 * Annotations of GitHub Actions: commands that its runner reads from the output of a step and shows at the line they name.
 * How they are escaped: actions/toolkit, packages/core/src/command.ts; how they are read: actions/runner, ActionCommand.cs.
 * GitHub shows at most ten errors, ten warnings and ten notices of a step; the rest stands in its log.
 */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import type { Severity } from '../rule.ts'
import { locate, type Source } from '../source.ts'
import type { Lang } from '../wording.ts'
import { relativePath } from './locations.ts'
import { isPaged, shortPlace } from './place.ts'
import { commandless, printable } from './printable.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, omittedSentence, repair, seeAlso, sentence } from './sentences.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

const harmless = (text: string): string => commandless(printable(text)).replaceAll('%', '%25')
const property = (text: string): string => harmless(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

type Properties = Readonly<Record<string, string | number | undefined>>

/** One annotation; `lines` are its message. */
function annotation(severity: Severity, properties: Properties, lines: readonly string[]): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined)
  const values = given.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
  return `::${commands[severity]} ${values}::${lines.map(harmless).join('%0A')}\n`
}

/** A file of Word has no lines that GitHub could show: there the message says where. */
function placed(finding: Finding, source: Source): Properties {
  if (isPaged(source.format)) return {}
  const { start, end } = locate(source, finding)
  // GitHub takes columns only of a stretch within one line, its end included; ours is behind it.
  if (start.line !== end.line) return { line: start.line, endLine: end.line }
  return { line: start.line, endLine: end.line, col: start.column, endColumn: Math.max(start.column, end.column - 1) }
}

function findingText(finding: Finding, source: Source, file: string, lang: Lang): string {
  const message = sentence(finding, lang)
  const place = isPaged(source.format) ? `${shortPlace(source, finding, lang)} ` : ''
  const more = [...seeAlso(finding, source, lang), repair(finding, source, lang)].filter((line) => line !== '')
  const properties = { title: finding.ruleId, file, ...placed(finding, source) }
  return annotation(finding.severity, properties, [place + message, ...more])
}

function fileLines({ path, error, source, findings, omitted, crashes }: Checked, { lang, folder }: ReportContext): string[] {
  const file = relativePath(path, folder)
  if (error) {
    const lines = [error.sentence(lang), error.hint(lang) ?? ''].filter((line) => line !== '')
    return [annotation('error', { title: error.code, file }, lines)]
  }
  if (!source) return []
  return [
    ...findings.map((finding) => findingText(finding, source, file, lang)),
    ...omitted.map((one) => annotation(one.severity, { title: one.ruleId, file }, [omittedSentence(one, lang)])),
    ...crashes.map((crash) => annotation('error', { title: 'internal-error', file }, [crashSentence(crash, lang)])),
  ]
}

export const github = (context: ReportContext): Reporter => ({
  open: () => '',
  file: (checked) => fileLines(checked, context).join(''),
  close: () => '',
})
