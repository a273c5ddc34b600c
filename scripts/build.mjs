/**
 * `npm run build`: the library (dist/src, dist/rules: ES modules with their types) and the program (dist/hegao.cjs, which
 * loads the parts in dist/hegao/ when they are needed, each with the code that V8 made of it here).
 *
 * What a run on one report costs is decided by loading code. The same code as ES modules of their own starts two to five
 * times slower than bundled CommonJS, and a bundle in one file makes every run read a megabyte of which it needs a
 * quarter. So the program is CommonJS in parts: the command line, all else of ours, and each package that is imported
 * dynamically. It is not minified: that would not start faster, and the trace of a bug could not be read.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const source = join(root, 'src')
const target = { platform: 'node', target: 'node20.16', charset: 'utf8', legalComments: 'eof' }

/** commander loads node:child_process at its start, a seventh of a Node start, for subprograms that we do not have. */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'lazy' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = { get spawn() { return process.getBuiltinModule('${path}').spawn } }`,
    }))
  },
}

/** The files of ours that the source imports dynamically. */
function lazyFiles() {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /^(?!dev\b).*\.ts$/.test(path))
  const imports = files.flatMap((path) =>
    Array.from(readFileSync(join(source, path), 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g), ([, name]) =>
      resolve(source, dirname(path), name),
    ),
  )
  return [...new Set(imports)]
}

/**
 * Whatever the command, most of our code is wanted: all that is imported dynamically becomes one part, for each further
 * file costs half a millisecond. So no two of these files may export the same name.
 */
const oneLazyPart = {
  name: 'one-lazy-part',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ kind, importer }) =>
      kind === 'dynamic-import' && importer.startsWith(source) ? { path: 'work', namespace: 'ours' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'ours' }, () => ({
      contents: lazyFiles()
        .map((path) => `export * from ${JSON.stringify(path)}`)
        .join('\n'),
      resolveDir: root,
    }))
  },
}

/** `import()` of a part is the one that the loader lends it (src/cli/load.ts, src/packages.ts). */
const lentImport = {
  name: 'lent-import',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]packages\.ts$/ }, () => ({
      contents: 'const lent = importModule; export { lent as importModule }',
    }))
  },
}

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

/** esbuild divides ES modules only: first into those, then each part becomes CommonJS, import() and all. */
async function buildProgram() {
  const { outputFiles, metafile } = await build({
    ...target,
    absWorkingDir: root,
    entryPoints: { 'hegao/main': 'src/cli/entry.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'hegao/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    // CommonJS has no import.meta; createRequire, its only reader, takes a path as well as a URL.
    define: { 'import.meta.url': '__filename' },
    plugins: [lazyChildProcess, oneLazyPart, lentImport],
    write: false,
    metafile: true,
    logLevel: 'warning',
  })
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, { ...target, format: 'cjs', supported: { 'dynamic-import': false } })
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
  }
  writeFileSync(join(root, 'dist', 'LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)).join(`\n${'-'.repeat(80)}\n\n`))
}

/** The loader of the parts, one small file. */
async function buildLoader() {
  await build({
    ...target,
    absWorkingDir: root,
    entryPoints: { hegao: 'src/cli/load.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    logLevel: 'warning',
  })
}

/** Runs the program on a report in a process of its own, once a usual way of using it, and keeps what V8 made of each part. */
function buildCodeCache() {
  const report = join(root, 'fixtures', 'reports', 'qu-zuzhi-2022', 'input.txt')
  const markdown = join(root, 'fixtures', 'read', 'md-report', 'input.md')
  for (const words of [
    ['check', report],
    ['check', markdown],
    ['parse', report],
    ['check', '--format', 'json', report],
  ]) {
    const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'code-cache.mjs'), ...words], { stdio: 'ignore' })
    if (status !== 0 && status !== 1) throw new Error('the program does not run')
  }
}

function buildLibrary() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('tsc refuses the library')
}

try {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await buildProgram()
  await buildLoader()
  buildCodeCache()
  buildLibrary()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
