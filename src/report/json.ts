/** The JSON contract (schemaVersion 1, schema/report.schema.json), written one file a line so that nothing piles up. */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import { locate, type Source } from '../source.ts'
import { tablesAsOf } from '../tables.ts'
import type { Lang } from '../wording.ts'
import { noteEntries } from './notes.ts'
import { printableJson } from './printable.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, sentence } from './sentences.ts'

export const schemaVersion = 1

/** What made the output, and up to which day its tables of dated facts were checked. */
export const toolEntry = (version: string) => ({ name: 'hegao', version, tablesAsOf })

const fixEntry = ({ fix }: Finding, source: Source) =>
  fix && {
    grade: fix.grade,
    edits: fix.edits.map((edit) => {
      const { start, end } = locate(source, edit)
      return { start, end, text: edit.text }
    }),
  }

/** A finding as the contract has it. The order of keys is fixed, so that equal runs give equal bytes. */
export function findingEntry(finding: Finding, source: Source, lang: Lang) {
  // `at` and `fix` are left out of the JSON where they are undefined.
  const { start, end, at } = locate(source, finding)
  return {
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    severity: finding.severity,
    message: sentence(finding, lang),
    actual: finding.actual,
    start,
    end,
    at,
    section: finding.section,
    related: finding.related.map((other) => relatedEntry(other, source, lang)),
    fix: fixEntry(finding, source),
    fingerprint: finding.fingerprint,
  }
}

function relatedEntry(other: Finding['related'][number], source: Source, lang: Lang) {
  const { start, end, at } = locate(other.source ?? source, other)
  return {
    message: sentence(other, lang),
    ...(other.source && { path: other.source.path, format: other.source.format }),
    start,
    end,
    at,
  }
}

/** Rules that failed; nothing where none did. */
export const crashEntries = ({ crashes }: Pick<Checked, 'crashes'>, lang: Lang) =>
  crashes.length > 0 && {
    crashes: crashes.map((crash) => ({ ruleId: crash.ruleId, message: crashSentence(crash, lang) })),
  }

/** How many more there were of rules that said too much; nothing where none did. */
export const omittedEntries = ({ omitted }: Pick<Checked, 'omitted'>) => omitted.length > 0 && { omitted }

function fileEntry(checked: Checked, lang: Lang) {
  const { path, error, source, findings, segmenter } = checked
  if (error || !source) {
    return { path, segmenter, ...(error && { error: { code: error.code, message: error.sentence(lang) } }), findings: [] }
  }
  return {
    path,
    segmenter,
    ...omittedEntries(checked),
    ...crashEntries(checked, lang),
    ...noteEntries(checked, path, lang),
    findings: findings.map((finding) => findingEntry(finding, source, lang)),
  }
}

/** A value as JSON on one line, harmless on a terminal too. */
export const jsonLine = (value: unknown): string => printableJson(JSON.stringify(value))

export function json({ lang, version }: ReportContext): Reporter {
  let separator = '\n'
  return {
    open: () => `{"schemaVersion":${schemaVersion},"tool":${jsonLine(toolEntry(version))},"files":[`,
    file(checked) {
      const entry = separator + jsonLine(fileEntry(checked, lang))
      separator = ',\n'
      return entry
    },
    close: ({ files, errors, warnings, infos, known }) =>
      `\n],"summary":${jsonLine({ files, errors, warnings, infos, known })}}\n`,
  }
}
