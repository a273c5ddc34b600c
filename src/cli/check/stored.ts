/**
 * A checked file as text, and back: what a cache keeps and a thread hands over. All that a reporter may ask for is there
 * again; what costs something is made when somebody asks for it.
 */
import type { Finding, Related } from '../../finding.ts'
import { type Checked, type Read, rules } from '../../hegao.ts'
import { parse } from '../../parse/index.ts'
import type { Source } from '../../source.ts'
import type { Report } from '../../tree.ts'
import type { Wording } from '../../wording.ts'

/** A message of a rule is stored as its name. */
type StoredWording = string | Wording

type Stored<Said> = Omit<Said, 'wording' | 'related'> & { readonly wording: StoredWording }
type StoredFinding = Stored<Finding> & { readonly related: readonly Stored<Related>[] }

/** What was found in a file, in JSON. */
export interface Found extends Pick<Checked, 'omitted' | 'notes' | 'segmenter'> {
  readonly findings: readonly StoredFinding[]
}

const messagesOf = new Map(rules.map(({ id, messages }) => [id, messages]))
const namesOf = new Map(
  rules.map(({ id, messages }) => [
    id,
    new Map<Wording, string>(Object.entries(messages).map(([name, wording]) => [wording, name])),
  ]),
)

const stored = (ruleId: string, wording: Wording): StoredWording => namesOf.get(ruleId)?.get(wording) ?? wording
const restored = (ruleId: string, wording: StoredWording): Wording =>
  typeof wording === 'string' ? (messagesOf.get(ruleId)?.[wording] as Wording) : wording

export function toText({ findings, omitted, notes, segmenter }: Checked): string {
  const found: Found = {
    findings: findings.map((finding) => ({
      ...finding,
      wording: stored(finding.ruleId, finding.wording),
      related: finding.related.map((other) => ({ ...other, wording: stored(finding.ruleId, other.wording) })),
    })),
    omitted,
    ...(notes && { notes }),
    segmenter,
  }
  return JSON.stringify(found)
}

const findingsOf = ({ findings }: Found): Finding[] =>
  findings.map((finding) => ({
    ...finding,
    wording: restored(finding.ruleId, finding.wording),
    related: finding.related.map((other) => ({ ...other, wording: restored(finding.ruleId, other.wording) })),
  }))

/** A file as it was checked before, or elsewhere. */
export class Remembered implements Read {
  readonly path: string
  readonly findings: readonly Finding[]
  readonly omitted: Checked['omitted']
  declare readonly notes?: NonNullable<Checked['notes']>
  readonly crashes: Checked['crashes'] = []
  readonly segmenter: Checked['segmenter']
  declare readonly source: Source
  declare readonly tree: Report

  constructor(path: string, found: Found, makeSource: () => Source) {
    this.path = path
    this.findings = findingsOf(found)
    this.omitted = found.omitted
    if (found.notes) this.notes = found.notes
    this.segmenter = found.segmenter
    let source: Source | undefined
    let tree: Report | undefined
    const sourceNow = (): Source => {
      source ??= makeSource()
      return source
    }
    const treeNow = (): Report => {
      tree ??= parse(sourceNow())
      return tree
    }
    // Own properties, so that a copy has them too.
    Object.defineProperty(this, 'source', { enumerable: true, get: sourceNow })
    Object.defineProperty(this, 'tree', { enumerable: true, get: treeNow })
  }
}

/** A source as text. Where the document is the text it is written once. */
export const sourceText = (source: Source): string =>
  JSON.stringify(source.document === source.text ? { ...source, document: undefined } : source)

export function sourceFrom(text: string): Source {
  const source = JSON.parse(text) as Omit<Source, 'document'> & Partial<Source>
  return { ...source, document: source.document ?? source.text }
}
