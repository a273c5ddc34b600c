/**
 * Kills `hegao convert` at random moments and resumes it: the folder must end byte for byte as that of a run nobody
 * disturbed. `node scripts/kill-convert.mjs [kills=200] [files=120]`, after `npm run build`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [kills = 200, files = 120] = process.argv.slice(2).map(Number)
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const program = join(root, 'bin', 'hegao.js')
const signals = ['SIGKILL', 'SIGINT']

/** Every file in `folder` with its hash, as one text. */
function stateOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort()
    .join('\n')
}

function writeInputs(folder) {
  const report = readFileSync(join(root, 'fixtures', 'reports', 'qu-zuzhi-2022', 'input.txt'), 'utf8')
  for (let index = 0; index < files; index += 1) {
    const path = join(folder, `第${index % 7}辑`, `${index}.txt`)
    mkdirSync(dirname(path), { recursive: true })
    // Every fortieth is empty: failures must come again too.
    writeFileSync(path, index % 40 === 13 ? '' : report.replaceAll('2021', String(2000 + (index % 26))))
  }
}

const words = (out, ...more) => [program, 'convert', 'in', '-o', out, '--jobs', '2', ...more]

/** Runs until it ends or `limit` milliseconds are over; then `signal`. Gives how it ended. */
function run(cwd, out, more, limit, signal) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words(out, ...more), { cwd, stdio: 'ignore' })
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill(signal), limit)
    child.on('exit', (code, by) => {
      clearTimeout(timer)
      resolve(by ?? code)
    })
  })
}

const folder = mkdtempSync(join(tmpdir(), 'hegao-kill-'))
try {
  writeInputs(join(folder, 'in'))
  const began = performance.now()
  spawnSync(process.execPath, words('undisturbed'), { cwd: folder, stdio: 'ignore' })
  const whole = performance.now() - began
  const expected = stateOf(join(folder, 'undisturbed'))
  const ends = new Map()
  let killed = 0
  let runs = 0
  while (killed < kills) {
    const out = `out-${runs}`
    // Three times, then in peace.
    for (let attempt = 0; attempt < 3 && killed < kills; attempt += 1) {
      const signal = signals[killed % 2]
      const more = existsSync(join(folder, out, 'journal.jsonl')) ? ['--resume'] : []
      const end = await run(folder, out, more, Math.random() * whole * 0.8, signal)
      ends.set(end, (ends.get(end) ?? 0) + 1)
      killed += 1
    }
    const last = await run(folder, out, existsSync(join(folder, out, 'journal.jsonl')) ? ['--resume'] : [])
    const state = stateOf(join(folder, out))
    if (state !== expected) throw new Error(`${out} differs (last end: ${last})\n${state}\n--- expected\n${expected}`)
    rmSync(join(folder, out), { recursive: true, force: true })
    runs += 1
  }
  const told = [...ends].map(([end, count]) => `${end}: ${count}`).join(', ')
  console.log(`${killed} kills of ${runs} runs over ${files} files (${told}): every folder as undisturbed`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
