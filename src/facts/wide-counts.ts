/** Counts told once for a whole document or section: 会议审议5项议题, and its parts; 查摆出13个问题, and 一是 under all headings of the section. */
import { fact, type Use } from '../fact.ts'
import type { Span } from '../source.ts'
import { numberOf } from '../text/numerals.ts'
import type { Marker } from '../tree.ts'
import { series } from './series.ts'
import { headingText, type PlacedSection, structure } from './structure.ts'

/** A count, and what was found to count. */
export interface WideCount extends Span {
  readonly value: number
  readonly found: number
  readonly first: Span
  readonly last: Span
}

const numeral = '[0-9]{1,2}|[一二三四五六七八九十两]{1,3}'
const matters = new RegExp(`(?:审议|研究|讨论|听取|议定)[^，。；0-9]{0,8}?(${numeral})(?:项|个)(?:重要)?(?:议题|议程|事项|议案)`)
const problems = new RegExp(
  `(?:查摆|检视|梳理|查找|剖析|归纳|存在)(?:出|了|出了)?(?:[\\u4e00-\\u9fff]{0,4}?)(${numeral})(?:个|条|项)(?:方面)?(?:的)?(?:具体|突出|主要)?问题`,
)
/** A count that is farther off is of something else. */
const widest = 3
const mostSections = 400

interface Said extends Span {
  readonly value: number
}

/** What `pattern` finds in a sentence: from the numeral on. */
function saidIn(text: string, { start, end }: Span, pattern: RegExp): Said | undefined {
  const match = pattern.exec(text.slice(start, Math.min(end, start + 300)))
  const written = match?.[1]
  const value = written === undefined ? undefined : numberOf(written)
  if (!match || written === undefined || value === undefined || value < 2) return undefined
  const at = start + match.index + match[0].indexOf(written)
  return { value, start: at, end: start + match.index + match[0].length }
}

/** 会议共审议5项议题, before the first heading: each has a heading of its own. */
function ofMinutes(text: string, use: Use): WideCount[] {
  const tops = use(series).filter(({ kind, parent, markers }) => kind === 'headings' && !parent && markers[0]?.ordinal === 1)
  const [top] = tops
  const { sections, sentences } = use(structure)
  if (!top || tops.length > 1 || top.markers.length < 2) return []
  const [first, last] = [top.markers[0], top.markers[top.markers.length - 1]] as [Marker, Marker]
  const found = top.markers.length
  const isOpen = sections.some(({ heading, parent }) => !parent && /其[他它]|有关事项|等/.test(headingText(heading)))
  for (const sentence of sentences) {
    if (sentence.start >= first.start) break
    const said = saidIn(text, sentence, matters)
    if (!said) continue
    // 六、研究其他事项 may hold several.
    return isOpen && said.value > found ? [] : [{ ...said, found, first, last }]
  }
  return []
}

/** 查摆出13个问题, and under it headings with 一是…二是… each. */
function ofProblems(text: string, use: Use): WideCount[] {
  const { sections, sentences } = use(structure)
  if (sections.length > mostSections) return []
  const items = use(series).filter(({ kind, markers }) => kind === 'items' && markers[0]?.ordinal === 1 && markers.length > 1)
  const children = new Map<PlacedSection | undefined, PlacedSection[]>()
  for (const placed of sections) {
    const siblings = children.get(placed.parent)
    if (siblings) siblings.push(placed)
    else children.set(placed.parent, [placed])
  }
  const found: WideCount[] = []
  let next = 0
  for (const [parent, below] of children) {
    const [head] = below as [PlacedSection]
    if (below.length < 2) continue
    const begin = parent?.heading.start ?? 0
    while (next < sentences.length && (sentences[next]?.start ?? 0) < begin) next++
    for (let at = next; at < sentences.length && (sentences[at]?.start ?? 0) < head.heading.start; at++) {
      const said = saidIn(text, sentences[at] as Span, problems)
      if (!said) continue
      const markers = below.map(({ heading }, index) => {
        const end = below[index + 1]?.heading.start ?? endOf(sections, parent, text.length)
        return items.find((one) => (one.markers[0]?.start ?? 0) > heading.start && (one.markers[0]?.start ?? 0) < end)?.markers
      })
      if (markers.some((one) => one === undefined)) break
      const all = markers.flatMap((one) => one ?? [])
      if (said.value === below.length) break
      found.push({ ...said, found: all.length, first: all[0] as Span, last: all[all.length - 1] as Span })
      break
    }
  }
  return found
}

/** Where a section ends: at the next heading that is not below it. */
function endOf(sections: readonly PlacedSection[], parent: PlacedSection | undefined, limit: number): number {
  if (!parent) return limit
  const at = sections.indexOf(parent)
  for (const placed of sections.slice(at + 1)) {
    let above = placed.parent
    while (above && above !== parent) above = above.parent
    if (above !== parent) return placed.heading.start
  }
  return limit
}

/** Those that agree among them. */
export const wideCounts = fact('wideCounts', ({ text }, use): readonly WideCount[] =>
  [...ofMinutes(text, use), ...ofProblems(text, use)].filter(({ value, found }) => Math.abs(value - found) <= widest),
)
