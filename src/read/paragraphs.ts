/** Paragraphs of a format that has no lines (Word, RTF, OpenDocument, PDF) → Source: one paragraph, one line of its document. */
import {
  type Block,
  type Damage,
  type Format,
  type Hint,
  lineStarts,
  type PartPlace,
  type Piece,
  type Source,
} from '../source.ts'

/** A line broken by hand inside a paragraph (Shift+Enter): one paragraph of the file, yet two of the report. */
export const LINE_BREAK = '\u2028'

/** A stretch of a paragraph that is one run of the file. Offsets count in the paragraph's text. */
export interface ReadRun {
  readonly start: number
  readonly end: number
  readonly at: PartPlace
}

/** One paragraph as a reader found it, in the order of the document; those beside the body (`hint.aside`) come last. */
export interface ReadParagraph {
  /** Without its end mark and without its generated label. LINE_BREAK where the line is broken; never LF or CR. */
  readonly text: string
  readonly hint?: Hint
  /** Ascending and not overlapping, where the format has such places. */
  readonly runs?: readonly ReadRun[]
}

/**
 * `source` as if its document were this: what a repaired paragraph would be read as. A repair changes no division into
 * paragraphs; where it does, hints are lost. Places in the file's parts are lost in any case.
 */
export function withDocument(source: Source, document: string): Source {
  const texts = document.split('\n')
  const hints = source.document.split('\n').length === texts.length ? hintsOfLines(source) : []
  const paragraphs = texts.map((text, index): ReadParagraph => {
    const hint = hints[index]
    return hint ? { text, hint } : { text }
  })
  const { path, format, notes } = source
  return { ...sourceOf(path, format, paragraphs), ...(notes && { notes }) }
}

/** What the first block of each line of the document says. */
function hintsOfLines({ document, blocks }: Source): (Hint | undefined)[] {
  const starts = new Map(blocks.map(({ start, hint }) => [start, hint]))
  return lineStarts(document).map((start) => starts.get(start))
}

/** A label belongs to the first line of its paragraph, and a heading is one line. */
const laterHint = ({ label: _label, heading: _heading, ...rest }: Hint): Hint => rest

/**
 * The source of `paragraphs`. In `text` paragraphs and broken lines end with LF, so that the parser sees what people see;
 * `document` keeps LINE_BREAK, so that its lines are the paragraphs that Word counts. Both have the same length.
 */
export function sourceOf(
  path: string,
  format: Format,
  paragraphs: readonly ReadParagraph[],
  { encoding, damage = [] }: { readonly encoding?: string; readonly damage?: readonly Damage[] } = {},
): Source {
  const document = paragraphs.map(({ text }) => text).join('\n')
  const text = document.replaceAll(LINE_BREAK, '\n')
  const blocks: Block[] = []
  const pieces: Piece[] = []
  let start = 0
  for (const paragraph of paragraphs) {
    addBlocks(blocks, paragraph, start)
    for (const run of paragraph.runs ?? []) {
      const [from, to] = [start + run.start, start + run.end]
      pieces.push({ start: from, end: to, from, to, at: run.at })
    }
    start += paragraph.text.length + 1
  }
  const whole: readonly Piece[] = text === document ? [] : [{ start: 0, end: text.length, from: 0, to: text.length }]
  return {
    path,
    format,
    ...(encoding !== undefined && { encoding }),
    text,
    document,
    blocks,
    pieces: pieces.length > 0 ? pieces : whole,
    damage,
  }
}

function addBlocks(blocks: Block[], { text, hint }: ReadParagraph, start: number): void {
  let from = 0
  let said = hint
  for (const line of text.split(LINE_BREAK)) {
    const block = { start: start + from, end: start + from + line.length }
    blocks.push(said ? { ...block, hint: said } : block)
    from += line.length + 1
    said = said && laterHint(said)
  }
}
