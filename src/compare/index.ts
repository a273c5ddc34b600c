/** Two documents side by side: what the new one took over from the old one. A fact; without another document there is none. */
import { fact, type Use } from '../fact.ts'
import { period } from '../facts/period.ts'
import { structure } from '../facts/structure.ts'
import { within } from '../facts/times/index.ts'
import { writtenOn } from '../facts/written-on.ts'
import { years } from '../facts/years.ts'
import type { Span } from '../source.ts'
import { type Alignment, align, type Compared, type Row } from './align.ts'
import { partsOf, spanAt, type WholeNormal, wholeOf } from './normal.ts'
import { type Unit, unitsOf } from './units.ts'

export type { Row, RowKind } from './align.ts'
export { type Change, changesOf } from './changes.ts'
export type { Lists, Target, Unechoed } from './lists.ts'
export type { Unit } from './units.ts'

/** One of the two documents. */
export interface Side {
  readonly text: string
  readonly use: Use
  readonly units: readonly Unit[]
  readonly owner: Owner
}

/** Whose text it is, by its title, dateline, byline and signature. */
export interface Owner {
  /** 云溪县; undefined where they name none. */
  readonly place: string | undefined
  /** 水务局, 第一小学: what stands behind the place, or for itself. */
  readonly office: string | undefined
}

/** A stretch of words that both have, as places of either. */
export interface Passage {
  readonly at: Span
  readonly old: Span
  /** Characters that are compared: Han, letters, figures. */
  readonly length: number
}

/** Shares of the new text's characters, 0 to 1. */
export interface Shares {
  readonly same: number
  readonly numbers: number
  readonly words: number
  readonly new: number
  /** What stands in common runs, wherever sentences begin. */
  readonly verbatim: number
}

/** Of one office, or of two. */
export type Body = 'same' | 'other'

export interface Pairing extends Pick<Alignment, 'rows' | 'dropped'> {
  readonly old: Side
  readonly now: Side
  readonly body: Body
  readonly passages: readonly Passage[]
  readonly shares: Shares
}

/** undefined: there is no other document. */
export const pairing = fact('pairing', ({ text, other, settings }, use): Pairing | undefined => {
  if (!other) return undefined
  const [oldWhole, nowWhole] = [wholeOf(other.text), wholeOf(text)]
  const [old, now] = [sideOf(other.text, other.use, oldWhole), sideOf(text, use, nowWhole)]
  const [oldText, nowText] = [comparedOf(old, oldWhole), comparedOf(now, nowWhole)]
  const { rows, dropped, runs } = align(oldText, nowText)
  const passages = runs.map(({ from, oldFrom, length }) => ({
    at: spanAt(nowText.normal, from, length),
    old: spanAt(oldText.normal, oldFrom, length),
    length,
  }))
  const shares = sharesOf(rows, passages, nowText.normal.text.length)
  return { old, now, body: settings.body ?? bodyOf(old, now), rows, dropped, passages, shares }
})

const sideOf = (text: string, use: Use, whole: WholeNormal): Side => ({
  text,
  use,
  units: unitsOf(text, use, whole),
  owner: ownerOf(text, use),
})

/** Title, signature and the like are the same in many texts: they are no part of a common passage. */
const comparedOf = ({ units }: Side, whole: WholeNormal): Compared => ({
  units,
  whole,
  normal: partsOf(whole, withoutOverlap(units.filter(({ isBody }) => isBody))),
})

/** A heading may hold its sentence: what is compared is told once. */
function withoutOverlap(units: readonly Unit[]): Span[] {
  let last = 0
  return units.flatMap(({ start, end }) => {
    const from = Math.max(start, last)
    last = Math.max(last, end)
    return from < end ? [{ start: from, end }] : []
  })
}

function sharesOf(rows: readonly Row[], passages: readonly Passage[], characters: number): Shares {
  const whole = Math.max(
    1,
    rows.reduce((sum, { unit }) => sum + unit.normal.length, 0),
  )
  const share = (kind: Row['kind']): number =>
    rows.reduce((sum, row) => (row.kind === kind ? sum + row.unit.normal.length : sum), 0) / whole
  const verbatim = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, characters)
  return { same: share('same'), numbers: share('numbers'), words: share('words'), new: share('new'), verbatim }
}

const place = /\p{Script=Han}{2,4}?(?:自治州|自治县|省|县|区|市|镇|乡|街道|村)/gu
const office =
  /\p{Script=Han}{1,12}?(?:委员会|政法委|纪委监委|纪委|组织部|宣传部|统战部|办公室|总工会|局|院|中学|小学|学校|幼儿园|公司|集团|银行|支行|医院|大学|学院|社区)/u

const ownRoles: ReadonlySet<string | undefined> = new Set(['title', 'dateline', 'byline', 'signature'])

function ownerOf(text: string, use: Use): Owner {
  const lines = use(structure)
    .paragraphs.filter(({ paragraph: { role } }) => ownRoles.has(role))
    .map(({ paragraph: { start, end } }) => text.slice(start, end).replace(/[0-9〇零○年月日在（）()《》“”关于]/g, ' '))
  const named = lines.flatMap((line) => innermost(line) ?? [])[0]
  const offices = lines.flatMap((line) => officeOf(line, named) ?? [])
  return { place: named, office: offices[0] }
}

/** The office behind the place: of 青川县第一小学 the latter half. */
function officeOf(line: string, named: string | undefined): string | undefined {
  const from = named === undefined ? -1 : line.indexOf(named)
  return office.exec(from < 0 || named === undefined ? line : line.slice(from + named.length))?.[0]
}

/** The last of the first places that stand one behind another: of 呼伦贝尔市海拉尔区 the latter. */
function innermost(line: string): string | undefined {
  let last: { readonly name: string; readonly end: number } | undefined
  for (const { 0: name, index } of line.matchAll(place)) {
    if (last !== undefined && last.end !== index) break
    last = { name, end: index + name.length }
  }
  return last?.name
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && !one.endsWith(other) && !other.endsWith(one)

/** A county has one office of each kind: 水务局 that is now 水利局 is the same, and has a new name. */
const oneOfAKind = /(?:局|委|委员会|部|办公室|办)$/

/** What many offices are called by. */
const ofMany = /[委县市区镇人民政府工作管理和与]/g

function isRenamed(one: string, other: string): boolean {
  const [stem, was] = [one, other].map((name) => name.replace(oneOfAKind, '').replace(ofMany, '')) as [string, string]
  return oneOfAKind.test(one) && oneOfAKind.test(other) && [...stem].some((sign) => was.includes(sign))
}

/** Two names of one kind that differ are two bodies, but for an office that was renamed; where one text names none they are one. */
function bodyOf({ owner: old }: Side, { owner: now }: Side): Body {
  if (differ(old.place, now.place)) return 'other'
  return differ(old.office, now.office) && !isRenamed(old.office ?? '', now.office ?? '') ? 'other' : 'same'
}

/** The years that the two texts belong to; a later text has a later one. */
export interface PairYears {
  readonly old: number
  readonly now: number
}

/** The year a text belongs to: the one it plans, the one after the year it reviews, or the year of its date. */
function yearOf({ use }: Side): number | undefined {
  const { planned, reviewed, document } = use(period)
  return planned ?? (reviewed === undefined ? document?.value : reviewed + 1)
}

/** The last year that the title names. */
function titleYear({ use }: Side): number | undefined {
  const titles = use(structure).paragraphs.filter(({ paragraph: { role } }) => role === 'title')
  const named = titles.flatMap(({ paragraph }) => within(use(years), paragraph)).map(({ value }) => value)
  return named.length > 0 ? Math.max(...named) : undefined
}

/** How many years lie between the two texts, by what is changed first: the title, what is said, the date. A draft has some of it left. */
function yearsBetween(old: Side, now: Side): number {
  for (const said of [titleYear, yearOf, ({ use }: Side) => use(writtenOn)?.year]) {
    const [before, after] = [said(old), said(now)]
    if (before !== undefined && after !== undefined && after > before) return after - before
  }
  return 0
}

/** undefined: one of them does not say, or the new one is not later. Nothing of what follows from the years can be told then. */
export function yearsOfPair({ old, now }: Pairing): PairYears | undefined {
  const between = yearsBetween(old, now)
  const before = yearOf(old) ?? titleYear(old) ?? old.use(writtenOn)?.year
  return before !== undefined && between > 0 ? { old: before, now: before + between } : undefined
}
