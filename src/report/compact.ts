/** One line a finding, for editors and for grep: `path:line:column: error: message (rule-id)`. */
import type { Checked } from '../hegao.ts'
import { locate } from '../source.ts'
import type { Lang } from '../wording.ts'
import { type Line, plain, render } from './palette.ts'
import { linkPlace } from './place.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, omittedSentence, sentence } from './sentences.ts'

const line = (place: string, severity: string, message: string, id: string): Line => [
  ['plain', `${place}: ${severity}: ${message} (${id})`],
]

function fileLines({ path, error, source, findings, omitted, crashes }: Checked, lang: Lang): Line[] {
  if (error) return [line(path, 'error', error.sentence(lang), error.code)]
  if (!source) return []
  return [
    ...findings.map((finding) =>
      line(linkPlace(path, locate(source, finding).start), finding.severity, sentence(finding, lang), finding.ruleId),
    ),
    ...omitted.map((one) => line(path, one.severity, omittedSentence(one, lang), one.ruleId)),
    ...crashes.map((crash) => line(path, 'error', crashSentence(crash, lang), 'internal-error')),
  ]
}

/** Never coloured: programs read it. The severity stays English in both languages for the same reason. */
export const compact = ({ lang }: ReportContext): Reporter => ({
  open: () => '',
  file: (checked) => render(fileLines(checked, lang), plain),
  close: () => '',
})
