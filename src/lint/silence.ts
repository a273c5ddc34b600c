/** What is left unsaid: by comments in the file, and because it lies within words that the house spares. */
import type { Finding } from '../finding.ts'
import type { Severity } from '../rule.ts'
import { locate, offsetInText, type Source, type Span } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import type { AnyData, Wording } from '../wording.ts'
import {
  covering,
  type Directive,
  directivesOf,
  idleEnables,
  kinds,
  linesFor,
  silentLines,
  silentStretches,
} from './directives.ts'

/** What is silenced from outside the file: all that a rule says of it, or only of these words, or only this finding. */
export interface Silenced {
  readonly rule: string
  readonly text?: string
  readonly fingerprint?: string
}

/** What the user wants left unsaid. */
export interface Silence {
  /** Terms and names of the house: a finding that lies within one is not told. */
  readonly spared?: readonly string[]
  /** In a file that has no room for comments. */
  readonly silenced?: readonly Silenced[]
  /** False: comments in the file are not obeyed. */
  readonly inlineConfig?: boolean
  /** Ids that rules went by before, each with the one of now. */
  readonly renamed?: ReadonlyMap<string, string>
  /** The level at which comments are told that silence nothing; `warning` where it is left out. */
  readonly unusedDirectives?: Severity | 'off'
}

/** Not the id of a rule: findings about the comments themselves go by it. */
export const directiveRule = 'hegao-directive'

const messages = {
  unused: { zh: '这条注释没有用上，可以删去', en: 'This comment silences nothing and can go' },
  unusedRules: { zh: '这条注释里的 {rules} 没有用上，可以删去', en: '{rules} in this comment silences nothing and can go' },
  unusedRow: {
    zh: '旁边的 .hegao.json 里第 {row} 条没有用上，可以删去',
    en: 'Row {row} of the .hegao.json beside the file silences nothing and can go',
  },
  noComments: {
    zh: '纯文本里的注释不起作用；不报的写在旁边的 .hegao.json 里，可用 hegao silence 写',
    en: 'Comments have no effect in plain text; name what is silenced in the .hegao.json beside it (hegao silence writes it)',
  },
  idle: { zh: '前面没有停用过，不必恢复', en: 'Nothing was disabled before: there is nothing to enable' },
  unknownRule: { zh: '没有规则 {rule}{perhaps}', en: 'There is no rule {rule}{perhaps}' },
  unknownDirective: { zh: '没有 hegao-{name} 这种注释{perhaps}', en: 'There is no comment hegao-{name}{perhaps}' },
} as const satisfies Record<string, Wording>

/** What there is to say of a comment: a finding without what the engine stamps on it. */
export interface Remark {
  readonly messageId: keyof typeof messages
  readonly severity: Severity
  readonly comment: Span
  /** Where the comment would be in the text. */
  readonly start: number
  readonly wording: Wording
  readonly data: AnyData
  readonly actual: string
}

export interface Silencer {
  /** Whether a finding of `rule` at `at` is silenced; what silences it counts as used from then on. */
  silences(rule: string, at: Span): boolean
  /** What there is to say of the comments once all rules ran: of those in `ran`, that they found nothing is known. */
  remarks(ran: ReadonlySet<string>): Remark[]
}

const perhaps = (name: string, candidates: Iterable<string>): Wording => {
  const close = nearest(name, candidates)
  return close === undefined ? { zh: '', en: '' } : { zh: `；是不是 ${close}？`, en: `; did you mean ${close}?` }
}

/** Undefined where nothing can be silenced. `ruleIds`: the ids of all rules there are; without them none is called unknown. */
export function silencerFor(source: Source, silence: Silence, ruleIds: readonly string[] | undefined): Silencer | undefined {
  const spared = [...new Set(silence.spared)].filter((word) => word !== '')
  const comments = silence.inlineConfig === false ? { directives: [], misspelt: [] } : directivesOf(source, silence.renamed)
  const isCommented = comments.directives.length + comments.misspelt.length > 0
  const powerless = silence.inlineConfig === false ? [] : powerlessComments(source)
  if (spared.length === 0 && !isCommented && powerless.length === 0) return undefined
  const silences = commentSilencer(source, comments.directives)
  return {
    silences: (rule, at) => isSpared(source.text, spared, at) || silences(rule, at),
    remarks: (ran) => [
      ...powerless.map((comment) => remark(source, 'warning', comment, 'noComments', {})),
      ...unknowns(source, comments, ruleIds),
      ...unused(source, comments.directives, ran, ruleIds, silence.unusedDirectives ?? 'warning'),
    ],
  }
}

/** What would be comments to us in Markdown, and are words in a plain text. */
function powerlessComments({ format, document }: Source): Span[] {
  if (format !== 'txt') return []
  const found: Span[] = []
  const begin = '<!--'
  for (let start = document.indexOf(begin); start >= 0; start = document.indexOf(begin, start + 1)) {
    if (
      !document
        .slice(start + begin.length, start + 40)
        .trimStart()
        .startsWith('hegao-')
    )
      continue
    const lineEnd = document.indexOf('\n', start)
    const line = document.slice(start, lineEnd < 0 ? document.length : lineEnd)
    const close = line.indexOf('-->')
    found.push({ start, end: start + (close < 0 ? line.trimEnd().length : close + 3) })
  }
  return found
}

/** Whether all of `at` lies within one of `words`, as it stands in `text`. */
function isSpared(text: string, words: readonly string[], { start, end }: Span): boolean {
  return words.some((word) => {
    const room = word.length - (end - start)
    return room >= 0 && text.slice(Math.max(0, start - room), end + room).includes(word)
  })
}

function commentSilencer(source: Source, directives: readonly Directive[]): Silencer['silences'] {
  if (directives.length === 0) return () => false
  const lines = silentLines(source, directives)
  const byRule = new Map<string, ReturnType<typeof silentOf>>()
  const silentOf = (rule: string) => ({
    lines: linesFor(lines, rule),
    stretches: silentStretches(directives, rule, source.document.length),
  })
  return (rule, at) => {
    const silent = byRule.get(rule) ?? silentOf(rule)
    byRule.set(rule, silent)
    const offset = locate(source, at).start.offset as number
    const by = covering(silent.lines, offset) ?? covering(silent.stretches, offset)
    by?.used.add(rule)
    return by !== undefined
  }
}

function remark(source: Source, severity: Severity, comment: Span, messageId: keyof typeof messages, data: AnyData): Remark {
  const actual = source.document.slice(comment.start, comment.end)
  const start = offsetInText(source, comment.start)
  return { messageId, severity, comment, start, wording: messages[messageId], data, actual }
}

function unknowns(
  source: Source,
  { directives, misspelt }: ReturnType<typeof directivesOf>,
  ruleIds: readonly string[] | undefined,
): Remark[] {
  const names = misspelt.map(({ name, comment }) =>
    remark(source, 'warning', comment, 'unknownDirective', { name, perhaps: perhaps(name, kinds) }),
  )
  if (!ruleIds) return names
  const rules = directives.flatMap(({ rules: said, comment }) =>
    said
      .filter((rule) => !ruleIds.includes(rule))
      .map((rule) => remark(source, 'warning', comment, 'unknownRule', { rule, perhaps: perhaps(rule, ruleIds) })),
  )
  return [...names, ...rules]
}

/** Of a rule that did not run it is not known whether its comment is of use; of one that does not exist something else is said. */
function unused(
  source: Source,
  directives: readonly Directive[],
  ran: ReadonlySet<string>,
  ruleIds: readonly string[] | undefined,
  level: Severity | 'off',
): Remark[] {
  if (level === 'off') return []
  const idle = new Set(idleEnables(directives))
  return directives.flatMap((directive) => {
    const { kind, rules, used, comment } = directive
    if (kind === 'enable') return idle.has(directive) ? [remark(source, level, comment, 'idle', {})] : []
    if (rules.length === 0) return used.size === 0 ? [remark(source, level, comment, 'unused', {})] : []
    const idleRules = rules.filter((rule) => ran.has(rule) && !used.has(rule) && (ruleIds?.includes(rule) ?? true))
    if (idleRules.length === 0) return []
    return idleRules.length === rules.length
      ? [remark(source, level, comment, 'unused', {})]
      : [remark(source, level, comment, 'unusedRules', { rules: idleRules.join(', ') })]
  })
}

/** What stands in no place of the file is told at its beginning. */
const nowhere = { comment: { start: 0, end: 0 }, start: 0, actual: '' }

const means = ({ rule, text, fingerprint }: Silenced, finding: Finding): boolean =>
  rule === finding.ruleId &&
  (text === undefined || text === finding.actual) &&
  (fingerprint === undefined || fingerprint === finding.fingerprint)

/** `findings` without those that `rows` silence, and what there is to say of rows that silence nothing. */
export function withoutSilenced<F extends Finding>(
  findings: readonly F[],
  { silenced: rows = [], unusedDirectives = 'warning' }: Silence,
  ran: ReadonlySet<string>,
): { readonly left: readonly F[]; readonly remarks: readonly Remark[] } {
  if (rows.length === 0) return { left: findings, remarks: [] }
  const used = new Set<Silenced>()
  const left = findings.filter((finding) => {
    const row = rows.find((one) => means(one, finding))
    if (row) used.add(row)
    return row === undefined
  })
  if (unusedDirectives === 'off') return { left, remarks: [] }
  const remarks = rows.flatMap((row, index) => {
    if (used.has(row) || !ran.has(row.rule)) return []
    const data = { row: index + 1 }
    return [{ ...nowhere, messageId: 'unusedRow' as const, severity: unusedDirectives, wording: messages.unusedRow, data }]
  })
  return { left, remarks }
}
