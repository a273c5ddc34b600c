/** A report's text line by line, with the places of findings marked in it, however they overlap. */
import type { Finding } from '../../finding.ts'
import type { Severity } from '../../rule.ts'
import { lineStarts, type Span } from '../../source.ts'
import { element, escaped, escapedLine } from './markup.ts'

/** Short names of levels, as classes of the page. */
export const short: Readonly<Record<Severity, string>> = { error: 'e', warning: 'w', info: 'i' }
const order: readonly Severity[] = ['error', 'warning', 'info']

/** The most findings that one stretch of text names; more lie over each other only in a text made for it. */
const mostAtOnce = 8

/** Ids of a file's parts within the page, by the file's own id. */
export const ids = (file: string) => ({
  card: (finding: number): string => `${file}c${finding + 1}`,
  mark: (finding: number): string => `${file}m${finding + 1}`,
  related: (finding: number, index: number): string => `${file}s${finding + 1}-${index + 1}`,
  line: (start: number): string => `${file}t${start}`,
})

/** A line of the text as HTML, and the findings that begin on it. */
export interface MarkedLine extends Span {
  readonly html: string
  readonly findings: readonly number[]
}

type Edge = { readonly at: number } & (
  | { readonly kind: 'finding' | 'end'; readonly finding: number }
  | { readonly kind: 'related'; readonly finding: number; readonly related: number }
  | { readonly kind: 'relatedEnd' }
  | { readonly kind: 'heading' | 'strong' | 'strongEnd' }
)

/** Where headings are: each has an anchor for the outline, and those that stand in a paragraph with their text are strong. */
export interface Headings {
  /** By where they start. */
  readonly headings: ReadonlyMap<number, unknown>
  readonly runIn: readonly Span[]
}

/** At one place what ends comes before what begins. */
const rank: Readonly<Record<Edge['kind'], number>> = {
  end: 0,
  relatedEnd: 0,
  strongEnd: 0,
  heading: 1,
  strong: 1,
  related: 2,
  finding: 3,
}

function edgesOf(findings: readonly Finding[], { headings, runIn }: Headings): Edge[] {
  const edges: Edge[] = []
  findings.forEach(({ start, end, related }, finding) => {
    edges.push({ at: start, kind: 'finding', finding })
    if (end > start) edges.push({ at: end, kind: 'end', finding })
    related.forEach((other, index) => {
      if (other.source) return
      edges.push({ at: other.start, kind: 'related', finding, related: index })
      edges.push({ at: other.end, kind: 'relatedEnd' })
    })
  })
  for (const at of headings.keys()) edges.push({ at, kind: 'heading' })
  for (const { start, end } of runIn) edges.push({ at: start, kind: 'strong' }, { at: end, kind: 'strongEnd' })
  return edges.sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind])
}

/** What holds where the sweep stands. */
interface State {
  readonly active: number[]
  related: number
  strong: number
}

/** How a finding's number is said to who cannot see it. */
export type LabelOf = (finding: number) => string

function piece(text: string, { active, related, strong }: State, findings: readonly Finding[]): string {
  if (text === '') return ''
  const words = escapedLine(text)
  const bold = strong > 0 ? `<b>${words}</b>` : words
  if (active.length > 0) {
    const worst = order.find((severity) => active.some((index) => findings[index]?.severity === severity)) ?? 'info'
    const deep = active.length > 1 ? ' d' : ''
    return element('mark', { class: short[worst] + deep, 'data-f': active.map((index) => index + 1).join(' ') }, bold)
  }
  return related > 0 ? `<span class="s">${bold}</span>` : bold
}

/** Marks `text`. `file` is the id of the file in the page. */
export function* markedLines(
  text: string,
  findings: readonly Finding[],
  headings: Headings,
  file: string,
  labelOf: LabelOf,
): Generator<MarkedLine> {
  const edges = edgesOf(findings, headings)
  const name = ids(file)
  const state: State = { active: [], related: 0, strong: 0 }
  const starts = lineStarts(text)
  let next = 0

  const anchor = (edge: Edge): string => {
    if (edge.kind === 'finding') {
      const finding = findings[edge.finding] as Finding
      const at = { class: `n ${short[finding.severity]}`, id: name.mark(edge.finding), href: `#${name.card(edge.finding)}` }
      return element('a', { ...at, 'data-f': edge.finding + 1, 'aria-label': labelOf(edge.finding) }, `${edge.finding + 1}`)
    }
    if (edge.kind === 'heading') return element('a', { class: 'ha', id: name.line(edge.at) }, '')
    return edge.kind === 'related' ? element('a', { class: 'to', id: name.related(edge.finding, edge.related) }, '') : ''
  }
  const pass = (edge: Edge): void => {
    switch (edge.kind) {
      case 'finding':
        if (state.active.length < mostAtOnce && (findings[edge.finding] as Finding).end > edge.at) state.active.push(edge.finding)
        break
      case 'end':
        if (state.active.includes(edge.finding)) state.active.splice(state.active.indexOf(edge.finding), 1)
        break
      case 'related':
        state.related += 1
        break
      case 'relatedEnd':
        state.related -= 1
        break
      case 'strong':
        state.strong += 1
        break
      case 'strongEnd':
        state.strong -= 1
    }
  }

  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] as number
    const isLast = index === starts.length - 1
    const behind = isLast ? text.length : (starts[index + 1] as number)
    let end = behind
    while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
    const begun: number[] = []
    let html = ''
    let at = start
    for (let edge = edges[next]; edge && (isLast || edge.at < behind); edge = edges[++next]) {
      const to = Math.min(Math.max(edge.at, at), end)
      html += piece(text.slice(at, to), state, findings)
      at = to
      html += anchor(edge)
      if (edge.kind === 'finding') begun.push(edge.finding)
      pass(edge)
    }
    html += piece(text.slice(at, end), state, findings)
    yield { start, end, html, findings: begun }
  }
}

/** The label that Word numbers a paragraph with: it stands in no character of the text. */
export const labelHtml = (label: string): string => element('span', { class: 'lab' }, escaped(label))
