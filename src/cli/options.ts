/** Options that several commands share, and their values. */
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { failure } from '../errors.ts'
import type { Settings } from '../fact.ts'
import { type AnyData, fill, type Lang, type Wording } from '../wording.ts'
import { type FormatChoice, formatChoice } from './check/format-option.ts'
import { gateTexts } from './gate/gate-texts.ts'
import type { Session } from './session.ts'
import { texts } from './texts.ts'
import { usualLimit } from './time-limit.ts'

/** How a document is read and checked: of every command that checks. */
export interface ReadingOptions {
  /** False: none is looked for. */
  readonly config?: string | false
  /** A configuration that is a program may run, now and later. */
  readonly allowConfigCode?: true
  /** False: comments in the files are not obeyed. */
  readonly inlineConfig?: boolean
  readonly reportUnusedDisableDirectives?: true
  readonly rule?: readonly string[]
  /** Ids or Chinese names, several in one text where commas part them. */
  readonly only?: readonly string[]
  readonly encoding?: string
  readonly via?: 'soffice'
  readonly stdinFilename?: string
  readonly asOf?: string
  readonly year?: number
}

/** How findings are told: of `check` and `fix`. */
export interface ReportingOptions extends ReadingOptions {
  /** In the order given; undefined where none was. */
  readonly format?: readonly FormatChoice[]
  readonly outputFile?: string
  /** A result may replace whatever stands in its place. */
  readonly force?: boolean
  readonly quiet?: boolean
  readonly maxWarnings: number
}

/** Of the commands that write whole documents. */
export interface PositionsOption {
  /** False leaves out where each part of the structure stands in the file. */
  readonly positions?: boolean
}

/** `--no-positions`. */
export const withPositions = (command: Command, { lang }: Session): Command =>
  command.option('--no-positions', fill(texts.noPositions, lang, {}))

/** How many files are worked on at a time; `auto` where the user leaves it open. */
export type Jobs = number | 'auto'

/** A failure of usage in words. */
export const wrong = (wording: Wording, lang: Lang, data: AnyData, more = '') =>
  failure('usage', { problem: fill(wording, lang, data) + more })

/** A positive number of seconds. */
export function secondsOf(text: string, complaint: Wording, lang: Lang): number {
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(text) || Number(text) <= 0) throw wrong(complaint, lang, { value: text })
  return Number(text)
}

/** Of commands that end a file which takes too long. */
export interface TimeOptions {
  /** Seconds that one file may take. */
  readonly timeout: number
}

/** `--timeout`. */
export const withTimeLimit = (command: Command, { lang }: Session): Command =>
  command.option(
    '--timeout <seconds>',
    fill(texts.timeout, lang, { seconds: usualLimit }),
    (text: string) => secondsOf(text, texts.noSeconds, lang),
    usualLimit,
  )

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
  format(text: string, before: readonly FormatChoice[] = []): readonly FormatChoice[] {
    const choice = formatChoice(text, existsSync)
    if (!choice) throw wrong(texts.noFormatPath, lang, { value: text })
    return [...before, choice]
  },
  jobs(text: string): Jobs {
    if (text === 'auto') return text
    if (!/^[1-9]\d{0,2}$/.test(text)) throw wrong(texts.noJobs, lang, { value: text })
    return Number(text)
  },
  via(text: string): 'soffice' {
    if (text !== 'soffice') throw wrong(texts.noVia, lang, { value: text })
    return text
  },
  collected: (text: string, before: readonly string[] = []): readonly string[] => [...before, text],
})

/** `--jobs`, said of this command by `about`. */
export const withJobs = (command: Command, { lang }: Session, about: Wording): Command =>
  command.option('--jobs <n|auto>', fill(about, lang, {}), values(lang).jobs, 'auto')

/** Which configuration holds: of every command that reads a document. */
export function withConfig(command: Command, { lang }: Session): Command {
  return command
    .option('-c, --config <file>', fill(texts.config, lang, {}))
    .option('--no-config', fill(gateTexts.noConfig, lang, {}))
    .option('--allow-config-code', fill(gateTexts.allowCode, lang, {}))
}

/** Options of every command that checks, whatever the format of the document. */
export function withChecking(command: Command, session: Session): Command {
  const { lang } = session
  const say = (wording: Wording): string => fill(wording, lang, {})
  const { day, year, collected } = values(lang)
  return withConfig(command, session)
    .option('--no-inline-config', say(gateTexts.noInlineConfig))
    .option('--report-unused-disable-directives', say(gateTexts.reportUnused))
    .option('--rule <id:level>', say(texts.rule), collected)
    .option('--only <rules>', say(texts.only), collected)
    .option('--as-of <YYYY-MM-DD>', say(texts.asOf), day)
    .option('--year <YYYY>', say(texts.year), year)
}

/** Of every command that reads documents which hegao itself does not. */
export function withVia(command: Command, { lang }: Session): Command {
  return command.option('--via <program>', fill(texts.via, lang, {}), values(lang).via)
}

/** Options of every command that reads text too, or from standard input. */
export function withReading(command: Command, session: Session): Command {
  const say = (wording: Wording): string => fill(wording, session.lang, {})
  return withVia(withChecking(command, session), session)
    .option('--encoding <name>', say(texts.encoding))
    .option('--stdin-filename <name>', say(texts.stdinFilename))
}

/** Options of every command that tells findings. */
export function withReporting(command: Command, session: Session): Command {
  const say = (wording: Wording): string => fill(wording, session.lang, {})
  const { count, format } = values(session.lang)
  return command
    .option('-f, --format <name[:file]>', say(texts.format), format)
    .option('-o, --output-file <file>', say(texts.outputFile))
    .option('--force', say(texts.forceResult))
    .option('--quiet', say(texts.quiet))
    .option('--max-warnings <n>', say(texts.maxWarnings), count, -1)
}

/** What the user said of the document that its text does not say. */
export const settingsOf = ({ year, asOf }: Pick<Settings, 'year' | 'asOf'>): Settings => ({
  ...(year !== undefined && { year }),
  ...(asOf !== undefined && { asOf }),
})
