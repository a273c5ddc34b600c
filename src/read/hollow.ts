/** Files that bear the name of a document and hold none: a save that went wrong, and what Word lays beside a document. */
import { failure } from '../errors.ts'
import { detect, isContainerName } from './detect.ts'

/** Word's and WPS's are 162 bytes, LibreOffice's a line. No document with a container fits. */
const LOCK_BYTES = 1024

/**
 * Whether programs name the file so that they lay beside a document while it is open: ~$讲话.docx of Word and WPS, .~讲话.docx
 * of WPS, .~lock.讲话.odt# of LibreOffice. Also the first two characters of a long name are lost under Word's.
 */
export function isLockName(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  if (name.startsWith('.~lock.') && name.endsWith('#')) return true
  return (name.startsWith('~$') || name.startsWith('.~')) && isContainerName(name)
}

/** Content decides here too: a real document, under whatever name, is none of these. */
function isLockFile(path: string, bytes: Uint8Array): boolean {
  if (bytes.length > LOCK_BYTES || !isLockName(path)) return false
  const { format } = detect(path, bytes)
  return format === 'txt'
}

/** @throws HegaoError `lock-file`, `file-empty`: the latter for formats of which no file is empty; a text may be */
export function refuseHollow(path: string, bytes: Uint8Array): void {
  if (isLockFile(path, bytes)) throw failure('lock-file', { path })
  if (bytes.length === 0 && isContainerName(path)) throw failure('file-empty', { path })
}
