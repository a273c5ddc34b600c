/** A named file → bytes, whatever stands under the name. Synchronous: promises cost a short run more than the reading. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { failure } from '../errors.ts'
import { onDisk } from './name.ts'

/** Files over this size are refused before they are read, in bytes. A long report has 0.2 MB. */
export const SIZE_LIMIT = 64 * 1024 * 1024

const MEGABYTE = 1024 * 1024

/** What the system says → which failure it is. Any other word is `file-unreadable` with that word. */
const failures: Readonly<Record<string, 'file-not-found' | 'not-a-file'>> = {
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  EISDIR: 'not-a-file',
  // Opening a socket, or a device without a driver.
  ENXIO: 'not-a-file',
  ENODEV: 'not-a-file',
}

/**
 * All bytes of the regular file `path`. Never waits for a pipe or a device. A file that changes while it is read is
 * read once more.
 * @throws HegaoError `file-not-found`, `not-a-file`, `file-unreadable`, `file-too-large` or `file-changed`
 */
export function readFile(path: string): Uint8Array {
  const bytes = readOnce(path) ?? readOnce(path)
  if (!bytes) throw failure('file-changed', { path })
  return bytes
}

/** Undefined where the file changed under our hands. */
function readOnce(path: string): Uint8Array | undefined {
  const descriptor = attempt(path, () => openSync(onDisk(path), FLAGS))
  try {
    const before = attempt(path, () => fstatSync(descriptor))
    if (!before.isFile()) throw failure('not-a-file', { path })
    const bytes = attempt(path, () =>
      readToEnd(path, before.size, (buffer, offset) => readSync(descriptor, buffer, offset, buffer.length - offset, null)),
    )
    const after = attempt(path, () => fstatSync(descriptor))
    return isSame(before, after, bytes.length) ? bytes : undefined
  } finally {
    closeSync(descriptor)
  }
}

/** Without O_NONBLOCK, opening a pipe waits until somebody writes into it. Windows knows neither flag nor hazard. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Kernel files (/proc) are regular files of size 0 that nevertheless have content. */
const isSame = (before: Stats, after: Stats, length: number): boolean =>
  before.size === after.size && before.mtimeMs === after.mtimeMs && (before.size === length || before.size === 0)

/** Puts bytes into `buffer` from `offset` on; how many, 0 at the end. */
export type Read = (buffer: Buffer, offset: number) => number

/** Reads up to the end, with room for `expected` bytes and for more where there is more; `path` is for the message. */
export function readToEnd(path: string, expected: number, read: Read): Uint8Array {
  checkSize(path, expected)
  // One byte more than expected, so that the end is seen without growing.
  let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 4096))
  let length = 0
  for (let count = read(buffer, 0); count > 0; count = read(buffer, length)) {
    length += count
    checkSize(path, length)
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
  }
  return buffer.subarray(0, length)
}

function checkSize(path: string, size: number): void {
  if (size <= SIZE_LIMIT) return
  throw failure('file-too-large', { path, size: Math.ceil(size / MEGABYTE), limit: SIZE_LIMIT / MEGABYTE })
}

function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    throw asFailure(path, error)
  }
}

/** The failure that a system error is; failures of ours pass as they are. */
export function asFailure(path: string, error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  const known = Object.hasOwn(failures, code) ? failures[code] : undefined
  return known ? failure(known, { path }, error) : failure('file-unreadable', { path, reason: code }, error)
}

/** HegaoError has a code too, but no `syscall` and no ERR_ name. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return 'syscall' in error || error.code.startsWith('ERR_') ? error.code : undefined
}
