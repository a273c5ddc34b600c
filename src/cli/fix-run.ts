/** Repairs one file, and writes it in its own encoding when all is settled. */
import { failure, HegaoError } from '../errors.ts'
import { type Checked, type CheckOptions, checkBytes, failed } from '../hegao.ts'
import { mostPasses, repairAll } from '../lint/fix.ts'
import { encode } from '../read/encode.ts'
import type { Source } from '../source.ts'
import type { Lang } from '../wording.ts'
import { replaceFile } from './atomic.ts'
import { systemReason } from './texts.ts'

/** Whether files are left alone, only looked at, or written. */
export type FixMode = 'no' | 'show' | 'write'

/** A file after the repairs: what is left to find, how many were made, and the document before and after. */
export interface RepairedFile {
  readonly checked: Checked
  readonly count: number
  readonly before: string
  readonly after: string
}

/** A file as it is. */
export const unrepaired = (checked: Checked): RepairedFile => ({ checked, count: 0, before: '', after: '' })

/** Repairs what is safe. With `write` the file is replaced; any failure leaves it, and stands in its place. */
export async function repairFile(
  checked: Checked,
  bytes: Uint8Array,
  options: CheckOptions,
  mode: FixMode,
  lang: Lang,
): Promise<RepairedFile> {
  const { path, source } = checked
  if (!source || !isText(source)) return unrepaired(checked)
  try {
    let latest = bytes
    const again = async (document: string): Promise<Checked> => {
      latest = await encode(source, document, bytes)
      // The encoding is known by now; what was changed must not make it look like another.
      return checkBytes(path, latest, { ...options, encoding: source.encoding ?? 'utf-8' })
    }
    const { file, count, settled } = await repairAll(checked, again)
    if (!settled) throw failure('fix-unsettled', { path, passes: mostPasses })
    if (file.error || !file.source) return unrepaired(file)
    if (count > 0 && mode === 'write') write(path, latest, lang)
    return { checked: file, count, before: source.document, after: file.source.document }
  } catch (error) {
    if (error instanceof HegaoError) return unrepaired(failed(path, error))
    throw error
  }
}

/** Only text formats can be put together again from their text. */
const isText = ({ format }: Source): boolean => format === 'txt' || format === 'md'

function write(path: string, bytes: Uint8Array, lang: Lang): void {
  try {
    const replacement = replaceFile(path)
    replacement.write(bytes)
    replacement.commit()
  } catch (error) {
    throw failure('write-failed', { path, reason: systemReason(error, lang) }, error)
  }
}
