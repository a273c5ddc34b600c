/**
 * The format of reviewdog (reviewdog/reviewdog, proto/rdf/reviewdog.proto): `DiagnosticResult` as JSON. Lines and columns
 * from 1, columns in bytes of UTF-8 whatever the file's own encoding, `end` exclusive.
 */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import { repairOf } from '../repair.ts'
import type { Severity } from '../rule.ts'
import { isUnbroken, locate, type Source, type Span } from '../source.ts'
import { byteColumns } from './byte-columns.ts'
import { home, ruleHome } from './home.ts'
import { jsonLine } from './json.ts'
import { relativePath } from './locations.ts'
import { isPaged } from './place.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, omittedSentence, sentence } from './sentences.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** Places of one document in columns of bytes. */
function rangesIn(source: Source): (span: Span) => object {
  const columns = byteColumns(source)
  return (span) => {
    const { start, end } = locate(source, span)
    return { start: columns(start), end: columns(end) }
  }
}

function diagnostics(checked: Checked, { lang, version, folder }: ReportContext): object[] {
  const { path, error, source, findings, omitted, crashes } = checked
  const file = relativePath(path, folder)
  const ofFile = (id: string, message: string, severity: Severity): object => ({
    message,
    location: { path: file },
    severity: severities[severity],
    code: { value: id },
  })
  if (error) return [ofFile(error.code, error.sentence(lang), 'error')]
  if (!source) return []
  const rangeOf = rangesIn(source)
  return [
    ...findings.map((finding) => ({
      message: sentence(finding, lang),
      location: { path: file, range: rangeOf(finding) },
      severity: severities[finding.severity],
      code: { value: finding.ruleId, url: ruleHome(finding.ruleId, version) },
      ...suggestions(finding, source, rangeOf),
      ...(finding.related.length > 0 && {
        relatedLocations: finding.related.map((other) => ({
          message: sentence(other, lang),
          location: other.source
            ? { path: relativePath(other.source.path, folder), range: rangesIn(other.source)(other) }
            : { path: file, range: rangeOf(other) },
        })),
      }),
    })),
    ...omitted.map((one) => ofFile(one.ruleId, omittedSentence(one, lang), one.severity)),
    ...crashes.map((crash) => ofFile('internal-error', crashSentence(crash, lang), 'error')),
  ]
}

/** The repair as one replacement, where it is one of the file's own text: reviewdog offers it to be committed. */
function suggestions(finding: Finding, source: Source, rangeOf: (span: Span) => object): object {
  const change = repairOf(finding, source.text, false)
  // A part of a repair is not offered, nor half a document as one change.
  if (!change || change.isPart || isPaged(source.format) || !isUnbroken(source, change)) return {}
  return { suggestions: [{ range: rangeOf(change), text: change.text }] }
}

export function rdjson(context: ReportContext): Reporter {
  let separator = '\n'
  return {
    open: () => `{"source":${jsonLine({ name: 'hegao', url: home })},"diagnostics":[`,
    file(checked) {
      let text = ''
      for (const diagnostic of diagnostics(checked, context)) {
        text += separator + jsonLine(diagnostic)
        separator = ',\n'
      }
      return text
    },
    close: () => '\n]}\n',
  }
}
