/** What every reporter is: the contract that the files of the formats fill. */
import type { Checked } from '../hegao.ts'
import type { AnyRule } from '../rule.ts'
import type { Lang } from '../wording.ts'
import type { Palette } from './palette.ts'
import type { Summary } from './summary.ts'

/** What is known of a rule: all but its code. `severity` is the rule's own level. */
export type RuleInfo = Omit<AnyRule, 'check'>

/** What a reporter is told once. */
export interface ReportContext {
  readonly lang: Lang
  readonly palette: Palette
  readonly version: string
  /** Findings below error are left out (by whoever calls; a reporter only words its last line by it). */
  readonly quiet: boolean
  /** `--max-warnings`; -1 and undefined: any number. */
  readonly maxWarnings?: number
  /** Every rule there is, in order of id, for formats that describe them. */
  readonly rules?: readonly RuleInfo[]
  /** The page of a rule, in Markdown; undefined where it is not at hand. */
  readonly pageOf?: (ruleId: string) => string | undefined
  /** The absolute path of the folder that relative paths are relative to. */
  readonly folder?: string
}

/** Each gives the text to write; `file` is called once a file, in order, with its findings in order of the text. */
export interface Reporter {
  open(): string
  file(checked: Checked): string
  close(summary: Summary): string
}

export type ReporterFactory = (context: ReportContext) => Reporter
