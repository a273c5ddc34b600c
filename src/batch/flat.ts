/**
 * The archive as flat tables, for spreadsheets and databases: what `hegao parse` tells of a document, a row each. They are made
 * of the written documents, so that those of an earlier run give the same rows as new ones.
 */
import type { Finding } from '../finding.ts'
import { type CsvValue, csvLine, csvMark } from '../report/csv.ts'
import { jsonLine } from '../report/json.ts'
import type { Row } from './row.ts'

/** What is asked of a node of a written document; `src/tree.ts` says which has what. */
interface WrittenNode {
  readonly type: string
  readonly role?: string
  readonly level?: number
  readonly ordinal?: number
  readonly value?: string
  readonly children?: readonly WrittenNode[]
}

interface WrittenFinding extends Pick<Finding, 'ruleId' | 'messageId' | 'severity' | 'actual' | 'section' | 'fingerprint'> {
  readonly message: string
  readonly start: { readonly line: number; readonly column: number }
}

type Meta = Readonly<Record<string, CsvValue>>

/** A document as `convert` wrote it, as far as it is asked here. */
export interface Written {
  readonly meta: Meta
  readonly structure: WrittenNode
  readonly findings: readonly WrittenFinding[]
}

/** A line of sections.jsonl: a heading with the words that stand under it, without those of the sections below. */
export interface SectionRow {
  readonly path: string
  /** Depth in the document, from 1; 0 for what stands before the first heading. */
  readonly level: number
  /** The number that the heading bears, and its marker as it is printed; null for one that bears none. */
  readonly ordinal: number | null
  readonly marker: string | null
  readonly heading: string | null
  /** The headings above it and its own, markers and all. */
  readonly headings: readonly string[]
  /** Paragraphs and rows of tables, a line each; cells are parted by tabs. */
  readonly text: string
}

/** What stands between the children of a node that is no line of its own; within a line they follow one another. */
const between: Readonly<Record<string, string>> = { table: '\n', row: '\t', cell: ' ', enumeration: '\n' }

/** The words below `node`, which is no section: as deep as one paragraph or table goes. */
function wordsOf({ type, value, children }: WrittenNode): string {
  if (value !== undefined) return value
  const parts = (children ?? []).map(wordsOf)
  if (type === 'paragraph') return parts.join('').replaceAll('\n', '')
  if (type !== 'item') return parts.join(between[type] ?? '')
  // The marker and the first sentence are one line; what follows is the item's own paragraphs, or the rest of that line.
  return parts.reduce((words, part, index) => words + (children?.[index]?.type === 'paragraph' ? '\n' : '') + part, '')
}

/** The sections of a document in its order; first what stands before them, if anything does. */
function sectionRows(path: string, { structure }: Written): SectionRow[] {
  interface Draft extends Omit<SectionRow, 'text'> {
    readonly lines: string[]
  }
  const drafts: Draft[] = [{ path, level: 0, ordinal: null, marker: null, heading: null, headings: [], lines: [] }]
  const pending: (readonly [WrittenNode, Draft])[] = []
  const later = (children: readonly WrittenNode[], draft: Draft): void => {
    for (let index = children.length - 1; index >= 0; index--) pending.push([children[index] as WrittenNode, draft])
  }
  later(structure.children ?? [], drafts[0] as Draft)
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const [node, above] = entry
    if (node.role === 'noise') continue
    if (node.type !== 'section') {
      above.lines.push(wordsOf(node))
      continue
    }
    const [heading, ...rest] = node.children ?? []
    const marker = heading?.children?.find(({ type }) => type === 'marker')
    const words = heading?.children?.filter(({ type }) => type !== 'marker').map(wordsOf) ?? []
    const draft: Draft = {
      path,
      level: node.level ?? 0,
      ordinal: marker?.ordinal ?? null,
      marker: marker?.value ?? null,
      heading: words.join(''),
      headings: [...above.headings, heading ? wordsOf(heading) : ''],
      lines: [],
    }
    drafts.push(draft)
    later(rest, draft)
  }
  return drafts
    .filter(({ level, lines }) => level > 0 || lines.length > 0)
    .map(({ lines, ...row }) => ({ ...row, text: lines.join('\n') }))
}

export const sectionLines = (path: string, written: Written): string =>
  sectionRows(path, written)
    .map((row) => `${jsonLine(row)}\n`)
    .join('')

const findingKeys = ['path', 'line', 'column', 'severity', 'ruleId', 'messageId', 'message', 'actual', 'section', 'fingerprint']

/** The first line of findings.csv. */
export const findingsHead = csvMark + csvLine(findingKeys)

export const findingLines = (path: string, { findings }: Written): string =>
  findings
    .map(({ start, severity, ruleId, messageId, message, actual, section, fingerprint }) =>
      csvLine([path, start.line, start.column, severity, ruleId, messageId, message, actual, section.join(' > '), fingerprint]),
    )
    .join('')

/** What of the row of the index, and of the document's own card, stands in index.csv. */
const rowKeys = ['path', 'output', 'status', 'code', 'format', 'encoding'] as const
const cardKeys = [
  'title',
  'subtitle',
  'documentNumber',
  'issuer',
  'meeting',
  'place',
  'speaker',
  'isoDate',
  'documentYear',
  'reviewYear',
  'planYear',
] as const
const countKeys = ['sections', 'characters', 'errors', 'warnings', 'infos', 'sha256', 'bytes'] as const

/** The first line of index.csv. */
export const indexHead = csvMark + csvLine([...rowKeys, ...cardKeys, ...countKeys])

/** `written` is undefined for a file that was not converted. */
export function indexLine(row: Row, written: Written | undefined): string {
  const said = row as unknown as Meta
  return csvLine([
    ...rowKeys.map((key) => said[key]),
    ...cardKeys.map((key) => written?.meta[key]),
    ...countKeys.map((key) => said[key]),
  ])
}
