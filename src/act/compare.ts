/** A document in memory beside another one: last year’s, or another office’s. Nothing is written. */
import { type Body, pairing, yearsOfPair } from '../compare/index.ts'
import { listsOf } from '../compare/lists.ts'
import { type CheckedDocument, type CheckOptions, checkBytes } from '../hegao.ts'
import { read } from '../read/index.ts'
import type { Comparison } from '../report/compare/comparison.ts'

/** A file by name and content. */
export interface InMemory {
  readonly path: string
  readonly bytes: Uint8Array
  /** Where it is not what the options say. */
  readonly encoding?: string
}

export interface Comparing {
  /** Whether both are of one office; by their titles where it is left out. */
  readonly body?: Body | undefined
  /** The year the old text belongs to. */
  readonly oldYear?: number | undefined
  readonly lists?: boolean | undefined
}

export interface Compared {
  readonly comparison: Comparison & { readonly checked: CheckedDocument }
  /** The options with which the new document was checked: the other text among them. */
  readonly check: CheckOptions
}

/** @throws HegaoError why one of them could not be read */
export async function compareBytes(old: InMemory, now: InMemory, options: CheckOptions, comparing: Comparing): Promise<Compared> {
  const { body, oldYear, lists } = comparing
  const own = ({ encoding }: InMemory): CheckOptions => (encoding === undefined ? options : { ...options, encoding })
  const source = await read(old.path, old.bytes, own(old))
  const other = { source, settings: oldYear === undefined ? {} : { year: oldYear } }
  const check: CheckOptions = { ...own(now), settings: { ...options.settings, ...(body !== undefined && { body }) }, other }
  const checked = await checkBytes(now.path, now.bytes, check)
  if (checked.error) throw checked.error
  const pair = checked.document.use(pairing)
  if (!pair) throw new Error(`no pairing of ${now.path}`)
  const comparison = {
    checked,
    now: checked.source,
    old: source,
    pairing: pair,
    years: yearsOfPair(pair),
    ...(lists && { lists: listsOf(pair) }),
  }
  return { comparison, check }
}
