/** A row of knowledge carries what proves it. `test/knowledge.test.ts` runs every table that a module exports as `knowledge`. */

/**
 * A sentence or a short report. In one that a row hits, ⟦ ⟧ stand round what is told; one that it misses has none. With a
 * year it is read as a document of that year, as `--year` says; with another text it is compared with that one. {回顾|汇报|说明} stands for as many sentences as it has
 * words; where the other text has as many, each stands beside its own. `severity`: how grave all is that is told of it, `grade`:
 * of what grade its fixes are; where it is not said, the row does not ask. `facts`: what the
 * house knows, as hegao.facts.json has it.
 */
export type Example =
  | string
  | {
      readonly year?: number
      readonly other?: string
      readonly severity?: 'error' | 'warning' | 'info'
      readonly grade?: 'safe' | 'suggested'
      readonly facts?: unknown
      readonly text: string
    }

/** What every row proves itself by. The program is built without these: nothing but tests reads them. */
export interface Proof {
  readonly hits: readonly [Example, ...Example[]]
  /** Look-alikes that must stay silent. */
  readonly misses?: readonly Example[]
}

/** A row of what people know: where it was read, and whether it was. */
export interface Row extends Proof {
  readonly id: string
  /** Where it was read. */
  readonly source: string
  /** false: not seen in a source; what is said of it says 请核 and is no more than a hint. */
  readonly verified: boolean
  /** `YYYY-MM-DD`, the day on which it was last looked up; the day of all tables where a row names none. */
  readonly verifiedOn?: string
}

/** Rows that one rule tells of. A row is known in messages of tests by `name`. */
export interface Table {
  readonly rule: string
  readonly rows: readonly (Proof & { readonly id: string })[]
}
