/**
 * The engine as the page asks for it: plain data in, plain data out, so that it may run in a worker or in the page. Nothing is kept
 * from one question to the next: to check again takes less than to remember.
 */
import { annotatedCopy } from '../act/annotate.ts'
import { compareBytes } from '../act/compare.ts'
import { repair } from '../act/fix.ts'
import { chooseRules } from '../config.ts'
import { HegaoError } from '../errors.ts'
import { documentYear } from '../facts/document-year.ts'
import type { Finding } from '../finding.ts'
import { type Checked, type CheckOptions, checkBytes, rules } from '../hegao.ts'
import { closing } from '../report/compare/closing.ts'
import { comparisonText } from '../report/compare/json.ts'
import { listFindings } from '../report/compare/lists.ts'
import { comparisonBody, comparisonPage } from '../report/compare/page.ts'
import { fileView, html } from '../report/html/html.ts'
import { json } from '../report/json.ts'
import { noteSentence } from '../report/notes.ts'
import { plain } from '../report/palette.ts'
import type { ReporterFactory } from '../report/reporter.ts'
import { nothing, withFile } from '../report/summary.ts'
import { isText } from '../source.ts'
import { tablesAsOf } from '../tables.ts'
import { hashOf } from '../text/hash.ts'
import { version } from '../version.ts'

/** A document that somebody dropped on the page. */
export interface Draft {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What somebody decided about the findings of one document, by their fingerprints. */
export interface Decisions {
  readonly year?: number
  readonly accepted: readonly string[]
  readonly ignored: readonly string[]
}

export type Question =
  | { readonly op: 'about' }
  | { readonly op: 'check'; readonly draft: Draft; readonly id: string; readonly year?: number }
  | { readonly op: 'compare'; readonly comparing: Comparing }
  | { readonly op: 'compare-copy'; readonly comparing: Comparing; readonly as: 'page' | 'json' | 'copy' }
  | { readonly op: 'json' | 'report'; readonly drafts: readonly Draft[]; readonly years: readonly (number | undefined)[] }
  | {
      readonly op: 'annotate' | 'fix'
      readonly draft: Draft
      readonly decisions: Decisions
      readonly rulesOff: readonly string[]
    }

/** Last year’s document, and this year’s. */
export interface Comparing {
  readonly old: Draft
  readonly draft: Draft
  readonly body?: 'same' | 'other'
  readonly oldYear?: number
  readonly year?: number
}

/** Two documents side by side, as the page shows them. */
export interface ComparedView {
  readonly html: string
  /** What both have in common, in words. */
  readonly closing: readonly string[]
  /** A copy with comments can be made of the new one. */
  readonly isWord: boolean
}

/** What the page is told of a finding, beside its card. */
export interface Told {
  readonly fingerprint: string
  readonly ruleId: string
  readonly hasFix: boolean
}

/** A document, checked, as the page shows it. */
export interface View {
  /** The same for the same bytes. */
  readonly key: string
  readonly html: string
  readonly findings: readonly Told[]
  readonly counts: readonly [errors: number, warnings: number, infos: number]
  readonly notes: readonly string[]
  readonly isFailed: boolean
  /** What can be made of it: a copy with comments, or a repaired text. */
  readonly makes: 'copy' | 'text' | null
  /** The year that the document is read by; null where it says none. */
  readonly year: number | null
}

export interface About {
  readonly version: string
  readonly tablesAsOf: string
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
}

const lang = 'zh'

const optionsWith = (year: number | undefined): CheckOptions => ({
  settings: year === undefined ? {} : { year },
  rules: chooseRules(rules),
})

async function checked({ name, bytes }: Draft, year?: number): Promise<Checked> {
  return checkBytes(name, bytes, optionsWith(year))
}

/** The page knows a document again by it; a hash for safety it need not be. */
function keyOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[])
  }
  return hashOf(text) + bytes.length.toString(16)
}

/** A small page is meant to be without the large tables; nothing is broken. */
const lacking = (ruleId: string): string => `没有按 ${ruleId} 查：这一份核稿不带它要的表，请用完整的核稿.html。`

async function view(draft: Draft, id: string, year?: number): Promise<View> {
  const file = await checkBytes(draft.name, draft.bytes, optionsWith(year))
  const { errors, warnings, infos } = withFile(nothing, file)
  const { source, findings, notes = [] } = file
  return {
    key: keyOf(draft.bytes),
    html: fileView(file, id, { lang, rules }),
    findings: findings.map(({ fingerprint, ruleId, fix }) => ({ fingerprint, ruleId, hasFix: fix !== undefined })),
    counts: [errors, warnings, infos],
    notes: notes.map((note) => (note.kind === 'resource-missing' ? lacking(note.ruleId) : noteSentence(note, draft.name, lang))),
    isFailed: source === undefined,
    makes: source === undefined ? null : source.format === 'docx' ? 'copy' : isText(source.format) ? 'text' : null,
    year: source === undefined ? null : (file.document.use(documentYear)?.value ?? null),
  }
}

/** The documents as a reporter of the command line writes them. */
async function reported(
  factory: ReporterFactory,
  drafts: readonly Draft[],
  years: readonly (number | undefined)[],
): Promise<string> {
  const reporter = factory({ lang, palette: plain, version, quiet: false, rules })
  const pieces = [reporter.open()]
  let summary = nothing
  for (const [index, draft] of drafts.entries()) {
    const file = await checked(draft, years[index])
    summary = withFile(summary, file)
    pieces.push(reporter.file(file))
  }
  pieces.push(reporter.close(summary))
  return pieces.join('')
}

/** Comments for all that is not ignored, changes for what is accepted. */
async function copyOf(
  { name, bytes }: Draft,
  { year, accepted, ignored }: Decisions,
  off: ReadonlySet<string>,
): Promise<Uint8Array> {
  const made = await annotatedCopy(name, bytes, optionsWith(year), {
    lang,
    changes: 'all',
    accepted: ({ fingerprint }) => accepted.includes(fingerprint),
    told: ({ fingerprint, ruleId }) => !ignored.includes(fingerprint) && !off.has(ruleId),
  })
  return made.bytes
}

async function repairedText(draft: Draft, { year, accepted }: Decisions): Promise<Uint8Array> {
  const file = await checked(draft, year)
  if (file.error) throw file.error
  const isAccepted = ({ fingerprint }: Finding): boolean => accepted.includes(fingerprint)
  return (await repair(file, draft.bytes, optionsWith(year), isAccepted)).bytes
}

const comparedWith = ({ old, draft, body, oldYear, year }: Comparing) =>
  compareBytes({ path: old.name, bytes: old.bytes }, { path: draft.name, bytes: draft.bytes }, optionsWith(year), {
    body,
    oldYear,
    lists: true,
  })

async function comparedView(comparing: Comparing): Promise<ComparedView> {
  const { comparison } = await comparedWith(comparing)
  return { html: comparisonBody(comparison, lang), closing: closing(comparison, lang), isWord: comparison.now.format === 'docx' }
}

async function comparedCopy(comparing: Comparing, as: 'page' | 'json' | 'copy'): Promise<Uint8Array | string> {
  const { comparison, check } = await comparedWith(comparing)
  if (as !== 'copy') return (as === 'page' ? comparisonPage : comparisonText)(comparison, { lang, version })
  const { lists, pairing, old } = comparison
  const more = () => (lists ? listFindings(lists, pairing, old, lang) : [])
  return (await annotatedCopy(comparing.draft.name, comparing.draft.bytes, check, { lang, changes: 'none', more })).bytes
}

async function answer(question: Question): Promise<unknown> {
  switch (question.op) {
    case 'about': {
      const known = rules.map(({ id, summary }) => ({ id, summary: summary.zh }))
      return { version, tablesAsOf, rules: known } satisfies About
    }
    case 'check':
      return view(question.draft, question.id, question.year)
    case 'compare':
      return comparedView(question.comparing)
    case 'compare-copy':
      return comparedCopy(question.comparing, question.as)
    case 'json':
      return reported(json, question.drafts, question.years)
    case 'report':
      return reported(html, question.drafts, question.years)
    case 'annotate':
      return copyOf(question.draft, question.decisions, new Set(question.rulesOff))
    case 'fix':
      return repairedText(question.draft, question.decisions)
  }
}

export type Answer = { readonly value: unknown } | { readonly problem: string; readonly hint?: string }

/** Never rejects: what went wrong is said in words. */
export async function serve(question: Question): Promise<Answer> {
  try {
    return { value: await answer(question) }
  } catch (error) {
    if (!(error instanceof HegaoError)) return { problem: error instanceof Error ? error.message : String(error) }
    const hint = error.hint(lang)
    return { problem: error.sentence(lang), ...(hint !== undefined && { hint }) }
  }
}
