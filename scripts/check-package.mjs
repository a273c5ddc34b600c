/**
 * What `npm publish` would send, without sending it: everything the package needs, nothing that it does not, every package
 * that the code imports declared, and what publint says. Run after the build. Ends with 1 and says what is wrong.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { absolute, pages as linkedPages, linksIn } from './readme-links.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
const ruleFolders = readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  existsSync(join(root, 'rules', path, 'rule.ts')),
)

const needed = [
  'CHANGELOG.md',
  'LICENSE',
  // Words are told apart by it where nodejieba is not installed.
  'assets/words.bin',
  'README.md',
  'README.zh-CN.md',
  'bin/hegao.js',
  'bin/package.json',
  'dist/LICENSES.txt',
  'dist/hegao.cjs',
  // `hegao open` makes 核稿.html of it.
  'dist/hegao.html.in',
  'dist/hegao-mini.html',
  // What `#platform` means in the library.
  'dist/package.json',
  'dist/hegao/main.cjs',
  'dist/hegao/main.cjs.cache',
  'dist/pdf/LICENSE',
  'dist/pdf/cmaps/UniGB-UCS2-H.bcmap',
  'dist/pdf/pdf.mjs',
  'dist/pdf/pdf.worker.mjs',
  'dist/rules/index.js',
  'dist/src/index.d.ts',
  'dist/src/index.js',
  'package.json',
  'schema/compare.schema.json',
  'schema/config.schema.json',
  'schema/report.schema.json',
  // Hints of the program and the READMEs point there.
  ...pages.map((name) => `docs/${name}`),
  // `hegao explain` reads them.
  ...ruleFolders.map((path) => `rules/${path.replaceAll('\\', '/')}/README.md`),
]

/** Only these may go out, beside what is needed. */
const allowed = [
  /^docs\/pictures\/[\w-]+\.png$/,
  /^assets\/[\w-]+\.(?:bin|md|txt)$/,
  // The caches are no fancy: without them a run takes twice as long.
  /^dist\/hegao\/[\w-]+\.cjs(?:\.cache)?$/,
  // Large tables, read when they are asked for.
  /^dist\/hegao\/[\w-]+\.table$/,
  // pdf.js: its two modules, what tells Chinese fonts apart, fonts, and licences.
  /^dist\/pdf\/(?:pdf(?:\.worker)?\.mjs|LICENSE|cmaps\/(?:[\w-]+\.bcmap|LICENSE)|standard_fonts\/(?:\w+|[\w-]+\.(?:pfb|ttf)))$/,
  /^dist\/rules\/[\w/-]+(?:\.table)?\.(?:js|d\.ts)$/,
  /^dist\/src\/(?!dev\/|cli\/|web\/)[\w/-]+(?:\.table)?\.(?:js|d\.ts)$/,
  // npm packs the README of every folder that it packs anything of.
  /^rules\/(?:[a-z-]+\/)?README\.md$/,
]

/** Declared although no import names them. */
const undeclaredUse = [
  // nodejieba's install script finds this one only in our tree; without it npx fetches the newest, unlocked.
  '@mapbox/node-pre-gyp',
  // Opened by its path, never imported.
  'nodejieba',
]

/** Packs into `folder`: what is in the package, and the package itself. */
function packInto(folder) {
  const { stdout, stderr } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (stdout === '') throw new Error(stderr)
  // npm 12 tells an object by package, older ones an array.
  const [packed] = Object.values(JSON.parse(stdout))
  return { files: packed.files.map(({ path }) => path), tarball: readFileSync(join(folder, packed.filename)) }
}

/** What must stand in no file: the folder it was built in, and a map that is not there. */
function leaksOf(files) {
  return files.flatMap((path) => {
    const content = readFileSync(join(root, path))
    return [root, '//# sourceMappingURL='].filter((words) => content.includes(words)).map((words) => `${path} says ${words}`)
  })
}

/**
 * dist/ is a package scope of its own, so that #platform of the library leads into dist/ and not to sources that are not
 * packed: Node takes the `imports` of the nearest package.json (check-installed.mjs shows it). The page's code has modules
 * that are there for their effect alone.
 */
const knownBetter = new Set(['NESTED_PACKAGE_JSON_FIELD_IGNORED', 'USE_SIDE_EFFECTS'])

/** Links of the packed pages that lead nowhere in the package. */
const linkFaults = (files) =>
  linkedPages.flatMap((page) =>
    linksIn(page, absolute(page, readFileSync(join(root, page), 'utf8')))
      .filter(({ path }) => !files.some((file) => file === path || file.startsWith(`${path}/`)))
      .map(({ target }) => `${page} links to ${target}, which is not packed`),
  )

async function publintSays(tarball) {
  const buffer = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength)
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true })
  return messages
    .filter(({ code }) => !knownBetter.has(code))
    .map((message) => `publint: ${formatMessage(message, manifest, { color: false })}`)
}

/** The packages that TypeScript sources import, types included: `mdast` comes from `@types/mdast`. */
function importedPackages() {
  const sources = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(root, folder, path)),
  )
  // What is built into the page is in no module of the package.
  const isShipped = (path) => !['dev', 'web'].some((folder) => path.startsWith(join(root, 'src', folder)))
  const shipped = sources.filter((path) => path.endsWith('.ts') && isShipped(path))
  const specifiers = shipped.flatMap((path) =>
    Array.from(
      readFileSync(path, 'utf8').matchAll(/(?:\bfrom |\bimport(?:Module)? ?\(|^import )'([^'.][^']*)'/gm),
      (match) => match[1],
    ),
  )
  const names = specifiers.map((specifier) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)[0])
  return new Set(names.filter((name) => !/^(?:node:|#)/.test(name) && !builtinModules.includes(name)))
}

async function complaintsOf({ files, tarball }) {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
  const imported = importedPackages()
  // A peer is there where the user has put it.
  const available = [...declared, ...Object.keys(manifest.peerDependencies)]
  const isDeclared = (name) => available.includes(name) || available.includes(`@types/${name}`)
  const isUsed = (name) => undeclaredUse.includes(name) || imported.has(name) || imported.has(name.replace(/^@types\//, ''))
  return [
    ...needed.filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
    ...files
      .filter((path) => !needed.includes(path) && !allowed.some((pattern) => pattern.test(path)))
      .map((path) => `must not go out: ${path}`),
    ...[...imported].filter((name) => !isDeclared(name)).map((name) => `imported but not declared: ${name}`),
    ...declared.filter((name) => !isUsed(name)).map((name) => `declared but not imported: ${name}`),
    ...leaksOf(files),
    ...linkFaults(files),
    ...(await publintSays(tarball)),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'hegao-package-'))
try {
  const packed = packInto(folder)
  const found = await complaintsOf(packed)
  for (const complaint of found) console.error(`package: ${complaint}`)
  if (found.length > 0) process.exitCode = 1
  else {
    const size = (packed.tarball.length / 1e6).toFixed(1)
    console.log(
      `package: complete, and nothing else in it (${packed.files.length} files, ${size} MB packed); publint has nothing to say`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
