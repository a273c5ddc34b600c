/** A short name for all that findings depend on beside the file: rules, their levels and options, what the user said of the year. */
import { createHash } from 'node:crypto'

/** Functions by their code, sets and maps by what is in them: two runs give the same text where they would find the same. */
function plainValue(_: string, value: unknown): unknown {
  if (typeof value === 'function') return String(value)
  if (value instanceof RegExp) return String(value)
  if (value instanceof Map) return [...value]
  if (value instanceof Set) return [...value]
  return value
}

const known = new WeakMap<object, string>()

/** The name of `options`, in hexadecimal digits; `more` is what else counts (the version, the language of the output). */
export function nameOfSettings(options: object, more: readonly string[]): string {
  const before = known.get(options) ?? createHash('sha256').update(JSON.stringify(options, plainValue)).digest('hex')
  known.set(options, before)
  return createHash('sha256')
    .update(JSON.stringify([before, ...more]))
    .digest('hex')
    .slice(0, 32)
}
