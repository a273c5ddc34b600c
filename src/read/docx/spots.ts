/**
 * Offsets of `Source.text` → paragraphs of the Word document, by the lines that the source was made of: the same map whose runs
 * `locate` tells as a place in the package.
 */
import { lastAt, type Span } from '../../source.ts'
import type { DocxDocument, DocxLine, DocxParagraph, Story } from './model.ts'

/** A place between two characters of a paragraph; `offset` counts in its text. */
export interface Spot {
  readonly story: Story
  readonly paragraph: DocxParagraph
  readonly offset: number
}

export interface SpotPair {
  readonly from: Spot
  readonly to: Spot
}

/** The paragraph of `line` that the character at `offset` of the source stands in. */
function spotIn({ story, start, parts }: DocxLine, offset: number): Spot | undefined {
  const part = lastAt(parts, offset - start)
  if (!part) return undefined
  const { paragraph } = part
  return { story, paragraph, offset: Math.min(Math.max(0, offset - start - part.start), paragraph.text.length) }
}

/** Where `span` begins and ends; undefined where the document has no such place. An end belongs to the character before it. */
export function spotsOf({ lines }: DocxDocument, span: Span): SpotPair | undefined {
  const line = lastAt(lines, span.start)
  const from = line && spotIn(line, span.start)
  if (!from) return undefined
  if (span.end <= span.start) return { from, to: from }
  const lastLine = lastAt(lines, span.end - 1)
  const last = lastLine && spotIn(lastLine, span.end - 1)
  if (!last) return { from, to: from }
  return { from, to: { ...last, offset: Math.min(last.offset + 1, last.paragraph.text.length) } }
}
