/** What a fix makes of the words found: one owner, whoever tells it in whatever form. */
import type { Finding } from './finding.ts'
import type { Edit } from './rule.ts'
import type { Span } from './source.ts'

/** A fix at the words found as one replacement. */
export interface Repair extends Edit {
  /** The fix has further edits far off, which are not in it. */
  readonly isPart: boolean
}

/** A fix of more edits than this mends a habit of the whole text, and is told by its edit at the words found. */
const few = 2

/** Further from the words found than this many characters is elsewhere. */
const near = 12

function nearby(found: Span, edits: readonly Edit[], text: string): readonly Edit[] {
  if (edits.length <= few) return edits
  const close = edits.filter(
    (edit) =>
      edit.end >= found.start - near &&
      edit.start <= found.end + near &&
      // What is shown beside the words found is one line.
      !`${text.slice(Math.min(found.start, edit.start), Math.max(found.end, edit.end))}${edit.text}`.includes('\n'),
  )
  return close.length > 0 ? close : edits
}

/** Offsets count in `text`, the text of the source. Undefined where there is no fix. `isWhole`: with all of the words found. */
export function repairOf(finding: Finding, text: string, isWhole: boolean): Repair | undefined {
  if (!finding.fix) return undefined
  const edits = nearby(finding, finding.fix.edits, text).toSorted((a, b) => a.start - b.start || a.end - b.end)
  const spans = isWhole ? [finding, ...edits] : edits
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  let result = ''
  let from = start
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text
    from = Math.max(from, edit.end)
  }
  return { start, end, text: result + text.slice(from, end), isPart: edits.length < finding.fix.edits.length }
}
