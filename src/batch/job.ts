/**
 * What comes out of a queue is believed only as far as it was looked at: whoever can write to the server could ask for any file
 * and for any place. A task is plain data of the right kinds, and its files lie where the worker was told that they may.
 */
import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, resolve, sep } from 'node:path'
import { isFailureCode } from '../errors.ts'
import type { Input } from './plan.ts'
import type { Outcome } from './row.ts'

type Given = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')
const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || isText(value)
const isSwitch = (value: unknown): boolean => value === undefined || typeof value === 'boolean'
const isTexts = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isText))

/** What a job may say of how a report is read; anything else is passed over, above all leave to run programs. */
const options: Readonly<Record<string, (value: unknown) => boolean>> = {
  config: (value) => value === undefined || value === false || isText(value),
  inlineConfig: isSwitch,
  reportUnusedDisableDirectives: isSwitch,
  rule: isTexts,
  only: isTexts,
  encoding: isTextOrNone,
  positions: isSwitch,
  via: (value) => value === undefined || value === 'soffice',
  asOf: isTextOrNone,
  year: (value) => value === undefined || Number.isSafeInteger(value),
}

/** A job as a worker may do it. */
export interface TrustedJob {
  readonly asked: string
  readonly task: Input & { readonly known?: string }
  readonly settings: {
    readonly version: string
    readonly folder: string
    readonly options: Given
    readonly first: string
    readonly session: { readonly lang: 'zh' | 'en'; readonly isLangGiven: boolean }
    readonly timeout: number
  }
}

/** A path below a folder, with `/`: it says of no folder that it is the one above. */
const isBelow = (path: string): boolean =>
  path !== '' &&
  !isAbsolute(path) &&
  !/^[A-Za-z]:|\\/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** The folder or file through no link, as far as it is there. */
function realPath(path: string): string {
  let there = resolve(path)
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  try {
    return realpathSync.native(there) + resolve(path).slice(there.length)
  } catch {
    return resolve(path)
  }
}

/** Whether `path` (absolute) lies in one of `roots`, links and all. */
function isWithinRoots(path: string, roots: readonly string[]): boolean {
  const real = realPath(path)
  return roots.some((root) => {
    const top = realPath(root)
    return real === top || real.startsWith(top.endsWith(sep) ? top : top + sep)
  })
}

/** The longest that a job may ask for one file, in seconds. */
const longest = 3600

/**
 * The job that `data` is; else the reason in words why it is none.
 * @param roots folders in which all files of a job lie
 */
export function trustedJob(data: unknown, roots: readonly string[]): TrustedJob | { readonly fault: string } {
  const wrong = (what: string) => ({ fault: `not a job of hegao: ${what}` })
  if (!isObject(data)) return wrong('no object')
  const { asked, task, settings } = data
  if (!isText(asked)) return wrong('asked')
  if (!isObject(task) || !isText(task.path) || !isText(task.file) || !isText(task.output)) return wrong('task')
  if (!isTextOrNone(task.known)) return wrong('task.known')
  if (!isAbsolute(task.file) || !isBelow(task.output)) return wrong('task: paths')
  if (!isObject(settings)) return wrong('settings')
  const { version, folder, first, session, timeout } = settings
  if (!isText(version) || !isText(folder) || !isText(first)) return wrong('settings')
  if (!isAbsolute(folder) || !isAbsolute(first)) return wrong('settings: paths')
  if (!isObject(session) || (session.lang !== 'zh' && session.lang !== 'en') || typeof session.isLangGiven !== 'boolean')
    return wrong('session')
  if (typeof timeout !== 'number' || !(timeout > 0) || timeout > longest) return wrong('timeout')
  const given = isObject(settings.options) ? settings.options : {}
  const known = Object.entries(options).filter(([name]) => Object.hasOwn(given, name))
  const bad = known.find(([name, isRight]) => !isRight(given[name]))
  if (bad) return wrong(`options.${bad[0]}`)
  const { config } = given
  const outside = [task.file, folder, first, ...(isText(config) ? [config] : [])].find((path) => !isWithinRoots(path, roots))
  if (outside !== undefined) return { fault: `${outside} lies outside of what this worker may touch (--root)` }
  return {
    asked,
    task: { path: task.path, file: task.file, output: task.output, ...(task.known !== undefined && { known: task.known }) },
    settings: {
      version,
      folder,
      first,
      timeout,
      session: { lang: session.lang, isLangGiven: session.isLangGiven },
      options: Object.fromEntries(known.map(([name]) => [name, given[name]])),
    },
  }
}

/** Whether `outcome`, which came through a queue, is one of the task that was given: it is written into the lists of a run. */
export function isOutcomeOf(outcome: unknown, task: { readonly path: string; readonly output?: string }): outcome is Outcome {
  if (!isObject(outcome) || !isObject(outcome.journal) || outcome.journal.journal !== 1 || !isObject(outcome.journal.row))
    return false
  const { row, error } = outcome.journal
  if (row.path !== task.path) return false
  if (row.status === 'failed')
    return isFailureCode(row.code) && isObject(error) && error.path === task.path && isText(error.message)
  return row.status === 'ok' && row.output === task.output && isObject(row.findings) && Number.isSafeInteger(row.errors)
}
