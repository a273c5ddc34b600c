import { defineRule, Kind, kindAt, type Span, structure, tableFinder, titled, type Use } from '../../../src/kit.ts'
import { joinsBefore, offices, places, quotingBefore, quotingBehind, type Scope, selfBehind } from './data.ts'
import { leftovers } from './leftovers.ts'
import { otherOffices } from './office.ts'
import { otherPlaces, placesOfFront } from './other-place.ts'

/** A word for oneself: 全区, 我局. */
interface Self {
  readonly words: string
  readonly scope: Scope
  readonly isOffice: boolean
}

const selves: readonly Self[] = [
  ...places.flatMap((scope) => ['全', '我'].map((word) => ({ words: word + scope.unit, scope, isOffice: false }))),
  ...offices.map((scope) => ({ words: `我${scope.unit}`, scope, isOffice: true })),
]
const find = tableFinder(selves.map(({ words }) => words))

interface Mention extends Span {
  readonly self: Self
  /** Where its stretch begins and ends. */
  readonly within: Span
}

/** So often the report must speak of itself before another word is a stranger. */
const leastOwn = 5
/** More of the other word, and the report means both. */
const mostStray = 2

export default defineRule({
  id: 'scope-mismatch',
  severity: 'warning',
  summary: {
    zh: '混进了别处的自称（全区的报告里出现“全县上下”）',
    en: 'Another place left over: 全县 in a report that says 全区 throughout',
  },
  source: { tier: '本规则', ref: '一份报告对本地、本单位的称呼前后一致' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '不算混用的说法和专名，如“全县域”',
      en: 'words and names that are right in this house',
    },
  },
  quotes: ['stray', 'place', 'front', 'office'],
  messages: {
    stray: {
      zh: '全文都说“{own}”（{count}处），这里成了“{words}”',
      en: 'The text says “{own}” throughout ({count} times), here “{words}”',
    },
    place: {
      zh: '全文写的是“{own}”（{count}处），这里成了“{words}”，请核',
      en: 'The report is of “{own}” ({count} times), here “{words}”; please check',
    },
    front: {
      zh: '标题、题注、署名里一处是“{own}”，一处是“{words}”，请核',
      en: 'Title, dateline and byline name “{own}” and “{words}”; please check',
    },
    slogan: {
      zh: '本地是“{own}”，这里成了“{words}”，请核',
      en: 'The paper is of “{own}”, here it says “{words}”; please check',
    },
    office: {
      zh: '本文是“{own}”的，这里成了“{said}”，请核',
      en: 'The paper is of “{own}”, here it says “{said}”; please check',
    },
    own: { zh: '文中的“{own}”', en: '“{own}” of the text' },
  },
  check({ text, use, report }) {
    const front = placesOfFront(text, use(structure).paragraphs)
    if (front) {
      const own = text.slice(front.ownAt.start, front.ownAt.end)
      report(
        'front',
        front.at,
        { own, words: text.slice(front.at.start, front.at.end) },
        { see: [{ id: 'own', at: front.ownAt, data: { own } }] },
      )
    }
    for (const { at, own, ownAt, isSignature } of otherPlaces(text, use(structure).paragraphs)) {
      const name = own.name + own.unit
      report(
        'place',
        at,
        { own: name, count: own.count, words: text.slice(at.start, at.end) },
        {
          see: [{ id: 'own', at: ownAt, data: { own: name } }],
          fix: { grade: 'suggested', edits: [{ ...at, text: name }] },
          ...(!isSignature && { severity: 'info' }),
        },
      )
    }
    const told = otherPlaces(text, use(structure).paragraphs).map(({ at }) => at.start)
    if (front) told.push(front.at.start)
    for (const { at, own, ownAt, right, isSure } of leftovers(use, text)) {
      if (told.includes(at.start)) continue
      if (/[“‘]/.test(text[at.start - 1] ?? '')) {
        report('slogan', at, { own: right, words: text.slice(at.start, at.end) }, { severity: 'info' })
        continue
      }
      report(
        'place',
        at,
        { own: right, count: own.count, words: text.slice(at.start, at.end) },
        {
          see: [{ id: 'own', at: ownAt, data: { own: own.name + own.unit } }],
          fix: { grade: 'suggested', edits: [{ ...at, text: right }] },
          ...(!isSure && { severity: 'info' }),
        },
      )
    }
    for (const { at, said, own, ownAt } of otherOffices(text, use(titled)?.words ?? '', use(titled))) {
      report('office', at, { own, said }, { see: [{ id: 'own', at: ownAt, data: { own } }], severity: 'info' })
    }
    const mentions = mentionsIn(use, text, use(structure).stretches)
    if (mentions.length <= leastOwn) return
    for (const isOffice of [false, true]) {
      const group = mentions.filter(({ self }) => self.isOffice === isOffice)
      const own = ownScope(group)
      // In an autonomous region 全区 is the region, whoever says it.
      if (!own || text.includes('自治区')) continue
      const ownMention = group.find(({ self }) => self.scope === own.scope) as Mention
      for (const [scope, strays] of byScope(group)) {
        if (scope === own.scope || strays.length > mostStray || scope.rank < own.scope.rank) continue
        for (const stray of strays) {
          const { start, end, self } = stray
          if (scope.rank > own.scope.rank && !speaksOfItself(text, stray)) continue
          if (!isOffice && quotesOther(text, stray)) continue
          const right = self.words[0] + own.scope.unit
          report(
            'stray',
            { start, end },
            { own: ownMention.self.words, count: own.count, words: self.words },
            {
              see: [{ id: 'own', at: ownMention, data: { own: ownMention.self.words } }],
              fix: { grade: 'suggested', edits: [{ start, end, text: right }] },
            },
          )
        }
      }
    }
  },
})

function mentionsIn(use: Use, text: string, stretches: readonly Span[]): Mention[] {
  const found: Mention[] = []
  for (const within of stretches) {
    for (const { phrase, start, end } of find(use, within.start, within.end)) {
      const self = selves[phrase] as Self
      if (start > within.start && joinsBefore.includes(text[start - 1] as string)) continue
      if (self.scope.goesOn.includes(text[end] ?? ' ')) continue
      found.push({ start, end, self, within })
    }
  }
  return found
}

function byScope(mentions: readonly Mention[]): Map<Scope, Mention[]> {
  const found = new Map<Scope, Mention[]>()
  for (const mention of mentions) {
    const known = found.get(mention.self.scope)
    if (known) known.push(mention)
    else found.set(mention.self.scope, [mention])
  }
  return found
}

/** The place the report is of: named most often, and often enough; undefined where two are named as often. */
function ownScope(mentions: readonly Mention[]): { scope: Scope; count: number } | undefined {
  const counts = [...byScope(mentions)].map(([scope, all]) => ({ scope, count: all.length })).sort((a, b) => b.count - a.count)
  const [first, second] = counts
  if (!first || first.count < leastOwn || (second && second.count > mostStray && second.count * 2 > first.count)) return undefined
  return first
}

/** 我县, 全镇上下: not a word about a place below, but of somebody who speaks for it. */
const speaksOfItself = (text: string, { self, end }: Mention): boolean =>
  self.words.startsWith('我') || selfBehind.test(text.slice(end, end + 4))

/** Ranks, honours, meetings, and a sentence that has named such a place before: 固镇县全县完成. */
function quotesOther(text: string, { start, end, self, within }: Mention): boolean {
  if (quotingBehind.test(text.slice(end, end + 20))) return true
  let from = start
  while (from > within.start && kindAt(text, from - 1) !== Kind.terminal) from--
  const before = text.slice(from, start)
  if (quotingBefore.test(before)) return true
  const { unit } = self.scope
  for (let at = before.indexOf(unit); at >= 0; at = before.indexOf(unit, at + 1)) {
    if (at > 0 && !'全我'.includes(before[at - 1] as string)) return true
  }
  return false
}
