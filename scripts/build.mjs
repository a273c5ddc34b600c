/**
 * `npm run build`: the page (build-web.mjs), the library (dist/src, dist/rules: ES modules with their types) and the program (dist/hegao.cjs, which
 * loads the parts in dist/hegao/ when they are needed, each with the code that V8 made of it here).
 *
 * What a run on one report costs is decided by loading code. The same code as ES modules of their own starts two to five
 * times slower than bundled CommonJS, and a bundle in one file makes every run read a megabyte of which it needs a
 * quarter. So the program is CommonJS in parts: the command line, all else of ours, and each package that is imported
 * dynamically. Only blanks are taken out of it: shorter names would not start faster, and the trace of a bug could not be read.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, transform, transformSync } from 'esbuild'
import { rolldown } from 'rolldown'
import { buildWeb } from './build-web.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const source = join(root, 'src')
/** Without the blanks of our layout, a seventh of what a run reads; names and lines stay, so that the trace of a bug can be read. */
const packed = { minifyWhitespace: true, lineLimit: 120 }

const target = { platform: 'node', target: 'node20.16', charset: 'ascii', legalComments: 'eof' }

/** commander loads node:child_process at its start, a seventh of a Node start, for subprograms that we do not have. */
const lazyChildProcess = {
  name: 'lazy-child-process',
  resolveId: (id, importer) =>
    id === 'node:child_process' && /[\\/]node_modules[\\/]commander[\\/]/.test(importer ?? '')
      ? '\0lazy-child-process'
      : undefined,
  load: (id) =>
    id === '\0lazy-child-process'
      ? `module.exports = { get spawn() { return process.getBuiltinModule('node:child_process').spawn } }`
      : undefined,
}

/** `import()` of a part is the one that the loader lends it (src/cli/load.cts, src/packages.ts). */
const lentImport = {
  name: 'lent-import',
  load: (id) => (id === join(source, 'packages.ts') ? 'const lent = importModule; export { lent as importModule }' : undefined),
}

/** What only tests read of a row of knowledge (src/world/row.ts). */
const proofs = new Set(['hits', 'misses', 'source', 'verifiedOn'])

/** Offsets of those properties, each with the comma behind it, the last first. */
function proofsIn(node, found = []) {
  if (Array.isArray(node)) for (const each of node) proofsIn(each, found)
  else if (node?.type === 'Property' && proofs.has(node.key.name)) found.push(node)
  else if (node && typeof node === 'object') for (const value of Object.values(node)) proofsIn(value, found)
  return found.sort((a, b) => b.start - a.start)
}

/** Tables go into the program without their examples and sources, a third of their characters. */
const withoutProofs = {
  name: 'without-proofs',
  transform(code, id) {
    if (!/[\\/](?:src[\\/]world[\\/].*|rules[\\/].*[\\/]data)\.ts$/.test(id)) return undefined
    return proofsIn(this.parse(code, { lang: 'ts' })).reduce(
      (left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s*,/, ''),
      code,
    )
  },
}

/** Tables that are made of knowledge when they are first asked for: `export default function`, which gives strings and typed arrays. */
const tableFile = /[\\/](?:src|rules)[\\/].*\.table\.ts$/
const tableName = (id) =>
  `${relative(root, id)
    .replace(/\.table\.ts$/, '')
    .replaceAll(/[\\/]/g, '-')}.table`

/** The tables of the sources, by their paths, as they come out. */
async function makeTables() {
  const ids = ['src', 'rules']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(root, folder, path)))
    .filter((path) => tableFile.test(path))
  const tables = new Map()
  for (const id of ids) {
    const made = join(root, 'dist', `${tableName(id)}.mjs`)
    await build({ entryPoints: [id], bundle: true, outfile: made, format: 'esm', conditions: ['browser'], logLevel: 'warning' })
    const { default: make } = await import(pathToFileURL(made).href)
    tables.set(id, make())
    rmSync(made)
  }
  return tables
}

/**
 * In the program a table is a file that is read when it is first asked for: its arrays are views of what was read. Beside the
 * code it would be read by every run, and made anew by each that asks.
 */
function tablesApart(tables) {
  return {
    name: 'tables-apart',
    load(id) {
      const table = tables.get(id)
      if (!table) return undefined
      const chunks = []
      let size = 0
      const fields = Object.entries(table).map(([name, value]) => {
        const isText = typeof value === 'string'
        const bytes = isText ? Buffer.from(value, 'utf16le') : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
        const at = size
        const rest = Buffer.alloc(-bytes.length & 3)
        chunks.push(bytes, rest)
        size += bytes.length + rest.length
        if (isText) return `${name}: bytes.toString('utf16le', ${at}, ${at + bytes.length})`
        return `${name}: new ${value.constructor.name}(bytes.buffer, bytes.byteOffset + ${at}, ${value.length})`
      })
      const name = tableName(id)
      writeFileSync(join(root, 'dist', 'hegao', name), Buffer.concat(chunks))
      return `export default function () {
        const bytes = process.getBuiltinModule('node:fs').readFileSync(\`\${__dirname}${name}\`)
        return { ${fields.join(', ')} }
      }`
    },
  }
}

/**
 * Which code goes into which part; whatever no row takes becomes a part for each dynamic import, and one for what several
 * of those share.
 */
const parts = [
  { name: 'main', tags: ['$initial'], priority: 2 },
  // Whatever the command, nearly all of this is wanted, and each further file costs half a millisecond.
  { name: 'work', test: /[\\/]src[\\/]cli[\\/](?:check[\\/]check|pages[\\/]parse)-run\.ts$/, priority: 1 },
  // Packages are called by what they are for; two that come together are one file.
  { name: 'package-markdown', test: /[\\/]node_modules[\\/](?:unified|remark-parse)[\\/]/ },
  { name: 'package-glob', test: /[\\/]node_modules[\\/]tinyglobby[\\/]/ },
  { name: 'package-colours', test: /[\\/]node_modules[\\/]chalk[\\/]/ },
  { name: 'package-html', test: /[\\/]node_modules[\\/]parse5[\\/]/ },
]

/** The licences of the packages whose code is in the program: they ask to go with it. */
function licencesOf(inputs) {
  const folders = inputs.map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter((folder) => folder)
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const terms = file ? readFileSync(join(root, folder, file), 'utf8').trim() : license
    return `${name} ${version}\n\n${terms}\n`
  })
}

/**
 * Nothing but ASCII: V8 then keeps the source in half the memory, and it is read without being decoded. esbuild escapes
 * strings and names; what it leaves are regular expressions and raw templates, of which only the former mean the same.
 */
function toAscii(program) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(program)) throw new Error('String.raw with other characters than ASCII')
  return program.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** As the loader runs it (src/cli/load.cts): wrapped here, since there a part would be copied whole to put a line around it. */
const wrapped = (program) => `(function (exports, require, module, __filename, __dirname, importModule) {${program}\n})`

async function buildProgram() {
  mkdirSync(join(root, 'dist', 'hegao'), { recursive: true })
  const tables = await makeTables()
  const bundle = await rolldown({
    cwd: root,
    input: { main: 'src/cli/entry.ts' },
    platform: 'node',
    plugins: [lazyChildProcess, lentImport, tablesApart(tables), withoutProofs],
    preserveEntrySignatures: false,
    // What it gives to CommonJS calls require() through a parameter, which no bundler sees.
    resolve: { alias: { 'jsonc-parser': join(root, 'node_modules', 'jsonc-parser', 'lib', 'esm', 'main.js') } },
    // CommonJS has no import.meta; createRequire, its only reader, takes a path as well as a URL.
    transform: { target: 'node20.16', define: { 'import.meta.url': '__filename' } },
    onLog(level, log, handler) {
      handler(level === 'warn' ? 'error' : level, log)
    },
  })
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups: parts },
    // A const that other functions read is checked at each reading, until the code is optimised.
    topLevelVar: true,
    minify: false,
  })
  for (const { fileName, code } of output) {
    const { code: program } = await transform(code, { ...target, ...packed, supported: { 'dynamic-import': false } })
    writeFileSync(join(root, 'dist', 'hegao', fileName), toAscii(wrapped(program)), 'latin1')
  }
  const inputs = output.flatMap(({ moduleIds }) => moduleIds).map((id) => relative(root, id))
  writeFileSync(join(root, 'dist', 'LICENSES.txt'), licencesOf(inputs).join(`\n${'-'.repeat(80)}\n\n`))
}

/**
 * What reading needs of pdf.js, beside the program: the package has three times as much, and brings native code that draws.
 * Its own licence goes with it, and those of the fonts.
 */
function buildPdf() {
  const from = join(root, 'node_modules', 'pdfjs-dist')
  const to = join(root, 'dist', 'pdf')
  for (const folder of ['cmaps', 'standard_fonts']) cpSync(join(from, folder), join(to, folder), { recursive: true })
  cpSync(join(from, 'LICENSE'), join(to, 'LICENSE'))
  for (const name of ['pdf', 'pdf.worker']) {
    const code = readFileSync(join(from, 'legacy', 'build', `${name}.min.mjs`), 'utf8')
    writeFileSync(join(to, `${name}.mjs`), code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))
  }
}

/** The loader of the parts, one small file. */
async function buildLoader() {
  await build({
    ...target,
    absWorkingDir: root,
    entryPoints: { hegao: 'src/cli/load.cts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
  })
}

/** Runs the program on a report in a process of its own, once a usual way of using it, and keeps what V8 made of each part. */
function buildCodeCache() {
  const reports = join(root, 'fixtures', 'reports')
  const report = join(reports, 'qu-zuzhi-2022', 'input.txt')
  const markdown = join(root, 'fixtures', 'read', 'md-report', 'input.md')
  for (const words of [
    ['check', report],
    // Other reports have other findings, and other functions run.
    ['check', ...['xian-zhengfu-2026', 'jiedao-dangjian', 'zhehang-tiaoyan'].map((name) => join(reports, name, 'input.txt'))],
    ['check', markdown],
    ['parse', report],
    ['check', '--format', 'json', report],
    ['compare', ...['xian-zhengfu-2026', 'qu-zuzhi-2022'].map((name) => join(reports, name, 'input.txt'))],
  ]) {
    const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'code-cache.mjs'), ...words], { stdio: 'ignore' })
    if (status !== 0 && status !== 1) throw new Error('the program does not run')
  }
}

/** The library is a scope of its own: what `#platform` means in the sources is elsewhere. */
const scopeOfLibrary = {
  type: 'module',
  imports: { '#platform': { browser: './src/platform/web.js', default: './src/platform/node.js' } },
}

/** Comments and blanks of the modules are a third of them; what an editor shows of the library stands in its `.d.ts`. */
function withoutBlanks(folder) {
  const options = { ...packed, charset: 'utf8', legalComments: 'none', target: 'es2023' }
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue
    const file = join(folder, path)
    writeFileSync(file, transformSync(readFileSync(file, 'utf8'), options).code)
  }
}

function buildLibrary() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('tsc refuses the library')
  for (const folder of ['src', 'rules']) withoutBlanks(join(root, 'dist', folder))
  writeFileSync(join(root, 'dist', 'package.json'), `${JSON.stringify(scopeOfLibrary, null, 2)}\n`)
}

try {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await buildProgram()
  await buildLoader()
  buildPdf()
  buildCodeCache()
  buildLibrary()
  await buildWeb()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
