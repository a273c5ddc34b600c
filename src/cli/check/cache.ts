/**
 * What was found in a file is remembered until the file, the rules or the program are others. All that a reporter may ask
 * for is there again (stored.ts), so that a run with the cache writes the same bytes as one without.
 *
 * One file, a line a report, in columns divided by tabs, of which most lines are never looked into: what the file was, its
 * name, the settings, what was found, and for formats that are slow to read the text with its map.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { nameOfSettings } from '../../batch/settings.ts'
import { readFile } from '../../disk/file.ts'
import { HegaoError } from '../../errors.ts'
import { type Checked, type CheckOptions, failed } from '../../hegao.ts'
import { read } from '../../read/index.ts'
import type { Source } from '../../source.ts'
import { version } from '../../version.ts'
import { fill } from '../../wording.ts'
import { replaceFile } from '../atomic.ts'
import { isOnDisk, type Target } from '../files/paths.ts'
import { bytesOf, type Prepared } from '../files/preparation.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason } from '../texts.ts'
import { type CacheOptions, type CacheStrategy, cacheFolder, defaultCache } from './cache-options.ts'
import { cacheTexts } from './cache-texts.ts'
import { type Found, Remembered, sourceFrom, sourceText, toText } from './stored.ts'

export interface Cache {
  /** The target, checked before, or now by `check`. */
  check(target: Target, optionsFor: Prepared['optionsFor'], check: CheckFile): Promise<Checked>
  /** Whether something is remembered of the file, true or not. */
  knows(path: string): boolean
  /** Writes what is known now. */
  end(): void
}

/** Checks what is in memory, as `checkBytes` does. */
export type CheckFile = (path: string, bytes: Uint8Array, options: CheckOptions) => Promise<Checked>

/** A line of the file in its columns. */
interface Entry {
  readonly file: string
  readonly settings: string
  readonly found: string
  readonly source: string
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The program as it is installed: of two builds of one version only the times differ. */
function programName(): string {
  const here = import.meta.url.replace(/^file:\/\//, '')
  const stat = statSync(here, { throwIfNoEntry: false })
  return sha256(JSON.stringify([1, version, process.version, stat?.size, stat?.mtimeMs])).slice(0, 32)
}

/** How every cache of ours begins, of whatever version. */
const mark = 'hegao-cache\t'
const firstLine = (program: string): string => `${mark}${program}`

/** A file that somebody else wrote: a slip of the hand must not cost a report. */
function isForeign(path: string): boolean {
  try {
    const bytes = readFileSync(path)
    return bytes.length > 0 && bytes.subarray(0, mark.length).toString() !== mark
  } catch {
    return false
  }
}

/** The entries of the file by name; none where it is not there, of another program, or damaged. */
function entriesIn(path: string, program: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return entries
  }
  const lines = text.split('\n')
  if (lines[0] !== firstLine(program)) return entries
  for (const line of lines.slice(1)) {
    const [sum, file, name, settings, found, source, ...more] = line.split('\t')
    if (file === undefined || name === undefined || settings === undefined || found === undefined || source === undefined)
      continue
    if (more.length > 0 || sum !== sumOf(file, name, settings, found, source)) continue
    entries.set(name, { file, settings, found, source })
  }
  return entries
}

/** A line that somebody cut or changed is none. */
const sumOf = (...columns: readonly string[]): string => createHash('sha1').update(columns.join('\t')).digest('hex').slice(0, 12)

const lineOf = (name: string, { file, settings, found, source }: Entry): string =>
  `${sumOf(file, name, settings, found, source)}\t${file}\t${name}\t${settings}\t${found}\t${source}\n`

/** A path as it stands in its column. */
const nameOf = (path: string): string => JSON.stringify(path)

/** What tells that the file is the same without reading it. */
function metadataOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stat?.isFile() ? `m${stat.dev}-${stat.ino}-${stat.size}-${stat.mtimeNs}-${stat.ctimeNs}` : undefined
}

/** What a file is known by, with its bytes where these were read for it. */
function identify(
  path: string,
  target: Target,
  strategy: CacheStrategy,
): { readonly file: string; readonly bytes?: Uint8Array } | HegaoError {
  // What is staged is not what lies on the disk.
  const metadata = strategy === 'metadata' && isOnDisk(target) ? metadataOf(path) : undefined
  if (metadata !== undefined) return { file: metadata }
  const bytes = bytesOf(target)
  return bytes instanceof HegaoError ? bytes : { file: sha256(bytes), bytes }
}

/** Read again, a plain text costs less than the cache would. */
const isQuick = ({ format }: Source): boolean => format === 'txt'

/** The cache that the options ask for; undefined where they ask for none. */
export function cacheFor(
  { cache, cacheLocation, cacheStrategy = 'content' }: CacheOptions,
  { lang }: Session,
): Cache | undefined {
  if (!cache) return undefined
  const location = cacheLocation ?? defaultCache
  if (cacheLocation === undefined && !isForeign(cacheFolder)) dropOldCache()
  const isOthers = isForeign(location)
  if (isOthers && cacheLocation !== undefined) throw wrong(cacheTexts.foreign, lang, { path: location })
  if (isOthers) note(fill(cacheTexts.foreign, lang, { path: location }))
  const program = programName()
  const entries = entriesIn(location, program)
  const used = new Set<string>()
  let isChanged = false
  /** What is remembered of the file, if it is still what would be found. */
  const recall = (
    path: string,
    name: string,
    file: string,
    options: CheckOptions,
    settings: string,
    bytes?: Uint8Array,
  ): Checked | undefined => {
    const entry = entries.get(name)
    if (!entry || entry.file !== file || entry.settings !== settings) return undefined
    const found = JSON.parse(entry.found) as Found
    return new Remembered(path, found, () => {
      if (entry.source !== '') return sourceFrom(entry.source)
      // Synchronous for what is quick.
      return read(path, bytes ?? readFile(path), options) as Source
    })
  }

  return {
    knows: (path) => entries.has(nameOf(path)),
    async check(target, optionsFor, check) {
      if ('error' in target || target.from !== 'file') {
        const bytes = bytesOf(target)
        return bytes instanceof HegaoError ? failed(target.path, bytes) : check(target.path, bytes, await optionsFor(target.path))
      }
      const { path } = target
      const identity = identify(path, target, cacheStrategy)
      if (identity instanceof HegaoError) return failed(path, identity)
      const options = await optionsFor(path)
      const settings = nameOfSettings(options, [])
      const name = nameOf(path)
      used.add(name)
      const before = recall(path, name, identity.file, options, settings, identity.bytes)
      if (before) return before
      const bytes = identity.bytes ?? bytesOf(target)
      if (bytes instanceof HegaoError) return failed(path, bytes)
      const checked = await check(path, bytes, options)
      if (checked.error || !checked.source || checked.crashes.length > 0) {
        isChanged = entries.delete(name) || isChanged
      } else {
        isChanged = true
        const source = isQuick(checked.source) ? '' : sourceText(checked.source)
        entries.set(name, { file: identity.file, settings, found: toText(checked), source })
      }
      return checked
    },
    end() {
      for (const name of entries.keys()) {
        if (used.has(name) || existsSync(JSON.parse(name))) continue
        entries.delete(name)
        isChanged = true
      }
      if (isChanged && !isOthers) writeCache(location, program, entries, lang)
    },
  }
}

/** Before there was a folder, the cache was a file of that name. */
function dropOldCache(): void {
  try {
    if (statSync(cacheFolder).isFile()) unlinkSync(cacheFolder)
  } catch {
    // There is none, or it stays: then the cache cannot be written, which is said.
  }
}

/** What is in it concerns nobody else. */
function makeOwnFolder(): void {
  mkdirSync(cacheFolder, { recursive: true })
  const ignore = `${cacheFolder}/.gitignore`
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n', { flag: 'wx' })
}

/** That nothing can be remembered is said, and is no failure of the check. */
function writeCache(location: string, program: string, entries: ReadonlyMap<string, Entry>, lang: Session['lang']): void {
  try {
    if (location === defaultCache) makeOwnFolder()
    const file = replaceFile(location)
    file.write(Buffer.from(`${firstLine(program)}\n`))
    for (const [name, entry] of entries) file.write(Buffer.from(lineOf(name, entry)))
    file.commit()
  } catch (error) {
    note(fill(cacheTexts.unwritten, lang, { path: location, reason: systemReason(error, lang) }))
  }
}
