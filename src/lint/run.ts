/** Runs the chosen rules over one document and stamps what they say: level, words, section, fingerprint. */
import type { Document } from '../fact.ts'
import type { Finding, Related } from '../finding.ts'
import type { AnyRule, Fix, OptionValue, Severity } from '../rule.ts'
import type { Span } from '../source.ts'
import type { Report } from '../tree.ts'
import type { AnyData, Wording } from '../wording.ts'
import { isInHaste } from './doubts.ts'
import { fingerprints } from './fingerprint.ts'
import { looksOf } from './looks.ts'
import { settle } from './messages.ts'
import { sectionPaths } from './sections.ts'
import { directiveRule, type Remark, type Silence, silencerFor, withoutSilenced } from './silence.ts'

/** A rule with the level and the option values that hold for this run. */
export interface ChosenRule {
  readonly rule: AnyRule
  readonly severity: Severity
  readonly options: Readonly<Record<string, OptionValue>>
}

/** What a rule passes to `report`, before anything is stamped on it. */
interface Said {
  readonly see?: readonly { readonly id: string; readonly at: Span; readonly data: AnyData; readonly inOther?: true }[]
  readonly fix?: Fix
  readonly actual?: string
  readonly severity?: Severity
  readonly doubtful?: true
}

/** A rule that threw: the others went on. */
export interface Crash {
  readonly ruleId: string
  readonly error: unknown
}

/** How many more findings of one rule and level there were than are told. */
export interface Omission {
  readonly ruleId: string
  readonly severity: Severity
  readonly count: number
}

export interface Linted {
  readonly findings: readonly Finding[]
  readonly omitted: readonly Omission[]
  readonly crashes: readonly Crash[]
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** The milder of the two. */
const milder = (a: Severity, b: Severity | undefined): Severity =>
  b !== undefined && order.indexOf(b) > order.indexOf(a) ? b : a

/** A rule may say this much of one document; beyond it, more of the same helps nobody. What is left out is counted. */
const mostFindings = 200

/** Second places of one finding; a level skipped a thousand times is not easier to mend with all thousand listed. */
const mostRelated = 20

/** A finding that still waits for its section and its fingerprint; filled in place, since a copy of each would cost more than the rule. */
type Draft = { -readonly [Key in keyof Finding]: Finding[Key] } & { doubtful?: true }

const noSection: readonly string[] = []

/** How the rules run: what is left unsaid, and which rules there are, run or not (a comment may name any). */
export interface LintOptions extends Silence {
  readonly ruleIds?: readonly string[]
  /** More than so many findings of one rule are counted, not told. */
  readonly most?: number
  /** What rules only suspect is told whatever else is found: for what tries one rule alone. */
  readonly doubts?: 'told'
}

/** What one rule said. */
interface Ran {
  readonly found: readonly Draft[]
  readonly omitted: readonly Omission[]
  readonly crash?: Crash
}

interface RunOptions {
  readonly most: number
  /** Whether its doubts are told. */
  readonly doubts: boolean
  readonly silencer: ReturnType<typeof silencerFor>
}

function runRule(document: Document, { rule, severity, options }: ChosenRule, { most, doubts, silencer }: RunOptions): Ran {
  const { text, tree, use } = document
  const found: Draft[] = []
  let beyond: Map<Severity, number> | undefined
  const looks = looksOf(rule, options, text, use)
  const report = (messageId: string, at: Span, data: AnyData, said: Said = {}): void => {
    if ((said.doubtful && !doubts) || !looks(at, messageId) || silencer?.silences(rule.id, at)) return
    if (found.length >= most) {
      const level = milder(severity, said.doubtful ? 'info' : said.severity)
      beyond ??= new Map()
      beyond.set(level, (beyond.get(level) ?? 0) + 1)
      return
    }
    const related: Related[] = (said.see ?? []).slice(0, mostRelated).map(({ id, at: { start, end }, data: slots, inOther }) => ({
      start,
      end,
      wording: rule.messages[id] as Wording,
      data: slots,
      ...(inOther && document.other && { source: document.other.source }),
    }))
    const draft: Draft = {
      ruleId: rule.id,
      messageId,
      severity: milder(severity, said.doubtful ? 'info' : said.severity),
      start: at.start,
      end: at.end,
      wording: rule.messages[messageId] as Wording,
      data,
      actual: said.actual ?? text.slice(at.start, at.end),
      related,
      section: noSection,
      fingerprint: '',
    }
    if (said.fix) draft.fix = said.fix
    if (said.doubtful) draft.doubtful = true
    found.push(draft)
  }
  try {
    rule.check({ text, tree, use, options, doubts, mayTell: looks, report })
    return { found, omitted: [...(beyond ?? [])].map(([level, count]) => ({ ruleId: rule.id, severity: level, count })) }
  } catch (error) {
    return { found: [], omitted: [], crash: { ruleId: rule.id, error } }
  }
}

export function lint(document: Document, chosen: readonly ChosenRule[], options: LintOptions = {}): Linted {
  const { most = mostFindings } = options
  const silencer = silencerFor(document.source, options, options.ruleIds)
  const { text, tree } = document
  const yielding = new Map(chosen.flatMap(({ rule }) => (rule.yields ? [[rule.id, rule.yields] as const] : [])))
  const run = (one: ChosenRule, doubts: boolean): Ran => runRule(document, one, { most, doubts, silencer })
  let all = chosen.map((one) => run(one, options.doubts === 'told'))
  const foundBy = (runs: readonly Ran[]): Draft[] => runs.flatMap(({ found }) => found)
  // Doubts are worth their cost, and worth reading, in a text that shows haste.
  if (options.doubts !== 'told' && isInHaste(settle(foundBy(all), yielding), text.length))
    all = all.map((one, index) => (chosen[index]?.rule.doubts ? run(chosen[index], true) : one))
  const found = foundBy(all)
  const crashes: Crash[] = all.flatMap(({ crash }) => (crash ? [crash] : []))
  const omitted: Omission[] = all.flatMap((one) => one.omitted)
  const ran = new Set(chosen.map(({ rule }) => rule.id).filter((id) => !crashes.some(({ ruleId }) => ruleId === id)))
  const remarks = silencer?.remarks(ran) ?? []
  for (const remark of remarks.slice(0, mostFindings)) found.push(draftOf(remark))
  for (const severity of order) {
    const count = remarks.slice(mostFindings).filter((remark) => remark.severity === severity).length
    if (count > 0) omitted.push({ ruleId: directiveRule, severity, count })
  }
  const settled = settle(found, yielding)
  const oldest = new Map(chosen.flatMap(({ rule: { id, formerly } }) => (formerly?.[0] ? [[id, formerly[0]] as const] : [])))
  stamp(tree, settled, oldest)
  const { left, remarks: more } = withoutSilenced(settled, options, ran)
  if (more.length === 0) return { findings: left, omitted, crashes }
  const unused = more.map(draftOf)
  stamp(tree, unused, oldest)
  return { findings: [...unused, ...left], omitted, crashes }
}

/**
 * Fills in the section and the fingerprint of each; they are in order of the text. A rule that was renamed keeps the fingerprints
 * of its first name, `oldest`: baselines go on to know what it says.
 */
function stamp(tree: Report, drafts: readonly Draft[], oldest: ReadonlyMap<string, string>): void {
  if (drafts.length === 0) return
  const sections = sectionPaths(tree, drafts)
  const named = oldest.size === 0 ? drafts : drafts.map((one) => ({ ...one, ruleId: oldest.get(one.ruleId) ?? one.ruleId }))
  const prints = fingerprints(
    named,
    sections.map(({ titles }) => titles),
  )
  drafts.forEach((draft, index) => {
    draft.section = sections[index]?.printed ?? noSection
    draft.fingerprint = prints[index] as string
  })
}

/** A comment is no part of the text: its place there is empty, at what follows it. */
const draftOf = ({ start, comment, ...said }: Remark): Draft => ({
  ...said,
  ruleId: directiveRule,
  start,
  end: start,
  inDocument: comment,
  related: [],
  section: noSection,
  fingerprint: '',
})
