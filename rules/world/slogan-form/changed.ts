/** A set written out in which one item is none of its members: 政治意识、大局意识、核心意识、服从意识. */
import type { Span } from '../../../src/kit.ts'
import { type Family, families } from './data.ts'
import { type Hit, memberWords, places } from './find.ts'

interface Changed extends Span {
  readonly family: Family
  /** The member in whose place other words stand. */
  readonly missing: string
}

/** What parts the items of a list, and what ends it. */
const itemMark = /[、和与及]/
const widestItem = 12

/** Lists as long as the family in which one item is none of its members, and the others are, in order. */
export function* changedIn(text: string, stretch: Span, hits: readonly Hit[]): Generator<Changed> {
  for (let index = 0; index < hits.length; index++) {
    const first = hits[index] as Hit
    for (const { family: number, member } of places.get(memberWords[first.phrase] as string) ?? []) {
      const family = families[number] as Family
      // Of three members two are too few to tell what is meant; the first hit is the first member, or the second.
      if (family.members.length < 4 || family.since || member > 1) continue
      const changed = changedAt(text, stretch, family, member, first)
      if (changed) yield changed
    }
  }
}

/** The family’s members one after the other from `from`, where `member` stands; one may be other words. */
function changedAt(text: string, stretch: Span, family: Family, member: number, { start }: Span): Changed | undefined {
  let at = start
  let odd: Changed | undefined
  if (member === 1) {
    const from = itemBefore(text, start, stretch.start)
    if (from === undefined) return undefined
    odd = { start: from, end: start - 1, family, missing: family.members[0] as string }
    if (text.startsWith(odd.missing, from)) return undefined
  }
  for (let index = member; index < family.members.length; index++) {
    if (index > member) {
      if (!itemMark.test(text[at] ?? '')) return undefined
      at++
    }
    const words = family.members[index] as string
    if (text.startsWith(words, at)) {
      at += words.length
      continue
    }
    if (odd) return undefined
    const end = itemEnd(text, at, stretch.end)
    const said = text.slice(at, end)
    if (said === '' || family.members.includes(said) || !isLike(said, words)) return undefined
    odd = { start: at, end, family, missing: words }
    at = end
  }
  return odd && isLike(text.slice(odd.start, odd.end), odd.missing) ? odd : undefined
}

/** As long as the member, within a character, and with one of its characters in its place at an end: 服从意识 for 看齐意识. */
const isLike = (said: string, words: string): boolean =>
  !said.includes(words) &&
  Math.abs(said.length - words.length) <= 1 &&
  (said[0] === words[0] || said[said.length - 1] === words[words.length - 1]) &&
  /^[\u4e00-\u9fff]+$/.test(said)

function itemEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && at - from < widestItem && /[\u4e00-\u9fff]/.test(text[at] as string) && !itemMark.test(text[at] as string))
    at++
  return at
}

function itemBefore(text: string, to: number, limit: number): number | undefined {
  if (!itemMark.test(text[to - 1] ?? '')) return undefined
  let at = to - 1
  while (at > limit && to - at <= widestItem && /[\u4e00-\u9fff]/.test(text[at - 1] as string)) at--
  return at < to - 1 ? at : undefined
}
