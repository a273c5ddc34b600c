/** Repairs one file, and writes it in its own encoding when all is settled. */
import { repair } from '../../act/fix.ts'
import { readFile } from '../../disk/file.ts'
import { failure, HegaoError } from '../../errors.ts'
import { type Checked, type CheckOptions, failed } from '../../hegao.ts'
import { isText } from '../../source.ts'
import type { Lang, Wording } from '../../wording.ts'
import { type Replaced, replaceWhole } from '../atomic.ts'
import { systemReason, texts } from '../texts.ts'

/** Whether files are left alone, only looked at, or written. */
export type FixMode = 'no' | 'show' | 'write'

/** A file after the repairs: what is left to find, how many were made, and the document before and after. */
export interface RepairedFile {
  readonly checked: Checked
  readonly count: number
  readonly before: string
  readonly after: string
  /** It was found in a folder, has something to repair, and is of a format that is not written. */
  readonly isUntouched?: boolean
  /** What the file lost by being replaced, in words that take its `path`. */
  readonly lost?: readonly Wording[]
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
  if (checked.error) return unrepaired(checked)
  const { path, source } = checked
  try {
    const { checked: file, count, bytes: repaired, before, after } = await repair(checked, bytes, options)
    if (file.error) return unrepaired(file)
    if (count > 0 && mode === 'write') {
      if (!isText(source.format)) throw failure('fix-not-text', { path })
      const { isParted, isOwnerLost } = write(path, bytes, repaired, lang)
      const lost = [...(isParted ? [texts.parted] : []), ...(isOwnerLost ? [texts.ownerLost] : [])]
      return { checked: file, count, before, after, lost }
    }
    return { checked: file, count, before, after }
  } catch (error) {
    if (error instanceof HegaoError) return unrepaired(failed(path, error))
    throw error
  }
}

/** Replaces what was read, and nothing that somebody has written since. */
function write(path: string, before: Uint8Array, bytes: Uint8Array, lang: Lang): Replaced {
  const last = (): void => {
    if (Buffer.compare(readFile(path), before) !== 0) throw failure('write-conflict', { path })
  }
  try {
    return replaceWhole(path, bytes, { last })
  } catch (error) {
    if (error instanceof HegaoError) throw error
    if (isReadOnly(error)) throw failure('write-read-only', { path }, error)
    throw failure('write-failed', { path, reason: systemReason(error, lang) }, error)
  }
}

/** The file itself, not its folder. */
const isReadOnly = (error: unknown): boolean => {
  const { code, syscall } = error as NodeJS.ErrnoException
  return (code === 'EACCES' || code === 'EPERM') && syscall === 'access'
}
