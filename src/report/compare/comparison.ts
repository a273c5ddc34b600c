/** Two texts and what was found of the new one, as reporters of comparisons get it. */
import type { Lists, Pairing, PairYears } from '../../compare/index.ts'
import type { Checked } from '../../hegao.ts'
import type { Source } from '../../source.ts'
import type { Lang } from '../../wording.ts'

export interface Comparison {
  readonly checked: Checked
  readonly now: Source
  readonly old: Source
  readonly pairing: Pairing
  /** The years the two are of; undefined where that is not plain. */
  readonly years: PairYears | undefined
  /** Where they are wanted. */
  readonly lists?: Lists
}

export interface ComparisonContext {
  readonly lang: Lang
  readonly version: string
}
