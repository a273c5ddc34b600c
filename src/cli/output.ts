/** Bytes to the outside. Synchronous and without `process.stdout`, whose streams cost a fifth of a start (but for a console of Windows). */
import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs'
import { failure } from '../errors.ts'
import { commandless, printable } from '../report/printable.ts'
import type { Lang } from '../wording.ts'
import { replaceFile } from './atomic.ts'
import { refuseForeign } from './files/own-results.ts'
import { systemReason } from './texts.ts'
import { consoleOf, isDeviceName } from './windows.ts'

/** The reader has gone (`hegao … | head`): there is nobody left to tell, not even that. */
export class ReaderGone extends Error {}

/** Milliseconds between attempts while the other side is slow. */
const pause = 5
const never = new Int32Array(new SharedArrayBuffer(4))

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code

/** All of `text`, however slow the reader: a pipe takes 64 KB at a time and may be set not to block. */
export function writeAll(descriptor: number, text: string): void {
  const console = consoleOf(descriptor)
  if (console) {
    console.write(text)
    return
  }
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (codeOf(error) === 'EPIPE') throw new ReaderGone()
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(never, 0, 0, pause)
    }
  }
}

/** Where a report goes, piece by piece. */
export interface Output {
  write(text: string): void
  /** All is written: only now a file appears. */
  end(): void
  /** What was written is to leave no trace, as far as it can still be taken back. */
  abandon(): void
}

/** Failures of the system become sentences about `path`. */
function guarded<Result>(path: string, lang: Lang, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (typeof codeOf(error) !== 'string' || !('syscall' in (error as object))) throw error
    throw failure('output-failed', { path, reason: systemReason(error, lang) }, error)
  }
}

/** What goes into a pipe or a file is written in pieces of about this many characters; a person at a terminal sees each file at once. */
const pieceSize = 32_768

function toDescriptor(descriptor: number, path: string, lang: Lang): Output {
  const size = isTerminal(descriptor) ? 0 : pieceSize
  let pending = ''
  const flush = (): void => {
    const text = pending
    pending = ''
    if (text !== '') guarded(path, lang, () => writeAll(descriptor, text))
  }
  return {
    write: (text) => {
      pending += text
      if (pending.length >= size) flush()
    },
    end: flush,
    // What is known when a run fails is still worth reading.
    abandon: flush,
  }
}

/** A terminal or another character device; asked without node:tty, which costs a tenth of a start. */
export function isTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice()
  } catch {
    return false
  }
}

/** What is no regular file (/dev/null, a pipe with a name) is written to as it is, never replaced. */
function isSpecial(path: string): boolean {
  try {
    const descriptor = openSync(path, constants.O_WRONLY)
    try {
      return !fstatSync(descriptor).isFile()
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return false
  }
}

/** What may be replaced by a result: one of ours, one that begins like it (a format of somebody else's), or anything. */
export type Overwriting = 'ours' | 'alike' | 'any'

/** A file appears when it is complete; until then what stood there stays, and for good where it may not be replaced. */
function toFile(path: string, lang: Lang, overwriting: Overwriting): Output {
  if (isDeviceName(path)) throw failure('device-name', { path })
  if (isSpecial(path)) {
    const descriptor = guarded(path, lang, () => openSync(path, 'w'))
    const output = toDescriptor(descriptor, path, lang)
    return {
      ...output,
      end: () => {
        output.end()
        closeSync(descriptor)
      },
    }
  }
  if (overwriting === 'ours') refuseForeign(path)
  const replacement = guarded(path, lang, () => replaceFile(path))
  let beginning = ''
  const mayReplace = (): void => {
    // Asked again when all is written: something may have been saved there in the meantime.
    if (overwriting !== 'any') refuseForeign(path, overwriting === 'alike' ? beginning : undefined)
  }
  return {
    write: (text) => {
      if (!beginning.includes('\n')) beginning += text
      guarded(path, lang, () => replacement.write(Buffer.from(text, 'utf8')))
    },
    end: () => guarded(path, lang, () => void replacement.commit(mayReplace)),
    abandon: () => replacement.abandon(),
  }
}

/** Standard output, or the file of `--output-file`. */
export const outputTo = (path: string | undefined, lang: Lang, overwriting: Overwriting = 'ours'): Output =>
  path === undefined ? toDescriptor(1, 'stdout', lang) : toFile(path, lang, overwriting)

/** All of a page to standard output. */
export function printed(page: string, lang: Lang): void {
  const output = outputTo(undefined, lang)
  output.write(page)
  output.end()
}

/** A note to the user on standard error. That nobody reads it is no reason to fail. */
export function note(...lines: string[]): void {
  try {
    writeAll(2, lines.map((line) => `${commandless(printable(line))}\n`).join(''))
  } catch {}
}

/** Lets `fill` write to an output that is ended after it, or abandoned where it fails. */
export async function writing<Result>(output: Output, fill: (output: Output) => Result | Promise<Result>): Promise<Result> {
  let result: Result
  try {
    result = await fill(output)
  } catch (error) {
    output.abandon()
    throw error
  }
  output.end()
  return result
}
