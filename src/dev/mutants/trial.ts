/** Whether a rule still does what its page and its tables say. */
import type { Root } from 'mdast'
import type { houseFrom } from '../../config/house.ts'
import type { documentOf } from '../../document.ts'
import type { Document } from '../../fact.ts'
import type { resourcesOf } from '../../hegao.ts'
import type { lint } from '../../lint/run.ts'
import type { readAtOnce } from '../../read/at-once.ts'
import type { read } from '../../read/index.ts'
import type { Resources } from '../../resources.ts'
import type { AnyRule, OptionValue, Severity } from '../../rule.ts'
import { locate, type Source } from '../../source.ts'
import type { fill } from '../../wording.ts'
import type { Example as Proof, Table } from '../../world/row.ts'
import { examplesOf, spelledExamples } from '../examples.ts'

/** The engine that is tried. */
export interface Engine {
  readonly documentOf: typeof documentOf
  readonly lint: typeof lint
  readonly resourcesOf: typeof resourcesOf
  readonly read: typeof read
  readonly fill: typeof fill
  readonly houseFrom: typeof houseFrom
  readonly readAtOnce: typeof readAtOnce
}

/** One text and what should be said of it: the places, and where a page says them the sentences. */
export interface Trial {
  readonly text: string
  readonly year?: number
  readonly options: Readonly<Record<string, unknown>>
  readonly other?: string
  /** What the house knows, as hegao.facts.json has it. */
  readonly facts?: unknown
  readonly places: string
  readonly sentences?: string
  /** How grave all of it is, where that is said. */
  readonly severity?: Severity
  readonly grade?: 'safe' | 'suggested'
  /** The name of the file; example.txt where it is not said. */
  readonly file?: string
}

export const trialsOfPage = (page: Root): Trial[] =>
  examplesOf(page).map(({ text, spans, sentences, options, other, facts, file }) => ({
    ...{ text, options, facts, file },
    ...(other !== undefined && { other }),
    places: JSON.stringify(spans),
    sentences: sentences.join('\n'),
  }))

const trialsOf = (proof: Proof): Trial[] =>
  spelledExamples(proof).map(({ spans, ...said }) => ({ ...said, options: {}, places: JSON.stringify(spans) }))

export const trialsOfTables = (tables: readonly Table[], rule: string): Trial[] =>
  tables
    .filter((table) => table.rule === rule)
    .flatMap(({ rows }) => rows.flatMap(({ hits, misses = [] }) => [...hits, ...misses].flatMap(trialsOf)))

/** What a rule says of a text. */
export interface Told {
  readonly places: string
  readonly sentences: string
  /** Its messages, those at second places too. */
  readonly messages: readonly string[]
  readonly severities: readonly Severity[]
  /** Of its fixes; undefined where a finding has none. */
  readonly grades: readonly (string | undefined)[]
}

/** Documents of trials: read once, whatever is tried on them. What shared code knows of them stays as it was. */
export type Documents = WeakMap<object, Document>

function documentFor(engine: Engine, rule: AnyRule, trial: Omit<Trial, 'places'>): Document {
  const { text, year, other, facts, file = 'example.txt' } = trial
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)
  const read = (name: string, words: string): Source =>
    name.endsWith('.txt') ? (engine.read(name, bytes(words), {}) as Source) : engine.readAtOnce(name, bytes(words), {})
  const resources = engine.resourcesOf({ rules: [chosenOf(rule, {})] }) as Resources
  const house = facts === undefined ? {} : { facts: engine.houseFrom(facts, 'hegao.facts.json', 'zh', () => []) }
  const settings = { ...(year !== undefined && { year }), ...house }
  const compared = other === undefined ? undefined : engine.documentOf(read('other.txt', other), {}, resources)
  return engine.documentOf(read(file, text), settings, resources, undefined, compared)
}

function chosenOf(rule: AnyRule, options: Readonly<Record<string, unknown>>) {
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]))
  const severity = rule.severity === 'off' ? ('warning' as const) : rule.severity
  return { rule, severity, options: { ...defaults, ...options } as Record<string, OptionValue> }
}

/** Asks a rule what it says of a text. */
export function told(engine: Engine, rule: AnyRule, trial: Omit<Trial, 'places'>, documents: Documents): Told {
  const document = documents.get(trial) ?? documentFor(engine, rule, trial)
  documents.set(trial, document)
  const { source } = document
  const { findings, crashes } = engine.lint(document, [chosenOf(rule, trial.options)], { doubts: 'told' })
  if (crashes.length > 0) return { places: 'crash', sentences: 'crash', messages: [], severities: [], grades: [] }
  return {
    places: JSON.stringify(findings.map((finding) => [locate(source, finding).start.offset, locate(source, finding).end.offset])),
    sentences: findings.map(({ wording, data }) => engine.fill(wording, 'zh', data)).join('\n'),
    severities: findings.map(({ severity }) => severity),
    grades: findings.map(({ fix }) => fix?.grade),
    messages: findings.flatMap(({ messageId, related }) => [
      messageId,
      ...related.map(({ wording }) => Object.keys(rule.messages).find((key) => rule.messages[key] === wording) ?? ''),
    ]),
  }
}

/** True where every trial says what it should, and the page each message. Stops at the first that does not. */
export function holds(engine: Engine, rule: AnyRule, trials: readonly Trial[], documents: Documents): boolean {
  const said = new Set<string>()
  const areTold = trials.every((trial) => {
    const { places, sentences, messages, severities, grades } = told(engine, rule, trial, documents)
    if (trial.sentences !== undefined) for (const message of messages) said.add(message)
    const isAsGrave = trial.severity === undefined || severities.every((one) => one === trial.severity)
    const isAsSafe = trial.grade === undefined || grades.every((one) => one === trial.grade)
    return isAsGrave && isAsSafe && places === trial.places && (trial.sentences === undefined || sentences === trial.sentences)
  })
  return areTold && Object.keys(rule.messages).every((message) => said.has(message))
}
