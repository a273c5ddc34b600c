/** One person under two names: 李某海同志 and 李某梅同志. */
import { type PersonMention, type Span, soundAlike } from '../../../src/kit.ts'

export interface PersonVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  /** The office that both are told with; '' where none is. */
  readonly office: string
  readonly isSure: boolean
}

interface Person {
  readonly first: PersonMention
  readonly mentions: PersonMention[]
  count: number
}

const mostAlike = 16

export function personVariants(text: string, mentions: readonly PersonMention[]): PersonVariant[] {
  const people = new Map<string, Person>()
  for (const one of mentions) {
    const person = people.get(one.name)
    if (person) person.mentions.push(one)
    else people.set(one.name, { first: one, mentions: [one], count: 0 })
  }
  const byKey = new Map<string, Person[]>()
  for (const person of people.values()) {
    person.count = Math.max(person.mentions.length, text.split(person.first.name).length - 1)
    const { name } = person.first
    for (let at = 0; at < name.length; at++) add(byKey, `${name.slice(0, at)}*${name.slice(at + 1)}`, person)
    if (name.length === 3) add(byKey, `${name[0]}${[name[1], name[2]].sort().join('')}>`, person)
  }
  const found: PersonVariant[] = []
  for (const [key, members] of byKey) {
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const variant = judge(text, key, members[i] as Person, members[j] as Person)
        if (variant) found.push(variant)
      }
    }
  }
  return found
}

function add(map: Map<string, Person[]>, key: string, person: Person): void {
  const members = map.get(key)
  if (!members) map.set(key, [person])
  else if (members.length < mostAlike) members.push(person)
}

function judge(text: string, key: string, one: Person, other: Person): PersonVariant | undefined {
  if (one.count > 1 && other.count > 1) return undefined
  const isFirst = one.count > other.count || (one.count === other.count && one.first.start < other.first.start)
  const [right, odd] = isFirst ? [one, other] : [other, one]
  const at = key.indexOf('*')
  const a = right.first.name
  const b = odd.first.name
  if (areListed(text, right, odd)) return undefined
  const [oddMention] = odd.mentions as [PersonMention]
  if (odd.mentions.some(({ former }) => former)) return undefined
  const offices = new Set(right.mentions.filter(({ former, office }) => !former && office !== '').map(({ office }) => office))
  const shared = oddMention.single && offices.has(oddMention.office) ? oddMention.office : ''
  // Another office is another person.
  if (oddMention.office !== '' && offices.size > 0 && !offices.has(oddMention.office)) return undefined
  const bodies = right.mentions.filter(({ office }) => office === oddMention.office).map(({ body }) => body.slice(-2))
  if (shared !== '' && oddMention.body !== '' && !bodies.includes(oddMention.body.slice(-2))) return undefined
  const made = { name: a, nameAt: right.first, count: right.count, other: b, otherAt: oddMention, office: shared }
  const isLong = a.length === 3
  // The family name alone may differ only where it sounds the same.
  const isSound = at < 0 || soundAlike(a.charCodeAt(at), b.charCodeAt(at))
  if (at === 0 && !isSound) return undefined
  if (shared !== '' && (isLong || isSound)) return { ...made, isSure: true }
  if (!isLong || right.count < 2) return undefined
  if (oddMention.office !== '' || offices.size > 0) return isSound ? { ...made, isSure: right.count > 2 } : undefined
  return { ...made, isSure: isSound || right.count > 2 }
}

/** Named side by side, they are two. */
function areListed(text: string, one: Person, other: Person): boolean {
  const first = text.indexOf(one.first.name)
  for (const { start } of other.mentions) {
    for (const { start: at, end } of [...one.mentions, { start: first, end: first + 3 }]) {
      const between = at < start ? text.slice(end, start) : text.slice(start + 3, at)
      if (between.length < 40 && /[、和与及]/.test(between) && !/[，。！？；\n]/.test(between)) return true
      // Of two bodies, each in its half of the sentence: 上河村…，书记周国强；下河村…，书记周国庆.
      if (between.length < 80 && between.includes('；') && !/[。！？\n]/.test(between)) return true
    }
  }
  return false
}
