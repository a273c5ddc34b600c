import { isHan, type Span } from '../../../src/kit.ts'
import type { Fixed } from './fixed.ts'

/** How a list departs from a formula: its members out of order, one left out inside or at an end, one that is another. */
export type Departure = 'order' | 'lost' | 'cut' | 'other' | 'letter'

/** A list of official prose whose members hardly ever change. */
export interface ListFormula {
  readonly members: readonly string[]
  /** In these ways the formula is never varied: such a departure is told. */
  readonly told: ReadonlySet<Departure>
  /** Whether its characters are told in another order: of a formula that is given only as right in itself they are not. */
  readonly isCrossed: boolean
  /** In use since this year; undefined: for long. */
  readonly since: number | undefined
}

/** What the letters behind a formula of the table mean. */
const letters: Readonly<Record<string, Departure>> = { o: 'order', l: 'lost', e: 'cut', r: 'other', c: 'letter' }

/** The formulas of a table. A line is `成员、成员、成员 letters@year`; one without letters is right in itself, though like another. */
export function formulasOf(table: string): ListFormula[] {
  return table.split('\n').flatMap((line) => {
    const [words = '', rest = ''] = line.split(' ')
    if (!words.includes('、')) return []
    const [flags = '', since] = rest.split('@')
    const told = new Set([...flags].flatMap((flag) => letters[flag] ?? []))
    // Whoever tells that a member is another tells one that is all but right too.
    if (told.has('other')) told.add('letter')
    return [{ members: words.split('、'), told, isCrossed: flags !== '', since: since === undefined ? undefined : Number(since) }]
  })
}

/** The words of a table that are no lists: a line is `文字 s=变体,变体`, or `文字 t` for four characters of which others may be meant. */
export function fixedOf(table: string): Fixed[] {
  return table.split('\n').flatMap((line) => {
    const [words = '', rest = ''] = line.split(' ')
    if (words === '' || words.includes('、')) return []
    const [kind, variants] = rest.split('=')
    return [{ words, isTight: kind === 't', variants }]
  })
}

/** A list that is a formula but for one thing. */
export interface ListSlip extends Span {
  readonly formula: ListFormula
  readonly how: Departure
  /** The member that is missing or meant, and what stands for it; empty where the order is wrong. */
  readonly meant: string
  readonly said: string
}

interface Member {
  readonly formula: number
  readonly member: number
  readonly words: string
}

export interface ListFinder {
  readonly formulas: readonly ListFormula[]
  /** Members by their first two and by their last two characters. */
  readonly starts: ReadonlyMap<string, readonly Member[]>
  readonly ends: ReadonlyMap<string, readonly Member[]>
}

export function finderOf(formulas: readonly ListFormula[]): ListFinder {
  const starts = new Map<string, Member[]>()
  const ends = new Map<string, Member[]>()
  const add = (map: Map<string, Member[]>, key: string, one: Member): void => {
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  }
  formulas.forEach(({ members }, formula) => {
    members.forEach((words, member) => {
      const one = { formula, member, words }
      add(starts, words.slice(0, 2), one)
      add(ends, words.slice(-2), one)
    })
  })
  return { formulas, starts, ends }
}

const comma = '、'
const joins = '和与及'
/** Longer lists are enumerations, no formulas. */
const mostItems = 16

/** Lists of `[start, end)` with a mark or more between their items: the items as they stand. */
function* listsIn(text: string, start: number, end: number): Generator<readonly Span[]> {
  const stretch = text.slice(start, end)
  for (let found = stretch.indexOf(comma); found >= 0; ) {
    const mark = start + found
    let from = mark
    while (from > start && isHan(text, from - 1)) from--
    const items: Span[] = []
    let at = mark
    for (;;) {
      items.push({ start: from, end: at })
      if (at >= end || text[at] !== comma) break
      from = at + 1
      at = from
      while (at < end && isHan(text, at)) at++
    }
    if (items.length <= mostItems) yield items
    found = stretch.indexOf(comma, at + 1 - start)
  }
}

/** The lists of `[start, end)` that depart from a formula; those nearest to one of many members come first. */
export function listSlipsIn(finder: ListFinder, text: string, start: number, end: number): ListSlip[] {
  const slips: ListSlip[] = []
  for (const items of listsIn(text, start, end)) {
    const departing: ListSlip[] = []
    const whole: { readonly at: Span; readonly size: number }[] = []
    for (const [index, places] of placesOf(finder, text, items)) {
      const formula = finder.formulas[index] as ListFormula
      const { length } = formula.members
      if (places.length < Math.max(1, length - 1)) continue
      const found = length === 2 ? pairCompared(text, formula, places, items) : compared(text, formula, places, items)
      if (found === undefined) continue
      if (isSlip(found)) departing.push(found)
      else whole.push({ at: found, size: length })
    }
    if (departing.length === 0) continue
    departing.sort((a, b) => b.formula.members.length - a.formula.members.length)
    slips.push(
      ...departing.filter((slip) => !whole.some(({ at, size }) => covers(at, slip) && size >= slip.formula.members.length)),
    )
  }
  return slips
}

const isSlip = (found: ListSlip | Span): found is ListSlip => 'how' in found

const covers = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start

/** Where a member stands, and of which item of the list it is a part, from 0. */
interface Place extends Span {
  readonly item: number
  readonly member: number
}

/** Which members of which formulas the items are; the first item may begin with other words, the last may end with them. */
function placesOf({ starts, ends }: ListFinder, text: string, items: readonly Span[]): Map<number, Place[]> {
  const found = new Map<number, Place[]>()
  const add = ({ formula, member, words }: Member, item: number, start: number): void => {
    const place = { item, member, start, end: start + words.length }
    const known = found.get(formula)
    if (!known) found.set(formula, [place])
    else if (!known.some((one) => one.member === member || one.item === item)) known.push(place)
  }
  const last = items.length - 1
  items.forEach(({ start, end }, item) => {
    if (item === 0) {
      for (const one of ends.get(text.slice(end - 2, end)) ?? [])
        if (end - one.words.length >= start && text.startsWith(one.words, end - one.words.length))
          add(one, item, end - one.words.length)
      return
    }
    for (const one of starts.get(text.slice(start, start + 2)) ?? []) {
      if (!text.startsWith(one.words, start)) continue
      const stop = start + one.words.length
      if (stop > end || (item < last && stop !== end)) continue
      add(one, item, start)
      if (item < last || stop === end) continue
      // The last two may be joined by a word.
      const join = joins.includes(text[stop] as string) ? 1 : text.startsWith('以及', stop) ? 2 : 0
      if (join === 0) continue
      const next = stop + join
      for (const other of starts.get(text.slice(next, next + 2)) ?? [])
        if (other.formula === one.formula && text.startsWith(other.words, next)) add(other, item + 1, next)
    }
  })
  return found
}

const isRising = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value > (values[at - 1] as number))

/** The one departure between a formula and the list whose members were found; where there is none, the place of the whole. */
function compared(
  text: string,
  formula: ListFormula,
  places: readonly Place[],
  items: readonly Span[],
): ListSlip | Span | undefined {
  const { members, told } = formula
  const sorted = [...places].sort((a, b) => a.item - b.item)
  const [first, last] = [sorted[0] as Place, sorted[sorted.length - 1] as Place]
  const order = sorted.map(({ member }) => member)
  const lastItem = Math.max(items.length - 1, last.item)
  const isGapless = last.item - first.item === sorted.length - 1
  const isAll = first.item === 0 && last.item === lastItem
  const span = { start: first.start, end: last.end }
  if (sorted.length === members.length) {
    if (!isGapless) return undefined
    if (isRising(order)) return span
    return isAll && told.has('order') ? { ...span, formula, how: 'order', said: '', meant: '' } : undefined
  }
  if (!isRising(order)) return undefined
  const missing = members.findIndex((_, member) => !order.includes(member))
  const meant = members[missing] as string
  const isInner = missing > 0 && missing < members.length - 1
  if (isGapless && isAll) {
    const how = isInner ? 'lost' : 'cut'
    return told.has(how) ? { ...span, formula, how, said: '', meant } : undefined
  }
  if (items.length !== members.length) return undefined
  const odd = items.findIndex((_, item) => !sorted.some((place) => place.item === item))
  if (odd !== missing) return undefined
  const at = partLike(items[odd] as Span, meant, missing === 0, isInner)
  const said = text.slice(at.start, at.end)
  const how = isAlmost(said, meant) ? 'letter' : 'other'
  if (said.length < 2 || Math.abs(said.length - meant.length) > 2 || !told.has(how)) return undefined
  return { start: Math.min(first.start, at.start), end: Math.max(last.end, at.end), formula, how, said, meant }
}

/** The part of an item that stands where a member should: all of it inside a list, else as much as the member has. */
const partLike = ({ start, end }: Span, { length }: string, isFirst: boolean, isInner: boolean): Span =>
  isInner
    ? { start, end }
    : isFirst
      ? { start: Math.max(start, end - length), end }
      : { start, end: Math.min(end, start + length) }

/** Of two members one stands there: whether its neighbour is all but the other, or the other stands before it. */
function pairCompared(
  text: string,
  formula: ListFormula,
  places: readonly Place[],
  items: readonly Span[],
): ListSlip | Span | undefined {
  const { members, told } = formula
  const [one, two] = [...places].sort((a, b) => a.item - b.item) as [Place, Place | undefined]
  if (two) {
    if (two.item !== one.item + 1) return undefined
    const span = { start: one.start, end: two.end }
    if (one.member < two.member) return span
    return told.has('order') ? { ...span, formula, how: 'order', said: '', meant: '' } : undefined
  }
  const meant = members[1 - one.member] as string
  const isBefore = one.member === 1
  const item = items[one.item + (isBefore ? -1 : 1)]
  if (!item || !told.has('letter')) return undefined
  const at = isBefore ? { start: item.end - meant.length, end: item.end } : { start: item.start, end: item.start + meant.length }
  if (at.start < item.start || at.end > item.end) return undefined
  const said = text.slice(at.start, at.end)
  // Before a fixed second half the first is varied more freely: 融入中心、服务大局.
  const isOther = told.has('other') && said.length === meant.length && said !== meant && said[0] === meant[0]
  if (!isOther && !isAkin(said, meant, isBefore)) return undefined
  return { start: Math.min(one.start, at.start), end: Math.max(one.end, at.end), formula, how: 'letter', said, meant }
}

const sortedLetters = (words: string): string => [...words].sort().join('')

/** One character differs, was lost or added; or the same characters stand in another order. */
function isAlmost(said: string, meant: string): boolean {
  if (said.length === meant.length) {
    const differing = [...said].filter((character, at) => character !== meant[at]).length
    return (differing === 1 && said.length > 2) || sortedLetters(said) === sortedLetters(meant)
  }
  const [short, long] = said.length < meant.length ? [said, meant] : [meant, said]
  if (long.length - short.length !== 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return long.slice(at + 1) === short.slice(at)
}

/** Half of the characters, or more than half, stand in their places, or all of them in others. */
function isAkin(said: string, meant: string, isStrict: boolean): boolean {
  if (said === meant || said.length !== meant.length) return false
  const same = [...said].filter((character, at) => character === meant[at]).length
  return same * 2 >= meant.length + (isStrict ? 1 : 0) || sortedLetters(said) === sortedLetters(meant)
}
