/** What the page needs to know of a report's structure: its headings, and what each paragraph is. */
import type { Finding } from '../../finding.ts'
import type { Severity } from '../../rule.ts'
import type { Source, Span } from '../../source.ts'
import { type Heading, type Report, type Role, walk } from '../../tree.ts'
import type { Lang } from '../../wording.ts'
import { cut } from '../frame.ts'
import { type Headings, ids, short } from './marks.ts'
import { element, escaped } from './markup.ts'
import { texts } from './texts.ts'

/** Columns of a heading in the outline. */
const widest = 46

export interface Structure extends Headings {
  readonly headings: ReadonlyMap<number, Heading>
  readonly roles: ReadonlyMap<number, Role>
}

export function structureOf(tree: Report | undefined): Structure {
  const headings = new Map<number, Heading>()
  const roles = new Map<number, Role>()
  const runIn: Span[] = []
  if (tree) {
    for (const { node } of walk(tree)) {
      if (node.type === 'heading') headings.set(node.start, node)
      if (node.type === 'heading' && node.runIn) runIn.push({ start: node.start, end: node.end })
      if (node.type === 'paragraph' && node.role) roles.set(node.start, node.role)
    }
  }
  return { headings, roles, runIn }
}

/** As printed: 一、 and its words; what Word numbers by itself too. */
const headingWords = ({ children }: Heading): string =>
  children
    .map(({ value }) => value)
    .join('')
    .trim()

interface Entry {
  readonly start: number
  readonly level: number
  readonly words: string
  /** Findings from here to the next entry. */
  readonly count: Record<Severity, number>
}

function entriesOf({ headings }: Structure, findings: readonly Finding[], lang: Lang): Entry[] {
  const none = (): Record<Severity, number> => ({ error: 0, warning: 0, info: 0 })
  const first: Entry = { start: -1, level: 0, words: texts.top[lang], count: none() }
  const sorted = [...headings].sort(([a], [b]) => a - b)
  const entries = [
    first,
    ...sorted.map(([start, node]) => ({ start, level: node.level, words: headingWords(node), count: none() })),
  ]
  let at = 0
  for (const { start, severity } of findings) {
    while ((entries[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at++
    ;(entries[at] as Entry).count[severity] += 1
  }
  return entries
}

/** Counts of a place, worst first; levels without findings are left out. */
export const tallyHtml = (count: Readonly<Record<Severity, number>>): string =>
  (['error', 'warning', 'info'] as const)
    .filter((severity) => count[severity] > 0)
    .map((severity) => `<b class="q ${short[severity]}">${count[severity]}</b>`)
    .join('')

/** The outline as a list of links. */
export function outlineHtml(
  structure: Structure,
  findings: readonly Finding[],
  source: Source,
  file: string,
  lang: Lang,
): string {
  const { line } = ids(file)
  const items = entriesOf(structure, findings, lang).map(({ start, level, words, count }) => {
    const link = { class: `l${Math.min(level, 5)}`, href: `#${start < 0 ? file : line(start)}` }
    return `<li>${element('a', link, `<span>${escaped(cut(words, widest))}</span>${tallyHtml(count)}`)}</li>`
  })
  const label = escaped(texts.outline[lang])
  return source.text === '' ? '' : `<nav class="toc" aria-label="${label}"><h2>${label}</h2><ol>${items.join('')}</ol></nav>`
}
