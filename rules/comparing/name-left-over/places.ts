/** Names of places: the other office’s own, its towns and waters, with and without 县 and 镇. */
import { isHan, names, type Pairing, phraseFinder, type Span, placesOf as startsOf, type Use } from '../../../src/kit.ts'
import { anyRoad, behindShort, common, commonEnd, goingThere, placeName, road, smallPlace, visiting } from './data.ts'

/** A name that stands so often in the other text is at home there. */
export const atHome = 2

/** Before and behind a name: so many characters say whether one visits. */
const around = 14

export function placesOf(text: string, name: string, { start, end }: Span = { start: 0, end: text.length }): Span[] {
  return Array.from(startsOf(text, name, start, end), (at) => ({ start: at, end: at + name.length }))
}

/** The words of its clause, on either side. */
export const isVisited = (text: string, { start, end }: Span, words = visiting): boolean => {
  const before = text.slice(Math.max(0, start - around), start)
  const behind = text.slice(end, end + around)
  return words.test(before.split(/[，。；\n]/).at(-1) ?? '') || words.test(behind.split(/[，。；\n]/, 1)[0] ?? '')
}

interface OwnerName {
  readonly name: string
  readonly isShort: boolean
}

/** What only the other text's office is called: its place where that is another, else its own name, long and short. */
export function ownerNames({ old: { owner: old }, now: { owner: now } }: Pairing): OwnerName[] {
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
export const ownPlaces = (text: string, name: string, isShort: boolean): Span[] =>
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
export function stemsOf(text: string, use: Use, pair: Pairing): Person[] {
  if (!isOtherPlace(pair.old, pair.now)) return []
  const owner = pair.old.owner.place as string
  const stems = stemsAtHome(text, pair, owner)
  const find = phraseFinder(stems)
  const marks = new Set(use(names).quoted.map(({ start }) => start))
  const found = new Map<string, Person>()
  for (const { unit, mate } of pair.rows) {
    if (!mate) continue
    for (const { phrase, start, end } of find(text, unit.start, unit.end)) {
      const name = stems[phrase] as string
      // A town without its 镇 is told by the quotation that it begins, the office's own place anywhere but in full.
      const isNamed = owner.startsWith(name) ? !text.startsWith(owner, start) : marks.has(start) || marks.has(start - 1)
      const there = mate.words.indexOf(text.slice(start, end + name.length))
      if (found.has(name) || !isNamed || there < 0 || isVisited(text, { start, end })) continue
      found.set(name, { name, at: { start, end }, old: { start: mate.start + there, end: mate.start + there + name.length } })
    }
  }
  return [...found.values()]
}

/** The stems that stand in the old text more than once, of its own place and of towns that the new text has not. */
function stemsAtHome(text: string, { old, now }: Pairing, owner: string): string[] {
  const townsIn = (whole: string): Set<string> => new Set(Array.from(whole.matchAll(township), ([name]) => name))
  const ours = townsIn(text)
  const towns = [...townsIn(old.text)].filter((name) => !ours.has(name))
  const stems = [...new Set([owner, ...towns].map(stemOf))].filter(
    (name) => name.length === 2 && !ordinary.test(name) && !common.test(name) && !now.owner.place?.includes(name),
  )
  const counts = new Uint32Array(stems.length)
  for (const { phrase } of phraseFinder(stems)(old.text)) counts[phrase] = (counts[phrase] as number) + 1
  return stems.filter((_, index) => (counts[index] as number) >= atHome)
}

/** Of the number of a paper: whose it is, 石安委办〔2025〕14号. */
const prefix = /^\s*(\p{Script=Han}{2,12})[〔[［（(][12][0-9]{3}/u

/** Numbers of papers that still name the other office. */
export function prefixesOf({ rows, old, now }: Pairing): Person[] {
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
export function strangers(text: string, use: Use, { old, now, rows, passages }: Pairing): Stranger[] {
  const found = new Map<string, Stranger>()
  const ours = new Set<string>()
  const note = (name: string, at: Span, isCopied: boolean, least = 1): void => {
    if (common.test(name) || commonEnd.test(name) || (isCopied && found.has(name))) return
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
    for (const { 0: name, index } of isOther ? unit.words.matchAll(road) : [])
      if (!anyRoad.test(name))
        note(name, { start: unit.start + index, end: unit.start + index + name.length }, mate?.words.includes(name) ?? false, 1)
  }
  // Two offices that went to one town both name it.
  const isSeen = (name: string): boolean => {
    const words = placeName.test(name) ? visiting : goingThere
    return placesOf(text, name).some((place) => isVisited(text, place, words))
  }
  return [...found.values()].filter(({ name }) => !ours.has(name) && !isSeen(name)).sort((a, b) => a.at.start - b.at.start)
}

/** 宁川市卫生健康委, 宁川市委: of whom an office is led. */
const superiorName =
  /(?<=[在、，和及与]|^)(?![在和及与])(\p{Script=Han}{2,3}[市州])(?:委|政府|\p{Script=Han}{2,6}(?:局|委|院|公司))/gu

/** A city that copied words name as the one above, where the other text’s place lies in it and this text never says so itself. */
export function superiorsOf(text: string, { rows, old, now }: Pairing): Person[] {
  if (old.owner.place === undefined || now.owner.place === undefined || old.owner.place === now.owner.place) return []
  const found = new Map<string, Person>()
  for (const { unit, mate } of rows) {
    if (!mate || !unit.isBody || unit.outlook === 'plan') continue
    for (const { 1: name = '', index } of unit.words.matchAll(superiorName)) {
      const there = mate.words.indexOf(name)
      const at = { start: unit.start + index, end: unit.start + index + name.length }
      if (
        there < 0 ||
        found.has(name) ||
        found.size >= mostSuperiors ||
        common.test(name) ||
        name.includes(now.owner.place) ||
        isVisited(text, at)
      )
        continue
      found.set(name, { name, at, old: { start: mate.start + there, end: mate.start + there + name.length } })
    }
  }
  return [...found.values()].filter(
    ({ name }) => placesOf(text, name).length <= mostChance && name !== old.owner.place && name !== now.owner.place,
  )
}

/** An office has no more cities above it: in a text with more of them they are something else. */
const mostSuperiors = 8

/** A city named more often is one’s own. */
const mostChance = 2

export interface Person {
  readonly name: string
  readonly at: Span
  readonly old: Span
}
