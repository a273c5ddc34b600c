/**
 * `npm run generate` writes what follows from the rule folders: the index, the tables in the READMEs, the JSON schemas,
 * and the version. `--check` writes nothing, names what is stale and ends with 1.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AnyRule } from '../rule.ts'
import { configSchema, reportSchema } from './schemas.ts'
import { formatTable, ruleTable, withTable } from './tables.ts'

/** The folder of the project. */
export const root: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

interface Generated {
  /** From the project's folder. */
  readonly path: string
  readonly content: string
}

/** Ids of the rules, which are the names of the folders that hold a rule.ts, in order. */
export function ruleIds(): string[] {
  return readdirSync(join(root, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'rules', entry.name, 'rule.ts')))
    .map((entry) => entry.name)
    .sort()
}

/** The name a rule has as a variable: year-mismatch → yearMismatch. */
const variable = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const indexOf = (ids: readonly string[]): string => `// Written by \`npm run generate\` from the folders beside it. Do not edit.
import type { AnyRule } from '../src/rule.ts'
${ids.map((id) => `import ${variable(id)} from './${id}/rule.ts'`).join('\n')}

export type { AnyRule }

/** Every rule, in order of id. */
export const rules: readonly AnyRule[] = [${ids.map(variable).join(', ')}]
`

/** As biome would have it, so that `npm run format` and `npm run generate` never quarrel. */
function formatted(path: string, content: string): string {
  const biome = join(root, 'node_modules', '.bin', 'biome')
  const { status, stdout, stderr } = spawnSync(biome, ['format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: content,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`biome does not format ${path}: ${stderr}`)
  // Through stdin biome leaves out the end of the last line.
  return `${stdout.trimEnd()}\n`
}

async function rulesOf(ids: readonly string[]): Promise<AnyRule[]> {
  const loaded: AnyRule[] = []
  for (const id of ids) {
    const module = (await import(pathToFileURL(join(root, 'rules', id, 'rule.ts')).href)) as { default: AnyRule }
    if (module.default?.id !== id) throw new Error(`rules/${id}/rule.ts exports no rule of that id`)
    loaded.push(module.default)
  }
  return loaded
}

const read = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** READMEs that hold the table, its language and the way from them to a rule's folder. */
const tables = [
  { path: 'README.md', lang: 'en', base: 'rules/' },
  { path: 'README.zh-CN.md', lang: 'zh', base: 'rules/' },
  { path: 'rules/README.md', lang: 'zh', base: '' },
] as const

function versionModule(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return `// Written by \`npm run generate\` from package.json. Do not edit.

/** The version of hegao that is told in JSON and by \`--version\`. */
export const version = '${version}'
`
}

/** Everything that is generated, as it should be. The index comes first: the rest needs rules that load. */
async function* wanted(): AsyncGenerator<Generated> {
  const ids = ruleIds()
  yield { path: 'rules/index.ts', content: formatted('rules/index.ts', indexOf(ids)) }
  yield { path: 'src/version.ts', content: formatted('src/version.ts', versionModule()) }
  const rules = await rulesOf(ids)
  for (const { path, lang, base } of tables) {
    const before = read(path)
    if (before !== undefined) yield { path, content: withTable(before, ruleTable(rules, lang, base)) }
  }
  const formats = read('docs/formats.md')
  if (formats !== undefined) {
    const page = withTable(formats, formatTable('zh'), 'formats')
    yield { path: 'docs/formats.md', content: withTable(page, formatTable('en'), 'formats-en') }
  }
  yield { path: 'schema/report.schema.json', content: json(reportSchema()) }
  yield { path: 'schema/config.schema.json', content: json(configSchema(rules)) }
}

/** Writes, or with `check` only compares; gives the paths that were stale. */
export async function generate(check: boolean): Promise<string[]> {
  const stale: string[] = []
  for await (const { path, content } of wanted()) {
    if (read(path) === content) continue
    stale.push(path)
    if (check) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return stale
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check')
  const stale = await generate(check)
  for (const path of stale) console.error(check ? `stale: ${path} (npm run generate)` : `wrote ${path}`)
  if (check && stale.length > 0) process.exitCode = 1
}
