/** Parts of a year: a report on 前三季度 in which 上半年 was left. */
import {
  headingText,
  inProse,
  outlookAt,
  outlookOf,
  type PartTime,
  type Span,
  structure,
  times,
  type Use,
  within,
} from '../../../src/kit.ts'

/** A part of the year that is not the one of the title. */
export interface OtherPart extends Span {
  readonly title: Span
  /** A heading says it; at the beginning of a sentence it may be a comparison. */
  readonly isHeading: boolean
}

/** 前三季度 is more than 第三季度: what a part is, as one word, and where it stands. */
function partOf(text: string, { kind, value, start, end }: PartTime): { readonly name: string; readonly span: Span } {
  const isFirst = kind === 'quarter' && value > 1 && text[start - 1] === '前'
  return { name: `${isFirst ? 'first ' : ''}${kind} ${value}`, span: { start: isFirst ? start - 1 : start, end } }
}

/** Where only the part that is reviewed can stand, and another one does. */
export function otherParts(text: string, use: Use): OtherPart[] {
  const { paragraphs, sections } = use(structure)
  const all = use(times).filter((time): time is PartTime => time.kind === 'quarter' || time.kind === 'half')
  if (all.length === 0) return []
  const titles = paragraphs.flatMap(({ paragraph }) => (paragraph.role === 'title' ? within(all, paragraph) : []))
  const [titled, second] = titles.map((one) => partOf(text, one))
  if (!titled || second) return []
  const found = new Map<number, OtherPart>()
  for (const { heading } of sections) {
    const [one, other] = within(all, heading)
    const part = one && !other && outlookOf(headingText(heading)) === 'review' ? partOf(text, one) : undefined
    if (part && part.name !== titled.name) found.set(part.span.start, { ...part.span, title: titled.span, isHeading: true })
  }
  for (const { one, stretch } of inProse(use, all)) {
    const { name, span } = partOf(text, one)
    if (found.has(span.start) || name === titled.name || outlookAt(use, span.start) === 'plan' || stretch.role !== undefined)
      continue
    const isBegun = span.start === stretch.bodyStart || /[。！？；]/.test(text[span.start - 1] ?? '')
    if (!isBegun || text[span.end] !== '，' || within(all, stretch).length > 1) continue
    found.set(span.start, { ...span, title: titled.span, isHeading: false })
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}
