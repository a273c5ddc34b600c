/** Only what was changed: the files that git says differ, and of their findings those on changed lines or paragraphs. */
import { posix, relative, resolve, sep } from 'node:path'
import { HegaoError } from '../../errors.ts'
import type { Checked, CheckOptions } from '../../hegao.ts'
import { decode } from '../../read/decode.ts'
import { detect } from '../../read/detect.ts'
import { read } from '../../read/index.ts'
import { type Locatable, lineStarts, locate, type Source } from '../../source.ts'
import { changedLines } from '../../text/changed-lines.ts'
import type { Target } from '../files/paths.ts'
import { type Difference, type Repository, repositorySince } from './git.ts'

export interface Changes {
  /** Those of `targets` that differ, with the content that counts. */
  among(targets: readonly Target[]): readonly Target[]
  /** `checked` with the findings that concern what was changed. */
  only(checked: Checked, options: CheckOptions): Promise<Checked>
}

/** The text in which lines are counted. Markdown needs no parsing for that. */
async function documentOf(path: string, bytes: Uint8Array, encoding: string | undefined): Promise<string> {
  const { format } = detect(path, bytes)
  if (format === 'txt' || format === 'md') return decode(path, bytes, encoding).text
  return (await read(path, bytes, encoding === undefined ? {} : { encoding })).document
}

/** Undefined where what was there before is no document: then all is new. */
async function before(path: string, bytes: Uint8Array, encoding: string | undefined): Promise<string | undefined> {
  try {
    return await documentOf(path, bytes, encoding)
  } catch (error) {
    if (!(error instanceof HegaoError)) throw error
    return encoding === undefined ? undefined : before(path, bytes, undefined)
  }
}

function linesOf(document: string): string[] {
  const starts = lineStarts(document)
  return starts.map((start, index) => document.slice(start, starts[index + 1]).replace(/[\r\n]{1,3}$/, ''))
}

/** Whether any line of a span of `source` is changed. `counts[n]`: how many of the first n lines are. */
function touches(source: Source, span: Locatable, counts: Int32Array): boolean {
  const { start, end } = locate(source, span)
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  return (counts[Math.min(last, counts.length - 1)] as number) > (counts[start.line - 1] as number)
}

function countsOf(changed: readonly boolean[]): Int32Array {
  const counts = new Int32Array(changed.length + 1)
  changed.forEach((is, index) => {
    counts[index + 1] = (counts[index] as number) + (is ? 1 : 0)
  })
  return counts
}

/** The repository's name of the file `path`, which counts from the current folder. */
const nameOf = ({ prefix }: Repository, path: string): string =>
  posix.join(prefix, relative(process.cwd(), resolve(path)).split(sep).join('/'))

/** @throws HegaoError as `repositorySince` */
export function changesSince(revision: string | undefined): Changes {
  const repository = repositorySince(revision)
  const byName = new Map(repository.differences.map((difference) => [difference.path.normalize('NFC'), difference]))
  const differenceOf = (path: string): Difference | undefined => byName.get(nameOf(repository, path).normalize('NFC'))
  return {
    among: (targets) =>
      targets.flatMap((target): Target[] => {
        // What could not be found is told, changed or not.
        if ('error' in target) return [target]
        const difference = differenceOf(target.path)
        if (!difference) return []
        const { blob } = difference
        if (blob === undefined) return [target]
        return [{ path: target.path, from: 'memory', bytes: () => repository.contentOf(blob) }]
      }),
    async only(checked, { encoding }) {
      const { source } = checked
      const old = differenceOf(checked.path)?.before
      if (!source || !old) return checked
      const document = await before(old.path, repository.contentOf(old.blob), encoding)
      if (document === undefined) return checked
      const counts = countsOf(changedLines(linesOf(document), linesOf(source.document)))
      const findings = checked.findings.filter((finding) =>
        [finding, ...finding.related.filter((other) => !other.source)].some((place) => touches(source, place, counts)),
      )
      // How many of those that are not listed are new, nobody knows.
      return { ...checked, findings, omitted: [] }
    },
  }
}
