/** The pipeline for one file, and the only file of the engine that sees rules/. A failure stays on its file. */
import { type AnyRule, rules } from '../rules/index.ts'
import { HegaoError } from './errors.ts'
import type { Document, Settings } from './fact.ts'
import { createUse } from './fact.ts'
import { type Meta, meta } from './facts/meta.ts'
import type { Finding } from './finding.ts'
import { type ChosenRule, type Crash, lint, type Omission } from './lint/run.ts'
import type { Silence } from './lint/silence.ts'
import { parse } from './parse/index.ts'
import { type ReadOptions, read } from './read/index.ts'
import { noResources, type Resources, resourcesFor } from './resources.ts'
import type { Note, Source } from './source.ts'
import { type Segmenter, takeSegmenter } from './text/words.ts'
import type { Report } from './tree.ts'

export { type AnyRule, rules }

export interface CheckOptions extends ReadOptions, Silence {
  readonly settings: Settings
  readonly rules: readonly ChosenRule[]
  /** What the rules need, where it is loaded already. */
  readonly resources?: Resources
}

/** One file, done. `error` excludes all but `path`. */
export interface Checked {
  readonly path: string
  readonly error?: HegaoError
  readonly source?: Source
  readonly tree?: Report
  readonly meta?: Meta
  readonly findings: readonly Finding[]
  /** What was not there to be checked; undefined where that is nothing. */
  readonly notes?: readonly Note[]
  /** Findings beyond the most that one rule may tell of one file. */
  readonly omitted: readonly Omission[]
  /** How many findings are left out because a baseline knows them; undefined where there is none. */
  readonly known?: number
  /** Rules that failed on this file; the others went on. */
  readonly crashes: readonly Crash[]
  /** What told words apart; null where no rule needed a word boundary. */
  readonly segmenter: Segmenter | null
}

/** A file that could not be dealt with. */
export const failed = (path: string, error: HegaoError): Checked => ({
  path,
  error,
  findings: [],
  omitted: [],
  crashes: [],
  segmenter: null,
})

/** Checks bytes that came from `path` (a name only: nothing is opened). Never rejects for a fault of the file. */
export async function checkBytes(path: string, bytes: Uint8Array, options: CheckOptions): Promise<Checked> {
  try {
    const source = await read(path, bytes, options)
    return checkSource(source, { ...options, resources: options.resources ?? (await resourcesOf(options)) })
  } catch (error) {
    return failed(path, asFailure(path, error))
  }
}

const known: readonly string[] = rules.map(({ id }) => id)

const resourcesOf = ({ rules }: Pick<CheckOptions, 'rules'>) => resourcesFor(rules.flatMap(({ rule }) => rule.needs ?? []))

/**
 * Parses a source and runs the chosen rules. Waits for nothing: where the platform has no resources at once, `resources` are to be
 * given, and rules without theirs do not run.
 */
export function checkSource(
  source: Source,
  options: Pick<CheckOptions, 'settings' | 'rules' | 'resources' | keyof Silence>,
): Checked {
  const tree = parse(source)
  const loaded = options.resources ?? resourcesOf(options)
  const resources = loaded instanceof Promise ? noResources : loaded
  const document: Document = { text: source.text, tree, source, settings: options.settings, resources }
  takeSegmenter()
  const missing = options.rules.flatMap(({ rule }) => lackOf(rule, resources))
  const able = missing.length === 0 ? options.rules : options.rules.filter(({ rule }) => lackOf(rule, resources).length === 0)
  const { findings, omitted, crashes } = lint(document, able, { ...options, known })
  const notes = [...notesOf(source), ...missing]
  const more = notes.length > 0 && { notes }
  return { path: source.path, source, tree, findings, ...more, omitted, crashes, segmenter: takeSegmenter() }
}

/** The first file that the rule needs and that is not there. */
function lackOf({ id, needs = [] }: AnyRule, resources: Resources): Note[] {
  const name = needs.find((one) => !resources.has(one))
  return name === undefined ? [] : [{ kind: 'resource-missing', ruleId: id, name }]
}

const notesOf = ({ text, notes = [] }: Source): readonly Note[] =>
  notes.length === 0 && text.trim() === '' ? [{ kind: 'no-text' }] : notes

/** What the document says of itself: title, years and the like. Computed only where it is printed. */
export function metaOf(checked: Checked & { source: Source; tree: Report }, settings: Settings): Meta {
  const document: Document = {
    text: checked.source.text,
    tree: checked.tree,
    source: checked.source,
    settings,
    resources: noResources,
  }
  return createUse(document)(meta)
}

function asFailure(path: string, error: unknown): HegaoError {
  if (error instanceof HegaoError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new HegaoError('internal-error', { path, reason }, error)
}
