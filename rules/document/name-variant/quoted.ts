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
  if (at < 0) return a.length > 2 || isSame ? { ...made, isSure: right.count > 1 || isSame } : undefined
  if (distinguishing.has(a[at] as string) || distinguishing.has(b[at] as string)) return undefined
  const isSound = soundAlike(a.charCodeAt(at), b.charCodeAt(at))
  if (isSound) return isSame || (a.length > 2 && right.count > 1) ? { ...made, isSure: isSame } : undefined
  if (regional.has(a[at] as string) && regional.has(b[at] as string)) return undefined
  return a.length > 3 && right.count > 1 && isSame ? { ...made, isSure: false } : undefined
}
