/** Whether a rule still does what its page and its tables say. */
import type { Root } from 'mdast'
import type { checkSource } from '../../hegao.ts'
import { readAtOnce } from '../../read/at-once.ts'
import type { read } from '../../read/index.ts'
import type { AnyRule, OptionValue } from '../../rule.ts'
import { locate, type Source } from '../../source.ts'
import type { fill } from '../../wording.ts'
import type { Example as Proof, Table } from '../../world/row.ts'
import { examplesOf, spelled, unmarked } from '../examples.ts'

/** The engine that is tried. */
export interface Engine {
  readonly checkSource: typeof checkSource
  readonly read: typeof read
  readonly fill: typeof fill
}

/** One text and what should be said of it: the places, and where a page says them the sentences. */
export interface Trial {
  readonly text: string
  readonly year?: number
  readonly options: Readonly<Record<string, unknown>>
  readonly other?: string
  readonly places: string
  readonly sentences?: string
  /** The name of the file; example.txt where it is not said. */
  readonly file?: string
}

export const trialsOfPage = (page: Root): Trial[] =>
  examplesOf(page).map(({ text, spans, sentences, options, other, file }) => ({
    ...{ text, options, file },
    ...(other !== undefined && { other }),
    places: JSON.stringify(spans),
    sentences: sentences.join('\n'),
  }))

function trialsOf(proof: Proof): Trial[] {
  const { text: written, ...more } = typeof proof === 'string' ? { text: proof } : proof
  return spelled(written).map((marked) => {
    const { text, spans } = unmarked(marked)
    return { text, ...more, options: {}, places: JSON.stringify(spans) }
  })
}

export const trialsOfTables = (tables: readonly Table[], rule: string): Trial[] =>
  tables
    .filter((table) => table.rule === rule)
    .flatMap(({ rows }) => rows.flatMap(({ hits, misses = [] }) => [...hits, ...misses].flatMap(trialsOf)))

function told({ checkSource, read, fill }: Engine, rule: AnyRule, { text, year, options, other, file = 'example.txt' }: Trial) {
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]))
  const severity = rule.severity === 'off' ? 'warning' : rule.severity
  const chosen = { rule, severity, options: { ...defaults, ...options } as Record<string, OptionValue> }
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)
  const source = file.endsWith('.txt') ? (read(file, bytes(text), {}) as Source) : readAtOnce(file, bytes(text), {})
  const compared = other === undefined ? {} : { other: { source: read('other.txt', bytes(other), {}) as Source } }
  const { findings, crashes } = checkSource(source, {
    settings: year === undefined ? {} : { year },
    rules: [chosen],
    ...compared,
  })
  if (crashes.length > 0) return { places: 'crash', sentences: 'crash' }
  return {
    places: JSON.stringify(findings.map((finding) => [locate(source, finding).start.offset, locate(source, finding).end.offset])),
    sentences: findings.map(({ wording, data }) => fill(wording, 'zh', data)).join('\n'),
  }
}

/** True where every trial says what it should. Stops at the first that does not. */
export const holds = (engine: Engine, rule: AnyRule, trials: readonly Trial[]): boolean =>
  trials.every((trial) => {
    const { places, sentences } = told(engine, rule, trial)
    return places === trial.places && (trial.sentences === undefined || sentences === trial.sentences)
  })
