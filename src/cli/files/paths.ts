/** What the user named → the files to check, in that order; within a folder or a pattern by name. */
import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { asFailure } from '../../disk/file.ts'
import { isDoubtful, nameOf, onDisk } from '../../disk/name.ts'
import { STDIN } from '../../disk/stdin.ts'
import { failure, type HegaoError } from '../../errors.ts'
import { isLockName } from '../../read/hollow.ts'
import { ownSlashes, slashed } from '../windows.ts'
import type { Discovery } from './discovery.ts'
import { type IgnoreOptions, type Ignoring, ignoring } from './ignore.ts'

/** One thing to check. An `error` is told in its place. */
export type Target =
  | { readonly path: string; readonly from: 'file' | 'stdin' }
  | { readonly path: string; readonly from: 'memory'; readonly bytes: () => Uint8Array }
  | { readonly path: string; readonly error: HegaoError }

/** Its content is what lies under its name. */
export const isOnDisk = (target: Target): boolean => 'from' in target && target.from === 'file'

/** Which of the files that are named or found are checked. */
export interface SelectionOptions extends IgnoreOptions {
  /** What `-` is called. */
  readonly stdinFilename?: string
  /** False: a path or pattern that leads to nothing is passed over. */
  readonly errorOnUnmatchedPattern?: boolean
}

/** What was named and is not checked: that is told. `by` is the file or the option that says so. */
export interface Ignored {
  readonly path: string
  readonly by: string
}

/** Why a file that was found is not checked: hidden, a link, Word's lock file, our own copy, of a kind that is not read. */
export type SkipReason = 'hidden' | 'link' | 'lock-file' | 'own-copy' | 'format-unsupported' | 'ignored'

/** Told of each file that was found in a folder or by a pattern and passed over; `by` says what ignored it. */
export type OnSkipped = (path: string, why: SkipReason, by?: string) => void

const nobody: OnSkipped = () => {}

export interface Selection {
  readonly targets: readonly Target[]
  readonly ignored: readonly Ignored[]
}

/** Files that are looked for in folders. A file that is named is read whatever its name. */
const report = /\.(?:txt|md|markdown|docx|docm|doc|wps|rtf|odt|fodt|pdf|html?)$/i

const isPassedOver = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name === 'node_modules'

/** Why a file of that name is not read when it is found; undefined for a report. */
function skipReason(name: string, names: ReadonlySet<string>, isLink: boolean): SkipReason | undefined {
  if (name.startsWith('~$') || isLockName(name)) return 'lock-file'
  if (name.startsWith('.')) return 'hidden'
  if (isCopyBeside(name, names)) return 'own-copy'
  if (!report.test(name)) return 'format-unsupported'
  // Neither gone into nor read: nobody is led out of what he named, or in a circle.
  return isLink ? 'link' : undefined
}

/** What `annotate` wrote beside a document says nothing that the document does not: 讲话.核稿.docx beside 讲话.docx. */
const isCopyBeside = (name: string, siblings: ReadonlySet<string>): boolean =>
  /\.核稿\d{0,4}\./.test(name) && siblings.has(name.replace(/\.核稿\d{0,4}\./, '.'))

function isFolder(path: string): boolean | undefined {
  try {
    return statSync(onDisk(path)).isDirectory()
  } catch {
    return undefined
  }
}

/** By code unit: the same on every machine. */
const sorted = (paths: readonly string[]): string[] => [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

const isLink = (path: string): boolean => lstatSync(onDisk(path), { throwIfNoEntry: false })?.isSymbolicLink() === true

interface Found {
  readonly paths: readonly string[]
  /** What made reports ignored, if nothing else was found. */
  readonly by: string | undefined
  readonly errors: readonly { readonly path: string; readonly error: HegaoError }[]
}

/** The reports in `folder` and below. A folder that .gitignore leaves out was named on purpose: then it has no say. */
async function walk(folder: string, { reasonFor, within }: Ignoring, onSkipped: OnSkipped): Promise<Found> {
  const isFound = (await reasonFor(folder, true, true)) === undefined
  const paths: string[] = []
  const errors: { path: string; error: HegaoError }[] = []
  let by: string | undefined
  const pending = [folder]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const absolute = resolve(next)
    const verdict = await within(absolute, isFound)
    const entries = entriesOf(next, errors)
    const names = new Set(entries.map(({ name }) => name))
    for (const entry of entries) {
      const { name } = entry
      const isBelow = entry.isDirectory()
      if (isBelow && isPassedOver(name)) continue
      const path = join(next, name)
      const skipped = isBelow ? undefined : skipReason(name, names, !entry.isFile())
      if (skipped !== undefined) {
        onSkipped(path, skipped)
        continue
      }
      const reason = verdict?.(join(absolute, name), isBelow)
      if (reason !== undefined) {
        by = reason
        onSkipped(path, 'ignored', reason)
      } else if (isBelow) pending.push(path)
      else paths.push(path)
    }
  }
  return { paths: sorted(paths), by, errors }
}

type Entry = Pick<Dirent, 'name' | 'isDirectory' | 'isFile'>

/** What lies in `folder`; that it cannot be listed goes to `errors`. */
function entriesOf(folder: string, errors: { path: string; error: HegaoError }[]): Entry[] {
  try {
    const entries = readdirSync(onDisk(folder), { withFileTypes: true })
    if (!entries.some(({ name }) => isDoubtful(name))) return entries
    const asBytes = readdirSync(onDisk(folder), { withFileTypes: true, encoding: 'buffer' })
    return asBytes.map((entry) => ({
      name: nameOf(entry.name),
      isDirectory: () => entry.isDirectory(),
      isFile: () => entry.isFile(),
    }))
  } catch (error) {
    errors.push({ path: folder, error: asFailure(folder, error) as HegaoError })
    return []
  }
}

/** The files that the user's own pattern finds; letter case is as he wrote it. */
async function match(pattern: string, { reasonFor }: Ignoring, onSkipped: OnSkipped): Promise<Found> {
  const { glob } = await import('tinyglobby')
  const found = await glob(slashed(pattern), {
    absolute: isAbsolute(pattern),
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
  const paths: string[] = []
  let by: string | undefined
  for (const path of sorted(found.map((one) => ownSlashes(one)))) {
    if (isLink(path)) {
      onSkipped(path, 'link')
      continue
    }
    const reason = await reasonFor(path, false, true)
    if (reason === undefined) paths.push(path)
    else {
      by = reason
      onSkipped(path, 'ignored', reason)
    }
  }
  return { paths, by, errors: [] }
}

/** A name where the first file would be: its configuration is that of the run. */
export function firstName([path = '.']: readonly string[], { stdinFilename }: SelectionOptions): string {
  if (path === '-') return stdinFilename ?? STDIN
  return isFolder(path) ? join(path, STDIN) : path
}

/** It is for the matcher, where no file is called so. */
export const isPattern = (path: string): boolean => /[*?{}[\]]/.test(path)

const nothing: Selection = { targets: [], ignored: [] }

const file = (path: string): Selection => ({ targets: [{ path, from: 'file' }], ignored: [] })

async function named(path: string, options: SelectionOptions, ignoring: Ignoring, onSkipped: OnSkipped): Promise<Selection> {
  if (path === '-' && options.stdinFilename === undefined) return { targets: [{ path: STDIN, from: 'stdin' }], ignored: [] }
  const name = path === '-' ? (options.stdinFilename as string) : path
  const isDirectory = path === '-' ? false : isFolder(path)
  const isMissing = isDirectory === undefined
  if (isMissing && !isPattern(path)) return options.errorOnUnmatchedPattern === false ? nothing : file(path)
  const by = isMissing ? undefined : await ignoring.reasonFor(name, isDirectory === true, false)
  if (by !== undefined) return { targets: [], ignored: [{ path: name, by }] }
  if (path === '-') return { targets: [{ path: name, from: 'stdin' }], ignored: [] }
  if (isDirectory === false) return file(path)
  const found = isDirectory ? await walk(path, ignoring, onSkipped) : await match(path, ignoring, onSkipped)
  const targets: Target[] = [...found.paths.map((one) => ({ path: one, from: 'file' }) as const), ...found.errors]
  if (targets.length > 0) return { targets, ignored: [] }
  if (found.by !== undefined) return { targets: [], ignored: [{ path, by: found.by }] }
  if (options.errorOnUnmatchedPattern === false) return nothing
  return { targets: [{ path, error: failure('nothing-to-check', { patterns: path }) }], ignored: [] }
}

/** One target a path given; what folders and patterns find is listed once. `configs` tell what they ignore. */
export async function expand(
  paths: readonly string[],
  options: SelectionOptions,
  configs: Discovery,
  onSkipped: OnSkipped = nobody,
): Promise<Selection> {
  const rules = await ignoring(options, configs)
  const targets: Target[] = []
  const ignored: Ignored[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    const selection = await named(path, options, rules, onSkipped)
    ignored.push(...selection.ignored)
    for (const target of selection.targets) {
      if (seen.has(target.path) && target.path !== path) continue
      seen.add(target.path)
      targets.push(target)
    }
  }
  return { targets, ignored }
}
