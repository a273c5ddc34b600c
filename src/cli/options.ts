/** Options that several commands share, and their values. */
import type { Command } from 'commander'
import { perhaps } from '../config.ts'
import { failure } from '../errors.ts'
import type { Settings } from '../fact.ts'
import { type AnyData, fill, type Lang, type Wording } from '../wording.ts'
import type { Session } from './session.ts'
import { texts } from './texts.ts'

/** How a document is read and checked: of every command that checks. */
export interface ReadingOptions {
  readonly config?: string
  readonly rule?: readonly string[]
  readonly encoding?: string
  readonly stdinFilename?: string
  readonly asOf?: string
  readonly year?: number
}

const formats = ['pretty', 'compact', 'json'] as const
export type FormatName = (typeof formats)[number]

/** How findings are told: of `check` and `fix`. */
export interface ReportingOptions extends ReadingOptions {
  readonly format: FormatName
  readonly outputFile?: string
  readonly quiet?: boolean
  readonly maxWarnings: number
}

/** A failure of usage in words. */
export const wrong = (wording: Wording, lang: Lang, data: AnyData, more = '') =>
  failure('usage', { problem: fill(wording, lang, data) + more })

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** How each option's text becomes a value, or a failure in the user's language. */
const values = (lang: Lang) => ({
  day(text: string): string {
    if (!isDay(text)) throw wrong(texts.noDay, lang, { value: text })
    return text
  },
  year(text: string): number {
    if (!/^[12]\d{3}$/.test(text)) throw wrong(texts.noYear, lang, { value: text })
    return Number(text)
  },
  count(text: string): number {
    if (!/^(-1|\d{1,9})$/.test(text)) throw wrong(texts.noNumber, lang, { option: '--max-warnings', value: text })
    return Number(text)
  },
  format(text: string): FormatName {
    const format = formats.find((one) => one === text)
    if (!format) throw wrong(texts.noFormat, lang, { format: text }, perhaps(text, formats, lang))
    return format
  },
  collected: (text: string, before: readonly string[] = []): readonly string[] => [...before, text],
})

/** Options of every command that reads a document. */
export function withReading(command: Command, { lang }: Session): Command {
  const say = (wording: Wording): string => fill(wording, lang, {})
  const { day, year, collected } = values(lang)
  return command
    .option('-c, --config <file>', say(texts.config))
    .option('--rule <id:level>', say(texts.rule), collected)
    .option('--encoding <name>', say(texts.encoding))
    .option('--stdin-filename <name>', say(texts.stdinFilename))
    .option('--as-of <YYYY-MM-DD>', say(texts.asOf), day)
    .option('--year <YYYY>', say(texts.year), year)
}

/** Options of every command that tells findings. */
export function withReporting(command: Command, session: Session): Command {
  const say = (wording: Wording): string => fill(wording, session.lang, {})
  const { count, format } = values(session.lang)
  return command
    .option('-f, --format <name>', say(texts.format), format, 'pretty')
    .option('-o, --output-file <file>', say(texts.outputFile))
    .option('--quiet', say(texts.quiet))
    .option('--max-warnings <n>', say(texts.maxWarnings), count, -1)
}

/** What the user said of the document that its text does not say. */
export const settingsOf = ({ year, asOf }: ReadingOptions): Settings => ({
  ...(year !== undefined && { year }),
  ...(asOf !== undefined && { asOf }),
})
