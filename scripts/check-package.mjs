/**
 * What `npm publish` would send, without sending it: everything the package needs, nothing that it does not, and every
 * package that the code imports declared. Run after the build. Ends with 1 and says what is wrong.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const ruleIds = readdirSync(join(root, 'rules')).filter((id) => existsSync(join(root, 'rules', id, 'rule.ts')))

const needed = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'bin/hegao.js',
  'bin/package.json',
  'dist/LICENSES.txt',
  'dist/hegao.cjs',
  'dist/rules/index.js',
  'dist/src/index.d.ts',
  'dist/src/index.js',
  'package.json',
  'schema/config.schema.json',
  'schema/report.schema.json',
  ...ruleIds.map((id) => `rules/${id}/README.md`),
]

/** Only these may go out, beside what is needed. */
const allowed = [
  /^dist\/hegao\/[\w-]+\.cjs(?:\.cache)?$/,
  /^dist\/rules\/[\w/-]+\.(?:js|d\.ts)$/,
  /^dist\/src\/(?!dev\/|cli\/)[\w/-]+\.(?:js|d\.ts)$/,
  // npm packs the README of every folder that it packs anything of.
  /^rules\/README\.md$/,
]

/** Declared although no import names them. */
const undeclaredUse = [
  // nodejieba's install script finds this one only in our tree; without it npx fetches the newest, unlocked.
  '@mapbox/node-pre-gyp',
  // Opened by its path, never imported.
  'nodejieba',
]

function packedFiles() {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  // npm 12 tells an object by package, older ones an array.
  const [packed] = Object.values(JSON.parse(stdout))
  return packed.files.map(({ path }) => path)
}

/** The packages that TypeScript sources import, types included: `mdast` comes from `@types/mdast`. */
function importedPackages() {
  const sources = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(root, folder, path)),
  )
  const shipped = sources.filter((path) => path.endsWith('.ts') && !path.startsWith(join(root, 'src', 'dev')))
  const specifiers = shipped.flatMap((path) =>
    Array.from(readFileSync(path, 'utf8').matchAll(/(?:\bfrom |\bimport ?\(|^import )'([^'.][^']*)'/gm), (match) => match[1]),
  )
  const names = specifiers.map((specifier) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)[0])
  return new Set(names.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)))
}

function complaints() {
  const files = packedFiles()
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
  const imported = importedPackages()
  const isDeclared = (name) => declared.includes(name) || declared.includes(`@types/${name}`)
  const isUsed = (name) => undeclaredUse.includes(name) || imported.has(name) || imported.has(name.replace(/^@types\//, ''))
  return [
    ...needed.filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
    ...files
      .filter((path) => !needed.includes(path) && !allowed.some((pattern) => pattern.test(path)))
      .map((path) => `must not go out: ${path}`),
    ...[...imported].filter((name) => !isDeclared(name)).map((name) => `imported but not declared: ${name}`),
    ...declared.filter((name) => !isUsed(name)).map((name) => `declared but not imported: ${name}`),
  ]
}

const found = complaints()
for (const complaint of found) console.error(`package: ${complaint}`)
if (found.length > 0) process.exitCode = 1
else console.log('package: complete, and nothing else in it')
