/** The contract between a rule and the engine. Types only, but for `defineRule`, which lets the compiler infer them. */
import type { Document, Use } from './fact.ts'
import type { Locatable, Span } from './source.ts'
import type { Report } from './tree.ts'
import type { Data, SameSlots, Wording } from './wording.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Level = Severity | 'off'

/** On whose authority a rule speaks. 规定 is said of 国标 and 条例 only; the rest is usage. */
export interface Authority {
  readonly tier: '国标' | '条例' | '通例' | '事实' | '本规则'
  /** The clause, or for facts the source and its date. */
  readonly ref: string
}

/**
 * An option is declared, not parsed: the validator, the JSON schema and the documentation come from this. The strings of `allow`
 * and of `ignore` are words of the house: nothing is told of a place that one of them stands across. The engine sees to that.
 */
export type Option = { readonly zh: string; readonly en: string } & (
  | { readonly type: 'integer'; readonly default: number; readonly min?: number; readonly max?: number }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'enum'; readonly default: string; readonly values: readonly string[] }
  // `spares: false`: of an `allow` that names parts or marks, not words.
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly spares?: false }
)
export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O extends { type: 'integer' }
  ? number
  : O extends { type: 'boolean' }
    ? boolean
    : O extends { type: 'enum'; values: readonly (infer V)[] }
      ? V
      : readonly string[]
export type Values<O extends Options> = { readonly [Name in keyof O]: ValueOf<O[Name]> }
export type OptionValue = number | boolean | string | readonly string[]

export type Messages = Readonly<Record<string, Wording>>

/** One replacement. Offsets of `Source.text`, or of the document where the text has nothing there; equal offsets insert. */
export interface Edit extends Locatable {
  readonly text: string
}

/** `safe` is applied by `--fix` and must be right always; `suggested` is shown and never applied alone. */
export interface Fix {
  readonly grade: 'safe' | 'suggested'
  readonly edits: readonly Edit[]
}

/** A second place: the other year, the first copy. It has a message of the rule's own. */
export type See<M extends Messages> = {
  readonly [Id in keyof M]: {
    readonly id: Id
    readonly at: Span
    readonly data: Data<M[Id]>
    /** The place is in the text that this one is compared with. */
    readonly inOther?: true
  }
}[keyof M]

export interface More<M extends Messages> {
  readonly see?: readonly See<M>[]
  readonly fix?: Fix
  /** The words found, where they are not simply the span's text. */
  readonly actual?: string
  /** Milder than the rule's own level: where a careful editor could disagree. Never sharper than what the user set. */
  readonly severity?: Severity
  /**
   * More often right than not as it stands: a hint that is told only where the rest of what is found shows that the text was written
   * in haste (lint/doubts.ts). In a right text nobody hears of it.
   */
  readonly doubtful?: true
}

export interface Context<M extends Messages, O extends Options> {
  readonly text: string
  readonly tree: Report
  readonly use: Use
  readonly options: Values<O>
  /** Whether doubts would be told: what serves only them need not be worked out otherwise. */
  readonly doubts: boolean
  /**
   * Whether anything may be told of `at` at all: it is no page noise, no quotation that the rule leaves alone, no words that the
   * user allows. `report` asks this by itself; a rule asks only where it would look on if nothing may be told here.
   */
  mayTell(at: Span, id?: keyof M): boolean
  /** Say `id` of `at`. `data` has exactly the template's slots. Where nothing may be told, nothing is. */
  report<Id extends keyof M>(id: Id, at: Span, data: Data<M[Id]>, more?: More<M>): void
}

/** A row of a rule's tables that a coming day will date: what has to be looked at then, and why. */
export interface Aging {
  /** `YYYY-MM-DD`, the first day on which the row no longer says all there is. */
  readonly on: string
  readonly row: Wording
  readonly why: Wording
}

export interface Rule<M extends Messages = Messages, O extends Options = Options> {
  /** Its folder's name: kebab-case, names the fault. */
  readonly id: string
  /** Default only: what the user configures decides. */
  readonly severity: Level
  /** One line; the Chinese is the first paragraph of the rule's README. */
  readonly summary: Wording
  /** Still being tried: it runs only where the user sets its level, or names it with `--only`. */
  readonly preview?: true
  /** Ids it went by before, whose settings, comments and baselines go on to hold for it. */
  readonly formerly?: readonly string[]
  readonly source: Authority
  readonly options: O
  readonly messages: M
  /**
   * What stands in “…” and 《…》 is somebody else's: `skip` where the rule says nothing of it, or the messages that do not.
   * A place is quoted where it begins inside of the marks.
   */
  readonly quotes?: 'skip' | readonly (keyof M & string)[]
  /** Where the rule rests on tables of dated facts: what will date them next. `hegao rules --stale` lists it. */
  readonly ages?: readonly Aging[]
  /** Files of `assets/` without which it cannot judge: they are in `document.resources` when it runs, or it does not run. */
  readonly needs?: readonly string[]
  /** Files of `assets/` with which it knows more; where one is missing it runs without. */
  readonly wants?: readonly string[]
  /**
   * It guesses where others know: what it says of a place is left unsaid where another rule speaks of the same words; or only
   * where one of these does, which say the same of them.
   */
  readonly yields?: true | readonly string[]
  /** It has doubts (`doubtful`): where a text shows haste it runs once more, and tells them too. */
  readonly doubts?: true
  /** Synchronous and pure but for `report`: no I/O, no clock, no other rule, no change to the tree. */
  check(context: Context<M, O>): void
}

/** A rule without its particular messages and options: what the engine handles. */
export type AnyRule = Omit<Rule, 'check' | 'quotes'> & {
  readonly quotes?: 'skip' | readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: the engine passes each rule its own slots and options, which it cannot name
  check(context: any): void
}

type SaidAlike<M extends Messages> = { readonly [Id in keyof M]: SameSlots<M[Id]> }

export function defineRule<const M extends Messages, const O extends Options>(
  rule: Rule<M, O> & { readonly messages: SaidAlike<M> },
): Rule<M, O> {
  return rule
}

export type { Document }
