/** How many threads `--jobs` makes. */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isOnDisk, type Target } from '../files/paths.ts'
import type { Jobs } from '../options.ts'

/**
 * How many threads repay their start for `targets`. `worth`: bytes of files of this name below which one more thread costs
 * more than it saves.
 */
export function threadsFor(jobs: Jobs, targets: readonly Target[], worth: (path: string) => number): number {
  if (jobs !== 'auto') return Math.max(1, Math.min(jobs, targets.length))
  const most = availableParallelism()
  let paid = 0
  for (const target of targets) {
    if (paid >= most) return most
    paid += sizeOf(target) / worth(target.path)
  }
  return Math.max(1, Math.min(most, Math.floor(paid)))
}

/** Of what cannot be looked at, nothing: the failure is told when its turn comes. */
function sizeOf(target: Target): number {
  if (!isOnDisk(target)) return 0
  try {
    return statSync(target.path).size
  } catch {
    return 0
  }
}
