/** Whole processes, measured from outside: CPU time (user and system, seconds), time on the wall, and peak memory. */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const gnuTime = '/usr/bin/time'
const report = join(tmpdir(), `hegao-bench-${process.pid}.time`)

/** Where this is set Node reads all its certificates at every start, which triples `node -e 0` and hides what we cost. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

/** Whether GNU time is there. Without it nothing can be measured: Node tells no process what its children used. */
export function canMeasure() {
  if (!existsSync(gnuTime)) return false
  return spawnSync(gnuTime, ['-q', '-f', '%U', 'true']).status === 0
}

/** Runs `node …words` once. A run over `limit` milliseconds is ended, and `undefined` is told. */
export function runOnce(words, limit = 120_000) {
  const nowhere = openSync(join(tmpdir(), `hegao-bench-${process.pid}.out`), 'w')
  const all = ['-q', '-o', report, '-f', '%U %S %e %M', process.execPath, ...words]
  const { error } = spawnSync(gnuTime, all, { env: environment, stdio: ['ignore', nowhere, 'ignore'], timeout: limit })
  closeSync(nowhere)
  rmSync(join(tmpdir(), `hegao-bench-${process.pid}.out`), { force: true })
  if (error) return undefined
  const [user, system, wall, kilobytes] = readFileSync(report, 'utf8').trim().split(' ').map(Number)
  rmSync(report, { force: true })
  return { cpu: user + system, wall, memory: kilobytes / 1024 }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const meanOf = (runs, key) => runs.reduce((sum, run) => sum + run[key], 0) / runs.length

/**
 * Runs both in turn, so that what else the machine does falls on both. Ratios are of the means: GNU time counts in
 * hundredths of a second, so that of single short runs would be coarse.
 */
export function compare(words, baseline, rounds) {
  const ours = []
  const theirs = []
  for (let round = 0; round < rounds; round += 1) {
    const base = runOnce(baseline)
    const run = runOnce(words)
    if (!base || !run) return undefined
    theirs.push(base)
    ours.push(run)
  }
  return {
    cpu: meanOf(ours, 'cpu'),
    cpuRatio: meanOf(ours, 'cpu') / meanOf(theirs, 'cpu'),
    wallRatio: meanOf(ours, 'wall') / meanOf(theirs, 'wall'),
    memory: median(ours.map((run) => run.memory)),
    extraMemory: median(ours.map((run) => run.memory)) - median(theirs.map((run) => run.memory)),
  }
}
