/** `convert --jsonl`: a pure filter. A task a line in, a document a line out, in that order; what fails is a line too. */
import { checkedDocument, piecesOf } from '../../batch/convert-one.ts'
import { streamLines } from '../../batch/lines.ts'
import { asFailure, readFile, SIZE_LIMIT } from '../../disk/file.ts'
import { patient, STDIN } from '../../disk/stdin.ts'
import { failure, HegaoError } from '../../errors.ts'
import { jsonLine, schemaVersion } from '../../report/json.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { prepareFor } from '../long-run.ts'
import type { PositionsOption, ReadingOptions, TimeOptions } from '../options.ts'
import { writeAll } from '../output.ts'
import type { Session } from '../session.ts'
import { withinLimit } from '../time-limit.ts'
import { archiveTexts } from './archive-texts.ts'
import { fileOptions } from './conversion.ts'

/** A line may hold the largest file as base64, and what stands around it. */
const longestLine = Math.ceil((SIZE_LIMIT * 4) / 3) + 65_536

/** What is to be converted: the name it goes by, its bytes, and whether these are known to be UTF-8. */
interface Content {
  readonly path: string
  readonly bytes: Uint8Array
  readonly isUtf8: boolean
}

/** Where a line's content can stand, and how it becomes bytes. */
const sources: Readonly<Record<string, (value: string, bad: (problem: Wording) => HegaoError) => Uint8Array>> = {
  path: (path) => readFile(path),
  text: (text) => Buffer.from(text, 'utf8'),
  base64(text, bad) {
    // Node decodes what it can and is silent of the rest.
    if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) throw bad(archiveTexts.lineBase64)
    return Buffer.from(text, 'base64')
  },
}

function contentOf(line: string, bad: (problem: Wording) => HegaoError): Content {
  let task: unknown
  try {
    task = JSON.parse(line)
  } catch {
    throw bad(archiveTexts.lineJson)
  }
  if (typeof task !== 'object' || task === null || Array.isArray(task)) throw bad(archiveTexts.lineJson)
  const given = Object.entries(task).filter(([key]) => Object.hasOwn(sources, key))
  const [key, value] = given[0] ?? []
  if (given.length !== 1 || key === undefined || typeof value !== 'string') throw bad(archiveTexts.lineKeys)
  const name = 'name' in task ? task.name : undefined
  if (name !== undefined && typeof name !== 'string') throw bad(archiveTexts.lineName)
  const path = name ?? (key === 'path' ? value : STDIN)
  const bytes = (sources[key] as (typeof sources)[string])(value, bad)
  return { path, bytes, isUtf8: key === 'text' }
}

/** The name that a line gives, as far as it can be read: for the message. */
function nameIn(line: string): string | null {
  try {
    const { name, path } = JSON.parse(line) as Readonly<Record<string, unknown>>
    return typeof name === 'string' ? name : typeof path === 'string' ? path : null
  } catch {
    return null
  }
}

function errorLine(path: string | null, line: number, error: HegaoError, lang: Lang): string {
  const hint = error.hint(lang)
  const entry = { code: error.code, message: error.sentence(lang), ...(hint !== undefined && { hint }) }
  return `${jsonLine({ schemaVersion, path, line, error: entry })}\n`
}

/** Filters standard input. The status is 0 whatever the lines hold: what was wrong with one is said in its line. */
export async function filterLines(options: ReadingOptions & TimeOptions & PositionsOption, session: Session): Promise<0> {
  const optionsFor = await fileOptions(options, session, '.')
  const { lang } = session
  let line = 0
  for (const read of streamLines(patient(0), longestLine)) {
    line++
    prepareFor(line)
    const bad = (problem: Wording): HegaoError => {
      const data = { limit: Math.floor(longestLine / 1_048_576) }
      return failure('line-invalid', { line, problem: fill(problem, lang, data) })
    }
    if ('isTooLong' in read) {
      writeAll(1, errorLine(null, line, bad(archiveTexts.lineLong), lang))
      continue
    }
    const text = read.bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim()
    if (text === '') continue
    writeAll(1, await answer(text, line, { optionsFor, timeout: options.timeout }, bad, lang))
  }
  return 0
}

interface Checking extends TimeOptions {
  readonly optionsFor: Awaited<ReturnType<typeof fileOptions>>
}

async function answer(
  text: string,
  line: number,
  { optionsFor, timeout }: Checking,
  bad: (problem: Wording) => HegaoError,
  lang: Lang,
): Promise<string> {
  try {
    const { path, bytes, isUtf8 } = contentOf(text, bad)
    const { check, ...form } = await optionsFor(path)
    const done = await checkedDocument(path, bytes, withinLimit(isUtf8 ? { ...check, encoding: 'utf-8' } : check, path, timeout))
    let document = ''
    // Strings in JSON hold no line end: those that are there stand between the parts.
    for (const piece of piecesOf(done, form)) document += piece.replaceAll('\n', '')
    return `${document}\n`
  } catch (error) {
    const path = nameIn(text)
    const known = error instanceof HegaoError ? error : asFailure(path ?? STDIN, error)
    const failed =
      known instanceof HegaoError ? known : failure('internal-error', { path: path ?? STDIN, reason: String(error) }, error)
    return errorLine(path, line, failed, lang)
  }
}
