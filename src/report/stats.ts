/** The counts over an archive, for people and for programs. */
import { displayWidth } from '../text/width.ts'
import { fill, type Lang, type Wording } from '../wording.ts'
import { csvLine, csvMark } from './csv.ts'
import { jsonLine, schemaVersion, toolEntry } from './json.ts'
import { noteNames } from './notes.ts'
import type { Line } from './palette.ts'
import { printable } from './printable.ts'

/** Reports of one kind, and what was found in them. */
export interface CountedGroup {
  readonly name: string
  readonly reports: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** What there is to tell of an archive. Years ascending, `''` where a report names none; all else the most first. */
export interface CountedArchive {
  readonly reports: number
  readonly failed: number
  readonly characters: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly withErrors: number
  readonly years: readonly CountedGroup[]
  readonly formats: readonly CountedGroup[]
  readonly rules: readonly { readonly name: string; readonly findings: number; readonly reports: number }[]
  readonly worst: readonly CountedGroup[]
  readonly failures: readonly { readonly name: string; readonly reports: number }[]
  /** What was not there to be checked in reports that were converted: names of kinds (pictures, placeholder …). */
  readonly notes: readonly { readonly name: string; readonly reports: number }[]
}

export const statsTexts = {
  title: { zh: '核稿统计', en: 'hegao: the archive in numbers' },
  reports: { zh: '材料', en: 'Reports' },
  converted: { zh: '{count} 份，共 {characters} 字', en: '{count}, {characters} characters' },
  notChecked: { zh: '没有查到（各份见 index.jsonl 的 notes）', en: 'Not checked (see notes in index.jsonl)' },
  notConverted: { zh: '没有转成', en: 'Not converted' },
  byYear: { zh: '年份', en: 'Year' },
  noYear: { zh: '年份不明', en: 'no year' },
  byFormat: { zh: '格式', en: 'Format' },
  findings: { zh: '问题', en: 'Findings' },
  counted: {
    zh: '错误 {errors}，警告 {warnings}，提示 {infos}；有错误的材料 {withErrors} 份',
    en: 'errors {errors}, warnings {warnings}, infos {infos}; reports with errors {withErrors}',
  },
  commonest: { zh: '最常见的问题', en: 'Commonest findings' },
  inReports: { zh: '{findings} 处，{reports} 份', en: '{findings}, reports {reports}' },
  worst: { zh: '问题最多的材料', en: 'Reports with most findings' },
  errorsAndWarnings: { zh: '错误 {errors}，警告 {warnings}', en: 'errors {errors}, warnings {warnings}' },
  copies: { zh: '{reports} 份', en: '{reports}' },
  kind: { zh: '类别', en: 'kind' },
  name: { zh: '名称', en: 'name' },
  errors: { zh: '错误', en: 'errors' },
  warnings: { zh: '警告', en: 'warnings' },
  infos: { zh: '提示', en: 'infos' },
  occurrences: { zh: '处数', en: 'findings' },
  rule: { zh: '规则', en: 'rule' },
  file: { zh: '文件', en: 'file' },
  failure: { zh: '原因', en: 'reason' },
  unchecked: { zh: '没有查到', en: 'not checked' },
} as const satisfies Record<string, Wording>

/** Rules that are named for people; a program gets all. */
const mostRules = 10

export const grouped = (count: number): string => count.toLocaleString('en-US')

/** Names longer than this are cut at their beginning: the end of a path tells more. */
const widest = 60

function fitted(name: string): string {
  const shown = printable(name)
  if (displayWidth(shown) <= widest) return shown
  const characters = Array.from(shown)
  let used = 1
  let start = characters.length
  while (start > 0 && used + displayWidth(characters[start - 1] as string) <= widest)
    used += displayWidth(characters[--start] as string)
  return `…${characters.slice(start).join('')}`
}

/** A heading and its rows, names and values under each other. Nothing where there are no rows. */
function block(heading: string, rows: readonly (readonly [name: string, value: string])[]): Line[] {
  if (rows.length === 0) return []
  const names = rows.map(([name]) => fitted(name))
  const width = Math.max(...names.map(displayWidth)) + 2
  const line = (name: string, value: string): Line => [
    ['plain', `  ${name}${' '.repeat(width - displayWidth(name))}`],
    ['dim', value],
  ]
  return [[], [['file', heading]], ...rows.map(([, value], index) => line(names[index] as string, value))]
}

export const yearName = (name: string, lang: Lang): string => (name === '' ? fill(statsTexts.noYear, lang, {}) : name)

/** In words; a kind that another version wrote stays as it is. */
export const noteName = (name: string, lang: Lang): string => {
  const known = (noteNames as Readonly<Record<string, Wording | undefined>>)[name]
  return known ? fill(known, lang, {}) : name
}

/** For the slots of `statsTexts.counted`. */
export const counted = ({ errors, warnings, infos, withErrors }: CountedArchive) => ({
  errors: grouped(errors),
  warnings: grouped(warnings),
  infos: grouped(infos),
  withErrors: grouped(withErrors),
})

/** For people: a screen, whatever the size of the archive. */
export function statsLines(archive: CountedArchive, lang: Lang, summaryOf: (rule: string) => string): readonly Line[] {
  const say = (wording: Wording, data: Readonly<Record<string, string>> = {}): string => fill(wording, lang, data)
  const copies = ({ reports }: { readonly reports: number }): string => say(statsTexts.copies, { reports: grouped(reports) })
  const found = say(statsTexts.counted, counted(archive))
  const all = say(statsTexts.converted, { count: grouped(archive.reports), characters: grouped(archive.characters) })
  const head: Line[] = [[['plain', `${say(statsTexts.reports)}  ${all}`]], [['plain', `${say(statsTexts.findings)}  ${found}`]]]
  return [
    ...head,
    ...block(
      say(statsTexts.byYear),
      archive.years.map((group) => [yearName(group.name, lang), copies(group)]),
    ),
    ...block(
      say(statsTexts.byFormat),
      archive.formats.map((group) => [group.name, copies(group)]),
    ),
    ...block(
      say(statsTexts.commonest),
      archive.rules
        .slice(0, mostRules)
        .map(({ name, findings, reports }) => [
          name,
          `${say(statsTexts.inReports, { findings: grouped(findings), reports: grouped(reports) })}  ${summaryOf(name)}`,
        ]),
    ),
    ...block(
      say(statsTexts.worst),
      archive.worst.map((group) => [
        group.name,
        say(statsTexts.errorsAndWarnings, { errors: grouped(group.errors), warnings: grouped(group.warnings) }),
      ]),
    ),
    ...block(
      say(statsTexts.notChecked),
      archive.notes.map((group) => [noteName(group.name, lang), copies(group)]),
    ),
    ...block(
      `${say(statsTexts.notConverted)}  ${say(statsTexts.copies, { reports: grouped(archive.failed) })}`,
      archive.failures.map((group) => [group.name, copies(group)]),
    ),
  ]
}

/** As one JSON document. */
export const statsJson = (archive: CountedArchive, version: string): string =>
  `${jsonLine({ schemaVersion, tool: toolEntry(version), ...archive })}\n`

/** As one table for Excel and WPS, which take a text for UTF-8 only where it begins with a mark. */
export function statsCsv(archive: CountedArchive, lang: Lang): string {
  const say = (wording: Wording): string => fill(wording, lang, {})
  const { kind, name, reports, errors, warnings, infos, occurrences } = statsTexts
  const group = (wording: Wording, groups: readonly CountedGroup[]): (string | number)[][] =>
    groups.map((one) => [say(wording), yearName(one.name, lang), one.reports, one.errors, one.warnings, one.infos, ''])
  const rows: (string | number)[][] = [
    [kind, name, reports, errors, warnings, infos, occurrences].map(say),
    ...group(statsTexts.byYear, archive.years),
    ...group(statsTexts.byFormat, archive.formats),
    ...archive.rules.map((rule) => [say(statsTexts.rule), rule.name, rule.reports, '', '', '', rule.findings]),
    ...group(statsTexts.file, archive.worst),
    ...archive.notes.map((one) => [say(statsTexts.unchecked), noteName(one.name, lang), one.reports, '', '', '', '']),
    ...archive.failures.map((one) => [say(statsTexts.failure), one.name, one.reports, '', '', '', '']),
  ]
  return csvMark + rows.map(csvLine).join('')
}
