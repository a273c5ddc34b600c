/** Standard input → bytes. */
import { readSync } from 'node:fs'
import { asFailure, codeOf, type Read, readToEnd } from './file.ts'

/** What standard input is called in messages and output. */
export const STDIN = '<stdin>'

/**
 * All bytes of standard input; waits for the writer. `descriptor` is for tests.
 * @throws HegaoError `file-too-large`, `not-a-file` or `file-unreadable`
 */
export function readStdin(descriptor = 0): Uint8Array {
  try {
    return readToEnd(STDIN, 0, patient(descriptor))
  } catch (error) {
    throw asFailure(STDIN, error)
  }
}

/** How long to wait, in milliseconds, when the other side has not written yet. */
const PAUSE = 5

/** A reading that waits. Parents that are Node themselves like to leave a descriptor set not to block. */
export const patient =
  (descriptor: number): Read =>
  (buffer, offset) => {
    for (;;) {
      try {
        return readSync(descriptor, buffer, offset, buffer.length - offset, null)
      } catch (error) {
        const code = codeOf(error)
        // Windows reports the end of a pipe as an error.
        if (code === 'EOF') return 0
        if (code !== 'EAGAIN') throw error
        sleep(PAUSE)
      }
    }
  }

/** Nobody wakes it up: the time-out is the purpose. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
