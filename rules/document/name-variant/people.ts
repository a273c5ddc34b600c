/** One person under two names: 李某海同志 and 李某梅同志. */
import { type PersonMention, phraseFinder, type Span, soundAlike } from '../../../src/kit.ts'

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
  /** How often the name stands in the text, with an office or without. */
  count: number
  /** Where it stands first. */
  firstAt: number
}

const mostAlike = 16

export function personVariants(text: string, mentions: readonly PersonMention[]): PersonVariant[] {
  const people = new Map<string, Person>()
  for (const one of mentions) {
    const person = people.get(one.name)
    if (person) person.mentions.push(one)
    else people.set(one.name, { first: one, mentions: [one], count: 0, firstAt: one.start })
  }
  const byKey = new Map<string, Person[]>()
  for (const person of people.values()) {
    const { name } = person.first
    for (let at = 0; at < name.length; at++) add(byKey, `${name.slice(0, at)}*${name.slice(at + 1)}`, person)
    if (name.length === 3) add(byKey, `${name[0]}${[name[1], name[2]].sort().join('')}>`, person)
  }
  const alike = [...byKey].filter(([, members]) => members.length > 1)
  countIn(text, new Set(alike.flatMap(([, members]) => members)))
  const found: PersonVariant[] = []
  for (const [key, members] of alike) {
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const variant = judge(text, key, members[i] as Person, members[j] as Person)
        if (variant) found.push(variant)
      }
    }
  }
  return found
}

/** How often and where each stands, in one pass. */
function countIn(text: string, people: ReadonlySet<Person>): void {
  const all = [...people]
  for (const { phrase, start } of phraseFinder(all.map(({ first }) => first.name))(text)) {
    const person = all[phrase] as Person
    if (person.count === 0) person.firstAt = start
    person.count++
  }
  for (const person of all) person.count = Math.max(person.count, person.mentions.length)
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
  for (const { start } of other.mentions) {
    for (const { start: at, end } of [...one.mentions, { start: one.firstAt, end: one.firstAt + 3 }]) {
      const between = at < start ? text.slice(end, start) : text.slice(start + 3, at)
      if (between.length < 40 && /[、和与及]/.test(between) && !/[，。！？；\n]/.test(between)) return true
      // Of two bodies, each in its half of the sentence: 上河村…，书记周国强；下河村…，书记周国庆.
      if (between.length < 80 && between.includes('；') && !/[。！？\n]/.test(between)) return true
    }
  }
  return false
}
