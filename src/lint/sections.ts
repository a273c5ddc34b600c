/** The headings above a place: what a person needs to find it, and what tells it from others when lines have moved. */
import type { Span } from '../source.ts'
import type { Heading, Report, Section } from '../tree.ts'

/** The headings above a place, outermost first: as printed, and without their numbers, which change when others come and go. */
export interface SectionPath {
  readonly printed: readonly string[]
  readonly titles: readonly string[]
}

const wordsOf = (children: readonly { readonly value: string }[]): string =>
  children
    .map((child) => child.value)
    .join('')
    .replace(/[。：:]$/, '')
    // A heading of a text wrapped by hand goes over a line end.
    .replace(/[\r\n]+/g, '')
    .trim()

const titleOf = ({ children }: Heading): string => wordsOf(children.filter(({ type }) => type !== 'marker'))

const none: SectionPath = { printed: [], titles: [] }

const within = (above: SectionPath, heading: Heading): SectionPath => ({
  printed: [...above.printed, wordsOf(heading.children)],
  titles: [...above.titles, titleOf(heading)],
})

/** One path a place. `places` are in ascending order of `start`. */
export function sectionPaths(tree: Report, places: readonly Span[]): readonly SectionPath[] {
  const paths: SectionPath[] = []
  const open: { section: Section; path: SectionPath }[] = []
  const upcoming: Section[] = sectionsInOrder(tree)
  let next = 0
  for (const place of places) {
    while (next < upcoming.length && (upcoming[next] as Section).start <= place.start) {
      const section = upcoming[next++] as Section
      while (open.length > 0 && (open[open.length - 1]?.section.end as number) <= section.start) open.pop()
      open.push({ section, path: within(open[open.length - 1]?.path ?? none, section.children[0]) })
    }
    while (open.length > 0 && (open[open.length - 1]?.section.end as number) <= place.start) open.pop()
    paths.push(open[open.length - 1]?.path ?? none)
  }
  return paths
}

function sectionsInOrder(tree: Report): Section[] {
  const found: Section[] = []
  const pending: Section[] = tree.children.filter((child) => child.type === 'section').reverse()
  for (let section = pending.pop(); section; section = pending.pop()) {
    found.push(section)
    for (let index = section.children.length - 1; index > 0; index--) {
      const child = section.children[index]
      if (child?.type === 'section') pending.push(child)
    }
  }
  return found
}
