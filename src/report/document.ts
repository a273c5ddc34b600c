/** The JSON document of `hegao parse`: the source, what it says of itself, the tree, the findings. */
import type { Checked } from '../hegao.ts'
import { locate, type Source, type Span } from '../source.ts'
import { isLeaf, type Node, type Report } from '../tree.ts'
import type { Lang } from '../wording.ts'
import { crashEntries, findingEntry, jsonLine, omittedEntries, schemaVersion, toolEntry } from './json.ts'
import { noteEntries } from './notes.ts'

/** A file that was read and parsed. */
export interface Parsed extends Pick<Checked, 'findings' | 'omitted' | 'crashes' | 'notes' | 'segmenter'> {
  readonly source: Source
  readonly tree: Report
  readonly meta: object
  /** What the document says of its figures, where it was asked for; each stands at its place, and so do its figures. */
  readonly statements?: readonly FigureRow[]
}

/** A figure with its words, as a row of `statements` holds it. */
interface PlacedFigure extends Span {
  readonly text: string
}

interface FigureRow extends Span {
  readonly kind: string
  readonly stated: PlacedFigure
  readonly operands: readonly PlacedFigure[]
}

interface DocumentContext {
  /** False leaves out where each node stands; findings and statements keep their places. */
  readonly positions?: boolean
  readonly lang: Lang
  readonly version: string
  /** SHA-256 of the file's bytes, in hexadecimal digits. */
  readonly sha256: string
}

type Positioned = Record<string, unknown>

/** What a node says of itself, then where it stands, if it is asked for; what is in it is added behind. */
function withPosition(node: Node, source: Source | undefined): Positioned {
  const placed: Positioned = {}
  // Key by key: leaving three out by a rest pattern takes twice as long, and a document has thousands of nodes.
  for (const key in node) {
    if (key !== 'start' && key !== 'end' && key !== 'children') placed[key] = node[key as keyof Node]
  }
  if (!source) return placed
  const { start, end } = locate(source, node)
  placed.position = { start, end }
  return placed
}

/**
 * `node` as a unist node: `position` in the user's file instead of offsets in our text. Iterative, so that no tree is too
 * deep; the tree itself is not changed. Without a `source` no node is told where it stands.
 */
export function positioned(node: Node, source: Source | undefined): Positioned {
  const root = withPosition(node, source)
  const pending: [Node, Positioned][] = [[node, root]]
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const [original, copy] = entry
    if (isLeaf(original)) continue
    copy.children = original.children.map((child: Node) => {
      const placed = withPosition(child, source)
      if (!isLeaf(child)) pending.push([child, placed])
      return placed
    })
  }
  return root
}

const sourceEntry = (source: Source, sha256: string) => ({
  path: source.path,
  format: source.format,
  encoding: source.encoding ?? null,
  ...(source.bom && { bom: true }),
  sha256,
  characters: source.text.length,
})

/** A span as a place of the user's file, behind what else is said. */
const placed = <One extends Span>({ start, end, ...said }: One, source: Source) => ({
  ...said,
  position: locate(source, { start, end }),
})

function rowEntry({ stated, operands, ...row }: FigureRow, source: Source) {
  return {
    ...placed(row, source),
    stated: placed(stated, source),
    operands: operands.map((figure) => placed(figure, source)),
  }
}

/** The document in pieces, one a line: a report of ten megabytes never stands in memory as one string. */
export function* documentPieces(parsed: Parsed, { positions = true, lang, version, sha256 }: DocumentContext): Generator<string> {
  const { source, tree, meta, findings, statements } = parsed
  yield `{"schemaVersion":${schemaVersion},"tool":${jsonLine({ ...toolEntry(version), segmenter: parsed.segmenter })},\n`
  yield `"source":${jsonLine(sourceEntry(source, sha256))},\n`
  yield `"meta":${jsonLine(meta)},\n`
  const file = positions ? source : undefined
  yield `"structure":${jsonLine(withPosition(tree, file)).slice(0, -1)},"children":[`
  let separator = '\n'
  for (const child of tree.children) {
    yield separator + jsonLine(positioned(child, file))
    separator = ',\n'
  }
  const extras = { ...omittedEntries(parsed), ...crashEntries(parsed, lang), ...noteEntries(parsed, source.path, lang) }
  yield `\n]},\n`
  if (statements) {
    yield '"statements":['
    separator = '\n'
    for (const row of statements) {
      yield separator + jsonLine(rowEntry(row, source))
      separator = ',\n'
    }
    yield '\n],\n'
  }
  if (Object.keys(extras).length > 0) yield `${jsonLine(extras).slice(1, -1)},\n`
  yield `"findings":${jsonLine(findings.map((finding) => findingEntry(finding, source, lang)))}}\n`
}
