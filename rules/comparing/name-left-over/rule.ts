import {
  changesOf,
  defineRule,
  isHan,
  type NameMention,
  names,
  type Pairing,
  type PersonMention,
  pairing,
  type Row,
  type Span,
  placesOf as startsOf,
  type Unit,
  type Use,
  within,
} from '../../../src/kit.ts'
import { behindShort, common, commonEnd, contact, goingThere, high, ofCounty, placeName, smallPlace, visiting } from './data.ts'

/** A name that stands so often in the other text is at home there. */
const atHome = 2

/** Before and behind a name: so many characters say whether one visits. */
const around = 14

export default defineRule({
  id: 'name-left-over',
  severity: 'error',
  yields: ['name-variant', 'place-mismatch', 'official-title'],
  summary: { zh: '照搬的稿子里留下了别处的地名、去年的人名', en: 'A name of the text it was taken from was left in' },
  source: { tier: '本规则', ref: '对照稿自己的地名、人名，不应出现在新稿里' },
  options: {},
  messages: {
    owner: { zh: '“{name}”是对照稿的，这里没有改', en: '“{name}” is of the other text and was not changed here' },
    place: {
      zh: '“{name}”只出现在照搬的段落里，对照稿中有{count}处：别处的地名没有改',
      en: '“{name}” stands in copied passages only, {count} times in the other text: another place’s name was left in',
    },
    stem: {
      zh: '“{name}”是对照稿里的地名，只出现在照搬的句子里，请核',
      en: '“{name}” is a place of the other text and stands in copied sentences only; please check',
    },
    person: {
      zh: '“{name}”是对照稿里的人，只出现在照搬的句子里，请核',
      en: '“{name}” is a person of the other text and stands in copied sentences only; please check',
    },
    officer: {
      zh: '去年的稿子里{office}是{name}，今年的稿子里是{now}：这一处没有改，请核',
      en: 'In last year’s text {name} was {office}, in this one it is {now}: this place was not changed; please check',
    },
    officers: {
      zh: '去年的稿子里{office}也是{name}，这样的共有{count}位，请逐位确认是否还任此职',
      en: 'In last year’s text {name} was {office} too; there are {count} such: please confirm that each still is',
    },
    still: {
      zh: '去年的稿子里{office}也是{name}，请确认是否还任此职',
      en: 'In last year’s text {name} was {office} too; please confirm',
    },
    too: { zh: '{office}也还是{name}', en: '{office} is still {name}' },
    renamed: {
      zh: '“{name}”是去年的叫法，别处已改成“{now}”，这一处没有改，请核',
      en: '“{name}” is last year’s name; elsewhere it was changed to “{now}”, but not here; please check',
    },
    old: { zh: '对照稿里', en: 'in the other text' },
    again: { zh: '这一处也没有改', en: 'not changed here either' },
    now: { zh: '今年的稿子这样写', en: 'so it stands in the new text' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    if (!pair) return
    if (pair.body === 'same') {
      const former = formerOfficers(text, use, pair)
      for (const { at, office, name, now } of former)
        report('officer', at, { office, name, now: now.name }, { severity: 'warning', see: [{ id: 'now', at: now, data: {} }] })
      const [first, ...others] = stillInOffice(use, pair, former)
      const see = others.map(({ at, office, name }) => ({ id: 'too', at, data: { office, name } }) as const)
      if (first && others.length === 0)
        report('still', first.at, { office: first.office, name: first.name }, { severity: 'info' })
      else if (first) {
        const data = { office: first.office, name: first.name, count: others.length + 1 }
        report('officers', first.at, data, { severity: 'info', see })
      }
      for (const { name, now, places, see, isSure } of renamed(text, use, pair))
        for (const at of places)
          report('renamed', at, { name, now }, { severity: isSure ? 'warning' : 'info', see: [{ id: 'now', at: see, data: {} }] })
      return
    }
    for (const { name, isShort } of ownerNames(pair)) {
      const [first, ...others] = ownPlaces(text, name, isShort).filter((at) => !isVisited(text, at))
      const see = others.map((at) => ({ id: 'again', at, data: {} }) as const)
      if (first) report('owner', first, { name }, { see, ...(isShort && { severity: 'warning' }) })
    }
    const owners = ownerNames(pair).map(({ name }) => name)
    for (const { name, at, count, old, isName } of strangers(text, use, pair)) {
      if (owners.some((owner) => owner.includes(name))) continue
      const see = [{ id: 'old', at: old, data: {}, inOther: true }] as const
      report('place', at, { name, count }, { see, ...(!(isName && count >= atHome) && { severity: 'warning' }) })
    }
    for (const { name, at, old } of stemsOf(text, use, pair))
      report('stem', at, { name }, { severity: 'warning', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    for (const { name, at, old } of prefixesOf(pair))
      report('owner', at, { name }, { severity: 'warning', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    for (const { name, at, old } of peopleOf(text, pair))
      report('person', at, { name }, { severity: 'warning', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
  },
})

function placesOf(text: string, name: string, { start, end }: Span = { start: 0, end: text.length }): Span[] {
  return Array.from(startsOf(text, name, start, end), (at) => ({ start: at, end: at + name.length }))
}

/** The words of its clause, on either side. */
const isVisited = (text: string, { start, end }: Span, words = visiting): boolean => {
  const before = text.slice(Math.max(0, start - around), start)
  const behind = text.slice(end, end + around)
  return words.test(before.split(/[，。；\n]/).at(-1) ?? '') || words.test(behind.split(/[，。；\n]/, 1)[0] ?? '')
}

interface OwnerName {
  readonly name: string
  readonly isShort: boolean
}

/** What only the other text's office is called: its place where that is another, else its own name, long and short. */
function ownerNames({ old: { owner: old }, now: { owner: now } }: Pairing): OwnerName[] {
  const found: OwnerName[] = []
  const isOther = (one: string | undefined, other: string | undefined): one is string =>
    one !== undefined && one !== other && !(other ?? '').includes(one)
  if (isOther(old.place, now.place)) found.push({ name: old.place, isShort: false })
  if (now.office === undefined || !isOther(old.office, now.office) || old.office.length < 3) return found
  found.push({ name: old.office, isShort: false })
  const [, ordinal, kind] = /^第([一二三四五六七八九十]{1,2})(小|中)学$/.exec(old.office) ?? []
  if (ordinal !== undefined) found.push({ name: `${ordinal}${kind}`, isShort: true })
  return found
}

/** The longest word of `behindShort`. */
const longestBehind = 3

/** Short names are words of their own: 一小时 is none. */
const ownPlaces = (text: string, name: string, isShort: boolean): Span[] =>
  placesOf(text, name).filter(
    ({ start, end }) => !isShort || (!isHan(text, start - 1) && behindShort.test(text.slice(end, end + longestBehind))),
  )

/** Two places, each with its own towns: what both name is of one of them. */
const isOtherPlace = ({ owner: old }: Pairing['old'], { owner: now }: Pairing['now']): boolean =>
  old.place !== undefined && now.place !== undefined && old.place !== now.place

/** A town by two characters, as the first of a list or behind a word that leads to it. */
const township = /(?<=[、，在到与和及：“]|^)\p{Script=Han}{2}(?:镇|乡|街道)(?!级|村|[镇政区])/gu

/** 安岭县 without its 县. */
const stemOf = (name: string): string => name.replace(/(?:自治县|自治旗|街道|[县区市旗镇乡村])$/, '')

/** What is no place’s alone. */
const ordinary =
  /^(?:平安|新华|和平|东方|长安|永安|太平|新城|高新|中心|城[东西南北关]|[东西南北中][城山河湖门]|团结|胜利|光明|幸福|解放|人民|朝阳|红旗|东风|文明|新民|开发|经开)$/

/** Names of the other place and its towns without 县, 镇, in words that were copied: 安岭竹业, “云门说事”. */
function stemsOf(text: string, use: Use, { old, now, rows }: Pairing): Person[] {
  if (!isOtherPlace(old, now)) return []
  const towns = [...old.text.matchAll(township)].map(([name]) => name).filter((name) => !text.includes(name))
  const stems = new Set([old.owner.place as string, ...towns].map(stemOf))
  const { quoted } = use(names)
  return [...stems].flatMap((name): Person[] => {
    const isOwner = old.owner.place?.startsWith(name)
    if (name.length !== 2 || ordinary.test(name) || common.test(name) || now.owner.place?.includes(name)) return []
    if (placesOf(old.text, name).length < atHome) return []
    for (const { unit, mate } of rows) {
      for (const at of placesOf(text, name, unit)) {
        const isNamed = isOwner || quoted.some(({ start }) => start === at.start || start + 1 === at.start)
        const said = text.slice(at.start, at.end + name.length)
        const isWhole = isOwner && text.startsWith(old.owner.place as string, at.start)
        if (isNamed && !isWhole && mate?.words.includes(said) && !isVisited(text, at))
          return [
            {
              name,
              at,
              old: { start: mate.start + mate.words.indexOf(said), end: mate.start + mate.words.indexOf(said) + name.length },
            },
          ]
      }
    }
    return []
  })
}

/** Of the number of a paper: whose it is, 石安委办〔2025〕14号. */
const prefix = /^\s*(\p{Script=Han}{2,12})[〔[［（(][12][0-9]{3}/u

/** Numbers of papers that still name the other office. */
function prefixesOf({ rows, old, now }: Pairing): Person[] {
  if (old.owner.place === undefined || now.owner.place === undefined) return []
  return rows.flatMap(({ unit, mate }) => {
    const name = unit.role === 'document-number' ? prefix.exec(unit.words)?.[1] : undefined
    if (name === undefined || !mate || prefix.exec(mate.words)?.[1] !== name) return []
    const from = unit.start + unit.words.indexOf(name)
    return [{ name, at: { start: from, end: from + name.length }, old: mate }]
  })
}

interface Stranger {
  readonly name: string
  readonly at: Span
  readonly old: Span
  readonly count: number
  /** It stands behind different words: it begins where we think. */
  readonly isName: boolean
}

/** Places that stand in copied words of the new text only. */
function strangers(text: string, use: Use, { old, now, rows, passages }: Pairing): Stranger[] {
  const found = new Map<string, Stranger>()
  const ours = new Set<string>()
  const note = (name: string, at: Span, isCopied: boolean, least = 1): void => {
    if (common.test(name) || commonEnd.test(name)) return
    const places = isCopied ? placesOf(old.text, name) : []
    const [first] = places
    const neighbours = new Set(places.map(({ start }) => old.text[start - 1]))
    if (!first) ours.add(name)
    else if (!found.has(name) && places.length >= least)
      found.set(name, { name, at, old: first, count: places.length, isName: neighbours.size > 1 })
  }
  // What two places both call a town is of one of them; one place's own offices share its towns.
  const isOther = isOtherPlace(old, now)
  let [at, line] = [0, 0]
  for (const mention of use(names).named) {
    const { start, end, of } = mention
    const name = text.slice(start, end)
    if (of !== 'place' || !placeName.test(name)) continue
    while (at < passages.length && (passages[at]?.at.end ?? 0) < end) at++
    while (line < rows.length && (rows[line]?.unit.end ?? 0) < end) line++
    const isTown = isOther && /[镇乡道]$/.test(name)
    const isCopied = isTown
      ? (rows[line]?.mate?.words.includes(name) ?? false)
      : start >= (passages[at]?.at.start ?? Number.POSITIVE_INFINITY)
    note(name, { start, end }, isCopied, isTown ? 1 : atHome)
  }
  for (const { unit, mate } of rows) {
    for (const match of unit.words.matchAll(smallPlace)) {
      const span = { start: unit.start + match.index, end: unit.start + match.index + match[0].length }
      if (!isHan(text, span.end) || !/[村镇乡县]/.test(text[span.end] ?? ''))
        note(match[0], span, mate?.words.includes(match[0]) ?? false)
    }
  }
  // Two offices that went to one town both name it.
  const isSeen = (name: string): boolean => {
    const words = placeName.test(name) ? visiting : goingThere
    return placesOf(text, name).some((place) => isVisited(text, place, words))
  }
  return [...found.values()].filter(({ name }) => !ours.has(name) && !isSeen(name)).sort((a, b) => a.at.start - b.at.start)
}

interface Person {
  readonly name: string
  readonly at: Span
  readonly old: Span
}

/** People of the other text, by office or as whom to call, who stand in copied sentences of the new one. */
function peopleOf(text: string, { old, now, rows }: Pairing): Person[] {
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
  for (const [name, place] of people) {
    for (const { unit, mate } of rows) {
      const at = unit.words.indexOf(name)
      if (at < 0) continue
      if (!mate?.words.includes(name)) ours.add(name)
      else if (!found.has(name))
        found.set(name, { name, old: place, at: { start: unit.start + at, end: unit.start + at + name.length } })
    }
  }
  // Who is of the county itself is not of two counties, whatever he did.
  const isOfCounty = (name: string): boolean => !isOneCounty && (seats.get(name)?.startsWith('县') ?? false)
  return [...found.values()].filter(({ name, at }) => !ours.has(name) && (isOfCounty(name) || !isVisited(text, at)))
}

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
function formerOfficers(text: string, use: Use, { old, rows }: Pairing): Officer[] {
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
    const [ours, theirs] = [within(here, unit), within(before, mate)]
    for (const was of theirs) {
      const isOnly = theirs.filter(({ office }) => office === was.office).length === 1
      const now = isOnly ? ours.filter(({ office }) => office === was.office) : []
      const [one] = now
      if (was.office !== '' && one && now.length === 1 && one.name !== was.name) successors.set(was.name, one)
    }
  }
  for (const row of rows)
    for (const { name, now } of namesChanged(text, old.text, row)) if (!successors.has(name)) successors.set(name, now)
  const found = new Map<number, Officer>()
  for (const [name, now] of successors) {
    // Who moved on to another office is no leftover there.
    const told = here.filter((person) => person.name === name)
    if (
      told.some(({ office, former }) => former || (office !== '' && !now.office.endsWith(office) && !office.endsWith(now.office)))
    )
      continue
    for (const { start, end } of told) found.set(start, { at: { start, end }, name, office: now.office, now })
    for (const { unit, mate } of rows) {
      if (!mate?.words.includes(name)) continue
      for (const at of placesOf(text, name, unit)) {
        const isFormer = /(?:原|前任|时任|接替|感谢|离任)[^，。；]{0,8}$/.test(text.slice(Math.max(0, at.start - 10), at.start))
        if (!isFormer) found.set(at.start, { at, name, office: now.office, now })
      }
    }
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start)
}

/** Who holds the office that he held last year, each once: people change, and whoever edits the old text may forget them. */
function stillInOffice(use: Use, { rows }: Pairing, former: readonly Officer[]): Pick<Officer, 'at' | 'name' | 'office'>[] {
  const found = new Map<string, Pick<Officer, 'at' | 'name' | 'office'>>()
  const here = [...use(names).people].sort((a, b) => a.start - b.start)
  for (const { unit, mate } of rows) {
    for (const { name, office, body, former: isFormer, start, end } of within(here, unit)) {
      const isOfOffice = office !== '' && name.length > 1 && !isFormer && !high.test(`${body}${office}`)
      const isStill = isOfOffice && (mate?.words.includes(name) ?? false) && (mate?.words.includes(office) ?? false)
      if (isStill && !former.some((one) => one.name === name))
        found.set(name, found.get(name) ?? { at: { start, end }, name, office })
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

interface Renamed {
  readonly name: string
  readonly now: string
  readonly places: readonly Span[]
  /** Where it is called by its new name. */
  readonly see: Span
  readonly isSure: boolean
}

/** Bodies and campaigns with another name than last year, whose old one still stands in sentences of last year. */
function renamed(text: string, use: Use, pair: Pairing): Renamed[] {
  const { old, now, rows } = pair
  const pairs = new Map<string, { readonly now: string; readonly see: Span; readonly isOwn: boolean }>()
  if (old.owner.office !== undefined && now.owner.office !== undefined && old.owner.office !== now.owner.office) {
    const isInside = now.owner.office.includes(old.owner.office) || old.owner.office.includes(now.owner.office)
    const [see] = placesOf(text, now.owner.office)
    if (!isInside && see) pairs.set(old.owner.office, { now: now.owner.office, see, isOwn: true })
  }
  const [ours, theirs] = [namesIn(use), namesIn(old.use)]
  for (const row of rows) {
    if (!row.mate) continue
    const [here, there] = [within(ours, row.unit), within(theirs, row.mate)]
    if (here.length === 0 || there.length === 0) continue
    for (const change of changesOf(row)) {
      const was = there.find((one) => holds(one, change.old))
      const is = here.find((one) => holds(one, change.now))
      if (!was || !is) continue
      const name = old.text.slice(was.isQuoted ? was.start : change.old.start, was.end)
      const next = text.slice(is.isQuoted ? is.start : change.now.start, is.end)
      if (name.length < 3 || next.length < 3 || next.includes(name) || name.includes(next) || /^“?十[一二三四五六]五/.test(name))
        continue
      if (placesOf(old.text, name).length < atHome || old.text.includes(next)) continue
      if (!pairs.has(name)) pairs.set(name, { now: next, see: { start: is.end - next.length, end: is.end }, isOwn: false })
    }
  }
  return [...pairs].flatMap(([name, { now: next, see, isOwn }]): Renamed[] => {
    const own = rows.filter(({ unit }) => unit.words.includes(name))
    if (own.length === 0 || own.some(({ mate }) => !mate?.words.includes(name))) return []
    const places = own.flatMap(({ unit }: { unit: Unit }) => placesOf(text, name, unit))
    const isSure = isOwn || placesOf(text, next).length >= atHome
    return [{ name, now: next, places, see, isSure }]
  })
}

interface AnyName extends Span {
  readonly isQuoted: boolean
}

/** Bodies, and what stands in “…”; in order of the text. */
function namesIn(use: Use): AnyName[] {
  const { named, quoted } = use(names)
  const bodies = named
    .filter(({ of }: NameMention) => of === 'organisation')
    .map(({ start, end }) => ({ start, end, isQuoted: false }))
  return [...bodies, ...quoted.map(({ start, end }) => ({ start, end, isQuoted: true }))].sort((a, b) => a.start - b.start)
}

const holds = (one: Span, { start, end }: Span): boolean => start >= one.start && end <= one.end
