/**
 * SARIF 2.1.0, which GitHub, GitLab, Azure and editors read. Regions in lines and columns from 1, columns in UTF-16 units as
 * `columnKind` says, `end` exclusive as SARIF has it. Written in pieces: rules, then results file by file, then what failed.
 */
import type { Finding, Related } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import type { Severity } from '../rule.ts'
import { isUnbroken, locate, type Position, type Source, type Span } from '../source.ts'
import { fill, type Lang } from '../wording.ts'
import { home, ruleHome } from './home.ts'
import { jsonLine } from './json.ts'
import { lineHashes } from './line-hash.ts'
import { uriOf } from './locations.ts'
import { noteSentence } from './notes.ts'
import { isPaged } from './place.ts'
import type { ReportContext, Reporter, RuleInfo } from './reporter.ts'
import { crashSentence, omittedSentence, repair, sentence } from './sentences.ts'
import { texts } from './texts.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

/** What GitHub takes of one run; it refuses a file with more. https://docs.github.com/en/code-security/reference/code-scanning/sarif-files */
const mostResults = 25_000

/** Second places that the message itself links to; GitHub shows no others. */
const mostLinks = 5

/** A longer stretch is found by its place; in UTF-16 units. */
const longestSnippet = 1000

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** A message may hold links, `[words](target)`; what comes from a report shall not. */
const unlinked = (text: string): string => text.replaceAll('](', '] (')
const linkWords = (text: string): string => text.replaceAll('[', '［').replaceAll(']', '］')

function descriptor({ id, severity, summary, source }: RuleInfo, { lang, version, pageOf }: ReportContext): object {
  const short = fill(summary, lang, {})
  const full = fill(texts.ruleWithSource, lang, { summary: short, tier: source.tier, ref: source.ref })
  return {
    id,
    name: id,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: full, markdown: pageOf?.(id) ?? full },
    helpUri: ruleHome(id, version),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    properties: { tags: [source.tier] },
  }
}

const artifact = (path: string, folder: string | undefined): object => {
  const { uri, isRelative } = uriOf(path, folder)
  return isRelative ? { uri, uriBaseId: '%SRCROOT%' } : { uri }
}

const regionOf = ({ start, end }: Position): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

/** The region with its own words, where they are not too many. */
function quoted(source: Source, place: Position): object {
  const [start = 0, end = 0] = [place.start.offset, place.end.offset]
  const isQuoted = end > start && end - start <= longestSnippet
  return { ...regionOf(place), ...(isQuoted && { snippet: { text: source.document.slice(start, end) } }) }
}

/** The sentence, and links to the second places: `[words](id)` is how a message names one. */
function messageOf(finding: Finding, lang: Lang): string {
  const links = finding.related
    .slice(0, mostLinks)
    .map((other, index) => `[${linkWords(sentence(other, lang))}](${index + 1})`)
    .join(lang === 'zh' ? '、' : ', ')
  const text = unlinked(sentence(finding, lang))
  return links === '' ? text : fill(texts.withLinks, lang, { text, links })
}

/** What is the same for all results of one file. */
interface File {
  readonly artifactLocation: object
  /** The folder of the run. */
  readonly folder: string | undefined
  readonly source: Source
  /** GitHub's fingerprints by line; none for files without lines. */
  readonly hashes: readonly string[]
}

function relatedLocation(other: Related, index: number, { artifactLocation, source, folder }: File, lang: Lang): object {
  return {
    id: index + 1,
    message: { text: unlinked(sentence(other, lang)) },
    physicalLocation: other.source
      ? { artifactLocation: artifact(other.source.path, folder), region: quoted(other.source, locate(other.source, other)) }
      : { artifactLocation, region: quoted(source, locate(source, other)) },
  }
}

function fixes(finding: Finding, { artifactLocation, source }: File, lang: Lang): object {
  const { fix } = finding
  const isOfText = fix && !isPaged(source.format) && fix.edits.every((edit: Span) => isUnbroken(source, edit))
  if (!fix || !isOfText || fix.edits.length === 0) return {}
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: regionOf(locate(source, edit)),
    ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
  }))
  const description = { text: unlinked(repair(finding, source, lang)) }
  return { fixes: [{ description, artifactChanges: [{ artifactLocation, replacements }] }] }
}

function result(finding: Finding, file: File, ruleIndex: number, lang: Lang): object {
  const { ruleId, severity, section, related, fingerprint } = finding
  const place = locate(file.source, finding)
  const hash = file.hashes[place.start.line - 1]
  return {
    ruleId,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: messageOf(finding, lang) },
    locations: [
      {
        physicalLocation: { artifactLocation: file.artifactLocation, region: quoted(file.source, place) },
        ...(section.length > 0 && {
          logicalLocations: [{ name: section.at(-1), fullyQualifiedName: section.join(' › '), kind: 'section' }],
        }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => relatedLocation(other, index, file, lang)),
    }),
    partialFingerprints: { 'hegao/v1': fingerprint, ...(hash !== undefined && { primaryLocationLineHash: hash }) },
    ...fixes(finding, file, lang),
  }
}

function notification(level: string, id: string, text: string, artifactLocation?: object): object {
  return {
    level,
    descriptor: { id },
    message: { text: unlinked(text) },
    ...(artifactLocation && { locations: [{ physicalLocation: { artifactLocation } }] }),
  }
}

function notifications({ path, error, omitted, crashes, notes = [] }: Checked, artifactLocation: object, lang: Lang): object[] {
  if (error) return [notification('error', error.code, error.sentence(lang), artifactLocation)]
  return [
    ...omitted.map((one) => notification('note', one.ruleId, omittedSentence(one, lang), artifactLocation)),
    ...crashes.map((crash) => notification('error', 'internal-error', crashSentence(crash, lang), artifactLocation)),
    ...notes.map((note) => notification('note', note.kind, noteSentence(note, path, lang), artifactLocation)),
  ]
}

export function sarif(context: ReportContext): Reporter {
  const { lang, version, rules = [], folder } = context
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const driver = {
    name: 'hegao',
    semanticVersion: version,
    informationUri: home,
    rules: rules.map((rule) => descriptor(rule, context)),
  }
  const told: object[] = []
  let separator = '\n'
  let count = 0
  return {
    open: () =>
      `{"$schema":${jsonLine(schema)},"version":"2.1.0","runs":[{"tool":${jsonLine({ driver })},\n` +
      `"columnKind":"utf16CodeUnits","language":"${lang}","results":[`,
    file(checked) {
      const { path, source, findings } = checked
      const artifactLocation = artifact(path, folder)
      told.push(...notifications(checked, artifactLocation, lang))
      const taken = source ? findings.slice(0, Math.max(0, mostResults - count)) : []
      count += findings.length
      if (!source || taken.length === 0) return ''
      const file = { artifactLocation, folder, source, hashes: isPaged(source.format) ? [] : lineHashes(source.document) }
      let text = ''
      for (const finding of taken) {
        text += separator + jsonLine(result(finding, file, indexOf.get(finding.ruleId) ?? -1, lang))
        separator = ',\n'
      }
      return text
    },
    close({ failed, crashes }) {
      if (count > mostResults) {
        told.push(notification('warning', 'results-exceed-limit', fill(texts.beyondLimit, lang, { count, most: mostResults })))
      }
      const invocation = {
        executionSuccessful: failed + crashes === 0,
        ...(told.length > 0 && { toolExecutionNotifications: told }),
      }
      return `\n],"invocations":[${jsonLine(invocation)}]}]}\n`
    },
  }
}
