/** Whole processes, measured from outside: CPU time (user and system, seconds), time on the wall, and peak memory. */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const gnuTime = '/usr/bin/time'
const report = join(tmpdir(), `hegao-bench-${process.pid}.time`)

/** Where this is set Node reads all its certificates at every start, which triples `node -e 0` and hides what we cost. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

/** Whether bash and GNU time (for memory) are there. Without them nothing can be measured: Node tells no process what its children used. */
export function canMeasure() {
  if (!existsSync(gnuTime)) return false
  return spawnSync(gnuTime, ['-q', '-f', '%M', 'true']).status === 0 && spawnSync('bash', ['-c', 'true']).status === 0
}

/** CPU time by bash, in thousandths of a second: GNU time cuts to hundredths, a fifth of a short run. */
const timed = `TIMEFORMAT='%3U %3S %3R'; time ${gnuTime} -q -o "$0" -f %M "$@" 2>/dev/null`

/** Runs `node …words` once. A run over `limit` milliseconds is ended, and `undefined` is told. */
export function runOnce(words, limit = 120_000) {
  const nowhere = openSync(join(tmpdir(), `hegao-bench-${process.pid}.out`), 'w')
  const { error, stderr } = spawnSync('bash', ['-c', timed, report, process.execPath, ...words], {
    env: { ...environment, LC_ALL: 'C' },
    stdio: ['ignore', nowhere, 'pipe'],
    encoding: 'utf8',
    timeout: limit,
  })
  closeSync(nowhere)
  rmSync(join(tmpdir(), `hegao-bench-${process.pid}.out`), { force: true })
  if (error) return undefined
  const [user, system, wall] = stderr.trim().split(' ').map(Number)
  const kilobytes = Number(readFileSync(report, 'utf8').trim().split('\n').at(-1))
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
 * Runs both in turn, so that what else the machine does falls on both. Ratios are of the means: that of
 * two single short runs says little.
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
