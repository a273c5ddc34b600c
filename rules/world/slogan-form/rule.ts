import {
  defineRule,
  era,
  isInside,
  quotations,
  type Span,
  sentenceAround,
  structure,
  tableFinder,
  tablesAsOf,
  termFinder,
  type Use,
  withoutBlanks,
} from '../../../src/kit.ts'
import { chain, type Family, type Form, families, forms, formulas, verbs } from './data.ts'
import { numberedSlips } from './numbered.ts'

/** A formula with a character lost, doubled or swapped inside; first and last stay, or the word before would be taken for it. */
function mistyped(words: string): string[] {
  const found: string[] = []
  for (let at = 1; at < words.length - 1; at++) {
    found.push(words.slice(0, at) + words.slice(at + 1))
    found.push(words.slice(0, at) + words[at] + words.slice(at))
    if (words[at] !== words[at + 1]) found.push(words.slice(0, at) + words[at + 1] + words[at] + words.slice(at + 2))
  }
  return found
}

/** What is wrong word for word: the forms, and behind them each formula mistyped in every way. */
const wrongForms = forms.map(({ wrong }) => wrong)
const mistypedFrom = formulas.map(({ words, except }) => {
  const first = wrongForms.length
  for (const wrong of mistyped(words)) if (!except.includes(wrong)) wrongForms.push(wrong)
  return first
})

function formAt(index: number): Form {
  const form = forms[index]
  if (form) return form
  const formula = formulas[mistypedFrom.findLastIndex((first) => first <= index)] as (typeof formulas)[number]
  return { wrong: wrongForms[index] as string, right: formula.words }
}

/** A member of a family that a phrase is. */
interface Place {
  readonly family: number
  readonly member: number
}

const places = new Map<string, Place[]>()
families.forEach(({ members }, family) => {
  members.forEach((words, member) => {
    places.set(words, [...(places.get(words) ?? []), { family, member }])
  })
})
const memberWords = [...places.keys()]

/** A formula's halves: where one stands, the other may be all but right. */
const halves = formulas.flatMap((formula) => {
  const middle = formula.words.length >> 1
  return [
    { formula, words: formula.words.slice(0, middle), rest: formula.words.slice(middle), shift: middle },
    { formula, words: formula.words.slice(middle), rest: formula.words.slice(0, middle), shift: -middle },
  ]
})

const findChain = tableFinder(chain.members)

/** All that is looked for in one pass. What is longer hides what is shorter: a formula in full hides its halves. */
const tables = {
  form: wrongForms,
  chain: chain.members,
  member: memberWords,
  half: halves.map(({ words }) => words),
}
type Table = keyof typeof tables
const order: readonly Table[] = ['form', 'chain', 'member', 'half']
/** Where each table ends among all phrases. */
const tableEnds: number[] = []
for (const table of order) tableEnds.push((tableEnds[tableEnds.length - 1] ?? 0) + tables[table].length)
const find = tableFinder([...order.flatMap((table) => tables[table]), ...formulas.map(({ words }) => words)])

/** A phrase of one of the tables, by its index there. */
interface Hit extends Span {
  readonly phrase: number
}

/** The phrases of a stretch, told apart by their tables. */
function hitsIn(use: Use, { start, end }: Span): Readonly<Record<Table, readonly Hit[]>> | undefined {
  const found = { form: [] as Hit[], chain: [] as Hit[], member: [] as Hit[], half: [] as Hit[] }
  const all = find(use, start, end)
  if (all.length === 0) return undefined
  for (const hit of all) {
    const at = tableEnds.findIndex((beyond) => hit.phrase < beyond)
    const table = order[at]
    if (table) found[table].push({ start: hit.start, end: hit.end, phrase: hit.phrase - (tableEnds[at - 1] ?? 0) })
  }
  return found
}

/** How far apart two members of the chain are, at most; a clause between them and they are said of different things. */
const widestGap = 24
/** As far apart as this they are read in one breath, and their order counts. */
const closeGap = 12

export default defineRule({
  id: 'slogan-form',
  severity: 'warning',
  summary: {
    zh: '固定提法缺项、错序、写错（“四个意识”“两个维护”缺“四个自信”）',
    en: 'A fixed formula is cut, reordered or misquoted (“四个意识”…“两个维护” without “四个自信”)',
  },
  source: { tier: '事实', ref: `党章、党的决议和政府工作报告的通行文字，核对至${tablesAsOf}` },
  ages: [
    {
      on: '2027-07-01',
      row: { zh: '固定提法和各项“几个”', en: 'fixed formulas and numbered sets' },
      why: { zh: '党的二十一大后逐条核对', en: 'to be checked one by one after the 21st party congress' },
    },
  ],
  options: {
    terms: {
      type: 'strings',
      default: [],
      zh: '本单位另有的固定提法，写作“错=对”',
      en: 'further fixed forms of this house, written wrong=right',
    },
    allow: { type: 'strings', default: [], zh: '不按固定提法要求的说法', en: 'words that need not follow the formula' },
  },
  quotes: ['form'],
  messages: {
    chain: {
      zh: '“四个意识”“两个维护”连用，中间缺“四个自信”',
      en: '“四个意识” and “两个维护” stand together without “四个自信”',
    },
    whole: { zh: '对照：此处没有缺项', en: 'compare: here nothing is missing' },
    order: { zh: '次序应为{order}', en: 'The order should be {order}' },
    missing: { zh: '{name}缺“{missing}”', en: '{name}: “{missing}” is missing' },
    maybe: { zh: '{name}像是缺“{missing}”，请核', en: '{name}: “{missing}” seems to be missing; please check' },
    other: { zh: '{name}里没有“{said}”，应为“{missing}”', en: '“{said}” is none of {name}: “{missing}”' },
    number: {
      zh: '“{said}”通常是“{right}”，请核',
      en: '“{said}” is usually “{right}”. Please check',
    },
    form: { zh: '“{wrong}”的固定提法是“{right}”', en: 'The fixed form of “{wrong}” is “{right}”' },
  },
  check({ text, use, options, report }) {
    const quoted = use(quotations)
    const year = use(era)
    const since = (from: number): boolean => year === undefined || year >= from
    const house = houseTable(options.terms)
    let whole: Span | undefined | null = null
    const exampleOf = (): readonly { id: 'whole'; at: Span; data: Record<never, never> }[] => {
      if (whole === null) whole = wholeChain(use, text)
      return whole ? [{ id: 'whole', at: whole, data: {} }] : []
    }

    // The formula's own marks quote nobody: what counts is whether the words before them are quoted.
    const isInsideOther = ({ start }: Span): boolean => {
      if (text[start] !== '“') return isInside(quoted, start)
      return text[start - 1] !== '”' && text[start - 1] !== '》' && isInside(quoted, start - 1)
    }

    const sayForm = ({ wrong, right, from, not }: Form, { start, end }: Span): void => {
      const around = text.slice(Math.max(0, start - 4), end + 4)
      if ((from !== undefined && !since(from)) || not?.test(around)) return
      report(
        'form',
        { start, end },
        { wrong: inner(wrong), right: inner(right) },
        { fix: { grade: 'suggested', edits: [{ start, end, text: right }] } },
      )
    }

    const sayChain = (at: Span, gapStart: number): void => {
      const span = withVerb(text, at)
      if (isInsideOther(span)) return
      report(
        'chain',
        span,
        {},
        {
          see: exampleOf(),
          fix: { grade: 'suggested', edits: [{ start: gapStart, end: gapStart, text: `、${chain.missing}` }] },
        },
      )
    }

    for (const stretch of use(structure).stretches) {
      for (const hit of house?.find(use, stretch.start, stretch.end) ?? []) sayForm(house?.rows[hit.phrase] as Form, hit)
      for (const { start, end, set } of numberedSlips(use, text, stretch)) {
        const said = text.slice(start, end)
        // What stands again is a set of the house's own.
        if (!set.isSure && text.includes(said, end)) continue
        report('number', { start, end }, { said, right: set.id }, { ...(!set.isSure && { severity: 'info' as const }) })
      }
      const hits = hitsIn(use, stretch)
      if (!hits) continue
      for (const hit of hits.form) sayForm(formAt(hit.phrase), hit)
      for (const { start, end, right } of replaced(text, stretch, hits.half)) {
        sayForm({ wrong: text.slice(start, end), right }, { start, end })
      }
      if (since(chain.from)) {
        for (const link of brokenChains(text, stretch.start, hits.chain)) {
          if (link.kind === 'missing') sayChain(link, link.gapStart)
          else report('order', link, { order: chain.members.map((name) => `“${name}”`).join('、') })
        }
      }
      for (const { family, start, end, missing } of changedIn(text, stretch, hits.member)) {
        const said = text.slice(start, end)
        if (!since(family.from) || isInside(quoted, start)) continue
        if (family.context && !family.context.test(wordsAround(use, text, { start, end }, stretch))) continue
        report(
          'other',
          { start, end },
          { name: family.name, said, missing: inner(missing) },
          { fix: { grade: 'suggested', edits: [{ start, end, text: missing }] }, ...milder(family) },
        )
      }
      for (const list of listsIn(text, hits.member)) {
        const { family } = list
        const last = list.places.length - 1
        const start = list.places[0] as Listed
        const span = { start: start.start, end: (list.places[last] as Listed).end }
        if (isQuotedPart(text, span, isInside(quoted, span.start)) || isFree(text, span) || !since(family.from)) continue
        if (family.context && !family.context.test(wordsAround(use, text, span, stretch))) continue
        if (family.behind && !family.behind.test(text.slice(span.end, span.end + 6))) continue
        const outer = withVerb(text, span)
        if (!isAscending(list.places)) {
          if (isOrderly(family, list.places)) report('order', outer, { order: family.members.join('、') }, milder(family))
          continue
        }
        const gap = gapIn(list, since, wordsAround(use, text, span, stretch))
        if (!gap) continue
        const data = { name: family.name, missing: inner(gap.missing) }
        report(family.mild || family.isOpen ? 'maybe' : 'missing', outer, data, {
          fix: { grade: 'suggested', edits: [{ start: gap.at, end: gap.at, text: gap.text }] },
          ...(family.isOpen ? { severity: 'info' } : milder(family)),
        })
      }
    }
  },
})

/** Words that a message puts into quotation marks: their own become the inner ones. */
const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’')

const milder = ({ mild }: Family): { severity?: 'info' } => (mild ? { severity: 'info' } : {})

/** The house's own formulas; an entry that is not `wrong=right` says nothing. */
function houseTable(terms: readonly string[]): { rows: readonly Form[]; find: typeof find } | undefined {
  const rows = terms.flatMap((term): Form[] => {
    const [wrong, right] = term.split('=')
    return wrong && right ? [{ wrong, right }] : []
  })
  return rows.length > 0 ? { rows, find: termFinder(rows.map(({ wrong }) => wrong)) } : undefined
}

/** The span with the verb before it, and the opening mark. */
function withVerb(text: string, { start, end }: Span): Span {
  const from = text[start - 1] === '“' ? start - 1 : start
  const verb = verbs.find((word) => text.startsWith(word, from - word.length))
  return { start: verb === undefined ? from : from - verb.length, end: text[end] === '”' ? end + 1 : end }
}

/** Formulas with one character replaced: one half is there, the other is all but equal. */
function* replaced(text: string, { start, end }: Span, found: readonly Hit[]): Generator<Span & { readonly right: string }> {
  for (const hit of found) {
    const { formula, rest, shift } = halves[hit.phrase] as (typeof halves)[number]
    const from = shift > 0 ? hit.start : hit.start + shift
    const to = from + formula.words.length
    if (from < start || to > end || !isNear(text, shift > 0 ? from + shift : from, rest)) continue
    if (!formula.except.includes(text.slice(from, to))) yield { start: from, end: to, right: formula.words }
  }
}

/** Whether exactly one character of `words` differs at `offset`, and Chinese stands in its place. */
function isNear(text: string, offset: number, words: string): boolean {
  let differing = 0
  for (let index = 0; index < words.length; index++) {
    if (text[offset + index] === words[index]) continue
    if (++differing > 1 || !/[\u4e00-\u9fff]/.test(text[offset + index] ?? '')) return false
  }
  return differing === 1
}

type Broken = Span & ({ readonly kind: 'missing'; readonly gapStart: number } | { readonly kind: 'order' })

/** What is said against a party member is no commitment: 毫无“四个意识”，背离“两个维护”. */
const negative = /毫无|没有|缺乏|丧失|背离|违背|淡薄|不强|强调$|关于$|提出$/

/** Neighbours of the chain in one sentence: 四个意识 followed at once by 两个维护, or the members out of order. */
function* brokenChains(text: string, start: number, hits: readonly Hit[]): Generator<Broken> {
  let isGoingOn = false
  for (let index = 0; index + 1 < hits.length; index++) {
    const one = hits[index] as Hit
    const next = hits[index + 1] as Hit
    // A text wrapped by hand may break a member: 四个自⏎信.
    const gap = withoutBlanks(text.slice(one.end, next.start))
    // Behind a chain in order the next one may begin.
    const wasGoingOn: boolean = isGoingOn
    isGoingOn = next.phrase > one.phrase && gap.length <= widestGap
    if (gap.length > widestGap || /[。！？；]/.test(gap)) continue
    if (negative.test(text.slice(Math.max(start, one.start - 7), one.start - 1)) || negative.test(gap)) continue
    if (one.phrase === 0 && next.phrase === 2) {
      const last = hits[index + 2]
      if (last?.phrase === 1 && isBeside(text, next, last)) {
        const marks = text[one.start - 1] === '“' ? 1 : 0
        yield { kind: 'order', start: one.start - marks, end: last.end + marks }
      }
      if (gap.includes(chain.members[1]) || isNamedNear(text, hits, index)) continue
      const gapStart = text[one.end] === '”' ? one.end + 1 : one.end
      yield { kind: 'missing', start: one.start, end: next.end, gapStart }
    } else if (!wasGoingOn && one.phrase > next.phrase && isBeside(text, one, next)) {
      const marks = text[one.start - 1] === '“' ? 1 : 0
      yield { kind: 'order', start: one.start - marks, end: next.end + marks }
    }
  }
}

/** Whether two members are read in one breath: 做到“两个维护”、坚定“四个自信”. */
function isBeside(text: string, one: Span, next: Span): boolean {
  const gap = text.slice(one.end, next.start)
  return gap.length <= closeGap && /^”?[、，]/.test(gap)
}

/** Whether 四个自信 stands just before or behind, in the same sentence: said, if in another place. */
function isNamedNear(text: string, hits: readonly { phrase: number; start: number; end: number }[], index: number): boolean {
  return [hits[index - 1], hits[index + 2]].some((other) => {
    if (other?.phrase !== 1) return false
    const [from, to] =
      other.start < (hits[index] as Span).start
        ? [other.end, (hits[index] as Span).start]
        : [(hits[index + 1] as Span).end, other.start]
    return !/[。！？]/.test(text.slice(from, to))
  })
}

/** Where the text has the chain complete; undefined where nowhere. */
function wholeChain(use: Use, text: string): Span | undefined {
  const hits = findChain(use)
  for (let index = 0; index + 2 < hits.length; index++) {
    const [one, two, three] = [hits[index], hits[index + 1], hits[index + 2]] as [Span, Span, Span]
    const isWhole = [0, 1, 2].every((step) => hits[index + step]?.phrase === step)
    if (isWhole && three.start - one.end < 2 * widestGap) return withVerb(text, two)
  }
  return undefined
}

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

interface Changed extends Span {
  readonly family: Family
  /** The member in whose place other words stand. */
  readonly missing: string
}

/** What parts the items of a list, and what ends it. */
const itemMark = /[、和与及]/
const widestItem = 12

/** Lists as long as the family in which one item is none of its members, and the others are, in order. */
function* changedIn(text: string, stretch: Span, hits: readonly Hit[]): Generator<Changed> {
  for (let index = 0; index < hits.length; index++) {
    const first = hits[index] as Hit
    for (const { family: number, member } of places.get(memberWords[first.phrase] as string) ?? []) {
      const family = families[number] as Family
      // Of three members two are too few to tell what is meant; the first hit is the first member, or the second.
      if (family.members.length < 4 || family.since || member > 1) continue
      const changed = changedAt(text, stretch, family, member, first)
      if (changed) yield changed
    }
  }
}

/** The family’s members one after the other from `from`, where `member` stands; one may be other words. */
function changedAt(text: string, stretch: Span, family: Family, member: number, { start }: Span): Changed | undefined {
  let at = start
  let odd: Changed | undefined
  if (member === 1) {
    const from = itemBefore(text, start, stretch.start)
    if (from === undefined) return undefined
    odd = { start: from, end: start - 1, family, missing: family.members[0] as string }
    if (text.startsWith(odd.missing, from)) return undefined
  }
  for (let index = member; index < family.members.length; index++) {
    if (index > member) {
      if (!itemMark.test(text[at] ?? '')) return undefined
      at++
    }
    const words = family.members[index] as string
    if (text.startsWith(words, at)) {
      at += words.length
      continue
    }
    if (odd) return undefined
    const end = itemEnd(text, at, stretch.end)
    const said = text.slice(at, end)
    if (said === '' || family.members.includes(said) || !isLike(said, words)) return undefined
    odd = { start: at, end, family, missing: words }
    at = end
  }
  return odd && isLike(text.slice(odd.start, odd.end), odd.missing) ? odd : undefined
}

/** As long as the member, within a character, and with one of its characters in its place at an end: 服从意识 for 看齐意识. */
const isLike = (said: string, words: string): boolean =>
  !said.includes(words) &&
  Math.abs(said.length - words.length) <= 1 &&
  (said[0] === words[0] || said[said.length - 1] === words[words.length - 1]) &&
  /^[\u4e00-\u9fff]+$/.test(said)

function itemEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && at - from < widestItem && /[\u4e00-\u9fff]/.test(text[at] as string) && !itemMark.test(text[at] as string))
    at++
  return at
}

function itemBefore(text: string, to: number, limit: number): number | undefined {
  if (!itemMark.test(text[to - 1] ?? '')) return undefined
  let at = to - 1
  while (at > limit && to - at <= widestItem && /[\u4e00-\u9fff]/.test(text[at - 1] as string)) at--
  return at < to - 1 ? at : undefined
}

/** Somebody else's words: inside quotation marks that hold more than the list. */
const isQuotedPart = (text: string, { start, end }: Span, isQuoted: boolean): boolean =>
  isQuoted && !(text[start - 1] === '“' && text[end] === '”')

/** The list goes on with words of its own: then the writer lists freely. */
const isFree = (text: string, { start, end }: Span): boolean =>
  /[、和与及]/.test(text[start - 1] ?? '') || /^(?:[、和与及等]|以及)/.test(text.slice(end, end + 2))

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

/** The words of the sentence that holds the span. */
function wordsAround(use: Use, text: string, span: Span, stretch: Span): string {
  const { start, end } = sentenceAround(use, span, stretch)
  return text.slice(start, end)
}
