/**
 * `node bench/archive.mjs`: what `hegao convert` costs, beside a loop that only reads and decodes, and beside tools for the
 * same files. Like run.mjs it states and asserts nothing. After `npm run build`; options: --files N, --many N, --rounds N,
 * --only kinds|many|cache.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import iconv from 'iconv-lite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const program = join(root, 'bin', 'hegao.js')
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    many: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    docx: { type: 'string' },
  },
})
const files = Number(options.files)
const rounds = Number(options.rounds)
const folder = mkdtempSync(join(tmpdir(), 'hegao-archive-'))

const report = readFileSync(join(root, 'fixtures', 'reports', 'qu-zuzhi-2022', 'input.txt'), 'utf8')
/** The report with other numbers, the same for the same `seed`. */
const variant = (seed) => report.replace(/[0-9]/g, (digit, at) => String((Number(digit) + seed + at * (seed % 7)) % 10))

const docx = options.docx ?? firstDocx(join(root, 'fixtures'))

function firstDocx(top) {
  const found = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.docx'))
  return found.length > 0
    ? join(top, found.sort((a, b) => statSync(join(top, b)).size - statSync(join(top, a)).size)[0])
    : undefined
}

/** Kinds of files: how many, and how one is written. */
const kinds = {
  txt: { count: files, write: (path, seed) => writeFileSync(`${path}.txt`, variant(seed)), encoding: 'utf-8' },
  gbk: {
    count: files,
    write: (path, seed) => writeFileSync(`${path}.txt`, iconv.encode(variant(seed), 'gb18030')),
    encoding: 'gb18030',
  },
  ...(docx && { docx: { count: Math.round(files / 3), write: (path) => copyFileSync(docx, `${path}.docx`) } }),
}

function writeKind(name) {
  const top = join(folder, name)
  const { count, write } = kinds[name]
  for (let index = 0; index < count; index += 1) {
    const below = join(top, String(index % 20))
    if (index < 20) mkdirSync(below, { recursive: true })
    write(join(below, String(index)), index)
  }
  return top
}

/** One run of a whole process: seconds and megabytes; undefined where it could not be run. */
function measured([command, ...words]) {
  const out = join(folder, 'time')
  const all = ['-q', '-o', out, '-f', '%U %S %e %M', command, ...words]
  const { error, status } = spawnSync('/usr/bin/time', all, { env: environment, stdio: 'ignore', cwd: folder })
  if (error || status === 127) return undefined
  const [user, system, wall, kilobytes] = readFileSync(out, 'utf8').trim().split(' ').map(Number)
  return { cpu: user + system, wall, memory: kilobytes / 1024 }
}

const mean = (runs, key) => runs.reduce((sum, run) => sum + run[key], 0) / runs.length
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

function convert(top, jobs) {
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  return measured([process.execPath, program, 'convert', top, '-o', out, '--jobs', String(jobs)])
}

/** Reads and decodes every file and does nothing else: the floor. */
const floor = `
  const fs = require('node:fs'), path = require('node:path')
  const [, top, encoding] = process.argv
  let characters = 0
  for (const name of fs.readdirSync(top, { recursive: true })) {
    const file = path.join(top, name)
    if (fs.statSync(file).isFile()) characters += new TextDecoder(encoding).decode(fs.readFileSync(file)).length
  }
  fs.writeSync(1, String(characters))`

function table(title, head, rows) {
  console.log(`\n## ${title}\n\n| ${head.join(' | ')} |\n| ${head.map(() => '---').join(' | ')} |`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

function measureKinds() {
  const rows = []
  for (const name of Object.keys(kinds)) {
    const top = writeKind(name)
    const { count, encoding } = kinds[name]
    const subjects = {
      'hegao, 1 job': () => convert(top, 1),
      'hegao, 2 jobs': () => convert(top, 2),
      ...(encoding && { 'read and decode only': () => measured([process.execPath, '-e', floor, top, encoding]) }),
      // autocorrect reads UTF-8 only.
      ...(name === 'txt' &&
        has('autocorrect') && { autocorrect: () => measured(['autocorrect', '--lint', '--format', 'json', top]) }),
      ...(name !== 'gbk' &&
        has('pandoc') && {
          'pandoc -t json, a tenth of the files': () =>
            measured([
              'sh',
              '-c',
              `find ${top} -type f | head -${Math.round(count / 10)} | while read f; do pandoc -f ${name === 'docx' ? 'docx' : 'markdown'} -t json "$f" > /dev/null; done`,
            ]),
        }),
    }
    const runs = Object.fromEntries(Object.keys(subjects).map((subject) => [subject, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [subject, run] of Object.entries(subjects)) {
        const told = run()
        if (told) runs[subject].push(told)
      }
    }
    const base = runs['hegao, 1 job']
    for (const [subject, told] of Object.entries(runs)) {
      if (told.length === 0) continue
      const part = subject.includes('tenth') ? 10 : 1
      const wall = mean(told, 'wall') * part
      const cpu = mean(told, 'cpu') * part
      rows.push([
        name,
        subject,
        Math.round(count / wall),
        `${((cpu * 1000) / count).toFixed(2)} ms`,
        `${(mean(base, 'cpu') / cpu).toFixed(2)}×`,
        `${(mean(base, 'wall') / wall).toFixed(2)}×`,
        `${mean(told, 'memory').toFixed(0)} MB`,
      ])
    }
  }
  table(
    `${files} reports of a kind (${cpus().length} cores)`,
    ['kind', 'what', 'reports a second', 'CPU a report', 'CPU of hegao with 1 job against it', 'wall likewise', 'peak memory'],
    rows,
  )
}

/** The second of two runs of check with a cache against the first. */
function measureCache() {
  const top = writeKind('txt')
  const words = [process.execPath, program, 'check', '-f', 'json', '--cache', top]
  const firsts = []
  const seconds = []
  for (let round = 0; round < rounds; round += 1) {
    rmSync(join(folder, '.hegaocache'), { force: true })
    firsts.push(measured(words))
    seconds.push(measured(words))
  }
  const ratio = (key) => `${(mean(seconds, key) / mean(firsts, key)).toFixed(2)}×`
  table('check --cache, second run against first', ['CPU', 'wall', 'goal'], [[ratio('cpu'), ratio('wall'), '≤ 0.35×']])
}

const memoryOf = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** Rate and memory over the course of a long run: both should be flat. */
async function measureMany() {
  const count = Number(options.many)
  const top = join(folder, 'many')
  for (let index = 0; index < count; index += 1) {
    const below = join(top, String(index % 500))
    if (index < 500) mkdirSync(below, { recursive: true })
    writeFileSync(
      join(below, `${index}.txt`),
      `同志们：\n一、${2000 + (index % 26)}年工作回顾\n第${index}次会议很重要。\n谢谢大家！\n`,
    )
  }
  const out = join(folder, 'many-out')
  const child = spawn(process.execPath, [program, 'convert', top, '-o', out], { env: environment, stdio: 'ignore' })
  const began = performance.now()
  const samples = []
  const clock = setInterval(() => {
    const journal = join(out, 'journal.jsonl')
    if (existsSync(journal)) samples.push([performance.now() - began, statSync(journal).size, memoryOf(child.pid)])
  }, 250)
  await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(clock)
  const whole = performance.now() - began
  const total = statSync(join(out, 'journal.jsonl')).size
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const within = samples.filter(([, size]) => size >= (total * tenth) / 10 && size < (total * (tenth + 1)) / 10)
    const [first, last] = [within[0], within.at(-1)]
    if (!first || !last || first === last) return [`${tenth + 1}/10`, '', '']
    const rate = ((last[1] - first[1]) / total) * count * (1000 / (last[0] - first[0]))
    return [`${tenth + 1}/10`, Math.round(rate), `${Math.max(...within.map(([, , memory]) => memory)).toFixed(0)} MB`]
  })
  table(
    `${count} small files: ${Math.round((count * 1000) / whole)} a second`,
    ['part of the run', 'files a second', 'memory'],
    tenths,
  )
}

const parts = { kinds: measureKinds, cache: measureCache, many: measureMany }
try {
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('bench measures the build: npm run build first')
  if (!existsSync('/usr/bin/time')) throw new Error('bench needs GNU time as /usr/bin/time (Debian: apt install time)')
  for (const [name, run] of Object.entries(parts)) if (options.only === undefined || options.only === name) await run()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
