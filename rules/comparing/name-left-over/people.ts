/** Names of people: of the other office, and of last year’s officers. */
import {
  changesOf,
  names,
  type Pairing,
  type PersonMention,
  phraseFinder,
  type Row,
  type Span,
  type Use,
  within,
} from '../../../src/kit.ts'
import { contact, high, ofCounty } from './data.ts'
import { isVisited, type Person } from './places.ts'

/** People of the other text, by office or as whom to call, who stand in copied sentences of the new one. */
export function peopleOf(text: string, { old, now, rows }: Pairing): Person[] {
  const isOneCounty = old.owner.place !== undefined && old.owner.place === now.owner.place
  const people = new Map<string, Span>()
  const seats = new Map<string, string>()
  for (const { name, office, body, start, end } of old.use(names).people) {
    const seat = `${body}${office}`
    if (office === '' || name.length < 2 || high.test(seat) || (isOneCounty && ofCounty.test(seat))) continue
    people.set(name, { start, end })
    seats.set(name, seat)
  }
  for (const match of old.text.matchAll(contact)) {
    const name = match[1] as string
    const end = match.index + match[0].length
    people.set(name, { start: end - name.length, end })
  }
  const found = new Map<string, Person>()
  const ours = new Set<string>()
  const all = [...people]
  const find = phraseFinder(all.map(([name]) => name))
  for (const { unit, mate } of rows) {
    for (const { phrase, start, end } of find(text, unit.start, unit.end)) {
      const [name, old] = all[phrase] as (typeof all)[number]
      if (!mate?.words.includes(name)) ours.add(name)
      else if (!found.has(name)) found.set(name, { name, old, at: { start, end } })
    }
  }
  // Who is of the county itself is not of two counties, whatever he did.
  const isOfCounty = (name: string): boolean => !isOneCounty && (seats.get(name)?.startsWith('县') ?? false)
  return [...found.values()].filter(({ name, at }) => !ours.has(name) && (isOfCounty(name) || !isVisited(text, at)))
}

/** Behind a name: he held the office until then. 周景明同志任区长期间. */
const movedOn = /^(?:同志)?[^，。；]{0,6}(?:期间|任上|任内|调任|调往|转任|离任|卸任|退休|去职|辞去)/

interface Officer {
  readonly at: Span
  readonly name: string
  readonly office: string
  readonly now: PersonMention
}

/** The body whose office it is, where the words before it name one. */
const bodyName = /\p{Script=Han}{1,6}(?:局|委|院|校|公司|政府|中心|县|市|区|镇|乡)$/u

const seatOf = ({ office, body }: PersonMention): string => `${bodyName.exec(body)?.[0] ?? ''} ${office}`

/** Mentions of who held an office last year, where the new text names somebody else for it elsewhere. */
export function formerOfficers(text: string, use: Use, { old, rows }: Pairing): Officer[] {
  const before = [...old.use(names).people].sort((a, b) => a.start - b.start)
  const here = [...use(names).people].sort((a, b) => a.start - b.start)
  const successors = new Map<string, PersonMention>()
  const holders = new Map<string, Set<string>>()
  for (const person of before) {
    if (person.single && !person.former) holders.set(seatOf(person), (holders.get(seatOf(person)) ?? new Set()).add(person.name))
  }
  for (const now of here) {
    const was = now.single && !now.former ? holders.get(seatOf(now)) : undefined
    const [name] = was ?? []
    if (was?.size === 1 && name !== undefined && name !== now.name) successors.set(name, now)
  }
  for (const { unit, mate } of rows) {
    if (!mate) continue
    const theirs = onlyHolders(within(before, mate))
    if (theirs.size === 0) continue
    for (const [office, now] of onlyHolders(within(here, unit))) {
      const was = theirs.get(office)
      if (was && was.name !== now.name) successors.set(was.name, now)
    }
  }
  for (const row of rows)
    for (const { name, now } of namesChanged(text, old.text, row)) if (!successors.has(name)) successors.set(name, now)
  const told = groupedBy(here, ({ name }) => name)
  // Who moved on to another office is no leftover there.
  const gone = [...successors].filter(([name, now]) =>
    (told.get(name) ?? []).every(
      ({ office, former, end }) =>
        !former &&
        !movedOn.test(text.slice(end, end + 12)) &&
        (office === '' || now.office.endsWith(office) || office.endsWith(now.office)),
    ),
  )
  const found = new Map<number, Officer>()
  for (const [name, now] of gone)
    for (const { start, end } of told.get(name) ?? []) found.set(start, { at: { start, end }, name, office: now.office, now })
  const find = phraseFinder(gone.map(([name]) => name))
  for (const { unit, mate } of rows) {
    if (!mate) continue
    for (const { phrase, start, end } of find(text, unit.start, unit.end)) {
      const [name, now] = gone[phrase] as (typeof gone)[number]
      const isFormer =
        /(?:原|前任|时任|接替|感谢|离任)[^，。；]{0,8}$/.test(text.slice(Math.max(0, start - 10), start)) ||
        movedOn.test(text.slice(end, end + 12))
      if (!isFormer && mate.words.includes(name)) found.set(start, { at: { start, end }, name, office: now.office, now })
    }
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start)
}

function groupedBy<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Who is told with an office of which a sentence names one holder, by the office. */
function onlyHolders(people: readonly PersonMention[]): Map<string, PersonMention> {
  const found = new Map<string, PersonMention>()
  for (const [office, [only, ...others]] of groupedBy(people, ({ office }) => office))
    if (office !== '' && only && others.length === 0) found.set(office, only)
  return found
}

/** Who holds the office that he held last year, each once: people change, and whoever edits the old text may forget them. */
export function stillInOffice(
  use: Use,
  { rows }: Pairing,
  former: readonly Officer[],
): Pick<Officer, 'at' | 'name' | 'office'>[] {
  const found = new Map<string, Pick<Officer, 'at' | 'name' | 'office'>>()
  const here = [...use(names).people].sort((a, b) => a.start - b.start)
  const gone = new Set(former.map(({ name }) => name))
  for (const { unit, mate } of rows) {
    for (const { name, office, body, former: isFormer, start, end } of within(here, unit)) {
      const isOfOffice = office !== '' && name.length > 1 && !isFormer && !high.test(`${body}${office}`)
      const isStill = isOfOffice && (mate?.words.includes(name) ?? false) && (mate?.words.includes(office) ?? false)
      if (isStill && !gone.has(name) && !found.has(name)) found.set(name, { at: { start, end }, name, office })
    }
  }
  return [...found.values()]
}

/** An office, right before a name. */
const beforeName = /\p{Script=Han}{0,4}(?:书记|主任|主席|经理|组长|队长|[县市区镇乡局院校行馆园站所]长|联系人|同志)[：:\s]?$/u

/** Words that were put right behind the same office in the place of others: whoever it was, somebody else holds it now. */
function namesChanged(text: string, old: string, row: Row): { readonly name: string; readonly now: PersonMention }[] {
  return changesOf(row).flatMap((change) => {
    // 王建国 and 王志强 have the surname in common: it is no part of the change.
    const shared = [0, 1].find((back) => beforeName.test(text.slice(0, change.now.start - back).slice(-8)))
    const office = shared === undefined ? undefined : beforeName.exec(text.slice(0, change.now.start - shared).slice(-8))?.[0]
    if (office === undefined || shared === undefined || !old.slice(0, change.old.start - shared).endsWith(office)) return []
    const [name, next] = [
      old.slice(change.old.start - shared, change.old.end),
      text.slice(change.now.start - shared, change.now.end),
    ]
    if (![name, next].every((one) => /^\p{Script=Han}{2,3}$/u.test(one))) return []
    const place = { start: change.now.start - shared, end: change.now.end }
    return [
      { name, now: { ...place, name: next, office: office.replace(/[：:\s]$/, ''), single: false, former: false, body: '' } },
    ]
  })
}
