/** The pipeline for one file, and the only file of the engine that sees rules/. A failure stays on its file. */
import { type AnyRule, rules } from '../rules/index.ts'
import { documentOf } from './document.ts'
import { HegaoError } from './errors.ts'
import type { Document, Settings } from './fact.ts'
import { words } from './facts/words.ts'
import type { Finding } from './finding.ts'
import { type ChosenRule, type Crash, lint, type Omission } from './lint/run.ts'
import type { Silence } from './lint/silence.ts'
import { type ReadOptions, read } from './read/index.ts'
import { noResources, type Resources, resourcesFor } from './resources.ts'
import type { Note, Source } from './source.ts'
import type { Report } from './tree.ts'
import type { Segmenter } from './words/engine.ts'

export { type AnyRule, rules }

export interface CheckOptions extends ReadOptions, Silence {
  readonly settings: Settings
  readonly rules: readonly ChosenRule[]
  /** What the rules need, where it is loaded already. */
  readonly resources?: Resources
  /** The text that this one is compared with; without it the rules on two texts are silent. */
  readonly other?: OtherText
  /** More than so many findings of one rule are counted, not told; as the engine has it where it is left out. */
  readonly most?: number
  /** Whether what rules only suspect is told in every text, not only in one that shows haste: for what tries a rule alone. */
  readonly doubts?: 'told'
  /** Runs what may take long, and may throw in its place: the command line has a limit of time. Left out: it just runs. */
  readonly within?: <Result>(action: () => Result) => Result
}

/** Last year's text, or another office's. */
export interface OtherText {
  readonly source: Source
  readonly settings?: Settings
}

interface Done {
  readonly path: string
  readonly findings: readonly Finding[]
  /** What was not there to be checked; undefined where that is nothing. */
  readonly notes?: readonly Note[]
  /** Findings beyond the most that one rule may tell of one file. */
  readonly omitted: readonly Omission[]
  /** How many findings are left out because a baseline knows them; undefined where there is none. */
  readonly known?: number
  /** Rules that failed on this file; the others went on. */
  readonly crashes: readonly Crash[]
  /** Whose words were told apart; null where no rule needed a word boundary. */
  readonly segmenter: Segmenter | null
}

/** A file that could not be dealt with: nothing is known of it but why. */
export interface Failed extends Done {
  readonly error: HegaoError
  readonly source?: undefined
  readonly tree?: undefined
}

/** A file that was read and checked. */
export interface Read extends Done {
  readonly error?: undefined
  readonly source: Source
  readonly tree: Report
}

/** One file, done. */
export type Checked = Failed | Read

/** A file that was checked here and now, with all that is known of it. */
export interface CheckedDocument extends Read {
  readonly document: Document
}

export const failed = (path: string, error: HegaoError): Failed => ({
  path,
  error,
  findings: [],
  omitted: [],
  crashes: [],
  segmenter: null,
})

/** Checks bytes that came from `path` (a name only: nothing is opened). Never rejects for a fault of the file. */
export async function checkBytes(path: string, bytes: Uint8Array, options: CheckOptions): Promise<Failed | CheckedDocument> {
  try {
    const { within = (action) => action() } = options
    const source = await within(() => read(path, bytes, options))
    const resources = options.resources ?? (await resourcesOf(options))
    return within(() => checkSource(source, { ...options, resources }))
  } catch (error) {
    return failed(path, asFailure(path, error))
  }
}

const ruleIds: readonly string[] = rules.map(({ id }) => id)
const renamed = new Map(rules.flatMap(({ id, formerly = [] }) => formerly.map((old) => [old, id] as const)))

/** The tables of the chosen rules; at once where the platform has them at once. */
export const resourcesOf = ({ rules }: Pick<CheckOptions, 'rules'>) =>
  resourcesFor(rules.flatMap(({ rule }) => [...(rule.needs ?? []), ...(rule.wants ?? [])]))

/**
 * Parses a source and runs the chosen rules. Waits for nothing: where the platform has no resources at once, `resources` are to be
 * given, and rules without theirs do not run.
 */
export function checkSource(
  source: Source,
  options: Pick<CheckOptions, 'settings' | 'rules' | 'resources' | 'other' | 'most' | 'doubts' | keyof Silence>,
): CheckedDocument {
  const loaded = options.resources ?? resourcesOf(options)
  const resources = loaded instanceof Promise ? noResources : loaded
  const other = options.other && documentOf(options.other.source, options.other.settings ?? {}, resources)
  const document = documentOf(source, options.settings, resources, undefined, other)
  const missing = options.rules.flatMap(({ rule }) => lackOf(rule, resources))
  const able = missing.length === 0 ? options.rules : options.rules.filter(({ rule }) => lackOf(rule, resources).length === 0)
  const { findings, omitted, crashes } = lint(document, able, { ...options, ruleIds, renamed })
  const notes = [...notesOf(source), ...missing]
  const more = notes.length > 0 && { notes }
  const { segmenter } = document.use(words)
  return { path: source.path, source, tree: document.tree, findings, ...more, omitted, crashes, segmenter, document }
}

/** The first file that the rule needs and that is not there. */
function lackOf({ id, needs = [] }: AnyRule, resources: Resources): Note[] {
  const name = needs.find((one) => !resources.has(one))
  return name === undefined ? [] : [{ kind: 'resource-missing', ruleId: id, name }]
}

/** A document with fewer words than this, and few beside each picture, shows its text in pictures. Han characters. */
const fewestWords = 60
const wordsBesidePicture = 20

/** What was there to be checked; pictures stand in the text as U+FFFC. */
function notesOf({ text, notes = [] }: Source): readonly Note[] {
  if (notes.length > 0) return notes
  const hasPictures = text.includes('\ufffc')
  if (!hasPictures) return text.trim() === '' ? [{ kind: 'no-text' }] : []
  const words = text.replace(/[^\u3400-\u9fff]/g, '').length
  const pictures = text.split('\ufffc').length - 1
  return words < Math.min(fewestWords, pictures * wordsBesidePicture) ? [{ kind: 'pictures' }] : []
}

function asFailure(path: string, error: unknown): HegaoError {
  if (error instanceof HegaoError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new HegaoError('internal-error', { path, reason }, error)
}
