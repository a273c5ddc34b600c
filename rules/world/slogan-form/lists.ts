/** Sets written out, 政治意识、大局意识…: a member missing, out of order, or not of the set. */
import { isInside, quotations, type Span, type Stretch, type Use } from '../../../src/kit.ts'
import { changedIn } from './changed.ts'
import { type Family, families } from './data.ts'
import { type Hit, inner, isSince, memberWords, orderMessage, type Part, places, withVerb, wordsAround } from './find.ts'

export const listMessages = {
  order: orderMessage,
  missing: { zh: '{name}缺“{missing}”', en: '{name}: “{missing}” is missing' },
  maybe: { zh: '{name}像是缺“{missing}”，请核', en: '{name}: “{missing}” seems to be missing; please check' },
  other: { zh: '{name}里没有“{said}”，应为“{missing}”', en: '“{said}” is none of {name}: “{missing}”' },
} as const

type Lists = Part<typeof listMessages>

/** A member in whose place other words stand. */
export function tellChanged({ text, use, report }: Lists, stretch: Stretch, hits: readonly Hit[]): void {
  for (const { family, start, end, missing } of changedIn(text, stretch, hits)) {
    const said = text.slice(start, end)
    if (!isSince(use, family.from) || isInside(use(quotations), start)) continue
    if (family.context && !family.context.test(wordsAround(use, text, { start, end }, stretch))) continue
    const fix = { grade: 'suggested', edits: [{ start, end, text: missing }] } as const
    report('other', { start, end }, { name: family.name, said, missing: inner(missing) }, { fix, ...milder(family) })
  }
}

/** A member that is missing, or out of order. */
export function tellLists({ text, use, report }: Lists, stretch: Stretch, hits: readonly Hit[]): void {
  for (const list of listsIn(text, hits)) {
    const { family } = list
    const span = { start: (list.places[0] as Listed).start, end: (list.places[list.places.length - 1] as Listed).end }
    if (!isJudged(text, use, stretch, family, span)) continue
    const outer = withVerb(text, span)
    if (!isAscending(list.places)) {
      if (setsBeside.test(text.slice(span.end, span.end + 6))) continue
      if (isOrderly(family, list.places)) report('order', outer, { order: family.members.join('、') }, milder(family))
      continue
    }
    const gap = gapIn(list, (from) => isSince(use, from), wordsAround(use, text, span, stretch))
    if (!gap) continue
    const data = { name: family.name, missing: inner(gap.missing) }
    report(family.mild || family.isOpen ? 'maybe' : 'missing', outer, data, {
      fix: { grade: 'suggested', edits: [{ start: gap.at, end: gap.at, text: gap.text }] },
      ...(family.isOpen ? { severity: 'info' } : milder(family)),
    })
  }
}

/** The list is the writer's own, of its time, and what stands round it speaks of the set. */
function isJudged(text: string, use: Use, stretch: Stretch, family: Family, span: Span): boolean {
  if (isQuotedPart(text, span, isInside(use(quotations), span.start)) || isFree(text, span)) return false
  if (!isSince(use, family.from)) return false
  if (family.context && !family.context.test(wordsAround(use, text, span, stretch))) return false
  return !family.behind || family.behind.test(text.slice(span.end, span.end + 6))
}

const milder = ({ mild }: Family): { severity?: 'info' } => (mild ? { severity: 'info' } : {})

interface Listed extends Span {
  readonly member: number
}

interface List {
  readonly family: Family
  readonly places: Listed[]
}

/** Between two members of one list. */
const separator = /^[”’]?(?:、和|以及|[、，和及与])?[“‘]?$/

/** Lists of members of one family, next to one another, as long as the family asks. */
function listsIn(text: string, hits: readonly Hit[]): List[] {
  const open = new Map<number, List>()
  const all: List[] = []
  for (const hit of hits) {
    for (const { family, member } of places.get(memberWords[hit.phrase] as string) ?? []) {
      const place = { start: hit.start, end: hit.end, member }
      const list = open.get(family)
      const last = list?.places[list.places.length - 1]
      if (list && last && hit.start - last.end <= 4 && separator.test(text.slice(last.end, hit.start))) {
        list.places.push(place)
        continue
      }
      const fresh = { family: families[family] as Family, places: [place] }
      open.set(family, fresh)
      all.push(fresh)
    }
  }
  return all.filter(({ family, places: listed }) => listed.length >= family.least)
}

/** Somebody else's words: inside quotation marks that hold more than the list. */
const isQuotedPart = (text: string, { start, end }: Span, isQuoted: boolean): boolean =>
  isQuoted && !(text[start - 1] === '“' && text[end] === '”')

/** The list goes on with words of its own: then the writer lists freely. */
const isFree = (text: string, { start, end }: Span): boolean =>
  /[、和与及]/.test(text[start - 1] ?? '') || /^(?:[、和与及等]|以及)/.test(text.slice(end, end + 2))

/** 把文化自信和道路自信、理论自信、制度自信并列为“四个自信”: the one comes first because it is the one that was added. */
const setsBeside = /^(?:并列|列为|合称|并称|统称|一起|一道)/

const isAscending = (listed: readonly Listed[]): boolean =>
  listed.every(({ member }, index) => index === 0 || member > (listed[index - 1] as Listed).member)

/** Whether the order is worth a word: all members are there, each once; of the guiding ideas any three. */
const isOrderly = (family: Family, listed: readonly Listed[]): boolean =>
  new Set(listed.map(({ member }) => member)).size === listed.length &&
  (family.since !== undefined || listed.length === family.members.length)

interface Missing {
  readonly missing: string
  /** Where it goes in, and what goes in. */
  readonly at: number
  readonly text: string
}

/** The first member that is missing; undefined where none is, or it is said elsewhere in the sentence. */
function gapIn({ family, places: listed }: List, since: (year: number) => boolean, sentence: string): Missing | undefined {
  const present = new Set(listed.map(({ member }) => member))
  const first = (listed[0] as Listed).member
  const last = (listed[listed.length - 1] as Listed).member
  for (let member = 0; member < family.members.length; member++) {
    if (present.has(member)) continue
    // The guiding ideas may begin and end anywhere, and only what was one at the time can be missed.
    if (family.since && (member < first || member > last || !since(family.since[member] as number))) continue
    const missing = family.members[member] as string
    if (sentence.includes(missing)) continue
    const before = listed.findLast((place) => place.member < member)
    return before
      ? { missing, at: before.end, text: `、${missing}` }
      : { missing, at: (listed[0] as Listed).start, text: `${missing}、` }
  }
  return undefined
}
