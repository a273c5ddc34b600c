/** The Code Quality report of GitLab: a JSON array. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import type { Checked } from '../hegao.ts'
import type { Severity } from '../rule.ts'
import { locate } from '../source.ts'
import { hashOf } from '../text/hash.ts'
import type { Lang } from '../wording.ts'
import { jsonLine } from './json.ts'
import { relativePath } from './locations.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, omittedSentence, sentence } from './sentences.ts'

/** GitLab counts info, minor, major, critical, blocker. */
const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

interface Issue {
  readonly description: string
  readonly check_name: string
  /** Unlike for all issues of a report, and the same when lines move. */
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number } }
}

/** What concerns a file as a whole is told at its first line: GitLab wants one. */
const wholeFile = { begin: 1 }

function issues({ path, error, source, findings, omitted, crashes }: Checked, lang: Lang, folder: string | undefined): Issue[] {
  const file = relativePath(path, folder)
  const printOf = (...parts: readonly string[]): string => hashOf([file, ...parts].join('\u0000'))
  const ofFile = (id: string, description: string, severity: string, about: string): Issue => ({
    description,
    check_name: id,
    fingerprint: printOf(id, about),
    severity,
    location: { path: file, lines: wholeFile },
  })
  if (error) return [ofFile(error.code, error.sentence(lang), 'critical', '')]
  if (!source) return []
  return [
    ...findings.map((finding): Issue => {
      const { start, end } = locate(source, finding)
      return {
        description: sentence(finding, lang),
        check_name: finding.ruleId,
        // Those of one file are unlike already; of two files with the same words they need not be.
        fingerprint: finding.fingerprint + printOf(),
        severity: severities[finding.severity],
        location: { path: file, lines: { begin: start.line, end: end.line } },
      }
    }),
    ...omitted.map((one) => ofFile(one.ruleId, omittedSentence(one, lang), severities[one.severity], `omitted ${one.severity}`)),
    ...crashes.map((crash) => ofFile('internal-error', crashSentence(crash, lang), 'critical', crash.ruleId)),
  ]
}

export function gitlab({ lang, folder }: ReportContext): Reporter {
  let separator = '\n'
  return {
    open: () => '[',
    file(checked) {
      let text = ''
      for (const issue of issues(checked, lang, folder)) {
        text += separator + jsonLine(issue)
        separator = ',\n'
      }
      return text
    },
    close: () => '\n]\n',
  }
}
