/** The changes of a rule's knowledge, and whether its page and its tables notice them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { closeBook } from '../../facts/phrases.ts'
import type { AnyRule } from '../../rule.ts'
import type { Table } from '../../world/row.ts'
import { type RuleFolder, root } from '../generate.ts'
import { type Change, changed, changesOf } from './changes.ts'
import { Loader } from './loader.ts'
import { type Documents, type Engine, holds, type Trial, trialsOfPage, trialsOfTables } from './trial.ts'

/** One change of one file of a rule. */
export interface Mutant {
  readonly path: string
  readonly code: string
  readonly change: Change
}

/** `path:line 无“…”` */
export const nameOf = ({ path, code, change }: Mutant): string =>
  `${path}:${code.slice(0, change.start).split('\n').length} ${change.name}`

/** `rule.ts 无“…”`: stays when lines move. Others of the same name may be in the same file. */
export const shortNameOf = ({ path, change }: Mutant): string => `${path.split('/').slice(3).join('/')} ${change.name}`

const hash = (...words: readonly string[]): string => createHash('sha256').update(words.join('\0')).digest('hex').slice(0, 16)

const markdown = unified().use(remarkParse)

/** Imported once: the loader of changed files cannot wait. Marked as what ES modules become where `require` loads them. */
async function packages(): Promise<Map<string, unknown>> {
  const names = ['unified', 'remark-parse', 'parse5', 'chalk', 'vfile', 'vfile-message']
  return new Map(await Promise.all(names.map(async (name) => [name, { __esModule: true, ...(await import(name)) }] as const)))
}

/** Proofs are read by tests only; tables apart (src/README.md) were counted by a machine, or are made of rows that stand elsewhere. */
const isKnowledge = (path: string): boolean => !/(?:\/proofs-data|\.table)\.ts$/.test(path)

const typescriptIn = ({ family, id }: RuleFolder): string[] =>
  readdirSync(join(root, 'rules', family, id), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `rules/${family}/${id}/${name.replaceAll('\\', '/')}`)
    .sort()

/** Files of a rule's own that hold knowledge. */
const filesOf = (folder: RuleFolder): string[] => typescriptIn(folder).filter(isKnowledge)

const tablePaths = (folders: readonly RuleFolder[]): string[] => [
  ...readdirSync(join(root, 'src/world'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/world/${name}`),
  ...folders.flatMap((folder) => typescriptIn(folder).filter((path) => /(?:^|[/-])data\.ts$/.test(path))),
]

/** Milliseconds for all trials of one change, beside twenty times what they take: a step of 3 for 2 may make a loop endless. */
const patience = 4000

const endless = new Script('tryChange()')

/** What `attempt` says; false where it throws or does not end, which tests would notice. */
function endingWithin(timeout: number, attempt: () => boolean): boolean {
  try {
    return endless.runInNewContext({ tryChange: attempt }, { timeout }) as boolean
  } catch {
    return false
  }
}

export class Mutants {
  readonly engine: Engine
  readonly #loader: Loader
  readonly #tables: readonly Table[]

  private constructor(loaded: Map<string, unknown>, folders: readonly RuleFolder[]) {
    this.#loader = new Loader(root, loaded)
    const load = <T>(path: string): T => this.#loader.load(path) as T
    this.engine = {
      ...load<Pick<Engine, 'resourcesOf'>>('src/hegao.ts'),
      ...load<Pick<Engine, 'documentOf'>>('src/document.ts'),
      ...load<Pick<Engine, 'lint'>>('src/lint/run.ts'),
      ...load<Pick<Engine, 'read'>>('src/read/index.ts'),
      ...load<Pick<Engine, 'readAtOnce'>>('src/read/at-once.ts'),
      ...load<Pick<Engine, 'fill'>>('src/wording.ts'),
      ...load<Pick<Engine, 'houseFrom'>>('src/config/house.ts'),
    }
    load<{ closeBook: typeof closeBook }>('src/facts/phrases.ts').closeBook()
    this.#tables = tablePaths(folders).flatMap((path) => load<{ knowledge?: readonly Table[] }>(path).knowledge ?? [])
  }

  static async load(folders: readonly RuleFolder[]): Promise<Mutants> {
    return new Mutants(await packages(), folders)
  }

  /** What the page and the tables of a rule say of it. */
  trialsOf({ family, id }: RuleFolder): Trial[] {
    const page = readFileSync(join(root, 'rules', family, id, 'README.md'), 'utf8')
    return [...trialsOfPage(markdown.parse(page)), ...trialsOfTables(this.#tables, id)]
  }

  /** Every change of a rule. */
  all(folder: RuleFolder): Mutant[] {
    return filesOf(folder).flatMap((path) => {
      const code = readFileSync(join(root, path), 'utf8')
      return changesOf(code).map((change) => ({ path, code, change }))
    })
  }

  /**
   * `most` changes of a rule. They are chosen by what they are, not by where they stand: knowledge that comes later leaves
   * those that were chosen before in their places, but for as many as fall into the sample of its own.
   */
  sample(folder: RuleFolder, most: number): Mutant[] {
    const seen = new Map<string, number>()
    return this.all(folder)
      .map((mutant) => {
        const { path, code, change } = mutant
        const name = hash(path, change.name, code.slice(change.start - 20, change.start), code.slice(change.end, change.end + 20))
        const times = (seen.get(name) ?? 0) + 1
        seen.set(name, times)
        return { mutant, order: hash(name, String(times)) }
      })
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .slice(0, most)
      .map(({ mutant }) => mutant)
  }

  /** A rule as the change leaves it. */
  changed({ family, id }: RuleFolder, { path, code, change }: Mutant): AnyRule {
    return (this.#loader.load(`rules/${family}/${id}/rule.ts`, path, changed(code, change)) as { default: AnyRule }).default
  }

  /** A rule as it is. */
  unchanged({ family, id }: RuleFolder): AnyRule {
    return (this.#loader.load(`rules/${family}/${id}/rule.ts`) as { default: AnyRule }).default
  }

  /**
   * Which of the changes none of the trials notices.
   * @throws Error where the trials do not hold of the rule as it is: then they would notice every change.
   */
  unnoticed(folder: RuleFolder, mutants: readonly Mutant[], trials: readonly Trial[] = this.trialsOf(folder)): Mutant[] {
    const documents: Documents = new WeakMap()
    const from = performance.now()
    if (!holds(this.engine, this.unchanged(folder), trials, documents))
      throw new Error(`${folder.id}: its examples do not hold of it unchanged`)
    const timeout = patience + Math.ceil(20 * (performance.now() - from))
    return mutants.filter((mutant) =>
      endingWithin(timeout, () => holds(this.engine, this.changed(folder, mutant), trials, documents)),
    )
  }

  /** Another one where the files of a rule or what proves them have changed. */
  fingerprint(folder: RuleFolder): string {
    const files = filesOf(folder).map((path) => readFileSync(join(root, path), 'utf8'))
    return hash(...files, JSON.stringify(this.trialsOf(folder)))
  }
}
