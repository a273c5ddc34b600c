/** What `--format` takes: `pretty`, `sarif:out.sarif`, `./my-formatter.mjs`, `some-package:out.txt`. */
import { type AnyFormat, formats } from '../../report/formats.ts'

/** One format, and the file it is written to; without `path` it goes where the run goes. */
export interface FormatChoice {
  /** A format of ours, or the path or the package of somebody else's. */
  readonly name: string
  readonly path?: string
}

export const isOurs = (name: string): name is AnyFormat => formats.some((format) => format === name)

/** A path, not a package: it begins like one. */
export const isPath = (name: string): boolean => /^(?:\.{0,2}[\\/]|~[\\/]|[A-Za-z]:[\\/]|file:)/.test(name)

/** Where the `:` stands that begins the output's path, or -1. One behind a drive's letter or behind `file` is part of the name. */
function colonIn(text: string): number {
  const scheme = /^(?:[A-Za-z]:(?=[\\/])|file:)/.exec(text)?.[0].length ?? 0
  return text.indexOf(':', scheme)
}

/**
 * `text` divided at its first colon: a file's name may hold more of them (`sarif:C:\out.sarif`). `exists` says whether a
 * formatter's path is there as a whole, colon and all.
 * @returns undefined where nothing stands before or behind the colon
 */
export function formatChoice(text: string, exists: (path: string) => boolean): FormatChoice | undefined {
  const colon = colonIn(text)
  if (colon < 0 || (isPath(text) && exists(text))) return text === '' ? undefined : { name: text }
  const [name, path] = [text.slice(0, colon), text.slice(colon + 1)]
  return name === '' || path === '' ? undefined : { name, path }
}
