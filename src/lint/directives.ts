/**
 * Comments by which users silence rules: `<!-- hegao-disable-next-line stray-space -- 引文 -->` and its family. The format is
 * that of eslint's comments; a Chinese comma and a Chinese dash do as well.
 */
import { type Comment, lineStarts, type Source, type Span } from '../source.ts'

type Kind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line'

/** In the order in which a near miss is looked for. */
export const kinds: readonly Kind[] = ['disable', 'enable', 'disable-line', 'disable-next-line']

/** What a comment asks for. No rules: all of them. */
export interface Directive {
  readonly kind: Kind
  readonly rules: readonly string[]
  /** The comment, in the document. */
  readonly comment: Span
  /** The rules it silenced something of. */
  readonly used: Set<string>
}

/** A comment that begins like a directive and is none. */
export interface Misspelt {
  readonly name: string
  readonly comment: Span
}

/** `-- reason` or `——reason`, behind a blank. */
const reason = /\s(?:-{2,}(?:\s|$)|——)/

const isKind = (name: string): name is Kind => kinds.some((kind) => kind === name)

/** What a comment says to hegao; undefined where it speaks to others. */
function directiveOf({ value, start, end }: Comment, renamed: Renamed): Directive | Misspelt | undefined {
  const words = value.trim()
  if (!words.startsWith('hegao-')) return undefined
  const [said = ''] = words.split(reason, 1)
  const [name = '', ...rules] = said.split(/[\s,，、]+/).filter((word) => word !== '')
  const kind = name.slice('hegao-'.length)
  const comment = { start, end }
  return isKind(kind)
    ? { kind, rules: rules.map((rule) => renamed.get(rule) ?? rule), comment, used: new Set() }
    : { name: kind, comment }
}

type Renamed = ReadonlyMap<string, string>

/** The directives of a document and those that are misspelt, in order; what rules were called before counts for them. */
export function directivesOf(
  { comments = [] }: Source,
  renamed: Renamed = new Map(),
): { directives: Directive[]; misspelt: Misspelt[] } {
  const directives: Directive[] = []
  const misspelt: Misspelt[] = []
  for (const comment of comments) {
    const directive = directiveOf(comment, renamed)
    if (!directive) continue
    if ('kind' in directive) directives.push(directive)
    else misspelt.push(directive)
  }
  return { directives, misspelt }
}

/** A stretch of the document in which `by` silences. */
export interface Silent extends Span {
  readonly by: Directive
}

/** Lines, each asked for once: what a comment's next line is, by the line on which the comment ends. */
type NextLines = Map<number, Span>

/**
 * A paragraph of a report is a line, but a blank line or further comments may stand between it and its comment. `ends`: where
 * comments end, by where they begin. Comments are asked for from the last to the first, so that a long run of them is gone
 * through once.
 */
function nextLine(document: string, starts: readonly number[], after: number, ends: Ends, known: NextLines): Span {
  const own = lineAt(starts, after)
  let line = own
  let found = known.get(line)
  while (!found) {
    line++
    const start = starts[line] ?? document.length
    const end = starts[line + 1] ?? document.length + 1
    const words = document.slice(start, end)
    const from = start + words.length - words.trimStart().length
    const rest = words.trim()
    const isEmpty = rest === '' || ends.get(from) === from + rest.length
    found = isEmpty && line < starts.length ? known.get(line) : { start, end }
  }
  known.set(own, found)
  return found
}

type Ends = ReadonlyMap<number, number>

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the directives for lines hold, in order of the lines. */
export function silentLines({ document }: Source, directives: readonly Directive[]): Silent[] {
  const starts = lineStarts(document)
  const ends: Ends = new Map(directives.map(({ comment }) => [comment.start, comment.end]))
  const known: NextLines = new Map()
  const found: Silent[] = []
  for (const by of directives.toReversed()) {
    const { kind, comment } = by
    if (kind === 'disable-next-line') found.push({ ...nextLine(document, starts, comment.end, ends, known), by })
    if (kind !== 'disable-line') continue
    const start = starts[lineAt(starts, comment.start)] as number
    found.push({ start, end: starts[lineAt(starts, comment.end) + 1] ?? document.length + 1, by })
  }
  return found.sort((a, b) => a.start - b.start)
}

const concerns = ({ rules }: Directive, rule: string): boolean => rules.length === 0 || rules.includes(rule)

/** Where `rule` is disabled until it is enabled again, in order; they do not overlap. */
export function silentStretches(directives: readonly Directive[], rule: string, length: number): Silent[] {
  const found: Silent[] = []
  let open: { start: number; by: Directive } | undefined
  for (const directive of directives) {
    const { kind, comment } = directive
    if ((kind !== 'disable' && kind !== 'enable') || !concerns(directive, rule)) continue
    if (open) found.push({ ...open, end: comment.start })
    open = kind === 'disable' ? { start: comment.end, by: directive } : undefined
  }
  return open ? [...found, { ...open, end: length + 1 }] : found
}

/** The directives that enable what nothing has disabled. */
export function idleEnables(directives: readonly Directive[]): Directive[] {
  const idle: Directive[] = []
  let isAll = false
  const disabled = new Set<string>()
  for (const directive of directives) {
    const { kind, rules } = directive
    if (kind === 'disable') {
      if (rules.length === 0) isAll = true
      for (const rule of rules) disabled.add(rule)
    } else if (kind === 'enable') {
      const ends = isAll || (rules.length === 0 ? disabled.size > 0 : rules.some((rule) => disabled.has(rule)))
      if (!ends) idle.push(directive)
      if (rules.length === 0) {
        isAll = false
        disabled.clear()
      }
      for (const rule of rules) disabled.delete(rule)
    }
  }
  return idle
}

/** What of `lines` concerns `rule`; of several that begin on one line, one. */
export function linesFor(lines: readonly Silent[], rule: string): Silent[] {
  const own = lines.filter(({ by }) => concerns(by, rule))
  return own.filter(({ start }, index) => start !== own[index + 1]?.start)
}

/** The last of `silent` that covers `offset`. */
export function covering(silent: readonly Silent[], offset: number): Directive | undefined {
  let low = 0
  let high = silent.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((silent[middle] as Silent).start <= offset) low = middle + 1
    else high = middle
  }
  const last = silent[low - 1]
  return last && offset < last.end ? last.by : undefined
}
