/** The layers of src/README.md: who imports whom, who touches the world. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/hegao.ts'

const root = join(import.meta.dirname, '..')

interface Layer {
  /** A file, or a folder with all that is in it; from the project's folder. */
  readonly files: string
  /** Layers whose files it may import; its own it always may. With `type`: only their types. */
  readonly may: readonly string[]
  /** Packages, and `node:` for all that Node brings. */
  readonly packages?: readonly string[]
}

/** The first row whose files hold a file is its layer. */
const layers: Readonly<Record<string, Layer>> = {
  text: { files: 'src/text/', may: [] },
  wording: { files: 'src/wording.ts', may: [] },
  version: { files: 'src/version.ts', may: [] },
  'rule-families': { files: 'src/rule-families.ts', may: [] },
  'rows-apart': { files: 'src/rows-apart.ts', may: [] },
  tables: { files: 'src/tables.ts', may: [] },
  world: { files: 'src/world/', may: [] },
  source: { files: 'src/source.ts', may: [], packages: ['unist'] },
  tree: { files: 'src/tree.ts', may: ['source'] },
  errors: { files: 'src/errors.ts', may: ['wording'] },
  packages: { files: 'src/packages.ts', may: [] },
  bytes: { files: 'src/bytes.ts', may: [] },
  bare: { files: 'src/bare.d.ts', may: [] },
  words: { files: 'src/words/', may: [] },
  platform: { files: 'src/platform', may: ['bytes', 'errors', 'packages', 'words'], packages: ['node:'] },
  resources: { files: 'src/resources.ts', may: ['platform'] },
  read: {
    files: 'src/read/',
    may: ['source', 'errors', 'bytes', 'platform', 'wording'],
    packages: ['mdast', 'unified', 'remark-parse', 'parse5'],
  },
  parse: { files: 'src/parse/', may: ['source', 'tree', 'text'] },
  fact: { files: 'src/fact.ts', may: ['resources', 'source', 'tree', 'type text'] },
  document: { files: 'src/document.ts', may: ['fact', 'parse', 'resources', 'source', 'text', 'tree'] },
  facts: { files: 'src/facts/', may: ['fact', 'platform', 'source', 'tables', 'tree', 'text', 'words', 'world'] },
  compare: { files: 'src/compare/', may: ['fact', 'facts', 'source', 'text', 'tree'] },
  rule: { files: 'src/rule.ts', may: ['fact', 'source', 'tree', 'wording'] },
  finding: { files: 'src/finding.ts', may: ['rule', 'source', 'wording'] },
  kit: { files: 'src/kit.ts', may: ['compare', 'fact', 'facts', 'rule', 'source', 'tables', 'text', 'tree', 'wording'] },
  'rules/index': { files: 'rules/index.ts', may: ['rules/*', 'rule'] },
  'rules/*': { files: 'rules/', may: ['kit', 'world'] },
  lint: { files: 'src/lint/', may: ['fact', 'facts', 'finding', 'rule', 'rule-families', 'source', 'text', 'tree', 'wording'] },
  config: { files: 'src/config', may: ['errors', 'rule', 'text', 'wording', 'type fact', 'type lint'] },
  hegao: {
    files: 'src/hegao.ts',
    may: [
      ...['rules/index', 'document', 'errors', 'fact', 'facts', 'finding', 'lint', 'read', 'resources', 'source'],
      ...['tree', 'words'],
    ],
  },
  repair: { files: 'src/repair.ts', may: ['finding', 'rule', 'source'] },
  report: {
    files: 'src/report/',
    may: [
      'type compare',
      'finding',
      'repair',
      'rows-apart',
      'rule',
      'rule-families',
      'source',
      'tables',
      'text',
      'tree',
      'wording',
      'type errors',
      'type hegao',
    ],
    packages: ['chalk'],
  },
  annotate: {
    files: 'src/annotate/',
    may: ['bytes', 'finding', 'read', 'repair', 'rule', 'rule-families', 'source', 'wording'],
  },
  act: {
    files: 'src/act/',
    may: ['annotate', 'compare', 'errors', 'finding', 'hegao', 'lint', 'read', 'report', 'source'],
  },
  web: {
    files: 'src/web/',
    may: [
      ...['act', 'config', 'errors', 'facts', 'finding', 'hegao', 'platform', 'report', 'source', 'tables'],
      ...['text', 'version'],
    ],
    packages: ['pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/legacy/build/pdf.worker.mjs'],
  },
  invariants: { files: 'src/invariants.ts', may: ['source', 'text', 'tree'] },
  positioned: { files: 'src/positioned.ts', may: ['source', 'tree'] },
  input: { files: 'src/input.ts', may: ['config', 'errors', 'hegao', 'rule', 'wording'] },
  unified: {
    files: 'src/unified.ts',
    may: [
      ...['document', 'errors', 'facts', 'finding', 'hegao', 'input', 'parse', 'positioned', 'read', 'report'],
      ...['resources', 'rule', 'source', 'tree', 'version', 'wording'],
    ],
    packages: ['node:', 'unified', 'vfile', 'vfile-message'],
  },
  index: {
    files: 'src/index.ts',
    may: [
      ...['act', 'annotate', 'compare', 'errors', 'facts', 'finding', 'hegao', 'input', 'positioned', 'read', 'report'],
      ...['rule', 'source', 'tree', 'unified', 'version', 'wording'],
    ],
  },
  disk: { files: 'src/disk/', may: ['errors', 'wording'], packages: ['node:'] },
  batch: {
    files: 'src/batch/',
    may: [
      ...['disk', 'errors', 'facts', 'hegao', 'packages', 'read', 'report', 'version', 'wording'],
      ...['type finding', 'type source', 'type tree'],
    ],
    packages: ['node:', 'bullmq'],
  },
  cli: {
    files: 'src/cli/',
    may: [
      'compare',
      ...[
        'act',
        'annotate',
        'batch',
        'config',
        'disk',
        'errors',
        'fact',
        'facts',
        'finding',
        'hegao',
        'lint',
        'packages',
        'parse',
        'read',
        'repair',
        'report',
      ],
      ...['rule', 'rule-families', 'source', 'text', 'tree', 'version', 'wording'],
    ],
    packages: ['node:', 'commander', 'tinyglobby', 'ignore', 'jsonc-parser', 'yaml'],
  },
  dev: {
    files: 'src/dev/',
    may: [
      'compare',
      'config',
      'document',
      'facts',
      'finding',
      'hegao',
      'invariants',
      'read',
      'report',
      'resources',
      'rule',
      'source',
      'text',
      'tree',
      'wording',
      'world',
      'type fact',
      'type lint',
    ],
    packages: ['node:', 'esbuild', 'mdast', 'remark-parse', 'rolldown/parseAst', 'unified'],
  },
}

/** Layers that look and say. That they know neither Node nor a browser is held by the compiler: tsconfig.engine.json. */
const withoutClock = ['text', 'words', 'parse', 'facts', 'rules/*', 'lint', 'report', 'annotate']

const files = ['src', 'rules']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => path.endsWith('.ts'))
  .sort()

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const layerOf = (path: string): string => Object.entries(layers).find(([, layer]) => path.startsWith(layer.files))?.[0] ?? ''

interface Import {
  readonly isType: boolean
  /** Loaded when it is needed: it closes no circle while files are loaded. */
  readonly isLazy: boolean
  /** A file of ours from the project's folder, or a package. */
  readonly name: string
  readonly isOurs: boolean
}

/** Statements, `import('…')` as a value and as a type. */
const statements =
  /^(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|(\btypeof\s+)?\bimport\(\s*'([^']+)'\s*\)/gm

function importsOf(path: string): Import[] {
  // Tools write code: what stands in their templates they do not import.
  const text = path.startsWith('src/dev/') ? textOf(path).replace(/`[^`]*`/g, '') : textOf(path)
  return Array.from(text.matchAll(statements), ([, type, from, bare, typeOf, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? ''
    if (name === '#platform') return { isType: type !== undefined, isLazy: false, name: 'src/platform.ts', isOurs: true }
    const isOurs = name.startsWith('.')
    return {
      isType: type !== undefined || typeOf !== undefined,
      isLazy: dynamic !== undefined,
      name: isOurs ? posix.join(posix.dirname(path), name) : name.startsWith('node:') ? 'node:' : name,
      isOurs,
    }
  })
}

/** What a file imports and its layer may not. */
function trespasses(path: string): string[] {
  const own = layerOf(path)
  const { may, packages = [] } = layers[own] as Layer
  return importsOf(path).flatMap(({ name, isType, isOurs }) => {
    if (!isOurs) return packages.includes(name) ? [] : [`${path} imports the package ${name}`]
    const other = layerOf(name)
    const isOwn = other === own && (own !== 'rules/*' || posix.dirname(name) === posix.dirname(path))
    return isOwn || may.includes(other) || (isType && may.includes(`type ${other}`)) ? [] : [`${path} imports ${name}`]
  })
}

describe('imports', () => {
  test('every file has a layer', () => {
    expect(files.filter((path) => layerOf(path) === '')).toEqual([])
    expect(files.length).toBeGreaterThan(50)
  })

  test.each(Object.keys(layers))('%s', (layer) => {
    expect(files.filter((path) => layerOf(path) === layer).flatMap(trespasses)).toEqual([])
  })

  test('only src/hegao.ts sees rules/', () => {
    const sees = (path: string): boolean => importsOf(path).some(({ name }) => name.startsWith('rules/'))
    expect(files.filter((path) => path.startsWith('src/') && sees(path))).toEqual(['src/hegao.ts'])
  })

  test('go in no circle', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '))
      if (done.has(path)) return
      done.add(path)
      for (const { name, isType, isLazy, isOurs } of importsOf(path)) {
        if (isOurs && !isType && !isLazy) visit(name, [...above, path])
      }
    }
    for (const path of files) visit(path, [])
    expect(circles).toEqual([])
  })

  test('lead to files that are there', () => {
    const names = files.flatMap((path) => importsOf(path).filter(({ isOurs }) => isOurs))
    expect(names.filter(({ name }) => !existsSync(join(root, name)))).toEqual([])
  })
})

describe('the world', () => {
  /** The code without comments and types. */
  const codeOf = (path: string): string => transformSync(textOf(path), { loader: 'ts', target: 'esnext' }).code

  test.each(withoutClock)('is not asked for the time or for chance by %s', (layer) => {
    const chance = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\b/
    const own = files.filter((path) => layerOf(path) === layer)
    expect(own.filter((path) => chance.test(codeOf(path)))).toEqual([])
  })

  test('is not known to what makes findings, copies and reports of bytes', () => {
    const { files: roots } = JSON.parse(textOf('tsconfig.engine.json')) as { files: string[] }
    const held = new Set<string>()
    const visit = (path: string): void => {
      if (held.has(path)) return
      held.add(path)
      for (const { name, isOurs } of importsOf(path)) if (isOurs) visit(name)
    }
    for (const path of roots) visit(path)
    const engine = ['text', 'words', 'read', 'parse', 'facts', 'rules/*', 'lint', 'annotate', 'act', 'report']
    // What the compiler does not see with those types could name Node.
    // Proofs of tables are for tests alone.
    const isProof = (path: string): boolean => path.endsWith('/proofs-data.ts')
    expect(files.filter((path) => engine.includes(layerOf(path)) && !held.has(path) && !isProof(path))).toEqual([])
  })

  test('is not waited for by a rule', () => {
    const waits = /\basync\b|\bawait\b|\bPromise\b/
    expect(files.filter((path) => path.startsWith('rules/') && waits.test(codeOf(path)))).toEqual([])
  })
})

describe('cost', () => {
  const reading = files.filter((path) => ['text', 'parse', 'facts', 'rules/*', 'report'].includes(layerOf(path)))

  /** Searches that run on to the end of the text for each of its stretches, and lists that are copied for each of their items. */
  const costly: Readonly<Record<string, RegExp>> = {
    'a search of the whole text from where a stretch begins': /\btext\.indexOf\([^()]+, (?!at \+ |start \+ )/,
    'a search of the whole text back from a place': /\btext\.lastIndexOf\([^()]+, /,
    'a list copied to add to it': /\b(\w+)\.set\(([^,]+), \[\.\.\.\(\1\.get\(\2\)/,
  }
  // Tables of the program, of a bounded size.
  const bounded = ['src/text/sounds.table.ts', 'src/parse/markers.ts', 'src/report/rules.ts', 'rules/world/slogan-form/find.ts']

  test.each(Object.entries(costly))('of a text is not its square: nothing makes %s', (_, pattern) => {
    expect(reading.filter((path) => !bounded.includes(path) && pattern.test(textOf(path)))).toEqual([])
  })
})

describe('rules/', () => {
  const foldersIn = (path: string): string[] =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(join(root, path, entry.name)).length > 0)
      .map(({ name }) => `${path}/${name}`)
  const families = foldersIn('rules')
  const folders = families.flatMap(foldersIn)

  test('every folder of a family is a rule, and every rule a folder of its name', () => {
    expect(rules.map(({ id }) => id)).toEqual(folders.map((path) => posix.basename(path)).sort())
  })

  test.each(folders)('%s holds a rule and its page', (path) => {
    expect(readdirSync(join(root, path))).toEqual(expect.arrayContaining(['README.md', 'rule.ts']))
  })

  test.each(families)('%s has a page that names its rules', (path) => {
    const page = textOf(`${path}/README.md`)
    for (const folder of foldersIn(path)) expect(page).toContain(posix.basename(folder))
  })
})

describe('src/README.md', () => {
  const rows = Array.from(textOf('src/README.md').matchAll(/^\| `([^`|]+)` \| ([^|]*) \|/gm), ([, layer, may]) => [
    layer,
    may?.trim(),
  ])

  test('has this table', () => {
    const expected = Object.entries(layers).map(([layer, { may, packages = [] }]) => [
      layer,
      [...may.map((name) => name.replace(/^type (.*)$/, '$1 (types)')), ...packages.map((name) => `*${name}*`)].join(', ') || '–',
    ])
    expect(rows).toEqual(expected)
  })

  test('names folders that are there', () => {
    const names = Array.from(
      textOf('src/README.md').matchAll(/`((?:src|rules|test|schema|fixtures|bench)\/[\w./-]*)`/g),
      ([, name]) => name as string,
    )
    expect(names.filter((name) => !existsSync(join(root, dirname(`${name}x`))))).toEqual([])
  })
})
