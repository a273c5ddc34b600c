/** What the user may say of `convert`, `worker` and `stats`, and how its text becomes values. */
import { type Jobs, type PositionsOption, type ReadingOptions, secondsOf } from '../options.ts'
import type { Session } from '../session.ts'
import { archiveTexts } from './archive-texts.ts'

export interface ConvertOptions extends ReadingOptions, PositionsOption {
  readonly outDir?: string
  readonly resume?: boolean
  readonly force?: boolean
  readonly jobs: Jobs
  /** Seconds that one file may take. */
  readonly timeout: number
  readonly jsonl?: boolean
  /** Address of a Redis server. */
  readonly queue?: string
}

/** Texts of numbers → numbers, or a failure in the user's language. */
export const archiveValues = ({ lang }: Session) => ({
  idle: (text: string): number => secondsOf(text, archiveTexts.noIdle, lang),
})

export interface WorkerOptions {
  readonly queue?: string
  readonly jobs: Jobs
  /** Folders in which all files lie that it reads and writes; left out: the one where it runs. */
  readonly root?: readonly string[]
  /** Seconds. */
  readonly idle?: number
}

export const statsFormats = ['text', 'json', 'csv', 'html'] as const
export type StatsFormat = (typeof statsFormats)[number]

export interface StatsOptions {
  readonly format: StatsFormat
  readonly outputFile?: string
  readonly force?: true
}
