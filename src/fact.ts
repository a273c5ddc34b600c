/**
 * Facts: knowledge about one document that rules share. A fact states, it does not judge.
 * `use(token)` computes it at most once for a document and only when somebody asks; its memory dies with the document.
 */
import type { Resources } from './resources.ts'
import type { Source } from './source.ts'
import type { Landmarks } from './text/landmarks.ts'
import type { Report } from './tree.ts'

/** A leader of the house: the offices are those held now, `formerly` those held before. */
export interface Leader {
  readonly name: string
  readonly offices: readonly string[]
  readonly formerly: readonly string[]
}

/** A body with its official name and its short ones. */
export interface Body {
  readonly name: string
  readonly short: readonly string[]
}

/** A session of the house's own congress: which year it met in. */
export interface OwnSession {
  readonly body: string
  readonly term: number
  readonly session: number
  readonly year: number
}

/** One row of the figure sheet (口径): what everybody in the house has to say. */
export interface HouseFigure {
  readonly indicator: string
  readonly aliases: readonly string[]
  readonly year: number
  /** As it is written in the sheet. */
  readonly value: string
  readonly unit: string
}

/** What the house knows of itself, and a report has to agree with. */
export interface HouseFacts {
  readonly leaders: readonly Leader[]
  readonly bodies: readonly Body[]
  readonly places: readonly string[]
  readonly projects: readonly string[]
  readonly sessions: readonly OwnSession[]
  readonly figures: readonly HouseFigure[]
}

/** What the user said about the document that the text itself does not say. */
export interface Settings {
  /** `--year`: the year the document belongs to. */
  readonly year?: number
  /** `--as-of`: the day on which the document is read, `YYYY-MM-DD`. */
  readonly asOf?: string
  /** `--body`: whether the other document is of the same office; undefined: by their titles. */
  readonly body?: 'same' | 'other'
  /** The facts of the house, where it has written them down. */
  readonly facts?: HouseFacts
}

/** What facts are computed from. */
export interface Seen {
  readonly text: string
  /** Its marks, brackets and blanks: found once, for the parser and for all facts. */
  readonly landmarks: Landmarks
  readonly tree: Report
  readonly source: Source
  readonly settings: Settings
  /** What the rules that run said they need. A fact that finds a table missing is asked by nobody who needs it. */
  readonly resources: Resources
  /** The text that this one is compared with: last year's, or another office's. */
  readonly other?: Document
}

/** A document, and what is known of it. */
export interface Document extends Seen {
  readonly use: Use
}

/** Gives the value of a fact for the document at hand. */
export type Use = <Value>(fact: Fact<Value>) => Value

export interface Fact<Value> {
  readonly id: string
  readonly compute: (document: Seen, use: Use) => Value
}

export function fact<Value>(id: string, compute: Fact<Value>['compute']): Fact<Value> {
  return { id, compute }
}

/** The facts of one document. A fact that needs itself is a mistake of ours: it throws, naming the circle. */
export function createUse(document: Seen): Use {
  const known = new Map<Fact<unknown>, unknown>()
  const pending: Fact<unknown>[] = []
  const use = <Value>(wanted: Fact<Value>): Value => {
    const value = known.get(wanted) as Value | undefined
    if (value !== undefined || known.has(wanted)) return value as Value
    if (pending.includes(wanted)) throw new Error(`facts in a circle: ${[...pending, wanted].map((f) => f.id).join(' → ')}`)
    pending.push(wanted)
    try {
      const computed = wanted.compute(document, use)
      known.set(wanted, computed)
      return computed
    } finally {
      pending.pop()
    }
  }
  return use
}
