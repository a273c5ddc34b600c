/** Word documents (.docx, .docm, .dotx) → Source. */
import type { Note, Source } from '../../source.ts'
import { type ReadParagraph, type ReadRun, sourceOf } from '../paragraphs.ts'
import { asideOf, openDocx } from './document.ts'
import type { DocxDocument, DocxLine } from './model.ts'

export { openDocx } from './document.ts'

/** @throws HegaoError `format-damaged`, `format-unsupported`, `file-encrypted` or `file-too-complex` */
export const readDocx = (path: string, bytes: Uint8Array): Source => sourceOfDocx(path, openDocx(path, bytes))

/** The source of a document that was read already; its lines are the document's. */
export function sourceOfDocx(path: string, { lines, warnings }: DocxDocument): Source {
  const source = sourceOf(path, 'docx', lines.map(readParagraph))
  const notes = notesOf(warnings)
  return notes.length > 0 ? { ...source, notes } : source
}

/** Each kind once, whatever the part. That a document is signed matters only to who writes a copy. */
function notesOf(warnings: DocxDocument['warnings']): Note[] {
  const kinds = new Set(warnings.map(({ kind }) => kind))
  return [...kinds].flatMap((kind) => (kind === 'signature' ? [] : [{ kind }]))
}

function readParagraph({ story, parts }: DocxLine): ReadParagraph {
  const aside = asideOf(story)
  // The properties of joined paragraphs are those of the last mark.
  const hint = parts.at(-1)?.paragraph.hint
  return {
    text: parts.map(({ paragraph }) => paragraph.text).join(''),
    ...((hint || aside) && { hint: { ...hint, ...(aside && { aside }) } }),
    runs: runsOf(story.part.name, parts),
  }
}

/** Stretches of the line that are one run of the file each; what stands in no run belongs to the run before it. */
function runsOf(part: string, parts: DocxLine['parts']): ReadRun[] {
  const runs: { start: number; end: number; at: ReadRun['at'] }[] = []
  for (const { paragraph, start } of parts) {
    for (const piece of paragraph.pieces) {
      const run = piece.run?.index ?? runs.at(-1)?.at.run ?? 0
      const previous = runs.at(-1)
      if (previous?.at.run === run && previous.at.paragraph === paragraph.index) previous.end = start + piece.end
      else runs.push({ start: start + piece.start, end: start + piece.end, at: { part, paragraph: paragraph.index, run } })
    }
  }
  return runs
}
