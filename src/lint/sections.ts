/** The headings above a place, outermost first, as printed: what a person needs to find it. */
import type { Span } from '../source.ts'
import type { Heading, Report, Section } from '../tree.ts'

const printed = (heading: Heading): string =>
  heading.children
    .map((child) => child.value)
    .join('')
    .replace(/[。：:]$/, '')
    // A heading of a text wrapped by hand goes over a line end.
    .replace(/[\r\n]+/g, '')
    .trim()

/** One path a place. `places` are in ascending order of `start`. */
export function sectionPaths(tree: Report, places: readonly Span[]): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = []
  const open: { section: Section; path: readonly string[] }[] = []
  const upcoming: Section[] = sectionsInOrder(tree)
  let next = 0
  for (const place of places) {
    while (next < upcoming.length && (upcoming[next] as Section).start <= place.start) {
      const section = upcoming[next++] as Section
      while (open.length > 0 && (open[open.length - 1]?.section.end as number) <= section.start) open.pop()
      open.push({ section, path: [...(open[open.length - 1]?.path ?? []), printed(section.children[0])] })
    }
    while (open.length > 0 && (open[open.length - 1]?.section.end as number) <= place.start) open.pop()
    paths.push(open[open.length - 1]?.path ?? [])
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
