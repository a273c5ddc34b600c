/**
 * `npm run mutants [-- RULE…] [--record]`: changes one thing of the knowledge of a rule at a time and lists the changes that
 * neither its page nor its tables notice. `--record` writes into `test/mutants.json` how many of a sample those are; a test
 * holds that the number only falls.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { AnyRule } from '../rule.ts'
import type { Table } from '../world/row.ts'
import { type RuleFolder, root, ruleFolders } from './generate.ts'
import { changed, changesOf } from './mutants/changes.ts'
import { Loader } from './mutants/loader.ts'
import { type Engine, holds, trialsOfPage, trialsOfTables } from './mutants/trial.ts'

/** What was tried of a rule, and what went unnoticed. */
interface Held {
  readonly changes: number
  /** `path:line 无“…”` */
  readonly unnoticed: readonly string[]
}

const markdown = unified().use(remarkParse)

/** Imported once: the loader of changed files cannot wait. */
async function packages(): Promise<Map<string, unknown>> {
  const names = ['unified', 'remark-parse', 'parse5', 'chalk', 'vfile', 'vfile-message']
  return new Map(await Promise.all(names.map(async (name) => [name, await import(name)] as const)))
}

const lineOf = (code: string, offset: number): number => code.slice(0, offset).split('\n').length

/** Files of a rule's own that hold knowledge. */
const filesOf = ({ family, id }: RuleFolder): string[] =>
  readdirSync(join(root, 'rules', family, id))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `rules/${family}/${id}/${name}`)

/** Milliseconds for all trials of one change: a step of 3 for 2 may make a loop endless. */
const patience = 5000

const endless = new Script('tryChange()')

/** What `attempt` says; false where it throws or does not end, which tests would notice. */
function endingWithin(attempt: () => boolean): boolean {
  try {
    return endless.runInNewContext({ tryChange: attempt }, { timeout: patience }) as boolean
  } catch {
    return false
  }
}

class Mutants {
  readonly #loader: Loader
  readonly #engine: Engine
  readonly #tables: readonly Table[]

  private constructor(loaded: Map<string, unknown>) {
    this.#loader = new Loader(root, loaded)
    const load = <T>(path: string): T => this.#loader.load(path) as T
    const { checkSource } = load<Pick<Engine, 'checkSource'>>('src/hegao.ts')
    this.#engine = {
      checkSource,
      ...load<Pick<Engine, 'read'>>('src/read/index.ts'),
      ...load<Pick<Engine, 'fill'>>('src/wording.ts'),
    }
    const world = readdirSync(join(root, 'src/world'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/world/${name}`)
    const own = ruleFolders()
      .map(({ family, id }) => `rules/${family}/${id}/data.ts`)
      .filter((path) => existsSync(join(root, path)))
    this.#tables = [...world, ...own].flatMap((path) => load<{ knowledge?: readonly Table[] }>(path).knowledge ?? [])
  }

  static async load(): Promise<Mutants> {
    return new Mutants(await packages())
  }

  /** Tries every change of a rule, or with `most` that many, spread evenly over its files. */
  try(folder: RuleFolder, most = Number.POSITIVE_INFINITY): Held {
    const { family, id } = folder
    const entry = `rules/${family}/${id}/rule.ts`
    const page = readFileSync(join(root, 'rules', family, id, 'README.md'), 'utf8')
    const trials = [...trialsOfPage(markdown.parse(page)), ...trialsOfTables(this.#tables, id)]
    const all = filesOf(folder).flatMap((path) => {
      const code = readFileSync(join(root, path), 'utf8')
      return changesOf(code).map((change) => ({ path, code, change }))
    })
    const step = Math.max(1, all.length / most)
    const tried = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
    const unnoticed = tried.filter(({ path, code, change }) =>
      endingWithin(() => {
        const { default: rule } = this.#loader.load(entry, path, changed(code, change)) as { default: AnyRule }
        return holds(this.#engine, rule, trials)
      }),
    )
    return {
      changes: tried.length,
      unnoticed: unnoticed.map(({ path, code, change }) => `${path}:${lineOf(code, change.start)} ${change.name}`),
    }
  }
}

/** By rule: how many changes of a sample go unnoticed, and of how many. */
type MutantRecord = Readonly<Record<string, readonly [unnoticed: number, changes: number]>>

const recordPath = join(root, 'test', 'mutants.json')

/** So many changes of a rule are tried by the test, and recorded. */
const sample = 60

const textOf = (record: MutantRecord): string => {
  const rows = Object.keys(record)
    .sort()
    .map((id) => `  ${JSON.stringify(id)}: [${record[id]?.join(', ')}]`)
  return `{\n${rows.join(',\n')}\n}\n`
}

async function run(words: readonly string[]): Promise<void> {
  const wanted = words.filter((word) => !word.startsWith('--'))
  const isRecorded = words.includes('--record')
  const mutants = await Mutants.load()
  const record: Record<string, readonly [number, number]> = isRecorded
    ? existsSync(recordPath)
      ? (JSON.parse(readFileSync(recordPath, 'utf8')) as MutantRecord)
      : {}
    : {}
  for (const folder of ruleFolders().filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
    const { changes, unnoticed } = mutants.try(folder, isRecorded ? sample : undefined)
    record[folder.id] = [unnoticed.length, changes]
    if (wanted.length > 0) for (const line of unnoticed) console.log(line)
    console.log(`${folder.id}：改动${changes}处，没有测试发现的${unnoticed.length}处`)
  }
  if (isRecorded) writeFileSync(recordPath, textOf(record))
}

if (process.argv[1]?.endsWith('mutants.ts')) await run(process.argv.slice(2))
