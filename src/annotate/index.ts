/** Findings → comments and tracked changes in a copy of the Word document. All else of the copy is the document's own bytes. */

import type { Finding } from '../finding.ts'
import type { Anchor, DocxDocument, DocxParagraph, Story } from '../read/docx/model.ts'
import { type Spot, spotsOf } from '../read/docx/spots.ts'
import { copyZip } from '../read/zip.ts'
import type { Authority } from '../rule.ts'
import { ruleNames } from '../rule-families.ts'
import type { Source } from '../source.ts'
import { fill, type Lang } from '../wording.ts'
import { type Change, changesFor, type Strike, Taken } from './changes.ts'
import { commentLines } from './comment-text.ts'
import { Comments, type MarginComment } from './comments-part.ts'
import { freeIds, idsIn } from './ids.ts'
import { closeChange, commentEnd, commentStart, namesFor, newRun, openChange, prefixOf } from './markup.ts'
import { entryOf } from './package-parts.ts'
import { type Place, placeAfter, placeAtEnd, placeAtStart, placeBefore, point, rangeEnd, rangeStart } from './places.ts'
import { Rank, Splicer } from './splice.ts'
import { texts } from './texts.ts'

/** More comments than this help nobody to read a document. */
const mostComments = 500
/** Word opens no document with more than 32,767 ranges of comments ([MS-OI29500] 2.1.315 a). */
const mostRanges = 32_767

/** Which repairs become tracked changes: those that are safe, or those that are suggested too. */
export const changeModes = ['all', 'safe', 'none'] as const
export type ChangeMode = (typeof changeModes)[number]

export interface AnnotateOptions {
  /** Of the comments. */
  readonly lang: Lang
  readonly changes: ChangeMode
  /** Of the findings with such a repair: whether it becomes a tracked change. All do where it is left out. */
  readonly accepted?: (finding: Finding) => boolean
  /** `YYYY-MM-DDTHH:MM:SSZ`, when all was written; Word shows none where there is none. */
  readonly date?: string
  readonly authorityOf?: (ruleId: string) => Authority | undefined
  /** Findings that are not in the list. */
  readonly omitted?: readonly { readonly ruleId: string; readonly count: number }[]
}

export interface Annotated {
  readonly bytes: Uint8Array
  /** How many comments were written, and how many tracked changes. */
  readonly comments: number
  readonly changes: number
  /** The findings whose repairs are among the changes. */
  readonly changed: readonly Finding[]
  /** Findings without a comment: there were too many, or the document has no body. */
  readonly untold: number
}

/** From where to where a comment reaches; `aside` where it speaks of something that stands elsewhere. */
interface Range {
  readonly from: Place
  readonly to: Place
  readonly aside?: Exclude<Story['kind'], 'body'>
}

/** A copy of `document` with a comment for each finding, and a tracked change for each repair that can safely be one. */
export function annotate(
  document: DocxDocument,
  source: Source,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Annotated {
  const { lang, date, authorityOf, omitted = [] } = options
  const { pack, main } = document
  const comments = new Comments(document)
  const body = new Body(document)
  const told = mostSevere(findings, Math.max(0, Math.min(mostComments, mostRanges - comments.count - 1)))
  const taken = new Taken()
  const written: MarginComment[] = []
  const ranges: (Range & { readonly id: number })[] = []
  const changes: Change[] = []
  const changed: Finding[] = []
  const comment = (range: Range, lines: readonly string[]): void => {
    const id = comments.nextId()
    written.push({ id, lines })
    ranges.push({ ...range, id })
  }
  for (const finding of told) {
    const range = body.rangeOf(finding)
    if (!range) continue
    const own = isWanted(finding, options) ? changesFor(document, source.text, finding, taken) : undefined
    if (own) {
      changes.push(...own)
      changed.push(finding)
    }
    const authority = authorityOf?.(finding.ruleId)
    comment(
      range,
      commentLines(finding, {
        source,
        lang,
        ...(authority && { authority }),
        ...(range.aside && { aside: range.aside }),
        isChanged: own !== undefined,
      }),
    )
  }
  const untold = findings.length - written.length
  const summary = summaryLines(findings.length, told.length, omitted, lang)
  const whole = body.whole()
  if (summary.length > 0 && whole) comment(whole, [...summary, fill(texts.summary, lang, {})])
  const xml = spliced(document, ranges, changes, date)
  const contents = comments.with(written, date)
  contents.set(...entryOf(main, xml))
  return { bytes: copyZip(pack.archive, contents), comments: written.length, changes: changes.length, changed, untold }
}

const severities: readonly Finding['severity'][] = ['error', 'warning', 'info']

/** At most `most` findings, the severest, in the order in which they came. */
function mostSevere(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings
  const chosen = new Set(severities.flatMap((level) => findings.filter(({ severity }) => severity === level)).slice(0, most))
  return findings.filter((finding) => chosen.has(finding))
}

const isWanted = (finding: Finding, { changes, accepted }: AnnotateOptions): boolean =>
  finding.fix !== undefined &&
  (changes === 'all' || (changes === 'safe' && finding.fix.grade === 'safe')) &&
  (accepted === undefined || accepted(finding))

function summaryLines(all: number, told: number, omitted: NonNullable<AnnotateOptions['omitted']>, lang: Lang): string[] {
  const lines = omitted.map(({ ruleId, count }) =>
    fill(texts.omitted, lang, { id: lang === 'zh' ? (ruleNames[ruleId] ?? ruleId) : ruleId, count }),
  )
  return all > told ? [fill(texts.tooMany, lang, { all, told }), ...lines] : lines
}

/** The text of the main part with all marks in it. */
function spliced(
  { main }: DocxDocument,
  ranges: readonly (Range & { readonly id: number })[],
  changes: readonly Change[],
  date: string | undefined,
): string {
  const nextId = freeIds(idsIn(main.xml))
  const splicer = new Splicer(main, nextId)
  const names = (place: Place) => namesFor(place.prefix, main)
  for (const { id, from, to } of ranges) {
    if (from.at >= to.at) {
      splicer.put(from, Rank.point, commentStart(names(from), id) + commentEnd(names(from), id))
    } else {
      splicer.put(from, Rank.startRange, commentStart(names(from), id))
      splicer.put(to, Rank.endRange, commentEnd(names(to), id))
    }
  }
  const edges = Float64Array.from(ranges.flatMap(({ from, to }) => [from.at, to.at])).sort()
  for (const { strikes, insertion } of changes) {
    for (const strike of strikes.flatMap((one) => divided(one, edges))) {
      const { run, element, from, to } = strike
      const [before, behind] = [placeBefore(main, run, element, from), placeAfter(main, run, element, to)]
      splicer.put(before, Rank.openDeletion, openChange(names(before), 'del', nextId(), date))
      splicer.put(behind, Rank.closeDeletion, closeChange(names(behind), 'del'))
      splicer.strike(run, element, strike)
    }
    if (insertion) {
      const { at, like, text } = insertion
      const tags = [openChange(names(at), 'ins', nextId(), date), closeChange(names(at), 'ins')]
      splicer.put(at, Rank.insertion, tags.join(newRun(like, text)))
    }
  }
  return splicer.result()
}

/** A deletion in which a comment begins or ends is two: a comment that is called inside a deletion would be deleted with it. */
function divided(strike: Strike, edges: Float64Array): Strike[] {
  const strikes: Strike[] = []
  let { from } = strike
  for (let index = firstAbove(edges, from); index < edges.length; index++) {
    const at = edges[index] as number
    if (at >= strike.to) break
    if (at > from) strikes.push({ ...strike, from, to: at })
    from = at
  }
  strikes.push({ ...strike, from })
  return strikes
}

function firstAbove(edges: Float64Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The story of the document itself, the only one in which Word shows comments ([MS-OI29500] 2.1.315 c). */
class Body {
  private readonly paragraphs: readonly DocxParagraph[]
  private readonly byIndex: ReadonlyMap<number, DocxParagraph>

  constructor(private readonly document: DocxDocument) {
    this.paragraphs = document.stories.find(({ kind }) => kind === 'body')?.paragraphs ?? []
    this.byIndex = new Map(this.paragraphs.map((paragraph) => [paragraph.index, paragraph]))
  }

  /** Undefined where the document has no body. */
  rangeOf(finding: Finding): Range | undefined {
    const stretch = spotsOf(this.document, finding)
    if (!stretch) return this.whole()
    const { from, to } = stretch
    const { kind, anchor } = from.story
    if (kind === 'body') return this.between(from, isBeside(from, to) ? to : endOf(from))
    const range = anchor ? this.anchored(anchor, kind) : this.whole()
    return range && { ...range, aside: kind }
  }

  private between(from: Spot, to: Spot): Range {
    const { main } = this.document
    const { paragraph, offset } = from
    const isPoint = paragraph === to.paragraph && to.offset <= offset
    if (!isPoint) return { from: rangeStart(main, paragraph, offset), to: rangeEnd(main, to.paragraph, to.offset) }
    const isLabel = offset === 0 && paragraph.hint?.label !== undefined
    if (isLabel || paragraph.pieces.length === 0) return this.all(paragraph)
    const at = point(main, paragraph, offset)
    return { from: at, to: at }
  }

  private all(paragraph: DocxParagraph): Range {
    const { main } = this.document
    return { from: placeAtStart(main, paragraph), to: placeAtEnd(main, paragraph) }
  }

  /** Notes: what calls them. All else: the paragraph that it belongs to. */
  private anchored({ paragraph: index, run }: Anchor, kind: Story['kind']): Range | undefined {
    const paragraph = this.byIndex.get(index)
    if (!paragraph) return this.whole()
    if (!run || kind === 'textbox') return this.all(paragraph)
    const { xml } = this.document.main
    const prefix = prefixOf(xml.slice(run.from, run.to))
    return { from: { at: run.from, prefix }, to: { at: run.to, prefix } }
  }

  /** The first paragraph that has words, for what belongs to all of the document. */
  whole(): Range | undefined {
    const paragraph = this.paragraphs.find(({ text }) => text.trim() !== '') ?? this.paragraphs[0]
    return paragraph && this.all(paragraph)
  }
}

/** Whether one comment can reach from one spot to the other: within a cell of a table, or outside of tables. */
function isBeside(from: Spot, to: Spot): boolean {
  const [a, b] = [from.paragraph.hint?.cell, to.paragraph.hint?.cell]
  if (from.story !== to.story) return false
  return a === b || (a !== undefined && b !== undefined && a.table === b.table && a.row === b.row && a.column === b.column)
}

const endOf = (spot: Spot): Spot => ({ ...spot, offset: spot.paragraph.text.length })
