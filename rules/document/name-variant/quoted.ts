/** One plan under two names in “”: “领雁”计划 and “领燕”计划. */

import { distinguishing, type QuotedMention, type Span, soundAlike } from '../../../src/kit.ts'
import { regional } from './data.ts'

export interface QuotedVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  readonly isSure: boolean
}

/** Names of two characters to this many are compared. */
const longest = 12
const mostAlike = 24

interface Group {
  readonly first: QuotedMention
  count: number
  readonly behinds: Set<string>
}

export function quotedVariants(text: string, quoted: readonly QuotedMention[]): QuotedVariant[] {
  const groups = new Map<string, Group>()
  for (const one of quoted) {
    if (one.name.length < 2 || one.name.length > longest || !/^[\u4e00-\u9fff]+$/.test(one.name)) continue
    const group = groups.get(one.name)
    if (!group) groups.set(one.name, { first: one, count: 1, behinds: new Set([one.behind]) })
    else {
      group.count++
      group.behinds.add(one.behind)
    }
  }
  const byKey = new Map<string, Group[]>()
  for (const group of groups.values()) {
    const { name } = group.first
    for (let at = 0; at < name.length; at++) {
      add(byKey, `${name.slice(0, at)}*${name.slice(at + 1)}`, group)
      if (at > 0) add(byKey, `${name.slice(0, at - 1)}${[name[at - 1], name[at]].sort().join('')}>${name.slice(at + 1)}`, group)
    }
  }
  const found: QuotedVariant[] = []
  for (const [key, members] of byKey) {
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const variant = judge(text, key, members[i] as Group, members[j] as Group)
        if (variant) found.push(variant)
      }
    }
  }
  return found
}

function add(map: Map<string, Group[]>, key: string, group: Group): void {
  const members = map.get(key)
  if (!members) map.set(key, [group])
  else if (members.length < mostAlike) members.push(group)
}

function judge(text: string, key: string, one: Group, other: Group): QuotedVariant | undefined {
  if (one.count > 1 && other.count > 1) return undefined
  const [right, odd] =
    one.count > other.count || (one.count === other.count && one.first.start < other.first.start) ? [one, other] : [other, one]
  const at = key.indexOf('*')
  const a = right.first.name
  const b = odd.first.name
  const between = text.slice(Math.min(right.first.end, odd.first.end), Math.max(right.first.start, odd.first.start))
  if (between.length < 12 && !/[。，；\n]/.test(between)) return undefined
  const isSame = [...odd.behinds].some((behind) => behind.length > 1 && right.behinds.has(behind))
  const made = { name: a, nameAt: right.first, count: right.count, other: b, otherAt: odd.first }
  const isFar = !areNear(text, right.first, odd.first)
  if (at < 0) return a.length > 2 || isSame ? { ...made, isSure: right.count > 1 || isSame } : undefined
  const asked = isFar && mayBeSlip(a, b, at) ? { ...made, isSure: false } : undefined
  if (distinguishing.has(a[at] as string) || distinguishing.has(b[at] as string)) return asked
  const isSound = soundAlike(a.charCodeAt(at), b.charCodeAt(at))
  if (isSound) return isSame || (a.length > 2 && right.count > 1) ? { ...made, isSure: isSame } : asked
  if (regional.has(a[at] as string) && regional.has(b[at] as string)) return undefined
  return asked
}

/** Units for which 整村授信 may become 整县授信. */
const levels: ReadonlySet<string> = new Set('省市县区镇乡村')
const numerals = /[一二三四五六七八九十百千万两双]/

/** Names of five characters and more that differ in one; those of four come in families (一企一策、一县一策) and differ on purpose, but for a level. */
function mayBeSlip(one: string, other: string, at: number): boolean {
  const [a = '', b = ''] = [one[at], other[at]]
  if (numerals.test(a) || numerals.test(b)) return false
  if (one.length > 4) return at > 0
  return one.length === 4 && !numerals.test(one) && levels.has(a) && levels.has(b)
}

/** In one paragraph two names that differ in one character are meant to. */
function areNear(text: string, one: Span, other: Span): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return !text.slice(first.end, second.start).includes('\n')
}
