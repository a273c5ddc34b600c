/** Applies safe repairs. What is suggested is never applied here; what would collide waits for the next pass. */
import type { Finding } from '../finding.ts'
import type { Edit } from '../rule.ts'
import { isUnbroken, locate, type Source, type Span } from '../source.ts'

/** Passes after which repairs that still bring forth repairs are given up. */
export const mostPasses = 10

export interface Repaired {
  /** The document with the repairs made. */
  readonly document: string
  /** How many findings were repaired. */
  readonly count: number
}

/** The stretch that all edits of a fix lie in: a fix is made as a whole or not at all. */
const coverOf = (edits: readonly Edit[]): Span => ({
  start: Math.min(...edits.map(({ start }) => start)),
  end: Math.max(...edits.map(({ end }) => end)),
})

/** The edits where the document counts them, ascending; undefined where one is not one stretch of the document. */
function inDocument(source: Source, edits: readonly Edit[]): Edit[] | undefined {
  const placed: Edit[] = []
  for (const edit of edits) {
    if (!isUnbroken(source, edit)) return undefined
    const { start, end } = locate(source, edit)
    if (source.format === 'md' && isMarkup(source.document, start.offset as number, end.offset as number)) return undefined
    placed.push({ start: start.offset as number, end: end.offset as number, text: edit.text })
  }
  placed.sort((a, b) => a.start - b.start || a.end - b.end)
  const collides = placed.some((edit, index) => index > 0 && edit.start < (placed[index - 1] as Edit).end)
  return collides ? undefined : placed
}

/**
 * Whether a sign of Markdown stands right before or behind: **统一领导。** 各项 is bold only as long as the blank is there, and
 * whether a mark is half or full width decides whether emphasis begins. What a person has to weigh, no safe fix changes.
 */
function isMarkup(document: string, start: number, end: number): boolean {
  const isBeside = markup.test(document[start - 1] ?? '') || markup.test(document[end] ?? '')
  return isBeside || markup.test(document.slice(start, end)) || isBetweenTicks(document, start, end)
}

const markup = /[*_~`[\]()<>|\\#!&]/

/** So far around a place a mark of code is looked for. Characters. */
const ticksWithin = 300

/** Whether it may be code: what stands between two backticks of one paragraph is to stay as it is. */
function isBetweenTicks(document: string, start: number, end: number): boolean {
  const before = document.slice(Math.max(0, start - ticksWithin), start)
  const opening = before.lastIndexOf('`')
  if (opening < 0 || before.indexOf('\n\n', opening) >= 0) return false
  const behind = document.slice(end, end + ticksWithin)
  const closing = behind.indexOf('`')
  return closing >= 0 && behind.lastIndexOf('\n\n', closing) < 0
}

function withEdits(document: string, edits: readonly Edit[]): string {
  let result = ''
  let from = 0
  for (const { start, end, text } of edits) {
    result += document.slice(from, start) + text
    from = end
  }
  return result + document.slice(from)
}

/** Whether the repair of a finding is made. */
export type Accepts = (finding: Finding) => boolean

const safeOnly: Accepts = ({ fix }) => fix?.grade === 'safe'

/** One pass: every accepted fix that touches no other one before it. `made` is told which. */
export function repairOnce(
  source: Source,
  findings: readonly Finding[],
  accepts = safeOnly,
  made?: (finding: Finding) => void,
): Repaired {
  const fixes = findings
    .flatMap((finding) => {
      const edits = finding.fix && accepts(finding) ? inDocument(source, finding.fix.edits) : undefined
      return edits && edits.length > 0 ? [{ finding, edits, ...coverOf(edits) }] : []
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const chosen: Edit[] = []
  let count = 0
  // Two insertions at one place would come in an order that no rule meant, so even touching is too near.
  let reached = -1
  for (const { finding, edits, start, end } of fixes) {
    if (start <= reached) continue
    made?.(finding)
    chosen.push(...edits)
    reached = end
    count++
  }
  return { document: withEdits(source.document, chosen), count }
}

/** What can be repaired: a file that was read, with what was found in it. */
export interface Repairable {
  readonly source?: Source | undefined
  readonly findings: readonly Finding[]
}

export interface Settled<File> {
  /** The file as it was checked last: with what is left to find. */
  readonly file: File
  readonly count: number
  /** False: after `mostPasses` there was still something to repair, and nothing may be written. */
  readonly settled: boolean
}

/**
 * Repairs and checks again until nothing changes. `again` checks the document as if it had been read. With `accepts` each finding
 * that it says is repaired once: it was chosen in this text, and what a repair brings forth is another one.
 */
export async function repairAll<File extends Repairable>(
  first: File,
  again: (document: string) => Promise<File>,
  accepts?: Accepts,
): Promise<Settled<File>> {
  const made = new Set<string>()
  const wanted: Accepts = accepts ? (finding) => !made.has(finding.fingerprint) && accepts(finding) : safeOnly
  const note = ({ fingerprint }: Finding): void => void made.add(fingerprint)
  let file = first
  let count = 0
  for (let pass = 0; pass < mostPasses; pass++) {
    if (!file.source) return { file, count, settled: true }
    const repaired = repairOnce(file.source, file.findings, wanted, note)
    if (repaired.document === file.source.document) return { file, count, settled: true }
    count += repaired.count
    file = await again(repaired.document)
  }
  const left = file.source && repairOnce(file.source, file.findings, wanted)
  return { file, count, settled: left === undefined || left.document === file.source?.document }
}
