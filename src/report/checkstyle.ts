/** The XML of Checkstyle, which Jenkins, reviewdog and many editors read. Lines and columns from 1, columns in UTF-16 units. */
import type { Checked } from '../hegao.ts'
import type { Severity } from '../rule.ts'
import { locate } from '../source.ts'
import type { Lang } from '../wording.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, omittedSentence, sentence } from './sentences.ts'
import { attributes } from './xml.ts'

/** What Checkstyle says of a file as a whole. */
const noLine = 0

function error(line: number, column: number | undefined, severity: Severity, message: string, id: string): string {
  return `<error${attributes({ line, column, severity, message, source: `hegao.${id}` })}/>\n`
}

function errors({ error: failure, source, findings, omitted, crashes }: Checked, lang: Lang): string[] {
  if (failure) return [error(noLine, undefined, 'error', failure.sentence(lang), failure.code)]
  if (!source) return []
  return [
    ...findings.map((finding) => {
      const { start } = locate(source, finding)
      return error(start.line, start.column, finding.severity, sentence(finding, lang), finding.ruleId)
    }),
    ...omitted.map((one) => error(noLine, undefined, one.severity, omittedSentence(one, lang), one.ruleId)),
    ...crashes.map((crash) => error(noLine, undefined, 'error', crashSentence(crash, lang), 'internal-error')),
  ]
}

export const checkstyle = ({ lang }: ReportContext): Reporter => ({
  open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  file: (checked) => `<file${attributes({ name: checked.path })}>\n${errors(checked, lang).join('')}</file>\n`,
  close: () => '</checkstyle>\n',
})
