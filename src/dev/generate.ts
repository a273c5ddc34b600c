/**
 * `npm run generate` writes what follows from the rule folders: the index, the tables in the READMEs, the JSON schemas,
 * and the version. `--check` writes nothing, names what is stale and ends with 1.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AnyRule } from '../rule.ts'
import { knowledgeIn, type RowsApart, rowsApart } from './knowledge.ts'
import { compareSchema, configSchema, reportSchema } from './schemas.ts'
import { formatTable, ruleTable, withTable } from './tables.ts'

/** The folder of the project. */
export const root: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

interface Generated {
  /** From the project's folder. */
  readonly path: string
  readonly content: string
}

/** A rule's folder: `rules/<family>/<id>`. */
export interface RuleFolder {
  readonly id: string
  readonly family: string
}

const foldersIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

/** The folders that hold a rule.ts, in order of id. */
export function ruleFolders(): RuleFolder[] {
  return foldersIn('rules')
    .flatMap((family) => foldersIn(`rules/${family}`).map((id) => ({ id, family })))
    .filter(({ family, id }) => existsSync(join(root, 'rules', family, id, 'rule.ts')))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The name a rule has as a variable: year-mismatch → yearMismatch. */
const variable = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** In order of path, as biome sorts them. */
const importsOf = (folders: readonly RuleFolder[]): string[] =>
  folders
    .map(({ family, id }) => ({ path: `./${family}/${id}/rule.ts`, name: variable(id) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, name }) => `import ${name} from '${path}'`)

const indexOf = (
  folders: readonly RuleFolder[],
): string => `// Written by \`npm run generate\` from the folders beside it. Do not edit.
import type { AnyRule } from '../src/rule.ts'
${importsOf(folders).join('\n')}

export type { AnyRule }

/** Every rule, in order of id. */
export const rules: readonly AnyRule[] = [${folders.map(({ id }) => variable(id)).join(', ')}]
`

const familiesOf = (
  folders: readonly RuleFolder[],
): string => `// Written by \`npm run generate\` from the folders of rules/. Do not edit.

/** The folder of rules/ in which a rule's own folder lies, by the rule's id. */
export const ruleFamilies: Readonly<Record<string, string>> = {
${folders.map(({ family, id }) => `  '${id}': '${family}',`).join('\n')}
}

/** What people call a rule: the Chinese name in the first line of its README, by the rule's id. */
export const ruleNames: Readonly<Record<string, string>> = {
${namesOf(folders)
  .map(([id, name]) => `  '${id}': '${name}',`)
  .join('\n')}
}
`

const rowsApartModule = (
  apart: readonly RowsApart[],
): string => `// Written by \`npm run generate\` from the tables that export \`knowledge\`. Do not edit.

/** Rows of a rule's tables that were looked up on a day of their own, or (without a day) are in no source that was seen. */
export const rowsApart: readonly { readonly rule: string; readonly on?: string; readonly ids: readonly string[] }[] = ${JSON.stringify(apart)}
`

/** From `# id 名称`; two rules of one name could not be told apart. */
function namesOf(folders: readonly RuleFolder[]): (readonly [id: string, name: string])[] {
  const names = folders.map(({ family, id }): readonly [string, string] => {
    const [first = ''] = (read(join('rules', family, id, 'README.md')) ?? '').split(/\r?\n/, 1)
    const name = first.startsWith(`# ${id} `) ? first.slice(id.length + 3).trim() : ''
    if (!/^\p{Script=Han}+$/u.test(name)) throw new Error(`rules/${family}/${id}/README.md must begin with “# ${id} 名称”`)
    return [id, name]
  })
  const twice = names.find(([, name], index) => names.findIndex(([, other]) => other === name) !== index)
  if (twice) throw new Error(`two rules are called ${twice[1]}`)
  return names
}

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

async function rulesOf(folders: readonly RuleFolder[]): Promise<AnyRule[]> {
  const loaded: AnyRule[] = []
  for (const { family, id } of folders) {
    const module = (await import(pathToFileURL(join(root, 'rules', family, id, 'rule.ts')).href)) as { default: AnyRule }
    if (module.default?.id !== id) throw new Error(`rules/${family}/${id}/rule.ts exports no rule of that id`)
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
  const folders = ruleFolders()
  yield { path: 'rules/index.ts', content: formatted('rules/index.ts', indexOf(folders)) }
  yield { path: 'src/rule-families.ts', content: formatted('src/rule-families.ts', familiesOf(folders)) }
  yield { path: 'src/version.ts', content: formatted('src/version.ts', versionModule()) }
  const apart = rowsApart(await knowledgeIn(root))
  yield { path: 'src/rows-apart.ts', content: formatted('src/rows-apart.ts', rowsApartModule(apart)) }
  const rules = await rulesOf(folders)
  const families = new Map(folders.map(({ id, family }) => [id, family]))
  for (const { path, lang, base } of tables) {
    const before = read(path)
    const pageOf = (id: string): string => `${base}${families.get(id)}/${id}/README.md`
    if (before !== undefined) yield { path, content: withTable(before, ruleTable(rules, lang, pageOf)) }
  }
  const formats = read('docs/formats.md')
  if (formats !== undefined) {
    const page = withTable(formats, formatTable('zh'), 'formats')
    yield { path: 'docs/formats.md', content: withTable(page, formatTable('en'), 'formats-en') }
  }
  yield { path: 'schema/report.schema.json', content: json(reportSchema()) }
  yield { path: 'schema/compare.schema.json', content: json(compareSchema()) }
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
