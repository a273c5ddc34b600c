/**
 * The index of an archive: which report has which fingerprints. It holds no text, but whoever has it can confirm a passage that he
 * guesses: it is as secret as the archive. Bytes in memory; whoever opens files is somebody else.
 *
 * A file is a head and segments, one behind another, little-endian: a run adds one for what is new or changed. Segment: length of
 * the table, the table (JSON, padded to four), number of postings, their hashes in order, and to each its report.
 */
import type { Grain } from './winnow.ts'

/** Every common run of 55 characters is found. */
export const archiveGrain: Grain = { gram: 16, window: 40 }

/** What a report is known again by. */
export interface Entry {
  /** As the archive has it, with `/`. */
  readonly path: string
  readonly size: number
  /** Milliseconds. */
  readonly modified: number
  /** Of its bytes: a copy under another name is the same report. */
  readonly hash: string
  /** How many fingerprints it has. */
  readonly prints: number
}

interface Table {
  readonly entries: readonly Entry[]
  /** Paths of earlier segments that are gone or changed. */
  readonly gone: readonly string[]
}

interface Segment extends Table {
  readonly hashes: Uint32Array
  /** Index among `entries`. */
  readonly reports: Uint32Array
}

export interface Archive {
  readonly segments: readonly Segment[]
}

export const noArchive: Archive = { segments: [] }

/** `HEGAOCMP`, then the version of the format and the grain: another one is built anew. */
const mark = [0x48, 0x45, 0x47, 0x41, 0x4f, 0x43, 0x4d, 0x50] as const
const headSize = 20
const formatVersion = 1

/** With more segments than this they are made one. */
const mostSegments = 8

/** A report with its fingerprints. */
export interface Fresh {
  readonly entry: Entry
  readonly prints: Iterable<number>
}

/** `archive` with what is new, and without what is gone: the old bytes stay as they are and a segment is added, or all is written anew. */
export function withReports(archive: Archive, fresh: readonly Fresh[], gone: readonly string[]): Archive {
  if (fresh.length === 0 && gone.length === 0) return archive
  const added: Archive = { segments: [...archive.segments, segmentOf(fresh, gone)] }
  return added.segments.length > mostSegments ? merged(added) : added
}

function segmentOf(fresh: readonly Fresh[], gone: readonly string[]): Segment {
  const pairs: number[] = []
  const reports = new Map<number, number[]>()
  const entries = fresh.map(({ entry, prints }, index) => {
    for (const print of prints) {
      const known = reports.get(print)
      if (known) known.push(index)
      else {
        reports.set(print, [index])
        pairs.push(print)
      }
    }
    return entry
  })
  const order = Uint32Array.from(pairs).sort()
  const size = order.reduce((sum, print) => sum + (reports.get(print) as number[]).length, 0)
  const [hashes, own] = [new Uint32Array(size), new Uint32Array(size)]
  let at = 0
  for (const print of order) {
    for (const index of reports.get(print) as number[]) {
      hashes[at] = print
      own[at++] = index
    }
  }
  return { entries, gone, hashes, reports: own }
}

/** The entries that hold, by path; of each the segment and the place in it. */
export function entriesOf({
  segments,
}: Archive): Map<string, { readonly entry: Entry; readonly segment: number; readonly index: number }> {
  const found = new Map<string, { entry: Entry; segment: number; index: number }>()
  segments.forEach(({ entries, gone }, segment) => {
    for (const path of gone) found.delete(path)
    entries.forEach((entry, index) => {
      found.set(entry.path, { entry, segment, index })
    })
  })
  return found
}

/** All in one segment, without what is gone. */
function merged(archive: Archive): Archive {
  const held = [...entriesOf(archive).values()]
  const prints = held.map((): number[] => [])
  const places = archive.segments.map(() => new Map<number, number>())
  held.forEach(({ segment, index }, place) => {
    places[segment]?.set(index, place)
  })
  archive.segments.forEach(({ hashes, reports }, segment) => {
    for (let at = 0; at < hashes.length; at++) {
      const place = places[segment]?.get(reports[at] as number)
      if (place !== undefined) prints[place]?.push(hashes[at] as number)
    }
  })
  return {
    segments: [
      segmentOf(
        held.map(({ entry }, place) => ({ entry, prints: prints[place] as number[] })),
        [],
      ),
    ],
  }
}

export interface Near {
  readonly entry: Entry
  /** Of the fingerprints of the shorter one, those that both have: 0 to 1. */
  readonly share: number
}

/** A fingerprint that more reports have than this, and more than a twentieth of them, is what all write. */
const commonplace = 12
const commonShare = 0.05

/** The reports that have most in common with `prints`, most first. */
export function nearest(archive: Archive, prints: ReadonlySet<number>, most: number): Near[] {
  const held = new Map<string, { readonly entry: Entry; readonly segment: number; readonly index: number }>(entriesOf(archive))
  const isHeld = archive.segments.map(({ entries }, segment) =>
    entries.map(({ path }, index) => {
      const one = held.get(path)
      return one?.segment === segment && one.index === index
    }),
  )
  const limit = Math.max(commonplace, held.size * commonShare)
  const counts = archive.segments.map(({ entries }) => new Uint32Array(entries.length))
  for (const print of prints) {
    const places = archive.segments.map(({ hashes }) => rangeOf(hashes, print))
    if (places.reduce((sum, [from, to]) => sum + to - from, 0) > limit) continue
    places.forEach(([from, to], segment) => {
      const { reports } = archive.segments[segment] as Segment
      const own = counts[segment] as Uint32Array
      for (let at = from; at < to; at++) own[reports[at] as number] = (own[reports[at] as number] as number) + 1
    })
  }
  const found = archive.segments.flatMap(({ entries }, segment) =>
    entries.flatMap((entry, index): Near[] => {
      const count = counts[segment]?.[index] ?? 0
      if (count === 0 || !isHeld[segment]?.[index]) return []
      return [{ entry, share: count / Math.max(1, Math.min(prints.size, entry.prints)) }]
    }),
  )
  return found.sort((a, b) => b.share - a.share || (a.entry.path < b.entry.path ? -1 : 1)).slice(0, most)
}

/** Where the postings of `print` begin and end. */
function rangeOf(hashes: Uint32Array, print: number): readonly [number, number] {
  const boundary = (isBefore: (hash: number) => boolean): number => {
    let [low, high] = [0, hashes.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBefore(hashes[middle] as number)) low = middle + 1
      else high = middle
    }
    return low
  }
  const from = boundary((hash) => hash < print)
  if (hashes[from] !== print) return [from, from]
  let to = from
  while (hashes[to] === print) to++
  return [from, to]
}

const padded = (size: number): number => (size + 3) & ~3

/** The bytes of `archive` from segment `from` on; with the head where that is the first. */
export function bytesOfArchive({ segments }: Archive, from = 0): Uint8Array {
  const tables = segments.slice(from).map(({ entries, gone }) => new TextEncoder().encode(JSON.stringify({ entries, gone })))
  const sizes = segments
    .slice(from)
    .map(({ hashes }, index) => 8 + padded((tables[index] as Uint8Array).length) + 8 * hashes.length)
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, from === 0 ? headSize : 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  if (from === 0) {
    bytes.set(mark)
    view.setUint32(8, formatVersion, true)
    view.setUint32(12, archiveGrain.gram, true)
    view.setUint32(16, archiveGrain.window, true)
    at = headSize
  }
  segments.slice(from).forEach(({ hashes, reports }, index) => {
    const table = tables[index] as Uint8Array
    view.setUint32(at, table.length, true)
    bytes.set(table, at + 4)
    at += 4 + padded(table.length)
    view.setUint32(at, hashes.length, true)
    at += 4
    for (const list of [hashes, reports]) {
      for (const value of list) {
        view.setUint32(at, value, true)
        at += 4
      }
    }
  })
  return bytes
}

/** undefined: it is no index of ours, or one of another version, or it was cut: it is built anew. */
export function archiveOf(bytes: Uint8Array): Archive | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headSize || mark.some((byte, index) => bytes[index] !== byte)) return undefined
  const head = [8, 12, 16].map((at) => view.getUint32(at, true))
  if (head.join() !== [formatVersion, archiveGrain.gram, archiveGrain.window].join()) return undefined
  const segments: Segment[] = []
  try {
    for (let at = headSize; at < bytes.length; ) {
      const length = view.getUint32(at, true)
      const table = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at + 4, at + 4 + length))) as Table
      at += 4 + padded(length)
      const count = view.getUint32(at, true)
      at += 4
      const [hashes, reports] = [wordsAt(bytes, at, count), wordsAt(bytes, at + 4 * count, count)]
      at += 8 * count
      if (!isTable(table) || hashes.length < count || reports.length < count) return undefined
      segments.push({ ...table, hashes, reports })
    }
  } catch {
    return undefined
  }
  return { segments }
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

function wordsAt(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const from = bytes.byteOffset + at
  if (at + 4 * count > bytes.length) return new Uint32Array(0)
  if (isLittleEndian && from % 4 === 0) return new Uint32Array(bytes.buffer, from, count)
  const view = new DataView(bytes.buffer, from, 4 * count)
  return Uint32Array.from({ length: count }, (_, index) => view.getUint32(4 * index, true))
}

const isTable = (table: Partial<Table>): table is Table =>
  Array.isArray(table.entries) &&
  Array.isArray(table.gone) &&
  table.entries.every(
    ({ path, size, modified, hash, prints }: Partial<Entry>) =>
      typeof path === 'string' &&
      typeof hash === 'string' &&
      [size, modified, prints].every((value) => typeof value === 'number'),
  )
