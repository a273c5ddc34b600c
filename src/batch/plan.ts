/** Which input becomes which output: the same tree of folders, and never two inputs for one output. */
import { createHash } from 'node:crypto'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { failure, type HegaoError } from '../errors.ts'

/** A file to convert. */
export interface Input {
  /** As the user gave it: what the document and the messages call it. */
  readonly path: string
  /** The same, absolute. */
  readonly file: string
  /** From the output folder, with `/`. */
  readonly output: string
}

/** An input that cannot even be begun. */
export interface Refused {
  readonly path: string
  readonly error: HegaoError
}

export type Planned = Input | Refused

export const isRefused = (planned: Planned): planned is Refused => 'error' in planned

/** Behind the whole name, so that 报告.txt and 报告.docx do not meet. */
const extension = '.json'

/** What file systems allow for one name, in bytes: 85 Chinese characters. */
const longestName = 255
/** What is kept of a name that is too long, in characters; its hash keeps it apart from others that begin the same. */
const kept = 50

/** The name of the output for an input of that name. */
export function outputName(name: string): string {
  if (Buffer.byteLength(name) + extension.length <= longestName) return name + extension
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12)
  return `${Array.from(name).slice(0, kept).join('')}~${hash}${extension}`
}

const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The deepest folder that holds all of `folders` (absolute). */
export function commonFolder(folders: readonly string[]): string {
  const [first = resolve('.'), ...others] = folders
  let common = first
  for (const folder of others) {
    while (!isWithin(folder, common)) common = dirname(common)
  }
  return common
}

export interface PlanOptions {
  /** The folder from which outputs keep their place, absolute. */
  readonly base: string
  /** The output folder, absolute: what lies in it is no input. */
  readonly into: string
  /** The file system takes A.txt and a.txt for one. */
  readonly ignoresCase: boolean
}

/** One input or refusal a path, in that order; a file that is named twice is taken once. */
export function* plan(paths: Iterable<string | Refused>, { base, into, ignoresCase }: PlanOptions): Generator<Planned> {
  const taken = new Map<string, string>()
  for (const path of paths) {
    if (typeof path !== 'string') {
      yield path
      continue
    }
    const file = resolve(path)
    if (isWithin(file, into)) continue
    const place = relative(base, file)
    const output = join(dirname(place), outputName(basename(file))).replaceAll(sep, '/')
    const key = ignoresCase ? output.normalize('NFC').toLowerCase() : output
    const other = taken.get(key)
    if (other === undefined) {
      taken.set(key, path)
      yield { path, file, output }
    } else if (resolve(other) !== file) {
      yield { path, error: failure('output-collision', { path, other }) }
    }
  }
}
