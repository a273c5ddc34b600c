/** What a run writes is never what it reads: a speech must not be lost to a slip of the hand. */
import { statSync } from 'node:fs'
import { onDisk } from '../../disk/name.ts'
import { failure } from '../../errors.ts'
import { isOwnResult } from './own-results.ts'
import type { Target } from './paths.ts'

/** The file behind a path, whatever it is called; undefined for what is no regular file. */
function identityOf(path: string): string | undefined {
  const stat = statSync(onDisk(path), { throwIfNoEntry: false, bigint: true })
  return stat?.isFile() ? `${stat.dev} ${stat.ino}` : undefined
}

/**
 * `targets` without those that will be written to: a folder holds the result of the run before.
 * @throws HegaoError `output-is-input` where it is no result, or `isNamed` says that the user asked for it by its name
 */
export function withoutOutputs(
  targets: readonly Target[],
  outputs: readonly (string | undefined)[],
  isNamed: (path: string) => boolean,
): readonly Target[] {
  const files = new Set(outputs.flatMap((path) => (path === undefined ? [] : (identityOf(path) ?? []))))
  if (files.size === 0) return targets
  return targets.filter((target) => {
    if ('error' in target || target.from === 'stdin') return true
    const identity = identityOf(target.path)
    if (identity === undefined || !files.has(identity)) return true
    if (isNamed(target.path) || !isOwnResult(target.path)) throw failure('output-is-input', { path: target.path })
    return false
  })
}
