/** Repairs in a document that is in memory: those that are safe, or those that somebody chose. Nothing is written. */
import { failure } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { type Checked, type CheckOptions, checkBytes, checkSource, type Read } from '../hegao.ts'
import { mostPasses, repairAll } from '../lint/fix.ts'
import { encode } from '../read/encode.ts'
import { withDocument } from '../read/paragraphs.ts'
import { isText, type Source } from '../source.ts'

/** What was made of a document. */
export interface Repaired {
  /** With what is left to find; a failure where the repaired document cannot be read any more. */
  readonly checked: Checked
  /** How many findings were repaired. */
  readonly count: number
  /** The file as it would be written, in its own encoding. Of what is no text it is the file as it was. */
  readonly bytes: Uint8Array
  readonly before: string
  readonly after: string
}

/**
 * Makes the repairs of `checked`, a document of these `bytes`, and checks again until nothing is left to repair.
 * `accepted` says of each finding with a repair whether it is made, once; without it the safe ones are.
 * @throws HegaoError `fix-unsettled`, and what `encode` throws
 */
export async function repair(
  checked: Read,
  bytes: Uint8Array,
  options: CheckOptions,
  accepted?: (finding: Finding) => boolean,
): Promise<Repaired> {
  const { path, source } = checked
  let latest = bytes
  const checkAgain = async (document: string, own: CheckOptions): Promise<Checked> => {
    if (hasParagraphs(source)) return checkSource(withDocument(source, document), own)
    latest = encode(source, document, bytes)
    // The encoding is known by now; what was changed must not make it look like another.
    return checkBytes(path, latest, { ...own, encoding: source.encoding ?? 'utf-8' })
  }
  // Where more was found than is told, all of it is wanted: each pass would only bring the next two hundred.
  const isCapped = checked.omitted.length > 0
  const all: CheckOptions = isCapped ? { ...options, most: Number.POSITIVE_INFINITY } : options
  const settling = await repairAll<Checked>(checked, (document) => checkAgain(document, all), accepted)
  const { count, settled } = settling
  let { file } = settling
  if (isCapped && file.source && count > 0) file = await checkAgain(file.source.document, options)
  if (!settled) throw failure('fix-unsettled', { path, passes: mostPasses })
  return { checked: file, count, bytes: latest, before: source.document, after: file.source?.document ?? source.document }
}

/** What was no text is shown as paragraphs. */
const hasParagraphs = ({ format }: Source): boolean => !isText(format) && format !== 'html'
