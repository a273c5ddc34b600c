/** Series: the ordinals that count on from one another, headings under one parent and items over paragraphs. */
import { fact } from '../fact.ts'
import { type Enumeration, familyOf, type Item, type Marker, type Scheme, type Section } from '../tree.ts'
import { headingMarker, type PlacedSection, structure } from './structure.ts'

/** Ordinals in document order that belong to one count. Restarting at 1 begins another series. */
export interface Series {
  readonly kind: 'headings' | 'items' | 'dashes'
  readonly markers: readonly Marker[]
  /** What holds the headings; undefined at the top and for items. */
  readonly parent: PlacedSection | undefined
}

export const series = fact('series', (_, use): readonly Series[] => {
  const { sections, enumerations } = use(structure)
  return [...headingSeries(sections), ...itemSeries(enumerations)]
})

/** So near another lone 一、 is a slip; further away another text begins. Characters. */
const nearestTwin = 4000

const isTwin = ([first, second]: readonly Marker[], marker: Marker): boolean =>
  first !== undefined && second === undefined && first.ordinal === 1 && marker.start - first.start < nearestTwin

/** Headings of one scheme under one parent. A scheme that changes among siblings begins another series. */
function headingSeries(sections: readonly PlacedSection[]): Series[] {
  const open = new Map<Section | undefined, Map<Scheme, Marker[]>>()
  const found: Series[] = []
  for (const { heading, parent } of sections) {
    const marker = headingMarker(heading)
    if (!marker) continue
    // 条 are counted through the whole text, whatever 章 they stand in.
    const key = marker.scheme === 'article' ? undefined : parent?.section
    const schemes = open.get(key) ?? new Map<Scheme, Marker[]>()
    open.set(key, schemes)
    const current = schemes.get(marker.scheme)
    // Behind a lone 一、 another 一、 is its twin, and no series of its own.
    if (current && (marker.ordinal !== 1 || isTwin(current, marker))) {
      current.push(marker)
      continue
    }
    const markers = [marker]
    schemes.set(marker.scheme, markers)
    found.push({ kind: 'headings', markers, parent })
  }
  return found
}

/**
 * Items as one stack over a section's paragraphs: 一是 may stand inside one paragraph, 二是 begin the next, 三是 stand inside that.
 * An enumeration that does not begin with 1 goes on with the last one of its family that waits for its number, if there is one.
 */
function itemSeries(
  enumerations: readonly { readonly enumeration: Enumeration; readonly section: PlacedSection | undefined }[],
): Series[] {
  const found: { kind: 'items' | 'dashes'; markers: Marker[]; parent: undefined; section: Section | undefined }[] = []
  const waiting: number[] = []
  for (const { enumeration, section } of enumerations) {
    const markers = enumeration.children.map((item: Item) => item.children[0])
    const first = markers[0] as Marker
    if (first.scheme === 'dash') {
      found.push({ kind: 'dashes', markers, parent: undefined, section: section?.section })
      continue
    }
    const earlier = first.ordinal === 1 ? -1 : findWaiting(found, waiting, first, section?.section)
    if (earlier >= 0) {
      found[earlier]?.markers.push(...markers)
      continue
    }
    waiting.push(found.length)
    if (waiting.length > 8) waiting.shift()
    found.push({ kind: 'items', markers: [...markers], parent: undefined, section: section?.section })
  }
  return found
}

function findWaiting(
  found: readonly { markers: Marker[]; section: Section | undefined }[],
  waiting: readonly number[],
  first: Marker,
  section: Section | undefined,
): number {
  for (let index = waiting.length - 1; index >= 0; index--) {
    const candidate = waiting[index] as number
    const one = found[candidate]
    const last = one?.markers[one.markers.length - 1]
    if (!one || !last || one.section !== section) continue
    if (familyOf(last.scheme) === familyOf(first.scheme) && first.ordinal === last.ordinal + 1) return candidate
  }
  return -1
}
