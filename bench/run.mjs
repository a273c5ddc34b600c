/**
 * `npm run bench`: what hegao costs, as ratios to processes that run beside it. It states and asserts nothing; README.md
 * in this folder says how to read it. After `npm run build`; options: --report FILE, --rounds N, --only PART, --old FILE --new FILE.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ciphered, copiesOf, hostile, megabyte, reportsOf, shuffle, writeInputs } from './inputs.mjs'
import { canMeasure, compare, runOnce } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const program = join(root, 'bin', 'hegao.js')
const bareNode = ['-e', '0']
const check = (...paths) => [program, 'check', '--format', 'json', ...paths]

const { values: options } = parseArgs({
  options: {
    report: { type: 'string' },
    rounds: { type: 'string', default: '12' },
    only: { type: 'string' },
    old: { type: 'string' },
    new: { type: 'string' },
  },
})
const rounds = Number(options.rounds)

/** The real speech: 10 KB in UTF-8. Another report, of another size, gives other ratios. */
const speech = join(root, 'fixtures', 'reports', 'qu-zuzhi-2022', 'input.txt')

/** The command of autocorrect-node, the fastest of the comparable tools; undefined where it is not installed. */
function autocorrect() {
  try {
    const path = createRequire(import.meta.url).resolve('autocorrect-node/cli.js')
    return (...paths) => [path, '--lint', '--format', 'json', ...paths]
  } catch {
    return undefined
  }
}

const ratio = (value) => `${value.toFixed(2)}×`
const milliseconds = (seconds) => `${(seconds * 1000).toFixed(0)} ms`
const megabytes = (value) => `${value.toFixed(0)} MB`

function table(title, head, rows) {
  console.log(`\n## ${title}\n`)
  console.log(`| ${head.join(' | ')} |`)
  console.log(`| ${head.map(() => '---').join(' | ')} |`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

function single(inputs) {
  const rows = [
    ['--version', [program, '--version'], '≤ 1.35×'],
    ['one .txt', check(inputs.report), '≤ 2.60×'],
    ['one .txt that needs word boundaries', check(inputs.words), '≤ 2.60×'],
    ['one .md', check(inputs.markdown), '≤ 2.60×'],
  ].map(([name, words, goal]) => {
    const told = compare(words, bareNode, rounds)
    if (!told) return [name, 'too long', '', '', '', goal]
    return [name, milliseconds(told.cpu), ratio(told.cpuRatio), ratio(told.wallRatio), `+${megabytes(told.extraMemory)}`, goal]
  })
  table('One report, against `node -e 0`', ['what', 'CPU', 'CPU ratio', 'wall ratio', 'memory', 'goal (CPU)'], rows)
}

function bulk(inputs) {
  const peer = autocorrect()
  if (!peer)
    console.log('\nautocorrect-node is not installed (npm install --no-save autocorrect-node): ratios are to `node -e 0`.')
  const some = Math.max(3, Math.round(rounds / 3))
  const rows = [
    ['1,000 files', inputs.many, '≤ 0.60×, ≤ 90 MB'],
    ['one file of 10 MB', inputs.ten, '≤ 0.70×'],
  ].map(([name, path, goal]) => {
    const told = compare(check(path), peer ? peer(path) : bareNode, some)
    if (!told) return [name, 'too long', '', '', '', goal]
    return [name, milliseconds(told.cpu), ratio(told.cpuRatio), ratio(told.wallRatio), megabytes(told.memory), goal]
  })
  const other = peer ? 'autocorrect-node --lint' : 'node -e 0'
  table(`Much, against \`${other}\``, ['what', 'CPU', 'CPU ratio', 'wall ratio', 'peak memory', 'goal'], rows)
}

/** Reports of the fixtures that have few findings or none. */
const plainReports = ['jiedao-dangjian', 'xian-zhengfu-2026', 'zhehang-tiaoyan', 'wangye-yihang']

function reports(_, folder) {
  const texts = plainReports.map((name) => readFileSync(join(root, 'fixtures', 'reports', name, 'input.txt'), 'utf8'))
  const path = reportsOf(texts, 50, folder)
  const few = Math.max(3, Math.round(rounds / 4))
  const compact = [program, 'check', '--no-config', '-f', 'compact']
  const peer = autocorrect()
  const rows = [
    ['200 reports', [...compact, path], peer ? peer(path) : bareNode, peer ? '≤ 1.00×' : ''],
    ['200 reports, told at length', [program, 'check', '--no-config', '-f', 'pretty', path], [...compact, path], '≤ 1.15×'],
    ['the speech, told at length', [program, 'check', '--no-config', '-f', 'pretty', speech], [...compact, speech], '≤ 1.15×'],
  ].map(([name, words, base, goal]) => {
    const told = compare(words, base, few)
    return told
      ? [name, milliseconds(told.cpu), ratio(told.cpuRatio), megabytes(told.memory), goal]
      : [name, 'too long', '', '', goal]
  })
  const other = peer ? '`autocorrect-node --lint`' : '`node -e 0`'
  table(
    `Reports with few findings, against ${other}, and the pretty reporter against the compact one`,
    ['what', 'CPU', 'CPU ratio', 'peak memory', 'goal'],
    rows,
  )
}

/** Word, WPS and PDF files as they come: small and large, quick and slow. */
const documents = ['docx-kitchen/input.docx', 'doc-kitchen/input.doc', 'rtf-kitchen/input.rtf', 'pdf-gongwen/input.pdf']

function threads(inputs, folder) {
  const paths = documents.map((path) => join(root, 'fixtures', 'read', path))
  const rows = [
    ['1,000 files of text, 9 MB', inputs.many],
    ['240 documents, 15 MB', copiesOf(paths, 60, folder)],
  ].map(([name, path]) => {
    const told = compare([...check(path), '--jobs', '2'], [...check(path), '--jobs', '1'], Math.max(3, Math.round(rounds / 3)))
    return told ? [name, ratio(told.wallRatio), ratio(told.cpuRatio), megabytes(told.memory)] : [name, 'too long', '', '']
  })
  table('Two threads, against one', ['what', 'wall ratio', 'CPU ratio', 'peak memory'], rows)
}

function growth(inputs) {
  const told = compare(check(inputs.ten), check(inputs.one), Math.max(3, Math.round(rounds / 4)))
  const row = told ? [milliseconds(told.cpu), ratio(told.cpuRatio), megabytes(told.memory)] : ['too long', '', '']
  table('10 MB against 1 MB of the same', ['CPU', 'CPU ratio', 'peak memory', 'goal'], [[...row, '≤ 7×']])
}

function attacks(inputs) {
  const normal = compare(check(inputs.one), bareNode, 3)
  const rows = Object.keys(hostile).map((name) => {
    const runs = [megabyte / 4, megabyte / 2, megabyte].map((bytes) => runOnce(check(inputs.hostile(name, bytes)), 60_000))
    const times = runs.map((run) => (run ? milliseconds(run.cpu) : '> 60 s'))
    const last = runs[2]
    const memory = last ? megabytes(last.memory) : ''
    return [name, ...times, last && normal ? ratio(last.cpu / normal.cpu) : '', memory, '≤ 2×']
  })
  const head = ['what', 'CPU, 250 KB', '500 KB', '1 MB', '1 MB against a normal 1 MB', 'peak memory', 'goal']
  table('Hostile texts', head, rows)
}

/** The rules that ask for another text, and no others: what checking costs is measured elsewhere. */
function comparingRules() {
  const folders = readdirSync(join(root, 'rules', 'comparing'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => ['--rule', `${name}:warning`])
}

/** Two texts with the same sentences in another order, with other figures. */
function shuffledPair(report, folder) {
  return ['old', 'now'].map((name, index) => {
    const path = join(folder, `${name}.txt`)
    writeFileSync(path, `${2024 + index}年工作报告\n${shuffle(report, 90_000, index + 1)}`)
    return path
  })
}

/** Four and four documents of the folder are alike, each four in other characters. */
function comparing(inputs, folder) {
  const report = readFileSync(inputs.report, 'utf8')
  const isOwn = options.old !== undefined && options.new !== undefined
  const pair = isOwn ? [options.old, options.new] : shuffledPair(report, folder)
  const archive = join(folder, 'archive')
  mkdirSync(archive)
  for (let index = 0; index < 400; index += 1) {
    writeFileSync(
      join(archive, `${index}.txt`),
      `第${index}份报告\n${shuffle(ciphered(report, 1 + (index >> 2)), 30_000, index + 1)}`,
    )
  }
  const nothing = ['--no-config', '-f', 'compact', '--rule', '*:off']
  const few = Math.max(3, Math.round(rounds / 4))
  const rows = [
    [
      isOwn ? 'the pair given' : 'a pair of 30,000 characters',
      [program, 'compare', ...nothing, ...comparingRules(), ...pair],
      [program, 'check', ...nothing, ...pair],
      // A pair is quick: as often as a single report.
      isOwn ? rounds : few,
      '≤ 2×, ≤ 100 ms beyond',
    ],
    [
      'a folder of 400 reports',
      [program, 'compare', '--no-config', '-f', 'json', '--folder', archive],
      [program, 'check', ...nothing, archive],
      few,
      '≤ 2×',
    ],
  ].map(([name, words, base, times, goal]) => {
    const told = compare(words, base, times)
    if (!told) return [name, 'too long', '', '', '', goal]
    const beyond = told.cpu - told.cpu / told.cpuRatio
    return [name, milliseconds(told.cpu), ratio(told.cpuRatio), milliseconds(beyond), megabytes(told.memory), goal]
  })
  table(
    'Comparing, against reading and parsing the same',
    ['what', 'CPU', 'CPU ratio', 'CPU beyond it', 'peak memory', 'goal'],
    rows,
  )
}

const parts = { single, reports, bulk, threads, growth, attacks, comparing }

function main() {
  const path = options.report ?? speech
  if (!canMeasure()) throw new Error('bench needs GNU time as /usr/bin/time (Debian: apt install time)')
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('bench measures the build: npm run build first')
  const folder = mkdtempSync(join(tmpdir(), 'hegao-bench-'))
  try {
    const inputs = writeInputs(folder, readFileSync(path, 'utf8'))
    const { stdout } = spawnSync(process.execPath, check(inputs.words), { encoding: 'utf8' })
    const segmenter = JSON.parse(stdout).files[0].segmenter ?? 'not asked'
    console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${rounds} rounds, words told by: ${segmenter}`)
    for (const [name, part] of Object.entries(parts)) if (!options.only || options.only === name) part(inputs, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
