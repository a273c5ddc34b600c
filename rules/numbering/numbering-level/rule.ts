import {
  defineRule,
  type Enumeration,
  headingDepths,
  headingMarker,
  type Marker,
  type PlacedSection,
  rankOf,
  type Scheme,
  type Section,
  structure,
} from '../../../src/kit.ts'

/** The order of GB/T 9704—2012 7.3.3, by rank of scheme. */
const order: readonly { readonly scheme: Scheme; readonly printed: string }[] = [
  { scheme: 'han-dun', printed: '一、' },
  { scheme: 'paren-han', printed: '（一）' },
  { scheme: 'arabic-dot', printed: '1.' },
  { scheme: 'paren-arabic', printed: '（1）' },
]
const depthOf = (scheme: Scheme): number => order.findIndex((row) => row.scheme === scheme)

/** A heading whose scheme stands two or more below its parent's. */
interface Skip {
  readonly placed: PlacedSection
  readonly marker: Marker
  readonly parent: Marker
}

export default defineRule({
  id: 'numbering-level',
  severity: 'warning',
  summary: { zh: '层次序数越级（“一、”之下直接用“1.”）', en: 'A level of numbering is skipped (1. directly under 一、)' },
  source: { tier: '国标', ref: 'GB/T 9704—2012 7.3.3 层次序数依次可以用“一、”“（一）”“1.”“（1）”' },
  options: {},
  messages: {
    skipped: {
      zh: '“{parent}”之下直接用“{found}”，跳过了“{due}”（次序为一、（一）1.（1））；同类{count}处',
      en: '“{found}” stands directly under “{parent}”: “{due}” is skipped (the order is 一、（一）1.（1）); {count} such places',
    },
    parent: { zh: '上一级', en: 'the level above' },
    same: { zh: '同样越级', en: 'skips too' },
    depth: {
      zh: '“{found}”用的是第{depth}级标题，与它并列的用的是第{due}级',
      en: '“{found}” is a heading of level {depth}; those beside it are of level {due}',
    },
    sibling: { zh: '与它并列的标题', en: 'a heading beside it' },
  },
  check({ text, use, report }) {
    const { sections, enumerations } = use(structure)
    for (const { marker, depth, due, sibling } of strays(sections, use(headingDepths))) {
      report(
        'depth',
        marker,
        { found: marker.value, depth, due },
        { see: [{ id: 'sibling', at: sibling, data: {} }], severity: 'info' },
      )
    }
    const all = sections.flatMap(skipOf)
    if (all.length === 0) return
    const steps = sections.flatMap(stepOf)
    let isAsked = false
    const skipping = new Set(all.map(({ marker }) => marker))
    const deeper = enumerations.some(
      ({ enumeration, section }) => section && isOwn(enumeration, section) && isBelow(section, skipping),
    )
    for (const skips of byKind(all)) {
      const [first] = skips as [Skip]
      const next = order[depthOf(first.parent.scheme) + 1]
      // 7.3.3 says 可以: two levels may be 一、 and 1. With a third level below the order is broken.
      const isDeep = deeper || sections.some(({ parent }) => parent !== undefined && isBelow(parent, skipping))
      // Of one section that differs from most of its like an editor may ask, once; a list behind a colon is no level of the text.
      const like = new Set(steps.filter((parent) => headingMarker(parent.heading)?.scheme === first.parent.scheme))
      const unlike = new Set(skips.map(({ parent }) => parent))
      const isOdd = like.size > 1 && like.size > unlike.size && !followsColon(text, first.placed)
      if (!isDeep && (!isOdd || isAsked)) continue
      isAsked ||= !isDeep
      report(
        'skipped',
        first.marker,
        { parent: first.parent.value, found: first.marker.value, due: next?.printed ?? '', count: skips.length },
        {
          see: [
            { id: 'parent', at: first.parent, data: {} },
            ...skips.slice(1).map(({ marker }) => ({ id: 'same', at: marker, data: {} }) as const),
          ],
          ...(!isDeep && { severity: 'info' }),
        },
      )
    }
  },
})

/** The section above this one, where this has the next scheme of the standard: 一、 above （一）. */
function stepOf({ heading, parent }: PlacedSection): PlacedSection[] {
  const marker = headingMarker(heading)
  const above = parent && headingMarker(parent.heading)
  if (!marker || !parent || !above || depthOf(above.scheme) < 0) return []
  return depthOf(marker.scheme) === depthOf(above.scheme) + 1 ? [parent] : []
}

/** Skips of one kind, 1. under 一、, are told as one. */
function byKind(skips: readonly Skip[]): Skip[][] {
  const kinds = new Map<string, Skip[]>()
  for (const skip of skips) {
    const key = `${skip.parent.scheme} ${skip.marker.scheme}`
    const known = kinds.get(key)
    if (known) known.push(skip)
    else kinds.set(key, [skip])
  }
  return [...kinds.values()]
}

/** Words of a glossary entry: 1.“智改数转”：… is a note behind the report, not a level of it. */
const glossary = /^.{1,30}：/

function skipOf(placed: PlacedSection): Skip[] {
  const { heading, parent } = placed
  const marker = headingMarker(heading)
  const above = parent && headingMarker(parent.heading)
  if (!marker || !above) return []
  const depth = depthOf(marker.scheme)
  const parentDepth = depthOf(above.scheme)
  if (depth < 0 || parentDepth < 0 || depth <= parentDepth + 1) return []
  const text = heading.children.find((child) => child.type === 'text')
  if (text && glossary.test(text.value)) return []
  return rankOf(marker.scheme) > rankOf(above.scheme) ? [{ placed, marker, parent: above }] : []
}

/** Whether a section's items are part of what its heading begins: behind 7.…… in one line, a later paragraph may speak of all. */
function isOwn(enumeration: Enumeration, { section, heading }: PlacedSection): boolean {
  return !heading.runIn || enumeration.start < (section.children[1]?.end ?? heading.end)
}

/** Whether the words before a section end with a colon: 会议明确：1.……2.…… */
function followsColon(text: string, { section, parent }: PlacedSection): boolean {
  const siblings: readonly Section['children'][number][] = parent?.section.children ?? []
  const before = siblings[siblings.indexOf(section) - 1]
  return before !== undefined && /[：:]/.test(text[before.end - 1] ?? '')
}

function isBelow(section: PlacedSection, skipping: ReadonlySet<Marker>): boolean {
  for (let at: PlacedSection | undefined = section; at; at = at.parent) {
    const marker = headingMarker(at.heading)
    if (marker && skipping.has(marker)) return true
  }
  return false
}

/** A heading that the format sets on another level than those of its scheme beside it. */
interface Stray {
  readonly marker: Marker
  readonly depth: number
  readonly due: number
  readonly sibling: Marker
}

/** So many headings beside it must agree with one another. */
const leastAgreeing = 2

/** （五） with #### where （一） to （四） have ###. Where more than one differs, nobody can say which level is meant. */
function strays(sections: readonly PlacedSection[], depths: ReadonlyMap<number, number>): Stray[] {
  if (depths.size === 0) return []
  const byScheme = new Map<Scheme, { readonly marker: Marker; readonly depth: number }[]>()
  for (const { heading } of sections) {
    const marker = headingMarker(heading)
    const depth = depths.get(heading.start)
    if (!marker || depth === undefined || heading.runIn) continue
    const known = byScheme.get(marker.scheme)
    if (known) known.push({ marker, depth })
    else byScheme.set(marker.scheme, [{ marker, depth }])
  }
  return [...byScheme.values()].flatMap((all): Stray[] => {
    const [first, second, third] = all
    if (!first || !second || !third) return []
    const due = first.depth === second.depth || first.depth === third.depth ? first : second
    const [stray, another] = all.filter(({ depth }) => depth !== due.depth)
    if (!stray || another || all.length <= leastAgreeing) return []
    return [{ marker: stray.marker, depth: stray.depth, due: due.depth, sibling: due.marker }]
  })
}
