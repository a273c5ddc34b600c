/** A paragraph's characters → sentences and the enumerations inside it. */
import { isBlank, Kind, kindAt, trimmed } from '../text/characters.ts'
import { type Landmarks, landmarkFrom } from '../text/landmarks.ts'
import { toHan } from '../text/numerals.ts'
import { coveredBy } from '../text/pairs.ts'
import type { Enumeration, Item, Marker, Sentence } from '../tree.ts'
import { final, markerAt, mayBeginItem, type Recognised } from './markers.ts'

type Inline = Sentence | Enumeration

/** How sure a place is to begin an item: after 。；：！？ and at the start, or after ， and 、 only. */
type Strength = 'start' | 'strong' | 'weak'

interface Candidate extends Recognised {
  readonly strength: Strength
}

/** Sentences alone, for a paragraph in which no item can be. */
export const plainSentences = (text: string, start: number, end: number, { ends }: Scan): Sentence[] =>
  sentences(text, start, end, ends)

/** What one pass over a paragraph sees: where sentences end (exclusive offsets) and where an item could begin. */
export interface Scan {
  readonly ends: readonly number[]
  readonly candidates: readonly Candidate[]
}

/** The end of the first sentence at or behind `from`, exclusive, its mark included; `end` where there is none. */
export const sentenceEndAfter = ({ ends }: Scan, from: number, end: number): number => ends.find((stop) => stop > from) ?? end

/**
 * Sentences and enumerations of `[start, end)`, which is one paragraph or what follows a run-in heading;
 * `scanned` is that of the whole line.
 */
export function inlines(text: string, start: number, end: number, scanned: Scan, lonely: ReadonlySet<number> = nobody): Inline[] {
  const { ends } = scanned
  const candidates = startingAt(text, scanned.candidates, start).filter((one) => !lonely.has(one.start))
  const accepted = candidates.length === 0 ? [] : withMissing(text, accept(text, candidates))
  if (accepted.length === 0) return sentences(text, start, end, ends)
  return build(text, start, end, ends, accepted)
}

const nobody: ReadonlySet<number> = new Set()

/** So many paragraphs a second member may stand behind the first. */
const farthestSecond = 30

/**
 * Where 首先 or 第一 stands and no second member follows: it begins a sentence and no series (首先，我代表……表示欢迎), and so does
 * 最后， at the start of a paragraph, unless 其次 stands just above it. The scans are those of all paragraphs in document order;
 * `isHead` says which of them are headings.
 */
export function lonelyOrdinals(
  text: string,
  scans: readonly (Scan | undefined)[],
  isHead: (paragraph: number) => boolean,
): Set<number> {
  const lonely = lonelyFinals(text, scans, isHead)
  /** The nearest candidates behind, by scheme, and of any scheme. */
  const nearest = new Map<Recognised['scheme'] | 'any', { readonly ordinal: number; readonly paragraph: number }>()
  for (let paragraph = scans.length - 1; paragraph >= 0; paragraph--) {
    const candidates = scans[paragraph]?.candidates ?? []
    for (let index = candidates.length - 1; index >= 0; index--) {
      const { family, scheme, ordinal, start } = candidates[index] as Candidate
      if (family !== 'order' || lonely.has(start)) continue
      const isFollowed = [nearest.get(scheme), nearest.get('any')].some(
        (next) => next && next.ordinal > 1 && next.paragraph - paragraph <= farthestSecond,
      )
      if (ordinal === 1 && !isFollowed) lonely.add(start)
      nearest.set(scheme, { ordinal, paragraph })
      nearest.set('any', { ordinal, paragraph })
    }
  }
  return lonely
}

/** So many paragraphs stand at most between 其次， and 最后，. */
const farthestFinal = 5

/** 最后，祝大家…… is no member of anything. */
const takesLeave = (text: string, at: number): boolean => /^(?:[预再]?祝|让我们|衷心|谢谢|感谢|再次)/.test(text.slice(at, at + 3))

/** Each 最后， that begins a paragraph and ends no series of the paragraphs before it. */
function lonelyFinals(text: string, scans: readonly (Scan | undefined)[], isHead: (paragraph: number) => boolean): Set<number> {
  const lonely = new Set<number>()
  /** The paragraph that began with a second or later member last; 首先 alone makes no series. */
  let member: number | undefined
  for (const [paragraph, scanned] of scans.entries()) {
    const first = scanned?.candidates[0]
    if (isHead(paragraph)) member = undefined
    if (first?.scheme !== 'shouxian' || first.strength !== 'start') continue
    const endsNone = member === undefined || paragraph - member > farthestFinal || takesLeave(text, first.end)
    if (first.ordinal === final && endsNone) lonely.add(first.start)
    member = first.ordinal === final || first.ordinal === 1 ? undefined : paragraph
  }
  return lonely
}

/** By `Kind`. */
const strengthAfter: (Strength | undefined)[] = []
strengthAfter[Kind.semicolon] = 'strong'
strengthAfter[Kind.colon] = 'strong'
strengthAfter[Kind.comma] = 'weak'

/** The candidates at and behind `start`; the one right there begins the paragraph. */
function startingAt(text: string, candidates: readonly Candidate[], start: number): readonly Candidate[] {
  const first = candidates.findIndex((candidate) => candidate.start >= start)
  if (first < 0) return []
  const rest = first === 0 ? candidates : candidates.slice(first)
  const [next] = rest as readonly [Candidate]
  if (next.strength === 'start' || trimmed(text, start, next.start).start !== next.start) return rest
  return [{ ...next, strength: 'start' }, ...rest.slice(1)]
}

/** One pass over a line. */
export function scan(text: string, landmarks: Landmarks, start: number, end: number): Scan {
  const ends: number[] = []
  const candidates: Candidate[] = []
  const look = (offset: number, strength: Strength): void => {
    let at = offset
    while (at < end && isBlank(text, at)) at++
    const found = at < end ? (markerAt(text, at, end, 'item') ?? insideOrdinal(text, at, end, strength)) : undefined
    if (found && (found.scheme !== 'dash' || strength === 'start')) candidates.push(Object.assign(found, { strength }))
  }
  look(start, 'start')
  const covered = coveredBy(text, landmarks, start, end)
  const { offsets, kinds, length } = landmarks
  let next = 0
  for (let at = landmarkFrom(landmarks, start); at < length; at++) {
    const offset = offsets[at] as number
    if (offset >= end) break
    if (offset === covered[next]) {
      const close = covered[next + 1] as number
      while ((offsets[at] as number) < close) at++
      next += 2
      // “……。”二是…: the quoted sentence ends here for an item, though it ends no sentence of ours.
      if (kindAt(text, close - 1) === Kind.terminal) look(close + 1, 'strong')
      continue
    }
    const kind = kinds[at] as number
    if (kind === Kind.terminal) {
      let stop = offset + 1
      while (stop < end && isTail(text, stop)) stop++
      ends.push(stop)
      look(stop, 'strong')
      while (at + 1 < length && (offsets[at + 1] as number) < stop) at++
      continue
    }
    const strength = strengthAfter[kind]
    if (strength && mayBeginItem(text, offset + 1)) look(offset + 1, strength)
  }
  return { ends, candidates }
}

/** Ordinals of headings that number things inside a paragraph, too: 办好四件实事：（1）……（2）……. */
export const inside: ReadonlySet<Recognised['scheme']> = new Set(['paren-han', 'paren-arabic', 'arabic-dot', 'arabic-paren'])

function insideOrdinal(text: string, at: number, end: number, strength: Strength): Recognised | undefined {
  if (strength === 'weak') return undefined
  const found = markerAt(text, at, end, 'heading')
  return found && inside.has(found.scheme) ? found : undefined
}

/** More marks of the same end: ！！ …… 。” */
const isTail = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  return kind === Kind.terminal || (kind === Kind.close && kindAt(text, offset - 1) === Kind.terminal)
}

/** An accepted item with its nesting depth, from 0; `opens` where a new enumeration begins with it. */
interface Accepted {
  readonly candidate: Candidate
  readonly depth: number
  readonly opens: boolean
}

interface Open {
  readonly family: Recognised['family']
  readonly scheme: Recognised['scheme']
  last: number
  /** Which candidate came last. */
  index: number
  /** Of which schemes there are series in its items. */
  readonly inner: Set<Recognised['scheme']>
}

/** An ordinal that jumps further than this begins something else. */
const widestGap = 4

function accept(text: string, candidates: readonly Candidate[]): Accepted[] {
  const goesOn = continuing(candidates)
  const accepted: Accepted[] = []
  const open: Open[] = []
  const begin = (candidate: Candidate, index: number, depth: number): void => {
    open.length = depth
    accepted.push({ candidate, depth, opens: true })
    open.push({ family: candidate.family, scheme: candidate.scheme, last: candidate.ordinal, index, inner: new Set() })
    open[depth - 1]?.inner.add(candidate.scheme)
  }
  for (let index = 0; index < candidates.length; index++) {
    const candidate = numbered(candidates[index] as Candidate, open)
    if (candidate.ordinal === final) {
      // 最后， on a line of its own: `lonelyOrdinals` has left out what ends no series.
      if (candidate.strength === 'start' && index === 0) begin(candidate, index, 0)
      continue
    }
    if (candidate.ordinal === 1) {
      if ((candidate.strength === 'weak' || candidate.family === 'heading') && !isFollowed(candidates, index)) continue
      const same = open.findLastIndex((one) => one.scheme === candidate.scheme)
      begin(candidate, index, same < 0 ? depthOfNew(text, candidate, open, goesOn) : same)
      continue
    }
    const depth = continued(open, candidate)
    if (depth >= 0) {
      open.length = depth + 1
      const one = open[depth] as Open
      one.last = candidate.ordinal
      one.index = index
      accepted.push({ candidate, depth, opens: false })
    } else if (candidate.family !== 'heading' && (candidate.strength === 'start' || isSecondOfMore(candidates, index))) {
      // 四是… at the start of a paragraph goes on with the series of the paragraphs before it; 二是…三是… inside one goes on
      // with something said in other words (首先要增加投入。…二是…).
      begin(candidate, index, 0)
    }
  }
  return accepted
}

/** Whether each candidate's series has a next member further down, before it begins anew. */
function continuing(candidates: readonly Candidate[]): readonly boolean[] {
  const result: boolean[] = []
  const later = new Map<Recognised['scheme'], Set<number>>()
  for (let index = candidates.length - 1; index >= 0; index--) {
    const { scheme, ordinal } = candidates[index] as Candidate
    const known = later.get(scheme) ?? new Set<number>()
    result[index] = known.has(ordinal + 1)
    later.set(scheme, ordinal === 1 ? new Set([1]) : known.add(ordinal))
  }
  return result
}

/**
 * How deep a new series stands: in the item before it, unless that one is the last of its series and its sentence is finished.
 * What follows 另一方面 belongs to it all the same, and so does what an earlier item has in it, too.
 */
function depthOfNew(text: string, candidate: Candidate, open: readonly Open[], goesOn: readonly boolean[]): number {
  let before = candidate.start - 1
  while (before > 0 && isBlank(text, before)) before--
  if (kindAt(text, before) !== Kind.terminal && kindAt(text, before) !== Kind.close) return open.length
  let depth = open.length
  while (depth > 0) {
    const { scheme, index, inner } = open[depth - 1] as Open
    if (scheme === 'yifangmian' || goesOn[index] || inner.has(candidate.scheme)) break
    depth--
  }
  return depth
}

/**
 * With the members that stand behind no mark at all (a photo credit, say) where just they are missing: 第二，……摄第三，……第四，.
 */
function withMissing(text: string, accepted: readonly Accepted[]): readonly Accepted[] {
  const result: Accepted[] = []
  for (const [index, one] of accepted.entries()) {
    const last = accepted[index - 1]
    if (last && !one.opens && last.depth === one.depth && one.candidate.ordinal === last.candidate.ordinal + 2) {
      const missing = memberBetween(text, last.candidate, one.candidate)
      if (missing) result.push({ candidate: { ...missing, strength: 'weak' }, depth: one.depth, opens: false })
    }
    result.push(one)
  }
  return result
}

function memberBetween(text: string, before: Recognised, after: Recognised): Recognised | undefined {
  const due = toHan(before.ordinal + 1)
  const written = { di: `第${due}`, shi: `${due}是`, yao: `${due}要` }[before.scheme as 'di' | 'shi' | 'yao']
  if (written === undefined || before.scheme !== after.scheme) return undefined
  const at = text.slice(before.end, after.start).indexOf(written)
  return at < 0 ? undefined : markerAt(text, before.end + at, after.start, 'item')
}

/** 最后， has the number that is due in the series it ends. */
function numbered(candidate: Candidate, open: readonly Open[]): Candidate {
  if (candidate.ordinal !== final) return candidate
  const series = open.findLast(({ family }) => family === candidate.family)
  return { ...candidate, ordinal: series ? series.last + 1 : final }
}

/** Whether the family goes on with 2 (or 3, where 2 was mistyped): only then does “，一是” open a series. */
function isFollowed(candidates: readonly Candidate[], index: number): boolean {
  const { family, scheme } = candidates[index] as Candidate
  for (let next = index + 1; next < candidates.length; next++) {
    const other = candidates[next] as Candidate
    if (family === 'heading') {
      if (other.scheme === scheme) return other.ordinal === 2
      continue
    }
    if (other.family === family) return other.ordinal === 2 || (other.ordinal === 3 && other.strength === 'strong')
  }
  return false
}

function isSecondOfMore(candidates: readonly Candidate[], index: number): boolean {
  const { family, ordinal, strength } = candidates[index] as Candidate
  const next = candidates[index + 1]
  // 3, or 4 where 3 was mistyped.
  return ordinal === 2 && strength === 'strong' && next?.family === family && (next.ordinal === 3 || next.ordinal === 4)
}

/**
 * Which open enumeration the candidate goes on with, innermost first; −1 for none. The exact successor in the same scheme
 * counts most, then the successor in another, then one with a gap or a repeated number.
 */
function continued(open: readonly Open[], candidate: Candidate): number {
  let best = -1
  let bestFit = 0
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const fit = fitOf(open[depth] as Open, candidate)
    if (fit <= bestFit) continue
    best = depth
    bestFit = fit
  }
  return best
}

/** So far a series must have come before an ordinal of another family can be its next member by mistake. */
const leastMixed = 3

function fitOf({ family, scheme, last }: Open, candidate: Candidate): number {
  const step = candidate.ordinal - last
  // 第一，第二，第三，四是: one series, mixed up.
  if (family !== candidate.family) return isMixed(family, candidate) && step === 1 && candidate.strength !== 'weak' ? 1 : 0
  const isSame = scheme === candidate.scheme
  // （2） goes on with （1） and with nothing else; a year or a quantity in brackets is no slip of the count.
  if (family === 'heading') return isSame && step === 1 ? 4 : 0
  if (step === 1) return isSame ? 4 : 3
  if (candidate.strength === 'weak' || step > widestGap) return 0
  if (isSame) return step >= 0 ? 2 : 0
  return step > 0 ? 1 : 0
}

/** Whether a member of the one series could stand in the other: both count with Han numerals. */
const isMixed = (family: Open['family'], { family: other, ordinal, scheme }: Recognised): boolean =>
  ordinal >= leastMixed && scheme !== 'shouxian' && scheme !== 'yifangmian' && mixing.has(family) && mixing.has(other)

/** The families of 第一， and of 一是. */
export const mixing: ReadonlySet<Recognised['family']> = new Set(['order', 'verb'])

/** Sentences of `[start, end)`; `ends` may reach beyond on both sides. */
function sentences(text: string, start: number, end: number, ends: readonly number[], first = 0): Sentence[] {
  const found: Sentence[] = []
  let from = start
  for (let index = first; index < ends.length; index++) {
    const stop = ends[index] as number
    if (stop <= from) continue
    if (stop > end) break
    pushSentence(found, text, from, stop)
    from = stop
  }
  pushSentence(found, text, from, end)
  return found
}

function pushSentence(found: Sentence[], text: string, start: number, end: number): void {
  const span = trimmed(text, start, end)
  if (span.start === span.end) return
  found.push({
    type: 'sentence',
    start: span.start,
    end: span.end,
    value: text.slice(span.start, span.end),
    terminal: terminalOf(text, span.start, span.end),
  })
}

const terminals = new Map<number, Sentence['terminal']>(
  (
    [
      ['。', '。'],
      ['！', '！'],
      ['!', '！'],
      ['？', '？'],
      ['?', '？'],
      ['…', '…'],
      ['；', '；'],
    ] as const
  ).map(([mark, terminal]) => [mark.charCodeAt(0), terminal]),
)

function terminalOf(text: string, start: number, end: number): Sentence['terminal'] {
  let last = end - 1
  while (last > start && kindAt(text, last) === Kind.close && kindAt(text, last - 1) === Kind.terminal) last--
  return terminals.get(text.charCodeAt(last)) ?? ''
}

export function markerNode(text: string, { scheme, ordinal, start, end }: Recognised): Marker {
  return { type: 'marker', start, end, value: text.slice(start, end), scheme, ordinal }
}

/** Builds the nested enumerations of a paragraph. Iterative over the accepted markers, recursive by depth of nesting only. */
function build(text: string, start: number, end: number, ends: readonly number[], accepted: readonly Accepted[]): Inline[] {
  const first = (accepted[0] as Accepted).candidate.start
  const lead = sentencesWithin(text, start, first, ends)
  const nested = enumerationsFrom(text, end, ends, accepted, { next: 0 }, 0)
  return [...lead, ...nested]
}

interface Cursor {
  next: number
}

function enumerationsFrom(
  text: string,
  end: number,
  ends: readonly number[],
  accepted: readonly Accepted[],
  cursor: Cursor,
  depth: number,
): Enumeration[] {
  const found: Enumeration[] = []
  let items: Item[] = []
  const close = (): void => {
    const [first] = items
    if (!first) return
    const last = items[items.length - 1] as Item
    found.push({ type: 'enumeration', start: first.start, end: last.end, scheme: first.children[0].scheme, children: items })
    items = []
  }
  for (;;) {
    const at = accepted[cursor.next]
    if (!at || at.depth < depth) break
    if (at.opens) close()
    cursor.next++
    const following = accepted[cursor.next]
    const ownEnd = following ? following.candidate.start : end
    const { candidate } = at
    const own = sentencesWithin(text, candidate.end, ownEnd, ends)
    const inner = following && following.depth > depth ? enumerationsFrom(text, end, ends, accepted, cursor, depth + 1) : []
    const marker = markerNode(text, candidate)
    const last = inner[inner.length - 1] ?? own[own.length - 1] ?? marker
    items.push({ type: 'item', start: candidate.start, end: last.end, children: [marker, ...own, ...inner] })
  }
  close()
  return found
}

/** As `sentences`, with the ends that lie inside found by bisection: a long paragraph of many items stays linear. */
function sentencesWithin(text: string, start: number, end: number, ends: readonly number[]): Sentence[] {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= start) low = middle + 1
    else high = middle
  }
  return sentences(text, start, end, ends, low)
}
