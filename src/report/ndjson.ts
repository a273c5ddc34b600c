/**
 * One JSON object a line, for whoever reads along: a stream can be cut anywhere and what came is of use. `type` says what a
 * line is: `start`, then for each file its `finding`s, `omitted`, `crash`es and
 * `note`s or its `failure`, and `summary` at last, without which the run did not come to its end. A finding is that of the JSON contract, and names its file.
 */
import type { Checked } from '../hegao.ts'
import type { Lang } from '../wording.ts'
import { findingEntry, jsonLine, schemaVersion, toolEntry } from './json.ts'
import { noteSentence } from './notes.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence } from './sentences.ts'

const line = (type: string, entry: object): string => `${jsonLine({ type, ...entry })}\n`

function fileLines({ path, error, source, findings, omitted, crashes, notes = [] }: Checked, lang: Lang): string[] {
  if (error) return [line('failure', { path, code: error.code, message: error.sentence(lang) })]
  if (!source) return []
  return [
    ...findings.map((finding) => line('finding', { path, ...findingEntry(finding, source, lang) })),
    ...omitted.map((one) => line('omitted', { path, ...one })),
    ...crashes.map((crash) => line('crash', { path, ruleId: crash.ruleId, message: crashSentence(crash, lang) })),
    ...notes.map((note) => line('note', { path, kind: note.kind, message: noteSentence(note, path, lang) })),
  ]
}

export const ndjson = ({ lang, version }: ReportContext): Reporter => ({
  open: () => line('start', { schemaVersion, tool: toolEntry(version) }),
  file: (checked) => fileLines(checked, lang).join(''),
  close: ({ files, errors, warnings, infos, failed, crashes, known }) =>
    line('summary', { files, errors, warnings, infos, failed, crashes, known }),
})
