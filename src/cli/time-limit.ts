/**
 * A limit for work that waits for nothing and cannot be asked to stop: V8 ends it from another thread, whatever loop it is in.
 * What was being made is lost; the run goes on with the next file.
 */
import { failure } from '../errors.ts'

/** A file that is given up after so long, in seconds. A report takes less than one. */
export const usualLimit = 60

const slot = Symbol.for('hegao.limited')

type Slots = typeof globalThis & { [slot]: (() => unknown) | undefined }

/** What runs the function in the slot; made once, since to compile it costs as much as a short report. */
let script: { runInThisContext(options: { timeout: number }): unknown } | undefined

/** `action` of at most so many seconds. Nested, the inner one counts. @throws HegaoError `timed-out` about `path` */
export function limited<Result>(path: string, seconds: number, action: () => Result): Result {
  const slots = globalThis as unknown as Slots
  const before = slots[slot]
  script ??= new (process.getBuiltinModule('node:vm').Script)("globalThis[Symbol.for('hegao.limited')]()")
  slots[slot] = action
  try {
    return script.runInThisContext({ timeout: Math.max(1, Math.ceil(seconds * 1000)) }) as Result
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw failure('timed-out', { path, seconds })
    throw error
  } finally {
    slots[slot] = before
  }
}

/** `options` for the file `path`, of which neither reading nor checking may take longer than so many seconds. */
export const withinLimit = <Options extends object>(options: Options, path: string, seconds: number) => ({
  ...options,
  within: <Result>(action: () => Result): Result => limited(path, seconds, action),
})
